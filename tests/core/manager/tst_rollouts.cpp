// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/manager_bench.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

template <class T>
bool failsWith(const Result<T>& result, BaseErrc code) {
    return !result && result.error().code == code;
}

std::vector<Phase> twoPhases(PhaseSize first, PhaseGate gate = {}) {
    return {aPhase("pilot", first, gate), aPhase("rest", percent(100))};
}

}  // namespace

/// Rollouts from draft to end: issue time, sync gate, phases and their gates, breaker, and what people do to them.
class TestRollouts : public QObject {
    Q_OBJECT

private:
    /// The terminals of a phase.
    static std::vector<TerminalId> membersOf(ManagerBench& bench, RolloutId id, std::size_t phase) {
        std::vector<TerminalId> ids;
        bench.world().rollouts.at(id).members.at(phase).forEach([&ids](TerminalId terminal) {
            ids.push_back(terminal);
            return true;
        });
        return ids;
    }

private Q_SLOTS:
    void refusesAReleaseThatIsNotApproved() {
        ManagerBench bench;
        for (const ReleaseState state : {ReleaseState::draft, ReleaseState::inReview, ReleaseState::withdrawn}) {
            const RolloutId id =
                bench.add(aRollout(bench.add(aRelease("1." + std::to_string(static_cast<int>(state))).inState(state))));
            QVERIFY(failsWith(bench.rollouts().start(id, "anna"), BaseErrc::wrongState));
            QVERIFY(bench.stateOf(id) == RolloutState::draft);
        }
    }

    void refusesValuesOutOfRange() {
        ManagerBench bench;
        const ReleaseId release = bench.add(aRelease());
        const auto refuses = [&](const std::function<void(Rollout&)>& spoil) {
            Rollout wanted = aRollout(release).rollout;
            spoil(wanted);
            return failsWith(bench.rollouts().create(wanted, "anna"), BaseErrc::invalidArgument);
        };
        QVERIFY(refuses([](Rollout& r) { r.name.clear(); }));
        QVERIFY(refuses([](Rollout& r) { r.name.assign(201, 'x'); }));
        QVERIFY(refuses([](Rollout& r) { r.permitValidity = Seconds(59); }));
        QVERIFY(refuses([](Rollout& r) { r.installTimeout = Seconds(9); }));
        QVERIFY(refuses([](Rollout& r) { r.retry.count = 101; }));
        QVERIFY(refuses([](Rollout& r) { r.retry.backOff = Seconds(0); }));
        QVERIFY(refuses([](Rollout& r) { r.breaker.percent = 101; }));
        QVERIFY(refuses([](Rollout& r) { r.phases = {aPhase("a", percent(0))}; }));
        QVERIFY(refuses([&](Rollout& r) {
            r.issueTime = bench.clock.now() + Seconds(100);
            r.updateTime = bench.clock.now() + Seconds(99);
        }));
        QVERIFY(bench.world().rollouts.empty());
    }

    void refusesAnAudienceThatDoesNotParse() {
        ManagerBench bench;
        const ReleaseId release = bench.add(aRelease());
        QVERIFY(failsWith(bench.rollouts().create(aRollout(release).to("name=").rollout, "anna"), BaseErrc::malformed));
        QVERIFY(failsWith(bench.rollouts().create(aRollout({99}).rollout, "anna"), BaseErrc::notFound));
    }

    void takesNoStateFromWhoeverCreatesIt() {
        ManagerBench bench;
        Rollout wanted = aRollout(bench.add(aRelease())).rollout;
        wanted.phases = {aPhase("all", percent(100))};
        wanted.phases[0].openedByHand = true;
        wanted.phases[0].startedAt = bench.clock.now();
        wanted.state = RolloutState::running;
        wanted.currentPhase = 7;
        wanted.failuresAccepted = 1000;
        wanted.pausedByBreaker = true;
        wanted.createdBy = "mallory";
        const Rollout made = bench.rollouts().create(wanted, "anna").value();
        QVERIFY(made.state == RolloutState::draft);
        QCOMPARE(made.currentPhase, 0U);
        QCOMPARE(made.failuresAccepted, 0U);
        QVERIFY(!made.pausedByBreaker);
        QVERIFY(!made.phases[0].openedByHand);
        QVERIFY(!made.phases[0].startedAt);
        QCOMPARE(made.createdBy, std::string("anna"));
    }

