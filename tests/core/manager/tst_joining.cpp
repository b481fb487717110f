// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/trust/certificate.h"
#include "core/trust/join_code.h"
#include "tests/support/manager_bench.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

template <class T>
bool failsWith(const Result<T>& result, BaseErrc code) {
    return !result && result.error().code == code;
}

std::string requestFor(const trust::PrivateKey& key) {
    return trust::makeSigningRequest(key, "whatever").value();
}

}  // namespace

/// Join codes: single use, short-lived, for one role and one cluster.
class TestJoining : public QObject {
    Q_OBJECT

private:
    static std::string secretOf(ManagerBench& bench, JoinRole role, const std::string& cluster = "default") {
        manager::Joining::NewCodes wanted;
        wanted.role = role;
        wanted.cluster = cluster;
        const auto codes = bench.joining().createCodes(wanted, "anna").value();
        return trust::JoinCode::parse(codes.at(0)).value().secret;
    }
    static manager::Joining::TerminalRequest terminal(const std::string& secret, const std::string& id = "till-1") {
        return {secret, id, "Till", "linux-amd64", std::string(64, 'a'), "10.0.0.9"};
    }
    static manager::Joining::NodeRequest node(const std::string& secret, const std::string& request,
                                              const std::string& name = "n1") {
        return {secret, name, "https://10.0.0.1:8443", request};
    }

private Q_SLOTS:
    void aCodeCarriesAddressSecretAndFingerprint() {
        ManagerBench bench;
        manager::Joining::NewCodes wanted;
        wanted.count = 3;
        const auto codes = bench.joining().createCodes(wanted, "anna").value();
        QCOMPARE(codes.size(), std::size_t(3));
        const auto one = trust::JoinCode::parse(codes[0]).value();
        const auto two = trust::JoinCode::parse(codes[1]).value();
        QCOMPARE(one.managerUrl, bench.engine().options.ddiUrl);
        QCOMPARE(one.secret.size(), std::size_t(16));
        QVERIFY(one.secret != two.secret);
        QCOMPARE(one.fingerprint, bench.engine().identity.authority().fingerprint());
    }

    void onlyTheHashOfASecretIsKept() {
        ManagerBench bench;
        const std::string secret = secretOf(bench, JoinRole::terminal);
        for (const auto& [id, ticket] : bench.world().tickets)
            QCOMPARE(ticket.secretHash, sha256Hex(bytesOf(secret)));
    }

    void refusesCodesThatCannotBe() {
        ManagerBench bench;
        const auto refuses = [&](const std::function<void(manager::Joining::NewCodes&)>& spoil, BaseErrc code) {
            manager::Joining::NewCodes wanted;
            spoil(wanted);
            return failsWith(bench.joining().createCodes(wanted, "anna"), code);
        };
        QVERIFY(refuses([](auto& w) { w.cluster = "nowhere"; }, BaseErrc::notFound));
        QVERIFY(refuses([](auto& w) { w.count = 0; }, BaseErrc::invalidArgument));
        QVERIFY(refuses([](auto& w) { w.count = 10001; }, BaseErrc::invalidArgument));
        QVERIFY(refuses([](auto& w) { w.valid = Seconds(59); }, BaseErrc::invalidArgument));
        QVERIFY(refuses([](auto& w) { w.valid = Seconds(31 * 86400); }, BaseErrc::invalidArgument));
    }

    void aCodeLetsOneTerminalIn() {
        ManagerBench bench;
        const std::string secret = secretOf(bench, JoinRole::terminal);
        const auto joined = bench.joining().joinTerminal(terminal(secret));
        QVERIFY(joined);
        QVERIFY(bench.world().fleet.tokenMatches(joined->id, std::string(64, 'a')));
        QVERIFY(failsWith(bench.joining().joinTerminal(terminal(secret, "till-2")), BaseErrc::denied));
        QCOMPARE(bench.world().fleet.size(), std::uint64_t(1));
    }

