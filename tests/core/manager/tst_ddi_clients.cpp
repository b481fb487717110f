// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/model/digest.h"
#include "tests/support/manager_host.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

std::string feedback(const std::string& execution, const std::string& finished) {
    return R"({"status":{"execution":")" + execution + R"(","result":{"finished":")" + finished +
           R"("},"details":["word"]}})";
}

}  // namespace

/// What protocols/ddi.md promises clients that nobody here wrote, beside the main way: confirmation, modes of
/// installing, what is installed, other ways in.
class TestDdiClients : public QObject {
    Q_OBJECT

private:
    struct Offer {
        std::string token;
        std::string action;  ///< its number
        HostAnswer root;
    };
    /// As a client that is not ours polls: the first poll makes the offer.
    static Offer poll(ManagerHost& host, const std::string& id, const std::string& token) {
        Offer offer{token, {}, host.ddi("GET", id, token, {}, false)};
        for (const char* kind : {"deploymentBase", "confirmationBase", "cancelAction"}) {
            const std::string href = offer.root.text(std::string("_links/") + kind + "/href");
            const auto at = href.rfind('/');
            if (at != std::string::npos) offer.action = href.substr(at + 1, href.find('?') - at - 1);
        }
        return offer;
    }
    static Offer offerTo(ManagerHost& host, const std::string& id, const std::string& more = {}) {
        const std::string token = host.addTerminal(id);
        [[maybe_unused]] const auto rollout = host.start(host.addRelease("1.0", "the package"), more);
        return poll(host, id, token);
    }
    static HostAnswer get(ManagerHost& host, const std::string& path, const Offer& offer) {
        return host.ddi("GET", path, offer.token, {}, false);
    }
    static HostAnswer post(ManagerHost& host, const std::string& path, const Offer& offer, const std::string& body) {
        return host.ddi("POST", path, offer.token, body, false);
    }
    static std::string stateOf(ManagerHost& host, const Offer& offer) {
        return host.admin("GET", "/api/v1/deployments/" + offer.action).text("state");
    }

private Q_SLOTS:
    void attributesAreAskedForUntilTheyCame() {  // row 1
        ManagerHost host;
        const std::string token = host.addTerminal("t1");
        QVERIFY(poll(host, "t1", token).root.has("_links/configData"));
        QCOMPARE(host.ddi("PUT", "t1/configData", token, R"({"data":{"a":"1"}})", false).status, 200);
        QVERIFY(!poll(host, "t1", token).root.has("_links/configData"));
        const Offer offer = [&] {
            [[maybe_unused]] const auto rollout = host.start(host.addRelease("1.0", "the package"));
            return poll(host, "t1", token);
        }();
        QCOMPARE(
            post(host, "t1/deploymentBase/" + offer.action + "/feedback", offer, feedback("closed", "success")).status,
            200);
        QVERIFY2(poll(host, "t1", token).root.has("_links/configData"), "they may have changed with the version");
    }

    void whatIsInstalledCanBeRead() {  // rows 1 and 7
        ManagerHost host;
        const Offer offer = offerTo(host, "t1");
        const std::string installed = "t1/installedBase/" + offer.action;
        QCOMPARE(get(host, installed, offer).status, 404);
        QVERIFY(!offer.root.has("_links/installedBase"));
        QCOMPARE(
            post(host, "t1/deploymentBase/" + offer.action + "/feedback", offer, feedback("closed", "none")).status,
            200);
        QVERIFY(poll(host, "t1", offer.token).root.has("_links/installedBase"));
        const HostAnswer document = get(host, installed + "?actionHistory=5", offer);
        QCOMPARE(document.status, 200);
        QCOMPARE(document.text("deployment/chunks/0/version"), std::string("1.0"));
        QCOMPARE(document.text("actionHistory/status"), std::string("FINISHED"));
        QCOMPARE(document.text("actionHistory/messages/0"), std::string("word"));
    }

