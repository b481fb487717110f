// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <signal.h>

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include "ui/session/embedded_manager.h"

using namespace signalbox;
using namespace signalbox::ui;

namespace {

constexpr int kPatience = 40000;

QByteArray content(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A folder below which a manager is started; whatever runs there ends with it.
class Home {
public:
    ~Home() { kill(SIGKILL); }
    [[nodiscard]] QString data() const { return QDir(m_folder.path()).filePath(QStringLiteral("manager")); }
    [[nodiscard]] QString file(const QString& name) const { return QDir(data()).filePath(name); }
    [[nodiscard]] pid_t process() const { return content(file(QStringLiteral("manager.pid"))).toInt(); }
    void kill(int signal) const {
        if (process() > 1 && isManagerOf(process(), data())) ::kill(process(), signal);
    }
    /// A program that ends at once after it said `words`.
    [[nodiscard]] QString program(const QByteArray& words) const {
        const QString name = QDir(m_folder.path()).filePath(QStringLiteral("program"));
        QFile script(name);
        if (!script.open(QIODevice::WriteOnly)) return {};
        script.write("#!/bin/sh\necho '" + words + "' >&2\nexit 1\n");
        script.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        return name;
    }
    [[nodiscard]] EmbeddedOptions options(const QString& program = QStringLiteral(SIGNALBOX_MANAGER)) const {
        EmbeddedOptions options;
        options.program = program;
        options.folder = data();
        options.firstBackOff = std::chrono::milliseconds(20);
        options.mostBackOff = std::chrono::milliseconds(50);
        return options;
    }

private:
    QTemporaryDir m_folder;
};

/// An embedded manager that is started, and what became of it.
struct Started {
    EmbeddedManager manager;
    QSignalSpy ready{&manager, &EmbeddedManager::ready};

    explicit Started(const EmbeddedOptions& options) : manager(options) { manager.start(QStringLiteral("127.0.0.1")); }
    [[nodiscard]] bool is(EmbeddedState state) {
        return QTest::qWaitFor([&] { return manager.state() == state; }, kPatience);
    }
    [[nodiscard]] boost::system::error_code why() {
        return is(EmbeddedState::failed) ? manager.error()->code : boost::system::error_code();
    }
};

}  // namespace

class EmbeddedManagerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<adminclient::Profile>(); }

    void startsOneInAFolderOfTheUserAlone() {
        const Home home;
        Started started(home.options());
        QVERIFY(started.is(EmbeddedState::running));
        QVERIFY(!started.manager.status().ddiUrl.empty());
        const auto others =
            QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::ExeGroup | QFileDevice::ExeOther;
        QVERIFY((QFile::permissions(home.data()) & others) == 0);
        QVERIFY((QFile::permissions(home.file(QStringLiteral("admin.json"))) & others) == 0);
    }

    void aConsoleStartedLaterFindsTheOneThatRuns() {
        const Home home;
        const auto first = std::make_unique<Started>(home.options());
        QVERIFY(first->is(EmbeddedState::running));
        const pid_t process = home.process();
        Started second(home.options(home.program("not to be started")));
        QVERIFY(second.is(EmbeddedState::running));
        QCOMPARE(home.process(), process);
        QCOMPARE(second.manager.status().managerId, first->manager.status().managerId);
    }

    void healsOneThatDied() {
        const Home home;
        Started started(home.options());
        QVERIFY(started.is(EmbeddedState::running));
        const std::string before = started.manager.status().managerId;
        const pid_t process = home.process();
        QSignalSpy healed(&started.manager, &EmbeddedManager::healed);
        home.kill(SIGKILL);
        QTRY_VERIFY_WITH_TIMEOUT(!isManagerOf(process, home.data()), kPatience);
        started.manager.suspect();
        QTRY_COMPARE_WITH_TIMEOUT(healed.count(), 1, kPatience);
        QVERIFY(home.process() != process);
        QCOMPARE(started.manager.status().managerId, before);
    }

    void aSuspicionThatIsWrongChangesNothing() {
        const Home home;
        Started started(home.options());
        QVERIFY(started.is(EmbeddedState::running));
        const pid_t process = home.process();
        started.manager.suspect();
        QTRY_COMPARE_WITH_TIMEOUT(started.ready.count(), 2, kPatience);
        QCOMPARE(home.process(), process);
    }

    void givesUpOnOneThatDiesAgainAndAgain() {
        const Home home;
        EmbeddedOptions options = home.options();
        options.mostQuickDeaths = 2;
        Started started(options);
        for (int death = 0; death <= options.mostQuickDeaths; ++death) {
            QVERIFY(started.is(EmbeddedState::running));
            const pid_t process = home.process();
            home.kill(SIGKILL);
            QTRY_VERIFY_WITH_TIMEOUT(!isManagerOf(process, home.data()), kPatience);
            started.manager.suspect();
            QTRY_VERIFY_WITH_TIMEOUT(
                started.manager.state() == EmbeddedState::failed ||
                    (started.manager.state() == EmbeddedState::running && home.process() != process),
                kPatience);
        }
        QCOMPARE(started.manager.state(), EmbeddedState::failed);
        QVERIFY(!started.manager.error()->context.empty());
    }

    void takesAnotherPortWhereAProgramHasTheConsoles() {
        const Home home;
        {
            Started first(home.options());
            QVERIFY(first.is(EmbeddedState::running));
            first.manager.stop();
            QVERIFY(first.is(EmbeddedState::idle));
        }
        const auto known = readOwnProfile(home.data());
        QVERIFY(known && *known);
        const QUrl url(QString::fromStdString((*known)->url));
        QTcpServer squatter;
        QVERIFY(squatter.listen(QHostAddress::LocalHost, static_cast<quint16>(url.port())));
        connect(&squatter, &QTcpServer::newConnection, &squatter,
                [&] { squatter.nextPendingConnection()->disconnectFromHost(); });
        Started second(home.options());
        QVERIFY(second.is(EmbeddedState::running));
        const auto now = readOwnProfile(home.data());
        QVERIFY(now && *now && (*now)->url != (*known)->url);
    }

    void saysThatThePortOfTheTerminalsIsTaken() {
        const Home home;
        QUrl url;
        {
            Started first(home.options());
            QVERIFY(first.is(EmbeddedState::running));
            url = QUrl(QString::fromStdString(first.manager.status().ddiUrl));
            first.manager.stop();
            QVERIFY(first.is(EmbeddedState::idle));
        }
        QTcpServer squatter;
        QVERIFY(squatter.listen(QHostAddress::AnyIPv4, static_cast<quint16>(url.port())));
        Started second(home.options());
        QCOMPARE(second.why(), make_error_code(StartErrc::addressTaken));
    }

    void saysThatTheFolderIsAnotherManagers() {
        const Home home;
        Started first(home.options());
        QVERIFY(first.is(EmbeddedState::running));
        QVERIFY(QFile::remove(home.file(QStringLiteral("admin.json"))));
        const QByteArray process = content(home.file(QStringLiteral("manager.pid")));
        Started second(home.options());
        QCOMPARE(second.why(), make_error_code(StartErrc::folderInUse));
        QFile pid(home.file(QStringLiteral("manager.pid")));
        QVERIFY(pid.open(QIODevice::WriteOnly) && pid.write(process) > 0);
    }

    void takesNoProfileThatOthersMayRead() {
        const Home home;
        {
            Started first(home.options());
            QVERIFY(first.is(EmbeddedState::running));
        }
        const QString profile = home.file(QStringLiteral("admin.json"));
        QVERIFY(QFile::setPermissions(profile, QFile::permissions(profile) | QFileDevice::ReadOther));
        Started second(home.options());
        QCOMPARE(second.why(), make_error_code(StartErrc::folderUnusable));
    }

    void saysThatTheProgramIsMissing() {
        const Home home;
        Started started(home.options(QStringLiteral("/nowhere/signalbox-manager")));
        QCOMPARE(started.why(), make_error_code(StartErrc::programMissing));
    }

    void showsTheLastWordsOfOneThatEnds() {
        const Home home;
        Started started(home.options(home.program("the stars are wrong")));
        QCOMPARE(started.why(), make_error_code(StartErrc::ended));
        QVERIFY(started.manager.error()->context.find("the stars are wrong") != std::string::npos);
    }

    void saysThatTheDiskIsFull() {
        const Home home;
        Started started(home.options(home.program("signalbox-manager: write: No space left on device")));
        QCOMPARE(started.why(), make_error_code(StartErrc::diskFull));
    }

    void stopsOneThatAnotherConsoleStarted() {
        const Home home;
        {
            Started first(home.options());
            QVERIFY(first.is(EmbeddedState::running));
        }
        const pid_t process = home.process();
        QVERIFY(isManagerOf(process, home.data()));
        Started second(home.options());
        QVERIFY(second.is(EmbeddedState::running));
        second.manager.stop();
        QVERIFY(second.is(EmbeddedState::idle));
        QVERIFY(!isManagerOf(process, home.data()));
    }
};

QTEST_GUILESS_MAIN(EmbeddedManagerTest)
#include "tst_embedded_manager.moc"
