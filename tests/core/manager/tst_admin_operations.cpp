// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "core/base/hash.h"
#include "core/trust/certificate.h"
#include "core/trust/join_code.h"
#include "core/trust/key.h"
#include "tests/support/manager_host.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

/// Everything that is asked of a manager's admin door, for the description to be held against.
class Conversation {
public:
    Conversation() {
        host.onAdmin = [this](const std::string& method, const std::string& path, const std::string& body,
                              const HostAnswer& answer) {
            const std::string_view type = answer.headers.value("Content-Type");
            m_heard.push_back({{"method", method},
                               {"path", path.substr(0, path.find('?'))},
                               {"request", body},
                               {"status", answer.status},
                               {"type", type},
                               {"body", answer.json},
                               {"text", type == "application/octet-stream" ? "bytes" : answer.body}});
        };
    }

    ManagerHost host;

    HostAnswer ask(const std::string& method, const std::string& path, const std::string& body = {},
                   HeaderFields headers = {}) {
        return host.admin(method, (path.starts_with('/') ? "" : "/api/v1/") + path, body, {}, std::move(headers));
    }
    [[nodiscard]] std::string said() const { return boost::json::serialize(m_heard); }

private:
    boost::json::array m_heard;
};

std::string secretOf(const HostAnswer& codes) {
    return toBase64Url(bytesOf(trust::JoinCode::parse(codes.text("codes/0")).value().secret));
}

