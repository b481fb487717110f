// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QLocalSocket>
#include <QObject>
#include <QString>

namespace signalbox::ui {

/// One console a data folder and user: one that is started later shows the window of the first and ends.
class SingleConsole : public QObject {
    Q_OBJECT
public:
    explicit SingleConsole(const QString& folder, QObject* parent = nullptr);

    /// first() or second() follows.
    void start();

Q_SIGNALS:
    void first();
    void second();      ///< another one was there and was told
    void showWanted();  ///< by one that was started later

private:
    void listen();

    QString m_name;
    QLocalSocket m_probe;
    QLocalServer m_server;
};

}  // namespace signalbox::ui