    void aLostAnswerIsRepeated() {
        ManagerBench bench;
        const std::string secret = secretOf(bench, JoinRole::terminal);
        const Terminal first = bench.joining().joinTerminal(terminal(secret)).value();
        bench.restart();
        const Terminal again = bench.joining().joinTerminal(terminal(secret)).value();
        QCOMPARE(again.id.value, first.id.value);
        auto thief = terminal(secret);
        thief.tokenHash = std::string(64, 'b');
        QVERIFY(failsWith(bench.joining().joinTerminal(thief), BaseErrc::denied));
        QVERIFY(bench.world().fleet.tokenMatches(first.id, std::string(64, 'a')));
    }

    void anUnknownOrExpiredCodeOrOneForAnotherRoleIsRefused() {
        ManagerBench bench;
        QVERIFY(failsWith(bench.joining().joinTerminal(terminal(std::string(16, 'x'))), BaseErrc::denied));
        QVERIFY(failsWith(bench.joining().joinTerminal(terminal("")), BaseErrc::denied));
        const std::string forNode = secretOf(bench, JoinRole::node);
        QVERIFY(failsWith(bench.joining().joinTerminal(terminal(forNode)), BaseErrc::denied));
        const std::string forTerminal = secretOf(bench, JoinRole::terminal);
        const auto key = trust::PrivateKey::generate();
        QVERIFY(failsWith(bench.joining().joinNode(node(forTerminal, requestFor(key))), BaseErrc::denied));
        bench.clock.advance(Seconds(3601));
        QVERIFY(failsWith(bench.joining().joinTerminal(terminal(forTerminal)), BaseErrc::denied));
        QCOMPARE(bench.world().fleet.size(), std::uint64_t(0));
    }

    void aBadRequestDoesNotSpendTheCode() {
        ManagerBench bench;
        const std::string secret = secretOf(bench, JoinRole::terminal);
        const auto refuses = [&](const std::function<void(manager::Joining::TerminalRequest&)>& spoil) {
            auto request = terminal(secret);
            spoil(request);
            return failsWith(bench.joining().joinTerminal(request), BaseErrc::invalidArgument);
        };
        QVERIFY(refuses([](auto& r) { r.controllerId.clear(); }));
        QVERIFY(refuses([](auto& r) { r.controllerId.assign(257, 'x'); }));
        QVERIFY(refuses([](auto& r) { r.controllerId = "a\nb"; }));
        QVERIFY(refuses([](auto& r) { r.platform.clear(); }));
        QVERIFY(refuses([](auto& r) { r.tokenHash = "A"; }));
        QVERIFY(refuses([](auto& r) { r.tokenHash.assign(64, 'A'); }));
        QVERIFY(bench.joining().joinTerminal(terminal(secret)).has_value());
    }

    void aControllerIdJoinsOnce() {
        ManagerBench bench;
        QVERIFY(bench.joining().joinTerminal(terminal(secretOf(bench, JoinRole::terminal))).has_value());
        const std::string another = secretOf(bench, JoinRole::terminal);
        QVERIFY(failsWith(bench.joining().joinTerminal(terminal(another)), BaseErrc::alreadyExists));
        QVERIFY(bench.joining().joinTerminal(terminal(another, "till-2")).has_value());
    }

    void theCodeDecidesTheCluster() {
        ManagerBench bench;
        const Cluster north = bench.inventory().createCluster("north", "anna").value();
        const auto joined = bench.joining().joinTerminal(terminal(secretOf(bench, JoinRole::terminal, "north")));
        QCOMPARE(joined.value().cluster.value, north.id.value);
        const auto key = trust::PrivateKey::generate();
        const auto node1 = bench.joining().joinNode(node(secretOf(bench, JoinRole::node, "north"), requestFor(key)));
        QCOMPARE(node1.value().cluster, std::string("north"));
        QCOMPARE(node1.value().node.cluster.value, north.id.value);
    }

    void aNodeGetsACertificateInItsRole() {
        ManagerBench bench;
        const auto key = trust::PrivateKey::generate();
        const auto joined = bench.joining().joinNode(node(secretOf(bench, JoinRole::node), requestFor(key))).value();
        const auto info = trust::inspectCertificate(joined.certificatePem).value();
        QCOMPARE(info.commonName, std::string("n1"));
        QCOMPARE(info.role, std::string("node"));
    }

