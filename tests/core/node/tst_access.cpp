// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/node_host.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

int statusOf(const std::optional<http::Response>& refused) {
    return refused ? refused->status : 200;
}

http::Request withHeader(const std::string& value) {
    http::Request request;
    if (!value.empty()) request.headers.set("Authorization", value);
    return request;
}

}  // namespace

class TestAccess : public QObject {
    Q_OBJECT

private:
    SystemClock m_clock;
    NodeHost m_node;
    const NodeTokens& m_tokens = m_node.tokens;

    [[nodiscard]] node::Access access() const {
        node::AccessOptions options;
        options.tokenKey = m_tokens.publicKey();
        options.tokenRealm = "https://manager.test/token";
        options.issuer = "test-manager";
        return {std::move(options), m_clock};
    }
    [[nodiscard]] int ask(const std::string& token, std::string_view repository, std::string_view action) const {
        return statusOf(access().refuse(withHeader(token.empty() ? token : "Bearer " + token), repository, action));
    }

private Q_SLOTS:
    void challengesWithoutAToken() {
        const auto refused = access().refuse(withHeader(""), "a/b", "push");
        QCOMPARE(statusOf(refused), 401);
        QCOMPARE(refused->headers.value("WWW-Authenticate"),
                 std::string_view("Bearer realm=\"https://manager.test/token\",service=\"signalbox-node\","
                                  "scope=\"repository:a/b:pull,push\""));
        QCOMPARE(statusOf(access().refuseStranger(withHeader(""))), 401);
        QCOMPARE(statusOf(access().refuseStranger(withHeader("Basic dTpw"))), 401);
    }

    void takesATokenInTheUrlForReadingItsBlobOnly() {
        trust::AccessToken plan = m_tokens.plan("a/b", {"pull", "push"});
        plan.blob = Digest::ofContent("x").text();
        http::Request request;
        request.method = "GET";
        request.path = "/v2/a/b/blobs/" + plan.blob;
        request.query = "access_token=" + m_tokens.sign(plan);
        QCOMPARE(statusOf(access().refuse(request, "a/b", "pull")), 200);
        QCOMPARE(statusOf(access().refuse(request, "a/c", "pull")), 403);
        http::Request withMore = request;
        withMore.headers.set("Authorization", "TargetToken 0123456789");
        QCOMPARE(statusOf(access().refuse(withMore, "a/b", "pull")), 401);  // nodes are for no DDI tokens
        request.path = "/v2/a/b/blobs/" + Digest::ofContent("y").text();
        QCOMPARE(statusOf(access().refuse(request, "a/b", "pull")), 401);
        request.path = "/v2/a/b/blobs/" + plan.blob;
        request.method = "DELETE";
        QCOMPARE(statusOf(access().refuse(request, "a/b", "pull")), 401);
    }

