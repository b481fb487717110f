// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/eligibility.h"

#include "core/filter/expression.h"

namespace signalbox::manager {

const Package* packageFor(const Release& release, std::string_view platform) {
    for (const Package& package : release.packages)
        if (package.platform == platform) return &package;
    return nullptr;
}

const Package* packageOf(const World& world, const Deployment& deployment) {
    const auto rollout = world.rollouts.find(deployment.rollout);
    const auto terminal = world.fleet.terminal(deployment.terminal);
    if (rollout == world.rollouts.end() || !terminal) return nullptr;
    return packageFor(world.releases.at(rollout->second.rollout.release), terminal->platform);
}

bool Eligibility::succeeds(const RolloutEntry& newer, const Rollout& older) const {
    // One that is not even a draft yet will be the newest.
    if (!older.id || newer.rollout.id.value <= older.id.value || newer.rollout.priority < older.priority) return false;
    return m_world.releases.at(newer.rollout.release).product == m_world.releases.at(older.release).product;
}

RolloutId Eligibility::successorOf(RolloutId id, TerminalId terminal) const {
    const Rollout& older = m_world.rollouts.at(id).rollout;
    for (const World::Turn& turn : m_world.running()) {
        const RolloutEntry& newer = m_world.rollouts.at(turn.rollout);
        if (succeeds(newer, older) && newer.phaseOf(terminal)) return turn.rollout;
    }
    // What a newer one brought before it finished is not undone by an older one that is still open.
    for (const Deployment* past : m_world.deploymentsOf(terminal)) {
        const auto newer = m_world.rollouts.find(past->rollout);
        if (past->state != DeploymentState::succeeded || newer == m_world.rollouts.end()) continue;
        if (succeeds(newer->second, older) && newer->second.rollout.startedAt >= older.startedAt) return past->rollout;
    }
    return {};
}

bool Eligibility::failedFinally(const Deployment& deployment) {
    return deployment.state == DeploymentState::failed || deployment.state == DeploymentState::rolledBack;
}

bool Eligibility::failedForGood(TerminalId terminal, ReleaseId release) const {
    for (const Deployment* past : m_world.deploymentsOf(terminal)) {
        if (!failedFinally(*past)) continue;
        const auto rollout = m_world.rollouts.find(past->rollout);
        if (rollout != m_world.rollouts.end() && rollout->second.rollout.release == release) return true;
    }
    return false;
}

bool Eligibility::hasIt(const Terminal& terminal, const Release& release) const {
    const auto installed = terminal.installed.find(release.product);
    if (installed == terminal.installed.end() || installed->second != release.version) return false;
    const Deployment* last = nullptr;
    const Release* lastRelease = nullptr;
    for (const Deployment* past : m_world.deploymentsOf(terminal.id)) {
        const auto rollout = m_world.rollouts.find(past->rollout);
        if (past->state != DeploymentState::succeeded || rollout == m_world.rollouts.end()) continue;
        const Release& its = m_world.releases.at(rollout->second.rollout.release);
        if (its.product != release.product || (last && last->id.value > past->id.value)) continue;
        last = past;
        lastRelease = &its;
    }
    return !lastRelease || lastRelease->id == release.id || lastRelease->version != release.version;
}

const Prerequisite* Eligibility::unmet(const Release& release, const Terminal& terminal) {
    for (const Prerequisite& prerequisite : release.prerequisites) {
        const auto installed = terminal.installed.find(prerequisite.product);
        const bool met = installed != terminal.installed.end() &&
                         filter::compareNatural(installed->second, prerequisite.minVersion) >= 0;
        if (!met) return &prerequisite;
    }
    return nullptr;
}

}  // namespace signalbox::manager
