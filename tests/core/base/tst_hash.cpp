// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/base/hash.h"
#include "tests/support/trust_errors.h"

using namespace signalbox;
using signalbox::test::codeOf;

class TestHash final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matchesKnownVectors_data();
    void matchesKnownVectors();
    void piecesHashAsTheWhole();
    void sha256OfOneCallIsTheSame();
    void base64UrlMatchesRfc4648_data();
    void base64UrlMatchesRfc4648();
    void base64UrlGivesEveryByteBack();
    void refusesWhatIsNotBase64Url_data();
    void refusesWhatIsNotBase64Url();
    void hexIsLowerCase();
    void randomBytesDiffer();
    void comparesWholeTexts();
};

void TestHash::matchesKnownVectors_data() {
    using Algorithm = Hasher::Algorithm;
    QTest::addColumn<int>("algorithm");
    QTest::addColumn<std::string>("input");
    QTest::addColumn<std::string>("hex");
    const auto row = [](const char* name, Algorithm algorithm, const char* input, const char* hex) {
        QTest::newRow(name) << static_cast<int>(algorithm) << std::string(input) << std::string(hex);
    };
    // FIPS 180-2 and RFC 1321.
    row("sha256 empty", Algorithm::sha256, "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    row("sha256 abc", Algorithm::sha256, "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    row("sha256 two blocks", Algorithm::sha256, "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    row("sha1 abc", Algorithm::sha1, "abc", "a9993e364706816aba3e25717850c26c9cd0d89d");
    row("sha512 abc", Algorithm::sha512, "abc",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce8"
        "0e"
        "2a9ac94fa54ca49f");
    row("md5 abc", Algorithm::md5, "abc", "900150983cd24fb0d6963f7d28e17f72");
}

void TestHash::matchesKnownVectors() {
    QFETCH(const int, algorithm);
    QFETCH(const std::string, input);
    QFETCH(const std::string, hex);
    Hasher hasher(static_cast<Hasher::Algorithm>(algorithm));
    hasher.update(bytesOf(input));
    QCOMPARE(hasher.finishHex(), hex);
}

void TestHash::piecesHashAsTheWhole() {
    const std::string whole = randomBytes(10'000);
    Hasher hasher;
    for (std::size_t at = 0; at < whole.size(); at += 37)
        hasher.update(bytesOf(std::string_view(whole).substr(at, 37)));
    QCOMPARE(hasher.finishHex(), sha256Hex(bytesOf(whole)));
}

void TestHash::sha256OfOneCallIsTheSame() {
    const Sha256 digest = sha256(bytesOf("abc"));
    QCOMPARE(toHex(std::as_bytes(std::span(digest))), sha256Hex(bytesOf("abc")));
}

void TestHash::base64UrlMatchesRfc4648_data() {
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<std::string>("text");
    const auto row = [](const std::string& bytes, const char* text) {
        QTest::newRow(text) << bytes << std::string(text);
    };
    row("", "");
    row("f", "Zg");
    row("fo", "Zm8");
    row("foo", "Zm9v");
    row("foob", "Zm9vYg");
    row("fooba", "Zm9vYmE");
    row("foobar", "Zm9vYmFy");
    row("\xfb\xff\xfe", "-__-");
}

void TestHash::base64UrlMatchesRfc4648() {
    QFETCH(const std::string, bytes);
    QFETCH(const std::string, text);
    QCOMPARE(toBase64Url(bytesOf(bytes)), text);
    QCOMPARE(fromBase64Url(text).value(), bytes);
}

void TestHash::base64UrlGivesEveryByteBack() {
    for (std::size_t size = 0; size < 300; ++size) {
        const std::string bytes = randomBytes(size);
        QCOMPARE(fromBase64Url(toBase64Url(bytesOf(bytes))).value(), bytes);
    }
}

void TestHash::refusesWhatIsNotBase64Url_data() {
    QTest::addColumn<std::string>("text");
    for (const char* text :
         {"Zg==", "Zm8=", "=", "Zm9v+w", "Zm9v/w", "Zm 9v", "Zm9v\n", "Z", "Zm9vY", "Zh", "Zm9", "é"})
        QTest::newRow(text) << std::string(text);
    QTest::newRow("nul") << std::string("Zm9\0", 4);
}

void TestHash::refusesWhatIsNotBase64Url() {
    QFETCH(const std::string, text);
    QVERIFY(codeOf(fromBase64Url(text)) == BaseErrc::malformed);
}

void TestHash::hexIsLowerCase() {
    QCOMPARE(toHex(bytesOf(std::string("\0\x0f\xab\xff", 4))), std::string("000fabff"));
}

void TestHash::randomBytesDiffer() {
    QCOMPARE(randomBytes(16).size(), std::size_t(16));
    QVERIFY(randomBytes(16) != randomBytes(16));
}

void TestHash::comparesWholeTexts() {
    QVERIFY(equalConstantTime("", ""));
    QVERIFY(equalConstantTime("abc", "abc"));
    QVERIFY(!equalConstantTime("abc", "abd"));
    QVERIFY(!equalConstantTime("abc", "ab"));
    QVERIFY(!equalConstantTime(std::string("a\0b", 3), std::string("a\0c", 3)));
}

QTEST_GUILESS_MAIN(TestHash)
#include "tst_hash.moc"
