// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/manager/backup_keeper.h"
#include "core/manager/engine.h"

namespace signalbox::manager {

/// Something of the manager itself that people must see to, while it lasts.
struct Alarm {
    std::string kind;     ///< backupOverdue, backupFailed, certificateEnds, metadataEnds
    std::string subject;  ///< what it is about: "backup", "authority", "doors"
    std::string text;
    std::optional<TimePoint> at = {};  ///< since when, or of an end: when
};

/// How long before its end a certificate is an alarm.
inline constexpr Seconds kCertificateAlarm{30LL * 86400};

/// And of the authority, in whose place another one is to come by and by.
inline constexpr Seconds kAuthorityAlarm{365LL * 86400};

/// One that ends within that time, or has ended; nullopt: all is well.
[[nodiscard]] std::optional<Alarm> certificateAlarm(const std::string& subject, TimePoint ends, TimePoint now);

/// Of signed metadata that ends soon or has ended: timestamp and snapshot from 3 days before, the root from 60, others
/// from 30.
[[nodiscard]] std::vector<Alarm> metadataAlarms(const Engine& engine);

[[nodiscard]] std::vector<Alarm> alarmsOf(const Engine& engine, const BackupKeeper& backups);

}  // namespace signalbox::manager
