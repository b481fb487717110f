// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

#include "ui/tray/notifier.h"

namespace signalbox::ui {

/// The console's place in the system tray, where there is one: stays while the window is closed and rollouts run, and
/// shows notifications while nobody looks at the window.
class Tray : public QObject {
    Q_OBJECT
public:
    explicit Tray(QObject* parent = nullptr);

    /// Whether this desktop has a tray.
    [[nodiscard]] bool isThere() const;
    /// That the window is closed and what goes on meanwhile.
    void sayInBackground(int rollouts);
    void setRollouts(int count);
    void show(const Notification& notification);

Q_SIGNALS:
    void openWanted();
    void quitWanted();
    void pauseWanted();  ///< of all rollouts
    /// The notification that was shown last was clicked.
    void explainWanted(const QString& page, const QString& what);

private:
    QMenu m_menu;
    QAction* m_pause = nullptr;
    QSystemTrayIcon m_icon;
    Notification m_last;
};

}  // namespace signalbox::ui
