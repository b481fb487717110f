// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/distributor.h"

#include <algorithm>

#include "core/base/hash.h"
#include "core/base/log.h"
#include "core/manager/releases.h"
#include "core/manager/rollouts.h"
#include "core/model/names.h"
#include "core/registry/blob_reader.h"
#include "core/registry/manifest.h"
#include "core/trust/access_token.h"

namespace signalbox::manager {
namespace {

constexpr Seconds kFirstBackOff{1};
constexpr Seconds kLongestBackOff{60};
constexpr std::size_t kMaxManifest = 4 << 20;

struct Blob {
    Digest digest;
    std::uint64_t size;
};

/// What of a release lies on a node as blobs: recipes and files, each once.
std::vector<Blob> blobsOf(const Release& release) {
    std::vector<Blob> blobs;
    const auto add = [&blobs](const Digest& digest, std::uint64_t size) {
        const auto same = [&digest](const Blob& blob) { return blob.digest == digest; };
        if (std::none_of(blobs.begin(), blobs.end(), same)) blobs.push_back({digest, size});
    };
    for (const Package& package : release.packages) {
        add(package.configDigest, package.configSize);
        add(package.digest, package.size);
    }
    return blobs;
}

std::uint64_t totalOf(const std::vector<Blob>& blobs) {
    std::uint64_t sum = 0;
    for (const Blob& blob : blobs)
        sum += blob.size;
    return sum;
}

}  // namespace

trust::AccessToken Distributor::tokenFor(std::string subject, Seconds valid) const {
    trust::AccessToken token;
    token.issuer = m_engine.identity.managerId();
    token.subject = std::move(subject);
    token.audience = "signalbox-node";
    token.notBefore = m_engine.clock.now() - Seconds(60);
    token.notAfter = m_engine.clock.now() + valid;
    return token;
}

std::string Distributor::accessToken(std::string subject, std::string repository, std::vector<std::string> actions,
                                     Seconds valid) const {
    trust::AccessToken token = tokenFor(std::move(subject), valid);
    token.access.push_back({std::move(repository), std::move(actions)});
    return trust::signAccessToken(token, m_engine.identity.tokenKey());
}

std::string Distributor::blobToken(std::string subject, std::string repository, const Digest& digest,
                                   Seconds valid) const {
    trust::AccessToken token = tokenFor(std::move(subject), valid);
    token.access.push_back({std::move(repository), {"pull"}});
    token.blob = digest.text();
    return trust::signAccessToken(token, m_engine.identity.tokenKey());
}

registry::Target Distributor::targetOf(const Node& node, const Release& release) const {
    registry::Target target;
    // The URL was checked when the node joined.
    if (const auto url = http::parseUrl(node.url)) target.registry = *url;
    target.repository = registry::repositoryOf(release.product);
    target.token = accessToken("distributor", target.repository, {"pull", "push"}, Seconds(3600));
    return target;
}

void Distributor::save(const NodeCopy& copy) {
    NodeCopy changed = copy;
    changed.changedAt = m_engine.clock.now();
    m_engine.world.copies[{copy.node, copy.release}] = changed;
    m_engine.ledger.put(changed);
    m_engine.ledger.event("copy", {{"node", copy.node.value},
                                   {"release", copy.release.value},
                                   {"state", nameOf(copy.state)},
                                   {"bytesSent", copy.bytesSent}});
}

void Distributor::want(NodeId node, const Release& release) {
    const auto key = std::pair(node, release.id);
    const auto known = m_engine.world.copies.find(key);
    if (known != m_engine.world.copies.end() && known->second.state == CopyState::proven) return;
    if (m_busy.contains(node)) return;
    if (const auto wait = m_notBefore.find(key); wait != m_notBefore.end() && m_engine.clock.now() < wait->second)
        return;
    m_busy.insert(node);
    spawnSession(m_executor, "transfer to node " + std::to_string(node.value), transfer(node, release.id));
}

void Distributor::advance() {
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
        const bool lost = copy.state == CopyState::stale || copy.state == CopyState::damaged;
        if (lost && release != m_engine.world.releases.end() && release->second.state == ReleaseState::published)
            want(key.first, release->second);
    }
}

