// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <string>
#include <vector>

#include "core/model/terminal.h"
#include "ui/session/manager_link.h"
#include "ui/terminals/terminal_batch.h"

class QAction;
class QPushButton;

namespace signalbox::ui {

class TaskLog;

/// What can be done with the terminals that are chosen, one or many: tags, cluster, name, new hardware, the way out.
class TerminalActions : public QWidget {
    Q_OBJECT
public:
    TerminalActions(ManagerLink& link, TaskLog& tasks, QWidget* parent = nullptr);

    void setTerminals(std::vector<Terminal> terminals);

Q_SIGNALS:
    void changed();  ///< the manager was told something

private:
    void makeMenu(QPushButton* more);
    void enable();
    void setTag();
    void removeTag();
    void changeTag(const QString& title, const std::string& key, const boost::json::value& value);
    void moveToCluster();
    void rename();
    void replace();
    void revokeToken();
    void clearClone();
    void retire();
    /// To each of the chosen; several of them in the task log, which `title` is for.
    void send(const QString& title, TerminalBatch::CallFor callFor);
    void ask(const QString& question, const QString& text, const QString& button, const QString& title,
             const char* action);
    [[nodiscard]] int count() const { return static_cast<int>(m_terminals.size()); }
    [[nodiscard]] QString names() const;

    ManagerLink& m_link;
    TaskLog& m_tasks;
    std::vector<Terminal> m_terminals;
    QPushButton* m_tag = nullptr;
    QPushButton* m_cluster = nullptr;
    QPushButton* m_retire = nullptr;
    QAction* m_removeTag = nullptr;
    QAction* m_rename = nullptr;
    QAction* m_replace = nullptr;
    QAction* m_revoke = nullptr;
    QAction* m_clearClone = nullptr;
};

}  // namespace signalbox::ui
