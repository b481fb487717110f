// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include "tests/support/adminclient_server.h"

using namespace signalbox;
using signalbox::test::AdminServer;
using Answer = AdminServer::Answer;
using Received = AdminServer::Received;

namespace {

struct Asked {
    const char* operation;
    const char* command;  ///< %file: a CSV, %package: an archive, %out: a file to be written
};
/// Every operation of openapi.yaml and a command that asks for it.
constexpr Asked kCommands[] = {
    {"isReady", "health"},
    {"getMetrics", "metrics"},
    {"getStatus", "status"},
    {"logIn", "login anna"},
    {"logOut", "logout"},
    {"whoAmI", "whoami"},
    {"listOwnSessions", "account sessions"},
    {"endOwnSession", "account end-session 1"},
    {"changeOwnPassword", "account own-password"},
    {"listAccounts", "account list"},
    {"createAccount", "account create anna --role viewer"},
    {"getAccount", "account show anna"},
    {"changeAccount", "account role anna --role viewer"},
    {"changeAccount", "account password anna"},
    {"changeAccount", "account limit anna --product kiosk"},
    {"changeAccount", "account lock anna"},
    {"changeAccount", "account unlock anna"},
    {"deleteAccount", "account delete anna --yes"},
    {"listTokens", "token list"},
    {"createToken", "token create ci"},
    {"deleteToken", "token delete 1 --yes"},
    {"getJoining", "pending queue"},
    {"changeJoining", "pending queue open"},
    {"listPendingTerminals", "pending list"},
    {"approvePendingTerminals", "pending approve 1"},
    {"refusePendingTerminals", "pending refuse 1"},
    {"createJoinCodes", "join-code create --role node"},
    {"listClusters", "cluster list"},
    {"createCluster", "cluster create north"},
    {"editCluster", "cluster rule north tag.a==b"},
    {"editCluster", "cluster bandwidth north 2M"},
    {"deleteCluster", "cluster delete north --yes"},
    {"listNodes", "node list"},
    {"getNode", "node show n1"},
    {"addRegistry", "node add-registry r1 https://127.0.0.1:9"},
    {"setRegistryAccess", "node access r1"},
    {"editNode", "node set n1 --weight 50"},
    {"verifyNode", "node verify n1"},
    {"deleteNode", "node remove n1 --yes"},
    {"createNodeToken", "node token n1"},
    {"listTerminals", "terminal list"},
    {"createTerminal", "terminal create t1 --platform p"},
    {"getTerminal", "terminal show t1"},
    {"changeTerminal", "terminal tag t1 a=b"},
    {"changeTerminal", "terminal rename t1 Till"},
    {"changeTerminal", "terminal move t1 north"},
    {"deleteTerminal", "terminal remove t1 --yes"},
    {"importTerminals", "terminal import %file"},
    {"createReplacementCode", "terminal replace t1"},
    {"retireTerminal", "terminal retire t1 --yes"},
    {"revokeTerminalToken", "terminal revoke t1 --yes"},
    {"clearClone", "terminal clear-clone t1"},
    {"askDiagnostics", "terminal diagnose t1 --no-wait"},
    {"getDiagnostics", "terminal diagnose t1 --last"},
    {"getDiagnosticsBundle", "terminal diagnose t1 --last"},
    {"forgetDiagnostics", "terminal diagnose t1 --forget"},
    {"checkAudience", "audience check name==a"},
    {"completeAudience", "audience complete na"},
    {"listAudiences", "audience list"},
    {"getAudience", "audience show north"},
    {"saveAudience", "audience save north tag.a==b"},
    {"deleteAudience", "audience delete north --yes"},
    {"createUpload", "release import %package --product p --version 1 --platform p"},
    {"sendUploadPiece", "release import %package --product p --version 1 --platform p"},
    {"finishUpload", "release import %package --product p --version 1 --platform p"},
    {"getBlob", "release import %package --product p --version 1 --platform p"},
    {"setPackage", "release import %package --product p --version 1 --platform p"},
    {"listReleases", "release list"},
    {"createRelease", "release create --product p --version 1"},
    {"getRelease", "release show 3"},
    {"changeRelease", "release notes 3 new"},
    {"deleteRelease", "release delete 3 --yes"},
    {"removePackage", "release remove-package 3 p --yes"},
    {"submitRelease", "release submit 3"},
    {"approveRelease", "release approve 3 --yes"},
    {"refuseRelease", "release refuse 3 --yes"},
    {"withdrawRelease", "release withdraw 3 --yes"},
    {"getTrust", "trust show"},
    {"renewTrust", "trust renew root"},
    {"dropStagedTrust", "trust drop root --yes"},
    {"listProducts", "product list"},
    {"changeProduct", "product restrict p"},
    {"changeProduct", "product unrestrict p"},
    {"listRollouts", "rollout list"},
    {"createRollout", "rollout create --release 3 --audience a==b --name r"},
    {"getRollout", "rollout show 7"},
    {"getRollout", "rollout watch 7"},
    {"deleteRollout", "rollout delete 7 --yes"},
    {"getRolloutCalendar", "rollout ics 7"},
    {"startRollout", "rollout start 7"},
    {"pauseRollout", "rollout pause 7"},
    {"resumeRollout", "rollout resume 7"},
    {"stopRollout", "rollout stop 7 --yes"},
    {"openGate", "rollout open-gate 7"},
    {"listDeployments", "rollout deployments 7"},
    {"dryRunPlan", "rollout plan --release 3 --audience a==b"},
    {"dryRunRollout", "rollout dry-run 7"},
    {"planRollBack", "rollout rollback 7 --to 3"},
    {"planPrerequisites", "rollout prerequisites 7"},
    {"listFailures", "rollout failures 7"},
    {"retryFailures", "rollout retry 7"},
    {"excludeFailures", "rollout exclude 7"},
    {"includeFailures", "rollout include 7"},
    {"getDeployment", "deployment show 4"},
    {"getDeployment", "deployment why 4"},
    {"listFeedback", "deployment feedback 4"},
    {"cancelDeployment", "deployment cancel 4 --yes"},
    {"resetDeployment", "deployment reset 4"},
    {"followEvents", "watch"},
    {"listAudit", "audit list"},
    {"exportAudit", "audit export --output %out"},
    {"verifyAudit", "audit verify"},
    {"listBackups", "backup list"},
    {"startBackup", "backup start"},
    {"deleteBackup", "backup delete b --yes"},
    {"downloadBackup", "backup download b --output %out"},
    {"getBackupSettings", "backup settings"},
    {"changeBackupSettings", "backup settings --keep 3"},
    {"getManagerAddresses", "addresses"},
    {"changeManagerAddresses", "addresses https://next:8443"},
    {"getAuthority", "authority show"},
    {"planAuthority", "authority plan"},
    {"abandonAuthority", "authority abandon"},
    {"useAuthority", "authority use --force --yes"},
    {"retireAuthority", "authority retire --force --yes"},
    {"getStorageSettings", "storage show"},
    {"changeStorageSettings", "storage set --retention 30d"},
    {"getDdiSettings", "ddi show"},
    {"changeDdiSettings", "ddi set --target-token on"},
    {"makeGatewayToken", "ddi gateway-token --yes"},
    {"removeGatewayToken", "ddi gateway-token --remove --yes"},
};

/// Operations without a command of their own, and why.
const std::map<std::string, std::string> kWithout{
    {"isLive", "isReady says that, too"},
    {"getUpload", "asked by release import after a broken connection: tst_upload.cpp"},
    {"deleteUpload", "asked by release import after Ctrl-C: tst_upload.cpp"},
    // With keys and a manager that knows them: tests/e2e/signatures.py.
    {"stageTrust", "trust establish, trust approvers"},
    {"getStagedTrust", "trust sign"},
    {"getTrustFile", "trust sign"},
    {"signTrust", "trust sign"},
    {"readBlob", "release show --diff, release approve --key"},
};
/// Commands that ask for nothing here, and why.
const std::map<std::string, std::string> kLocal{
    {"completion", "a script for shells"},
    {"key create", "a file of this machine"},
    {"key show", "a file of this machine"},
    {"trust establish", "needs keys: tests/e2e/signatures.py"},
    {"trust holders", "needs keys: tests/e2e/signatures.py"},
    {"trust approvers", "needs keys: tests/e2e/signatures.py"},
    {"trust sign", "needs keys: tests/e2e/signatures.py"},
};

struct Operation {
    std::string name;
    std::string method;
    std::string path;
};

/// The operations of openapi.yaml, by its indentation.
std::vector<Operation> described() {
    QFile file(QStringLiteral(SIGNALBOX_OPENAPI));
    if (!file.open(QIODevice::ReadOnly)) return {};
    std::vector<Operation> found;
    std::string path;
    std::string method;
    for (const QByteArray& bytes : file.readAll().split('\n')) {
        const std::string line = bytes.toStdString();
        if (line == "components:") break;
        if (line.starts_with("  /")) path = line.substr(2, line.size() - 3);
        for (const char* verb : {"GET", "POST", "PATCH", "PUT", "DELETE"})
            if (QByteArray(verb).toLower().toStdString() + ":" == line.substr(std::min<std::size_t>(4, line.size())))
                method = verb;
        if (line.starts_with("      operationId: ")) found.push_back({line.substr(19), method, path});
    }
    return found;
}

/// The operation that a request asks for; as in the router, more words win over parameters.
std::string operationOf(const std::vector<Operation>& all, const Received& request) {
    const QString target = QString::fromStdString(request.target.substr(0, request.target.find('?')));
    const QStringList segments = target.split(QLatin1Char('/'));
    std::string best;
    qsizetype fewest = 1000;
    for (const Operation& operation : all) {
        const QStringList pattern = QString::fromStdString(operation.path).split(QLatin1Char('/'));
        if (operation.method != request.method || pattern.size() != segments.size()) continue;
        qsizetype parameters = 0;
        bool fits = true;
        for (qsizetype i = 0; i < pattern.size(); ++i) {
            const bool isParameter = pattern[i].startsWith(QLatin1Char('{'));
            parameters += isParameter ? 1 : 0;
            fits = fits && (isParameter || pattern[i] == segments[i]);
        }
        if (!fits || parameters >= fewest) continue;
        fewest = parameters;
        best = operation.name;
    }
    return best;
}

const char* const kRelease =
    R"({"id":3,"product":"p","version":"1","channel":"stable","notes":"","state":"draft","packages":[],)"
    R"("manifestDigest":"sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","approvals":[],)"
    R"("createdBy":"a","createdAt":"2026-11-21T10:00:00Z"})";

/// Enough of a manager for commands of several steps to come to their last one.
Answer answerTo(const Received& request) {
    const std::string path = request.target.substr(0, request.target.find('?'));
    if (request.method == "GET" && path == "/api/v1/releases") return {200, R"({"items":[],"next":null,"total":0})"};
    if (path.starts_with("/api/v1/releases")) return {request.method == "DELETE" ? 404 : 200, kRelease};
    if (request.method == "GET" && path == "/api/v1/terminals/t1/diagnostics")
        return {200, R"({"state":"answered","request":1,"requestedBy":"a","requestedAt":"2026-11-21T10:00:00Z",)"
                     R"("endedAt":null,"problem":"","bundleAt":"2026-11-21T10:00:00Z","bundleSize":2})"};
    if (path == "/api/v1/audiences/check") return {200, R"({"count":1,"sample":[]})"};
    if (request.method == "POST" && path == "/api/v1/uploads") return {201, R"({"id":"u","offset":0})"};
    if (request.method == "PATCH" && path == "/api/v1/uploads/u")
        return {200, "{\"offset\":" + std::to_string(request.body.size()) + "}"};
    if (path == "/api/v1/uploads/u/finish") {
        const QJsonObject body = QJsonDocument::fromJson(QByteArray::fromStdString(request.body)).object();
        return {200, "{\"size\":10240,\"digest\":\"" + body[QLatin1String("digest")].toString().toStdString() + "\"}"};
    }
    return {404, R"({"type":"about:blank","title":"Not found","status":404,"code":"notFound","detail":"none"})",
            "application/problem+json"};
}

QString run(const QStringList& arguments, const QString& profile = {}) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("SIGNALBOX_PROFILE"), profile);
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(SIGNALBOXCTL), arguments);
    process.write("correct horse battery\ncorrect horse battery\n");
    process.closeWriteChannel();
    const auto over = [&] { return process.state() == QProcess::NotRunning; };
    if (!QTest::qWaitFor(over, 20000)) process.kill();
    process.waitForFinished(1000);
    return QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError());
}

