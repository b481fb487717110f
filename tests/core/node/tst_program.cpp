// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <boost/json.hpp>
#include <optional>

#include "core/node/identity.h"
#include "core/trust/certificate.h"
#include "core/trust/join_code.h"
#include "tests/support/node_host.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

/// What the manager's side of joining does, over a server of its own.
struct JoinDoor {
    NodeTokens tokens;
    trust::CertificateAuthority authority =
        trust::CertificateAuthority::create("manager CA", SystemClock().now()).value();
    trust::CertificateAuthority otherAuthority =
        trust::CertificateAuthority::create("other CA", SystemClock().now()).value();
    std::string secret = std::string(16, 's');
    trust::Role role = trust::Role::node;
    bool otherCa = false;
    std::string body;  ///< of the last request

    Seconds issuedAgo{0};

    [[nodiscard]] std::string issue(const std::string& csr, trust::Role as) const {
        trust::Subject subject{"subject", as, {"127.0.0.1"}};
        const bool isNode = as == trust::Role::node;
        return authority.issue(csr, subject, SystemClock().now() - (isNode ? issuedAgo : Seconds(0))).value();
    }

    http::Response answer(const std::string& request) {
        body = request;
        const auto asked = boost::json::parse(request);
        if (asked.at("secret").as_string() != toBase64Url(bytesOf(secret)))
            return http::jsonResponse(403, "{\"message\":\"the code was used\"}");
        boost::json::object reply;
        reply["name"] = asked.at("name");
        reply["cluster"] = "north";
        reply["certificate"] = issue(std::string(asked.at("csr").as_string()), role);
        reply["ca"] = otherCa ? otherAuthority.certificatePem() : authority.certificatePem();
        reply["tokenKey"] = tokens.publicKey().toPem();
        reply["issuer"] = "test-manager";
        reply["tokenRealm"] = "https://127.0.0.1:1/token";
        return http::jsonResponse(200, boost::json::serialize(reply));
    }
};

asio::awaitable<http::Response> answerBy(JoinDoor* door, http::Exchange& exchange) {
    co_return door->answer(exchange.body);
}

http::Router routerOf(JoinDoor& door) {
    http::Router router;
    router.add("POST", "/join/node", [asked = &door](http::Exchange& e) { return answerBy(asked, e); });
    return router;
}

http::ServerOptions serverOf(const JoinDoor& door) {
    const trust::PrivateKey key = trust::PrivateKey::generate();
    http::TlsServerOptions tls;
    tls.certificateChainPem = door.issue(trust::makeSigningRequest(key, "manager").value(), trust::Role::manager);
    tls.privateKeyPem = key.toPem();
    http::ServerOptions options;
    options.tls = http::TlsServerContext::make(tls).value();
    return options;
}

struct Manager {
    JoinDoor door;
    HttpServerThread server{routerOf(door), serverOf(door)};

    [[nodiscard]] QString code(const std::string& secret = std::string(16, 's')) {
        return QString::fromStdString(trust::JoinCode{server.url(""), secret, door.authority.fingerprint()}.text());
    }

    /// A client that trusts nodes of this manager, with a certificate of that role or none.
    [[nodiscard]] std::shared_ptr<const http::TlsClientContext> showing(const std::optional<trust::Role>& role) const {
        http::TlsClientOptions tls;
        tls.caPem = door.authority.certificatePem();
        tls.requiredRole = "node";
        if (role) {
            const trust::PrivateKey key = trust::PrivateKey::generate();
            tls.certificateChainPem = door.issue(trust::makeSigningRequest(key, "peer").value(), *role);
            tls.privateKeyPem = key.toPem();
        }
        return http::TlsClientContext::make(std::move(tls)).value();
    }
};

struct Folder {
    QTemporaryDir parent{quickFolder()};
    QString data = parent.filePath(QStringLiteral("node"));

    [[nodiscard]] bool exists() const { return std::filesystem::exists(data.toStdString()); }
    [[nodiscard]] QStringList join(const QString& code) const {
        return {QStringLiteral("join"),     code,
                QStringLiteral("--data"),   data,
                QStringLiteral("--name"),   QStringLiteral("node-1"),
                QStringLiteral("--url"),    QStringLiteral("https://127.0.0.1:8443"),
                QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")};
    }
    [[nodiscard]] QStringList with(const char* command, const QStringList& more = {}) const {
        return QStringList{QString::fromLatin1(command), QStringLiteral("--data"), data} + more;
    }
};

}  // namespace

