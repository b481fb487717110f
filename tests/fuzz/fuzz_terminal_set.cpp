// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes that are read as a set come back from it as the same set.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/fleet/terminal_set.h"

using signalbox::fleet::TerminalSet;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto set = TerminalSet::deserialize({reinterpret_cast<const char*>(data), size});
    if (!set) return 0;
    const auto again = TerminalSet::deserialize(set->serialize());
    if (!again || again->count() != set->count()) std::abort();
    return 0;
}
