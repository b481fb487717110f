// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/world.h"

#include <algorithm>

#include "core/base/memory.h"
#include "core/manager/release_trust.h"

namespace signalbox::manager {
namespace {

bool wasNotTried(const Deployment& deployment) {
    return deployment.state == DeploymentState::failed && deployment.cause == FailureCause::failedBefore;
}

}  // namespace

std::uint64_t PhaseCounts::ended() const {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < inState.size(); ++i)
        if (isFinal(static_cast<DeploymentState>(i))) sum += inState[i];
    return sum;
}

PhaseCounts PhaseCounts::waiting(std::uint64_t terminals) {
    PhaseCounts counts;
    counts.terminals = terminals;
    counts.inState[static_cast<std::size_t>(DeploymentState::waiting)] = terminals;
    return counts;
}

void PhaseCounts::take(const Deployment* part) {
    ++terminals;
    ++inState[static_cast<std::size_t>(part ? part->state : DeploymentState::waiting)];
    if (part && wasNotTried(*part)) ++failedBefore;
}

void PhaseCounts::drop(const Deployment* part) {
    --terminals;
    --inState[static_cast<std::size_t>(part ? part->state : DeploymentState::waiting)];
    if (part && wasNotTried(*part)) --failedBefore;
}

void RolloutEntry::count(const Deployment* before, const Deployment& after) {
    if (after.phase >= counts.size()) return;
    counts[after.phase].drop(before);
    counts[after.phase].take(&after);
    if (byGateway.contains(after.terminal)) return;
    if (!before || !before->excluded) deciding[after.phase].drop(before);
    if (!after.excluded) deciding[after.phase].take(&after);
}

std::optional<std::uint32_t> RolloutEntry::phaseOf(TerminalId terminal) const {
    for (std::uint32_t phase = 0; phase < members.size(); ++phase)
        if (members[phase].contains(terminal)) return phase;
    return std::nullopt;
}

std::uint64_t RolloutEntry::terminals() const {
    std::uint64_t sum = 0;
    for (const PhaseCounts& count : counts)
        sum += count.terminals;
    return sum;
}

std::uint64_t RolloutEntry::failures() const {
    std::uint64_t sum = 0;
    for (const PhaseCounts& count : deciding)
        sum += count.failures() - count.failedBefore;
    return sum;
}

bool RolloutEntry::active() const {
    return rollout.state == RolloutState::issuing || rollout.state == RolloutState::running ||
           rollout.state == RolloutState::paused;
}

Result<World::Loaded> World::load(store::Store& store) {
    World world;
    const auto take = [&world](Terminal&& terminal) {
        world.m_lastTerminal = std::max(world.m_lastTerminal, terminal.id.value);
        world.fleet.put(terminal);
    };
    TRY(store::Contents contents, store.load(take));
    for (Cluster& cluster : contents.clusters) {
        world.m_lastCluster = std::max(world.m_lastCluster, cluster.id.value);
        world.clusters[cluster.id] = std::move(cluster);
    }
    for (Node& node : contents.nodes) {
        world.m_lastNode = std::max(world.m_lastNode, node.id.value);
        const NodeId id = node.id;
        world.nodes[id].node = std::move(node);
    }
    for (RegistryAccess& access : contents.registryAccess) {
        const NodeId id = access.node;
        world.registries[id] = std::move(access);
    }
    for (Release& release : contents.releases) {
        world.m_lastRelease = std::max(world.m_lastRelease, release.id.value);
        const ReleaseId id = release.id;
        world.releases[id] = std::move(release);
    }
    CHECK(world.takeRollouts(contents));
    for (NodeCopy& copy : contents.copies) {
        const auto key = std::pair(copy.node, copy.release);
        world.copies[key] = std::move(copy);
    }
    world.takePeople(contents);
    for (store::Setting& setting : contents.settings) {
        if (setting.key == store::kDeploymentsFrom)
            world.m_lastDeployment = std::max<std::int64_t>(world.m_lastDeployment, std::atoll(setting.value.c_str()));
        world.settings[setting.key] = std::move(setting.value);
    }
    CHECK(ReleaseTrust::load(world));
    world.lastFeedback = contents.lastFeedback;
    contents.deployments = {};
    giveFreedMemoryBack();
    return Loaded{std::move(world), std::move(contents.lastAudit)};
}

