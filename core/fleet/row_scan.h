// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>

#include "core/fleet/terminal_set.h"

namespace signalbox::fleet {

/// The set of the rows below `end` for which wanted(row) is true. Answers are gathered without a branch, 64 to a word,
/// so that a condition that holds for every other row costs no more than one that never does.
template <class Wanted>
[[nodiscard]] TerminalSet scanRows(std::uint32_t end, Wanted wanted) {
    constexpr std::uint32_t kWordRows = 64;
    TerminalSet result;
    std::array<std::uint32_t, 4096> found;
    std::size_t count = 0;
    for (std::uint32_t begin = 0; begin < end; begin += kWordRows) {
        const std::uint32_t rows = end - begin < kWordRows ? end - begin : kWordRows;
        std::uint64_t word = 0;
        for (std::uint32_t i = 0; i < rows; ++i)
            word |= std::uint64_t{wanted(begin + i)} << i;
        for (; word != 0; word &= word - 1)
            found[count++] = begin + static_cast<std::uint32_t>(std::countr_zero(word));
        if (count + kWordRows <= found.size()) continue;
        result.addAscending(std::span(found).first(count));
        count = 0;
    }
    result.addAscending(std::span(found).first(count));
    return result;
}

}  // namespace signalbox::fleet
