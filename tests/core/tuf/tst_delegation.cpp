// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/tuf/delegation.h"

using namespace signalbox::tuf;

class TestDelegation final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aStarEndsAtASlash();
    void aQuestionMarkIsOneCharacter();
    void everythingElseIsItself();
    void manyStarsTakeNoLongTime();
    void binsAreTheFirstBitsOfTheHash();
    void aNameThatIsNoBinIsNotDelegatedTo();
};

void TestDelegation::aStarEndsAtASlash() {
    QVERIFY(matchesPattern("file", "*"));
    QVERIFY(matchesPattern("", "*"));
    QVERIFY(!matchesPattern("folder/file", "*"));
    QVERIFY(matchesPattern("kiosk/stable/1.2.json", "kiosk/*/*"));
    QVERIFY(!matchesPattern("kiosk/stable/hw/1.2.json", "kiosk/*/*"));
    QVERIFY(!matchesPattern("kiosk/1.2.json", "kiosk/*/*"));
    QVERIFY(matchesPattern("a-b-c", "*-*-c"));
    QVERIFY(!matchesPattern("x/a-b/c", "x/*-c"));
}

void TestDelegation::aQuestionMarkIsOneCharacter() {
    QVERIFY(matchesPattern("v1", "v?"));
    QVERIFY(!matchesPattern("v", "v?"));
    QVERIFY(!matchesPattern("v10", "v?"));
    QVERIFY(!matchesPattern("v/", "v?"));
}

void TestDelegation::everythingElseIsItself() {
    QVERIFY(matchesPattern("[a]", "[a]"));
    QVERIFY(!matchesPattern("a", "[a]"));
    QVERIFY(matchesPattern("a.b", "a.b"));
    QVERIFY(!matchesPattern("aXb", "a.b"));
    QVERIFY(!matchesPattern("/file", "file"));
}

void TestDelegation::manyStarsTakeNoLongTime() {
    std::string pattern;
    for (int i = 0; i < 2000; ++i)
        pattern += "*a";
    QVERIFY(!matchesPattern(std::string(4000, 'a') + "b", pattern));
}

void TestDelegation::binsAreTheFirstBitsOfTheHash() {
    Delegations delegations;
    delegations.succinct = SuccinctRoles{{}, 12, "bin"};
    // SHA-256 of "abc" begins ba7816bf.
    const auto delegates = delegatesFor(delegations, "abc");
    QCOMPARE(delegates.size(), std::size_t{1});
    QCOMPARE(delegates.front().name, std::string("bin-ba7"));
    delegations.succinct->bitLength = 1;
    QCOMPARE(delegatesFor(delegations, "abc").front().name, std::string("bin-1"));
    delegations.succinct->bitLength = 32;
    QCOMPARE(delegatesFor(delegations, "abc").front().name, std::string("bin-ba7816bf"));
}

void TestDelegation::aNameThatIsNoBinIsNotDelegatedTo() {
    Delegations delegations;
    delegations.succinct = SuccinctRoles{{}, 3, "bin"};
    QVERIFY(delegatedRole(delegations, "bin-7") != nullptr);
    for (const char* name : {"bin-8", "bin-", "bin-07", "bin-F", "bin7", "bon-7", "bin-7x", ""})
        QVERIFY2(delegatedRole(delegations, name) == nullptr, name);
}

QTEST_APPLESS_MAIN(TestDelegation)
#include "tst_delegation.moc"
