// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tuf/signer.h"

#include "core/base/hash.h"
#include "core/trust/canonical_json.h"

namespace signalbox::tuf {
namespace {

constexpr std::size_t kScalar = 32;  // bytes of r and of s
constexpr char kInteger = 0x02;
constexpr char kSequence = 0x30;

/// An unsigned number as DER's INTEGER: no leading zeros, but one where the first bit would mean a minus.
std::string derInteger(std::string_view number) {
    const auto first = number.find_first_not_of('\0');
    number.remove_prefix(first == std::string_view::npos ? number.size() - 1 : first);
    std::string content(number);
    if (static_cast<unsigned char>(content.front()) >= 0x80) content.insert(content.begin(), '\0');
    return std::string{kInteger, static_cast<char>(content.size())} + content;
}

}  // namespace

// Below 128 bytes in all: lengths are one byte.
std::string derSignature(std::string_view signature) {
    const std::string content = derInteger(signature.substr(0, kScalar)) + derInteger(signature.substr(kScalar));
    return std::string{kSequence, static_cast<char>(content.size())} + content;
}

boost::json::object keyJson(const trust::PublicKey& key) {
    boost::json::object json;
    json["keytype"] = "ecdsa";
    json["scheme"] = "ecdsa-sha2-nistp256";
    json["keyval"] = boost::json::object{{"public", key.toPem()}};
    return json;
}

KeyId keyIdOf(const boost::json::object& key) {
    const auto canonical = trust::canonicalJson(key);
    return canonical ? sha256Hex(bytesOf(*canonical)) : KeyId();
}

boost::json::object KeySigner::key() const {
    return keyJson(m_key.publicKey());
}

Result<Signature> KeySigner::sign(const std::string& canonical) const {
    const std::string der = derSignature(m_key.sign(bytesOf(canonical)));
    return Signature{keyIdOf(key()), toHex(bytesOf(der))};
}

}  // namespace signalbox::tuf
