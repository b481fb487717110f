// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tuf/verification_key.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <array>
#include <utility>

#include "core/trust/json_members.h"
#include "core/trust/openssl_error.h"
#include "core/tuf/hex.h"

namespace signalbox::tuf {
namespace {

using trust::OpensslPtr;
using DigestContextPtr = OpensslPtr<EVP_MD_CTX, EVP_MD_CTX_free>;

constexpr std::size_t kMaxPem = 16384;
constexpr int kLeastRsaBits = 2048;
constexpr std::size_t kEd25519Size = 32;

const unsigned char* rawOf(Bytes bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

EVP_PKEY* readPem(const std::string& text) {
    if (text.size() > kMaxPem) return nullptr;
    const trust::BioPtr bio = trust::bioOver(text);
    return PEM_read_bio_PUBKEY(bio.get(), nullptr, trust::noPassphrase, nullptr);
}

EVP_PKEY* readEd25519(const std::string& hex) {
    const Result<std::string> raw = bytesOfHex(hex);
    if (!raw || raw->size() != kEd25519Size) return nullptr;
    return EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, rawOf(bytesOf(*raw)), raw->size());
}

bool isCurve(EVP_PKEY* key, std::string_view wanted) {
    std::array<char, 64> name{};
    std::size_t size = 0;
    return EVP_PKEY_get_base_id(key) == EVP_PKEY_EC &&
           EVP_PKEY_get_group_name(key, name.data(), name.size(), &size) == 1 &&
           std::string_view(name.data(), size) == wanted;
}

std::string materialOf(EVP_PKEY* key) {
    // An EC key written with a compressed point is the same key.
    if (EVP_PKEY_get_base_id(key) == EVP_PKEY_EC) EVP_PKEY_set_utf8_string_param(key, "point-format", "uncompressed");
    unsigned char* der = nullptr;
    const int size = i2d_PUBKEY(key, &der);
    const OpensslPtr<unsigned char, [](unsigned char* p) { OPENSSL_free(p); }> owner(der);
    return size > 0 ? std::string(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size)) : std::string();
}

}  // namespace

Result<VerificationKey> VerificationKey::fromJson(const boost::json::object& key) {
    TRY(const std::string type, trust::stringMember(key, "keytype"));
    TRY(const std::string scheme, trust::stringMember(key, "scheme"));
    const boost::json::value* const keyval = key.if_contains("keyval");
    if (!keyval || !keyval->is_object()) return makeError(BaseErrc::malformed, "keyval is missing or no object");
    TRY(const std::string text, trust::stringMember(keyval->get_object(), "public"));

    VerificationKey made;
    made.m_json = key;
    const bool ecdsa = type == "ecdsa" || type == scheme;  // both are in use, "ecdsa-sha2-nistp256" as a type too
    if (type == "ed25519" && scheme == "ed25519") {
        made.m_key.reset(readEd25519(text), EVP_PKEY_free);
        made.m_scheme = Scheme::ed25519;
    } else if (ecdsa && (scheme == "ecdsa-sha2-nistp256" || scheme == "ecdsa-sha2-nistp384")) {
        const bool small = scheme == "ecdsa-sha2-nistp256";
        made.m_key.reset(readPem(text), EVP_PKEY_free);
        made.m_scheme = small ? Scheme::ecdsa256 : Scheme::ecdsa384;
        if (made.m_key && !isCurve(made.m_key.get(), small ? "prime256v1" : "secp384r1")) made.m_key.reset();
    } else if (type == "rsa" && scheme == "rsassa-pss-sha256") {
        made.m_key.reset(readPem(text), EVP_PKEY_free);
        made.m_scheme = Scheme::rsaPss256;
        if (made.m_key && (EVP_PKEY_get_base_id(made.m_key.get()) != EVP_PKEY_RSA ||
                           EVP_PKEY_get_bits(made.m_key.get()) < kLeastRsaBits))
            made.m_key.reset();
    }
    if (made.m_key) made.m_material = materialOf(made.m_key.get());
    return made;
}

bool VerificationKey::verifies(Bytes message, Bytes signature) const {
    if (!m_key) return false;
    const EVP_MD* const digest = m_scheme == Scheme::ed25519    ? nullptr
                                 : m_scheme == Scheme::ecdsa384 ? EVP_sha384()
                                                                : EVP_sha256();
    const DigestContextPtr context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* parameters = nullptr;
    if (!context || EVP_DigestVerifyInit(context.get(), &parameters, digest, nullptr, m_key.get()) != 1) return false;
    if (m_scheme == Scheme::rsaPss256 && (EVP_PKEY_CTX_set_rsa_padding(parameters, RSA_PKCS1_PSS_PADDING) != 1 ||
                                          EVP_PKEY_CTX_set_rsa_pss_saltlen(parameters, RSA_PSS_SALTLEN_AUTO) != 1))
        return false;
    return EVP_DigestVerify(context.get(), rawOf(signature), signature.size(), rawOf(message), message.size()) == 1;
}

}  // namespace signalbox::tuf