void administer(Conversation& with) {
    for (const char* path : {"/health/live", "/health/ready", "/metrics", "status", "account", "accounts", "tokens",
                             "joining", "settings/ddi", "audit?order=newest&limit=5",
                             "audit/export?since=2026-01-01T00:00:00Z", "audit/verify", "trust", "products"})
        with.ask("GET", path);
    with.ask("POST", "accounts", R"({"name":"anna","role":"operator","password":"correct horse"})");
    with.ask("POST", "accounts", R"({"name":"anna","role":"operator","password":"correct horse"})");
    with.ask("GET", "accounts/anna");
    with.ask("PATCH", "accounts/anna", R"({"role":"approver"})", {{"If-Match", "*"}});
    with.ask("PATCH", "accounts/anna", R"({"role":"approver"})");
    with.ask("POST", "login", R"({"name":"anna","password":"wrong"})");
    const std::string session =
        with.ask("POST", "login", R"({"name":"anna","password":"correct horse"})").text("token");
    const auto open = with.host.admin("GET", "/api/v1/account/sessions", {}, session);
    static_cast<void>(with.ask("GET", "account/sessions"));
    const std::string other = with.ask("POST", "login", R"({"name":"anna","password":"correct horse"})").text("token");
    static_cast<void>(with.host.admin(
        "DELETE", "/api/v1/account/sessions/" + std::to_string(open.number("items/0/id") + 1), {}, other));
    static_cast<void>(with.host.admin("POST", "/api/v1/account/password",
                                      R"({"oldPassword":"correct horse","newPassword":"battery staple"})", session));
    const auto again = with.ask("POST", "login", R"({"name":"anna","password":"battery staple"})");
    static_cast<void>(with.host.admin("POST", "/api/v1/logout", {}, again.text("token")));
    with.ask("DELETE", "accounts/anna");
    const auto token = with.ask("POST", "tokens", R"({"name":"ci","role":"viewer","validSeconds":600})");
    with.ask("DELETE", "tokens/" + std::to_string(token.number("id")));
    with.ask("PATCH", "settings/ddi", R"({"newCluster":"default","proxies":["127.0.0.1"]})");
    with.ask("POST", "settings/ddi/gateway-token");
    with.ask("DELETE", "settings/ddi/gateway-token");
    with.ask("GET", "settings/storage");
    with.ask("PATCH", "settings/storage", R"({"retentionSeconds":86400})");
    with.ask("GET", "settings/addresses");
    with.ask("PATCH", "settings/addresses", R"({"urls":["https://next.example:8443"]})");
    with.ask("PATCH", "settings/addresses", R"({"urls":["http://next.example"]})");
    with.ask("GET", "authority");
    with.ask("POST", "authority/next");
    with.ask("DELETE", "authority/next");
    with.ask("POST", "authority/use", R"({"force":"yes"})");
    with.ask("POST", "authority/retire", R"({"force":true})");
    const std::string both = with.ask("POST", "authority/next").text("pem");
    while (readFile(with.host.data() / "ca.pem", 65536).value() != both)
        static_cast<void>(with.host.admin("GET", "/api/v1/status"));
    with.host.trustAgain();  // for all that is asked from here on
    with.ask("POST", "authority/use", R"({"force":true})");
    with.ask("POST", "authority/retire", R"({"force":true})");
    with.ask("GET", "settings/backup");
    with.ask("POST", "backups");
    with.ask("PATCH", "settings/backup", R"({"passphrase":"short"})");
    with.ask("PATCH", "settings/backup", R"({"passphrase":"long enough to be one","keep":2,"packages":false})");
    with.ask("POST", "backups");
    const HeaderFields asAdministrator{{"Authorization", "Bearer " + with.host.adminToken()}};
    const auto isRunning = [&] {
        const auto state = with.host.ask("GET", with.host.manager().adminUrl() + "/api/v1/backups", asAdministrator);
        return state.at("running") != nullptr;
    };
    while (isRunning()) {
    }
    const std::string backup = with.ask("GET", "backups").text("lastFile");
    with.ask("GET", "backups/" + backup + "/content");
    with.ask("DELETE", "backups/" + backup);
    with.ask("PATCH", "products/till", R"({"restricted":true})");
    with.ask("PATCH", "products/till", R"({"restricted":false})");
    with.ask("PATCH", "products/till", R"({"restricted":1})");
}

void runNodes(Conversation& with) {
    with.ask("POST", "clusters", R"({"name":"north"})");
    with.ask("PATCH", "clusters/north", R"({"rule":"tag.site==north"})");
    with.ask("PATCH", "clusters/north", R"({"bandwidthLimit":100000})");
    with.ask("PATCH", "clusters/north", R"({"bandwidthLimit":1})");
    with.ask("PATCH", "clusters/north", R"({"rule":"tag.=="})");
    with.ask("GET", "clusters");
    const std::string secret = secretOf(with.ask("POST", "join-codes", R"({"role":"node","cluster":"north"})"));
    const std::string request = trust::makeSigningRequest(trust::PrivateKey::generate(), "n1").value();
    static_cast<void>(
        with.host.ask("POST", with.host.ddiUrl("/join/node"), {},
                      jsonOf({{"secret", secret}, {"name", "n1"}, {"url", "https://127.0.0.1:9"}, {"csr", request}})));
    with.ask("GET", "nodes");
    with.ask("GET", "nodes/n1");
    with.ask("POST", "nodes/n1/token", R"({"repository":"*","actions":["pull"]})");
    with.ask("PATCH", "nodes/n1", R"({"weight":50,"pushRate":16384})");
    with.ask("PATCH", "nodes/n1", R"({"pushRate":1})");
    with.ask("POST", "nodes/n1/verify");
    with.ask("POST", "nodes", R"({"name":"r1","url":"https://127.0.0.1:8"})");
    with.ask("PUT", "nodes/r1/registry", R"({"user":"manager","password":"secret"})");
    with.ask("GET", "nodes");
    with.ask("DELETE", "nodes/r1");
    with.ask("DELETE", "nodes/n1");
    with.ask("DELETE", "clusters/north");
    with.ask("DELETE", "clusters/north");
}

void letTerminalsIn(Conversation& with) {
    const auto join = [&](const std::string& secret, const std::string& id) {
        const std::string body = jsonOf({{"secret", secret},
                                         {"controllerId", id},
                                         {"platform", "linux-amd64"},
                                         {"tokenHash", std::string(64, id.back())}});
        static_cast<void>(with.host.ask("POST", with.host.ddiUrl("/join/terminal"), {}, body));
    };
    const std::string secret =
        secretOf(with.ask("POST", "join-codes", R"({"role":"terminal","uses":5,"approval":true})"));
    join(secret, "a");
    join(secret, "b");
    const auto waiting = with.ask("GET", "pending-terminals");
    const auto idOf = [&](int i) { return std::to_string(waiting.number("items/" + std::to_string(i) + "/id")); };
    with.ask("POST", "pending-terminals/approve", "{\"ids\":[" + idOf(0) + "]}");
    with.ask("POST", "pending-terminals/refuse", "{\"ids\":[" + idOf(1) + "]}");
    with.ask("PATCH", "joining", R"({"withoutCode":true})");
    with.ask("POST", "terminal-imports", "controllerId,platform\nx1,p\n");
    with.ask("POST", "terminal-imports", "controllerId\nx1\n");
    with.ask("POST", "terminals", R"({"controllerId":"till-2","platform":"p"})");
    with.ask("PATCH", "terminals/till-2", R"({"tags":{"site":"north","old":null}})");
    with.ask("POST", "terminals/till-2/replacement-code", "{}");
    const std::string token = with.host.addTerminal("till-5");
    with.ask("POST", "terminals/till-5/diagnostics");
    const std::string bundle =
        R"({"agent":"signalbox-terminal/1","diagnosis":{"at":"2026-11-21T19:30:00.000Z","good":true,"checks":)"
        R"([{"check":"disk","verdict":"good","text":"t"}]},"status":null,"log":[]})";
    QCOMPARE(with.host.ddi("POST", "till-5/diagnostics/1", token, bundle).status, 200);
    with.ask("GET", "terminals/till-5/diagnostics");
    with.ask("GET", "terminals/till-5/diagnostics/bundle");
    with.ask("DELETE", "terminals/till-5/diagnostics");
    with.ask("POST", "terminals/till-2/diagnostics");
    with.ask("POST", "terminals/till-2/clear-clone");
    with.ask("POST", "terminals/till-2/revoke-token");
    with.ask("POST", "terminals/till-2/retire");
    with.ask("GET", "terminals?state=retired");
    with.ask("DELETE", "terminals/till-2");
}

void nameAudiences(Conversation& with) {
    with.ask("POST", "audiences/check", R"({"filter":"name==till*","product":"till"})");
    with.ask("POST", "audiences/check", R"({"filter":"name="})");
    with.ask("PUT", "audiences/saved/tills", R"({"filter":"name==till*"})");
    with.ask("PUT", "audiences/saved/bad", R"({"filter":"name="})");
    with.ask("GET", "audiences/saved/tills");
    with.ask("GET", "audiences");
    with.ask("GET", "audiences/complete?text=tag.site%3D%3D&position=10");
    with.ask("GET", "audiences/complete?text=n&position=9");
    with.ask("DELETE", "audiences/saved/tills");
}

void handleReleases(Conversation& with) {
    const std::string given = with.ask("POST", "uploads").text("id");
    with.ask("GET", "uploads/" + given);
    with.ask("PATCH", "uploads/" + given + "?offset=7", "piece");
    with.ask("DELETE", "uploads/" + given);
    const std::string digest = with.host.upload("another package");
    with.ask("GET", "blobs/" + digest);
    with.ask("GET", "blobs/" + digest + "/content");
    with.ask("GET", "blobs/sha256:" + std::string(64, '0') + "/content");
    const auto made =
        with.ask("POST", "releases",
                 R"({"product":"till","version":"0.9","prerequisites":[{"product":"agent","minVersion":"1"}]})");
    const std::string path = "releases/" + std::to_string(made.number("id"));
    with.ask("PATCH", path, R"({"notes":"New start page"})");
    const auto put = [&](const std::string& platform, const std::string& recipe) {
        return with.ask("POST", path + "/packages",
                        R"({"platform":")" + platform + R"(","fileName":"t.tar.zst","digest":")" + digest +
                            R"(","recipe":)" + recipe + "}");
    };
    put("p", R"({"kind":"script"})");
    put("p", R"({"kind":"tree","restart":{"arguments":["./start"],"timeoutSeconds":5}})");
    put("q", "{}");
    const auto left = with.ask("DELETE", path + "/packages/q");
    with.ask("POST", path + "/submit");
    with.ask("POST", path + "/refuse", R"({"manifestDigest":")" + left.text("manifestDigest") + "\"}");
    with.ask("DELETE", path);
    with.ask("GET", "releases?product=till");
}

