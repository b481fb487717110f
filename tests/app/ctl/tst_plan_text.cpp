// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/ctl/arguments.h"
#include "app/ctl/plan_text.h"

using namespace signalbox;
using namespace signalbox::ctl;

class PlanTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bandwidths() {
        QCOMPARE(*parseBandwidth("none"), 0U);
        QCOMPARE(*parseBandwidth("4096"), 4096U);
        QCOMPARE(*parseBandwidth("64k"), 64'000U);
        QCOMPARE(*parseBandwidth("2M"), 2'000'000U);
        QCOMPARE(*parseBandwidth("1G"), 1'000'000'000U);
        for (const char* text : {"", "k", "-1", "1.5M", "2 M", "2m", "99999999999999999999", "9999999G"})
            QVERIFY2(!parseBandwidth(text), text);
    }

    void aPhaseHasAllItsParts() {
        const auto phase = parsePhase("name=pilot,size=12.5%,success=90,wait=10m,by-hand");
        QVERIFY(phase);
        QCOMPARE(phase->name, std::string("pilot"));
        QVERIFY(phase->size.unit == PhaseSize::Unit::percent && phase->size.amount == 12.5);
        QVERIFY(phase->gate.successPercent == 90 && phase->gate.wait == Seconds(600) && phase->gate.byHand);
    }

    void aPhasesFilterIsTheRest() {
        const auto phase = parsePhase("name=lab,wait=10m,filter=tag.a=in=(b,c),name==x");
        QVERIFY(phase && phase->name == "lab");
        QCOMPARE(phase->filter, std::optional<std::string>("tag.a=in=(b,c),name==x"));
        QVERIFY(!parsePhase("filter=name==x,name=lab"));
    }

    void aPrerequisiteIsAProductAndItsLeastVersion() {
        const auto needed = parsePrerequisite("agent>=2.4");
        QVERIFY(needed && needed->product == "agent" && needed->minVersion == "2.4");
        for (const char* text : {"", "agent", ">=2", "agent>=", "agent=2"})
            QVERIFY(!parsePrerequisite(text));
    }

    void aPhaseCanBeACount() {
        const auto phase = parsePhase("size=25,name=a b");
        QVERIFY(phase && phase->name == "a b" && phase->size.unit == PhaseSize::Unit::count);
        QCOMPARE(phase->size.amount, 25.0);
        QVERIFY(phase->gate.successPercent == 100 && !phase->gate.byHand);
    }

    void aWrongPhaseIsRefused() {
        for (const char* text :
             {"", "pilot", "size=10%", "name=", "name=a,size=0", "name=a,size=101%", "name=a,size=1.5",
              "name=a,size=-1", "name=a,size=x", "name=a,success=101", "name=a,wait=10", "name=a,by-hand=yes",
              "name=a,name=b", "name=a,,", "name=a,colour=red", "name=a,size=nan%", "name=a,size=99999999999"}) {
            const auto phase = parsePhase(text);
            QVERIFY2(!phase && phase.error().code == BaseErrc::invalidArgument, text);
        }
    }

    void minCopiesIsAllOrACount() {
        QCOMPARE(parseMinCopies("all").value(), 0U);
        QCOMPARE(parseMinCopies("3").value(), 3U);
        QVERIFY(!parseMinCopies("0") && !parseMinCopies("-1") && !parseMinCopies("some"));
    }

    void windowsAndFreezesAreRead() {
        const Window nightly = parseWindow("2026-11-24T22:00 4h FREQ=DAILY").value();
        QVERIFY(nightly == (Window{"2026-11-24T22:00", "FREQ=DAILY", Seconds(4 * 3600)}));
        QVERIFY(parseWindow("2026-11-24T22:00 90m").value().rule.empty());
        QVERIFY(!parseWindow("2026-11-24T22:00") && !parseWindow("2026-11-24T22:00 soon"));
        const Freeze days = parseFreeze("2026-12-20..2027-01-02 All of Christmas").value();
        QVERIFY(days == (Freeze{"All of Christmas", "2026-12-20", "2027-01-02"}));
        QVERIFY(parseFreeze("2026-12-24").value() == (Freeze{"", "2026-12-24", "2026-12-24"}));
        QVERIFY(!parseFreeze("..2026-12-24") && !parseFreeze(""));
    }

    void tagsAreSetAndRemoved() {
        const auto changes = parseTagChanges({"site=munich", "vip", "old=", "-gone", "site=b=c"});
        QVERIFY(changes);
        QCOMPARE(changes->size(), 4U);
        QVERIFY(changes->at("site") == "b=c" && changes->at("vip") == "" && changes->at("old") == "");
        QVERIFY(changes->at("gone") == std::nullopt);
    }

    void wrongTagsAreRefused() {
        for (const char* text : {"", "=x", "-", "-a=b"})
            QVERIFY2(!parseTagChanges({text}), text);
    }

    void aReleaseIsNamedByProductAndVersion() {
        QVERIFY(parseProductVersion("a/b/1.0") == (std::pair<std::string, std::string>("a/b", "1.0")));
        QVERIFY(!parseProductVersion("kiosk") && !parseProductVersion("/1") && !parseProductVersion("a/"));
    }

    void idsArePositive() {
        QVERIFY(parseId("17") == 17);
        QVERIFY(!parseId("0") && !parseId("-1") && !parseId("1a") && !parseId("") && !parseId("99999999999999999999"));
    }

    void tagRemovalIsAnOptionToTheParser() {
        const std::vector<std::string> wanted{"--remove=site", "-h", "--json", "a=b", "t1", "tag", "terminal"};
        QVERIFY(parserArguments({"ctl", "terminal", "tag", "t1", "a=b", "--json", "-h", "-site"}) == wanted);
        QVERIFY(parserArguments({"ctl", "-x", "status"}) == (std::vector<std::string>{"status", "-x"}));
        QVERIFY(parserArguments({}).empty());
    }
};

QTEST_GUILESS_MAIN(PlanTextTest)
#include "tst_plan_text.moc"