/// The real program: joining, serving, status, and its exit codes.
class TestProgram : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesTheManagersTokenBesideTheManagersCertificateOnly() {
        Manager manager;
        Folder folder;
        QCOMPARE(runNodeProgram(folder.join(manager.code())), 0);
        NodeProgram program(folder.with("run"));
        trust::AccessToken plan = manager.door.tokens.plan("*", {"pull", "push", "delete"});
        plan.subject = std::string(node::kManagerSubject);
        const std::string token = manager.door.tokens.sign(plan);
        const auto upload = [&](const std::optional<trust::Role>& role, const std::string& bearer) {
            NodeProbe probe(manager.showing(role), bearer);
            const std::string url = "/v2/a/blobs/uploads/?digest=" + Digest::ofContent("x").text();
            const auto answer = probe.send("POST", program.origin() + url, {}, "x");
            return answer ? answer->status : 0;
        };
        QCOMPARE(upload(std::nullopt, token), 401);
        QCOMPARE(upload(trust::Role::node, token), 401);
        QCOMPARE(upload(trust::Role::terminal, token), 401);
        QCOMPARE(upload(trust::Role::manager, token), 201);
        QCOMPARE(upload(trust::Role::manager, ""), 401);  // the certificate alone is no leave either
        const std::string tool = manager.door.tokens.token("a", {"push", "pull"});
        QCOMPARE(upload(std::nullopt, tool), 201);
    }

    void tellsItsStateToTheManagerAlone() {
        Manager manager;
        Folder folder;
        QCOMPARE(runNodeProgram(folder.join(manager.code())), 0);
        NodeProgram program(folder.with("run"));
        const auto told = [&](const std::optional<trust::Role>& role) {
            NodeProbe probe(manager.showing(role), manager.door.tokens.token("a", {"pull"}));
            const auto answer = probe.send("GET", program.origin() + "/v2/").value();
            return answer.status == 200 && answer.headers.find("Signalbox-Disk-Free").has_value();
        };
        QVERIFY(!told(std::nullopt));
        QVERIFY(!told(trust::Role::node));
        QVERIFY(!told(trust::Role::terminal));
        QVERIFY(told(trust::Role::manager));
    }

    void hearsFromTheManagerAloneWhereItIsAndWhomToTrust() {
        Manager manager;
        Folder folder;
        QCOMPARE(runNodeProgram(folder.join(manager.code())), 0);
        NodeProgram program(folder.with("run"));
        const trust::CertificateAuthority& other = manager.door.otherAuthority;
        const std::string both = manager.door.authority.certificatePem() + other.certificatePem();
        const auto tell = [&](const std::shared_ptr<const http::TlsClientContext>& as, const std::string& realm,
                              const std::string& authorities) {
            NodeProbe probe(as);
            const boost::json::object word{{"tokenRealm", realm}, {"authorities", authorities}};
            const auto answer =
                probe.send("PUT", program.origin() + "/signalbox/manager", {}, boost::json::serialize(word));
            return answer ? answer->status : 0;
        };
        const std::string moved = "https://moved.example:8443/token";
        const auto manages = manager.showing(trust::Role::manager);
        QCOMPARE(tell(manager.showing(std::nullopt), moved, both), 403);
        QCOMPARE(tell(manager.showing(trust::Role::node), moved, both), 403);
        QCOMPARE(tell(manager.showing(trust::Role::terminal), moved, both), 403);
        QCOMPARE(tell(manages, moved, "no certificates"), 400);
        QCOMPARE(tell(manages, "http://moved.example/token", both), 400);
        QCOMPARE(tell(manages, moved, both), 200);
        const auto known = node::loadIdentity(folder.data.toStdString()).value();
        QCOMPARE(known.tokenRealm, moved);
        QCOMPARE(known.caPem, both);
        const auto challenge = NodeProbe(manager.showing(std::nullopt)).send("GET", program.origin() + "/v2/").value();
        QVERIFY(challenge.headers.value("WWW-Authenticate").find(moved) != std::string_view::npos);

        // The manager of the other authority is believed as well, once the node has taken it up.
        http::TlsClientOptions tls;
        tls.caPem = manager.door.authority.certificatePem();
        const trust::PrivateKey key = trust::PrivateKey::generate();
        const std::string request = trust::makeSigningRequest(key, "manager").value();
        const trust::Subject subject{"manager", trust::Role::manager, {"127.0.0.1"}};
        tls.certificateChainPem = other.issue(request, subject, SystemClock().now()).value();
        tls.privateKeyPem = key.toPem();
        const auto next = http::TlsClientContext::make(std::move(tls)).value();
        QTRY_COMPARE_WITH_TIMEOUT(tell(next, moved, both), 200, 20000);
        QCOMPARE(program.terminate(), 0);
    }

    void joinsAndServesOverTlsWithTheManagersTokens() {
        Manager manager;
        Folder folder;
        QCOMPARE(runNodeProgram(folder.join(manager.code())), 0);
        NodeProgram program(folder.with("run"));
        QVERIFY(program.origin().starts_with("https://127.0.0.1:"));

        http::TlsClientOptions tls;
        tls.caPem = manager.door.authority.certificatePem();
        tls.requiredRole = "node";
        const auto context = http::TlsClientContext::make(std::move(tls)).value();
        NodeProbe stranger(context);
        const auto refused = stranger.send("GET", program.origin() + "/v2/").value();
        QCOMPARE(refused.status, 401);
        QVERIFY(refused.headers.value("WWW-Authenticate").find("realm=\"https://127.0.0.1:1/token\"") !=
                std::string_view::npos);
        NodeProbe probe(context, manager.door.tokens.token("a", {"push", "pull"}));
        QCOMPARE(probe.send("GET", program.origin() + "/v2/").value().status, 200);
        const Digest digest = Digest::ofContent("x");
        const std::string upload = "/v2/a/blobs/uploads/?digest=" + digest.text();
        QCOMPARE(probe.send("POST", program.origin() + upload, {}, "x").value().status, 201);

        std::string output;
        QCOMPARE(runNodeProgram(folder.with("status", {QStringLiteral("--json")}), &output), 0);
        const auto status = boost::json::parse(output);
        QCOMPARE(status.at("blobs").as_int64(), std::int64_t{1});
        QVERIFY(status.at("running").as_bool());
        QCOMPARE(std::string(status.at("cluster").as_string()), std::string("north"));
        QCOMPARE(program.terminate(), 0);
        QCOMPARE(runNodeProgram(folder.with("status")), 0);
    }

    void leavesNothingWhenTheManagerRefuses() {
        Manager manager;
        Folder folder;
        QCOMPARE(runNodeProgram(folder.join(manager.code(std::string(16, 'x')))), 4);
        QVERIFY(!folder.exists());
    }

    void leavesNothingWhenTheManagerCannotBeReached() {
        Folder folder;
        QString code;
        {
            Manager manager;
            code = manager.code();
        }
        QCOMPARE(runNodeProgram(folder.join(code)), 5);
        QVERIFY(!folder.exists());
    }

    void leavesNothingWhenTheAnswerDoesNotHoldTogether() {
        Manager manager;
        Folder folder;
        manager.door.role = trust::Role::terminal;
        QCOMPARE(runNodeProgram(folder.join(manager.code())), 1);
        manager.door.role = trust::Role::node;
        manager.door.otherCa = true;
        QCOMPARE(runNodeProgram(folder.join(manager.code())), 1);
        QVERIFY(!folder.exists());
    }

    void sendsNoSecretToAManagerOfAnotherFingerprint() {
        Manager manager;
        Folder folder;
        const trust::JoinCode code{manager.server.url(""), std::string(16, 's'), std::string(64, 'a')};
        QVERIFY(runNodeProgram(folder.join(QString::fromStdString(code.text()))) != 0);
        QVERIFY(manager.door.body.empty());
        QVERIFY(!folder.exists());
    }

    void refusesACodeForAnotherCluster() {
        Manager manager;
        Folder folder;
        const QStringList cluster{QStringLiteral("--cluster"), QStringLiteral("south")};
        QCOMPARE(runNodeProgram(folder.join(manager.code()) + cluster), 4);
        QVERIFY(!folder.exists());
    }

    void joinsOnce() {
        Manager manager;
        Folder folder;
        QCOMPARE(runNodeProgram(folder.join(manager.code())), 0);
        QCOMPARE(runNodeProgram(folder.join(manager.code())), 3);
        QVERIFY(node::loadIdentity(folder.data.toStdString()));
    }

    void comesBackWithACodeWhenItsCertificateHasEnded() {
        Manager manager;
        Folder folder;
        manager.door.issuedAgo = Seconds(400LL * 86400);
        QCOMPARE(runNodeProgram(folder.join(manager.code())), 0);
        std::string told;
        QCOMPARE(runNodeProgram(folder.with("status"), &told), 0);
        QVERIFY(told.find("join again") != std::string::npos);
        manager.door.issuedAgo = Seconds(0);
        const QStringList again{QStringLiteral("join"), manager.code(), QStringLiteral("--data"), folder.data};
        const QStringList asAnother{QStringLiteral("--name"), QStringLiteral("node-2")};
        QCOMPARE(runNodeProgram(again + asAnother), 3);
        Manager elsewhere;
        QCOMPARE(runNodeProgram({QStringLiteral("join"), elsewhere.code(), QStringLiteral("--data"), folder.data}), 3);
        QVERIFY(elsewhere.door.body.empty());
        QCOMPARE(runNodeProgram(again), 0);
        const auto asked = boost::json::parse(manager.door.body);
        QCOMPARE(std::string(asked.at("name").as_string()), std::string("node-1"));
        QCOMPARE(std::string(asked.at("url").as_string()), std::string("https://127.0.0.1:8443"));
        const auto held = node::loadIdentity(folder.data.toStdString()).value();
        QVERIFY(trust::inspectCertificate(held.certificatePem).value().notAfter > SystemClock().now());
        QCOMPARE(runNodeProgram(again), 3);
        NodeProgram program(folder.with("run"));
        QVERIFY(!program.origin().empty());
        QCOMPARE(program.terminate(), 0);
    }

    void takesAccountsWhileItServes() {
        Manager manager;
        Folder folder;
        QCOMPARE(runNodeProgram(folder.join(manager.code())), 0);
        NodeProgram program(folder.with("run"));
        http::TlsClientOptions tls;
        tls.caPem = manager.door.authority.certificatePem();
        NodeProbe probe(http::TlsClientContext::make(std::move(tls)).value());
        const QString data = folder.data;
        const auto account = [&data](const char* command, std::string* output) {
            return runNodeProgram({QStringLiteral("account"), QString::fromLatin1(command), QStringLiteral("tool"),
                                   QStringLiteral("--data"), data},
                                  output);
        };
        std::string told;
        QCOMPARE(account("add", &told), 0);
        // The one line without a space: what is said of it may stand before or behind.
        QByteArray password;
        for (const QByteArray& line : QByteArray::fromStdString(told).split('\n'))
            if (!line.isEmpty() && !line.contains(' ')) password = line;
        const QByteArray basic = QByteArray("tool:").append(password).toBase64();
        const auto status = [&] {
            return probe.send("GET", program.origin() + "/v2/", {{"Authorization", "Basic " + basic.toStdString()}})
                .value()
                .status;
        };
        QTRY_COMPARE_WITH_TIMEOUT(status(), 200, 20000);
        QCOMPARE(account("remove", nullptr), 0);
        QTRY_COMPARE_WITH_TIMEOUT(status(), 401, 20000);
        QCOMPARE(program.terminate(), 0);
    }

    void saysWhenItIsUsedWrongly() {
        Folder folder;
        QCOMPARE(runNodeProgram({}), 2);
        QCOMPARE(runNodeProgram(folder.join(QStringLiteral("nonsense"))), 2);
        QCOMPARE(runNodeProgram(folder.with("run", {QStringLiteral("--no-such")})), 2);
        QCOMPARE(runNodeProgram(folder.with("run", {QStringLiteral("--listen"), QStringLiteral("nowhere")})), 2);
        QVERIFY(!folder.exists());
        QCOMPARE(runNodeProgram({QStringLiteral("--help")}), 0);
    }

    void saysWhenItHasNotJoined() {
        Folder folder;
        QCOMPARE(runNodeProgram(folder.with("run")), 3);
        QCOMPARE(runNodeProgram(folder.with("status")), 3);
        QVERIFY(!folder.exists());
    }

    void servesStrangersOnLoopbackOnly() {
        Folder folder;
        const QStringList open{QStringLiteral("--anonymous-access"), QStringLiteral("--plain"),
                               QStringLiteral("--listen"), QStringLiteral("0.0.0.0:0")};
        QCOMPARE(runNodeProgram(folder.with("run", open)), 2);
    }

    void letsOneProcessServeAFolder() {
        Folder folder;
        const QStringList open{QStringLiteral("--anonymous-access"), QStringLiteral("--plain"),
                               QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")};
        NodeProgram program(folder.with("run", open));
        QVERIFY(!program.origin().empty());
        QCOMPARE(runNodeProgram(folder.with("run", open)), 3);
        program.killHard();
        NodeProgram next(folder.with("run", open));
        QVERIFY(!next.origin().empty());
        QCOMPARE(next.terminate(), 0);
    }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
