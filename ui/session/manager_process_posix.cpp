// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/manager_process.h"

#include <signal.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <unistd.h>

#include <QByteArray>
#include <QFile>
#include <QString>

#include "ui/session/manager_folder.h"

namespace signalbox::ui {

uint ownUserId() {
    return ::geteuid();
}

Result<void> askToEnd(qint64 process) {
    if (::kill(static_cast<pid_t>(process), SIGTERM) != 0 && errno != ESRCH) return systemError("the manager");
    return {};
}

void endWithParent() {
#ifdef __linux__
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
}

bool isManagerOf(qint64 process, const QString& folder) {
    // Numbers of processes are given again; its arguments tell which one it is. Those of a dead one are empty.
    QFile arguments(QStringLiteral("/proc/%1/cmdline").arg(process));
    if (!arguments.open(QIODevice::ReadOnly)) return false;
    const QByteArray line = arguments.read(1 << 16);
    const QByteArray wanted = QByteArray("--data") + '\0' + folder.toUtf8() + '\0';
    return line.contains(wanted);
}

}  // namespace signalbox::ui
