// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "core/manager/ddi/ddi_feedback.h"

using namespace signalbox;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto parsed = manager::parseConfigData({reinterpret_cast<const char*>(data), size});
    if (parsed && parsed->mode != "merge" && parsed->mode != "replace" && parsed->mode != "remove") std::abort();
    return 0;
}
