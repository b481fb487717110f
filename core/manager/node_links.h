// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/http/client.h"
#include "core/manager/engine.h"
#include "core/registry/oci_client.h"

namespace signalbox::manager {

/// The manager's way to each node: for one of ours a token of this moment, for a registry of another maker a client of
/// its own that logs in there. The manager's one thread.
class NodeLinks {
public:
    NodeLinks(Engine& engine, http::Client& client) : m_engine(engine), m_client(client) {}

    /// Good for an hour. BaseErrc::invalidArgument where the registry's authority is none.
    [[nodiscard]] Result<registry::Target> to(const Node& node, std::string repository);
    /// For one of ours.
    [[nodiscard]] std::string tokenFor(std::string subject, std::string repository, std::vector<std::string> actions,
                                       Seconds valid) const;
    /// For a terminal: packages of a product, and signed metadata.
    [[nodiscard]] std::string terminalToken(std::string subject, std::string repository, Seconds valid) const;
    /// For one GET of one blob by whoever has the URL it stands in.
    [[nodiscard]] std::string blobToken(std::string subject, std::string repository, const Digest& digest,
                                        Seconds valid) const;
    [[nodiscard]] http::Client& client() { return m_client; }

private:
    struct Foreign {
        std::string url;
        std::string user;
        std::string password;
        std::string caPem;
        std::shared_ptr<http::Client> client;
    };
    [[nodiscard]] Result<std::shared_ptr<http::Client>> foreign(const Node& node, const http::Url& url);

    Engine& m_engine;
    http::Client& m_client;
    std::map<NodeId, Foreign> m_foreign;
};

}  // namespace signalbox::manager
