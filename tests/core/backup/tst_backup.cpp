// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <fstream>

#include "core/backup/comparison.h"
#include "core/registry/blob_store.h"

using namespace signalbox;
using namespace signalbox::backup;
namespace fs = std::filesystem;

namespace {

const std::string kPassphrase = "correct horse battery";
const KeyCost kCheap{1, std::size_t{1} << 20};
const std::string kPackage = "the bytes of a package";

/// A manager's folder with an approved release, a terminal and an audit log.
class Folder {
public:
    Folder() {
        fs::create_directories(data);
        std::ofstream(data / "admin.json") << R"({"url":"https://127.0.0.1:1"})";
        auto blobs = registry::BlobStore::open(nativeFileSystem(), data / "blobs");
        const auto digest = (*blobs)->put(bytesOf(kPackage));
        Release release;
        release.id = {1};
        release.product = "kiosk";
        release.version = "1.0";
        release.state = ReleaseState::approved;
        release.manifestDigest = Digest::ofContent("manifest");
        release.approvals.push_back({"anna", now, release.manifestDigest, true, ""});
        Package package;
        package.platform = "linux-amd64";
        package.digest = *digest;
        release.packages.push_back(package);
        Terminal terminal;
        terminal.id = {1};
        terminal.controllerId = "till-1";
        terminal.permitSequence = 7;
        Deployment deployment;
        deployment.id = {41};
        deployment.rollout = {1};
        deployment.terminal = {1};
        Rollout rollout;
        rollout.id = {1};
        rollout.release = {1};
        AuditEntry entry;
        entry.sequence = 1;
        entry.actor = "anna";
        entry.action = "release.approve";
        entry.detail = "{}";
        entry.hash = std::string(64, 'a');
        commit({release, terminal, rollout, deployment, entry, store::Setting{"manager.id", "m-1"}});
    }

    void commit(std::vector<store::Change> changes) {
        auto opened = store::openSqliteStore((data / "signalbox.sqlite").string());
        QVERIFY2(opened.has_value(), opened ? "" : opened.error().text().c_str());
        asio::io_context io(1);
        Result<void> stored;
        const auto done = [&stored](const std::exception_ptr&, Result<void> result) { stored = std::move(result); };
        asio::co_spawn(io, (*opened)->commit(std::move(changes)), done);
        io.run();
        (*opened)->close();
        QVERIFY2(stored.has_value(), stored ? "" : stored.error().text().c_str());
    }
    [[nodiscard]] static store::Contents contents(const fs::path& folder) {
        auto opened = store::openSqliteStore((folder / "signalbox.sqlite").string());
        auto loaded = (*opened)->load();
        (*opened)->close();
        return std::move(*loaded);
    }
    [[nodiscard]] fs::path blob(const fs::path& folder) const {
        const std::string hex = sha256Hex(bytesOf(kPackage));
        return folder / "blobs" / "blobs" / "sha256" / hex.substr(0, 2) / hex;
    }
    [[nodiscard]] Result<BackupInfo> backUp() const {
        return createBackup(nativeFileSystem(), {data, file, kPassphrase, kCheap, true}, SystemClock());
    }
    [[nodiscard]] std::vector<Finding::Kind> findings() const {
        const auto compared = compareWithBackup(file, kPassphrase, data);
        std::vector<Finding::Kind> kinds;
        if (!compared) return {static_cast<Finding::Kind>(-1)};
        for (const Finding& finding : compared->findings)
            kinds.push_back(finding.kind);
        return kinds;
    }
    [[nodiscard]] std::size_t entriesBeside() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(root()), fs::directory_iterator()));
    }
    [[nodiscard]] fs::path root() const { return m_folder.path().toStdString(); }

    TimePoint now{std::chrono::sys_days(std::chrono::year(2026) / 11 / 25)};

private:
    QTemporaryDir m_folder;

public:
    fs::path data = root() / "data";
    fs::path file = root() / "backup";
};

std::string bytesIn(const fs::path& file) {
    return *readFile(file, 1 << 24);
}

}  // namespace

class TestBackup final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRestoredFolderHoldsWhatWasBackedUp();
    void isMadeWhileTheManagerRuns();
    void whatWasGivenOutAfterwardsIsNotGivenOutAgain();
    void aChangedOrCutBackupIsRefused();
    void refusesAWrongPassphrase();
    void overwritesNothing();
    void leavesNothingWhenItFails();
    void aManagerThatWentOnDiffersInNothing();
    void changesByHandAreFound();
};

void TestBackup::aRestoredFolderHoldsWhatWasBackedUp() {
    const Folder folder;
    const auto made = folder.backUp();
    QVERIFY2(made.has_value(), made ? "" : made.error().text().c_str());
    QCOMPARE(made->blobs, std::uint64_t{1});
    const fs::path restored = folder.root() / "restored";
    const auto info = restoreBackup(nativeFileSystem(), folder.file, kPassphrase, restored);
    QVERIFY2(info.has_value(), info ? "" : info.error().text().c_str());
    QCOMPARE(info->managerId, std::string("m-1"));
    QCOMPARE(bytesIn(folder.blob(restored)), kPackage);
    QCOMPARE(bytesIn(restored / "admin.json"), bytesIn(folder.data / "admin.json"));
    const store::Contents contents = Folder::contents(restored);
    QCOMPARE(contents.releases.front().approvals.front().by, std::string("anna"));
    QCOMPARE(contents.lastAudit.sequence, std::int64_t{1});
    const std::string sealed = bytesIn(folder.file);
    QVERIFY(sealed.find(kPackage) == std::string::npos && sealed.find("kiosk") == std::string::npos);
}

