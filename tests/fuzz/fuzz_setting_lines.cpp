// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <cstdlib>

#include "core/approver/setting_lines.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (const char* const name : {"a.json", "a.ini"})
        if (const auto settings = signalbox::approver::settingsOf(name, text); settings && settings->size() > 10000)
            std::abort();
    return 0;
}
