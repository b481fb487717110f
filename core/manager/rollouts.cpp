// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/rollouts.h"

#include <algorithm>
#include <set>

#include "core/base/log.h"
#include "core/manager/audiences.h"
#include "core/manager/deployments.h"
#include "core/manager/install_rules.h"
#include "core/manager/phase_plan.h"
#include "core/manager/release_trust.h"
#include "core/manager/rollout_audience.h"
#include "core/model/names.h"

namespace signalbox::manager {
namespace {

std::string subjectOf(RolloutId id) {
    return "rollout:" + std::to_string(id.value);
}

Result<void> checkNumbers(const Rollout& rollout) {
    const auto bad = [](const char* text) { return makeError(BaseErrc::invalidArgument, text); };
    if (rollout.name.empty() || rollout.name.size() > 200) return bad("name: 1 to 200 bytes are wanted");
    if (rollout.permitValidity < Seconds(60) || rollout.permitValidity > Seconds(366LL * 86400))
        return bad("permitValiditySeconds: a minute to a year is wanted");
    if (rollout.installTimeout < Seconds(10) || rollout.installTimeout > Seconds(30LL * 86400))
        return bad("installTimeoutSeconds: 10 seconds to 30 days is wanted");
    if (rollout.retry.count > 100) return bad("retry.count: 0 to 100 is wanted");
    if (rollout.retry.backOff < Seconds(1) || rollout.retry.backOff > Seconds(86400))
        return bad("retry.backOffSeconds: 1 to 86400 is wanted");
    if (!(rollout.breaker.percent >= 0 && rollout.breaker.percent <= 100))
        return bad("breaker.percent: 0 to 100 is wanted");
    if (rollout.leavesSilent != Seconds(0) &&
        (rollout.leavesSilent < Seconds(3600) || rollout.leavesSilent > Seconds(3660LL * 86400)))
        return bad("leavesSilentSeconds: 0, or an hour to ten years is wanted");
    if (rollout.issueTime && rollout.updateTime && *rollout.updateTime < *rollout.issueTime)
        return bad("updateTime lies before issueTime");
    return {};
}

bool mayBeIssued(const Release& release) {
    return release.state == ReleaseState::approved || release.state == ReleaseState::published;
}

}  // namespace

Result<RolloutEntry*> Rollouts::find(RolloutId id) {
    const auto found = m_engine.world.rollouts.find(id);
    if (found == m_engine.world.rollouts.end())
        return makeError(BaseErrc::notFound, "there is no rollout " + std::to_string(id.value));
    return &found->second;
}

Result<Rollout> Rollouts::get(RolloutId id) const {
    const auto found = m_engine.world.rollouts.find(id);
    if (found == m_engine.world.rollouts.end())
        return makeError(BaseErrc::notFound, "there is no rollout " + std::to_string(id.value));
    return found->second.rollout;
}

void Rollouts::save(RolloutEntry& entry, std::string_view actor, std::string_view action, boost::json::object detail) {
    const Rollout& rollout = entry.rollout;
    detail["state"] = nameOf(rollout.state);
    m_engine.world.noteState(rollout);
    m_engine.ledger.put(rollout);
    m_engine.ledger.audit(actor, action, subjectOf(rollout.id), detail);
    m_engine.ledger.event(
        "rollout",
        {{"id", rollout.id.value}, {"state", nameOf(rollout.state)}, {"currentPhase", rollout.currentPhase}});
    logInfo("manager", "{} {} by {}: {}", action, rollout.id.value, actor, nameOf(rollout.state));
}

Result<void> Rollouts::check(const Engine& engine, const Rollout& wanted) {
    CHECK(checkNumbers(wanted));
    CHECK(checkPhases(wanted.phases));
    if (!engine.world.releases.contains(wanted.release))
        return makeError(BaseErrc::notFound, "there is no release " + std::to_string(wanted.release.value));
    if (wanted.rollbackOf && !engine.world.rollouts.contains(wanted.rollbackOf))
        return makeError(BaseErrc::notFound, "there is no rollout " + std::to_string(wanted.rollbackOf.value));
    if (!wanted.rollbackOf && wanted.rollbackCause != FailureCause::none)
        return makeError(BaseErrc::invalidArgument, "rollbackCause: rollbackOf is wanted with it");
    const TimePoint now = engine.clock.now();
    CHECK(audienceOf(engine.world, wanted, now));
    CHECK(phasesOf(engine.world, wanted, {}, now));
    CHECK(schedule::Calendar::make(wanted.schedule));
    return {};
}

Result<Rollout> Rollouts::create(Rollout wanted, std::string_view actor) {
    if (wanted.phases.empty()) {
        Phase all;
        all.name = "all";
        wanted.phases.push_back(std::move(all));
    }
    CHECK(check(m_engine, wanted));
    TRY(auto calendar, schedule::Calendar::make(wanted.schedule));
    for (Phase& phase : wanted.phases) {
        phase.startedAt.reset();
        phase.reachedAt.reset();
        phase.openedByHand = false;
    }
    wanted.id = m_engine.world.nextRollout();
    wanted.state = RolloutState::draft;
    wanted.stateReason.clear();
    wanted.pausedByBreaker = false;
    wanted.failuresAccepted = 0;
    wanted.currentPhase = 0;
    wanted.createdBy = actor;
    wanted.createdAt = m_engine.clock.now();
    wanted.startedAt.reset();
    wanted.endedAt.reset();
    RolloutEntry& entry = m_engine.world.rollouts[wanted.id];
    entry.rollout = std::move(wanted);
    entry.calendar = std::move(calendar);
    save(entry, actor, "rollout.create",
         {{"release", entry.rollout.release.value}, {"audience", entry.rollout.audience}});
    return entry.rollout;
}

Result<void> Rollouts::remove(RolloutId id, std::string_view actor) {
    TRY(RolloutEntry* const entry, find(id));
    if (entry->rollout.state != RolloutState::draft)
        return makeError(BaseErrc::wrongState, "only drafts are deleted; stop the rollout instead");
    m_engine.world.dropRollout(id);
    m_engine.ledger.put(store::RolloutRemoved{id});
    m_engine.ledger.audit(actor, "rollout.delete", subjectOf(id));
    m_engine.ledger.event("rollout", {{"id", id.value}, {"state", "deleted"}});
    return {};
}

Result<Rollout> Rollouts::start(RolloutId id, std::string_view actor) {
    TRY(RolloutEntry* const entry, find(id));
    if (entry->rollout.state != RolloutState::draft)
        return makeError(BaseErrc::wrongState, "the rollout is " + std::string(nameOf(entry->rollout.state)));
    const Release& release = m_engine.world.releases[entry->rollout.release];
    if (!mayBeIssued(release))
        return makeError(BaseErrc::wrongState, "release " + std::to_string(release.id.value) + " is " +
                                                   std::string(nameOf(release.state)) +
                                                   "; it must be approved before it can be issued");
    CHECK(ReleaseTrust(m_engine).checkSigned(release));
    CHECK(audienceOf(m_engine.world, entry->rollout, m_engine.clock.now()));
    entry->rollout.state = RolloutState::scheduled;
    save(*entry, actor, "rollout.start");
    advance();
    return entry->rollout;
}

Result<Rollout> Rollouts::pause(RolloutId id, std::string reason, std::string_view actor) {
    TRY(RolloutEntry* const entry, find(id));
    const RolloutState state = entry->rollout.state;
    if (state != RolloutState::running && state != RolloutState::issuing)
        return makeError(BaseErrc::wrongState, "the rollout is " + std::string(nameOf(state)));
    pauseBy(*entry, reason.empty() ? "paused by " + std::string(actor) : reason.substr(0, 1000), false, actor);
    return entry->rollout;
}

void Rollouts::pauseBy(RolloutEntry& entry, std::string reason, bool breaker, std::string_view actor) {
    entry.rollout.state = RolloutState::paused;
    entry.rollout.stateReason = std::move(reason);
    entry.rollout.pausedByBreaker = breaker;
    save(entry, actor, breaker ? "rollout.breaker" : "rollout.pause", {{"reason", entry.rollout.stateReason}});
}

Result<Rollout> Rollouts::resume(RolloutId id, std::string_view actor) {
    TRY(RolloutEntry* const entry, find(id));
    Rollout& rollout = entry->rollout;
    if (rollout.state != RolloutState::paused)
        return makeError(BaseErrc::wrongState, "the rollout is " + std::string(nameOf(rollout.state)));
    if (!mayBeIssued(m_engine.world.releases[rollout.release]))
        return makeError(BaseErrc::wrongState, "its release is withdrawn");
    rollout.failuresAccepted = static_cast<std::uint32_t>(entry->failures());
    rollout.state = entry->members.empty() || !rollout.startedAt ? RolloutState::issuing : RolloutState::running;
    rollout.stateReason.clear();
    rollout.pausedByBreaker = false;
    save(*entry, actor, "rollout.resume");
    advance();
    return entry->rollout;
}

Result<Rollout> Rollouts::stop(RolloutId id, std::string reason, std::string_view actor) {
    TRY(RolloutEntry* const entry, find(id));
    Rollout& rollout = entry->rollout;
    if (rollout.state != RolloutState::scheduled && !entry->active())
        return makeError(BaseErrc::wrongState, "the rollout is " + std::string(nameOf(rollout.state)));
    rollout.state = RolloutState::stopped;
    rollout.stateReason = reason.empty() ? "stopped by " + std::string(actor) : reason.substr(0, 1000);
    rollout.pausedByBreaker = false;
    rollout.endedAt = m_engine.clock.now();
    save(*entry, actor, "rollout.stop", {{"reason", rollout.stateReason}});
    Deployments(m_engine).cancelAllOf(*entry, rollout.stateReason);
    return entry->rollout;
}

Result<Rollout> Rollouts::openGate(RolloutId id, std::string_view actor) {
    TRY(RolloutEntry* const entry, find(id));
    Rollout& rollout = entry->rollout;
    // Paused, too: a gate that cannot be reached has paused it, and would again right after a resume.
    const bool isOpen = rollout.state == RolloutState::running ||
                        (rollout.state == RolloutState::paused && rollout.startedAt.has_value());
    if (!isOpen) return makeError(BaseErrc::wrongState, "the rollout is " + std::string(nameOf(rollout.state)));
    if (rollout.currentPhase + 1 >= rollout.phases.size())
        return makeError(BaseErrc::wrongState, "the rollout is in its last phase");
    rollout.phases[rollout.currentPhase].openedByHand = true;
    save(*entry, actor, "rollout.openGate", {{"phase", rollout.phases[rollout.currentPhase].name}});
    evaluate(id);
    return entry->rollout;
}

std::vector<ClusterId> Rollouts::clustersOf(const Engine& engine, const RolloutEntry& entry) {
    // Every cluster that has nodes and terminals of this audience.
    std::vector<ClusterId> clusters;
    for (const auto& [id, cluster] : engine.world.clusters) {
        if (engine.world.nodesOf(id).empty()) continue;
        const auto terminals = engine.world.terminalsOf(cluster, engine.clock.now());
        if (!terminals) continue;
        for (const fleet::TerminalSet& members : entry.members) {
            fleet::TerminalSet both = members;
            both &= *terminals;
            if (both.empty()) continue;
            clusters.push_back(id);
            break;
        }
    }
    return clusters;
}

Rollouts::SyncState Rollouts::syncState(const Engine& engine, const RolloutEntry& entry) {
    SyncState state;
    state.open = true;
    for (const ClusterId cluster : clustersOf(engine, entry)) {
        const auto nodes = engine.world.nodesOf(cluster);
        std::uint32_t proven = 0;
        for (const NodeEntry* node : nodes) {
            const auto copy = engine.world.copies.find({node->node.id, entry.rollout.release});
            if (copy != engine.world.copies.end() && copy->second.state == CopyState::proven) ++proven;
        }
        const auto all = static_cast<std::uint32_t>(nodes.size());
        const std::uint32_t needed =
            entry.rollout.syncGate.atLeast == 0 ? all : std::min(all, entry.rollout.syncGate.atLeast);
        state.proven += proven;
        state.needed += needed;
        if (proven < needed) state.open = false;
    }
    return state;
}

void Rollouts::issue(RolloutEntry& entry) {
    Rollout& rollout = entry.rollout;
    const TimePoint now = m_engine.clock.now();
    const auto audience = audienceOf(m_engine.world, rollout, now);
    auto members = audience ? phasesOf(m_engine.world, rollout, audience->members, now)
                            : Result<std::vector<fleet::TerminalSet>>(audience.error());
    if (!members) {
        rollout.state = RolloutState::failed;
        rollout.stateReason = members.error().text();
        rollout.endedAt = now;
        save(entry, "manager", "rollout.fail", {{"reason", rollout.stateReason}});
        return;
    }
    for (std::uint32_t phase = 0; phase < members->size(); ++phase)
        putMembers(entry, phase, std::move((*members)[phase]));
    entry.audienceAt = m_engine.world.fleet.revision();
    boost::json::object leftOut;
    for (const LeftOut& some : audience->leftOut)
        leftOut[some.reason] = some.terminals.count();
    rollout.state = RolloutState::issuing;
    save(entry, "manager", "rollout.issue", {{"terminals", entry.terminals()}, {"leftOut", std::move(leftOut)}});
}

void Rollouts::putMembers(RolloutEntry& entry, std::uint32_t phase, fleet::TerminalSet members) {
    m_engine.ledger.put(store::PhaseMembers{entry.rollout.id, phase, members.serialize()});
    m_engine.world.putMembers(entry.rollout.id, phase, std::move(members));
}

void Rollouts::admitNewcomers(RolloutEntry& entry) {
    const std::uint64_t revision = m_engine.world.fleet.revision();
    if (!entry.rollout.takesLater || entry.members.empty() || entry.audienceAt == revision) return;
    entry.audienceAt = revision;
    const auto audience = audienceOf(m_engine.world, entry.rollout, m_engine.clock.now());
    if (!audience) return;  // a saved audience was changed to something that names what is gone
    fleet::TerminalSet more = audience->members;
    for (const fleet::TerminalSet& phase : entry.members)
        more -= phase;
    if (more.empty()) return;
    m_engine.world.addMembers(entry.rollout.id, more);
    const auto last = static_cast<std::uint32_t>(entry.members.size() - 1);
    m_engine.ledger.put(store::PhaseMembers{entry.rollout.id, last, entry.members.back().serialize()});
    save(entry, "manager", "rollout.newcomers", {{"terminals", more.count()}});
}

void Rollouts::run(RolloutEntry& entry) {
    Rollout& rollout = entry.rollout;
    rollout.state = RolloutState::running;
    rollout.startedAt = m_engine.clock.now();
    rollout.phases.front().startedAt = rollout.startedAt;
    save(entry, "manager", "rollout.run");
    evaluate(rollout.id);
}

bool Rollouts::breakerTrips(const RolloutEntry& entry, std::string& why) const {
    const Rollout& rollout = entry.rollout;
    std::uint64_t failures = 0;
    std::uint64_t terminals = 0;
    for (std::size_t phase = 0; phase < entry.deciding.size(); ++phase) {
        if (!rollout.phases[phase].startedAt) continue;
        failures += entry.deciding[phase].failures() - entry.deciding[phase].failedBefore;
        terminals += entry.deciding[phase].terminals;
    }
    const std::uint64_t counted = failures - std::min<std::uint64_t>(failures, rollout.failuresAccepted);
    const bool byCount = rollout.breaker.count > 0 && counted > rollout.breaker.count;
    const bool byShare =
        rollout.breaker.percent > 0 && terminals > 0 &&
        static_cast<double>(counted) * 100.0 > rollout.breaker.percent * static_cast<double>(terminals);
    if (!byCount && !byShare) return false;
    why = std::to_string(counted) + " of " + std::to_string(terminals) + " terminals failed";
    return true;
}

void Rollouts::judgePhase(RolloutEntry& entry) {
    Rollout& rollout = entry.rollout;
    const TimePoint now = m_engine.clock.now();
    while (rollout.currentPhase + 1 < rollout.phases.size()) {
        Phase& phase = rollout.phases[rollout.currentPhase];
        const PhaseCounts& counts = entry.deciding[rollout.currentPhase];
        const double wanted = phase.gate.successPercent * static_cast<double>(counts.deciding()) / 100.0 - 1e-9;
        const bool reached = static_cast<double>(counts.succeeded()) >= wanted;
        const bool cannotBeReached =
            static_cast<double>(counts.terminals - counts.ended() + counts.succeeded()) < wanted;
        if (!reached && cannotBeReached && !phase.openedByHand) {
            pauseBy(entry,
                    "phase '" + phase.name + "' cannot reach its gate: " + std::to_string(counts.succeeded()) + " of " +
                        std::to_string(counts.deciding()) + " succeeded",
                    false, "manager");
            return;
        }
        if (reached && !phase.reachedAt) {
            phase.reachedAt = now;
            save(entry, "manager", "rollout.phaseReached", {{"phase", phase.name}});
        }
        if (!reached && !phase.openedByHand) return;
        if (!phase.openedByHand && (phase.gate.byHand || now < *phase.reachedAt + phase.gate.wait)) return;
        ++rollout.currentPhase;
        rollout.phases[rollout.currentPhase].startedAt = now;
        save(entry, "manager", "rollout.nextPhase", {{"phase", rollout.phases[rollout.currentPhase].name}});
    }
}

void Rollouts::judgeDeadline(RolloutEntry& entry) {
    entry.deadlineJudged = true;
    if (entry.rollout.schedule.missed != MissedWindow::fail) return;
    m_engine.ledger.audit("manager", "rollout.deadline", subjectOf(entry.rollout.id));
    Deployments(m_engine).endMissed(entry);
}

void Rollouts::finishIfDone(RolloutEntry& entry) {
    if (entry.rollout.currentPhase + 1 < entry.rollout.phases.size()) return;
    for (const PhaseCounts& counts : entry.counts)
        if (counts.ended() < counts.terminals) return;
    // Whom it takes later is not known before its deadline.
    const auto& deadline = entry.rollout.schedule.deadline;
    if (entry.rollout.takesLater && (!deadline || *deadline > m_engine.clock.now())) return;
    entry.rollout.state = RolloutState::finished;
    entry.rollout.endedAt = m_engine.clock.now();
    save(entry, "manager", "rollout.finish");
}

void Rollouts::evaluate(RolloutId id) {
    const auto found = m_engine.world.rollouts.find(id);
    if (found == m_engine.world.rollouts.end() || found->second.rollout.state != RolloutState::running) return;
    RolloutEntry& entry = found->second;
    if (std::string why; breakerTrips(entry, why)) {
        pauseBy(entry, std::move(why), true, "manager");
        return;
    }
    judgePhase(entry);
    if (entry.rollout.state == RolloutState::running) finishIfDone(entry);
}

void Rollouts::timeOutSilent() {
    const TimePoint now = m_engine.clock.now();
    std::vector<DeploymentId> silent;
    // Of stopped rollouts too: a terminal that never answers must be free for the next one some day.
    for (const DeploymentId id : m_engine.world.permitted()) {
        const Deployment& deployment = *m_engine.world.deployment(id);
        const Rollout& rollout = m_engine.world.rollouts.at(deployment.rollout).rollout;
        // A terminal may hold a permit for long before its time comes.
        const TimePoint began = std::max(deployment.changedAt, InstallRules(m_engine).permitTimes(deployment).begin);
        if (now >= began + rollout.installTimeout) silent.push_back(id);
    }
    for (const DeploymentId id : m_engine.world.cancelling()) {
        const Deployment& deployment = *m_engine.world.deployment(id);
        const Rollout& rollout = m_engine.world.rollouts.at(deployment.rollout).rollout;
        const bool counted = deployment.permittedAt.has_value();  // among those above
        if (!counted && now >= deployment.changedAt + rollout.installTimeout) silent.push_back(id);
    }
    for (const DeploymentId id : silent)
        Deployments(m_engine).timeOut(id);
}

void Rollouts::clockWasSet(Milliseconds by) {
    m_engine.ledger.audit("manager", "clock.set", "manager", {{"seconds", by.count() / 1000}});
    for (auto& [id, entry] : m_engine.world.rollouts) {
        if (entry.active()) {
            bool waits = false;
            for (Phase& phase : entry.rollout.phases)
                if (phase.reachedAt) {
                    *phase.reachedAt += by;
                    waits = true;
                }
            if (waits) m_engine.ledger.put(entry.rollout);
        }
        for (const auto& [terminal, part] : entry.deployments) {
            Deployment moved = *m_engine.world.deployment(part);
            if (isFinal(moved.state)) continue;
            const bool isTimed = moved.permittedAt || moved.cancelRequested;
            if (!isTimed && !moved.nextTry) continue;
            if (isTimed) moved.changedAt += by;
            // A permit that would begin in the future now; one that is over is given anew.
            if (moved.permittedAt && by < Milliseconds(0)) *moved.permittedAt += by;
            if (moved.nextTry) *moved.nextTry += by;
            m_engine.world.putDeployment(moved);
            m_engine.ledger.put(moved);
        }
    }
}

void Rollouts::advance() {
    const TimePoint now = m_engine.clock.now();
    for (auto& [id, entry] : m_engine.world.rollouts) {
        const Rollout& rollout = entry.rollout;
        if (rollout.state == RolloutState::scheduled && (!rollout.issueTime || *rollout.issueTime <= now)) issue(entry);
        if (entry.active() && !mayBeIssued(m_engine.world.releases[rollout.release]) &&
            rollout.state != RolloutState::paused)
            pauseBy(entry, "its release was withdrawn", false, "manager");
        if (rollout.state == RolloutState::issuing && syncState(entry).open) run(entry);
        if (entry.active()) admitNewcomers(entry);
        const bool deadline = rollout.schedule.deadline && *rollout.schedule.deadline <= now;
        if (rollout.state == RolloutState::running && deadline && !entry.deadlineJudged) judgeDeadline(entry);
        evaluate(id);
    }
}

std::optional<TimePoint> Rollouts::nextDue() const {
    std::optional<TimePoint> due;
    const auto consider = [&due](TimePoint time) {
        if (!due || time < *due) due = time;
    };
    const TimePoint now = m_engine.clock.now();
    for (const auto& [id, entry] : m_engine.world.rollouts) {
        const Rollout& rollout = entry.rollout;
        if (rollout.state == RolloutState::scheduled && rollout.issueTime) consider(*rollout.issueTime);
        if (rollout.state == RolloutState::running && rollout.schedule.deadline && *rollout.schedule.deadline > now)
            consider(*rollout.schedule.deadline);
        if (rollout.state == RolloutState::running && rollout.currentPhase < rollout.phases.size()) {
            const Phase& phase = rollout.phases[rollout.currentPhase];
            if (phase.reachedAt && *phase.reachedAt + phase.gate.wait > now)
                consider(*phase.reachedAt + phase.gate.wait);
        }
    }
    return due;
}

}  // namespace signalbox::manager
