// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <boost/json/parse.hpp>

#include "core/trust/jws.h"
#include "core/trust/permit.h"
#include "tests/support/trust_errors.h"

using namespace signalbox;
using namespace signalbox::trust;
using signalbox::test::codeOf;

namespace {

const PrivateKey& key() {
    static const PrivateKey instance = PrivateKey::generate();
    return instance;
}

Permit aPermit() {
    Permit permit;
    permit.deployment = 12;
    permit.terminal = "till-7";
    permit.product = "kiosk";
    permit.manifestDigest = "sha256:" + std::string(64, 'a');
    permit.releaseDigest = "sha256:" + std::string(64, 'b');
    permit.sequence = 3;
    permit.notBefore = TimePoint(Milliseconds(1795290041123));
    permit.notAfter = TimePoint(Milliseconds(1795376441999));
    permit.offline = true;
    return permit;
}

Result<Permit> verified(const Permit& permit) {
    return verifyPermit(signPermit(permit, key()), key().publicKey());
}

}  // namespace

class TestPermit final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void survivesSigningToTheMillisecond();
    void doesNotJudgeTimes();
    void refusesAnotherKey();
    void refusesAnAccessTokenInItsPlace();
    void refusesEveryMissingMember();
    void ignoresUnknownMembers();
    void refusesMembersOutOfRange_data();
    void refusesMembersOutOfRange();
};

void TestPermit::survivesSigningToTheMillisecond() {
    const Permit permit = aPermit();
    const auto again = verified(permit);
    QVERIFY(again);
    QCOMPARE(again->deployment, permit.deployment);
    QCOMPARE(again->terminal, permit.terminal);
    QCOMPARE(again->product, permit.product);
    QCOMPARE(again->manifestDigest, permit.manifestDigest);
    QCOMPARE(again->releaseDigest, permit.releaseDigest);
    QCOMPARE(again->sequence, permit.sequence);
    QVERIFY(again->notBefore == permit.notBefore);
    QVERIFY(again->notAfter == permit.notAfter);
    QCOMPARE(again->offline, permit.offline);
}

void TestPermit::doesNotJudgeTimes() {
    Permit permit = aPermit();
    permit.notBefore = permit.notAfter = TimePoint(Milliseconds(0));
    QVERIFY(verified(permit));
}

void TestPermit::refusesAnotherKey() {
    QVERIFY(codeOf(verifyPermit(signPermit(aPermit(), PrivateKey::generate()), key().publicKey())) == BaseErrc::denied);
}

void TestPermit::refusesAnAccessTokenInItsPlace() {
    const auto payload = verifyJws(signPermit(aPermit(), key()), "signalbox-permit+jwt", key().publicKey());
    QVERIFY(payload);
    QVERIFY(codeOf(verifyPermit(signJws(*payload, "JWT", key()), key().publicKey())) == BaseErrc::denied);
}

void TestPermit::refusesEveryMissingMember() {
    const auto payload = verifyJws(signPermit(aPermit(), key()), "signalbox-permit+jwt", key().publicKey());
    QVERIFY(payload);
    QCOMPARE(payload->size(), std::size_t(9));
    for (const auto& member : *payload) {
        boost::json::object rest = *payload;
        rest.erase(member.key());
        const auto permit = verifyPermit(signJws(rest, "signalbox-permit+jwt", key()), key().publicKey());
        QVERIFY2(codeOf(permit) == BaseErrc::malformed, std::string(member.key()).c_str());
    }
}

void TestPermit::ignoresUnknownMembers() {
    auto payload = verifyJws(signPermit(aPermit(), key()), "signalbox-permit+jwt", key().publicKey());
    QVERIFY(payload);
    (*payload)["windows"] = boost::json::array();
    QVERIFY(verifyPermit(signJws(*payload, "signalbox-permit+jwt", key()), key().publicKey()));
}

void TestPermit::refusesMembersOutOfRange_data() {
    QTest::addColumn<std::string>("member");
    QTest::addColumn<std::string>("value");
    QTest::newRow("deployment none") << std::string("deployment") << std::string("0");
    QTest::newRow("deployment text") << std::string("deployment") << std::string("\"12\"");
    QTest::newRow("sequence negative") << std::string("sequence") << std::string("-3");
    QTest::newRow("terminal empty") << std::string("terminal") << std::string("\"\"");
    QTest::newRow("terminal long") << std::string("terminal") << ("\"" + std::string(257, 'x') + "\"");
    QTest::newRow("digest without algorithm") << std::string("manifest") << ("\"" + std::string(64, 'a') + "\"");
    QTest::newRow("digest short") << std::string("release") << std::string("\"sha256:abc\"");
    QTest::newRow("time is a number") << std::string("notBefore") << std::string("1795290041");
    QTest::newRow("time is no time") << std::string("notAfter") << std::string("\"tomorrow\"");
    QTest::newRow("ends before it begins") << std::string("notAfter") << std::string("\"2001-01-01T00:00:00Z\"");
    QTest::newRow("offline is text") << std::string("offline") << std::string("\"yes\"");
}

void TestPermit::refusesMembersOutOfRange() {
    QFETCH(const std::string, member);
    QFETCH(const std::string, value);
    auto payload = verifyJws(signPermit(aPermit(), key()), "signalbox-permit+jwt", key().publicKey());
    QVERIFY(payload);
    (*payload)[member] = boost::json::parse(value);
    const auto permit = verifyPermit(signJws(*payload, "signalbox-permit+jwt", key()), key().publicKey());
    QVERIFY(codeOf(permit) == BaseErrc::malformed);
}

QTEST_GUILESS_MAIN(TestPermit)
#include "tst_permit.moc"
