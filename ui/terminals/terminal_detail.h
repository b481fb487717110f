// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <map>
#include <string>

#include "core/adminclient/answers.h"
#include "ui/session/manager_link.h"

class QLabel;
class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace signalbox::ui {

class EmptyState;
class FactList;
class Notice;
class TaskLog;
class TerminalActions;

/// All of one terminal: what waits and why, what it is, its tags, what was deployed to it; of several, what they have
/// in common. And what can be done with them.
class TerminalDetail : public QWidget {
    Q_OBJECT
public:
    TerminalDetail(ManagerLink& link, TaskLog& tasks, QWidget* parent = nullptr);

    /// Empty: none is chosen.
    void show(const QString& controllerId);
    /// Several that are chosen together.
    void showMany(const std::vector<Terminal>& terminals);
    void refresh();

Q_SIGNALS:
    void rolloutWanted(qlonglong id);
    void changed();  ///< the manager was told something

private:
    [[nodiscard]] QWidget* makeTags();
    [[nodiscard]] QWidget* makeDeployments();
    void put(const adminclient::TerminalDetail& detail);
    void putWaiting(const std::vector<Deployment>& deployments);
    void sayWhy(const Deployment& deployment);
    void putTags(const std::map<std::string, std::string>& tags);
    void putDeployments(const std::vector<Deployment>& deployments);
    void cancelDeployment();
    void resetDeployment();
    [[nodiscard]] qlonglong chosenDeployment() const;

    ManagerLink& m_link;
    QString m_controllerId;
    std::vector<Deployment> m_deployments;
    QLabel* m_title = nullptr;
    TerminalActions* m_actions = nullptr;
    Notice* m_waiting = nullptr;
    FactList* m_facts = nullptr;
    FactList* m_attributes = nullptr;
    QLabel* m_attributesHeading = nullptr;
    QTableWidget* m_tags = nullptr;
    QWidget* m_ofOne = nullptr;  ///< what is shown of one alone
    QTableWidget* m_timeline = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_reset = nullptr;
    QWidget* m_body = nullptr;
    EmptyState* m_empty = nullptr;
    adminclient::PendingCall m_call;
};

}  // namespace signalbox::ui
