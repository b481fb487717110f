// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <signal.h>

#include <QAbstractItemView>
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>
#include <memory>
#include <vector>

#include "tests/support/console_pilot.h"
#include "tests/support/console_shell.h"

using namespace signalbox;
using namespace signalbox::test;
using signalbox::ui::CurrentManager;
using signalbox::ui::LinkState;

namespace {

constexpr int kPatience = 60000;

}  // namespace

class ConsoleTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QTemporaryDir m_nodeHome;
    QTemporaryDir m_terminalHome;
    std::unique_ptr<Console> m_console;
    std::vector<std::unique_ptr<ConsoleShell>> m_shells;

    QString manager() const { return QDir(m_folder.path()).filePath(QStringLiteral("manager")); }
    pid_t managerProcess() const {
        QFile file(QDir(manager()).filePath(QStringLiteral("manager.pid")));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toInt() : 0;
    }
    void openConsole() {
        m_console = std::make_unique<Console>(consoleIn(m_folder, QStringLiteral(SIGNALBOX_PROGRAMS)));
        m_console->start();
    }
    /// Copies a command by its button and pastes it into a shell.
    bool paste(const QString& name, const QString& home) {
        QGuiApplication::clipboard()->clear();
        if (!press(name)) return false;
        const QString command = QGuiApplication::clipboard()->text();
        if (!command.contains(QStringLiteral("sbj1."))) return false;
        m_shells.push_back(
            std::make_unique<ConsoleShell>(home, QStringLiteral(SIGNALBOX_PROGRAMS), onThisMachine(command)));
        return true;
    }

private Q_SLOTS:
    void cleanupTestCase() {
        m_console.reset();
        m_shells.clear();
        if (managerProcess() > 1 && ui::isManagerOf(managerProcess(), manager())) ::kill(managerProcess(), SIGKILL);
    }

    void theFirstRunStartsAManagerWithoutAQuestionTooMany() {
        openConsole();
        QVERIFY(press(QStringLiteral("manageHere")));
        QVERIFY(type(QStringLiteral("addressText"), QStringLiteral("127.0.0.1")));
        QVERIFY(press(QStringLiteral("addressStart")));
        QVERIFY(press(QStringLiteral("keySkip")));
        QVERIFY(shows(QStringLiteral("nodeCommand"), QStringLiteral("signalbox-node join sbj1.")));
        QCOMPARE(m_console->link().state(), LinkState::live);
        QVERIFY(ui::managerRuns(manager()));
    }

    void nodeAndTerminalAppearAsTheyJoin() {
        QVERIFY(paste(QStringLiteral("nodeCopy"), m_nodeHome.path()));
        QVERIFY(shows(QStringLiteral("nodeState"), QStringLiteral("has joined")));
        QVERIFY(paste(QStringLiteral("terminalCopy"), m_terminalHome.path()));
        QVERIFY(shows(QStringLiteral("terminalState"), QStringLiteral("has joined")));
        QVERIFY(press(QStringLiteral("joinDone")));
        QTRY_VERIFY(!control(QStringLiteral("firstRun")));
    }

    void everyPageOpensByKeyboard() {
        auto* const navigation = qobject_cast<QListWidget*>(control(QStringLiteral("navigation")));
        QVERIFY(navigation);
        m_console->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_console->window(), kPatience));
        for (int row = 0; row < navigation->count(); ++row) {
            QTest::keyClick(&m_console->window(), static_cast<Qt::Key>(Qt::Key_1 + row % 9), Qt::ControlModifier);
            if (row < 9) QTRY_COMPARE(navigation->currentRow(), row);
            QVERIFY(m_console->window().isVisible());
        }
    }

    void theTerminalIsInTheTable() {
        m_console->window().showPage(QStringLiteral("terminalsPage"));
        QTRY_VERIFY_WITH_TIMEOUT(
            [this] {
                const auto views = m_console->window().findChildren<QAbstractItemView*>();
                return std::any_of(views.begin(), views.end(), [](const QAbstractItemView* view) {
                    return view->isVisible() && view->objectName() != QLatin1String("navigation") && view->model() &&
                           view->model()->rowCount() == 1 && view->model()->columnCount() > 2;
                });
            }(),
            kPatience);
        QVERIFY(shows(QStringLiteral("dataAge"), QStringLiteral("live")));
    }

    void theManagerGoesOnWhenTheConsoleEndsAndIsFoundAgain() {
        const pid_t process = managerProcess();
        m_console.reset();
        QVERIFY(ui::isManagerOf(process, manager()));
        openConsole();
        QVERIFY(shows(QStringLiteral("dataAge"), QStringLiteral("live")));
        QVERIFY(!control(QStringLiteral("firstRun")));
        QCOMPARE(managerProcess(), process);
        QCOMPARE(m_console->choice().current().kind, CurrentManager::Kind::embedded);
    }

    void aManagerThatIsKilledComesBackAndTheWindowSaysWhatHappens() {
        const pid_t process = managerProcess();
        ::kill(process, SIGKILL);
        QTRY_VERIFY_WITH_TIMEOUT(m_console->link().state() != LinkState::live, kPatience);
        QVERIFY(!shownText(QStringLiteral("dataAge")).contains(QStringLiteral("live")));
        QTRY_COMPARE_WITH_TIMEOUT(m_console->link().state(), LinkState::live, kPatience);
        QVERIFY(shows(QStringLiteral("dataAge"), QStringLiteral("live")));
        QVERIFY(managerProcess() != process);
    }

    void aConsoleThatIsClosedIsGoneAndLeavesItsManager() {
        QSignalSpy ended(m_console.get(), &Console::ended);
        m_console->window().close();
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, kPatience);
        QVERIFY(ui::managerRuns(manager()));
    }

    void itStopsTheManagerAtItsEndWhereThatIsWanted() {
        openConsole();
        QVERIFY(shows(QStringLiteral("dataAge"), QStringLiteral("live")));
        m_console->known().setStopsEmbeddedAtEnd(true);
        QSignalSpy ended(m_console.get(), &Console::ended);
        m_console->window().close();
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, kPatience);
        QVERIFY(!ui::managerRuns(manager()));
    }
};

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    ConsoleTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_console.moc"
