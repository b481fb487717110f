// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <functional>
#include <string>
#include <vector>

#include "core/adminclient/answers.h"
#include "ui/session/manager_link.h"
#include "ui/shell/task_log.h"

namespace signalbox::ui {

/// Tells the manager the same of many terminals, one after the other. In the task log, to be cancelled between two;
/// goes on where one is refused and says which at the end. Deletes itself then.
class TerminalBatch : public QObject {
    Q_OBJECT
public:
    using CallFor = std::function<adminclient::Call<Terminal>(const std::string& controllerId)>;

    TerminalBatch(ManagerLink& link, Task* task, std::vector<std::string> terminals, CallFor callFor, QObject* parent);
    void start();

Q_SIGNALS:
    void ended();

private:
    void next();
    void end(Task::State state);

    ManagerLink& m_link;
    QPointer<Task> m_task;
    std::vector<std::string> m_terminals;
    CallFor m_callFor;
    std::size_t m_done = 0;
    std::size_t m_refused = 0;
    QString m_firstRefusal;
    bool m_over = false;
};

}  // namespace signalbox::ui
