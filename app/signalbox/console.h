// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <memory>

#include "ui/connect/connect_dialog.h"
#include "ui/connect/first_run.h"
#include "ui/connect/manager_banner.h"
#include "ui/connect/manager_button.h"
#include "ui/rollouts/pause_all.h"
#include "ui/session/demo_fleet.h"
#include "ui/session/manager_switch.h"
#include "ui/session/preferences.h"
#include "ui/shell/main_window.h"
#include "ui/tray/notifier.h"
#include "ui/tray/tray.h"

namespace signalbox {

struct ConsoleOptions {
    QString programs;              ///< where signalbox-manager and the others are
    QString data;                  ///< below it: manager, demo
    QString settings;              ///< file; empty: the user's
    QStringList managerArguments;  ///< of the bundled manager's `run`, beside our own
    /// What was read of that file already; none: it is read.
    std::shared_ptr<ui::Preferences> preferences{};
};

/// Everything of a console put together: window, manager, tray, and what happens when it is closed.
class Console : public QObject {
    Q_OBJECT
public:
    explicit Console(const ConsoleOptions& options);
    ~Console() override;

    /// Shows the window and opens what was open last, or the first run.
    void start();
    /// As start(), but the window stays closed where there is a tray to open it from.
    void startInBackground();
    /// Shows the window with a manager that is not remembered.
    void startWith(const adminclient::Profile& profile);
    void startDemo();
    void showWindow();
    /// Ends the demo, and the manager where that is wanted and no rollout runs, then emits ended().
    void quit();

    [[nodiscard]] ui::MainWindow& window() { return m_window; }
    [[nodiscard]] ui::ManagerLink& link() { return m_link; }
    [[nodiscard]] ui::ManagerSwitch& choice() { return m_choice; }
    [[nodiscard]] ui::Preferences& preferences() { return *m_preferences; }
    [[nodiscard]] ui::KnownManagers& known() { return m_known; }
    [[nodiscard]] ui::DemoFleet& demo() { return m_demo; }

Q_SIGNALS:
    void ended();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectParts();
    void showFirstRun(bool joining);
    void showConnect();
    void askSecret(const ui::KnownManager& manager, const Error& why);
    void countRollouts();
    void makePauseAction();
    void pauseAll();
    void tellPaused(const ui::PauseOutcome& outcome);
    void closeWindow();
    void endManager();

    std::shared_ptr<ui::Preferences> m_preferences;
    ui::ManagerLink m_link;
    ui::KnownManagers m_known;
    ui::SecretKeeper m_secrets;
    ui::EmbeddedManager m_embedded;
    ui::ManagerSwitch m_choice;
    ui::DemoFleet m_demo;
    ui::MainWindow m_window;
    ui::ManagerBanner* m_banner;
    ui::ManagerButton* m_button;
    ui::Notifier m_notifier;
    ui::Tray m_tray;
    ui::PauseAll m_pauseAll;
    QTimer m_patience;  ///< with what has to end before we do
    std::int64_t m_rollouts = 0;
    bool m_quitting = false;
};

}  // namespace signalbox
