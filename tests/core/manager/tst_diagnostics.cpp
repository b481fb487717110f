// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <filesystem>

#include "core/manager/diagnostics.h"
#include "tests/support/manager_bench.h"
#include "tests/support/manager_host.h"

using namespace signalbox;
using namespace signalbox::test;
using manager::Diagnostics;

namespace {

namespace fs = std::filesystem;

constexpr const char* kPath = "/api/v1/terminals/till-1/diagnostics";
const std::string kBundle = R"({"diagnosis":{"good":true},"log":[]})";

/// An engine with a folder for bundles.
class DiagnosticsBench : public ManagerBench {
public:
    DiagnosticsBench() { engine().options.diagnosticsFolder = folder(); }
    [[nodiscard]] fs::path folder() const { return m_bundles.path().toStdString(); }
    [[nodiscard]] std::size_t files() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder()), fs::directory_iterator()));
    }
    void answer(TerminalId terminal, const std::string& controllerId) {
        Diagnostics diagnostics(engine());
        const auto asked = diagnostics.ask(controllerId, "anna").value();
        run(diagnostics.take(terminal, asked.request, kBundle)).value();
    }
    void tidy() {
        Diagnostics diagnostics(engine());
        run(diagnostics.tidy()).value();
    }

private:
    QTemporaryDir m_bundles;
};

}  // namespace

/// What terminals are asked about themselves, through both doors.
class TestDiagnostics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTerminalAnswersAtItsNextPoll() {
        ManagerHost host;
        const std::string token = host.addTerminal("till-1");
        QCOMPARE(host.admin("GET", kPath).status, 404);
        QVERIFY(!host.ddi("GET", "till-1", token).has("signalbox"));
        const auto asked = host.admin("POST", kPath);
        QCOMPARE(asked.status, 202);
        QCOMPARE(asked.text("state"), std::string("requested"));
        QCOMPARE(host.admin("POST", kPath).number("request"), asked.number("request"));
        QCOMPARE(host.admin("GET", std::string(kPath) + "/bundle").status, 404);

        QCOMPARE(host.ddi("GET", "till-1", token).number("signalbox/diagnostics/request"), std::int64_t(1));
        QCOMPARE(host.ddi("POST", "till-1/diagnostics/1", token, kBundle).status, 200);
        QVERIFY(!host.ddi("GET", "till-1", token).has("signalbox"));
        QCOMPARE(host.ddi("POST", "till-1/diagnostics/1", token, kBundle).status, 410);

