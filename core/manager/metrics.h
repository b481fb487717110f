// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/manager/backup_keeper.h"
#include "core/manager/engine.h"

namespace signalbox::manager {

/// The manager's figures in Prometheus' text format (exposition format 0.0.4).
[[nodiscard]] std::string metricsText(const Engine& engine, const BackupKeeper& backups);

}  // namespace signalbox::manager
