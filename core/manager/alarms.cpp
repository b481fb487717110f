// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/alarms.h"

namespace signalbox::manager {
namespace {

void addBackupAlarms(const BackupKeeper& backups, std::vector<Alarm>& alarms) {
    const auto success = backups.lastSuccess();
    const auto failure = backups.lastFailure();
    if (backups.overdue())
        alarms.push_back({"backupOverdue", "backup",
                          success ? "no backup has succeeded since " + toRfc3339(*success)
                                  : std::string("no backup has succeeded yet"),
                          success});
    if (failure && (!success || *failure > *success))
        alarms.push_back({"backupFailed", "backup", "the last backup failed: " + backups.lastError(), failure});
}

}  // namespace

std::optional<Alarm> certificateAlarm(const std::string& subject, TimePoint ends, TimePoint now) {
    if (ends - now > kCertificateAlarm) return std::nullopt;
    const std::string when = (ends <= now ? " ended at " : " ends at ") + toRfc3339(ends);
    return Alarm{"certificateEnds", subject, "the certificate of the " + subject + when, ends};
}

std::vector<Alarm> alarmsOf(const Engine& engine, const BackupKeeper& backups) {
    std::vector<Alarm> alarms;
    const TimePoint now = engine.clock.now();
    if (auto alarm = certificateAlarm("authority", engine.certificates.authority, now))
        alarms.push_back(std::move(*alarm));
    if (auto alarm = certificateAlarm("doors", engine.certificates.doors, now)) alarms.push_back(std::move(*alarm));
    addBackupAlarms(backups, alarms);
    return alarms;
}

}  // namespace signalbox::manager
