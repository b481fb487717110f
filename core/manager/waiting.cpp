// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/waiting.h"

#include <cmath>

#include "core/manager/eligibility.h"
#include "core/manager/rollouts.h"
#include "core/model/names.h"

namespace signalbox::manager {
namespace {

struct HoldWords {
    Hold hold;
    const char* rule;
    const char* changes;
};
constexpr HoldWords kHolds[] = {
    {Hold::rolloutGone, "rolloutGone", "nothing: cancel the deployment"},
    {Hold::paused, "paused", "someone resumes the rollout"},
    {Hold::notRunning, "notRunning", "the rollout runs, or the terminal answers that it stopped"},
    {Hold::withdrawn, "withdrawn", "nothing: the release does not come back; stop the rollout"},
    {Hold::downloadOnly, "downloadOnly", "the terminal reports that it has the package"},
    {Hold::confirmation, "confirmation", "the terminal's user confirms, or an administrator does"},
    {Hold::phase, "phase", ""},
    {Hold::noWindow, "noWindow", "nothing: the schedule has no window left; start a rollout with another schedule"},
    {Hold::updateTime, "updateTime", "the update time comes"},
    {Hold::window, "window", "its window opens"},
};

std::string subject(RolloutId id) {
    return "rollout " + std::to_string(id.value);
}

}  // namespace

std::optional<TimePoint> Waiting::nextPoll(TerminalId terminal) const {
    const auto contact = m_engine.world.fleet.lastContact(terminal);
    const TimePoint now = m_engine.clock.now();
    if (!contact || *contact + m_engine.options.pollInterval < now) return std::nullopt;
    return *contact + m_engine.options.pollInterval;
}

std::string Waiting::gateOf(const RolloutEntry& entry) const {
    const Rollout& rollout = entry.rollout;
    const Phase& phase = rollout.phases[rollout.currentPhase];
    const PhaseCounts& counts = entry.deciding[rollout.currentPhase];
    if (!phase.reachedAt) {
        const double wanted = std::ceil(phase.gate.successPercent * static_cast<double>(counts.deciding()) / 100.0);
        return std::to_string(static_cast<std::uint64_t>(wanted)) + " of " + std::to_string(counts.deciding()) +
               " terminals of phase '" + phase.name + "' have succeeded (now " + std::to_string(counts.succeeded()) +
               "), or someone opens its gate";
    }
    if (phase.gate.byHand) return "someone opens the gate of phase '" + phase.name + "'";
    return "the waiting time of phase '" + phase.name + "' ends, or someone opens its gate";
}

Wait Waiting::held(const Deployment& deployment, const Clearance& clearance) const {
    Wait wait{{}, clearance.holdReason, clearance.until, {}};
    for (const HoldWords& words : kHolds) {
        if (words.hold != clearance.hold) continue;
        wait.rule = words.rule;
        wait.changes = words.changes;
    }
    if (clearance.hold != Hold::phase) return wait;
    const RolloutEntry& entry = m_engine.world.rollouts.at(deployment.rollout);
    const Phase& current = entry.rollout.phases[entry.rollout.currentPhase];
    wait.changes = gateOf(entry);
    const bool byTime = current.reachedAt && !current.gate.byHand;
    if (byTime) wait.next = *current.reachedAt + current.gate.wait;
    return wait;
}

Wait Waiting::atWork(const Deployment& deployment) const {
    const Rollout& rollout = m_engine.world.rollouts.at(deployment.rollout).rollout;
    const TimePoint poll = nextPoll(deployment.terminal).value_or(m_engine.clock.now());
    switch (deployment.state) {
        case DeploymentState::offered:
            return {"fetch", "the terminal has not fetched the offer yet", nextPoll(deployment.terminal),
                    "the terminal polls"};
        case DeploymentState::downloading:
            return {"download",
                    "the terminal is downloading (" + std::to_string(deployment.percent) + " %)",
                    {},
                    "the terminal reports that it has the package"};
        case DeploymentState::downloaded:
        case DeploymentState::holding:
            return {"permit", "it may install and has not been told yet", poll, "the terminal polls for its permit"};
        default:
            break;
    }
    return {"install", "the terminal is " + std::string(nameOf(deployment.state)),
            deployment.changedAt + rollout.installTimeout,
            "the terminal reports how it went; silent until then it counts as failed"};
}

Wait Waiting::of(const Deployment& deployment) const {
    if (isFinal(deployment.state)) return {};
    const auto entry = m_engine.world.rollouts.find(deployment.rollout);
    if (entry == m_engine.world.rollouts.end()) return held(deployment, InstallRules(m_engine).clearance(deployment));
    if (!deployment.id) return before(entry->second, deployment.terminal);
    if (deployment.cancelRequested)
        return {"cancel", "the terminal has been asked to stop and has not answered yet",
                deployment.changedAt + entry->second.rollout.installTimeout,
                "the terminal answers; silent until then it counts as cancelled"};
    if (deployment.state >= DeploymentState::installing) return atWork(deployment);
    const Clearance clearance = InstallRules(m_engine).clearance(deployment);
    const bool stands =
        clearance.hold == Hold::paused || clearance.hold == Hold::notRunning || clearance.hold == Hold::withdrawn;
    if (deployment.state == DeploymentState::waiting && !stands)
        return {"backOff", deployment.waitReason, deployment.nextTry, "its next try comes and the terminal polls"};
    if (!clearance.granted && deployment.state != DeploymentState::downloading) return held(deployment, clearance);
    return atWork(deployment);
}

Wait Waiting::before(const RolloutEntry& entry, TerminalId id) const {
    const Rollout& rollout = entry.rollout;
    const World& world = m_engine.world;
    if (rollout.state == RolloutState::issuing) {
        const Rollouts::SyncState sync = Rollouts::syncState(m_engine, entry);
        return {"syncGate",
                "the packages are not yet proven on enough nodes (" + std::to_string(sync.proven) + " of " +
                    std::to_string(sync.needed) + ")",
                {},
                "the nodes take the packages"};
    }
    if (rollout.state == RolloutState::paused)
        return {"paused", "the rollout is paused: " + rollout.stateReason, {}, "someone resumes the rollout"};
    if (rollout.state != RolloutState::running)
        return {"notRunning", "the rollout is " + std::string(nameOf(rollout.state)), {}, "nothing"};
    const auto terminal = world.fleet.terminal(id);
    if (!terminal) return {"removed", "the terminal was removed", {}, "nothing"};
    const Release& release = world.releases.at(rollout.release);
    if (const Prerequisite* missing = Eligibility::unmet(release, *terminal)) {
        const auto installed = terminal->installed.find(missing->product);
        const std::string now = installed == terminal->installed.end() ? "none" : installed->second;
        return {"prerequisite",
                "it needs " + missing->product + " " + missing->minVersion + " or newer first and has " + now,
                {},
                "that is installed and the terminal polls"};
    }
    const Deployment* open = world.activeDeployment(id);
    if (open && open->rollout != rollout.id)
        return {"otherRollout",
                subject(open->rollout) + " is under way on the terminal (" + std::string(nameOf(open->state)) + ")",
                of(*open).next, subject(open->rollout) + " ends there"};
    if (terminal->retiredAt) return {"retired", "the terminal is retired", {}, "it is replaced or removed"};
    return {"contact", "the terminal has not been in contact since the rollout opened", nextPoll(id),
            "the terminal polls"};
}

}  // namespace signalbox::manager
