// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/deployment_log.h"

#include "core/model/names.h"

namespace signalbox::manager {
namespace {

bool continuesCharacter(char c) {
    return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

}  // namespace

std::string headOf(std::string_view text, std::size_t most) {
    if (text.size() <= most) return std::string(text);
    while (most > 0 && continuesCharacter(text[most]))
        --most;
    return std::string(text.substr(0, most));
}

std::string tailOf(std::string_view text, std::size_t most) {
    if (text.size() <= most) return std::string(text);
    std::size_t begin = text.size() - most;
    while (begin < text.size() && continuesCharacter(text[begin]))
        ++begin;
    return std::string(text.substr(begin));
}

void DeploymentLog::save(Deployment deployment) {
    deployment.changedAt = m_engine.clock.now();
    saveUnmoved(std::move(deployment));
}

void DeploymentLog::saveUnmoved(Deployment deployment) {
    m_engine.world.putDeployment(deployment);
    m_engine.ledger.event("deployment", {{"id", deployment.id.value},
                                         {"rollout", deployment.rollout.value},
                                         {"state", nameOf(deployment.state)},
                                         {"percent", deployment.percent}});
    m_engine.ledger.put(std::move(deployment));
}

void DeploymentLog::note(const Deployment& deployment, std::string_view status, std::string_view message) {
    FeedbackEntry entry;
    entry.sequence = ++m_engine.world.lastFeedback;
    entry.deployment = deployment.id;
    entry.at = m_engine.clock.now();
    entry.status = status;
    entry.message = headOf(message, kMaxNote);
    m_engine.ledger.put(std::move(entry));
}

}  // namespace signalbox::manager
