// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/manager/clock_watch.h"
#include "core/manager/dry_run.h"
#include "core/manager/follow_up_plans.h"
#include "core/manager/waiting.h"
#include "tests/support/manager_bench.h"

using namespace signalbox;
using namespace signalbox::test;
using manager::DryRun;
using manager::FollowUpPlans;

namespace {

template <class T>
bool failsWith(const Result<T>& result, BaseErrc code) {
    return !result && result.error().code == code;
}

Phase chosenBy(std::string name, std::string filter) {
    Phase phase = aPhase(std::move(name), percent(100));
    phase.filter = std::move(filter);
    return phase;
}

std::uint64_t countOf(const std::vector<manager::DryRunGroup>& groups, std::string_view reason) {
    for (const manager::DryRunGroup& group : groups)
        if (group.reason == reason) return group.count;
    return 0;
}

}  // namespace

/// Whom rollouts take, in which order, what they need first, what takes them back, and what a dry run says of it all.
class TestRolloutPlans : public QObject {
    Q_OBJECT

private:
    static std::uint64_t sizeOf(ManagerBench& bench, RolloutId id, std::size_t phase) {
        return bench.world().rollouts.at(id).members.at(phase).count();
    }

private Q_SLOTS:
    void aTerminalIsInTheFirstPhaseWhoseFilterItMatches() {
        ManagerBench bench;
        const TerminalId both = bench.add(aTerminal("both").tagged("lab", "yes").tagged("site", "north"));
        const TerminalId north = bench.add(aTerminal("north").tagged("site", "north"));
        const TerminalId other = bench.add(aTerminal("other"));
        const RolloutId id =
            bench.start(aRollout(bench.add(aRelease()))
                            .phases({chosenBy("lab", "tag.lab==yes"), chosenBy("north", "tag.site==north"),
                                     aPhase("rest", percent(100))}));
        const auto& members = bench.world().rollouts.at(id).members;
        QVERIFY(members[0].contains(both) && members[0].count() == 1);
        QVERIFY(members[1].contains(north) && members[1].count() == 1);
        QVERIFY(members[2].contains(other) && members[2].count() == 1);
        bench.restart();
        QCOMPARE(bench.rollout(id).phases[0].filter, std::optional<std::string>("tag.lab==yes"));
    }

    void phasesBySizeShareWhomNoFilterTook() {
        ManagerBench bench;
        for (int i = 0; i < 4; ++i)
            bench.add(aTerminal("lab" + std::to_string(i)).tagged("lab", "yes"));
        bench.addMany(6);
        const RolloutId id = bench.start(
            aRollout(bench.add(aRelease()))
                .phases({aPhase("pilot", percent(20)), chosenBy("lab", "tag.lab==yes"), aPhase("rest", percent(100))}));
        QCOMPARE(sizeOf(bench, id, 0), std::uint64_t(2));
        QCOMPARE(sizeOf(bench, id, 1), std::uint64_t(4));
        QCOMPARE(sizeOf(bench, id, 2), std::uint64_t(4));
    }

    void refusesAPhaseWhoseFilterCannotBe() {
        ManagerBench bench;
        const ReleaseId release = bench.add(aRelease());
        const auto create = [&](std::vector<Phase> phases) {
            return bench.rollouts().create(aRollout(release).phases(std::move(phases)).rollout, "anna");
        };
        QVERIFY(failsWith(create({chosenBy("a", "tag.=="), aPhase("b", percent(100))}), BaseErrc::malformed));
        QVERIFY(failsWith(create({chosenBy("last", "tag.a==b")}), BaseErrc::invalidArgument));
    }

    void whomNoPackageFitsIsLeftOut() {
        ManagerBench bench;
        bench.add(aTerminal("fits"));
        const TerminalId other = bench.add(aTerminal("other").on("windows-amd64"));
        const RolloutId id = bench.start(aRollout(bench.add(aRelease())));
        QCOMPARE(bench.world().rollouts.at(id).terminals(), std::uint64_t(1));
        QVERIFY(!bench.poll(other));
    }