    void aNodeIsAnsweredAgainForTheSameKeyOnly() {
        ManagerBench bench;
        const std::string secret = secretOf(bench, JoinRole::node);
        const auto key = trust::PrivateKey::generate();
        const auto first = bench.joining().joinNode(node(secret, requestFor(key))).value();
        bench.restart();
        const auto again = bench.joining().joinNode(node(secret, requestFor(key)));
        QVERIFY(again);
        QCOMPARE(again->node.id.value, first.node.id.value);
        const auto thief = trust::PrivateKey::generate();
        QVERIFY(failsWith(bench.joining().joinNode(node(secret, requestFor(thief))), BaseErrc::denied));
        QVERIFY(failsWith(bench.joining().joinNode(node(secret, requestFor(key), "n2")), BaseErrc::denied));
    }

    void refusesBadNodes() {
        ManagerBench bench;
        const std::string secret = secretOf(bench, JoinRole::node);
        const auto key = trust::PrivateKey::generate();
        auto plain = node(secret, requestFor(key));
        plain.url = "http://10.0.0.1:8080";
        QVERIFY(failsWith(bench.joining().joinNode(plain), BaseErrc::invalidArgument));
        auto noUrl = node(secret, requestFor(key));
        noUrl.url = "10.0.0.1";
        QVERIFY(!bench.joining().joinNode(noUrl));
        QVERIFY(!bench.joining().joinNode(node(secret, "no request")));
        QVERIFY(failsWith(bench.joining().joinNode(node(secret, requestFor(key), "")), BaseErrc::invalidArgument));
        QVERIFY(bench.world().nodes.empty());
        QVERIFY(bench.joining().joinNode(node(secret, requestFor(key))).has_value());
    }

    void aUsedCodeOfAClusterThatIsGoneMakesNoClusterUp() {
        ManagerBench bench;
        bench.inventory().createCluster("north", "anna").value();
        const std::string north = secretOf(bench, JoinRole::node, "north");
        const auto key = trust::PrivateKey::generate();
        bench.joining().joinNode(node(north, requestFor(key))).value();
        QVERIFY(bench.inventory().removeNode("n1", "anna").has_value());
        QVERIFY(bench.inventory().removeCluster("north", "anna").has_value());
        bench.joining().joinNode(node(secretOf(bench, JoinRole::node), requestFor(key))).value();
        const auto again = bench.joining().joinNode(node(north, requestFor(key)));
        QVERIFY(!again || again->cluster == "default");
        QCOMPARE(bench.world().clusters.size(), std::size_t(1));
    }

    void codesThatAreOverMakeRoomForNewOnes() {
        ManagerBench bench;
        manager::Joining::NewCodes wanted;
        wanted.count = 10000;
        for (int i = 0; i < 20; ++i)
            QVERIFY(bench.joining().createCodes(wanted, "anna").has_value());
        QVERIFY(failsWith(bench.joining().createCodes(wanted, "anna"), BaseErrc::tooLarge));
        bench.clock.advance(Seconds(3601));
        QVERIFY(bench.joining().createCodes(wanted, "anna").has_value());
        QCOMPARE(bench.world().tickets.size(), std::size_t(10000));
    }

    void aTerminalMadeByHandHasATokenOfItsOwn() {
        ManagerBench bench;
        const auto made = bench.joining().createTerminal("swu-1", "", "arm", "default", "anna").value();
        QCOMPARE(made.terminal.name, std::string("swu-1"));
        QVERIFY(bench.world().fleet.tokenMatches(made.terminal.id, sha256Hex(bytesOf(made.token))));
        QVERIFY(
            failsWith(bench.joining().createTerminal("swu-1", "", "arm", "default", "anna"), BaseErrc::alreadyExists));
        QVERIFY(failsWith(bench.joining().createTerminal("x", "", "arm", "nowhere", "anna"), BaseErrc::notFound));
    }
};

QTEST_GUILESS_MAIN(TestJoining)
#include "tst_joining.moc"
