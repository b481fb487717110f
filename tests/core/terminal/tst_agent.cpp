// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <pwd.h>
#include <sys/resource.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QTest>
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "tests/support/package_trees.h"
#include "tests/support/terminal_world.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

Recipe recipeWith(std::vector<std::string> restart, std::vector<std::string> runCheck) {
    Recipe recipe;
    recipe.restart.arguments = std::move(restart);
    recipe.restart.timeout = Seconds(10);
    recipe.runCheck.arguments = std::move(runCheck);
    recipe.runCheck.timeout = Seconds(10);
    return recipe;
}

}  // namespace

/// An agent against a scripted manager and nodes over TLS, with real unpacking and real processes.
class TestAgent : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<asio::io_context> m_io;
    std::unique_ptr<TestTrust> m_trust;
    std::unique_ptr<TestManager> m_manager;
    std::vector<std::unique_ptr<TestManager>> m_others;
    std::unique_ptr<TestNode> m_first;
    std::unique_ptr<TestNode> m_second;
    std::unique_ptr<TestTerminal> m_terminal;
    std::map<std::string, TestPackage> m_packages;

    fs::path path(const std::string& name) const { return fs::path(m_folder->path().toStdString()) / name; }

    /// A version whose restart appends to root/log and whose run check is `check`.
    const TestPackage& package(const std::string& version, const std::string& check = "exit 0",
                               std::size_t bulk = 300000, const std::string& product = "kiosk") {
        const fs::path tree = path("tree-" + version);
        writeFile(tree / "version", version);
        writeFile(tree / "restart", "#!/bin/sh\necho restart $SIGNALBOX_VERSION >> \"$SIGNALBOX_ROOT/log\"\n", 0755);
        writeFile(tree / "check", "#!/bin/sh\n" + check + "\n", 0755);
        std::string content = randomBytes(bulk);  // does not compress
        writeFile(tree / "data/bulk", content);
        TestPackage made = makePackage(product, version, recipeWith({"./restart"}, {"./check"}), tree);
        m_first->hold(made);
        m_second->hold(made);
        return m_packages[version] = std::move(made);
    }

    /// A version of kind script; what it does is written to root/log.
    const TestPackage& script(const std::string& version, const std::string& install, const std::string& rollBack) {
        const fs::path tree = path("tree-" + version);
        const std::string log = " $SIGNALBOX_VERSION >> \"$SIGNALBOX_ROOT/log\"\n";
        writeFile(tree / "version", version);
        writeFile(tree / "install", "#!/bin/sh\necho install" + log + install + "\n", 0755);
        writeFile(tree / "undo", "#!/bin/sh\necho undo" + log + rollBack + "\n", 0755);
        writeFile(tree / "restart", "#!/bin/sh\necho restart" + log, 0755);
        Recipe recipe = recipeWith({"./restart"}, {});
        recipe.kind = InstallKind::script;
        recipe.install.arguments = {"./install"};
        if (!rollBack.empty()) recipe.rollBack.arguments = {"./undo"};
        TestPackage made = makePackage("kiosk", version, recipe, tree);
        m_first->hold(made);
        m_second->hold(made);
        return m_packages[version] = std::move(made);
    }

    ScriptedOffer offerOf(const TestPackage& package, std::int64_t deployment) {
        ScriptedOffer offer;
        offer.package = &package;
        offer.deployment = deployment;
        offer.chain = {m_first.get(), m_second.get()};
        return offer;
    }

    void permit(const TestPackage& package, std::int64_t deployment) {
        ScriptedOffer offer = offerOf(package, deployment);
        offer.permit = m_manager->permitFor(offer, "till-1");
        m_manager->offer = std::move(offer);
    }

    bool reported(const std::string& state) { return m_manager->last(state) != nullptr; }
    /// Runs the loop until `done()`; the terminal polls much more often than the manager asks it to.
    bool eagerly(const std::function<bool()>& done) {
        auto next = std::chrono::steady_clock::now();
        const auto watched = [&] {
            if (done()) return true;
            if (std::chrono::steady_clock::now() < next) return false;
            m_terminal->agent().pollNow();
            next = std::chrono::steady_clock::now() + Milliseconds(40);
            return false;
        };
        return runUntil(*m_io, watched);
    }
    bool waitFor(const std::string& state) {
        return eagerly([&] { return reported(state); });
    }
    /// At the terminal's own pace.
    bool patiently(const std::string& state) {
        return runUntil(*m_io, [&] { return reported(state); });
    }

    /// Version 1 runs, and what was told is forgotten.
    void install(const TestPackage& package) {
        permit(package, 1);
        m_terminal->start(*m_manager);
        QVERIFY(waitFor("succeeded"));
        m_manager->feedback.clear();
    }

    /// And nothing that it answered before is still at work.
    void loseTheManager() {
        m_manager->down = true;
        const int polls = m_manager->polls;
        QVERIFY(eagerly([&] { return m_manager->polls >= polls + 2 && !m_terminal->agent().deployer().running(); }));
    }

