// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/console_shell.h"

#include <signal.h>
#include <unistd.h>

#include <QHostAddress>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTcpServer>

namespace signalbox::test {

ConsoleShell::ConsoleShell(const QString& home, const QString& programs, const QString& command) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), home);
    environment.insert(QStringLiteral("PATH"), programs + QLatin1Char(':') + environment.value(QStringLiteral("PATH")));
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::ForwardedChannels);
    m_process.setChildProcessModifier([] { ::setpgid(0, 0); });
    m_process.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), command});
}

ConsoleShell::~ConsoleShell() {
    if (m_process.processId() > 1) ::kill(-static_cast<pid_t>(m_process.processId()), SIGKILL);
    m_process.waitForFinished();
}

QString onThisMachine(QString command) {
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    const QString port = QString::number(probe.serverPort());
    command.replace(QStringLiteral("0.0.0.0:8445"), QStringLiteral("127.0.0.1:") + port);
    command.replace(QStringLiteral("$(hostname -f):8445"), QStringLiteral("127.0.0.1:") + port);
    return command;
}

}  // namespace signalbox::test
