// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/plain_text.h"

#include <fmt/format.h>
#include <wchar.h>

#include <algorithm>
#include <array>

namespace signalbox::ctl {
namespace {

struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 1;
    bool valid = false;
};

/// The first code point of a text that is not empty; one byte, not valid, where it is no UTF-8.
CodePoint firstOf(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    if (lead < 0x80) return {lead, 1, true};
    const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < bytes) return {lead, 1, false};
    char32_t value = lead & (0xFFU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        const auto next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0U) != 0x80) return {lead, 1, false};
        value = (value << 6U) | (next & 0x3FU);
    }
    constexpr std::array<char32_t, 5> kLeast{0, 0, 0x80, 0x800, 0x10000};
    const bool valid = value >= kLeast[bytes] && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
    return valid ? CodePoint{value, bytes, true} : CodePoint{lead, 1, false};
}

bool isHarmless(char32_t c) {
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return false;
    if (c == 0x061C || c == 0x200E || c == 0x200F) return false;  // direction marks
    if (c >= 0x202A && c <= 0x202E) return false;                 // embeddings and overrides
    if (c >= 0x2066 && c <= 0x2069) return false;                 // isolates
    if (c == 0x2028 || c == 0x2029 || c == 0xFEFF) return false;  // line and paragraph separators, BOM
    return true;
}

std::string escaped(std::string_view text, std::size_t most, bool lines) {
    std::string safe;
    std::size_t at = 0;
    while (at < text.size() && at < most) {
        const CodePoint point = firstOf(text.substr(at));
        const std::string_view bytes = text.substr(at, point.bytes);
        const bool stays = point.valid && (isHarmless(point.value) || (lines && (bytes == "\n" || bytes == "\t")));
        if (stays) {
            safe += bytes;
        } else {
            for (const char byte : bytes)
                safe += fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
        }
        at += point.bytes;
    }
    if (at < text.size()) safe += "…";
    return safe;
}

/// Columns of one code point. wcwidth() knows wide and combining ones where the locale is a UTF-8 one.
std::size_t widthOf(char32_t c) {
    const int width = ::wcwidth(static_cast<wchar_t>(c));
    return width < 0 ? 1 : static_cast<std::size_t>(width);
}

}  // namespace

std::string plain(std::string_view text, std::size_t most) {
    return escaped(text, most, false);
}
std::string plainLines(std::string_view text, std::size_t most) {
    return escaped(text, most, true);
}

std::size_t displayWidth(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) {
        const CodePoint point = firstOf(text);
        width += widthOf(point.value);
        text.remove_prefix(point.bytes);
    }
    return width;
}

std::string shortened(std::string_view text, std::size_t width) {
    if (displayWidth(text) <= width) return std::string(text);
    if (width == 0) return {};
    std::size_t used = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const CodePoint point = firstOf(text.substr(at));
        const std::size_t columns = widthOf(point.value);
        if (used + columns > width - 1) break;
        used += columns;
        at += point.bytes;
    }
    return std::string(text.substr(0, at)) + "…";
}

std::string byteCount(std::uint64_t bytes) {
    if (bytes < 1024) return fmt::format("{} B", bytes);
    constexpr std::array<const char*, 6> kUnits{"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    double amount = static_cast<double>(bytes) / 1024;
    std::size_t unit = 0;
    while (amount >= 1023.95 && unit + 1 < kUnits.size()) {
        amount /= 1024;
        ++unit;
    }
    return fmt::format("{:.1f} {}", amount, kUnits[unit]);
}

std::string shortDigest(std::string_view digest) {
    constexpr std::size_t kDigits = 12;
    const std::size_t colon = digest.find(':');
    if (colon == std::string_view::npos) return plain(digest, 64);
    return plain(digest.substr(0, colon + 1 + kDigits), 64);
}

std::string underlined(std::string_view text, std::size_t position, std::size_t length, std::size_t width) {
    position = std::min(position, text.size());
    length = std::min(length, text.size() - position);
    const std::size_t before = width / 2;
    std::size_t begin = position > before ? position - before : 0;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80)
        --begin;
    const std::string lead = (begin > 0 ? "…" : "") + plain(text.substr(begin, position - begin), width);
    const std::string marked = plain(text.substr(position, length), width);
    const std::string rest = plain(text.substr(position + length), width);
    const std::size_t carets = std::clamp<std::size_t>(displayWidth(marked), 1, width);
    return lead + marked + rest + "\n" + std::string(displayWidth(lead), ' ') + std::string(carets, '^');
}

}  // namespace signalbox::ctl
