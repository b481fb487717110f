// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/phase_plan.h"

#include <algorithm>
#include <cmath>

#include "core/base/hash.h"

namespace signalbox::manager {
namespace {

/// A well-mixed 64-bit hash of two numbers (the finaliser of MurmurHash3).
std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    std::uint64_t x = a * 0x9e3779b97f4a7c15ULL + b;
    x = (x ^ (x >> 33)) * 0xff51afd7ed558ccdULL;
    x = (x ^ (x >> 33)) * 0xc4ceb9fe1a85ec53ULL;
    return x ^ (x >> 33);
}

std::uint64_t sizeOf(const PhaseSize& size, std::uint64_t audience) {
    if (size.unit == PhaseSize::Unit::count) return static_cast<std::uint64_t>(size.amount);
    return static_cast<std::uint64_t>(std::ceil(static_cast<double>(audience) * size.amount / 100.0 - 1e-9));
}

}  // namespace

std::vector<fleet::TerminalSet> planPhases(const fleet::TerminalSet& audience, const std::vector<Phase>& phases,
                                           RolloutId rollout,
                                           const std::vector<std::optional<fleet::TerminalSet>>& chosen) {
    std::vector<fleet::TerminalSet> members(phases.size());
    fleet::TerminalSet left = audience;
    for (std::size_t phase = 0; phase < chosen.size(); ++phase) {
        if (!chosen[phase]) continue;
        members[phase] = left;
        members[phase] &= *chosen[phase];
        left -= members[phase];
    }
    std::vector<std::pair<std::uint64_t, TerminalId>> order;
    order.reserve(left.count());
    left.forEach([&](TerminalId id) {
        order.emplace_back(mix(static_cast<std::uint64_t>(rollout.value), static_cast<std::uint64_t>(id.value)), id);
        return true;
    });
    std::sort(order.begin(), order.end());
    const std::uint64_t all = audience.count();
    std::size_t next = 0;
    for (std::size_t phase = 0; phase < phases.size(); ++phase) {
        const bool last = phase + 1 == phases.size();
        if (!last && phase < chosen.size() && chosen[phase]) continue;
        std::uint64_t wanted = last ? order.size() : sizeOf(phases[phase].size, all);
        for (; wanted > 0 && next < order.size(); --wanted)
            members[phase].add(order[next++].second);
    }
    return members;
}

Result<void> checkPhases(const std::vector<Phase>& phases) {
    if (phases.empty() || phases.size() > 100)
        return makeError(BaseErrc::invalidArgument, "phases: 1 to 100 are wanted");
    for (std::size_t i = 0; i < phases.size(); ++i) {
        const Phase& phase = phases[i];
        const std::string where = "phases[" + std::to_string(i) + "]";
        if (phase.filter && i + 1 == phases.size())
            return makeError(BaseErrc::invalidArgument, where + ".filter: the last phase takes the rest");
        const bool isPercent = phase.size.unit == PhaseSize::Unit::percent;
        const bool isEnough = isPercent ? phase.size.amount > 0 : phase.size.amount >= 1;
        if (!isEnough || phase.size.amount > (isPercent ? 100.0 : 1e9))
            return makeError(BaseErrc::invalidArgument,
                             where + ".size: " + (isPercent ? "above 0 to 100 percent" : "1 or more") + " is wanted");
        if (!(phase.gate.successPercent >= 0 && phase.gate.successPercent <= 100))
            return makeError(BaseErrc::invalidArgument, where + ".gate.successPercent: 0 to 100 is wanted");
        if (phase.gate.wait < Seconds(0) || phase.gate.wait > Seconds(std::int64_t(366) * 86400))
            return makeError(BaseErrc::invalidArgument, where + ".gate.waitSeconds: 0 to a year is wanted");
        if (phase.name.empty() || phase.name.size() > 64)
            return makeError(BaseErrc::invalidArgument, where + ".name: 1 to 64 bytes are wanted");
    }
    return {};
}

}  // namespace signalbox::manager
