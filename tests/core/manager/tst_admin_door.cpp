// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <functional>

#include "core/manager/admin/admin_resources.h"
#include "core/model/digest.h"
#include "tests/support/manager_bench.h"
#include "tests/support/manager_host.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

const std::string kOddRecipe = R"({"recipe":{"kind":"x"},)";
constexpr const char* kRolledBack =
    R"({"status":{"execution":"closed","result":{"finished":"failure"}},)"
    R"("signalbox":{"state":"rolledBack","cause":"runCheckFailed","message":"exit code 1"}})";

bool isProblem(const HostAnswer& answer, int status, const std::string& code) {
    return answer.status == status && answer.headers.value("Content-Type") == "application/problem+json" &&
           answer.number("status") == status && answer.text("code") == code;
}

/// Listens to the events until `enough` says so of what came, or the stream ends.
std::string listen(ManagerHost& host, const std::string& lastEventId,
                   const std::function<bool(const std::string&)>& enough) {
    std::string heard;
    http::ClientRequest request;
    request.url = http::parseUrl(host.manager().adminUrl() + "/api/v1/events").value();
    request.headers.set("Authorization", "Bearer " + host.adminToken());
    if (!lastEventId.empty()) request.headers.set("Last-Event-ID", lastEventId);
    request.wantsSink = [](int, const http::Headers&) { return true; };
    request.sink = [&heard, &enough](Bytes bytes) -> Result<void> {
        heard += textOf(bytes);
        if (enough(heard)) return makeError(BaseErrc::cancelled, "enough");
        return {};
    };
    [[maybe_unused]] const auto ended = runTask(host.io, host.client().send(std::move(request)));
    return heard;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string lastIdIn(const std::string& heard) {
    const auto begin = heard.rfind("id: ") + 4;
    return heard.substr(begin, heard.find('\n', begin) - begin);
}

}  // namespace

