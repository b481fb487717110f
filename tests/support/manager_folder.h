// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFileInfo>
#include <QString>

namespace signalbox::test {

/// For QTemporaryDir: in memory where the system has such a folder. These tests are about what is written before an
/// answer, which a killed process shows as well there; that it is synced, too, is the store's own test, and a disk
/// would make hundreds of syncs out of this.
[[nodiscard]] inline QString managerFolderTemplate() {
    const QString inMemory = QStringLiteral("/dev/shm");
    const QString parent = QFileInfo(inMemory).isWritable() ? inMemory : QDir::tempPath();
    return parent + QStringLiteral("/signalbox-manager-XXXXXX");
}

}  // namespace signalbox::test
