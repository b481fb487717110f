// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/manager/chain.h"
#include "core/manager/failure_actions.h"
#include "core/manager/failure_report.h"
#include "core/manager/follow_up_plans.h"
#include "tests/support/manager_bench.h"

using namespace signalbox;
using namespace signalbox::test;
using manager::failuresOf;

class TestFailureReport : public QObject {
    Q_OBJECT

private:
    static void describe(ManagerBench& bench, TerminalId id, const std::string& model) {
        manager::Inventory::SelfDescription description;
        description.attributes["model"] = model;
        QVERIFY(bench.inventory().describe(id, description).has_value());
    }

private Q_SLOTS:
    void nothingFailedIsNoGroup() {
        ManagerBench bench;
        const TerminalId terminal = bench.add(aTerminal("t1"));
        const RolloutId id = bench.start(aRollout(bench.add(aRelease())));
        QVERIFY(bench.install(terminal));
        QVERIFY(failuresOf(bench.world(), bench.world().rollouts.at(id)).empty());
    }

    void whatTheFailedHaveInCommonIsSuspected() {
        ManagerBench bench;
        const auto old = bench.addMany(4, "old-");
        const auto fresh = bench.addMany(12, "new-");
        for (const TerminalId id : old)
            describe(bench, id, "T-1000");
        for (const TerminalId id : fresh)
            describe(bench, id, "T-2000");
        const RolloutId id = bench.start(aRollout(bench.add(aRelease())));
        for (const TerminalId terminal : old)
            QVERIFY(bench.failInstall(terminal));
        for (const TerminalId terminal : fresh)
            QVERIFY(bench.install(terminal));
        const auto groups = failuresOf(bench.world(), bench.world().rollouts.at(id));
        QCOMPARE(groups.size(), std::size_t(1));
        QCOMPARE(groups[0].count, std::uint64_t(4));
        QVERIFY(groups[0].cause == FailureCause::runCheckFailed);
        QCOMPARE(groups[0].terminals.front(), std::string("old-1"));
        QCOMPARE(groups[0].suspects.size(), std::size_t(1));
        QCOMPARE(groups[0].suspects[0].what + " " + groups[0].suspects[0].value, std::string("model T-1000"));
        QCOMPARE(groups[0].suspects[0].failed, std::uint64_t(4));
        QCOMPARE(groups[0].suspects[0].ended, std::uint64_t(4));
    }

    void theNodeThatTheFailedBeganWithIsSuspected() {
        ManagerBench bench;
        const ReleaseId release = bench.add(aRelease());
        const auto terminals = bench.addMany(24);
        for (const char* name : {"n1", "n2"})
            bench.setCopy(bench.addNode(name), release, CopyState::proven);
        const RolloutId id = bench.start(aRollout(release));
        for (const TerminalId terminal : terminals) {
            const auto chain = manager::chainOf(bench.world(), *bench.world().fleet.terminal(terminal), release);
            QVERIFY(chain.front().name == "n1" ? bench.failInstall(terminal) : bench.install(terminal));
        }
        const auto groups = failuresOf(bench.world(), bench.world().rollouts.at(id));
        QCOMPARE(groups.size(), std::size_t(1));
        QCOMPARE(groups[0].suspects.front().what + " " + groups[0].suspects.front().value, std::string("node n1"));
    }

    void aGroupIsTriedAgainAtOnce() {
        ManagerBench bench;
        const auto terminals = bench.addMany(4);  // one of them keeps the rollout open
        const RolloutId id = bench.start(aRollout(bench.add(aRelease())));
        QVERIFY(bench.failInstall(terminals[0], FailureCause::runCheckFailed));
        const DeploymentId other = bench.failInstall(terminals[1], FailureCause::unpackFailed, DeploymentState::failed);
        QVERIFY(bench.install(terminals[2]));
        manager::FailureActions actions(bench.engine());
        QCOMPARE(actions.retry(id, FailureCause::runCheckFailed, "anna").value(), std::uint64_t(1));
        QVERIFY(bench.poll(terminals[0]));
        QVERIFY(bench.deployment(other).state == DeploymentState::failed);
        QCOMPARE(actions.retry(id, std::nullopt, "anna").value(), std::uint64_t(1));
        QVERIFY(bench.poll(terminals[1]) == other);
        bench.rollouts().stop(id, "", "anna").value();
        QVERIFY(actions.retry(id, std::nullopt, "anna").error().code == BaseErrc::wrongState);
    }

