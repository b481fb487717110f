// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTest>

#include "core/schedule/calendar.h"

using namespace signalbox;
using namespace signalbox::schedule;

namespace {

TimePoint at(const char* text) {
    return fromRfc3339(text).value();
}

Schedule nightly(const char* zone = "Europe/Berlin") {
    Schedule schedule;
    schedule.windows.push_back({"2026-11-02T22:00", "FREQ=DAILY", Seconds(4 * 3600)});
    schedule.timeZone = zone;
    return schedule;
}

std::shared_ptr<const Calendar> made(Schedule schedule) {
    return Calendar::make(std::move(schedule)).value();
}

std::string spanText(const std::optional<Span>& span) {
    return span ? toRfc3339(span->begin) + " to " + toRfc3339(span->end) : "none";
}

std::string whyNot(Schedule schedule) {
    const auto calendar = Calendar::make(std::move(schedule));
    return calendar ? "" : calendar.error().text();
}

}  // namespace

class TestCalendar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutWindowsItIsAlwaysOpen() {
        const auto calendar = made({});
        const auto span = calendar->spanAt(at("2026-11-24T12:00:00Z"), "");
        QVERIFY(span && span->begin <= at("1970-01-01T00:00:00Z") && span->end > at("2999-01-01T00:00:00Z"));
    }

    void tellsTheOpenSpanOrTheNext() {
        const auto calendar = made(nightly());
        QCOMPARE(spanText(calendar->spanAt(at("2026-11-24T12:00:00Z"), "")),
                 std::string("2026-11-24T21:00:00.000Z to 2026-11-25T01:00:00.000Z"));
        QCOMPARE(spanText(calendar->spanAt(at("2026-11-25T00:59:59Z"), "")),
                 std::string("2026-11-24T21:00:00.000Z to 2026-11-25T01:00:00.000Z"));
        QCOMPARE(spanText(calendar->spanAt(at("2026-11-25T01:00:00Z"), "")),
                 std::string("2026-11-25T21:00:00.000Z to 2026-11-26T01:00:00.000Z"));
    }

    void aClockSetBackGetsTheSameAnswersAsBefore() {
        const auto calendar = made(nightly());
        const auto early = calendar->spanAt(at("2026-11-10T12:00:00Z"), "");
        const auto late = calendar->spanAt(at("2027-03-10T12:00:00Z"), "");
        QVERIFY(early && late && *early != *late);
        QVERIFY(calendar->spanAt(at("2026-11-10T12:00:00Z"), "") == early);
    }

    void wallTimeFollowsTheClockOfTheZone() {
        const auto calendar = made(nightly());
        QCOMPARE(spanText(calendar->spanAt(at("2026-06-01T12:00:00Z"), "")),
                 std::string("2026-11-02T21:00:00.000Z to 2026-11-03T01:00:00.000Z"));  // not before its first
        QCOMPARE(spanText(calendar->spanAt(at("2027-07-01T12:00:00Z"), "")),
                 std::string("2027-07-01T20:00:00.000Z to 2027-07-02T00:00:00.000Z"));
    }

    void aTimeThatIsSkippedComesLaterAndOneThatComesTwiceCountsFirst() {
        QCOMPARE(toRfc3339(instantOf("2027-03-28T02:30", "Europe/Berlin").value()),
                 std::string("2027-03-28T01:30:00.000Z"));
        QCOMPARE(toRfc3339(instantOf("2026-10-25T02:30", "Europe/Berlin").value()),
                 std::string("2026-10-25T00:30:00.000Z"));
    }

    void eachTerminalHasItsOwnZone() {
        const auto calendar = made(nightly(""));
        QCOMPARE(spanText(calendar->spanAt(at("2026-11-24T12:00:00Z"), "America/New_York")),
                 std::string("2026-11-25T03:00:00.000Z to 2026-11-25T07:00:00.000Z"));
        QCOMPARE(spanText(calendar->spanAt(at("2026-11-24T12:00:00Z"), "Asia/Tokyo")),
                 std::string("2026-11-24T13:00:00.000Z to 2026-11-24T17:00:00.000Z"));
        for (const char* unknown : {"", "Mars/Olympus", "../../etc/passwd", "/etc/localtime"})
            QCOMPARE(spanText(calendar->spanAt(at("2026-11-24T12:00:00Z"), unknown)),
                     std::string("2026-11-24T22:00:00.000Z to 2026-11-25T02:00:00.000Z"));
    }

    void anUpdateTimeInEachZone() {
        Schedule schedule;
        schedule.updateLocal = "2026-11-24T03:00";
        const auto calendar = made(schedule);
        QCOMPARE(toRfc3339(*calendar->updateTime("Asia/Tokyo")), std::string("2026-11-23T18:00:00.000Z"));
        QCOMPARE(toRfc3339(*calendar->updateTime("Europe/Berlin")), std::string("2026-11-24T02:00:00.000Z"));
        QVERIFY(!made({})->updateTime("Europe/Berlin"));
    }

    void severalWindowsAreOne() {
        Schedule schedule = nightly("UTC");
        schedule.windows.push_back({"2026-11-07T00:00", "FREQ=WEEKLY;BYDAY=SA,SU", Seconds(86400)});
        const auto calendar = made(schedule);
        QCOMPARE(spanText(calendar->spanAt(at("2026-11-27T12:00:00Z"), "")),
                 std::string("2026-11-27T22:00:00.000Z to 2026-11-28T02:00:00.000Z"));
        QCOMPARE(spanText(calendar->spanAt(at("2026-11-28T12:00:00Z"), "")),
                 std::string("2026-11-28T00:00:00.000Z to 2026-11-29T00:00:00.000Z"));
    }

    void aWindowThatComesOnceIsOver() {
        Schedule schedule;
        schedule.windows.push_back({"2026-11-24T10:00", "", Seconds(3600)});
        const auto calendar = made(schedule);
        QVERIFY(calendar->spanAt(at("2026-11-24T10:30:00Z"), "").has_value());
        QVERIFY(!calendar->spanAt(at("2026-11-24T11:00:00Z"), ""));
    }

    void aRuleWithACountEnds() {
        Schedule schedule;
        schedule.windows.push_back({"2026-11-24T10:00", "FREQ=DAILY;COUNT=3", Seconds(3600)});
        const auto calendar = made(schedule);
        QCOMPARE(spanText(calendar->spanAt(at("2026-11-26T09:00:00Z"), "")),
                 std::string("2026-11-26T10:00:00.000Z to 2026-11-26T11:00:00.000Z"));
        QVERIFY(!calendar->spanAt(at("2026-11-26T11:00:00Z"), ""));
    }

    void freezesCutWindows() {
        Schedule schedule = nightly("UTC");
        schedule.freezes.push_back({"Christmas", "2026-12-20", "2027-01-02"});
        const auto calendar = made(schedule);
        QCOMPARE(spanText(calendar->spanAt(at("2026-12-19T12:00:00Z"), "")),
                 std::string("2026-12-19T22:00:00.000Z to 2026-12-20T00:00:00.000Z"));
        QCOMPARE(spanText(calendar->spanAt(at("2026-12-20T00:00:00Z"), "")),
                 std::string("2027-01-03T00:00:00.000Z to 2027-01-03T02:00:00.000Z"));
    }

    void aFreezeAloneClosesItsDays() {
        Schedule schedule;
        schedule.freezes.push_back({"stock-taking", "2026-12-31", "2026-12-31"});
        const auto calendar = made(schedule);
        QCOMPARE(toRfc3339(calendar->spanAt(at("2026-12-30T12:00:00Z"), "")->end),
                 std::string("2026-12-31T00:00:00.000Z"));
        QCOMPARE(toRfc3339(calendar->spanAt(at("2026-12-31T12:00:00Z"), "")->begin),
                 std::string("2027-01-01T00:00:00.000Z"));
    }

    void saysWhatIsWrongWhere_data() {
        QTest::addColumn<QString>("begin");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("where");
        const QString fine = QStringLiteral("2026-11-24T22:00");
        QTest::newRow("date") << QStringLiteral("2026-02-30T22:00") << QString() << 3600
                              << QStringLiteral("windows[0].begin");
        QTest::newRow("text") << QStringLiteral("tonight") << QString() << 3600 << QStringLiteral("windows[0].begin");
        QTest::newRow("zone in it") << QStringLiteral("2026-11-24T22:00Z") << QString() << 3600
                                    << QStringLiteral("windows[0].begin");
        QTest::newRow("short") << fine << QString() << 59 << QStringLiteral("windows[0].duration");
        QTest::newRow("long") << fine << QString() << 32 * 86400 << QStringLiteral("windows[0].duration");
        QTest::newRow("no rule") << fine << QStringLiteral("every day") << 3600 << QStringLiteral("windows[0].rule");
        QTest::newRow("bad day") << fine << QStringLiteral("FREQ=WEEKLY;BYDAY=XX") << 3600
                                 << QStringLiteral("windows[0].rule");
        QTest::newRow("too often") << fine << QStringLiteral("FREQ=SECONDLY") << 3600
                                   << QStringLiteral("windows[0].rule");
    }
    void saysWhatIsWrongWhere() {
        QFETCH(const QString, begin);
        QFETCH(const QString, rule);
        QFETCH(const int, seconds);
        QFETCH(const QString, where);
        Schedule schedule;
        schedule.windows.push_back({begin.toStdString(), rule.toStdString(), Seconds(seconds)});
        QVERIFY2(whyNot(schedule).find(where.toStdString()) != std::string::npos, whyNot(schedule).c_str());
    }

    void refusesOtherNonsense() {
        Schedule schedule;
        schedule.timeZone = "Europe/Atlantis";
        QVERIFY(whyNot(schedule).find("timeZone") != std::string::npos);
        schedule = {};
        schedule.freezes.push_back({"x", "2026-12-31", "2026-12-30"});
        QVERIFY(whyNot(schedule).find("freezes[0].to") != std::string::npos);
        schedule = {};
        schedule.windows.resize(33, {"2026-11-24T22:00", "", Seconds(3600)});
        QVERIFY(!whyNot(schedule).empty());
    }

    void aRuleThatNeverComesIsFound() {
        Schedule schedule;
        schedule.windows.push_back({"2026-11-24T22:00", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", Seconds(3600)});
        QVERIFY(!made(schedule)->spanAt(at("2026-11-24T23:30:00Z"), ""));
    }

    void writesWhatOtherCalendarsRead() {
        Schedule schedule = nightly();
        schedule.freezes.push_back({"Christmas, all of it", "2026-12-20", "2027-01-02"});
        const std::string text = made(schedule)->ics("Tills 2.0", "rollout-7", at("2026-11-24T12:00:00Z"));
        for (const char* line :
             {"BEGIN:VCALENDAR\r\n", "RRULE:FREQ=DAILY\r\n", "DTSTART;TZID=Europe/Berlin:20261102T220000\r\n",
              "DURATION:PT4H\r\n", "SUMMARY:Tills 2.0: Christmas\\, all of it\r\n", "DTSTART;VALUE=DATE:20261220\r\n",
              "DTEND;VALUE=DATE:20270103\r\n", "TZID:Europe/Berlin\r\n"})
            QVERIFY2(text.find(line) != std::string::npos, (line + text).c_str());
    }
};

QTEST_GUILESS_MAIN(TestCalendar)
#include "tst_calendar.moc"