    void waitsForTheIssueTime() {
        ManagerBench bench;
        const TerminalId terminal = bench.add(aTerminal("t1"));
        const TimePoint issue = bench.clock.now() + Seconds(600);
        const RolloutId id = bench.start(aRollout(bench.add(aRelease())).issuedAt(issue));
        QVERIFY(bench.stateOf(id) == RolloutState::scheduled);
        QVERIFY(!bench.poll(terminal));
        QVERIFY(bench.rollouts().nextDue() == issue);
        bench.clock.set(issue - Milliseconds(1));
        bench.rollouts().advance();
        QVERIFY(bench.stateOf(id) == RolloutState::scheduled);
        bench.clock.set(issue);
        bench.rollouts().advance();
        QVERIFY(bench.stateOf(id) == RolloutState::running);
        QVERIFY(bench.poll(terminal));
    }

    void takesTheAudienceAtTheIssueTime() {
        ManagerBench bench;
        bench.add(aTerminal("early").tagged("site", "north"));
        bench.add(aTerminal("elsewhere").tagged("site", "south"));
        const TimePoint issue = bench.clock.now() + Seconds(600);
        const RolloutId id = bench.start(aRollout(bench.add(aRelease())).to("tag.site==north").issuedAt(issue));
        const TerminalId late = bench.add(aTerminal("late").tagged("site", "north"));
        bench.clock.set(issue);
        bench.rollouts().advance();
        QCOMPARE(bench.world().rollouts.at(id).terminals(), std::uint64_t(2));
        const TerminalId after = bench.add(aTerminal("after").tagged("site", "north"));
        QVERIFY(bench.poll(late));
        QVERIFY(!bench.poll(after));
    }

    void opensTheSyncGateWhenEveryCopyIsProven() {
        ManagerBench bench;
        bench.add(aTerminal("t1"));
        const ReleaseId release = bench.add(aRelease());
        const NodeId one = bench.addNode("n1");
        const NodeId two = bench.addNode("n2");
        const RolloutId id = bench.start(aRollout(release));
        QVERIFY(bench.stateOf(id) == RolloutState::issuing);
        bench.setCopy(one, release, CopyState::proven);
        bench.setCopy(two, release, CopyState::stored);
        bench.rollouts().advance();
        QVERIFY(bench.stateOf(id) == RolloutState::issuing);
        bench.setCopy(two, release, CopyState::proven);
        bench.rollouts().advance();
        QVERIFY(bench.stateOf(id) == RolloutState::running);
    }

    void opensTheSyncGateAtTheNumberAsked() {
        ManagerBench bench;
        bench.add(aTerminal("t1"));
        const ReleaseId release = bench.add(aRelease());
        const NodeId one = bench.addNode("n1");
        bench.addNode("n2");
        bench.addNode("n3");
        const RolloutId id = bench.start(aRollout(release).provenOn(1));
        QVERIFY(bench.stateOf(id) == RolloutState::issuing);
        bench.setCopy(one, release, CopyState::proven);
        bench.rollouts().advance();
        QVERIFY(bench.stateOf(id) == RolloutState::running);
    }

    void asksNoMoreCopiesThanThereAreNodes() {
        ManagerBench bench;
        bench.add(aTerminal("t1"));
        const ReleaseId release = bench.add(aRelease());
        bench.setCopy(bench.addNode("n1"), release, CopyState::proven);
        QVERIFY(bench.stateOf(bench.start(aRollout(release).provenOn(5))) == RolloutState::running);
    }

    void theSyncGateIsJudgedInEveryClusterOfTheAudience() {
        ManagerBench bench;
        bench.inventory().createCluster("north", "anna").value();
        bench.inventory().createCluster("unused", "anna").value();
        bench.add(aTerminal("t1"));
        bench.add(aTerminal("t2").in("north"));
        const ReleaseId release = bench.add(aRelease());
        bench.setCopy(bench.addNode("n1"), release, CopyState::proven);
        const NodeId north = bench.addNode("n2", "north");
        bench.addNode("n3", "unused");
        const RolloutId id = bench.start(aRollout(release).provenOn(1));
        QVERIFY(bench.stateOf(id) == RolloutState::issuing);
        const auto sync = bench.rollouts().syncState(bench.world().rollouts.at(id));
        QCOMPARE(sync.proven, 1U);
        QCOMPARE(sync.needed, 2U);
        bench.setCopy(north, release, CopyState::proven);
        bench.rollouts().advance();
        QVERIFY(bench.stateOf(id) == RolloutState::running);
    }

