// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/permits.h"

#include "core/manager/deployment_log.h"
#include "core/manager/eligibility.h"
#include "core/manager/install_rules.h"
#include "core/trust/permit.h"

namespace signalbox::manager {

Result<std::string> Permits::permitFor(DeploymentId id) {
    const Deployment* deployment = m_engine.world.deployment(id);
    if (!deployment) return makeError(BaseErrc::notFound, "there is no such deployment");
    const auto terminal = m_engine.world.fleet.terminal(deployment->terminal);
    const Package* package = packageOf(m_engine.world, *deployment);
    if (!terminal || !package) return makeError(BaseErrc::wrongState, "the deployment has no package any more");
    const Rollout& rollout = m_engine.world.rollouts.at(deployment->rollout).rollout;
    const Release& release = m_engine.world.releases.at(rollout.release);
    Deployment permitted = *deployment;
    if (!permitted.permittedAt || m_engine.clock.now() >= InstallRules(m_engine).permitTimes(permitted).end) {
        DeploymentLog log(m_engine);
        Terminal counted = *terminal;
        permitted.permittedAt = m_engine.clock.now();
        permitted.permitSequence = ++counted.permitSequence;
        m_engine.world.fleet.put(counted);
        m_engine.ledger.put(counted);
        log.save(permitted);
        log.note(permitted, "permitted", "permit " + std::to_string(permitted.permitSequence));
    }
    trust::Permit permit;
    permit.deployment = permitted.id.value;
    permit.terminal = terminal->controllerId;
    permit.product = release.product;
    permit.manifestDigest = package->manifestDigest.text();
    permit.releaseDigest = release.manifestDigest.text();
    permit.sequence = permitted.permitSequence;
    const schedule::Span times = InstallRules(m_engine).permitTimes(permitted);
    permit.notBefore = times.begin;
    permit.notAfter = times.end;
    permit.offline = rollout.offlineInstall;
    return trust::signPermit(permit, m_engine.identity.permitKey());
}

void Permits::recallPermit(DeploymentId id) {
    const Deployment* known = m_engine.world.deployment(id);
    if (!known || !known->permittedAt || known->state >= DeploymentState::installing) return;
    if (m_engine.world.rollouts.at(known->rollout).rollout.offlineInstall) return;
    Deployment deployment = *known;
    deployment.permittedAt.reset();
    DeploymentLog log(m_engine);
    log.save(deployment);
    log.note(deployment, "permitRecalled", "permit " + std::to_string(deployment.permitSequence));
}

}  // namespace signalbox::manager
