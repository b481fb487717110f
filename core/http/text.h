// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace signalbox::http {

/// Pieces of RFC 9110 section 5.6 that the parsers of this room share.
[[nodiscard]] constexpr char lowerCase(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}
[[nodiscard]] bool equalNoCase(std::string_view a, std::string_view b);
[[nodiscard]] bool isToken(std::string_view text);
/// Without spaces and tabs at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);
/// Takes the first element off a comma-separated list; empty elements are passed over. False at the end.
[[nodiscard]] bool takeListItem(std::string_view& list, std::string_view& item);
/// Whether a comma-separated list holds `item`, without case.
[[nodiscard]] bool listHolds(std::string_view list, std::string_view item);

}  // namespace signalbox::http
