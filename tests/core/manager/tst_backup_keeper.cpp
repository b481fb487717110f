// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>

#include <QTemporaryDir>
#include <QTest>

#include "core/backup/backup.h"
#include "core/manager/alarms.h"
#include "core/manager/backup_keeper.h"
#include "tests/support/manager_bench.h"

using namespace signalbox;
using namespace signalbox::test;
using manager::BackupKeeper;
using manager::BackupSettings;
namespace fs = std::filesystem;

namespace {

const std::string kPassphrase = "correct horse battery";

template <class T>
bool failsWith(const Result<T>& result, BaseErrc code) {
    return !result && result.error().code == code;
}

/// A keeper over an engine, and a manager's folder for it to keep.
class Kept {
public:
    Kept() {
        auto made = store::openSqliteStore((data() / "signalbox.sqlite").string());
        (*made)->close();
    }
    [[nodiscard]] fs::path data() const { return m_folder.path().toStdString(); }
    /// Until what is under way has ended.
    void finish() {
        bench.io.restart();
        while (keeper.running() && bench.io.run_one() > 0) {
        }
        bench.durable().value();
    }
    [[nodiscard]] Result<void> configure(Seconds every, std::uint32_t keep = 7) {
        return keeper.configure({{}, every, keep, true}, kPassphrase, "anna");
    }

private:
    QTemporaryDir m_folder{managerFolderTemplate()};

public:
    ManagerBench bench;
    BackupKeeper keeper{bench.engine(), bench.io.get_executor(), data(), {1, std::size_t(1) << 20}};
};

}  // namespace