    void whoIsSilentIsLeftOutWhereThatIsWanted() {
        ManagerBench bench;
        const TerminalId here = bench.add(aTerminal("here"));
        const TerminalId away = bench.add(aTerminal("away"));
        bench.add(aTerminal("never"));
        bench.clock.set(bench.clock.now() + Seconds(90LL * 86400));
        bench.world().fleet.touch(away, bench.clock.now() - Seconds(31LL * 86400));
        bench.world().fleet.touch(here, bench.clock.now() - Seconds(29LL * 86400));
        RolloutBuilder wanted = aRollout(bench.add(aRelease()));
        wanted.rollout.leavesSilent = Seconds(30LL * 86400);
        const DryRun report = manager::dryRun(bench.engine(), bench.rollout(bench.add(wanted))).value();
        QCOMPARE(report.matched, std::uint64_t(3));
        QCOMPARE(countOf(report.excluded, "not heard of for 30 days"), std::uint64_t(2));
        const RolloutId id = bench.start(wanted);
        QCOMPARE(bench.world().rollouts.at(id).terminals(), std::uint64_t(1));
        QVERIFY(bench.world().rollouts.at(id).members[0].contains(here));
    }

    void newcomersJoinOnlyWhereTheRolloutTakesThem() {
        for (const bool takes : {false, true}) {
            ManagerBench bench;
            const TerminalId first = bench.add(aTerminal("first"));
            RolloutBuilder wanted = aRollout(bench.add(aRelease()));
            wanted.rollout.takesLater = takes;
            const RolloutId id = bench.start(wanted);
            QVERIFY(bench.install(first));
            QVERIFY(bench.stateOf(id) == (takes ? RolloutState::running : RolloutState::finished));
            const TerminalId later = bench.add(aTerminal("later"));
            bench.rollouts().advance();
            QCOMPARE(bool(bench.poll(later)), takes);
            if (!takes) continue;
            QVERIFY(bench.install(later));
            bench.restart();
            QCOMPARE(bench.world().rollouts.at(id).terminals(), std::uint64_t(2));
            QCOMPARE(bench.world().rollouts.at(id).counts.back().succeeded(), std::uint64_t(2));
            QVERIFY(bench.stateOf(id) == RolloutState::running);
        }
    }

    void aRolloutThatTakesNewcomersEndsWithItsDeadline() {
        ManagerBench bench;
        const TerminalId first = bench.add(aTerminal("first"));
        RolloutBuilder wanted = aRollout(bench.add(aRelease()));
        wanted.rollout.takesLater = true;
        wanted.rollout.schedule.deadline = bench.clock.now() + Seconds(3600);
        const RolloutId id = bench.start(wanted);
        QVERIFY(bench.install(first));
        QVERIFY(bench.stateOf(id) == RolloutState::running);
        bench.clock.set(bench.clock.now() + Seconds(3600));
        bench.rollouts().advance();
        QVERIFY(bench.stateOf(id) == RolloutState::finished);
    }

    void whatItNeedsMustBeInstalledFirst() {
        ManagerBench bench;
        const TerminalId terminal = bench.add(aTerminal("old").running("agent", "1.9"));
        const TerminalId ready = bench.add(aTerminal("ready").running("agent", "1.10"));
        const RolloutId id = bench.start(aRollout(bench.add(aRelease("2.0").needing("agent", "1.10"))));
        QVERIFY(!bench.poll(terminal));
        QVERIFY(bench.poll(ready));
        const auto wait = manager::Waiting(bench.engine()).before(bench.world().rollouts.at(id), terminal);
        QCOMPARE(wait.rule, std::string("prerequisite"));
        QVERIFY(bench.deployments().noteInstalled(terminal, "agent", "1.10"));
        QVERIFY(bench.poll(terminal));
    }