    void aTerminalSaysWhatItRuns() {  // row 8
        ManagerHost host;
        const std::string token = host.addTerminal("t1");
        [[maybe_unused]] const auto release = host.addRelease("1.0", "the package");
        const auto put = [&](const std::string& body) {
            return host.ddi("PUT", "t1/installedBase", token, body, false);
        };
        QCOMPARE(put(R"({"name":"till","version":"9"})").status, 404);
        QCOMPARE(put(R"({"name":"till"})").status, 400);
        QCOMPARE(put(R"({"name":"till","version":"1.0"})").status, 201);
        QCOMPARE(put(R"({"name":"till","version":"1.0"})").status, 200);
        QCOMPARE(host.admin("GET", "/api/v1/terminals/t1").text("installed/till"), std::string("1.0"));
    }

    void aUserConfirmsFirst() {  // rows 9 to 11
        ManagerHost host;
        const Offer offer = offerTo(host, "t1", R"(,"confirmation":true)");
        QVERIFY(offer.root.has("_links/confirmationBase/href"));
        QVERIFY(!offer.root.has("_links/deploymentBase"));
        const std::string action = "t1/confirmationBase/" + offer.action;
        QCOMPARE(get(host, "t1/deploymentBase/" + offer.action, offer).status, 404);
        QCOMPARE(
            post(host, "t1/deploymentBase/" + offer.action + "/feedback", offer, feedback("closed", "success")).status,
            404);
        QCOMPARE(get(host, action, offer).text("confirmation/chunks/0/name"), std::string("till"));
        QVERIFY(get(host, "t1/confirmationBase", offer).has("_links/activateAutoConfirm"));
        QCOMPARE(post(host, action + "/feedback", offer, R"({"confirmation":"maybe"})").status, 400);
        QCOMPARE(post(host, action + "/feedback", offer, R"({"confirmation":"denied","details":["not now"]})").status,
                 200);
        QVERIFY(poll(host, "t1", offer.token).root.has("_links/confirmationBase"));
        QCOMPARE(post(host, action + "/feedback", offer, R"({"confirmation":"confirmed"})").status, 200);
        QVERIFY(poll(host, "t1", offer.token).root.has("_links/deploymentBase"));
        QCOMPARE(get(host, "t1/deploymentBase/" + offer.action, offer).status, 200);
        QCOMPARE(get(host, action, offer).status, 404);
        QCOMPARE(post(host, action + "/feedback", offer, R"({"confirmation":"confirmed"})").status, 404);
    }

    void aStandingWordConfirmsWhatWaitsAndWhatComes() {  // rows 12 and 13
        ManagerHost host;
        const Offer offer = offerTo(host, "t1", R"(,"confirmation":true)");
        const std::string body = R"({"initiator":"ada","remark":"always"})";
        QCOMPARE(post(host, "t1/confirmationBase/activateAutoConfirm", offer, body).status, 200);
        QCOMPARE(post(host, "t1/confirmationBase/activateAutoConfirm", offer, body).status, 409);
        const HostAnswer base = get(host, "t1/confirmationBase", offer);
        QCOMPARE(base.text("autoConfirm/initiator"), std::string("ada"));
        QVERIFY(base.number("autoConfirm/activatedAt") > 0);
        QVERIFY(base.has("_links/deactivateAutoConfirm"));
        QVERIFY(poll(host, "t1", offer.token).root.has("_links/deploymentBase"));
        QCOMPARE(post(host, "t1/confirmationBase/deactivateAutoConfirm", offer, "").status, 200);
        QCOMPARE(get(host, "t1/confirmationBase", offer).number("autoConfirm/activatedAt"), std::int64_t(0));
    }

    void modesOfInstallingAreTold_data() {
        QTest::addColumn<QString>("more");
        QTest::addColumn<QString>("download");
        QTest::addColumn<QString>("update");
        const auto row = [](const char* name, const QString& more, const char* download, const char* update) {
            QTest::newRow(name) << more << QString::fromLatin1(download) << QString::fromLatin1(update);
        };
        row("forced", QStringLiteral(",\"installMode\":\"forced\""), "forced", "forced");
        row("soft", QStringLiteral(",\"installMode\":\"soft\""), "attempt", "attempt");
        row("forced later", QStringLiteral(",\"installMode\":\"timeForced\",\"forceTime\":\"2999-01-01T00:00:00Z\""),
            "attempt", "attempt");
        row("forced by now", QStringLiteral(",\"installMode\":\"timeForced\",\"forceTime\":\"2001-01-01T00:00:00Z\""),
            "forced", "forced");
        row("download only", QStringLiteral(",\"installMode\":\"downloadOnly\""), "forced", "skip");
    }
    void modesOfInstallingAreTold() {
        QFETCH(const QString, more);
        QFETCH(const QString, download);
        QFETCH(const QString, update);
        ManagerHost host;
        const Offer offer = offerTo(host, "t1", more.toStdString());
        const HostAnswer document = get(host, "t1/deploymentBase/" + offer.action, offer);
        QCOMPARE(document.text("deployment/download"), download.toStdString());
        QCOMPARE(document.text("deployment/update"), update.toStdString());
    }

