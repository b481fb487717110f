// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/alarms.h"

#include "core/manager/certificate_ends.h"

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

/// Terminals take nothing new when one of these has ended. The times are those of protocols/tuf.md.
std::optional<Alarm> metadataAlarm(const std::string& role, TimePoint ends, TimePoint now) {
    constexpr Seconds kDay(86400);
    const bool byManager = role == "timestamp" || role == "snapshot";
    const Seconds before = byManager ? 3 * kDay : role == "root" ? 60 * kDay : 30 * kDay;
    if (ends - now > before) return std::nullopt;
    const std::string when = (ends <= now ? " ended at " : " ends at ") + toRfc3339(ends);
    return Alarm{"metadataEnds", role, "the signed metadata of " + role + when, ends};
}

}  // namespace

std::optional<Alarm> certificateAlarm(const std::string& subject, TimePoint ends, TimePoint now) {
    if (ends - now > (subject == "authority" ? kAuthorityAlarm : kCertificateAlarm)) return std::nullopt;
    const std::string when = (ends <= now ? " ended at " : " ends at ") + toRfc3339(ends);
    return Alarm{"certificateEnds", subject, "the certificate of the " + subject + when, ends};
}

std::vector<Alarm> metadataAlarms(const Engine& engine) {
    std::vector<Alarm> alarms;
    for (const auto& [role, ends] : engine.world.trust.ends())
        if (auto alarm = metadataAlarm(role, ends, engine.clock.now())) alarms.push_back(std::move(*alarm));
    return alarms;
}

std::vector<Alarm> alarmsOf(const Engine& engine, const BackupKeeper& backups) {
    std::vector<Alarm> alarms;
    const TimePoint now = engine.clock.now();
    for (const CertificateEnd& one : certificateEnds(engine))
        if (auto alarm = certificateAlarm(one.holder, one.notAfter, now)) alarms.push_back(std::move(*alarm));
    for (Alarm& alarm : metadataAlarms(engine))
        alarms.push_back(std::move(alarm));
    addBackupAlarms(backups, alarms);
    return alarms;
}

}  // namespace signalbox::manager
