// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/manager/audience_completion.h"
#include "core/manager/audiences.h"
#include "tests/support/manager_bench.h"

using namespace signalbox;
using namespace signalbox::test;
using manager::Audiences;

namespace {

template <class T>
bool failsWith(const Result<T>& result, BaseErrc code) {
    return !result && result.error().code == code;
}

}  // namespace

/// Audiences with a name, completion for who types one, and clusters that terminals belong to by a rule.
class TestAudiences : public QObject {
    Q_OBJECT

private:
    static std::uint64_t count(ManagerBench& bench, std::string_view filter) {
        const auto found = manager::selectAudience(bench.world(), filter, bench.clock.now());
        return found ? found->count() : 999;
    }
    static std::vector<std::string> completed(ManagerBench& bench, std::string_view text) {
        std::vector<std::string> texts;
        const auto found = manager::completeAudience(bench.world(), text, text.size(), bench.clock.now());
        for (const auto& item : found.items)
            texts.push_back(item.text);
        return texts;
    }

private Q_SLOTS:
    void aSavedAudienceStandsForItsFilter() {
        ManagerBench bench;
        bench.add(aTerminal("a").tagged("site", "north"));
        bench.add(aTerminal("b").tagged("site", "south"));
        bench.add(aTerminal("c"));
        Audiences audiences(bench.engine());
        audiences.save("north", "tag.site==north", "", "anna").value();
        audiences.save("sited", "audience=in=(north,'South Side')", "", "anna").error();
        audiences.save("South Side", "tag.site==south", "", "anna").value();
        audiences.save("sited", "audience=in=(north,'South Side')", "", "anna").value();
        QCOMPARE(count(bench, "audience==NORTH"), std::uint64_t(1));
        QCOMPARE(count(bench, "audience==sited"), std::uint64_t(2));
        QCOMPARE(count(bench, "audience==sited;name==b"), std::uint64_t(1));
        bench.restart();
        QCOMPARE(count(bench, "audience==sited"), std::uint64_t(2));
    }

    void refusesNamesThatLeadNowhere() {
        ManagerBench bench;
        Audiences audiences(bench.engine());
        QVERIFY(failsWith(audiences.save("a", "audience==b", "", "anna"), BaseErrc::invalidArgument));
        audiences.save("b", "name==x", "", "anna").value();
        audiences.save("a", "audience==b", "", "anna").value();
        QVERIFY(failsWith(audiences.save("b", "audience==a", "", "anna"), BaseErrc::invalidArgument));
        QVERIFY(failsWith(audiences.save("c", "audience!=a", "", "anna"), BaseErrc::invalidArgument));
        QVERIFY(failsWith(audiences.save("c", "tag.", "", "anna"), BaseErrc::malformed));
        QVERIFY(failsWith(audiences.save("st*r", "", "", "anna"), BaseErrc::invalidArgument));
        QVERIFY(failsWith(audiences.remove("nobody", "anna"), BaseErrc::notFound));
    }

    void whatIsNamedCannotBeForgotten() {
        ManagerBench bench;
        Audiences audiences(bench.engine());
        for (const char* name : {"inRollout", "inPhase", "inCluster", "inOther"})
            audiences.save(name, "name==x", "", "anna").value();
        audiences.save("other", "audience==inOther", "", "anna").value();
        bench.inventory().createCluster("ruled", "anna", "audience==inCluster").value();
        Phase chosen = aPhase("first", percent(100));
        chosen.filter = "audience==inPhase";
        const RolloutId id = bench.add(
            aRollout(bench.add(aRelease())).to("audience==inRollout").phases({chosen, aPhase("rest", percent(100))}));
        for (const char* name : {"inRollout", "inPhase", "inCluster", "inOther"})
            QVERIFY(failsWith(audiences.remove(name, "anna"), BaseErrc::wrongState));
        bench.rollouts().remove(id, "anna").value();
        audiences.remove("inRollout", "anna").value();
        QVERIFY(failsWith(audiences.get("inRollout"), BaseErrc::notFound));
        bench.restart();
        QCOMPARE(bench.world().savedAudiences.size(), std::size_t(4));
    }

    void aRolloutTakesASavedAudienceAsItIsAtTheIssueTime() {
        ManagerBench bench;
        bench.add(aTerminal("a"));
        const TerminalId b = bench.add(aTerminal("b"));
        Audiences(bench.engine()).save("who", "name==a", "", "anna").value();
        const RolloutId id = bench.add(aRollout(bench.add(aRelease())).to("audience==who"));
        Audiences(bench.engine()).save("who", "name==b", "", "anna").value();
        bench.rollouts().start(id, "anna").value();
        Audiences(bench.engine()).save("who", "name==a", "", "anna").value();
        QVERIFY(bench.world().rollouts.at(id).members[0].contains(b));
        QCOMPARE(bench.world().rollouts.at(id).terminals(), std::uint64_t(1));
    }

