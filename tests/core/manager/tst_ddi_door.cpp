// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/model/digest.h"
#include "core/trust/certificate.h"
#include "core/trust/join_code.h"
#include "core/trust/permit.h"
#include "tests/support/manager_host.h"
#include "tests/support/package_tar_builder.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

std::string feedback(const std::string& execution, const std::string& finished, const std::string& more = {}) {
    return R"({"status":{"execution":")" + execution + R"(","result":{"finished":")" + finished + "\"}}" + more + "}";
}

}  // namespace

/// The rows of protocols/ddi.md, over TLS, as foreign clients and our own agent see them.
class TestDdiDoor : public QObject {
    Q_OBJECT

private:
    struct Offer {
        std::string token;
        std::string base;    ///< "t1/deploymentBase/7"
        std::string cancel;  ///< "t1/cancelAction/7"
        std::int64_t id = 0;
    };
    /// A terminal with an offer; the first poll makes it.
    static Offer offerTo(ManagerHost& host, const std::string& id, const std::string& more = {}) {
        Offer offer;
        offer.token = host.addTerminal(id);
        [[maybe_unused]] const auto rollout = host.start(host.addRelease("1.0", "the package"), more);
        return pollFor(host, id, offer.token);
    }
    static Offer pollFor(ManagerHost& host, const std::string& id, const std::string& token) {
        Offer offer;
        offer.token = token;
        const std::string href = host.ddi("GET", id, token).text("_links/deploymentBase/href");
        const auto begin = href.find("/deploymentBase/");
        if (begin == std::string::npos) return offer;
        offer.id = std::stoll(href.substr(begin + 16));
        offer.base = id + "/deploymentBase/" + std::to_string(offer.id);
        offer.cancel = id + "/cancelAction/" + std::to_string(offer.id);
        return offer;
    }
    static std::string stateOf(ManagerHost& host, const Offer& offer) {
        return host.admin("GET", "/api/v1/deployments/" + std::to_string(offer.id)).text("state");
    }
    static void cancel(ManagerHost& host, const Offer& offer) {
        QCOMPARE(host.admin("POST", "/api/v1/deployments/" + std::to_string(offer.id) + "/cancel").status, 200);
    }
    static std::string joinCode(ManagerHost& host, const std::string& role) {
        const auto made = host.admin("POST", "/api/v1/join-codes", jsonOf({{"role", role}}));
        return toBase64Url(bytesOf(trust::JoinCode::parse(made.text("codes/0")).value().secret));
    }

private Q_SLOTS:
    void nobodyComesInWithoutTheTerminalsToken() {
        ManagerHost host;
        const std::string token = host.addTerminal("t1");
        const std::string other = host.addTerminal("t2");
        const std::string url = host.ddiUrl("/DEFAULT/controller/v1/t1");
        const std::string wrongTenant = host.ddiUrl("/OTHER/controller/v1/t1");
        for (const auto& answer :
             {host.ddi("GET", "t1", ""), host.ddi("GET", "t1", other), host.ddi("GET", "t1", "x"),
              host.ddi("GET", "nobody", token), host.ask("GET", url, {{"Authorization", "Bearer " + token}}),
              host.ask("GET", url, {{"Authorization", "TargetToken " + token + std::string(200, 'x')}}),
              host.ask("GET", wrongTenant, {{"Authorization", "TargetToken " + token}}),
              host.ddi("PUT", "t1/configData", "x", "{}"), host.ddi("POST", "t1/deploymentBase/1/feedback", "x", "{}"),
              host.ddi("GET", "t1/softwaremodules/1/artifacts/a", "x")}) {
            QCOMPARE(answer.status, 401);
            QCOMPARE(answer.body, std::string());
        }
    }

