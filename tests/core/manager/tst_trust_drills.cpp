// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/approver/signed_records.h"
#include "core/approver/trust_plan.h"
#include "core/manager/alarms.h"
#include "tests/support/signed_bench.h"

using namespace signalbox;
using namespace signalbox::test;
using manager::ReleaseTrust;

namespace {

constexpr const char* kProduct = SignedBench::kProduct;
constexpr const char* kRole = SignedBench::kRole;
constexpr std::chrono::hours kDay{24};

template <class T>
bool failsWith(const Result<T>& result, BaseErrc code) {
    return !result && result.error().code == code;
}

/// A fleet that runs a signed release; what people go through in the years after.
class DrillBench : public SignedBench {
public:
    DrillBench() {
        establish();
        first = release("1.0");
    }
    ReleaseId release(const std::string& version, const Person* one = nullptr, const Person* other = nullptr) {
        const ReleaseId id = inReview(version);
        sign(kRole, one ? *one : anna).value();
        sign(kRole, other ? *other : bert).value();
        return id;
    }
    /// A terminal that has trusted the first root since it joined takes it.
    bool takes(ReleaseId id) {
        const Release release = releases().get(id).value();
        return believes(manager::targetPath(release), std::string(release.manifestDigest.hex()));
    }
    void name(const std::vector<const Person*>& approvers, std::uint32_t threshold) {
        stage("targets", tuf::contentOf(targetsFor(kProduct, approvers, threshold)));
    }
    void holders(const std::vector<const Person*>& people, std::uint32_t threshold) {
        stage("root", tuf::contentOf(rootOf(people, threshold, online())));
    }
    [[nodiscard]] bool isStaged(const char* role) { return world().trust.staged().contains(role); }
    /// Of the product's approvers, who stay the same; what anna and bert had signed is signed by all again if need be.
    void setRules(const approver::ApprovalRules& rules) {
        tuf::Targets targets = *world().trust.targets("targets");
        approver::setApprovalRules(targets, kProduct, rules);
        targets.delegations.roles[0].paths = approver::approverPaths(kProduct, rules.channels);
        stage("targets", tuf::contentOf(targets));
        sign("targets", holder).value();
    }
    [[nodiscard]] std::vector<std::string> alarms() {
        std::vector<std::string> roles;
        for (const manager::Alarm& alarm : manager::metadataAlarms(engine()))
            roles.push_back(alarm.subject);
        return roles;
    }

    ReleaseId first;
};

}  // namespace

