// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/wait.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QTest>
#include <csignal>
#include <cstdlib>
#include <map>
#include <sstream>

#include "tests/support/deb_root.h"
#include "tests/support/one_terminal.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

/// The child: an agent on what is in `folder`, until it is killed.
int runChild(const fs::path& folder) {
    terminal::platform::prepareProcess();
    asio::io_context io(1);
    TestTerminal terminal(io, folder);
    terminal.start();
    static_cast<void>(runUntil(io, [] { return false; }));
    std::_Exit(1);
}

}  // namespace

/// Real Debian packages, installed by the real dpkg into a system of its own.
class TestDebInstaller : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<OneTerminal> m_world;
    std::unique_ptr<DebRoot> m_root;
    std::map<std::string, TestPackage> m_packages;

    static DebPlan kiosk(const std::string& version) {
        DebPlan plan;
        plan.name = "kiosk";
        plan.version = version;
        plan.files = {{"/usr/share/kiosk/version", version}, {"/etc/kiosk.conf", "setting of " + version + "\n"}};
        plan.conffiles = {"/etc/kiosk.conf"};
        return plan;
    }

    Recipe recipe(const std::string& check = "true") const {
        Recipe recipe;
        recipe.kind = InstallKind::deb;
        recipe.runCheck.arguments = {"/bin/sh", "-c", check};
        return recipe;
    }

    /// One .deb as it is.
    const TestPackage& package(const DebPlan& plan, const std::string& check = "true") {
        const fs::path deb = makeDeb(m_world->path("debs"), plan);
        return m_packages[plan.version] = makeFilePackage("kiosk", plan.version, recipe(check), deb);
    }
    /// Several, in an archive.
    const TestPackage& packages(const std::string& version, const std::vector<DebPlan>& plans,
                                const std::string& check = "true") {
        const fs::path folder = m_world->path("archive-" + version);
        fs::create_directories(folder);
        for (const DebPlan& plan : plans) {
            const fs::path deb = makeDeb(m_world->path("debs"), plan);
            fs::copy_file(deb, folder / deb.filename());
        }
        return m_packages[version] = makePackage("kiosk", version, recipe(check), folder);
    }
    bool ends(const TestPackage& package, std::int64_t deployment, const std::string& state) {
        m_world->permit(package, deployment);
        if (!m_world->started) m_world->terminal->start(m_world->manager);
        m_world->started = true;
        return m_world->waitFor(state);
    }
    const SeenFeedback& last(const std::string& state) const { return *m_world->manager.last(state); }

    /// A process of our own with an agent on the terminal's folder, and a postinst of 2.0 that has begun and hangs.
    void killInPostinst(bool dpkgToo) {
        DebPlan second = kiosk("2.0");
        second.scripts["postinst"] =
            "echo run >> /runs\n[ -e /go ] && exit 0\necho $$ $PPID > /pids.new\n/bin/busybox mv /pids.new /pids\n"
            "while [ ! -e /go ]; do sleep 1; done";
        m_world->permit(package(second), 2);
        m_world->terminal->stop();
        const std::string program = QCoreApplication::applicationFilePath().toStdString();
        const std::string folder = m_world->path("terminal").string();
        const pid_t child = ::fork();
        if (child == 0) {
            ::execl(program.c_str(), program.c_str(), "--child", folder.c_str(), nullptr);
            ::_exit(127);
        }
        const bool hangs = runUntil(m_world->io, [&] { return m_root->has("/pids"); });
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        QVERIFY(hangs);
        std::istringstream pids(m_root->at("/pids"));
        pid_t script = 0;
        pid_t dpkg = 0;
        pids >> script >> dpkg;
        QVERIFY(script > 1 && dpkg > 1);
        if (!dpkgToo) return;
        ::kill(dpkg, SIGKILL);
        ::kill(script, SIGKILL);
        writeFile(m_root->folder() / "go", "");
    }

