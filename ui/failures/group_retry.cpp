// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/failures/group_retry.h"

#include "core/model/names.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/error_text.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;
using adminclient::DeploymentDetail;

namespace {

constexpr int kPage = 1000;

}  // namespace

GroupRetry::GroupRetry(ManagerLink& link, Task* task, RolloutId rollout, FailureCause cause, DeploymentState state,
                       QObject* parent)
    : QObject(parent), m_link(link), m_task(task), m_rollout(rollout), m_cause(cause), m_state(state) {
    connect(task, &Task::cancelWanted, this,
            [this] { end(Task::State::cancelled, tr("Stopped after %1", "retry").arg(m_done)); });
}

void GroupRetry::start() {
    read(0);
}

void GroupRetry::read(std::int64_t after) {
    m_link.send<adminclient::Page<DeploymentDetail>>(calls::deployments(m_rollout, nameOf(m_state), {after, kPage}),
                                                     this, [this](Result<adminclient::Page<DeploymentDetail>> page) {
                                                         if (m_over) return;
                                                         if (!page)
                                                             return end(Task::State::failed, errorText(page.error()));
                                                         for (const DeploymentDetail& each : page->items)
                                                             if (each.deployment.cause == m_cause)
                                                                 m_deployments.push_back(each.deployment.id);
                                                         if (page->next) return read(*page->next);
                                                         next();
                                                     });
}

void GroupRetry::next() {
    if (m_over) return;
    if (m_done == m_deployments.size()) {
        const QString text = m_refused == 0
                                 ? tr("%n deployment(s) begun anew", "retry", static_cast<int>(m_done))
                                 : tr("%1 begun anew, %2 refused", "retry").arg(m_done - m_refused).arg(m_refused);
        return end(m_refused == 0 ? Task::State::done : Task::State::failed, text);
    }
    m_task->report(static_cast<int>(m_done * 100 / m_deployments.size()),
                   tr("%1 of %2", "retry").arg(m_done).arg(m_deployments.size()));
    m_link.send<DeploymentDetail>(calls::resetDeployment(m_deployments[m_done]), this,
                                  [this](Result<DeploymentDetail> done) {
                                      ++m_done;
                                      if (!done) ++m_refused;
                                      next();
                                  });
}

void GroupRetry::end(Task::State state, const QString& text) {
    if (m_over) return;
    m_over = true;
    if (m_task) m_task->end(state, text);
    Q_EMIT ended();
    deleteLater();
}

}  // namespace signalbox::ui
