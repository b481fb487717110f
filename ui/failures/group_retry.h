// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <vector>

#include "core/adminclient/answers.h"
#include "ui/session/manager_link.h"
#include "ui/shell/task_log.h"

namespace signalbox::ui {

/// Begins every deployment of a rollout that failed for one cause anew, one after the other. In the task log, to be
/// cancelled between two; deletes itself at the end.
class GroupRetry : public QObject {
    Q_OBJECT
public:
    GroupRetry(ManagerLink& link, Task* task, RolloutId rollout, FailureCause cause, DeploymentState state,
               QObject* parent);
    void start();

Q_SIGNALS:
    void ended();

private:
    void read(std::int64_t after);
    void next();
    void end(Task::State state, const QString& text);

    ManagerLink& m_link;
    QPointer<Task> m_task;
    RolloutId m_rollout;
    FailureCause m_cause;
    DeploymentState m_state;
    std::vector<DeploymentId> m_deployments;
    std::size_t m_done = 0;
    std::size_t m_refused = 0;
    bool m_over = false;
};

}  // namespace signalbox::ui