    void aClusterWithAWildcardInItsNameIsOnlyItself() {
        ManagerBench bench;
        bench.inventory().createCluster("*", "anna").value();
        bench.add(aTerminal("t1"));
        const ReleaseId release = bench.add(aRelease());
        bench.addNode("n1", "*");
        QVERIFY(bench.stateOf(bench.start(aRollout(release))) == RolloutState::running);
        QVERIFY(bench.inventory().removeNode("n1", "anna").has_value());
        QVERIFY(bench.inventory().removeCluster("*", "anna").has_value());
    }

    void givesTheFirstPhasePermitsOnly() {
        ManagerBench bench;
        bench.addMany(10);
        const RolloutId id = bench.start(aRollout(bench.add(aRelease())).phases(twoPhases(terminals(2))));
        for (const TerminalId terminal : membersOf(bench, id, 0))
            QVERIFY(!bench.permit(bench.poll(terminal)).empty());
        for (const TerminalId terminal : membersOf(bench, id, 1))
            QVERIFY(bench.permit(bench.poll(terminal)).empty());
    }

    void opensThePhaseGateAtItsShare() {
        ManagerBench bench;
        bench.addMany(10);
        const RolloutId id =
            bench.start(aRollout(bench.add(aRelease())).phases(twoPhases(terminals(4), {50, Seconds(0), false})));
        const auto pilot = membersOf(bench, id, 0);
        QVERIFY(bench.install(pilot[0]));
        QCOMPARE(bench.rollout(id).currentPhase, 0U);
        QVERIFY(bench.install(pilot[1]));
        QCOMPARE(bench.rollout(id).currentPhase, 1U);
        QVERIFY(!bench.permit(bench.poll(membersOf(bench, id, 1)[0])).empty());
        QVERIFY(!bench.permit(bench.poll(pilot[2])).empty());
    }

    void waitsAfterTheShareWasReached() {
        ManagerBench bench;
        bench.addMany(4);
        const RolloutId id =
            bench.start(aRollout(bench.add(aRelease())).phases(twoPhases(terminals(1), {100, Seconds(60), false})));
        QVERIFY(bench.install(membersOf(bench, id, 0)[0]));
        QCOMPARE(bench.rollout(id).currentPhase, 0U);
        QVERIFY(bench.rollouts().nextDue() == bench.clock.now() + Seconds(60));
        bench.clock.advance(Seconds(59));
        bench.rollouts().advance();
        QCOMPARE(bench.rollout(id).currentPhase, 0U);
        bench.clock.advance(Seconds(1));
        bench.rollouts().advance();
        QCOMPARE(bench.rollout(id).currentPhase, 1U);
    }

    void waitsForAHand() {
        ManagerBench bench;
        bench.addMany(4);
        const RolloutId id =
            bench.start(aRollout(bench.add(aRelease())).phases(twoPhases(terminals(1), {100, Seconds(0), true})));
        QVERIFY(bench.install(membersOf(bench, id, 0)[0]));
        bench.clock.advance(Seconds(86400));
        bench.rollouts().advance();
        QCOMPARE(bench.rollout(id).currentPhase, 0U);
        QVERIFY(bench.rollouts().openGate(id, "anna").has_value());
        QCOMPARE(bench.rollout(id).currentPhase, 1U);
        QVERIFY(failsWith(bench.rollouts().openGate(id, "anna"), BaseErrc::wrongState));
    }

    void aHandOpensAGateThatWasNotReached() {
        ManagerBench bench;
        bench.addMany(4);
        const RolloutId id = bench.start(aRollout(bench.add(aRelease())).phases(twoPhases(terminals(2))));
        QVERIFY(bench.rollouts().openGate(id, "anna").has_value());
        QCOMPARE(bench.rollout(id).currentPhase, 1U);
    }

    void passesPhasesThatAreEmpty() {
        ManagerBench bench;
        const TerminalId only = bench.add(aTerminal("t1"));
        const RolloutId id =
            bench.start(aRollout(bench.add(aRelease()))
                            .phases({aPhase("a", terminals(1)), aPhase("b", terminals(5)), aPhase("c", percent(100))}));
        QVERIFY(bench.install(only));
        QVERIFY(bench.stateOf(id) == RolloutState::finished);
    }