private Q_SLOTS:
    void initTestCase() { terminal::platform::prepareProcess(); }

    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_io = std::make_unique<asio::io_context>(1);
        m_trust = std::make_unique<TestTrust>();
        m_manager = std::make_unique<TestManager>(*m_io, *m_trust);
        m_first = std::make_unique<TestNode>(*m_io, *m_trust, "n1");
        m_second = std::make_unique<TestNode>(*m_io, *m_trust, "n2");
        m_terminal = std::make_unique<TestTerminal>(*m_io, path("terminal"));
    }

    void cleanup() {
        m_terminal.reset();
        m_second.reset();
        m_first.reset();
        m_manager.reset();
        m_others.clear();
        m_packages.clear();
        m_io.reset();
        m_trust.reset();
        m_folder.reset();
    }

    void installsWhatIsPermitted() {
        permit(package("1.0"), 7);
        m_terminal->start(*m_manager);
        QVERIFY(waitFor("succeeded"));
        QCOMPARE(m_terminal->current("kiosk", "version"), std::string("1.0"));
        const std::vector<std::string> expected{"downloaded", "installing", "checking", "succeeded"};
        QCOMPARE(m_manager->states(), expected);
        QCOMPARE(m_manager->last("succeeded")->version, std::string("1.0"));
        QCOMPARE(m_manager->last("succeeded")->execution, std::string("closed"));
        QCOMPARE(m_manager->last("succeeded")->finished, std::string("success"));
        QCOMPARE(contentOf(m_terminal->root() / "log"), std::string("restart 1.0\n"));
        QCOMPARE(describeTree(fs::canonical(m_terminal->root() / "kiosk/current")), describeTree(path("tree-1.0")));
        QCOMPARE(m_first->authorizations, (std::set<std::string>{"Bearer node-token"}));
    }

    void tellsPlatformAttributesAndVersions() {
        m_terminal->start(*m_manager);
        QVERIFY(eagerly([&] { return m_manager->configData.size() == 1; }));
        const auto& data = m_manager->configData.front();
        QCOMPARE(std::string(data.at("signalbox").at("platform").as_string()), std::string("linux-amd64"));
        QVERIFY(data.at("data").as_object().contains("hostname"));
        QVERIFY(data.at("data").as_object().contains("diskMiB"));
        QVERIFY(data.at("data").as_object().contains("memoryMiB"));
        QVERIFY(data.at("signalbox").at("installed").as_object().empty());
        permit(package("1.0"), 1);
        QVERIFY(eagerly([&] { return m_manager->configData.size() == 2; }));
        const auto& installed = m_manager->configData.back().at("signalbox").at("installed");
        QCOMPARE(std::string(installed.at("kiosk").as_string()), std::string("1.0"));
    }

    void tellsTheAttributesOfTheFile() {
        m_terminal->start(*m_manager);
        m_terminal->stop();
        writeFile(m_terminal->data() / "attributes.toml", "site = \"Ulm\"\nlanes = 3\n");
        m_manager->configData.clear();
        m_terminal->start();
        QVERIFY(eagerly([&] { return !m_manager->configData.empty(); }));
        const auto& data = m_manager->configData.front().at("data");
        QCOMPARE(std::string(data.at("site").as_string()), std::string("Ulm"));
        QCOMPARE(std::string(data.at("lanes").as_string()), std::string("3"));
    }

    /// One after the other; what becomes of one product leaves the others as they are.
    void takesSeveralProducts() {
        m_terminal->allowRoot = {"kiosk", "menu"};
        install(package("1.0"));
        permit(package("7.0", "exit 0", 1000, "menu"), 2);
        QVERIFY(waitFor("succeeded"));
        QCOMPARE(m_terminal->current("kiosk", "version"), std::string("1.0"));
        QCOMPARE(m_terminal->current("menu", "version"), std::string("7.0"));
        permit(package("8.0", "exit 1", 1000, "menu"), 3);
        QVERIFY(waitFor("rolledBack"));
        QCOMPARE(m_manager->last("rolledBack")->version, std::string("7.0"));
        m_manager->feedback.clear();
        permit(package("2.0"), 4);
        QVERIFY(waitFor("succeeded"));
        QCOMPARE(m_terminal->current("kiosk", "version"), std::string("2.0"));
        QCOMPARE(m_terminal->current("menu", "version"), std::string("7.0"));
        const auto tellsBoth = [this] {
            const auto& installed = m_manager->configData.back().at("signalbox").at("installed").as_object();
            return installed.size() == 2 && installed.at("kiosk") == "2.0" && installed.at("menu") == "7.0";
        };
        QVERIFY(eagerly(tellsBoth));
    }

    void aScriptInstalls() {
        install(script("1.0", "exit 0", ""));
        QCOMPARE(contentOf(m_terminal->root() / "log"), std::string("install 1.0\nrestart 1.0\n"));
        QCOMPARE(m_terminal->current("kiosk", "version"), std::string("1.0"));
    }

    void aScriptThatFailsIsTakenBackByItsRollBack() {
        install(script("1.0", "exit 0", ""));
        permit(script("2.0", "echo no room; exit 3", "exit 0"), 2);
        QVERIFY(waitFor("rolledBack"));
        QCOMPARE(m_manager->last("rolledBack")->cause, std::string("installFailed"));
        QCOMPARE(m_manager->last("rolledBack")->logTail, std::string("no room\n"));
        QCOMPARE(m_manager->last("rolledBack")->version, std::string("1.0"));
        QCOMPARE(m_terminal->current("kiosk", "version"), std::string("1.0"));
        QCOMPARE(contentOf(m_terminal->root() / "log"),
                 std::string("install 1.0\nrestart 1.0\ninstall 2.0\nundo 2.0\nrestart 1.0\n"));
    }

    void aScriptThatCannotBeTakenBackLeavesNoVersion_data() {
        QTest::addColumn<std::string>("rollBack");
        QTest::newRow("none stated") << std::string();
        QTest::newRow("it fails") << std::string("exit 1");
    }
    void aScriptThatCannotBeTakenBackLeavesNoVersion() {
        QFETCH(const std::string, rollBack);
        const TestPackage old = script("1.0", "exit 0", "");
        install(old);
        permit(script("2.0", "exit 3", rollBack), 2);
        QVERIFY(waitFor("failed"));
        QCOMPARE(m_manager->last("failed")->cause, std::string("rollBackFailed"));
        QCOMPARE(m_manager->last("failed")->version, std::string());
        QVERIFY(!fs::exists(fs::symlink_status(m_terminal->root() / "kiosk/current")));
        const auto tellsNone = [this] {
            return m_manager->configData.back().at("signalbox").at("installed").as_object().empty();
        };
        QVERIFY(eagerly(tellsNone));
        fs::remove(m_terminal->root() / "log");
        permit(old, 3);
        QVERIFY(waitFor("succeeded"));
        QCOMPARE(contentOf(m_terminal->root() / "log"), std::string("install 1.0\nrestart 1.0\n"));
    }

    void keepsOneOlderVersion() {
        install(package("1.0"));
        permit(package("2.0"), 2);
        QVERIFY(waitFor("succeeded"));
        QCOMPARE(m_terminal->trees("kiosk").size(), std::size_t(2));
        m_manager->feedback.clear();
        permit(package("3.0"), 3);
        QVERIFY(waitFor("succeeded"));
        QCOMPARE(m_terminal->trees("kiosk").size(), std::size_t(2));
        QCOMPARE(m_terminal->current("kiosk", "version"), std::string("3.0"));
        QVERIFY(fs::is_empty(m_terminal->data() / "downloads"));
    }

    void aVersionThatIsCurrentSucceedsAtOnce() {
        const TestPackage& one = package("1.0");
        install(one);
        const int requests = m_first->packageRequests;
        m_manager->offer = offerOf(one, 2);  // held, and nothing to wait for
        QVERIFY(waitFor("succeeded"));
        QCOMPARE(m_first->packageRequests, requests);
        QCOMPARE(m_manager->last("succeeded")->deployment, std::int64_t(2));
    }

    void takesTheNextNodeWhenBytesAreWrong() {
        m_first->wrongBytes = true;
        permit(package("1.0"), 1);
        m_terminal->start(*m_manager);
        QVERIFY(waitFor("succeeded"));
        QCOMPARE(m_first->packageRequests, 1);
        QCOMPARE(m_second->ranges, (std::vector<std::string>{""}));
    }

    void failsWhenEveryNodeHasWrongBytes() {
        m_first->wrongBytes = m_second->wrongBytes = true;
        permit(package("1.0"), 1);
        m_terminal->start(*m_manager);
        QVERIFY(waitFor("failed"));
        QCOMPARE(m_manager->last("failed")->cause, std::string("digestMismatch"));
        QCOMPARE(m_first->packageRequests, 1);
        QVERIFY(!fs::exists(m_terminal->root() / "kiosk/current"));
    }

    void failsWhenNoNodeAnswers() {
        m_first->down = m_second->down = true;
        permit(package("1.0"), 1);
        m_terminal->start(*m_manager);
        QVERIFY(waitFor("failed"));
        QCOMPARE(m_manager->last("failed")->cause, std::string("nodesUnreachable"));
        QCOMPARE(m_manager->last("failed")->finished, std::string("failure"));
    }

    void goesOnAtTheNextNodeFromTheByteReached() {
        m_first->dieAfter = 200000;
        permit(package("1.0"), 1);
        m_terminal->start(*m_manager);
        QVERIFY(waitFor("succeeded"));
        QCOMPARE(m_second->ranges, (std::vector<std::string>{"bytes=200000-"}));
        QCOMPARE(m_first->packageBytes + m_second->packageBytes, std::uint64_t(m_packages["1.0"].content.size()));
    }

    void goesOnAfterARestartFromTheByteReached() {
        m_first->dieAfter = 200000;
        m_second->down = true;
        m_terminal->download.rounds = 1000;
        permit(package("1.0"), 1);
        m_terminal->start(*m_manager);
        const auto held = [&] {
            const fs::directory_iterator file(m_terminal->data() / "downloads");
            return file == fs::directory_iterator() ? 0 : fs::file_size(*file);
        };
        QVERIFY(eagerly([&] { return m_first->down && held() == 200000; }));
        m_terminal->stop();
        m_second->down = false;
        m_terminal->start();
        QVERIFY(waitFor("succeeded"));
        QCOMPARE(m_second->ranges, (std::vector<std::string>{"bytes=200000-"}));
    }

    void downloadsWhileTheManagerIsAway() {
        m_first->down = m_second->down = true;
        m_terminal->download.rounds = 1000;
        m_manager->offer = offerOf(package("1.0"), 1);
        m_terminal->start(*m_manager);
        QVERIFY(eagerly([&] { return m_terminal->agent().deployer().active(); }));
        m_terminal->stop();
        m_manager->down = true;
        m_first->down = false;
        m_terminal->start();
        const auto downloaded = [&] {
            const auto& journal = m_terminal->agent().deployer().journal();
            return journal && journal->stage == terminal::Stage::downloaded;
        };
        QVERIFY(eagerly(downloaded));
        QVERIFY(m_manager->states().empty());
        m_manager->down = false;
        QVERIFY(waitFor("downloaded"));
    }

    void findsAManagerThatMoved() {
        // Gone after the terminal, as all servers: its connections are open till then.
        TestManager& next = *m_others.emplace_back(std::make_unique<TestManager>(*m_io, *m_trust));
        const TestTrust otherTrust;
        TestManager& stranger = *m_others.emplace_back(std::make_unique<TestManager>(*m_io, otherTrust));
        m_manager->addresses = {m_manager->url(), stranger.url(), next.url()};
        m_terminal->start(*m_manager);
        QVERIFY(eagerly([&] { return fs::exists(m_terminal->data() / "managers.json"); }));
        next.tokenHashes = m_manager->tokenHashes;
        next.addresses = {next.url()};
        m_manager->down = true;
        next.offer = offerOf(package("1.0"), 1);
        next.offer->permit = next.permitFor(*next.offer, "till-1");
        QVERIFY(eagerly([&] { return next.last("succeeded") != nullptr; }));
        QCOMPARE(stranger.polls, 0);
        // Started anew it looks where the manager was last, not where it joined.
        m_terminal->stop();
        m_manager->down = false;
        const int polls = m_manager->polls;
        const int before = next.polls;
        m_terminal->start();
        QVERIFY(eagerly([&] { return next.polls > before; }));
        QCOMPARE(m_manager->polls, polls);
    }

    void refusesAPermit_data() {
        QTest::addColumn<QString>("how");
        for (const char* how : {"terminal", "deployment", "product", "release", "package", "key", "over", "garbage"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }

    void refusesAPermit() {
        QFETCH(QString, how);
        const trust::PrivateKey stranger = trust::PrivateKey::generate();
        ScriptedOffer offer = offerOf(package("1.0"), 1);
        trust::Permit permit = m_manager->permitFor(offer, "till-1");
        if (how == QLatin1String("terminal")) permit.terminal = "till-2";
        if (how == QLatin1String("deployment")) permit.deployment = 2;
        if (how == QLatin1String("product")) permit.product = "till";
        if (how == QLatin1String("release")) permit.releaseDigest = Digest::ofContent("x").text();
        if (how == QLatin1String("package")) permit.manifestDigest = Digest::ofContent("x").text();
        if (how == QLatin1String("key")) offer.signer = &stranger;
        if (how == QLatin1String("over")) permit.notAfter = permit.notBefore + Seconds(1);
        offer.permit = permit;
        if (how == QLatin1String("garbage")) offer.rawPermit = "not.a.permit";
        m_manager->offer = offer;
        m_terminal->start(*m_manager);
        QVERIFY(waitFor("failed"));
        QCOMPARE(m_manager->last("failed")->cause, std::string("permitInvalid"));
        QVERIFY(!fs::exists(m_terminal->root() / "kiosk"));
    }

    void refusesAPermitOlderThanTheLastUsed() {
        m_manager->nextSequence = 10;
        install(package("1.0"));
        m_manager->nextSequence = 9;
        permit(package("2.0"), 2);
        QVERIFY(waitFor("failed"));
        QCOMPARE(m_manager->last("failed")->cause, std::string("permitInvalid"));
        QCOMPARE(m_terminal->current("kiosk", "version"), std::string("1.0"));
    }

    void holdsUntilThePermitComes() {
        m_manager->offer = offerOf(package("1.0"), 1);
        m_terminal->start(*m_manager);
        QVERIFY(waitFor("holding"));
        const int polls = m_manager->polls;
        QVERIFY(eagerly([&] { return m_manager->polls >= polls + 2; }));
        QVERIFY(!fs::exists(m_terminal->root() / "kiosk"));
        permit(m_packages["1.0"], 1);
        QVERIFY(waitFor("succeeded"));
        const std::vector<std::string> expected{"downloaded", "holding", "installing", "checking", "succeeded"};
        QCOMPARE(m_manager->states(), expected);
    }

    void asksAgainWhenTheHoldIsOver() {
        m_manager->sleep = "00:00:10";
        ScriptedOffer offer = offerOf(package("1.0"), 1);
        offer.holdUntil = SystemClock().now() + Milliseconds(700);
        m_manager->offer = offer;
        m_manager->onFeedback = [this](const SeenFeedback& seen) {
            if (seen.state == "holding") permit(m_packages["1.0"], 1);
        };
        m_terminal->start(*m_manager);
        QVERIFY(patiently("succeeded"));
        QVERIFY(SystemClock().now() >= *offer.holdUntil);
    }

    void waitsForThePermitsTime() {
        m_manager->sleep = "00:00:10";
        ScriptedOffer offer = offerOf(package("1.0"), 1);
        trust::Permit permit = m_manager->permitFor(offer, "till-1");
        permit.notBefore = SystemClock().now() + Milliseconds(800);
        offer.permit = permit;
        m_manager->offer = offer;
        m_terminal->start(*m_manager);
        QVERIFY(patiently("holding"));
        QVERIFY(!fs::exists(m_terminal->root() / "kiosk"));
        QVERIFY(patiently("succeeded"));
        QVERIFY(SystemClock().now() >= permit.notBefore);
    }

    void waitsForTheManagerAtTheUpdateTime_data() {
        QTest::addColumn<bool>("offline");
        QTest::newRow("installs offline where the permit says so") << true;
        QTest::newRow("waits where it does not") << false;
    }

    void waitsForTheManagerAtTheUpdateTime() {
        QFETCH(bool, offline);
        ScriptedOffer offer = offerOf(package("1.0"), 1);
        trust::Permit permit = m_manager->permitFor(offer, "till-1");
        permit.offline = offline;
        permit.notBefore = SystemClock().now() + Seconds(600);
        offer.permit = permit;
        m_manager->offer = offer;
        m_terminal->start(*m_manager);
        QVERIFY(waitFor("holding"));
        loseTheManager();
        m_terminal->clock.shift = Seconds(601);
        const int polls = m_manager->polls;
        if (offline) {
            QVERIFY(eagerly([&] { return m_terminal->current("kiosk", "version") == "1.0"; }));
        } else {
            QVERIFY(eagerly([&] { return m_manager->polls >= polls + 3; }));
            QVERIFY(!fs::exists(m_terminal->root() / "kiosk"));
        }
        m_manager->down = false;
        QVERIFY(waitFor("succeeded"));
    }

    void doesNotInstallOfflineWhenThePermitIsOver() {
        ScriptedOffer offer = offerOf(package("1.0"), 1);
        trust::Permit permit = m_manager->permitFor(offer, "till-1");
        permit.offline = true;
        permit.notBefore = SystemClock().now() + Seconds(600);
        offer.permit = permit;
        m_manager->offer = offer;
        m_terminal->start(*m_manager);
        QVERIFY(waitFor("holding"));
        loseTheManager();
        m_terminal->clock.shift = Seconds(7200);
        const int polls = m_manager->polls;
        QVERIFY(eagerly([&] { return m_manager->polls >= polls + 3; }));
        QVERIFY(!fs::exists(m_terminal->root() / "kiosk"));
        m_manager->down = false;
        QVERIFY(waitFor("failed"));
        QCOMPARE(m_manager->last("failed")->cause, std::string("permitInvalid"));
    }

    void aLaterHoldTakesBackAnOfflinePermit() {
        ScriptedOffer offer = offerOf(package("1.0"), 1);
        trust::Permit permit = m_manager->permitFor(offer, "till-1");
        permit.offline = true;
        permit.notBefore = SystemClock().now() + Seconds(600);
        offer.permit = permit;
        m_manager->offer = offer;
        m_terminal->start(*m_manager);
        QVERIFY(waitFor("holding"));
        m_manager->offer->permit.reset();
        m_manager->offer->holdReason = "the breaker paused the rollout";
        QVERIFY(eagerly([&] { return m_manager->last("holding")->message == m_manager->offer->holdReason; }));
        m_manager->down = true;
        m_terminal->clock.shift = Seconds(601);
        const int polls = m_manager->polls;
        QVERIFY(eagerly([&] { return m_manager->polls >= polls + 3; }));
        QVERIFY(!fs::exists(m_terminal->root() / "kiosk"));
    }

    void goesBackWhenTheRunCheckSaysNo() {
        install(package("1.0"));
        permit(package("2.0", "echo the screen stays dark; exit 3"), 2);
        QVERIFY(waitFor("rolledBack"));
        const SeenFeedback& seen = *m_manager->last("rolledBack");
        QCOMPARE(seen.cause, std::string("runCheckFailed"));
        QCOMPARE(seen.logTail, std::string("the screen stays dark\n"));
        QCOMPARE(seen.finished, std::string("failure"));
        QCOMPARE(m_terminal->current("kiosk", "version"), std::string("1.0"));
        QCOMPARE(contentOf(m_terminal->root() / "log"), std::string("restart 1.0\nrestart 2.0\nrestart 1.0\n"));
        QCOMPARE(m_terminal->trees("kiosk").size(), std::size_t(1));
    }

    void goesBackWhenTheRunCheckTakesTooLong() {
        install(package("1.0"));
        Recipe recipe = recipeWith({"./restart"}, {"/bin/sleep", "600"});
        recipe.runCheck.timeout = Seconds(1);
        const fs::path tree = path("tree-2.0");
        package("2.0");
        m_packages["slow"] = makePackage("kiosk", "2.0", recipe, tree);
        m_first->hold(m_packages["slow"]);
        permit(m_packages["slow"], 2);
        QVERIFY(waitFor("rolledBack"));
        QCOMPARE(m_manager->last("rolledBack")->cause, std::string("runCheckTimedOut"));
        QCOMPARE(m_terminal->current("kiosk", "version"), std::string("1.0"));
    }

    void goesBackWhenTheNewVersionDoesNotStart() {
        install(package("1.0"));
        package("2.0");
        m_packages["dead"] = makePackage("kiosk", "2.0", recipeWith({"./no such file"}, {}), path("tree-2.0"));
        m_first->hold(m_packages["dead"]);
        permit(m_packages["dead"], 2);
        QVERIFY(waitFor("rolledBack"));
        QCOMPARE(m_manager->last("rolledBack")->cause, std::string("restartFailed"));
        // The old version was started as its own recipe says, not as the broken one does.
        QCOMPARE(contentOf(m_terminal->root() / "log"), std::string("restart 1.0\nrestart 1.0\n"));
    }

    void aFirstVersionThatFailsLeavesNothing() {
        permit(package("1.0", "exit 1"), 1);
        m_terminal->start(*m_manager);
        QVERIFY(waitFor("failed"));
        QCOMPARE(m_manager->last("failed")->cause, std::string("runCheckFailed"));
        QVERIFY(!fs::exists(fs::symlink_status(m_terminal->root() / "kiosk/current")));
        QVERIFY(m_terminal->trees("kiosk").empty());
    }

    void triesAgainAsAnotherAttempt() {
        install(package("1.0"));
        permit(package("2.0", "test -e \"$SIGNALBOX_ROOT/mended\""), 2);
        QVERIFY(waitFor("rolledBack"));
        writeFile(m_terminal->root() / "mended", "");
        permit(m_packages["2.0"], 2);
        m_manager->offer->attempt = 2;
        QVERIFY(waitFor("succeeded"));
        QCOMPARE(m_manager->last("succeeded")->attempt, std::int64_t(2));
        QCOMPARE(m_terminal->current("kiosk", "version"), std::string("2.0"));
    }

    void stopsWhenCancelledBeforeTheSwitch() {
        m_manager->offer = offerOf(package("1.0"), 5);
        m_terminal->start(*m_manager);
        QVERIFY(waitFor("holding"));
        m_manager->cancel = 5;
        QVERIFY(eagerly([&] { return !m_manager->cancel; }));
        QCOMPARE(m_manager->feedback.back().door, std::string("cancelAction"));
        QCOMPARE(m_manager->feedback.back().finished, std::string("success"));
        QVERIFY(fs::is_empty(m_terminal->data() / "downloads"));
        QVERIFY(!m_terminal->agent().deployer().active());
    }

    void stopsADownloadWhenCancelled() {
        m_first->down = m_second->down = true;
        m_terminal->download = {100000, Milliseconds(10), Milliseconds(10), std::uint64_t(1) << 30};
        m_manager->offer = offerOf(package("1.0"), 5);
        m_terminal->start(*m_manager);
        QVERIFY(eagerly([&] { return m_terminal->agent().deployer().running(); }));
        m_manager->cancel = 5;
        QVERIFY(eagerly([&] { return !m_manager->cancel; }));
        QCOMPARE(m_manager->feedback.back().finished, std::string("success"));
    }

    void rejectsACancelBehindTheSwitch() {
        install(package("1.0"));
        permit(package("2.0", "while ! test -e \"$SIGNALBOX_ROOT/go\"; do sleep 0.05; done"), 2);
        QVERIFY(waitFor("checking"));
        m_manager->cancel = 2;
        QVERIFY(eagerly([&] { return !m_manager->cancel; }));
        QCOMPARE(m_manager->feedback.back().execution, std::string("rejected"));
        writeFile(m_terminal->root() / "go", "");
        QVERIFY(waitFor("succeeded"));
    }

    void dropsWhatIsNoLongerOffered() {
        m_manager->offer = offerOf(package("1.0"), 5);
        m_terminal->start(*m_manager);
        QVERIFY(waitFor("holding"));
        m_manager->offer.reset();
        QVERIFY(eagerly([&] { return !m_terminal->agent().deployer().active(); }));
        QVERIFY(fs::is_empty(m_terminal->data() / "downloads"));
    }

    void keepsFeedbackInOrderUntilTheManagerIsBack() {
        permit(package("1.0"), 1);
        m_manager->feedbackStatus = 500;
        m_terminal->start(*m_manager);
        QVERIFY(eagerly([&] { return m_terminal->current("kiosk", "version") == "1.0"; }));
        QVERIFY(eagerly([&] { return m_terminal->agent().feedbackWaiting() == 4; }));
        m_terminal->stop();
        m_manager->feedbackStatus.reset();
        m_terminal->start();
        QVERIFY(waitFor("succeeded"));
        const std::vector<std::string> expected{"downloaded", "installing", "checking", "succeeded"};
        QCOMPARE(m_manager->states(), expected);
        QVERIFY(eagerly([&] { return m_terminal->agent().feedbackWaiting() == 0; }));
    }

    void dropsFeedbackThatNobodyWants() {
        permit(package("1.0"), 1);
        m_manager->feedbackStatus = 410;
        m_terminal->start(*m_manager);
        QVERIFY(eagerly([&] {
            return m_terminal->current("kiosk", "version") == "1.0" && m_terminal->agent().feedbackWaiting() == 0;
        }));
    }

    void refusesWhatWouldRunAsRootUnasked() {
        m_terminal->allowRoot.clear();
        package("1.0");
        Recipe recipe = recipeWith({}, {"/bin/true"});
        recipe.user = "root";  // which an agent that is not root cannot be either
        m_packages["root"] = makePackage("kiosk", "1.0", recipe, path("tree-1.0"));
        m_first->hold(m_packages["root"]);
        permit(m_packages["root"], 1);
        m_terminal->start(*m_manager);
        QVERIFY(waitFor("failed"));
        QCOMPARE(m_manager->last("failed")->cause, std::string("unsupported"));
        QCOMPARE(m_first->packageRequests, 0);
    }

    void runsCommandsAsTheUserOfTheRecipe() {
        m_terminal->allowRoot.clear();
        package("1.0");
        ::chmod(m_folder->path().toLocal8Bit().constData(), 0755);
        Recipe recipe = recipeWith({}, {"/bin/sh", "-c", "id -un; exit 1"});
        recipe.user = ::geteuid() == 0 ? "nobody" : ::getpwuid(::geteuid())->pw_name;
        m_packages["user"] = makePackage("kiosk", "1.0", recipe, path("tree-1.0"));
        m_first->hold(m_packages["user"]);
        permit(m_packages["user"], 1);
        m_terminal->start(*m_manager);
        QVERIFY(waitFor("failed"));
        QCOMPARE(m_manager->last("failed")->logTail, recipe.user + "\n");
    }

    void aFullDiskLeavesTheOldVersion_data() {
        QTest::addColumn<quint64>("limit");
        QTest::newRow("while downloading") << quint64(100000);
        QTest::newRow("while unpacking") << quint64(1000000);
    }

    void aFullDiskLeavesTheOldVersion() {
        QFETCH(quint64, limit);
        install(package("1.0"));
        package("2.0", "exit 0", 300000);
        writeFile(path("tree-2.0") / "zeros", std::string(3000000, '\0'));
        m_packages["2.0"] = makePackage("kiosk", "2.0", recipeWith({"./restart"}, {"./check"}), path("tree-2.0"));
        m_first->hold(m_packages["2.0"]);
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        const rlimit small{limit, before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        permit(m_packages["2.0"], 2);
        const bool failed = waitFor("failed");
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(failed);
        QCOMPARE(m_manager->last("failed")->cause, std::string("diskFull"));
        QCOMPARE(m_terminal->current("kiosk", "version"), std::string("1.0"));
        QCOMPARE(m_terminal->trees("kiosk").size(), std::size_t(1));
        QVERIFY(fs::is_empty(m_terminal->data() / "downloads"));
    }

    void reportsAManifestThatIsNone() {
        package("1.0");
        TestPackage& broken = m_packages["1.0"];
        broken.manifest = "{\"schemaVersion\": 2}";
        broken.manifestDigest = Digest::ofContent(broken.manifest);
        m_first->hold(broken);
        permit(broken, 1);
        m_terminal->start(*m_manager);
        QVERIFY(waitFor("failed"));
        QCOMPARE(m_manager->last("failed")->cause, std::string("manifestInvalid"));
    }

    void reportsAPackageThatIsNoArchive() {
        package("1.0");
        TestPackage& broken = m_packages["1.0"];
        const std::string good = broken.manifest;
        broken.content = std::string(5000, 'x');
        const Digest digest = Digest::ofContent(broken.content);
        boost::json::object manifest = boost::json::parse(good).as_object();
        manifest["layers"].at(0).as_object()["digest"] = digest.text();
        manifest["layers"].at(0).as_object()["size"] = broken.content.size();
        broken.layer = digest;
        broken.manifest = boost::json::serialize(manifest);
        broken.manifestDigest = Digest::ofContent(broken.manifest);
        m_first->hold(broken);
        permit(broken, 1);
        m_terminal->start(*m_manager);
        QVERIFY(waitFor("failed"));
        QCOMPARE(m_manager->last("failed")->cause, std::string("unpackFailed"));
        QVERIFY(m_terminal->trees("kiosk").empty());
    }
};

QTEST_GUILESS_MAIN(TestAgent)
#include "tst_agent.moc"
