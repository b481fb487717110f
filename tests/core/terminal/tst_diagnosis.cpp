// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "core/terminal/diagnosis.h"
#include "tests/support/package_trees.h"
#include "tests/support/terminal_world.h"

using namespace signalbox;
using namespace signalbox::test;
using terminal::Diagnosis;
using terminal::Verdict;

/// What an agent's folder and its surroundings have to be like, looked at by the real checks over TLS.
class TestDiagnosis : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<asio::io_context> m_io;
    std::unique_ptr<TestTrust> m_trust;
    std::unique_ptr<TestManager> m_manager;
    std::unique_ptr<TestNode> m_node;
    std::unique_ptr<TestTerminal> m_terminal;
    TestPackage m_package;

    fs::path path(const std::string& name) const { return fs::path(m_folder->path().toStdString()) / name; }

    static Task<void> examine(terminal::DiagnosisParts parts, const terminal::DataFolder& folder,
                              std::optional<Diagnosis>& into) {
        auto diagnosis = co_await terminal::diagnose(parts, folder, "signalbox-terminal/test");
        into = std::move(diagnosis);
        co_return Result<void>();
    }

    /// By a process of its own, as signalbox-terminal diagnose is one.
    Diagnosis look() {
        terminal::DataFolder folder(nativeFileSystem(), m_terminal->data());
        http::ClientOptions options;
        options.maxIdlePerOrigin = 0;
        http::TlsClientOptions tls;
        if (const auto identity = folder.identity()) tls.caPem = identity->caPem;
        if (const auto settings = folder.settings()) options.proxy = terminal::proxyOf(*settings).value();
        tls.requiredRole = "manager";
        options.tls = http::TlsClientContext::make(tls).value();
        const auto manager = http::makeClient(*m_io, options);
        tls.requiredRole = "node";
        options.tls = http::TlsClientContext::make(tls).value();
        const auto nodes = http::makeClient(*m_io, options);
        std::optional<Diagnosis> found;
        const terminal::DiagnosisParts parts{m_terminal->clock, nativeFileSystem(), *manager, *nodes};
        spawnSession(m_io->get_executor(), "diagnose", examine(parts, folder, found));
        if (!runUntil(*m_io, [&] { return found.has_value(); })) return {};
        return *found;
    }

    /// The worst verdict of a check; skipped where nothing else is said.
    static Verdict verdict(const Diagnosis& diagnosis, const std::string& check) {
        Verdict worst = Verdict::skipped;
        for (const auto& finding : diagnosis.findings) {
            if (finding.check != check || finding.verdict == Verdict::skipped) continue;
            if (worst == Verdict::skipped || finding.verdict > worst) worst = finding.verdict;
        }
        return worst;
    }

    /// No manager listens where this terminal expects one.
    void pointToNobody() {
        terminal::DataFolder folder(nativeFileSystem(), m_terminal->data());
        terminal::Identity identity = folder.identity().value();
        identity.managerUrl = "https://127.0.0.1:1";
        QVERIFY(folder.saveIdentity(identity).has_value());
    }

    /// Offered before it starts, so that its first poll brings it.
    void startWithAnUpgrade() {
        ScriptedOffer offer;
        offer.package = &m_package;
        offer.chain = {m_node.get()};
        offer.permit = m_manager->permitFor(offer, "till-1");
        m_manager->offer = offer;
        m_terminal->start(*m_manager);
        QVERIFY(runUntil(*m_io, [&] { return m_manager->last("succeeded") != nullptr; }));
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_io = std::make_unique<asio::io_context>(1);
        m_trust = std::make_unique<TestTrust>();
        m_manager = std::make_unique<TestManager>(*m_io, *m_trust);
        m_node = std::make_unique<TestNode>(*m_io, *m_trust, "n1");
        writeFile(path("tree/version"), "1.0");
        m_package = makePackage("kiosk", "1.0", Recipe(), path("tree"));
        m_node->hold(m_package);
        m_terminal = std::make_unique<TestTerminal>(*m_io, path("terminal"));
        startWithAnUpgrade();
    }

    void cleanup() {
        m_terminal.reset();
        m_node.reset();
        m_manager.reset();
        m_io.reset();
        m_trust.reset();
        m_folder.reset();
    }

    void findsNothingWhereAllIsWell() {
        const Diagnosis found = look();
        QVERIFY2(found.good(), terminal::diagnosisText(found).c_str());
        for (const char* check : {"settings", "folder", "feedback", "manager", "token", "clock", "node"})
            QVERIFY2(verdict(found, check) == Verdict::good, check);
        QCOMPARE(verdict(found, "proxy"), Verdict::skipped);
        QCOMPARE(verdict(found, "agent"), Verdict::warning);  // the test's agent takes no lock
    }

    void aRefusedTokenIsTold() {
        m_manager->tokenHashes["till-1"] = "another";
        const Diagnosis found = look();
        QCOMPARE(verdict(found, "manager"), Verdict::good);
        QCOMPARE(verdict(found, "token"), Verdict::failed);
        QVERIFY(!found.good());
    }

    void aManagerThatIsAwayIsTold() {
        m_terminal->stop();
        pointToNobody();
        const Diagnosis found = look();
        QCOMPARE(verdict(found, "manager"), Verdict::failed);
        QCOMPARE(verdict(found, "token"), Verdict::skipped);
        QCOMPARE(verdict(found, "clock"), Verdict::skipped);
        QCOMPARE(verdict(found, "node"), Verdict::good);
    }

    void anotherManagersCertificateIsTold() {
        m_terminal->stop();
        terminal::DataFolder folder(nativeFileSystem(), m_terminal->data());
        terminal::Identity identity = folder.identity().value();
        const TestTrust other;
        identity.caPem = other.authority.certificatePem();
        QVERIFY(folder.saveIdentity(identity).has_value());
        const Diagnosis found = look();
        QCOMPARE(verdict(found, "manager"), Verdict::failed);
        QCOMPARE(verdict(found, "node"), Verdict::failed);
    }

    void aNodeThatIsAwayIsTold() {
        m_node->down = true;
        QCOMPARE(verdict(look(), "node"), Verdict::failed);
    }

    void aWrongClockIsTold() {
        m_terminal->clock.shift = Seconds(120);
        QCOMPARE(verdict(look(), "clock"), Verdict::warning);
        m_terminal->clock.shift = -Seconds(86400);
        QCOMPARE(verdict(look(), "clock"), Verdict::failed);
        m_terminal->stop();
        pointToNobody();  // and without a manager's time, by what was noted before
        QCOMPARE(verdict(look(), "clock"), Verdict::failed);
    }

    void aFolderOpenToOthersIsTold() {
        fs::permissions(m_terminal->data() / "token", fs::perms(0644));
        QCOMPARE(verdict(look(), "folder"), Verdict::failed);
    }

    void settingsThatCannotBeReadAreTold() {
        m_terminal->stop();
        writeFile(m_terminal->data() / "terminal.toml", "root = 7");
        const Diagnosis found = look();
        QCOMPARE(verdict(found, "settings"), Verdict::failed);
        QCOMPARE(verdict(found, "manager"), Verdict::good);
    }

    void feedbackThatWaitsLongIsTold() {
        m_terminal->stop();
        auto queue = terminal::FeedbackQueue::open(nativeFileSystem(), m_terminal->data() / "feedback").value();
        QVERIFY(queue.push({"deploymentBase", 1, "{}"}).has_value());
        QCOMPARE(verdict(look(), "feedback"), Verdict::good);
        for (const auto& entry : fs::directory_iterator(m_terminal->data() / "feedback"))
            fs::last_write_time(entry.path(), fs::file_time_type::clock::now() - std::chrono::hours(2));
        QCOMPARE(verdict(look(), "feedback"), Verdict::warning);
    }

    void aProxyThatLeadsNowhereIsTold() {
        m_terminal->stop();
        terminal::DataFolder folder(nativeFileSystem(), m_terminal->data());
        terminal::Settings settings = folder.settings().value();
        settings.proxy = "http://anna:s3cret@127.0.0.1:1";
        QVERIFY(folder.saveSettings(settings).has_value());
        const Diagnosis found = look();
        QCOMPARE(verdict(found, "proxy"), Verdict::failed);
        QVERIFY(terminal::diagnosisText(found).find("s3cret") == std::string::npos);
    }

    void answersWhenTheManagerAsks() {
        m_manager->diagnostics = 3;
        QVERIFY(runUntil(*m_io, [&] { return !m_manager->bundles.empty(); }));
        const auto& [request, bundle] = m_manager->bundles.front();
        QCOMPARE(request, std::int64_t(3));
        QVERIFY(bundle.at("diagnosis").at("good").as_bool());
        QCOMPARE(bundle.at("status").at("controllerId"), boost::json::value("till-1"));
        QVERIFY(bundle.at("log").is_array());
        m_manager->diagnostics = 4;  // what got lost is sent again
        m_manager->bundleStatus = 503;
        QVERIFY(runUntil(*m_io, [&] { return m_manager->bundles.size() == 3; }));
        m_manager->bundleStatus = 200;
        QVERIFY(runUntil(*m_io, [&] { return m_manager->bundles.size() == 4; }));
    }

    void aBundleIsBoundedAndHoldsNoSecret() {
        m_terminal->stop();
        terminal::DataFolder folder(nativeFileSystem(), m_terminal->data());
        terminal::ActivityLog log(nativeFileSystem(), m_terminal->clock, folder.path());
        for (int i = 0; i < 2000; ++i)
            log.take(LogLevel::info, "terminal", std::to_string(i) + std::string(500, '"'));
        terminal::Settings settings = folder.settings().value();
        settings.proxy = "http://anna:s3cret@127.0.0.1:1";
        QVERIFY(folder.saveSettings(settings).has_value());
        const std::string bundle =
            terminal::diagnosticsBundle(nativeFileSystem(), folder, look(), "signalbox-terminal/test");
        QVERIFY(bundle.size() <= terminal::kMaxDiagnostics);
        const auto read = boost::json::parse(bundle).as_object();
        const auto& lines = read.at("log").as_array();
        QVERIFY(lines.size() > 100);
        QVERIFY(lines.back().at("text").as_string().starts_with("1999"));
        const auto journal = terminal::JournalFile(nativeFileSystem(), folder.journalFile()).load().value().value();
        QVERIFY(!journal.permit.empty() && !journal.offer.token.empty());
        for (const std::string& secret :
             {folder.token().value(), std::string("s3cret"), journal.permit, journal.offer.token})
            QVERIFY(bundle.find(secret) == std::string::npos);
    }

    void readsDatesOfHttp_data() {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("moment");
        QTest::newRow("good") << std::string("Sun, 06 Nov 1994 08:49:37 GMT")
                              << std::string("1994-11-06T08:49:37.000Z");
        for (const char* wrong :
             {"", "Sun, 06 Nov 1994 08:49:37 UTC", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 anF 1994 08:49:37 GMT",
              "Sun, 06 Nov 1994 24:49:37 GMT", "Sun, +6 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT"})
            QTest::addRow("'%s'", wrong) << std::string(wrong) << std::string();
    }
    void readsDatesOfHttp() {
        QFETCH(std::string, text);
        QFETCH(std::string, moment);
        const auto parsed = terminal::parseHttpDate(text);
        QCOMPARE(parsed ? toRfc3339(*parsed) : std::string(), moment);
    }
};

QTEST_GUILESS_MAIN(TestDiagnosis)
#include "tst_diagnosis.moc"
