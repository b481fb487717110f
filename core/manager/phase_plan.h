// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/fleet/terminal_set.h"
#include "core/model/rollout.h"

namespace signalbox::manager {

/// Deals the audience out to the phases in an order that is random but always the same for one rollout, so that the
/// first phase is no particular kind of terminal. The last phase takes the rest; percents are of the whole audience,
/// rounded up. A phase with a filter takes whom that chose (`chosen`, by phase) and no phase with a filter before it;
/// only who is left is dealt out by size.
[[nodiscard]] std::vector<fleet::TerminalSet> planPhases(
    const fleet::TerminalSet& audience, const std::vector<Phase>& phases, RolloutId rollout,
    const std::vector<std::optional<fleet::TerminalSet>>& chosen = {});

/// BaseErrc::invalidArgument naming the phase that cannot be.
[[nodiscard]] Result<void> checkPhases(const std::vector<Phase>& phases);

}  // namespace signalbox::manager