    void prerequisitesGoFirstToWhomLacksThem() {
        ManagerBench bench;
        const TerminalId lacks = bench.add(aTerminal("lacks"));
        const TerminalId has = bench.add(aTerminal("has").running("agent", "3"));
        bench.add(aRelease("1").of("agent"));
        const ReleaseId agent = bench.add(aRelease("3").of("agent").needing("base", "7"));
        bench.add(aRelease("9").of("base"));
        const RolloutId id = bench.add(aRollout(bench.add(aRelease("2.0").needing("agent", "2"))));
        const auto made = FollowUpPlans(bench.engine()).prerequisites(id, "anna").value();
        QCOMPARE(made.size(), std::size_t(2));
        QVERIFY(made[1].release == agent);
        QVERIFY(made[0].priority > made[1].priority && made[1].priority > bench.rollout(id).priority);
        for (const Rollout& first : made)
            bench.rollouts().start(first.id, "anna").value();
        bench.rollouts().start(id, "anna").value();
        for (const RolloutId next : {made[0].id, made[1].id, id}) {
            const DeploymentId part = bench.install(lacks);
            QVERIFY(part);
            QVERIFY(bench.deployment(part).rollout == next);
        }
        QVERIFY(!bench.world().rollouts.at(made[1].id).members[0].contains(has));
        QVERIFY(bench.install(has));
    }

    void aPrerequisiteThatNothingMeetsMakesNoRollout() {
        ManagerBench bench;
        bench.add(aRelease("3").of("agent").inState(ReleaseState::draft));
        const RolloutId id = bench.add(aRollout(bench.add(aRelease("2.0").needing("agent", "2"))));
        QVERIFY(failsWith(FollowUpPlans(bench.engine()).prerequisites(id, "anna"), BaseErrc::wrongState));
        QCOMPARE(bench.world().rollouts.size(), std::size_t(1));
    }

    void aRollBackIsADraftForWhomGotTheNewOne() {
        ManagerBench bench;
        const TerminalId got = bench.add(aTerminal("got"));
        const TerminalId failed = bench.add(aTerminal("failed"));
        const TerminalId elsewhere = bench.add(aTerminal("elsewhere").tagged("x", "y"));
        const ReleaseId old = bench.add(aRelease("1.0"));
        const RolloutId id = bench.start(aRollout(bench.add(aRelease("2.0"))).to("tag.x!=y"));
        QVERIFY(bench.install(got));
        QVERIFY(failsWith(FollowUpPlans(bench.engine()).rollBack(id, old, "anna"), BaseErrc::wrongState));
        QVERIFY(bench.failInstall(failed));
        QVERIFY(bench.deployments().noteInstalled(elsewhere, "till-software", "2.0"));
        const Rollout plan = FollowUpPlans(bench.engine()).rollBack(id, old, "anna").value();
        QVERIFY(plan.state == RolloutState::draft);
        QCOMPARE(manager::dryRun(bench.engine(), plan).value().members, std::uint64_t(1));
        bench.restart();
        bench.rollouts().start(plan.id, "anna").value();
        const DeploymentId part = bench.install(got);
        QVERIFY(part);
        QVERIFY(bench.deployment(part).rollout == plan.id);
        QVERIFY(!bench.poll(failed));
        QVERIFY(!bench.poll(elsewhere));
        QCOMPARE(bench.world().fleet.terminal(got)->installed.at("till-software"), std::string("1.0"));
    }

    void refusesARollBackThatCannotBe() {
        ManagerBench bench;
        const TerminalId got = bench.add(aTerminal("got"));
        const ReleaseId draft = bench.add(aRelease("1.0").inState(ReleaseState::draft));
        ReleaseBuilder foreign = aRelease("1.1");
        foreign.platforms = {"windows-amd64"};
        const ReleaseId elsewhere = bench.add(foreign);
        const ReleaseId other = bench.add(aRelease("1.0").of("agent"));
        const ReleaseId newer = bench.add(aRelease("3.0"));
        const RolloutId id = bench.start(aRollout(bench.add(aRelease("2.0"))));
        QVERIFY(bench.install(got));
        FollowUpPlans plans(bench.engine());
        QVERIFY(failsWith(plans.rollBack(id, draft, "anna"), BaseErrc::wrongState));
        QVERIFY(failsWith(plans.rollBack(id, elsewhere, "anna"), BaseErrc::wrongState));
        QVERIFY(failsWith(plans.rollBack(id, other, "anna"), BaseErrc::invalidArgument));
        QVERIFY(failsWith(plans.rollBack(id, newer, "anna"), BaseErrc::invalidArgument));
        QVERIFY(failsWith(plans.rollBack({99}, draft, "anna"), BaseErrc::notFound));
        QCOMPARE(bench.world().rollouts.size(), std::size_t(1));
    }