    void pausesWhenAGateCannotBeReached() {
        ManagerBench bench;
        bench.addMany(6);
        const RolloutId id =
            bench.start(aRollout(bench.add(aRelease())).phases(twoPhases(terminals(4), {75, Seconds(0), false})));
        const auto pilot = membersOf(bench, id, 0);
        QVERIFY(bench.failInstall(pilot[0]));
        QVERIFY(bench.stateOf(id) == RolloutState::running);
        QVERIFY(bench.failInstall(pilot[1]));
        QVERIFY(bench.stateOf(id) == RolloutState::paused);
        QVERIFY(!bench.rollout(id).pausedByBreaker);
        QVERIFY(!bench.rollout(id).stateReason.empty());
    }

    void aGateThatCannotBeReachedCanBeOpenedByHand() {
        ManagerBench bench;
        bench.addMany(6);
        const RolloutId id = bench.start(aRollout(bench.add(aRelease())).phases(twoPhases(terminals(2))));
        QVERIFY(bench.failInstall(membersOf(bench, id, 0)[0]));
        QVERIFY(bench.stateOf(id) == RolloutState::paused);
        QVERIFY(bench.rollouts().openGate(id, "anna").has_value());
        QVERIFY(bench.stateOf(id) == RolloutState::paused);
        QVERIFY(bench.rollouts().resume(id, "anna").has_value());
        QVERIFY(bench.stateOf(id) == RolloutState::running);
        QCOMPARE(bench.rollout(id).currentPhase, 1U);
    }

    void theBreakerTripsAboveItsCountInTheFirstPhase() {
        ManagerBench bench;
        bench.addMany(20);
        const RolloutId id = bench.start(
            aRollout(bench.add(aRelease())).phases(twoPhases(terminals(10), {10, Seconds(0), true})).breaker(2));
        const auto pilot = membersOf(bench, id, 0);
        QVERIFY(bench.failInstall(pilot[0]));
        QVERIFY(bench.failInstall(pilot[1], FailureCause::diskFull, DeploymentState::failed));
        QVERIFY(bench.stateOf(id) == RolloutState::running);
        QVERIFY(bench.failInstall(pilot[2]));
        QVERIFY(bench.stateOf(id) == RolloutState::paused);
        QVERIFY(bench.rollout(id).pausedByBreaker);
        QVERIFY(bench.permit(bench.poll(pilot[3])).empty());
    }

    void theBreakerTripsAboveItsShareOfThePhasesStarted() {
        ManagerBench bench;
        bench.addMany(100);
        const RolloutId id = bench.start(
            aRollout(bench.add(aRelease())).phases(twoPhases(terminals(10), {10, Seconds(0), true})).breaker(0, 20));
        const auto pilot = membersOf(bench, id, 0);
        QVERIFY(bench.failInstall(pilot[0]));
        QVERIFY(bench.failInstall(pilot[1]));
        QVERIFY(bench.stateOf(id) == RolloutState::running);
        QVERIFY(bench.failInstall(pilot[2]));
        QVERIFY(bench.stateOf(id) == RolloutState::paused);
        QVERIFY(bench.rollout(id).pausedByBreaker);
    }

    void aBreakerOfZeroIsOff() {
        ManagerBench bench;
        const auto all = bench.addMany(5);
        const RolloutId id = bench.start(aRollout(bench.add(aRelease())));
        for (const TerminalId terminal : all)
            QVERIFY(bench.failInstall(terminal));
        QVERIFY(bench.stateOf(id) == RolloutState::finished);
    }

    void failuresOfPhasesNotStartedDoNotTripTheBreaker() {
        ManagerBench bench;
        for (int i = 0; i < 10; ++i)
            bench.add(aTerminal("t" + std::to_string(i)).on("no-such-platform"));
        const RolloutId id = bench.start(
            aRollout(bench.add(aRelease())).phases(twoPhases(terminals(2), {0, Seconds(0), true})).breaker(2));
        for (const TerminalId terminal : membersOf(bench, id, 1))
            QVERIFY(!bench.poll(terminal));
        QVERIFY(bench.stateOf(id) == RolloutState::running);
    }

