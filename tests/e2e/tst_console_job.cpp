// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <signal.h>
#include <unistd.h>

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QWizard>
#include <memory>
#include <vector>

#include "tests/support/console_pilot.h"
#include "tests/support/console_shell.h"

using namespace signalbox;
using namespace signalbox::test;
using signalbox::ui::LinkState;

namespace {

constexpr int kPatience = 60000;
const QString kProduct = QStringLiteral("ninja");
const QString kFirst = QStringLiteral("1.11.1");
const QString kSecond = QStringLiteral("1.11.2");

QString shell(const QString& script) {
    QProcess process;
    process.start(QStringLiteral("/bin/sh"), {QStringLiteral("-euc"), script});
    process.waitForFinished(-1);
    return process.exitCode() == 0 ? QString() : script + QString::fromUtf8(process.readAllStandardError());
}

QString platform() {
    const QString machine = QSysInfo::currentCpuArchitecture();
    return machine == QLatin1String("x86_64") ? QStringLiteral("linux-amd64") : QStringLiteral("linux-") + machine;
}

QStringList filesBelow(const QString& folder) {
    QStringList names;
    for (QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
         it.hasNext();)
        names.append(QDir(folder).relativeFilePath(it.next()));
    names.sort();
    return names;
}

QByteArray bytesOf(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The first file in which two trees differ; empty where they are equal to the byte.
QString difference(const QString& expected, const QString& actual) {
    const QStringList names = filesBelow(expected);
    if (names.isEmpty()) return QStringLiteral("nothing is expected");
    if (names != filesBelow(actual)) return QStringLiteral("other files: ") + filesBelow(actual).join(QLatin1Char(' '));
    for (const QString& name : names) {
        const QString one = QDir(expected).filePath(name);
        const QString other = QDir(actual).filePath(name);
        if (bytesOf(one) != bytesOf(other) || QFileInfo(one).isExecutable() != QFileInfo(other).isExecutable())
            return name;
    }
    return {};
}

}  // namespace

/// The main job as a person does it, from the first start to a rollout that failed and was mended. One story: each slot
/// begins where the one before ended.
class ConsoleJobTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QTemporaryDir m_packages;
    QTemporaryDir m_nodeHome;
    QTemporaryDir m_terminalHome;
    std::unique_ptr<Console> m_console;
    std::vector<std::unique_ptr<ConsoleShell>> m_shells;

    [[nodiscard]] QString manager() const { return QDir(m_folder.path()).filePath(QStringLiteral("manager")); }
    [[nodiscard]] QString package(const QString& name) const { return QDir(m_packages.path()).filePath(name); }
    [[nodiscard]] QString installed() const {
        return QDir(m_terminalHome.path())
            .filePath(QStringLiteral("signalbox/") + kProduct + QStringLiteral("/current"));
    }
    [[nodiscard]] QString licence() const { return m_terminalHome.filePath(QStringLiteral("licence")); }
    [[nodiscard]] pid_t managerProcess() const {
        return bytesOf(QDir(manager()).filePath(QStringLiteral("manager.pid"))).toInt();
    }

