// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <map>

#include "tests/support/one_terminal.h"
#include "tests/support/package_trees.h"

using namespace signalbox;
using namespace signalbox::test;

/// Versions that need the machine to be started again; it is by another agent on the same folder, and another boot id.
class TestReboot : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<OneTerminal> m_world;
    std::map<std::string, TestPackage> m_packages;

    /// A version that appends what is run to root/log.
    const TestPackage& package(const std::string& version, const RebootRule& rule, const std::string& check = "exit 0",
                               const std::string& restart = "exit 0") {
        const fs::path tree = m_world->path("tree-" + version);
        const std::string log = " $SIGNALBOX_VERSION >> \"$SIGNALBOX_ROOT/log\"\n";
        writeFile(tree / "version", version);
        writeFile(tree / "restart", "#!/bin/sh\necho restart" + log + restart + "\n", 0755);
        writeFile(tree / "check", "#!/bin/sh\necho check" + log + check + "\n", 0755);
        Recipe recipe;
        recipe.restart.arguments = {"./restart"};
        recipe.runCheck.arguments = {"./check"};
        recipe.reboot = rule;
        return m_packages[version] = makePackage("kiosk", version, recipe, tree);
    }
    TestMachine& machine() { return m_world->terminal->machine; }
    std::string log() const { return contentOf(m_world->terminal->root() / "log"); }
    std::string current() const { return m_world->terminal->current("kiosk", "version"); }
    bool begins(const TestPackage& package, std::int64_t deployment) {
        m_world->permit(package, deployment);
        if (!m_world->started) m_world->terminal->start(m_world->manager);
        m_world->started = true;
        return m_world->eagerly([&] { return machine().asked > 0; });
    }
    /// Version 1 runs, and needed no reboot.
    void installOld() { QVERIFY(m_world->install(package("1.0", {}), 1)); }

    /// The restart of 2.0 ends when the permit is over, and the manager gives no other.
    void closeWindowMeanwhile() {
        const fs::path over = m_world->path("over");
        const std::string wait = "while [ ! -e " + over.string() + " ]; do sleep 0.05; done";
        m_world->permit(package("2.0", {RebootWhen::always, 0, ""}, "exit 0", wait), 2);
        m_world->manager.onFeedback = [this, over](const SeenFeedback& seen) {
            if (seen.state != "installing" || fs::exists(over)) return;
            m_world->manager.offer->permit.reset();
            m_world->manager.offer->holdReason = "its window opens later";
            m_world->terminal->clock.shift = Seconds(2 * 3600);
            writeFile(over, "");
        };
    }

