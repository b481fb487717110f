// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/registry/challenge.h"
#include "core/registry/foreign_client.h"
#include "tests/support/http_servers.h"
#include "tests/support/trust_errors.h"

using namespace signalbox;
using namespace signalbox::test;
using namespace signalbox::registry;

namespace {

/// A registry that wants a token had from a realm; only its server's thread touches it while it serves.
struct TokenRegistry {
    std::string realm;
    std::string tokenAnswer = R"({"token":"t1","expires_in":300})";
    std::vector<std::string> log;  ///< "METHOD target authorization"

    http::Response answer(http::Exchange& e) {
        const std::string authorization(e.request.headers.value("Authorization"));
        log.push_back(e.request.method + " " + e.request.target + " " + authorization);
        if (e.request.path == "/token") return http::jsonResponse(200, tokenAnswer);
        if (authorization == "Bearer t1") return http::textResponse(200, "content");
        http::Response refused = http::textResponse(401, "no");
        refused.headers.add("WWW-Authenticate", "Basic realm=\"x\"");
        refused.headers.add("WWW-Authenticate",
                            "Bearer realm=\"" + realm + "\",service=\"reg\",scope=\"repository:a/b:pull\"");
        return refused;
    }
};

asio::awaitable<http::Response> answerBy(TokenRegistry* registry, http::Exchange& exchange) {
    co_return registry->answer(exchange);
}

http::Router routerOf(TokenRegistry& registry) {
    http::Router router;
    const auto answers = [asked = &registry](http::Exchange& e) { return answerBy(asked, e); };
    router.add("GET", "/token", answers);
    router.add("GET", "/v2/{rest...}", answers);
    router.add("PATCH", "/v2/{rest...}", answers);
    return router;
}

struct Fixture {
    TokenRegistry registry;
    HttpServerThread server{routerOf(registry)};
    asio::io_context io;
    std::shared_ptr<http::Client> client;

    explicit Fixture(const std::string& user = "u", const std::string& password = "p") {
        registry.realm = server.url("/token");
        const auto plain = http::makeClient(io, {});
        client = openForeign(*plain, {http::parseUrl(server.url("")).value(), user, password, {}}).value();
    }
    Result<http::ClientResponse> send(const std::string& method, const std::string& target, bool streams = false) {
        http::ClientRequest request;
        request.method = method;
        request.url = http::parseUrl(server.url(target)).value();
        if (streams) {
            request.bodyLength = 1;
            request.bodySource = [](std::span<std::byte> into) -> Result<std::size_t> {
                into[0] = std::byte{'x'};
                return std::size_t{1};
            };
        }
        return runTask(io, client->send(std::move(request)));
    }
};

}  // namespace

/// How we log in at registries that nobody here wrote.
class TestForeignClient : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fetchesATokenWhereItIsAskedForOneAndKeepsIt() {
        Fixture f;
        QCOMPARE(f.send("GET", "/v2/a/b/blobs/x").value().body, std::string("content"));
        QCOMPARE(f.send("GET", "/v2/a/b/manifests/y").value().status, 200);
        const std::vector<std::string> expected{"GET /v2/a/b/blobs/x ",
                                                "GET /token?service=reg&scope=repository%3Aa%2Fb%3Apull Basic dTpw",
                                                "GET /v2/a/b/blobs/x Bearer t1", "GET /v2/a/b/manifests/y Bearer t1"};
        QCOMPARE(f.registry.log, expected);
    }

    void comesAsNobodyWhereItHasNoName() {
        Fixture f("", "");
        QCOMPARE(f.send("GET", "/v2/a/b/blobs/x").value().status, 200);
        QCOMPARE(f.registry.log.at(1), std::string("GET /token?service=reg&scope=repository%3Aa%2Fb%3Apull "));
    }

    void aBodyThatCannotBeSentTwiceIsForTheNextTry() {
        Fixture f;
        QCOMPARE(codeOf(f.send("PATCH", "/v2/a/b/blobs/uploads/1", true)), make_error_code(BaseErrc::unavailable));
        QCOMPARE(f.send("PATCH", "/v2/a/b/blobs/uploads/1", true).value().status, 200);
    }

    void nonsenseFromTheRealmIsAnError() {
        for (const char* answer : {"", "[]", "{}", R"({"token":""})", R"({"token":"a b"})", R"({"token":1})"}) {
            Fixture f;
            f.registry.tokenAnswer = answer;
            QCOMPARE(codeOf(f.send("GET", "/v2/a/b/blobs/x")), make_error_code(BaseErrc::malformed));
        }
    }

    void otherOriginsGetNothing() {
        Fixture f;
        TokenRegistry elsewhere;
        const HttpServerThread other(routerOf(elsewhere));
        QCOMPARE(f.send("GET", "/v2/a/b/blobs/x").value().status, 200);
        http::ClientRequest request;
        request.url = http::parseUrl(other.url("/v2/a/b/blobs/x")).value();
        QCOMPARE(runTask(f.io, f.client->send(std::move(request))).value().status, 401);
        QCOMPARE(elsewhere.log, std::vector<std::string>{"GET /v2/a/b/blobs/x "});
    }

    void challengesAreReadAsTheyAreSent_data() {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("read");
        QTest::newRow("one") << QByteArray("Basic realm=\"x y\"") << QByteArray("basic{realm=x y}");
        QTest::newRow("two") << QByteArray("Basic realm=a, Bearer realm=\"b\", scope=\"c,d\"")
                             << QByteArray("basic{realm=a}bearer{realm=b;scope=c,d}");
        QTest::newRow("no parameters") << QByteArray("Negotiate, Basic realm=a")
                                       << QByteArray("negotiate{}basic{realm=a}");
        QTest::newRow("quoted quote") << QByteArray("Basic realm=\"a\\\"b\"") << QByteArray("basic{realm=a\"b}");
        QTest::newRow("token68") << QByteArray("Negotiate abc==, Basic realm=a") << QByteArray("negotiate{}");
        QTest::newRow("cut") << QByteArray("Bearer realm=\"b") << QByteArray("bearer{}");
        QTest::newRow("nothing") << QByteArray("") << QByteArray("");
        QTest::newRow("nonsense") << QByteArray("\"=,") << QByteArray("");
    }

    void challengesAreReadAsTheyAreSent() {
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, read);
        std::string text;
        for (const Challenge& challenge : parseChallenges(field.toStdString())) {
            std::string parameters;
            for (const auto& [name, value] : challenge.parameters)
                parameters += (parameters.empty() ? "" : ";") + name + "=" + value;
            text += challenge.scheme + "{" + parameters + "}";
        }
        QCOMPARE(text, read.toStdString());
    }
};

QTEST_GUILESS_MAIN(TestForeignClient)
#include "tst_foreign_client.moc"
