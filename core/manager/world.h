// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/fleet/fleet.h"
#include "core/manager/clone_watch.h"
#include "core/model/diagnostics.h"
#include "core/model/records.h"
#include "core/model/release.h"
#include "core/model/rollout.h"
#include "core/model/terminal.h"
#include "core/schedule/calendar.h"
#include "core/store/store.h"
#include "core/tuf/repository.h"

namespace signalbox::manager {

inline constexpr std::size_t kDeploymentStates = static_cast<std::size_t>(DeploymentState::superseded) + 1;

/// How many terminals of a phase are in which state. Those without a deployment yet count as waiting.
struct PhaseCounts {
    std::uint64_t terminals = 0;
    std::array<std::uint64_t, kDeploymentStates> inState{};
    std::uint64_t failedBefore = 0;  ///< of those failed: in an earlier rollout, nothing was tried in this one

    [[nodiscard]] std::uint64_t of(DeploymentState state) const { return inState[static_cast<std::size_t>(state)]; }
    [[nodiscard]] std::uint64_t succeeded() const { return of(DeploymentState::succeeded); }
    [[nodiscard]] std::uint64_t failures() const {
        return of(DeploymentState::failed) + of(DeploymentState::rolledBack);
    }
    [[nodiscard]] std::uint64_t ended() const;
    [[nodiscard]] static PhaseCounts waiting(std::uint64_t terminals);
    /// One terminal more or less; nullptr: it has no deployment and waits.
    void take(const Deployment* part);
    void drop(const Deployment* part);
    /// Those that decide the gate: not the ones that a newer rollout took over.
    [[nodiscard]] std::uint64_t deciding() const { return terminals - of(DeploymentState::superseded); }
};

/// A rollout with what is counted of it.
struct RolloutEntry {
    Rollout rollout;
    std::vector<fleet::TerminalSet> members;  ///< per phase; empty until the issue time
    std::vector<PhaseCounts> counts;          ///< per phase
    /// The same for those that decide gates and the breaker: without terminals known by a gateway's token alone and
    /// those that were taken out.
    std::vector<PhaseCounts> deciding;
    fleet::TerminalSet byGateway;                        ///< of all members
    std::shared_ptr<const schedule::Calendar> calendar;  ///< of the rollout's schedule, never null
    bool deadlineJudged = false;                         ///< since the start of the manager
    std::uint64_t audienceAt = 0;                        ///< the fleet's revision when newcomers were last looked for
    std::unordered_map<TerminalId, DeploymentId> deployments;
    std::uint64_t permitsOut = 0;  ///< of deployments that have not ended

    /// A deployment changed; `before` nullptr: it is new.
    void count(const Deployment* before, const Deployment& after);
    [[nodiscard]] std::optional<std::uint32_t> phaseOf(TerminalId terminal) const;
    [[nodiscard]] std::uint64_t terminals() const;
    [[nodiscard]] std::uint64_t failures() const;  ///< of those that decide, tried in this rollout
    [[nodiscard]] bool active() const;             ///< issuing, running or paused
};

struct NodeEntry {
    Node node;
    bool online = false;
    std::optional<TimePoint> lastSeen;
    std::uint64_t blobBytesSent = 0;         ///< to its readers, since it was started
    std::uint64_t damaged = 0;               ///< blobs that it found damaged, ever; told when it was last asked
    std::optional<std::uint64_t> freeBytes;  ///< on its disk; not told: unknown
    bool diskFull = false;                   ///< it takes no more packages
    std::string problem;                     ///< why it is out of reach; empty: it is not
    std::string told;                        ///< where the manager is and whom to trust, as the node last took it
    std::vector<std::string> authorities;    ///< fingerprints of those it trusts, as it last said
    std::string certificateAuthority;        ///< fingerprint of the one that issued the certificate it has, likewise
};

/// Everything the manager knows, in memory: what the store holds, indexed for its questions. One thread. Changing it
/// and putting the change into the ledger go together; see Ledger.
class World {
public:
    struct Loaded;
    /// From what the store holds. Blocking.
    [[nodiscard]] static Result<Loaded> load(store::Store& store);

    fleet::Fleet fleet;
    std::map<ClusterId, Cluster> clusters;
    std::map<NodeId, NodeEntry> nodes;
    std::map<NodeId, RegistryAccess> registries;  ///< of the nodes of kind registry
    std::map<ReleaseId, Release> releases;
    std::map<RolloutId, RolloutEntry> rollouts;
    std::map<std::pair<NodeId, ReleaseId>, NodeCopy> copies;
    std::map<std::int64_t, JoinTicket> tickets;
    std::map<std::int64_t, ApiToken> tokens;
    std::map<std::int64_t, Account> accounts;
    std::map<std::int64_t, PendingTerminal> pending;
    std::map<std::int64_t, SavedAudience> savedAudiences;
    std::map<TerminalId, TerminalDiagnostics> diagnostics;
    std::unordered_set<TerminalId> diagnosticsAwaited;  ///< those of them that a terminal has not answered
    fleet::TerminalSet otherClients;                    ///< polled last with a client that is not ours, since the start
    std::uint64_t clusterRulesAt = 0;         ///< the fleet's revision when the clusters' rules were last applied
    std::unordered_set<std::string> refused;  ///< token hashes of those an administrator did not let in
    CloneWatch clones;
    std::map<std::string, std::string> settings;
    tuf::Repository trust;  ///< changed by ReleaseTrust alone, which keeps it in the settings
    std::int64_t lastFeedback = 0;
    fleet::TerminalSet heardOf;            ///< contacts not yet written down
    fleet::TerminalSet knowNextAuthority;  ///< they trust the authority that will issue certificates

