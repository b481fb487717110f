// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <boost/json/parse.hpp>

#include "core/trust/access_token.h"
#include "core/trust/jws.h"
#include "tests/support/trust_errors.h"

using namespace signalbox;
using namespace signalbox::trust;
using signalbox::test::codeOf;

namespace {

constexpr std::string_view kAudience = "signalbox-node";
const TimePoint kNow = TimePoint(Seconds(1795290041));

const PrivateKey& key() {
    static const PrivateKey instance = PrivateKey::generate();
    return instance;
}

AccessToken aToken() {
    AccessToken token;
    token.issuer = "manager-1";
    token.subject = "till-7";
    token.audience = kAudience;
    token.notBefore = kNow;
    token.notAfter = kNow + Seconds(600);
    token.access = {{"kiosk/stable", {"pull"}}};
    return token;
}

Result<AccessToken> verified(const AccessToken& token, TimePoint now = kNow) {
    return verifyAccessToken(signAccessToken(token, key()), kAudience, key().publicKey(), now);
}

boost::json::object claimsOf(const AccessToken& token) {
    const auto claims = verifyJws(signAccessToken(token, key()), "JWT", key().publicKey());
    return claims ? *claims : boost::json::object();
}

}  // namespace

class TestAccessToken final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void survivesSigning();
    void carriesTheClaimsOfTheRegistryTokenSpecification();
    void everyTokenHasAnIdOfItsOwn();
    void allowsOnlyWhatItGrants();
    void starGrantsEveryRepository();
    void grantsDoNotCombineAcrossEntries();
    void refusesAnotherAudience();
    void takesOneOfSeveralAudiences();
    void holdsFromItsBeginLessALeeway();
    void holdsToItsEndPlusALeeway();
    void refusesAnotherKey();
    void refusesAPermitInItsPlace();
    void ignoresGrantsThatAreNoRepositories();
    void refusesClaimsOfOtherKinds_data();
    void refusesClaimsOfOtherKinds();
};

void TestAccessToken::survivesSigning() {
    const auto token = verified(aToken());
    QVERIFY(token);
    QCOMPARE(token->issuer, std::string("manager-1"));
    QCOMPARE(token->subject, std::string("till-7"));
    QCOMPARE(token->audience, std::string(kAudience));
    QVERIFY(token->notBefore == kNow);
    QVERIFY(token->notAfter == kNow + Seconds(600));
    QCOMPARE(token->access.size(), std::size_t(1));
    QCOMPARE(token->access[0].repository, std::string("kiosk/stable"));
    QVERIFY(token->access[0].actions == std::vector<std::string>{"pull"});
}

void TestAccessToken::carriesTheClaimsOfTheRegistryTokenSpecification() {
    const boost::json::object claims = claimsOf(aToken());
    QVERIFY(claims.at("iss") == "manager-1");
    QVERIFY(claims.at("sub") == "till-7");
    QVERIFY(claims.at("aud") == boost::json::string(kAudience));
    QCOMPARE(claims.at("nbf").as_int64(), std::int64_t(1795290041));
    QCOMPARE(claims.at("iat").as_int64(), std::int64_t(1795290041));
    QCOMPARE(claims.at("exp").as_int64(), std::int64_t(1795290641));
    QVERIFY(claims.at("jti").is_string());
    QVERIFY(claims.at("access") ==
            boost::json::parse(R"([{"type":"repository","name":"kiosk/stable","actions":["pull"]}])"));
}

void TestAccessToken::everyTokenHasAnIdOfItsOwn() {
    QVERIFY(claimsOf(aToken()).at("jti") != claimsOf(aToken()).at("jti"));
}

void TestAccessToken::allowsOnlyWhatItGrants() {
    const AccessToken token = aToken();
    QVERIFY(token.allows("kiosk/stable", "pull"));
    QVERIFY(!token.allows("kiosk/stable", "push"));
    QVERIFY(!token.allows("kiosk/stabl", "pull"));
    QVERIFY(!token.allows("kiosk/stable/x", "pull"));
    QVERIFY(!token.allows("*", "pull"));
    QVERIFY(!token.allows("", ""));
    QVERIFY(!AccessToken().allows("kiosk/stable", "pull"));
}

void TestAccessToken::starGrantsEveryRepository() {
    AccessToken token = aToken();
    token.access = {{"*", {"pull", "push"}}};
    QVERIFY(token.allows("anything/at/all", "push"));
    QVERIFY(!token.allows("anything/at/all", "delete"));
}

