// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/manager/join_queue.h"
#include "core/manager/terminal_import.h"
#include "core/trust/join_code.h"
#include "tests/support/manager_bench.h"
#include "tests/support/manager_host.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

template <class T>
bool failsWith(const Result<T>& result, BaseErrc code) {
    return !result && result.error().code == code;
}

using Wanted = manager::Joining::NewCodes;

std::string secretOf(ManagerBench& bench, std::uint32_t uses, bool approval) {
    Wanted wanted;
    wanted.uses = uses;
    wanted.approval = approval;
    return trust::JoinCode::parse(bench.joining().createCodes(wanted, "anna").value().at(0)).value().secret;
}

manager::Joining::TerminalRequest from(const std::string& secret, const std::string& id, char hash = 'a') {
    return {secret, id, "Till", "linux-amd64", std::string(64, hash), "10.0.0.1"};
}

std::string placeOf(const std::string& csv) {
    const auto read = manager::parseTerminalCsv(csv);
    return read ? "" : read.error().context.substr(0, read.error().context.find(':'));
}

std::string instance(char digit) {
    return std::string(32, digit);
}

void tell(ManagerBench& bench, TerminalId id, char digit) {
    manager::Inventory::SelfDescription description;
    description.attributes["signalbox.instance"] = instance(digit);
    bench.inventory().describe(id, description).value();
}

bool isSuspect(ManagerBench& bench, TerminalId id) {
    return bench.world().fleet.suspectedClones().contains(id);
}

}  // namespace

