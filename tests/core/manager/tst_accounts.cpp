// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/manager/login_guard.h"
#include "tests/support/manager_host.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

const std::string kAnna = R"({"name":"anna","role":"operator","password":"correct horse"})";

HostAnswer logIn(ManagerHost& host, const std::string& name, const std::string& password) {
    return host.admin("POST", "/api/v1/login", jsonOf({{"name", name}, {"password", password}}), "none");
}

HostAnswer send(ManagerHost& host, const std::string& method, const std::string& path, const std::string& body,
                HeaderFields headers) {
    headers.emplace_back("Authorization", "Bearer " + host.adminToken());
    return host.ask(method, host.manager().adminUrl() + path, headers, body);
}

bool isOpen(ManagerHost& host, const std::string& token) {
    return host.admin("GET", "/api/v1/status", {}, token).status == 200;
}

}  // namespace

/// People who log in.
class TestAccounts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSessionBeginsWithThePasswordAndEndsWithTheLogOut() {
        ManagerHost host;
        QCOMPARE(host.admin("POST", "/api/v1/accounts", kAnna).status, 201);
        QCOMPARE(logIn(host, "anna", "correct hors").status, 401);
        QCOMPARE(logIn(host, "nobody", "correct horse").status, 401);
        const auto session = logIn(host, "anna", "correct horse");
        QCOMPARE(session.status, 200);
        QCOMPARE(session.text("role"), std::string("operator"));
        const std::string token = session.text("token");
        QCOMPARE(host.admin("GET", "/api/v1/account", {}, token).text("kind"), std::string("session"));
        QCOMPARE(host.admin("POST", "/api/v1/clusters", R"({"name":"x"})", token).status, 201);
        QCOMPARE(host.admin("GET", "/api/v1/audit?order=newest&limit=1").text("items/0/actor"), std::string("anna"));
        QCOMPARE(host.admin("GET", "/api/v1/accounts", {}, token).status, 403);
        QCOMPARE(host.admin("POST", "/api/v1/logout", {}, token).status, 204);
        QVERIFY(!isOpen(host, token));
        QCOMPARE(host.admin("POST", "/api/v1/logout").status, 409);
    }

    void aSessionEndsByItselfAndOutlivesARestart() {
        ManagerHost host;
        QCOMPARE(host.admin("POST", "/api/v1/accounts", kAnna).status, 201);
        const std::string token = logIn(host, "anna", "correct horse").text("token");
        host.restart();
        QVERIFY(isOpen(host, token));
        host.clock.advance(Seconds(12 * 3600 + 1));
        QVERIFY(!isOpen(host, token));
    }

    void onesOwnSessionsAreListedAndEnded() {
        ManagerHost host;
        for (const char* name : {"anna", "bert"})
            QCOMPARE(host.admin("POST", "/api/v1/accounts",
                                jsonOf({{"name", name}, {"role", "viewer"}, {"password", "correct horse"}}))
                         .status,
                     201);
        const auto sessionOf = [&host](const char* name) {
            return host.admin("POST", "/api/v1/login", jsonOf({{"name", name}, {"password", "correct horse"}}))
                .text("token");
        };
        const std::string here = sessionOf("anna");
        const std::string elsewhere = sessionOf("anna");
        const std::string berts = sessionOf("bert");
        const auto open = host.admin("GET", "/api/v1/account/sessions", {}, here);
        QCOMPARE(open.status, 200);
        QCOMPARE(open.number("total"), 2);
        const auto end = [&](std::int64_t id, const std::string& token) {
            return host.admin("DELETE", "/api/v1/account/sessions/" + std::to_string(id), {}, token).status;
        };
        QCOMPARE(end(open.number("items/1/id"), berts), 404);  // somebody else's
        QCOMPARE(end(open.number("items/1/id"), host.adminToken()), 404);
        QCOMPARE(end(open.number("items/1/id"), here), 204);
        QCOMPARE(host.admin("GET", "/api/v1/account", {}, elsewhere).status, 401);
        QCOMPARE(host.admin("GET", "/api/v1/account", {}, here).status, 200);
        QCOMPARE(host.admin("GET", "/api/v1/account/sessions").status, 409);  // an API token has none
    }

    void passwordsAreKeptAsMemoryHardHashes() {
        ManagerHost host;
        const auto made = host.admin("POST", "/api/v1/accounts", kAnna);
        QVERIFY(made.body.find("scrypt") == std::string::npos);
        QCOMPARE(
            host.admin("POST", "/api/v1/accounts", R"({"name":"b","role":"viewer","password":"too short"})").status,
            400);
    }

    void anAccountIsLockedAfterAFewFailuresAndOpensAgain() {
        ManagerHost host;
        QCOMPARE(host.admin("POST", "/api/v1/accounts", kAnna).status, 201);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(logIn(host, "anna", "wrong").status, 401);
        const auto locked = logIn(host, "anna", "correct horse");
        QCOMPARE(locked.status, 429);
        QVERIFY(!locked.headers.value("Retry-After").empty());
        host.clock.advance(Seconds(31));
        QCOMPARE(logIn(host, "anna", "correct horse").status, 200);
    }

    void theGuardLocksLongerEachTimeAndAddressesToo() {
        FakeClock clock;
        manager::LoginGuard guard(clock);
        for (int i = 0; i < 4; ++i)
            guard.failed("anna", "a");
        QCOMPARE(guard.lockedFor("anna", "b").count(), std::int64_t(0));
        guard.failed("anna", "a");
        QCOMPARE(guard.lockedFor("anna", "b").count(), std::int64_t(30));
        QCOMPARE(guard.lockedFor("bob", "a").count(), std::int64_t(0));
        clock.advance(Seconds(30));
        QCOMPARE(guard.lockedFor("anna", "b").count(), std::int64_t(0));
        guard.failed("anna", "a");
        QCOMPARE(guard.lockedFor("anna", "b").count(), std::int64_t(60));
        guard.succeeded("anna");
        QCOMPARE(guard.lockedFor("anna", "b").count(), std::int64_t(0));
        for (int i = 0; i < 20; ++i)
            guard.failed("guess" + std::to_string(i), "a");
        QVERIFY(guard.lockedFor("bob", "a").count() > 0);
        QCOMPARE(guard.lockedFor("bob", "b").count(), std::int64_t(0));
    }

    void anEditNamesTheStateItSawAndEndsSessions() {
        ManagerHost host;
        const auto made = host.admin("POST", "/api/v1/accounts", kAnna);
        const std::string tag(made.headers.value("ETag"));
        const std::string token = logIn(host, "anna", "correct horse").text("token");
        const std::string path = "/api/v1/accounts/anna";
        QCOMPARE(send(host, "PATCH", path, R"({"role":"viewer"})", {}).status, 428);
        const auto changed = send(host, "PATCH", path, R"({"role":"viewer"})", {{"If-Match", tag}});
        QCOMPARE(changed.text("role"), std::string("viewer"));
        QVERIFY(!isOpen(host, token));
        QCOMPARE(send(host, "PATCH", path, R"({"disabled":true})", {{"If-Match", tag}}).status, 412);
        QCOMPARE(send(host, "PATCH", path, R"({"disabled":true})", {{"If-Match", "*"}}).status, 200);
        QCOMPARE(logIn(host, "anna", "correct horse").status, 401);
        QCOMPARE(host.admin("DELETE", path).status, 204);
        QCOMPARE(host.admin("GET", path).status, 404);
    }

    void onesOwnPasswordNeedsTheOldOneAndKeepsThisSession() {
        ManagerHost host;
        QCOMPARE(host.admin("POST", "/api/v1/accounts", kAnna).status, 201);
        const std::string here = logIn(host, "anna", "correct horse").text("token");
        const std::string there = logIn(host, "anna", "correct horse").text("token");
        const auto change = [&](const std::string& before) {
            return host
                .admin("POST", "/api/v1/account/password",
                       jsonOf({{"oldPassword", before}, {"newPassword", "battery staple"}}), here)
                .status;
        };
        QCOMPARE(change("wrong"), 403);
        QCOMPARE(change("correct horse"), 200);
        QVERIFY(isOpen(host, here));
        QVERIFY(!isOpen(host, there));
        QCOMPARE(logIn(host, "anna", "correct horse").status, 401);
        QCOMPARE(logIn(host, "anna", "battery staple").status, 200);
    }

    void somebodyCanAlwaysAdminister() {
        ManagerHost host;
        QCOMPARE(host.admin("DELETE", "/api/v1/tokens/1").status, 409);
        const std::string boss = R"({"name":"boss","role":"administrator","password":"correct horse"})";
        QCOMPARE(host.admin("POST", "/api/v1/accounts", boss).status, 201);
        const std::string token = logIn(host, "boss", "correct horse").text("token");
        QCOMPARE(host.admin("DELETE", "/api/v1/tokens/1", {}, token).status, 204);
        QCOMPARE(host.admin("DELETE", "/api/v1/accounts/boss", {}, token).status, 409);
    }

    void namesOfAccountsAndTokensAreNotMixedUp() {
        ManagerHost host;
        QCOMPARE(host.admin("POST", "/api/v1/accounts", kAnna).status, 201);
        QCOMPARE(host.admin("POST", "/api/v1/accounts", kAnna).status, 409);
        QCOMPARE(host.admin("POST", "/api/v1/tokens", R"({"name":"anna","role":"viewer"})").status, 409);
    }

    void aTokenMayHaveAnEnd() {
        ManagerHost host;
        const auto made = host.admin("POST", "/api/v1/tokens", R"({"name":"ci","role":"viewer","validSeconds":60})");
        QCOMPARE(made.text("notAfter"), toRfc3339(host.clock.now() + Seconds(60)));
        QVERIFY(isOpen(host, made.text("token")));
        host.clock.advance(Seconds(61));
        QVERIFY(!isOpen(host, made.text("token")));
    }

    void aRequestWithAKeyIsCarriedOutOnce() {
        ManagerHost host;
        const std::string body = R"({"controllerId":"till-1","platform":"p"})";
        const auto once = send(host, "POST", "/api/v1/terminals", body, {{"Idempotency-Key", "k1"}});
        QCOMPARE(once.status, 201);
        const auto again = send(host, "POST", "/api/v1/terminals", body, {{"Idempotency-Key", "k1"}});
        QCOMPARE(again.status, 201);
        QCOMPARE(again.body, once.body);
        QCOMPARE(again.headers.value("Idempotent-Replayed"), std::string_view("true"));
        const std::string other = R"({"controllerId":"till-2","platform":"p"})";
        QCOMPARE(send(host, "POST", "/api/v1/terminals", other, {{"Idempotency-Key", "k1"}}).status, 422);
        QCOMPARE(send(host, "POST", "/api/v1/terminals", body, {{"Idempotency-Key", "k2"}}).status, 409);
        QCOMPARE(send(host, "POST", "/api/v1/terminals", other, {{"Idempotency-Key", ""}}).status, 400);
        QCOMPARE(host.admin("GET", "/api/v1/terminals").number("total"), std::int64_t(1));
    }

    void editsOfTerminalsAndReleasesSeeEachOther() {
        ManagerHost host;
        static_cast<void>(host.addTerminal("till-1"));
        const std::string release = "/api/v1/releases/" + std::to_string(host.addRelease("1.0"));
        for (const std::string& path : {std::string("/api/v1/terminals/till-1"), release}) {
            const std::string body = path == release ? R"({"notes":"n"})" : R"({"name":"n"})";
            const std::string tag(host.admin("GET", path).headers.value("ETag"));
            QVERIFY(!tag.empty());
            QCOMPARE(send(host, "PATCH", path, body, {{"If-Match", tag}}).status, 200);
            QCOMPARE(send(host, "PATCH", path, body, {{"If-Match", tag}}).status, 412);
            QCOMPARE(host.admin("PATCH", path, body).status, 200);
        }
    }

    void theNewestAuditEntriesComeFirstWhereAskedFor() {
        ManagerHost host;
        for (const char* name : {"a", "b", "c"})
            QCOMPARE(host.admin("POST", "/api/v1/clusters", jsonOf({{"name", name}})).status, 201);
        const auto page = host.admin("GET", "/api/v1/audit?order=newest&limit=2");
        QCOMPARE(page.text("items/0/subject"), std::string("cluster:c"));
        QCOMPARE(page.text("items/1/subject"), std::string("cluster:b"));
        QVERIFY(page.headers.value("Link").find("order=newest") != std::string_view::npos);
        const auto next =
            host.admin("GET", "/api/v1/audit?order=newest&limit=2&after=" + std::to_string(page.number("next")));
        QCOMPARE(next.text("items/0/subject"), std::string("cluster:a"));
    }

    void listsAreReadOnByTheLink() {
        ManagerHost host;
        QCOMPARE(host.admin("POST", "/api/v1/clusters", R"({"name":"north"})").status, 201);
        const auto page = host.admin("GET", "/api/v1/clusters?limit=1");
        QCOMPARE(page.at("items").as_array().size(), std::size_t(1));
        const std::string link(page.headers.value("Link"));
        const std::string path = link.substr(1, link.find('>') - 1);
        const auto next = host.admin("GET", path);
        QCOMPARE(next.text("items/0/name"), std::string("north"));
        QVERIFY(next.headers.value("Link").empty());
    }

    void monitorsSeeFiguresAndHealth() {
        ManagerHost host;
        static_cast<void>(host.addTerminal("till-1"));
        const auto figures = host.ask("GET", host.manager().adminUrl() + "/metrics");
        QCOMPARE(figures.status, 200);
        QVERIFY(figures.body.find("\nsignalbox_terminals 1\n") != std::string::npos);
        QCOMPARE(host.ask("GET", host.manager().adminUrl() + "/health/live").status, 200);
        QCOMPARE(host.ask("GET", host.manager().adminUrl() + "/health/ready").status, 200);
    }
};

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