Task<void> Distributor::transfer(NodeId nodeId, ReleaseId releaseId) {
    const auto key = std::pair(nodeId, releaseId);
    const auto node = m_engine.world.nodes.find(nodeId);
    const auto release = m_engine.world.releases.find(releaseId);
    if (node == m_engine.world.nodes.end() || release == m_engine.world.releases.end()) {
        m_busy.erase(nodeId);
        co_return Result<void>();
    }
    const Node target = node->second.node;
    const Release wanted = release->second;
    NodeCopy copy;
    if (const auto known = m_engine.world.copies.find(key); known != m_engine.world.copies.end()) copy = known->second;
    copy.node = nodeId;
    copy.release = releaseId;
    copy.state = CopyState::sending;
    copy.bytesSent = 0;
    copy.bytesTotal = totalOf(blobsOf(wanted));
    ++copy.attempts;
    save(copy);
    const auto pushed = co_await push(copy, target, wanted);
    m_busy.erase(nodeId);
    if (!m_engine.world.nodes.contains(nodeId)) co_return Result<void>();  // removed meanwhile
    const auto now = m_engine.world.releases.find(releaseId);
    if (now == m_engine.world.releases.end() || now->second.manifestDigest != wanted.manifestDigest) {
        // Edited meanwhile: what lies there is not what people approve now.
        copy.state = CopyState::stale;
        copy.lastError = "the release was edited while it was sent";
        save(copy);
        const auto noted = co_await m_engine.ledger.durable();
        if (m_changed) m_changed();
        co_return noted;
    }
    copy.lastError = pushed ? "" : pushed.error().text();
    copy.state = pushed ? CopyState::proven : CopyState::stale;
    copy.bytesSent = pushed ? copy.bytesTotal : 0;
    if (pushed) {
        m_notBefore.erase(key);
        logInfo("manager", "release {} is proven on node {}", releaseId.value, target.name);
        Releases(m_engine).published(releaseId);
    } else {
        const Seconds backOff =
            std::min(kLongestBackOff, kFirstBackOff * (std::int64_t(1) << std::min<std::uint32_t>(copy.attempts, 6)));
        m_notBefore[key] = m_engine.clock.now() + backOff;
        m_engine.world.nodes[nodeId].online = false;
        logWarning("manager", "release {} to node {}: {}; next attempt in {} s", releaseId.value, target.name,
                   pushed.error().text(), backOff.count());
    }
    save(copy);
    const auto stored = co_await m_engine.ledger.durable();
    if (m_changed) m_changed();
    co_return stored;
}

Task<void> Distributor::push(const NodeCopy& copy, const Node& node, const Release& release) {
    registry::OciClient oci(m_client);
    const registry::Target target = targetOf(node, release);
    std::uint64_t before = 0;
    for (const Blob& blob : blobsOf(release)) {
        CO_CHECK(co_await pushFile(node, target.repository, blob.digest, blob.size, before, copy));
        before += blob.size;
    }
    for (const Package& package : release.packages) {
        CO_TRY(std::string manifest, m_engine.blobs.read(package.manifestDigest, kMaxManifest));
        CO_CHECK(co_await oci.pushManifest(target, package.manifestDigest.text(),
                                           std::string(registry::kImageManifestType), std::move(manifest)));
    }
    CO_TRY(std::string index, m_engine.blobs.read(release.manifestDigest, kMaxManifest));
    CO_CHECK(co_await oci.pushManifest(target, release.manifestDigest.text(), std::string(registry::kImageIndexType),
                                       std::move(index)));
    // Proof: the node has every piece under its digest, which it verified over what it wrote before it answered 201.
    for (const Blob& blob : blobsOf(release)) {
        CO_TRY(const std::uint64_t size, co_await oci.headBlob(target, blob.digest));
        if (size != blob.size)
            co_return makeError(BaseErrc::corrupt,
                                "the node says that " + blob.digest.text() + " has " + std::to_string(size) + " bytes");
    }
    CO_CHECK(co_await oci.headManifest(target, release.manifestDigest.text()));
    co_return Result<void>();
}

Task<void> Distributor::pushFile(const Node& node, std::string repository, Digest digest, std::uint64_t size,
                                 std::uint64_t before, NodeCopy copy) {
    registry::OciClient oci(m_client);
    registry::Target target;
    CO_TRY(target.registry, http::parseUrl(node.url));
    target.token = accessToken("distributor", repository, {"pull", "push"}, Seconds(3600));
    target.repository = std::move(repository);
    CO_TRY(const http::FileBody file, m_engine.blobs.open(digest));
    registry::OciClient::BlobSource source = [file](std::uint64_t offset, std::span<std::byte> into) {
        return registry::readAt(file, offset, into);
    };
    registry::OciClient::Progress progress = [this, before, copy](std::uint64_t done) mutable {
        if (!m_engine.world.nodes.contains(copy.node)) return;  // removed meanwhile
        copy.bytesSent = before + done;
        copy.changedAt = m_engine.clock.now();
        m_engine.world.copies[{copy.node, copy.release}] = copy;
        m_engine.ledger.event("copy", {{"node", copy.node.value},
                                       {"release", copy.release.value},
                                       {"state", nameOf(copy.state)},
                                       {"bytesSent", copy.bytesSent}});
    };
    const auto pushed = co_await oci.pushBlob(target, digest, size, std::move(source), std::move(progress));
    co_return pushed;
}

