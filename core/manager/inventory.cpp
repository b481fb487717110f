// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/inventory.h"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <boost/json/serialize.hpp>

#include "core/base/log.h"
#include "core/filter/expression.h"
#include "core/manager/accounts.h"
#include "core/manager/audiences.h"
#include "core/manager/ddi/ddi_access.h"
#include "core/manager/deployments.h"
#include "core/manager/limits.h"
#include "core/model/json.h"
#include "core/model/names.h"
#include "core/trust/certificate.h"

namespace signalbox::manager {
namespace {

constexpr const char* kInstanceAttribute = "signalbox.instance";  // made once an installation, 32 hex digits
constexpr std::uint64_t kLeastBandwidth = 4096;  // as terminals take it: slower, and servers take them for dead
constexpr std::uint64_t kMostBandwidth = std::uint64_t{1} << 40;
constexpr std::size_t kMaxTags = 100;
constexpr std::size_t kMaxAttributes = 100;
constexpr std::size_t kMaxAttributeText = 128;  // hawkBit's own bound

Result<void> checkKey(std::string_view what, std::string_view text, std::size_t most) {
    if (text.empty() || text.size() > most || printable(text, most) != text)
        return makeError(BaseErrc::invalidArgument, std::string(what) + ": 1 to " + std::to_string(most) +
                                                        " bytes without control characters are wanted");
    return {};
}

bool namesCluster(const filter::Expression& expression) {
    const auto anyOf = [](const std::vector<filter::Expression>& operands) {
        return std::any_of(operands.begin(), operands.end(), namesCluster);
    };
    if (const auto* comparison = std::get_if<filter::Comparison>(&expression.node))
        return comparison->field.kind == filter::FieldKind::cluster;
    if (const auto* all = std::get_if<filter::And>(&expression.node)) return anyOf(all->operands);
    if (const auto* any = std::get_if<filter::Or>(&expression.node)) return anyOf(any->operands);
    return false;
}

}  // namespace

Result<Cluster> Inventory::createCluster(std::string name, std::string_view actor, std::string rule) {
    CHECK(checkKey("name", name, 64));
    CHECK(checkRule(rule));
    // Audiences compare names without case, so two clusters must not differ in it alone.
    for (const auto& [id, known] : m_engine.world.clusters)
        if (filter::equalName(known.name, name))
            return makeError(BaseErrc::alreadyExists, "there is a cluster '" + known.name + "'");
    Cluster cluster{m_engine.world.nextCluster(), std::move(name), m_engine.clock.now(), std::move(rule), 0};
    m_engine.world.clusters[cluster.id] = cluster;
    m_engine.ledger.put(cluster);
    m_engine.ledger.audit(actor, "cluster.create", "cluster:" + cluster.name, {{"rule", cluster.rule}});
    m_engine.ledger.event("node", {{"cluster", cluster.id.value}});
    m_engine.world.clusterRulesAt = 0;
    return cluster;
}

Result<void> Inventory::checkRule(const std::string& rule) const {
    if (rule.empty()) return {};
    TRY(const filter::Expression expression, parseAudience(m_engine.world, rule));
    if (namesCluster(expression))
        return makeError(BaseErrc::invalidArgument, "rule: a cluster's rule cannot ask for the cluster");
    auto selected = m_engine.world.fleet.select(expression, m_engine.world.fleetContext(m_engine.clock.now()));
    if (!selected) return std::move(selected).error().within("rule");
    return {};
}

Result<Cluster> Inventory::editCluster(std::string_view name, ClusterEdit edit, std::string_view actor) {
    const Cluster* known = m_engine.world.clusterByName(name);
    if (!known) return makeError(BaseErrc::notFound, "there is no cluster '" + printable(name) + "'");
    if (edit.rule) CHECK(checkRule(*edit.rule));
    if (edit.bandwidthLimit.value_or(0) != 0 &&
        (*edit.bandwidthLimit < kLeastBandwidth || *edit.bandwidthLimit > kMostBandwidth))
        return makeError(BaseErrc::invalidArgument, "bandwidthLimit: 0 for none, or 4096 to 2^40 bytes a second");
    Cluster cluster = *known;
    if (edit.rule) cluster.rule = std::move(*edit.rule);
    if (edit.bandwidthLimit) cluster.bandwidthLimit = *edit.bandwidthLimit;
    m_engine.world.clusters[cluster.id] = cluster;
    if (edit.rule) m_engine.world.clusterRulesAt = 0;
    m_engine.ledger.put(cluster);
    if (edit.rule) m_engine.ledger.audit(actor, "cluster.rule", "cluster:" + cluster.name, {{"rule", cluster.rule}});
    if (edit.bandwidthLimit)
        m_engine.ledger.audit(actor, "cluster.bandwidthLimit", "cluster:" + cluster.name,
                              {{"bytesASecond", cluster.bandwidthLimit}});
    m_engine.ledger.event("node", {{"cluster", cluster.id.value}});
    return cluster;
}

void Inventory::applyClusterRules() {
    World& world = m_engine.world;
    if (world.clusterRulesAt == world.fleet.revision()) return;
    const TimePoint now = m_engine.clock.now();
    fleet::TerminalSet placed;
    for (const auto& [id, cluster] : world.clusters) {
        if (cluster.rule.empty()) continue;
        auto matched = selectAudience(world, cluster.rule, now);
        const auto there = world.terminalsOf(cluster, now);
        if (!matched || !there) continue;  // it was checked; what it names may be gone since
        *matched -= placed;
        placed |= *matched;
        fleet::TerminalSet wrong = *matched;
        wrong -= *there;
        const ClusterId belongs = id;  // Clang 14 captures no structured binding
        wrong.forEach([&](TerminalId terminal) {
            Terminal moved = *world.fleet.terminal(terminal);
            moved.cluster = belongs;
            world.fleet.put(moved);
            m_engine.ledger.put(moved);
            m_engine.ledger.event("terminal", {{"id", terminal.value}});
            return true;
        });
        if (!wrong.empty())
            m_engine.ledger.audit("manager", "cluster.terminals", "cluster:" + cluster.name,
                                  {{"moved", wrong.count()}, {"rule", cluster.rule}});
    }
    world.clusterRulesAt = world.fleet.revision();
}

Result<void> Inventory::removeCluster(std::string_view name, std::string_view actor) {
    const Cluster* cluster = m_engine.world.clusterByName(name);
    if (!cluster) return makeError(BaseErrc::notFound, "there is no cluster '" + printable(name) + "'");
    if (!m_engine.world.nodesOf(cluster->id).empty())
        return makeError(BaseErrc::wrongState, "the cluster still has nodes");
    TRY(const auto terminals, m_engine.world.terminalsOf(*cluster, m_engine.clock.now()));
    if (!terminals.empty())
        return makeError(BaseErrc::wrongState,
                         "the cluster still has " + std::to_string(terminals.count()) + " terminals");
    for (const auto& [id, ticket] : m_engine.world.tickets)
        if (ticket.cluster == cluster->id && ticket.used < ticket.uses && ticket.notAfter > m_engine.clock.now())
            return makeError(BaseErrc::wrongState, "join codes for the cluster are still valid");
    const ClusterId id = cluster->id;
    m_engine.world.clusters.erase(id);
    m_engine.ledger.put(store::ClusterRemoved{id});
    m_engine.ledger.audit(actor, "cluster.delete", "cluster:" + std::string(name));
    return {};
}

Result<void> Inventory::removeNode(std::string_view name, std::string_view actor) {
    const NodeEntry* entry = m_engine.world.nodeByName(name);
    if (!entry) return makeError(BaseErrc::notFound, "there is no node '" + printable(name) + "'");
    const NodeId id = entry->node.id;
    for (auto copy = m_engine.world.copies.begin(); copy != m_engine.world.copies.end();) {
        if (copy->first.first != id) {
            ++copy;
            continue;
        }
        m_engine.ledger.put(store::CopyRemoved{copy->first.first, copy->first.second});
        copy = m_engine.world.copies.erase(copy);
    }
    m_engine.world.nodes.erase(id);
    m_engine.world.registries.erase(id);
    m_engine.ledger.put(store::NodeRemoved{id});
    m_engine.ledger.audit(actor, "node.remove", "node:" + std::string(name));
    m_engine.ledger.event("node", {{"id", id.value}, {"state", "removed"}});
    return {};
}

Result<Terminal> Inventory::terminal(std::string_view controllerId) const {
    const TerminalId id = m_engine.world.fleet.findByControllerId(controllerId);
    if (!id) return makeError(BaseErrc::notFound, "there is no terminal '" + printable(controllerId) + "'");
    return *m_engine.world.fleet.terminal(id);
}

Result<Terminal> Inventory::editTerminal(std::string_view controllerId, const TerminalEdit& edit,
                                         std::string_view actor) {
    TRY(Terminal changed, terminal(controllerId));
    boost::json::object detail;
    if (edit.name) {
        CHECK(checkKey("name", *edit.name, 256));
        changed.name = *edit.name;
        detail["name"] = changed.name;
    }
    if (edit.cluster) {
        const Cluster* cluster = m_engine.world.clusterByName(*edit.cluster);
        if (!cluster) return makeError(BaseErrc::notFound, "there is no cluster '" + *edit.cluster + "'");
        changed.cluster = cluster->id;
        detail["cluster"] = cluster->name;
    }
    boost::json::object tags;
    for (const auto& [key, value] : edit.tags) {
        CHECK(checkKey("tags", key, 64));
        if (!value) {
            changed.tags.erase(key);
            tags[key] = nullptr;
            continue;
        }
        if (value->size() > 256 || printable(*value) != *value)
            return makeError(BaseErrc::invalidArgument, "tags." + key + ": at most 256 bytes are wanted");
        changed.tags[key] = *value;
        tags[key] = *value;
    }
    if (!tags.empty()) detail["tags"] = tags;
    if (changed.tags.size() > kMaxTags) return makeError(BaseErrc::tooLarge, "at most 100 tags a terminal");
    m_engine.world.fleet.put(changed);
    m_engine.ledger.put(changed);
    m_engine.ledger.audit(actor, "terminal.edit", "terminal:" + changed.controllerId, detail);
    m_engine.ledger.event("terminal", {{"id", changed.id.value}});
    return changed;
}

Result<void> Inventory::removeTerminal(std::string_view controllerId, std::string_view actor) {
    TRY(const Terminal gone, terminal(controllerId));
    Deployments(m_engine).terminalRemoved(gone.id);
    m_engine.world.clones.forget(gone.id);
    m_engine.world.fleet.remove(gone.id);
    m_engine.world.otherClients.remove(gone.id);
    m_engine.world.diagnosticsAwaited.erase(gone.id);
    if (m_engine.world.diagnostics.erase(gone.id) > 0) m_engine.ledger.put(store::DiagnosticsRemoved{gone.id});
    m_engine.ledger.put(store::TerminalRemoved{gone.id});
    m_engine.ledger.audit(actor, "terminal.remove", "terminal:" + gone.controllerId);
    m_engine.ledger.event("terminal", {{"id", gone.id.value}, {"state", "removed"}});
    return {};
}

Result<Terminal> Inventory::retireTerminal(std::string_view controllerId, std::string_view actor) {
    TRY(Terminal retired, terminal(controllerId));
    if (retired.retiredAt) return retired;
    Deployments(m_engine).terminalRemoved(retired.id);
    m_engine.world.clones.forget(retired.id);
    retired.retiredAt = m_engine.clock.now();
    retired.tokenHash = kTokenRevoked;
    m_engine.world.fleet.put(retired);
    m_engine.ledger.put(retired);
    m_engine.ledger.audit(actor, "terminal.retire", "terminal:" + retired.controllerId);
    m_engine.ledger.event("terminal", {{"id", retired.id.value}, {"state", "retired"}});
    return retired;
}

Result<Terminal> Inventory::revokeTerminal(std::string_view controllerId, std::string_view actor) {
    TRY(Terminal changed, terminal(controllerId));
    changed.tokenHash = kTokenRevoked;
    m_engine.world.fleet.put(changed);
    m_engine.ledger.put(changed);
    m_engine.ledger.audit(actor, "terminal.revoke", "terminal:" + changed.controllerId);
    m_engine.ledger.event("terminal", {{"id", changed.id.value}, {"state", "revoked"}});
    return changed;
}

Result<Terminal> Inventory::clearClone(std::string_view controllerId, std::string_view actor) {
    TRY(Terminal changed, terminal(controllerId));
    if (!changed.cloneSeenAt) return changed;
    changed.cloneSeenAt.reset();
    m_engine.world.clones.forget(changed.id);
    m_engine.world.fleet.put(changed);
    m_engine.ledger.put(changed);
    m_engine.ledger.audit(actor, "terminal.clearClone", "terminal:" + changed.controllerId);
    m_engine.ledger.event("terminal", {{"id", changed.id.value}});
    return changed;
}

void Inventory::wantAttributes(TerminalId id) {
    auto known = m_engine.world.fleet.terminal(id);
    if (!known || known->attributesWanted) return;
    known->attributesWanted = true;
    m_engine.world.fleet.put(*known);
    m_engine.ledger.put(*known);
    m_engine.ledger.event("terminal", {{"id", id.value}});
}

void Inventory::sawTerminal(TerminalId id, std::string_view address) {
    if (!m_engine.world.clones.sawAddress(id, address, m_engine.clock.now())) return;
    auto known = m_engine.world.fleet.terminal(id);
    if (known) suspectClone(std::move(*known), "it polls from several addresses in turns");
}

void Inventory::suspectClone(Terminal terminal, std::string_view why) {
    if (terminal.cloneSeenAt) return;
    terminal.cloneSeenAt = m_engine.clock.now();
    m_engine.world.fleet.put(terminal);
    m_engine.ledger.put(terminal);
    m_engine.ledger.audit("manager", "terminal.suspectClone", "terminal:" + terminal.controllerId, {{"why", why}});
    m_engine.ledger.event("terminal", {{"id", terminal.id.value}, {"state", "cloneSuspected"}});
}

Result<void> Inventory::describe(TerminalId id, const SelfDescription& description) {
    auto known = m_engine.world.fleet.terminal(id);
    if (!known) return makeError(BaseErrc::notFound, "there is no such terminal");
    Terminal changed = *known;
    if (description.mode == "replace") changed.attributes.clear();
    for (const auto& [key, value] : description.attributes) {
        CHECK(checkKey("data", key, kMaxAttributeText));
        if (!value || description.mode == "remove") {
            changed.attributes.erase(key);
            continue;
        }
        if (value->size() > kMaxAttributeText)
            return makeError(BaseErrc::invalidArgument, "data." + key + ": at most 128 bytes are wanted");
        changed.attributes[key] = *value;
    }
    if (changed.attributes.size() > kMaxAttributes)
        return makeError(BaseErrc::tooLarge, "at most 100 attributes a terminal");
    if (description.installed) {
        if (description.installed->size() > kMaxAttributes)
            return makeError(BaseErrc::tooLarge, "at most 100 installed products a terminal");
        for (const auto& [product, version] : *description.installed) {
            CHECK(checkKey("installed", product, 64));
            CHECK(checkKey("installed." + product, version, 128));
        }
        changed.installed = *description.installed;
    }
    if (!description.platform.empty()) {
        CHECK(checkKey("platform", description.platform, 64));
        changed.platform = description.platform;
    }
    const bool same = changed.attributes == known->attributes && changed.installed == known->installed &&
                      changed.platform == known->platform && !known->attributesWanted;
    changed.attributesWanted = false;
    if (same) return {};
    m_engine.world.fleet.put(changed);
    m_engine.ledger.put(changed);
    m_engine.ledger.event("terminal", {{"id", id.value}});
    const auto instance = [](const Terminal& of) {
        const auto found = of.attributes.find(kInstanceAttribute);
        return found == of.attributes.end() ? std::string() : found->second;
    };
    if (m_engine.world.clones.sawInstance(id, instance(*known), instance(changed)))
        suspectClone(std::move(changed), "two installations of its system tell of themselves in turns");
    return {};
}

void Inventory::putSetting(const char* key, std::string value) {
    m_engine.world.settings[key] = value;
    m_engine.ledger.put(store::Setting{key, std::move(value)});
}

Result<DdiSettings> Inventory::setDdiSettings(DdiSettings wanted, std::string_view actor) {
    for (const std::string& proxy : wanted.proxies) {
        boost::system::error_code error;
        asio::ip::make_address(proxy, error);
        if (error) return makeError(BaseErrc::invalidArgument, "proxies: '" + printable(proxy) + "' is no IP address");
    }
    if (!wanted.clientCaPem.empty()) {
        const auto certificate = trust::inspectCertificate(wanted.clientCaPem);
        if (!certificate) return makeError(BaseErrc::invalidArgument, "clientCaPem: " + certificate.error().text());
    }
    if (!m_engine.world.clusterByName(wanted.newCluster))
        return makeError(BaseErrc::invalidArgument, "newCluster: there is no cluster '" + wanted.newCluster + "'");
    if (!wanted.newPlatform.empty()) CHECK(checkKey("newPlatform", wanted.newPlatform, 64));
    wanted.gatewayToken = ddiSettingsOf(m_engine.world).gatewayToken;
    putSetting(kDdiAccessSetting, boost::json::serialize(toJson(wanted)));
    m_engine.ledger.audit(actor, "settings.ddi", "settings:ddi",
                          {{"targetToken", wanted.targetToken},
                           {"proxies", wanted.proxies.size()},
                           {"clientCertificates", !wanted.clientCaPem.empty()}});
    return wanted;
}

std::string Inventory::makeGatewayToken(std::string_view actor) {
    std::string token = toBase64Url(bytesOf(randomBytes(24)));
    DdiSettings settings = ddiSettingsOf(m_engine.world);
    settings.gatewayToken = true;
    putSetting(kGatewayTokenSetting, sha256Hex(bytesOf(token)));
    putSetting(kDdiAccessSetting, boost::json::serialize(toJson(settings)));
    m_engine.ledger.audit(actor, "settings.gatewayToken", "settings:ddi", {{"set", true}});
    return token;
}

void Inventory::removeGatewayToken(std::string_view actor) {
    DdiSettings settings = ddiSettingsOf(m_engine.world);
    settings.gatewayToken = false;
    putSetting(kGatewayTokenSetting, {});
    putSetting(kDdiAccessSetting, boost::json::serialize(toJson(settings)));
    m_engine.ledger.audit(actor, "settings.gatewayToken", "settings:ddi", {{"set", false}});
}

Result<Inventory::NewToken> Inventory::createToken(std::string name, AccountRole role, std::string_view actor,
                                                   std::optional<Seconds> valid) {
    CHECK(checkKey("name", name, 64));
    if (valid && (*valid < Seconds(60) || *valid > Seconds(3660 * 86400)))
        return makeError(BaseErrc::invalidArgument, "validSeconds: a minute to ten years is wanted");
    for (const auto& [id, token] : m_engine.world.tokens)
        if (token.account == 0 && token.name == name)
            return makeError(BaseErrc::alreadyExists, "there is a token '" + name + "'");
    if (m_engine.world.accountByName(name))
        return makeError(BaseErrc::alreadyExists, "there is an account '" + name + "'");
    ApiToken token;
    token.name = std::move(name);
    token.role = role;
    if (valid) token.notAfter = m_engine.clock.now() + *valid;
    NewToken made = Accounts(m_engine).addToken(std::move(token));
    m_engine.ledger.audit(actor, "token.create", "token:" + made.token.name, {{"role", nameOf(role)}});
    return made;
}

Result<void> Inventory::removeToken(std::int64_t id, std::string_view actor) {
    const auto found = m_engine.world.tokens.find(id);
    if (found == m_engine.world.tokens.end())
        return makeError(BaseErrc::notFound, "there is no token " + std::to_string(id));
    if (found->second.account == 0 && !Accounts(m_engine).administratorsBut(id, 0))
        return makeError(BaseErrc::wrongState, "nobody could administer afterwards");
    m_engine.ledger.put(store::ApiTokenRemoved{id});
    if (found->second.account == 0) LimitBook(m_engine).forget(limitHolder(found->second));
    m_engine.ledger.audit(actor, found->second.account == 0 ? "token.delete" : "session.delete",
                          "token:" + found->second.name);
    m_engine.world.tokens.erase(found);
    return {};
}

const ApiToken* Inventory::tokenOf(std::string_view secret) const {
    const std::string hash = sha256Hex(bytesOf(secret));
    for (const auto& [id, token] : m_engine.world.tokens) {
        if (!equalConstantTime(token.tokenHash, hash)) continue;
        return token.notAfter && *token.notAfter < m_engine.clock.now() ? nullptr : &token;
    }
    return nullptr;
}

}  // namespace signalbox::manager
