// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "core/adminclient/answers.h"
#include "ui/session/manager_link.h"

class QComboBox;
class QLabel;
class QPushButton;
class QTabWidget;

namespace signalbox::ui {

class DataTable;
class DeploymentModel;
class EmptyState;
class FactList;
class Notice;
class PhaseLadder;
class Preferences;

/// One rollout as it runs: the ladder of its phases, its terminals, its plan, and what can be done about it.
class RolloutView : public QWidget {
    Q_OBJECT
public:
    RolloutView(ManagerLink& link, const Preferences& preferences, QWidget* parent = nullptr);

    void show(RolloutId id, const QString& releaseName);
    void refresh();
    [[nodiscard]] RolloutId id() const { return m_id; }

    /// What the buttons do, for the page's actions too.
    void start();
    void pause();
    void resume();
    void stop();
    void rollBack();

Q_SIGNALS:
    void changed();
    void terminalWanted(const QString& controllerId);
    void failuresWanted(qlonglong rollout);
    /// A plan that takes its terminals back.
    void rollBackWanted(const signalbox::Rollout& rollout);

private:
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeTerminals();
    void put(const adminclient::RolloutDetail& detail);
    void putState(const adminclient::RolloutDetail& detail);
    void putPlan(const Rollout& rollout);
    void enableButtons(const Rollout& rollout);
    void setDeploymentSource();
    void openGate();
    void remove();
    template <class T>
    void act(const adminclient::Call<T>& call, const QString& failure);

    ManagerLink& m_link;
    const Preferences& m_preferences;
    RolloutId m_id;
    QString m_releaseName;
    std::optional<adminclient::RolloutDetail> m_shown;
    adminclient::PendingCall m_call;
    QLabel* m_title = nullptr;
    QPushButton* m_start = nullptr;
    QPushButton* m_pause = nullptr;
    QPushButton* m_resume = nullptr;
    QPushButton* m_gate = nullptr;
    QPushButton* m_stop = nullptr;
    QPushButton* m_rollBack = nullptr;
    QPushButton* m_delete = nullptr;
    QPushButton* m_failures = nullptr;
    Notice* m_notice = nullptr;
    QTabWidget* m_tabs = nullptr;
    PhaseLadder* m_ladder = nullptr;
    DeploymentModel* m_deployments = nullptr;
    DataTable* m_table = nullptr;
    QComboBox* m_states = nullptr;
    FactList* m_plan = nullptr;
    QWidget* m_body = nullptr;
    EmptyState* m_empty = nullptr;
};

}  // namespace signalbox::ui
