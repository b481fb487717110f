// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <boost/json/array.hpp>

#include "tests/support/docker_registry.h"
#include "tests/support/managed_node.h"
#include "tests/support/node_host.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

constexpr int kPatience = 20000;

/// The one copy that a node has.
HostAnswer nodeOf(ManagerHost& host, const std::string& name) {
    return host.admin("GET", "/api/v1/nodes/" + name);
}

std::string copyState(ManagerHost& host, const std::string& name) {
    return nodeOf(host, name).text("copies/0/state");
}

std::string addRegistry(ManagerHost& host, const DockerRegistry& registry, const std::string& more = {}) {
    const std::string body = R"({"name":"foreign","plainHttp":true,"url":)" + ('"' + registry.url() + '"') + more + "}";
    const auto made = host.admin("POST", "/api/v1/nodes", body);
    return made.status == 201 ? made.text("kind") : made.body;
}

TimePoint timeAt(const HostAnswer& answer, const std::string& path) {
    const auto time = fromRfc3339(answer.text(path));
    return time ? *time : TimePoint{};
}

/// The chain that our own terminal is offered.
boost::json::value chainFor(ManagerHost& host, const std::string& id, const std::string& token) {
    const std::string link = host.ddi("GET", id, token).text("_links/deploymentBase/href");
    return link.empty() ? boost::json::value() : host.ddi("GET", link, token).at("signalbox/chain");
}

}  // namespace