private Q_SLOTS:
    void initTestCase() { terminal::platform::prepareProcess(); }
    void init() { m_world = std::make_unique<OneTerminal>(); }
    void cleanup() {
        m_world.reset();
        m_packages.clear();
    }

    void theRunCheckComesAfterTheReboot() {
        installOld();
        QVERIFY(begins(package("2.0", {RebootWhen::always, 0, ""}), 2));
        QCOMPARE(log(), std::string("restart 1.0\ncheck 1.0\nrestart 2.0\n"));
        QCOMPARE(m_world->manager.last("checking"), nullptr);
        m_world->startAgain("second boot");
        QVERIFY(m_world->waitFor("succeeded"));
        QCOMPARE(log(), std::string("restart 1.0\ncheck 1.0\nrestart 2.0\ncheck 2.0\n"));
        QCOMPARE(current(), std::string("2.0"));
        QCOMPARE(int(machine().asked), 1);
    }

    void anAgentThatStartsWithoutTheMachineWaitsOn() {
        installOld();
        QVERIFY(begins(package("2.0", {RebootWhen::always, 0, ""}), 2));
        m_world->startAgain();
        QVERIFY(m_world->eagerly([&] { return machine().asked > 1; }));
        QCOMPARE(log(), std::string("restart 1.0\ncheck 1.0\nrestart 2.0\n"));
        m_world->startAgain("second boot");
        QVERIFY(m_world->waitFor("succeeded"));
    }

    void aVersionThatFailsAfterTheRebootIsTakenBackWithAnother() {
        installOld();
        QVERIFY(begins(package("2.0", {RebootWhen::always, 0, ""}, "exit 1"), 2));
        m_world->startAgain("second boot");
        QVERIFY(m_world->waitFor("rolledBack"));
        QVERIFY(m_world->eagerly([&] { return machine().asked == 2; }));
        QCOMPARE(current(), std::string("1.0"));
        QCOMPARE(m_world->manager.last("rolledBack")->cause, std::string("runCheckFailed"));
    }

    void anExitCodeAsksForIt() {
        installOld();
        QVERIFY(m_world->install(package("2.0", {RebootWhen::exitCode, 194, ""}), 2));
        QCOMPARE(int(machine().asked), 0);
        QVERIFY(begins(package("3.0", {RebootWhen::exitCode, 194, ""}, "exit 0", "exit 194"), 3));
        m_world->startAgain("second boot");
        QVERIFY(m_world->waitFor("succeeded"));
        QCOMPARE(current(), std::string("3.0"));
    }

    void anotherExitCodeIsAFailure() {
        installOld();
        m_world->permit(package("2.0", {RebootWhen::exitCode, 194, ""}, "exit 0", "exit 195"), 2);
        QVERIFY(m_world->waitFor("rolledBack"));
        QCOMPARE(m_world->manager.last("rolledBack")->cause, std::string("restartFailed"));
    }

    void aFileAsksForIt() {
        installOld();
        const fs::path file = m_world->path("reboot-required");
        QVERIFY(m_world->install(package("2.0", {RebootWhen::file, 0, file.string()}), 2));
        QCOMPARE(int(machine().asked), 0);
        QVERIFY(begins(package("3.0", {RebootWhen::file, 0, file.string()}, "exit 0", "touch " + file.string()), 3));
        m_world->startAgain("second boot");
        QVERIFY(m_world->waitFor("succeeded"));
    }

    /// The window closes while the version is installed: the reboot waits for the next, and the manager hears why.
    void aRebootWaitsForItsWindow() {
        installOld();
        closeWindowMeanwhile();
        QVERIFY(m_world->waitFor("holding"));
        QVERIFY(m_world->manager.last("holding")->message.find("its window opens later") != std::string::npos);
        QCOMPARE(int(machine().asked), 0);
        QCOMPARE(m_world->terminal->agent().deployer().journal()->state(), DeploymentState::holding);
        m_world->terminal->clock.shift = Seconds(0);
        m_world->manager.offer->permit = m_world->manager.permitFor(*m_world->manager.offer, "till-1");
        QVERIFY(m_world->eagerly([&] { return machine().asked == 1; }));
        m_world->startAgain("second boot");
        QVERIFY(m_world->waitFor("succeeded"));
        QCOMPARE(current(), std::string("2.0"));
    }

    void whatIsCancelledBeforeItsRebootIsTakenBack() {
        installOld();
        closeWindowMeanwhile();
        QVERIFY(m_world->waitFor("holding"));
        m_world->manager.cancel = 2;
        QVERIFY(
            m_world->eagerly([&] { return current() == "1.0" && !m_world->terminal->agent().deployer().active(); }));
        QVERIFY(m_world->eagerly([&] { return m_world->manager.feedback.back().door == "cancelAction"; }));
        QCOMPARE(m_world->manager.feedback.back().finished, std::string("success"));
        QCOMPARE(int(machine().asked), 0);
    }

    void whatIsNotOfferedAnyMoreIsTakenBack() {
        installOld();
        closeWindowMeanwhile();
        QVERIFY(m_world->waitFor("holding"));
        m_world->manager.offer.reset();
        QVERIFY(m_world->waitFor("rolledBack"));
        QCOMPARE(current(), std::string("1.0"));
        QCOMPARE(int(machine().asked), 0);
    }

    void aMachineThatMayNotBeRebootedTakesTheVersionBack() {
        installOld();
        machine().refuses = true;
        m_world->permit(package("2.0", {RebootWhen::always, 0, ""}), 2);
        QVERIFY(m_world->waitFor("rolledBack"));
        QCOMPARE(m_world->manager.last("rolledBack")->cause, std::string("restartFailed"));
        QCOMPARE(current(), std::string("1.0"));
    }
};

QTEST_GUILESS_MAIN(TestReboot)
#include "tst_reboot.moc"
