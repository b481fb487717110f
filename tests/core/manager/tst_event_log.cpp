// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <boost/asio/co_spawn.hpp>

#include "core/manager/event_log.h"
#include "tests/support/http_servers.h"

using namespace signalbox;
using namespace signalbox::test;
using manager::EventLog;

namespace {

std::vector<std::int64_t> sequencesOf(const std::vector<Event>& events) {
    std::vector<std::int64_t> sequences;
    for (const Event& event : events)
        sequences.push_back(event.sequence);
    return sequences;
}

using Sequences = std::vector<std::int64_t>;

}  // namespace

class TestEventLog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesWhatCameAfterASequence() {
        asio::io_context io;
        EventLog log;
        for (int i = 0; i < 5; ++i)
            log.append("rollout", {{"id", i}});
        QCOMPARE(sequencesOf(runTask(io, log.after(3, Milliseconds(0))).value()), (Sequences{4, 5}));
        QCOMPARE(sequencesOf(runTask(io, log.after(0, Milliseconds(0))).value()), (Sequences{1, 2, 3, 4, 5}));
    }

    void givesNothingAfterItsPatience() {
        asio::io_context io;
        EventLog log;
        QVERIFY(runTask(io, log.after(0, Milliseconds(1))).value().empty());
    }

    void wakesWhoeverWaits() {
        asio::io_context io;
        EventLog log;
        std::optional<Result<std::vector<Event>>> found;
        auto done = [&found](const std::exception_ptr&, Result<std::vector<Event>> result) {
            found.emplace(std::move(result));
        };
        asio::co_spawn(io, log.after(0, Milliseconds(60000)), std::move(done));
        io.poll();
        QVERIFY(!found);
        log.append("node", {{"id", 1}});
        io.restart();
        while (!found && io.run_one_for(Milliseconds(10000)) > 0) {
        }
        QVERIFY(found);
        QCOMPARE(sequencesOf(found->value()), (Sequences{1}));
    }

    void forgetsTheOldest() {
        asio::io_context io;
        EventLog log(3);
        for (int i = 0; i < 5; ++i)
            log.append("rollout", {});
        QCOMPARE(sequencesOf(runTask(io, log.after(0, Milliseconds(0))).value()), (Sequences{3, 4, 5}));
    }

    void knowsHowFarItReachesBack() {
        EventLog log(3);
        QVERIFY(log.reachesBackTo(0));
        for (int i = 0; i < 5; ++i)
            log.append("rollout", {});
        QVERIFY(log.reachesBackTo(5));
        QVERIFY(log.reachesBackTo(2));
        QVERIFY(!log.reachesBackTo(1));
        QVERIFY(!log.reachesBackTo(6));
    }

    void doesNotTakeAnEarlierProcessesSequenceForItsOwn() {
        EventLog earlier(10, 1000);
        earlier.append("rollout", {});
        EventLog log(10, 2000);
        QVERIFY(!log.reachesBackTo(earlier.last()));
        for (int i = 0; i < 20; ++i)
            log.append("rollout", {});
        QVERIFY(!log.reachesBackTo(earlier.last()));
    }
};

QTEST_GUILESS_MAIN(TestEventLog)
#include "tst_event_log.moc"
