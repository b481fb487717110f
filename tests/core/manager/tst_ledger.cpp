// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/manager_bench.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

/// What co_spawn'ed callers of durable() came back with.
struct Caller {
    std::optional<Result<void>> outcome;
};

std::shared_ptr<Caller> startDurable(ManagerBench& bench) {
    auto caller = std::make_shared<Caller>();
    auto done = [caller](const std::exception_ptr&, Result<void> result) {
        caller->outcome.emplace(std::move(result));
    };
    asio::co_spawn(bench.io, bench.ledger().durable(), std::move(done));
    return caller;
}

void runUntil(ManagerBench& bench, const std::function<bool()>& holds) {
    const auto end = std::chrono::steady_clock::now() + Seconds(20);
    bench.io.restart();
    while (!holds() && std::chrono::steady_clock::now() < end)
        bench.io.run_one_for(Milliseconds(10));
}

bool failedWith(const std::shared_ptr<Caller>& caller, BaseErrc code) {
    return caller->outcome && !*caller->outcome && caller->outcome->error().code == code;
}

/// The first sequence at which the chain does not hold; 0: it holds.
std::int64_t brokenAt(const std::vector<AuditEntry>& entries) {
    std::string before;
    std::int64_t sequence = 0;
    for (const AuditEntry& entry : entries) {
        if (entry.sequence != ++sequence || entry.hash != manager::Ledger::chainHash(before, entry)) return sequence;
        before = entry.hash;
    }
    return 0;
}

std::vector<AuditEntry> auditOf(ManagerBench& bench) {
    return bench.run(bench.store().audit(0, 1000)).value();
}

}  // namespace

