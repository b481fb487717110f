// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <functional>
#include <optional>
#include <string>

#include "core/trust/certificate.h"
#include "tests/support/http_servers.h"
#include "tests/support/managed_node.h"
#include "tests/support/terminal_world.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

constexpr Seconds kDay{86400};
constexpr int kPatience = 30000;

/// A manager, a node and a terminal, all real.
struct Field {
    ManagerHost host;
    ManagedNode node{host};
    QTemporaryDir folder{managerFolderTemplate()};
    TestTerminal terminal{host.io, folder.path().toStdString()};

    void joinTerminal() {
        terminal.join(host.admin("POST", "/api/v1/join-codes", R"({"role":"terminal","count":1})").text("codes/0"));
        terminal.start();
    }
    [[nodiscard]] HostAnswer authority() { return host.admin("GET", "/api/v1/authority"); }
    [[nodiscard]] std::string state() { return authority().text("state"); }
    HostAnswer use(bool force) {
        return host.admin("POST", "/api/v1/authority/use", force ? R"({"force":true})" : R"({"force":false})");
    }
    HostAnswer retire(bool force) {
        return host.admin("POST", "/api/v1/authority/retire", force ? R"({"force":true})" : R"({"force":false})");
    }
    /// The certificate of the one that issues.
    [[nodiscard]] std::string issuing() {
        const std::string pem = authority().text("pem");
        const std::string_view end = "-----END CERTIFICATE-----\n";
        return pem.substr(0, pem.find(end) + end.size());
    }
    /// Makes the next authority; a console that is started then trusts both.
    [[nodiscard]] bool plan() {
        const auto planned = host.admin("POST", "/api/v1/authority/next");
        const auto isWritten = [&] { return readFile(host.data() / "ca.pem", 65536).value() == planned.text("pem"); };
        if (planned.status != 201 || !runUntil(host.io, isWritten)) return false;
        host.trustAgain();
        return true;
    }
    /// What happens on the manager's thread, of which the test sees files.
    [[nodiscard]] bool comes(const std::function<bool()>& done) { return runUntil(host.io, done); }
    [[nodiscard]] bool nodesWait() { return authority().at("nodesWaiting").get_array().size() > 0; }
    [[nodiscard]] bool managerIsTrustedBy(const std::string& pem) {
        http::TlsClientOptions tls;
        tls.caPem = pem;
        tls.requiredRole = "manager";
        http::ClientOptions options;
        options.tls = http::TlsClientContext::make(std::move(tls)).value();
        const auto client = http::makeClient(host.io, std::move(options));
        http::ClientRequest request;
        request.url = http::parseUrl(host.ddiUrl("/")).value();
        return runTask(host.io, client->send(std::move(request))).has_value();
    }
    [[nodiscard]] std::string terminalTrusts() const {
        const terminal::DataFolder data(nativeFileSystem(), terminal.data());
        return data.identity().value().caPem;
    }
};

}  // namespace

/// The manager's certificate authority gives way to another one.
class TestAuthorities : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everybodyMovesToTheNextAuthority() {
        Field field;
        field.joinTerminal();
        const std::string before = field.authority().text("pem");
        const std::string first = field.authority().text("current/fingerprint");
        QCOMPARE(field.state(), std::string("settled"));
        QVERIFY(field.plan());
        QCOMPARE(field.host.admin("POST", "/api/v1/authority/next").status, 409);
        QCOMPARE(field.authority().number("terminalsWaiting"), 1);
        QCOMPARE(field.use(false).status, 409);

        // It is told, kept by each, and used by itself.
        const std::string next = field.authority().text("next/fingerprint");
        field.terminal.agent().pollNow();
        QTRY_COMPARE_WITH_TIMEOUT(field.state(), std::string("retiring"), kPatience);
        QCOMPARE(field.authority().text("current/fingerprint"), next);
        QCOMPARE(field.authority().text("previous/fingerprint"), first);
        QVERIFY(field.terminalTrusts() != before);

        // Doors show a certificate of it; the node asks for one and keeps it.
        const std::string after = field.issuing();
        QTRY_VERIFY_WITH_TIMEOUT(field.managerIsTrustedBy(after), kPatience);
        QVERIFY(!field.managerIsTrustedBy(before));
        QVERIFY(field.nodesWait());
        QCOMPARE(field.retire(false).status, 409);
        ManagerWay way(field.host);
        auto keeper = field.node.keeper(way);
        QVERIFY(runTask(field.host.io, keeper.look()));
        QCOMPARE(trust::issuerFingerprint(field.node.identity().certificatePem).value(), next);