void planRollouts(Conversation& with, std::int64_t release) {
    const std::string plan = R"({"release":)" + std::to_string(release) + R"(,"audience":"name==till*")";
    with.ask("POST", "rollouts/dry-run", plan + "}");
    with.ask("POST", "rollouts/dry-run", R"({"release":1,"audience":"name="})");
    const auto draft =
        with.ask("POST", "rollouts",
                 plan + R"(,"name":"d","takesLater":true,"phases":[{"name":"a","filter":"tag.a==b"},{"name":"b"}]})");
    const std::string path = "rollouts/" + std::to_string(draft.number("id"));
    with.ask("GET", path);
    with.ask("GET", path + "/dry-run");
    with.ask("GET", path + "/schedule.ics");
    with.ask("POST", path + "/prerequisites");
    with.ask("DELETE", path);
}

/// With one terminal on which it fails and one that waits.
void runRollouts(Conversation& with) {
    const std::string token = with.host.addTerminal("till-1");
    static_cast<void>(with.host.addTerminal("till-3"));
    const std::int64_t old = with.host.addRelease("1.0");
    const std::int64_t release = with.host.addRelease("2.0", "the second package");
    planRollouts(with, release);
    const std::int64_t rollout = with.host.start(
        release, R"(,"retry":{"count":0},"phases":[{"name":"a","filter":"name==till-1"},{"name":"b"}])");
    const std::string path = "rollouts/" + std::to_string(rollout);
    with.ask("POST", path + "/pause", R"({"reason":"lunch"})");
    with.ask("POST", path + "/resume");
    static_cast<void>(with.host.ddi("GET", "till-1", token));
    const std::string feedback = R"({"status":{"execution":"closed","result":{"finished":"failure"}},)"
                                 R"("signalbox":{"state":"failed","cause":"unpackFailed","message":"m"}})";
    QCOMPARE(with.host.ddi("POST", "till-1/deploymentBase/1/feedback", token, feedback).status, 200);
    with.ask("GET", path + "/failures");
    with.ask("POST", path + "/failures/exclude", R"({"cause":"unpackFailed"})");
    with.ask("POST", path + "/failures/include", "{}");
    with.ask("POST", path + "/roll-back", R"({"release":)" + std::to_string(old) + R"(,"cause":"unpackFailed"})");
    with.ask("POST", path + "/roll-back", R"({"release":99})");
    with.ask("GET", "terminals/till-1");
    with.ask("GET", "terminals?filter=name%3D%3Dtill*");
    with.ask("GET", path);
    with.ask("GET", path + "/deployments");
    with.ask("GET", path + "/deployments?state=waiting,failed");
    with.ask("GET", path + "/deployments?terminal=till-1");
    with.ask("GET", path + "/deployments?terminal=nobody");
    with.ask("GET", "deployments/1");
    with.ask("GET", "deployments/1/feedback");
    with.ask("POST", "deployments/1/reset");
    with.ask("POST", "deployments/1/cancel");
    with.ask("POST", path + "/failures/retry", "{}");
    with.ask("POST", path + "/open-gate");
    with.ask("GET", "rollouts?states=paused,running");
    with.ask("POST", path + "/stop", R"({"reason":"enough"})");
    with.ask("POST", "releases/" + std::to_string(release) + "/withdraw", R"({"comment":"bad"})");
    with.ask("GET", "releases/" + std::to_string(release));
}

}  // namespace

