// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trust/join_code.h"

#include <algorithm>
#include <charconv>

#include "core/base/hash.h"

namespace signalbox::trust {
namespace {

constexpr std::string_view kPrefix = "sbj1.";
constexpr std::string_view kScheme = "https://";
constexpr std::size_t kMaxText = 1024;
constexpr std::size_t kSecretSize = 16;
constexpr std::size_t kFingerprintSize = 32;
constexpr std::string_view kSpace = " \t\r\n";

Error malformed(std::string_view what) {
    return makeError(BaseErrc::malformed, "join code: " + std::string(what));
}

bool isAlphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isPort(std::string_view text) {
    unsigned port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc() && end == text.data() + text.size() && port >= 1 && port <= 65535;
}

/// "https://host" or "https://host:port", the host a name, an IPv4 address or an IPv6 address in brackets.
bool isManagerUrl(std::string_view url) {
    if (!url.starts_with(kScheme)) return false;
    url.remove_prefix(kScheme.size());
    const bool bracketed = url.starts_with('[');
    const std::size_t end = bracketed ? url.find(']') : std::min(url.find(':'), url.size());
    if (end == std::string_view::npos) return false;
    const std::string_view host = bracketed ? url.substr(1, end - 1) : url.substr(0, end);
    const std::string_view rest = url.substr(bracketed ? end + 1 : end);
    const auto fits = [bracketed](char c) { return isAlphanumeric(c) || c == '.' || c == (bracketed ? ':' : '-'); };
    if (host.empty() || host.size() > 253 || !std::all_of(host.begin(), host.end(), fits)) return false;
    return rest.empty() || (rest.front() == ':' && isPort(rest.substr(1)));
}

/// The bytes of lower-case hex; other characters count as 0, which parse() then does not give back.
std::string fromHex(std::string_view hex) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        unsigned value = 0;
        std::from_chars(hex.data() + i, hex.data() + i + 2, value, 16);
        bytes += static_cast<char>(value);
    }
    return bytes;
}

/// Cuts the text before the next dot off `text`, decoded.
Result<std::string> takePart(std::string_view& text, std::string_view what) {
    const std::size_t dot = text.find('.');
    auto part = fromBase64Url(text.substr(0, dot));
    if (!part) return std::move(part).error().within("join code: " + std::string(what));
    text.remove_prefix(dot == std::string_view::npos ? text.size() : dot + 1);
    return part;
}

}  // namespace

std::string JoinCode::text() const {
    return std::string(kPrefix) + toBase64Url(bytesOf(managerUrl)) + "." + toBase64Url(bytesOf(secret)) + "." +
           toBase64Url(bytesOf(fromHex(fingerprint)));
}

Result<JoinCode> JoinCode::parse(std::string_view text) {
    if (text.size() > kMaxText) return malformed("longer than 1024 characters");
    text.remove_prefix(std::min(text.find_first_not_of(kSpace), text.size()));
    text.remove_suffix(text.size() - (text.find_last_not_of(kSpace) + 1));
    if (!text.starts_with(kPrefix)) return malformed("does not begin with 'sbj1.'");
    text.remove_prefix(kPrefix.size());
    if (std::count(text.begin(), text.end(), '.') != 2) return malformed("is not four parts joined by dots");
    JoinCode code;
    TRY(code.managerUrl, takePart(text, "address of the manager"));
    TRY(code.secret, takePart(text, "secret"));
    TRY(const std::string fingerprint, takePart(text, "fingerprint"));
    if (!isManagerUrl(code.managerUrl)) return malformed("address of the manager is not https://host:port");
    if (code.secret.size() != kSecretSize) return malformed("secret is not 16 bytes");
    if (fingerprint.size() != kFingerprintSize) return malformed("fingerprint is not 32 bytes");
    code.fingerprint = toHex(bytesOf(fingerprint));
    return code;
}

}  // namespace signalbox::trust
