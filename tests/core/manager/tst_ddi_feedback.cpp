// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/manager/ddi/ddi_feedback.h"

using namespace signalbox;
using manager::parseActionFeedback;
using manager::parseConfigData;

namespace {

std::string feedback(const std::string& execution, const std::string& finished, const std::string& more = {}) {
    return R"({"id":7,"time":"20261121T194041","status":{"execution":")" + execution + R"(","result":{"finished":")" +
           finished + "\"}" + more + "}}";
}

std::string ours(const std::string& member) {
    return R"({"status":{"execution":"proceeding","result":{"finished":"none"}},"signalbox":)" + member + "}";
}

std::optional<DeploymentState> stateOf(const std::string& json) {
    const auto parsed = parseActionFeedback(json);
    if (!parsed) return std::nullopt;
    return parsed->report.state;
}

bool malformed(const std::string& json) {
    const auto parsed = parseActionFeedback(json);
    return !parsed && parsed.error().code == BaseErrc::malformed;
}

bool malformedConfig(const std::string& json) {
    const auto parsed = parseConfigData(json);
    return !parsed && parsed.error().code == BaseErrc::malformed;
}

}  // namespace

/// protocols/ddi.md, 1.2: ActionFeedback and ConfigData.
class TestDdiFeedback : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mapsEveryExecution_data() {
        QTest::addColumn<QString>("execution");
        QTest::addColumn<QString>("finished");
        QTest::addColumn<int>("state");
        const auto row = [](const char* execution, const char* finished, DeploymentState state) {
            QTest::addRow("%s %s", execution, finished)
                << QString::fromLatin1(execution) << QString::fromLatin1(finished) << static_cast<int>(state);
        };
        row("closed", "failure", DeploymentState::failed);
        row("closed", "success", DeploymentState::succeeded);
        row("closed", "none", DeploymentState::succeeded);
        row("download", "none", DeploymentState::downloading);
        row("downloaded", "none", DeploymentState::downloaded);
        for (const char* execution : {"proceeding", "scheduled", "resumed"})
            row(execution, "none", DeploymentState::installing);
    }
    void mapsEveryExecution() {
        QFETCH(QString, execution);
        QFETCH(QString, finished);
        QFETCH(int, state);
        const auto found = stateOf(feedback(execution.toStdString(), finished.toStdString()));
        QVERIFY(found);
        QCOMPARE(static_cast<int>(*found), state);
    }

    void rejectedAndCanceledAreWordsThatMoveNothing() {
        for (const char* execution : {"rejected", "canceled"}) {
            const auto parsed = parseActionFeedback(feedback(execution, "none", R"(,"details":["busy"])"));
            QVERIFY(parsed && parsed->report.wordOnly);
            QCOMPARE(parsed->report.message, std::string("busy"));
        }
    }

    void aFailureWithoutMoreHasTheCauseOther() {
        const auto parsed = parseActionFeedback(feedback("closed", "failure", R"(,"details":["line 1","line 2"])"));
        QVERIFY(parsed);
        QVERIFY(parsed->report.cause == FailureCause::other);
        QCOMPARE(parsed->report.message, std::string("line 1\nline 2"));
        QCOMPARE(parsed->report.logTail, std::string("line 1\nline 2"));
        QCOMPARE(parsed->report.attempt, 0U);
    }

    void takesASingleTextForDetails() {
        const auto parsed = parseActionFeedback(feedback("proceeding", "none", R"(,"details":"alone")"));
        QCOMPARE(parsed.value().report.message, std::string("alone"));
    }

    void addsTheStatusCodeToTheMessage() {
        const auto parsed = parseActionFeedback(feedback("proceeding", "none", R"(,"code":200,"details":["a"])"));
        QCOMPARE(parsed.value().report.message, std::string("a\nDevice reported status code: 200"));
    }

    void ignoresUnknownMembers() {
        QVERIFY(stateOf(R"({"x":1,"status":{"y":[],"execution":"closed","result":{"finished":"success","z":{}}}})"));
    }

    void refusesWhatIsNotFeedback_data() {
        QTest::addColumn<QString>("json");
        const auto row = [](const char* name, const std::string& json) {
            QTest::newRow(name) << QString::fromStdString(json);
        };
        row("nothing", "");
        row("no JSON", "{");
        row("no object", "[]");
        row("no status", "{}");
        row("status is text", R"({"status":"closed"})");
        row("no execution", R"({"status":{"result":{"finished":"none"}}})");
        row("unknown execution", feedback("closing", "none"));
        row("execution in capitals", feedback("CLOSED", "none"));
        row("no result", R"({"status":{"execution":"closed"}})");
        row("no finished", R"({"status":{"execution":"closed","result":{}}})");
        row("unknown finished", feedback("closed", "maybe"));
        row("deeply nested", std::string(100, '[') + std::string(100, ']'));
    }
    void refusesWhatIsNotFeedback() {
        QFETCH(QString, json);
        QVERIFY(malformed(json.toStdString()));
    }

    void boundsTheBody() {
        const auto parsed = parseActionFeedback("{\"status\":\"" + std::string(300 << 10, 'x') + "\"}");
        QVERIFY(!parsed);
    }

    void readsOurMember() {
        const auto parsed = parseActionFeedback(ours(
            R"({"attempt":2,"state":"rolledBack","percent":40,"cause":"runCheckFailed","message":"m","logTail":"l","version":"15.20"})"));
        QVERIFY(parsed);
        const auto& report = parsed->report;
        QVERIFY(report.state == DeploymentState::rolledBack);
        QVERIFY(report.cause == FailureCause::runCheckFailed);
        QCOMPARE(report.attempt, 2U);
        QCOMPARE(report.percent.value_or(0), 40U);
        QCOMPARE(report.message, std::string("m"));
        QCOMPARE(report.logTail, std::string("l"));
        QCOMPARE(report.version, std::string("15.20"));
    }

    void refusesStatesThatNoTerminalReports() {
        for (const char* state : {"waiting", "cancelled", "superseded", "done", ""})
            QVERIFY2(malformed(ours(std::string(R"({"state":")") + state + "\"}")), state);
        QVERIFY(malformed(ours("{}")));
    }

    void refusesNumbersOutOfRangeInOurMember() {
        QVERIFY(malformed(ours(R"({"state":"downloading","percent":101})")));
        QVERIFY(malformed(ours(R"({"state":"downloading","percent":-1})")));
        QVERIFY(malformed(ours(R"({"state":"downloading","attempt":0})")));
        QVERIFY(malformed(ours(R"({"state":"downloading","attempt":4294967297})")));
        QVERIFY(malformed(ours(R"({"state":"failed","cause":"badLuck"})")));
    }

    void readsConfigData() {
        const auto parsed = parseConfigData(
            R"({"mode":"replace","data":{"a":"1","b":null},"signalbox":{"platform":"p","installed":{"x":"1.0"}}})");
        QVERIFY(parsed);
        QCOMPARE(parsed->mode, std::string("replace"));
        QCOMPARE(parsed->attributes.at("a").value_or(""), std::string("1"));
        QVERIFY(!parsed->attributes.at("b"));
        QCOMPARE(parsed->platform, std::string("p"));
        QCOMPARE(parsed->installed->at("x"), std::string("1.0"));
    }

    void mergesWhereNoModeIsGiven() {
        // As SWUpdate sends it.
        const auto parsed =
            parseConfigData(R"({"id":"","time":"20261121T194041","status":{"execution":"closed"},"data":{"a":"1"}})");
        QCOMPARE(parsed.value().mode, std::string("merge"));
        QVERIFY(!parsed->installed);
    }

    void refusesBadConfigData() {
        QVERIFY(malformedConfig(""));
        QVERIFY(malformedConfig("[]"));
        QVERIFY(malformedConfig("{}"));
        QVERIFY(malformedConfig(R"({"mode":"add","data":{}})"));
        QVERIFY(malformedConfig(R"({"mode":7,"data":{}})"));
        QVERIFY(malformedConfig(R"({"data":[]})"));
        QVERIFY(malformedConfig(R"({"data":{"a":1}})"));
        QVERIFY(malformedConfig(R"({"data":{},"signalbox":{"installed":{"x":1}}})"));
    }
};

QTEST_GUILESS_MAIN(TestDdiFeedback)
#include "tst_ddi_feedback.moc"