    void downloadOnlyIsDoneWithTheDownload() {
        ManagerHost host;
        const Offer offer = offerTo(host, "t1", R"(,"installMode":"downloadOnly")");
        const std::string target = "t1/deploymentBase/" + offer.action + "/feedback";
        QCOMPARE(post(host, target, offer, feedback("downloaded", "none")).status, 200);
        QCOMPARE(stateOf(host, offer), std::string("succeeded"));
        QVERIFY2(!host.admin("GET", "/api/v1/terminals/t1").has("installed/till"), "nothing was installed");
        QCOMPARE(post(host, target, offer, feedback("closed", "success")).status, 410);
    }

    void wordsMoveNothing() {  // row 3: canceled, rejected
        ManagerHost host;
        const Offer offer = offerTo(host, "t1");
        const std::string target = "t1/deploymentBase/" + offer.action + "/feedback";
        for (const char* execution : {"rejected", "canceled"})
            QCOMPARE(post(host, target, offer, feedback(execution, "none")).status, 200);
        QCOMPARE(stateOf(host, offer), std::string("offered"));
        const HostAnswer document = get(host, "t1/deploymentBase/" + offer.action + "?actionHistory=-1", offer);
        QCOMPARE(document.text("actionHistory/messages/1"), std::string("word"));
        QCOMPARE(document.text("actionHistory/status"), std::string("RUNNING"));
    }

    void filesAreListedWithTheirChecksum() {  // rows 14 and 16
        ManagerHost host;
        const Offer offer = offerTo(host, "t1");
        const HostAnswer document = get(host, "t1/deploymentBase/" + offer.action, offer);
        const std::string href = document.text("deployment/chunks/0/artifacts/0/_links/download-http/href");
        const std::string list = href.substr(0, href.rfind('/'));
        QCOMPARE(get(host, list, offer).text("0/filename"), std::string("till.swu"));
        QCOMPARE(get(host, "t1/softwaremodules/99/artifacts", offer).status, 404);
        const HostAnswer sum = get(host, href + ".MD5SUM", offer);
        QCOMPARE(sum.status, 200);
        QCOMPARE(sum.body, document.text("deployment/chunks/0/artifacts/0/hashes/md5") + "  till.swu");
        QCOMPARE(get(host, list + "/TILL.SWU", offer).body, std::string("the package"));
    }

    void answersCarryAnETag() {
        ManagerHost host;
        const std::string token = host.addTerminal("t1");
        const std::string url = host.ddiUrl("/DEFAULT/controller/v1/t1");
        const std::pair<std::string, std::string> authorization{"Authorization", "TargetToken " + token};
        const HostAnswer first = host.ask("GET", url, {authorization});
        const std::string tag = std::string(first.headers.value("ETag"));
        QVERIFY(!tag.empty());
        const HostAnswer again = host.ask("GET", url, {authorization, {"If-None-Match", tag}});
        QCOMPARE(again.status, 304);
        QVERIFY(again.body.empty());
    }

    void otherFormsAreRefused() {
        ManagerHost host;
        const std::string token = host.addTerminal("t1");
        const std::pair<std::string, std::string> authorization{"Authorization", "TargetToken " + token};
        const std::string url = host.ddiUrl("/DEFAULT/controller/v1/t1");
        QCOMPARE(host.ask("GET", url, {authorization, {"Accept", "text/html"}}).status, 406);
        QCOMPARE(host.ask("GET", url, {authorization, {"Accept", "application/hal+json"}}).status, 200);
        QCOMPARE(host.ask("PUT", url + "/configData", {authorization, {"Content-Type", "text/xml"}}, "<a/>").status,
                 415);
        const std::string longId = host.ddiUrl("/DEFAULT/controller/v1/" + std::string(257, 'x'));
        QCOMPARE(host.ask("GET", longId, {authorization}).status, 400);
    }