    bool paste(const QString& name, const QString& home) {
        QGuiApplication::clipboard()->clear();
        if (!press(name)) return false;
        QString command = onThisMachine(QGuiApplication::clipboard()->text());
        // What the agent's machine must allow where the agent is root.
        if (::geteuid() == 0)
            command.replace(QStringLiteral("--root ~/signalbox"),
                            QStringLiteral("--root ~/signalbox --allow-root ") + kProduct);
        m_shells.push_back(std::make_unique<ConsoleShell>(home, QStringLiteral(SIGNALBOX_PROGRAMS), command));
        return true;
    }
    /// From a click on "Plan a rollout" on a release to the end of the wizard.
    bool rollOut() {
        if (!press(QStringLiteral("rollOutRelease")) || !shows(QStringLiteral("wizardName"), kProduct)) return false;
        const auto next = [] {
            auto* const wizard = qobject_cast<QWizard*>(control(QStringLiteral("rolloutWizard")));
            return wizard && press(wizard->button(QWizard::NextButton));
        };
        return next() && type(QStringLiteral("wizardAudienceText"), QStringLiteral("platform==") + platform()) &&
               shows(QStringLiteral("wizardCount"), QStringLiteral("1 terminal")) && next() && next() &&
               choose(QStringLiteral("phasePattern"), QStringLiteral("All at once")) &&
               type(QStringLiteral("wizardRetries"), QStringLiteral("0")) && next() &&
               press(QStringLiteral("wizardStart")) && press(QStringLiteral("qt_wizard_finish"));
    }
    bool approve() {
        return goTo(QStringLiteral("approvalsPage")) && press(QStringLiteral("approve")) &&
               press(QStringLiteral("approvalLooked")) && press(QStringLiteral("approvalGive")) &&
               shows(QStringLiteral("approvalsPage"), QStringLiteral("Nothing waits for approval"));
    }

private Q_SLOTS:
    void initTestCase() {
        const QString tree = package(kProduct + QLatin1Char('-') + kSecond);
        const QString script = QStringLiteral(
            "mkdir '%1'; dpkg -L ninja-build | sed -n 's,^/\\(usr/..*\\),\\1,p' |"
            " tar -C / --no-recursion --ignore-failed-read -T - -cf - | tar -C '%1' --strip-components=1 -xf -;"
            "cp -a '%1' '%2'; tar -C '%2' -czf '%3' .; echo 'Nothing new.' >'%1/NEWS'");
        QCOMPARE(shell(script.arg(tree, package(QStringLiteral("first")),
                                  package(kProduct + QLatin1Char('-') + kFirst + QLatin1Char('-') + platform() +
                                          QStringLiteral(".tar.gz")))),
                 QString());
    }
    void cleanupTestCase() {
        m_console.reset();
        m_shells.clear();
        if (managerProcess() > 1 && ui::isManagerOf(managerProcess(), manager())) ::kill(managerProcess(), SIGKILL);
    }

    void theFirstRunEndsWithANodeAndATerminal() {
        ConsoleOptions options = consoleIn(m_folder, QStringLiteral(SIGNALBOX_PROGRAMS));
        options.managerArguments = {QStringLiteral("--poll-interval"), QStringLiteral("1")};
        m_console = std::make_unique<Console>(options);
        m_console->start();
        QVERIFY(press(QStringLiteral("manageHere")));
        QVERIFY(type(QStringLiteral("addressText"), QStringLiteral("127.0.0.1")));
        QVERIFY(press(QStringLiteral("addressStart")));
        QVERIFY(press(QStringLiteral("keySkip")));
        QVERIFY(paste(QStringLiteral("nodeCopy"), m_nodeHome.path()));
        QVERIFY(paste(QStringLiteral("terminalCopy"), m_terminalHome.path()));
        QVERIFY(shows(QStringLiteral("nodeState"), QStringLiteral("has joined")));
        QVERIFY(shows(QStringLiteral("terminalState"), QStringLiteral("has joined")));
        QVERIFY(press(QStringLiteral("joinDone")));
    }

    void anArchiveIsImportedAndApproved() {
        QVERIFY(goTo(QStringLiteral("releasesPage")));
        QVERIFY(shows(QStringLiteral("releasesPage"), QStringLiteral("No releases yet")));
        QVERIFY(press(QStringLiteral("emptyStateAction")));
        QVERIFY(press(QStringLiteral("importFile")));
        QVERIFY(chooseFile(
            package(kProduct + QLatin1Char('-') + kFirst + QLatin1Char('-') + platform() + QStringLiteral(".tar.gz"))));
        QVERIFY(shows(QStringLiteral("importDialog"), QStringLiteral("An archive")));
        QCOMPARE(shownText(QStringLiteral("importProduct")), kProduct);
        QCOMPARE(shownText(QStringLiteral("importVersion")), kFirst);
        QCOMPARE(shownText(QStringLiteral("importPlatform")), platform());
        QVERIFY(type(QStringLiteral("recipeRunCheck"), QStringLiteral("./bin/ninja --version")));
        QVERIFY(press(QStringLiteral("importStart")));
        QVERIFY(shows(QStringLiteral("releasesPage"), QStringLiteral("An approver must look at it")));
        QVERIFY(approve());
    }