    void theDryRunGoesByTheRulesOfTheRealThing() {
        ManagerBench bench;
        const NodeId heavy = bench.addNode("heavy");
        bench.addNode("light");
        bench.world().nodes.at(heavy).node.weight = 300;
        for (int i = 0; i < 8; ++i)
            bench.add(aTerminal("t" + std::to_string(i)));
        bench.add(aTerminal("lab").tagged("lab", "yes"));
        bench.add(aTerminal("odd").on("windows-amd64"));
        const TerminalId bad = bench.add(aTerminal("bad"));
        const ReleaseId release = bench.add(aRelease());
        bench.setCopy(heavy, release, CopyState::proven);
        RolloutBuilder before = aRollout(release).to("name==bad").provenOn(1);
        const RolloutId first = bench.start(before);
        QVERIFY(bench.failInstall(bad));
        RolloutBuilder wanted =
            aRollout(release).provenOn(1).phases({chosenBy("lab", "tag.lab==yes"), aPhase("rest", percent(100))});
        wanted.rollout.phases[0].gate.wait = Seconds(7200);
        const RolloutId id = bench.add(wanted);
        const DryRun report = manager::dryRun(bench.engine(), bench.rollout(id)).value();
        QVERIFY(first);
        QCOMPARE(report.matched, std::uint64_t(11));
        QCOMPARE(report.members, std::uint64_t(10));
        QCOMPARE(countOf(report.excluded, "wrong platform"), std::uint64_t(1));
        QCOMPARE(countOf(report.excluded, "this release failed there before"), std::uint64_t(1));
        QCOMPARE(report.phases[0].terminals, std::uint64_t(1));
        QCOMPARE(report.phases[1].terminals, std::uint64_t(8));
        const std::uint64_t size = bench.world().releases.at(release).packages[0].size;
        QCOMPARE(report.bytes, 9 * size);
        QCOMPARE(report.nodes[0].terminals + report.nodes[1].terminals, std::uint64_t(9));
        QCOMPARE(report.nodes[0].terminals, std::uint64_t(7));  // 300 of 400
        QVERIFY(*report.phases[1].from >= *report.phases[0].finish + Seconds(7200));
        QVERIFY(report.finish == report.phases[1].finish);
        bench.rollouts().start(id, "anna").value();
        QCOMPARE(bench.world().rollouts.at(id).terminals(), report.members);
        QCOMPARE(sizeOf(bench, id, 0), report.phases[0].terminals);
    }

    void theDryRunSaysWhoMissesTheWindow() {
        ManagerBench bench;
        bench.add(aTerminal("utc"));
        bench.add(aTerminal("tokyo").tagged("timezone", "Asia/Tokyo"));
        RolloutBuilder wanted = aRollout(bench.add(aRelease()));
        Window window;
        window.begin = "2030-01-01T12:00";
        window.duration = Seconds(3600);
        wanted.rollout.schedule.windows = {window};
        wanted.rollout.schedule.missed = MissedWindow::fail;
        wanted.rollout.schedule.deadline = fromRfc3339("2030-01-01T05:00:00Z").value();
        const RolloutId id = bench.add(wanted);
        bench.clock.set(fromRfc3339("2029-12-31T00:00:00Z").value());
        const DryRun report = manager::dryRun(bench.engine(), bench.rollout(id)).value();
        QCOMPARE(countOf(report.missed, "no window before the deadline"), std::uint64_t(1));
        QCOMPARE(report.missed[0].terminals, std::vector<std::string>{"utc"});
        QVERIFY(!report.finish);
    }

