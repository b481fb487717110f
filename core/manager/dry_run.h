// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/manager/engine.h"

namespace signalbox::manager {

/// Terminals that one thing is true of.
struct DryRunGroup {
    std::string reason;
    std::uint64_t count = 0;
    std::vector<std::string> terminals;  ///< controller ids, at most 20
};

struct DryRunPhase {
    std::string name;
    std::uint64_t terminals = 0;
    std::uint64_t bytes = 0;
    std::optional<TimePoint> from;    ///< permits are given from here at the earliest; none: nobody can say
    std::optional<TimePoint> finish;  ///< the last terminal's window has opened and it has polled
    bool afterHand = false;           ///< times count from a gate that someone opens at once
};

/// What a node is expected to send, by its share of its cluster's weight.
struct DryRunNode {
    std::string name;
    std::string cluster;
    bool online = false;
    std::uint64_t terminals = 0;
    std::uint64_t bytes = 0;
};

/// What a rollout would do if it went to its nodes now.
struct DryRun {
    TimePoint at;
    std::uint64_t matched = 0;
    std::uint64_t members = 0;  ///< matched, but for those left out
    std::uint64_t bytes = 0;
    std::vector<DryRunGroup> excluded;  ///< will not get it: left out, or their part ends before it begins
    std::vector<DryRunGroup> held;      ///< get it once something else is there
    std::vector<DryRunGroup> missed;    ///< no window comes for them (before the deadline)
    std::vector<DryRunGroup> noNodes;   ///< in a cluster without a node: the manager must send to them
    std::vector<DryRunPhase> phases;
    std::vector<DryRunNode> nodes;
    std::optional<TimePoint> finish;  ///< at the earliest; none: some miss their window
};

/// Goes by the very rules of the issue time, of offers and of permits, over the fleet as it is in this moment (one call
/// on the manager's one thread sees one state), and changes nothing. Errors as Rollouts::create.
[[nodiscard]] Result<DryRun> dryRun(const Engine& engine, const Rollout& rollout);

}  // namespace signalbox::manager
