// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/autostart.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include "core/base/file_system.h"

namespace signalbox::ui {
namespace {

QString folder() {
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation))
        .filePath(QStringLiteral("autostart"));
}

QString fileName() {
    return QDir(folder()).filePath(QStringLiteral("signalbox.desktop"));
}

/// An argument of a desktop entry's Exec line: quoted, what is special within quotes escaped; the string itself is then
/// escaped once more, as all values are.
QString execArgument(QString text) {
    for (const char special : {'\\', '"', '`', '$'})
        text.replace(QLatin1Char(special), QLatin1Char('\\') + QString(QLatin1Char(special)));
    text.replace(QLatin1Char('%'), QStringLiteral("%%"));
    return QLatin1Char('"') + text.replace(QLatin1Char('\\'), QStringLiteral("\\\\")) + QLatin1Char('"');
}

}  // namespace

bool startsAtLogIn() {
    return QFile::exists(fileName());
}

Result<void> setStartsAtLogIn(bool starts, const QString& program) {
    if (!starts) {
        if (QFile::exists(fileName()) && !QFile::remove(fileName()))
            return makeError(BaseErrc::denied, fileName().toStdString());
        return {};
    }
    if (!QDir().mkpath(folder())) return makeError(BaseErrc::denied, folder().toStdString());
    const QString text =
        QStringLiteral("[Desktop Entry]\nType=Application\nName=Signalbox\nExec=%1 --background\nTerminal=false\n")
            .arg(execArgument(program));
    return replaceFile(nativeFileSystem(), fileName().toStdString(), bytesOf(text.toStdString()), 0644);
}

}  // namespace signalbox::ui
