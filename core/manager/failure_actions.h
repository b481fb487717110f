// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/manager/engine.h"

namespace signalbox::manager {

/// What people do about a group of failures at once. Changes are put into the ledger.
class FailureActions {
public:
    explicit FailureActions(Engine& engine) : m_engine(engine) {}

    /// Resets every deployment of the rollout that ended with that cause (nullopt: any); how many. Terminals that are
    /// busy with another one are left as they are. BaseErrc::notFound, and BaseErrc::wrongState when the rollout is
    /// over.
    [[nodiscard]] Result<std::uint64_t> retry(RolloutId rollout, std::optional<FailureCause> cause,
                                              std::string_view actor);

private:
    Engine& m_engine;
};

}  // namespace signalbox::manager