/// Ceremonies and accidents of keys, by a clock that goes for years.
class TestTrustDrills : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRootGrowsFromOneToTwoOfThree() {
        DrillBench bench;
        const Person dora, emil;
        bench.holders({&bench.holder, &dora, &emil}, 2);
        QVERIFY(bench.isStaged("targets"));  // one signature does not do for them any more
        bench.sign("root", bench.holder).value();
        QVERIFY(bench.isStaged("root"));
        bench.sign("root", dora).value();
        bench.sign("targets", dora).value();
        QVERIFY(bench.isStaged("root"));  // both or none
        bench.sign("targets", emil).value();
        QVERIFY(!bench.isStaged("root") && !bench.isStaged("targets"));
        QVERIFY(bench.takes(bench.first));
        // From now on one of them alone changes nothing.
        bench.name({&bench.anna}, 1);
        bench.sign("targets", emil).value();
        QVERIFY(bench.isStaged("targets"));
    }

    void aRootKeyThatIsLostIsReplacedByTheSpareOne() {
        DrillBench bench;
        const Person spare, next;
        bench.holders({&bench.holder, &spare}, 1);
        bench.sign("root", bench.holder).value();
        bench.holders({&spare, &next}, 1);  // the first holder's key is gone
        bench.sign("root", spare).value();
        QVERIFY(bench.isStaged("root"));
        bench.sign("targets", spare).value();  // what the lost key had signed
        QVERIFY(!bench.isStaged("root") && !bench.isStaged("targets"));
        QVERIFY(bench.takes(bench.first));
        bench.name({&bench.anna}, 1);
        QVERIFY(failsWith(bench.sign("targets", bench.holder), BaseErrc::denied));
    }

    void anApproverIsAdded() {
        DrillBench bench;
        const Person dora;
        bench.name({&bench.anna, &bench.bert, &bench.cleo, &dora}, 2);
        QVERIFY(!bench.isStaged(kRole));  // what is signed holds
        bench.sign("targets", bench.holder).value();
        QVERIFY(!bench.isStaged("targets"));
        QVERIFY(bench.takes(bench.release("2.0", &dora, &bench.cleo)));
    }

    void anApproverWhoLeavesNoLongerCounts() {
        DrillBench bench;
        bench.name({&bench.bert, &bench.cleo}, 2);
        // Anna had signed what is published: who stays signs it again, and all of it counts from then on.
        QVERIFY(bench.isStaged(kRole));
        bench.sign("targets", bench.holder).value();
        QVERIFY(bench.isStaged("targets"));
        QVERIFY(bench.takes(bench.first));
        QVERIFY(failsWith(bench.sign(kRole, bench.anna), BaseErrc::denied));
        bench.sign(kRole, bench.bert).value();
        bench.sign(kRole, bench.cleo).value();
        QVERIFY(!bench.isStaged("targets") && !bench.isStaged(kRole));
        QVERIFY(bench.takes(bench.first));
        bench.inReview("2.0");
        QVERIFY(failsWith(bench.sign(kRole, bench.anna), BaseErrc::denied));
    }

    void anApproversLostKeyIsReplaced() {
        DrillBench bench;
        const Person again;  // bert's new key
        bench.name({&bench.anna, &again, &bench.cleo}, 2);
        bench.sign("targets", bench.holder).value();
        bench.sign(kRole, bench.anna).value();
        bench.sign(kRole, again).value();
        QVERIFY(bench.takes(bench.first));
        QVERIFY(bench.takes(bench.release("2.0", &again, &bench.cleo)));
        bench.inReview("3.0");
        QVERIFY(failsWith(bench.sign(kRole, bench.bert), BaseErrc::denied));
    }

    void anAlarmComesBeforeAnythingEndsAndGoesWithItsRenewal() {
        DrillBench bench;
        QVERIFY(bench.alarms().empty());
        const auto pass = [&bench](int days) {
            for (int day = 0; day < days; ++day) {
                bench.clock.advance(kDay);
                ReleaseTrust(bench.engine()).signAgain().value();
            }
        };
        pass(151);  // a product's half year
        QCOMPARE(bench.alarms(), std::vector<std::string>{kRole});
        ReleaseTrust(bench.engine()).renew(kRole, "bert").value();
        bench.sign(kRole, bench.bert).value();
        bench.sign(kRole, bench.cleo).value();
        QVERIFY(bench.alarms().empty());
        pass(155);  // the root's year, and the product's next half
        QCOMPARE(bench.alarms(), (std::vector<std::string>{kRole, "root"}));
        ReleaseTrust(bench.engine()).renew("root", "holder").value();
        bench.sign("root", bench.holder).value();
        QCOMPARE(bench.alarms(), std::vector<std::string>{kRole});
        QVERIFY(bench.takes(bench.first));
    }

    void aManagerThatWasAwayAlarmsAndSignsAnew() {
        DrillBench bench;
        bench.clock.advance(kDay * 5);
        QCOMPARE(bench.alarms(), std::vector<std::string>{"timestamp"});
        bench.clock.advance(kDay * 9);
        QCOMPARE(bench.alarms().size(), std::size_t{2});  // the snapshot, too
        QVERIFY(ReleaseTrust(bench.engine()).signAgainIsDue());
        ReleaseTrust(bench.engine()).signAgain().value();
        QVERIFY(bench.alarms().empty());
        QVERIFY(bench.takes(bench.first));
    }

    void aRenewalIsNotLostWhenAReleaseIsRefusedMeanwhile() {
        DrillBench bench;
        ReleaseTrust(bench.engine()).renew(kRole, "bert").value();
        const ReleaseId second = bench.releases().create({kProduct, "2.0", "stable", "", {}}, "anna").value().id;
        const Digest digest = bench.blobs().put(bytesOf(std::string("second"))).value();
        manager::Releases releases = bench.releases();
        bench.run(releases.setPackage(second, {"linux-amd64", "till.tar.zst", digest, {}}, "anna")).value();
        QVERIFY(bench.isStaged(kRole));
    }

    void whoAskedForAReleaseMayBeLeftOut() {
        DrillBench bench;
        approver::ApprovalRules rules;
        rules.ownRequests = false;
        bench.setRules(rules);
        const ReleaseId id = bench.inReview("2.0");  // which anna made and submitted
        const auto signAs = [&bench](const Person& person, const char* actor) {
            auto signature = person.signer().sign(bench.world().trust.toSign(kRole).value()).value();
            return ReleaseTrust(bench.engine()).sign(kRole, std::move(signature), actor);
        };
        QVERIFY(failsWith(signAs(bench.anna, "anna"), BaseErrc::denied));
        bench.restart();
        QVERIFY(failsWith(signAs(bench.anna, "anna"), BaseErrc::denied));
        signAs(bench.bert, "bert").value();
        signAs(bench.cleo, "cleo").value();
        QCOMPARE(bench.stateOf(id), ReleaseState::approved);
    }

    void approversMayBeForSomeChannelsOnly() {
        DrillBench bench;
        approver::ApprovalRules rules;
        rules.channels = {"stable"};
        bench.setRules(rules);
        QVERIFY(bench.takes(bench.first));
        QVERIFY(bench.takes(bench.release("2.0", &bench.bert, &bench.cleo)));
        const ReleaseId beta = bench.releases().create({kProduct, "3.0", "beta", "", {}}, "anna").value().id;
        const Digest digest = bench.blobs().put(bytesOf(std::string("beta"))).value();
        manager::Releases releases = bench.releases();
        bench.run(releases.setPackage(beta, {"linux-amd64", "till.tar.zst", digest, {}}, "anna")).value();
        QVERIFY(failsWith(bench.releases().submit(beta, "anna"), BaseErrc::wrongState));
        tuf::Targets wrong = *bench.world().trust.targets("targets");
        wrong.delegations.roles[0].paths = {std::string(kProduct) + "/a?/*", std::string(kProduct) + "/a?/*/*"};
        QVERIFY(failsWith(ReleaseTrust(bench.engine()).stage("targets", tuf::contentOf(wrong), "root"),
                          BaseErrc::invalidArgument));
    }

    void anApprovalCanEnd() {
        DrillBench bench;
        approver::ApprovalRules rules;
        rules.approvalDays = 30;
        bench.setRules(rules);
        const ReleaseId id = bench.inReview("2.0");
        bench.sign(kRole, bench.anna).value();
        bench.clock.advance(kDay * 2);
        ReleaseTrust(bench.engine()).restage(kProduct).value();  // time alone is no change
        bench.sign(kRole, bench.bert).value();
        QCOMPARE(bench.stateOf(id), ReleaseState::approved);
        const auto& targets = bench.world().trust.targets(kRole)->targets;
        const auto& custom = targets.find("till-software/stable/2.0.json")->second.custom;
        const auto end = fromRfc3339(std::string_view(custom.at("not_after").as_string())).value();
        QVERIFY(end == bench.clock.now() + kDay * 28);
        const RolloutId rollout = bench.add(aRollout(id));
        bench.clock.advance(kDay * 29);
        QVERIFY(failsWith(bench.rollouts().start(rollout, "test"), BaseErrc::wrongState));
        // It is signed anew with the next one.
        bench.release("3.0");
        QVERIFY(bench.rollouts().start(rollout, "test").has_value());
    }

    void keysCarryTheirOwnersNames() {
        DrillBench bench;
        const auto publicKey = [](const Person& person) {
            return trust::PublicKey::fromPem(std::string(person.signer().key().at("keyval").at("public").as_string()))
                .value();
        };
        const approver::Signers approvers{{publicKey(bench.anna), publicKey(bench.bert)}, 2, {"Anna A.", "Bert B."}};
        const tuf::Targets now = *bench.world().trust.targets("targets");
        bench.stage("targets", approver::withApprovers(now, kProduct, approvers).value());
        bench.sign("targets", bench.holder).value();
        const auto owners = approver::keyOwnersOf(*bench.world().trust.targets("targets")).value();
        QCOMPARE(owners.size(), std::size_t{2});
        QCOMPARE(owners.find(bench.anna.id())->second, std::string("Anna A."));
        QVERIFY(bench.takes(bench.first));
        // A name that is none is not staged.
        tuf::Targets bad = now;
        bad.extra["x-signalbox-owners"] = boost::json::object{{bench.anna.id(), "a\nb"}};
        QVERIFY(
            failsWith(ReleaseTrust(bench.engine()).stage("targets", tuf::contentOf(bad), "root"), BaseErrc::malformed));
    }
};

QTEST_GUILESS_MAIN(TestTrustDrills)
#include "tst_trust_drills.moc"