    void aGatewaySpeaksForItsTerminals() {
        ManagerHost host;
        const std::string known = host.addTerminal("t1");
        const HostAnswer made = host.admin("POST", "/api/v1/settings/ddi/gateway-token", "{}");
        QCOMPARE(made.status, 201);
        const std::pair<std::string, std::string> gateway{"Authorization", "GatewayToken " + made.text("token")};
        const auto ask = [&](const std::string& id) {
            return host.ask("GET", host.ddiUrl("/DEFAULT/controller/v1/" + id), {gateway}).status;
        };
        QCOMPARE(ask("t1"), 200);
        QCOMPARE(ask("new-one"), 401);  // nobody said which platform it has
        QCOMPARE(host.admin("PATCH", "/api/v1/settings/ddi", R"({"newPlatform":"gateway-arm64"})").status, 200);
        QCOMPARE(ask("new-one"), 200);
        QCOMPARE(host.admin("GET", "/api/v1/terminals/new-one").text("platform"), std::string("gateway-arm64"));
        QVERIFY(host.admin("GET", "/api/v1/terminals/new-one").at("byGateway").as_bool());
        QCOMPARE(host.admin("DELETE", "/api/v1/settings/ddi/gateway-token").status, 204);
        QCOMPARE(ask("t1"), 401);
        QCOMPARE(host.ddi("GET", "t1", known).status, 200);
    }

    void nobodyBringsARetiredTerminalBack() {
        ManagerHost host;
        const std::string own = host.addTerminal("t1");
        const HostAnswer made = host.admin("POST", "/api/v1/settings/ddi/gateway-token", "{}");
        QCOMPARE(host.admin("POST", "/api/v1/terminals/t1/retire", "{}").status, 200);
        QCOMPARE(host.ddi("GET", "t1", own).status, 401);
        const std::pair<std::string, std::string> gateway{"Authorization", "GatewayToken " + made.text("token")};
        QCOMPARE(host.ask("GET", host.ddiUrl("/DEFAULT/controller/v1/t1"), {gateway}).status, 401);
    }

    void aProxyIsBelievedWhenItWasNamed() {
        ManagerHost host;
        [[maybe_unused]] const std::string token = host.addTerminal("t1");
        const auto ask = [&] {
            return host.ask("GET", host.ddiUrl("/DEFAULT/controller/v1/t1"),
                            {{"X-Controller-Id", "t1"},
                             {"X-Authority-1", "our devices"},
                             {"X-Forwarded-Proto", "http"},
                             {"X-Forwarded-Host", "updates.example:8080"}});
        };
        QCOMPARE(ask().status, 401);
        QCOMPARE(host.admin("PATCH", "/api/v1/settings/ddi", R"({"proxyAuthorities":["Our Devices"]})").status, 200);
        QCOMPARE(ask().status, 401);
        QCOMPARE(host.admin("PATCH", "/api/v1/settings/ddi", R"({"proxies":["127.0.0.1"]})").status, 200);
        const HostAnswer answer = ask();
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.text("_links/configData/href"),
                 std::string("http://updates.example:8080/DEFAULT/controller/v1/t1/configData"));
    }

    void badSettingsAreRefused() {
        ManagerHost host;
        for (const char* bad : {R"({"proxies":["proxy.example"]})", R"({"newCluster":"nowhere"})",
                                R"({"clientCaPem":"no certificate"})", R"({"proxies":"127.0.0.1"})"})
            QCOMPARE(host.admin("PATCH", "/api/v1/settings/ddi", bad).status, 400);
        QCOMPARE(host.admin("GET", "/api/v1/settings/ddi").text("newCluster"), std::string("default"));
    }
};

QTEST_GUILESS_MAIN(TestDdiClients)
#include "tst_ddi_clients.moc"