/// Backups that the manager makes of itself.
class TestBackupKeeper : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesOneThatRestores() {
        Kept kept;
        QVERIFY(failsWith(kept.keeper.start("anna"), BaseErrc::wrongState));  // no passphrase
        kept.configure(Seconds(0)).value();
        kept.keeper.start("anna").value();
        QVERIFY(kept.keeper.running());
        QVERIFY(failsWith(kept.keeper.start("bert"), BaseErrc::wrongState));
        kept.finish();
        QCOMPARE(kept.keeper.lastError(), std::string());
        QVERIFY(kept.keeper.lastSuccess() == kept.bench.clock.now());
        const auto files = kept.keeper.files();
        QCOMPARE(files.size(), std::size_t(1));
        QCOMPARE(files[0].name, kept.keeper.lastFile());
        QVERIFY(kept.bench.clock.now() - files[0].createdAt < Seconds(1));
        const fs::path file = kept.keeper.pathOf(files[0].name).value();
        QVERIFY(backup::verifyBackup(file, kPassphrase).has_value());
        const fs::path restored = kept.data() / "restored";
        QVERIFY(backup::restoreBackup(nativeFileSystem(), file, kPassphrase, restored).has_value());
        QVERIFY(!fs::exists(restored / "backup.passphrase"));
        kept.keeper.remove(files[0].name, "anna").value();
        QVERIFY(kept.keeper.files().empty());
    }

    void goesByItsScheduleAndKeepsAsMany() {
        Kept kept;
        const Seconds day(86400);
        kept.keeper.startWhenDue();
        QVERIFY(!kept.keeper.running());
        kept.configure(day, 2).value();
        std::string first;
        for (int i = 0; i < 3; ++i) {
            QVERIFY(*kept.keeper.nextDue() <= kept.bench.clock.now());
            kept.keeper.startWhenDue();
            QVERIFY(kept.keeper.running());
            kept.finish();
            if (i == 0) first = kept.keeper.lastFile();
            QVERIFY(*kept.keeper.nextDue() == kept.bench.clock.now() + day);
            kept.keeper.startWhenDue();
            QVERIFY(!kept.keeper.running());
            kept.bench.clock.advance(day);
        }
        QCOMPARE(kept.keeper.files().size(), std::size_t(2));
        QVERIFY(failsWith(kept.keeper.pathOf(first), BaseErrc::notFound));
    }

    void triesAgainAWhileAfterAFailure() {
        Kept kept;
        kept.configure(Seconds(86400)).value();
        const fs::path inTheWay = kept.data() / "backups";
        replaceFile(nativeFileSystem(), inTheWay, bytesOf(std::string("no folder"))).value();
        kept.keeper.startWhenDue();
        kept.finish();
        QVERIFY(!kept.keeper.lastError().empty());
        QCOMPARE(manager::alarmsOf(kept.bench.engine(), kept.keeper).back().kind, std::string("backupFailed"));
        fs::remove(inTheWay);
        kept.keeper.startWhenDue();
        QVERIFY(!kept.keeper.running());
        kept.bench.clock.set(*kept.keeper.nextDue());
        kept.keeper.startWhenDue();
        kept.finish();
        QCOMPARE(kept.keeper.lastError(), std::string());
        QVERIFY(kept.keeper.lastSuccess().has_value());
    }

    void saysThatItIsOverdue() {
        Kept kept;
        const Seconds day(86400);
        QVERIFY(!kept.keeper.overdue());
        kept.configure(day).value();
        kept.bench.clock.advance(2 * day - Seconds(1));
        QVERIFY(!kept.keeper.overdue());
        kept.bench.clock.advance(Seconds(1));
        QVERIFY(kept.keeper.overdue());
        kept.bench.restart();
        QVERIFY(kept.keeper.overdue());
        kept.keeper.startWhenDue();
        kept.finish();
        QVERIFY(!kept.keeper.overdue());
        kept.bench.clock.advance(2 * day);
        QVERIFY(kept.keeper.overdue());
        kept.configure(Seconds(0)).value();
        QVERIFY(!kept.keeper.overdue());
    }

    void thePassphraseStaysWhereItIs() {
        Kept kept;
        kept.configure(Seconds(0)).value();
        struct stat facts {};
        QCOMPARE(::stat((kept.data() / "backup.passphrase").c_str(), &facts), 0);
        QCOMPARE(facts.st_mode & 07777U, 0600U);
        for (const auto& [key, value] : kept.bench.world().settings)
            QVERIFY(value.find(kPassphrase) == std::string::npos);
        kept.bench.durable().value();
        const auto log = kept.bench.run(kept.bench.store().audit(0, 100)).value();
        for (const AuditEntry& entry : log)
            QVERIFY(entry.detail.find(kPassphrase) == std::string::npos);
    }

    void refusesWhatCannotBe() {
        Kept kept;
        const auto refuses = [&](const BackupSettings& settings, const std::optional<std::string>& passphrase) {
            return failsWith(kept.keeper.configure(settings, passphrase, "anna"), BaseErrc::invalidArgument);
        };
        QVERIFY(refuses({"relative/folder", Seconds(0), 7, true}, kPassphrase));
        QVERIFY(refuses({{}, Seconds(60), 7, true}, kPassphrase));
        QVERIFY(refuses({{}, Seconds(0), 0, true}, kPassphrase));
        QVERIFY(refuses({{}, Seconds(0), 7, true}, "short"));
        QVERIFY(refuses({{}, Seconds(0), 7, true}, "two lines\nof a passphrase"));
        QVERIFY(refuses({{}, Seconds(86400), 7, true}, std::nullopt));  // a schedule without a passphrase
        QVERIFY(!kept.keeper.hasPassphrase());
        for (const char* name : {"../signalbox.sqlite", "signalbox-x/../../a.backup", "backup.passphrase", ""})
            QVERIFY(failsWith(kept.keeper.pathOf(name), BaseErrc::notFound));
    }

    void certificatesThatEndAreAnAlarm() {
        const TimePoint now = SystemClock().now();
        const Seconds day(86400);
        QVERIFY(!manager::certificateAlarm("doors", now + 31 * day, now));
        const auto soon = manager::certificateAlarm("doors", now + 29 * day, now);
        QVERIFY(soon && soon->kind == "certificateEnds" && soon->subject == "doors");
        QVERIFY(soon->at == now + 29 * day);
        QVERIFY(!manager::certificateAlarm("authority", now + 366 * day, now));  // another in its place takes its time
        QVERIFY(manager::certificateAlarm("authority", now + 364 * day, now));
        QVERIFY(manager::certificateAlarm("doors", now - day, now));
        Kept kept;
        manager::Engine& engine = kept.bench.engine();
        engine.certificates = {now + 400 * day, now + 400 * day};
        QVERIFY(manager::alarmsOf(engine, kept.keeper).empty());
        engine.certificates.doors = now + day;
        QCOMPARE(manager::alarmsOf(engine, kept.keeper).size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestBackupKeeper)
#include "tst_backup_keeper.moc"
