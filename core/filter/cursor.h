// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/filter/expression.h"

namespace signalbox::filter {

/// What can stand where someone is typing.
struct Cursor {
    enum class Wanted { field, op, value, list, joiner };
    Wanted wanted = Wanted::field;
    std::size_t begin = 0;  ///< of the word that is being typed; a completion replaces it up to the cursor
    std::string word;       ///< what of it is there, without quotes and backslashes
    Field field;            ///< with op, value and list: whose
};

/// Reads the text up to the byte `position` (or its end) as far as it is right; behind what is wrong a field is wanted.
/// Bounds as parse().
[[nodiscard]] Cursor cursorAt(std::string_view text, std::size_t position);

}  // namespace signalbox::filter
