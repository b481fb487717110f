// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/tasks.h"
#include "core/model/diagnostics.h"
#include "core/model/records.h"
#include "core/model/release.h"
#include "core/model/rollout.h"
#include "core/model/terminal.h"

namespace signalbox::store {

/// Which terminals a phase of a rollout took when it started: a TerminalSet, serialized.
struct PhaseMembers {
    RolloutId rollout;
    std::uint32_t phase = 0;
    std::string bitmap;
};

/// One value of the manager's own: its keys, its settings. Secrets among them lie in a database file of mode 0600.
struct Setting {
    std::string key;
    std::string value;
};

/// The setting that says above which number deployments are counted: a manager that was restored counts on from far
/// above what its predecessor may have given out.
inline constexpr const char* kDeploymentsFrom = "deployments.from";

/// The setting that says, where it has a value, that a manager was restored and its metadata has not yet gone ahead of
/// what its predecessor may have published.
inline constexpr const char* kMetadataBehind = "tuf.behind";

/// A blob's bytes are no longer needed by this copy.
struct CopyRemoved {
    NodeId node;
    ReleaseId release;
};

struct TerminalRemoved {
    TerminalId id;
};

/// With its RegistryAccess.
struct NodeRemoved {
    NodeId id;
};

struct ClusterRemoved {
    ClusterId id;
};

struct ReleaseRemoved {
    ReleaseId id;
};

/// With its phase members.
struct RolloutRemoved {
    RolloutId id;
};

struct ApiTokenRemoved {
    std::int64_t id = 0;
};

struct AccountRemoved {
    std::int64_t id = 0;
};

struct JoinTicketRemoved {
    std::int64_t id = 0;
};

struct PendingTerminalRemoved {
    std::int64_t id = 0;
};

struct SavedAudienceRemoved {
    std::int64_t id = 0;
};

struct DiagnosticsRemoved {
    TerminalId terminal;
};

/// A terminal was heard of; kept apart from Terminal because it is frequent. May be written late and in bulk.
struct TerminalContact {
    TerminalId id;
    TimePoint at;
};

/// One row put whole: inserted, or replacing the row with that id. Ids are the caller's (the manager counts).
using Change = std::variant<Terminal, TerminalRemoved, TerminalContact, Cluster, ClusterRemoved, Node, NodeRemoved,
                            RegistryAccess, Release, ReleaseRemoved, Rollout, RolloutRemoved, PhaseMembers, Deployment,
                            NodeCopy, CopyRemoved, AuditEntry, FeedbackEntry, JoinTicket, JoinTicketRemoved, ApiToken,
                            ApiTokenRemoved, Setting, Account, AccountRemoved, PendingTerminal, PendingTerminalRemoved,
                            SavedAudience, SavedAudienceRemoved, TerminalDiagnostics, DiagnosticsRemoved>;

/// Everything the manager keeps in memory, in order of id.
struct Contents {
    std::vector<Terminal> terminals;
    std::vector<Cluster> clusters;
    std::vector<Node> nodes;
    std::vector<RegistryAccess> registryAccess;
    std::vector<Release> releases;
    std::vector<Rollout> rollouts;
    std::vector<PhaseMembers> phaseMembers;
    std::vector<Deployment> deployments;
    std::vector<NodeCopy> copies;
    std::vector<JoinTicket> joinTickets;
    std::vector<ApiToken> apiTokens;
    std::vector<Account> accounts;
    std::vector<PendingTerminal> pendingTerminals;
    std::vector<SavedAudience> savedAudiences;
    std::vector<TerminalDiagnostics> diagnostics;
    std::vector<Setting> settings;
    AuditEntry lastAudit;           ///< sequence 0 when there is none
    std::int64_t lastFeedback = 0;  ///< highest sequence
};

/// Where the manager's state lives. Calls resume on the caller's executor. One process at a time (a lock).
class Store {
public:
    virtual ~Store() = default;

    /// Takes each terminal, in order of id, on the thread that called load().
    using TakeTerminal = std::function<void(Terminal&&)>;
    /// Blocking; once, before anything else. Terminals go to `take` as they are read, since a large fleet as values
    /// would be many times what it is in the end; the contents have all the rest.
    [[nodiscard]] virtual Result<Contents> load(const TakeTerminal& take) = 0;
    /// With the terminals among the contents.
    [[nodiscard]] Result<Contents> load();

    /// Puts the changes in one transaction and resumes once they are on disk. Callers are grouped into one commit, each
    /// behind a savepoint of its own: the error of one (its changes are undone) harms no other. Order of calls is kept.
    [[nodiscard]] virtual Task<void> commit(std::vector<Change> changes) = 0;

    /// Entries with a sequence above `after`, ascending.
    [[nodiscard]] virtual Task<std::vector<FeedbackEntry>> feedback(DeploymentId deployment, std::int64_t after,
                                                                    std::size_t limit) = 0;
    [[nodiscard]] virtual Task<std::vector<AuditEntry>> audit(std::int64_t after, std::size_t limit) = 0;
    /// Entries with a sequence below `before`, newest first.
    [[nodiscard]] virtual Task<std::vector<AuditEntry>> auditBefore(std::int64_t before, std::size_t limit) = 0;
    /// Writes a whole copy of what is committed to `file`, which must not be there; others go on writing meanwhile.
    [[nodiscard]] virtual Task<void> copyTo(std::string file) = 0;

    /// Blocking: commits what waits, then closes.
    virtual void close() = 0;
};

/// SQLite in `file` (made with mode 0600 where there is none): WAL, synchronous=FULL, migrated to the newest schema.
/// BaseErrc::unsupported when a newer program made it; BaseErrc::unavailable when another process has it open;
/// BaseErrc::corrupt when it is no database.
[[nodiscard]] Result<std::unique_ptr<Store>> openSqliteStore(const std::string& file);

/// Writes a whole copy of what is committed in a database that another process may have open and write to. `to` must
/// not be there. Blocking.
[[nodiscard]] Result<void> copySqliteFile(const std::string& from, const std::string& to);

}  // namespace signalbox::store
