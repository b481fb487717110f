// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/approver/token_session.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/base/hash.h"

namespace signalbox::approver {
namespace {

constexpr CK_ULONG kMostSlots = 256;
constexpr std::size_t kMostUri = 4096;
constexpr std::array<unsigned char, 10> kP256{0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07};
/// A SubjectPublicKeyInfo of P-256 (RFC 5480) before its point.
constexpr std::array<unsigned char, 26> kKeyHead{0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48,
                                                 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86, 0x48,
                                                 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00};
constexpr std::size_t kPoint = 65;
constexpr std::size_t kSignature = 64;

CK_ATTRIBUTE attributeOf(CK_ATTRIBUTE_TYPE type, const void* value, std::size_t size) {
    return {type, const_cast<void*>(value), static_cast<CK_ULONG>(size)};
}

/// A text of fixed length with spaces behind it.
std::string paddedText(const unsigned char* text, std::size_t size) {
    std::string whole(reinterpret_cast<const char*>(text), size);
    whole.erase(whole.find_last_not_of(' ') + 1);
    return whole;
}

std::string base64Of(std::string_view bytes) {
    std::string text = toBase64Url(bytesOf(bytes));
    std::replace(text.begin(), text.end(), '-', '+');
    std::replace(text.begin(), text.end(), '_', '/');
    while (text.size() % 4 != 0)
        text += '=';
    return text;
}

Result<trust::PublicKey> keyOfPoint(std::string_view point) {
    // As the standard has it within an OCTET STRING; some tokens give it bare.
    if (point.size() == kPoint + 2 && point[0] == 0x04 && point[1] == static_cast<char>(kPoint)) point.remove_prefix(2);
    if (point.size() != kPoint || point[0] != 0x04)
        return makeError(BaseErrc::unsupported, "the token's key is not of the curve P-256");
    std::string der(reinterpret_cast<const char*>(kKeyHead.data()), kKeyHead.size());
    der += point;
    return trust::PublicKey::fromPem("-----BEGIN PUBLIC KEY-----\n" + base64Of(der) + "\n-----END PUBLIC KEY-----\n");
}

}  // namespace

Error tokenError(CK_RV code, const char* what) {
    const bool isDenied = code == CKR_PIN_INCORRECT || code == CKR_PIN_LEN_RANGE || code == CKR_PIN_INVALID ||
                          code == CKR_PIN_LOCKED || code == CKR_PIN_EXPIRED;
    return makeError(isDenied ? BaseErrc::denied : BaseErrc::processFailed,
                     std::string(what) + ": " + p11_kit_strerror(code));
}

Result<TokenUri> TokenUri::parse(const std::string& text) {
    if (text.size() > kMostUri) return makeError(BaseErrc::malformed, "a token's URI above 4 KiB");
    TokenUri uri;
    uri.m_uri.reset(p11_kit_uri_new());
    if (!uri.m_uri) return makeError(BaseErrc::unavailable, "no memory");
    const int parsed = p11_kit_uri_parse(text.c_str(), P11_KIT_URI_FOR_ANY, uri.native());
    if (parsed != P11_KIT_URI_OK || p11_kit_uri_any_unrecognized(uri.native()))
        return makeError(BaseErrc::malformed,
                         "this is no URI of a key on a token, such as "
                         "pkcs11:token=release;object=anna");
    if (p11_kit_uri_get_pin_value(uri.native()) || p11_kit_uri_get_pin_source(uri.native()))
        return makeError(BaseErrc::invalidArgument,
                         "a PIN does not belong into the URI, where others can see it: it is asked for, or read from a "
                         "file that is named apart");
    if (uri.label().empty() && uri.id().empty())
        return makeError(BaseErrc::malformed, "the URI names no key: object=… or id=… is wanted");
    return uri;
}

std::string TokenUri::attribute(CK_ATTRIBUTE_TYPE type) const {
    const CK_ATTRIBUTE* found = p11_kit_uri_get_attribute(m_uri.get(), type);
    if (!found || !found->pValue) return {};
    return {static_cast<const char*>(found->pValue), found->ulValueLen};
}

std::string TokenUri::label() const {
    return attribute(CKA_LABEL);
}

std::string TokenUri::id() const {
    return attribute(CKA_ID);
}

std::string TokenUri::modulePath() const {
    const char* path = p11_kit_uri_get_module_path(m_uri.get());
    return path ? path : "";
}

Result<std::shared_ptr<TokenModules>> TokenModules::load(const TokenUri& uri) {
    std::shared_ptr<TokenModules> modules(new TokenModules);
    if (const std::string path = uri.modulePath(); !path.empty()) {
        CK_FUNCTION_LIST* module = p11_kit_module_load(path.c_str(), 0);
        if (!module) return makeError(BaseErrc::notFound, path + " is no library of a token");
        if (const CK_RV code = p11_kit_module_initialize(module); code != CKR_OK) {
            p11_kit_module_release(module);
            return tokenError(code, "the token's library does not start");
        }
        modules->m_single = module;
        modules->m_all.push_back(module);
        return modules;
    }
    modules->m_list = p11_kit_modules_load_and_initialize(0);
    for (CK_FUNCTION_LIST** module = modules->m_list; module && *module; ++module)
        modules->m_all.push_back(*module);
    if (modules->m_all.empty())
        return makeError(BaseErrc::notFound, "the system knows no library of a token; name it by module-path");
    return modules;
}

TokenModules::~TokenModules() {
    if (m_list) p11_kit_modules_finalize_and_release(m_list);
    if (!m_single) return;
    p11_kit_module_finalize(m_single);
    p11_kit_module_release(m_single);
}

Result<std::unique_ptr<TokenSession>> TokenSession::open(const TokenUri& uri, Access access) {
    std::unique_ptr<TokenSession> session(new TokenSession);
    TRY(session->m_modules, TokenModules::load(uri));
    std::optional<CK_SLOT_ID> slot;
    for (CK_FUNCTION_LIST* module : session->m_modules->all()) {
        std::array<CK_SLOT_ID, kMostSlots> slots{};
        CK_ULONG count = kMostSlots;
        if (module->C_GetSlotList(CK_TRUE, slots.data(), &count) != CKR_OK) continue;
        for (CK_ULONG i = 0; i < count; ++i) {
            CK_TOKEN_INFO info{};
            if (module->C_GetTokenInfo(slots[i], &info) != CKR_OK) continue;
            if (!(info.flags & CKF_TOKEN_INITIALIZED) || !p11_kit_uri_match_token_info(uri.native(), &info)) continue;
            if (slot) return makeError(BaseErrc::invalidArgument, "the URI fits several tokens: name it by token=…");
            slot = slots[i];
            session->m_module = module;
            session->m_token = paddedText(info.label, sizeof info.label);
            session->m_hasOwnPad = (info.flags & CKF_PROTECTED_AUTHENTICATION_PATH) != 0;
        }
    }
    if (!slot) return makeError(BaseErrc::notFound, "no token of that name is there");
    const CK_FLAGS flags = CKF_SERIAL_SESSION | (access == Access::write ? CKF_RW_SESSION : 0);
    const CK_RV code = session->m_module->C_OpenSession(*slot, flags, nullptr, nullptr, &session->m_session);
    if (code != CKR_OK) return tokenError(code, "the token opens no session");
    session->m_isOpen = true;
    return session;
}

TokenSession::~TokenSession() {
    if (m_isOpen) m_module->C_CloseSession(m_session);
}

Result<void> TokenSession::logIn(const AskPin& pin) const {
    std::string secret;
    if (!m_hasOwnPad) {
        TRY(secret, pin(m_token));
    }
    auto* bytes = m_hasOwnPad ? nullptr : reinterpret_cast<unsigned char*>(secret.data());
    const CK_RV code = m_module->C_Login(m_session, CKU_USER, bytes, static_cast<CK_ULONG>(secret.size()));
    std::fill(secret.begin(), secret.end(), '\0');
    if (code == CKR_OK || code == CKR_USER_ALREADY_LOGGED_IN) return {};
    return tokenError(code, "the token refuses the log-in");
}

Result<CK_OBJECT_HANDLE> TokenSession::find(const TokenUri& uri, CK_OBJECT_CLASS what) const {
    const CK_KEY_TYPE type = CKK_EC;
    const std::string label = uri.label();
    const std::string id = uri.id();
    std::vector<CK_ATTRIBUTE> wanted{attributeOf(CKA_CLASS, &what, sizeof what),
                                     attributeOf(CKA_KEY_TYPE, &type, sizeof type)};
    if (!label.empty()) wanted.push_back(attributeOf(CKA_LABEL, label.data(), label.size()));
    if (!id.empty()) wanted.push_back(attributeOf(CKA_ID, id.data(), id.size()));
    CK_RV code = m_module->C_FindObjectsInit(m_session, wanted.data(), static_cast<CK_ULONG>(wanted.size()));
    if (code != CKR_OK) return tokenError(code, "the token's keys cannot be looked for");
    std::array<CK_OBJECT_HANDLE, 2> found{};
    CK_ULONG count = 0;
    code = m_module->C_FindObjects(m_session, found.data(), found.size(), &count);
    m_module->C_FindObjectsFinal(m_session);
    if (code != CKR_OK) return tokenError(code, "the token's keys cannot be looked for");
    if (count == 0) return makeError(BaseErrc::notFound, "the token '" + m_token + "' has no such key");
    if (count > 1)
        return makeError(BaseErrc::invalidArgument,
                         "several keys on '" + m_token + "' are called so: name one by id=…");
    return found[0];
}

Result<trust::PublicKey> TokenSession::publicKey(const TokenUri& uri) const {
    TRY(const CK_OBJECT_HANDLE handle, find(uri, CKO_PUBLIC_KEY));
    std::array<char, 256> point{};
    CK_ATTRIBUTE wanted = attributeOf(CKA_EC_POINT, point.data(), point.size());
    const CK_RV code = m_module->C_GetAttributeValue(m_session, handle, &wanted, 1);
    if (code != CKR_OK || wanted.ulValueLen > point.size()) return tokenError(code, "the token does not show the key");
    return keyOfPoint({point.data(), wanted.ulValueLen});
}

Result<void> TokenSession::checkHasNone(const TokenUri& uri) const {
    const auto there = find(uri, CKO_PRIVATE_KEY);
    if (!there && there.error().code == BaseErrc::notFound) return {};
    if (!there && there.error().code != BaseErrc::invalidArgument) return there.error();
    return makeError(BaseErrc::alreadyExists, "the token '" + m_token + "' has a key of that name");
}

Result<void> TokenSession::generate(const TokenUri& uri) const {
    const std::string label = uri.label();
    if (label.empty()) return makeError(BaseErrc::invalidArgument, "a new key needs a name: object=…");
    CHECK(checkHasNone(uri));
    const std::string id = uri.id().empty() ? randomBytes(8) : uri.id();
    const CK_BBOOL yes = CK_TRUE;
    const CK_BBOOL no = CK_FALSE;
    const auto flag = [&](CK_ATTRIBUTE_TYPE type, const CK_BBOOL& value) {
        return attributeOf(type, &value, sizeof value);
    };
    std::array publicHalf{flag(CKA_TOKEN, yes),
                          flag(CKA_PRIVATE, no),
                          flag(CKA_VERIFY, yes),
                          attributeOf(CKA_EC_PARAMS, kP256.data(), kP256.size()),
                          attributeOf(CKA_LABEL, label.data(), label.size()),
                          attributeOf(CKA_ID, id.data(), id.size())};
    std::array privateHalf{flag(CKA_TOKEN, yes),
                           flag(CKA_PRIVATE, yes),
                           flag(CKA_SENSITIVE, yes),
                           flag(CKA_EXTRACTABLE, no),
                           flag(CKA_SIGN, yes),
                           attributeOf(CKA_LABEL, label.data(), label.size()),
                           attributeOf(CKA_ID, id.data(), id.size())};
    CK_MECHANISM mechanism{CKM_EC_KEY_PAIR_GEN, nullptr, 0};
    CK_OBJECT_HANDLE made[2] = {};
    const CK_RV code = m_module->C_GenerateKeyPair(m_session, &mechanism, publicHalf.data(), publicHalf.size(),
                                                   privateHalf.data(), privateHalf.size(), &made[0], &made[1]);
    if (code != CKR_OK) return tokenError(code, "the token makes no key");
    return {};
}

Result<std::string> TokenSession::sign(CK_OBJECT_HANDLE key, const Sha256& hash) const {
    CK_MECHANISM mechanism{CKM_ECDSA, nullptr, 0};
    CK_RV code = m_module->C_SignInit(m_session, &mechanism, key);
    if (code != CKR_OK) return tokenError(code, "the token does not sign");
    Sha256 input = hash;
    std::string signature(kSignature, '\0');
    CK_ULONG size = kSignature;
    code = m_module->C_Sign(m_session, input.data(), static_cast<CK_ULONG>(input.size()),
                            reinterpret_cast<unsigned char*>(signature.data()), &size);
    if (code != CKR_OK || size != kSignature) return tokenError(code, "the token does not sign");
    return signature;
}

}  // namespace signalbox::approver
