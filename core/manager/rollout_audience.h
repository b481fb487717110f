// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/manager/world.h"

namespace signalbox::manager {

/// Terminals that the audience matches and the rollout leaves out, for one reason.
struct LeftOut {
    std::string reason;  ///< "wrong platform", "not heard of for 30 days"
    fleet::TerminalSet terminals;
};

/// Whom a rollout takes, by the one set of rules that the issue time, newcomers and the dry run go by.
struct RolloutAudience {
    fleet::TerminalSet matched;
    fleet::TerminalSet members;    ///< those that are not left out
    std::vector<LeftOut> leftOut;  ///< each terminal once
};

/// BaseErrc::malformed and BaseErrc::invalidArgument where the audience cannot be read (any more).
[[nodiscard]] Result<RolloutAudience> audienceOf(const World& world, const Rollout& rollout, TimePoint now);

/// The members dealt out to the phases. Errors as above, of a phase's filter.
[[nodiscard]] Result<std::vector<fleet::TerminalSet>> phasesOf(const World& world, const Rollout& rollout,
                                                               const fleet::TerminalSet& members, TimePoint now);

}  // namespace signalbox::manager
