// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <algorithm>
#include <cstdlib>
#include <string>

#include "app/fleet/conditions.h"
#include "app/fleet/outcome.h"

using namespace signalbox;
using namespace signalbox::fleet_sim;

namespace {

constexpr int kMany = 4000;

std::string terminalOf(int number) {
    return "till-" + std::to_string(number);
}

/// Between a tenth less and a tenth more than `share` of kMany. The draws depend on the seed alone, not on the run.
bool isAbout(int count, double share) {
    return std::abs(count - share * kMany) < 0.1 * share * kMany;
}

}  // namespace

/// What happens to simulated terminals by chance.
class TestChance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void outcomesComeAsOftenAsStatedAndAgain() {
        FailureRates rates;
        rates.download = 0.2;
        rates.hang = 0.3;
        rates.byVersion["2"] = 1;
        int downloads = 0;
        int hangs = 0;
        for (int i = 0; i < kMany; ++i) {
            const Outcome outcome = outcomeOf(rates, 1, terminalOf(i), "1", 1);
            QCOMPARE(outcomeOf(rates, 1, terminalOf(i), "1", 1), outcome);
            downloads += outcome == Outcome::downloadFails;
            hangs += outcome == Outcome::hangs;
            const Outcome broken = outcomeOf(rates, 1, terminalOf(i), "2", 1);
            QVERIFY(broken != Outcome::good);
        }
        QVERIFY2(isAbout(downloads, 0.2), std::to_string(downloads).c_str());
        QVERIFY2(isAbout(hangs, 0.8 * 0.3), std::to_string(hangs).c_str());
    }

    void surroundingsComeAsOftenAsStatedAndStay() {
        FieldConditions conditions;
        conditions.slowLinks = 0.25;
        conditions.slowRate = 1000;
        conditions.wrongClocks = 0.5;
        conditions.clockError = Seconds(60);
        int slow = 0;
        int ahead = 0;
        int behind = 0;
        for (int i = 0; i < kMany; ++i) {
            const Surroundings one = surroundingsOf(conditions, 7, terminalOf(i));
            const Surroundings again = surroundingsOf(conditions, 7, terminalOf(i));
            QCOMPARE(again.bytesPerSecond, one.bytesPerSecond);
            QCOMPARE(again.clockError.count(), one.clockError.count());
            QVERIFY(one.bytesPerSecond == 0 || one.bytesPerSecond == 1000);
            QVERIFY(std::abs(one.clockError.count()) <= 60000);
            slow += one.bytesPerSecond > 0;
            ahead += one.clockError.count() > 0;
            behind += one.clockError.count() < 0;
        }
        QVERIFY2(isAbout(slow, 0.25), std::to_string(slow).c_str());
        QVERIFY2(isAbout(ahead, 0.25), std::to_string(ahead).c_str());
        QVERIFY2(isAbout(behind, 0.25), std::to_string(behind).c_str());
    }

    void aTerminalIsOffForOneToTenIntervals() {
        FieldConditions conditions;
        conditions.offline = 0.1;
        int off = 0;
        unsigned least = 100;
        unsigned most = 0;
        for (int contact = 0; contact < kMany; ++contact) {
            const unsigned intervals = intervalsOff(conditions, 1, "till", static_cast<std::uint64_t>(contact));
            off += intervals > 0;
            if (intervals > 0) least = std::min(least, intervals);
            most = std::max(most, intervals);
        }
        QVERIFY2(isAbout(off, 0.1), std::to_string(off).c_str());
        QCOMPARE(least, 1U);
        QCOMPARE(most, 10U);
    }

    void withoutConditionsNothingIsWrong() {
        for (int i = 0; i < kMany; ++i) {
            const Surroundings one = surroundingsOf({}, 1, terminalOf(i));
            QCOMPARE(one.bytesPerSecond, std::uint64_t(0));
            QCOMPARE(one.clockError.count(), Milliseconds::rep(0));
            QCOMPARE(intervalsOff({}, 1, terminalOf(i), 0), 0U);
            QCOMPARE(outcomeOf({}, 1, terminalOf(i), "1", 1), Outcome::good);
        }
    }
};

QTEST_GUILESS_MAIN(TestChance)
#include "tst_chance.moc"
