// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/failure_actions.h"

#include "core/manager/deployments.h"
#include "core/model/names.h"

namespace signalbox::manager {

Result<std::uint64_t> FailureActions::retry(RolloutId id, std::optional<FailureCause> cause, std::string_view actor) {
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
    std::uint64_t count = 0;
    for (const DeploymentId part : failed)
        if (Deployments(m_engine).reset(part, actor)) ++count;
    return count;
}

}  // namespace signalbox::manager
