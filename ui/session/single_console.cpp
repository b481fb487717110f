// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/single_console.h"

#include <QCryptographicHash>
#include <QDir>

namespace signalbox::ui {

SingleConsole::SingleConsole(const QString& folder, QObject* parent) : QObject(parent) {
    // Of the path, since names of sockets are short.
    const QByteArray path = QDir(folder).absolutePath().toUtf8() + QDir::homePath().toUtf8();
    m_name = QStringLiteral("signalbox-") +
             QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(24));
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_probe, &QLocalSocket::connected, this, [this] {
        m_probe.disconnectFromServer();
        Q_EMIT second();
    });
    connect(&m_probe, &QLocalSocket::errorOccurred, this, &SingleConsole::listen);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* const visitor = m_server.nextPendingConnection())
            visitor->deleteLater();
        Q_EMIT showWanted();
    });
}

void SingleConsole::start() {
    m_probe.connectToServer(m_name);
}

void SingleConsole::listen() {
    if (m_server.isListening()) return;
    QLocalServer::removeServer(m_name);  // of one that was killed
    m_server.listen(m_name);             // without it a second window is all that happens
    Q_EMIT first();
}

}  // namespace signalbox::ui
