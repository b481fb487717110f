// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <boost/json/parse.hpp>

#include "core/manager/release_trust.h"
#include "core/trust/canonical_json.h"
#include "core/tuf/metadata_writer.h"
#include "core/tuf/trusted_metadata.h"
#include "tests/support/manager_bench.h"
#include "tests/support/tuf_people.h"

using namespace signalbox;
using namespace signalbox::test;
using manager::ReleaseTrust;

namespace {

constexpr const char* kProduct = "till-software";
constexpr const char* kRole = "p-till-software";

template <class T>
bool failsWith(const Result<T>& result, BaseErrc code) {
    return !result && result.error().code == code;
}

std::int64_t versionOf(const std::string& document) {
    return boost::json::parse(document).at("signed").at("version").as_int64();
}

/// A manager whose releases of kProduct need two of three signatures; one root holder.
class SignedBench : public ManagerBench {
public:
    void establish() {
        const std::vector<const Person*> approvers{&anna, &bert, &cleo};
        stage("root", tuf::contentOf(rootOf({&holder}, 1, online())));
        sign("root", holder).value();
        stage("targets", tuf::contentOf(targetsFor(kProduct, approvers, 2)));
        sign("targets", holder).value();
    }
    void stage(const std::string& role, const boost::json::object& content) {
        ReleaseTrust(engine()).stage(role, content, "root").value();
    }
    Result<void> sign(const std::string& role, const Person& person) {
        TRY(const std::string canonical, world().trust.toSign(role));
        TRY(tuf::Signature signature, person.signer().sign(canonical));
        return ReleaseTrust(engine()).sign(role, std::move(signature), "someone");
    }
    ReleaseId inReview(const std::string& version, const std::string& content = "package") {
        const ReleaseId id = releases().create({kProduct, version, "stable", "", {}}, "anna").value().id;
        const Digest digest = blobs().put(bytesOf(content + version)).value();
        manager::Releases all = releases();
        run(all.setPackage(id, {"linux-amd64", "till.tar.zst", digest, {}}, "anna")).value();
        releases().submit(id, "anna").value();
        return id;
    }
    ReleaseState stateOf(ReleaseId id) { return releases().get(id).value().state; }
    Digest digestOf(ReleaseId id) { return releases().get(id).value().manifestDigest; }
    bool believes(const std::string& path, const std::string& hex) {
        const ReleaseTrust trust(engine());
        const auto file = [&trust](const std::string& name) { return *trust.file(name); };
        tuf::TrustedMetadata client(clock.now());
        client.pinRoot(file("1.root.json")).value();
        client.checkRootIsFresh().value();
        static_cast<void>(client.newTimestamp(file("timestamp.json")).value());
        client.newSnapshot(file(std::to_string(client.timestamp().snapshot.version) + ".snapshot.json")).value();
        const auto version = [&client](const char* role) { return std::to_string(client.fileOf(role)->version); };
        client.addTargets("targets", "root", file(version("targets") + ".targets.json")).value();
        if (!client.fileOf(kRole)) return false;
        client.addTargets(kRole, "targets", file(version(kRole) + "." + kRole + ".json")).value();
        const auto& targets = client.targets(kRole)->targets;
        const auto found = targets.find(path);
        return found != targets.end() && found->second.hashes.find("sha256")->second == hex;
    }

    Person holder;
    Person anna;
    Person bert;
    Person cleo;

private:
    /// The manager's own key, of which people know the public half only.
    tuf::Root rootOf(const std::vector<const Person*>& holders, std::uint32_t threshold,
                     const boost::json::object& key) {
        tuf::Root root = test::rootOf(holders, threshold, holder);
        const tuf::KeyId id = tuf::keyIdOf(key);
        root.keys.insert_or_assign(id, tuf::VerificationKey::fromJson(key).value());
        for (const char* const role : {"snapshot", "timestamp"})
            root.roles[role].keyIds = {id};
        return root;
    }
    boost::json::object online() { return tuf::keyJson(engine().identity.metadataKey().publicKey()); }
};

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