    void theClustersBandwidthLimitIsInTheOffer() {
        ManagerHost host;
        const Offer offer = offerTo(host, "t1");
        const auto limit = [&] { return host.ddi("GET", offer.base, offer.token).number("signalbox/bandwidthLimit"); };
        QCOMPARE(limit(), std::int64_t(-1));
        const std::string cluster = "/api/v1/clusters/default";
        QCOMPARE(host.admin("PATCH", cluster, R"({"bandwidthLimit":4095})").status, 400);
        QCOMPARE(host.admin("PATCH", cluster, R"({"bandwidthLimit":65536})").number("bandwidthLimit"),
                 std::int64_t(65536));
        QCOMPARE(limit(), std::int64_t(65536));
        QCOMPARE(host.admin("PATCH", cluster, R"({"rule":"name==t1"})").number("bandwidthLimit"), std::int64_t(65536));
        host.restart();
        QCOMPARE(limit(), std::int64_t(65536));
        QCOMPARE(host.admin("PATCH", cluster, R"({"bandwidthLimit":0})").text("rule"), std::string("name==t1"));
        QCOMPARE(limit(), std::int64_t(-1));
    }

    void whatAPackageTakesUnpackedIsInTheOffer() {
        ManagerHost host;
        const std::string token = host.addTerminal("t1");
        const std::string archive = TarBuilder().file("bin/till", std::string(5000, 'x')).bytes();
        QVERIFY(host.start(host.addRelease("1.0", archive)) > 0);
        const Offer offer = pollFor(host, "t1", token);
        QCOMPARE(host.ddi("GET", offer.base, token).number("signalbox/unpackedSize"), std::int64_t(8192));
    }

    void whoWasAwayLongIsAskedForItsAttributesAnew() {
        ManagerHost host;
        for (const bool ours : {true, false}) {
            const std::string id = ours ? "ours" : "other";
            const std::string token = host.addTerminal(id);
            QCOMPARE(host.ddi("PUT", id + "/configData", token, R"({"data":{"a":"b"}})", ours).status, 200);
            host.clock.advance(std::chrono::hours(24 * 29));
            QVERIFY(!host.ddi("GET", id, token, {}, ours).has("_links/configData"));
            host.clock.advance(std::chrono::hours(24 * 31));
            QVERIFY(host.ddi("GET", id, token, {}, ours).has("_links/configData"));
            QCOMPARE(host.ddi("PUT", id + "/configData", token, R"({"data":{"a":"c"}})", ours).status, 200);
            QVERIFY(!host.ddi("GET", id, token, {}, ours).has("_links/configData"));
        }
    }

