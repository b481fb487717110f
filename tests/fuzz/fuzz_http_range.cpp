// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Range headers against bodies of several sizes.
#include <cstdlib>

#include "core/http/message.h"

using namespace signalbox::http;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view header(reinterpret_cast<const char*>(data), size);
    for (const std::uint64_t bodySize : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{1000}, ~std::uint64_t{0}}) {
        const auto range = parseRange(header, bodySize);
        if (!range || !*range) continue;
        const ByteRange part = **range;
        if (part.length == 0 || part.first >= bodySize || part.length > bodySize - part.first) std::abort();
    }
    return 0;
}