Task<void> Distributor::probe(NodeId id) {
    const auto found = m_engine.world.nodes.find(id);
    auto url =
        found == m_engine.world.nodes.end() ? http::parseUrl({}) : http::parseUrl(found->second.node.url + "/v2/");
    if (!url) {
        m_probing.erase(id);
        co_return std::move(url).error();
    }
    http::ClientRequest request;
    request.url = *url;
    request.headers.set("Authorization", "Bearer " + accessToken("distributor", "*", {"pull"}, Seconds(300)));
    request.maxBody = 65536;
    const auto answer = co_await m_client.send(std::move(request));
    m_probing.erase(id);
    const auto entry = m_engine.world.nodes.find(id);
    if (entry == m_engine.world.nodes.end()) co_return Result<void>();
    const bool online = answer && answer->status == 200;
    const bool came = online && !entry->second.online;
    if (online != entry->second.online) {
        logInfo("manager", "node {} is {}", entry->second.node.name, online ? "online" : "out of reach");
        m_engine.ledger.event("node", {{"id", id.value}, {"state", online ? "online" : "offline"}});
    }
    entry->second.online = online;
    if (online) {
        entry->second.lastSeen = m_engine.clock.now();
        const std::string sent(answer->headers.value("Signalbox-Blob-Bytes-Sent", "0"));
        entry->second.blobBytesSent = std::strtoull(sent.c_str(), nullptr, 10);
    }
    const std::uint64_t before = entry->second.damaged;
    if (online) {
        const std::string damaged(answer->headers.value("Signalbox-Blobs-Damaged", "0"));
        entry->second.damaged = std::strtoull(damaged.c_str(), nullptr, 10);
    }
    const bool lost = online && entry->second.damaged > before;
    if (lost) logWarning("manager", "node {} found damaged blobs: its copies are asked for", entry->second.node.name);
    if (!came && !lost) co_return Result<void>();
    for (auto& [key, time] : m_notBefore)
        if (key.first == id) time = m_engine.clock.now();
    const auto proven = co_await proveCopies(id, lost);
    if (m_changed) m_changed();
    co_return proven;
}

Task<void> Distributor::proveCopies(NodeId id, bool damaged) {
    std::vector<NodeCopy> copies;
    for (const auto& [key, copy] : m_engine.world.copies)
        if (key.first == id && copy.state == CopyState::proven) copies.push_back(copy);
    registry::OciClient oci(m_client);
    for (NodeCopy& copy : copies) {
        const auto node = m_engine.world.nodes.find(id);
        const auto release = m_engine.world.releases.find(copy.release);
        if (node == m_engine.world.nodes.end() || release == m_engine.world.releases.end()) continue;
        const registry::Target target = targetOf(node->second.node, release->second);
        const Release wanted = release->second;
        bool whole = true;
        for (const Blob& blob : blobsOf(wanted)) {
            const auto there = co_await oci.headBlob(target, blob.digest);
            if (!there || *there != blob.size) whole = false;
        }
        const auto index = co_await oci.headManifest(target, wanted.manifestDigest.text());
        if ((whole && index) || !m_engine.world.nodes.contains(id)) continue;
        copy.state = damaged ? CopyState::damaged : CopyState::stale;
        copy.lastError = damaged ? "the node found it damaged" : "the node came back without it";
        save(copy);
    }
    const auto stored = co_await m_engine.ledger.durable();
    co_return stored;
}

Task<void> Distributor::watchNodes(Pulse& pulse, Milliseconds interval) {
    for (;;) {
        std::vector<NodeId> ids;
        for (const auto& [id, entry] : m_engine.world.nodes)
            ids.push_back(id);
        for (const NodeId id : ids) {
            if (m_busy.contains(id) || !m_probing.insert(id).second) continue;
            spawnSession(m_executor, "probe of node " + std::to_string(id.value), probe(id));
        }
        CO_CHECK(co_await pulse.wait(interval));
    }
}

}  // namespace signalbox::manager
