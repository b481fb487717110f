// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/authorities.h"

#include <algorithm>
#include <boost/json/serialize.hpp>

#include "core/base/hash.h"
#include "core/base/log.h"
#include "core/model/json.h"

namespace signalbox::manager {
namespace {

namespace json = boost::json;

constexpr std::size_t kMostAnswer = 65536;
constexpr std::size_t kMostAuthorities = 4;
constexpr std::size_t kFingerprint = 64;
constexpr const char* kKnown = "ca.next.known";  // terminals, as a set in base64url

bool knows(const NodeEntry& node, const std::string& fingerprint) {
    return std::find(node.authorities.begin(), node.authorities.end(), fingerprint) != node.authorities.end();
}

}  // namespace

Result<NodeTrustAnswer> parseNodeTrust(std::string_view text) {
    TRY(const json::value value, parseJson(text, kMostAnswer));
    if (!value.is_object()) return makeError(BaseErrc::malformed, "an object is wanted");
    const json::value* list = value.get_object().if_contains("authorities");
    if (!list || !list->is_array() || list->get_array().size() > kMostAuthorities)
        return makeError(BaseErrc::malformed, "authorities: a list of up to four is wanted");
    NodeTrustAnswer answer;
    for (const json::value& one : list->get_array()) {
        if (!one.is_string() || one.get_string().size() != kFingerprint)
            return makeError(BaseErrc::malformed, "authorities: fingerprints are wanted");
        answer.authorities.emplace_back(one.get_string());
    }
    const json::value* issuer = value.get_object().if_contains("certificateAuthority");
    if (!issuer || !issuer->is_string() || issuer->get_string().size() != kFingerprint)
        return makeError(BaseErrc::malformed, "certificateAuthority: a fingerprint is wanted");
    answer.certificateAuthority = issuer->get_string();
    return answer;
}

void Authorities::put(const std::string& key, std::string value) {
    m_engine.world.settings[key] = value;
    m_engine.ledger.put(store::Setting{key, std::move(value)});
}

Authorities::Progress Authorities::progress() const {
    Progress progress;
    const World& world = m_engine.world;
    const Identity& identity = m_engine.identity;
    const auto& next = identity.nextAuthority();
    const std::string wanted = next ? next->fingerprint() : identity.authority().fingerprint();
    for (const auto& [id, entry] : world.nodes) {
        if (entry.node.kind != NodeKind::signalbox) continue;
        ++progress.nodes;
        const bool ended = entry.node.certificateEnds && *entry.node.certificateEnds <= m_engine.clock.now();
        const bool done = next ? knows(entry, wanted) : entry.certificateAuthority == wanted;
        if (!done && !ended && identity.changesAuthority()) progress.nodesWaiting.push_back(entry.node.name);
    }
    const auto all = world.fleet.select({filter::All{}}, world.fleetContext(m_engine.clock.now()));
    fleet::TerminalSet waiting = all ? *all : fleet::TerminalSet();
    progress.terminals = waiting.count();
    if (!next) return progress;
    waiting -= world.knowNextAuthority;
    progress.terminalsWaiting = waiting.count();
    waiting &= world.otherClients;
    progress.otherClients = waiting.count();
    for (const auto& [id, ticket] : world.tickets)
        if (ticket.used < ticket.uses && m_engine.clock.now() <= ticket.notAfter) ++progress.openCodes;
    return progress;
}

Result<void> Authorities::settle(std::string_view actor, const char* action) {
    CHECK(m_engine.identity.takeAuthorities(m_engine.world));
    const Identity& identity = m_engine.identity;
    m_engine.ledger.audit(actor, action, "manager:" + identity.managerId(),
                          {{"authorities", identity.authorityList()}});
    m_engine.ledger.event("authority", {{"state", action}});
    return {};
}

Result<void> Authorities::plan(std::string_view actor) {
    if (m_engine.identity.nextAuthority())
        return makeError(BaseErrc::wrongState, "an authority is planned already; use or abandon it first");
    if (!m_engine.identity.previousAuthority().empty())
        return makeError(BaseErrc::wrongState, "the authority before is trusted still; retire it first");
    const TimePoint now = m_engine.clock.now();
    TRY(const auto next, trust::CertificateAuthority::create(
                             "Signalbox manager " + m_engine.identity.managerId() + " " + toRfc3339(now), now));
    put(kNextCaCertificate, next.certificatePem());
    put(kNextCaKey, next.keyPem());
    put(kKnown, {});
    m_engine.world.knowNextAuthority = {};
    return settle(actor, "authority.plan");
}

Result<void> Authorities::abandon(std::string_view actor) {
    if (!m_engine.identity.nextAuthority()) return makeError(BaseErrc::wrongState, "no authority is planned");
    put(kNextCaCertificate, {});
    put(kNextCaKey, {});
    return settle(actor, "authority.abandon");
}

Result<void> Authorities::use(bool force, std::string_view actor) {
    const auto& next = m_engine.identity.nextAuthority();
    if (!next) return makeError(BaseErrc::wrongState, "no authority is planned");
    const Progress progress = this->progress();
    if (!force && (!progress.nodesWaiting.empty() || progress.terminalsWaiting > 0))
        return makeError(BaseErrc::wrongState, std::to_string(progress.nodesWaiting.size()) + " nodes and " +
                                                   std::to_string(progress.terminalsWaiting) +
                                                   " terminals do not know the next authority");
    std::vector<std::int64_t> codes;
    for (const auto& [id, ticket] : m_engine.world.tickets)
        codes.push_back(id);
    for (const std::int64_t id : codes) {
        m_engine.world.dropTicket(id);
        m_engine.ledger.put(store::JoinTicketRemoved{id});
    }
    put(kPreviousCaCertificate, m_engine.identity.authority().certificatePem());
    put(kCaCertificate, next->certificatePem());
    put(kCaKey, next->keyPem());
    put(kNextCaCertificate, {});
    put(kNextCaKey, {});
    return settle(actor, "authority.use");
}

Result<void> Authorities::retire(bool force, std::string_view actor) {
    if (m_engine.identity.previousAuthority().empty())
        return makeError(BaseErrc::wrongState, "no authority before the present one is trusted");
    const Progress progress = this->progress();
    if (!force && !progress.nodesWaiting.empty())
        return makeError(BaseErrc::wrongState, std::to_string(progress.nodesWaiting.size()) +
                                                   " nodes have certificates of the authority before");
    for (auto& [id, entry] : m_engine.world.nodes) {
        const auto& waiting = progress.nodesWaiting;
        if (std::find(waiting.begin(), waiting.end(), entry.node.name) == waiting.end()) continue;
        entry.node.certificateEnds = m_engine.clock.now();  // worth nothing from now on: the name may join again
        m_engine.ledger.put(entry.node);
    }
    put(kPreviousCaCertificate, {});
    return settle(actor, "authority.retire");
}

void Authorities::advance() {
    if (!m_engine.identity.changesAuthority()) return;
    const Progress progress = this->progress();
    if (!progress.nodesWaiting.empty()) return;
    Result<void> done;
    if (!m_engine.identity.nextAuthority())
        done = retire(false, "manager");
    else if (progress.terminalsWaiting == 0 && progress.openCodes == 0)
        done = use(false, "manager");
    if (!done) logError("manager", "the change of the authority: {}", done.error().text());
}

bool Authorities::heard(TerminalId terminal, std::string_view trusted) {
    const Identity& identity = m_engine.identity;
    if (trusted.empty()) return identity.changesAuthority();
    if (trusted == identity.authorityList() && !identity.changesAuthority()) return false;
    const auto& next = identity.nextAuthority();
    if (next && trusted.find(next->fingerprint()) != std::string_view::npos)
        m_engine.world.knowNextAuthority.add(terminal);
    return trusted != identity.authorityList();
}

std::string Authorities::word() const {
    return json::serialize(
        json::object{{"tokenRealm", tokenRealmOf(m_engine)}, {"authorities", m_engine.identity.authoritiesPem()}});
}

bool Authorities::hasNewsFor(const NodeEntry& node) const {
    if (node.node.kind != NodeKind::signalbox) return false;
    const bool isOfAnother =
        !node.certificateAuthority.empty() && node.certificateAuthority != m_engine.identity.authority().fingerprint();
    return isOfAnother || node.told != word();
}

Result<void> Authorities::heard(NodeEntry& node, std::string_view answer) const {
    TRY(NodeTrustAnswer told, parseNodeTrust(answer));
    node.authorities = std::move(told.authorities);
    node.certificateAuthority = std::move(told.certificateAuthority);
    return {};
}

void Authorities::remember() {
    if (!m_engine.identity.nextAuthority()) return;
    std::string text = toBase64Url(bytesOf(m_engine.world.knowNextAuthority.serialize()));
    if (m_engine.world.settings[kKnown] != text) put(kKnown, std::move(text));
}

void Authorities::recall() {
    const auto known = m_engine.world.settings.find(kKnown);
    if (known == m_engine.world.settings.end() || known->second.empty()) return;
    const auto bytes = fromBase64Url(known->second);
    auto set = bytes ? fleet::TerminalSet::deserialize(*bytes) : Result<fleet::TerminalSet>(bytes.error());
    if (set) m_engine.world.knowNextAuthority = std::move(*set);
    if (!set) logWarning("manager", "who knows the next authority is asked anew: {}", set.error().text());
}

}  // namespace signalbox::manager
