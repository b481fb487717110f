// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "core/base/file_system.h"
#include "core/registry/manifest.h"
#include "core/terminal/registry_metadata_source.h"
#include "core/trust/canonical_json.h"
#include "core/tuf/metadata_writer.h"
#include "core/tuf/updater.h"
#include "tests/support/docker_registry.h"
#include "tests/support/http_servers.h"
#include "tests/support/managed_node.h"
#include "tests/support/tuf_people.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

constexpr int kPatience = 20000;
constexpr const char* kPath = "till/stable/1.0.json";

/// A manager in which any two of three people approve releases of "till".
class SignedHost : public ManagerHost {
public:
    void establish() {
        const auto key = trust::PublicKey::fromPem(admin("GET", "/api/v1/trust").text("onlineKeyPem")).value();
        const boost::json::object online = tuf::keyJson(key);
        tuf::Root root = rootOf({&holder}, 1, holder);
        root.keys.insert_or_assign(tuf::keyIdOf(online), tuf::VerificationKey::fromJson(online).value());
        for (const char* const role : {"snapshot", "timestamp"})
            root.roles[role].keyIds = {tuf::keyIdOf(online)};
        stage("root", tuf::contentOf(root));
        sign("root", holder);
        stage("targets", tuf::contentOf(targetsFor("till", {&anna, &bert}, 2)));
        sign("targets", holder);
    }
    void stage(const std::string& role, const boost::json::object& content) {
        QCOMPARE(admin("PUT", "/api/v1/trust/staged/" + role, boost::json::serialize(content)).status, 200);
    }
    void sign(const std::string& role, const Person& person) {
        const auto staged = admin("GET", "/api/v1/trust/staged/" + role).at("signed");
        const auto signature = person.signer().sign(trust::canonicalJson(staged).value()).value();
        const std::string body = jsonOf({{"keyid", signature.keyId}, {"sig", signature.hex}});
        QCOMPARE(admin("POST", "/api/v1/trust/staged/" + role + "/signatures", body).status, 200);
    }
    /// Version 1.0, signed by both.
    void release() {
        QCOMPARE(addRelease("1.0"), -1);  // a call does not approve it
        sign("p-till", anna);
        sign("p-till", bert);
    }

    Person holder, anna, bert;
};

/// Somebody who trusts the first root and nobody else, and reads metadata off a node.
class Reader {
public:
    Reader(SignedHost& host, registry::Target target) : m_host(host), m_target(std::move(target)) {
        http::ClientOptions options;
        http::TlsClientOptions tls;
        tls.caPem = readFile(host.data() / "ca.pem", 65536).value();
        options.tls = http::TlsClientContext::make(std::move(tls)).value();
        m_client = http::makeClient(host.io, std::move(options));
        tuf::LocalMetadata local(nativeFileSystem(), folder());
        local.write("root", host.admin("GET", "/api/v1/trust/files/1.root.json").text("content")).value();
    }
    [[nodiscard]] Result<tuf::Target> find(const std::string& path) {
        terminal::RegistryMetadataSource source(*m_client, m_target);
        tuf::LocalMetadata local(nativeFileSystem(), folder());
        tuf::Updater updater(source, local, m_host.clock.now());
        const auto refreshed = runTask(m_host.io, updater.refresh());
        if (!refreshed) return refreshed.error();
        return runTask(m_host.io, updater.find(path));
    }
    [[nodiscard]] std::string timestamp() {
        terminal::RegistryMetadataSource source(*m_client, m_target);
        const auto found = runTask(m_host.io, source.fetch("timestamp.json", 16384));
        return found && *found ? **found : std::string();
    }
    [[nodiscard]] bool has(const Digest& blob) {
        registry::OciClient oci(*m_client);
        return runTask(m_host.io, oci.headBlob(m_target, blob)).has_value();
    }

private:
    [[nodiscard]] std::filesystem::path folder() const { return m_folder.path().toStdString(); }

