// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/model/digest.h"
#include "tests/support/trust_errors.h"

using namespace signalbox;
using signalbox::test::codeOf;

class TestDigest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsItsParts();
    void readsSha512();
    void ofContentIsSha256();
    void emptyHasNoParts();
    void comparesByText();
    void refusesMalformedDigests_data();
    void refusesMalformedDigests();
};

void TestDigest::readsItsParts() {
    const std::string text = "sha256:" + std::string(60, '0') + "9abf";
    const auto digest = Digest::parse(text);
    QVERIFY(digest);
    QCOMPARE(digest->text(), text);
    QCOMPARE(std::string(digest->algorithm()), std::string("sha256"));
    QCOMPARE(std::string(digest->hex()), text.substr(7));
    QVERIFY(!digest->empty());
}

void TestDigest::readsSha512() {
    const auto digest = Digest::parse("sha512:" + std::string(128, 'c'));
    QVERIFY(digest);
    QCOMPARE(std::string(digest->algorithm()), std::string("sha512"));
    QCOMPARE(digest->hex().size(), std::size_t(128));
}

void TestDigest::ofContentIsSha256() {
    QCOMPARE(Digest::ofContent("abc").text(),
             std::string("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

void TestDigest::emptyHasNoParts() {
    const Digest none;
    QVERIFY(none.empty());
    QCOMPARE(std::string(none.algorithm()), std::string());
    QCOMPARE(std::string(none.hex()), std::string());
}

void TestDigest::comparesByText() {
    QVERIFY(Digest::ofContent("a") == Digest::ofContent("a"));
    QVERIFY(Digest::ofContent("a") != Digest::ofContent("b"));
}

void TestDigest::refusesMalformedDigests_data() {
    const std::string hex(64, 'a');
    QTest::addColumn<std::string>("text");
    QTest::newRow("empty") << std::string();
    QTest::newRow("hex only") << hex;
    QTest::newRow("algorithm only") << std::string("sha256:");
    QTest::newRow("colon only") << std::string(":");
    QTest::newRow("short") << "sha256:" + hex.substr(1);
    QTest::newRow("long") << "sha256:" + hex + "a";
    QTest::newRow("upper-case hex") << "sha256:" + std::string(64, 'A');
    QTest::newRow("upper-case algorithm") << "SHA256:" + hex;
    QTest::newRow("not hex") << "sha256:" + hex.substr(1) + "g";
    QTest::newRow("sha512 of sha256 length") << "sha512:" + hex;
    QTest::newRow("unknown algorithm") << "md5:" + hex.substr(32);
    QTest::newRow("path") << "sha256:" + hex.substr(3) + "/..";
    QTest::newRow("two colons") << "sha256::" + hex.substr(1);
    QTest::newRow("space before") << " sha256:" + hex;
    QTest::newRow("line feed after") << "sha256:" + hex + "\n";
    QTest::newRow("nul") << "sha256:" + hex.substr(1) + std::string(1, '\0');
    QTest::newRow("very long") << "sha256:" + std::string(1'000'000, 'a');
}

void TestDigest::refusesMalformedDigests() {
    QFETCH(const std::string, text);
    QVERIFY(codeOf(Digest::parse(text)) == BaseErrc::malformed);
}

QTEST_GUILESS_MAIN(TestDigest)
#include "tst_digest.moc"
