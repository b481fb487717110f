// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>

namespace signalbox::test {

/// The shell on another machine into which a person pastes a command; ends with us, whatever it started.
class ConsoleShell {
public:
    /// `home` and its own programs are those of that machine.
    ConsoleShell(const QString& home, const QString& programs, const QString& command);
    ~ConsoleShell();
    ConsoleShell(const ConsoleShell&) = delete;
    ConsoleShell& operator=(const ConsoleShell&) = delete;

private:
    QProcess m_process;
};

/// The command as it works where all machines are one: a port of its own, and an address that surely leads to it.
[[nodiscard]] QString onThisMachine(QString command);

}  // namespace signalbox::test
