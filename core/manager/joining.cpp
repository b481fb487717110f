// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/joining.h"

#include <algorithm>

#include "core/base/log.h"
#include "core/http/client.h"
#include "core/manager/join_queue.h"
#include "core/trust/certificate.h"
#include "core/trust/join_code.h"
#include "core/trust/node_renewal.h"

namespace signalbox::manager {
namespace {

constexpr std::uint32_t kMaxCodes = 10000;
constexpr std::uint32_t kMaxUses = 100000;
constexpr std::size_t kMaxOpenTickets = 200000;
constexpr std::chrono::minutes kNodeSlack{6};

Result<void> checkValidity(Seconds valid) {
    if (valid >= Seconds(60) && valid <= Seconds(30 * 86400)) return {};
    return makeError(BaseErrc::invalidArgument, "validSeconds: a minute to 30 days is wanted");
}

Result<void> checkText(std::string_view what, std::string_view text, std::size_t most) {
    if (text.empty() || text.size() > most || printable(text, most) != text)
        return makeError(BaseErrc::invalidArgument, std::string(what) + ": 1 to " + std::to_string(most) +
                                                        " bytes without control characters are wanted");
    return {};
}

bool isHexSha256(std::string_view text) {
    const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return text.size() == 64 && std::all_of(text.begin(), text.end(), isHex);
}

}  // namespace

std::string Joining::addTicket(JoinTicket ticket, const std::string& fingerprint, Seconds valid,
                               std::string_view actor) {
    trust::JoinCode code;
    code.managerUrl = m_engine.options.ddiUrl;
    code.secret = randomBytes(16);
    code.fingerprint = fingerprint;
    ticket.id = m_engine.world.nextTicket();
    ticket.secretHash = sha256Hex(bytesOf(code.secret));
    ticket.notAfter = m_engine.clock.now() + valid;
    ticket.createdBy = actor;
    m_engine.world.putTicket(ticket);
    m_engine.ledger.put(std::move(ticket));
    return code.text();
}

Result<std::vector<std::string>> Joining::createCodes(const NewCodes& wanted, std::string_view actor) {
    const Cluster* cluster = m_engine.world.clusterByName(wanted.cluster);
    if (!cluster) return makeError(BaseErrc::notFound, "there is no cluster '" + printable(wanted.cluster) + "'");
    if (wanted.count == 0 || wanted.count > kMaxCodes)
        return makeError(BaseErrc::invalidArgument, "count: 1 to 10000 is wanted");
    CHECK(checkValidity(wanted.valid));
    if (wanted.uses == 0 || wanted.uses > kMaxUses)
        return makeError(BaseErrc::invalidArgument, "uses: 1 to 100000 is wanted");
    if (wanted.role == JoinRole::node && (wanted.uses > 1 || wanted.approval))
        return makeError(BaseErrc::invalidArgument, "a node's code is used once and needs no approval");
    dropCodesThatAreOver();
    if (m_engine.world.tickets.size() + wanted.count > kMaxOpenTickets)
        return makeError(BaseErrc::tooLarge, "too many join codes are open");
    const std::string fingerprint = m_engine.identity.authority().fingerprint();
    std::vector<std::string> texts;
    for (std::uint32_t i = 0; i < wanted.count; ++i) {
        JoinTicket ticket;
        ticket.role = wanted.role;
        ticket.cluster = cluster->id;
        ticket.uses = wanted.uses;
        ticket.approval = wanted.approval;
        texts.push_back(addTicket(std::move(ticket), fingerprint, wanted.valid, actor));
    }
    m_engine.ledger.audit(actor, "joinCode.create", "cluster:" + wanted.cluster,
                          {{"count", wanted.count},
                           {"role", wanted.role == JoinRole::node ? "node" : "terminal"},
                           {"uses", wanted.uses},
                           {"approval", wanted.approval},
                           {"validSeconds", wanted.valid.count()}});
    return texts;
}

Result<std::string> Joining::createReplacementCode(std::string_view controllerId, Seconds valid,
                                                   std::string_view actor) {
    CHECK(checkValidity(valid));
    const auto known = m_engine.world.fleet.terminal(m_engine.world.fleet.findByControllerId(controllerId));
    if (!known) return makeError(BaseErrc::notFound, "there is no terminal '" + printable(controllerId) + "'");
    JoinTicket ticket;
    ticket.cluster = known->cluster;
    ticket.replaces = known->id;
    std::string code = addTicket(std::move(ticket), m_engine.identity.authority().fingerprint(), valid, actor);
    m_engine.ledger.audit(actor, "terminal.replacementCode", "terminal:" + known->controllerId,
                          {{"validSeconds", valid.count()}});
    return code;
}

void Joining::dropCodesThatAreOver() {
    std::vector<std::int64_t> over;
    for (const auto& [id, ticket] : m_engine.world.tickets)
        if (ticket.notAfter < m_engine.clock.now()) over.push_back(id);
    for (const std::int64_t id : over) {
        m_engine.world.dropTicket(id);
        m_engine.ledger.put(store::JoinTicketRemoved{id});
    }
}

Result<JoinTicket> Joining::ticketFor(std::string_view secret, JoinRole role) const {
    const JoinTicket* ticket = m_engine.world.ticketBySecret(sha256Hex(bytesOf(secret)));
    if (ticket && ticket->role == role && m_engine.clock.now() <= ticket->notAfter) return *ticket;
    return makeError(BaseErrc::denied, "the join code is unknown or its time is over");
}

void Joining::spend(JoinTicket ticket, std::string usedBy) {
    ticket.usedBy = std::move(usedBy);
    ++ticket.used;
    m_engine.world.putTicket(ticket);
    m_engine.ledger.put(std::move(ticket));
}

Result<Terminal> Joining::addTerminal(Terminal terminal, std::string_view actor) {
    CHECK(checkText("controllerId", terminal.controllerId, 256));
    if (terminal.name.empty()) terminal.name = terminal.controllerId;
    CHECK(checkText("name", terminal.name, 256));
    CHECK(checkText("platform", terminal.platform, 64));
    if (m_engine.world.fleet.findByControllerId(terminal.controllerId))
        return makeError(BaseErrc::alreadyExists, "terminal '" + terminal.controllerId + "' has joined already");
    terminal.id = m_engine.world.nextTerminal();
    terminal.joinedAt = m_engine.clock.now();
    m_engine.world.fleet.put(terminal);
    m_engine.ledger.put(terminal);
    m_engine.ledger.audit(actor, "terminal.join", "terminal:" + terminal.controllerId,
                          {{"platform", terminal.platform}});
    m_engine.ledger.event("terminal", {{"id", terminal.id.value}, {"state", "joined"}});
    return terminal;
}

Result<Terminal> Joining::joinTerminal(const TerminalRequest& request) {
    JoinTicket ticket;
    if (!request.secret.empty()) {
        TRY(ticket, ticketFor(request.secret, JoinRole::terminal));
    }
    if (!isHexSha256(request.tokenHash))
        return makeError(BaseErrc::invalidArgument, "tokenHash: 64 lower-case hex digits are wanted");
    if (ticket.id != 0) return joinWithTicket(request, std::move(ticket));
    const TerminalId known = m_engine.world.fleet.findByControllerId(request.controllerId);
    if (known && m_engine.world.fleet.tokenMatches(known, request.tokenHash))
        return *m_engine.world.fleet.terminal(known);
    JoinQueue queue(m_engine);
    if (!queue.open()) return makeError(BaseErrc::denied, "a join code is wanted");
    return queue.ask(request, m_engine.world.clusters.begin()->first);
}

Result<Terminal> Joining::joinWithTicket(const TerminalRequest& request, JoinTicket ticket) {
    const std::string user = "terminal:" + request.controllerId;
    const auto known = m_engine.world.fleet.terminal(m_engine.world.fleet.findByControllerId(request.controllerId));
    const bool again = known && m_engine.world.fleet.tokenMatches(known->id, request.tokenHash);
    if (again && (ticket.uses > 1 || ticket.usedBy == user)) return *known;
    if (m_engine.world.pendingOf(request.controllerId)) return JoinQueue(m_engine).ask(request, ticket.cluster);
    if (ticket.used >= ticket.uses) return makeError(BaseErrc::denied, "the join code has been used");
    if (ticket.replaces && (!known || known->id != ticket.replaces))
        return makeError(BaseErrc::denied, "the join code is for new hardware of another terminal");
    const bool isExpected = known && known->tokenHash == kTokenExpected && !known->lastContact && !known->retiredAt;
    if (isExpected || ticket.replaces) {
        TRY(Terminal taken, takeOver(request, *known));
        spend(std::move(ticket), user);
        return taken;
    }
    if (ticket.approval && !known) {
        Error waits = JoinQueue(m_engine).ask(request, ticket.cluster);
        if (waits.code == BaseErrc::unavailable) spend(std::move(ticket), user);
        return waits;
    }
    Terminal terminal;
    terminal.controllerId = request.controllerId;
    terminal.name = request.name;
    terminal.platform = request.platform;
    terminal.cluster = ticket.cluster;
    terminal.tokenHash = request.tokenHash;
    TRY(terminal, addTerminal(std::move(terminal), user));
    spend(std::move(ticket), user);
    return terminal;
}

Result<Terminal> Joining::takeOver(const TerminalRequest& request, const Terminal& known) {
    CHECK(checkText("platform", request.platform, 64));
    const bool isReplaced = known.tokenHash != kTokenExpected;
    Terminal changed = known;
    changed.tokenHash = request.tokenHash;
    changed.platform = request.platform;
    if (isReplaced) {
        changed.attributes.clear();
        changed.installed.clear();
    }
    changed.attributesWanted = true;
    changed.byGateway = false;
    changed.retiredAt.reset();
    changed.cloneSeenAt.reset();
    m_engine.world.clones.forget(changed.id);
    m_engine.world.fleet.put(changed);
    m_engine.ledger.put(changed);
    m_engine.ledger.audit("terminal:" + changed.controllerId, isReplaced ? "terminal.replace" : "terminal.join",
                          "terminal:" + changed.controllerId, {{"platform", changed.platform}});
    m_engine.ledger.event("terminal", {{"id", changed.id.value}, {"state", isReplaced ? "replaced" : "joined"}});
    return changed;
}

/// The node with a new certificate for its address.
Result<Joining::JoinedNode> Joining::certify(Node node, std::string_view signingRequest) const {
    const auto cluster = m_engine.world.clusters.find(node.cluster);
    if (cluster == m_engine.world.clusters.end()) return makeError(BaseErrc::denied, "the node's cluster is gone");
    TRY(const http::Url url, http::parseUrl(node.url));
    trust::Subject subject;
    subject.commonName = node.name;
    subject.role = trust::Role::node;
    subject.hosts.push_back(url.host);
    JoinedNode joined;
    TRY(joined.certificatePem, m_engine.identity.authority().issue(signingRequest, subject, m_engine.clock.now()));
    TRY(const trust::CertificateInfo info, trust::inspectCertificate(joined.certificatePem));
    node.certificateEnds = info.notAfter;
    joined.node = std::move(node);
    joined.cluster = cluster->second.name;
    return joined;
}

Result<Joining::JoinedNode> Joining::joinNode(const NodeRequest& request) {
    TRY(JoinTicket ticket, ticketFor(request.secret, JoinRole::node));
    CHECK(checkText("name", request.name, 64));
    TRY(const http::Url url, http::parseUrl(request.url));
    if (url.scheme != "https") return makeError(BaseErrc::invalidArgument, "url: https is wanted");
    const NodeEntry* known = m_engine.world.nodeByName(request.name);
    const std::string user = "node:" + request.name;
    TRY(const std::string keyId, trust::requestedKeyId(request.signingRequest));
    // The key too: whoever finds a used code must not get a certificate in this node's name.
    const std::string used = user + " key:" + keyId;
    const bool again = ticket.usedBy == used && known && known->node.url == url.origin();
    if (!ticket.usedBy.empty() && !again) return makeError(BaseErrc::denied, "the join code has been used");
    const bool isBack = known && !again && known->node.cluster == ticket.cluster && known->node.certificateEnds &&
                        *known->node.certificateEnds <= m_engine.clock.now();
    if (known && !again && !isBack)
        return makeError(BaseErrc::alreadyExists, "node '" + request.name + "' has joined already");

    Node node = known ? known->node : Node();
    if (!known) {
        node.name = request.name;
        node.cluster = ticket.cluster;
        node.joinedAt = m_engine.clock.now();
    }
    node.url = url.origin();
    TRY(JoinedNode joined, certify(std::move(node), request.signingRequest));
    if (!known) joined.node.id = m_engine.world.nextNode();
    m_engine.world.nodes[joined.node.id].node = joined.node;
    m_engine.ledger.put(joined.node);
    if (again) return joined;
    m_engine.ledger.audit(user, isBack ? "node.rejoin" : "node.join", user,
                          {{"url", joined.node.url}, {"cluster", joined.cluster}});
    m_engine.ledger.event("node", {{"id", joined.node.id.value}, {"state", "joined"}});
    spend(std::move(ticket), used);
    return joined;
}

Result<Joining::JoinedNode> Joining::renewNode(std::string_view certificatePem, std::string_view request) {
    TRY(const trust::CertificateInfo held, m_engine.identity.checkIssued(certificatePem, m_engine.clock.now()));
    if (held.role != trust::roleName(trust::Role::node))
        return makeError(BaseErrc::denied, "the certificate is not a node's");
    TRY(const trust::PublicKey key, trust::certificateKey(certificatePem));
    TRY(const trust::NodeRenewal renewal, trust::verifyNodeRenewal(request, key));
    const NodeEntry* known = m_engine.world.nodeByName(held.commonName);
    if (renewal.issuer != m_engine.identity.managerId() || renewal.node != held.commonName)
        return makeError(BaseErrc::denied, "the request is for another node or manager");
    if (!known || known->node.kind != NodeKind::signalbox)
        return makeError(BaseErrc::denied, "there is no node '" + printable(held.commonName) + "' any more");
    // A certificate begins some minutes before it is issued. An older one is of another node that had this name.
    if (held.notBefore + kNodeSlack < known->node.joinedAt)
        return makeError(BaseErrc::denied, "the certificate is of an earlier node of that name");
    TRY(JoinedNode joined, certify(known->node, renewal.signingRequest));
    m_engine.world.nodes[joined.node.id].node = joined.node;
    m_engine.ledger.put(joined.node);
    TRY(const trust::CertificateInfo info, trust::inspectCertificate(joined.certificatePem));
    const std::string user = "node:" + joined.node.name;
    m_engine.ledger.audit(user, "certificate.renew", user,
                          {{"fingerprint", info.fingerprint}, {"notAfter", toRfc3339(info.notAfter)}});
    m_engine.ledger.event("node", {{"id", joined.node.id.value}, {"state", "renewed"}});
    return joined;
}

Result<Joining::NewTerminal> Joining::createTerminal(std::string controllerId, std::string name, std::string platform,
                                                     std::string_view clusterName, std::string_view actor) {
    const Cluster* cluster = m_engine.world.clusterByName(clusterName);
    if (!cluster) return makeError(BaseErrc::notFound, "there is no cluster '" + std::string(clusterName) + "'");
    NewTerminal made;
    made.token = toBase64Url(bytesOf(randomBytes(24)));
    Terminal terminal;
    terminal.controllerId = std::move(controllerId);
    terminal.name = std::move(name);
    terminal.platform = std::move(platform);
    terminal.cluster = cluster->id;
    terminal.tokenHash = sha256Hex(bytesOf(made.token));
    TRY(made.terminal, addTerminal(std::move(terminal), actor));
    return made;
}

Result<Terminal> Joining::admitTerminal(std::string controllerId, std::string platform, std::string_view clusterName,
                                        bool byGateway, std::string_view actor) {
    const Cluster* cluster = m_engine.world.clusterByName(clusterName);
    if (!cluster) return makeError(BaseErrc::notFound, "there is no cluster '" + std::string(clusterName) + "'");
    Terminal terminal;
    terminal.controllerId = std::move(controllerId);
    terminal.platform = std::move(platform);
    terminal.cluster = cluster->id;
    terminal.byGateway = byGateway;
    auto added = addTerminal(std::move(terminal), actor);
    return added;
}

}  // namespace signalbox::manager
