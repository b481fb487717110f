// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/base/steady_clock.h"
#include "core/manager/node_links.h"
#include "core/tuf/repository.h"

namespace signalbox::manager {

/// Signed metadata on the nodes, ours and registries of other makers alike: one tag a file in the repository `tuf`
/// (registry::metadataTag), put there in the order in which files must become visible, timestamp last. What each node
/// has is remembered while the manager runs; after a start all of it is offered once more. The manager's one thread.
class MetadataCopies {
public:
    MetadataCopies(Engine& engine, asio::any_io_executor executor, NodeLinks& links)
        : m_engine(engine), m_executor(std::move(executor)), m_links(links) {}

    /// Begins with every node that is there and lacks something. Called after anything changed, and by time.
    void advance();

private:
    struct There {
        Digest file;
        Digest manifest;
    };
    struct State {
        std::map<std::string, There> files;
        bool busy = false;
        std::uint32_t failures = 0;
        TimePoint nextTry{};
    };
    [[nodiscard]] bool isComplete(const State& state, const std::vector<tuf::PublishedFile>& wanted) const;
    [[nodiscard]] Task<void> bring(NodeId id, std::vector<tuf::PublishedFile> wanted);
    [[nodiscard]] Task<void> bringAll(Node node, std::vector<tuf::PublishedFile> wanted);
    [[nodiscard]] Task<void> put(const registry::Target& target, const tuf::PublishedFile& file, There& made);
    [[nodiscard]] Task<void> remove(const registry::Target& target, There old);

    Engine& m_engine;
    asio::any_io_executor m_executor;
    NodeLinks& m_links;
    const SteadyClock m_steady;
    std::map<NodeId, State> m_states;
};

}  // namespace signalbox::manager
