// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/grammar.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace signalbox::registry {
namespace {

constexpr std::size_t kMostNameBytes = 255;
constexpr std::size_t kMostTagBytes = 128;
constexpr std::size_t kMostMediaTypeBytes = 255;

bool isLowerOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}
bool isAlphanumeric(char c) {
    return isLowerOrDigit(c) || (c >= 'A' && c <= 'Z');
}

/// [a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*
bool isNameComponent(std::string_view text) {
    if (text.empty() || !isLowerOrDigit(text.front()) || !isLowerOrDigit(text.back())) return false;
    std::size_t at = 0;
    while (at < text.size()) {
        if (isLowerOrDigit(text[at])) {
            ++at;
            continue;
        }
        const char separator = text[at];
        const auto end = std::min(text.find_first_not_of(separator, at), text.size());
        const std::size_t run = end - at;
        const bool allowed = separator == '-' || (separator == '.' && run == 1) || (separator == '_' && run <= 2);
        if (!allowed || !isLowerOrDigit(text[end])) return false;
        at = end;
    }
    return true;
}

bool isRestrictedName(std::string_view text) {
    const auto allowed = [](char c) {
        return isAlphanumeric(c) || std::string_view("!#$&-^_.+").find(c) != std::string_view::npos;
    };
    return !text.empty() && isAlphanumeric(text.front()) && std::all_of(text.begin(), text.end(), allowed);
}

Error malformedRange(std::string_view text) {
    return makeError(BaseErrc::malformed, "'" + std::string(text.substr(0, 80)) + "' is no range");
}

}  // namespace

bool isRepositoryName(std::string_view text) {
    if (text.size() > kMostNameBytes) return false;
    while (true) {
        const auto slash = text.find('/');
        if (!isNameComponent(text.substr(0, slash))) return false;
        if (slash == std::string_view::npos) return true;
        text.remove_prefix(slash + 1);
    }
}

bool isTag(std::string_view text) {
    const auto allowed = [](char c) { return isAlphanumeric(c) || c == '_' || c == '.' || c == '-'; };
    return !text.empty() && text.size() <= kMostTagBytes && text.front() != '.' && text.front() != '-' &&
           std::all_of(text.begin(), text.end(), allowed);
}

bool isMediaType(std::string_view text) {
    const auto slash = text.find('/');
    return text.size() <= kMostMediaTypeBytes && slash != std::string_view::npos &&
           isRestrictedName(text.substr(0, slash)) && isRestrictedName(text.substr(slash + 1));
}

std::optional<std::uint64_t> parseNumber(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

Result<ChunkRange> parseChunkRange(std::string_view text) {
    const std::string_view whole = text;
    if (text.starts_with("bytes=") || text.starts_with("bytes ")) text.remove_prefix(6);
    if (const auto slash = text.find('/'); slash != std::string_view::npos) {
        const std::string_view size = text.substr(slash + 1);
        if (size != "*" && !parseNumber(size)) return malformedRange(whole);
        text = text.substr(0, slash);
    }
    const auto dash = text.find('-');
    if (dash == std::string_view::npos) return malformedRange(whole);
    const auto first = parseNumber(text.substr(0, dash));
    const auto last = parseNumber(text.substr(dash + 1));
    if (!first || !last || *last < *first) return malformedRange(whole);
    return ChunkRange{*first, *last};
}

Result<ContentRange> parseContentRange(std::string_view text) {
    const auto slash = text.find('/');
    if (!text.starts_with("bytes ") || slash == std::string_view::npos) return malformedRange(text);
    TRY(const ChunkRange range, parseChunkRange(text));
    const auto size = parseNumber(text.substr(slash + 1));
    if (size && range.last >= *size) return malformedRange(text);
    return ContentRange{range, size};
}

}  // namespace signalbox::registry
