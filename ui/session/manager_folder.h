// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

#include "core/adminclient/profile.h"
#include "core/base/result.h"

/// The data folder of a manager of this user, and the process that works on it. Everything here blocks: never on the
/// GUI thread.
namespace signalbox::ui {

/// Why a manager cannot be started on this computer.
enum class StartErrc {
    programMissing = 1,  ///< signalbox-manager is not beside the console
    folderUnusable,      ///< not ours, not writable, or open to others
    folderInUse,         ///< another manager works on it
    diskFull,
    addressTaken,  ///< another program has the port
    ended,         ///< it ended; the context has its last lines
    silent         ///< it runs and does not answer
};
const boost::system::error_category& startCategory();
inline boost::system::error_code make_error_code(StartErrc e) {
    return {static_cast<int>(e), startCategory()};
}

/// nullopt where no manager was started there yet. StartErrc::folderUnusable where the file's owner is someone else or
/// others may read it.
[[nodiscard]] Result<std::optional<adminclient::Profile>> readOwnProfile(const QString& folder);

struct ManagerLaunch {
    QString program;
    QString folder;
    QString ddiHost;        ///< the address that terminals will reach; empty: as before
    quint16 ddiPort = 0;    ///< where it is known; 0: as before, or a free one on a first start
    QString ddiListen;      ///< numeric address that the door for terminals is opened on, with a first start
    QString knownAdminUrl;  ///< of an earlier start; empty: this is the first
    QStringList more;       ///< further arguments
};

/// Starts it detached; its process. Errors: StartErrc, or the system's.
[[nodiscard]] Result<qint64> launchManager(const ManagerLaunch& launch);

/// Whether that process is the manager of this folder.
[[nodiscard]] bool isManagerOf(qint64 process, const QString& folder);
/// Whether the manager that was started last runs.
[[nodiscard]] bool managerRuns(const QString& folder);
/// Asks the manager that was started last to end; success where there is none.
[[nodiscard]] Result<void> askManagerToEnd(const QString& folder);

/// Why the manager that was started last ended, from what it said.
[[nodiscard]] Error endOfManager(const QString& folder);

}  // namespace signalbox::ui

template <>
struct boost::system::is_error_code_enum<signalbox::ui::StartErrc> : std::true_type {};