/// The names below "Subcommands:" of a help text.
QStringList subcommands(const QString& help) {
    QStringList names;
    const qsizetype begin = help.indexOf(QLatin1String("Subcommands:"));
    if (begin < 0) return names;
    const QStringList lines = help.mid(begin).split(QLatin1Char('\n'));
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QString& line = lines[i];
        if (line.startsWith(QLatin1String("  ")) && !line.startsWith(QLatin1String("   ")))
            names << line.trimmed().section(QLatin1Char(' '), 0, 0);
    }
    return names;
}

}  // namespace

/// That signalboxctl covers the admin API whole: what each command asks is seen by a door of the test's.
class CoverageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyOperationHasACommandThatAsksForIt() {
        const std::vector<Operation> operations = described();
        QVERIFY(operations.size() > 90);
        std::set<std::string> left;
        for (const Operation& operation : operations)
            left.insert(operation.name);
        for (const auto& [name, why] : kWithout)
            QVERIFY2(left.erase(name) == 1, name.c_str());
        const QTemporaryDir folder;
        const QString csv = folder.filePath(QStringLiteral("fleet.csv"));
        const QString package = folder.filePath(QStringLiteral("p.tar"));
        std::ofstream(csv.toStdString()) << "controllerId,platform\nt1,p\n";
        std::ofstream(package.toStdString()) << std::string(10240, '\0');
        std::map<std::string, std::set<std::string>> askedBy;
        std::map<std::string, std::string> said;
        for (const Asked& entry : kCommands) {
            if (!askedBy.contains(entry.command)) {
                AdminServer server(answerTo);
                std::ofstream(folder.filePath(QStringLiteral("ca.pem")).toStdString()) << server.caPem();
                const QString profile = folder.filePath(QStringLiteral("admin.json"));
                std::ofstream(profile.toStdString())
                    << "{\"url\":\"" << server.url() << "\",\"token\":\"t\",\"caFile\":\"ca.pem\"}";
                QStringList words = QString::fromUtf8(entry.command).split(QLatin1Char(' '));
                words.replaceInStrings(QStringLiteral("%file"), csv);
                words.replaceInStrings(QStringLiteral("%package"), package);
                words.replaceInStrings(QStringLiteral("%out"), folder.filePath(QStringLiteral("out")));
                said[entry.command] = ": " + run(words, profile).toStdString();
                std::set<std::string>& asked = askedBy[entry.command];
                for (const Received& request : server.requests())
                    asked.insert(operationOf(operations, request));
                QVERIFY2(!asked.empty() && !asked.contains(""), (entry.command + said[entry.command]).c_str());
            }
            const std::string what = std::string(entry.command) + " asks for " + entry.operation;
            QVERIFY2(askedBy[entry.command].contains(entry.operation), (what + said[entry.command]).c_str());
            left.erase(entry.operation);
        }
        QVERIFY2(left.empty(), left.empty() ? "" : left.begin()->c_str());
    }

    void everyCommandIsKnown() {
        std::set<std::string> known;
        for (const auto& [name, why] : kLocal)
            known.insert(name);
        for (const Asked& entry : kCommands) {
            const QStringList words = QString::fromUtf8(entry.command).split(QLatin1Char(' '));
            known.insert(words[0].toStdString());
            if (words.size() > 1) known.insert(QString(words[0] + QLatin1Char(' ') + words[1]).toStdString());
        }
        const QStringList groups = subcommands(run({QStringLiteral("--help")}));
        QVERIFY(groups.size() > 15);
        for (const QString& group : groups) {
            const QStringList names = subcommands(run({group, QStringLiteral("--help")}));
            if (names.isEmpty()) QVERIFY2(known.contains(group.toStdString()), qPrintable(group));
            for (const QString& name : names)
                QVERIFY2(known.contains(QString(group + QLatin1Char(' ') + name).toStdString()),
                         qPrintable(group + QLatin1Char(' ') + name));
        }
    }
};

QTEST_GUILESS_MAIN(CoverageTest)
#include "tst_coverage.moc"
