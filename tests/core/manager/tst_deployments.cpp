// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/manager/chain.h"
#include "core/manager/install_rules.h"
#include "core/manager/waiting.h"
#include "core/trust/permit.h"
#include "tests/support/manager_bench.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

template <class T>
bool failsWith(const Result<T>& result, BaseErrc code) {
    return !result && result.error().code == code;
}

trust::Permit read(ManagerBench& bench, const std::string& permit) {
    return trust::verifyPermit(permit, bench.engine().identity.permitKey().publicKey()).value();
}

bool isUtf8(const std::string& text) {
    return QString::fromUtf8(text.data(), qsizetype(text.size())).toUtf8().toStdString() == text;
}

}  // namespace

/// What terminals are offered, when they may install, and what their reports come to.
class TestDeployments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void offersOnceAndTheSameAgain() {
        ManagerBench bench;
        const TerminalId terminal = bench.add(aTerminal("t1").running("till-software", "0.9"));
        bench.start(aRollout(bench.add(aRelease())));
        const DeploymentId first = bench.poll(terminal);
        QVERIFY(first);
        QCOMPARE(bench.poll(terminal).value, first.value);
        QVERIFY(bench.deployment(first).state == DeploymentState::offered);
        QCOMPARE(bench.deployment(first).fromVersion, std::string("0.9"));
        QVERIFY(bench.install(terminal));
        QVERIFY(!bench.poll(terminal));
    }

    void whatATerminalHasAlreadyIsNotOffered() {
        ManagerBench bench;
        const TerminalId has = bench.add(aTerminal("t1").running("till-software", "1.0"));
        const TerminalId older = bench.add(aTerminal("t2").running("till-software", "0.9"));
        const RolloutId rollout = bench.start(aRollout(bench.add(aRelease("1.0"))));
        QVERIFY(!bench.poll(has));
        const Deployment* made = bench.world().newestDeployment(has, DeploymentState::succeeded);
        QVERIFY(made);
        QCOMPARE(made->rollout.value, rollout.value);
        QVERIFY(bench.install(older));
        QVERIFY(bench.stateOf(rollout) == RolloutState::finished);
    }

    void theSameVersionOfAnotherReleaseIsOffered() {
        ManagerBench bench;
        const TerminalId terminal = bench.add(aTerminal("t1"));
        bench.start(aRollout(bench.add(aRelease("1.0"))));
        QVERIFY(bench.install(terminal));
        bench.start(aRollout(bench.add(aRelease("1.0"))));
        QVERIFY(bench.poll(terminal));
    }

    void offersNothingOutsideTheAudience() {
        ManagerBench bench;
        const TerminalId inside = bench.add(aTerminal("t1"));
        const TerminalId outside = bench.add(aTerminal("t2"));
        bench.start(aRollout(bench.add(aRelease())).to("controllerId==t1"));
        QVERIFY(!bench.poll(outside));
        QVERIFY(bench.poll(inside));
    }

    void oneAfterTheOtherWhenTwoRolloutsWantIt() {
        ManagerBench bench;
        const TerminalId terminal = bench.add(aTerminal("t1"));
        bench.start(aRollout(bench.add(aRelease("1.0").of("till"))));
        bench.start(aRollout(bench.add(aRelease("2.0").of("scanner"))));
        const DeploymentId first = bench.install(terminal);
        const DeploymentId second = bench.install(terminal);
        QVERIFY(first && second && first != second);
        QVERIFY(!bench.poll(terminal));
    }

    void theHighestPriorityGoesFirst() {
        ManagerBench bench;
        const TerminalId terminal = bench.add(aTerminal("t1"));
        auto urgent = aRollout(bench.add(aRelease("1.0").of("till")));
        urgent.rollout.priority = 5;
        const RolloutId first = bench.start(urgent);
        bench.start(aRollout(bench.add(aRelease("2.0").of("scanner"))));
        QCOMPARE(bench.deployment(bench.poll(terminal)).rollout.value, first.value);
    }

    void anOlderRolloutDoesNotUndoOneThatFinished() {
        ManagerBench bench;
        const TerminalId away = bench.add(aTerminal("t1"));
        const TerminalId failing = bench.add(aTerminal("t2"));
        const RolloutId older = bench.start(aRollout(bench.add(aRelease("1.0"))));
        QVERIFY(bench.failInstall(failing));  // keeps the older one open
        const RolloutId newer = bench.start(aRollout(bench.add(aRelease("2.0"))));
        QVERIFY(bench.install(away));
        QVERIFY(bench.install(failing));
        QVERIFY(bench.stateOf(newer) == RolloutState::finished);
        QVERIFY(bench.stateOf(older) == RolloutState::running);
        QVERIFY2(!bench.poll(away), "1.0 is not offered to whom 2.0 came");
        QVERIFY(bench.world().newestDeployment(away, DeploymentState::superseded) != nullptr);
    }

    void aNewerRolloutOfTheProductTakesOver() {
        ManagerBench bench;
        const TerminalId offered = bench.add(aTerminal("t1"));
        const TerminalId permitted = bench.add(aTerminal("t2"));
        const TerminalId untouched = bench.add(aTerminal("t3"));
        const RolloutId older = bench.start(aRollout(bench.add(aRelease("1.0"))));
        const DeploymentId waits = bench.poll(offered);
        const DeploymentId runs = bench.poll(permitted);
        QVERIFY(!bench.permit(runs).empty());
        const RolloutId newer = bench.start(aRollout(bench.add(aRelease("2.0"))));
        QCOMPARE(bench.deployment(bench.poll(offered)).rollout.value, newer.value);
        QVERIFY(bench.deployment(waits).state == DeploymentState::superseded);
        QCOMPARE(bench.poll(permitted).value, runs.value);  // what may be installing ends first
        QVERIFY(bench.install(untouched));
        QCOMPARE(bench.world().fleet.terminal(untouched)->installed.at("till-software"), std::string("2.0"));
        QVERIFY2(!bench.poll(untouched), "it does not go back to the older one");
        QVERIFY(bench.report(runs, DeploymentState::succeeded).has_value());
        QVERIFY2(bench.stateOf(older) == RolloutState::finished, "what was taken over does not keep it open");
        bench.restart();
        QVERIFY(bench.stateOf(older) == RolloutState::finished);
    }

    void whatFailedInAnEarlierRolloutDoesNotTripTheNextOnesBreaker() {
        ManagerBench bench;
        const TerminalId broken = bench.add(aTerminal("t1"));
        const TerminalId sound = bench.add(aTerminal("t2"));
        const ReleaseId release = bench.add(aRelease());
        bench.start(aRollout(release).to("controllerId==t1"));
        QVERIFY(bench.failInstall(broken));
        const RolloutId next = bench.start(aRollout(release).breaker(0, 1));
        QVERIFY(!bench.poll(broken));
        const Deployment& part = bench.deployment(bench.world().rollouts.at(next).deployments.at(broken));
        QVERIFY(part.cause == FailureCause::failedBefore);
        QVERIFY(bench.stateOf(next) == RolloutState::running);
        QVERIFY(bench.install(sound));
        QVERIFY(bench.stateOf(next) == RolloutState::finished);
    }

    void aTerminalOfAnotherPlatformNowEndsItsPart() {
        ManagerBench bench;
        const TerminalId id = bench.add(aTerminal("t1"));
        bench.start(aRollout(bench.add(aRelease())));
        const DeploymentId part = bench.poll(id);
        manager::Inventory::SelfDescription other;
        other.platform = "linux-riscv64";
        QVERIFY(bench.inventory().describe(id, other).has_value());
        QVERIFY(!bench.poll(id));
        QVERIFY(bench.deployment(part).state == DeploymentState::failed);
        QVERIFY(bench.deployment(part).cause == FailureCause::unsupported);
    }

    void aCancelledTerminalThatNeverReturnsIsFreeOneDay() {
        ManagerBench bench;
        const TerminalId id = bench.add(aTerminal("t1"));
        bench.start(aRollout(bench.add(aRelease())).silentAtMost(Seconds(60)));
        const DeploymentId part = bench.poll(id);
        QVERIFY(bench.deployments().cancel(part, "ada").has_value());
        QVERIFY(bench.deployment(part).cancelRequested);
        bench.clock.advance(Seconds(59));
        bench.rollouts().timeOutSilent();
        QVERIFY(!isFinal(bench.deployment(part).state));
        bench.clock.advance(Seconds(2));
        bench.rollouts().timeOutSilent();
        QVERIFY(bench.deployment(part).state == DeploymentState::cancelled);
        QVERIFY(bench.world().cancelling().empty());
    }

    void terminalsOfAGatewayDecideNoGate() {
        ManagerBench bench;
        const TerminalId own = bench.add(aTerminal("a-own"));
        const auto brought = bench.joining().admitTerminal("b-brought", "linux-amd64", "default", true, "gateway");
        QVERIFY(brought.has_value());
        PhaseGate all;
        all.successPercent = 100;
        const RolloutId id =
            bench.start(aRollout(bench.add(aRelease()))
                            .breaker(0, 1)
                            .phases({aPhase("first", terminals(2), all), aPhase("rest", percent(100))}));
        QVERIFY(bench.failInstall(brought->id));
        QVERIFY2(bench.stateOf(id) == RolloutState::running, "neither gate nor breaker");
        QVERIFY(bench.install(own));
        QVERIFY(bench.stateOf(id) == RolloutState::finished);
    }

    void saysWhyItIsHeldUntilTheUpdateTime() {
        ManagerBench bench;
        const TerminalId terminal = bench.add(aTerminal("t1"));
        const TimePoint update = bench.clock.now() + Seconds(600);
        bench.start(aRollout(bench.add(aRelease())).updatedAt(update));
        const DeploymentId id = bench.poll(terminal);
        const auto held = manager::InstallRules(bench.engine()).clearance(bench.deployment(id));
        QVERIFY(!held.granted);
        QVERIFY(!held.holdReason.empty());
        QVERIFY(held.until == update);
        bench.clock.set(update);
        QVERIFY(manager::InstallRules(bench.engine()).clearance(bench.deployment(id)).granted);
    }

    void aWindowHoldsUntilItOpensAndEndsThePermit() {
        ManagerBench bench;
        bench.clock.set(fromRfc3339("2026-11-24T12:00:00Z").value());
        const TerminalId berlin = bench.add(aTerminal("t1").tagged("timezone", "Europe/Berlin"));
        const TerminalId elsewhere = bench.add(aTerminal("t2"));
        auto plan = aRollout(bench.add(aRelease()));
        plan.rollout.schedule.windows.push_back({"2026-11-02T22:00", "FREQ=DAILY", Seconds(7200)});
        bench.start(plan);
        const DeploymentId first = bench.poll(berlin);
        const DeploymentId second = bench.poll(elsewhere);
        const TimePoint opens = fromRfc3339("2026-11-24T21:00:00Z").value();
        QVERIFY(manager::InstallRules(bench.engine()).clearance(bench.deployment(first)).until == opens);
        QVERIFY(manager::InstallRules(bench.engine()).clearance(bench.deployment(second)).until ==
                opens + Seconds(3600));
        QVERIFY(!bench.pollForeign(berlin));
        bench.clock.set(opens);
        QVERIFY(manager::InstallRules(bench.engine()).clearance(bench.deployment(first)).granted);
        QVERIFY(!manager::InstallRules(bench.engine()).clearance(bench.deployment(second)).granted);
        const trust::Permit permit = read(bench, bench.permit(first));
        QVERIFY2(permit.notAfter == opens + Seconds(7200), "it ends with the window");
        bench.clock.set(opens + Seconds(7200));
        QVERIFY(!manager::InstallRules(bench.engine()).clearance(bench.deployment(first)).granted);
        bench.clock.set(opens + Seconds(86400));
        QVERIFY(read(bench, bench.permit(first)).sequence > permit.sequence);
    }

    void anOfflinePermitIsForTheNextWindow() {
        ManagerBench bench;
        bench.clock.set(fromRfc3339("2026-11-24T12:00:00Z").value());
        const TerminalId terminal = bench.add(aTerminal("t1"));
        auto plan = aRollout(bench.add(aRelease())).offline();
        plan.rollout.schedule.windows.push_back({"2026-11-02T22:00", "FREQ=DAILY", Seconds(7200)});
        bench.start(plan);
        const trust::Permit permit = read(bench, bench.permit(bench.poll(terminal)));
        QVERIFY(permit.notBefore == fromRfc3339("2026-11-24T22:00:00Z").value());
        QVERIFY(permit.notAfter == fromRfc3339("2026-11-25T00:00:00Z").value());
    }

    void theDeadlineFailsOrFreesWhatHasNotInstalled_data() {
        QTest::addColumn<int>("missed");
        QTest::newRow("wait") << static_cast<int>(MissedWindow::wait);
        QTest::newRow("fail") << static_cast<int>(MissedWindow::fail);
        QTest::newRow("install") << static_cast<int>(MissedWindow::install);
    }
    void theDeadlineFailsOrFreesWhatHasNotInstalled() {
        QFETCH(const int, missed);
        ManagerBench bench;
        bench.clock.set(fromRfc3339("2026-11-24T12:00:00Z").value());
        const TerminalId here = bench.add(aTerminal("t1"));
        const TerminalId away = bench.add(aTerminal("t2"));
        auto plan = aRollout(bench.add(aRelease()));
        plan.rollout.schedule.windows.push_back({"2026-12-24T22:00", "", Seconds(7200)});
        plan.rollout.schedule.deadline = bench.clock.now() + Seconds(3600);
        plan.rollout.schedule.missed = static_cast<MissedWindow>(missed);
        const RolloutId id = bench.start(plan);
        const DeploymentId part = bench.poll(here);
        bench.rollouts().advance();
        QVERIFY(bench.rollouts().nextDue() == plan.rollout.schedule.deadline);
        bench.clock.advance(Seconds(3600));
        bench.rollouts().advance();
        const bool fails = plan.rollout.schedule.missed == MissedWindow::fail;
        QCOMPARE(bench.deployment(part).state == DeploymentState::failed, fails);
        QCOMPARE(bench.stateOf(id) == RolloutState::finished, fails);
        QCOMPARE(bool(bench.poll(away)), !fails);
        if (fails) QVERIFY(bench.deployment(part).cause == FailureCause::windowMissed);
        if (!fails)
            QCOMPARE(manager::InstallRules(bench.engine()).clearance(bench.deployment(part)).granted,
                     plan.rollout.schedule.missed == MissedWindow::install);
    }

    void aPausedRolloutAndALaterPhaseHoldWithoutATime() {
        ManagerBench bench;
        const TerminalId terminal = bench.add(aTerminal("t1"));
        const RolloutId rollout = bench.start(aRollout(bench.add(aRelease())));
        const DeploymentId id = bench.poll(terminal);
        QVERIFY(bench.rollouts().pause(rollout, "lunch", "anna").has_value());
        const auto held = manager::InstallRules(bench.engine()).clearance(bench.deployment(id));
        QVERIFY(!held.granted && !held.until);
        QVERIFY(held.holdReason.find("lunch") != std::string::npos);
    }

    void thePermitSaysWhatWasApproved() {
        ManagerBench bench;
        const TerminalId terminal = bench.add(aTerminal("t1"));
        const ReleaseId release = bench.add(aRelease());
        bench.start(aRollout(release).permitsFor(Seconds(3600)));
        const DeploymentId id = bench.poll(terminal);
        const trust::Permit permit = read(bench, bench.permit(id));
        QCOMPARE(permit.deployment, id.value);
        QCOMPARE(permit.terminal, std::string("t1"));
        QCOMPARE(permit.product, std::string("till-software"));
        QCOMPARE(permit.releaseDigest, bench.world().releases.at(release).manifestDigest.text());
        QCOMPARE(permit.manifestDigest, bench.world().releases.at(release).packages[0].manifestDigest.text());
        QCOMPARE(permit.sequence, std::int64_t(1));
        QVERIFY(permit.notBefore <= bench.clock.now());
        QVERIFY(permit.notAfter > bench.clock.now());
        QVERIFY(permit.notAfter <= bench.clock.now() + Seconds(3600));
        QVERIFY(!permit.offline);
    }

    void theSamePermitIsGivenAgain() {
        ManagerBench bench;
        const TerminalId terminal = bench.add(aTerminal("t1"));
        bench.start(aRollout(bench.add(aRelease())));
        const DeploymentId id = bench.poll(terminal);
        const trust::Permit first = read(bench, bench.permit(id));
        bench.clock.advance(Seconds(60));
        bench.restart();
        const trust::Permit again = read(bench, bench.permit(id));
        QCOMPARE(again.sequence, first.sequence);
        QVERIFY(again.notAfter == first.notAfter);
    }

    void aPermitThatIsOverIsRenewed() {
        ManagerBench bench;
        const TerminalId terminal = bench.add(aTerminal("t1"));
        bench.start(aRollout(bench.add(aRelease())).permitsFor(Seconds(60)).silentAtMost(Seconds(86400)));
        const DeploymentId id = bench.poll(terminal);
        const trust::Permit first = read(bench, bench.permit(id));
        bench.clock.advance(Seconds(61));
        const trust::Permit again = read(bench, bench.permit(id));
        QVERIFY(again.notAfter > bench.clock.now());
        QVERIFY(again.sequence > first.sequence);
    }

    void theSequenceGrowsFromDeploymentToDeployment() {
        ManagerBench bench;
        const TerminalId terminal = bench.add(aTerminal("t1"));
        bench.start(aRollout(bench.add(aRelease("1.0"))));
        QVERIFY(bench.install(terminal));
        bench.start(aRollout(bench.add(aRelease("2.0"))));
        bench.restart();
        QCOMPARE(read(bench, bench.permit(bench.poll(terminal))).sequence, std::int64_t(2));
    }

    void anOfflineRolloutGivesPermitsBeforeTheUpdateTime() {
        ManagerBench bench;
        const TerminalId terminal = bench.add(aTerminal("t1"));
        const TimePoint update = bench.clock.now() + Seconds(600);
        bench.start(aRollout(bench.add(aRelease())).updatedAt(update).offline().permitsFor(Seconds(3600)));
        const trust::Permit permit = read(bench, bench.permit(bench.poll(terminal)));
        QVERIFY(permit.offline);
        QVERIFY(permit.notBefore == update);
        QVERIFY(permit.notAfter == update + Seconds(3600));
    }

    void retriesWithABackOffThatDoubles() {
        ManagerBench bench;
        const TerminalId terminal = bench.add(aTerminal("t1"));
        bench.start(aRollout(bench.add(aRelease())).retries(2, Seconds(100)));
        const DeploymentId id = bench.failInstall(terminal, FailureCause::diskFull, DeploymentState::failed);
        QVERIFY(bench.deployment(id).state == DeploymentState::waiting);
        QCOMPARE(bench.deployment(id).attempt, 2U);
        QVERIFY(bench.deployment(id).nextTry == bench.clock.now() + Seconds(100));
        QVERIFY(!bench.poll(terminal));
        bench.clock.advance(Seconds(100));
        QCOMPARE(bench.failInstall(terminal, FailureCause::diskFull, DeploymentState::failed).value, id.value);
        QVERIFY(bench.deployment(id).nextTry == bench.clock.now() + Seconds(200));
        bench.clock.advance(Seconds(200));
        QVERIFY(bench.failInstall(terminal, FailureCause::diskFull, DeploymentState::failed));
        QVERIFY(bench.deployment(id).state == DeploymentState::failed);
        QVERIFY(bench.deployment(id).cause == FailureCause::diskFull);
    }

    void anotherAttemptGetsAnotherPermit() {
        ManagerBench bench;
        const TerminalId terminal = bench.add(aTerminal("t1"));
        bench.start(aRollout(bench.add(aRelease())).retries(1, Seconds(100)));
        const DeploymentId id = bench.failInstall(terminal, FailureCause::diskFull, DeploymentState::failed);
        bench.clock.advance(Seconds(100));
        QCOMPARE(read(bench, bench.permit(bench.poll(terminal))).sequence, std::int64_t(2));
        QVERIFY(failsWith(bench.report(id, DeploymentState::succeeded, FailureCause::none, 1), BaseErrc::wrongState));
        QVERIFY(bench.report(id, DeploymentState::succeeded, FailureCause::none, 2).has_value());
    }

    /// The answer was lost and the client says it again.
    void aFailureThatIsToldTwiceCountsOnce() {
        ManagerBench bench;
        const TerminalId terminal = bench.add(aTerminal("t1"));
        bench.start(aRollout(bench.add(aRelease())).retries(2));
        const DeploymentId id = bench.failInstall(terminal, FailureCause::other, DeploymentState::failed);
        QVERIFY(failsWith(bench.report(id, DeploymentState::failed, FailureCause::other), BaseErrc::wrongState));
        QCOMPARE(bench.deployment(id).attempt, 2U);
    }

    void whatCannotGetBetterIsFinalAtOnce() {
        ManagerBench bench;
        const auto all = bench.addMany(2);
        bench.start(aRollout(bench.add(aRelease())).retries(5));
        const DeploymentId rolledBack = bench.failInstall(all[0]);
        QVERIFY(bench.deployment(rolledBack).state == DeploymentState::rolledBack);
        const DeploymentId failed = bench.failInstall(all[1], FailureCause::manifestInvalid, DeploymentState::failed);
        QVERIFY(bench.deployment(failed).state == DeploymentState::failed);
    }

    void aReleaseThatFailedForGoodIsNotOfferedAgainUntilAReset() {
        ManagerBench bench;
        const auto all = bench.addMany(2);
        const ReleaseId release = bench.add(aRelease());
        bench.start(aRollout(release));
        QVERIFY(bench.failInstall(all[0]));
        const RolloutId second = bench.start(aRollout(release));
        QVERIFY(!bench.poll(all[0]));
        const DeploymentId refused = bench.world().rollouts.at(second).deployments.at(all[0]);
        QVERIFY(bench.deployment(refused).state == DeploymentState::failed);
        QVERIFY(bench.deployments().reset(refused, "anna").has_value());
        QCOMPARE(bench.poll(all[0]).value, refused.value);
        QVERIFY(!bench.permit(refused).empty());
    }

    void aResetStartsAnew() {
        ManagerBench bench;
        const auto all = bench.addMany(2);
        bench.start(aRollout(bench.add(aRelease())));
        const DeploymentId id = bench.failInstall(all[0]);
        QVERIFY(bench.deployments().reset(id, "anna").has_value());
        QVERIFY(bench.deployment(id).state == DeploymentState::waiting);
        QVERIFY(bench.deployment(id).cause == FailureCause::none);
        QVERIFY(failsWith(bench.deployments().reset(id, "anna"), BaseErrc::wrongState));
        QCOMPARE(bench.install(all[0]).value, id.value);
        QVERIFY(failsWith(bench.deployments().reset(id, "anna"), BaseErrc::wrongState));
        QVERIFY(failsWith(bench.deployments().reset({99}, "anna"), BaseErrc::notFound));
    }

    void aPlatformThatBecameOneWithoutAPackageFailsAsUnsupported() {
        ManagerBench bench;
        const TerminalId terminal = bench.add(aTerminal("t1"));
        bench.add(aTerminal("t2"));
        const RolloutId rollout = bench.start(aRollout(bench.add(aRelease())));
        Terminal changed = *bench.world().fleet.terminal(terminal);
        changed.platform = "amiga";
        bench.world().fleet.put(changed);
        QVERIFY(!bench.poll(terminal));
        const DeploymentId id = bench.world().rollouts.at(rollout).deployments.at(terminal);
        QVERIFY(bench.deployment(id).cause == FailureCause::unsupported);
    }

    void silenceBeyondTheTimeOutFails() {
        ManagerBench bench;
        const auto all = bench.addMany(3);
        bench.start(aRollout(bench.add(aRelease())).silentAtMost(Seconds(60)));
        const DeploymentId silent = bench.poll(all[0]);
        QVERIFY(!bench.permit(silent).empty());
        const DeploymentId noPermit = bench.poll(all[1]);
        bench.clock.advance(Seconds(59));
        bench.rollouts().timeOutSilent();
        QVERIFY(bench.deployment(silent).state == DeploymentState::offered);
        bench.clock.advance(Seconds(1));
        bench.rollouts().timeOutSilent();
        QVERIFY(bench.deployment(silent).state == DeploymentState::failed);
        QVERIFY(bench.deployment(silent).cause == FailureCause::timedOut);
        QVERIFY(bench.deployment(noPermit).state == DeploymentState::offered);
    }

    void aReportStartsTheTimeOutAnew() {
        ManagerBench bench;
        const auto all = bench.addMany(2);
        bench.start(aRollout(bench.add(aRelease())).silentAtMost(Seconds(60)));
        const DeploymentId id = bench.poll(all[0]);
        QVERIFY(!bench.permit(id).empty());
        bench.clock.advance(Seconds(59));
        QVERIFY(bench.report(id, DeploymentState::installing).has_value());
        bench.clock.advance(Seconds(59));
        bench.rollouts().timeOutSilent();
        QVERIFY(bench.deployment(id).state == DeploymentState::installing);
    }

    void theTimeOutOfAnOfflineInstallBeginsAtTheUpdateTime() {
        ManagerBench bench;
        const auto all = bench.addMany(2);
        const TimePoint update = bench.clock.now() + Seconds(6000);
        bench.start(aRollout(bench.add(aRelease())).updatedAt(update).offline().silentAtMost(Seconds(60)));
        const DeploymentId id = bench.poll(all[0]);
        QVERIFY(!bench.permit(id).empty());
        bench.clock.set(update + Seconds(59));
        bench.rollouts().timeOutSilent();
        QVERIFY(bench.deployment(id).state == DeploymentState::offered);
        bench.clock.set(update + Seconds(60));
        bench.rollouts().timeOutSilent();
        QVERIFY(bench.deployment(id).state == DeploymentState::failed);
    }

    void timeOutsCountForTheBreaker() {
        ManagerBench bench;
        const auto all = bench.addMany(5);
        const RolloutId rollout = bench.start(aRollout(bench.add(aRelease())).silentAtMost(Seconds(60)).breaker(1));
        for (int i = 0; i < 2; ++i)
            QVERIFY(!bench.permit(bench.poll(all[std::size_t(i)])).empty());
        bench.clock.advance(Seconds(60));
        bench.rollouts().timeOutSilent();
        QVERIFY(bench.stateOf(rollout) == RolloutState::paused);
        QVERIFY(bench.rollout(rollout).pausedByBreaker);
    }

    void aLateSuccessIsTheTruth() {
        ManagerBench bench;
        const auto all = bench.addMany(2);
        const RolloutId rollout = bench.start(aRollout(bench.add(aRelease())).silentAtMost(Seconds(60)));
        const DeploymentId id = bench.poll(all[0]);
        QVERIFY(!bench.permit(id).empty());
        bench.clock.advance(Seconds(60));
        bench.rollouts().timeOutSilent();
        QVERIFY(bench.report(id, DeploymentState::succeeded).has_value());
        QVERIFY(bench.deployment(id).state == DeploymentState::succeeded);
        QVERIFY(bench.deployment(id).cause == FailureCause::none);
        QCOMPARE(bench.world().rollouts.at(rollout).counts[0].failures(), std::uint64_t(0));
        QCOMPARE(bench.world().rollouts.at(rollout).counts[0].succeeded(), std::uint64_t(1));
    }

    void silenceInAStoppedRolloutEndsToo() {
        ManagerBench bench;
        const auto all = bench.addMany(2);
        const RolloutId rollout = bench.start(aRollout(bench.add(aRelease("1.0"))).silentAtMost(Seconds(60)));
        const DeploymentId id = bench.poll(all[0]);
        QVERIFY(!bench.permit(id).empty());
        QVERIFY(bench.rollouts().stop(rollout, "", "anna").has_value());
        bench.clock.advance(Seconds(60));
        bench.rollouts().timeOutSilent();
        QVERIFY(isFinal(bench.deployment(id).state));
        bench.start(aRollout(bench.add(aRelease("2.0"))));
        QVERIFY(bench.poll(all[0]));
    }

    void aClosedDeploymentTakesNoReports() {
        ManagerBench bench;
        const auto all = bench.addMany(2);
        bench.start(aRollout(bench.add(aRelease())));
        const DeploymentId id = bench.install(all[0]);
        QVERIFY(failsWith(bench.report(id, DeploymentState::failed, FailureCause::other), BaseErrc::wrongState));
        QVERIFY(bench.deployment(id).state == DeploymentState::succeeded);
    }

    void aTerminalReportsForItselfOnly() {
        ManagerBench bench;
        const auto all = bench.addMany(2);
        bench.start(aRollout(bench.add(aRelease())));
        const DeploymentId id = bench.poll(all[0]);
        manager::TerminalReport report;
        report.state = DeploymentState::succeeded;
        QVERIFY(failsWith(bench.deployments().report(all[1], id, report), BaseErrc::notFound));
        QVERIFY(failsWith(bench.deployments().report(all[1], {99}, report), BaseErrc::notFound));
        QVERIFY(failsWith(bench.deployments().cancelAnswered(all[1], id, true, ""), BaseErrc::notFound));
    }

    void aSuccessMovesTheInstalledVersion() {
        ManagerBench bench;
        const TerminalId terminal = bench.add(aTerminal("t1").running("till-software", "0.9"));
        bench.start(aRollout(bench.add(aRelease("1.0"))));
        QVERIFY(bench.install(terminal));
        bench.restart();
        QCOMPARE(bench.world().fleet.terminal(terminal)->installed.at("till-software"), std::string("1.0"));
    }

    void aRefusalByTheUserIsNoFailure() {
        ManagerBench bench;
        const auto all = bench.addMany(2);
        const RolloutId rollout = bench.start(aRollout(bench.add(aRelease())).breaker(0, 1));
        const DeploymentId id = bench.poll(all[0]);
        QVERIFY(bench.report(id, DeploymentState::refused).has_value());
        QVERIFY(bench.deployment(id).state == DeploymentState::refused);
        QVERIFY(bench.stateOf(rollout) == RolloutState::running);
        QVERIFY(!bench.poll(all[0]));
    }

    void aWaitingDeploymentIsCancelledAtOnce() {
        ManagerBench bench;
        const auto all = bench.addMany(2);
        bench.start(aRollout(bench.add(aRelease())).retries(1));
        const DeploymentId id = bench.failInstall(all[0], FailureCause::diskFull, DeploymentState::failed);
        QVERIFY(bench.deployments().cancel(id, "anna").has_value());
        QVERIFY(bench.deployment(id).state == DeploymentState::cancelled);
        QVERIFY(failsWith(bench.deployments().cancel(id, "anna"), BaseErrc::wrongState));
    }

    void theTerminalIsAskedToStopInEveryOtherState_data() {
        QTest::addColumn<int>("state");
        for (const auto state : {DeploymentState::offered, DeploymentState::downloading, DeploymentState::downloaded,
                                 DeploymentState::holding, DeploymentState::installing, DeploymentState::checking})
            QTest::addRow("state %d", static_cast<int>(state)) << static_cast<int>(state);
    }
    void theTerminalIsAskedToStopInEveryOtherState() {
        QFETCH(int, state);
        ManagerBench bench;
        const auto all = bench.addMany(2);
        bench.start(aRollout(bench.add(aRelease())));
        const DeploymentId id = bench.poll(all[0]);
        QVERIFY(bench.report(id, static_cast<DeploymentState>(state)).has_value());
        QVERIFY(bench.deployments().cancel(id, "anna").has_value());
        QVERIFY(bench.deployment(id).cancelRequested);
        QCOMPARE(static_cast<int>(bench.deployment(id).state), state);
        QCOMPARE(bench.pollForeign(all[0]).value, id.value);
        QVERIFY(bench.deployments().cancelAnswered(all[0], id, true, "stopped").has_value());
        QVERIFY(bench.deployment(id).state == DeploymentState::cancelled);
        QVERIFY(failsWith(bench.deployments().cancelAnswered(all[0], id, true, ""), BaseErrc::wrongState));
    }

    void aTerminalThatIsPastTheSwitchGoesOn() {
        ManagerBench bench;
        const auto all = bench.addMany(2);
        bench.start(aRollout(bench.add(aRelease())));
        const DeploymentId id = bench.poll(all[0]);
        QVERIFY(!bench.permit(id).empty());
        QVERIFY(bench.report(id, DeploymentState::installing).has_value());
        QVERIFY(bench.deployments().cancel(id, "anna").has_value());
        QVERIFY(bench.deployments().cancelAnswered(all[0], id, false, "too late").has_value());
        QVERIFY(bench.deployment(id).state == DeploymentState::installing);
        QVERIFY(!bench.deployment(id).cancelRequested);
        QVERIFY(bench.report(id, DeploymentState::succeeded).has_value());
    }

    void aResultWhileBeingCancelledCounts() {
        ManagerBench bench;
        const auto all = bench.addMany(2);
        bench.start(aRollout(bench.add(aRelease())).retries(3));
        const DeploymentId good = bench.poll(all[0]);
        QVERIFY(bench.deployments().cancel(good, "anna").has_value());
        QVERIFY(bench.report(good, DeploymentState::succeeded).has_value());
        QVERIFY(bench.deployment(good).state == DeploymentState::succeeded);
        const DeploymentId bad = bench.poll(all[1]);
        QVERIFY(bench.deployments().cancel(bad, "anna").has_value());
        QVERIFY(bench.report(bad, DeploymentState::failed, FailureCause::diskFull).has_value());
        QVERIFY2(bench.deployment(bad).state == DeploymentState::failed, "no retry of what was cancelled");
    }

    void aForeignClientSeesNothingThatItWouldSkip() {
        ManagerBench bench;
        const auto all = bench.addMany(2);
        const TimePoint update = bench.clock.now() + Seconds(600);
        const RolloutId rollout = bench.start(aRollout(bench.add(aRelease())).updatedAt(update));
        QVERIFY(!bench.pollForeign(all[0]));
        QVERIFY(bench.poll(all[1]));
        bench.clock.set(update);
        const DeploymentId id = bench.pollForeign(all[0]);
        QVERIFY(id);
        QVERIFY(!bench.permit(id).empty());
        QVERIFY(bench.rollouts().pause(rollout, "", "anna").has_value());
        QVERIFY(!bench.pollForeign(all[0]));
        QVERIFY(bench.rollouts().resume(rollout, "anna").has_value());
        QCOMPARE(bench.pollForeign(all[0]).value, id.value);
    }

    void removingATerminalCancelsItsDeployment() {
        ManagerBench bench;
        const auto all = bench.addMany(2);
        bench.start(aRollout(bench.add(aRelease())));
        const DeploymentId id = bench.poll(all[0]);
        QVERIFY(bench.inventory().removeTerminal("t1", "anna").has_value());
        QVERIFY(bench.deployment(id).state == DeploymentState::cancelled);
    }

    void aNewTerminalInheritsNothingFromOneThatWasRemoved() {
        ManagerBench bench;
        const auto all = bench.addMany(2);
        bench.start(aRollout(bench.add(aRelease())));
        QVERIFY(bench.failInstall(all[1]));
        QVERIFY(bench.inventory().removeTerminal("t2", "anna").has_value());
        bench.restart();
        const TerminalId anew = bench.add(aTerminal("t2"));
        QVERIFY(anew != all[1]);
        QVERIFY(bench.world().deploymentsOf(anew).empty());
    }

    void keepsTextsWholeWhereItCutsThem() {
        ManagerBench bench;
        const auto all = bench.addMany(2);
        bench.start(aRollout(bench.add(aRelease())));
        const DeploymentId id = bench.poll(all[0]);
        manager::TerminalReport report;
        report.state = DeploymentState::installing;
        report.message = "x";
        for (int i = 0; i < 600; ++i)
            report.message += "\xc3\xa4";
        report.logTail = report.message;
        for (int i = 0; i < 5000; ++i)
            report.logTail += "\xe2\x82\xac";
        QVERIFY(bench.deployments().report(all[0], id, report).has_value());
        QVERIFY(bench.deployment(id).message.size() <= 512);
        QVERIFY(bench.deployment(id).logTail.size() <= 8192);
        QVERIFY(isUtf8(bench.deployment(id).message));
        QVERIFY(isUtf8(bench.deployment(id).logTail));
    }

    void feedbackOfOneDeploymentIsBounded() {
        ManagerBench bench;
        const auto all = bench.addMany(2);
        bench.start(aRollout(bench.add(aRelease())));
        const DeploymentId id = bench.poll(all[0]);
        int taken = 0;
        for (int i = 0; i < 1200; ++i)
            if (bench.report(id, i % 2 ? DeploymentState::installing : DeploymentState::checking)) ++taken;
        QVERIFY(taken <= 1000);
        QVERIFY(failsWith(bench.report(id, DeploymentState::installing), BaseErrc::tooLarge));
        QVERIFY2(bench.report(id, DeploymentState::succeeded).has_value(), "the end is always taken");
    }

    void theChainIsMadeOfProvenNodesOfTheTerminalsCluster() {
        ManagerBench bench;
        bench.inventory().createCluster("north", "anna").value();
        const TerminalId terminal = bench.add(aTerminal("t1"));
        const ReleaseId release = bench.add(aRelease());
        const NodeId away = bench.addNode("away");
        const NodeId online = bench.addNode("online");
        const NodeId unproven = bench.addNode("unproven");
        const NodeId elsewhere = bench.addNode("elsewhere", "north");
        for (const NodeId node : {away, online, elsewhere})
            bench.setCopy(node, release, CopyState::proven);
        bench.setCopy(unproven, release, CopyState::sending);
        bench.world().nodes[online].online = true;
        std::vector<std::string> names;
        for (const Node& node : manager::chainOf(bench.world(), *bench.world().fleet.terminal(terminal), release))
            names.push_back(node.name);
        QCOMPARE(names, (std::vector<std::string>{"online", "away"}));
    }

    void saysWhyEveryOpenDeploymentWaits() {
        ManagerBench bench;
        const auto all = bench.addMany(2);
        bench.start(aRollout(bench.add(aRelease())).retries(1).updatedAt(bench.clock.now() + Seconds(60)));
        const DeploymentId id = bench.poll(all[0]);
        QVERIFY(!manager::Waiting(bench.engine()).of(bench.deployment(id)).reason.empty());
        bench.clock.advance(Seconds(60));
        QVERIFY(!manager::Waiting(bench.engine()).of(bench.deployment(id)).reason.empty());
        QVERIFY(bench.report(id, DeploymentState::failed, FailureCause::diskFull).has_value());
        QVERIFY(!manager::Waiting(bench.engine()).of(bench.deployment(id)).reason.empty());
    }
};

QTEST_GUILESS_MAIN(TestDeployments)
#include "tst_deployments.moc"
