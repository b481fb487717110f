// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/manager/world.h"

namespace signalbox::manager {

/// Something that the terminals which failed have in common more than the others.
struct Suspect {
    std::string what;  ///< "model", "cluster", "node" (first of the chain), "platform", "version before", "site"
    std::string value;
    std::uint64_t failed = 0;  ///< of this group
    std::uint64_t ended = 0;   ///< terminals with that value whose part has ended, failed or not
};

/// The failures of a rollout that have one cause and end.
struct FailureGroup {
    FailureCause cause = FailureCause::none;
    DeploymentState state = DeploymentState::failed;
    std::uint64_t count = 0;
    std::uint64_t excluded = 0;  ///< of them: taken out of the rollout
    TimePoint first;
    TimePoint last;
    std::string message;                 ///< what the last of them said
    std::string lastLine;                ///< of its log tail
    std::vector<std::string> terminals;  ///< controller ids, at most 20
    std::vector<Suspect> suspects;       ///< the likeliest first, at most 5
};

/// What failed in a rollout, the largest group first. Suspects are looked for among at most 20,000 ended parts.
[[nodiscard]] std::vector<FailureGroup> failuresOf(const World& world, const RolloutEntry& entry);

}  // namespace signalbox::manager
