// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/manager/engine.h"

namespace signalbox::manager {

/// Leave to install, or why not yet.
struct Clearance {
    bool granted = false;
    std::string holdReason;          ///< while not granted
    std::optional<TimePoint> until;  ///< when to ask again; none: at the next poll
};

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

/// Each terminal's part in the rollouts: who is offered what, who may install, what came of it. Changes are put into
/// the ledger; the caller awaits Ledger::durable() before it answers.
class Deployments {
public:
    explicit Deployments(Engine& engine) : m_engine(engine) {}

    /// What a poll of this terminal shows: its open deployment, made now if a rollout has one for it. `ours` is false
    /// for clients that take a held-back deployment for a done one: they see it only when it may be installed.
    [[nodiscard]] const Deployment* due(TerminalId terminal, bool ours);
    /// `ours` false: only what it may install at once, or what is for downloading alone.
    [[nodiscard]] bool mayBeShown(const Deployment& deployment, bool ours) const;

    /// When the terminal may install, by update times, windows and freezes: the open span or the next one; nullopt:
    /// none comes any more. `now` may be another moment.
    [[nodiscard]] std::optional<schedule::Span> installSpan(const RolloutEntry& entry, TerminalId terminal,
                                                            TimePoint now) const;
    /// From when to when a permit holds that was given at permittedAt, which is set.
    [[nodiscard]] schedule::Span permitTimes(const Deployment& deployment) const;
    /// The deadline came: what has no permit yet has failed.
    void endMissed(const RolloutEntry& entry);

    /// Whether the terminal may install now. Granted gives the permit, at first issue put into the ledger, the same
    /// again when asked again, and a new one once that is over.
    [[nodiscard]] Clearance clearance(const Deployment& deployment) const;
    [[nodiscard]] Result<std::string> permitFor(DeploymentId id);
    /// The terminal was just told to hold: the permit it had, if any, does not count any more, unless the rollout lets
    /// it install without asking again or it is installing already.
    void recallPermit(DeploymentId id);

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

    /// The nodes a terminal is told to use, best first: those of its cluster whose copy is proven, by weighted
    /// rendezvous hashing, the ones out of reach last.
    [[nodiscard]] std::vector<Node> chainOf(const Terminal& terminal, ReleaseId release) const;
    [[nodiscard]] const Package* packageOf(const Deployment& deployment) const;
    /// Why it waits, in words, for every deployment that is not final.
    [[nodiscard]] std::string whyWaiting(const Deployment& deployment) const;

private:
    [[nodiscard]] const Deployment* offerNew(TerminalId terminal, bool ours);
    /// How a terminal's part in a rollout begins; without an id yet.
    [[nodiscard]] Deployment firstPart(const RolloutEntry& entry, const Terminal& terminal, std::uint32_t phase) const;
    /// A running rollout that is newer and brings the same product to the terminal; 0: none.
    [[nodiscard]] RolloutId successorOf(RolloutId rollout, TerminalId terminal) const;
    /// An open deployment that no package fits any more, or that a newer rollout takes over before it was permitted.
    void endWhatCannotBe(TerminalId terminal);
    [[nodiscard]] bool failedForGood(TerminalId terminal, ReleaseId release) const;
    void save(Deployment deployment);
    void note(const Deployment& deployment, std::string_view status, std::string_view message);
    void fail(Deployment deployment, const TerminalReport& report);

    Engine& m_engine;
};

/// Failures that another attempt may mend; the others are final at once.
[[nodiscard]] bool isWorthRetrying(FailureCause cause);

}  // namespace signalbox::manager
