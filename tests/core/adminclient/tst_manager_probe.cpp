// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTcpServer>
#include <QTest>
#include <optional>

#include "core/adminclient/manager_probe.h"
#include "core/adminclient/problem.h"
#include "core/trust/certificate.h"
#include "tests/support/adminclient_server.h"

using namespace signalbox;
using namespace signalbox::adminclient;
using signalbox::test::AdminServer;

namespace {

AdminServer::Answer nothing(const AdminServer::Received&) {
    return {200, "{}"};
}

std::optional<Result<ManagerIdentity>> probed(const std::string& url,
                                              std::chrono::milliseconds patience = std::chrono::milliseconds(10000)) {
    ManagerProbe probe;
    std::optional<Result<ManagerIdentity>> outcome;
    QObject::connect(&probe, &ManagerProbe::found, &probe, [&](const ManagerIdentity& got) { outcome = got; });
    QObject::connect(&probe, &ManagerProbe::failed, &probe, [&](const Error& error) { outcome = error; });
    probe.start(url, patience);
    static_cast<void>(QTest::qWaitFor([&] { return outcome.has_value(); }, 20000));
    return outcome;
}

boost::system::error_code codeOf(const std::optional<Result<ManagerIdentity>>& outcome) {
    return outcome && !*outcome ? outcome->error().code : boost::system::error_code();
}

}  // namespace

class ManagerProbeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsTheFingerprintOfTheAuthorityAndSendsNothing() {
        AdminServer server(nothing);
        const auto outcome = probed(server.url() + "/");
        QVERIFY(outcome && *outcome);
        QCOMPARE((*outcome)->url, server.url());
        QCOMPARE((*outcome)->fingerprint, trust::inspectCertificate(server.caPem()).value().fingerprint);
        QCOMPARE(trust::inspectCertificate((*outcome)->caPem).value().fingerprint, (*outcome)->fingerprint);
        QVERIFY(server.requests().empty());
    }

    void aNodesCertificateIsNoManagers() {
        AdminServer server(nothing, {trust::Role::node, "127.0.0.1"});
        QCOMPARE(codeOf(probed(server.url())), make_error_code(AdminErrc::untrusted));
    }

    void aCertificateForAnotherHostIsNotThisManagers() {
        AdminServer server(nothing, {trust::Role::manager, "elsewhere.example"});
        QCOMPARE(codeOf(probed(server.url())), make_error_code(AdminErrc::untrusted));
    }

    void nobodyThereIsUnreachable() {
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        const std::string url = "https://127.0.0.1:" + std::to_string(gone.serverPort());
        gone.close();
        QCOMPARE(codeOf(probed(url)), make_error_code(AdminErrc::unreachable));
    }

    void oneThatSaysNothingTimesOut() {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const std::string url = "https://127.0.0.1:" + std::to_string(silent.serverPort());
        QCOMPARE(codeOf(probed(url, std::chrono::milliseconds(50))), make_error_code(BaseErrc::timedOut));
    }

    void anAddressWithAPathIsRefused() {
        QCOMPARE(codeOf(probed("https://127.0.0.1:1/path")), make_error_code(BaseErrc::invalidArgument));
        QCOMPARE(codeOf(probed("http://127.0.0.1:1")), make_error_code(BaseErrc::invalidArgument));
    }
};

QTEST_GUILESS_MAIN(ManagerProbeTest)
#include "tst_manager_probe.moc"
