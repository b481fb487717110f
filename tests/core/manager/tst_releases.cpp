// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/registry/manifest.h"
#include "tests/support/manager_bench.h"
#include "tests/support/package_tar_builder.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

template <class T>
bool failsWith(const Result<T>& result, BaseErrc code) {
    return !result && result.error().code == code;
}

}  // namespace

/// Releases from draft to withdrawn, and what an approval is bound to.
class TestReleases : public QObject {
    Q_OBJECT

private:
    static ReleaseId create(ManagerBench& bench, const std::string& version = "1.0") {
        return bench.releases().create({"till-software", version, "stable", "", {}}, "anna").value().id;
    }
    static Result<Release> setPackage(ManagerBench& bench, ReleaseId id, const std::string& content = "package",
                                      const std::string& platform = "linux-amd64") {
        const Digest digest = bench.blobs().put(bytesOf(content)).value();
        manager::Releases releases = bench.releases();
        return bench.run(releases.setPackage(id, {platform, "till.tar.zst", digest, {}}, "anna"));
    }
    static Digest digestOf(ManagerBench& bench, ReleaseId id) {
        return bench.releases().get(id).value().manifestDigest;
    }
    static ReleaseState stateOf(ManagerBench& bench, ReleaseId id) { return bench.releases().get(id).value().state; }
    static ReleaseId approved(ManagerBench& bench) {
        const ReleaseId id = create(bench);
        setPackage(bench, id).value();
        bench.releases().submit(id, "anna").value();
        bench.releases().approve(id, digestOf(bench, id), "fine", "bert").value();
        return id;
    }

private Q_SLOTS:
    void aRecipeThatTerminalsWouldRefuseIsRefused() {
        ManagerBench bench;
        const ReleaseId id = create(bench);
        const Digest digest = bench.blobs().put(bytesOf(std::string("package"))).value();
        manager::Releases releases = bench.releases();
        const auto refusal = [&](const Recipe& recipe) {
            const auto done = bench.run(releases.setPackage(id, {"p", "till.tar.zst", digest, recipe}, "anna"));
            return done ? std::string() : done.error().context;
        };
        const auto names = [](const std::string& text, const char* member) {
            return text.find("'" + std::string(member) + "'") != std::string::npos;
        };
        Recipe script;
        script.kind = InstallKind::script;
        QVERIFY(names(refusal(script), "install"));
        Recipe tree;
        tree.rollBack.arguments = {"./undo"};
        QVERIFY(names(refusal(tree), "rollBack"));
        Recipe image;
        image.kind = InstallKind::image;
        image.user = "kiosk";
        QVERIFY(names(refusal(image), "kind"));
        Recipe user;
        user.user = "-oops";
        QVERIFY(names(refusal(user), "user"));
        Recipe control;
        control.restart.arguments = {"./start", "a\nb"};
        QVERIFY(names(refusal(control), "restart.arguments[1]"));
        Recipe empty;
        empty.runCheck.arguments = {""};
        QVERIFY(names(refusal(empty), "runCheck.arguments[0]"));
        Recipe endless;
        endless.runCheck = {{"./check"}, Seconds(0)};
        QVERIFY(names(refusal(endless), "runCheck.timeoutSeconds"));
        QVERIFY(bench.releases().get(id).value().packages.empty());
        script.install.arguments = {"./install"};
        QCOMPARE(refusal(script), std::string());
    }

    void refusesBadNames() {
        ManagerBench bench;
        for (const char* name : {"", "-x", "a b", "a/b", "../a", "\xc3\xa4", "a\nb"}) {
            QVERIFY(
                failsWith(bench.releases().create({name, "1", "stable", "", {}}, "anna"), BaseErrc::invalidArgument));
            QVERIFY(
                failsWith(bench.releases().create({"p", name, "stable", "", {}}, "anna"), BaseErrc::invalidArgument));
            QVERIFY(failsWith(bench.releases().create({"p", "1", name, "", {}}, "anna"), BaseErrc::invalidArgument));
        }
        const std::string longName(65, 'a');
        QVERIFY(
            failsWith(bench.releases().create({longName, "1", "stable", "", {}}, "anna"), BaseErrc::invalidArgument));
        QVERIFY(failsWith(bench.releases().create({"p", "1", "stable", std::string(20000, 'n'), {}}, "anna"),
                          BaseErrc::tooLarge));
        QVERIFY(bench.world().releases.empty());
    }

    void thereIsOneReleaseOfAVersionOnAChannel() {
        ManagerBench bench;
        create(bench);
        QVERIFY(failsWith(bench.releases().create({"till-software", "1.0", "stable", "", {}}, "anna"),
                          BaseErrc::alreadyExists));
        QVERIFY(bench.releases().create({"till-software", "1.0", "beta", "", {}}, "anna").has_value());
    }

