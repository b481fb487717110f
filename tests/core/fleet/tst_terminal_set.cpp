// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/terminal_set.h"

#include <QTest>
#include <random>

using namespace signalbox;
using namespace signalbox::fleet;

namespace {

TerminalSet of(std::initializer_list<std::int64_t> ids) {
    TerminalSet set;
    for (const std::int64_t id : ids)
        set.add({id});
    return set;
}

std::vector<std::int64_t> idsOf(const TerminalSet& set) {
    std::vector<std::int64_t> ids;
    set.forEach([&ids](TerminalId id) {
        ids.push_back(id.value);
        return true;
    });
    return ids;
}

using Ids = std::vector<std::int64_t>;

}  // namespace

class TestTerminalSet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addsAndRemoves() {
        TerminalSet set = of({5, 1, 4'000'000'000});
        set.remove({5});
        set.remove({6});
        QCOMPARE(idsOf(set), (Ids{1, 4'000'000'000}));
        QVERIFY(set.contains({1}) && !set.contains({5}));
        QCOMPARE(set.count(), 2U);
        QVERIFY(!set.empty() && TerminalSet().empty());
    }

    void joinsMeetsAndSubtracts() {
        TerminalSet both = of({1, 2, 3});
        both &= of({2, 3, 4});
        QCOMPARE(idsOf(both), (Ids{2, 3}));
        TerminalSet either = of({1});
        either |= of({9});
        QCOMPARE(idsOf(either), (Ids{1, 9}));
        TerminalSet rest = of({1, 2, 3});
        rest -= of({2});
        QCOMPARE(idsOf(rest), (Ids{1, 3}));
    }

    void isAValue() {
        TerminalSet first = of({1});
        TerminalSet second = first;
        second.add({2});
        QCOMPARE(first.count(), 1U);
        const TerminalSet third = std::move(second);
        QCOMPARE(third.count(), 2U);
        first = third;
        QCOMPARE(first.count(), 2U);
    }

    void visitsUntilToldToStop() {
        int visited = 0;
        of({1, 2, 3}).forEach([&visited](TerminalId) { return ++visited < 2; });
        QCOMPARE(visited, 2);
    }

    void comesBackFromItsBytes() {
        std::mt19937 random(7);
        for (const std::uint32_t range : {10U, 5'000U, 100'000U, 3'000'000U, 4'000'000'000U}) {
            TerminalSet set;
            for (int i = 0; i < 20'000; ++i)
                set.add({static_cast<std::int64_t>(random() % range)});
            const auto again = TerminalSet::deserialize(set.serialize());
            QVERIFY(again);
            QCOMPARE(idsOf(*again), idsOf(set));
        }
        QVERIFY(TerminalSet::deserialize(TerminalSet().serialize())->empty());
    }

    void readsRunContainers() {
        // Cookie 12347 with one container, its run flag, key 0, 6 values, one array of two runs: 3..5 and 9..11.
        const std::string bytes("\x3b\x30\0\0\x01\0\0\x05\0\x02\0\x03\0\x02\0\x09\0\x02\0", 19);
        const auto set = TerminalSet::deserialize(bytes);
        QVERIFY2(set, set ? "" : set.error().text().c_str());
        QCOMPARE(idsOf(*set), (Ids{3, 4, 5, 9, 10, 11}));
    }

    void damagedBytesAreMalformed() {
        TerminalSet set = of({1, 2, 70'000});
        for (std::int64_t id = 200'000; id < 210'000; ++id)
            set.add({id});
        const std::string bytes = set.serialize();
        for (std::size_t length = 0; length < bytes.size(); length += length < 100 ? 1 : 97) {
            const auto cut = TerminalSet::deserialize(std::string_view(bytes).substr(0, length));
            QVERIFY(!cut);
            QCOMPARE(cut.error().code, make_error_code(BaseErrc::malformed));
        }
        QVERIFY(!TerminalSet::deserialize(bytes + "x"));
        // Values of an array in the wrong order; the library's own reader would take them.
        const std::string unordered("\x3a\x30\0\0\x01\0\0\0\0\0\x01\0\x10\0\0\0\x05\0\x04\0", 20);
        QVERIFY(!TerminalSet::deserialize(unordered));
    }
};

QTEST_GUILESS_MAIN(TestTerminalSet)
#include "tst_terminal_set.moc"
