// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "core/manager/terminal_import.h"

using namespace signalbox;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto parsed = manager::parseTerminalCsv(text);
    if (!parsed) return 0;
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
    std::size_t last = 1;  // the heading's
    for (const manager::ImportedTerminal& terminal : *parsed) {
        if (terminal.controllerId.empty() || terminal.platform.empty()) std::abort();
        if (terminal.line <= last || terminal.line > lines) std::abort();
        last = terminal.line;
        for (const auto& [key, value] : terminal.tags)
            if (key.empty() || value.empty()) std::abort();
    }
    return 0;
}
