// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

#include "core/tuf/metadata_writer.h"
#include "tests/support/package_trees.h"
#include "tests/support/signed_releases.h"
#include "tests/support/terminal_world.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

constexpr std::chrono::hours kDay{24};
using Entry = SignedReleases::Entry;

}  // namespace

/// An agent against managers and nodes that try to make it install what its people did not sign: real doors, real
/// metadata, a clock that the test sets.
class TestApprovalCheck : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<asio::io_context> m_io;
    std::unique_ptr<TestTrust> m_trust;
    std::unique_ptr<TestManager> m_manager;
    std::unique_ptr<TestNode> m_node;
    std::unique_ptr<TestNode> m_second;
    std::unique_ptr<TestTerminal> m_terminal;
    std::unique_ptr<SignedReleases> m_signed;
    std::map<std::string, TestPackage> m_packages;

    fs::path path(const std::string& name) const { return fs::path(m_folder->path().toStdString()) / name; }
    TimePoint now() const { return m_terminal->clock.now(); }

    const TestPackage& package(const std::string& version, const std::string& check = "exit 0") {
        const auto known = m_packages.find(version);
        if (known != m_packages.end()) return known->second;
        const fs::path tree = path("tree-" + version);
        writeFile(tree / "version", version);
        writeFile(tree / "check", "#!/bin/sh\n" + check + "\n", 0755);
        Recipe recipe;
        recipe.runCheck.arguments = {"./check"};
        recipe.runCheck.timeout = Seconds(60);
        TestPackage made = makePackage("kiosk", version, recipe, tree);
        m_node->hold(made);
        return m_packages[version] = std::move(made);
    }
    Entry entryOf(const TestPackage& package, std::int64_t counter) {
        Entry entry;
        entry.version = package.version;
        entry.digest = std::string(package.releaseDigest.hex());
        entry.size = package.index.size();
        entry.counter = counter;
        return entry;
    }
    void approve(const TestPackage& package, std::int64_t counter) {
        m_signed->approve(entryOf(package, counter), now());
        tell();
    }
    /// What the manager's door gives out from now on.
    void tell() { m_manager->metadata = m_signed->files; }

    void permit(const TestPackage& package, std::int64_t deployment) {
        ScriptedOffer offer;
        offer.package = &package;
        offer.deployment = deployment;
        offer.chain = {m_node.get()};
        offer.permit = m_manager->permitFor(offer, "till-1");
        offer.permit->notBefore = now() - Seconds(60);
        offer.permit->notAfter = now() + kDay * 100;
        m_manager->offer = std::move(offer);
    }

    bool eagerly(const std::function<bool()>& done) {
        auto next = std::chrono::steady_clock::now();
        const auto watched = [&] {
            if (done()) return true;
            if (std::chrono::steady_clock::now() < next) return false;
            m_terminal->agent().pollNow();
            next = std::chrono::steady_clock::now() + Milliseconds(40);
            return false;
        };
        return runUntil(*m_io, watched);
    }
    bool waitFor(const std::string& state) {
        return eagerly([&] { return m_manager->last(state) != nullptr; });
    }
    bool runs(const std::string& version) { return m_terminal->current("kiosk", "version") == version; }

    /// Version 1.0 is signed by two, installed, and what was told is forgotten.
    void installTheFirst() {
        approve(package("1.0"), 1);
        permit(package("1.0"), 1);
        m_terminal->start(*m_manager);
        QVERIFY(waitFor("succeeded"));
        QVERIFY(runs("1.0"));
        m_manager->feedback.clear();
    }
    /// It is refused as notApproved, and 1.0 runs on.
    void mustRefuse(const TestPackage& package) {
        permit(package, 2);
        QVERIFY(waitFor("failed"));
        QCOMPARE(m_manager->last("failed")->cause, std::string("notApproved"));
        QVERIFY(runs("1.0"));
        QVERIFY(m_manager->last("installing") == nullptr);
    }
    /// Nothing is decided while it stays as it is: it looked more than once, and tells of no end.
    void mustWait(const TestPackage& package) {
        permit(package, 2);
        QVERIFY(waitFor("downloaded"));
        const int documents = m_manager->documents;
        QVERIFY(eagerly([&] { return m_manager->documents >= documents + 3; }));
        QVERIFY(m_manager->last("failed") == nullptr);
        QVERIFY(m_manager->last("installing") == nullptr);
        QVERIFY(runs("1.0"));
    }