/// With who is in their phases and how far each terminal is.
Result<void> World::takeRollouts(store::Contents& contents) {
    for (Rollout& rollout : contents.rollouts) {
        m_lastRollout = std::max(m_lastRollout, rollout.id.value);
        const RolloutId id = rollout.id;
        noteState(rollout);
        auto calendar = schedule::Calendar::make(rollout.schedule);
        // It was checked when it was planned; a zone may be gone from this system since.
        if (!calendar) return std::move(calendar).error().within("rollout " + std::to_string(id.value));
        rollouts[id].calendar = std::move(*calendar);
        rollouts[id].rollout = std::move(rollout);
    }
    for (const store::PhaseMembers& row : contents.phaseMembers) {
        TRY(fleet::TerminalSet members, fleet::TerminalSet::deserialize(row.bitmap));
        // A terminal that was removed lives on in here: nobody else may get its id.
        members.forEach([this](TerminalId id) {
            m_lastTerminal = std::max(m_lastTerminal, id.value);
            return true;
        });
        putMembers(row.rollout, row.phase, std::move(members));
    }
    for (const Deployment& deployment : contents.deployments) {
        m_lastDeployment = std::max(m_lastDeployment, deployment.id.value);
        m_lastTerminal = std::max(m_lastTerminal, deployment.terminal.value);
        putDeployment(deployment);
    }
    return {};
}

/// Who may come in, and who asks to.
void World::takePeople(store::Contents& contents) {
    for (const JoinTicket& ticket : contents.joinTickets) {
        m_lastTicket = std::max(m_lastTicket, ticket.id);
        putTicket(ticket);
    }
    for (ApiToken& token : contents.apiTokens) {
        m_lastToken = std::max(m_lastToken, token.id);
        const std::int64_t id = token.id;
        tokens[id] = std::move(token);
    }
    for (Account& account : contents.accounts) {
        m_lastAccount = std::max(m_lastAccount, account.id);
        const std::int64_t id = account.id;
        accounts[id] = std::move(account);
    }
    for (PendingTerminal& waiting : contents.pendingTerminals) {
        m_lastPending = std::max(m_lastPending, waiting.id);
        const std::int64_t id = waiting.id;
        pending[id] = std::move(waiting);
    }
    for (SavedAudience& audience : contents.savedAudiences) {
        m_lastSavedAudience = std::max(m_lastSavedAudience, audience.id);
        const std::int64_t id = audience.id;
        savedAudiences[id] = std::move(audience);
    }
    for (TerminalDiagnostics& asked : contents.diagnostics) {
        const TerminalId id = asked.terminal;
        if (!asked.endedAt) diagnosticsAwaited.insert(id);
        diagnostics[id] = std::move(asked);
    }
}

void World::putDeployment(const Deployment& deployment) {
    const auto entry = rollouts.find(deployment.rollout);
    const auto [place, isNew] = m_deployments.try_emplace(deployment.id);
    if (entry != rollouts.end()) {
        entry->second.deployments[deployment.terminal] = deployment.id;
        entry->second.count(isNew ? nullptr : &place->second, deployment);
    }
    if (!isNew) countPermit(place->second, false);
    place->second = deployment;
    countPermit(deployment, true);
    if (deployment.cancelRequested && !isFinal(deployment.state))
        m_cancelling.insert(deployment.id);
    else
        m_cancelling.erase(deployment.id);
    if (isFinal(deployment.state)) m_feedbackOf.erase(deployment.id);
    if (isNew) {
        m_ofTerminal[deployment.terminal].push_back(deployment.id);
        m_everDeployed.add(deployment.terminal);
    }
    if (!isFinal(deployment.state))
        m_activeOfTerminal[deployment.terminal] = deployment.id;
    else if (const auto active = m_activeOfTerminal.find(deployment.terminal);
             active != m_activeOfTerminal.end() && active->second == deployment.id)
        m_activeOfTerminal.erase(active);
}

void World::dropRollout(RolloutId rollout) {
    if (const auto turn = m_turnOf.find(rollout); turn != m_turnOf.end()) m_running.erase(turn->second);
    m_turnOf.erase(rollout);
    rollouts.erase(rollout);
}

void World::noteState(const Rollout& rollout) {
    if (const auto turn = m_turnOf.find(rollout.id); turn != m_turnOf.end()) {
        m_running.erase(turn->second);
        m_turnOf.erase(turn);
    }
    if (rollout.state != RolloutState::running) return;
    m_turnOf[rollout.id] = {rollout.priority, rollout.id};
    m_running.insert({rollout.priority, rollout.id});
}

void World::countPermit(const Deployment& deployment, bool out) {
    if (!deployment.permittedAt || isFinal(deployment.state)) return;
    const auto entry = rollouts.find(deployment.rollout);
    if (entry != rollouts.end()) entry->second.permitsOut += out ? 1 : -1;
    if (out)
        m_permitted.insert(deployment.id);
    else
        m_permitted.erase(deployment.id);
}

const Deployment* World::deployment(DeploymentId id) const {
    const auto found = m_deployments.find(id);
    return found == m_deployments.end() ? nullptr : &found->second;
}

