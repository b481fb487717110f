// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/failure_actions.h"

#include <algorithm>

#include "core/manager/deployment_log.h"
#include "core/manager/deployments.h"
#include "core/manager/rollouts.h"
#include "core/model/names.h"

namespace signalbox::manager {

Result<std::vector<DeploymentId>> FailureActions::groupOf(RolloutId id, std::optional<FailureCause> cause) const {
    const auto found = m_engine.world.rollouts.find(id);
    if (found == m_engine.world.rollouts.end())
        return makeError(BaseErrc::notFound, "there is no rollout " + std::to_string(id.value));
    if (!found->second.active())
        return makeError(BaseErrc::wrongState, "the rollout is " + std::string(nameOf(found->second.rollout.state)));
    std::vector<DeploymentId> failed;
    for (const auto& [terminal, part] : found->second.deployments) {
        const Deployment& deployment = *m_engine.world.deployment(part);
        const bool isFailed = isFinal(deployment.state) && deployment.cause != FailureCause::none;
        if (isFailed && (!cause || deployment.cause == *cause)) failed.push_back(part);
    }
    return failed;
}

Result<std::uint64_t> FailureActions::retry(RolloutId id, std::optional<FailureCause> cause, std::string_view actor) {
    TRY(const std::vector<DeploymentId> failed, groupOf(id, cause));
    std::uint64_t count = 0;
    for (const DeploymentId part : failed)
        if (Deployments(m_engine).reset(part, actor)) ++count;
    return count;
}

Result<std::uint64_t> FailureActions::exclude(RolloutId id, std::optional<FailureCause> cause, std::string_view actor) {
    return mark(id, cause, true, actor);
}

Result<std::uint64_t> FailureActions::include(RolloutId id, std::optional<FailureCause> cause, std::string_view actor) {
    return mark(id, cause, false, actor);
}

Result<std::uint64_t> FailureActions::mark(RolloutId id, std::optional<FailureCause> cause, bool excluded,
                                           std::string_view actor) {
    TRY(const std::vector<DeploymentId> failed, groupOf(id, cause));
    std::uint64_t count = 0;
    DeploymentLog log(m_engine);
    for (const DeploymentId part : failed) {
        Deployment deployment = *m_engine.world.deployment(part);
        if (deployment.excluded == excluded) continue;
        deployment.excluded = excluded;
        log.note(deployment, excluded ? "excluded" : "included", "by " + std::string(actor));
        log.saveUnmoved(std::move(deployment));
        ++count;
    }
    if (count == 0) return count;
    RolloutEntry& entry = m_engine.world.rollouts.at(id);
    // What somebody accepted by resuming and is out now must not cover failures to come.
    const std::uint64_t left = entry.failures();
    if (entry.rollout.failuresAccepted > left) {
        entry.rollout.failuresAccepted = static_cast<std::uint32_t>(left);
        m_engine.ledger.put(entry.rollout);
    }
    m_engine.ledger.audit(actor, excluded ? "rollout.exclude" : "rollout.include",
                          "rollout:" + std::to_string(id.value),
                          {{"cause", cause ? nameOf(*cause) : "any"}, {"terminals", count}});
    m_engine.ledger.event("rollout", {{"id", id.value}, {"state", nameOf(entry.rollout.state)}});
    Rollouts(m_engine).evaluate(id);
    return count;
}

}  // namespace signalbox::manager