    void resumeAcceptsTheFailuresSoFar() {
        ManagerBench bench;
        const auto all = bench.addMany(10);
        const RolloutId id = bench.start(aRollout(bench.add(aRelease())).breaker(1));
        QVERIFY(bench.failInstall(all[0]));
        QVERIFY(bench.failInstall(all[1]));
        QVERIFY(bench.stateOf(id) == RolloutState::paused);
        QVERIFY(bench.rollouts().resume(id, "anna").has_value());
        QVERIFY(bench.stateOf(id) == RolloutState::running);
        QVERIFY(!bench.rollout(id).pausedByBreaker);
        QCOMPARE(bench.rollout(id).failuresAccepted, 2U);
        QVERIFY(bench.failInstall(all[2]));
        QVERIFY(bench.stateOf(id) == RolloutState::running);
        QVERIFY(bench.failInstall(all[3]));
        QVERIFY(bench.stateOf(id) == RolloutState::paused);
    }

    void aPausedRolloutGivesNoPermits() {
        ManagerBench bench;
        const auto all = bench.addMany(2);
        const RolloutId id = bench.start(aRollout(bench.add(aRelease())));
        const DeploymentId open = bench.poll(all[0]);
        QVERIFY(bench.rollouts().pause(id, "lunch", "anna").has_value());
        QVERIFY(failsWith(bench.rollouts().pause(id, "", "anna"), BaseErrc::wrongState));
        QVERIFY(bench.permit(open).empty());
        QVERIFY(!bench.poll(all[1]));
        QVERIFY(bench.rollouts().resume(id, "anna").has_value());
        QVERIFY(!bench.permit(open).empty());
    }

    void aRolloutPausedWhileIssuingGoesOnIssuing() {
        ManagerBench bench;
        const TerminalId terminal = bench.add(aTerminal("t1"));
        const ReleaseId release = bench.add(aRelease());
        const NodeId node = bench.addNode("n1");
        const RolloutId id = bench.start(aRollout(release));
        QVERIFY(bench.rollouts().pause(id, "", "anna").has_value());
        bench.setCopy(node, release, CopyState::proven);
        bench.rollouts().advance();
        QVERIFY(bench.stateOf(id) == RolloutState::paused);
        QVERIFY(bench.rollouts().resume(id, "anna").has_value());
        QVERIFY(bench.stateOf(id) == RolloutState::running);
        QVERIFY(bench.install(terminal));
        QVERIFY(bench.stateOf(id) == RolloutState::finished);
    }

    void stopCancelsWhatIsOpen() {
        ManagerBench bench;
        const auto all = bench.addMany(3);
        const RolloutId id = bench.start(aRollout(bench.add(aRelease())).retries(1));
        const DeploymentId offered = bench.poll(all[0]);
        const DeploymentId waiting = bench.failInstall(all[1], FailureCause::nodesUnreachable, DeploymentState::failed);
        const DeploymentId done = bench.install(all[2]);
        QVERIFY(bench.rollouts().stop(id, "enough", "anna").has_value());
        QVERIFY(bench.stateOf(id) == RolloutState::stopped);
        QVERIFY(bench.deployment(offered).cancelRequested);
        QVERIFY(bench.deployment(waiting).state == DeploymentState::cancelled);
        QVERIFY(bench.deployment(done).state == DeploymentState::succeeded);
        QVERIFY(failsWith(bench.rollouts().stop(id, "", "anna"), BaseErrc::wrongState));
        QVERIFY(failsWith(bench.rollouts().resume(id, "anna"), BaseErrc::wrongState));
        QVERIFY(!bench.world().activeDeployment(all[1]));
    }

    void aScheduledRolloutCanBeStopped() {
        ManagerBench bench;
        const RolloutId id = bench.start(aRollout(bench.add(aRelease())).issuedAt(bench.clock.now() + Seconds(60)));
        QVERIFY(bench.rollouts().stop(id, "", "anna").has_value());
        bench.clock.advance(Seconds(61));
        bench.rollouts().advance();
        QVERIFY(bench.stateOf(id) == RolloutState::stopped);
    }

