// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <filesystem>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>

#include "core/store/store.h"
#include "core/trust/certificate.h"
#include "core/trust/node_renewal.h"
#include "tests/support/http_servers.h"
#include "tests/support/managed_node.h"
#include "tests/support/trust_errors.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

constexpr Seconds kDay{86400};

/// A manager whose node joined so many days ago.
struct Fleet {
    explicit Fleet(int daysAgo) : now(host.clock.now()) {
        host.clock.set(now - kDay * daysAgo);
        node.emplace(host);
        host.clock.set(now);
    }

    ManagerHost host;
    TimePoint now;
    std::optional<ManagedNode> node;

    [[nodiscard]] TimePoint endOf(const std::string& pem) const {
        return trust::inspectCertificate(pem).value().notAfter;
    }
    [[nodiscard]] HostAnswer renew(const std::string& certificate, const std::string& request) {
        return host.ask("POST", host.ddiUrl("/renew/node"), {},
                        jsonOf({{"certificate", certificate}, {"request", request}}));
    }
    /// The node restarts with another certificate.
    void serveAs(const node::NodeIdentity& identity) {
        node->stop();
        if (!node::saveCertificate(nativeFileSystem(), node->data(), identity)) throw std::runtime_error("saving");
        node->serve();
    }
    /// As the node asks, but with what is given.
    [[nodiscard]] std::string requestBy(const trust::PrivateKey& key, const std::string& issuer,
                                        const std::string& name) const {
        const std::string csr = trust::makeSigningRequest(trust::PrivateKey::generate(), name).value();
        return trust::signNodeRenewal({issuer, name, csr}, key);
    }
};

/// The manager's own, out of a copy of its database.
trust::CertificateAuthority authorityOf(const ManagerHost& host) {
    const QTemporaryDir copy;
    const std::filesystem::path folder = copy.path().toStdString();
    for (const char* name : {"signalbox.sqlite", "signalbox.sqlite-wal"})
        std::filesystem::copy_file(host.data() / name, folder / name);
    const auto store = store::openSqliteStore((folder / "signalbox.sqlite").string()).value();
    std::map<std::string, std::string> settings;
    for (const store::Setting& setting : store->load().value().settings)
        settings[setting.key] = setting.value;
    store->close();
    return trust::CertificateAuthority::load(settings["ca.certificate"], settings["ca.key"]).value();
}

std::string idOf(ManagerHost& host) {
    return host.admin("GET", "/api/v1/status").text("managerId");
}

}  // namespace