        const auto known = host.admin("GET", kPath);
        QCOMPARE(known.text("state"), std::string("answered"));
        QCOMPARE(known.number("bundleSize"), std::int64_t(kBundle.size()));
        QCOMPARE(host.admin("GET", std::string(kPath) + "/bundle").body, kBundle);
    }

    void aRequestAndABundleOutliveARestart() {
        ManagerHost host;
        const std::string token = host.addTerminal("till-1");
        QCOMPARE(host.admin("POST", kPath).status, 202);
        host.restart();
        QCOMPARE(host.ddi("GET", "till-1", token).number("signalbox/diagnostics/request"), std::int64_t(1));
        QCOMPARE(host.ddi("POST", "till-1/diagnostics/1", token, kBundle).status, 200);
        host.restart();
        QCOMPARE(host.admin("GET", std::string(kPath) + "/bundle").body, kBundle);
        // A new request keeps the bundle before until the next one came.
        QCOMPARE(host.admin("POST", kPath).number("request"), std::int64_t(2));
        QCOMPARE(host.admin("GET", std::string(kPath) + "/bundle").body, kBundle);
        QCOMPARE(host.ddi("POST", "till-1/diagnostics/2", token, R"({"two":2})").status, 200);
        QCOMPARE(host.admin("GET", std::string(kPath) + "/bundle").body, std::string(R"({"two":2})"));
        QCOMPARE(host.admin("DELETE", kPath).status, 204);
        QCOMPARE(host.admin("GET", std::string(kPath) + "/bundle").status, 404);
    }

    void otherClientsCannotBeAsked() {
        ManagerHost host;
        const std::string token = host.addTerminal("till-1");
        QCOMPARE(host.admin("POST", kPath).status, 202);  // nobody knows yet
        QVERIFY(!host.ddi("GET", "till-1", token, {}, false).has("signalbox"));
        const auto ended = host.admin("GET", kPath);
        QCOMPARE(ended.text("state"), std::string("failed"));
        QVERIFY(!ended.text("problem").empty());
        const auto refused = host.admin("POST", kPath);
        QCOMPARE(refused.status, 409);
        QCOMPARE(refused.text("code"), std::string("wrongState"));
        [[maybe_unused]] const auto polled = host.ddi("GET", "till-1", token);  // its agent was exchanged for ours
        QCOMPARE(host.admin("POST", kPath).status, 202);
    }

    void onlyWhatWasAskedIsTaken() {
        ManagerHost host;
        const std::string token = host.addTerminal("till-1");
        const std::string other = host.addTerminal("till-2");
        QCOMPARE(host.ddi("POST", "till-1/diagnostics/1", token, kBundle).status, 404);
        QCOMPARE(host.admin("POST", kPath).status, 202);
        QCOMPARE(host.ddi("POST", "till-1/diagnostics/1", other, kBundle).status, 401);
        QCOMPARE(host.ddi("POST", "till-2/diagnostics/1", other, kBundle).status, 404);
        QCOMPARE(host.ddi("POST", "till-1/diagnostics/2", token, kBundle).status, 404);
        QCOMPARE(host.ddi("POST", "till-1/diagnostics/1", token, "[]").status, 400);
        QCOMPARE(host.ddi("POST", "till-1/diagnostics/1", token, "{").status, 400);
        const std::string large = "{\"log\":\"" + std::string(Diagnostics::kMaxBundle, 'x') + "\"}";
        QCOMPARE(host.ddi("POST", "till-1/diagnostics/1", token, large).status, 413);
        QCOMPARE(host.admin("GET", kPath).text("state"), std::string("requested"));
    }

    void askingAndAnsweringAreAudited() {
        ManagerHost host;
        const std::string token = host.addTerminal("till-1");
        QCOMPARE(host.admin("POST", kPath).status, 202);
        QCOMPARE(host.ddi("POST", "till-1/diagnostics/1", token, kBundle).status, 200);
        const auto audit = host.admin("GET", "/api/v1/audit?order=newest&limit=2");
        QCOMPARE(audit.text("items/0/action"), std::string("terminal.diagnostics"));
        QCOMPARE(audit.text("items/0/actor"), std::string("terminal:till-1"));
        QCOMPARE(audit.text("items/1/action"), std::string("terminal.diagnose"));
        QCOMPARE(audit.text("items/1/actor"), std::string("administrator"));
    }

    void bundlesAreKeptForAMonth() {
        DiagnosticsBench bench;
        bench.answer(bench.add(aTerminal("a")), "a");
        bench.clock.advance(std::chrono::hours(24 * 29));
        bench.tidy();
        QCOMPARE(bench.files(), 1U);
        bench.clock.advance(std::chrono::hours(24 * 2));
        bench.tidy();
        QCOMPARE(bench.files(), 0U);
        QVERIFY(!Diagnostics(bench.engine()).of("a")->bundleAt);
    }

    void aRequestThatNobodyAnswersIsGivenUp() {
        DiagnosticsBench bench;
        const TerminalId terminal = bench.add(aTerminal("a"));
        QVERIFY(Diagnostics(bench.engine()).ask("a", "anna").has_value());
        bench.clock.advance(std::chrono::hours(24 * 7));
        bench.tidy();
        QCOMPARE(Diagnostics(bench.engine()).wantedOf(terminal), std::int64_t(1));
        bench.clock.advance(std::chrono::hours(1));
        bench.tidy();
        bench.restart();
        QCOMPARE(Diagnostics(bench.engine()).wantedOf(terminal), std::int64_t(0));
        QVERIFY(!Diagnostics(bench.engine()).of("a")->problem.empty());
    }

    void onlySoManyBundlesAreKept() {
        DiagnosticsBench bench;
        const auto terminals = bench.addMany(Diagnostics::kMostBundles + 3);
        for (std::size_t i = 0; i < terminals.size(); ++i) {
            bench.answer(terminals[i], "t" + std::to_string(i + 1));
            bench.clock.advance(Seconds(1));
        }
        bench.tidy();
        QCOMPARE(bench.files(), Diagnostics::kMostBundles);
        QVERIFY(!Diagnostics(bench.engine()).of("t3")->bundleAt);
        QVERIFY(Diagnostics(bench.engine()).of("t4")->bundleAt.has_value());
    }

    void aTerminalThatIsRemovedTakesItsBundleAlong() {
        DiagnosticsBench bench;
        bench.answer(bench.add(aTerminal("a")), "a");
        QVERIFY(bench.inventory().removeTerminal("a", "anna").has_value());
        bench.tidy();
        QCOMPARE(bench.files(), 0U);
        bench.restart();
        QVERIFY(bench.world().diagnostics.empty());
    }
};

QTEST_GUILESS_MAIN(TestDiagnostics)
#include "tst_diagnostics.moc"
