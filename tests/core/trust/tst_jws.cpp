// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "core/trust/jws.h"
#include "tests/support/trust_errors.h"

using namespace signalbox;
using namespace signalbox::trust;
using signalbox::test::codeOf;

namespace {

constexpr std::string_view kType = "test+jwt";

const PrivateKey& key() {
    static const PrivateKey instance = PrivateKey::generate();
    return instance;
}

std::string token() {
    return signJws({{"a", 1}, {"b", "text"}}, kType, key());
}

/// A token signed rightly over whatever header and payload a test wants.
std::string signedToken(std::string_view header, std::string_view payload) {
    const std::string text = toBase64Url(bytesOf(header)) + "." + toBase64Url(bytesOf(payload));
    return text + "." + toBase64Url(bytesOf(key().sign(bytesOf(text))));
}

std::string header(std::string_view algorithm = "ES256", std::string_view type = kType) {
    const boost::json::object object{{"alg", algorithm}, {"typ", type}, {"kid", key().publicKey().id()}};
    return boost::json::serialize(object);
}

boost::system::error_code verified(std::string_view text) {
    return codeOf(verifyJws(text, kType, key().publicKey()));
}

}  // namespace

class TestJws final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesBackThePayload();
    void verifiesTheExampleOfRfc7515();
    void headerNamesAlgorithmTypeAndKey();
    void refusesAnotherType();
    void refusesAnotherKey();
    void refusesAlgorithmNone();
    void refusesHmacWithThePublicKeyAsSecret();
    void refusesCriticalExtensions();
    void refusesEveryChangedCharacter();
    void refusesEveryTruncation();
    void refusesOtherShapes_data();
    void refusesOtherShapes();
    void refusesWhatIsAbove16KiB();
    void refusesPayloadThatIsNoObject();
    void refusesDeepNesting();
};

void TestJws::givesBackThePayload() {
    const auto payload = verifyJws(token(), kType, key().publicKey());
    QVERIFY(payload);
    QVERIFY(*payload == (boost::json::object{{"a", 1}, {"b", "text"}}));
}

void TestJws::verifiesTheExampleOfRfc7515() {
    // Appendix A.3: its signing input and signature, under its key. It has no typ and kid, so the key alone is asked.
    const auto example = PublicKey::fromPem(
        "-----BEGIN PUBLIC KEY-----\n"
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEf83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEXH8UTNG72b\n"
        "focs3+257rn0s2ldbqkLJK2KRiMohYjlrQ==\n-----END PUBLIC KEY-----\n");
    QVERIFY(example);
    const std::string_view input =
        "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0"
        "cnVlfQ";
    const auto signature =
        fromBase64Url("DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q");
    QVERIFY(signature);
    QVERIFY(example->verify(bytesOf(input), bytesOf(*signature)));
}

void TestJws::headerNamesAlgorithmTypeAndKey() {
    const std::string text = token();
    const auto decoded = fromBase64Url(text.substr(0, text.find('.')));
    QVERIFY(decoded);
    const auto parsed = boost::json::parse(*decoded).as_object();
    QCOMPARE(parsed.size(), std::size_t(3));
    QVERIFY(parsed.at("alg") == "ES256");
    QVERIFY(parsed.at("typ") == boost::json::string(kType));
    QVERIFY(parsed.at("kid") == boost::json::string(key().publicKey().id()));
}

void TestJws::refusesAnotherType() {
    QVERIFY(codeOf(verifyJws(token(), "other+jwt", key().publicKey())) == BaseErrc::denied);
}

void TestJws::refusesAnotherKey() {
    QVERIFY(codeOf(verifyJws(token(), kType, PrivateKey::generate().publicKey())) == BaseErrc::denied);
    QVERIFY(codeOf(verifyJws(token(), kType, PublicKey())) == BaseErrc::denied);
}

void TestJws::refusesAlgorithmNone() {
    const std::string text = toBase64Url(bytesOf(header("none"))) + "." + toBase64Url(bytesOf("{}"));
    QVERIFY(verified(text + ".") == BaseErrc::denied);
    QVERIFY(verified(signedToken(header("none"), "{}")) == BaseErrc::denied);
}

void TestJws::refusesHmacWithThePublicKeyAsSecret() {
    QVERIFY(verified(signedToken(header("HS256"), "{}")) == BaseErrc::denied);
    QVERIFY(verified(signedToken(header("es256"), "{}")) == BaseErrc::denied);
}

void TestJws::refusesCriticalExtensions() {
    std::string critical = header();
    critical.insert(1, R"("crit":["b64"],"b64":false,)");
    QVERIFY(verified(signedToken(critical, "{}")) == BaseErrc::denied);
}

void TestJws::refusesEveryChangedCharacter() {
    const std::string good = token();
    for (std::size_t i = 0; i < good.size(); ++i) {
        std::string bad = good;
        bad[i] = bad[i] == 'A' ? 'B' : 'A';
        QVERIFY(!verifyJws(bad, kType, key().publicKey()));
    }
}

void TestJws::refusesEveryTruncation() {
    const std::string good = token();
    for (std::size_t size = 0; size < good.size(); ++size)
        QVERIFY(!verifyJws(std::string_view(good).substr(0, size), kType, key().publicKey()));
}

void TestJws::refusesOtherShapes_data() {
    QTest::addColumn<std::string>("text");
    QTest::newRow("empty") << std::string();
    QTest::newRow("dots only") << std::string("..");
    QTest::newRow("two parts") << token().substr(0, token().rfind('.'));
    QTest::newRow("four parts") << token() + ".";
    QTest::newRow("padding") << token() + "==";
    QTest::newRow("white space") << " " + token();
    QTest::newRow("line feed") << token() + "\n";
    QTest::newRow("plain base64 alphabet") << std::string("+/+/.e30.e30");
    QTest::newRow("header is no JSON") << signedToken("{", "{}");
    QTest::newRow("header is an array") << signedToken("[]", "{}");
    QTest::newRow("header without kid") << signedToken(R"({"alg":"ES256","typ":"test+jwt"})", "{}");
    QTest::newRow("alg is a number") << signedToken(R"({"alg":256,"typ":"test+jwt","kid":""})", "{}");
}

void TestJws::refusesOtherShapes() {
    QFETCH(const std::string, text);
    QVERIFY(verified(text) == BaseErrc::malformed);
}

void TestJws::refusesWhatIsAbove16KiB() {
    QVERIFY(verified(signJws({{"a", std::string(16384, 'x')}}, kType, key())) == BaseErrc::malformed);
}

void TestJws::refusesPayloadThatIsNoObject() {
    QVERIFY(verified(signedToken(header(), "[]")) == BaseErrc::malformed);
    QVERIFY(verified(signedToken(header(), "")) == BaseErrc::malformed);
    QVERIFY(!verified(signedToken(header(), "{}")));
}

void TestJws::refusesDeepNesting() {
    const std::string deep = "{\"a\":" + std::string(4000, '[') + std::string(4000, ']') + "}";
    QVERIFY(verified(signedToken(header(), deep)) == BaseErrc::malformed);
}

QTEST_GUILESS_MAIN(TestJws)
#include "tst_jws.moc"
