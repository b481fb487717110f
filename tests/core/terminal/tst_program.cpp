// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QTest>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <csignal>

#include "tests/support/package_trees.h"
#include "tests/support/sanitizers.h"
#include "tests/support/terminal_world.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

/// A program of ours as a child; its output goes to a file.
class Child {
public:
    Child(const std::string& program, std::vector<std::string> arguments, fs::path output)
        : m_output(std::move(output)) {
        arguments.insert(arguments.begin(), program);
        std::vector<char*> pointers;
        for (std::string& argument : arguments)
            pointers.push_back(argument.data());
        pointers.push_back(nullptr);
        m_process = ::fork();
        if (m_process != 0) return;
        if (std::freopen(m_output.c_str(), "w", stdout) == nullptr) ::_exit(126);
        ::execv(program.c_str(), pointers.data());
        ::_exit(127);
    }
    ~Child() {
        if (m_process > 0) end(SIGKILL);
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    [[nodiscard]] bool ended() {
        if (m_process > 0 && ::waitpid(m_process, &m_status, WNOHANG) == m_process) m_process = 0;
        return m_process == 0;
    }
    void end(int signal) {
        ::kill(m_process, signal);
        if (signal != SIGKILL) return;
        ::waitpid(m_process, &m_status, 0);
        m_process = 0;
    }
    [[nodiscard]] int exitCode() const { return WIFEXITED(m_status) ? WEXITSTATUS(m_status) : -1; }
    [[nodiscard]] std::string output() const { return contentOf(m_output); }
    [[nodiscard]] long residentKiB() const {
        const std::string status = contentOf("/proc/" + std::to_string(m_process) + "/status");
        const auto at = status.find("VmRSS:");
        return at == std::string::npos ? 0 : std::atol(status.c_str() + at + 6);
    }

private:
    fs::path m_output;
    pid_t m_process = -1;
    int m_status = 0;
};

}  // namespace

