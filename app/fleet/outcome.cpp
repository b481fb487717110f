// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/outcome.h"

#include "core/base/hash.h"

namespace signalbox::fleet_sim {
namespace {

/// A number from 0 to 1 that depends on nothing but the text.
double drawn(const std::string& text) {
    const Sha256 hash = sha256(bytesOf(text));
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 6; ++i)
        value = value << 8 | hash[i];
    return static_cast<double>(value) / static_cast<double>(std::uint64_t(1) << 48);
}

}  // namespace

Outcome outcomeOf(const FailureRates& rates, std::uint64_t seed, std::string_view terminal, std::string_view version,
                  std::int64_t attempt) {
    const std::string base = std::to_string(seed) + "/" + std::string(terminal) + "/" + std::string(version) + "/";
    const std::string once = base + std::to_string(attempt) + "/";
    if (drawn(once + "download") < rates.download) return Outcome::downloadFails;
    if (drawn(once + "install") < rates.install) return Outcome::installFails;
    const auto broken = rates.byVersion.find(std::string(version));
    const bool fails = broken == rates.byVersion.end() ? drawn(once + "check") < rates.runCheck
                                                       : drawn(base + "check") < broken->second;
    return fails ? Outcome::runCheckFails : Outcome::good;
}

}  // namespace signalbox::fleet_sim
