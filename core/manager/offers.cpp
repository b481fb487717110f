// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/offers.h"

#include "core/manager/deployment_log.h"
#include "core/manager/eligibility.h"
#include "core/manager/install_rules.h"
#include "core/manager/rollouts.h"
#include "core/model/names.h"

namespace signalbox::manager {

Deployment Offers::firstPart(const RolloutEntry& entry, const Terminal& terminal, std::uint32_t phase) const {
    const Rollout& rollout = entry.rollout;
    const Release& release = m_engine.world.releases.at(rollout.release);
    Deployment made;
    made.rollout = rollout.id;
    made.terminal = terminal.id;
    made.phase = phase;
    made.createdAt = m_engine.clock.now();
    const auto installed = terminal.installed.find(release.product);
    if (installed != terminal.installed.end()) made.fromVersion = installed->second;
    const RolloutId successor = Eligibility(m_engine.world).successorOf(rollout.id, terminal.id);
    if (successor) {
        made.state = DeploymentState::superseded;
        made.message = "rollout " + std::to_string(successor.value) + " brings a newer release of it";
    } else if (!packageFor(release, terminal.platform)) {
        made.state = DeploymentState::failed;
        made.cause = FailureCause::unsupported;
        made.message = "the release has no package for platform '" + terminal.platform + "'";
    } else if (Eligibility(m_engine.world).failedForGood(terminal.id, release.id)) {
        made.state = DeploymentState::failed;
        made.cause = FailureCause::failedBefore;
        made.message = "this release failed here before; reset that deployment to try again";
    } else if (Eligibility(m_engine.world).hasIt(terminal, release)) {
        made.state = DeploymentState::succeeded;
        made.percent = 100;
        made.message = "this version was there already";
    } else {
        made.state = DeploymentState::offered;
        made.awaitsConfirmation = rollout.confirmation && !terminal.autoConfirm.active;
    }
    return made;
}

const Deployment* Offers::offerNew(TerminalId id, bool ours) {
    std::vector<RolloutId> inTurn;  // judging one may end it
    for (const World::Turn& turn : m_engine.world.running())
        inTurn.push_back(turn.rollout);
    for (const RolloutId rollout : inTurn) {
        const RolloutEntry& entry = m_engine.world.rollouts.at(rollout);
        if (entry.rollout.state != RolloutState::running) continue;
        const auto phase = entry.phaseOf(id);
        if (!phase || entry.deployments.contains(id)) continue;
        const Release& release = m_engine.world.releases.at(entry.rollout.release);
        if (release.state == ReleaseState::withdrawn) continue;
        const auto terminal = m_engine.world.fleet.terminal(id);
        if (!terminal || Eligibility::unmet(release, *terminal)) continue;
        Deployment made = firstPart(entry, *terminal, *phase);
        const bool hidden =
            !isFinal(made.state) && !made.awaitsConfirmation && !InstallRules(m_engine).mayBeShown(made, ours);
        if (hidden) return nullptr;
        made.id = m_engine.world.nextDeployment();
        DeploymentLog(m_engine).save(made);
        DeploymentLog(m_engine).note(made, nameOf(made.state), made.message);
        if (!isFinal(made.state)) return m_engine.world.deployment(made.id);
        Rollouts(m_engine).evaluate(rollout);
    }
    return nullptr;
}

void Offers::endWhatCannotBe(TerminalId terminal) {
    const Deployment* open = m_engine.world.activeDeployment(terminal);
    if (!open || open->cancelRequested) return;
    Deployment ended = *open;
    if (!packageOf(m_engine.world, ended)) {  // the terminal's platform changed
        ended.state = DeploymentState::failed;
        ended.cause = FailureCause::unsupported;
        ended.message = "the release has no package for the terminal's platform any more";
    } else if (!ended.permittedAt && ended.state < DeploymentState::installing) {
        const RolloutId successor = Eligibility(m_engine.world).successorOf(ended.rollout, terminal);
        if (!successor) return;
        ended.state = DeploymentState::superseded;
        ended.message = "rollout " + std::to_string(successor.value) + " brings a newer release of it";
    } else {
        return;
    }
    DeploymentLog(m_engine).note(ended, nameOf(ended.state), ended.message);
    DeploymentLog(m_engine).save(ended);
    Rollouts(m_engine).evaluate(ended.rollout);
}

const Deployment* Offers::due(TerminalId terminal, bool ours) {
    const Deployment* open = m_engine.world.activeDeployment(terminal);
    if (open) {
        endWhatCannotBe(terminal);
        open = m_engine.world.activeDeployment(terminal);
    }
    if (!open) return offerNew(terminal, ours);
    if (open->cancelRequested || open->awaitsConfirmation) return open;
    if (open->state == DeploymentState::waiting) {
        if (open->nextTry && m_engine.clock.now() < *open->nextTry) return nullptr;
        if (!InstallRules(m_engine).mayBeShown(*open, ours)) return nullptr;
        Deployment again = *open;
        again.state = DeploymentState::offered;
        again.waitReason.clear();
        again.nextTry.reset();
        DeploymentLog(m_engine).save(again);
        open = m_engine.world.deployment(again.id);
    }
    return InstallRules(m_engine).mayBeShown(*open, ours) ? open : nullptr;
}

}  // namespace signalbox::manager
