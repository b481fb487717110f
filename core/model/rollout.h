// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/model/digest.h"
#include "core/model/release.h"
#include "core/model/schedule.h"
#include "core/model/terminal.h"

namespace signalbox {

using RolloutId = Id<struct RolloutTag>;
/// Fits int32: SWUpdate reads it so.
using DeploymentId = Id<struct DeploymentTag>;

/// draft → scheduled → issuing → running ⇄ paused → finished | stopped | failed.
enum class RolloutState { draft, scheduled, issuing, running, paused, finished, stopped, failed };

/// What a DDI client is told about installing. `soft`: it may choose when. `timeForced`: soft until a time. With
/// `downloadOnly` a terminal is done when it has the package.
enum class InstallMode { forced, soft, timeForced, downloadOnly };

/// How many of the audience a phase takes: a count, or a share of all in percent. The last phase takes the rest.
struct PhaseSize {
    enum class Unit { count, percent };
    Unit unit = Unit::percent;
    double amount = 100;
};

/// What must hold before the phase after this one gets permits.
struct PhaseGate {
    double successPercent = 100;  ///< of this phase's terminals, verified
    Seconds wait{0};              ///< after that
    bool byHand = false;          ///< and someone must open it
};

struct Phase {
    std::string name;
    std::optional<std::string> filter;  ///< RSQL: whom of the audience it takes; none: as many as `size` says
    PhaseSize size;
    PhaseGate gate;
    std::optional<TimePoint> startedAt;  ///< permits are given from here
    std::optional<TimePoint> reachedAt;  ///< the gate's share was reached
    bool openedByHand = false;
};

/// Pauses the rollout at once when either is exceeded; 0 switches that one off. Time-outs count as failures.
struct Breaker {
    std::uint32_t count = 0;  ///< failures that are still fine
    double percent = 0;       ///< of the terminals of the phases started, that may fail
};

struct RetryPolicy {
    std::uint32_t count = 2;  ///< attempts after the first
    Seconds backOff{300};     ///< doubled each time
};

struct SyncGate {
    std::uint32_t atLeast = 0;  ///< node copies a cluster must have proven; 0: all
};

/// Why a terminal failed: the closed list that core/terminal reports and docs list. `none` while nothing failed.
enum class FailureCause {
    none,
    manifestInvalid,   ///< manifest or recipe did not verify or parse
    nodesUnreachable,  ///< no node of the chain gave the bytes
    digestMismatch,    ///< the bytes are not what was permitted
    diskFull,
    permitInvalid,  ///< the permit did not verify, was for another or is over
    unpackFailed,
    installFailed,  ///< the switch to the new version
    restartFailed,
    runCheckFailed,  ///< it ran and said no
    runCheckTimedOut,
    rollBackFailed,  ///< and the old version could not be put back
    unsupported,     ///< this terminal cannot do that kind of install
    timedOut,        ///< silent beyond the rollout's install time-out
    other,           ///< a DDI client that gives text only
    failedBefore,    ///< nothing was tried: this release failed here in an earlier rollout
    windowMissed,    ///< it had not installed at the rollout's deadline
    notApproved      ///< no signatures that this terminal believes say that people approved it
};

/// One release taken to one audience.
struct Rollout {
    RolloutId id;
    std::string name;
    ReleaseId release;
    std::string audience;  ///< RSQL
    std::vector<Phase> phases;
    std::optional<TimePoint> issueTime;   ///< none: at once
    std::optional<TimePoint> updateTime;  ///< none: as soon as a terminal has it
    Schedule schedule;
    Seconds permitValidity{86400};
    Seconds installTimeout{3600};  ///< a terminal with a permit that stays silent this long has failed
    bool offlineInstall = false;
    InstallMode installMode = InstallMode::forced;
    std::optional<TimePoint> forceTime;  ///< with timeForced
    bool confirmation = false;           ///< the user of the terminal must confirm first
    std::int64_t priority = 0;           ///< of several rollouts that want one terminal the highest goes first
    SyncGate syncGate;
    Breaker breaker;
    RetryPolicy retry;
    bool takesLater = false;  ///< terminals that come to match the audience after the issue time join the last phase
    Seconds leavesSilent{0};  ///< terminals not heard of for this long at the issue time are left out; 0: none is
    RolloutId rollbackOf;     ///< 0, or: of the audience only those on which that rollout succeeded
    /// With rollbackOf: not those, but the ones whose part in it ended with this cause.
    FailureCause rollbackCause = FailureCause::none;
    RolloutState state = RolloutState::draft;
    std::string stateReason;  ///< why it is paused, failed, stopped; empty otherwise
    bool pausedByBreaker = false;
    std::uint32_t failuresAccepted = 0;  ///< by whoever resumed it last: the breaker counts from there
    std::uint32_t currentPhase = 0;
    std::string createdBy;
    TimePoint createdAt;
    std::optional<TimePoint> startedAt;
    std::optional<TimePoint> endedAt;
};

/// waiting(reason) → offered → downloading(%) → downloaded → holding(until) → installing → checking →
/// succeeded | failed(stage, cause) | rolled back(cause) | refused(by user) | cancelled | superseded.
enum class DeploymentState {
    waiting,
    offered,
    downloading,
    downloaded,
    holding,
    installing,
    checking,
    succeeded,
    failed,
    rolledBack,
    refused,
    cancelled,
    superseded
};
[[nodiscard]] constexpr bool isFinal(DeploymentState state) {
    return state >= DeploymentState::succeeded;
}

/// One terminal's part in a rollout.
struct Deployment {
    DeploymentId id;
    RolloutId rollout;
    TerminalId terminal;
    std::uint32_t phase = 0;
    DeploymentState state = DeploymentState::waiting;
    std::string waitReason;            ///< while not final: the rule that holds it
    std::optional<TimePoint> nextTry;  ///< when that rule is looked at again
    std::uint32_t percent = 0;         ///< of the download
    std::uint32_t attempt = 1;
    std::optional<TimePoint> permittedAt;  ///< a permit was issued for this attempt
    std::int64_t permitSequence = 0;       ///< its sequence
    bool cancelRequested = false;          ///< the terminal is asked to stop
    bool awaitsConfirmation = false;       ///< by the terminal's user; nothing is offered before
    bool excluded = false;                 ///< someone took the terminal out: gates and breaker do not count it
    FailureCause cause = FailureCause::none;
    std::string message;      ///< what the terminal said last
    std::string logTail;      ///< the end of a failed command's output
    std::string fromVersion;  ///< installed before
    TimePoint createdAt;
    TimePoint changedAt;
};

/// absent → sending(%) → stored → proven → stale | damaged.
enum class CopyState { absent, sending, stored, proven, stale, damaged };

/// One release's bytes on one node.
struct NodeCopy {
    NodeId node;
    ReleaseId release;
    CopyState state = CopyState::absent;
    std::uint64_t bytesSent = 0;
    std::uint64_t bytesTotal = 0;
    std::uint32_t attempts = 0;
    std::string lastError;
    TimePoint changedAt;
    std::optional<TimePoint> nextTry;  ///< after a failure
    std::uint64_t rate = 0;            ///< bytes a second, of what was sent last
};

}  // namespace signalbox
