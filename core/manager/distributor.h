// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <set>

#include "core/base/pulse.h"
#include "core/http/client.h"
#include "core/manager/engine.h"
#include "core/registry/oci_client.h"
#include "core/trust/access_token.h"

namespace signalbox::manager {

/// Takes releases to the nodes: at a rollout's issue time to every node of its clusters at once, one transfer a node at
/// a time, resumed and retried until the copy is proven; looks after the nodes' health. The manager's one thread.
class Distributor {
public:
    Distributor(Engine& engine, asio::any_io_executor executor, http::Client& client)
        : m_engine(engine), m_executor(std::move(executor)), m_client(client) {}

    /// Starts a transfer for every copy that is wanted and not under way. Called after anything changed, and by time.
    void advance();
    /// Asks every node whether it is there; a root task, until `pulse` stops.
    [[nodiscard]] Task<void> watchNodes(Pulse& pulse, Milliseconds interval);

    /// For a node's own readers and writers: a token for `repository` ("*" for all).
    [[nodiscard]] std::string accessToken(std::string subject, std::string repository, std::vector<std::string> actions,
                                          Seconds valid) const;
    /// For one GET of one blob by whoever has the URL it stands in.
    [[nodiscard]] std::string blobToken(std::string subject, std::string repository, const Digest& digest,
                                        Seconds valid) const;
    /// Called when a copy changed or a node came or went.
    void onChange(std::function<void()> changed) { m_changed = std::move(changed); }

private:
    [[nodiscard]] trust::AccessToken tokenFor(std::string subject, Seconds valid) const;
    [[nodiscard]] Task<void> transfer(NodeId node, ReleaseId release);
    [[nodiscard]] Task<void> push(const NodeCopy& copy, const Node& node, const Release& release);
    [[nodiscard]] Task<void> pushFile(const Node& node, std::string repository, Digest digest, std::uint64_t size,
                                      std::uint64_t before, NodeCopy copy);
    [[nodiscard]] Task<void> probe(NodeId id);
    /// Asks the node for each copy that it should have; `damaged`: it said that it lost some.
    [[nodiscard]] Task<void> proveCopies(NodeId id, bool damaged);
    void save(const NodeCopy& copy);
    void want(NodeId node, const Release& release);
    [[nodiscard]] registry::Target targetOf(const Node& node, const Release& release) const;

    Engine& m_engine;
    asio::any_io_executor m_executor;
    http::Client& m_client;
    std::set<NodeId> m_busy;
    std::set<NodeId> m_probing;
    std::map<std::pair<NodeId, ReleaseId>, TimePoint> m_notBefore;  ///< of the next attempt after a failure
    std::function<void()> m_changed;
};

}  // namespace signalbox::manager