/// Joining at scale: codes for many, the queue, import, and what becomes of an identity.
class TestJoinQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneCodeServesAsManyAsItSays() {
        ManagerBench bench;
        const std::string secret = secretOf(bench, 3, false);
        for (int i = 1; i <= 3; ++i)
            QVERIFY(bench.joining().joinTerminal(from(secret, "t" + std::to_string(i))).has_value());
        bench.restart();
        QVERIFY(failsWith(bench.joining().joinTerminal(from(secret, "t4")), BaseErrc::denied));
        QVERIFY(bench.joining().joinTerminal(from(secret, "t2")).has_value());  // a lost answer
        QVERIFY(failsWith(bench.joining().joinTerminal(from(secret, "t2", 'b')), BaseErrc::denied));
    }

    void codesThatAreOverAreForgottenOnDiskToo() {
        ManagerBench bench;
        static_cast<void>(secretOf(bench, 3, false));
        bench.clock.advance(Seconds(3601));
        bench.joining().dropCodesThatAreOver();
        bench.restart();
        QVERIFY(bench.world().tickets.empty());
    }

    void whoNeedsApprovalWaitsForIt() {
        ManagerBench bench;
        const std::string secret = secretOf(bench, 1, true);
        QVERIFY(failsWith(bench.joining().joinTerminal(from(secret, "t1")), BaseErrc::unavailable));
        QVERIFY(failsWith(bench.joining().joinTerminal(from(secret, "t1", 'b')), BaseErrc::alreadyExists));
        QVERIFY(failsWith(bench.joining().joinTerminal(from(secret, "t2")), BaseErrc::denied));
        bench.restart();
        QVERIFY(failsWith(bench.joining().joinTerminal(from(secret, "t1")), BaseErrc::unavailable));
        QCOMPARE(bench.world().pending.size(), std::size_t(1));
        manager::JoinQueue queue(bench.engine());
        QVERIFY(failsWith(queue.approve({1, 99}, "anna"), BaseErrc::notFound));
        QVERIFY(queue.approve({1}, "anna").has_value());
        bench.restart();
        QVERIFY(bench.world().pending.empty());
        QCOMPARE(bench.joining().joinTerminal(from(secret, "t1")).value().controllerId, std::string("t1"));
    }

    void withoutACodeTheyWaitOnlyWhereThatIsSwitchedOn() {
        ManagerBench bench;
        QVERIFY(failsWith(bench.joining().joinTerminal(from("", "t1")), BaseErrc::denied));
        manager::JoinQueue queue(bench.engine());
        queue.setOpen(true, "anna");
        bench.restart();
        for (const char* id : {"t1", "t2", "t3"})
            QVERIFY(failsWith(bench.joining().joinTerminal(from("", id, id[1])), BaseErrc::unavailable));
        QVERIFY(queue.refuse({2}, "anna").has_value());
        QVERIFY(queue.approve({1, 3}, "anna").has_value());
        QVERIFY(bench.joining().joinTerminal(from("", "t1", '1')).has_value());
        QVERIFY(failsWith(bench.joining().joinTerminal(from("", "t2", '2')), BaseErrc::denied));
        QVERIFY(failsWith(bench.joining().joinTerminal(from("", "t3", 'x')), BaseErrc::invalidArgument));
    }

    void whoDoesNotAskAgainLeavesTheQueue() {
        ManagerBench bench;
        const std::string secret = secretOf(bench, 1, true);
        QVERIFY(failsWith(bench.joining().joinTerminal(from(secret, "t1")), BaseErrc::unavailable));
        bench.clock.advance(Seconds(31 * 86400));
        manager::JoinQueue(bench.engine()).dropSilent();
        bench.restart();
        QVERIFY(bench.world().pending.empty());
    }

    void aFileOfTerminalsIsReadWithItsTags() {
        const auto read = manager::parseTerminalCsv(
                              "\xef\xbb\xbf"
                              "controllerId,platform,name,tag.site,tag.vip\r\n"
                              "t1,linux-amd64,\"Till, \"\"one\"\"\",north,\r\n\r\nt2,p,,,yes")
                              .value();
        QCOMPARE(read.size(), std::size_t(2));
        QCOMPARE(read[0].name, std::string("Till, \"one\""));
        QCOMPARE(read[0].tags, (std::map<std::string, std::string>{{"site", "north"}}));
        QCOMPARE(read[1].tags, (std::map<std::string, std::string>{{"vip", "yes"}}));
        QCOMPARE(read[1].line, std::size_t(4));
    }

    void mistakesInAFileAreNamedByLineAndColumn() {
        const std::string head = "controllerId,platform,name\n";
        QCOMPARE(placeOf(""), std::string("line 1, column 1"));
        QCOMPARE(placeOf(head + "t1,p,\r"), std::string("line 2, column 3"));  // a lone CR ends no line
        QCOMPARE(placeOf(head + "\r"), std::string("line 2, column 1"));
        QCOMPARE(placeOf("controllerId,colour\n"), std::string("line 1, column 2"));
        QCOMPARE(placeOf("controllerId,controllerId\n"), std::string("line 1, column 2"));
        QCOMPARE(placeOf("controllerId\n"), std::string("line 1, column 2"));
        QCOMPARE(placeOf(head + "t1,p,n\nt2,,n\n"), std::string("line 3, column 2"));
        QCOMPARE(placeOf(head + "t1,p\n"), std::string("line 2, column 3"));
        QCOMPARE(placeOf(head + "t1,p,n\nt1,p,n\n"), std::string("line 3, column 1"));
        QCOMPARE(placeOf(head + "t1,p,\"a\nb\"\n"), std::string("line 2, column 3"));
        QCOMPARE(placeOf(head + "t1,p,\"a\n"), std::string("line 2, column 3"));
        QCOMPARE(placeOf(head + "t1,p,a\"b\n"), std::string("line 2, column 3"));
        QCOMPARE(placeOf(head + "t1,p,\"a\"b\n"), std::string("line 2, column 3"));
    }

    void anImportIsWholeOrNotAtAll() {
        ManagerBench bench;
        const auto import = [&](const std::string& lines) {
            return manager::importTerminals(
                bench.engine(), manager::parseTerminalCsv("controllerId,platform,cluster\n" + lines).value(), false,
                "anna");
        };
        QVERIFY(failsWith(import("t1,p,\nt2,p,nowhere\n"), BaseErrc::notFound));
        QCOMPARE(bench.world().fleet.size(), std::uint64_t(0));
        QVERIFY(import("t1,p,\nt2,p,default\n").has_value());
        QVERIFY(failsWith(import("t3,p,\nt2,p,\n"), BaseErrc::alreadyExists));
        bench.restart();
        QCOMPARE(bench.world().fleet.size(), std::uint64_t(2));
    }

    void whoIsExpectedTakesItsRecordOver() {
        ManagerBench bench;
        const auto wanted = manager::parseTerminalCsv("controllerId,platform,tag.site\nt1,p,north\n").value();
        QVERIFY(manager::importTerminals(bench.engine(), wanted, false, "anna").has_value());
        const Terminal joined = bench.joining().joinTerminal(from(secretOf(bench, 1, true), "t1")).value();
        QCOMPARE(joined.tags.at("site"), std::string("north"));
        QCOMPARE(joined.platform, std::string("linux-amd64"));
        QVERIFY(bench.world().fleet.tokenMatches(joined.id, std::string(64, 'a')));
    }

    void newHardwareTakesTheIdentityOver() {
        ManagerBench bench;
        const Terminal old = bench.joining().joinTerminal(from(secretOf(bench, 1, false), "t1")).value();
        QVERIFY(failsWith(bench.joining().joinTerminal(from(secretOf(bench, 1, false), "t1", 'b')),
                          BaseErrc::alreadyExists));
        const std::string code = bench.joining().createReplacementCode("t1", Seconds(600), "anna").value();
        const std::string secret = trust::JoinCode::parse(code).value().secret;
        QVERIFY(failsWith(bench.joining().joinTerminal(from(secret, "t2", 'b')), BaseErrc::denied));
        bench.restart();
        const Terminal taken = bench.joining().joinTerminal(from(secret, "t1", 'b')).value();
        QCOMPARE(taken.id.value, old.id.value);
        QVERIFY(!bench.world().fleet.tokenMatches(old.id, std::string(64, 'a')));
        QVERIFY(bench.world().fleet.tokenMatches(old.id, std::string(64, 'b')));
        QVERIFY(bench.joining().joinTerminal(from(secret, "t1", 'b')).has_value());  // a lost answer
        QVERIFY(failsWith(bench.joining().joinTerminal(from(secret, "t1", 'c')), BaseErrc::denied));
        QVERIFY(failsWith(bench.joining().createReplacementCode("t9", Seconds(600), "anna"), BaseErrc::notFound));
    }

    void aRetiredTerminalIsKeptAndOfferedNothing() {
        ManagerBench bench;
        const TerminalId id = bench.add(aTerminal("t1"));
        const TerminalId other = bench.add(aTerminal("t2"));
        const ReleaseId release = bench.add(aRelease());
        const RolloutId first = bench.start(aRollout(release));
        QVERIFY(bench.poll(id).value != 0);
        QVERIFY(bench.inventory().retireTerminal("t1", "anna").has_value());
        bench.restart();
        QVERIFY(bench.world().fleet.retired().contains(id));
        QVERIFY(!bench.world().activeDeployment(id));
        QVERIFY(!bench.world().fleet.tokenMatches(id, std::string(64, '0')));
        QCOMPARE(bench.world().deploymentsOf(id).size(), std::size_t(1));
        const auto all = bench.world()
                             .fleet.select(filter::parse("").value(), bench.world().fleetContext(bench.clock.now()))
                             .value();
        QVERIFY(!all.contains(id) && all.contains(other));
        QCOMPARE(bench.world().rollouts.at(first).terminals(), std::uint64_t(2));
    }

    void anInstanceThatComesBackIsASecondMachine() {
        ManagerBench bench;
        const TerminalId id = bench.add(aTerminal("t1"));
        tell(bench, id, 'a');
        tell(bench, id, 'b');  // installed anew
        tell(bench, id, 'c');
        QVERIFY(!isSuspect(bench, id));
        tell(bench, id, 'b');
        QVERIFY(isSuspect(bench, id));
        bench.restart();
        QVERIFY(isSuspect(bench, id));
        QVERIFY(bench.inventory().clearClone("t1", "anna").has_value());
        QVERIFY(!isSuspect(bench, id));
    }

    void addressesInTurnsAreTwoMachines() {
        ManagerBench bench;
        const TerminalId id = bench.add(aTerminal("t1"));
        const TerminalId moved = bench.add(aTerminal("t2"));
        for (int i = 0; i < 8; ++i) {
            bench.clock.advance(Seconds(60));
            bench.inventory().sawTerminal(id, i % 2 == 0 ? "10.0.0.1" : "10.0.0.2");
            bench.inventory().sawTerminal(moved, "10.0.1." + std::to_string(i));
        }
        QVERIFY(isSuspect(bench, id));
        QVERIFY(!isSuspect(bench, moved));
    }

    void whoChangesBetweenTwoPlacesSlowlyIsNoClone() {
        ManagerBench bench;
        const TerminalId id = bench.add(aTerminal("t1"));
        for (int i = 0; i < 20; ++i) {
            bench.clock.advance(Seconds(8 * 3600));
            bench.inventory().sawTerminal(id, i % 2 == 0 ? "10.0.0.1" : "10.0.0.2");
        }
        QVERIFY(!isSuspect(bench, id));
    }

    void aTerminalThatWaitsIsTold202AndJoinsOnceApproved() {
        ManagerHost host;
        const auto made = host.admin("POST", "/api/v1/join-codes", R"({"role":"terminal","approval":true})");
        const auto code = trust::JoinCode::parse(made.text("codes/0")).value();
        const std::string body = jsonOf({{"secret", toBase64Url(bytesOf(code.secret))},
                                         {"controllerId", "t1"},
                                         {"platform", "p"},
                                         {"tokenHash", std::string(64, 'a')}});
        const auto join = [&] { return host.ask("POST", host.manager().ddiUrl() + "/join/terminal", {}, body); };
        QCOMPARE(join().status, 202);
        const auto waiting = host.admin("GET", "/api/v1/pending-terminals");
        QCOMPARE(waiting.text("items/0/controllerId"), std::string("t1"));
        QCOMPARE(waiting.text("items/0/address"), std::string("127.0.0.1"));
        QCOMPARE(host.admin("POST", "/api/v1/pending-terminals/approve", R"({"ids":[1]})").number("count"),
                 std::int64_t(1));
        QCOMPARE(join().status, 200);
    }

    void aTerminalThatWasAwayForAYearPollsAsBefore() {
        ManagerHost host;
        const std::string token = host.addTerminal("t1");
        QCOMPARE(host.ddi("GET", "t1", token).status, 200);
        host.clock.advance(Seconds(366 * 86400));
        QCOMPARE(host.ddi("GET", "t1", token).status, 200);
        QCOMPARE(host.admin("POST", "/api/v1/terminals/t1/revoke-token").status, 200);
        QCOMPARE(host.ddi("GET", "t1", token).status, 401);
    }
};

QTEST_GUILESS_MAIN(TestJoinQueue)
#include "tst_join_queue.moc"