    void aPollTellsWhenToComeAgain() {  // row 1
        ManagerHost host;
        const std::string token = host.addTerminal("t1");
        const auto answer = host.ddi("GET", "t1", token, {}, false);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.text("config/polling/sleep"), std::string("00:01:30"));
        QVERIFY(answer.has("_links/configData/href"));
        QVERIFY(!answer.has("_links/deploymentBase"));
        QCOMPARE(host.ddi("GET", host.ddiUrl("/default/controller/v1/t1"), token).status, 200);
    }

    void anIdWithOddCharactersIsFound() {
        ManagerHost host;
        const std::string token = host.addTerminal("caf\xc3\xa9 1/2");
        const auto answer = host.ddi("GET", "caf%C3%A9%201%2F2", token);
        QCOMPARE(answer.status, 200);
        QCOMPARE(host.ddi("PUT", answer.text("_links/configData/href"), token, R"({"data":{"a":"1"}})").status, 200);
    }

    void anOfferIsADeploymentDocument() {  // row 2
        ManagerHost host;
        const Offer offer = offerTo(host, "t1");
        const auto answer = host.ddi("GET", offer.base + "?c=-5", offer.token, {}, false);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.text("id"), std::to_string(offer.id));
        QCOMPARE(answer.text("deployment/download"), std::string("forced"));
        QCOMPARE(answer.text("deployment/update"), std::string("forced"));
        const std::string artifact = "deployment/chunks/0/artifacts/0/";
        QCOMPARE(answer.text(artifact + "filename"), std::string("till.swu"));
        QCOMPARE(answer.number(artifact + "size"), std::int64_t(11));
        QCOMPARE(answer.text(artifact + "hashes/sha1").size(), std::size_t(40));
        QCOMPARE(answer.text(artifact + "hashes/md5").size(), std::size_t(32));
        QCOMPARE("sha256:" + answer.text(artifact + "hashes/sha256"), Digest::ofContent("the package").text());
        QVERIFY(answer.has(artifact + "_links/download-http/href"));
        QVERIFY2(!answer.has("signalbox"), "other clients are not told what they do not know");
    }

    void ourOwnAgentGetsChainTokenAndPermit() {
        ManagerHost host;
        const Offer offer = offerTo(host, "t1");
        const auto answer = host.ddi("GET", offer.base, offer.token);
        QCOMPARE(answer.number("signalbox/attempt"), std::int64_t(1));
        QCOMPARE(answer.text("signalbox/product"), std::string("till"));
        QVERIFY(answer.at("signalbox/chain").is_array());
        QVERIFY(!answer.text("signalbox/token").empty());
        QVERIFY(!answer.text("signalbox/permit").empty());
        QVERIFY(!answer.has("signalbox/hold"));
    }

    void whatIsHeldBackIsShownToOurOwnAgentOnly() {
        ManagerHost host;
        const TimePoint update = host.clock.now() + Seconds(60);
        const Offer offer = offerTo(host, "t1", ",\"updateTime\":\"" + toRfc3339(update) + "\"");
        const auto held = host.ddi("GET", offer.base, offer.token);
        QCOMPARE(held.text("deployment/update"), std::string("skip"));
        QCOMPARE(held.text("signalbox/hold/until"), toRfc3339(update));
        QVERIFY(!held.has("signalbox/permit"));
        QCOMPARE(host.ddi("GET", "t1", offer.token).text("config/polling/sleep"), std::string("00:01:00"));
        QCOMPARE(host.ddi("GET", offer.base, offer.token, {}, false).status, 404);
        QVERIFY(!host.ddi("GET", "t1", offer.token, {}, false).has("_links/deploymentBase"));
        host.clock.set(update);
        QVERIFY(host.ddi("GET", "t1", offer.token, {}, false).has("_links/deploymentBase"));
        QCOMPARE(host.ddi("GET", offer.base, offer.token, {}, false).text("deployment/update"), std::string("forced"));
    }

    void aDeploymentThatIsNotTheirsIsNotFound() {
        ManagerHost host;
        const std::string other = host.addTerminal("t2");
        const Offer offer = offerTo(host, "t1");
        for (const char* action : {"0", "99", "-1", "x", "99999999999999999999"})
            QCOMPARE(host.ddi("GET", std::string("t1/deploymentBase/") + action, offer.token).status, 404);
        const std::string theirs = "t2/deploymentBase/" + std::to_string(offer.id);
        QCOMPARE(host.ddi("GET", theirs, other).status, 404);
        QCOMPARE(host.ddi("POST", theirs + "/feedback", other, feedback("closed", "success")).status, 404);
        QCOMPARE(stateOf(host, offer), std::string("offered"));
    }

    void feedbackIsAnswered200Empty() {  // row 3
        ManagerHost host;
        const Offer offer = offerTo(host, "t1");
        const auto answer =
            host.ddi("POST", offer.base + "/feedback", offer.token, feedback("proceeding", "none"), false);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, std::string());
        QCOMPARE(stateOf(host, offer), std::string("installing"));
        QCOMPARE(host.ddi("POST", offer.base + "/feedback", offer.token, feedback("closed", "success"), false).status,
                 200);
        QCOMPARE(stateOf(host, offer), std::string("succeeded"));
    }

    void badFeedbackIsRefused() {  // row 3
        ManagerHost host;
        const Offer offer = offerTo(host, "t1");
        const auto post = [&](const std::string& path, const std::string& body) {
            return host.ddi("POST", path + "/feedback", offer.token, body).status;
        };
        QCOMPARE(post(offer.base, "{"), 400);
        QCOMPARE(post(offer.base, "{}"), 400);
        QCOMPARE(post(offer.base, feedback("closing", "none")), 400);
        QCOMPARE(post(offer.base, std::string(300 << 10, ' ')), 413);
        QCOMPARE(post("t1/deploymentBase/99", feedback("closed", "success")), 404);
        QCOMPARE(host.ddi("GET", offer.base + "/feedback", offer.token).status, 405);
        QCOMPARE(stateOf(host, offer), std::string("offered"));
    }

    void feedbackForAClosedDeploymentIsGone() {  // row 3
        ManagerHost host;
        const Offer offer = offerTo(host, "t1");
        QCOMPARE(host.ddi("POST", offer.base + "/feedback", offer.token, feedback("closed", "success")).status, 200);
        const auto again = host.ddi("POST", offer.base + "/feedback", offer.token, feedback("closed", "failure"));
        QCOMPARE(again.status, 410);
        QCOMPARE(again.body, std::string());
        QCOMPARE(stateOf(host, offer), std::string("succeeded"));
    }

    void ourOwnFeedbackTellsStateAndCause() {
        ManagerHost host;
        const Offer offer = offerTo(host, "t1", R"(,"retry":{"count":0})");
        const auto answer = host.ddi(
            "POST", offer.base + "/feedback", offer.token,
            feedback(
                "closed", "failure",
                R"(,"signalbox":{"attempt":1,"state":"rolledBack","cause":"runCheckFailed","message":"no","logTail":"tail"})"));
        QCOMPARE(answer.status, 200);
        const auto deployment = host.admin("GET", "/api/v1/deployments/" + std::to_string(offer.id));
        QCOMPARE(deployment.text("state"), std::string("rolledBack"));
        QCOMPARE(deployment.text("cause"), std::string("runCheckFailed"));
        QCOMPARE(deployment.text("logTail"), std::string("tail"));
    }

    void configDataIsTaken() {  // row 4
        ManagerHost host;
        const std::string token = host.addTerminal("t1");
        const auto answer = host.ddi("PUT", "t1/configData", token,
                                     R"({"data":{"os":"debian"},"signalbox":{"installed":{"till":"0.9"}}})");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, std::string());
        const auto terminal = host.admin("GET", "/api/v1/terminals/t1");
        QCOMPARE(terminal.text("attributes/os"), std::string("debian"));
        QCOMPARE(terminal.text("installed/till"), std::string("0.9"));
    }

    void badConfigDataIsRefused() {  // row 4
        ManagerHost host;
        const std::string token = host.addTerminal("t1");
        const auto put = [&](const std::string& body) { return host.ddi("PUT", "t1/configData", token, body).status; };
        QCOMPARE(put("{"), 400);
        QCOMPARE(put(R"({"data":{"a":1}})"), 400);
        QCOMPARE(put(R"({"mode":"add","data":{"a":"1"}})"), 400);
        QCOMPARE(put("{\"data\":" + jsonOf({{"a", std::string(129, 'x')}}) + "}"), 400);
        std::string many = "{\"data\":{\"k\":\"v\"";
        for (int i = 0; i < 101; ++i)
            many += ",\"k" + std::to_string(i) + "\":\"v\"";
        QCOMPARE(put(many + "}}"), 429);
        QCOMPARE(put(std::string(300 << 10, ' ')), 413);
        QVERIFY(host.admin("GET", "/api/v1/terminals/t1").at("attributes").as_object().empty());
    }

    void aCancelIsShownInPlaceOfTheDeployment() {  // rows 1, 2 and 5
        ManagerHost host;
        const Offer offer = offerTo(host, "t1");
        QCOMPARE(host.ddi("GET", offer.cancel, offer.token).status, 404);
        cancel(host, offer);
        const auto poll = host.ddi("GET", "t1", offer.token, {}, false);
        const std::string href = poll.text("_links/cancelAction/href");
        QVERIFY(!href.empty());
        QCOMPARE(href.find('?'), std::string::npos);
        QVERIFY(!poll.has("_links/deploymentBase"));
        QCOMPARE(host.ddi("GET", offer.base, offer.token).status, 404);
        const auto answer = host.ddi("GET", href, offer.token, {}, false);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.text("id"), std::to_string(offer.id));
        QCOMPARE(answer.text("cancelAction/stopId"), std::to_string(offer.id));
    }

    void aCancelIsAnswered() {  // row 6
        ManagerHost host;
        const Offer offer = offerTo(host, "t1");
        const auto post = [&](const std::string& body) {
            return host.ddi("POST", offer.cancel + "/feedback", offer.token, body);
        };
        QCOMPARE(post(feedback("closed", "success")).status, 405);
        cancel(host, offer);
        QCOMPARE(post("{}").status, 400);
        QCOMPARE(post(feedback("proceeding", "none")).status, 200);
        QCOMPARE(post(feedback("canceled", "none")).status, 200);
        QCOMPARE(stateOf(host, offer), std::string("offered"));
        const auto answer = post(feedback("closed", "success"));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, std::string());
        QCOMPARE(stateOf(host, offer), std::string("cancelled"));
        QCOMPARE(post(feedback("closed", "success")).status, 405);
        QCOMPARE(host.ddi("POST", "t1/cancelAction/99/feedback", offer.token, feedback("closed", "none")).status, 404);
    }

    void aRejectedCancelOffersTheDeploymentAgain_data() {
        QTest::addColumn<QString>("body");
        QTest::newRow("rejected") << QString::fromStdString(feedback("rejected", "none"));
        QTest::newRow("closed failure") << QString::fromStdString(feedback("closed", "failure"));
    }
    void aRejectedCancelOffersTheDeploymentAgain() {  // row 6
        QFETCH(QString, body);
        ManagerHost host;
        const Offer offer = offerTo(host, "t1");
        cancel(host, offer);
        QCOMPARE(host.ddi("POST", offer.cancel + "/feedback", offer.token, body.toStdString()).status, 200);
        QVERIFY(host.ddi("GET", "t1", offer.token).has("_links/deploymentBase"));
        QCOMPARE(host.ddi("GET", offer.cancel, offer.token).status, 404);
    }

    void theArtifactIsServedWithRanges() {  // row 15
        ManagerHost host;
        const Offer offer = offerTo(host, "t1");
        const std::string href = host.ddi("GET", offer.base, offer.token, {}, false)
                                     .text("deployment/chunks/0/artifacts/0/_links/download-http/href");
        const auto whole = host.ddi("GET", href, offer.token, {}, false);
        QCOMPARE(whole.status, 200);
        QCOMPARE(whole.body, std::string("the package"));
        const std::string etag(whole.headers.value("ETag"));
        QCOMPARE(etag.size(), std::size_t(42));
        QVERIFY(etag.starts_with('"') && etag.ends_with('"'));
        const auto part = host.ddi("GET", href, offer.token, {}, false, {{"Range", "bytes=4-"}});
        QCOMPARE(part.status, 206);
        QCOMPARE(part.body, std::string("package"));
        QCOMPARE(host.ddi("GET", href, offer.token, {}, false, {{"Range", "bytes=4-"}, {"If-Range", etag}}).status,
                 206);
        const auto beyond = host.ddi("GET", href, offer.token, {}, false, {{"Range", "bytes=99-"}});
        QCOMPARE(beyond.status, 416);
        QCOMPARE(beyond.headers.value("Content-Range"), std::string_view("bytes */11"));
        const auto head = host.ddi("HEAD", href, offer.token, {}, false);
        QCOMPARE(head.status, 200);
        QCOMPARE(head.headers.value("Content-Length"), std::string_view("11"));
    }

    void theArtifactKeepsToIfMatch() {  // row 15
        ManagerHost host;
        const Offer offer = offerTo(host, "t1");
        const auto document = host.ddi("GET", offer.base, offer.token, {}, false);
        const std::string href = document.text("deployment/chunks/0/artifacts/0/_links/download-http/href");
        const std::string sha1 = document.text("deployment/chunks/0/artifacts/0/hashes/sha1");
        const auto get = [&](const std::string& condition) {
            return host.ddi("GET", href, offer.token, {}, false, {{"If-Match", condition}}).status;
        };
        QCOMPARE(get("deadbeef"), 412);
        QCOMPARE(get("deadbeef, " + sha1), 200);
        QCOMPARE(get("*"), 200);
    }

    void onlyTheArtifactOfAnOpenDeploymentIsServed() {  // row 15
        ManagerHost host;
        const std::string other = host.addTerminal("t2");
        const Offer offer = offerTo(host, "t1");
        const std::string module = "t1/softwaremodules/1/artifacts/";
        QCOMPARE(host.ddi("GET", module + "till.swu", offer.token).status, 200);
        QCOMPARE(host.ddi("GET", module + "other.swu", offer.token).status, 404);
        QCOMPARE(host.ddi("GET", module + "..%2F..%2Fsignalbox.sqlite", offer.token).status, 404);
        QCOMPARE(host.ddi("GET", "t1/softwaremodules/2/artifacts/till.swu", offer.token).status, 404);
        QCOMPARE(host.ddi("GET", "t2/softwaremodules/1/artifacts/till.swu", other).status, 404);
        QCOMPARE(host.ddi("POST", offer.base + "/feedback", offer.token, feedback("closed", "success")).status, 200);
        QCOMPARE(host.ddi("GET", module + "till.swu", offer.token).status, 404);
    }

    void aTerminalJoinsWithACode() {
        ManagerHost host;
        const std::string secret = joinCode(host, "terminal");
        const std::string token = "the token that the terminal made";
        const auto join = [&](const std::string& id, const std::string& hash) {
            return host.ask("POST", host.ddiUrl("/join/terminal"), {},
                            jsonOf({{"secret", secret},
                                    {"controllerId", id},
                                    {"name", "Till"},
                                    {"platform", "linux-amd64"},
                                    {"tokenHash", hash}}));
        };
        const std::string hash = sha256Hex(bytesOf(token));
        QCOMPARE(join("", hash).status, 400);
        const auto joined = join("t1", hash);
        QCOMPARE(joined.status, 200);
        QCOMPARE(joined.text("managerUrl"), host.manager().ddiUrl());
        QCOMPARE(joined.text("tenant"), std::string("DEFAULT"));
        QVERIFY(trust::inspectCertificate(joined.text("ca")).has_value());
        QVERIFY(trust::PublicKey::fromPem(joined.text("permitKey")).has_value());
        QCOMPARE(joined.number("pollSeconds"), std::int64_t(90));
        QCOMPARE(join("t1", hash).status, 200);
        QCOMPARE(join("t2", hash).status, 403);
        QCOMPARE(host.ddi("GET", "t1", token).status, 200);
    }

    void aNodeJoinsWithACode() {
        ManagerHost host;
        const std::string secret = joinCode(host, "node");
        const auto key = trust::PrivateKey::generate();
        const std::string request = trust::makeSigningRequest(key, "n1").value();
        const auto join = [&](const std::string& name) {
            return host.ask(
                "POST", host.ddiUrl("/join/node"), {},
                jsonOf({{"secret", secret}, {"name", name}, {"url", "https://127.0.0.1:9"}, {"csr", request}}));
        };
        const auto joined = join("n1");
        QCOMPARE(joined.status, 200);
        QCOMPARE(joined.text("cluster"), std::string("default"));
        QCOMPARE(trust::inspectCertificate(joined.text("certificate")).value().role, std::string("node"));
        QVERIFY(trust::PublicKey::fromPem(joined.text("tokenKey")).has_value());
        QVERIFY(!joined.text("issuer").empty());
        QCOMPARE(join("n1").status, 200);
        QCOMPARE(join("n2").status, 403);
    }

    void badJoinsAreRefused() {
        ManagerHost host;
        const std::string unknown = R"({"secret":"AAAAAAAAAAAAAAAAAAAAAA","name":"n"})";
        for (const char* path : {"/join/terminal", "/join/node"}) {
            QCOMPARE(host.ask("POST", host.ddiUrl(path), {}, "{").status, 400);
            QCOMPARE(host.ask("POST", host.ddiUrl(path), {}, "[]").status, 400);
            QCOMPARE(host.ask("POST", host.ddiUrl(path), {}, R"({"secret":"!"})").status, 400);
            QCOMPARE(host.ask("POST", host.ddiUrl(path), {}, unknown).status, 403);
            QCOMPARE(host.ask("GET", host.ddiUrl(path)).status, 405);
        }
    }
};

QTEST_GUILESS_MAIN(TestDdiDoor)
#include "tst_ddi_door.moc"
