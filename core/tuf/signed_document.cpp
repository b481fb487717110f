// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tuf/signed_document.h"

#include <boost/json/array.hpp>
#include <utility>

#include "core/trust/canonical_json.h"
#include "core/trust/json_members.h"
#include "core/tuf/hex.h"
#include "core/tuf/strict_json.h"

namespace signalbox::tuf {
namespace {

constexpr std::size_t kMaxSignatures = 1024;
constexpr std::size_t kMaxSignature = 8192;  // hex digits: RSA of 32,768 bits

}  // namespace

Result<SignedDocument> SignedDocument::parse(std::string bytes) {
    TRY(boost::json::object whole, parseStrictObject(bytes));
    TRY(const boost::json::array* const signatures, trust::arrayMember(whole, "signatures"));
    if (signatures->size() > kMaxSignatures) return makeError(BaseErrc::tooLarge, "more than 1024 signatures");

    SignedDocument document;
    std::set<std::string_view> ids;
    for (const boost::json::value& entry : *signatures) {
        if (!entry.is_object()) return makeError(BaseErrc::malformed, "a signature is no object");
        TRY(std::string id, trust::stringMember(entry.get_object(), "keyid"));
        TRY(const std::string hex, trust::stringMember(entry.get_object(), "sig"));
        if (!ids.insert(entry.get_object().at("keyid").get_string()).second)
            return makeError(BaseErrc::malformed, "key " + id + " has two signatures");
        if (hex.size() > kMaxSignature) return makeError(BaseErrc::tooLarge, "the signature of key " + id);
        // What is not hex does not verify, and a signature that does not verify is no fault of the others.
        Result<std::string> signature = bytesOfHex(hex);
        if (signature) document.m_signatures.push_back({std::move(id), std::move(*signature)});
    }
    boost::json::value* const content = whole.if_contains("signed");
    if (!content || !content->is_object()) return makeError(BaseErrc::malformed, "signed is missing or no object");
    TRY(document.m_canonical, trust::canonicalJson(*content));
    document.m_content = std::move(content->get_object());
    document.m_bytes = std::move(bytes);
    return document;
}

Result<void> SignedDocument::verify(const Keys& keys, const Role& role, std::string_view roleName) const {
    std::set<std::string_view> signers;  // by material: a key under two ids is one key
    for (const Signature& signature : m_signatures) {
        const auto key = keys.find(signature.keyId);
        if (!role.keyIds.contains(signature.keyId) || key == keys.end()) continue;
        if (key->second.verifies(bytesOf(m_canonical), bytesOf(signature.bytes)))
            signers.insert(key->second.material());
    }
    if (signers.size() >= role.threshold) return {};
    return makeError(BaseErrc::denied, std::string(roleName) + ": signed by " + std::to_string(signers.size()) +
                                           " of its keys, " + std::to_string(role.threshold) + " are needed");
}

}  // namespace signalbox::tuf