/// The programs as people start them.
class TestProgram : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<asio::io_context> m_io;
    std::unique_ptr<TestTrust> m_trust;
    std::unique_ptr<TestManager> m_manager;
    std::unique_ptr<TestNode> m_node;
    std::map<std::string, TestPackage> m_packages;
    int m_children = 0;

    fs::path path(const std::string& name) const { return fs::path(m_folder->path().toStdString()) / name; }
    std::string data() const { return path("data").string(); }

    std::unique_ptr<Child> start(const std::string& program, std::vector<std::string> arguments) {
        return std::make_unique<Child>(program, std::move(arguments), path("out-" + std::to_string(++m_children)));
    }
    int finish(Child& child) {
        return runUntil(*m_io, [&] { return child.ended(); }) ? child.exitCode() : -2;
    }
    int call(const std::string& program, std::vector<std::string> arguments, std::string* output = nullptr) {
        const auto child = start(program, std::move(arguments));
        const int code = finish(*child);
        if (output != nullptr) *output = child->output();
        return code;
    }
    int join() {
        return call(SIGNALBOX_TERMINAL_PROGRAM, {"join", m_manager->joinCode(), "--data", data(), "--root",
                                                 path("root").string(), "--id", "till-1", "--allow-root", "kiosk"});
    }
    boost::json::object status() {
        std::string output;
        call(SIGNALBOX_TERMINAL_PROGRAM, {"status", "--data", data(), "--json"}, &output);
        return output.empty() ? boost::json::object() : boost::json::parse(output).as_object();
    }
    std::string stageNow() {
        const boost::json::object now = status();
        const auto* deployment = now.if_contains("deployment");
        if (deployment == nullptr || !deployment->is_object()) return {};
        return std::string(deployment->at("state").as_string());
    }

    /// Restart and run check wait for files of that name in the root.
    const TestPackage& package(const std::string& version, const std::string& restart, const std::string& check) {
        const fs::path tree = path("tree-" + version);
        writeFile(tree / "version", version);
        Recipe recipe;
        recipe.restart.arguments = {"/bin/sh", "-c", restart};
        recipe.runCheck.arguments = {"/bin/sh", "-c", check};
        writeFile(tree / "bulk", randomBytes(300000));
        m_packages[version] = makePackage("kiosk", version, recipe, tree);
        m_node->hold(m_packages[version]);
        return m_packages[version];
    }
    void offer(const TestPackage& package, std::int64_t deployment, bool forAll = false) {
        ScriptedOffer offer;
        offer.package = &package;
        offer.deployment = deployment;
        offer.chain = {m_node.get()};
        offer.permit = m_manager->permitFor(offer, "till-1");
        offer.forAll = forAll;
        m_manager->offer = offer;
    }
    std::string currentVersion() const { return contentOf(path("root") / "kiosk/current/version"); }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_io = std::make_unique<asio::io_context>(1);
        m_trust = std::make_unique<TestTrust>();
        m_manager = std::make_unique<TestManager>(*m_io, *m_trust);
        m_node = std::make_unique<TestNode>(*m_io, *m_trust, "n1");
    }

    void cleanup() {
        m_node.reset();
        m_manager.reset();
        m_packages.clear();
        m_io.reset();
        m_trust.reset();
        m_folder.reset();
    }

    void joinsOnce() {
        QCOMPARE(join(), 0);
        QCOMPARE(m_manager->tokenHashes.at("till-1"), sha256Hex(bytesOf(contentOf(path("data/token")))));
        struct stat token {};
        QCOMPARE(::stat(path("data/token").c_str(), &token), 0);
        QCOMPARE(token.st_mode & 0777U, 0600U);
        QCOMPARE(join(), 3);
    }

    void joinsWithTheSameTokenAfterALostAnswer() {
        const std::string code = m_manager->joinCode();
        const std::vector<std::string> arguments{"join", code,    "--data", data(), "--root", path("root").string(),
                                                 "--id", "till-1"};
        m_manager->losesJoinAnswer = true;
        QCOMPARE(call(SIGNALBOX_TERMINAL_PROGRAM, arguments), 5);
        const std::string token = contentOf(path("data/token"));
        QVERIFY(!token.empty());
        QCOMPARE(call(SIGNALBOX_TERMINAL_PROGRAM, arguments), 0);
        QCOMPARE(contentOf(path("data/token")), token);
    }

    void saysWhyItCannotJoin() {
        const std::string root = path("root").string();
        trust::JoinCode code = *trust::JoinCode::parse(m_manager->joinCode());
        QCOMPARE(call(SIGNALBOX_TERMINAL_PROGRAM, {"join", "sbj1.x", "--data", data(), "--root", root}), 2);
        code.secret = randomBytes(16);
        QCOMPARE(call(SIGNALBOX_TERMINAL_PROGRAM, {"join", code.text(), "--data", data(), "--root", root}), 4);
        code.fingerprint = std::string(64, '0');
        QCOMPARE(call(SIGNALBOX_TERMINAL_PROGRAM, {"join", code.text(), "--data", data(), "--root", root}), 5);
        QCOMPARE(m_manager->joins, 1);  // the wrong manager never saw the secret
        QCOMPARE(call(SIGNALBOX_TERMINAL_PROGRAM, {"run", "--data", data()}), 3);
        QCOMPARE(call(SIGNALBOX_TERMINAL_PROGRAM, {"status", "--data", data()}), 3);
        QCOMPARE(call(SIGNALBOX_TERMINAL_PROGRAM, {"nonsense"}), 2);
    }

    void aKillInMidInstallLosesNothing_data() {
        QTest::addColumn<QByteArray>("state");
        QTest::newRow("installing") << QByteArray("installing");
        QTest::newRow("checking") << QByteArray("checking");
    }

    void aKillInMidInstallLosesNothing() {
        QFETCH(QByteArray, state);
        const std::string waiting = "while ! test -e \"$SIGNALBOX_ROOT/go\"; do sleep 0.05; done";
        const bool installing = state == "installing";
        QCOMPARE(join(), 0);
        offer(package("1.0", installing ? waiting : "true", installing ? "true" : waiting), 1);
        auto agent = start(SIGNALBOX_TERMINAL_PROGRAM, {"run", "--data", data()});
        while (stageNow() != state.toStdString())
            QVERIFY(!agent->ended());
        QVERIFY(status().at("running").as_bool());
        agent->end(SIGKILL);
        QVERIFY(!status().at("running").as_bool());
        writeFile(path("root/go"), "");
        agent = start(SIGNALBOX_TERMINAL_PROGRAM, {"run", "--data", data()});
        QVERIFY(runUntil(*m_io, [&] { return m_manager->last("succeeded") != nullptr; }));
        QCOMPARE(currentVersion(), std::string("1.0"));
        agent->end(SIGTERM);
        QCOMPARE(finish(*agent), 0);
    }

    void theLogTellsWhatTheAgentDid() {
        QCOMPARE(join(), 0);
        std::string output;
        QCOMPARE(call(SIGNALBOX_TERMINAL_PROGRAM, {"log", "--data", data()}, &output), 0);
        QCOMPARE(output, std::string());
        const auto follower =
            start(SIGNALBOX_TERMINAL_PROGRAM, {"log", "--data", data(), "--follow", "--json", "--since", "1h"});
        offer(package("1.0", "true", "echo all wrong; exit 1"), 7);
        const auto agent = start(SIGNALBOX_TERMINAL_PROGRAM, {"--log-level", "error", "run", "--data", data()});
        QVERIFY(runUntil(*m_io, [&] { return m_manager->last("failed") != nullptr; }));
        agent->end(SIGTERM);
        QCOMPARE(finish(*agent), 0);
        QCOMPARE(call(SIGNALBOX_TERMINAL_PROGRAM, {"log", "--data", data(), "--json"}, &output), 0);
        for (const char* told : {"deployment 7 of kiosk 1.0 is offered", "is downloaded and verified",
                                 "may be installed now", "was started", "run check"})
            QVERIFY2(output.find(told) != std::string::npos, (std::string(told) + " in " + output).c_str());
        QVERIFY2(runUntil(*m_io, [&] { return follower->output() == output; }), follower->output().c_str());
        follower->end(SIGKILL);
        std::string none;
        const std::string later = toRfc3339(SystemClock().now() + Seconds(60));
        QCOMPARE(call(SIGNALBOX_TERMINAL_PROGRAM, {"log", "--data", data(), "--since", later}, &none), 0);
        QCOMPARE(none, std::string());
        QCOMPARE(call(SIGNALBOX_TERMINAL_PROGRAM, {"log", "--data", data(), "--since", "yesterday"}), 2);
        QCOMPARE(call(SIGNALBOX_TERMINAL_PROGRAM, {"log", "--data", path("none").string()}), 3);
    }

    void diagnoseTellsByItsExitCode() {
        QCOMPARE(call(SIGNALBOX_TERMINAL_PROGRAM, {"diagnose", "--data", data()}), 3);
        QCOMPARE(join(), 0);
        std::string output;
        QCOMPARE(call(SIGNALBOX_TERMINAL_PROGRAM, {"diagnose", "--data", data()}, &output), 0);
        QVERIFY(output.find("token     is accepted for till-1") != std::string::npos);
        m_manager->tokenHashes.clear();
        QCOMPARE(call(SIGNALBOX_TERMINAL_PROGRAM, {"diagnose", "--data", data(), "--json"}, &output), 1);
        QVERIFY(!boost::json::parse(output).at("good").as_bool());
    }

    void staysSmall() {
        constexpr long most = (test::kSanitized ? 512 : 15) * 1024;
        QCOMPARE(join(), 0);
        offer(package("1.0", "true", "true"), 1);
        const auto agent = start(SIGNALBOX_TERMINAL_PROGRAM, {"--log-level", "warning", "run", "--data", data()});
        QVERIFY(runUntil(*m_io, [&] { return m_manager->last("succeeded") != nullptr; }));
        const int polls = m_manager->polls;
        QVERIFY(runUntil(*m_io, [&] { return m_manager->polls >= polls + 2; }));
        qInfo("%ld KiB resident", agent->residentKiB());
        QVERIFY(agent->residentKiB() > 0);
        QVERIFY(agent->residentKiB() < most);
    }

    void simulatedTerminalsDownloadAndFailAsStated() {
        std::string codes;
        for (int i = 0; i < 20; ++i)
            codes += m_manager->joinCode() + "\n";
        writeFile(path("codes"), codes);
        offer(package("1.0", "true", "true"), 1, true);
        const std::vector<std::string> arguments{
            "run",     "--data", path("fleet").string(), "--codes", path("codes").string(),
            "--count", "20",     "--until-idle",         "2",       "--json",
            "--fail",  "2.0=1"};
        std::string output;
        QCOMPARE(call(SIGNALBOX_FLEET_PROGRAM, arguments, &output), 0);
        boost::json::object summary = boost::json::parse(output).as_object();
        QCOMPARE(summary.at("succeeded").as_int64(), std::int64_t(20));
        QCOMPARE(std::uint64_t(summary.at("bytesFromNodes").as_int64()), 20 * m_packages["1.0"].content.size());
        QVERIFY(m_manager->userAgents.begin()->starts_with("signalbox-fleet/"));
        // Stopped and started again: the same terminals, no new codes, and 2.0 fails on each.
        offer(package("2.0", "true", "true"), 2, true);
        QCOMPARE(call(SIGNALBOX_FLEET_PROGRAM, arguments, &output), 0);
        summary = boost::json::parse(output).as_object();
        QCOMPARE(summary.at("rolledBack").as_int64(), std::int64_t(20));
        QCOMPARE(summary.at("versions").at("kiosk 1.0").as_int64(), std::int64_t(20));
        QCOMPARE(m_manager->last("rolledBack")->cause, std::string("runCheckFailed"));
    }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
