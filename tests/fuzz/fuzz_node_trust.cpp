// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/manager/authorities.h"

using namespace signalbox;

/// What a node answers when it is told whom to trust.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto answer = manager::parseNodeTrust({reinterpret_cast<const char*>(data), size});
    if (answer && (answer->authorities.size() > 4 || answer->certificateAuthority.size() != 64)) std::abort();
    return 0;
}
