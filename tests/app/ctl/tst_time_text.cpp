// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cstdlib>
#include <ctime>

#include "app/ctl/time_text.h"

using namespace signalbox;
using namespace signalbox::ctl;

namespace {

const TimePoint kNow = fromRfc3339("2026-11-21T19:30:00Z").value();

TimePoint at(const char* text) {
    return fromRfc3339(text).value();
}

bool isRefused(const char* text) {
    const auto time = parseTime(text, kNow);
    return !time && time.error().code == BaseErrc::invalidArgument;
}

}  // namespace

class TimeTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        setenv("TZ", "Europe/Berlin", 1);
        tzset();
    }

    void durationsHaveUnits_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("seconds");
        QTest::newRow("seconds") << QStringLiteral("45s") << 45;
        QTest::newRow("minutes") << QStringLiteral("10m") << 600;
        QTest::newRow("mixed") << QStringLiteral("1h30m") << 5400;
        QTest::newRow("days") << QStringLiteral("2d") << 172800;
        QTest::newRow("weeks") << QStringLiteral("1w1d") << 691200;
        QTest::newRow("nothing") << QStringLiteral("0s") << 0;
    }
    void durationsHaveUnits() {
        QFETCH(const QString, text);
        QFETCH(const int, seconds);
        const auto duration = parseDuration(text.toStdString());
        QVERIFY(duration);
        QCOMPARE(duration->count(), seconds);
    }

    void otherTextIsNoDuration() {
        for (const char* text :
             {"", "10", "m", "-5m", "5m10h", "5m5m", "1.5h", "10 m", "5x", "99999999999999999999s", "9999999999w"}) {
            const auto duration = parseDuration(text);
            QVERIFY2(!duration && duration.error().code == BaseErrc::invalidArgument, text);
        }
    }

    void nowAndFromNowAreRelative() {
        QVERIFY(parseTime("now", kNow).value() == kNow);
        QVERIFY(parseTime("+10m", kNow).value() == at("2026-11-21T19:40:00Z"));
    }

    void rfc3339CarriesItsOffset() {
        QVERIFY(parseTime("2026-11-21T20:30:00+01:00", kNow).value() == kNow);
        QVERIFY(parseTime("2026-11-21T19:30:00Z", kNow).value() == kNow);
    }

    void localTimeIsOfThisMachinesZone() {
        QVERIFY(parseTime("2026-11-21 20:30", kNow).value() == kNow);
        QVERIFY(parseTime("2026-07-01 12:00:30", kNow).value() == at("2026-07-01T10:00:30Z"));
    }

    void aLocalTimeThatIsLeftOutIsRefused() { QVERIFY(isRefused("2026-03-29 02:30")); }

    void otherTextIsNoTime() {
        for (const char* text : {"", "tomorrow", "10m", "+", "+x", "2026-13-01 10:00", "2026-02-30 10:00", "2026-11-21",
                                 "2026-11-21 25:00", "2026-11-21T10:00", "2026-11-21 -1:00", "2026-11-21 10:0a"})
            QVERIFY2(isRefused(text), text);
    }

    void distancesAreShort() {
        QCOMPARE(relativeTime(kNow - Seconds(5), kNow), std::string("5 s ago"));
        QCOMPARE(relativeTime(kNow - Seconds(600), kNow), std::string("10 min ago"));
        QCOMPARE(relativeTime(kNow + Seconds(9000), kNow), std::string("in 2 h"));
        QCOMPARE(relativeTime(kNow - Seconds(10 * 86400), kNow), std::string("2026-11-11 20:30:00"));
    }

    void durationsAreShown() {
        QCOMPARE(durationText(Seconds(0)), std::string("0 s"));
        QCOMPARE(durationText(Seconds(5400)), std::string("1 h 30 min"));
        QCOMPARE(durationText(Seconds(86400 + 3661)), std::string("1 d 1 h"));
    }
};

QTEST_GUILESS_MAIN(TimeTextTest)
#include "tst_time_text.moc"
