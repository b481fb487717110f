// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/join_queue.h"

#include <algorithm>
#include <set>

#include "core/base/log.h"

namespace signalbox::manager {
namespace {

constexpr const char* kOpenSetting = "join.queue";
constexpr std::size_t kMaxPending = 10000;
constexpr std::size_t kMaxPendingAnAddress = 1000;  // so that one machine cannot fill it
constexpr std::size_t kMaxRefused = 10000;
constexpr Seconds kPatience{30 * 86400};

bool isPlain(std::string_view text, std::size_t most) {
    return !text.empty() && text.size() <= most && printable(text, most) == text;
}

Error waits() {
    return makeError(BaseErrc::unavailable, "waiting until an administrator lets this terminal join");
}

}  // namespace

bool JoinQueue::open() const {
    const auto found = m_engine.world.settings.find(kOpenSetting);
    return found != m_engine.world.settings.end() && found->second == "open";
}

void JoinQueue::setOpen(bool open, std::string_view actor) {
    m_engine.world.settings[kOpenSetting] = open ? "open" : "closed";
    m_engine.ledger.put(store::Setting{kOpenSetting, open ? "open" : "closed"});
    m_engine.ledger.audit(actor, "joining.edit", "joining", {{"withoutCode", open}});
}

Error JoinQueue::ask(const Joining::TerminalRequest& request, ClusterId cluster) {
    World& world = m_engine.world;
    if (world.refused.contains(request.tokenHash)) return makeError(BaseErrc::denied, "an administrator refused it");
    if (const PendingTerminal* known = world.pendingOf(request.controllerId)) {
        if (!equalConstantTime(known->tokenHash, request.tokenHash))
            return makeError(BaseErrc::alreadyExists, "another machine waits to join under this identity");
        PendingTerminal again = *known;
        again.lastAsked = m_engine.clock.now();
        again.address = request.address;
        world.pending[again.id] = again;
        return waits();
    }
    if (world.fleet.findByControllerId(request.controllerId))
        return makeError(BaseErrc::alreadyExists,
                         "terminal '" + printable(request.controllerId) + "' has joined already");
    const std::string name = request.name.empty() ? request.controllerId : request.name;
    if (!isPlain(request.controllerId, 256) || !isPlain(name, 256) || !isPlain(request.platform, 64))
        return makeError(BaseErrc::invalidArgument, "controllerId, name, platform: short plain texts are wanted");
    const auto isFromThere = [&request](const auto& entry) { return entry.second.address == request.address; };
    const auto fromThere = std::count_if(world.pending.begin(), world.pending.end(), isFromThere);
    if (world.pending.size() >= kMaxPending || static_cast<std::size_t>(fromThere) >= kMaxPendingAnAddress)
        return makeError(BaseErrc::tooLarge, "too many terminals wait to join");
    PendingTerminal waiting;
    waiting.id = world.nextPending();
    waiting.controllerId = request.controllerId;
    waiting.name = name;
    waiting.platform = request.platform;
    waiting.cluster = cluster;
    waiting.tokenHash = request.tokenHash;
    waiting.address = request.address;
    waiting.askedAt = waiting.lastAsked = m_engine.clock.now();
    world.pending[waiting.id] = waiting;
    m_engine.ledger.put(waiting);
    m_engine.ledger.event("pendingTerminal", {{"id", waiting.id}, {"state", "waiting"}});
    return waits();
}

Result<void> JoinQueue::check(const std::vector<std::int64_t>& ids) const {
    if (ids.empty()) return makeError(BaseErrc::malformed, "ids: at least one is wanted");
    if (std::set<std::int64_t>(ids.begin(), ids.end()).size() != ids.size())
        return makeError(BaseErrc::malformed, "ids: one is there twice");
    for (const std::int64_t id : ids) {
        const auto waiting = m_engine.world.pending.find(id);
        if (waiting == m_engine.world.pending.end())
            return makeError(BaseErrc::notFound, "no terminal waits under the number " + std::to_string(id));
        if (m_engine.world.fleet.findByControllerId(waiting->second.controllerId))
            return makeError(BaseErrc::alreadyExists,
                             "terminal '" + waiting->second.controllerId + "' has joined meanwhile");
    }
    return {};
}

void JoinQueue::take(std::int64_t id) {
    m_engine.world.pending.erase(id);
    m_engine.ledger.put(store::PendingTerminalRemoved{id});
}

Result<void> JoinQueue::approve(const std::vector<std::int64_t>& ids, std::string_view actor) {
    CHECK(check(ids));
    for (const std::int64_t id : ids) {
        const PendingTerminal waiting = m_engine.world.pending.at(id);
        Terminal terminal;
        terminal.controllerId = waiting.controllerId;
        terminal.name = waiting.name;
        terminal.platform = waiting.platform;
        terminal.cluster = m_engine.world.clusters.contains(waiting.cluster) ? waiting.cluster
                                                                             : m_engine.world.clusters.begin()->first;
        terminal.tokenHash = waiting.tokenHash;
        CHECK(Joining(m_engine).addTerminal(std::move(terminal), actor));
        take(id);
    }
    return {};
}

Result<void> JoinQueue::refuse(const std::vector<std::int64_t>& ids, std::string_view actor) {
    for (const std::int64_t id : ids)
        if (!m_engine.world.pending.contains(id))
            return makeError(BaseErrc::notFound, "no terminal waits under the number " + std::to_string(id));
    if (ids.empty()) return makeError(BaseErrc::malformed, "ids: at least one is wanted");
    for (const std::int64_t id : ids) {
        const auto waiting = m_engine.world.pending.find(id);
        if (waiting == m_engine.world.pending.end()) continue;  // named twice
        if (m_engine.world.refused.size() >= kMaxRefused) m_engine.world.refused.clear();
        m_engine.world.refused.insert(waiting->second.tokenHash);
        m_engine.ledger.audit(actor, "terminal.refuse", "terminal:" + waiting->second.controllerId,
                              {{"address", waiting->second.address}});
        m_engine.ledger.event("pendingTerminal", {{"id", id}, {"state", "refused"}});
        take(id);
    }
    return {};
}

void JoinQueue::dropSilent() {
    std::vector<std::int64_t> silent;
    for (const auto& [id, waiting] : m_engine.world.pending)
        if (m_engine.clock.now() - waiting.lastAsked > kPatience) silent.push_back(id);
    for (const std::int64_t id : silent)
        take(id);
}

}  // namespace signalbox::manager