    void aGroupIsTakenOutAndBackIn() {
        ManagerBench bench;
        const auto terminals = bench.addMany(6);
        Phase pilot = aPhase("pilot", test::terminals(4));
        pilot.gate.successPercent = 75;
        const RolloutId id =
            bench.start(aRollout(bench.add(aRelease())).phases({pilot, aPhase("rest", percent(100))}).breaker(2));
        std::vector<TerminalId> first;
        for (const TerminalId terminal : terminals)
            if (bench.world().rollouts.at(id).phaseOf(terminal) == 0U) first.push_back(terminal);
        QCOMPARE(first.size(), std::size_t(4));
        const DeploymentId failed = bench.failInstall(first[0], FailureCause::restartFailed);
        QVERIFY(failed);
        QVERIFY(bench.failInstall(first[1], FailureCause::restartFailed));
        QVERIFY(bench.stateOf(id) == RolloutState::paused);  // 75 % cannot be reached
        manager::FailureActions actions(bench.engine());
        QCOMPARE(actions.exclude(id, FailureCause::diskFull, "anna").value(), std::uint64_t(0));
        QCOMPARE(actions.exclude(id, FailureCause::restartFailed, "anna").value(), std::uint64_t(2));
        QCOMPARE(actions.exclude(id, std::nullopt, "anna").value(), std::uint64_t(0));
        bench.restart();
        QVERIFY(bench.deployment(failed).excluded);
        const auto groups = failuresOf(bench.world(), bench.world().rollouts.at(id));
        QCOMPARE(groups[0].excluded, std::uint64_t(2));
        QCOMPARE(groups[0].count, std::uint64_t(2));
        bench.rollouts().resume(id, "anna").value();
        // Nothing is tried there again, and the two that are left decide the gate.
        QCOMPARE(actions.retry(id, std::nullopt, "anna").value(), std::uint64_t(0));
        QVERIFY(bench.deployments().reset(failed, "anna").error().code == BaseErrc::wrongState);
        QVERIFY(bench.install(first[2]));
        QCOMPARE(bench.rollout(id).currentPhase, 0U);
        QVERIFY(bench.install(first[3]));
        QCOMPARE(bench.rollout(id).currentPhase, 1U);
        QCOMPARE(actions.include(id, std::nullopt, "bert").value(), std::uint64_t(2));
        QCOMPARE(actions.retry(id, std::nullopt, "anna").value(), std::uint64_t(2));
        QVERIFY(bench.poll(first[0]) == failed);
    }

    void whatIsTakenOutDoesNotTripTheBreakerAndCoversNothing() {
        ManagerBench bench;
        const auto terminals = bench.addMany(9);
        const RolloutId id = bench.start(aRollout(bench.add(aRelease())).breaker(2));
        for (int i = 0; i < 3; ++i)
            QVERIFY(bench.failInstall(terminals[static_cast<std::size_t>(i)]));
        QVERIFY(bench.rollout(id).pausedByBreaker);
        bench.rollouts().resume(id, "anna").value();
        manager::FailureActions actions(bench.engine());
        QCOMPARE(actions.exclude(id, std::nullopt, "anna").value(), std::uint64_t(3));
        bench.restart();
        QVERIFY(bench.failInstall(terminals[3]));
        QVERIFY(bench.failInstall(terminals[4]));
        QVERIFY(bench.stateOf(id) == RolloutState::running);
        QVERIFY(bench.failInstall(terminals[5]));
        QVERIFY(bench.rollout(id).pausedByBreaker);
    }

    void aGroupIsRolledBackByItself() {
        ManagerBench bench;
        const auto terminals = bench.addMany(4);
        const ReleaseId old = bench.add(aRelease("1.0"));
        const RolloutId id = bench.start(aRollout(bench.add(aRelease("2.0"))));
        QVERIFY(bench.failInstall(terminals[0], FailureCause::rollBackFailed, DeploymentState::failed));
        QVERIFY(bench.failInstall(terminals[1], FailureCause::runCheckFailed));
        QVERIFY(bench.install(terminals[2]));
        manager::FollowUpPlans plans(bench.engine());
        QVERIFY(plans.rollBack(id, old, "anna", FailureCause::diskFull).error().code == BaseErrc::wrongState);
        const RolloutId back = plans.rollBack(id, old, "anna", FailureCause::rollBackFailed).value().id;
        QVERIFY(bench.stateOf(id) == RolloutState::running);
        bench.restart();
        bench.rollouts().start(back, "anna").value();
        const auto& members = bench.world().rollouts.at(back).members;
        QCOMPARE(members[0].count(), std::uint64_t(1));
        QVERIFY(members[0].contains(terminals[0]));
        QVERIFY(bench.install(terminals[0]));
        QCOMPARE(bench.world().fleet.terminal(terminals[0])->installed.at("till-software"), std::string("1.0"));
    }

    void whatAllHaveIsNoSuspect() {
        ManagerBench bench;
        const auto terminals = bench.addMany(6);
        const RolloutId id = bench.start(aRollout(bench.add(aRelease())));
        for (const TerminalId terminal : terminals)
            QVERIFY(bench.failInstall(terminal));
        QVERIFY(failuresOf(bench.world(), bench.world().rollouts.at(id))[0].suspects.empty());
    }

    void theLastLineOfTheLogIsInTheGroup() {
        ManagerBench bench;
        const TerminalId terminal = bench.add(aTerminal("t1"));
        const RolloutId id = bench.start(aRollout(bench.add(aRelease())));
        const DeploymentId part = bench.poll(terminal);
        QVERIFY(!bench.permit(part).empty());
        manager::TerminalReport report;
        report.state = DeploymentState::rolledBack;
        report.cause = FailureCause::runCheckFailed;
        report.message = "run check: exit code 3";
        report.logTail = "starting\ncannot open the display\n";
        QVERIFY(bench.deployments().report(terminal, part, report).has_value());
        QCOMPARE(failuresOf(bench.world(), bench.world().rollouts.at(id))[0].lastLine,
                 std::string("cannot open the display"));
    }
};

QTEST_GUILESS_MAIN(TestFailureReport)
#include "tst_failure_report.moc"
