// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "core/manager/ddi/ddi_feedback.h"

using namespace signalbox;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto parsed = manager::parseConfirmation(text);
    // Nothing is confirmed by a body that does not say so.
    if (parsed && parsed->confirmed && text.find("confirmed") == std::string_view::npos &&
        text.find('\\') == std::string_view::npos)
        std::abort();
    return 0;
}