    void grantsAccountsByBasic() {
        node::ToolAccounts accounts;
        QVERIFY(accounts.add("other", {"*", {"pull"}}));
        const auto password = accounts.add("tool", {"a/b", {"pull"}});
        QVERIFY(password);
        QCOMPARE(accounts.add("tool", {"*", {"pull"}}).error().code, makeError(BaseErrc::alreadyExists).code);
        QTemporaryDir folder;
        const std::filesystem::path data = folder.path().toStdString();
        QVERIFY(accounts.save(nativeFileSystem(), data));
        node::AccessOptions options;
        options.tokenKey = m_tokens.publicKey();
        options.accounts = node::ToolAccounts::load(data).value();
        const node::Access access(std::move(options), m_clock);
        const auto basic = [](const std::string& pair) {
            return withHeader("Basic " + QByteArray::fromStdString(pair).toBase64().toStdString());
        };
        QCOMPARE(statusOf(access.refuse(basic("tool:" + *password), "a/b", "pull")), 200);
        QCOMPARE(statusOf(access.refuse(basic("tool:" + *password), "a/b", "push")), 403);
        QCOMPARE(statusOf(access.refuse(basic("tool:" + *password), "a/c", "pull")), 403);
        QCOMPARE(statusOf(access.refuse(basic("other:" + *password), "a/b", "pull")), 401);
        QCOMPARE(statusOf(access.refuse(basic("tool:"), "a/b", "pull")), 401);
        QCOMPARE(statusOf(access.refuse(withHeader("Basic !"), "a/b", "pull")), 401);
        QCOMPARE(statusOf(access.refuse(withHeader("Bearer " + m_tokens.token("a/b", {"push"})), "a/b", "push")), 200);
        QVERIFY(readFile(data / "tool-accounts", 4096).value().find(*password) == std::string::npos);
        const auto mode = std::filesystem::status(data / "tool-accounts").permissions();
        QVERIFY(mode == (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
        for (const char* text : {"x\n", "x y pull *\n"})
            QCOMPARE(node::ToolAccounts::parse(text).error().code, makeError(BaseErrc::malformed).code);
    }

    void grantsWhatTheTokenSays() {
        const std::string token = m_tokens.token("a/b", {"pull", "push"});
        QCOMPARE(ask(token, "a/b", "pull"), 200);
        QCOMPARE(ask(token, "a/b", "push"), 200);
        QCOMPARE(statusOf(access().refuseStranger(withHeader("bearer " + token))), 200);
    }

    void refusesWhatTheTokenDoesNotGrant() {
        const std::string token = m_tokens.token("a/b", {"pull"});
        QCOMPARE(ask(token, "a/b", "push"), 403);
        QCOMPARE(ask(token, "a/b", "delete"), 403);
        QCOMPARE(ask(token, "a/c", "pull"), 403);
        QCOMPARE(ask(token, "a/b/c", "pull"), 403);
    }

    void grantsAllRepositoriesByAStar() { QCOMPARE(ask(m_tokens.token("*", {"pull"}), "any/thing", "pull"), 200); }

    void refusesTokensThatDoNotHold() {
        auto plan = m_tokens.plan("a/b", {"pull"});
        plan.notAfter = m_clock.now() - Seconds(120);
        QCOMPARE(ask(m_tokens.sign(plan), "a/b", "pull"), 401);
        plan = m_tokens.plan("a/b", {"pull"});
        plan.audience = "another-service";
        QCOMPARE(ask(m_tokens.sign(plan), "a/b", "pull"), 401);
        plan = m_tokens.plan("a/b", {"pull"});
        plan.issuer = "another-manager";
        QCOMPARE(ask(m_tokens.sign(plan), "a/b", "pull"), 401);
        QCOMPARE(ask(NodeTokens().token("a/b", {"pull"}), "a/b", "pull"), 401);
        QCOMPARE(ask("not.a.token", "a/b", "pull"), 401);
    }

    void asksForTheRightActionOnEveryRoute_data() {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("action");
        const QString digest = QString::fromStdString(Digest::ofContent("x").text());
        const auto row = [](const char* name, const char* method, const QString& target, const char* action) {
            QTest::newRow(name) << QString::fromLatin1(method) << target << QString::fromLatin1(action);
        };
        row("blob", "GET", QStringLiteral("/v2/a/b/blobs/") + digest, "pull");
        row("blob head", "HEAD", QStringLiteral("/v2/a/b/blobs/") + digest, "pull");
        row("blob delete", "DELETE", QStringLiteral("/v2/a/b/blobs/") + digest, "delete");
        row("manifest", "GET", QStringLiteral("/v2/a/b/manifests/t"), "pull");
        row("manifest put", "PUT", QStringLiteral("/v2/a/b/manifests/t"), "push");
        row("manifest delete", "DELETE", QStringLiteral("/v2/a/b/manifests/t"), "delete");
        row("tags", "GET", QStringLiteral("/v2/a/b/tags/list"), "pull");
        row("referrers", "GET", QStringLiteral("/v2/a/b/referrers/") + digest, "pull");
        row("upload", "POST", QStringLiteral("/v2/a/b/blobs/uploads/"), "push");
        row("upload status", "GET", QStringLiteral("/v2/a/b/blobs/uploads/1"), "push");
        row("upload patch", "PATCH", QStringLiteral("/v2/a/b/blobs/uploads/1"), "push");
        row("upload put", "PUT", QStringLiteral("/v2/a/b/blobs/uploads/1"), "push");
        row("upload delete", "DELETE", QStringLiteral("/v2/a/b/blobs/uploads/1"), "push");
    }
    void asksForTheRightActionOnEveryRoute() {
        QFETCH(const QString, method);
        QFETCH(const QString, target);
        QFETCH(const QString, action);
        const std::string url = m_node.url(target.toStdString());
        NodeProbe stranger;
        QCOMPARE(stranger.send(method.toStdString(), url).value().status, 401);
        for (const char* granted : {"pull", "push", "delete"}) {
            NodeProbe probe({}, m_tokens.token("a/b", {granted}));
            const int status = probe.send(method.toStdString(), url).value().status;
            if (action == QLatin1String(granted))
                QVERIFY2(status != 401 && status != 403, qPrintable(QString::number(status)));
            else
                QCOMPARE(status, 403);
        }
    }

    void mountsOnlyWhatTheTokenMayPull() {
        NodeProbe owner({}, m_tokens.token("from", {"pull", "push"}));
        const Digest digest = Digest::ofContent("secret");
        QCOMPARE(owner.send("POST", m_node.url("/v2/from/blobs/uploads/?digest=" + digest.text()), {}, "secret")
                     .value()
                     .status,
                 201);
        NodeProbe other({}, m_tokens.token("to", {"pull", "push"}));
        const auto mount =
            other.send("POST", m_node.url("/v2/to/blobs/uploads/?mount=" + digest.text() + "&from=from")).value();
        QCOMPARE(mount.status, 202);
        QCOMPARE(other.send("GET", m_node.url("/v2/to/blobs/" + digest.text())).value().status, 404);
    }
};

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_access.moc"
