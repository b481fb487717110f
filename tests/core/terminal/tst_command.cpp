// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <fstream>

#include "core/terminal/platform/platform.h"
#include "core/terminal/report.h"

using namespace signalbox;
using namespace signalbox::terminal;

/// Real processes.
class TestCommand : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<CommandRunner> m_runner = platform::makeCommandRunner();

    Result<CommandOutcome> shell(const std::string& script, Milliseconds timeout = Milliseconds(20000)) {
        CommandSpec spec;
        spec.arguments = {"/bin/sh", "-c", script};
        spec.workingDirectory = "/";
        spec.timeout = timeout;
        spec.environment = {"PATH=/usr/bin:/bin", "A=1"};
        return m_runner->run(spec);
    }

private Q_SLOTS:
    void givesExitCodeAndBothOutputs() {
        const auto outcome = shell("echo out; echo err >&2; exit 3");
        QVERIFY(outcome);
        QCOMPARE(outcome->end, CommandOutcome::End::exited);
        QCOMPARE(outcome->code, 3);
        QCOMPARE(outcome->logTail, std::string("out\nerr\n"));
    }

    void tellsASignal() {
        const auto outcome = shell("kill -11 $$");
        QVERIFY(outcome);
        QCOMPARE(outcome->end, CommandOutcome::End::signalled);
        QCOMPARE(outcome->code, SIGSEGV);
    }

    void hasNothingOfOurEnvironment() {
        ::setenv("SIGNALBOX_SECRET", "s", 1);
        const auto outcome = shell("env | sort | grep -v '^PWD\\|^_\\|^SHLVL\\|^OLDPWD'");
        QVERIFY(outcome);
        QCOMPARE(outcome->logTail, std::string("A=1\nPATH=/usr/bin:/bin\n"));
    }

    void inheritsNoOpenFile() {
        std::ifstream open("/dev/null");
        const auto outcome = shell("ls /proc/self/fd | wc -l");
        QVERIFY(outcome);
        QCOMPARE(outcome->logTail, std::string("4\n"));  // 0, 1, 2 and the folder that ls reads
    }

    void keepsTheEndOfMuchOutput() {
        const auto outcome = shell("seq 1 100000");
        QVERIFY(outcome);
        QVERIFY(outcome->logTail.size() <= kMaxLogTail);
        QVERIFY(outcome->logTail.ends_with("99999\n100000\n"));
    }

    void endsTheWholeGroupAtTheTimeOut() {
        QTemporaryDir folder;
        const std::string file = folder.filePath(QStringLiteral("pid")).toStdString();
        const auto outcome = shell("sh -c 'trap \"\" TERM; echo $$ > " + file + "; while :; do sleep 0.1; done' & wait",
                                   Milliseconds(700));
        QVERIFY(outcome);
        QCOMPARE(outcome->end, CommandOutcome::End::timedOut);
        pid_t stubborn = 0;
        std::ifstream(file) >> stubborn;
        QVERIFY(stubborn > 0);
        QTRY_VERIFY(::kill(stubborn, 0) != 0);
    }

    void doesNotWaitForWhatARestartLeavesRunning() {
        const auto outcome = shell("sleep 5 & echo $!");
        QVERIFY(outcome);
        QVERIFY(outcome->good());
        const pid_t left = std::stoi(outcome->logTail);
        QCOMPARE(::kill(left, 0), 0);
        ::kill(left, SIGKILL);
    }

    void endsWhatARunCheckLeavesRunning() {
        CommandSpec spec;
        spec.arguments = {"/bin/sh", "-c", "sleep 600 & echo $!"};
        spec.workingDirectory = "/";
        spec.endGroup = true;
        const auto outcome = m_runner->run(spec);
        QVERIFY(outcome);
        const pid_t left = std::stoi(outcome->logTail);
        QTRY_VERIFY(::kill(left, 0) != 0);
    }

    void saysWhyItCannotStart() {
        CommandSpec spec;
        spec.arguments = {"./none"};
        spec.workingDirectory = "/";
        const auto outcome = m_runner->run(spec);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code.value(), ENOENT);
    }

    void rootRunsOnlyWhatIsAllowed() {
        const bool root = ::geteuid() == 0;
        Recipe recipe;
        recipe.runCheck.arguments = {"/bin/true"};
        QCOMPARE(m_runner->mayRun(recipe, "kiosk", {"till"}).has_value(), !root);
        QVERIFY(m_runner->mayRun(recipe, "kiosk", {"till", "kiosk"}));
        recipe.user = "root";
        QVERIFY(!m_runner->mayRun(recipe, "kiosk", {}));
        recipe.user = "nobody";
        QCOMPARE(m_runner->mayRun(recipe, "kiosk", {}).has_value(), root);
        recipe.user = "no such user";
        QVERIFY(!m_runner->mayRun(recipe, "kiosk", {"kiosk"}));
    }

    void aRecipeWithoutCommandsNeedsNoLeave() { QVERIFY(m_runner->mayRun(Recipe(), "kiosk", {})); }

    void oneAgentAFolder() {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("lock")).toStdString();
        QVERIFY(!platform::isLocked(file));
        {
            const auto first = platform::FolderLock::take(file);
            QVERIFY(first);
            QVERIFY(platform::isLocked(file));
            const auto second = platform::FolderLock::take(file);
            QVERIFY(!second);
            QVERIFY(second.error().code == BaseErrc::alreadyExists);
        }
        QVERIFY(!platform::isLocked(file));
    }
};

QTEST_GUILESS_MAIN(TestCommand)
#include "tst_command.moc"
