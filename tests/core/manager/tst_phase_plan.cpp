// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cmath>
#include <limits>

#include "core/manager/phase_plan.h"
#include "tests/support/manager_builders.h"

using namespace signalbox;
using namespace signalbox::test;
using fleet::TerminalSet;

namespace {

TerminalSet audienceOf(std::int64_t count) {
    TerminalSet set;
    for (std::int64_t id = 1; id <= count; ++id)
        set.add({id});
    return set;
}

std::vector<std::uint64_t> sizesOf(const std::vector<TerminalSet>& members) {
    std::vector<std::uint64_t> sizes;
    for (const TerminalSet& set : members)
        sizes.push_back(set.count());
    return sizes;
}

using Sizes = std::vector<std::uint64_t>;

bool refuses(const Phase& phase) {
    const auto checked = manager::checkPhases({phase});
    return !checked && checked.error().code == BaseErrc::invalidArgument;
}

}  // namespace

class TestPhasePlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void dealsByCount() {
        const auto members = manager::planPhases(
            audienceOf(100), {aPhase("a", terminals(5)), aPhase("b", terminals(20)), aPhase("c", percent(100))}, {1});
        QCOMPARE(sizesOf(members), (Sizes{5, 20, 75}));
    }

    void dealsByShareRoundedUp() {
        const auto members = manager::planPhases(
            audienceOf(55), {aPhase("a", percent(1)), aPhase("b", percent(10)), aPhase("c", percent(50))}, {1});
        QCOMPARE(sizesOf(members), (Sizes{1, 6, 48}));
    }

    void aWholeShareIsNotRoundedUpByItsFloatingPoint() {
        const auto members =
            manager::planPhases(audienceOf(1000), {aPhase("a", percent(0.3)), aPhase("b", percent(100))}, {1});
        QCOMPARE(sizesOf(members), (Sizes{3, 997}));
    }

    void theLastPhaseTakesTheRestWhateverItSays() {
        const auto members =
            manager::planPhases(audienceOf(10), {aPhase("a", terminals(2)), aPhase("b", terminals(3))}, {1});
        QCOMPARE(sizesOf(members), (Sizes{2, 8}));
    }

    void laterPhasesAreEmptyWhenTheAudienceIsSmall() {
        const auto members =
            manager::planPhases(audienceOf(3), {aPhase("a", terminals(5)), aPhase("b", percent(100))}, {1});
        QCOMPARE(sizesOf(members), (Sizes{3, 0}));
        QCOMPARE(sizesOf(manager::planPhases({}, {aPhase("a", percent(100))}, {1})), (Sizes{0}));
    }

    void everyTerminalIsInExactlyOnePhase() {
        const TerminalSet audience = audienceOf(500);
        const auto members = manager::planPhases(
            audience, {aPhase("a", percent(10)), aPhase("b", percent(30)), aPhase("c", percent(100))}, {7});
        TerminalSet together;
        std::uint64_t sum = 0;
        for (const TerminalSet& set : members) {
            sum += set.count();
            together |= set;
        }
        QCOMPARE(sum, audience.count());
        QCOMPARE(together.count(), audience.count());
    }

    void isTheSameAgainForOneRollout() {
        const std::vector<Phase> phases{aPhase("a", percent(10)), aPhase("b", percent(100))};
        const auto once = manager::planPhases(audienceOf(300), phases, {3});
        const auto again = manager::planPhases(audienceOf(300), phases, {3});
        QCOMPARE(once.front().serialize(), again.front().serialize());
    }

    void isAnotherDealForAnotherRollout() {
        const std::vector<Phase> phases{aPhase("a", percent(10)), aPhase("b", percent(100))};
        const auto one = manager::planPhases(audienceOf(300), phases, {3});
        const auto other = manager::planPhases(audienceOf(300), phases, {4});
        QVERIFY(one.front().serialize() != other.front().serialize());
    }

    void theFirstPhaseIsNoRunOfNeighbours() {
        const auto members =
            manager::planPhases(audienceOf(1000), {aPhase("a", percent(10)), aPhase("b", percent(100))}, {1});
        int low = 0;
        members.front().forEach([&low](TerminalId id) {
            if (id.value <= 500) ++low;
            return true;
        });
        QVERIFY(low > 25 && low < 75);
    }

    void refusesPhasesThatCannotBe() {
        QVERIFY(!manager::checkPhases({}));
        QVERIFY(refuses(aPhase("a", percent(0))));
        QVERIFY(refuses(aPhase("a", percent(100.5))));
        QVERIFY(refuses(aPhase("a", percent(std::nan("")))));
        QVERIFY(refuses(aPhase("a", terminals(-1))));
        QVERIFY(refuses(aPhase("a", terminals(0.5))));
        QVERIFY(refuses(aPhase("a", terminals(std::numeric_limits<double>::infinity()))));
        QVERIFY(refuses(aPhase("", percent(100))));
        QVERIFY(refuses(aPhase(std::string(65, 'x'), percent(100))));
        QVERIFY(refuses(aPhase("a", percent(100), {101, Seconds(0), false})));
        QVERIFY(refuses(aPhase("a", percent(100), {100, Seconds(-1), false})));
        QVERIFY(!manager::checkPhases(std::vector<Phase>(101, aPhase("a", percent(1)))));
        QVERIFY(manager::checkPhases({aPhase("a", percent(100))}).has_value());
    }
};

QTEST_GUILESS_MAIN(TestPhasePlan)
#include "tst_phase_plan.moc"
