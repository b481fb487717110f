// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/manager/engine.h"

namespace signalbox::manager {

/// What people do about a group of failures at once: the parts of a rollout that ended with one cause (nullopt: with
/// any). Changes are put into the ledger. Errors of all: BaseErrc::notFound, and BaseErrc::wrongState when the rollout
/// is over.
class FailureActions {
public:
    explicit FailureActions(Engine& engine) : m_engine(engine) {}

    /// Resets every deployment of the group; how many. Terminals that are busy with another one or were taken out are
    /// left as they are.
    [[nodiscard]] Result<std::uint64_t> retry(RolloutId rollout, std::optional<FailureCause> cause,
                                              std::string_view actor);
    /// Takes the group's terminals out of the rollout: neither gates nor the breaker count them, and nothing is tried
    /// again there. What failed stays written down. How many are out more than before.
    [[nodiscard]] Result<std::uint64_t> exclude(RolloutId rollout, std::optional<FailureCause> cause,
                                                std::string_view actor);
    /// Undoes that: their failures count again.
    [[nodiscard]] Result<std::uint64_t> include(RolloutId rollout, std::optional<FailureCause> cause,
                                                std::string_view actor);

private:
    [[nodiscard]] Result<std::vector<DeploymentId>> groupOf(RolloutId rollout, std::optional<FailureCause> cause) const;
    [[nodiscard]] Result<std::uint64_t> mark(RolloutId rollout, std::optional<FailureCause> cause, bool excluded,
                                             std::string_view actor);

    Engine& m_engine;
};

}  // namespace signalbox::manager
