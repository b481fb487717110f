// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <boost/json/parse.hpp>

#include "core/manager/release_trust.h"
#include "core/trust/canonical_json.h"
#include "core/tuf/metadata_writer.h"
#include "core/tuf/trusted_metadata.h"
#include "tests/support/signed_bench.h"

using namespace signalbox;
using namespace signalbox::test;
using manager::ReleaseTrust;

namespace {

constexpr const char* kProduct = SignedBench::kProduct;
constexpr const char* kRole = SignedBench::kRole;

template <class T>
bool failsWith(const Result<T>& result, BaseErrc code) {
    return !result && result.error().code == code;
}

std::int64_t versionOf(const std::string& document) {
    return boost::json::parse(document).at("signed").at("version").as_int64();
}

}  // namespace

/// Releases that need people's signatures.
class TestReleaseTrust : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void untilItIsSetUpACallApproves() {
        SignedBench bench;
        const ReleaseId id = bench.inReview("1.0");
        QVERIFY(!ReleaseTrust(bench.engine()).established());
        QVERIFY(bench.releases().approve(id, bench.digestOf(id), "", "bert").has_value());
    }

    void aReleaseIsApprovedWhenEnoughHaveSigned() {
        SignedBench bench;
        bench.establish();
        QVERIFY(ReleaseTrust(bench.engine()).established());
        const ReleaseId id = bench.inReview("1.0");
        const std::string hex(bench.digestOf(id).hex());
        QVERIFY(failsWith(bench.releases().approve(id, bench.digestOf(id), "", "bert"), BaseErrc::wrongState));
        bench.sign(kRole, bench.anna).value();
        QCOMPARE(bench.stateOf(id), ReleaseState::inReview);
        QVERIFY(!bench.believes("till-software/stable/1.0.json", hex));
        bench.sign(kRole, bench.cleo).value();
        QCOMPARE(bench.stateOf(id), ReleaseState::approved);
        QVERIFY(bench.believes("till-software/stable/1.0.json", hex));
        QVERIFY(!ReleaseTrust(bench.engine()).repository().staged().contains(kRole));
    }

    void oneKeyTwiceAndStrangersDoNotCount() {
        SignedBench bench;
        bench.establish();
        const ReleaseId id = bench.inReview("1.0");
        const Person stranger;
        bench.sign(kRole, bench.anna).value();
        QVERIFY(failsWith(bench.sign(kRole, bench.anna), BaseErrc::alreadyExists));
        QVERIFY(failsWith(bench.sign(kRole, stranger), BaseErrc::denied));
        QVERIFY(failsWith(bench.sign(kRole, bench.holder), BaseErrc::denied));
        QCOMPARE(bench.stateOf(id), ReleaseState::inReview);
    }

    void anEditVoidsTheSignatures() {
        SignedBench bench;
        bench.establish();
        const ReleaseId id = bench.inReview("1.0");
        bench.sign(kRole, bench.anna).value();
        const Digest other = bench.blobs().put(bytesOf(std::string("other"))).value();
        manager::Releases releases = bench.releases();
        bench.run(releases.setPackage(id, {"linux-amd64", "till.tar.zst", other, {}}, "anna")).value();
        QVERIFY(!bench.world().trust.staged().contains(kRole));
        bench.releases().submit(id, "anna").value();
        QCOMPARE(bench.world().trust.count(kRole).value().have, 0U);
    }

    void everyChangeAfterTheFirstSignatureVoidsAll_data() {
        QTest::addColumn<QString>("change");
        for (const char* const change :
             {"package", "recipe", "platformAdded", "platformRemoved", "anotherRelease", "refused"})
            QTest::newRow(change) << QString::fromLatin1(change);
    }
    void everyChangeAfterTheFirstSignatureVoidsAll() {
        QFETCH(QString, change);
        SignedBench bench;
        bench.establish();
        const ReleaseId first = bench.inReview("1.0");
        const ReleaseId id = bench.inReview("2.0");
        bench.sign(kRole, bench.anna).value();
        QCOMPARE(bench.world().trust.count(kRole).value().have, 1U);
        const std::string before = bench.world().trust.toSign(kRole).value();
        const Digest same = bench.releases().get(id).value().packages.front().digest;
        const auto set = [&](const char* platform, const Digest& digest, std::vector<std::string> restart) {
            Recipe recipe;
            recipe.restart.arguments = std::move(restart);
            manager::Releases releases = bench.releases();
            bench.run(releases.setPackage(id, {platform, "till.tar.zst", digest, recipe}, "bert")).value();
        };
        manager::Releases releases = bench.releases();
        if (change == QLatin1String("package"))
            set("linux-amd64", bench.blobs().put(bytesOf(std::string("other"))).value(), {});
        if (change == QLatin1String("recipe")) set("linux-amd64", same, {"./start"});
        if (change == QLatin1String("platformAdded")) set("linux-arm64", same, {});
        if (change == QLatin1String("platformRemoved"))
            bench.run(releases.removePackage(id, "linux-amd64", "bert")).value();
        if (change == QLatin1String("anotherRelease")) bench.inReview("3.0");
        if (change == QLatin1String("refused")) releases.refuse(first, bench.digestOf(first), "", "bert").value();
        if (bench.stateOf(id) == ReleaseState::draft && !bench.releases().get(id).value().packages.empty())
            bench.releases().submit(id, "bert").value();
        QCOMPARE(bench.world().trust.count(kRole).value().have, 0U);
        QVERIFY(bench.world().trust.staged().at(kRole).signatures.empty());
        // What was signed before does not count for what is there now.
        auto late = bench.anna.signer().sign(before).value();
        QVERIFY(failsWith(ReleaseTrust(bench.engine()).sign(kRole, std::move(late), "anna"), BaseErrc::denied));
    }

    void aSubmitThatCannotBeStagedLeavesNothingHalfDone() {
        SignedBench bench;
        bench.establish();
        const ReleaseId id = bench.releases().create({kProduct, "1.0", "stable", "", {}}, "anna").value().id;
        const Digest digest = bench.blobs().put(bytesOf(std::string("package"))).value();
        manager::Releases releases = bench.releases();
        bench.run(releases.setPackage(id, {"linux-amd64", "till.tar.zst", digest, {}}, "anna")).value();
        bench.blobs().remove(bench.digestOf(id)).value();
        QVERIFY(failsWith(bench.releases().submit(id, "anna"), BaseErrc::notFound));
        QCOMPARE(bench.stateOf(id), ReleaseState::draft);
        QVERIFY(!bench.world().trust.staged().contains(kRole));
        bench.restart();
        QCOMPARE(bench.stateOf(id), ReleaseState::draft);
        QVERIFY(!bench.world().trust.staged().contains(kRole));
        // The package put anew, it goes on.
        manager::Releases again = bench.releases();
        bench.run(again.setPackage(id, {"linux-amd64", "till.tar.zst", digest, {}}, "anna")).value();
        QVERIFY(bench.releases().submit(id, "anna").has_value());
    }

    void everySignatureSaysWhereTheAuditLogWas() {
        SignedBench bench;
        bench.establish();
        bench.inReview("1.0");
        const auto content = tuf::readTargets(bench.world().trust.staged().at(kRole).content).value();
        const auto anchor = approver::auditAnchorOf(content);
        QVERIFY(anchor.has_value());
        bench.durable().value();
        const auto entries = bench.run(bench.store().audit(anchor->sequence - 1, 1)).value();
        QCOMPARE(entries.front().hash, anchor->hash);
        bench.sign(kRole, bench.anna).value();
        bench.sign(kRole, bench.bert).value();
        const auto anchors = ReleaseTrust(bench.engine()).auditAnchors();
        QCOMPARE(anchors.size(), std::size_t{2});  // of the product and of who names its approvers
        QCOMPARE(anchors.front().at, *anchor);
        // It is no difference by itself: nothing has to be signed again for it.
        bench.releases().create({kProduct, "9.0", "stable", "", {}}, "anna").value();
        ReleaseTrust(bench.engine()).restage(kProduct).value();
        QVERIFY(!bench.world().trust.staged().contains(kRole));
    }

    void aRolloutNeedsWhatTerminalsWouldAskFor() {
        SignedBench bench;
        const ReleaseId old = bench.inReview("1.0");
        bench.releases().approve(old, bench.digestOf(old), "", "bert").value();
        const RolloutId rollout = bench.add(aRollout(old));
        bench.establish();
        QVERIFY(failsWith(bench.rollouts().start(rollout, "test"), BaseErrc::wrongState));
        QCOMPARE(bench.rollout(rollout).state, RolloutState::draft);
        bench.inReview("2.0");
        bench.sign(kRole, bench.anna).value();
        bench.sign(kRole, bench.bert).value();
        QVERIFY(bench.rollouts().start(rollout, "test").has_value());
    }

    void whatIsRefusedIsNoLongerToBeSigned() {
        SignedBench bench;
        bench.establish();
        const ReleaseId first = bench.inReview("1.0");
        const ReleaseId second = bench.inReview("2.0");
        bench.releases().refuse(first, bench.digestOf(first), "not this one", "bert").value();
        bench.sign(kRole, bench.anna).value();
        bench.sign(kRole, bench.bert).value();
        QCOMPARE(bench.stateOf(first), ReleaseState::draft);
        QCOMPARE(bench.stateOf(second), ReleaseState::approved);
        QVERIFY(!bench.believes("till-software/stable/1.0.json", std::string(bench.digestOf(first).hex())));
    }

    void aProductNeedsItsApproversNamed() {
        SignedBench bench;
        bench.establish();
        const ReleaseId id = bench.releases().create({"other", "1", "stable", "", {}}, "anna").value().id;
        const Digest digest = bench.blobs().put(bytesOf(std::string("x"))).value();
        manager::Releases releases = bench.releases();
        bench.run(releases.setPackage(id, {"linux-amd64", "x.tar.zst", digest, {}}, "anna")).value();
        QVERIFY(failsWith(bench.releases().submit(id, "anna"), BaseErrc::wrongState));
        QCOMPARE(bench.stateOf(id), ReleaseState::draft);
    }

    void whatWasApprovedBeforeIsSignedWithTheFirst() {
        SignedBench bench;
        const ReleaseId old = bench.inReview("1.0");
        bench.releases().approve(old, bench.digestOf(old), "", "bert").value();
        bench.establish();
        QVERIFY(!ReleaseTrust(bench.engine()).isTrusted(bench.releases().get(old).value()));
        bench.inReview("2.0");
        bench.sign(kRole, bench.anna).value();
        bench.sign(kRole, bench.bert).value();
        QVERIFY(ReleaseTrust(bench.engine()).isTrusted(bench.releases().get(old).value()));
    }

    void everythingIsThereAgainAfterARestart() {
        SignedBench bench;
        bench.establish();
        const ReleaseId id = bench.inReview("1.0");
        bench.sign(kRole, bench.anna).value();
        bench.restart();
        QCOMPARE(bench.world().trust.count(kRole).value().have, 1U);
        bench.sign(kRole, bench.bert).value();
        bench.restart();
        QCOMPARE(bench.stateOf(id), ReleaseState::approved);
        QVERIFY(bench.believes("till-software/stable/1.0.json", std::string(bench.digestOf(id).hex())));
    }

    void countersRiseFromReleaseToRelease() {
        SignedBench bench;
        bench.establish();
        for (const char* version : {"1.0", "2.0"}) {
            bench.inReview(version);
            bench.sign(kRole, bench.anna).value();
            bench.sign(kRole, bench.bert).value();
        }
        const auto& targets = bench.world().trust.targets(kRole)->targets;
        const auto counter = [&targets](const char* path) {
            return targets.find(path)->second.custom.at("release_counter").as_int64();
        };
        QCOMPARE(counter("till-software/stable/1.0.json"), 1);
        QCOMPARE(counter("till-software/stable/2.0.json"), 2);
    }

    void theTimestampIsSignedDaily() {
        SignedBench bench;
        bench.establish();
        ReleaseTrust trust(bench.engine());
        QVERIFY(!trust.signAgainIsDue());
        bench.clock.advance(std::chrono::hours(25));
        QVERIFY(trust.signAgainIsDue());
        const std::string before = *trust.file("timestamp.json");
        trust.signAgain().value();
        QVERIFY(*trust.file("timestamp.json") != before);
        QVERIFY(!trust.signAgainIsDue());
    }

    void aRestoredManagerGoesAheadOfWhatItsPredecessorSaid() {
        SignedBench bench;
        bench.establish();
        const std::int64_t before = versionOf(*ReleaseTrust(bench.engine()).file("timestamp.json"));
        bench.world().settings[store::kMetadataBehind] = "restored";
        bench.ledger().put(store::Setting{store::kMetadataBehind, "restored"});
        bench.restart();
        ReleaseTrust trust(bench.engine());
        QVERIFY(trust.signAgainIsDue());
        trust.signAgain().value();
        QVERIFY(versionOf(*trust.file("timestamp.json")) > before + 1000);
        QVERIFY(!trust.signAgainIsDue());
        bench.restart();
        QVERIFY(!ReleaseTrust(bench.engine()).signAgainIsDue());
        QVERIFY(!bench.believes("till-software/stable/1.0.json", ""));  // and it all holds together
    }

    void aRoleIsRenewedBeforeItEnds() {
        SignedBench bench;
        bench.establish();
        const ReleaseId id = bench.inReview("1.0");
        bench.sign(kRole, bench.anna).value();
        bench.sign(kRole, bench.bert).value();
        ReleaseTrust trust(bench.engine());
        const auto end = [&trust](const char* role) { return trust.repository().ends().at(role); };
        bench.clock.advance(std::chrono::hours(24 * 5));
        for (const std::string& role : {std::string("root"), std::string("targets"), std::string(kRole)}) {
            const TimePoint before = end(role.c_str());
            trust.renew(role, "root").value();
            QVERIFY(failsWith(trust.renew(role, "root"), BaseErrc::wrongState));
            bench.sign(role, role == kRole ? bench.anna : bench.holder).value();
            if (role == kRole) bench.sign(role, bench.cleo).value();
            QVERIFY2(end(role.c_str()) > before, role.c_str());
        }
        QVERIFY(bench.believes("till-software/stable/1.0.json", std::string(bench.digestOf(id).hex())));
        QVERIFY(failsWith(trust.renew("p-other", "root"), BaseErrc::notFound));
    }

    void targetsNameApproversAndNothingElse() {
        SignedBench bench;
        bench.establish();
        tuf::Targets wrong = targetsFor(kProduct, {&bench.anna}, 1);
        wrong.targets["till-software/stable/9.json"] = targetOf("x");
        ReleaseTrust trust(bench.engine());
        QVERIFY(failsWith(trust.stage("targets", tuf::contentOf(wrong), "root"), BaseErrc::invalidArgument));
        wrong = targetsFor(kProduct, {&bench.anna}, 1);
        wrong.delegations.roles[0].paths = {"*/*/*"};
        QVERIFY(failsWith(trust.stage("targets", tuf::contentOf(wrong), "root"), BaseErrc::invalidArgument));
        wrong = targetsFor(kProduct, {&bench.anna}, 2);
        QVERIFY(failsWith(trust.stage("targets", tuf::contentOf(wrong), "root"), BaseErrc::invalidArgument));
        QVERIFY(failsWith(trust.stage(kRole, {}, "root"), BaseErrc::invalidArgument));
    }
};

QTEST_GUILESS_MAIN(TestReleaseTrust)
#include "tst_release_trust.moc"