std::vector<const Deployment*> World::deploymentsOf(TerminalId terminal) const {
    std::vector<const Deployment*> found;
    const auto ids = m_ofTerminal.find(terminal);
    if (ids == m_ofTerminal.end()) return found;
    for (auto id = ids->second.rbegin(); id != ids->second.rend(); ++id)
        found.push_back(deployment(*id));
    return found;
}

const Deployment* World::newestDeployment(TerminalId terminal, DeploymentState state) const {
    if (!m_everDeployed.contains(terminal)) return nullptr;
    const auto ids = m_ofTerminal.find(terminal);
    if (ids == m_ofTerminal.end()) return nullptr;
    for (auto id = ids->second.rbegin(); id != ids->second.rend(); ++id)
        if (const Deployment* found = deployment(*id); found->state == state) return found;
    return nullptr;
}

const Deployment* World::activeDeployment(TerminalId terminal) const {
    if (!m_everDeployed.contains(terminal)) return nullptr;
    const auto active = m_activeOfTerminal.find(terminal);
    return active == m_activeOfTerminal.end() ? nullptr : deployment(active->second);
}

void World::putMembers(RolloutId rollout, std::uint32_t phase, fleet::TerminalSet members) {
    const auto found = rollouts.find(rollout);
    if (found == rollouts.end()) return;
    RolloutEntry& entry = found->second;
    if (entry.members.size() <= phase) {
        entry.members.resize(phase + 1);
        entry.counts.resize(phase + 1);
        entry.deciding.resize(phase + 1);
    }
    fleet::TerminalSet gateways = members;
    gateways &= fleet.byGateway();
    entry.counts[phase] = PhaseCounts::waiting(members.count());
    entry.deciding[phase] = PhaseCounts::waiting(members.count() - gateways.count());
    entry.byGateway |= gateways;
    entry.members[phase] = std::move(members);
}

void World::addMembers(RolloutId rollout, const fleet::TerminalSet& more) {
    RolloutEntry& entry = rollouts.at(rollout);
    fleet::TerminalSet gateways = more;
    gateways &= fleet.byGateway();
    const auto grow = [](PhaseCounts& counts, std::uint64_t by) {
        counts.terminals += by;
        counts.inState[static_cast<std::size_t>(DeploymentState::waiting)] += by;
    };
    grow(entry.counts.back(), more.count());
    grow(entry.deciding.back(), more.count() - gateways.count());
    entry.byGateway |= gateways;
    entry.members.back() |= more;
}

void World::putTicket(const JoinTicket& ticket) {
    m_ticketBySecret[ticket.secretHash] = ticket.id;
    tickets[ticket.id] = ticket;
}

const JoinTicket* World::ticketBySecret(const std::string& secretHash) const {
    const auto id = m_ticketBySecret.find(secretHash);
    return id == m_ticketBySecret.end() ? nullptr : &tickets.at(id->second);
}

void World::dropTicket(std::int64_t id) {
    const auto found = tickets.find(id);
    if (found == tickets.end()) return;
    m_ticketBySecret.erase(found->second.secretHash);
    tickets.erase(found);
}

const Account* World::accountByName(std::string_view name) const {
    for (const auto& [id, account] : accounts)
        if (account.name == name) return &account;
    return nullptr;
}

const PendingTerminal* World::pendingOf(std::string_view controllerId) const {
    for (const auto& [id, waiting] : pending)
        if (waiting.controllerId == controllerId) return &waiting;
    return nullptr;
}

const SavedAudience* World::audienceByName(std::string_view name) const {
    for (const auto& [id, audience] : savedAudiences)
        if (filter::equalName(audience.name, name)) return &audience;
    return nullptr;
}

const Cluster* World::clusterByName(std::string_view name) const {
    for (const auto& [id, cluster] : clusters)
        if (cluster.name == name) return &cluster;
    return nullptr;
}

const NodeEntry* World::nodeByName(std::string_view name) const {
    for (const auto& [id, entry] : nodes)
        if (entry.node.name == name) return &entry;
    return nullptr;
}

std::vector<const NodeEntry*> World::nodesOf(ClusterId cluster) const {
    std::vector<const NodeEntry*> found;
    for (const auto& [id, entry] : nodes)
        if (entry.node.cluster == cluster) found.push_back(&entry);
    return found;
}

Result<fleet::TerminalSet> World::terminalsOf(const Cluster& cluster, TimePoint now) const {
    filter::Comparison ofCluster;
    ofCluster.field.kind = filter::FieldKind::cluster;
    ofCluster.op = filter::Operator::in;  // no wildcards: a cluster may be named "*"
    ofCluster.values.push_back(cluster.name);
    return fleet.select({ofCluster}, fleetContext(now));
}

fleet::Fleet::Context World::fleetContext(TimePoint now) const {
    fleet::Fleet::Context context{now, {}};
    for (const auto& [id, cluster] : clusters)
        context.clusters.push_back(cluster);
    return context;
}

}  // namespace signalbox::manager