        // Then nothing is left of the one before, and it is retired by itself.
        QTRY_COMPARE_WITH_TIMEOUT(field.state(), std::string("settled"), kPatience);
        field.terminal.agent().pollNow();
        QVERIFY(field.comes([&] { return field.terminalTrusts() == after; }));
        QVERIFY(field.comes([&] { return field.node.identity().caPem == after; }));
        QTRY_VERIFY_WITH_TIMEOUT(isTrue(field.node.seen().at("online")), kPatience);

        field.terminal.stop();
    }

    void aRestartForgetsNobodyAndNothing() {
        Field field;
        field.joinTerminal();
        QVERIFY(field.plan());
        const std::string next = field.authority().text("next/fingerprint");
        field.terminal.agent().pollNow();
        QTRY_COMPARE_WITH_TIMEOUT(field.authority().number("terminalsWaiting"), 0, kPatience);
        QCOMPARE(field.use(true).status, 200);
        field.terminal.stop();
        field.host.restart();
        QCOMPARE(field.state(), std::string("retiring"));
        QCOMPARE(field.authority().text("current/fingerprint"), next);
        QVERIFY(field.managerIsTrustedBy(field.issuing()));
    }

    void whoIsLeftBehindJoinsAgain() {
        Field field;
        QTRY_VERIFY_WITH_TIMEOUT(isTrue(field.node.seen().at("online")), kPatience);
        field.node.stop();
        QTRY_VERIFY_WITH_TIMEOUT(isFalse(field.node.seen().at("online")), kPatience);
        const std::string code =
            field.host.admin("POST", "/api/v1/join-codes", R"({"role":"terminal","count":1})").text("codes/0");
        QVERIFY(field.plan());
        QCOMPARE(field.authority().number("openCodes"), 1);
        QCOMPARE(field.use(false).status, 409);
        QCOMPARE(field.use(true).status, 200);
        QCOMPARE(field.authority().number("openCodes"), 0);
        const std::string after = field.issuing();
        QTRY_VERIFY_WITH_TIMEOUT(field.managerIsTrustedBy(after), kPatience);
        QCOMPARE(field.retire(false).status, 409);
        QCOMPARE(field.retire(true).status, 200);
        QCOMPARE(field.state(), std::string("settled"));
        const auto again = field.node.join();
        QVERIFY2(again, again ? "" : again.error().text().c_str());
        QVERIFY(node::saveRejoined(nativeFileSystem(), field.node.data(), *again));
        QCOMPARE(field.node.identity().caPem, after);
        field.node.serve();
        QTRY_VERIFY_WITH_TIMEOUT(isTrue(field.node.seen().at("online")), kPatience);
    }

    void aPlanIsAbandoned() {
        Field field;
        QCOMPARE(field.host.admin("DELETE", "/api/v1/authority/next").status, 409);
        QCOMPARE(field.use(true).status, 409);
        QCOMPARE(field.retire(true).status, 409);
        const std::string first = field.authority().text("pem");
        QVERIFY(field.plan());
        QVERIFY(field.comes([&] { return field.node.identity().caPem == field.authority().text("pem"); }));
        QVERIFY(field.node.identity().caPem != first);
        QCOMPARE(field.host.admin("DELETE", "/api/v1/authority/next").status, 200);
        QCOMPARE(field.authority().text("pem"), first);
        QVERIFY(field.comes([&] { return field.node.identity().caPem == first; }));
    }

    void aNodeLearnsWhereTheManagerMoved() {
        Field field;
        QTRY_VERIFY_WITH_TIMEOUT(isTrue(field.node.seen().at("online")), kPatience);
        const std::string before = field.node.identity().tokenRealm;
        field.host.restart();  // on other ports
        const std::string now = field.host.ddiUrl("/token");
        QVERIFY(now != before);
        QVERIFY(field.comes([&] { return field.node.identity().tokenRealm == now; }));
        // What asks the manager goes there.
        field.host.clock.advance(kDay * 300);
        ManagerWay way(field.host);
        auto keeper = field.node.keeper(way);
        const auto renewed = runTask(field.host.io, keeper.look());
        QVERIFY2(renewed, renewed ? "" : renewed.error().text().c_str());
        QCOMPARE(way.asked, 1);
    }
};

QTEST_GUILESS_MAIN(TestAuthorities)
#include "tst_authorities.moc"
