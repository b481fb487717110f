// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the cursor is can always be said. Whatever parses is printed to a text that parses to the same text again; what
// does not says where.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/filter/cursor.h"
#include "core/filter/expression.h"

using namespace signalbox::filter;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::size_t position = size - size / 3;
    const Cursor cursor = cursorAt(text, position);
    if (cursor.begin > position || cursor.word.size() > position) std::abort();
    ParseError where;
    const auto expression = parse(text, &where);
    if (!expression) {
        if (where.position + where.length > size || where.expected.empty()) std::abort();
        return 0;
    }
    const std::string printed = print(*expression);
    if (const auto again = parse(printed); again && print(*again) != printed) std::abort();
    const std::string_view half = text.substr(0, size / 2);
    if (matchesWildcard(half, half) != true) std::abort();
    if (compareNatural(half, text) != -compareNatural(text, half)) std::abort();
    return 0;
}
