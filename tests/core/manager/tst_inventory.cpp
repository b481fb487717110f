// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/manager_bench.h"

using namespace signalbox;
using namespace signalbox::test;
using manager::Inventory;

namespace {

template <class T>
bool failsWith(const Result<T>& result, BaseErrc code) {
    return !result && result.error().code == code;
}

}  // namespace

class TestInventory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clusterNamesAreUniqueWhateverTheirCase() {
        ManagerBench bench;
        QVERIFY(bench.inventory().createCluster("North", "anna").has_value());
        QVERIFY(failsWith(bench.inventory().createCluster("North", "anna"), BaseErrc::alreadyExists));
        QVERIFY(failsWith(bench.inventory().createCluster("nORTH", "anna"), BaseErrc::alreadyExists));
        QVERIFY(failsWith(bench.inventory().createCluster("", "anna"), BaseErrc::invalidArgument));
        QVERIFY(failsWith(bench.inventory().createCluster(std::string(65, 'x'), "anna"), BaseErrc::invalidArgument));
    }

    void aClusterInUseStays() {
        ManagerBench bench;
        for (const char* name : {"nodes", "terminals", "codes", "empty"})
            bench.inventory().createCluster(name, "anna").value();
        bench.addNode("n1", "nodes");
        bench.add(aTerminal("t1").in("terminals"));
        manager::Joining::NewCodes codes;
        codes.cluster = "codes";
        bench.joining().createCodes(codes, "anna").value();
        for (const char* name : {"nodes", "terminals", "codes"})
            QVERIFY(failsWith(bench.inventory().removeCluster(name, "anna"), BaseErrc::wrongState));
        QVERIFY(bench.inventory().removeCluster("empty", "anna").has_value());
        QVERIFY(failsWith(bench.inventory().removeCluster("empty", "anna"), BaseErrc::notFound));
    }

    void aRemovedNodeTakesItsCopiesAlong() {
        ManagerBench bench;
        const ReleaseId release = bench.add(aRelease());
        bench.setCopy(bench.addNode("n1"), release, CopyState::proven);
        QVERIFY(bench.durable());
        QVERIFY(bench.inventory().removeNode("n1", "anna").has_value());
        QVERIFY(failsWith(bench.inventory().removeNode("n1", "anna"), BaseErrc::notFound));
        bench.restart();
        QVERIFY(bench.world().copies.empty());
        QVERIFY(bench.world().nodes.empty());
    }

    void tagsAreSetAndTakenAway() {
        ManagerBench bench;
        bench.add(aTerminal("t1").tagged("site", "north").tagged("old", "x"));
        Inventory::TerminalEdit edit;
        edit.name = "Till one";
        edit.tags = {{"site", "south"}, {"old", std::nullopt}, {"bare", ""}};
        QVERIFY(bench.inventory().editTerminal("t1", edit, "anna").has_value());
        bench.restart();
        const Terminal now = bench.inventory().terminal("t1").value();
        QCOMPARE(now.name, std::string("Till one"));
        QCOMPARE(now.tags, (std::map<std::string, std::string>{{"bare", ""}, {"site", "south"}}));
    }

    void aBadEditChangesNothing() {
        ManagerBench bench;
        bench.add(aTerminal("t1").tagged("site", "north"));
        const auto refuses = [&](const std::function<void(Inventory::TerminalEdit&)>& spoil, BaseErrc code) {
            Inventory::TerminalEdit edit;
            edit.tags["site"] = "changed";
            spoil(edit);
            return failsWith(bench.inventory().editTerminal("t1", edit, "anna"), code);
        };
        QVERIFY(refuses([](auto& e) { e.name = ""; }, BaseErrc::invalidArgument));
        QVERIFY(refuses([](auto& e) { e.cluster = "nowhere"; }, BaseErrc::notFound));
        QVERIFY(refuses([](auto& e) { e.tags[""] = "x"; }, BaseErrc::invalidArgument));
        QVERIFY(refuses([](auto& e) { e.tags["long"] = std::string(257, 'x'); }, BaseErrc::invalidArgument));
        QVERIFY(refuses(
            [](auto& e) {
                for (int i = 0; i < 101; ++i)
                    e.tags["k" + std::to_string(i)] = "";
            },
            BaseErrc::tooLarge));
        QCOMPARE(bench.inventory().terminal("t1").value().tags.at("site"), std::string("north"));
        QVERIFY(failsWith(bench.inventory().editTerminal("t9", {}, "anna"), BaseErrc::notFound));
    }

    void aTerminalDescribesItselfInThreeModes() {
        ManagerBench bench;
        const TerminalId id = bench.add(aTerminal("t1").tagged("site", "north"));
        const auto attributes = [&] { return bench.inventory().terminal("t1").value().attributes; };
        using Map = std::map<std::string, std::string>;
        QVERIFY(bench.inventory().describe(id, {"merge", {{"a", "1"}, {"b", "2"}}, {}, ""}).has_value());
        QVERIFY(bench.inventory().describe(id, {"merge", {{"a", "9"}, {"b", std::nullopt}}, {}, ""}).has_value());
        QCOMPARE(attributes(), (Map{{"a", "9"}}));
        QVERIFY(bench.inventory().describe(id, {"replace", {{"c", "3"}}, {}, ""}).has_value());
        QCOMPARE(attributes(), (Map{{"c", "3"}}));
        QVERIFY(bench.inventory().describe(id, {"remove", {{"c", "x"}}, {}, ""}).has_value());
        QCOMPARE(attributes(), Map{});
        QCOMPARE(bench.inventory().terminal("t1").value().tags.at("site"), std::string("north"));
    }

    void whatATerminalSaysIsBounded() {
        ManagerBench bench;
        const TerminalId id = bench.add(aTerminal("t1"));
        Inventory::SelfDescription tooMany;
        for (int i = 0; i < 101; ++i)
            tooMany.attributes["k" + std::to_string(i)] = "v";
        QVERIFY(failsWith(bench.inventory().describe(id, tooMany), BaseErrc::tooLarge));
        QVERIFY(failsWith(bench.inventory().describe(id, {"merge", {{"k", std::string(129, 'x')}}, {}, ""}),
                          BaseErrc::invalidArgument));
        QVERIFY(failsWith(bench.inventory().describe(id, {"merge", {{std::string(129, 'x'), "v"}}, {}, ""}),
                          BaseErrc::invalidArgument));
        QVERIFY(failsWith(bench.inventory().describe(id, {"merge", {}, {}, std::string(65, 'x')}),
                          BaseErrc::invalidArgument));
        QVERIFY(bench.inventory().terminal("t1").value().attributes.empty());
    }

    void anUnchangedDescriptionWritesNothing() {
        ManagerBench bench;
        const TerminalId id = bench.add(aTerminal("t1"));
        QVERIFY(bench.inventory().describe(id, {"merge", {{"a", "1"}}, {}, "p"}).has_value());
        QVERIFY(bench.durable());
        QVERIFY(bench.inventory().describe(id, {"merge", {{"a", "1"}}, {}, "p"}).has_value());
        QVERIFY(bench.ledger().idle());
    }

    void tokensAreKeptHashedAndShownOnce() {
        ManagerBench bench;
        const auto made = bench.inventory().createToken("ci", AccountRole::operator_, "anna").value();
        QCOMPARE(made.token.tokenHash, sha256Hex(bytesOf(made.secret)));
        bench.restart();
        const ApiToken* found = bench.inventory().tokenOf(made.secret);
        QVERIFY(found && found->role == AccountRole::operator_);
        QVERIFY(!bench.inventory().tokenOf(made.secret + "x"));
        QVERIFY(!bench.inventory().tokenOf(""));
        QVERIFY(failsWith(bench.inventory().createToken("ci", AccountRole::viewer, "anna"), BaseErrc::alreadyExists));
    }

    void theLastAdministratorStays() {
        ManagerBench bench;
        const auto first = bench.inventory().createToken("a", AccountRole::administrator, "anna").value();
        bench.inventory().createToken("v", AccountRole::viewer, "anna").value();
        QVERIFY(failsWith(bench.inventory().removeToken(first.token.id, "anna"), BaseErrc::wrongState));
        bench.inventory().createToken("b", AccountRole::administrator, "anna").value();
        QVERIFY(bench.inventory().removeToken(first.token.id, "anna").has_value());
        QVERIFY(!bench.inventory().tokenOf(first.secret));
        QVERIFY(failsWith(bench.inventory().removeToken(first.token.id, "anna"), BaseErrc::notFound));
    }
};

QTEST_GUILESS_MAIN(TestInventory)
#include "tst_inventory.moc"
