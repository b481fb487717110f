// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/outcome.h"

#include <string>

#include "app/fleet/drawn.h"

namespace signalbox::fleet_sim {
Outcome outcomeOf(const FailureRates& rates, std::uint64_t seed, std::string_view terminal, std::string_view version,
                  std::int64_t attempt) {
    const std::string base = std::to_string(seed) + "/" + std::string(terminal) + "/" + std::string(version) + "/";
    const std::string once = base + std::to_string(attempt) + "/";
    if (drawn(once + "download") < rates.download) return Outcome::downloadFails;
    if (drawn(once + "install") < rates.install) return Outcome::installFails;
    if (drawn(once + "hang") < rates.hang) return Outcome::hangs;
    const auto broken = rates.byVersion.find(std::string(version));
    const bool fails = broken == rates.byVersion.end() ? drawn(once + "check") < rates.runCheck
                                                       : drawn(base + "check") < broken->second;
    return fails ? Outcome::runCheckFails : Outcome::good;
}

}  // namespace signalbox::fleet_sim
