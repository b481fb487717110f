// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/manager/retention.h"
#include "tests/support/managed_node.h"
#include "tests/support/manager_bench.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

constexpr int kPatience = 20000;
constexpr Seconds kMonth{30 * 86400};

/// A manager, a node and a terminal, some time ago: what is issued after a month must hold today.
struct Fleet {
    static TimePoint turnBack(ManagerHost& host) {
        host.clock.advance(kMonth * -2);
        return host.clock.now();
    }

    ManagerHost host;
    TimePoint begins = turnBack(host);
    ManagedNode node{host};
    std::string terminal = host.addTerminal("t1");

    /// Goes to the node; its rollout is stopped then.
    std::int64_t release(const std::string& version, const std::string& content) {
        const std::int64_t id = host.addRelease(version, content);
        const std::int64_t rollout = host.start(id);
        const auto isProven = [this, id] { return stateOn(id) == "proven"; };
        if (!QTest::qWaitFor(isProven, kPatience)) return -1;
        const auto stopped = host.admin("POST", "/api/v1/rollouts/" + std::to_string(rollout) + "/stop", "{}");
        return stopped.status == 200 ? id : -1;
    }
    [[nodiscard]] std::string stateOn(std::int64_t id) {
        const auto seen = node.seen();
        for (int i = 0; seen.has("copies/" + std::to_string(i)); ++i)
            if (seen.number("copies/" + std::to_string(i) + "/release") == id)
                return seen.text("copies/" + std::to_string(i) + "/state");
        return "none";
    }
    [[nodiscard]] HostAnswer withdraw(std::int64_t id) {
        return host.admin("POST", "/api/v1/releases/" + std::to_string(id) + "/withdraw", "{}");
    }
    [[nodiscard]] HostAnswer shown(std::int64_t id) {
        return host.admin("GET", "/api/v1/releases/" + std::to_string(id));
    }
    /// These two let the manager run meanwhile.
    [[nodiscard]] bool managerHas(const std::string& content) {
        [[maybe_unused]] const auto asked = host.admin("GET", "/api/v1/status");
        return std::filesystem::exists(path(host.data() / "blobs", content));
    }
    [[nodiscard]] bool nodeHas(const std::string& content) {
        [[maybe_unused]] const auto asked = host.admin("GET", "/api/v1/status");
        return std::filesystem::exists(path(node.data() / "registry", content));
    }
    [[nodiscard]] static std::filesystem::path path(const std::filesystem::path& store, const std::string& content) {
        const Digest digest = Digest::ofContent(content);
        const std::string hex(digest.hex());
        return store / "blobs" / "sha256" / hex.substr(0, 2) / hex;
    }
};

}  // namespace

/// What becomes of the packages of withdrawn releases.
class TestRetention : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void packagesGoFromNodesAndManagerAfterTheRetentionTime() {
        Fleet fleet;
        const std::int64_t old = fleet.release("1.0", "the old package");
        const std::int64_t now = fleet.release("2.0", "the new package");
        QVERIFY(old > 0 && now > 0);
        const auto told = fleet.withdraw(old);
        QCOMPARE(told.text("dropsAt"), toRfc3339(fleet.host.clock.now() + kMonth));
        fleet.host.clock.advance(kMonth - Seconds(1));
        QVERIFY(fleet.managerHas("the old package") && fleet.nodeHas("the old package"));
        fleet.host.clock.advance(Seconds(2));
        QTRY_VERIFY_WITH_TIMEOUT(!fleet.managerHas("the old package"), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(fleet.stateOn(old), std::string("none"), kPatience);
        QVERIFY(!fleet.nodeHas("the old package"));
        QVERIFY(fleet.managerHas("the new package") && fleet.nodeHas("the new package"));
        QVERIFY(fleet.shown(old).has("droppedAt") && !fleet.shown(old).has("dropsAt"));
        QVERIFY(fleet.host.admin("GET", "/api/v1/audit?order=newest&limit=20").body.find("release.drop") !=
                std::string::npos);
    }

    void whatAnotherReleaseHasStays() {
        Fleet fleet;
        const std::int64_t old = fleet.release("1.0", "one package");
        const std::int64_t now = fleet.release("2.0", "one package");
        QVERIFY(old > 0 && now > 0);
        QCOMPARE(fleet.withdraw(old).status, 200);
        fleet.host.clock.advance(kMonth);
        QTRY_COMPARE_WITH_TIMEOUT(fleet.stateOn(old), std::string("none"), kPatience);
        QVERIFY(fleet.managerHas("one package") && fleet.nodeHas("one package"));
        QCOMPARE(fleet.host.admin("POST", "/api/v1/nodes/node-1/verify").status, 202);
        QCOMPARE(fleet.stateOn(now), std::string("proven"));
    }

    void aNodeThatWasAwayIsTidiedWhenItIsBack() {
        Fleet fleet;
        const std::int64_t old = fleet.release("1.0", "the old package");
        QVERIFY(old > 0);
        fleet.node.stop();
        QTRY_VERIFY_WITH_TIMEOUT(isFalse(fleet.node.seen().at("online")), kPatience);
        QCOMPARE(fleet.withdraw(old).status, 200);
        fleet.host.clock.advance(kMonth);
        QTRY_VERIFY_WITH_TIMEOUT(!fleet.managerHas("the old package"), kPatience);
        QVERIFY(fleet.nodeHas("the old package"));
        fleet.host.restart();
        fleet.node.serve();
        QTRY_COMPARE_WITH_TIMEOUT(fleet.stateOn(old), std::string("none"), kPatience);
        QVERIFY(!fleet.nodeHas("the old package"));
    }

