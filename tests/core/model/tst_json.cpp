// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <string>

#include "core/model/json.h"

using namespace signalbox;

namespace {

TimePoint at(int second) {
    return TimePoint(Milliseconds(1'700'000'000'000 + second * 1000 + 7));
}

Recipe aRecipe() {
    Recipe recipe;
    recipe.restart.arguments = {"systemctl", "restart", "kiosk"};
    recipe.restart.timeout = Seconds(90);
    recipe.runCheck.arguments = {"./bin/check", "ü"};
    recipe.user = "kiosk";
    recipe.files = {{"kiosk.conf", "/etc/kiosk.conf", "0640", "root", "kiosk"}};
    recipe.reboot = {RebootWhen::exitCode, 194, "/run/reboot-required"};
    return recipe;
}

Package aPackage() {
    Package package;
    package.platform = "linux-amd64";
    package.recipe = aRecipe();
    package.fileName = "kiosk-2.0.tar.zst";
    package.mediaType = "application/vnd.signalbox.tree.v1.tar+zstd";
    package.digest = Digest::ofContent("layer");
    package.size = std::uint64_t(5) << 32;
    package.configDigest = Digest::ofContent("config");
    package.configSize = 300;
    package.manifestDigest = Digest::ofContent("manifest");
    package.manifestSize = 700;
    package.unpackedSize = 8192;
    return package;
}

Release aRelease() {
    Release release;
    release.id = {3};
    release.product = "kiosk";
    release.version = "2.0";
    release.channel = "beta";
    release.notes = "line 1\nline \"2\"";
    release.state = ReleaseState::approved;
    release.packages = {aPackage()};
    release.manifestDigest = Digest::ofContent("index");
    release.approvals = {{"ann", at(1), release.manifestDigest, true, "fine"}, {"bob", at(2), {}, false, ""}};
    release.createdBy = "ann";
    release.createdAt = at(0);
    release.withdrawnAt = at(5);
    release.droppedAt = at(6);
    return release;
}

Rollout aRollout() {
    Rollout rollout;
    rollout.id = {7};
    rollout.name = "spring";
    rollout.release = {3};
    rollout.audience = "tag.site==munich;platform==linux-*";
    Phase pilot;
    pilot.name = "pilot";
    pilot.size = {PhaseSize::Unit::count, 250};
    pilot.gate = {97.5, Seconds(600), true};
    pilot.startedAt = at(3);
    pilot.reachedAt = at(4);
    pilot.openedByHand = true;
    Phase rest;
    rest.name = "rest";
    rollout.phases = {pilot, rest};
    rollout.issueTime = at(5);
    rollout.permitValidity = Seconds(1000);
    rollout.installTimeout = Seconds(2000);
    rollout.offlineInstall = true;
    rollout.syncGate.atLeast = 2;
    rollout.breaker = {4, 12.5};
    rollout.retry = {5, Seconds(30)};
    rollout.state = RolloutState::paused;
    rollout.stateReason = "too many failures";
    rollout.pausedByBreaker = true;
    rollout.currentPhase = 1;
    rollout.createdBy = "bob";
    rollout.createdAt = at(6);
    rollout.startedAt = at(7);
    rollout.takesLater = true;
    rollout.leavesSilent = Seconds(86400);
    rollout.rollbackOf = {3};
    rollout.phases.front().filter = "tag.lab==yes";
    return rollout;
}

Terminal aTerminal() {
    Terminal terminal;
    terminal.id = {11};
    terminal.controllerId = "kiosk-11";
    terminal.name = "Entrance";
    terminal.platform = "linux-amd64";
    terminal.cluster = {2};
    terminal.tokenHash = "5ec7e7";
    terminal.tags = {{"site", "munich"}, {"vip", ""}};
    terminal.attributes = {{"os", "debian 12"}};
    terminal.installed = {{"kiosk", "1.9"}};
    terminal.joinedAt = at(8);
    terminal.lastContact = at(9);
    terminal.permitSequence = 42;
    return terminal;
}

Deployment aDeployment() {
    Deployment deployment;
    deployment.id = {21};
    deployment.rollout = {7};
    deployment.terminal = {11};
    deployment.phase = 1;
    deployment.state = DeploymentState::rolledBack;
    deployment.waitReason = "updateTime";
    deployment.nextTry = at(10);
    deployment.percent = 37;
    deployment.attempt = 2;
    deployment.permittedAt = at(9);
    deployment.permitSequence = 4;
    deployment.cause = FailureCause::runCheckFailed;
    deployment.message = "exit code 3";
    deployment.logTail = "boom\n";
    deployment.fromVersion = "1.9";
    deployment.createdAt = at(11);
    deployment.changedAt = at(12);
    return deployment;
}

std::string text(const boost::json::object& json) {
    return boost::json::serialize(json);
}

/// What was written, read back and written again is the same, and says something for every member of the other.
template <class T, class Read>
std::string again(const T& value, Read read) {
    const boost::json::object written = toJson(value);
    const auto back = read(*parseJson(text(written)));
    return back ? text(toJson(*back)) : back.error().text();
}

template <class T>
Error errorOf(const Result<T>& result) {
    return result ? Error{} : result.error();
}

boost::json::value json(std::string_view from) {
    return *parseJson(from);
}

bool names(const Error& error, std::string_view path) {
    return error.code == BaseErrc::malformed && error.context.starts_with(std::string(path) + ":");
}

}  // namespace

class JsonTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void recipeComesBackTheSame() {
        const Result<Recipe> back = recipeFromJson(toJson(aRecipe()));
        QVERIFY(back && *back == aRecipe());
    }

    void releaseComesBackTheSame() {
        const Result<Release> back = releaseFromJson(json(text(toJson(aRelease()))));
        QVERIFY(back);
        QCOMPARE(back->id.value, 3);
        QCOMPARE(back->notes, aRelease().notes);
        QVERIFY(back->state == ReleaseState::approved);
        QCOMPARE(back->packages.size(), 1U);
        QVERIFY(back->packages[0].recipe == aRecipe());
        QCOMPARE(back->packages[0].size, std::uint64_t(5) << 32);
        QVERIFY(back->packages[0].digest == aPackage().digest);
        QCOMPARE(back->approvals.size(), 2U);
        QVERIFY(!back->approvals[1].approved && back->approvals[1].manifestDigest.empty());
        QVERIFY(back->approvals[0].at == at(1));
        QCOMPARE(again(aRelease(), releaseFromJson), text(toJson(aRelease())));
    }

    void rolloutComesBackTheSame() {
        const Result<Rollout> back = rolloutFromJson(json(text(toJson(aRollout()))));
        QVERIFY(back);
        QVERIFY(back->phases.size() == 2 && back->phases[0].gate.wait == Seconds(600));
        QVERIFY(back->phases[0].size.unit == PhaseSize::Unit::count && back->phases[0].openedByHand);
        QCOMPARE(back->phases[0].gate.successPercent, 97.5);
        QVERIFY(back->phases[0].startedAt == at(3) && !back->phases[1].startedAt);
        QVERIFY(back->issueTime == at(5) && !back->updateTime && !back->endedAt);
        QVERIFY(back->retry.backOff == Seconds(30) && back->permitValidity == Seconds(1000));
        QVERIFY(back->pausedByBreaker && back->state == RolloutState::paused);
        QCOMPARE(again(aRollout(), rolloutFromJson), text(toJson(aRollout())));
    }

    void terminalComesBackWithoutItsSecretsHash() {
        QVERIFY(text(toJson(aTerminal())).find("5ec7e7") == std::string::npos);
        const Result<Terminal> back = terminalFromJson(toJson(aTerminal()));
        QVERIFY(back);
        QCOMPARE(back->tokenHash, std::string());
        QVERIFY(back->tags == aTerminal().tags && back->attributes == aTerminal().attributes);
        QVERIFY(back->installed == aTerminal().installed && back->lastContact == at(9));
        QCOMPARE(again(aTerminal(), terminalFromJson), text(toJson(aTerminal())));
    }

    void deploymentComesBackTheSame() {
        const Result<Deployment> back = deploymentFromJson(toJson(aDeployment()));
        QVERIFY(back && back->state == DeploymentState::rolledBack && back->cause == FailureCause::runCheckFailed);
        QVERIFY(back->permittedAt == at(9) && back->permitSequence == 4 && back->nextTry == at(10) &&
                back->logTail == "boom\n");
        QCOMPARE(again(aDeployment(), deploymentFromJson), text(toJson(aDeployment())));
    }

    void clusterNodeCopyAndFeedbackComeBackTheSame() {
        const Cluster cluster{{2}, "default", at(1), "tag.site==north", 65536};
        QCOMPARE(again(cluster, clusterFromJson), text(toJson(cluster)));
        const Node node{{5}, "node-1", {2}, "https://node-1:8443", 50, at(2), NodeKind::registry, 7, at(3)};
        const Result<Node> nodeBack = nodeFromJson(toJson(node));
        QVERIFY(nodeBack && nodeBack->url == node.url && nodeBack->weight == 50 && nodeBack->cluster == node.cluster);
        QVERIFY(nodeBack->kind == NodeKind::registry && nodeBack->pushRate == 7 && nodeBack->certificateEnds == at(3));
        const NodeCopy copy{{5}, {3}, CopyState::sending, 10, 20, 3, "refused", at(3), at(4), 5};
        const Result<NodeCopy> copyBack = nodeCopyFromJson(toJson(copy));
        QVERIFY(copyBack && copyBack->state == CopyState::sending && copyBack->bytesTotal == 20);
        QVERIFY(copyBack->nextTry == at(4) && copyBack->rate == 5);
        const FeedbackEntry entry{9, {21}, at(4), "proceeding", "half way"};
        const Result<FeedbackEntry> entryBack = feedbackEntryFromJson(toJson(entry));
        QVERIFY(entryBack && entryBack->sequence == 9 && entryBack->message == "half way");
        const Result<Package> package = packageFromJson(toJson(aPackage()));
        QVERIFY(package && package->manifestSize == 700 && package->unpackedSize == 8192);
    }

    void auditDetailIsAnObjectInsideAndComesBackToTheByte() {
        AuditEntry entry{1, at(1), "ann", "release.approve", "release:3", R"({"b":1,"a":["x"]})", "00ff"};
        const boost::json::object written = toJson(entry);
        QVERIFY(written.at("detail").is_object());
        const Result<AuditEntry> back = auditEntryFromJson(json(text(written)));
        QVERIFY(back);
        QCOMPARE(back->detail, entry.detail);
    }

    void auditDetailThatWouldComeBackOtherwiseStaysText() {
        AuditEntry entry{1, at(1), "ann", "x", "y", R"({ "a": 1.0 })", "00ff"};
        const boost::json::object written = toJson(entry);
        QVERIFY(written.at("detail").is_string());
        const Result<AuditEntry> back = auditEntryFromJson(json(text(written)));
        QVERIFY(back && back->detail == entry.detail);
    }

    void missingMembersKeepTheDefaults() {
        const Result<Rollout> rollout = rolloutFromJson(json(R"({"name":"x","retry":{"count":7}})"));
        QVERIFY(rollout && rollout->name == "x");
        QCOMPARE(rollout->retry.count, 7U);
        QVERIFY(rollout->retry.backOff == Seconds(300) && rollout->permitValidity == Seconds(86400));
        const Result<Release> release = releaseFromJson(json("{}"));
        QVERIFY(release && release->channel == "stable" && release->state == ReleaseState::draft);
    }

    void unknownMembersAreIgnored() {
        const Result<Terminal> terminal = terminalFromJson(json(R"({"name":"x","clusterName":"y","deployments":[]})"));
        QVERIFY(terminal && terminal->name == "x");
    }

    void wrongTypeNamesThePath_data() {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("text") << QByteArray(R"({"name":3})") << QByteArray("name");
        QTest::newRow("number deep down")
            << QByteArray(R"({"phases":[{},{"size":{"amount":"3"}}]})") << QByteArray("phases[1].size.amount");
        QTest::newRow("list") << QByteArray(R"({"phases":{}})") << QByteArray("phases");
        QTest::newRow("object") << QByteArray(R"({"phases":[3]})") << QByteArray("phases[0]");
        QTest::newRow("flag") << QByteArray(R"({"phases":[{"gate":{"byHand":1}}]})")
                              << QByteArray("phases[0].gate.byHand");
        QTest::newRow("null for a number") << QByteArray(R"({"currentPhase":null})") << QByteArray("currentPhase");
        QTest::newRow("fraction") << QByteArray(R"({"currentPhase":1.5})") << QByteArray("currentPhase");
        QTest::newRow("time") << QByteArray(R"({"issueTime":"tomorrow"})") << QByteArray("issueTime");
        QTest::newRow("state") << QByteArray(R"({"state":"Paused"})") << QByteArray("state");
        QTest::newRow("seconds") << QByteArray(R"({"retry":{"backOffSeconds":"5s"}})")
                                 << QByteArray("retry.backOffSeconds");
    }
    void wrongTypeNamesThePath() {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, path);
        const Error error = errorOf(rolloutFromJson(json(from.toStdString())));
        QVERIFY2(names(error, path.toStdString()), error.context.c_str());
    }

    void numbersHaveBounds_data() {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("negative") << QByteArray(R"({"currentPhase":-1})") << QByteArray("currentPhase");
        QTest::newRow("above 32 bits") << QByteArray(R"({"retry":{"count":4294967296}})") << QByteArray("retry.count");
        QTest::newRow("above 63 bits") << QByteArray(R"({"id":18446744073709551615})") << QByteArray("id");
        QTest::newRow("percent") << QByteArray(R"({"phases":[{"size":{"unit":"percent","amount":101}}]})")
                                 << QByteArray("phases[0].size.amount");
        QTest::newRow("endless") << QByteArray(R"({"breaker":{"percent":1e999}})") << QByteArray("breaker.percent");
        QTest::newRow("negative time") << QByteArray(R"({"installTimeoutSeconds":-5})")
                                       << QByteArray("installTimeoutSeconds");
    }
    void numbersHaveBounds() { wrongTypeNamesThePath(); }

    void aCountMayBeAboveAHundred() {
        const auto rollout = rolloutFromJson(json(R"({"phases":[{"size":{"unit":"count","amount":5000}}]})"));
        QVERIFY(rollout);
        QCOMPARE(rollout->phases[0].size.amount, 5000.0);
    }

    void textsAndListsHaveBounds() {
        boost::json::object release{{"product", std::string(257, 'x')}};
        QVERIFY(names(errorOf(releaseFromJson(release)), "product"));
        release = {{"packages", boost::json::array(257, boost::json::object())}};
        QVERIFY(names(errorOf(releaseFromJson(release)), "packages"));
        boost::json::object tags;
        for (int i = 0; i < 1025; ++i)
            tags["k" + std::to_string(i)] = "";
        QVERIFY(names(errorOf(terminalFromJson(boost::json::object{{"tags", tags}})), "tags"));
        tags = {{std::string(257, 'k'), ""}};
        QVERIFY(names(errorOf(terminalFromJson(boost::json::object{{"tags", tags}})), "tags"));
    }

    void digestMustBeOne() {
        const auto package = packageFromJson(json(R"({"digest":"sha256:xyz"})"));
        QVERIFY(names(errorOf(package), "digest"));
    }

    void whatIsNoObjectIsRefused() {
        QVERIFY(errorOf(releaseFromJson(json("[]"))).code == BaseErrc::malformed);
        QVERIFY(errorOf(rolloutFromJson(json("null"))).code == BaseErrc::malformed);
    }

    void parsingNamesTheByte() {
        const Error error = errorOf(parseJson(R"({"a":tru})"));
        QVERIFY(error.code == BaseErrc::malformed);
        QVERIFY2(error.context.starts_with("byte 5"), error.context.c_str());
        QVERIFY(errorOf(parseJson("{} x")).context.starts_with("byte 3"));
        QVERIFY(errorOf(parseJson("")).code == BaseErrc::malformed);
        QVERIFY(errorOf(parseJson("{\"a\":")).code == BaseErrc::malformed);
        QVERIFY(errorOf(parseJson("\"\xff\"")).code == BaseErrc::malformed);
    }

    void parsingIsBounded() {
        QVERIFY(parseJson(std::string(32, '[') + std::string(32, ']')));
        QVERIFY(errorOf(parseJson(std::string(33, '[') + std::string(33, ']'))).code == BaseErrc::malformed);
        QVERIFY(parseJson("12345", 5));
        QVERIFY(errorOf(parseJson("123456", 5)).code == BaseErrc::tooLarge);
    }
};

QTEST_GUILESS_MAIN(JsonTest)
#include "tst_json.moc"
