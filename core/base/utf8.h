// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace signalbox {

/// Cuts the first code point off `text`, which is not empty; none, and nothing is cut, where it does not begin with one
/// (RFC 3629: shortest form, no surrogates).
[[nodiscard]] std::optional<char32_t> takeCodePoint(std::string_view& text);

/// C0, DEL and C1: what a terminal may obey.
[[nodiscard]] constexpr bool isControl(char32_t point) {
    return point < 0x20 || (point >= 0x7f && point < 0xa0);
}

}  // namespace signalbox
