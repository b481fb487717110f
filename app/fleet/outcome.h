// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace signalbox::fleet_sim {

/// How often simulated terminals fail, 0 to 1.
struct FailureRates {
    double download = 0;
    double install = 0;
    double runCheck = 0;
    double hang = 0;                          ///< in mid-install: silent for a time, and good then
    std::map<std::string, double> byVersion;  ///< of the run check, instead of `runCheck`
};

enum class Outcome { good, downloadFails, installFails, hangs, runCheckFails };

/// What becomes of one attempt: the same for the same seed, terminal, version and attempt. A version with a rate of its
/// own is broken in itself: further attempts on the same terminal end the same way.
[[nodiscard]] Outcome outcomeOf(const FailureRates& rates, std::uint64_t seed, std::string_view terminal,
                                std::string_view version, std::int64_t attempt);

}  // namespace signalbox::fleet_sim