/// Releases on their way to real nodes: ours and Debian's docker-registry.
class TestDistributor : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(DockerRegistry::isInstalled(), "docker-registry is not installed"); }

    void aForeignRegistryIsANodeOfTheChain() {
        ManagerHost host;
        DockerRegistry registry;
        QCOMPARE(addRegistry(host, registry), std::string("registry"));
        const std::string token = host.addTerminal("t1");
        const std::int64_t rollout = host.start(host.addRelease("1.0", "the package"));
        QTRY_COMPARE_WITH_TIMEOUT(copyState(host, "foreign"), std::string("proven"), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(chainFor(host, "t1", token).is_array(), kPatience);
        const boost::json::array chain = chainFor(host, "t1", token).as_array();
        QCOMPARE(chain.size(), std::size_t{1});
        QCOMPARE(std::string(chain[0].at("url").as_string()), registry.url());
        QVERIFY(chain[0].at("registry").as_object().empty());
        const auto gate = host.admin("GET", "/api/v1/rollouts/" + std::to_string(rollout));
        QVERIFY(isTrue(gate.at("progress/syncGate/open")));
        NodeProbe probe;
        registry::OciClient client(probe.client());
        QVERIFY(probe.run(client.readBack(registry.target(), Digest::ofContent("the package"), 11)));
    }

    void clientsOfOthersAreNotSentToIt() {
        ManagerHost host;
        DockerRegistry registry;
        QCOMPARE(addRegistry(host, registry), std::string("registry"));
        const std::string token = host.addTerminal("t1");
        QVERIFY(host.start(host.addRelease("1.0", "the package")) > 0);
        QTRY_COMPARE_WITH_TIMEOUT(copyState(host, "foreign"), std::string("proven"), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(host.ddi("GET", "t1", token, {}, false).has("_links/deploymentBase"), kPatience);
        const std::string link = host.ddi("GET", "t1", token, {}, false).text("_links/deploymentBase/href");
        const std::string file =
            host.ddi("GET", link, token, {}, false).text("deployment/chunks/0/artifacts/0/_links/download/href");
        const auto answer = host.ddi("GET", file, token, {}, false);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, std::string("the package"));
        QCOMPARE(host.admin("POST", "/api/v1/nodes/foreign/token", R"({"repository":"*","actions":["pull"]})").status,
                 409);
    }

    void passwordsGoWhereTheyBelong() {
        ManagerHost host;
        DockerRegistry registry(DockerRegistry::Access::passwords);
        const std::string own = R"(,"user":"pusher","password":"push-secret")";
        QCOMPARE(addRegistry(host, registry, own), std::string("registry"));
        const std::string token = host.addTerminal("t1");
        QVERIFY(host.start(host.addRelease("1.0", "the package")) > 0);
        QTRY_COMPARE_WITH_TIMEOUT(copyState(host, "foreign"), std::string("proven"), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(chainFor(host, "t1", token).is_array(), kPatience);
        QVERIFY(chainFor(host, "t1", token).at(0).at("registry").as_object().empty());
        const std::string both =
            R"({"user":"pusher","password":"push-secret","pullUser":"puller","pullPassword":"pull-secret"})";
        QCOMPARE(host.admin("PUT", "/api/v1/nodes/foreign/registry", both).status, 200);
        host.restart();
        const auto given = chainFor(host, "t1", token).at(0).at("registry");
        QCOMPARE(std::string(given.at("user").as_string()), std::string("puller"));
        QCOMPARE(std::string(given.at("password").as_string()), std::string("pull-secret"));
        for (const char* path : {"/api/v1/nodes", "/api/v1/nodes/foreign", "/api/v1/audit"})
            QVERIFY(host.admin("GET", path).body.find("secret") == std::string::npos);
        QCOMPARE(nodeOf(host, "foreign").text("registry/pullUser"), std::string("puller"));
    }

    void saysWhyARegistryIsOutOfReach() {
        ManagerHost host;
        DockerRegistry registry(DockerRegistry::Access::passwords);
        QCOMPARE(addRegistry(host, registry, R"(,"user":"pusher","password":"wrong")"), std::string("registry"));
        QTRY_VERIFY_WITH_TIMEOUT(nodeOf(host, "foreign").text("problem").find("401") != std::string::npos, kPatience);
        QVERIFY(isFalse(nodeOf(host, "foreign").at("online")));
    }

    void registriesAreTakenInWithCare() {
        ManagerHost host;
        const std::string url = "https://127.0.0.1:5000";
        const auto add = [&host](const std::string& body) { return host.admin("POST", "/api/v1/nodes", body).status; };
        QCOMPARE(add(jsonOf({{"name", "r"}, {"url", "http://127.0.0.1:5000"}})), 400);
        QCOMPARE(add(jsonOf({{"name", "r"}, {"url", url + "/v2"}})), 400);
        QCOMPARE(add(jsonOf({{"name", ""}, {"url", url}})), 400);
        QCOMPARE(add(jsonOf({{"name", "r"}, {"url", url}, {"ca", "no PEM"}})), 400);
        QCOMPARE(add(jsonOf({{"name", "r"}, {"url", url}, {"user", "a:b"}, {"password", "x"}})), 400);
        QCOMPARE(add(jsonOf({{"name", "r"}, {"url", url}, {"password", "x"}})), 400);
        QCOMPARE(add(jsonOf({{"name", "r"}, {"url", url}, {"cluster", "none"}})), 404);
        QCOMPARE(host.admin("GET", "/api/v1/nodes").number("total"), std::int64_t{0});
        QCOMPARE(add(jsonOf({{"name", "r"}, {"url", url}})), 201);
        QCOMPARE(add(jsonOf({{"name", "r"}, {"url", "https://127.0.0.1:5001"}})), 409);
        QCOMPARE(add(jsonOf({{"name", "q"}, {"url", url}})), 409);
        QCOMPARE(host.admin("DELETE", "/api/v1/nodes/r").status, 204);
        QCOMPARE(add(jsonOf({{"name", "r"}, {"url", url}})), 201);
    }

    void aDamagedBlobIsNoticedAndSentAnew() {
        ManagerHost host;
        DockerRegistry registry;
        QCOMPARE(addRegistry(host, registry), std::string("registry"));
        const std::string content = patternOf(300000);
        const std::string token = host.addTerminal("t1");
        QVERIFY(host.start(host.addRelease("1.0", content)) > 0);
        QTRY_COMPARE_WITH_TIMEOUT(copyState(host, "foreign"), std::string("proven"), kPatience);
        const std::filesystem::path file = registry.fileOf(Digest::ofContent(content));
        damageFile(file);
        QCOMPARE(host.admin("POST", "/api/v1/nodes/foreign/verify").status, 202);
        // It keeps what it has under that name until its garbage is collected, and says so.
        const auto keepsIt = [&host] {
            const auto seen = nodeOf(host, "foreign");
            return seen.text("copies/0/state") == "damaged" &&
                   seen.text("copies/0/lastError").find("garbage") != std::string::npos;
        };
        QVERIFY(QTest::qWaitFor(keepsIt, kPatience));
        QVERIFY(nodeOf(host, "foreign").has("copies/0/nextTry"));
        QVERIFY(!chainFor(host, "t1", token).is_array() || chainFor(host, "t1", token).as_array().empty());
        registry.collectGarbage();
        QVERIFY(!std::filesystem::exists(file));
        QCOMPARE(host.admin("POST", "/api/v1/nodes/foreign/verify").status, 202);
        QTRY_COMPARE_WITH_TIMEOUT(copyState(host, "foreign"), std::string("proven"), kPatience);
        const auto there = readFile(file, content.size());
        QVERIFY(there && *there == content);
    }

    void aLostBlobIsNoticedInTime() {
        ManagerHost host;
        QVERIFY(!host.addTerminal("t1").empty());
        DockerRegistry registry;
        QCOMPARE(addRegistry(host, registry), std::string("registry"));
        QVERIFY(host.start(host.addRelease("1.0", "the package")) > 0);
        QTRY_COMPARE_WITH_TIMEOUT(copyState(host, "foreign"), std::string("proven"), kPatience);
        const std::filesystem::path file = registry.fileOf(Digest::ofContent("the package"));
        std::filesystem::remove(file);
        QCOMPARE(host.admin("PATCH", "/api/v1/settings/storage", R"({"registryCheckSeconds":600})").status, 200);
        host.clock.advance(Seconds(601));
        const auto isBack = [&] { return copyState(host, "foreign") == "proven" && std::filesystem::exists(file); };
        QTRY_VERIFY_WITH_TIMEOUT(isBack(), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(copyState(host, "foreign"), std::string("proven"), kPatience);
    }

    void aFullNodeIsNotAskedAtEachLookButWhenItHasRoom() {
        ManagerHost host;
        QVERIFY(!host.addTerminal("t1").empty());
        ManagedNode node(host);
        node.stop();
        node.serve(node::KeepFree{std::uint64_t{1} << 60, 0});
        QTRY_VERIFY_WITH_TIMEOUT(isTrue(node.seen().at("diskFull")), kPatience);
        QVERIFY(node.seen().number("freeBytes") > 0);
        QVERIFY(host.start(host.addRelease("1.0", "the package")) > 0);
        QTRY_COMPARE_WITH_TIMEOUT(node.seen().text("copies/0/state"), std::string("stale"), kPatience);
        const auto refused = node.seen();
        QVERIFY(refused.text("copies/0/lastError").find("507") != std::string::npos);
        QCOMPARE(timeAt(refused, "copies/0/nextTry"), host.clock.now() + Seconds(2));
        host.clock.advance(Seconds(1));
        const std::string later = toRfc3339(host.clock.now());
        QTRY_COMPARE_WITH_TIMEOUT(node.seen().text("lastSeen"), later, kPatience);
        QCOMPARE(node.seen().number("copies/0/attempts"), std::int64_t{1});
        QVERIFY(host.admin("GET", "/metrics").body.find("signalbox_node_disk_full{node=\"node-1\"} 1") !=
                std::string::npos);
        node.stop();
        node.serve();
        QTRY_COMPARE_WITH_TIMEOUT(node.seen().text("copies/0/state"), std::string("proven"), kPatience);
        QVERIFY(isFalse(node.seen().at("diskFull")));
        QVERIFY(!node.seen().has("copies/0/nextTry"));
    }

    void pausesGrowWhileANodeFailsAndEndWhenItIsBack() {
        ManagerHost host;
        QVERIFY(!host.addTerminal("t1").empty());
        ManagedNode node(host);
        QTRY_VERIFY_WITH_TIMEOUT(isTrue(node.seen().at("online")), kPatience);
        node.stop();
        QTRY_VERIFY_WITH_TIMEOUT(isFalse(node.seen().at("online")), kPatience);
        QVERIFY(!node.seen().text("problem").empty());
        QVERIFY(host.start(host.addRelease("1.0", "the package")) > 0);
        for (std::int64_t attempt = 1; attempt <= 4; ++attempt) {
            QTRY_COMPARE_WITH_TIMEOUT(node.seen().number("copies/0/attempts"), attempt, kPatience);
            QTRY_COMPARE_WITH_TIMEOUT(node.seen().text("copies/0/state"), std::string("stale"), kPatience);
            const Seconds pause(2LL << (attempt - 1));
            QCOMPARE(timeAt(node.seen(), "copies/0/nextTry"), host.clock.now() + pause);
            if (attempt < 4) host.clock.advance(pause);
        }
        node.serve();
        QTRY_COMPARE_WITH_TIMEOUT(node.seen().text("copies/0/state"), std::string("proven"), kPatience);
        QVERIFY(node.seen().text("problem").empty());
    }

    void packagesGoToANodeNoFasterThanItsLimit() {
        ManagerHost host;
        QVERIFY(!host.addTerminal("t1").empty());
        ManagedNode node(host);
        QCOMPARE(host.admin("PATCH", "/api/v1/nodes/node-1", R"({"pushRate":1000})").status, 400);
        QCOMPARE(host.admin("PATCH", "/api/v1/nodes/node-1", R"({"weight":-1})").status, 400);
        const auto limited = host.admin("PATCH", "/api/v1/nodes/node-1", R"({"pushRate":300000,"weight":50})");
        QCOMPARE(limited.number("pushRate"), std::int64_t{300000});
        QCOMPARE(limited.number("weight"), std::int64_t{50});
        QVERIFY(host.start(host.addRelease("1.0", patternOf(900000))) > 0);
        QTRY_COMPARE_WITH_TIMEOUT(node.seen().text("copies/0/state"), std::string("proven"), kPatience);
        // Half a second's worth may go at once: on a slow machine it is less.
        const std::int64_t rate = node.seen().number("copies/0/rate");
        QVERIFY(rate > 0 && rate <= 300000 * 3 / 2);
    }
};

QTEST_GUILESS_MAIN(TestDistributor)
#include "tst_distributor.moc"