void TestBackup::isMadeWhileTheManagerRuns() {
    const Folder folder;
    const auto running = store::openSqliteStore((folder.data / "signalbox.sqlite").string());
    QVERIFY(running && (*running)->load());
    QVERIFY(folder.backUp());
    QVERIFY(verifyBackup(folder.file, kPassphrase));
    (*running)->close();
}

void TestBackup::whatWasGivenOutAfterwardsIsNotGivenOutAgain() {
    const Folder folder;
    QVERIFY(folder.backUp());
    const fs::path restored = folder.root() / "restored";
    QVERIFY(restoreBackup(nativeFileSystem(), folder.file, kPassphrase, restored));
    const store::Contents contents = Folder::contents(restored);
    QVERIFY(contents.terminals.front().permitSequence > 1000);
    const auto from =
        std::find_if(contents.settings.begin(), contents.settings.end(),
                     [](const store::Setting& setting) { return setting.key == store::kDeploymentsFrom; });
    QVERIFY(from != contents.settings.end() && std::atoll(from->value.c_str()) > 1041);
}

void TestBackup::aChangedOrCutBackupIsRefused() {
    const Folder folder;
    QVERIFY(folder.backUp());
    const std::string whole = bytesIn(folder.file);
    const auto refused = [&folder](const std::string& bytes) {
        std::ofstream(folder.file, std::ios::binary | std::ios::trunc) << bytes;
        return !verifyBackup(folder.file, kPassphrase);
    };
    for (const std::size_t at :
         {std::size_t{0}, std::size_t{40}, std::size_t{60}, whole.size() / 2, whole.size() - 1}) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        QVERIFY2(refused(changed), std::to_string(at).c_str());
    }
    for (const std::size_t size : {std::size_t{0}, std::size_t{20}, std::size_t{70}, whole.size() - 1})
        QVERIFY2(refused(whole.substr(0, size)), std::to_string(size).c_str());
    QVERIFY(refused(whole + "x"));
    QVERIFY(!refused(whole));
}

void TestBackup::refusesAWrongPassphrase() {
    const Folder folder;
    QVERIFY(folder.backUp());
    const auto opened = verifyBackup(folder.file, "another passphrase");
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, make_error_code(BaseErrc::denied));
    const auto made =
        createBackup(nativeFileSystem(), {folder.data, folder.root() / "x", "short", kCheap, true}, SystemClock());
    QVERIFY(!made);
    QCOMPARE(made.error().code, make_error_code(BaseErrc::invalidArgument));
}

void TestBackup::overwritesNothing() {
    const Folder folder;
    QVERIFY(folder.backUp());
    const std::string before = bytesIn(folder.file);
    const auto again = folder.backUp();
    QVERIFY(!again);
    QCOMPARE(again.error().code, make_error_code(BaseErrc::alreadyExists));
    QCOMPARE(bytesIn(folder.file), before);
    const auto restored = restoreBackup(nativeFileSystem(), folder.file, kPassphrase, folder.data);
    QVERIFY(!restored);
    QCOMPARE(restored.error().code, make_error_code(BaseErrc::alreadyExists));
}

void TestBackup::leavesNothingWhenItFails() {
    const Folder folder;
    QVERIFY(folder.backUp());
    const std::size_t before = folder.entriesBeside();
    QVERIFY(
        !createBackup(nativeFileSystem(), {folder.data, folder.root() / "x", "short", kCheap, true}, SystemClock()));
    QVERIFY(!restoreBackup(nativeFileSystem(), folder.file, "another passphrase", folder.root() / "y"));
    const std::string whole = bytesIn(folder.file);
    std::ofstream(folder.file, std::ios::binary | std::ios::trunc) << whole.substr(0, whole.size() - 1);
    QVERIFY(!restoreBackup(nativeFileSystem(), folder.file, kPassphrase, folder.root() / "y"));
    QCOMPARE(folder.entriesBeside(), before);
}

void TestBackup::aManagerThatWentOnDiffersInNothing() {
    Folder folder;
    QVERIFY(folder.backUp());
    Release next;
    next.id = {2};
    next.product = "kiosk";
    next.version = "2.0";
    AuditEntry entry;
    entry.sequence = 2;
    entry.detail = "{}";
    entry.hash = std::string(64, 'b');
    folder.commit({next, entry});
    QVERIFY(folder.findings().empty());
}

void TestBackup::changesByHandAreFound() {
    Folder folder;
    QVERIFY(folder.backUp());
    Release release = Folder::contents(folder.data).releases.front();
    release.approvals.front().by = "mallory";
    folder.commit({release});
    QCOMPARE(folder.findings(), std::vector{Finding::Kind::approvalChanged});
    release.manifestDigest = Digest::ofContent("another manifest");
    folder.commit({release});
    QCOMPARE(folder.findings(), std::vector{Finding::Kind::releaseChanged});
    folder.commit({store::ReleaseRemoved{release.id}});
    QCOMPARE(folder.findings(), std::vector{Finding::Kind::releaseMissing});

    Folder another;
    QVERIFY(another.backUp());
    std::ofstream(another.blob(another.data), std::ios::binary | std::ios::trunc) << "the bytes of a PACKAGE";
    QCOMPARE(another.findings(), std::vector{Finding::Kind::blobDamaged});
}

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
