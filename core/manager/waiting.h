// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/manager/install_rules.h"

namespace signalbox::manager {

/// Why a terminal's part in a rollout does not go on.
struct Wait {
    std::string rule;               ///< a word for programs: "window", "phase", "paused" …; empty: it is over
    std::string reason;             ///< for people
    std::optional<TimePoint> next;  ///< when it is looked at again at the latest; none: when something changes
    std::string changes;            ///< what moves it on
};

/// Explains every deployment that is not final, and terminals of a rollout that have none yet. Changes nothing.
class Waiting {
public:
    explicit Waiting(const Engine& engine) : m_engine(engine) {}

    [[nodiscard]] Wait of(const Deployment& deployment) const;
    /// Of a member of the rollout without a deployment.
    [[nodiscard]] Wait before(const RolloutEntry& entry, TerminalId terminal) const;

private:
    [[nodiscard]] Wait held(const Deployment& deployment, const Clearance& clearance) const;
    [[nodiscard]] Wait atWork(const Deployment& deployment) const;
    [[nodiscard]] std::string gateOf(const RolloutEntry& entry) const;
    /// When the terminal is expected to poll: an interval after its last contact, or any moment.
    [[nodiscard]] std::optional<TimePoint> nextPoll(TerminalId terminal) const;

    const Engine& m_engine;
};

}  // namespace signalbox::manager