    void theDryRunChangesNothing() {
        ManagerBench bench;
        bench.addMany(3);
        Rollout plan = aRollout(bench.add(aRelease())).rollout;
        plan.phases = {aPhase("all", percent(100))};
        bench.durable().value();
        QCOMPARE(manager::dryRun(bench.engine(), plan).value().members, std::uint64_t(3));
        QVERIFY(bench.ledger().idle());
        QVERIFY(bench.world().rollouts.empty());
        plan.audience = "name=";
        QVERIFY(failsWith(manager::dryRun(bench.engine(), plan), BaseErrc::malformed));
    }

    void saysWhatATerminalWithoutADeploymentWaitsFor() {
        ManagerBench bench;
        const TerminalId busy = bench.add(aTerminal("busy"));
        const TerminalId idle = bench.add(aTerminal("idle"));
        const ReleaseId release = bench.add(aRelease());
        const NodeId node = bench.addNode("n1");
        const RolloutId id = bench.start(aRollout(release));
        const auto rule = [&](TerminalId terminal) {
            return manager::Waiting(bench.engine()).before(bench.world().rollouts.at(id), terminal).rule;
        };
        QCOMPARE(rule(idle), std::string("syncGate"));
        bench.setCopy(node, release, CopyState::proven);
        bench.rollouts().advance();
        QCOMPARE(rule(idle), std::string("contact"));
        RolloutBuilder urgent = aRollout(bench.add(aRelease("5").of("agent"))).provenOn(1);
        urgent.rollout.priority = 5;
        bench.setCopy(node, urgent.rollout.release, CopyState::proven);
        bench.start(urgent);
        QVERIFY(bench.poll(busy));
        QCOMPARE(rule(busy), std::string("otherRollout"));
        bench.rollouts().pause(id, "", "anna").value();
        QCOMPARE(rule(idle), std::string("paused"));
    }

    void saysWhatEveryOpenDeploymentWaitsFor() {
        ManagerBench bench;
        const TerminalId terminal = bench.add(aTerminal("t1"));
        bench.world().fleet.touch(terminal, bench.clock.now());
        RolloutBuilder wanted = aRollout(bench.add(aRelease())).retries(1, Seconds(300));
        wanted.updatedAt(bench.clock.now() + Seconds(600));
        const TimePoint update = *wanted.rollout.updateTime;
        const RolloutId id = bench.start(wanted);
        const DeploymentId part = bench.poll(terminal);
        const auto wait = [&] { return manager::Waiting(bench.engine()).of(bench.deployment(part)); };
        QCOMPARE(wait().rule, std::string("updateTime"));
        QVERIFY(wait().next == update);
        QVERIFY(bench.report(part, DeploymentState::downloading));
        QCOMPARE(wait().rule, std::string("download"));
        bench.rollouts().pause(id, "look", "anna").value();
        QVERIFY(bench.report(part, DeploymentState::downloaded));
        QCOMPARE(wait().rule, std::string("paused"));
        bench.rollouts().resume(id, "anna").value();
        bench.clock.set(update);
        QCOMPARE(wait().rule, std::string("permit"));
        QVERIFY(!bench.permit(part).empty());
        QVERIFY(bench.report(part, DeploymentState::installing));
        QCOMPARE(wait().rule, std::string("install"));
        QVERIFY(wait().next == update + wanted.rollout.installTimeout);
        QVERIFY(bench.report(part, DeploymentState::failed, FailureCause::diskFull));
        QCOMPARE(wait().rule, std::string("backOff"));
        QVERIFY(wait().next == update + Seconds(300));
        bench.clock.set(update + Seconds(300));
        QVERIFY(bench.poll(terminal));
        QVERIFY(bench.deployments().cancel(part, "anna"));
        QCOMPARE(wait().rule, std::string("cancel"));
        QVERIFY(bench.deployments().cancelAnswered(terminal, part, true, ""));
        QVERIFY(wait().rule.empty());
    }

