// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include "core/base/steady_clock.h"
#include "core/base/throttle.h"
#include "core/manager/node_links.h"
#include "core/manager/release_blobs.h"

namespace signalbox::manager {

/// One release on its way to one node, until what lies there is proven. A node of ours has verified what it answered
/// 201 to, and is asked once more whether it has each piece; what a registry of another maker holds is read back and
/// hashed, as it shows names, not contents. Lives as long as the calls; the manager's one thread.
class CopyPush {
public:
    /// Bytes there so far, and bytes that went there for it.
    using Progress = std::function<void(std::uint64_t done, std::uint64_t sent)>;

    CopyPush(Engine& engine, NodeLinks& links, Node node, Release release, Progress progress);

    /// BaseErrc::corrupt where the node keeps damaged bytes whatever is sent.
    [[nodiscard]] Task<void> push();
    /// Asks for each piece; `whole`: a registry of another maker is read back, at a pace that leaves room for others.
    /// BaseErrc::notFound or BaseErrc::corrupt is a verdict; any other error says nothing of it.
    [[nodiscard]] Task<void> prove(bool whole);
    /// Takes off the node what no release of `others` needs there.
    [[nodiscard]] Task<void> drop(std::vector<Release> others);

private:
    [[nodiscard]] Task<void> pushBlob(ReleaseBlob blob, std::uint64_t before, bool believesHead);
    [[nodiscard]] Task<void> pushManifests();
    /// What a registry of another maker has of a damaged blob, and what keeps its garbage collection from it.
    [[nodiscard]] Task<void> clear(Digest damaged);
    [[nodiscard]] Task<void> proveBlob(ReleaseBlob blob, bool whole, bool paced);
    [[nodiscard]] Task<void> proveManifests();
    [[nodiscard]] bool isForeign() const { return m_node.kind == NodeKind::registry; }
    [[nodiscard]] Result<registry::Target> target();
    [[nodiscard]] registry::OciClientOptions options();
    [[nodiscard]] static Task<void> keepPace(Throttle& throttle, std::size_t bytes);

    Engine& m_engine;
    NodeLinks& m_links;
    const Node m_node;
    const Release m_release;
    const Progress m_progress;
    const SteadyClock m_clock;
    Throttle m_throttle;
    Throttle m_readThrottle;
    std::uint64_t m_sent = 0;
};

}  // namespace signalbox::manager