    SignedHost& m_host;
    registry::Target m_target;
    QTemporaryDir m_folder;
    std::unique_ptr<http::Client> m_client;
};

}  // namespace

/// Signed metadata on real nodes: ours and Debian's docker-registry.
class TestMetadataCopies : public QObject {
    Q_OBJECT

private:
    /// With the token that a terminal gets.
    static registry::Target onNode(SignedHost& host, const ManagedNode& node) {
        const std::string token =
            host.admin("POST", "/api/v1/nodes/node-1/token", "{\"repository\":\"tuf\",\"actions\":[\"pull\"]}")
                .text("token");
        return {http::parseUrl(node.url()).value(), std::string(registry::kMetadataRepository), token, {}};
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(DockerRegistry::isInstalled(), "docker-registry is not installed"); }

    void aNodeHasWhatTerminalsVerify() {
        SignedHost host;
        ManagedNode node(host);
        host.establish();
        host.release();
        Reader reader(host, onNode(host, node));
        QTRY_VERIFY_WITH_TIMEOUT(reader.find(kPath).has_value(), kPatience);
    }

    void aRegistryOfAnotherMakerHasItToo() {
        SignedHost host;
        DockerRegistry registry;
        const std::string body = jsonOf({{"name", "foreign"}, {"url", registry.url()}});
        const std::string plain = body.substr(0, body.size() - 1) + ",\"plainHttp\":true}";
        QCOMPARE(host.admin("POST", "/api/v1/nodes", plain).status, 201);
        host.establish();
        host.release();
        registry::Target target = registry.target();
        target.repository = registry::kMetadataRepository;
        Reader reader(host, target);
        QTRY_VERIFY_WITH_TIMEOUT(reader.find(kPath).has_value(), kPatience);
    }

    void aNodeThatCameLaterHasAllOfIt() {
        SignedHost host;
        host.establish();
        host.release();
        QCOMPARE(host.admin("POST", "/api/v1/trust/staged/targets/renew").status, 200);
        host.sign("targets", host.holder);
        ManagedNode node(host);
        Reader reader(host, onNode(host, node));
        QTRY_VERIFY_WITH_TIMEOUT(reader.find(kPath).has_value(), kPatience);
    }

    void whatIsReplacedIsTakenAway() {
        SignedHost host;
        ManagedNode node(host);
        host.establish();
        host.release();
        Reader reader(host, onNode(host, node));
        QTRY_VERIFY_WITH_TIMEOUT(reader.find(kPath).has_value(), kPatience);
        const Digest old = Digest::ofContent(reader.timestamp());
        QVERIFY(reader.has(old));
        QCOMPARE(host.admin("POST", "/api/v1/trust/staged/targets/renew").status, 200);
        host.sign("targets", host.holder);
        QTRY_VERIFY_WITH_TIMEOUT(!reader.has(old), kPatience);
        QVERIFY(reader.find(kPath).has_value());
    }

    void terminalsMayReadIt() {
        SignedHost host;
        ManagedNode node(host);
        host.establish();
        host.release();
        const std::string token = host.addTerminal("t1");
        QTRY_VERIFY_WITH_TIMEOUT(isTrue(node.seen().at("online")), kPatience);
        QVERIFY(host.start(1) > 0);
        std::string link;
        const auto offered = [&] {
            link = host.ddi("GET", "t1", token).text("_links/deploymentBase/href");
            return !link.empty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(offered(), kPatience);
        registry::Target target = onNode(host, node);
        target.token = host.ddi("GET", link, token).text("signalbox/token");
        Reader reader(host, target);
        QTRY_VERIFY_WITH_TIMEOUT(reader.find(kPath).has_value(), kPatience);
        target.token.clear();
        QVERIFY(!Reader(host, target).find(kPath).has_value());
    }
};

QTEST_GUILESS_MAIN(TestMetadataCopies)
#include "tst_metadata_copies.moc"