/// That each operation of openapi.yaml is carried out, asked and answered as it is described there.
class TestAdminOperations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyOperationIsAskedAndAnsweredAsDescribed() {
        Conversation with;
        administer(with);
        runNodes(with);
        letTerminalsIn(with);
        nameAudiences(with);
        handleReleases(with);
        runRollouts(with);
        with.ask("GET", "rollouts/999999");
        with.ask("GET", "terminals/nobody");

        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("answers.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(with.said()));
        file.close();
        QProcess check;
        // A stream has no end: tst_admin_door.cpp listens to it. Signing needs keys: tst_release_trust.cpp.
        QStringList arguments{QStringLiteral(SIGNALBOX_CHECK_ANSWERS), QStringLiteral(SIGNALBOX_OPENAPI),
                              file.fileName()};
        for (const char* without : {"followEvents", "getTrustFile", "getStagedTrust", "stageTrust", "dropStagedTrust",
                                    "renewTrust", "signTrust"})
            arguments << QString::fromLatin1(without);
        check.start(QStringLiteral("python3"), arguments);
        QVERIFY(check.waitForFinished(-1));
        QVERIFY2(check.exitCode() == 0, check.readAllStandardError().constData());
    }
};

QTEST_GUILESS_MAIN(TestAdminOperations)
#include "tst_admin_operations.moc"