    void theRetentionTimeIsASetting() {
        ManagerHost host;
        const auto set = [&host](const std::string& body) {
            return host.admin("PATCH", "/api/v1/settings/storage", body);
        };
        QCOMPARE(set(R"({"retentionSeconds":-1})").status, 400);
        QCOMPARE(set(R"({"retentionSeconds":60})").number("retentionSeconds"), std::int64_t{60});
        QCOMPARE(host.admin("GET", "/api/v1/settings/storage").number("registryCheckSeconds"), std::int64_t{86400});
        host.restart();
        QCOMPARE(host.admin("GET", "/api/v1/settings/storage").number("retentionSeconds"), std::int64_t{60});
    }

    void aRolloutUnderWayKeepsItsPackages() {
        ManagerBench bench;
        manager::Retention retention(bench.engine());
        const ReleaseId release = bench.add(aRelease("1.0"));
        const TerminalId terminal = bench.add(aTerminal("t1"));
        const RolloutId rollout = bench.start(aRollout(release));
        bench.rollouts().advance();
        QVERIFY(bench.releases().withdraw(release, {}, "ann"));
        bench.clock.advance(kMonth);
        QVERIFY(!retention.neededBy(bench.world().releases.at(release)).empty());
        QVERIFY(!retention.mark());
        QVERIFY(bench.rollouts().stop(rollout, {}, "ann"));
        QVERIFY(retention.mark());
        QVERIFY(bench.world().releases.at(release).droppedAt.has_value());
        QVERIFY(!retention.mark());
        QVERIFY(terminal.value > 0);
    }

    void aDeploymentThatHasNotEndedKeepsThem() {
        ManagerBench bench;
        manager::Retention retention(bench.engine());
        const ReleaseId release = bench.add(aRelease("1.0"));
        const NodeId node = bench.addNode("n1");
        const TerminalId terminal = bench.add(aTerminal("t1"));
        const RolloutId rollout = bench.start(aRollout(release));
        bench.rollouts().advance();
        bench.setCopy(node, release, CopyState::proven);
        bench.rollouts().advance();
        const DeploymentId deployment = bench.poll(terminal);
        QVERIFY(!bench.permit(deployment).empty());
        QVERIFY(bench.report(deployment, DeploymentState::installing));
        QVERIFY(bench.releases().withdraw(release, {}, "ann"));
        QVERIFY(bench.rollouts().stop(rollout, {}, "ann"));
        bench.clock.advance(kMonth);
        QVERIFY(!isFinal(bench.deployment(deployment).state));
        QVERIFY(!retention.mark());
        QVERIFY(bench.report(deployment, DeploymentState::succeeded));
        QVERIFY(retention.mark());
    }

    void whatAnUpgradeMayGoBackToStays() {
        ManagerBench bench;
        manager::Retention retention(bench.engine());
        const ReleaseId old = bench.add(aRelease("1.0").inState(ReleaseState::published));
        const ReleaseId next = bench.add(aRelease("2.0"));
        const NodeId node = bench.addNode("n1");
        const TerminalId terminal = bench.add(aTerminal("t1").running("till-software", "1.0"));
        const RolloutId rollout = bench.start(aRollout(next));
        bench.rollouts().advance();
        bench.setCopy(node, next, CopyState::proven);
        bench.rollouts().advance();
        const DeploymentId deployment = bench.poll(terminal);
        QVERIFY(bench.releases().withdraw(old, {}, "ann"));
        bench.clock.advance(kMonth);
        QVERIFY(!retention.neededBy(bench.world().releases.at(old)).empty());
        QVERIFY(!retention.mark());
        QVERIFY(!bench.permit(deployment).empty());
        QVERIFY(bench.report(deployment, DeploymentState::succeeded));
        QVERIFY(retention.mark());
        QVERIFY(rollout.value > 0);
    }

    /// The mark is on disk before a byte goes, and what a kill left is done at the next start.
    void aKillBetweenMarkAndRemovalLosesNothing() {
        ManagerBench bench;
        const std::string content = "the package";
        const Digest digest = bench.blobs().put(bytesOf(content)).value();
        Release release = bench.world().releases[bench.add(aRelease("1.0"))];
        release.packages[0].digest = digest;
        release.state = ReleaseState::withdrawn;
        release.withdrawnAt = bench.clock.now() - kMonth;
        bench.world().releases[release.id] = release;
        bench.ledger().put(release);
        QVERIFY(manager::Retention(bench.engine()).mark());
        bench.restart();
        QVERIFY(bench.world().releases.at(release.id).droppedAt.has_value());
        QVERIFY(bench.blobs().size(digest).has_value());
        manager::Retention(bench.engine()).removeBytes();
        QVERIFY(!bench.blobs().size(digest).has_value());
        manager::Retention(bench.engine()).removeBytes();
    }

    void whatSomeoneIsAboutToUseStays() {
        ManagerBench bench;
        const Digest digest = bench.blobs().put(bytesOf(std::string("the package"))).value();
        Release release = bench.world().releases[bench.add(aRelease("1.0"))];
        release.packages[0].digest = digest;
        release.state = ReleaseState::withdrawn;
        release.withdrawnAt = bench.clock.now() - kMonth;
        bench.world().releases[release.id] = release;
        manager::holdBlob(bench.engine(), digest);
        QVERIFY(manager::Retention(bench.engine()).mark());
        manager::Retention(bench.engine()).removeBytes();
        QVERIFY(bench.blobs().size(digest).has_value());
        bench.clock.advance(Seconds(3601));
        manager::Retention(bench.engine()).removeBytes();
        QVERIFY(!bench.blobs().size(digest).has_value());
    }
};

QTEST_GUILESS_MAIN(TestRetention)
#include "tst_retention.moc"
