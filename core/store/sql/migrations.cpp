// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/migrations.h"

#include <array>
#include <string>

#include "core/store/sql/database.h"

namespace signalbox::store {
namespace {

// Times and durations are integer milliseconds, booleans 0 or 1, enumerations their names, columns ending in _json
// plain values nested in a row. No foreign keys: the manager keeps the relations and writes rows in any order, and
// history outlives what it speaks of.
// NOLINTBEGIN(bugprone-suspicious-missing-comma): statements of several lines are meant to join
const Migration kFirst{{
    "CREATE TABLE terminals (id {key} PRIMARY KEY, controller_id TEXT NOT NULL UNIQUE, name TEXT NOT NULL,"
    " platform TEXT NOT NULL, cluster BIGINT NOT NULL, token_hash TEXT NOT NULL, tags_json TEXT NOT NULL,"
    " attributes_json TEXT NOT NULL, installed_json TEXT NOT NULL, joined_at BIGINT NOT NULL,"
    " permit_sequence BIGINT NOT NULL)",
    // Apart from terminals: written often, and a hundred to a page instead of a handful.
    "CREATE TABLE terminal_contacts (terminal {key} PRIMARY KEY, at BIGINT NOT NULL)",
    "CREATE TABLE clusters (id {key} PRIMARY KEY, name TEXT NOT NULL, created_at BIGINT NOT NULL)",
    "CREATE TABLE nodes (id {key} PRIMARY KEY, name TEXT NOT NULL UNIQUE, cluster BIGINT NOT NULL, url TEXT NOT NULL,"
    " weight BIGINT NOT NULL, joined_at BIGINT NOT NULL)",
    "CREATE TABLE releases (id {key} PRIMARY KEY, product TEXT NOT NULL, version TEXT NOT NULL, channel TEXT NOT NULL,"
    " notes TEXT NOT NULL, state TEXT NOT NULL, packages_json TEXT NOT NULL, manifest_digest TEXT NOT NULL,"
    " approvals_json TEXT NOT NULL, created_by TEXT NOT NULL, created_at BIGINT NOT NULL)",
    "CREATE TABLE rollouts (id {key} PRIMARY KEY, name TEXT NOT NULL, release_id BIGINT NOT NULL,"
    " audience TEXT NOT NULL, phases_json TEXT NOT NULL, issue_time BIGINT, update_time BIGINT,"
    " permit_validity BIGINT NOT NULL, install_timeout BIGINT NOT NULL, offline_install BIGINT NOT NULL,"
    " sync_at_least BIGINT NOT NULL, breaker_count BIGINT NOT NULL, breaker_percent DOUBLE PRECISION NOT NULL,"
    " retry_count BIGINT NOT NULL, retry_back_off BIGINT NOT NULL, state TEXT NOT NULL, state_reason TEXT NOT NULL,"
    " paused_by_breaker BIGINT NOT NULL, failures_accepted BIGINT NOT NULL, current_phase BIGINT NOT NULL, created_by "
    "TEXT NOT NULL,"
    " created_at BIGINT NOT NULL, started_at BIGINT, ended_at BIGINT)",
    "CREATE TABLE phase_members (rollout BIGINT NOT NULL, phase BIGINT NOT NULL, bitmap {blob} NOT NULL,"
    " PRIMARY KEY (rollout, phase))",
    "CREATE TABLE deployments (id {key} PRIMARY KEY, rollout BIGINT NOT NULL, terminal BIGINT NOT NULL,"
    " phase BIGINT NOT NULL, state TEXT NOT NULL, wait_reason TEXT NOT NULL, next_try BIGINT, percent BIGINT NOT NULL,"
    " attempt BIGINT NOT NULL, permitted_at BIGINT, permit_sequence BIGINT NOT NULL,"
    " cancel_requested BIGINT NOT NULL, cause TEXT NOT NULL, message TEXT NOT NULL,"
    " log_tail TEXT NOT NULL, from_version TEXT NOT NULL, created_at BIGINT NOT NULL, changed_at BIGINT NOT NULL)",
    "CREATE TABLE node_copies (node BIGINT NOT NULL, release_id BIGINT NOT NULL, state TEXT NOT NULL,"
    " bytes_sent BIGINT NOT NULL, bytes_total BIGINT NOT NULL, attempts BIGINT NOT NULL, last_error TEXT NOT NULL,"
    " changed_at BIGINT NOT NULL, PRIMARY KEY (node, release_id))",
    "CREATE TABLE audit (sequence {key} PRIMARY KEY, at BIGINT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,"
    " subject TEXT NOT NULL, detail TEXT NOT NULL, hash TEXT NOT NULL)",
    "CREATE TABLE feedback (sequence {key} PRIMARY KEY, deployment BIGINT NOT NULL, at BIGINT NOT NULL,"
    " status TEXT NOT NULL, message TEXT NOT NULL)",
    "CREATE INDEX feedback_of_deployment ON feedback (deployment, sequence)",
    "CREATE TABLE join_tickets (id {key} PRIMARY KEY, role TEXT NOT NULL, secret_hash TEXT NOT NULL,"
    " cluster BIGINT NOT NULL, not_after BIGINT NOT NULL, used_by TEXT NOT NULL, created_by TEXT NOT NULL)",
    "CREATE TABLE api_tokens (id {key} PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, token_hash TEXT NOT NULL,"
    " created_at BIGINT NOT NULL)",
    "CREATE TABLE settings (name TEXT NOT NULL PRIMARY KEY, value {blob} NOT NULL)",
}};

const Migration kDdiModes{{
    "ALTER TABLE terminals ADD COLUMN attributes_wanted BIGINT NOT NULL DEFAULT 1",
    "ALTER TABLE terminals ADD COLUMN by_gateway BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE terminals ADD COLUMN auto_confirm_json TEXT NOT NULL DEFAULT '{}'",
    "ALTER TABLE rollouts ADD COLUMN install_mode TEXT NOT NULL DEFAULT 'forced'",
    "ALTER TABLE rollouts ADD COLUMN force_time BIGINT",
    "ALTER TABLE rollouts ADD COLUMN confirmation BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE rollouts ADD COLUMN priority BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE deployments ADD COLUMN awaits_confirmation BIGINT NOT NULL DEFAULT 0",
}};

const Migration kSchedules{{"ALTER TABLE rollouts ADD COLUMN schedule_json TEXT NOT NULL DEFAULT '{}'"}};

// Accounts, sessions, joining at scale.
const Migration kAccounts{{
    "ALTER TABLE terminals ADD COLUMN retired_at BIGINT",
    "ALTER TABLE terminals ADD COLUMN clone_seen_at BIGINT",
    "ALTER TABLE join_tickets ADD COLUMN uses BIGINT NOT NULL DEFAULT 1",
    "ALTER TABLE join_tickets ADD COLUMN used BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE join_tickets ADD COLUMN approval BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE join_tickets ADD COLUMN replaces_terminal BIGINT NOT NULL DEFAULT 0",
    "UPDATE join_tickets SET used = 1 WHERE used_by <> ''",
    "ALTER TABLE api_tokens ADD COLUMN not_after BIGINT",
    "ALTER TABLE api_tokens ADD COLUMN account BIGINT NOT NULL DEFAULT 0",
    "CREATE TABLE accounts (id {key} PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, password_hash TEXT NOT NULL,"
    " disabled BIGINT NOT NULL, created_at BIGINT NOT NULL, password_at BIGINT NOT NULL)",
    "CREATE TABLE pending_terminals (id {key} PRIMARY KEY, controller_id TEXT NOT NULL, name TEXT NOT NULL,"
    " platform TEXT NOT NULL, cluster BIGINT NOT NULL, token_hash TEXT NOT NULL, address TEXT NOT NULL,"
    " asked_at BIGINT NOT NULL, last_asked BIGINT NOT NULL)",
}};

// Phases and rollouts by more rules, prerequisites, rules of clusters, saved audiences.
const Migration kRolloutRules{{
    "ALTER TABLE rollouts ADD COLUMN takes_later BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE rollouts ADD COLUMN leaves_silent BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE rollouts ADD COLUMN rollback_of BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE releases ADD COLUMN prerequisites_json TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE clusters ADD COLUMN rule TEXT NOT NULL DEFAULT ''",
    "CREATE TABLE saved_audiences (id {key} PRIMARY KEY, name TEXT NOT NULL, filter TEXT NOT NULL,"
    " description TEXT NOT NULL, changed_by TEXT NOT NULL, changed_at BIGINT NOT NULL)",
}};

// What terminals are asked about themselves; how fast the terminals of a cluster may download.
const Migration kTerminalOperations{{
    "ALTER TABLE clusters ADD COLUMN bandwidth_limit BIGINT NOT NULL DEFAULT 0",
    "CREATE TABLE terminal_diagnostics (terminal {key} PRIMARY KEY, request BIGINT NOT NULL,"
    " requested_by TEXT NOT NULL, requested_at BIGINT NOT NULL, ended_at BIGINT, problem TEXT NOT NULL,"
    " bundle_at BIGINT, bundle_size BIGINT NOT NULL)",
}};

const Migration kNodeCare{{
    "ALTER TABLE nodes ADD COLUMN kind TEXT NOT NULL DEFAULT 'signalbox'",
    "ALTER TABLE nodes ADD COLUMN push_rate BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE nodes ADD COLUMN certificate_ends BIGINT",
    // Of the 397 days that every certificate had until now.
    "UPDATE nodes SET certificate_ends = joined_at + 34300800000",
    "CREATE TABLE registry_access (node {key} PRIMARY KEY, push_user TEXT NOT NULL, push_password TEXT NOT NULL,"
    " pull_user TEXT NOT NULL, pull_password TEXT NOT NULL, ca_pem TEXT NOT NULL)",
    "ALTER TABLE node_copies ADD COLUMN next_try BIGINT",
    "ALTER TABLE node_copies ADD COLUMN rate BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE releases ADD COLUMN withdrawn_at BIGINT",
    "ALTER TABLE releases ADD COLUMN dropped_at BIGINT",
}};

// What is done about a group of failures.
const Migration kFailureGroups{{
    "ALTER TABLE rollouts ADD COLUMN rollback_cause TEXT NOT NULL DEFAULT 'none'",
    "ALTER TABLE deployments ADD COLUMN is_excluded BIGINT NOT NULL DEFAULT 0",
}};
// NOLINTEND(bugprone-suspicious-missing-comma)

std::string inDialect(std::string_view statement, const Dialect& dialect) {
    std::string text(statement);
    const auto replaceAll = [&text](std::string_view from, std::string_view to) {
        for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
            text.replace(at, from.size(), to);
    };
    replaceAll("{key}", dialect.keyType());
    replaceAll("{blob}", dialect.blobType());
    return text;
}

Result<void> applyStep(Database& database, const Migration& step, std::int64_t version, TimePoint now) {
    for (const std::string_view statement : step.statements)
        CHECK(database.execute(inDialect(statement, database.dialect())));
    TRY(Statement * insert, database.prepare("INSERT INTO schema_version (version, at) VALUES (?, ?)"));
    insert->bind(version);
    insert->bind(now.time_since_epoch().count());
    return insert->run();
}

Result<void> inTransaction(Database& database, const Migration& step, std::int64_t version, TimePoint now) {
    CHECK(database.execute("BEGIN"));
    Result<void> done = applyStep(database, step, version, now);
    if (done) done = database.execute("COMMIT");
    if (!done) {
        [[maybe_unused]] const auto undone = database.execute("ROLLBACK");
        return std::move(done).error().within("schema version " + std::to_string(version));
    }
    return {};
}

}  // namespace

std::span<const Migration> migrations() {
    static const std::array<Migration, 8> all{kFirst,        kDdiModes,           kSchedules, kAccounts,
                                              kRolloutRules, kTerminalOperations, kNodeCare,  kFailureGroups};
    return all;
}

Result<void> migrate(Database& database, std::span<const Migration> steps, TimePoint now) {
    TRY(const bool known, database.dialect().hasSchema(database));
    if (!known)
        CHECK(database.execute(inDialect("CREATE TABLE schema_version (version {key} PRIMARY KEY, at BIGINT NOT NULL)",
                                         database.dialect())));
    TRY(const std::int64_t version, database.integer("SELECT MAX(version) FROM schema_version"));
    const auto newest = static_cast<std::int64_t>(steps.size());
    if (version > newest)
        return makeError(BaseErrc::unsupported, "the database has schema version " + std::to_string(version) +
                                                    ", this program knows up to " + std::to_string(newest));
    for (std::int64_t next = version + 1; next <= newest; ++next)
        CHECK(inTransaction(database, steps[static_cast<std::size_t>(next - 1)], next, now));
    return {};
}

}  // namespace signalbox::store
