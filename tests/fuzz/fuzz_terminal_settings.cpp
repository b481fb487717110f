// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>

#include "core/terminal/data_folder.h"
#include "core/terminal/journal.h"

/// What people and the disk give: settings that are taken come back as they were written.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    using namespace signalbox::terminal;
    static_cast<void>(parseAttributes(text));
    static_cast<void>(parseIdentity(text));
    static_cast<void>(parseJournal(text));
    const auto settings = parseSettings(text);
    if (!settings) return 0;
    const auto again = parseSettings(settingsText(*settings));
    if (!again || again->root != settings->root || again->allowRoot != settings->allowRoot) std::abort();
    return 0;
}