private Q_SLOTS:
    void initTestCase() { terminal::platform::prepareProcess(); }
    void init() {
        m_world = std::make_unique<OneTerminal>();
        m_root = std::make_unique<DebRoot>(m_world->path("system"));
        m_world->terminal->systemRoot = m_root->folder();
    }
    void cleanup() {
        m_world.reset();
        m_root.reset();
        m_packages.clear();
    }

    void installsADeb() {
        QVERIFY(ends(package(kiosk("1.0")), 1, "succeeded"));
        QCOMPARE(m_root->state("kiosk"), std::string("1.0 installed"));
        QCOMPARE(m_root->at("/usr/share/kiosk/version"), std::string("1.0"));
        QCOMPARE(last("succeeded").version, std::string("1.0"));
    }

    void installsSeveralThatNeedOneAnother() {
        DebPlan data;
        data.name = "a-kiosk-data";
        data.version = "7";
        DebPlan needy = kiosk("1.0");
        needy.depends = "a-kiosk-data (>= 7)";
        QVERIFY(ends(packages("1.0", {needy, data}), 1, "succeeded"));
        QCOMPARE(m_root->state("kiosk"), std::string("1.0 installed"));
        QCOMPARE(m_root->state("a-kiosk-data"), std::string("7 installed"));
    }

    void keepsChangedConfigurationFiles() {
        QVERIFY(m_world->install(package(kiosk("1.0")), 1));
        writeFile(m_root->folder() / "etc/kiosk.conf", "changed here\n");
        QVERIFY(m_world->install(package(kiosk("2.0")), 2));
        QCOMPARE(m_root->state("kiosk"), std::string("2.0 installed"));
        QCOMPARE(m_root->at("/etc/kiosk.conf"), std::string("changed here\n"));
    }

    void whatCannotBeInstalledChangesNothing() {
        DebPlan needy = kiosk("1.0");
        needy.depends = "a-library-of-nobody (>= 3)";
        QVERIFY(ends(package(needy), 1, "failed"));
        QCOMPARE(last("failed").cause, std::string("installFailed"));
        QVERIFY(last("failed").logTail.find("a-library-of-nobody") != std::string::npos);
        QCOMPARE(m_root->state("kiosk"), std::string());
        QVERIFY(!m_root->has("/usr/share/kiosk/version"));
    }

    void aMaintainerScriptThatFailsBringsThePreviousPackageBack() {
        QVERIFY(m_world->install(package(kiosk("1.0")), 1));
        DebPlan broken = kiosk("2.0");
        broken.scripts["postinst"] = "echo the licence has ended\nexit 3";
        QVERIFY(ends(package(broken), 2, "rolledBack"));
        QCOMPARE(last("rolledBack").cause, std::string("installFailed"));
        QVERIFY(last("rolledBack").logTail.find("the licence has ended") != std::string::npos);
        QCOMPARE(last("rolledBack").version, std::string("1.0"));
        QCOMPARE(m_root->state("kiosk"), std::string("1.0 installed"));
        QCOMPARE(m_root->at("/usr/share/kiosk/version"), std::string("1.0"));
    }

    void aRunCheckThatSaysNoBringsThePreviousPackageBack() {
        QVERIFY(m_world->install(package(kiosk("1.0")), 1));
        QVERIFY(ends(package(kiosk("2.0"), "echo no; exit 1"), 2, "rolledBack"));
        QCOMPARE(last("rolledBack").cause, std::string("runCheckFailed"));
        QCOMPARE(m_root->state("kiosk"), std::string("1.0 installed"));
        QVERIFY(m_world->install(package(kiosk("3.0")), 3));
        QCOMPARE(m_root->state("kiosk"), std::string("3.0 installed"));
    }

    void aPackageThatTheVersionBroughtAlongGoesWithIt() {
        QVERIFY(m_world->install(package(kiosk("1.0")), 1));
        DebPlan data;
        data.name = "kiosk-data";
        data.version = "1";
        QVERIFY(ends(packages("2.0", {kiosk("2.0"), data}, "exit 1"), 2, "rolledBack"));
        QCOMPARE(m_root->state("kiosk"), std::string("1.0 installed"));
        QCOMPARE(m_root->state("kiosk-data"), std::string());
    }

    void aFirstVersionThatFailsIsRemoved() {
        QVERIFY(ends(package(kiosk("1.0"), "exit 1"), 1, "failed"));
        QCOMPARE(last("failed").cause, std::string("runCheckFailed"));
        QCOMPARE(m_root->state("kiosk"), std::string());
        QVERIFY(!m_root->has("/etc/kiosk.conf"));
    }

    /// The way back is told before anything is changed.
    void aPackageThatCameOtherwiseHasNoWayBack() {
        const fs::path byHand = makeDeb(m_world->path("by-hand"), kiosk("1.0"));
        QCOMPARE(m_root->install(byHand), 0);
        std::vector<std::string> told;
        m_world->manager.onFeedback = [&](const SeenFeedback& seen) {
            if (seen.state == "installing") told.push_back(seen.message);
        };
        QVERIFY(ends(package(kiosk("2.0"), "exit 1"), 1, "failed"));
        QCOMPARE(last("failed").cause, std::string("rollBackFailed"));
        QCOMPARE(m_root->state("kiosk"), std::string("2.0 installed"));
        QCOMPARE(told.size(), std::size_t(2));
        QVERIFY(told.back().find("none") != std::string::npos);
    }

    void aFileThatIsNoPackageFailsBeforeTheSwitch() {
        writeFile(m_world->path("debs") / "x.deb", "!<arch>\nand nothing that would follow");
        const TestPackage wrong = makeFilePackage("kiosk", "1.0", recipe(), m_world->path("debs") / "x.deb");
        QVERIFY(ends(wrong, 1, "failed"));
        QCOMPARE(last("failed").cause, std::string("unpackFailed"));
    }

    void aSystemWithoutDpkgSaysSo() {
        fs::remove(m_root->folder() / "var/lib/dpkg/status");
        QVERIFY(ends(package(kiosk("1.0")), 1, "failed"));
        QCOMPARE(last("failed").cause, std::string("unsupported"));
    }

    /// kill -9 of agent, dpkg and script, as a power cut: the next agent resumes dpkg.
    void anInterruptedDpkgIsResumed() {
        QVERIFY(m_world->install(package(kiosk("1.0")), 1));
        killInPostinst(true);
        QCOMPARE(m_root->state("kiosk"), std::string("2.0 half-configured"));
        m_world->terminal->start();
        QVERIFY(m_world->waitFor("succeeded"));
        QCOMPARE(m_root->state("kiosk"), std::string("2.0 installed"));
    }

    /// kill -9 of the agent alone: its dpkg goes on, and the next agent waits for it.
    void aDpkgThatRunsOnIsWaitedFor() {
        QVERIFY(m_world->install(package(kiosk("1.0")), 1));
        killInPostinst(false);
        m_world->terminal->start();
        const int polls = m_world->manager.polls;
        QVERIFY(m_world->eagerly([&] { return m_world->manager.polls > polls + 3; }));
        QCOMPARE(m_world->manager.last("succeeded"), nullptr);
        writeFile(m_root->folder() / "go", "");
        QVERIFY(m_world->waitFor("succeeded"));
        QCOMPARE(m_root->state("kiosk"), std::string("2.0 installed"));
    }
};

int main(int argc, char** argv) {
    if (argc == 3 && std::string_view(argv[1]) == "--child") return runChild(argv[2]);
    QCoreApplication app(argc, argv);
    TestDebInstaller test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_deb_installer.moc"
