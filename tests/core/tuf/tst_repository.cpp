// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <fstream>

#include "core/tuf/metadata_writer.h"
#include "core/tuf/updater.h"
#include "tests/support/http_servers.h"
#include "tests/support/tuf_people.h"

using namespace signalbox;
using namespace signalbox::tuf;
using test::Person;

namespace {

/// A repository with two root holders, three approvers of a kiosk (any two), and a terminal that trusts its first root.
class World {
public:
    World() {
        std::filesystem::create_directories(m_published);
        std::filesystem::create_directories(m_terminal);
        must(repository.stageRoot(test::rootOf({&holderA, &holderB}, 1, online), now));
        must(holderA.signs(repository, "root"));
        must(repository.stageTargets("targets", test::targetsFor("kiosk", {&anna, &bert, &cora}, 2), now));
        must(holderB.signs(repository, "targets"));
        publish();
        std::filesystem::copy_file(m_published / "1.root.json", m_terminal / "root.json");
    }

    void publish() { write(repository.publish(online.signer(), now)); }
    void write(const Result<std::vector<PublishedFile>>& files) {
        QVERIFY2(files.has_value(), files ? "" : files.error().text().c_str());
        for (const PublishedFile& file : *files) {
            std::ofstream(m_published / file.name, std::ios::binary) << file.bytes;
            order.push_back(file.name);
        }
    }
    void stageKiosk(const std::string& version, const std::string& content) {
        Targets kiosk = repository.targets("p-kiosk") ? *repository.targets("p-kiosk") : Targets();
        kiosk.targets["kiosk/stable/" + version + ".json"] = test::targetOf(content);
        must(repository.stageTargets("p-kiosk", std::move(kiosk), now));
    }
    /// Of a terminal that refreshes at `now`.
    [[nodiscard]] Result<Target> find(const std::string& path) {
        asio::io_context io(1);
        FolderMetadataSource source(m_published);
        LocalMetadata local(nativeFileSystem(), m_terminal);
        Updater updater(source, local, now);
        const auto refreshed = test::runTask(io, updater.refresh());
        if (!refreshed) return refreshed.error();
        return test::runTask(io, updater.find(path));
    }
    static void must(const Result<void>& done) { QVERIFY2(done.has_value(), done ? "" : done.error().text().c_str()); }

    Person holderA, holderB, online, anna, bert, cora, stranger;
    Repository repository;
    TimePoint now{std::chrono::sys_days(std::chrono::year(2026) / 11 / 25)};
    std::vector<std::string> order;

private:
    QTemporaryDir m_folder;
    std::filesystem::path m_published = std::filesystem::path(m_folder.path().toStdString()) / "published";
    std::filesystem::path m_terminal = std::filesystem::path(m_folder.path().toStdString()) / "terminal";
};

const std::string kPath = "kiosk/stable/1.0.json";

}  // namespace

class TestRepository final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTerminalFindsWhatEnoughApproversSigned();
    void oneSignatureTooFewPublishesNothing();
    void aChangeVoidsTheSignatures();
    void noSignatureCountsOfStrangersOrForOtherContent();
    void aKeySignsOnce();
    void filesBecomeVisibleInTheSafeOrder();
    void signingAgainKeepsTerminalsFresh();
    void aNewRootNeedsTheOldOne();
    void whatTerminalsWouldRefuseIsNotPublished();
    void anApproverWhoLeftNoLongerCounts();
    void aProductWhoseApprovalsEndedStopsNobodyElse();
    void goesOnFromItsFiles();
};

void TestRepository::aTerminalFindsWhatEnoughApproversSigned() {
    World world;
    QVERIFY(!world.find(kPath));
    world.stageKiosk("1.0", "manifest");
    World::must(world.anna.signs(world.repository, "p-kiosk"));
    World::must(world.cora.signs(world.repository, "p-kiosk"));
    world.publish();
    const auto found = world.find(kPath);
    QVERIFY2(found.has_value(), found ? "" : found.error().text().c_str());
    QCOMPARE(*found->length, std::uint64_t{8});
}

void TestRepository::oneSignatureTooFewPublishesNothing() {
    World world;
    world.stageKiosk("1.0", "manifest");
    World::must(world.anna.signs(world.repository, "p-kiosk"));
    const auto count = world.repository.count("p-kiosk");
    QVERIFY(count && count->have == 1 && count->need == 2);
    const auto published = world.repository.publish(world.online.signer(), world.now);
    QVERIFY(!published);
    QCOMPARE(published.error().code, make_error_code(BaseErrc::wrongState));
}

void TestRepository::aChangeVoidsTheSignatures() {
    World world;
    world.stageKiosk("1.0", "manifest");
    World::must(world.anna.signs(world.repository, "p-kiosk"));
    world.stageKiosk("1.0", "another manifest");
    QCOMPARE(world.repository.count("p-kiosk")->have, 0U);
}

void TestRepository::noSignatureCountsOfStrangersOrForOtherContent() {
    World world;
    world.stageKiosk("1.0", "manifest");
    for (const Person* const person : {&world.stranger, &world.holderA, &world.online}) {
        const auto refused = person->signs(world.repository, "p-kiosk");
        QVERIFY(!refused && refused.error().code == BaseErrc::denied);
    }
    auto other = world.anna.signer().sign("something else");
    const auto refused = world.repository.addSignature("p-kiosk", std::move(*other));
    QVERIFY(!refused && refused.error().code == BaseErrc::denied);
    QCOMPARE(world.repository.count("p-kiosk")->have, 0U);
}

