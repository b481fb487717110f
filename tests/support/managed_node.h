// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <memory>
#include <string>

#include "core/http/server.h"
#include "core/node/certificate_keeper.h"
#include "core/node/node_service.h"
#include "tests/support/manager_host.h"

namespace signalbox::test {

[[nodiscard]] inline bool isTrue(const boost::json::value& value) {
    return value.is_bool() && value.get_bool();
}
[[nodiscard]] inline bool isFalse(const boost::json::value& value) {
    return value.is_bool() && !value.get_bool();
}

/// A real node that joined a ManagerHost with a code, served over TLS on the host's loop by the host's clock.
class ManagedNode {
public:
    explicit ManagedNode(ManagerHost& host, std::string name = "node-1");
    ~ManagedNode();
    ManagedNode(const ManagedNode&) = delete;
    ManagedNode& operator=(const ManagedNode&) = delete;

    [[nodiscard]] std::filesystem::path data() const { return m_folder.path().toStdString(); }
    [[nodiscard]] const std::string& url() const { return m_url; }
    [[nodiscard]] node::NodeService& service() { return *m_service; }
    /// From disk.
    [[nodiscard]] node::NodeIdentity identity() const { return node::loadIdentity(data()).value(); }
    /// Asks for another code and joins with it; what the node makes of the answer.
    [[nodiscard]] Result<node::NodeIdentity> join();

    void serve(node::KeepFree keepFree = {});
    void stop();
    /// What it shows from now on.
    [[nodiscard]] Result<void> show(const node::NodeIdentity& identity);
    [[nodiscard]] node::CertificateKeeper keeper(http::Client& manager);
    /// Whether someone who trusts the manager's authority, and wants to see that certificate, is answered.
    [[nodiscard]] Result<void> shows(const std::string& certificatePem);

    /// What the manager says of it.
    [[nodiscard]] HostAnswer seen() { return m_host.admin("GET", "/api/v1/nodes/" + m_name); }

private:
    ManagerHost& m_host;
    const std::string m_name;
    QTemporaryDir m_folder{managerFolderTemplate()};
    std::string m_url;
    std::unique_ptr<node::NodeService> m_service;
    std::shared_ptr<const http::TlsServerContext> m_tls;
    std::unique_ptr<http::Server> m_server;
};

/// A client that trusts the manager alone, as a node's does; away while told so.
class ManagerWay final : public http::Client {
public:
    explicit ManagerWay(ManagerHost& host);
    [[nodiscard]] Task<http::ClientResponse> send(http::ClientRequest request) override;

    bool away = false;
    int asked = 0;

private:
    std::unique_ptr<http::Client> m_client;
};

}  // namespace signalbox::test
