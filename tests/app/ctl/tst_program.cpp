// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <fstream>

#include "core/base/hash.h"
#include "tests/support/adminclient_server.h"

using namespace signalbox;
using signalbox::test::AdminServer;
using Answer = AdminServer::Answer;
using Received = AdminServer::Received;

namespace {

/// The program run against a door of the test's.
struct Run {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

class Program {
public:
    explicit Program(const AdminServer& server) {
        const std::filesystem::path folder(m_folder.path().toStdString());
        std::ofstream(folder / "ca.pem") << server.caPem();
        std::ofstream(folder / "admin.json") << R"({"url":")" << server.url() << R"(","token":"t","caFile":"ca.pem"})";
    }
    [[nodiscard]] std::filesystem::path path(const std::string& name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    Run run(const QStringList& arguments) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("SIGNALBOX_PROFILE"), QString::fromStdString(path("admin.json").string()));
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(SIGNALBOXCTL), arguments);
        process.closeWriteChannel();
        const auto over = [&] { return process.state() == QProcess::NotRunning; };
        if (!QTest::qWaitFor(over, 20000)) process.kill();
        process.waitForFinished(1000);
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

private:
    QTemporaryDir m_folder;
};

AdminServer::Handler always(Answer answer) {
    return [answer](const Received&) { return answer; };
}

QStringList words(const char* text) {
    return QString::fromUtf8(text).split(QLatin1Char(' '));
}

const char* const kRollout =
    R"({"id":7,"name":"spring","release":3,"state":"%1","pausedByBreaker":%2,"phases":[{"name":"pilot"}],)"
    R"("progress":{"audience":5,"permitsOut":1,"phases":[{"name":"pilot","terminals":5,"succeeded":3,)"
    R"("downloading":2}],"copies":[],"syncGate":{"open":true,"proven":3,"needed":3}}})";

Answer rollout(const char* state, bool byBreaker = false) {
    return {200, QString::fromUtf8(kRollout)
                     .arg(QString::fromUtf8(state), byBreaker ? QStringLiteral("true") : QStringLiteral("false"))
                     .toStdString()};
}

}  // namespace

class ProgramTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void printsATable() {
        AdminServer server(always({200, R"({"items":[{"id":1,"name":"default","createdAt":"2026-11-21T10:00:00Z"}],
                                   "next":null,"total":1})"}));
        const Run run = Program(server).run(words("cluster list"));
        QCOMPARE(run.code, 0);
        QVERIFY(run.out.startsWith("ID  CLUSTER") && run.out.contains(" 1  default"));
        QVERIFY(!run.out.contains('\033') && run.err.isEmpty());
    }

    void printsOneJsonDocument() {
        AdminServer server(always({200, R"({"items":[{"id":1,"name":"d","future":[1]}],"next":null,"total":1})"}));
        const Run run = Program(server).run(words("cluster list --json"));
        QCOMPARE(run.code, 0);
        const QJsonObject document = QJsonDocument::fromJson(run.out).object();
        QCOMPARE(document[QLatin1String("total")].toInt(), 1);
        QVERIFY(run.out.contains("\"future\""));
    }

