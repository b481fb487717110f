// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/node_host.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>
#include <cstring>

#include "core/node/oci_error.h"

namespace signalbox::test {

QString quickFolder() {
    const QFileInfo memory(QStringLiteral("/dev/shm"));
    const QString place = memory.isDir() && memory.isWritable() ? memory.filePath() : QDir::tempPath();
    return place + QStringLiteral("/signalbox-test-XXXXXX");
}

trust::AccessToken NodeTokens::plan(const std::string& repository, std::vector<std::string> actions) const {
    const TimePoint now = SystemClock().now();
    trust::AccessToken token;
    token.issuer = "test-manager";
    token.subject = "test";
    token.audience = std::string(node::kNodeAudience);
    token.notBefore = now - Seconds(60);
    token.notAfter = now + Seconds(600);
    token.access.push_back({repository, std::move(actions)});
    return token;
}

NodeCertificates::NodeCertificates()
    : authority(trust::CertificateAuthority::create("test CA", SystemClock().now()).value()) {
    const trust::PrivateKey key = trust::PrivateKey::generate();
    trust::Subject subject;
    subject.commonName = "node-1";
    subject.role = trust::Role::node;
    subject.hosts = {"127.0.0.1", "localhost"};
    keyPem = key.toPem();
    chainPem = authority.issue(trust::makeSigningRequest(key, "node-1").value(), subject, SystemClock().now()).value();
}

std::shared_ptr<const http::TlsServerContext> NodeCertificates::server() const {
    http::TlsServerOptions options;
    options.certificateChainPem = chainPem;
    options.privateKeyPem = keyPem;
    options.floor = http::TlsFloor::tls12;
    return http::TlsServerContext::make(options).value();
}

std::shared_ptr<const http::TlsClientContext> NodeCertificates::client() const {
    http::TlsClientOptions options;
    options.caPem = authority.certificatePem();
    options.requiredRole = "node";
    return http::TlsClientContext::make(std::move(options)).value();
}

NodeHost::NodeHost(NodeHostOptions options) : m_options(options) {
    start();
}

NodeHost::~NodeHost() {
    m_server.reset();
}

void NodeHost::start() {
    node::NodeOptions options;
    options.folder = folder();
    options.maxUploads = m_options.maxUploads;
    options.keepFree = m_keepFree;
    options.diskThreads = 2;
    options.access.tokenKey = tokens.publicKey();
    options.access.tokenRealm = "https://manager.test/token";
    options.access.issuer = "test-manager";
    options.access.accounts = m_accounts;
    options.access.anonymous = m_options.anonymous;
    m_service = std::move(node::NodeService::open(nativeFileSystem(), m_clock, std::move(options)).value());
    http::ServerOptions server;
    server.errorPage = node::serverErrorPage;
    if (m_options.tls) server.tls = certificates.server();
    m_server.emplace(m_service->router(), std::move(server));
}

void NodeHost::restart() {
    m_server.reset();
    m_service.reset();
    start();
}

NodeProbe::NodeProbe(std::shared_ptr<const http::TlsClientContext> tls, std::string token) : m_token(std::move(token)) {
    http::ClientOptions options;
    options.tls = std::move(tls);
    m_client = http::makeClient(m_io, std::move(options));
}

Result<http::ClientResponse> NodeProbe::send(const std::string& method, const std::string& url,
                                             const std::vector<std::pair<std::string, std::string>>& headers,
                                             std::string body) {
    http::ClientRequest request;
    request.method = method;
    TRY(request.url, http::parseUrl(url));
    if (!m_token.empty()) request.headers.set("Authorization", "Bearer " + m_token);
    for (const auto& [name, value] : headers)
        request.headers.add(name, value);
    request.body = std::move(body);
    request.maxBody = std::size_t{64} << 20;
    return runTask(m_io, m_client->send(std::move(request)));
}

registry::OciClient::BlobSource sourceOf(const std::string& content) {
    return [&content](std::uint64_t offset, std::span<std::byte> into) -> Result<std::size_t> {
        const std::size_t count = std::min<std::size_t>(into.size(), content.size() - offset);
        std::memcpy(into.data(), content.data() + offset, count);
        return count;
    };
}

std::string patternOf(std::size_t size) {
    std::string text(size, '\0');
    std::uint64_t state = 88172645463325252ULL;
    for (char& c : text) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        c = static_cast<char>(state & 255);
    }
    return text;
}

NodeProgram::NodeProgram(const QStringList& arguments) {
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.start(QStringLiteral(SIGNALBOX_NODE_PROGRAM), arguments);
    const QByteArray mark("listening on ");
    QByteArray line;
    while (m_process.waitForReadyRead(20000)) {
        line += m_process.readAllStandardOutput();
        if (!line.contains('\n')) continue;
        if (line.startsWith(mark)) m_origin = line.mid(mark.size()).trimmed().toStdString();
        return;
    }
}

NodeProgram::~NodeProgram() {
    if (m_process.state() != QProcess::NotRunning) killHard();
}

void NodeProgram::killHard() {
    m_process.kill();
    m_process.waitForFinished(10000);
}

int NodeProgram::terminate() {
    m_process.terminate();
    m_process.waitForFinished(20000);
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

int runNodeProgram(const QStringList& arguments, std::string* output) {
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral(SIGNALBOX_NODE_PROGRAM), arguments);
    process.waitForFinished(20000);
    if (output) *output = process.readAll().toStdString();
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

}  // namespace signalbox::test
