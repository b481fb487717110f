// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <optional>

#include "core/adminclient/client.h"
#include "core/adminclient/paging.h"
#include "tests/support/adminclient_server.h"

using namespace signalbox;
using namespace signalbox::adminclient;
using signalbox::test::AdminServer;
using End = AdminServer::End;

namespace {

const char* const kRelease = R"({"id":3,"product":"kiosk","version":"2.0","state":"approved"})";

/// A client and the one answer a test waits for.
struct Asked {
    std::unique_ptr<Client> client;
    QObject context;
    std::optional<Reply> reply;

    explicit Asked(const Profile& profile, ClientOptions options = {})
        : client(Client::make(profile, options).value()) {}
    void ask(const Request& request) {
        reply.reset();
        client->request(request, &context, [this](Reply got) { reply = std::move(got); });
    }
    bool waited() {
        return QTest::qWaitFor([this] { return reply.has_value(); }, 10000);
    }
    boost::system::error_code code() { return !waited() ? boost::system::error_code() : reply->body.error().code; }
};

AdminServer::Handler always(AdminServer::Answer answer) {
    return [answer](const AdminServer::Received&) { return answer; };
}

}  // namespace

class ClientTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsATypedAnswer() {
        AdminServer server(always({200, kRelease}));
        Asked asked(server.profile());
        std::optional<Result<Release>> release;
        asked.client->send<Release>(calls::release({3}), &asked.context, [&](Result<Release> got) { release = got; });
        QTRY_VERIFY(release);
        QVERIFY(*release && (*release)->version == "2.0");
        QCOMPARE(server.requests().at(0).target, std::string("/api/v1/releases/3"));
        QCOMPARE(server.requests().at(0).headers.at("authorization"), std::string("Bearer token-of-a-test"));
    }

    void sendsTheBodyAsJson() {
        AdminServer server(always({201, kRelease}));
        Asked asked(server.profile());
        asked.ask(calls::createRelease("kiosk", "2.0", "", "notes").request);
        QVERIFY(asked.waited() && asked.reply->body && asked.reply->status == 201);
        const auto& request = server.requests().at(0);
        QCOMPARE(request.method, std::string("POST"));
        QCOMPARE(request.headers.at("content-type"), std::string("application/json"));
        QCOMPARE(request.body, std::string(R"({"product":"kiosk","version":"2.0","notes":"notes"})"));
    }

    void namesAreEncodedInPathAndQuery() {
        QCOMPARE(calls::terminal("a/b ?#ü").request.target, std::string("/api/v1/terminals/a%2Fb%20%3F%23%C3%BC"));
        QCOMPARE(calls::terminals("tag.a==b;name==c&d", {7, 10}).request.target,
                 std::string("/api/v1/terminals?limit=10&after=7&filter=tag.a%3D%3Db%3Bname%3D%3Dc%26d"));
        AdminServer server(always({200, "{}"}));
        Asked asked(server.profile());
        asked.ask(calls::terminal("a/b ?#ü").request);
        QVERIFY(asked.waited() && asked.reply->body);
        QCOMPARE(server.requests().at(0).target, std::string("/api/v1/terminals/a%2Fb%20%3F%23%C3%BC"));
    }

    void anEmptyAnswerIsNothing() {
        AdminServer server(always({204, ""}));
        Asked asked(server.profile());
        bool gone = false;
        asked.client->send<Nothing>(calls::deleteNode("n"), &asked.context,
                                    [&](const Result<Nothing>& got) { gone = got.has_value(); });
        QTRY_VERIFY(gone);
    }

    void aProblemsCodeBecomesTheErrors() {
        AdminServer server(always({409, R"({"type":"about:blank","title":"x","status":409,"detail":"d",
                                   "code":"alreadyExists"})",
                                   "application/problem+json"}));
        Asked asked(server.profile());
        asked.ask(calls::createCluster("c").request);
        QVERIFY(asked.code() == BaseErrc::alreadyExists);
        QCOMPARE(asked.reply->status, 409);
    }

    void aProblemsPlaceIsKept() {
        AdminServer server(always({400, R"({"code":"malformed","detail":"d","position":4,"length":2})"}));
        Asked asked(server.profile());
        asked.ask(calls::checkAudience("tag=x").request);
        QVERIFY(asked.code() == BaseErrc::malformed);
        QVERIFY(asked.reply->place == (TextPlace{4, 2}));
    }

    void aRefusalWithoutAProblemIsKnownByItsStatus() {
        AdminServer server(always({403, "<html>no</html>", "text/html"}));
        Asked asked(server.profile());
        asked.ask(calls::status().request);
        QVERIFY(asked.code() == BaseErrc::denied);
    }

    void garbageIsABadAnswer() {
        AdminServer server(always({200, "{\"items\":[nonsense"}));
        Asked asked(server.profile());
        asked.ask(calls::status().request);
        QVERIFY(asked.code() == AdminErrc::badAnswer);
    }

    void aMemberOfTheWrongTypeIsABadAnswer() {
        AdminServer server(always({200, R"({"id":"three"})"}));
        Asked asked(server.profile());
        std::optional<Result<Release>> release;
        asked.client->send<Release>(calls::release({3}), &asked.context, [&](Result<Release> got) { release = got; });
        QTRY_VERIFY(release);
        QVERIFY(!*release && release->error().code == AdminErrc::badAnswer);
    }

    void anAnswerCutOffIsUnreachable() {
        AdminServer server(
            always({200, std::string(R"({"a":")") + std::string(5000, 'x') + "\"}", "application/json", End::half}));
        Asked asked(server.profile());
        asked.ask(calls::status().request);
        QVERIFY(asked.code() == AdminErrc::unreachable);
    }

    void aChangeIsNotSentAgainWhenTheConnectionBreaks() {
        AdminServer server([](const AdminServer::Received& request) {
            return AdminServer::Answer{200, "{}", "application/json",
                                       request.method == "POST" ? End::nothing : End::keep};
        });
        Asked asked(server.profile());
        asked.ask(calls::status().request);
        QVERIFY(asked.waited() && asked.reply->body);
        asked.ask(calls::startRollout({1}).request);  // on the kept connection
        QVERIFY(asked.code() == AdminErrc::unreachable);
        QCOMPARE(server.count("POST", "/"), 1);
    }

    void silenceTimesOut() {
        AdminServer server(always({200, "", "", End::silence}));
        ClientOptions options;
        options.silence = std::chrono::milliseconds(100);
        Asked asked(server.profile(), options);
        asked.ask(calls::status().request);
        QVERIFY(asked.code() == BaseErrc::timedOut);
    }

    void anAnswerIsBounded() {
        AdminServer server(always({200, "\"" + std::string(20000, 'x') + "\""}));
        ClientOptions options;
        options.maxBody = 10000;
        Asked asked(server.profile(), options);
        asked.ask(calls::status().request);
        QVERIFY(asked.code() == BaseErrc::tooLarge);
    }

    void aRedirectIsNotFollowed() {
        AdminServer server(always({302, "", "text/plain", End::keep, {{"Location", "/api/v1/elsewhere"}}}));
        Asked asked(server.profile());
        asked.ask(calls::status().request);
        QVERIFY(asked.code() == AdminErrc::badAnswer);
        QCOMPARE(server.requests().size(), 1U);
    }

    void nobodyListeningIsUnreachable() {
        AdminServer server(always({}));
        const Profile profile = server.profile();
        server.close();
        Asked asked(profile);
        asked.ask(calls::status().request);
        QVERIFY(asked.code() == AdminErrc::unreachable);
    }

    void cancellingCallsBackOnce() {
        AdminServer server(always({200, "", "", End::silence}));
        Asked asked(server.profile());
        int calls = 0;
        std::optional<Reply> reply;
        PendingCall call = asked.client->request(calls::status().request, &asked.context, [&](Reply got) {
            ++calls;
            reply = std::move(got);
        });
        call.cancel();
        QVERIFY(!reply);
        QTRY_VERIFY(reply);
        QVERIFY(reply->body.error().code == BaseErrc::cancelled);
        call.cancel();
        QCoreApplication::processEvents();
        QCOMPARE(calls, 1);
    }

    void nothingIsCalledOnceTheContextIsGone() {
        AdminServer server(always({200, "{}"}));
        Asked asked(server.profile());
        auto context = std::make_unique<QObject>();
        bool called = false;
        asked.client->request(calls::status().request, context.get(), [&](const Reply&) { called = true; });
        context.reset();
        asked.ask(calls::status().request);
        QVERIFY(asked.waited());
        QVERIFY(!called);
    }

    void anotherAuthorityIsNotTrusted() {
        AdminServer server(always({200, "{}"}));
        AdminServer other(always({200, "{}"}));
        Profile profile = server.profile();
        profile.caPem = other.caPem();
        Asked asked(profile);
        asked.ask(calls::status().request);
        QVERIFY(asked.code() == AdminErrc::untrusted);
        QVERIFY(server.requests().empty());
    }

    void anotherHostsCertificateIsNotTrusted() {
        AdminServer server(always({200, "{}"}), {trust::Role::manager, "manager.example"});
        Asked asked(server.profile());
        asked.ask(calls::status().request);
        QVERIFY(asked.code() == AdminErrc::untrusted);
        QVERIFY(server.requests().empty());
    }

    void aNodesCertificateIsNoManagers() {
        AdminServer server(always({200, "{}"}), {trust::Role::node, "127.0.0.1"});
        Asked asked(server.profile());
        QObject context;
        std::optional<Reply> second;
        asked.ask(calls::status().request);
        asked.client->request(calls::nodes().request, &context, [&](Reply got) { second = std::move(got); });
        QVERIFY(asked.code() == AdminErrc::untrusted);
        QTRY_VERIFY(second);
        QVERIFY(second->body.error().code == AdminErrc::untrusted);
        asked.ask(calls::status().request);
        QVERIFY(asked.code() == AdminErrc::untrusted);
        QVERIFY(server.requests().empty());  // no token went out
    }

    void profilesAreChecked() {
        const auto code = [](const Profile& profile) { return Client::make(profile).error().code; };
        QVERIFY(code({"http://127.0.0.1:1", "t", ""}) == BaseErrc::invalidArgument);
        QVERIFY(code({"127.0.0.1:1", "t", ""}) == BaseErrc::invalidArgument);
        QVERIFY(code({"https://h:1/path", "t", ""}) == BaseErrc::invalidArgument);
        QVERIFY(code({"https://u:p@h:1", "t", ""}) == BaseErrc::invalidArgument);
        QVERIFY(code({"https://h:1", "", ""}) == BaseErrc::invalidArgument);
        QVERIFY(code({"https://h:1", "a\r\nb: c", ""}) == BaseErrc::invalidArgument);
        QVERIFY(code({"https://h:1", "t", "no pem"}) == BaseErrc::malformed);
    }

    void listsAreReadToTheirEnd() {
        AdminServer server([](const AdminServer::Received& request) {
            const bool first = request.target.find("after=") == std::string::npos;
            return AdminServer::Answer{200, first ? R"({"items":[{"id":1},{"id":5}],"next":5,"total":3})"
                                                  : R"({"items":[{"id":9}],"next":null,"total":3})"};
        });
        Asked asked(server.profile());
        std::optional<Result<std::vector<Release>>> all;
        const auto pages = [](PageRequest page) { return calls::releases("", page); };
        ListReader<Release>::read(*asked.client, pages, 100, &asked.context, [&](auto got) { all = std::move(got); });
        QTRY_VERIFY(all);
        QVERIFY(*all && (*all)->size() == 3 && (*all)->at(2).id.value == 9);
        QVERIFY(server.requests().at(1).target.find("after=5") != std::string::npos);
    }

    void aListThatDoesNotEndIsABadAnswer() {
        AdminServer server(always({200, R"({"items":[{"id":1}],"next":1,"total":3})"}));
        Asked asked(server.profile());
        std::optional<Result<std::vector<Release>>> all;
        const auto pages = [](PageRequest page) { return calls::releases("", page); };
        ListReader<Release>::read(*asked.client, pages, 100, &asked.context, [&](auto got) { all = std::move(got); });
        QTRY_VERIFY(all);
        QVERIFY(!*all && all->error().code == AdminErrc::badAnswer);
    }
};

QTEST_GUILESS_MAIN(ClientTest)
#include "tst_client.moc"
