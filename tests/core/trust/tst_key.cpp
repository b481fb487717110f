// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/trust/key.h"
#include "tests/support/trust_errors.h"

using namespace signalbox;
using namespace signalbox::trust;
using signalbox::test::codeOf;

namespace {

constexpr std::string_view kKnownPublic = R"(-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE/kDrQxe8/xV/vM0gxNp3z2f+EmzS
0Uq0NI7jRHwruBvi6E8mzM7pD17PkGrb6+hc65sqCHTqWeSTY35+MxThFQ==
-----END PUBLIC KEY-----
)";

std::string pemOf(const char* const text) {
    return text;
}

}  // namespace

class TestKey final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void verifiesWhatItSigned();
    void signatureIs64Bytes();
    void signaturesOfManyMessagesKeepLeadingZeros();
    void refusesEveryFlippedBitOfASignature();
    void refusesAnotherMessage();
    void refusesAnotherKey();
    void refusesSignaturesOfOtherLengths();
    void refusesZeroSignature();
    void publicKeySurvivesPem();
    void privateKeySurvivesPem();
    void idIsSha256OfSubjectPublicKeyInfo();
    void publicKeyHoldsNoPrivateHalf();
    void emptyKeyVerifiesNothing();
    void refusesGarbage_data();
    void refusesGarbage();
    void refusesKeysOfOtherKinds_data();
    void refusesKeysOfOtherKinds();
    void refusesCompressedPoint();
};

void TestKey::verifiesWhatItSigned() {
    const PrivateKey key = PrivateKey::generate();
    QVERIFY(key.publicKey().verify(bytesOf("message"), bytesOf(key.sign(bytesOf("message")))));
}

void TestKey::signatureIs64Bytes() {
    QCOMPARE(PrivateKey::generate().sign(bytesOf("")).size(), std::size_t(64));
}

void TestKey::signaturesOfManyMessagesKeepLeadingZeros() {
    // One signature in 128 has an r or an s with a leading zero byte; padding wrong would show here.
    const PrivateKey key = PrivateKey::generate();
    const PublicKey other = key.publicKey();
    for (int i = 0; i < 600; ++i) {
        const std::string message = std::to_string(i);
        const std::string signature = key.sign(bytesOf(message));
        QCOMPARE(signature.size(), std::size_t(64));
        QVERIFY(other.verify(bytesOf(message), bytesOf(signature)));
    }
}

void TestKey::refusesEveryFlippedBitOfASignature() {
    const PrivateKey key = PrivateKey::generate();
    const std::string good = key.sign(bytesOf("message"));
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
        std::string bad = good;
        bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << (bit % 8)));
        QVERIFY(codeOf(key.publicKey().verify(bytesOf("message"), bytesOf(bad))) == BaseErrc::denied);
    }
}

void TestKey::refusesAnotherMessage() {
    const PrivateKey key = PrivateKey::generate();
    const std::string signature = key.sign(bytesOf("message"));
    QVERIFY(codeOf(key.publicKey().verify(bytesOf("messagE"), bytesOf(signature))) == BaseErrc::denied);
}

void TestKey::refusesAnotherKey() {
    const std::string signature = PrivateKey::generate().sign(bytesOf("message"));
    const PublicKey other = PrivateKey::generate().publicKey();
    QVERIFY(codeOf(other.verify(bytesOf("message"), bytesOf(signature))) == BaseErrc::denied);
}

void TestKey::refusesSignaturesOfOtherLengths() {
    const PrivateKey key = PrivateKey::generate();
    const std::string good = key.sign(bytesOf("message"));
    for (const std::string& bad : {std::string(), good.substr(1), good + '\0', good.substr(0, 32), good + good})
        QVERIFY(codeOf(key.publicKey().verify(bytesOf("message"), bytesOf(bad))) == BaseErrc::denied);
}

void TestKey::refusesZeroSignature() {
    const PublicKey key = PrivateKey::generate().publicKey();
    QVERIFY(codeOf(key.verify(bytesOf("message"), bytesOf(std::string(64, '\0')))) == BaseErrc::denied);
}

void TestKey::publicKeySurvivesPem() {
    const PublicKey key = PrivateKey::generate().publicKey();
    const auto again = PublicKey::fromPem(key.toPem());
    QVERIFY(again);
    QCOMPARE(again->id(), key.id());
}

void TestKey::privateKeySurvivesPem() {
    const PrivateKey key = PrivateKey::generate();
    const auto again = PrivateKey::fromPem(key.toPem());
    QVERIFY(again);
    QVERIFY(key.publicKey().verify(bytesOf("message"), bytesOf(again->sign(bytesOf("message")))));
}

void TestKey::idIsSha256OfSubjectPublicKeyInfo() {
    const auto key = PublicKey::fromPem(kKnownPublic);
    QVERIFY(key);
    // openssl pkey -pubin -outform DER | sha256sum
    QCOMPARE(key->id(), std::string("002111c329da99aefd809fdb1d6b42f2f6ec5919a23dc4a620bf149fbf91366b"));
}

void TestKey::publicKeyHoldsNoPrivateHalf() {
    const PrivateKey key = PrivateKey::generate();
    QVERIFY(key.publicKey().native() != key.native());
}

void TestKey::emptyKeyVerifiesNothing() {
    const PublicKey none;
    QCOMPARE(none.id(), std::string());
    QVERIFY(codeOf(none.verify(bytesOf("m"), bytesOf(std::string(64, '\1')))) == BaseErrc::denied);
}

void TestKey::refusesGarbage_data() {
    QTest::addColumn<std::string>("pem");
    QTest::newRow("empty") << std::string();
    QTest::newRow("text") << std::string("no key at all");
    QTest::newRow("cut") << PrivateKey::generate().toPem().substr(0, 80);
    QTest::newRow("no content") << pemOf("-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n");
    QTest::newRow("nul bytes") << std::string(100, '\0');
}

void TestKey::refusesGarbage() {
    QFETCH(const std::string, pem);
    QVERIFY(codeOf(PublicKey::fromPem(pem)) == BaseErrc::malformed);
    QVERIFY(codeOf(PrivateKey::fromPem(pem)) == BaseErrc::malformed);
}

void TestKey::refusesKeysOfOtherKinds_data() {
    QTest::addColumn<std::string>("pem");
    QTest::newRow("ed25519") << pemOf(
        "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n"
        "-----END PUBLIC KEY-----\n");
    QTest::newRow("P-384") << pemOf(R"(-----BEGIN PUBLIC KEY-----
MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEm7sk7WGRnS0SiLs14klV5kuc7/nz1oFo
Z4D2rUspqLSI7RxdRyHoIZFN/Yt/BkhwylcnBl15vpYA2ohiWOOxAd2TLo/hpzb1
kVWTDHCniWgWmIlRz5a0b6zrWwlkLSmR
-----END PUBLIC KEY-----
)");
}

void TestKey::refusesKeysOfOtherKinds() {
    QFETCH(const std::string, pem);
    QVERIFY(codeOf(PublicKey::fromPem(pem)) == BaseErrc::unsupported);
}

void TestKey::refusesCompressedPoint() {
    // The same key as kKnownPublic in its short form: a second encoding would give it a second id.
    const auto key = PublicKey::fromPem(R"(-----BEGIN PUBLIC KEY-----
MDkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDIgAD/kDrQxe8/xV/vM0gxNp3z2f+EmzS
0Uq0NI7jRHwruBs=
-----END PUBLIC KEY-----
)");
    QVERIFY(codeOf(key) == BaseErrc::unsupported);
}

QTEST_GUILESS_MAIN(TestKey)
#include "tst_key.moc"
