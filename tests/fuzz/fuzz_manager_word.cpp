// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/node/manager_word.h"

using namespace signalbox;

/// What a manager tells a node: nothing gets through that could not stand in a header or in node.toml.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto word = node::parseManagerWord({reinterpret_cast<const char*>(data), size});
    if (!word) return 0;
    if (word->caPem.empty() || !word->tokenRealm.starts_with("https://")) std::abort();
    if (word->tokenRealm.find_first_of("\"\r\n") != std::string::npos) std::abort();
    return 0;
}
