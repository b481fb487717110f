// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/managed_node.h"

#include <stdexcept>

#include "core/http/tls_renewal.h"
#include "core/node/join.h"
#include "core/node/oci_error.h"
#include "core/trust/certificate.h"
#include "tests/support/docker_registry.h"
#include "tests/support/http_servers.h"

namespace signalbox::test {

ManagedNode::ManagedNode(ManagerHost& host, std::string name)
    : m_host(host), m_name(std::move(name)), m_url("https://127.0.0.1:" + std::to_string(freePort())) {
    const auto joined = join();
    if (!joined) throw std::runtime_error(joined.error().text());
    if (!node::saveIdentity(nativeFileSystem(), data(), *joined)) throw std::runtime_error("the node's folder");
    serve();
}

ManagedNode::~ManagedNode() {
    stop();
}

Result<node::NodeIdentity> ManagedNode::join() {
    const std::string code = m_host.admin("POST", "/api/v1/join-codes", R"({"role":"node","count":1})").text("codes/0");
    node::JoinRequest request;
    TRY(request.code, trust::JoinCode::parse(code));
    request.name = m_name;
    request.url = m_url;
    TRY(const http::Url url, http::parseUrl(m_url));
    request.listen = {url.host, url.port};
    http::TlsClientOptions tls;
    tls.pinnedFingerprint = request.code.fingerprint;
    tls.requiredRole = "manager";
    http::ClientOptions options;
    TRY(options.tls, http::TlsClientContext::make(std::move(tls)));
    const auto client = http::makeClient(m_host.io, std::move(options));
    return runTask(m_host.io, node::joinManager(*client, std::move(request)));
}

void ManagedNode::serve(node::KeepFree keepFree) {
    const node::NodeIdentity known = identity();
    node::NodeOptions options;
    options.folder = data() / "registry";
    options.keepFree = keepFree;
    options.diskThreads = 1;
    options.access.tokenKey = trust::PublicKey::fromPem(known.tokenKeyPem).value();
    options.access.issuer = known.issuer;
    options.access.tokenRealm = known.tokenRealm;
    options.access.managerShowsCertificate = true;
    options.hearManager = [this](const node::ManagerWord& word) -> Result<node::NodeTrust> {
        TRY(node::NodeTrust kept, node::keepManagerWord(nativeFileSystem(), data(), word));
        CHECK(http::renewClientTrust(*m_tls, word.caPem));
        return kept;
    };
    m_service = node::NodeService::open(nativeFileSystem(), m_host.clock, std::move(options)).value();
    http::TlsServerOptions tls;
    tls.certificateChainPem = known.certificatePem;
    tls.privateKeyPem = known.keyPem;
    tls.clientCaPem = known.caPem;
    m_tls = http::TlsServerContext::make(tls).value();
    http::ServerOptions server;
    server.tls = m_tls;
    server.errorPage = node::serverErrorPage;
    m_server = std::make_unique<http::Server>(m_host.io, m_service->router(), std::move(server));
    if (!m_server->listen(known.listen.address, known.listen.port)) throw std::runtime_error("the node's port");
}

void ManagedNode::stop() {
    if (!m_server) return;
    [[maybe_unused]] const auto stopped = runTask(m_host.io, m_server->stop(Milliseconds(0)));
    m_server.reset();
    m_service.reset();
}

Result<void> ManagedNode::show(const node::NodeIdentity& identity) {
    return http::renewCertificate(*m_tls, identity.certificatePem, identity.keyPem);
}

node::CertificateKeeper ManagedNode::keeper(http::Client& manager) {
    return node::CertificateKeeper({nativeFileSystem(), m_host.clock, manager, data()}, identity(),
                                   [this](const node::NodeIdentity& renewed) { return show(renewed); });
}

Result<void> ManagedNode::shows(const std::string& certificatePem) {
    http::TlsClientOptions tls;
    tls.caPem = identity().caPem;
    tls.requiredRole = "node";
    TRY(const trust::CertificateInfo info, trust::inspectCertificate(certificatePem));
    tls.pinnedFingerprint = info.fingerprint;
    http::ClientOptions options;
    TRY(options.tls, http::TlsClientContext::make(std::move(tls)));
    const auto client = http::makeClient(m_host.io, std::move(options));
    http::ClientRequest request;
    TRY(request.url, http::parseUrl(m_url + "/v2/"));
    TRY(const auto answer, runTask(m_host.io, client->send(std::move(request))));
    return answer.status == 401 ? Result<void>() : Result<void>(makeError(BaseErrc::wrongState, "another answer"));
}

ManagerWay::ManagerWay(ManagerHost& host) {
    http::TlsClientOptions tls;
    tls.caPem = readFile(host.data() / "ca.pem", 65536).value();
    tls.requiredRole = "manager";
    http::ClientOptions options;
    options.tls = http::TlsClientContext::make(std::move(tls)).value();
    m_client = http::makeClient(host.io, std::move(options));
}

Task<http::ClientResponse> ManagerWay::send(http::ClientRequest request) {
    ++asked;
    if (away) co_return makeError(BaseErrc::unavailable, "the manager is away");
    auto answer = co_await m_client->send(std::move(request));
    co_return answer;
}

}  // namespace signalbox::test