void TestRepository::aKeySignsOnce() {
    World world;
    world.stageKiosk("1.0", "manifest");
    World::must(world.anna.signs(world.repository, "p-kiosk"));
    const auto again = world.anna.signs(world.repository, "p-kiosk");
    QVERIFY(!again && again.error().code == BaseErrc::alreadyExists);
}

void TestRepository::filesBecomeVisibleInTheSafeOrder() {
    World world;
    const std::vector<std::string> first = {"1.root.json", "1.targets.json", "1.snapshot.json", "timestamp.json"};
    QCOMPARE(world.order, first);
    world.order.clear();
    Targets targets = *world.repository.targets("targets");
    World::must(world.repository.stageTargets("targets", std::move(targets), world.now));
    World::must(world.holderA.signs(world.repository, "targets"));
    world.stageKiosk("1.0", "manifest");
    World::must(world.anna.signs(world.repository, "p-kiosk"));
    World::must(world.bert.signs(world.repository, "p-kiosk"));
    world.publish();
    const std::vector<std::string> second = {"1.p-kiosk.json", "2.targets.json", "2.snapshot.json", "timestamp.json"};
    QCOMPARE(world.order, second);
}

void TestRepository::signingAgainKeepsTerminalsFresh() {
    World world;
    world.order.clear();
    for (int day = 0; day < 30; ++day) {
        world.now += std::chrono::days(1);
        world.write(world.repository.signAgain(world.online.signer(), world.now));
        const auto found = world.find(kPath);
        QVERIFY(!found && found.error().code == BaseErrc::notFound);  // and not expired
    }
    QCOMPARE(std::count(world.order.begin(), world.order.end(), "timestamp.json"), 30);
    QVERIFY(world.order.size() < 36);  // the snapshot now and then
    world.now += std::chrono::days(8);
    const auto frozen = world.find(kPath);
    QVERIFY(!frozen && frozen.error().code == BaseErrc::timedOut);
}

void TestRepository::aNewRootNeedsTheOldOne() {
    World world;
    const Person newcomer;
    World::must(world.repository.stageRoot(test::rootOf({&world.holderA, &newcomer}, 2, world.online), world.now));
    World::must(newcomer.signs(world.repository, "root"));
    const auto count = world.repository.count("root");
    QVERIFY(count && count->have < count->need);
    World::must(world.holderA.signs(world.repository, "root"));  // of the old and of the new root
    Targets targets = *world.repository.targets("targets");
    World::must(world.repository.stageTargets("targets", std::move(targets), world.now));
    World::must(world.holderA.signs(world.repository, "targets"));
    World::must(newcomer.signs(world.repository, "targets"));
    world.publish();
    QCOMPARE(world.repository.root()->version, std::int64_t{2});
    const auto found = world.find(kPath);
    QVERIFY(!found && found.error().code == BaseErrc::notFound);
}

void TestRepository::whatTerminalsWouldRefuseIsNotPublished() {
    World world;
    // The new root names other holders for the targets, and the targets that lie there are not signed by them.
    World::must(world.repository.stageRoot(test::rootOf({&world.stranger}, 1, world.online), world.now));
    World::must(world.holderA.signs(world.repository, "root"));
    World::must(world.stranger.signs(world.repository, "root"));
    const auto published = world.repository.publish(world.online.signer(), world.now);
    QVERIFY(!published && published.error().code == BaseErrc::denied);
    QCOMPARE(world.repository.root()->version, std::int64_t{1});
    QVERIFY(world.repository.staged().contains("root"));
    // An online key that is not the root's.
    world.repository.drop("root");
    const auto again = world.repository.signAgain(world.stranger.signer(), world.now);
    QVERIFY(!again && again.error().code == BaseErrc::denied);
}

void TestRepository::anApproverWhoLeftNoLongerCounts() {
    World world;
    World::must(
        world.repository.stageTargets("targets", test::targetsFor("kiosk", {&world.anna, &world.bert}, 2), world.now));
    World::must(world.holderA.signs(world.repository, "targets"));
    world.publish();
    world.stageKiosk("1.0", "manifest");
    const auto refused = world.cora.signs(world.repository, "p-kiosk");
    QVERIFY(!refused && refused.error().code == BaseErrc::denied);
}

void TestRepository::aProductWhoseApprovalsEndedStopsNobodyElse() {
    World world;
    world.stageKiosk("1.0", "manifest");
    World::must(world.anna.signs(world.repository, "p-kiosk"));
    World::must(world.bert.signs(world.repository, "p-kiosk"));
    world.publish();
    world.now += std::chrono::days(200);
    world.write(world.repository.signAgain(world.online.signer(), world.now));
    const auto found = world.find(kPath);
    QVERIFY(!found && found.error().code == BaseErrc::timedOut);
    QVERIFY(!world.find("other/stable/1.0.json"));
}

void TestRepository::goesOnFromItsFiles() {
    World world;
    world.stageKiosk("1.0", "manifest");
    World::must(world.anna.signs(world.repository, "p-kiosk"));
    const Staged staged = world.repository.staged().at("p-kiosk");

    const std::string stagedBytes = documentText(staged.content, staged.signatures);
    Repository again;
    for (const auto& [role, bytes] : world.repository.published())
        World::must(again.restore(role, bytes));
    World::must(again.restoreStaged("p-kiosk", stagedBytes));
    QCOMPARE(again.count("p-kiosk")->have, 1U);
    World::must(world.bert.signs(again, "p-kiosk"));
    world.write(again.publish(world.online.signer(), world.now));
    QVERIFY(world.find(kPath));
}

QTEST_APPLESS_MAIN(TestRepository)
#include "tst_repository.moc"