private Q_SLOTS:
    void initTestCase() { terminal::platform::prepareProcess(); }

    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_io = std::make_unique<asio::io_context>(1);
        m_trust = std::make_unique<TestTrust>();
        m_manager = std::make_unique<TestManager>(*m_io, *m_trust);
        m_node = std::make_unique<TestNode>(*m_io, *m_trust, "n1");
        m_second = std::make_unique<TestNode>(*m_io, *m_trust, "n2");
        m_terminal = std::make_unique<TestTerminal>(*m_io, path("terminal"));
        m_signed = std::make_unique<SignedReleases>("kiosk", now());
        tell();
    }

    void cleanup() {
        m_terminal.reset();
        m_second.reset();
        m_node.reset();
        m_manager.reset();
        m_packages.clear();
        m_io.reset();
        m_trust.reset();
        m_folder.reset();
    }

    void whatEnoughApproversSignedIsInstalled() {
        installTheFirst();
        approve(package("2.0"), 2);
        permit(package("2.0"), 2);
        QVERIFY(waitFor("succeeded"));
        QVERIFY(runs("2.0"));
    }

    void aManagerThatPermitsAnUnapprovedRelease() {
        installTheFirst();
        mustRefuse(package("2.0"));
    }

    void aManagerThatSwapsAnotherReleaseForTheApprovedOne() {
        installTheFirst();
        Entry other = entryOf(package("2.0"), 2);
        other.digest = std::string(Digest::ofContent("what was signed").hex());
        m_signed->approve(other, now());
        tell();
        mustRefuse(package("2.0"));
    }

    void aManagerThatKeepsQuietAboutSignatures() {
        installTheFirst();
        m_manager->metadata.clear();
        mustRefuse(package("2.0"));
    }

    void aManagerThatPermitsALowerCounter() {
        approve(package("0.9"), 1);
        approve(package("1.0"), 2);
        permit(package("1.0"), 1);
        m_terminal->start(*m_manager);
        QVERIFY(waitFor("succeeded"));
        m_manager->feedback.clear();
        mustRefuse(package("0.9"));
        // Signed once more, as an entry of its own, it is the way back.
        approve(package("0.9"), 3);
        permit(package("0.9"), 3);
        QVERIFY(waitFor("succeeded"));
        QVERIFY(runs("0.9"));
    }

    void aManagerThatPermitsAnotherChannel() {
        installTheFirst();
        Entry beta = entryOf(package("2.0"), 2);
        beta.channel = "beta";
        m_signed->approve(beta, now());
        tell();
        mustRefuse(package("2.0"));  // which it says to be stable
    }

    void aReleaseThatWasSignedForAChannelThatTheMachineDoesNotTake() {
        m_terminal->channels = {"stable"};
        installTheFirst();
        Entry beta = entryOf(package("2.0"), 2);
        beta.channel = "beta";
        m_signed->approve(beta, now());
        tell();
        permit(package("2.0"), 2);
        m_manager->offer->channel = "beta";  // true, and approved by its people
        QVERIFY(waitFor("failed"));
        QCOMPARE(m_manager->last("failed")->cause, std::string("notApproved"));
        QVERIFY(runs("1.0"));
    }

    void aReleaseSignedForAnotherChannelThanItsPathSays() {
        installTheFirst();
        Entry entry = entryOf(package("2.0"), 2);
        entry.customChannel = "beta";
        m_signed->approve(entry, now());
        tell();
        mustRefuse(package("2.0"));
    }

    void aManagerThatPermitsAnotherPlatform() {
        installTheFirst();
        Entry entry = entryOf(package("2.0"), 2);
        entry.hardware = {"linux-arm64", "windows-amd64"};
        m_signed->approve(entry, now());
        tell();
        mustRefuse(package("2.0"));
    }

    void anApprovalThatHasEnded() {
        installTheFirst();
        Entry entry = entryOf(package("2.0"), 2);
        entry.notAfter = toRfc3339(now() - Seconds(60));
        m_signed->approve(entry, now());
        entry = entryOf(package("3.0"), 3);
        entry.notAfter = "soon";
        m_signed->approve(entry, now());
        entry = entryOf(package("4.0"), 4);
        entry.notAfter = toRfc3339(now() + kDay);
        m_signed->approve(entry, now());
        tell();
        mustRefuse(package("2.0"));
        m_manager->feedback.clear();
        mustRefuse(package("3.0"));
        permit(package("4.0"), 4);
        QVERIFY(waitFor("succeeded"));
        QVERIFY(runs("4.0"));
    }

    void aPackageThatTheSignedReleaseDoesNotHave() {
        installTheFirst();
        approve(package("2.0"), 2);
        TestPackage mixed = package("3.0");  // its own package under the signed release's name
        mixed.version = "2.0";
        mixed.releaseDigest = package("2.0").releaseDigest;
        permit(mixed, 2);
        QVERIFY(waitFor("failed"));
        QCOMPARE(m_manager->last("failed")->cause, std::string("notApproved"));
        QVERIFY(runs("1.0"));
    }

    void aStolenApproverKeyAlone() {
        installTheFirst();
        m_signed->forge(entryOf(package("2.0"), 2), {&m_signed->anna}, now());
        tell();
        mustRefuse(package("2.0"));
    }

    void theSameKeyTwice() {
        installTheFirst();
        m_signed->forge(entryOf(package("2.0"), 2), {&m_signed->anna, &m_signed->anna}, now());
        tell();
        mustRefuse(package("2.0"));
    }

    void strangersAndTheManagersOwnKey() {
        installTheFirst();
        m_signed->forge(entryOf(package("2.0"), 2),
                        {&m_signed->anna, &m_signed->stranger, &m_signed->online, &m_signed->holder}, now());
        tell();
        mustRefuse(package("2.0"));
    }

    void aRootOfTheManagersOwnMaking() {
        installTheFirst();
        tuf::Root own = rootOf({&m_signed->online}, 1, m_signed->online);
        own.version = 2;
        own.expires = now() + kDay * 300;
        own.consistentSnapshot = true;
        m_signed->files["2.root.json"] = documentBy(tuf::contentOf(own), {&m_signed->online});
        m_signed->forge(entryOf(package("2.0"), 2), {&m_signed->online, &m_signed->stranger}, now());
        tell();
        mustRefuse(package("2.0"));
    }

    void oldMetadataAfterNewer() {
        installTheFirst();
        approve(package("2.0"), 2);
        permit(package("2.0"), 2);
        QVERIFY(waitFor("succeeded"));
        const auto known = m_manager->metadata;
        m_manager->feedback.clear();
        approve(package("3.0"), 3);
        permit(package("3.0"), 3);
        QVERIFY(waitFor("succeeded"));
        m_manager->feedback.clear();
        m_manager->metadata = known;  // as if nothing had been signed since
        permit(package("2.0"), 4);
        QVERIFY(waitFor("failed"));
        QCOMPARE(m_manager->last("failed")->cause, std::string("notApproved"));
        QVERIFY(runs("3.0"));
    }

    void aMixOfVersions() {
        installTheFirst();
        const std::string old = m_signed->files.at("1.p-kiosk.json");
        approve(package("2.0"), 2);
        m_manager->metadata["2.p-kiosk.json"] = old;
        mustRefuse(package("2.0"));
    }

    void metadataWithoutEnd() {
        installTheFirst();
        approve(package("2.0"), 2);
        m_manager->endlessMetadata = "timestamp.json";
        mustRefuse(package("2.0"));
    }

    void nodesAreAskedBeforeTheManager() {
        installTheFirst();
        approve(package("2.0"), 2);
        m_node->metadata = m_signed->files;
        m_manager->metadataAsked.clear();
        permit(package("2.0"), 2);
        QVERIFY(waitFor("succeeded"));
        QVERIFY(runs("2.0"));
        QVERIFY(m_manager->metadataAsked.empty());
        QVERIFY(m_node->metadataRequests > 0);
    }

    void aNodeThatLiesIsPassedOver_data() {
        QTest::addColumn<QString>("lie");
        for (const char* const lie : {"old", "mixed", "otherBytes", "endless", "forged", "expired", "none"})
            QTest::newRow(lie) << QString::fromLatin1(lie);
    }
    void aNodeThatLiesIsPassedOver() {
        QFETCH(QString, lie);
        m_node->metadata = m_signed->files;
        installTheFirst();
        auto old = m_signed->files;
        approve(package("2.0"), 2);
        m_node->metadata = m_signed->files;
        const auto good = m_signed->files;
        if (lie == QLatin1String("old")) m_node->metadata = old;
        if (lie == QLatin1String("mixed")) m_node->metadata["2.p-kiosk.json"] = old["1.p-kiosk.json"];
        if (lie == QLatin1String("otherBytes")) m_node->metadata["2.p-kiosk.json"][9] ^= 1;
        if (lie == QLatin1String("endless")) m_node->endlessMetadata = true;
        if (lie == QLatin1String("none")) m_node->metadata.clear();
        if (lie == QLatin1String("forged")) {
            const std::vector<const Person*> strangers{&m_signed->stranger, &m_signed->anna};
            m_signed->forge(entryOf(package("2.0"), 9), strangers, now(), &m_signed->stranger);
            m_node->metadata = m_signed->files;
        }
        if (lie == QLatin1String("expired")) {
            m_node->metadata["timestamp.json"] = m_signed->timestampThatEnded(now());
        }
        m_manager->metadata = good;
        permit(package("2.0"), 2);
        QVERIFY(waitFor("succeeded"));
        QVERIFY(runs("2.0"));
        QVERIFY(m_node->metadataRequests > 0);
        QVERIFY(std::count(m_manager->metadataAsked.begin(), m_manager->metadataAsked.end(), "timestamp.json") > 0);
    }

    void theNextNodeIsAskedForWhatTheFirstLacks() {
        installTheFirst();
        approve(package("2.0"), 2);
        m_second->metadata = m_signed->files;
        m_node->metadata = m_signed->files;
        m_node->metadata.erase("2.p-kiosk.json");
        permit(package("2.0"), 2);
        m_manager->offer->chain.push_back(m_second.get());
        m_manager->metadataAsked.clear();
        QVERIFY(waitFor("succeeded"));
        QVERIFY(m_second->metadataRequests > 0);
        QVERIFY(m_manager->metadataAsked.empty());
    }

    void noNodeMakesTheManagersNoAYes() {
        installTheFirst();
        m_signed->forge(entryOf(package("2.0"), 2), {&m_signed->anna}, now());
        m_node->metadata = m_signed->files;
        mustRefuse(package("2.0"));
    }

    void aClockBehindWhatWasVerified() {
        installTheFirst();
        approve(package("2.0"), 2);
        m_terminal->clock.shift = -2 * Milliseconds(kDay);
        mustWait(package("2.0"));
        m_terminal->clock.shift = Milliseconds(0);
        QVERIFY(waitFor("succeeded"));
    }

    void aClockAheadAndFrozenMetadata() {
        installTheFirst();
        approve(package("2.0"), 2);
        m_terminal->clock.shift = 8 * Milliseconds(kDay);
        mustWait(package("2.0"));
        m_signed->signAgain(now());
        tell();
        QVERIFY(waitFor("succeeded"));
    }

    void metadataThatEndsWhileAPermitIsHeld() {
        installTheFirst();
        approve(package("2.0"), 2);
        permit(package("2.0"), 2);
        m_manager->offer->permit->notBefore = now() + kDay * 9;
        QVERIFY(waitFor("holding"));
        const auto asked = [&] {
            return std::count(m_manager->metadataAsked.begin(), m_manager->metadataAsked.end(), "2.p-kiosk.json") == 1;
        };
        QVERIFY(eagerly(asked));
        m_terminal->clock.shift = 10 * Milliseconds(kDay);
        QVERIFY(waitFor("succeeded"));
        QVERIFY(runs("2.0"));
        QVERIFY(asked());
    }

    void metadataThatEndsInMidInstall() {
        installTheFirst();
        const fs::path gate = m_terminal->root() / "gate";
        QCOMPARE(::mkfifo(gate.c_str(), 0600), 0);
        approve(package("2.0", "read go < '" + gate.string() + "'"), 2);
        permit(package("2.0"), 2);
        QVERIFY(waitFor("checking"));
        m_terminal->clock.shift = 10 * Milliseconds(kDay);
        int pipe = -1;  // there is a reader once the check runs
        QVERIFY(eagerly([&] { return (pipe = ::open(gate.c_str(), O_WRONLY | O_NONBLOCK)) >= 0; }));
        QCOMPARE(::write(pipe, "go\n", 3), ssize_t{3});
        ::close(pipe);
        QVERIFY(waitFor("succeeded"));
        QVERIFY(runs("2.0"));
    }
};

QTEST_GUILESS_MAIN(TestApprovalCheck)
#include "tst_approval_check.moc"
