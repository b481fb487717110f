// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <optional>
#include <string>

#include "tests/support/adminclient_server.h"
#include "ui/rollouts/pause_all.h"

using namespace signalbox;
using namespace signalbox::ui;
using signalbox::test::AdminServer;

namespace {

/// A manager with three rollouts under way: 1 and 2 can be paused, 3 as a test says.
struct Running {
    std::string rollouts = R"({"id":1,"state":"running"},{"id":2,"state":"issuing"},{"id":3,"state":"running"})";
    AdminServer::Answer third{200, R"({"id":3,"state":"paused"})"};
    AdminServer server{[this](const AdminServer::Received& request) { return answer(request); }};
    ManagerLink link;
    PauseAll pause{link};
    std::optional<PauseOutcome> outcome;
    int told = 0;

    Running() {
        QObject::connect(&pause, &PauseAll::done, &pause, [this](const PauseOutcome& got) {
            outcome = got;
            ++told;
        });
    }
    AdminServer::Answer answer(const AdminServer::Received& request) {
        if (request.target.starts_with("/api/v1/events"))
            return {200, ":\n\n", "text/event-stream", AdminServer::End::stream};
        if (request.target.starts_with("/api/v1/rollouts?")) return {200, "{\"items\":[" + rollouts + "]}"};
        if (request.method == "POST" && request.target == "/api/v1/rollouts/3/pause") return third;
        if (request.method == "POST") return {200, R"({"id":1,"state":"paused"})"};
        return {200, R"({"id":1,"state":"paused","progress":{"permitsOut":4}})"};
    }
    bool run() {
        if (!link.open(server.profile())) return false;
        pause.start();
        pause.start();  // whoever presses the key twice means it once
        return QTest::qWaitFor([this] { return outcome.has_value(); }, 20000);
    }
};

}  // namespace

class PauseAllTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pausesEachOnceAndCountsThePermitsThatAreOut() {
        Running running;
        QVERIFY(running.run());
        QCOMPARE(running.outcome->paused, 3);
        QCOMPARE(running.outcome->permitsOut, std::uint64_t(12));
        QVERIFY(!running.outcome->error);
        QCOMPARE(running.server.count("POST", "/api/v1/rollouts/"), 3);
        QCOMPARE(running.told, 1);
        QVERIFY(pauseText(*running.outcome).contains(QStringLiteral("12")));
    }

    void oneThatEndedMeanwhileIsNoFailure() {
        Running running;
        running.third = {409, R"({"code":"wrongState","detail":"over"})", "application/problem+json"};
        QVERIFY(running.run());
        QCOMPARE(running.outcome->paused, 2);
        QCOMPARE(running.outcome->refused, 0);
        QVERIFY(!running.outcome->error);
    }

    void aRefusalIsTold() {
        Running running;
        running.third = {403, R"({"code":"denied","detail":"no"})", "application/problem+json"};
        QVERIFY(running.run());
        QCOMPARE(running.outcome->paused, 2);
        QCOMPARE(running.outcome->refused, 1);
        QCOMPARE(running.outcome->error->code, make_error_code(BaseErrc::denied));
    }

    void whereNothingRunsItSaysSo() {
        Running running;
        running.rollouts.clear();
        QVERIFY(running.run());
        QCOMPARE(running.outcome->paused, 0);
        QVERIFY(!pauseText(*running.outcome).isEmpty());
    }
};

QTEST_MAIN(PauseAllTest)
#include "tst_pause_all.moc"
