// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <random>

#include "core/base/clock.h"
#include "tests/support/trust_errors.h"

using namespace signalbox;
using signalbox::test::codeOf;

class TestClock final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesUtcWithMilliseconds();
    void everyMillisecondSurvives();
    void readsOtherForms_data();
    void readsOtherForms();
    void refusesMalformedTimes_data();
    void refusesMalformedTimes();
    void refusesEveryOtherCharacterInPlaceOfASeparator();
};

void TestClock::writesUtcWithMilliseconds() {
    QCOMPARE(toRfc3339(TimePoint(Milliseconds(1795290041007))), std::string("2026-11-21T19:40:41.007Z"));
    QCOMPARE(toRfc3339(TimePoint()), std::string("1970-01-01T00:00:00.000Z"));
    QCOMPARE(toRfc3339(TimePoint(Milliseconds(-1))), std::string("1969-12-31T23:59:59.999Z"));
}

void TestClock::everyMillisecondSurvives() {
    std::mt19937_64 random(3);
    for (int i = 0; i < 5000; ++i) {
        // Years 0 to 9999.
        const auto value = static_cast<std::int64_t>(random() % 315569519999999ULL) - 62167219200000LL;
        const TimePoint time{Milliseconds(value)};
        const auto again = fromRfc3339(toRfc3339(time));
        QVERIFY2(again && *again == time, toRfc3339(time).c_str());
    }
}

void TestClock::readsOtherForms_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("no fraction") << std::string("2026-11-21T19:40:41Z") << qint64(1795290041000);
    QTest::newRow("one digit") << std::string("2026-11-21T19:40:41.5Z") << qint64(1795290041500);
    QTest::newRow("nine digits") << std::string("2026-11-21T19:40:41.123456789Z") << qint64(1795290041123);
    QTest::newRow("offset east") << std::string("2026-11-21T20:40:41+01:00") << qint64(1795290041000);
    QTest::newRow("offset west") << std::string("2026-11-21T14:10:41-05:30") << qint64(1795290041000);
    QTest::newRow("unknown offset") << std::string("2026-11-21T19:40:41-00:00") << qint64(1795290041000);
    QTest::newRow("lower case") << std::string("2026-11-21t19:40:41z") << qint64(1795290041000);
    QTest::newRow("space") << std::string("2026-11-21 19:40:41Z") << qint64(1795290041000);
    QTest::newRow("leap second") << std::string("2016-12-31T23:59:60Z") << qint64(1483228800000);
    QTest::newRow("leap day") << std::string("2024-02-29T00:00:00Z") << qint64(1709164800000);
}

void TestClock::readsOtherForms() {
    QFETCH(const std::string, text);
    QFETCH(const qint64, milliseconds);
    const auto time = fromRfc3339(text);
    QVERIFY(time);
    QCOMPARE(qint64(time->time_since_epoch().count()), milliseconds);
}

void TestClock::refusesMalformedTimes_data() {
    QTest::addColumn<std::string>("text");
    for (const char* text : {"",
                             "Z",
                             "now",
                             "2026-11-21",
                             "2026-11-21T19:40Z",
                             "2026-11-21T19:40:41",
                             "2026-11-21T19:40:41+0100",
                             "2026-11-21T19:40:41+24:00",
                             "2026-11-21T19:40:41+01:60",
                             "2026-11-21T19:40:41+1:00",
                             "2026-13-21T19:40:41Z",
                             "2026-00-21T19:40:41Z",
                             "2026-02-29T19:40:41Z",
                             "2026-11-31T19:40:41Z",
                             "2026-11-21T24:00:00Z",
                             "2026-11-21T19:60:41Z",
                             "2026-11-21T19:40:61Z",
                             "2026-11-21T19:40:41.Z",
                             "2026-11-21T19:40:41.1234567890Z",
                             "2026-11-21T19:40:41,5Z",
                             "2026-11-21T19:40:41ZZ",
                             " 2026-11-21T19:40:41Z",
                             "2026-11-21T19:40:41Z ",
                             "26-11-21T19:40:41Z",
                             "+2026-11-21T19:40:41Z",
                             "2026-1-21T19:40:41Z",
                             "2026-11-21X19:40:41Z",
                             "2026-11-21T+9:40:41Z",
                             "-026-11-21T19:40:41Z",
                             "2026\r11\r21T19:40:41Z",
                             "2026-11-21T19\x1a"
                             "40\x1a"
                             "41Z"})
        QTest::newRow(text) << std::string(text);
    QTest::newRow("nul for the space") << std::string(
        "2026-11-21\0"
        "19:40:41Z",
        20);
    QTest::newRow("very long") << "2026-11-21T19:40:41." + std::string(100000, '0') + "Z";
}

void TestClock::refusesMalformedTimes() {
    QFETCH(const std::string, text);
    QVERIFY(codeOf(fromRfc3339(text)) == BaseErrc::malformed);
}

void TestClock::refusesEveryOtherCharacterInPlaceOfASeparator() {
    const std::string good = "2026-11-21T19:40:41Z";
    for (const std::size_t at : {4U, 7U, 10U, 13U, 16U, 19U})
        for (int c = 0; c < 256; ++c) {
            std::string text = good;
            text[at] = static_cast<char>(c);
            const bool fits = at == 10   ? c == 'T' || c == 't' || c == ' '
                              : at == 19 ? c == 'Z' || c == 'z'
                                         : text == good;
            QVERIFY2(fromRfc3339(text).has_value() == fits, std::to_string(c).c_str());
        }
}

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