/// A real manager, a real node, and a clock that runs through a certificate's life.
class TestNodeCertificates : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isRenewedWhileItServes() {
        Fleet fleet(300);
        const std::string before = fleet.node->identity().certificatePem;
        QVERIFY(fleet.node->shows(before));
        ManagerWay way(fleet.host);
        auto keeper = fleet.node->keeper(way);
        QVERIFY(runTask(fleet.host.io, keeper.look()));
        const node::NodeIdentity after = fleet.node->identity();
        QVERIFY(after.certificatePem != before);
        QVERIFY(fleet.endOf(after.certificatePem) > fleet.now + kDay * 396);
        QVERIFY(fleet.node->shows(after.certificatePem));
        QVERIFY(!fleet.node->shows(before));
        QCOMPARE(fleet.node->seen().text("certificateEnds"), toRfc3339(fleet.endOf(after.certificatePem)));
        QVERIFY(fleet.host.admin("GET", "/api/v1/audit?order=newest&limit=1").text("items/0/action") ==
                "certificate.renew");
        fleet.node->stop();
        fleet.host.restart();
        QCOMPARE(fleet.node->seen().text("certificateEnds"), toRfc3339(fleet.endOf(after.certificatePem)));
    }

    void isLeftAloneWhileMuchOfItIsLeft() {
        Fleet fleet(200);
        ManagerWay way(fleet.host);
        auto keeper = fleet.node->keeper(way);
        QVERIFY(runTask(fleet.host.io, keeper.look()));
        QCOMPARE(way.asked, 0);
    }

    void aManagerThatIsAwayIsAskedAgain() {
        Fleet fleet(300);
        const std::string before = fleet.node->identity().certificatePem;
        ManagerWay way(fleet.host);
        way.away = true;
        auto keeper = fleet.node->keeper(way);
        QCOMPARE(codeOf(runTask(fleet.host.io, keeper.look())), make_error_code(BaseErrc::unavailable));
        way.away = false;
        QVERIFY(runTask(fleet.host.io, keeper.look()));  // not before the pause is over
        QCOMPARE(way.asked, 1);
        QCOMPARE(fleet.node->identity().certificatePem, before);
        fleet.host.clock.advance(Seconds(3600));
        QVERIFY(runTask(fleet.host.io, keeper.look()));
        QVERIFY(fleet.node->identity().certificatePem != before);
    }

    void aNodeWhoseCertificateEndedComesBackWithACode() {
        Fleet fleet(400);
        ManagerWay way(fleet.host);
        auto keeper = fleet.node->keeper(way);
        QCOMPARE(codeOf(runTask(fleet.host.io, keeper.look())), make_error_code(BaseErrc::wrongState));
        QCOMPARE(way.asked, 0);
        const std::string before = fleet.node->identity().certificatePem;
        QVERIFY(!fleet.node->shows(before));
        QTRY_VERIFY_WITH_TIMEOUT(!fleet.node->seen().text("problem").empty(), 20000);
        const std::int64_t id = fleet.node->seen().number("id");

        const auto again = fleet.node->join();
        QVERIFY2(again, again ? "" : again.error().text().c_str());
        QVERIFY(node::saveRejoined(nativeFileSystem(), fleet.node->data(), *again));
        // One that serves takes it at its next look.
        fleet.host.clock.advance(Seconds(3600));
        QVERIFY(runTask(fleet.host.io, keeper.look()));
        QVERIFY(fleet.node->shows(again->certificatePem));
        QCOMPARE(fleet.node->seen().number("id"), id);
        QTRY_VERIFY_WITH_TIMEOUT(isTrue(fleet.node->seen().at("online")), 20000);
    }

    void aNameIsNotTakenFromANodeThatServes() {
        Fleet fleet(300);
        const auto again = fleet.node->join();
        QCOMPARE(codeOf(again), make_error_code(BaseErrc::denied));
    }

    void othersGetNoCertificate() {
        Fleet fleet(300);
        const node::NodeIdentity own = fleet.node->identity();
        const auto key = trust::PrivateKey::fromPem(own.keyPem).value();
        const auto stranger = trust::PrivateKey::generate();
        const std::string id = idOf(fleet.host);
        const auto authority = trust::CertificateAuthority::create("other", fleet.now).value();
        const std::string foreign = authority
                                        .issue(trust::makeSigningRequest(key, "node-1").value(),
                                               {"node-1", trust::Role::node, {"127.0.0.1"}}, fleet.now)
                                        .value();
        QCOMPARE(fleet.renew(own.certificatePem, fleet.requestBy(stranger, id, "node-1")).status, 403);
        QCOMPARE(fleet.renew(foreign, fleet.requestBy(key, id, "node-1")).status, 403);
        QCOMPARE(fleet.renew(own.certificatePem, fleet.requestBy(key, id, "node-2")).status, 403);
        QCOMPARE(fleet.renew(own.certificatePem, fleet.requestBy(key, "another", "node-1")).status, 403);
        QCOMPARE(fleet.renew("no certificate", fleet.requestBy(key, id, "node-1")).status, 400);
        QCOMPARE(fleet.renew(own.certificatePem, "no request").status, 400);
        QCOMPARE(fleet.host.ask("POST", fleet.host.ddiUrl("/renew/node"), {}, "[]").status, 400);
        const std::string good = fleet.requestBy(key, id, "node-1");
        QCOMPARE(fleet.renew(own.certificatePem, good).status, 200);
        QCOMPARE(fleet.host.admin("DELETE", "/api/v1/nodes/node-1").status, 204);
        QCOMPARE(fleet.renew(own.certificatePem, good).status, 403);
        // Nor does the certificate of a node that was removed speak for one of the same name.
        ManagedNode newer(fleet.host);
        QCOMPARE(fleet.renew(own.certificatePem, good).status, 403);
    }

    void noOtherCertificateOfTheManagersPassesForANodes() {
        Fleet fleet(0);
        QTRY_VERIFY_WITH_TIMEOUT(isTrue(fleet.node->seen().at("online")), 20000);
        QVERIFY(fleet.node->seen().number("freeBytes") > 0);  // told to the manager's certificate alone
        const node::NodeIdentity own = fleet.node->identity();
        for (const trust::Role role : {trust::Role::manager, trust::Role::terminal}) {
            node::NodeIdentity other = own;
            const auto key = trust::PrivateKey::generate();
            other.keyPem = key.toPem();
            other.certificatePem =
                authorityOf(fleet.host)
                    .issue(trust::makeSigningRequest(key, "node-1").value(), {"node-1", role, {"127.0.0.1"}}, fleet.now)
                    .value();
            fleet.serveAs(other);
            QTRY_VERIFY_WITH_TIMEOUT(isFalse(fleet.node->seen().at("online")), 20000);
            fleet.serveAs(own);
            QTRY_VERIFY_WITH_TIMEOUT(isTrue(fleet.node->seen().at("online")), 20000);
        }
    }

    void theManagerSaysUntilWhenWhoIsTrusted() {
        Fleet fleet(0);
        const auto status = fleet.host.admin("GET", "/api/v1/status");
        QCOMPARE(status.text("certificates/0/holder"), std::string("authority"));
        QCOMPARE(status.text("certificates/1/holder"), std::string("doors"));
        QCOMPARE(status.text("certificates/2/holder"), std::string("node:node-1"));
        QCOMPARE(status.text("certificates/2/notAfter"), toRfc3339(fleet.endOf(fleet.node->identity().certificatePem)));
        const auto metrics = fleet.host.admin("GET", "/metrics").body;
        QVERIFY(metrics.find("signalbox_certificate_end_seconds{holder=\"node:node-1\"}") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestNodeCertificates)
#include "tst_node_certificates.moc"
