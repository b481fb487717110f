// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trust/jws.h"

#include <boost/json/serialize.hpp>

#include "core/trust/json_members.h"

namespace signalbox::trust {
namespace {

namespace json = boost::json;

constexpr std::size_t kMaxJws = 16384;

struct Parts {
    std::string_view signedText;  ///< header "." payload
    std::string_view header;
    std::string_view payload;
    std::string_view signature;
};

Result<Parts> split(std::string_view text) {
    if (text.size() > kMaxJws) return makeError(BaseErrc::malformed, "token above 16 KiB");
    const std::size_t first = text.find('.');
    const std::size_t second = first == std::string_view::npos ? first : text.find('.', first + 1);
    if (second == std::string_view::npos || text.find('.', second + 1) != std::string_view::npos)
        return makeError(BaseErrc::malformed, "token is not three parts joined by dots");
    return Parts{text.substr(0, second), text.substr(0, first), text.substr(first + 1, second - first - 1),
                 text.substr(second + 1)};
}

Result<std::string> decode(std::string_view part, std::string_view what) {
    auto bytes = fromBase64Url(part);
    if (!bytes) return std::move(bytes).error().within(std::string("token's ") + std::string(what));
    return bytes;
}

Result<void> checkHeader(const json::object& header, std::string_view type, const PublicKey& key) {
    TRY(const std::string algorithm, stringMember(header, "alg"));
    TRY(const std::string headerType, stringMember(header, "typ"));
    TRY(const std::string keyId, stringMember(header, "kid"));
    if (algorithm != "ES256") return makeError(BaseErrc::denied, "token's algorithm is not ES256");
    if (headerType != type) return makeError(BaseErrc::denied, "token is not of type " + std::string(type));
    if (key.native() == nullptr || keyId != key.id())
        return makeError(BaseErrc::denied, "token is signed by another key");
    // RFC 7515 section 4.1.11: extensions marked critical must be understood; we understand none.
    if (header.contains("crit")) return makeError(BaseErrc::denied, "token has critical extensions");
    return {};
}

}  // namespace

std::string signJws(const json::object& payload, std::string_view type, const PrivateKey& key) {
    json::object header;
    header["alg"] = "ES256";
    header["typ"] = type;
    header["kid"] = key.publicKey().id();
    std::string text = toBase64Url(bytesOf(json::serialize(header)));
    text += '.';
    text += toBase64Url(bytesOf(json::serialize(payload)));
    const std::string signature = key.sign(bytesOf(text));
    text += '.';
    text += toBase64Url(bytesOf(signature));
    return text;
}

Result<json::object> verifyJws(std::string_view text, std::string_view type, const PublicKey& key) {
    TRY(const Parts parts, split(text));
    TRY(const std::string headerText, decode(parts.header, "header"));
    TRY(const json::object header, parseJsonObject(headerText, "token's header"));
    TRY(const std::string signature, decode(parts.signature, "signature"));
    CHECK(checkHeader(header, type, key));
    CHECK(key.verify(bytesOf(parts.signedText), bytesOf(signature)));
    TRY(const std::string payload, decode(parts.payload, "payload"));
    return parseJsonObject(payload, "token's payload");
}

}  // namespace signalbox::trust