    void aDryRunSaysWhoIsExcludedAndWhy() {
        AdminServer server(always({200, R"({"at":"2026-11-21T10:00:00Z","matched":1204,"members":1167,"bytes":2048,
            "excluded":[{"reason":"not heard of for 30 days","count":22,"terminals":[]},
                        {"reason":"wrong platform","count":15,"terminals":["=x"]}],
            "held":[],"missed":[],"withoutNode":[],"finish":null,
            "phases":[{"name":"=pilot,a","terminals":5,"bytes":2048,"from":null,"finish":null,"afterHand":false}],
            "nodes":[{"name":"n1","clusterName":"c","online":true,"terminals":5,"bytes":2048}]})"}));
        const Run text = Program(server).run(words("rollout dry-run 7"));
        QCOMPARE(text.code, 0);
        QVERIFY(text.out.contains("1204 match, 37 excluded: 22 not heard of for 30 days, 15 wrong platform"));
        const Run csv = Program(server).run(words("rollout dry-run 7 --csv"));
        QCOMPARE(csv.code, 0);
        QVERIFY(csv.out.contains("phase,\"'=pilot,a\",5,2048,,\r\n"));
        QVERIFY(csv.out.contains("excluded,wrong platform,15,,,\r\n"));
    }

    void saysWhyADeploymentWaits() {
        AdminServer server(always({200, R"({"id":4,"state":"holding","controllerId":"k","wait":{"rule":"window",
            "reason":"its window opens later","next":"2026-11-21T10:00:00Z","changes":"its window opens"}})"}));
        const Run run = Program(server).run(words("deployment why 4"));
        QCOMPARE(run.code, 0);
        QVERIFY(run.out.contains("its window opens later") && run.out.contains("window"));
        QCOMPARE(Program(server).run(words("deployment why --rollout 3")).code, 2);
    }

    void aTerminalsDiagnosticsAreAwaitedShownAndWritten() {
        const std::string bundle =
            R"({"diagnosis":{"checks":[{"check":"disk","verdict":"failed","text":"full\u001b"}]},)"
            R"("log":[{"time":"2026-11-21T10:00:00Z","level":"info","text":"it ran"}]})";
        int asked = 0;
        AdminServer server([&](const Received& received) -> Answer {
            if (received.target.ends_with("/bundle")) return {200, bundle};
            const bool answered = received.method == "GET" && ++asked > 1;
            std::string known = R"({"state":"requested","request":1,"requestedAt":"2026-11-21T10:00:00Z"})";
            if (answered) {
                known = R"({"state":"answered","request":1,"requestedAt":"2026-11-21T10:00:00Z","bundleSize":9,)"
                        R"("bundleAt":"2026-11-21T10:01:00Z"})";
            }
            return {received.method == "POST" ? 202 : 200, known};
        });
        Program program(server);
        const Run shown = program.run(words("terminal diagnose till-7"));
        QCOMPARE(shown.code, 0);
        QVERIFY(shown.out.contains("failed") && shown.out.contains("full\\x1b") && shown.out.contains("it ran"));
        QVERIFY(!shown.out.contains('\033'));
        const QString file = QString::fromStdString(program.path("bundle.json").string());
        const Run written = program.run(words("terminal diagnose till-7 --last --output") << file);
        QCOMPARE(written.code, 0);
        std::ifstream in(program.path("bundle.json"));
        const std::string kept{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
        QVERIFY(kept.starts_with(bundle.substr(0, 20)) && kept.find("it ran") != std::string::npos);
        asked = 0;
        QCOMPARE(program.run(words("terminal diagnose till-7 --no-wait")).code, 0);
        QCOMPARE(asked, 0);
    }

    void aClientThatCannotBeAskedIsExitCode4() {
        AdminServer server(always({409, R"({"code":"wrongState","detail":"its client is not signalbox-terminal"})"}));
        const Run run = Program(server).run(words("terminal diagnose till-7"));
        QCOMPARE(run.code, 4);
        QVERIFY(run.err.contains("its client is not signalbox-terminal"));
    }

    void textFromTerminalsIsMadeSafe() {
        AdminServer server(
            always({200, "{\"items\":[{\"id\":1,\"controllerId\":\"k\",\"name\":\"\\u001b[2J\"}],\"total\":1}"}));
        const Run run = Program(server).run(words("terminal list"));
        QCOMPARE(run.code, 0);
        QVERIFY(!run.out.contains('\033') && run.out.contains("x1b[2J"));
    }

    void aWrongFilterIsUnderlined() {
        AdminServer server(always({400, R"({"code":"malformed","detail":"an operator is expected","position":5,
                                   "length":1})"}));
        const Run run = Program(server).run(words("audience check tag.a=x"));
        QCOMPARE(run.code, 2);
        QVERIFY(run.err.contains("tag.a=x\n     ^") && run.err.contains("an operator is expected"));
        QVERIFY(run.out.isEmpty());
    }

    void exitCodesTellWhatWentWrong_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<int>("exit");
        QTest::newRow("not found") << 404 << QByteArray("notFound") << 3;
        QTest::newRow("role") << 403 << QByteArray("denied") << 4;
        QTest::newRow("no token") << 401 << QByteArray("unauthenticated") << 4;
        QTest::newRow("state") << 409 << QByteArray("wrongState") << 4;
        QTest::newRow("away") << 503 << QByteArray("unavailable") << 6;
        QTest::newRow("internal") << 422 << QByteArray("corrupt") << 1;
    }
    void exitCodesTellWhatWentWrong() {
        QFETCH(const int, status);
        QFETCH(const QByteArray, code);
        QFETCH(const int, exit);
        AdminServer server(always({status, R"({"detail":"why","code":")" + code.toStdString() + R"("})"}));
        const Run run = Program(server).run(words("release submit 3"));
        QCOMPARE(run.code, exit);
        QVERIFY(run.err.startsWith("error: ") && run.err.contains("why"));
    }

    void aManagerThatIsAwayIsExitCode6() {
        AdminServer server(always({}));
        Program program(server);
        server.close();
        QCOMPARE(program.run(words("status")).code, 6);
    }

    void aWrongCommandLineIsExitCode2() {
        AdminServer server(always({200, "{}"}));
        Program program(server);
        QCOMPARE(program.run(words("no-such-command")).code, 2);
        QCOMPARE(program.run(words("rollout show seven")).code, 2);
        QCOMPARE(program.run(words("join-code create --role king")).code, 2);
        QCOMPARE(program.run(words("rollout create --release 3 --name n --audience a --phase size=3")).code, 2);
        QVERIFY(server.requests().empty());
    }

    void noManagerNamedIsExitCode2() {
        QProcess process;
        process.setProcessEnvironment(QProcessEnvironment());
        process.start(QStringLiteral(SIGNALBOXCTL), {QStringLiteral("status")});
        QVERIFY(process.waitForFinished(20000));
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().contains("--profile"));
    }

    void helpTellsTheExitCodes() {
        AdminServer server(always({}));
        const Run run = Program(server).run(words("--help"));
        QCOMPARE(run.code, 0);
        QVERIFY(run.out.contains("Exit codes"));
    }

    void nothingIsDeletedUnasked() {
        AdminServer server(always({204, ""}));
        Program program(server);
        QCOMPARE(program.run(words("cluster delete c")).code, 2);
        QVERIFY(server.requests().empty());
        QCOMPARE(program.run(words("cluster delete c --yes")).code, 0);
        QCOMPARE(server.count("DELETE", "/api/v1/clusters/c"), 1);
    }

    void codesArePrintedOneALine() {
        AdminServer server(always({201, R"({"codes":["sbj1.a","sbj1.b"],"notAfter":"2026-11-21T10:00:00Z"})"}));
        const Run run = Program(server).run(words("join-code create --role terminal --count 2 --valid 30m"));
        QCOMPARE(run.out, QByteArray("sbj1.a\nsbj1.b\n"));
        QVERIFY(server.requests().at(0).body.find("\"validSeconds\":1800") != std::string::npos);
    }

    void tagsAreSetAndRemoved() {
        AdminServer server(always({200, R"({"controllerId":"k"})"}));
        QCOMPARE(Program(server).run(words("terminal tag k site=munich -old")).code, 0);
        QCOMPARE(server.requests().at(0).body, std::string(R"({"tags":{"old":null,"site":"munich"}})"));
    }

    void approvalIsBoundToTheDigestNamed() {
        const std::string digest = "sha256:" + std::string(64, 'a');
        AdminServer server(always({200, R"({"id":3,"state":"approved","manifestDigest":")" + digest + R"("})"}));
        Program program(server);
        const QString other = QStringLiteral("sha256:") + QString(64, QLatin1Char('b'));
        QCOMPARE(program.run(words("release approve 3 --digest") << other).code, 4);
        QCOMPARE(server.count("POST", "/"), 0);
        QCOMPARE(program.run(words("release approve 3 --digest") << QString::fromStdString(digest)).code, 0);
        QVERIFY(server.requests().back().body.find(digest) != std::string::npos);
    }

    void watchingEndsWithTheRollout() {
        int asked = 0;
        AdminServer server([&](const Received& request) {
            if (request.target == "/api/v1/events")
                return Answer{200, ": x\n\n", "text/event-stream", AdminServer::End::stream};
            return rollout(++asked < 2 ? "running" : "finished");
        });
        const Run run = Program(server).run(words("rollout watch 7"));
        QCOMPARE(run.code, 0);
        QVERIFY(run.out.contains("running") && run.out.contains("finished"));
    }

    void aBreakerEndsTheWatchWithExitCode5() {
        AdminServer server([&](const Received& request) {
            if (request.target == "/api/v1/events") return Answer{503, "{}"};
            return rollout("paused", true);
        });
        const Run run = Program(server).run(words("rollout watch 7 --json"));
        QCOMPARE(run.code, 5);
        QCOMPARE(QJsonDocument::fromJson(run.out).object()[QLatin1String("state")].toString(),
                 QStringLiteral("paused"));
    }

    void watchingOutlivesAManagerThatIsAway() {
        int asked = 0;
        AdminServer server([&](const Received& request) {
            if (request.target == "/api/v1/events") return Answer{503, "{}"};
            if (++asked == 2) return Answer{200, "", "", AdminServer::End::nothing};
            return rollout(asked < 3 ? "running" : "finished");
        });
        QCOMPARE(Program(server).run(words("rollout watch 7")).code, 0);
    }

    void aFolderIsPackedUploadedAndSet() {
        std::string bytes;
        std::string made;
        AdminServer server([&](const Received& request) {
            const std::string release =
                R"({"id":3,"product":"kiosk","version":"2","channel":"stable","state":"draft"})";
            if (request.target.starts_with("/api/v1/releases?"))
                return Answer{200, R"({"items":[],"next":null,"total":0})"};
            if (request.target.starts_with("/api/v1/blobs/")) return Answer{404, R"({"code":"notFound"})"};
            if (request.target == "/api/v1/uploads") return Answer{201, R"({"id":"u1","offset":0})"};
            if (request.method == "PATCH") {
                bytes += request.body;
                return Answer{200, R"({"offset":)" + std::to_string(bytes.size()) + "}"};
            }
            if (request.target.ends_with("/finish"))
                return Answer{200, R"({"digest":"sha256:)" + sha256Hex(bytesOf(bytes)) + R"(","size":)" +
                                       std::to_string(bytes.size()) + "}"};
            if (request.target.ends_with("/packages")) made = request.body;
            return Answer{request.target == "/api/v1/releases" ? 201 : 200, release};
        });
        Program program(server);
        std::filesystem::create_directories(program.path("tree/bin"));
        std::ofstream(program.path("tree/bin/run")) << "#!/bin/sh\n";
        std::ofstream(program.path("recipe.toml")) << "kind = \"tree\"\n[run-check]\ncommand = [\"./bin/run\"]\n";
        const Run run =
            program.run(words("release import")
                        << QString::fromStdString(program.path("tree").string())
                        << words("--product kiosk --version 2 --platform linux") << QStringLiteral("--recipe")
                        << QString::fromStdString(program.path("recipe.toml").string()));
        QCOMPARE(run.code, 0);
        QVERIFY(bytes.size() > 4 && bytes.substr(0, 4) == "\x28\xb5\x2f\xfd");  // zstd
        QVERIFY(made.find(sha256Hex(bytesOf(bytes))) != std::string::npos);
        QVERIFY(made.find("./bin/run") != std::string::npos);
    }

    void aWrongRecipeChangesNothing() {
        AdminServer server(always({200, "{}"}));
        Program program(server);
        std::ofstream(program.path("recipe.toml")) << "kind = 3\n";
        std::ofstream(program.path("p.tar")) << "x";
        const Run run =
            program.run(words("release import") << QString::fromStdString(program.path("p.tar").string())
                                                << words("--product k --version 2 --platform l --recipe")
                                                << QString::fromStdString(program.path("recipe.toml").string()));
        QCOMPARE(run.code, 2);
        QVERIFY(run.err.contains("recipe.toml"));
        QVERIFY(server.requests().empty());
    }

    void aMissingPackageChangesNothing() {
        AdminServer server(always({200, R"({"items":[],"next":null,"total":0})"}));
        const Run run = Program(server).run(words("release import /no/such --product k --version 2 --platform l"));
        QCOMPARE(run.code, 3);
        QCOMPARE(server.count("POST", "/"), 0);
    }
};

QTEST_GUILESS_MAIN(ProgramTest)
#include "tst_program.moc"
