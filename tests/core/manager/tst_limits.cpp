// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <algorithm>
#include <string>
#include <vector>

#include "core/manager/limits.h"
#include "tests/support/manager_host.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

std::string listOf(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "\"" : ",\"") + name + "\"";
    return "[" + text + "]";
}

/// A manager with two of everything: of the product kiosk and the cluster north, and of others.
struct Two {
    ManagerHost host;
    std::int64_t kiosk = 0;  ///< a release
    std::int64_t till = 0;
    std::int64_t inNorth = 0;  ///< a rollout of kiosk
    std::int64_t everywhere = 0;
    std::int64_t ofTill = 0;

    Two() {
        for (const char* cluster : {"north", "south"})
            must(host.admin("POST", "/api/v1/clusters", jsonOf({{"name", cluster}})));
        for (const char* cluster : {"north", "south"})
            must(host.admin("POST", "/api/v1/terminals",
                            jsonOf({{"controllerId", std::string("in-") + cluster},
                                    {"platform", "linux-amd64"},
                                    {"cluster", cluster}})));
        kiosk = release("kiosk");
        till = release("till");
        inNorth = rollout(kiosk, "cluster==north");
        everywhere = rollout(kiosk, "name==*");
        ofTill = rollout(till, "cluster==north");
    }

    static HostAnswer must(HostAnswer answer) {
        if (answer.status >= 300) throw std::runtime_error(answer.body);
        return answer;
    }
    [[nodiscard]] std::int64_t release(const std::string& product) {
        return must(host.admin("POST", "/api/v1/releases", jsonOf({{"product", product}, {"version", "1"}})))
            .number("id");
    }
    [[nodiscard]] static std::string rolloutOf(std::int64_t release, const std::string& audience) {
        boost::json::object body{{"release", release}, {"audience", audience}, {"name", "r"}};
        return boost::json::serialize(body);
    }
    [[nodiscard]] std::int64_t rollout(std::int64_t release, const std::string& audience) {
        return must(host.admin("POST", "/api/v1/rollouts", rolloutOf(release, audience))).number("id");
    }
    /// A token of that role with these limits.
    [[nodiscard]] std::string token(const std::string& role, const std::vector<std::string>& products,
                                    const std::vector<std::string>& clusters) {
        const std::string body = "{\"name\":\"" + role + std::to_string(++m_tokens) + "\",\"role\":\"" + role +
                                 "\",\"products\":" + listOf(products) + ",\"clusters\":" + listOf(clusters) + "}";
        return must(host.admin("POST", "/api/v1/tokens", body)).text("token");
    }
    [[nodiscard]] int ask(const std::string& token, const std::string& method, const std::string& path,
                          const std::string& body = {}) {
        return host.admin(method, "/api/v1/" + path, body, token, {{"If-Match", "*"}}).status;
    }

private:
    int m_tokens = 0;
};

std::string with(const char* path, std::int64_t id, const char* more = "") {
    return path + std::to_string(id) + more;
}

}  // namespace

