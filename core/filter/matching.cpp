// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/filter/expression.h"

namespace signalbox::filter {
namespace {

constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Takes the run of digits from the front, without its leading zeros.
std::string_view takeNumber(std::string_view& text) {
    const auto end = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), isDigit) - text.begin());
    std::string_view number = text.substr(0, end);
    text.remove_prefix(end);
    number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
    return number;
}

int sign(int value) {
    return (value > 0) - (value < 0);
}

}  // namespace

bool equalName(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

int compareNatural(std::string_view a, std::string_view b) {
    while (!a.empty() && !b.empty()) {
        if (isDigit(a.front()) && isDigit(b.front())) {
            const std::string_view numberA = takeNumber(a);
            const std::string_view numberB = takeNumber(b);
            if (numberA.size() != numberB.size()) return numberA.size() < numberB.size() ? -1 : 1;
            if (const int order = numberA.compare(numberB); order != 0) return sign(order);
            continue;
        }
        if (a.front() != b.front())
            return static_cast<unsigned char>(a.front()) < static_cast<unsigned char>(b.front()) ? -1 : 1;
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    return static_cast<int>(!a.empty()) - static_cast<int>(!b.empty());
}

bool matchesWildcard(std::string_view pattern, std::string_view text) {
    const std::size_t firstStar = pattern.find('*');
    if (firstStar == std::string_view::npos) return equalName(pattern, text);
    // What stands before the first star and after the last has its place; it decides most.
    const std::string_view head = pattern.substr(0, firstStar);
    const std::size_t lastStar = pattern.rfind('*');
    const std::string_view tail = pattern.substr(lastStar + 1);
    if (text.size() < head.size() + tail.size()) return false;
    if (!equalName(head, text.substr(0, head.size()))) return false;
    if (!equalName(tail, text.substr(text.size() - tail.size()))) return false;
    text = text.substr(head.size(), text.size() - head.size() - tail.size());
    // Each piece between two stars, at the first place it fits: a later one leaves less for those that follow.
    for (std::size_t star = firstStar; star < lastStar;) {
        const std::size_t next = pattern.find('*', star + 1);
        const std::string_view piece = pattern.substr(star + 1, next - star - 1);
        const auto found = std::search(text.begin(), text.end(), piece.begin(), piece.end(),
                                       [](char x, char y) { return lower(x) == lower(y); });
        if (found == text.end() && !piece.empty()) return false;
        text.remove_prefix(static_cast<std::size_t>(found - text.begin()) + piece.size());
        star = next;
    }
    return true;
}

}  // namespace signalbox::filter
