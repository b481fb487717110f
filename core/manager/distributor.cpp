// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/distributor.h"

#include <algorithm>

#include "core/base/log.h"
#include "core/manager/releases.h"
#include "core/manager/rollouts.h"
#include "core/model/names.h"
#include "core/registry/oci_request.h"

namespace signalbox::manager {
namespace {

constexpr Seconds kFirstBackOff{2};
constexpr Seconds kLongestBackOff{600};
constexpr std::uint32_t kMostDoublings = 10;

Seconds backOffAfter(std::uint32_t attempts) {
    const std::uint32_t doublings = std::min(attempts > 0 ? attempts - 1 : 0, kMostDoublings);
    return std::min(kLongestBackOff, kFirstBackOff * (std::int64_t{1} << doublings));
}

}  // namespace

void Distributor::save(NodeCopy copy) {
    copy.changedAt = m_engine.clock.now();
    m_engine.world.copies[{copy.node, copy.release}] = copy;
    m_engine.ledger.put(copy);
    m_engine.ledger.event("copy", {{"node", copy.node.value},
                                   {"release", copy.release.value},
                                   {"state", nameOf(copy.state)},
                                   {"bytesSent", copy.bytesSent}});
}

bool Distributor::waits(const NodeCopy& copy) const {
    return copy.nextTry && m_engine.clock.now() < *copy.nextTry;
}

void Distributor::want(NodeId node, const Release& release) {
    const auto known = m_engine.world.copies.find({node, release.id});
    if (known != m_engine.world.copies.end() && (known->second.state == CopyState::proven || waits(known->second)))
        return;
    if (!m_busy.insert(node).second) return;
    spawnSession(m_executor, "transfer to node " + std::to_string(node.value), transfer(node, release.id));
}

void Distributor::dropFrom(NodeId node, const Release& release) {
    const auto known = m_engine.world.copies.find({node, release.id});
    const auto entry = m_engine.world.nodes.find(node);
    if (known == m_engine.world.copies.end() || waits(known->second)) return;
    if (entry == m_engine.world.nodes.end() || !entry->second.online || !m_busy.insert(node).second) return;
    spawnSession(m_executor, "drop from node " + std::to_string(node.value), drop(node, release.id));
}

void Distributor::advance() {
    m_metadata.advance();
    for (const auto& [id, entry] : m_engine.world.rollouts) {
        if (!entry.active()) continue;
        const Release& release = m_engine.world.releases[entry.rollout.release];
        if (release.state != ReleaseState::approved && release.state != ReleaseState::published) continue;
        for (const ClusterId cluster : Rollouts::clustersOf(m_engine, entry))
            for (const NodeEntry* node : m_engine.world.nodesOf(cluster))
                want(node->node.id, release);
    }
    // What a node lost is sent again as long as the release may be asked for.
    for (const auto& [key, copy] : m_engine.world.copies) {
        const auto release = m_engine.world.releases.find(key.second);
        if (release == m_engine.world.releases.end()) continue;
        const bool lost = copy.state == CopyState::stale || copy.state == CopyState::damaged;
        if (lost && release->second.state == ReleaseState::published) want(key.first, release->second);
        if (release->second.droppedAt) dropFrom(key.first, release->second);
    }
}

CopyPush::Progress Distributor::progressOf(NodeCopy copy) {
    const TimePoint began = m_steady.now();
    return [this, copy, began](std::uint64_t done, std::uint64_t sent) mutable {
        if (!m_engine.world.nodes.contains(copy.node)) return;  // removed meanwhile
        copy.bytesSent = done;
        copy.changedAt = m_engine.clock.now();
        const auto took = std::max<std::int64_t>((m_steady.now() - began).count(), 1);
        copy.rate = sent * 1000 / static_cast<std::uint64_t>(took);
        m_engine.world.copies[{copy.node, copy.release}] = copy;
        m_engine.ledger.event("copy", {{"node", copy.node.value},
                                       {"release", copy.release.value},
                                       {"state", nameOf(copy.state)},
                                       {"bytesSent", copy.bytesSent},
                                       {"rate", copy.rate}});
    };
}

Task<void> Distributor::transfer(NodeId nodeId, ReleaseId releaseId) {
    const auto node = m_engine.world.nodes.find(nodeId);
    const auto release = m_engine.world.releases.find(releaseId);
    if (node == m_engine.world.nodes.end() || release == m_engine.world.releases.end()) {
        m_busy.erase(nodeId);
        co_return Result<void>();
    }
    const CopyKey key(nodeId, releaseId);
    NodeCopy copy;
    if (const auto known = m_engine.world.copies.find(key); known != m_engine.world.copies.end()) copy = known->second;
    copy.node = nodeId;
    copy.release = releaseId;
    copy.state = CopyState::sending;
    copy.bytesSent = 0;
    copy.bytesTotal = totalOf(blobsOf(release->second));
    copy.nextTry.reset();
    copy.rate = 0;
    ++copy.attempts;
    save(copy);
    const Release wanted = release->second;
    CopyPush push(m_engine, m_links, node->second.node, wanted, progressOf(copy));
    auto pushed = co_await push.push();
    m_busy.erase(nodeId);
    m_waitForRoom.erase(key);
    if (!m_engine.world.nodes.contains(nodeId)) co_return Result<void>();  // removed meanwhile
    if (const auto known = m_engine.world.copies.find(key); known != m_engine.world.copies.end())
        copy.rate = known->second.rate;
    auto noted = co_await ended(copy, wanted, std::move(pushed));
    if (m_changed) m_changed();
    co_return noted;
}

Task<void> Distributor::ended(NodeCopy copy, const Release& sent, Result<void> pushed) {
    NodeEntry& entry = m_engine.world.nodes[copy.node];
    const auto now = m_engine.world.releases.find(copy.release);
    if (now == m_engine.world.releases.end() || now->second.manifestDigest != sent.manifestDigest) {
        // Edited meanwhile: what lies there is not what people approve now.
        copy.state = CopyState::stale;
        copy.lastError = "the release was edited while it was sent";
    } else if (pushed) {
        copy.state = CopyState::proven;
        copy.lastError.clear();
        copy.bytesSent = copy.bytesTotal;
        logInfo("manager", "release {} is proven on node {}", copy.release.value, entry.node.name);
        Releases(m_engine).published(copy.release);
    } else {
        const bool isDamaged = entry.node.kind == NodeKind::registry && pushed.error().code == BaseErrc::corrupt;
        copy.state = isDamaged ? CopyState::damaged : CopyState::stale;
        copy.lastError = pushed.error().text();
        copy.bytesSent = 0;
        const Seconds backOff = backOffAfter(copy.attempts);
        copy.nextTry = m_engine.clock.now() + backOff;
        if (registry::isDiskFull(pushed.error())) {
            entry.diskFull = true;
            m_waitForRoom.insert({copy.node, copy.release});
        }
        logWarning("manager", "release {} to node {}: {}; next attempt in {} s", copy.release.value, entry.node.name,
                   copy.lastError, backOff.count());
    }
    save(copy);
    auto stored = co_await m_engine.ledger.durable();
    co_return stored;
}

Task<void> Distributor::drop(NodeId nodeId, ReleaseId releaseId) {
    const CopyKey key(nodeId, releaseId);
    std::vector<Release> others;
    for (const auto& [held, copy] : m_engine.world.copies) {
        const auto other = m_engine.world.releases.find(held.second);
        if (held.first != nodeId || held.second == releaseId || other == m_engine.world.releases.end()) continue;
        if (!other->second.droppedAt) others.push_back(other->second);
    }
    const auto node = m_engine.world.nodes.find(nodeId);
    const auto release = m_engine.world.releases.find(releaseId);
    if (node == m_engine.world.nodes.end() || release == m_engine.world.releases.end()) {
        m_busy.erase(nodeId);
        co_return Result<void>();
    }
    CopyPush push(m_engine, m_links, node->second.node, release->second, {});
    const auto dropped = co_await push.drop(std::move(others));
    m_busy.erase(nodeId);
    const auto known = m_engine.world.copies.find(key);
    if (known == m_engine.world.copies.end()) co_return Result<void>();  // its node was removed meanwhile
    if (dropped) {
        m_engine.world.copies.erase(known);
        m_engine.ledger.put(store::CopyRemoved{nodeId, releaseId});
        m_engine.ledger.event("copy", {{"node", nodeId.value}, {"release", releaseId.value}, {"state", "absent"}});
        logInfo("manager", "release {} was taken off node {}", releaseId.value, m_engine.world.nodes[nodeId].node.name);
    } else {
        NodeCopy copy = known->second;
        copy.state = CopyState::stale;
        copy.lastError = "taking it off the node: " + dropped.error().text();
        copy.nextTry = m_engine.clock.now() + backOffAfter(++copy.attempts);
        save(copy);
    }
    auto stored = co_await m_engine.ledger.durable();
    if (m_changed) m_changed();
    co_return stored;
}

}  // namespace signalbox::manager