/// What people may change, product by product and cluster by cluster, on top of their role.
class TestLimits : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aProductsOperatorChangesItsReleasesOnly() {
        Two two;
        const std::string limited = two.token("operator", {"kiosk"}, {});
        QCOMPARE(two.ask(limited, "PATCH", with("releases/", two.kiosk), R"({"notes":"n"})"), 200);
        QCOMPARE(two.ask(limited, "PATCH", with("releases/", two.till), R"({"notes":"n"})"), 403);
        QCOMPARE(two.ask(limited, "POST", with("releases/", two.till, "/submit")), 403);
        QCOMPARE(two.ask(limited, "DELETE", with("releases/", two.till)), 403);
        QCOMPARE(two.ask(limited, "POST", "releases", R"({"product":"kiosk","version":"2"})"), 201);
        QCOMPARE(two.ask(limited, "POST", "releases", R"({"product":"till","version":"2"})"), 403);
        QCOMPARE(two.ask(limited, "GET", with("releases/", two.till)), 200);  // everyone may look
        QCOMPARE(two.ask(limited, "DELETE", with("rollouts/", two.everywhere)), 204);
        QCOMPARE(two.ask(limited, "DELETE", with("rollouts/", two.ofTill)), 403);
        QCOMPARE(two.ask(limited, "POST", "rollouts", Two::rolloutOf(two.till, "name==*")), 403);
        QCOMPARE(two.ask(limited, "POST", "rollouts", Two::rolloutOf(two.kiosk, "name==*")), 201);
        QCOMPARE(two.ask(limited, "PATCH", "terminals/in-north", R"({"name":"n"})"), 403);
        QCOMPARE(two.ask(limited, "PATCH", "clusters/north", R"({"bandwidthLimit":100000})"), 403);
    }

    void aClustersOperatorKeepsToIt() {
        Two two;
        const std::string limited = two.token("operator", {}, {"north"});
        QCOMPARE(two.ask(limited, "PATCH", "terminals/in-north", R"({"name":"n"})"), 200);
        QCOMPARE(two.ask(limited, "PATCH", "terminals/in-south", R"({"name":"n"})"), 403);
        QCOMPARE(two.ask(limited, "PATCH", "terminals/in-north", R"({"cluster":"south"})"), 403);
        QCOMPARE(two.ask(limited, "POST", "terminals/in-south/retire"), 403);
        QCOMPARE(two.ask(limited, "POST", "terminals/in-north/retire"), 200);
        QCOMPARE(two.ask(limited, "POST", "join-codes", R"({"role":"terminal","cluster":"north"})"), 201);
        QCOMPARE(two.ask(limited, "POST", "join-codes", R"({"role":"terminal","cluster":"south"})"), 403);
        QCOMPARE(two.ask(limited, "POST", "join-codes", R"({"role":"terminal"})"), 403);
        QCOMPARE(two.ask(limited, "PATCH", "clusters/north", R"({"bandwidthLimit":100000})"), 200);
        QCOMPARE(two.ask(limited, "PATCH", "clusters/south", R"({"bandwidthLimit":100000})"), 403);
        QCOMPARE(two.ask(limited, "PATCH", "clusters/north", R"({"rule":"name==*"})"), 403);
        QCOMPARE(two.ask(limited, "PATCH", with("releases/", two.kiosk), R"({"notes":"n"})"), 403);
        // Any product, but its own terminals only.
        QCOMPARE(two.ask(limited, "POST", "rollouts", Two::rolloutOf(two.till, "name==in*;cluster==north")), 201);
        QCOMPARE(two.ask(limited, "POST", "rollouts", Two::rolloutOf(two.till, "name==in*")), 403);
        QCOMPARE(two.ask(limited, "DELETE", with("rollouts/", two.everywhere)), 403);
        QCOMPARE(two.ask(limited, "DELETE", with("rollouts/", two.inNorth)), 204);
    }

    void anApproversSayIsLimitedToo() {
        Two two;
        const std::string limited = two.token("approver", {"kiosk"}, {});
        QCOMPARE(two.ask(limited, "POST", with("releases/", two.till, "/refuse")), 403);
        QVERIFY(two.ask(limited, "POST", with("releases/", two.kiosk, "/refuse")) != 403);
        QCOMPARE(two.ask(limited, "POST", "trust/staged/p-till/signatures", "{}"), 403);
        QCOMPARE(two.ask(limited, "POST", "trust/staged/root/signatures", "{}"), 403);
        QVERIFY(two.ask(limited, "POST", "trust/staged/p-kiosk/signatures", "{}") != 403);
        QCOMPARE(two.ask(limited, "PATCH", with("releases/", two.kiosk), R"({"notes":"n"})"), 403);  // the role's own
    }

    /// A call that is added later is refused until somebody has thought about it.
    void everyOtherCallIsForThoseWithoutLimits() {
        Two two;
        const std::vector<std::string> mayBe{"/api/v1/uploads", "/api/v1/releases",  "/api/v1/rollouts",
                                             "/api/v1/nodes/",  "/api/v1/terminals", "/api/v1/deployments/"};
        const std::string limited = two.token("operator", {"kiosk"}, {"north"});
        for (const auto& call : two.host.manager().adminRoutes().table()) {
            if (!call.right || *call.right != manager::Right::operate) continue;
            const auto begins = [&call](const std::string& known) { return call.pattern.starts_with(known); };
            if (std::any_of(mayBe.begin(), mayBe.end(), begins)) continue;
            std::string path = call.pattern.substr(std::string("/api/v1/").size());
            if (const auto at = path.find("{name}"); at != std::string::npos) path.replace(at, 6, "south");
            QVERIFY2(two.ask(limited, call.method, path, "{}") == 403, (call.method + " " + path).c_str());
        }
    }

    void anAccountsLimitsHoldInEachOfItsSessions() {
        Two two;
        const auto made = two.host.admin("POST", "/api/v1/accounts",
                                         R"({"name":"anna","role":"operator","password":"correct horse"})");
        QCOMPARE(made.status, 201);
        const auto edit = [&](const std::string& body) {
            return two.host.admin("PATCH", "/api/v1/accounts/anna", body, {}, {{"If-Match", "*"}});
        };
        QCOMPARE(edit(R"({"clusters":["nowhere"]})").status, 404);
        QCOMPARE(edit(R"({"clusters":"north"})").status, 400);
        const auto limited = edit(R"({"products":["kiosk"],"clusters":["north"]})");
        QCOMPARE(limited.status, 200);
        QCOMPARE(limited.text("products/0"), std::string("kiosk"));
        QCOMPARE(edit(R"({"role":"administrator"})").status, 400);
        const std::string session =
            two.host.admin("POST", "/api/v1/login", R"({"name":"anna","password":"correct horse"})").text("token");
        QCOMPARE(two.ask(session, "PATCH", with("releases/", two.till), R"({"notes":"n"})"), 403);
        QCOMPARE(two.ask(session, "PATCH", with("releases/", two.kiosk), R"({"notes":"n"})"), 200);
        QCOMPARE(two.host.admin("GET", "/api/v1/account", {}, session).text("clusters/0"), std::string("north"));
        two.host.restart();
        QCOMPARE(two.ask(session, "PATCH", with("releases/", two.till), R"({"notes":"n"})"), 403);
        QCOMPARE(edit(R"({"products":[],"clusters":[]})").status, 200);
        const std::string free =
            two.host.admin("POST", "/api/v1/login", R"({"name":"anna","password":"correct horse"})").text("token");
        QCOMPARE(two.ask(free, "PATCH", with("releases/", two.till), R"({"notes":"n"})"), 200);
        // Another account of that name has none.
        QCOMPARE(edit(R"({"products":["kiosk"]})").status, 200);
        QCOMPARE(two.host.admin("DELETE", "/api/v1/accounts/anna").status, 204);
        two.host.restart();
        const auto again = two.host.admin("POST", "/api/v1/accounts",
                                          R"({"name":"anna","role":"operator","password":"correct horse"})");
        QVERIFY(again.at("products").get_array().empty());
    }

    void anAudienceIsWithinWhenEachAlternativeIs_data() {
        QTest::addColumn<QString>("audience");
        QTest::addColumn<bool>("within");
        QTest::newRow("one") << QStringLiteral("cluster==north") << true;
        QTest::newRow("list") << QStringLiteral("cluster=in=(north,east)") << true;
        QTest::newRow("and") << QStringLiteral("name==a*;cluster==east") << true;
        QTest::newRow("or") << QStringLiteral("cluster==north,cluster==east") << true;
        QTest::newRow("nested") << QStringLiteral("(name==a,name==b);cluster==north") << true;
        QTest::newRow("everyone") << QString() << false;
        QTest::newRow("another") << QStringLiteral("cluster==south") << false;
        QTest::newRow("one of them another") << QStringLiteral("cluster=in=(north,south)") << false;
        QTest::newRow("or everyone called so") << QStringLiteral("cluster==north,name==a") << false;
        QTest::newRow("wildcard") << QStringLiteral("cluster==n*") << false;
        QTest::newRow("all but") << QStringLiteral("cluster!=south") << false;
        QTest::newRow("out of") << QStringLiteral("cluster=out=(north)") << false;
        QTest::newRow("a tag of that name") << QStringLiteral("tag.cluster==north") << false;
        QTest::newRow("no filter") << QStringLiteral("cluster==") << false;
    }
    void anAudienceIsWithinWhenEachAlternativeIs() {
        QFETCH(const QString, audience);
        QFETCH(const bool, within);
        QCOMPARE(manager::isWithin(audience.toStdString(), {"north", "east"}), within);
    }
};

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
