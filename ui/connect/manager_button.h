// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

#include "ui/session/demo_fleet.h"
#include "ui/session/manager_switch.h"

class QMainWindow;
class QMenu;

namespace signalbox::ui {

/// Stands in the status bar: which manager this is, and the menu to choose another. Its actions are the window's too.
class ManagerButton : public QToolButton {
    Q_OBJECT
public:
    ManagerButton(ManagerSwitch& choice, KnownManagers& known, DemoFleet& demo, QMainWindow& window);

Q_SIGNALS:
    void connectWanted();  ///< to a manager elsewhere
    void joinWanted();     ///< the first run's last step again
    void hereWanted();     ///< the manager of this computer
    void demoWanted();
    void demoEndWanted();

private:
    void makeActions(QMainWindow& window);
    void fillMenu();
    void showCurrent();

    ManagerSwitch& m_choice;
    KnownManagers& m_known;
    DemoFleet& m_demo;
    QMenu* m_menu = nullptr;
    QAction* m_here = nullptr;
    QAction* m_connect = nullptr;
    QAction* m_join = nullptr;
    QAction* m_tryDemo = nullptr;
    QAction* m_endDemo = nullptr;
    QAction* m_stop = nullptr;
    QAction* m_stopAtEnd = nullptr;
};

}  // namespace signalbox::ui
