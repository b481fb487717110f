// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include "core/base/result.h"

/// What of processes and users differs between operating systems.
namespace signalbox::ui {

/// As QFileInfo::ownerId() gives it.
[[nodiscard]] uint ownUserId();
/// As a supervisor does: SIGTERM.
[[nodiscard]] Result<void> askToEnd(qint64 process);
/// In a child process, before its program is loaded: it ends when we do.
void endWithParent();

}  // namespace signalbox::ui
