// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "core/manager/engine.h"

namespace signalbox::manager {

/// Drafts that another rollout calls for. Each is an ordinary draft: looked at, dry-run, changed and started by people.
class FollowUpPlans {
public:
    explicit FollowUpPlans(Engine& engine) : m_engine(engine) {}

    /// A draft that takes `to` to the terminals on which the rollout succeeded and that still run what it brought; with
    /// a `cause` to exactly those whose part in it ended so. BaseErrc::wrongState: the rollout still gives offers (with
    /// a cause it may), installed nothing, or `to` is not approved or has no package for any of them;
    /// BaseErrc::invalidArgument: `to` is of another product or not older.
    [[nodiscard]] Result<Rollout> rollBack(RolloutId rollout, ReleaseId to, std::string_view actor,
                                           FailureCause cause = FailureCause::none);

    /// Drafts that bring what the rollout's release needs first to those of its audience that lack it, the most basic
    /// first; they have its schedule and go before it. All are made or none. BaseErrc::wrongState: no approved release
    /// meets a prerequisite; BaseErrc::invalidArgument: one is of a restricted product, which goes by tags alone.
    [[nodiscard]] Result<std::vector<Rollout>> prerequisites(RolloutId rollout, std::string_view actor);

private:
    Engine& m_engine;
};

}  // namespace signalbox::manager