    void itsRolloutReachesTheTerminalAndFinishes() {
        QVERIFY(goTo(QStringLiteral("releasesPage")));
        QVERIFY(rollOut());
        QVERIFY(shows(QStringLiteral("rolloutNotice"), QStringLiteral("Finished")));
        QVERIFY(shows(QStringLiteral("phaseLadder"), QStringLiteral("Passed")));
        QVERIFY(writtenIn(QStringLiteral("phaseLadder")).contains(QStringLiteral("1 succeeded")));
        QCOMPARE(difference(package(QStringLiteral("first")), installed()), QString());
    }

    void aFolderWhoseCheckFailsPausesItsRolloutAndIsTakenBack() {
        QVERIFY(goTo(QStringLiteral("releasesPage")));
        QVERIFY(press(QStringLiteral("importRelease")));
        QVERIFY(press(QStringLiteral("importFolder")));
        QVERIFY(chooseFile(package(kProduct + QLatin1Char('-') + kSecond)));
        QVERIFY(shows(QStringLiteral("importDialog"), QStringLiteral("A folder")));
        QCOMPARE(shownText(QStringLiteral("importVersion")), kSecond);
        QVERIFY(type(QStringLiteral("importPlatform"), platform()));
        QVERIFY(type(QStringLiteral("recipeRunCheck"), QStringLiteral("/usr/bin/test -f ") + licence()));
        QVERIFY(press(QStringLiteral("importStart")));
        QVERIFY(shows(QStringLiteral("releasesPage"), kSecond));
        QVERIFY(shows(QStringLiteral("releasesPage"), QStringLiteral("An approver must look at it")));
        QVERIFY(approve());
        QVERIFY(goTo(QStringLiteral("releasesPage")));
        QVERIFY(rollOut());
        QVERIFY(shows(QStringLiteral("rolloutNotice"), QStringLiteral("Paused by the breaker")));
        QCOMPARE(difference(package(QStringLiteral("first")), installed()), QString());
    }

    void aManagerThatIsKilledIsFoundAgainWithAllOfIt() {
        const pid_t process = managerProcess();
        QVERIFY(ui::isManagerOf(process, manager()));
        ::kill(process, SIGKILL);
        QTRY_VERIFY_WITH_TIMEOUT(m_console->link().state() != LinkState::live, kPatience);
        QVERIFY(shows(QStringLiteral("dataAge"), QStringLiteral("live")));
        QVERIFY(managerProcess() != process);
        QVERIFY(shows(QStringLiteral("rolloutNotice"), QStringLiteral("Paused by the breaker")));
    }

    void theCauseIsShownAndARetrySucceedsOnceItIsMended() {
        QVERIFY(press(QStringLiteral("showFailures")));
        QVERIFY(shows(QStringLiteral("failuresPage"), QStringLiteral("The run check said no")));
        QCOMPARE(shell(QStringLiteral("touch '%1'").arg(licence())), QString());
        QVERIFY(press(QStringLiteral("retryGroup")));
        QVERIFY(press(QStringLiteral("questionYes")));
        const auto* const tasks = qobject_cast<QTableWidget*>(control(QStringLiteral("taskTable")));
        QVERIFY(tasks);
        QTRY_COMPARE_WITH_TIMEOUT(tasks->item(0, 1)->text(), QStringLiteral("Done"), kPatience);
        QVERIFY(goTo(QStringLiteral("rolloutsPage")));
        QVERIFY(press(QStringLiteral("resumeRollout")));
        QVERIFY(press(QStringLiteral("questionYes")));
        QVERIFY(shows(QStringLiteral("rolloutNotice"), QStringLiteral("Finished")));
        QCOMPARE(difference(package(kProduct + QLatin1Char('-') + kSecond), installed()), QString());
    }

    void afterwardsNothingIsCalledAFailure() {
        QVERIFY(goTo(QStringLiteral("failuresPage")));
        QVERIFY(shows(QStringLiteral("failuresPage"), QStringLiteral("Nothing failed")));
        QVERIFY(goTo(QStringLiteral("overviewPage")));
        QVERIFY(shows(QStringLiteral("overviewPage"), QStringLiteral("Nothing failed in what runs now")));
    }
};

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    ConsoleJobTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_console_job.moc"
