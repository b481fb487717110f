// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/node/node_service.h"
#include "core/registry/oci_client.h"
#include "core/trust/access_token.h"
#include "core/trust/certificate.h"
#include "tests/support/http_servers.h"

namespace signalbox::test {

/// A template for QTemporaryDir: in memory where the system has such a place, as a busy disk makes each fsync wait.
[[nodiscard]] QString quickFolder();

/// The manager's side of node access: signs tokens that a node with publicKey() takes.
class NodeTokens {
public:
    [[nodiscard]] trust::PublicKey publicKey() const { return m_key.publicKey(); }
    [[nodiscard]] trust::AccessToken plan(const std::string& repository, std::vector<std::string> actions) const;
    [[nodiscard]] std::string sign(const trust::AccessToken& token) const { return signAccessToken(token, m_key); }
    [[nodiscard]] std::string token(const std::string& repository, std::vector<std::string> actions) const {
        return sign(plan(repository, std::move(actions)));
    }

private:
    trust::PrivateKey m_key = trust::PrivateKey::generate();
};

/// A certificate authority with a node's identity for 127.0.0.1.
struct NodeCertificates {
    NodeCertificates();
    trust::CertificateAuthority authority;
    std::string keyPem;
    std::string chainPem;
    [[nodiscard]] std::shared_ptr<const http::TlsServerContext> server() const;
    [[nodiscard]] std::shared_ptr<const http::TlsClientContext> client() const;
};

struct NodeHostOptions {
    bool tls = false;
    bool anonymous = false;
    std::size_t maxUploads = 64;
};

/// A node on a thread of its own with a folder of its own.
class NodeHost {
public:
    explicit NodeHost(NodeHostOptions options = {});
    ~NodeHost();

    [[nodiscard]] std::string url(const std::string& target = {}) const { return m_server->url(target); }
    [[nodiscard]] std::filesystem::path folder() const { return m_folder.path().toStdString(); }
    [[nodiscard]] node::NodeService& service() { return *m_service; }
    /// These two: from the next restart() on.
    void keepFree(node::KeepFree keep) { m_keepFree = keep; }
    void accounts(node::ToolAccounts accounts) { m_accounts = std::move(accounts); }
    /// Stops it and serves the same folder anew, on another port.
    void restart();

    NodeTokens tokens;
    NodeCertificates certificates;

private:
    void start();

    NodeHostOptions m_options;
    node::KeepFree m_keepFree;
    node::ToolAccounts m_accounts;
    SystemClock m_clock;
    QTemporaryDir m_folder{quickFolder()};
    std::unique_ptr<node::NodeService> m_service;
    std::optional<HttpServerThread> m_server;
};

/// A client that waits for its answers.
class NodeProbe {
public:
    explicit NodeProbe(std::shared_ptr<const http::TlsClientContext> tls = {}, std::string token = {});

    [[nodiscard]] Result<http::ClientResponse> send(
        const std::string& method, const std::string& url,
        const std::vector<std::pair<std::string, std::string>>& headers = {}, std::string body = {});
    template <class T>
    [[nodiscard]] Result<T> run(Task<T> task) {
        return runTask(m_io, std::move(task));
    }
    [[nodiscard]] http::Client& client() { return *m_client; }

private:
    std::string m_token;
    asio::io_context m_io;
    std::unique_ptr<http::Client> m_client;
};

/// What OciClient pushes: `content`, which must outlive it.
[[nodiscard]] registry::OciClient::BlobSource sourceOf(const std::string& content);
/// `size` bytes that differ from place to place.
[[nodiscard]] std::string patternOf(std::size_t size);

/// A real program on loopback; killed with the test.
class NodeProgram {
public:
    /// Starts it and waits for its "listening on <origin>" line; empty origin() when it ended instead.
    explicit NodeProgram(const QStringList& arguments);
    ~NodeProgram();
    NodeProgram(const NodeProgram&) = delete;
    NodeProgram& operator=(const NodeProgram&) = delete;

    [[nodiscard]] const std::string& origin() const { return m_origin; }
    void killHard();
    /// SIGTERM; the exit code.
    [[nodiscard]] int terminate();

private:
    QProcess m_process;
    std::string m_origin;
};

/// Runs signalbox-node to its end; its exit code, what it printed is put into `output`.
[[nodiscard]] int runNodeProgram(const QStringList& arguments, std::string* output = nullptr);

}  // namespace signalbox::test
