// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "core/adminclient/manager_probe.h"
#include "ui/session/manager_switch.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace signalbox::ui {

class JoinPanel;
class Notice;

/// What a new console shows: where the manager is, then who joins first. Does not block; each step can be left and
/// taken up again.
class FirstRun : public QDialog {
    Q_OBJECT
public:
    FirstRun(ManagerLink& link, ManagerSwitch& choice, QWidget* parent = nullptr);

    /// The step in which nodes and terminals join, with the manager that is open.
    void showJoining();
    /// The step in which the approver's key is made; it can be skipped.
    void showKey();

Q_SIGNALS:
    void connectWanted();  ///< to a manager elsewhere
    void demoWanted();

private:
    QWidget* choicePage();
    QWidget* addressPage();
    QWidget* keyPage();
    QWidget* joinPage();
    QWidget* addPage(const QString& heading, const QString& text, QWidget* body, const QList<QPushButton*>& buttons);
    void showAddresses();
    void startManager();
    void embeddedChanged(EmbeddedState state);
    void testDoor();
    void doorFound(const adminclient::ManagerIdentity& identity);

    ManagerLink& m_link;
    ManagerSwitch& m_choice;
    adminclient::ManagerProbe m_probe;
    QStackedWidget* m_steps = nullptr;
    QComboBox* m_address = nullptr;
    QLabel* m_addressHint = nullptr;
    Notice* m_notice = nullptr;
    QPushButton* m_start = nullptr;
    JoinPanel* m_join = nullptr;
    bool m_starting = false;
};

}  // namespace signalbox::ui
