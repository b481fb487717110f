// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How the distributor looks after nodes: whether they are there, have room, and still hold what they should.
#include <algorithm>
#include <cstdlib>

#include "core/base/log.h"
#include "core/manager/authorities.h"
#include "core/manager/distributor.h"
#include "core/manager/storage_settings.h"
#include "core/registry/oci_request.h"

namespace signalbox::manager {
namespace {

constexpr std::size_t kMostProbeAnswer = 65536;
constexpr std::size_t kMostProblem = 300;

std::optional<std::uint64_t> numberIn(const http::Headers& headers, std::string_view name) {
    const auto value = headers.find(name);
    if (!value) return std::nullopt;
    const std::string text(*value);
    return std::strtoull(text.c_str(), nullptr, 10);
}

/// Whether the error says that something is missing or wrong there, not that the way there failed.
bool isVerdict(const Error& error) {
    return error.code == BaseErrc::notFound || error.code == BaseErrc::corrupt;
}

}  // namespace

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

Task<void> Distributor::probe(NodeId id) {
    const auto found = m_engine.world.nodes.find(id);
    auto target = found == m_engine.world.nodes.end()
                      ? Result<registry::Target>(makeError(BaseErrc::notFound, "the node was removed"))
                      : m_links.to(found->second.node, {});
    if (!target) {
        m_probing.erase(id);
        co_return std::move(target).error();
    }
    http::Url url = target->registry;
    url.target = "/v2/";
    http::ClientRequest request = registry::requestFor(*target, "GET", url);
    request.maxBody = kMostProbeAnswer;
    http::Client& client = target->client ? *target->client : m_links.client();
    const auto answer = co_await client.send(std::move(request));
    const auto entry = m_engine.world.nodes.find(id);
    if (entry == m_engine.world.nodes.end()) {
        m_probing.erase(id);
        co_return Result<void>();
    }
    const bool online = answer && answer->status == 200;
    const bool came = online && !entry->second.online;
    const std::uint64_t damagedBefore = entry->second.damaged;
    cameOrWent(entry->second, online);
    if (online)
        answered(entry->second, *answer);
    else
        entry->second.problem =
            printable(answer ? registry::statusError("GET", url, *answer).text() : answer.error().text(), kMostProblem);
    const bool lost = online && entry->second.damaged > damagedBefore;
    if (lost) logWarning("manager", "node {} found damaged blobs: its copies are asked for", entry->second.node.name);
    if (came) retryNow(id);
    const bool whole = online && isDue(entry->second);
    if (came) entry->second.told.clear();
    if (online) CO_CHECK(co_await tell(id, std::move(*target)));
    m_probing.erase(id);
    if (!(came || lost || whole) || !m_verifying.insert(id).second) co_return Result<void>();
    if (whole) {
        m_toVerify.erase(id);
        m_verified[id] = m_engine.clock.now();
    }
    // Apart from the probes: reading a registry back takes its time.
    spawnSession(m_executor, "proof of node " + std::to_string(id.value), proveCopies(id, lost, whole));
    co_return Result<void>();
}

Task<void> Distributor::tell(NodeId id, registry::Target target) {
    const Authorities authorities(m_engine);
    const auto before = m_engine.world.nodes.find(id);
    if (before == m_engine.world.nodes.end() || !authorities.hasNewsFor(before->second)) co_return Result<void>();
    const std::string word = authorities.word();
    http::Url url = target.registry;
    url.target = "/signalbox/manager";
    http::ClientRequest request = registry::requestFor(target, "PUT", url);
    request.headers.set("Content-Type", "application/json");
    request.body = word;
    request.maxBody = kMostProbeAnswer;
    const auto answer = co_await m_links.client().send(std::move(request));
    const auto entry = m_engine.world.nodes.find(id);
    if (entry == m_engine.world.nodes.end()) co_return Result<void>();
    if (!answer) co_return Result<void>();  // the next probe says what is wrong
    const auto taken = answer->status == 200 ? Authorities(m_engine).heard(entry->second, answer->body)
                                             : Result<void>(registry::statusError("PUT", url, *answer));
    entry->second.told = word;  // one that does not understand is told again when it comes back
    if (!taken) logWarning("manager", "node {} took no word: {}", entry->second.node.name, taken.error().text());
    co_return Result<void>();
}

void Distributor::cameOrWent(NodeEntry& entry, bool online) {
    if (online != entry.online) {
        logInfo("manager", "node {} is {}", entry.node.name, online ? "online" : "out of reach");
        m_engine.ledger.event("node", {{"id", entry.node.id.value}, {"state", online ? "online" : "offline"}});
    }
    entry.online = online;
}

/// What a node of ours tells of itself; a registry of another maker tells nothing.
void Distributor::answered(NodeEntry& entry, const http::ClientResponse& answer) const {
    entry.problem.clear();
    entry.lastSeen = m_engine.clock.now();
    entry.blobBytesSent = numberIn(answer.headers, "Signalbox-Blob-Bytes-Sent").value_or(0);
    entry.damaged = numberIn(answer.headers, "Signalbox-Blobs-Damaged").value_or(entry.damaged);
    entry.freeBytes = numberIn(answer.headers, "Signalbox-Disk-Free");
    const std::uint64_t keep = numberIn(answer.headers, "Signalbox-Disk-Keep").value_or(0);
    const std::uint64_t room = entry.freeBytes && *entry.freeBytes > keep ? *entry.freeBytes - keep : 0;
    bool waitsForRoom = false;
    for (auto& [key, copy] : m_engine.world.copies) {
        if (key.first != entry.node.id || !m_waitForRoom.contains(key)) continue;
        // There is room again: no reason to wait out the pause.
        if (entry.freeBytes && room >= copy.bytesTotal) copy.nextTry.reset();
        waitsForRoom = waitsForRoom || copy.nextTry.has_value();
    }
    entry.diskFull = waitsForRoom || (entry.freeBytes && room == 0);
}

/// A node that was away is sent what it lacks at once; one that is full only when it has room.
void Distributor::retryNow(NodeId node) {
    for (auto& [key, copy] : m_engine.world.copies)
        if (key.first == node && !m_waitForRoom.contains(key)) copy.nextTry.reset();
}

void Distributor::verify(NodeId node) {
    m_toVerify.insert(node);
    m_waitForRoom.erase(m_waitForRoom.lower_bound({node, ReleaseId()}), m_waitForRoom.upper_bound({node, {INT64_MAX}}));
    retryNow(node);
    if (m_changed) m_changed();
}

/// Registries of other makers tell nobody when a disk changes bytes, so they are read back from time to time.
bool Distributor::isDue(const NodeEntry& entry) const {
    if (m_toVerify.contains(entry.node.id)) return true;
    if (entry.node.kind != NodeKind::registry) return false;
    const Seconds interval = storageSettingsOf(m_engine.world).registryCheck;
    if (interval == Seconds(0)) return false;
    const auto last = m_verified.find(entry.node.id);
    const TimePoint asked = last == m_verified.end() ? TimePoint{} : last->second;
    const TimePoint now = m_engine.clock.now();
    return std::any_of(m_engine.world.copies.begin(), m_engine.world.copies.end(), [&](const auto& known) {
        return known.first.first == entry.node.id && known.second.state == CopyState::proven &&
               now - std::max(asked, known.second.changedAt) >= interval;
    });
}

Task<void> Distributor::proveCopies(NodeId id, bool damaged, bool whole) {
    std::vector<NodeCopy> copies;
    for (const auto& [key, copy] : m_engine.world.copies)
        if (key.first == id && copy.state == CopyState::proven) copies.push_back(copy);
    for (NodeCopy& copy : copies) {
        const auto node = m_engine.world.nodes.find(id);
        const auto release = m_engine.world.releases.find(copy.release);
        if (node == m_engine.world.nodes.end() || release == m_engine.world.releases.end()) continue;
        if (release->second.droppedAt) continue;
        CopyPush asked(m_engine, m_links, node->second.node, release->second, {});
        const auto proven = co_await asked.prove(whole);
        if (proven || !isVerdict(proven.error()) || !m_engine.world.nodes.contains(id)) continue;
        const auto now = m_engine.world.copies.find({id, copy.release});
        if (now == m_engine.world.copies.end() || now->second.state != CopyState::proven) continue;
        const bool isDamaged = damaged || proven.error().code == BaseErrc::corrupt;
        copy.state = isDamaged ? CopyState::damaged : CopyState::stale;
        copy.lastError = (isDamaged ? "it was found damaged: " : "the node no longer has it: ") + proven.error().text();
        copy.attempts = 0;
        copy.nextTry.reset();
        logWarning("manager", "release {} on node {}: {}", copy.release.value, m_engine.world.nodes[id].node.name,
                   copy.lastError);
        save(copy);
    }
    m_verifying.erase(id);
    const auto stored = co_await m_engine.ledger.durable();
    if (m_changed) m_changed();
    co_return stored;
}

}  // namespace signalbox::manager
