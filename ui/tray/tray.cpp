// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/tray.h"

#include <QAction>
#include <QGuiApplication>

#include "ui/widgets/icon.h"

namespace signalbox::ui {

Tray::Tray(QObject* parent) : QObject(parent) {
    m_menu.setObjectName(QStringLiteral("trayMenu"));
    auto* const open = m_menu.addAction(tr("&Open Signalbox"));
    m_pause = m_menu.addAction(icon(QStringLiteral("paused")), tr("&Pause all rollouts"));
    m_menu.addSeparator();
    auto* const quit = m_menu.addAction(tr("&Quit"));
    connect(open, &QAction::triggered, this, &Tray::openWanted);
    connect(m_pause, &QAction::triggered, this, &Tray::pauseWanted);
    connect(quit, &QAction::triggered, this, &Tray::quitWanted);
    m_icon.setIcon(icon(QStringLiteral("page-rollouts")));
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick) Q_EMIT openWanted();
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, [this] {
        if (m_last.page.isEmpty()) return Q_EMIT openWanted();
        Q_EMIT explainWanted(m_last.page, m_last.what);
    });
    setRollouts(0);
    if (isThere()) m_icon.show();
}

bool Tray::isThere() const {
    return QSystemTrayIcon::isSystemTrayAvailable();
}

void Tray::setRollouts(int count) {
    m_pause->setEnabled(count > 0);
    m_icon.setToolTip(count > 0 ? tr("Signalbox: %n rollout(s) under way", "tray", count) : tr("Signalbox"));
}

void Tray::sayInBackground(int rollouts) {
    Notification told;
    told.title = tr("Signalbox goes on in the background");
    told.text =
        tr("%n rollout(s) under way. The manager keeps running; open or quit Signalbox from here.", "tray", rollouts);
    show(told);
}

void Tray::show(const Notification& notification) {
    if (!m_icon.isVisible()) return;
    m_last = notification;
    m_icon.showMessage(notification.title, notification.text,
                       notification.isBad ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information);
}

}  // namespace signalbox::ui
