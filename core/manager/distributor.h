// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <set>

#include "core/base/pulse.h"
#include "core/base/steady_clock.h"
#include "core/http/client.h"
#include "core/manager/copy_push.h"
#include "core/manager/engine.h"
#include "core/manager/metadata_copies.h"
#include "core/manager/node_links.h"

namespace signalbox::manager {

/// Takes releases to the nodes: at a rollout's issue time to every node of its clusters at once, one transfer a node at
/// a time, resumed and retried with growing pauses until the copy is proven; looks after the nodes' health, and takes
/// dropped releases off them. The manager's one thread.
class Distributor {
public:
    Distributor(Engine& engine, asio::any_io_executor executor, http::Client& client)
        : m_engine(engine), m_executor(executor), m_links(engine, client), m_metadata(engine, executor, m_links) {}

    /// Starts a transfer for every copy that is wanted and not under way. Called after anything changed, and by time.
    void advance();
    /// Asks every node whether it is there; a root task, until `pulse` stops.
    [[nodiscard]] Task<void> watchNodes(Pulse& pulse, Milliseconds interval);
    /// What is proven on the node is asked for again, at a registry of another maker read back as a whole; what waits
    /// for its next try is tried now.
    void verify(NodeId node);

    /// For a node's own readers and writers: a token for `repository` ("*" for all).
    [[nodiscard]] std::string accessToken(std::string subject, std::string repository, std::vector<std::string> actions,
                                          Seconds valid) const {
        return m_links.tokenFor(std::move(subject), std::move(repository), std::move(actions), valid);
    }
    /// For a terminal: packages of a product, and signed metadata.
    [[nodiscard]] std::string terminalToken(std::string subject, std::string repository, Seconds valid) const {
        return m_links.terminalToken(std::move(subject), std::move(repository), valid);
    }
    /// For one GET of one blob by whoever has the URL it stands in.
    [[nodiscard]] std::string blobToken(std::string subject, std::string repository, const Digest& digest,
                                        Seconds valid) const {
        return m_links.blobToken(std::move(subject), std::move(repository), digest, valid);
    }
    /// Called when a copy changed or a node came or went.
    void onChange(std::function<void()> changed) { m_changed = std::move(changed); }

private:
    using CopyKey = std::pair<NodeId, ReleaseId>;

    [[nodiscard]] Task<void> transfer(NodeId node, ReleaseId release);
    [[nodiscard]] Task<void> drop(NodeId node, ReleaseId release);
    [[nodiscard]] Task<void> ended(NodeCopy copy, const Release& sent, Result<void> pushed);
    [[nodiscard]] CopyPush::Progress progressOf(NodeCopy copy);
    [[nodiscard]] Task<void> probe(NodeId id);
    void answered(NodeEntry& entry, const http::ClientResponse& answer) const;
    /// Where the manager is and whom to trust, where the node does not know it.
    [[nodiscard]] Task<void> tell(NodeId id, registry::Target target);
    void cameOrWent(NodeEntry& entry, bool online);
    /// Asks the node for each copy that it should have; `damaged`: it said that it lost some; `whole`: CopyPush::prove.
    [[nodiscard]] Task<void> proveCopies(NodeId id, bool damaged, bool whole);
    [[nodiscard]] bool isDue(const NodeEntry& entry) const;
    void save(NodeCopy copy);
    void want(NodeId node, const Release& release);
    void dropFrom(NodeId node, const Release& release);
    void retryNow(NodeId node);
    [[nodiscard]] bool waits(const NodeCopy& copy) const;

    Engine& m_engine;
    asio::any_io_executor m_executor;
    NodeLinks m_links;
    MetadataCopies m_metadata;
    const SteadyClock m_steady;
    std::set<NodeId> m_busy;
    std::set<NodeId> m_probing;
    std::set<NodeId> m_verifying;
    std::set<NodeId> m_toVerify;             ///< someone asked for it
    std::map<NodeId, TimePoint> m_verified;  ///< when what lies there was last asked for as a whole
    std::set<CopyKey> m_waitForRoom;         ///< the node's disk was full
    std::function<void()> m_changed;
};

}  // namespace signalbox::manager