    void aPackageIsStoredWithItsManifestAndChecksums() {
        ManagerBench bench;
        const ReleaseId id = create(bench);
        const Release release = setPackage(bench, id, "abc").value();
        const Package& package = release.packages.at(0);
        QCOMPARE(package.size, std::uint64_t(3));
        QCOMPARE(package.sha1, std::string("a9993e364706816aba3e25717850c26c9cd0d89d"));
        QCOMPARE(package.md5, std::string("900150983cd24fb0d6963f7d28e17f72"));
        const auto manifest =
            registry::parseManifest(bench.blobs().read(package.manifestDigest, 1 << 20).value()).value();
        QCOMPARE(manifest.layer.digest.text(), package.digest.text());
        QVERIFY(bench.blobs().size(package.configDigest).has_value());
        QVERIFY(bench.blobs().size(release.manifestDigest).has_value());
    }

    void aPackageIsMeasuredUnpacked() {
        ManagerBench bench;
        const ReleaseId id = create(bench);
        const std::string archive = TarBuilder().file("bin/till", std::string(5000, 'x')).bytes();
        QCOMPARE(setPackage(bench, id, archive).value().packages[0].unpackedSize, std::uint64_t(8192));
        QCOMPARE(setPackage(bench, id, "no archive").value().packages[0].unpackedSize, std::uint64_t(0));
    }

    void aPackageNeedsItsBlobAndAPlainName() {
        ManagerBench bench;
        const ReleaseId id = create(bench);
        manager::Releases releases = bench.releases();
        const auto set = [&](const std::string& platform, const std::string& file) {
            return bench.run(releases.setPackage(id, {platform, file, Digest::ofContent("not there"), {}}, "anna"));
        };
        QVERIFY(failsWith(set("linux-amd64", "a"), BaseErrc::notFound));
        QVERIFY(failsWith(set("linux amd64", "a"), BaseErrc::invalidArgument));
        for (const char* file : {"", "../a", "a/b", "a\nb"})
            QVERIFY(failsWith(set("linux-amd64", file), BaseErrc::invalidArgument));
        QVERIFY(bench.world().releases.at(id).packages.empty());
    }

    void aReleaseWithoutPackagesIsNotSubmitted() {
        ManagerBench bench;
        QVERIFY(failsWith(bench.releases().submit(create(bench), "anna"), BaseErrc::wrongState));
    }

    void goesFromDraftToApproved() {
        ManagerBench bench;
        const ReleaseId id = create(bench);
        setPackage(bench, id).value();
        QVERIFY(failsWith(bench.releases().approve(id, digestOf(bench, id), "", "bert"), BaseErrc::wrongState));
        QVERIFY(bench.releases().submit(id, "anna").has_value());
        QVERIFY(failsWith(bench.releases().submit(id, "anna"), BaseErrc::wrongState));
        QVERIFY(bench.releases().approve(id, digestOf(bench, id), "fine", "bert").has_value());
        QVERIFY(stateOf(bench, id) == ReleaseState::approved);
        const Approval approval = bench.releases().get(id).value().approvals.at(0);
        QCOMPARE(approval.by, std::string("bert"));
        QVERIFY(approval.at == bench.clock.now());
        QCOMPARE(approval.manifestDigest.text(), digestOf(bench, id).text());
        bench.restart();
        QVERIFY(stateOf(bench, id) == ReleaseState::approved);
    }

    void anApprovalIsBoundToTheDigest() {
        ManagerBench bench;
        const ReleaseId id = create(bench);
        setPackage(bench, id, "old").value();
        const Digest seen = digestOf(bench, id);
        setPackage(bench, id, "new").value();
        QVERIFY(bench.releases().submit(id, "anna").has_value());
        QVERIFY(failsWith(bench.releases().approve(id, seen, "", "bert"), BaseErrc::wrongState));
        QVERIFY(failsWith(bench.releases().approve(id, {}, "", "bert"), BaseErrc::wrongState));
        QVERIFY(stateOf(bench, id) == ReleaseState::inReview);
    }

    void theDigestCoversTheRecipe() {
        ManagerBench bench;
        const ReleaseId id = create(bench);
        setPackage(bench, id).value();
        const Digest before = digestOf(bench, id);
        manager::Releases releases = bench.releases();
        Recipe recipe;
        recipe.runCheck.arguments = {"/bin/false"};
        const Digest digest = Digest::ofContent("package");
        QVERIFY(
            bench.run(releases.setPackage(id, {"linux-amd64", "till.tar.zst", digest, recipe}, "anna")).has_value());
        QVERIFY(digestOf(bench, id) != before);
    }

