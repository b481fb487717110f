// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/manager/deployment_log.h"
#include "core/manager/engine.h"

namespace signalbox::manager {

/// What a terminal said of its deployment, whichever client it is.
struct TerminalReport {
    DeploymentState state = DeploymentState::offered;
    std::optional<std::uint32_t> percent;
    bool wordOnly = false;  ///< a message that moves nothing
    FailureCause cause = FailureCause::none;
    std::string message;
    std::string logTail;
    std::string version;        ///< what runs now, where it says so
    std::uint32_t attempt = 0;  ///< 0: the client knows no attempts
};

/// Each terminal's part in the rollouts: what came of it, and what people and terminals do to it. Changes are put into
/// the ledger; the caller awaits Ledger::durable() before it answers.
class Deployments {
public:
    explicit Deployments(Engine& engine) : m_engine(engine), m_log(engine) {}

    /// The deadline came: what has no permit yet has failed.
    void endMissed(const RolloutEntry& entry);

    /// BaseErrc::notFound: unknown or another terminal's; BaseErrc::wrongState: closed already, or between two
    /// attempts; BaseErrc::tooLarge: it said too much of this one (its end is taken all the same).
    [[nodiscard]] Result<void> report(TerminalId terminal, DeploymentId id, const TerminalReport& report);
    /// The terminal's answer to a cancel.
    [[nodiscard]] Result<void> cancelAnswered(TerminalId terminal, DeploymentId id, bool stopped,
                                              std::string_view message);

    /// The word of the terminal's user; denied, it stays as it is. BaseErrc::wrongState: nobody waits for it.
    [[nodiscard]] Result<void> confirm(DeploymentId id, bool confirmed, std::string_view message);
    /// What waits is confirmed with it. BaseErrc::wrongState: it is active already.
    [[nodiscard]] Result<void> setAutoConfirm(TerminalId terminal, AutoConfirm word);
    /// The terminal says what runs; false when that was known.
    bool noteInstalled(TerminalId terminal, const std::string& product, const std::string& version);
    /// The newest deployment that succeeded; nullptr: none.
    [[nodiscard]] const Deployment* lastInstalled(TerminalId terminal) const;

    [[nodiscard]] Result<Deployment> cancel(DeploymentId id, std::string_view actor);
    /// A failed, rolled back or refused deployment starts anew with its first attempt.
    [[nodiscard]] Result<Deployment> reset(DeploymentId id, std::string_view actor);
    void cancelAllOf(RolloutEntry& entry, std::string_view reason);
    void timeOut(DeploymentId id);
    /// Ends its part in every rollout that counts on it.
    void terminalRemoved(TerminalId terminal);

private:
    void fail(Deployment deployment, const TerminalReport& report);

    Engine& m_engine;
    DeploymentLog m_log;
};

/// Failures that another attempt may mend; the others are final at once.
[[nodiscard]] bool isWorthRetrying(FailureCause cause);

}  // namespace signalbox::manager
