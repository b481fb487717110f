// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/base/hash.h"
#include "core/trust/join_code.h"
#include "tests/support/trust_errors.h"

using namespace signalbox;
using namespace signalbox::trust;
using signalbox::test::codeOf;

namespace {

JoinCode aCode() {
    JoinCode code;
    code.managerUrl = "https://manager.example:8443";
    code.secret = std::string("\0\1\2\3\4\5\6\7\xff\xfe.\n 34", 16);
    code.fingerprint = "00" + std::string(60, 'a') + "f9";
    return code;
}

std::string encoded(std::string_view url, std::string_view secret, std::string_view fingerprint) {
    return "sbj1." + toBase64Url(bytesOf(url)) + "." + toBase64Url(bytesOf(secret)) + "." +
           toBase64Url(bytesOf(fingerprint));
}

const std::string kSecret(16, 's');
const std::string kFingerprint(32, 'f');

}  // namespace

class TestJoinCode final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void survivesText();
    void survivesTextWithRandomSecrets();
    void textIsOneWord();
    void forgivesWhiteSpaceAroundIt();
    void takesAddresses_data();
    void takesAddresses();
    void refusesAddresses_data();
    void refusesAddresses();
    void refusesOtherShapes_data();
    void refusesOtherShapes();
    void refusesEveryTruncation();
};

void TestJoinCode::survivesText() {
    const auto code = JoinCode::parse(aCode().text());
    QVERIFY(code);
    QCOMPARE(code->managerUrl, aCode().managerUrl);
    QCOMPARE(code->secret, aCode().secret);
    QCOMPARE(code->fingerprint, aCode().fingerprint);
}

void TestJoinCode::survivesTextWithRandomSecrets() {
    for (int i = 0; i < 500; ++i) {
        JoinCode code = aCode();
        code.secret = randomBytes(16);
        code.fingerprint = toHex(bytesOf(randomBytes(32)));
        const auto again = JoinCode::parse(code.text());
        QVERIFY(again);
        QVERIFY(again->secret == code.secret && again->fingerprint == code.fingerprint);
    }
}

void TestJoinCode::textIsOneWord() {
    const std::string text = aCode().text();
    QVERIFY(text.starts_with("sbj1."));
    QVERIFY(text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.") ==
            std::string::npos);
}

void TestJoinCode::forgivesWhiteSpaceAroundIt() {
    QVERIFY(JoinCode::parse(" \t" + aCode().text() + "\r\n"));
}

void TestJoinCode::takesAddresses_data() {
    QTest::addColumn<std::string>("url");
    QTest::newRow("name and port") << std::string("https://a-b.example.org:8443");
    QTest::newRow("IPv4") << std::string("https://127.0.0.1:1");
    QTest::newRow("IPv6") << std::string("https://[fd00::1]:65535");
    QTest::newRow("no port") << std::string("https://manager");
}

void TestJoinCode::takesAddresses() {
    QFETCH(const std::string, url);
    const auto code = JoinCode::parse(encoded(url, kSecret, kFingerprint));
    QVERIFY(code);
    QCOMPARE(code->managerUrl, url);
}

void TestJoinCode::refusesAddresses_data() {
    QTest::addColumn<std::string>("url");
    QTest::newRow("empty") << std::string();
    QTest::newRow("http") << std::string("http://manager:80");
    QTest::newRow("no host") << std::string("https://:443");
    QTest::newRow("user") << std::string("https://a@manager:443");
    QTest::newRow("path") << std::string("https://manager:443/x");
    QTest::newRow("query") << std::string("https://manager?x");
    QTest::newRow("port 0") << std::string("https://manager:0");
    QTest::newRow("port too large") << std::string("https://manager:65536");
    QTest::newRow("port empty") << std::string("https://manager:");
    QTest::newRow("port signed") << std::string("https://manager:+443");
    QTest::newRow("line feed") << std::string("https://manager\n:443");
    QTest::newRow("nul") << std::string("https://manager\0x:443", 21);
    QTest::newRow("open bracket") << std::string("https://[::1:443");
    QTest::newRow("after the bracket") << std::string("https://[::1]x:443");
    QTest::newRow("long") << "https://" + std::string(300, 'a');
}

void TestJoinCode::refusesAddresses() {
    QFETCH(const std::string, url);
    QVERIFY(codeOf(JoinCode::parse(encoded(url, kSecret, kFingerprint))) == BaseErrc::malformed);
}

void TestJoinCode::refusesOtherShapes_data() {
    const std::string url = "https://m:1";
    QTest::addColumn<std::string>("text");
    QTest::newRow("empty") << std::string();
    QTest::newRow("spaces") << std::string("   ");
    QTest::newRow("prefix only") << std::string("sbj1.");
    QTest::newRow("other version") << "sbj2" + aCode().text().substr(4);
    QTest::newRow("fifth part") << aCode().text() + ".";
    QTest::newRow("three parts") << aCode().text().substr(0, aCode().text().rfind('.'));
    QTest::newRow("space within") << aCode().text().insert(9, " ");
    QTest::newRow("padding") << aCode().text() + "=";
    QTest::newRow("short secret") << encoded(url, kSecret.substr(1), kFingerprint);
    QTest::newRow("long secret") << encoded(url, kSecret + "s", kFingerprint);
    QTest::newRow("no secret") << encoded(url, "", kFingerprint);
    QTest::newRow("short fingerprint") << encoded(url, kSecret, kFingerprint.substr(1));
    QTest::newRow("hex fingerprint") << encoded(url, kSecret, toHex(bytesOf(kFingerprint)));
    QTest::newRow("very long") << "sbj1." + std::string(100000, 'a');
}

void TestJoinCode::refusesOtherShapes() {
    QFETCH(const std::string, text);
    QVERIFY(codeOf(JoinCode::parse(text)) == BaseErrc::malformed);
}

void TestJoinCode::refusesEveryTruncation() {
    const std::string text = aCode().text();
    for (std::size_t size = 0; size < text.size(); ++size)
        QVERIFY(codeOf(JoinCode::parse(std::string_view(text).substr(0, size))) == BaseErrc::malformed);
}

QTEST_GUILESS_MAIN(TestJoinCode)
#include "tst_join_code.moc"