void TestAccessToken::grantsDoNotCombineAcrossEntries() {
    AccessToken token = aToken();
    token.access = {{"a", {"pull"}}, {"b", {"push"}}};
    QVERIFY(!token.allows("a", "push"));
    QVERIFY(!token.allows("b", "pull"));
}

void TestAccessToken::refusesAnotherAudience() {
    AccessToken token = aToken();
    token.audience = "signalbox-manager";
    QVERIFY(codeOf(verified(token)) == BaseErrc::denied);
}

void TestAccessToken::takesOneOfSeveralAudiences() {
    boost::json::object claims = claimsOf(aToken());
    claims["aud"] = {"other", kAudience};
    const auto token = verifyAccessToken(signJws(claims, "JWT", key()), kAudience, key().publicKey(), kNow);
    QVERIFY(token);
    QCOMPARE(token->audience, std::string(kAudience));
}

void TestAccessToken::holdsFromItsBeginLessALeeway() {
    QVERIFY(verified(aToken(), kNow - Seconds(60)));
    QVERIFY(codeOf(verified(aToken(), kNow - Seconds(60) - Milliseconds(1))) == BaseErrc::denied);
}

void TestAccessToken::holdsToItsEndPlusALeeway() {
    QVERIFY(verified(aToken(), kNow + Seconds(660) - Milliseconds(1)));
    QVERIFY(codeOf(verified(aToken(), kNow + Seconds(660))) == BaseErrc::denied);
}

void TestAccessToken::refusesAnotherKey() {
    const auto token =
        verifyAccessToken(signAccessToken(aToken(), PrivateKey::generate()), kAudience, key().publicKey(), kNow);
    QVERIFY(codeOf(token) == BaseErrc::denied);
}

void TestAccessToken::refusesAPermitInItsPlace() {
    const std::string text = signJws(claimsOf(aToken()), "signalbox-permit+jwt", key());
    QVERIFY(codeOf(verifyAccessToken(text, kAudience, key().publicKey(), kNow)) == BaseErrc::denied);
}

void TestAccessToken::ignoresGrantsThatAreNoRepositories() {
    boost::json::object claims = claimsOf(aToken());
    claims["access"] = boost::json::parse(R"([{"type":"registry","name":"catalog","actions":["*"]}])");
    const auto token = verifyAccessToken(signJws(claims, "JWT", key()), kAudience, key().publicKey(), kNow);
    QVERIFY(token);
    QVERIFY(token->access.empty());
}

void TestAccessToken::refusesClaimsOfOtherKinds_data() {
    QTest::addColumn<std::string>("member");
    QTest::addColumn<std::string>("value");
    QTest::newRow("no issuer") << std::string("iss") << std::string("null");
    QTest::newRow("subject is a number") << std::string("sub") << std::string("7");
    QTest::newRow("end is text") << std::string("exp") << std::string("\"later\"");
    QTest::newRow("end is a fraction") << std::string("exp") << std::string("1795290641.5");
    QTest::newRow("end overflows") << std::string("exp") << std::string("9223372036854775807");
    QTest::newRow("begin is negative") << std::string("nbf") << std::string("-1");
    QTest::newRow("begin beyond 64 bits") << std::string("nbf") << std::string("18446744073709551615");
    QTest::newRow("access is an object") << std::string("access") << std::string("{}");
    QTest::newRow("grant is text") << std::string("access") << std::string("[\"pull\"]");
    QTest::newRow("grant without actions")
        << std::string("access") << std::string(R"([{"type":"repository","name":"a"}])");
    QTest::newRow("action is a number") << std::string("access")
                                        << std::string(R"([{"type":"repository","name":"a","actions":[1]}])");
}

void TestAccessToken::refusesClaimsOfOtherKinds() {
    QFETCH(const std::string, member);
    QFETCH(const std::string, value);
    boost::json::object claims = claimsOf(aToken());
    claims[member] = boost::json::parse(value);
    const auto token = verifyAccessToken(signJws(claims, "JWT", key()), kAudience, key().publicKey(), kNow);
    QVERIFY(codeOf(token) == BaseErrc::malformed);
}

QTEST_GUILESS_MAIN(TestAccessToken)
#include "tst_access_token.moc"
