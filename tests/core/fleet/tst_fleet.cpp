// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/fleet.h"

#include <QTest>

#include "core/fleet/contact_time.h"

using namespace signalbox;
using namespace signalbox::fleet;
using filter::FieldKind;

namespace {

const TimePoint kNow = TimePoint(Milliseconds(1'800'000'000'000));

Terminal aTerminal(std::int64_t id) {
    const std::string number = std::to_string(id);
    return {.id = {id},
            .controllerId = "c-" + number,
            .name = "Till " + number,
            .platform = "linux-amd64",
            .cluster = {1},
            .tokenHash = std::string(62, '0') + (id < 10 ? "0" + number : number.substr(0, 2)),
            .tags = {{"site", "north"}},
            .attributes = {{"ram", "4"}},
            .installed = {{"till", "2.9"}},
            .joinedAt = kNow - Seconds(id),
            .lastContact = kNow - std::chrono::hours(id),
            .permitSequence = id,
            .retiredAt = {},
            .cloneSeenAt = {},
            .attributesWanted = id % 2 == 0,
            .byGateway = id % 3 == 0,
            .autoConfirm = {.active = id % 2 == 0, .initiator = "ada", .remark = {}, .activatedAt = {}}};
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

class TestFleet : public QObject {
    Q_OBJECT

private:
    static Fleet::Context context() {
        return {kNow,
                {{.id = {1}, .name = "North", .createdAt = {}, .rule = {}},
                 {.id = {2}, .name = "south", .createdAt = {}, .rule = {}}}};
    }
    static Ids select(const Fleet& fleet, const char* audience) {
        auto expression = filter::parse(audience);
        if (!expression) qFatal("%s: %s", audience, expression.error().text().c_str());
        auto set = fleet.select(*expression, context());
        if (!set) qFatal("%s: %s", audience, set.error().text().c_str());
        return idsOf(*set);
    }
    /// 1: as aTerminal. 2: other values. 3: nothing said, never heard of.
    static Fleet threeTerminals() {
        Fleet fleet;
        fleet.put(aTerminal(1));
        Terminal second = aTerminal(2);
        second.platform = "linux-arm64";
        second.cluster = {2};
        second.tags = {{"site", "South"}, {"pilot", ""}};
        second.attributes = {{"ram", "16"}, {"site", "north"}};
        second.installed = {{"till", "2.10"}};
        fleet.put(second);
        Terminal third = aTerminal(3);
        third.cluster = {};
        third.tags.clear();
        third.attributes.clear();
        third.installed.clear();
        third.lastContact.reset();
        fleet.put(third);
        return fleet;
    }

private Q_SLOTS:
    void givesATerminalBack() {
        Fleet fleet;
        const Terminal put = aTerminal(7);
        fleet.put(aTerminal(3));
        fleet.put(put);
        const auto got = fleet.terminal({7});
        QVERIFY(got);
        QCOMPARE(got->id, put.id);
        QCOMPARE(got->controllerId, put.controllerId);
        QCOMPARE(got->name, put.name);
        QCOMPARE(got->platform, put.platform);
        QCOMPARE(got->cluster, put.cluster);
        QCOMPARE(got->tokenHash, put.tokenHash);
        QCOMPARE(got->tags, put.tags);
        QCOMPARE(got->attributes, put.attributes);
        QCOMPARE(got->installed, put.installed);
        QCOMPARE(got->joinedAt, put.joinedAt);
        QCOMPARE(got->lastContact, put.lastContact);
        QCOMPARE(got->permitSequence, put.permitSequence);
        QCOMPARE(got->attributesWanted, put.attributesWanted);
        QCOMPARE(got->byGateway, put.byGateway);
        QVERIFY(got->autoConfirm == put.autoConfirm);
        QVERIFY(!fleet.terminal({5}));
        QVERIFY(!fleet.terminal({0}));
        QVERIFY(!fleet.terminal({-1}));
        QVERIFY(!fleet.terminal({1'000'000}));
    }

    void putReplaces() {
        Fleet fleet = threeTerminals();
        Terminal changed = aTerminal(2);
        changed.controllerId = "other";
        changed.tags = {{"vip", "yes"}};
        changed.lastContact.reset();
        fleet.put(changed);
        QCOMPARE(fleet.size(), 3U);
        QCOMPARE(fleet.terminal({2})->tags, changed.tags);
        QVERIFY(!fleet.lastContact({2}));
        QCOMPARE(fleet.findByControllerId("other").value, 2);
        QVERIFY(!fleet.findByControllerId("c-2"));
        QCOMPARE(select(fleet, "tag.pilot==*"), Ids());
        QCOMPARE(fleet.keys(FieldKind::tag), (std::vector<std::string>{"site", "vip"}));
    }

    void removedItIsGone() {
        Fleet fleet = threeTerminals();
        fleet.remove({2});
        fleet.remove({2});
        fleet.remove({77});
        QCOMPARE(fleet.size(), 2U);
        QVERIFY(!fleet.terminal({2}));
        QVERIFY(!fleet.findByControllerId("c-2"));
        QVERIFY(!fleet.tokenMatches({2}, aTerminal(2).tokenHash));
        QCOMPARE(idsOf(fleet.all()), (Ids{1, 3}));
        QCOMPARE(select(fleet, "name==*"), (Ids{1, 3}));
        QCOMPARE(fleet.keys(FieldKind::tag), std::vector<std::string>{"site"});
    }

    void findsByControllerIdExactly() {
        const Fleet fleet = threeTerminals();
        QCOMPARE(fleet.findByControllerId("c-3").value, 3);
        QVERIFY(!fleet.findByControllerId("C-3"));
        QVERIFY(!fleet.findByControllerId(""));
    }

    void matchesTokensOfTheRightTerminalOnly() {
        Fleet fleet = threeTerminals();
        QVERIFY(fleet.tokenMatches({1}, aTerminal(1).tokenHash));
        QVERIFY(!fleet.tokenMatches({1}, aTerminal(2).tokenHash));
        QVERIFY(!fleet.tokenMatches({1}, ""));
        QVERIFY(!fleet.tokenMatches({9}, aTerminal(1).tokenHash));
        Terminal without = aTerminal(4);
        without.tokenHash.clear();
        fleet.put(without);
        QVERIFY(!fleet.tokenMatches({4}, ""));
        QVERIFY(!fleet.tokenMatches({4}, std::string(64, '0')));
    }

    void touchMovesTheLastContact() {
        Fleet fleet = threeTerminals();
        fleet.touch({3}, kNow);
        fleet.touch({55}, kNow);
        QCOMPARE(fleet.lastContact({3}), std::optional(kNow));
        QVERIFY(!fleet.lastContact({55}));
        QCOMPARE(select(fleet, "lastContact=ge=1m"), Ids{3});
    }

    void selects_data() {
        QTest::addColumn<QByteArray>("audience");
        QTest::addColumn<QList<int>>("ids");
        const auto row = [](const char* audience, const QList<int>& ids) {
            QTest::newRow(audience) << QByteArray(audience) << ids;
        };
        row("", {1, 2, 3});
        row("name=='till 2'", {2});
        row("name==*2", {2});
        row("controllerId=in=(c-1,C-3,c-9)", {1, 3});
        row("controllerId=out=(c-1,C-3,c-9)", {2});
        row("platform!=linux-amd64", {2});
        row("cluster==north", {1});
        row("cluster!=north", {2, 3});
        row("cluster=in=(North,South)", {1, 2});
        row("tag.site==south", {2});
        row("tag.site==*o*", {1, 2});
        row("tag.site!=south", {1, 3});
        row("tag.pilot==''", {2});
        row("tag.nobody==*", {});
        row("tag.nobody!=x", {1, 2, 3});
        row("tag.nobody=out=(x)", {1, 2, 3});
        row("attribute.site==north", {2});
        row("attribute.ram>4", {2});
        row("attribute.ram>=4", {1, 2});
        row("attribute.ram<16", {1});
        row("installed.till=lt=2.10", {1});
        row("installed.till=le=2.10", {1, 2});
        row("installed.till=in=('2.*')", {});
        row("lastContact=lt=90m", {2});
        row("lastContact=ge=90m", {1});
        row("lastContact!=2027-01-15T08:00:00Z", {1, 2, 3});
        row("lastContact==2027-01-15T07:00:00Z", {1});
        row("lastContact=in=(1h,2h)", {1, 2});
        row("lastContact=out=(1h)", {2, 3});
        row("tag.site==north;attribute.ram==4", {1});
        row("tag.site==north,tag.site==south", {1, 2});
        row("(tag.site==north,tag.site==south);name!=*1", {2});
    }
    void selects() {
        QFETCH(QByteArray, audience);
        QFETCH(QList<int>, ids);
        const Ids got = select(threeTerminals(), audience.constData());
        QCOMPARE(got, Ids(ids.begin(), ids.end()));
    }

    void aTerminalCannotTalkItsWayIntoATag() {
        Fleet fleet;
        Terminal terminal = aTerminal(1);
        terminal.tags.clear();
        terminal.attributes = {{"vip", "yes"}, {"tag.vip", "yes"}};
        fleet.put(terminal);
        QCOMPARE(select(fleet, "tag.vip==yes"), Ids());
    }

    void aTimeThatCannotBeReadIsInvalid_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"yesterday", "30", "d", "-3d", "3x", "1234567890d", "*", "", "2026-13-01T00:00:00Z"})
            QTest::newRow(text) << QByteArray(text);
    }
    void aTimeThatCannotBeReadIsInvalid() {
        QFETCH(QByteArray, text);
        const filter::Expression audience{
            filter::Comparison{{FieldKind::lastContact, {}}, filter::Operator::less, {text.toStdString()}}};
        const auto set = threeTerminals().select(audience, context());
        QVERIFY(!set);
        QCOMPARE(set.error().code, make_error_code(BaseErrc::invalidArgument));
    }

    void spansAreReadInEveryUnit() {
        const auto before = [](const char* text) { return kNow - contactTime(text, kNow).value(); };
        QCOMPARE(before("5s"), Milliseconds(5'000));
        QCOMPARE(before("5m"), Milliseconds(300'000));
        QCOMPARE(before("2h"), Milliseconds(7'200'000));
        QCOMPARE(before("1d"), Milliseconds(86'400'000));
        QCOMPARE(before("1w"), Milliseconds(604'800'000));
    }

    void listsKeysAndValuesInUse() {
        const Fleet fleet = threeTerminals();
        QCOMPARE(fleet.keys(FieldKind::tag), (std::vector<std::string>{"pilot", "site"}));
        QCOMPARE(fleet.keys(FieldKind::installed), std::vector<std::string>{"till"});
        QCOMPARE(fleet.values({FieldKind::installed, "till"}, 10), (std::vector<std::string>{"2.9", "2.10"}));
        QCOMPARE(fleet.values({FieldKind::installed, "till"}, 1), std::vector<std::string>{"2.9"});
        QCOMPARE(fleet.values({FieldKind::tag, "nobody"}, 10), std::vector<std::string>());
    }
};

QTEST_GUILESS_MAIN(TestFleet)
#include "tst_fleet.moc"