    /// Adds or replaces; keeps the phase's counters true.
    void putDeployment(const Deployment& deployment);
    [[nodiscard]] const Deployment* deployment(DeploymentId id) const;
    /// Newest first.
    [[nodiscard]] std::vector<const Deployment*> deploymentsOf(TerminalId terminal) const;
    /// nullptr: none is in that state.
    [[nodiscard]] const Deployment* newestDeployment(TerminalId terminal, DeploymentState state) const;
    /// Those that have a permit and have not ended, of any rollout.
    [[nodiscard]] const std::unordered_set<DeploymentId>& permitted() const { return m_permitted; }
    /// Those that were asked to stop and have not answered, of any rollout.
    [[nodiscard]] const std::unordered_set<DeploymentId>& cancelling() const { return m_cancelling; }
    /// Counts a line of the deployment's feedback; false when it has had as many as are kept.
    [[nodiscard]] bool countFeedback(DeploymentId id, std::uint32_t most) { return ++m_feedbackOf[id] <= most; }
    /// The one that is not final, if any.
    [[nodiscard]] const Deployment* activeDeployment(TerminalId terminal) const;
    void putMembers(RolloutId rollout, std::uint32_t phase, fleet::TerminalSet members);
    /// More terminals, that are in no phase yet, for its last phase.
    void addMembers(RolloutId rollout, const fleet::TerminalSet& more);
    void dropRollout(RolloutId rollout);
    /// After its state or priority changed: keeps running() true.
    void noteState(const Rollout& rollout);
    /// Rollouts that give offers, in the order in which they do: by priority, then the newest first.
    struct Turn {
        std::int64_t priority = 0;
        RolloutId rollout;
        friend bool operator<(const Turn& a, const Turn& b) {
            return a.priority != b.priority ? a.priority > b.priority : a.rollout.value > b.rollout.value;
        }
    };
    [[nodiscard]] const std::set<Turn>& running() const { return m_running; }

    void putTicket(const JoinTicket& ticket);
    /// nullptr: there is none.
    [[nodiscard]] const JoinTicket* ticketBySecret(const std::string& secretHash) const;
    void dropTicket(std::int64_t id);
    [[nodiscard]] const Account* accountByName(std::string_view name) const;
    /// Who waits under this identity; nullptr: nobody.
    [[nodiscard]] const PendingTerminal* pendingOf(std::string_view controllerId) const;

    [[nodiscard]] const SavedAudience* audienceByName(std::string_view name) const;  ///< nullptr: there is none
    [[nodiscard]] const Cluster* clusterByName(std::string_view name) const;
    [[nodiscard]] const NodeEntry* nodeByName(std::string_view name) const;
    [[nodiscard]] std::vector<const NodeEntry*> nodesOf(ClusterId cluster) const;
    [[nodiscard]] fleet::Fleet::Context fleetContext(TimePoint now) const;
    [[nodiscard]] Result<fleet::TerminalSet> terminalsOf(const Cluster& cluster, TimePoint now) const;

    ClusterId nextCluster() { return {++m_lastCluster}; }
    NodeId nextNode() { return {++m_lastNode}; }
    TerminalId nextTerminal() { return {++m_lastTerminal}; }
    ReleaseId nextRelease() { return {++m_lastRelease}; }
    RolloutId nextRollout() { return {++m_lastRollout}; }
    DeploymentId nextDeployment() { return {++m_lastDeployment}; }
    std::int64_t nextTicket() { return ++m_lastTicket; }
    std::int64_t nextToken() { return ++m_lastToken; }
    std::int64_t nextAccount() { return ++m_lastAccount; }
    std::int64_t nextPending() { return ++m_lastPending; }
    std::int64_t nextSavedAudience() { return ++m_lastSavedAudience; }

private:
    [[nodiscard]] Result<void> takeRollouts(store::Contents& contents);
    void takePeople(store::Contents& contents);
    void countPermit(const Deployment& deployment, bool out);

    std::unordered_map<DeploymentId, Deployment> m_deployments;
    std::unordered_set<DeploymentId> m_permitted;
    std::unordered_set<DeploymentId> m_cancelling;
    std::set<Turn> m_running;
    std::unordered_map<RolloutId, Turn> m_turnOf;                  ///< of those in m_running
    std::unordered_map<DeploymentId, std::uint32_t> m_feedbackOf;  ///< lines since the start, of those not ended
    std::unordered_map<std::string, std::int64_t> m_ticketBySecret;
    std::unordered_map<TerminalId, std::vector<DeploymentId>> m_ofTerminal;
    fleet::TerminalSet m_everDeployed;  ///< of m_ofTerminal: small, so that most polls look no further
    std::unordered_map<TerminalId, DeploymentId> m_activeOfTerminal;
    std::int64_t m_lastCluster = 0;
    std::int64_t m_lastNode = 0;
    std::int64_t m_lastTerminal = 0;
    std::int64_t m_lastRelease = 0;
    std::int64_t m_lastRollout = 0;
    std::int64_t m_lastDeployment = 0;
    std::int64_t m_lastTicket = 0;
    std::int64_t m_lastToken = 0;
    std::int64_t m_lastAccount = 0;
    std::int64_t m_lastPending = 0;
    std::int64_t m_lastSavedAudience = 0;
};

struct World::Loaded {
    World world;
    AuditEntry lastAudit;  ///< sequence 0 when there is none
};

}  // namespace signalbox::manager