/// The promise "an answered 200 is on disk", and what happens when the disk does not keep up its end.
class TestLedger : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void chainsEveryEntryToTheOneBefore() {
        ManagerBench bench;
        bench.inventory().createCluster("north", "anna").value();
        bench.inventory().createCluster("süd \"x\"", "b\tob").value();
        QVERIFY(bench.durable());
        const auto entries = auditOf(bench);
        QVERIFY(entries.size() >= 3);
        QCOMPARE(brokenAt(entries), 0);
    }

    void showsAnEntryThatWasChanged() {
        ManagerBench bench;
        bench.inventory().createCluster("north", "anna").value();
        QVERIFY(bench.durable());
        auto entries = auditOf(bench);
        entries[1].actor = "mallory";
        QCOMPARE(brokenAt(entries), 2);
    }

    void carriesTheChainOnAfterARestart() {
        ManagerBench bench;
        bench.inventory().createCluster("north", "anna").value();
        bench.restart();
        bench.inventory().createCluster("south", "anna").value();
        QVERIFY(bench.durable());
        QCOMPARE(brokenAt(auditOf(bench)), 0);
    }

    void isDurableAtOnceWithNothingToWrite() {
        ManagerBench bench;
        const auto before = bench.store().begun();
        QVERIFY(bench.durable());
        QCOMPARE(bench.store().begun(), before);
    }

    void goesBackToWhatIsOnDiskWhenACommitFails() {
        ManagerBench bench;
        const TerminalId kept = bench.add(aTerminal("kept"));
        QVERIFY(bench.durable());
        bench.store().failOnce();
        bench.inventory().createCluster("lost", "anna").value();
        const auto stored = bench.durable();
        QVERIFY(!stored);
        QVERIFY(stored.error().code == BaseErrc::unavailable);
        QCOMPARE(bench.losses(), 1);
        QVERIFY(!bench.world().clusterByName("lost"));
        QCOMPARE(bench.world().fleet.findByControllerId("kept").value, kept.value);
    }

    void givesNoIdTwiceOfWhatIsOnDisk() {
        ManagerBench bench;
        bench.store().failOnce();
        bench.inventory().createCluster("lost", "anna").value();
        QVERIFY(!bench.durable());
        const auto made = bench.inventory().createCluster("kept", "anna").value();
        QVERIFY(bench.durable());
        bench.restart();
        QCOMPARE(bench.world().clusters.at(made.id).name, std::string("kept"));
    }

    void waitsForACommitUnderWayThatAnAnswerDependsOn() {
        ManagerBench bench;
        bench.store().hold();
        bench.inventory().createCluster("north", "anna").value();
        const auto writer = startDurable(bench);
        runUntil(bench,
                 [&] { return bench.store().mostAtOnce() == 1 && bench.store().begun() > bench.store().ended(); });
        const auto reader = startDurable(bench);
        bench.io.poll();
        QVERIFY(!reader->outcome);
        bench.store().letGo();
        runUntil(bench, [&] { return writer->outcome && reader->outcome; });
        QVERIFY(writer->outcome->has_value());
        QVERIFY(reader->outcome->has_value());
    }

    void groupsCallersThatComeWhileACommitIsUnderWay() {
        ManagerBench bench;
        bench.store().hold();
        std::vector<std::shared_ptr<Caller>> callers;
        bench.inventory().createCluster("first", "anna").value();
        callers.push_back(startDurable(bench));
        const auto before = bench.store().ended();
        runUntil(bench, [&] { return bench.store().begun() == before + 1; });
        for (int i = 0; i < 50; ++i) {
            bench.inventory().createCluster("c" + std::to_string(i), "anna").value();
            callers.push_back(startDurable(bench));
            bench.io.poll();
        }
        bench.store().letGo();
        runUntil(bench, [&] { return callers.back()->outcome.has_value(); });
        for (const auto& caller : callers)
            QVERIFY(caller->outcome && caller->outcome->has_value());
        QCOMPARE(bench.store().ended(), before + 2);
    }

    /// What was built on a lost change must not reach the disk after the world went back.
    void losesWhatCameAfterALostCommitToo() {
        ManagerBench bench;
        bench.store().hold();
        bench.store().failOnce();
        bench.inventory().createCluster("first", "anna").value();
        const auto first = startDurable(bench);
        bench.io.restart();
        bench.io.poll();
        bench.inventory().createCluster("second", "anna").value();
        const auto second = startDurable(bench);
        bench.io.poll();
        bench.store().letGo();
        runUntil(bench, [&] { return first->outcome && second->outcome; });
        QVERIFY(failedWith(first, BaseErrc::unavailable));
        QVERIFY(failedWith(second, BaseErrc::unavailable));
        QVERIFY(!bench.world().clusterByName("second"));
        bench.restart();
        QVERIFY(!bench.world().clusterByName("second"));
        bench.inventory().createCluster("third", "anna").value();
        QVERIFY(bench.durable());
        QCOMPARE(brokenAt(auditOf(bench)), 0);
    }

    void carriesOnOnceTheStoreWorksAgain() {
        ManagerBench bench;
        bench.store().failCommits(true);
        for (int i = 0; i < 3; ++i) {
            bench.inventory().createCluster("lost", "anna").value();
            QVERIFY(!bench.durable());
        }
        bench.store().failCommits(false);
        bench.inventory().createCluster("kept", "anna").value();
        QVERIFY(bench.durable());
        bench.restart();
        QVERIFY(bench.world().clusterByName("kept"));
        QVERIFY(!bench.world().clusterByName("lost"));
        QCOMPARE(brokenAt(auditOf(bench)), 0);
    }

    void hasOnlyOneCommitUnderWay() {
        ManagerBench bench;
        bench.store().hold();
        std::vector<std::shared_ptr<Caller>> callers;
        for (int i = 0; i < 5; ++i) {
            bench.inventory().createCluster("c" + std::to_string(i), "anna").value();
            callers.push_back(startDurable(bench));
            bench.io.restart();
            bench.io.poll();
        }
        bench.store().letGo();
        runUntil(bench, [&] { return callers.back()->outcome.has_value(); });
        QCOMPARE(bench.store().mostAtOnce(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"
