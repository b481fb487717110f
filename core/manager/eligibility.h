// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/manager/world.h"

namespace signalbox::manager {

/// The release's package for a platform; nullptr: it has none.
[[nodiscard]] const Package* packageFor(const Release& release, std::string_view platform);
/// What a deployment brings; nullptr: no package fits its terminal (any more).
[[nodiscard]] const Package* packageOf(const World& world, const Deployment& deployment);

/// Whether a release may go to a terminal at all, beside the rules of when.
class Eligibility {
public:
    explicit Eligibility(const World& world) : m_world(world) {}

    /// A rollout that is newer and brings the same product to the terminal, or brought it already; 0: none.
    [[nodiscard]] RolloutId successorOf(RolloutId rollout, TerminalId terminal) const;
    /// It failed there in an earlier rollout, and nobody has reset that.
    [[nodiscard]] bool failedForGood(TerminalId terminal, ReleaseId release) const;
    /// The terminal says that it has this version, however it came there; unless we know that it is another release's,
    /// one of another channel.
    [[nodiscard]] bool hasIt(const Terminal& terminal, const Release& release) const;
    /// Whether that rollout takes the older one's terminals over: newer, of no lower priority, the same
    /// product.
    [[nodiscard]] bool succeeds(const RolloutEntry& newer, const Rollout& older) const;
    /// A part that ended so that its release is not offered there again.
    [[nodiscard]] static bool failedFinally(const Deployment& deployment);
    /// The first prerequisite that the terminal does not meet; nullptr: it meets them all.
    [[nodiscard]] static const Prerequisite* unmet(const Release& release, const Terminal& terminal);

private:
    const World& m_world;
};

}  // namespace signalbox::manager