    void finishesWhenEveryTerminalHasEnded() {
        ManagerBench bench;
        const auto all = bench.addMany(3);
        const RolloutId id = bench.start(aRollout(bench.add(aRelease())));
        QVERIFY(bench.install(all[0]));
        QVERIFY(bench.failInstall(all[1]));
        QVERIFY(bench.stateOf(id) == RolloutState::running);
        QVERIFY(bench.install(all[2]));
        QVERIFY(bench.stateOf(id) == RolloutState::finished);
        QVERIFY(bench.rollout(id).endedAt.has_value());
    }

    void anEmptyAudienceFinishesAtOnce() {
        ManagerBench bench;
        QVERIFY(bench.stateOf(bench.start(aRollout(bench.add(aRelease())))) == RolloutState::finished);
    }

    void finishesWithoutATerminalThatWasRemoved() {
        ManagerBench bench;
        const auto all = bench.addMany(3);
        const RolloutId id = bench.start(aRollout(bench.add(aRelease())));
        QVERIFY(bench.install(all[0]));
        QVERIFY(bench.poll(all[1]));
        QVERIFY(bench.inventory().removeTerminal("t2", "anna").has_value());  // with an open deployment
        QVERIFY(bench.inventory().removeTerminal("t3", "anna").has_value());  // never heard of
        bench.rollouts().advance();
        QVERIFY(bench.stateOf(id) == RolloutState::finished);
    }

    void aWithdrawnReleasePausesItsRollouts() {
        ManagerBench bench;
        const auto all = bench.addMany(2);
        const ReleaseId release = bench.add(aRelease());
        const RolloutId id = bench.start(aRollout(release));
        const DeploymentId open = bench.poll(all[0]);
        QVERIFY(bench.releases().withdraw(release, "", "anna").has_value());
        QVERIFY2(!bench.poll(all[1]), "not even before the scheduler's next round");
        QVERIFY(bench.permit(open).empty());
        bench.rollouts().advance();
        QVERIFY(bench.stateOf(id) == RolloutState::paused);
        QVERIFY(failsWith(bench.rollouts().resume(id, "anna"), BaseErrc::wrongState));
    }

    void onlyDraftsAreDeleted() {
        ManagerBench bench;
        bench.add(aTerminal("t1"));
        const ReleaseId release = bench.add(aRelease());
        const RolloutId draft = bench.add(aRollout(release));
        const RolloutId running = bench.start(aRollout(release));
        QVERIFY(bench.rollouts().remove(draft, "anna").has_value());
        QVERIFY(failsWith(bench.rollouts().remove(running, "anna"), BaseErrc::wrongState));
        QVERIFY(failsWith(bench.rollouts().remove(draft, "anna"), BaseErrc::notFound));
    }

    void carriesOnWhereItWasAfterARestart() {
        ManagerBench bench;
        bench.addMany(6);
        const RolloutId id =
            bench.start(aRollout(bench.add(aRelease())).phases(twoPhases(terminals(3), {60, Seconds(0), false})));
        const auto pilot = membersOf(bench, id, 0);
        QVERIFY(bench.install(pilot[0]));
        bench.restart();
        QVERIFY(membersOf(bench, id, 0) == pilot);
        QCOMPARE(bench.world().rollouts.at(id).counts[0].succeeded(), std::uint64_t(1));
        QCOMPARE(bench.world().rollouts.at(id).counts[0].of(DeploymentState::waiting), std::uint64_t(2));
        QVERIFY(bench.install(pilot[1]));
        QCOMPARE(bench.rollout(id).currentPhase, 1U);
        bench.restart();
        QCOMPARE(bench.rollout(id).currentPhase, 1U);
        QVERIFY(bench.stateOf(id) == RolloutState::running);
    }

    void aClockThatGoesBackUndoesNothing() {
        ManagerBench bench;
        bench.addMany(4);
        const RolloutId id = bench.start(aRollout(bench.add(aRelease())).phases(twoPhases(terminals(1))));
        QVERIFY(bench.install(membersOf(bench, id, 0)[0]));
        QCOMPARE(bench.rollout(id).currentPhase, 1U);
        bench.clock.advance(-Seconds(86400));
        bench.rollouts().advance();
        bench.rollouts().timeOutSilent();
        QCOMPARE(bench.rollout(id).currentPhase, 1U);
        QVERIFY(bench.stateOf(id) == RolloutState::running);
        QVERIFY(bench.install(membersOf(bench, id, 1)[0]));
    }
};

QTEST_GUILESS_MAIN(TestRollouts)
#include "tst_rollouts.moc"
