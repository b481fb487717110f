// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/manager/audiences.h"
#include "core/manager/follow_up_plans.h"
#include "core/manager/products.h"
#include "tests/support/manager_bench.h"

using namespace signalbox;
using namespace signalbox::test;
using manager::Products;

namespace {

template <class T>
bool failsWith(const Result<T>& result, BaseErrc code) {
    return !result && result.error().code == code;
}

}  // namespace

/// Products that only tags bring to a terminal.
class TestProducts : public QObject {
    Q_OBJECT

private:
    static bool mayGoTo(ManagerBench& bench, ReleaseId release, const std::string& audience) {
        return bench.rollouts().create(aRollout(release).to(audience).rollout, "anna").has_value();
    }

private Q_SLOTS:
    void aRestrictedProductGoesWhereTagsSay() {
        ManagerBench bench;
        const ReleaseId release = bench.add(aRelease());
        const ReleaseId other = bench.add(aRelease("1.0").of("agent"));
        QVERIFY(mayGoTo(bench, release, "attribute.model==T-1000"));
        QVERIFY(Products(bench.engine()).setRestricted("till-software", true, "anna").value().restricted);
        bench.restart();
        for (const char* audience : {"", "attribute.model==T-1000", "tag.site==north;attribute.model==T-1000",
                                     "tag.a==b,name==t1", "controllerId==t1", "platform==linux-*", "cluster==default",
                                     "installed.agent==1", "lastContact=gt=2030-01-01T00:00:00Z"})
            QVERIFY2(failsWith(bench.rollouts().create(aRollout(release).to(audience).rollout, "anna"),
                               BaseErrc::invalidArgument),
                     audience);
        QVERIFY(mayGoTo(bench, release, "tag.site==north;(tag.vip==yes,tag.vip=in=(a,b))"));
        QVERIFY(mayGoTo(bench, other, "attribute.model==T-1000"));
        Products(bench.engine()).setRestricted("till-software", false, "anna").value();
        QVERIFY(mayGoTo(bench, release, "attribute.model==T-1000"));
    }

    void saysWhereTheAudienceGoesByMoreThanTags() {
        ManagerBench bench;
        filter::ParseError where;
        QVERIFY(failsWith(manager::checkTagsOnly(bench.world(), "tag.a==b;(tag.c==d, attribute.e==f)", &where),
                          BaseErrc::invalidArgument));
        QCOMPARE(where.position, std::size_t(20));
        QCOMPARE(where.length, std::size_t(11));
        QVERIFY(manager::checkTagsOnly(bench.world(), "tag.a!=b").has_value());
    }

    void savedAudiencesAreLookedInto() {
        ManagerBench bench;
        const ReleaseId release = bench.add(aRelease());
        manager::Audiences audiences(bench.engine());
        audiences.save("north", "tag.site==north", "", "anna").value();
        audiences.save("models", "tag.a==b,attribute.model==T", "", "anna").value();
        audiences.save("outer", "audience==models", "", "anna").value();
        Products(bench.engine()).setRestricted("till-software", true, "anna").value();
        QVERIFY(mayGoTo(bench, release, "audience==north;tag.a==b"));
        QVERIFY(!mayGoTo(bench, release, "audience==outer"));
        QVERIFY(!mayGoTo(bench, release, "audience=in=(north,models)"));
    }

    void aRolloutThatIsPlannedIsLookedAtAgain() {
        ManagerBench bench;
        const ReleaseId release = bench.add(aRelease());
        bench.add(aTerminal("t1").tagged("site", "north"));
        manager::Audiences audiences(bench.engine());
        audiences.save("north", "tag.site==north", "", "anna").value();
        const RolloutId draft = bench.add(aRollout(release).to("name==t1"));
        const RolloutId later =
            bench.start(aRollout(release).to("audience==north").issuedAt(bench.clock.now() + Seconds(60)));
        Products(bench.engine()).setRestricted("till-software", true, "anna").value();
        QVERIFY(failsWith(bench.rollouts().start(draft, "anna"), BaseErrc::invalidArgument));
        audiences.save("north", "attribute.site==north", "", "anna").value();
        bench.clock.advance(Seconds(60));
        bench.rollouts().advance();
        QVERIFY(bench.stateOf(later) == RolloutState::failed);
    }

    void whatTerminalsSayBringsNoNewcomerIn() {
        ManagerBench bench;
        const TerminalId first = bench.add(aTerminal("till-1"));
        RolloutBuilder wanted = aRollout(bench.add(aRelease())).to("name==till*");
        wanted.rollout.takesLater = true;
        const RolloutId id = bench.start(wanted);
        Products(bench.engine()).setRestricted("till-software", true, "anna").value();
        bench.add(aTerminal("till-2"));
        bench.rollouts().advance();
        QCOMPARE(bench.world().rollouts.at(id).terminals(), std::uint64_t(1));
        QVERIFY(bench.install(first));
    }

    void whoGotItByTagsIsTakenBack() {
        ManagerBench bench;
        const TerminalId got = bench.add(aTerminal("got").tagged("site", "north"));
        Products(bench.engine()).setRestricted("till-software", true, "anna").value();
        const ReleaseId old = bench.add(aRelease("1.0"));
        const RolloutId id = bench.start(aRollout(bench.add(aRelease("2.0"))).to("tag.site==north"));
        QVERIFY(bench.install(got));
        const RolloutId back = manager::FollowUpPlans(bench.engine()).rollBack(id, old, "anna").value().id;
        bench.rollouts().start(back, "anna").value();
        QVERIFY(bench.install(got));
        // What another product's rollout did is no way around.
        const RolloutId agent = bench.start(aRollout(bench.add(aRelease("1.0").of("agent"))));
        QVERIFY(bench.install(got));
        RolloutBuilder around = aRollout(old);
        around.rollout.rollbackOf = agent;
        QVERIFY(failsWith(bench.rollouts().create(around.rollout, "anna"), BaseErrc::invalidArgument));
    }

    void aRestrictedPrerequisiteMakesNoRolloutAtAll() {
        ManagerBench bench;
        bench.add(aRelease("9").of("base"));
        bench.add(aRelease("3").of("agent").needing("base", "7"));
        const RolloutId id = bench.add(aRollout(bench.add(aRelease("2.0").needing("agent", "2"))));
        Products(bench.engine()).setRestricted("agent", true, "anna").value();
        QVERIFY(failsWith(manager::FollowUpPlans(bench.engine()).prerequisites(id, "anna"), BaseErrc::invalidArgument));
        QCOMPARE(bench.world().rollouts.size(), std::size_t(1));
    }

    void listsWhatHasReleasesOrIsRestricted() {
        ManagerBench bench;
        bench.add(aRelease("1.0"));
        bench.add(aRelease("2.0"));
        Products(bench.engine()).setRestricted("agent", true, "anna").value();
        QVERIFY(failsWith(Products(bench.engine()).setRestricted("a b", true, "anna"), BaseErrc::invalidArgument));
        const auto products = Products(bench.engine()).list();
        QCOMPARE(products.size(), std::size_t(2));
        QCOMPARE(products[0].name, std::string("agent"));
        QVERIFY(products[0].restricted);
        QCOMPARE(products[1].releases, std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestProducts)
#include "tst_products.moc"
