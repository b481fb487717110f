// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a registry of another maker says in WWW-Authenticate.
#include <cstdint>
#include <cstdlib>

#include "core/registry/challenge.h"

using namespace signalbox;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string field(reinterpret_cast<const char*>(data), size);
    for (const registry::Challenge& challenge : registry::parseChallenges(field)) {
        if (challenge.scheme.empty()) std::abort();
        for (const auto& [name, value] : challenge.parameters)
            if (name.empty() || value.size() > size) std::abort();
    }
    return 0;
}
