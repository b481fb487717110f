// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/node_inventory.h"

#include "core/base/log.h"
#include "core/http/client.h"
#include "core/http/tls.h"

namespace signalbox::manager {
namespace {

constexpr std::size_t kMostName = 64;
constexpr std::size_t kMostUser = 256;
constexpr std::size_t kMostPassword = 4096;
constexpr std::size_t kMostAuthority = 32 << 10;
constexpr std::int64_t kMostWeight = 1'000'000;
constexpr std::uint64_t kLeastPushRate = 16 << 10;

Error wrong(std::string what) {
    return makeError(BaseErrc::invalidArgument, std::move(what));
}

Result<void> checkUser(std::string_view what, const std::string& user, const std::string& password) {
    if (user.size() > kMostUser || printable(user) != user || user.find(':') != std::string::npos)
        return wrong(std::string(what) + ": at most 256 printable bytes without ':' are wanted");
    if (password.size() > kMostPassword || printable(password, kMostPassword) != password)
        return wrong(std::string(what) + "'s password: at most 4096 printable bytes are wanted");
    if (user.empty() && !password.empty()) return wrong(std::string(what) + ": a password needs a name");
    return {};
}

Result<void> checkAccess(const RegistryAccess& access, const http::Url& url) {
    CHECK(checkUser("user", access.user, access.password));
    CHECK(checkUser("pullUser", access.pullUser, access.pullPassword));
    if (access.caPem.empty()) return {};
    if (url.scheme != "https") return wrong("ca: the registry speaks no TLS");
    if (access.caPem.size() > kMostAuthority) return wrong("ca: at most 32 KiB are wanted");
    http::TlsClientOptions tls;
    tls.caPem = access.caPem;
    if (!http::TlsClientContext::make(std::move(tls))) return wrong("ca: certificates in PEM are wanted");
    return {};
}

boost::json::object shown(const RegistryAccess& access) {
    return {{"user", access.user}, {"pullUser", access.pullUser}, {"ownAuthority", !access.caPem.empty()}};
}

}  // namespace

Result<Node> NodeInventory::addRegistry(NewRegistry wanted, std::string_view actor) {
    if (wanted.name.empty() || wanted.name.size() > kMostName || printable(wanted.name) != wanted.name)
        return wrong("name: 1 to 64 bytes without control characters are wanted");
    auto url = http::parseUrl(wanted.url);
    if (!url || url->target != "/") return wrong("url: https://host:port is wanted, without a path");
    if (url->scheme != "https" && !wanted.plainHttp)
        return wrong("url: https is wanted; without TLS only where that is said to be meant");
    CHECK(checkAccess(wanted.access, *url));
    const Cluster* cluster = m_engine.world.clusterByName(wanted.cluster);
    if (!cluster) return makeError(BaseErrc::notFound, "there is no cluster '" + printable(wanted.cluster) + "'");
    if (m_engine.world.nodeByName(wanted.name))
        return makeError(BaseErrc::alreadyExists, "there is a node '" + wanted.name + "' already");
    for (const auto& [id, entry] : m_engine.world.nodes)
        if (entry.node.url == url->origin())
            return makeError(BaseErrc::alreadyExists, "node '" + entry.node.name + "' is at that address");
    Node node;
    node.id = m_engine.world.nextNode();
    node.name = wanted.name;
    node.cluster = cluster->id;
    node.url = url->origin();
    node.joinedAt = m_engine.clock.now();
    node.kind = NodeKind::registry;
    wanted.access.node = node.id;
    m_engine.world.nodes[node.id].node = node;
    m_engine.world.registries[node.id] = wanted.access;
    m_engine.ledger.put(node);
    m_engine.ledger.put(wanted.access);
    boost::json::object detail = shown(wanted.access);
    detail["url"] = node.url;
    detail["cluster"] = cluster->name;
    m_engine.ledger.audit(actor, "node.addRegistry", "node:" + node.name, detail);
    m_engine.ledger.event("node", {{"id", node.id.value}, {"state", "joined"}});
    return node;
}

Result<Node> NodeInventory::edit(std::string_view name, const Edit& wanted, std::string_view actor) {
    const NodeEntry* known = m_engine.world.nodeByName(name);
    if (!known) return makeError(BaseErrc::notFound, "there is no node '" + printable(name) + "'");
    if (wanted.weight && (*wanted.weight < 0 || *wanted.weight > kMostWeight))
        return wrong("weight: 0 to 1000000 is wanted");
    if (wanted.pushRate && *wanted.pushRate != 0 && *wanted.pushRate < kLeastPushRate)
        return wrong("pushRate: 0, or at least 16384 bytes a second, is wanted");
    Node& node = m_engine.world.nodes[known->node.id].node;
    node.weight = wanted.weight.value_or(node.weight);
    node.pushRate = wanted.pushRate.value_or(node.pushRate);
    m_engine.ledger.put(node);
    m_engine.ledger.audit(actor, "node.edit", "node:" + node.name,
                          {{"weight", node.weight}, {"pushRate", node.pushRate}});
    m_engine.ledger.event("node", {{"id", node.id.value}, {"state", "changed"}});
    return node;
}

Result<Node> NodeInventory::setAccess(std::string_view name, RegistryAccess access, std::string_view actor) {
    const NodeEntry* known = m_engine.world.nodeByName(name);
    if (!known) return makeError(BaseErrc::notFound, "there is no node '" + printable(name) + "'");
    if (known->node.kind != NodeKind::registry)
        return makeError(BaseErrc::wrongState, "the node takes tokens of this manager");
    TRY(const http::Url url, http::parseUrl(known->node.url));
    CHECK(checkAccess(access, url));
    access.node = known->node.id;
    m_engine.world.registries[access.node] = access;
    m_engine.ledger.put(access);
    m_engine.ledger.audit(actor, "node.setAccess", "node:" + known->node.name, shown(access));
    m_engine.ledger.event("node", {{"id", access.node.value}, {"state", "changed"}});
    return known->node;
}

}  // namespace signalbox::manager