/// The admin API's contract, over TLS.
class TestAdminDoor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatTheServerItselfRefusesIsAProblemToo() {
        ManagerHost host;
        QVERIFY(isProblem(host.admin("GET", "/api/v1/nothing"), 404, "notFound"));
        QVERIFY(isProblem(host.admin("PUT", "/api/v1/status"), 405, "malformed"));
        QVERIFY(isProblem(host.admin("POST", "/api/v1/clusters", std::string(2 << 20, ' ')), 413, "tooLarge"));
        QVERIFY(isProblem(host.admin("POST", "/api/v1/clusters", "{"), 400, "malformed"));
        QVERIFY(isProblem(host.admin("POST", "/api/v1/clusters", "[]"), 400, "malformed"));
        QVERIFY(isProblem(host.admin("POST", "/api/v1/clusters", R"({"name":7})"), 400, "malformed"));
        QVERIFY(isProblem(host.admin("GET", "/api/v1/releases/x"), 400, "malformed"));
        QVERIFY(isProblem(host.admin("GET", "/api/v1/releases?limit=0"), 400, "malformed"));
        QVERIFY(isProblem(host.admin("GET", "/api/v1/releases?limit=1001"), 400, "malformed"));
        QVERIFY(isProblem(host.admin("GET", "/api/v1/releases?after=-1"), 400, "malformed"));
    }

    void statusTellsWhereItIs() {
        ManagerHost host;
        const auto status = host.admin("GET", "/api/v1/status");
        QCOMPARE(status.text("adminUrl"), host.manager().adminUrl());
        QCOMPARE(status.text("ddiUrl"), host.manager().ddiUrl());
        QCOMPARE(status.text("caFingerprint").size(), std::size_t(64));
        QCOMPARE(status.number("terminals"), std::int64_t(0));
        QVERIFY(!status.text("managerId").empty());
    }

    void clustersComeAndGo() {
        ManagerHost host;
        QCOMPARE(host.admin("POST", "/api/v1/clusters", R"({"name":"north"})").status, 201);
        QVERIFY(isProblem(host.admin("POST", "/api/v1/clusters", R"({"name":"north"})"), 409, "alreadyExists"));
        QCOMPARE(host.admin("GET", "/api/v1/clusters").number("total"), std::int64_t(2));
        QCOMPARE(host.admin("DELETE", "/api/v1/clusters/north").status, 204);
        static_cast<void>(host.addTerminal("t1"));
        QVERIFY(isProblem(host.admin("DELETE", "/api/v1/clusters/default"), 409, "wrongState"));
    }

    void joinCodesAreMade() {
        ManagerHost host;
        const auto made = host.admin("POST", "/api/v1/join-codes", R"({"role":"node","count":2,"validSeconds":600})");
        QCOMPARE(made.status, 201);
        QVERIFY(made.text("codes/1").starts_with("sbj1."));
        QCOMPARE(made.text("notAfter"), toRfc3339(host.clock.now() + Seconds(600)));
        QVERIFY(isProblem(host.admin("POST", "/api/v1/join-codes", R"({"role":"king"})"), 400, "malformed"));
        QVERIFY(
            isProblem(host.admin("POST", "/api/v1/join-codes", R"({"role":"node","count":10001})"), 400, "malformed"));
        QVERIFY(
            isProblem(host.admin("POST", "/api/v1/join-codes", R"({"role":"node","cluster":"x"})"), 404, "notFound"));
    }

    void terminalsAreMadeEditedFilteredAndRemoved() {
        ManagerHost host;
        for (const char* id : {"a1", "a2", "b1"})
            QVERIFY(!host.addTerminal(id).empty());
        QVERIFY(isProblem(host.admin("POST", "/api/v1/terminals", R"({"controllerId":"a1","platform":"p"})"), 409,
                          "alreadyExists"));
        QCOMPARE(host.admin("PATCH", "/api/v1/terminals/a1", R"({"tags":{"site":"north"},"name":"A"})").status, 200);
        QVERIFY(isProblem(host.admin("PATCH", "/api/v1/terminals/a1", R"({"tags":{"site":1}})"), 400, "malformed"));
        QVERIFY(isProblem(host.admin("PATCH", "/api/v1/terminals/a1", R"({"cluster":"x"})"), 404, "notFound"));
        const auto found = host.admin("GET", "/api/v1/terminals?filter=tag.site%3D%3Dnorth");
        QCOMPARE(found.number("total"), std::int64_t(1));
        QCOMPARE(found.text("items/0/controllerId"), std::string("a1"));
        QVERIFY2(!contains(found.body, "tokenHash"), "hashes of secrets are never shown");
        const auto page = host.admin("GET", "/api/v1/terminals?limit=2");
        QCOMPARE(page.at("items").as_array().size(), std::size_t(2));
        const auto rest = host.admin("GET", "/api/v1/terminals?limit=2&after=" + std::to_string(page.number("next")));
        QCOMPARE(rest.text("items/0/controllerId"), std::string("b1"));
        QVERIFY(!rest.has("next"));
        QCOMPARE(host.admin("DELETE", "/api/v1/terminals/a1").status, 204);
        QCOMPARE(host.admin("GET", "/api/v1/terminals/a1").status, 404);
    }

    void aBadFilterIsUnderlined() {
        ManagerHost host;
        for (const auto& answer : {host.admin("POST", "/api/v1/audiences/check", R"({"filter":"name==a;name="})"),
                                   host.admin("GET", "/api/v1/terminals?filter=name%3D%3Da%3Bname%3D")}) {
            QVERIFY(isProblem(answer, 400, "malformed"));
            QVERIFY(answer.number("position") >= 8);
            QVERIFY(answer.number("length") >= 0);
        }
        QVERIFY(isProblem(host.admin("POST", "/api/v1/audiences/check", R"({"filter":"lastContact=gt=yesterday"})"),
                          400, "invalidArgument"));
    }

    void anAudienceIsCounted() {
        ManagerHost host;
        for (const char* id : {"a1", "a2", "b1"})
            static_cast<void>(host.addTerminal(id));
        const auto answer = host.admin("POST", "/api/v1/audiences/check", R"({"filter":"controllerId==a*"})");
        QCOMPARE(answer.number("count"), std::int64_t(2));
        QCOMPARE(answer.text("sample/0"), std::string("a1"));
    }

    void aReleaseGoesItsWay() {
        ManagerHost host;
        const std::string release = "/api/v1/releases/" + std::to_string(host.addRelease("1.0"));
        QCOMPARE(host.admin("GET", release).text("state"), std::string("approved"));
        QVERIFY(isProblem(host.admin("POST", "/api/v1/releases", R"({"product":"till","version":"1.0"})"), 409,
                          "alreadyExists"));
        QCOMPARE(host.admin("PATCH", release, R"({"notes":"better"})").text("notes"), std::string("better"));
        QVERIFY(isProblem(host.admin("DELETE", release), 409, "wrongState"));
        QCOMPARE(host.admin("POST", release + "/withdraw", R"({"comment":"bad"})").text("state"),
                 std::string("withdrawn"));
        QCOMPARE(host.admin("GET", "/api/v1/releases?product=till").number("total"), std::int64_t(1));
        QCOMPARE(host.admin("GET", "/api/v1/releases?product=other").number("total"), std::int64_t(0));
    }

    void anApprovalOfWhatItNoLongerIsIsAConflict() {
        ManagerHost host;
        const std::string digest = host.upload("one");
        const auto made = host.admin("POST", "/api/v1/releases", R"({"product":"till","version":"1.0"})");
        const std::string release = "/api/v1/releases/" + std::to_string(made.number("id"));
        const std::string package = jsonOf({{"platform", "p"}, {"fileName", "f"}, {"digest", digest}});
        QVERIFY(isProblem(host.admin("POST", release + "/submit"), 409, "wrongState"));
        QCOMPARE(host.admin("POST", release + "/packages", package).status, 200);
        QVERIFY(isProblem(
            host.admin("POST", release + "/packages",
                       jsonOf({{"platform", "p"}, {"fileName", "f"}, {"digest", Digest::ofContent("no blob").text()}})),
            404, "notFound"));
        QVERIFY(isProblem(host.admin("POST", release + "/packages", kOddRecipe + package.substr(1)), 400, "malformed"));
        QCOMPARE(host.admin("POST", release + "/submit").status, 200);
        const std::string other = jsonOf({{"manifestDigest", Digest::ofContent("other").text()}});
        QVERIFY(isProblem(host.admin("POST", release + "/approve", other), 409, "wrongState"));
        QVERIFY(isProblem(host.admin("POST", release + "/refuse", other), 409, "wrongState"));
        const std::string seen = host.admin("GET", release).text("manifestDigest");
        QCOMPARE(host.admin("POST", release + "/refuse", jsonOf({{"comment", "no"}, {"manifestDigest", seen}}))
                     .text("state"),
                 std::string("draft"));
        QCOMPARE(host.admin("DELETE", release + "/packages/p").status, 200);
        QCOMPARE(host.admin("DELETE", release).status, 204);
    }

    void aRolloutGoesItsWay() {
        ManagerHost host;
        for (const char* id : {"t1", "t2", "t3"})
            static_cast<void>(host.addTerminal(id));
        const std::int64_t id = host.start(host.addRelease("1.0"));
        const std::string rollout = "/api/v1/rollouts/" + std::to_string(id);
        const auto shown = host.admin("GET", rollout);
        QCOMPARE(shown.text("state"), std::string("running"));
        QCOMPARE(shown.number("progress/audience"), std::int64_t(3));
        QCOMPARE(shown.number("progress/permitsOut"), std::int64_t(0));
        QCOMPARE(shown.number("progress/phases/0/waiting"), std::int64_t(3));
        QVERIFY(shown.at("progress/syncGate/open").as_bool());
        QCOMPARE(host.admin("POST", rollout + "/pause", R"({"reason":"lunch"})").text("stateReason"),
                 std::string("lunch"));
        QVERIFY(isProblem(host.admin("POST", rollout + "/pause"), 409, "wrongState"));
        QCOMPARE(host.admin("POST", rollout + "/resume").text("state"), std::string("running"));
        QVERIFY(isProblem(host.admin("POST", rollout + "/open-gate"), 409, "wrongState"));
        QVERIFY(isProblem(host.admin("POST", rollout + "/dance"), 404, "notFound"));
        QVERIFY(isProblem(host.admin("DELETE", rollout), 409, "wrongState"));
        QCOMPARE(host.admin("GET", "/api/v1/rollouts?state=running").number("total"), std::int64_t(1));
        QCOMPARE(host.admin("GET", "/api/v1/rollouts?state=paused").number("total"), std::int64_t(0));
        QCOMPARE(host.admin("GET", "/api/v1/rollouts?states=paused,running").number("total"), std::int64_t(1));
        QCOMPARE(host.admin("GET", "/api/v1/rollouts?states=paused,draft").number("total"), std::int64_t(0));
        QVERIFY(isProblem(host.admin("GET", "/api/v1/rollouts?state=x"), 400, "malformed"));
        QVERIFY(isProblem(host.admin("GET", "/api/v1/rollouts?states=running,x"), 400, "malformed"));
        QCOMPARE(host.admin("POST", rollout + "/stop").text("state"), std::string("stopped"));
    }

    void aBadRolloutIsRefused() {
        ManagerHost host;
        const std::string release = std::to_string(host.addRelease("1.0"));
        const auto post = [&](const std::string& members) {
            return host.admin("POST", "/api/v1/rollouts", "{\"release\":" + release + members + "}");
        };
        QVERIFY(isProblem(post(""), 400, "invalidArgument"));
        QVERIFY(isProblem(post(R"(,"name":"r","audience":"name=")"), 400, "malformed"));
        QVERIFY(isProblem(post(R"(,"name":"r","phases":[{"name":"a","size":{"unit":"percent","amount":"x"}}])"), 400,
                          "malformed"));
        QVERIFY(isProblem(host.admin("POST", "/api/v1/rollouts", R"({"name":"r","release":99})"), 404, "notFound"));
        QCOMPARE(host.admin("GET", "/api/v1/rollouts").number("total"), std::int64_t(0));
    }

    void deploymentsArePagedByTerminal() {
        ManagerHost host;
        std::vector<std::string> tokens;
        for (int i = 1; i <= 5; ++i)
            tokens.push_back(host.addTerminal("t" + std::to_string(i)));
        const std::string path =
            "/api/v1/rollouts/" + std::to_string(host.start(host.addRelease("1.0"))) + "/deployments";
        QCOMPARE(host.ddi("GET", "t3", tokens[2]).status, 200);
        const auto page = host.admin("GET", path + "?limit=2");
        QCOMPARE(page.number("total"), std::int64_t(5));
        QCOMPARE(page.text("items/1/controllerId"), std::string("t2"));
        const auto next = host.admin("GET", path + "?limit=2&after=" + std::to_string(page.number("next")));
        QCOMPARE(next.number("total"), std::int64_t(5));
        QCOMPARE(next.text("items/0/controllerId"), std::string("t3"));
        QCOMPARE(next.text("items/0/state"), std::string("offered"));
        const auto last = host.admin("GET", path + "?limit=2&after=" + std::to_string(next.number("next")));
        QCOMPARE(last.at("items").as_array().size(), std::size_t(1));
        QVERIFY(!last.has("next"));
        const auto offered = host.admin("GET", path + "?state=offered,downloading");
        QCOMPARE(offered.number("total"), std::int64_t(1));
        QVERIFY(isProblem(host.admin("GET", path + "?state=x"), 400, "malformed"));
    }

    void aFailureIsExplained() {
        ManagerHost host;
        const std::string token = host.addTerminal("t1");
        static_cast<void>(host.addTerminal("t2"));
        const std::int64_t rollout = host.start(host.addRelease("1.0"), R"(,"retry":{"count":0})");
        static_cast<void>(host.ddi("GET", "t1", token));
        QCOMPARE(host.ddi("POST", "t1/deploymentBase/1/feedback", token, kRolledBack).status, 200);
        const auto failures = host.admin("GET", "/api/v1/rollouts/" + std::to_string(rollout) + "/failures");
        QCOMPARE(failures.text("groups/0/cause"), std::string("runCheckFailed"));
        QCOMPARE(failures.number("groups/0/count"), std::int64_t(1));
        QCOMPARE(failures.text("groups/0/message"), std::string("exit code 1"));
        QCOMPARE(failures.text("groups/0/terminals/0"), std::string("t1"));
        const auto lines = host.admin("GET", "/api/v1/deployments/1/feedback");
        QCOMPARE(lines.text("items/0/status"), std::string("offered"));
        QCOMPARE(lines.text("items/1/message"), std::string("exit code 1"));
        QVERIFY(isProblem(host.admin("POST", "/api/v1/deployments/1/cancel"), 409, "wrongState"));
        QCOMPARE(host.admin("POST", "/api/v1/deployments/1/reset").text("state"), std::string("waiting"));
        QCOMPARE(host.admin("POST", "/api/v1/deployments/1/cancel").text("state"), std::string("cancelled"));
    }

    void anUploadGoesOnAfterADroppedConnectionAndARestart() {
        ManagerHost host;
        std::string content(5 << 20, 'a');
        for (std::size_t i = 0; i < content.size(); i += 997)
            content[i] = static_cast<char>('b' + i % 20);
        const std::string upload = "/api/v1/uploads/" + host.admin("POST", "/api/v1/uploads").text("id");
        http::ClientRequest broken;
        broken.method = "PATCH";
        broken.url = http::parseUrl(host.manager().adminUrl() + upload + "?offset=0").value();
        broken.headers.set("Authorization", "Bearer " + host.adminToken());
        broken.bodyLength = content.size();
        std::size_t sent = 0;
        broken.bodySource = [&](std::span<std::byte> into) -> Result<std::size_t> {
            if (sent >= std::size_t(3 << 20)) return makeError(BaseErrc::cancelled, "dropped");
            const std::size_t count = std::min(into.size(), (std::size_t(3 << 20)) - sent);
            std::memcpy(into.data(), content.data() + sent, count);
            sent += count;
            return count;
        };
        QVERIFY(!runTask(host.io, host.client().send(std::move(broken))));
        host.restart();
        const std::int64_t offset = host.admin("GET", upload).number("offset");
        QVERIFY(offset > 0 && offset <= (3 << 20));
        const auto conflict = host.admin("PATCH", upload + "?offset=1", "x");
        QCOMPARE(conflict.status, 409);
        QCOMPARE(conflict.number("offset"), offset);
        const auto rest = host.admin("PATCH", upload + "?offset=" + std::to_string(offset),
                                     content.substr(static_cast<std::size_t>(offset)));
        QCOMPARE(rest.number("offset"), static_cast<std::int64_t>(content.size()));
        const std::string digest = Digest::ofContent(content).text();
        const std::string finish = jsonOf({{"digest", digest}});
        QCOMPARE(host.admin("POST", upload + "/finish", finish).number("size"),
                 static_cast<std::int64_t>(content.size()));
        QCOMPARE(host.admin("POST", upload + "/finish", finish).status, 200);  // a lost answer
        QCOMPARE(host.admin("GET", "/api/v1/blobs/" + digest).status, 200);
    }

    void aDroppedConnectionDoesNotLockTheUpload() {
        ManagerHost host;
        const std::string upload = "/api/v1/uploads/" + host.admin("POST", "/api/v1/uploads").text("id");
        http::ClientRequest broken;
        broken.method = "PATCH";
        broken.url = http::parseUrl(host.manager().adminUrl() + upload + "?offset=0").value();
        broken.headers.set("Authorization", "Bearer " + host.adminToken());
        broken.bodyLength = 1000;
        broken.bodySource = [](std::span<std::byte>) -> Result<std::size_t> {
            return makeError(BaseErrc::cancelled, "dropped");
        };
        QVERIFY(!runTask(host.io, host.client().send(std::move(broken))));
        int status = 409;
        for (int i = 0; i < 100 && status == 409; ++i)
            status = host.admin("PATCH", upload + "?offset=0", "content").status;
        QCOMPARE(status, 200);
    }

    void anUploadThatIsNotWhatItSaysIsRefused() {
        ManagerHost host;
        const std::string upload = "/api/v1/uploads/" + host.admin("POST", "/api/v1/uploads").text("id");
        QCOMPARE(host.admin("PATCH", upload + "?offset=0", "content").status, 200);
        const std::string digest = Digest::ofContent("other").text();
        QVERIFY(isProblem(host.admin("POST", upload + "/finish", R"({"digest":"md5:1"})"), 400, "malformed"));
        QVERIFY(isProblem(host.admin("POST", upload + "/finish", jsonOf({{"digest", digest}})), 422, "corrupt"));
        QCOMPARE(host.admin("GET", "/api/v1/blobs/" + digest).status, 404);
        QCOMPARE(host.admin("GET", "/api/v1/uploads/..%2Fblobs").status, 404);
    }

    void eventsAreHeardByThoseWhoListen() {
        ManagerHost host;
        QCOMPARE(host.admin("POST", "/api/v1/clusters", R"({"name":"n0"})").status, 201);
        static_cast<void>(host.addTerminal("t1"));
        const auto first = listen(host, "0", [](const std::string& heard) { return contains(heard, "event: reset"); });
        QVERIFY2(contains(first, "event: reset"), "0 is of no process of today");
        const auto heard = listen(host, "", [](const std::string& so) { return contains(so, ": listening"); });
        QVERIFY(contains(heard, ": listening"));
    }

    void lastEventIdGivesWhatWasMissed() {
        ManagerBench bench;
        manager::EventLog log(5, 1000);
        manager::AdminRoutes routes(bench.engine());
        manager::addRecordRoutes(routes, bench.engine(), log);
        const auto token = bench.inventory().createToken("a", AccountRole::viewer, "test").value();
        QVERIFY(bench.durable());
        http::Server server(bench.io, routes.take(), {});
        QVERIFY(server.listen("127.0.0.1", 0));
        const auto client = http::makeClient(bench.io, {});
        const auto hear = [&](const std::string& last, const std::string& until) {
            std::string heard;
            http::ClientRequest request;
            request.url =
                http::parseUrl("http://127.0.0.1:" + std::to_string(server.port()) + "/api/v1/events").value();
            request.headers.set("Authorization", "Bearer " + token.secret);
            if (!last.empty()) request.headers.set("Last-Event-ID", last);
            request.wantsSink = [](int, const http::Headers&) { return true; };
            request.sink = [&heard, &until](Bytes bytes) -> Result<void> {
                heard += textOf(bytes);
                if (contains(heard, until)) return makeError(BaseErrc::cancelled, "enough");
                return {};
            };
            [[maybe_unused]] const auto ended = bench.run(client->send(std::move(request)));
            return heard;
        };
        for (int i = 0; i < 4; ++i)
            log.append("rollout", {{"id", i}});
        const std::string resumed = hear("1002", "id: 1004");
        QVERIFY(contains(resumed, "id: 1003\nevent: rollout\ndata: {\"id\":2}\n\n"));
        QVERIFY(!contains(resumed, "id: 1002"));
        QVERIFY(!contains(resumed, "event: reset"));
        QCOMPARE(lastIdIn(resumed), std::string("1004"));
        for (int i = 0; i < 10; ++i)
            log.append("rollout", {{"id", i}});
        QVERIFY(contains(hear("1002", "event: reset"), "event: reset"));
        QVERIFY(contains(hear("5000", "event: reset"), "event: reset"));
        QVERIFY(contains(hear("x", "event: reset"), "event: reset"));
        log.wakeAll();
        QVERIFY(bench.run(server.stop(Milliseconds(0))));
    }

    void everythingAnyoneDidIsInTheAuditLog() {
        ManagerHost host;
        QCOMPARE(host.admin("POST", "/api/v1/clusters", R"({"name":"north"})").status, 201);
        const auto all = host.admin("GET", "/api/v1/audit");
        const auto entries = all.at("items").as_array();
        QCOMPARE(std::string(entries.back().at("action").as_string()), std::string("cluster.create"));
        QCOMPARE(std::string(entries.back().at("actor").as_string()), std::string("administrator"));
        const auto page = host.admin("GET", "/api/v1/audit?limit=1");
        QCOMPARE(page.number("next"), std::int64_t(1));
        const auto next = host.admin("GET", "/api/v1/audit?limit=1&after=1");
        QCOMPARE(next.number("items/0/sequence"), std::int64_t(2));
    }

    void tokensAreShownOnceAndTakenAway() {
        ManagerHost host;
        const auto made = host.admin("POST", "/api/v1/tokens", R"({"name":"ci","role":"viewer"})");
        QCOMPARE(made.status, 201);
        QVERIFY(!contains(host.admin("GET", "/api/v1/tokens").body, made.text("token")));
        QVERIFY(isProblem(host.admin("POST", "/api/v1/tokens", R"({"name":"x","role":"king"})"), 400, "malformed"));
        QCOMPARE(host.admin("GET", "/api/v1/status", {}, made.text("token")).status, 200);
        QCOMPARE(host.admin("DELETE", "/api/v1/tokens/" + std::to_string(made.number("id"))).status, 204);
        QCOMPARE(host.admin("GET", "/api/v1/status", {}, made.text("token")).status, 401);
        QVERIFY(isProblem(host.admin("DELETE", "/api/v1/tokens/1"), 409, "wrongState"));
    }

    void aStoreThatFailsIsAnswered503() {
        ManagerBench bench;
        manager::AdminRoutes routes(bench.engine());
        manager::addTerminalRoutes(routes, bench.engine());
        const auto token = bench.inventory().createToken("a", AccountRole::administrator, "test").value();
        QVERIFY(bench.durable());
        http::Server server(bench.io, routes.take(), {});
        QVERIFY(server.listen("127.0.0.1", 0));
        const auto client = http::makeClient(bench.io, {});
        const auto post = [&] {
            http::ClientRequest request;
            request.method = "POST";
            request.url =
                http::parseUrl("http://127.0.0.1:" + std::to_string(server.port()) + "/api/v1/terminals").value();
            request.headers.set("Authorization", "Bearer " + token.secret);
            request.body = R"({"controllerId":"t1","platform":"p"})";
            return bench.run(client->send(std::move(request))).value().status;
        };
        bench.store().failCommits(true);
        QCOMPARE(post(), 503);
        QCOMPARE(bench.world().fleet.size(), std::uint64_t(0));
        bench.store().failCommits(false);
        QCOMPARE(post(), 201);
        QCOMPARE(bench.world().fleet.size(), std::uint64_t(1));
        QVERIFY(bench.run(server.stop(Milliseconds(0))));
    }
};

QTEST_GUILESS_MAIN(TestAdminDoor)
#include "tst_admin_door.moc"
