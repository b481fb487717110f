// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/text.h"

#include <algorithm>

namespace signalbox::http {

bool equalNoCase(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (lowerCase(a[i]) != lowerCase(b[i])) return false;
    return true;
}

bool isToken(std::string_view text) {
    constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
    const auto fits = [marks](char c) {
        const char lower = lowerCase(c);
        return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || marks.find(c) != std::string_view::npos;
    };
    return !text.empty() && std::all_of(text.begin(), text.end(), fits);
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool takeListItem(std::string_view& list, std::string_view& item) {
    while (!list.empty()) {
        const auto comma = list.find(',');
        item = trimmed(list.substr(0, comma));
        list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
        if (!item.empty()) return true;
    }
    return false;
}

bool listHolds(std::string_view list, std::string_view item) {
    std::string_view found;
    while (takeListItem(list, found))
        if (equalNoCase(found, item)) return true;
    return false;
}

}  // namespace signalbox::http