    void saysThatTheUserOrTheClientHasTheWord() {
        ManagerBench bench;
        const TerminalId terminal = bench.add(aTerminal("t1"));
        RolloutBuilder asked = aRollout(bench.add(aRelease()));
        asked.rollout.confirmation = true;
        const RolloutId first = bench.start(asked);
        const DeploymentId part = bench.poll(terminal);
        const auto waitOf = [&](DeploymentId id) { return manager::Waiting(bench.engine()).of(bench.deployment(id)); };
        QCOMPARE(waitOf(part).rule, std::string("confirmation"));
        QVERIFY(!waitOf(part).next);
        QVERIFY(!waitOf(part).changes.empty());
        QVERIFY(bench.deployments().confirm(part, true, "yes").has_value());
        QVERIFY(waitOf(part).rule != "confirmation");
        bench.rollouts().stop(first, "", "anna").value();
        QVERIFY(bench.deployments().cancelAnswered(terminal, part, true, "").has_value());
        RolloutBuilder brought = aRollout(bench.add(aRelease("2.0")));
        brought.rollout.installMode = InstallMode::downloadOnly;
        bench.start(brought);
        const DeploymentId only = bench.poll(terminal);
        QCOMPARE(waitOf(only).rule, std::string("downloadOnly"));
        QVERIFY(bench.report(only, DeploymentState::downloaded));
        QVERIFY(waitOf(only).rule.empty());
    }

    void saysThatTheReleaseIsWithdrawn() {
        ManagerBench bench;
        const TerminalId terminal = bench.add(aTerminal("t1"));
        const ReleaseId release = bench.add(aRelease());
        bench.start(aRollout(release));
        const DeploymentId part = bench.poll(terminal);
        bench.releases().withdraw(release, "bad", "anna").value();
        const auto wait = [&] { return manager::Waiting(bench.engine()).of(bench.deployment(part)); };
        QCOMPARE(wait().rule, std::string("withdrawn"));
        QVERIFY(!wait().next);
        bench.rollouts().advance();
        QCOMPARE(wait().rule, std::string("paused"));
    }

    void saysWhenItsWindowOpensAndThatNoneComesAnyMore() {
        ManagerBench bench;
        bench.clock.set(fromRfc3339("2029-12-31T00:00:00Z").value());
        const TerminalId terminal = bench.add(aTerminal("t1"));
        RolloutBuilder wanted = aRollout(bench.add(aRelease()));
        Window window;
        window.begin = "2030-01-01T12:00";
        window.duration = Seconds(3600);
        wanted.rollout.schedule.windows = {window};
        bench.start(wanted);
        const DeploymentId part = bench.poll(terminal);
        const auto wait = [&] { return manager::Waiting(bench.engine()).of(bench.deployment(part)); };
        QCOMPARE(wait().rule, std::string("window"));
        QVERIFY(wait().next == fromRfc3339("2030-01-01T12:00:00Z").value());
        bench.clock.set(fromRfc3339("2030-01-01T12:30:00Z").value());
        QVERIFY(wait().rule != "window");
        bench.clock.set(fromRfc3339("2030-01-01T13:00:00Z").value());
        QCOMPARE(wait().rule, std::string("noWindow"));
        QVERIFY(!wait().next);
    }

    void aLaterPhaseSaysWhatItsGateWants() {
        ManagerBench bench;
        bench.addMany(2);
        Phase pilot = chosenBy("pilot", "name==t1");
        pilot.gate.wait = Seconds(500);
        bench.start(aRollout(bench.add(aRelease())).phases({pilot, aPhase("rest", percent(100))}));
        const TerminalId one = bench.world().fleet.findByControllerId("t1");
        const DeploymentId held = bench.poll(bench.world().fleet.findByControllerId("t2"));
        const auto wait = [&] { return manager::Waiting(bench.engine()).of(bench.deployment(held)); };
        QCOMPARE(wait().rule, std::string("phase"));
        QVERIFY(!wait().next);
        QVERIFY(wait().changes.find("1 of 1") != std::string::npos);
        QVERIFY(bench.install(one));
        QVERIFY(wait().next == bench.clock.now() + Seconds(500));
    }