    void aRolloutWhoseAudienceCannotBeReadAnyMoreFails() {
        ManagerBench bench;
        bench.add(aTerminal("a"));
        const auto repeated = [](const std::string& part, int times) {
            std::string text = part;
            for (int i = 1; i < times; ++i)
                text += "," + part;
            return text;
        };
        Audiences(bench.engine()).save("many", "name==a", "", "anna").value();
        const TimePoint issue = bench.clock.now() + Seconds(60);
        const RolloutId id =
            bench.start(aRollout(bench.add(aRelease())).to(repeated("audience==many", 11)).issuedAt(issue));
        Audiences(bench.engine()).save("many", repeated("name==a", 1000), "", "anna").value();
        bench.clock.set(issue);
        bench.rollouts().advance();
        QVERIFY(bench.stateOf(id) == RolloutState::failed);
        QVERIFY(!bench.rollout(id).stateReason.empty());
        QVERIFY(failsWith(bench.rollouts().resume(id, "anna"), BaseErrc::wrongState));
    }

    void completesFieldsOperatorsAndValues() {
        ManagerBench bench;
        bench.add(aTerminal("a").tagged("site", "north").tagged("floor plan", "x"));
        bench.add(aTerminal("b").tagged("site", "north side"));
        bench.add(aTerminal("c").tagged("site", "south"));
        using Texts = std::vector<std::string>;
        QCOMPARE(completed(bench, "pl"), (Texts{"platform", "tag.'floor plan'"}));
        QCOMPARE(completed(bench, "tag.s"), (Texts{"tag.site"}));
        QCOMPARE(completed(bench, "audience"), (Texts{"audience"}));
        QCOMPARE(completed(bench, "name==a;tag.site=o"), (Texts{"=out="}));
        QCOMPARE(completed(bench, "tag.site==no"), (Texts{"north", "'north side'"}));
        QCOMPARE(completed(bench, "tag.site=in=(south,"), (Texts{"north", "'north side'", "south"}));
        QCOMPARE(completed(bench, "tag.site=in="), (Texts{"("}));
        QCOMPARE(completed(bench, "(tag.site=in=(south) "), (Texts{";", ","}));
        QCOMPARE(completed(bench, "cluster=="), (Texts{"default"}));
        const auto found = manager::completeAudience(bench.world(), "name==a;tag.site==sou;x", 21, bench.clock.now());
        QCOMPARE(found.wanted, std::string("value"));
        QCOMPARE(found.begin, std::size_t(18));
        QCOMPARE(found.end, std::size_t(21));
        QVERIFY(found.items[0].count == std::uint64_t(1));
    }

    void whatIsCompletedParses() {
        ManagerBench bench;
        bench.add(aTerminal("it's \"a\" (b),;").tagged("k=y", "v\\w"));
        for (const char* text : {"name==", "tag.", "cluster==", "platform=in=("}) {
            const auto found = manager::completeAudience(bench.world(), text, 99, bench.clock.now());
            for (const auto& item : found.items) {
                std::string whole = std::string(text).substr(0, found.begin) + item.text;
                if (found.wanted == "field") whole += "==x";
                if (whole.find("=in=(") != std::string::npos) whole += ")";
                QVERIFY2(filter::parse(whole), whole.c_str());
            }
        }
    }

    void terminalsBelongToTheClusterWhoseRuleTheyMatch() {
        ManagerBench bench;
        const TerminalId one = bench.add(aTerminal("one").tagged("site", "north"));
        const TerminalId two = bench.add(aTerminal("two"));
        const ClusterId north = bench.inventory().createCluster("north", "anna", "tag.site==north").value().id;
        bench.inventory().createCluster("also", "anna", "tag.site==*").value();
        const auto clusterOf = [&](TerminalId id) { return bench.world().fleet.terminal(id)->cluster; };
        const ClusterId before = clusterOf(two);
        bench.inventory().applyClusterRules();
        QVERIFY(clusterOf(one) == north);
        QVERIFY(clusterOf(two) == before);
        Terminal moved = *bench.world().fleet.terminal(two);
        moved.tags["site"] = "north";
        bench.world().fleet.put(moved);
        bench.inventory().applyClusterRules();
        QVERIFY(clusterOf(two) == north);
        bench.restart();
        QVERIFY(clusterOf(two) == north);
        QCOMPARE(bench.world().clusters.at(north).rule, std::string("tag.site==north"));
        const std::int64_t entries = bench.ledger().lastAudit();
        bench.inventory().applyClusterRules();
        QCOMPARE(bench.ledger().lastAudit(), entries);
    }

    void aClustersRuleCannotAskForTheCluster() {
        ManagerBench bench;
        QVERIFY(failsWith(bench.inventory().createCluster("x", "anna", "name==a,cluster==default"),
                          BaseErrc::invalidArgument));
        QVERIFY(failsWith(bench.inventory().editCluster("default", {"name", {}}, "anna"), BaseErrc::malformed));
        QVERIFY(failsWith(bench.inventory().editCluster("nowhere", {"", {}}, "anna"), BaseErrc::notFound));
    }
};

QTEST_GUILESS_MAIN(TestAudiences)
#include "tst_audiences.moc"
