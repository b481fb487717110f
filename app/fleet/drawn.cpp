// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/drawn.h"

#include "core/base/hash.h"

namespace signalbox::fleet_sim {

double drawn(std::string_view text) {
    const Sha256 hash = sha256(bytesOf(text));
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 6; ++i)
        value = value << 8 | hash[i];
    return static_cast<double>(value) / static_cast<double>(std::uint64_t(1) << 48);
}

}  // namespace signalbox::fleet_sim