    void aClockSetForwardOrBackStartsNothingTwiceAndLosesNothing() {
        ManagerBench bench;
        const auto terminals = bench.addMany(2);
        const TimePoint issue = bench.clock.now() + Seconds(600);
        const RolloutId id = bench.start(aRollout(bench.add(aRelease()))
                                             .issuedAt(issue)
                                             .phases({chosenBy("pilot", "name==t1"), aPhase("rest", percent(100))}));
        bench.clock.set(issue);
        bench.rollouts().advance();
        QVERIFY(bench.install(terminals[0]));
        bench.rollouts().advance();
        QCOMPARE(bench.rollout(id).currentPhase, 1U);
        const std::int64_t entries = bench.ledger().lastAudit();
        // Back to before the issue time: what was begun stays begun.
        bench.clock.set(issue - Seconds(86400));
        bench.rollouts().advance();
        bench.rollouts().timeOutSilent();
        QCOMPARE(bench.ledger().lastAudit(), entries);
        QVERIFY(bench.stateOf(id) == RolloutState::running);
        QCOMPARE(bench.rollout(id).currentPhase, 1U);
        QVERIFY(!bench.poll(terminals[0]));
        const DeploymentId part = bench.poll(terminals[1]);
        QVERIFY(part);
        bench.restart();
        // A year ahead and back again: it is the same deployment, and it can still be installed.
        bench.clock.set(issue + Seconds(366LL * 86400));
        bench.rollouts().advance();
        QVERIFY(bench.poll(terminals[1]) == part);
        bench.clock.set(issue + Seconds(60));
        bench.rollouts().advance();
        QVERIFY(bench.poll(terminals[1]) == part);
        QVERIFY(bench.install(terminals[1]) == part);
        QVERIFY(bench.stateOf(id) == RolloutState::finished);
    }

    void spansThatAreWaitedOutMoveWithTheClock() {
        for (const Seconds by : {Seconds(-10LL * 86400), Seconds(10LL * 86400)}) {
            ManagerBench bench;
            const auto terminals = bench.addMany(2);
            const Seconds timeout(3600);
            bench.start(aRollout(bench.add(aRelease())).retries(1, Seconds(300)).silentAtMost(timeout));
            const DeploymentId waits = bench.poll(terminals[0]);
            QVERIFY(bench.report(waits, DeploymentState::failed, FailureCause::diskFull));
            const DeploymentId silent = bench.poll(terminals[1]);
            QVERIFY(!bench.permit(silent).empty());
            QVERIFY(bench.report(silent, DeploymentState::installing));
            bench.clock.advance(by);
            bench.rollouts().clockWasSet(by);
            bench.restart();
            bench.rollouts().timeOutSilent();
            QVERIFY(bench.deployment(silent).state == DeploymentState::installing);
            bench.clock.advance(Seconds(299));
            QVERIFY(!bench.poll(terminals[0]));
            bench.clock.advance(Seconds(1));
            QVERIFY(bench.poll(terminals[0]) == waits);
            bench.clock.advance(timeout);
            bench.rollouts().timeOutSilent();
            QVERIFY(bench.deployment(silent).cause == FailureCause::timedOut);
        }
    }

    void noticesThatTheClockWasSet() {
        manager::ClockWatch watch;
        const TimePoint wall = SystemClock().now();
        const manager::ClockWatch::Steady steady{};
        QVERIFY(!watch.look(wall, steady));
        QVERIFY(!watch.look(wall + Seconds(10), steady + Seconds(9)));
        QVERIFY(watch.look(wall + Seconds(3620), steady + Seconds(19)) == Milliseconds(3'600'000));
        QVERIFY(watch.look(wall, steady + Seconds(19)) == Milliseconds(-3'620'000));
        QVERIFY(!watch.look(wall + Seconds(1), steady + Seconds(20)));
    }
};

QTEST_GUILESS_MAIN(TestRolloutPlans)
#include "tst_rollout_plans.moc"
