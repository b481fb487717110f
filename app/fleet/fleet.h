// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "app/fleet/conditions.h"
#include "app/fleet/outcome.h"
#include "app/fleet/simulated_terminal.h"

namespace signalbox::fleet_sim {

struct FleetOptions {
    std::filesystem::path data;
    std::filesystem::path codes;  ///< one join code a line; empty: all have joined before
    std::string platform = "sim";
    std::string prefix = "sim";
    std::size_t count = 50;
    std::uint64_t seed = 1;
    FailureRates rates;
    FieldConditions conditions;
    std::optional<Seconds> duration;   ///< ends after this time
    std::optional<Seconds> untilIdle;  ///< ends when nothing happened for so long
    bool json = false;
};

struct FleetSummary {
    FleetCounts counts;
    std::size_t terminals = 0;
    std::map<std::string, std::size_t> versions;  ///< terminals by "product version"
    double seconds = 0;
};

/// Runs simulated terminals until their time is over, nothing happens any more, or SIGTERM. Errors: BaseErrc::notFound
/// (too few codes, no codes file), ::alreadyExists (another process works on the folder), ::denied (a code is refused).
[[nodiscard]] Result<FleetSummary> runFleet(const FleetOptions& options);

[[nodiscard]] std::string summaryJson(const FleetSummary& summary);

}  // namespace signalbox::fleet_sim