    void aRefusalGoesBackToDraft() {
        ManagerBench bench;
        const ReleaseId id = create(bench);
        setPackage(bench, id).value();
        bench.releases().submit(id, "anna").value();
        QVERIFY(bench.releases().refuse(id, digestOf(bench, id), "no", "bert").has_value());
        QVERIFY(stateOf(bench, id) == ReleaseState::draft);
        QVERIFY(!bench.releases().get(id).value().approvals.at(0).approved);
    }

    void anEditVoidsTheApproval() {
        ManagerBench bench;
        const ReleaseId id = approved(bench);
        setPackage(bench, id, "another").value();
        QVERIFY(stateOf(bench, id) == ReleaseState::draft);
        const RolloutId rollout = bench.add(aRollout(id));
        QVERIFY(failsWith(bench.rollouts().start(rollout, "anna"), BaseErrc::wrongState));
        const ReleaseId other = create(bench, "2.0");
        setPackage(bench, other, "b", "linux-arm64").value();
        setPackage(bench, other).value();
        bench.releases().submit(other, "anna").value();
        bench.releases().approve(other, digestOf(bench, other), "", "bert").value();
        manager::Releases releases = bench.releases();
        QVERIFY(bench.run(releases.removePackage(other, "linux-arm64", "anna")).has_value());
        QVERIFY(stateOf(bench, other) == ReleaseState::draft);
        QCOMPARE(bench.releases().get(other).value().approvals.size(), std::size_t(1));  // it stays on record
    }

    void whatIsPublishedIsNotEdited() {
        ManagerBench bench;
        const ReleaseId id = approved(bench);
        bench.releases().published(id);
        QVERIFY(stateOf(bench, id) == ReleaseState::published);
        QVERIFY(failsWith(setPackage(bench, id, "another"), BaseErrc::wrongState));
        manager::Releases releases = bench.releases();
        QVERIFY(failsWith(bench.run(releases.removePackage(id, "linux-amd64", "anna")), BaseErrc::wrongState));
        QVERIFY(failsWith(bench.releases().remove(id, "anna"), BaseErrc::wrongState));
    }

    /// The pool works on the package while somebody else acts.
    void anEditDoesNotUndoWhatHappenedMeanwhile() {
        ManagerBench bench;
        const ReleaseId id = approved(bench);
        const Digest digest = bench.blobs().put(bytesOf(std::string("another"))).value();
        manager::Releases releases = bench.releases();
        std::optional<Result<Release>> outcome;
        auto done = [&outcome](const std::exception_ptr&, Result<Release> result) {
            outcome.emplace(std::move(result));
        };
        asio::co_spawn(bench.io, releases.setPackage(id, {"linux-amd64", "x", digest, {}}, "anna"), std::move(done));
        bench.io.restart();
        bench.io.poll_one();
        QVERIFY(bench.releases().withdraw(id, "", "carl").has_value());
        const auto end = std::chrono::steady_clock::now() + Seconds(20);
        while (!outcome && std::chrono::steady_clock::now() < end)
            bench.io.run_one_for(Milliseconds(10));
        QVERIFY(outcome && failsWith(*outcome, BaseErrc::wrongState));
        QVERIFY(stateOf(bench, id) == ReleaseState::withdrawn);
    }

    void aWithdrawnReleaseStaysWithdrawn() {
        ManagerBench bench;
        const ReleaseId id = approved(bench);
        QVERIFY(bench.releases().withdraw(id, "bad", "anna").has_value());
        QVERIFY(failsWith(bench.releases().withdraw(id, "", "anna"), BaseErrc::wrongState));
        QVERIFY(failsWith(setPackage(bench, id, "another"), BaseErrc::wrongState));
        QVERIFY(failsWith(bench.releases().submit(id, "anna"), BaseErrc::wrongState));
        bench.releases().published(id);
        QVERIFY(stateOf(bench, id) == ReleaseState::withdrawn);
    }

    void onlyUnusedDraftsAreDeleted() {
        ManagerBench bench;
        const ReleaseId used = create(bench);
        bench.add(aRollout(used));
        QVERIFY(failsWith(bench.releases().remove(used, "anna"), BaseErrc::wrongState));
        const ReleaseId unused = create(bench, "2.0");
        QVERIFY(bench.releases().remove(unused, "anna").has_value());
        bench.restart();
        QVERIFY(failsWith(bench.releases().get(unused), BaseErrc::notFound));
    }
};

QTEST_GUILESS_MAIN(TestReleases)
#include "tst_releases.moc"
