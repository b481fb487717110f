// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>

#include "core/http/client.h"
#include "core/http/text.h"

namespace signalbox::http {
namespace {

constexpr std::size_t kLongestUrl = 8192;

Error badUrl(std::string_view why) {
    return makeError(BaseErrc::malformed, "URL: " + std::string(why));
}

std::string lowered(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), lowerCase);
    return lower;
}

std::uint16_t defaultPort(std::string_view scheme) {
    return scheme == "https" ? 443 : 80;
}

bool isHostName(std::string_view host) {
    const auto fits = [](char c) {
        const char lower = lowerCase(c);
        return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
    };
    return !host.empty() && host.size() <= 253 && std::all_of(host.begin(), host.end(), fits);
}

bool isIpv6(std::string_view host) {
    const auto fits = [](char c) {
        const char lower = lowerCase(c);
        return (lower >= 'a' && lower <= 'f') || (c >= '0' && c <= '9') || c == ':' || c == '.';
    };
    return host.size() >= 2 && host.size() <= 45 && host.find(':') != std::string_view::npos &&
           std::all_of(host.begin(), host.end(), fits);
}

Result<void> readAuthority(std::string_view authority, Url& url) {
    if (authority.find('@') != std::string_view::npos) return badUrl("userinfo is not taken");
    std::string_view port;
    bool hasPort = false;
    if (authority.starts_with('[')) {
        const auto end = authority.find(']');
        if (end == std::string_view::npos || !isIpv6(authority.substr(1, end - 1))) return badUrl("bad IPv6 address");
        url.host = lowered(authority.substr(1, end - 1));
        port = authority.substr(end + 1);
        if (!port.empty() && !port.starts_with(':')) return badUrl("bytes after the address");
        hasPort = !port.empty();
        if (hasPort) port.remove_prefix(1);
    } else {
        const auto colon = authority.find(':');
        if (!isHostName(authority.substr(0, colon))) return badUrl("bad host");
        url.host = lowered(authority.substr(0, colon));
        hasPort = colon != std::string_view::npos;
        if (hasPort) port = authority.substr(colon + 1);
    }
    url.port = defaultPort(url.scheme);
    if (!hasPort || port.empty()) return {};
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), url.port);
    if (error != std::errc{} || end != port.data() + port.size() || url.port == 0) return badUrl("bad port");
    return {};
}

/// RFC 3986 section 5.2.4 on the path of `target`.
std::string withoutDotSegments(std::string_view target) {
    const auto mark = target.find('?');
    std::string_view path = target.substr(0, mark);
    std::vector<std::string_view> kept;
    bool endsOpen = false;
    path.remove_prefix(1);
    for (;;) {
        const auto slash = path.find('/');
        const std::string_view segment = path.substr(0, slash);
        endsOpen = segment == "." || segment == "..";
        if (segment == ".." && !kept.empty()) kept.pop_back();
        if (!endsOpen) kept.push_back(segment);
        if (slash == std::string_view::npos) break;
        path.remove_prefix(slash + 1);
    }
    std::string clean;
    for (const std::string_view segment : kept)
        (clean += '/') += segment;
    if (endsOpen || clean.empty()) clean += '/';
    if (mark != std::string_view::npos) clean += target.substr(mark);
    return clean;
}

bool isClean(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

}  // namespace

std::string Url::origin() const {
    const bool bracketed = host.find(':') != std::string::npos;
    return scheme + "://" + (bracketed ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

std::string Url::text() const {
    return origin() + target;
}

Result<Url> parseUrl(std::string_view text) {
    if (text.size() > kLongestUrl) return makeError(BaseErrc::tooLarge, "URL longer than 8192 bytes");
    if (!isClean(text)) return badUrl("holds spaces, control characters or bytes above ASCII");
    const auto colon = text.find("://");
    if (colon == std::string_view::npos) return badUrl("has no scheme");
    Url url;
    url.scheme = lowered(text.substr(0, colon));
    if (url.scheme != "http" && url.scheme != "https")
        return makeError(BaseErrc::unsupported, "URL: scheme " + url.scheme);
    text = text.substr(colon + 3);
    text = text.substr(0, text.find('#'));
    const auto end = text.find_first_of("/?");
    CHECK(readAuthority(text.substr(0, end), url));
    if (end == std::string_view::npos) return url;
    url.target = text[end] == '/' ? std::string(text.substr(end)) : "/" + std::string(text.substr(end));
    return url;
}

Result<Url> resolveUrl(const Url& base, std::string_view reference) {
    if (reference.size() > kLongestUrl) return makeError(BaseErrc::tooLarge, "URL longer than 8192 bytes");
    if (!isClean(reference)) return badUrl("holds spaces, control characters or bytes above ASCII");
    reference = reference.substr(0, reference.find('#'));
    const auto colon = reference.find(':');
    if (colon != std::string_view::npos && colon < reference.find_first_of("/?")) return parseUrl(reference);
    if (reference.starts_with("//")) return parseUrl(base.scheme + ":" + std::string(reference));
    Url url = base;
    if (reference.empty()) return url;
    const std::string_view path = std::string_view(base.target).substr(0, base.target.find('?'));
    if (reference.starts_with('/'))
        url.target = withoutDotSegments(reference);
    else if (reference.starts_with('?'))
        url.target = std::string(path) + std::string(reference);
    else
        url.target = withoutDotSegments(std::string(path.substr(0, path.rfind('/') + 1)) + std::string(reference));
    return url;
}

}  // namespace signalbox::http
