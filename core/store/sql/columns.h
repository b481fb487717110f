// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sql/members.h"
#include "core/store/store.h"

namespace signalbox::store {

/// A table's name; its columns are visitColumns of the value a row holds.
template <class T>
inline constexpr const char* kTable = nullptr;
template <>
inline constexpr const char* kTable<Terminal> = "terminals";
template <>
inline constexpr const char* kTable<TerminalContact> = "terminal_contacts";
template <>
inline constexpr const char* kTable<Cluster> = "clusters";
template <>
inline constexpr const char* kTable<Node> = "nodes";
template <>
inline constexpr const char* kTable<RegistryAccess> = "registry_access";
template <>
inline constexpr const char* kTable<Release> = "releases";
template <>
inline constexpr const char* kTable<Rollout> = "rollouts";
template <>
inline constexpr const char* kTable<PhaseMembers> = "phase_members";
template <>
inline constexpr const char* kTable<Deployment> = "deployments";
template <>
inline constexpr const char* kTable<NodeCopy> = "node_copies";
template <>
inline constexpr const char* kTable<AuditEntry> = "audit";
template <>
inline constexpr const char* kTable<FeedbackEntry> = "feedback";
template <>
inline constexpr const char* kTable<JoinTicket> = "join_tickets";
template <>
inline constexpr const char* kTable<ApiToken> = "api_tokens";
template <>
inline constexpr const char* kTable<Account> = "accounts";
template <>
inline constexpr const char* kTable<PendingTerminal> = "pending_terminals";
template <>
inline constexpr const char* kTable<SavedAudience> = "saved_audiences";
template <>
inline constexpr const char* kTable<TerminalDiagnostics> = "terminal_diagnostics";
template <>
inline constexpr const char* kTable<Setting> = "settings";

// key(): part of what names the row. column(): a value. json(): nested values as JSON text. blob(): bytes.

template <class V>
void visitColumns(V& row, Maybe<Terminal> auto& t) {
    row.key("id", t.id);
    row.column("controller_id", t.controllerId);
    row.column("name", t.name);
    row.column("platform", t.platform);
    row.column("cluster", t.cluster);
    row.column("token_hash", t.tokenHash);
    row.json("tags_json", t.tags);
    row.json("attributes_json", t.attributes);
    row.json("installed_json", t.installed);
    row.column("joined_at", t.joinedAt);
    row.column("permit_sequence", t.permitSequence);
    row.column("retired_at", t.retiredAt);
    row.column("clone_seen_at", t.cloneSeenAt);
    row.column("attributes_wanted", t.attributesWanted);
    row.column("by_gateway", t.byGateway);
    row.json("auto_confirm_json", t.autoConfirm);
}

template <class V>
void visitColumns(V& row, Maybe<TerminalContact> auto& c) {
    row.key("terminal", c.id);
    row.column("at", c.at);
}

template <class V>
void visitColumns(V& row, Maybe<Cluster> auto& c) {
    row.key("id", c.id);
    row.column("name", c.name);
    row.column("created_at", c.createdAt);
    row.column("rule", c.rule);
    row.column("bandwidth_limit", c.bandwidthLimit);
}

template <class V>
void visitColumns(V& row, Maybe<Node> auto& n) {
    row.key("id", n.id);
    row.column("name", n.name);
    row.column("cluster", n.cluster);
    row.column("url", n.url);
    row.column("weight", n.weight);
    row.column("joined_at", n.joinedAt);
    row.column("kind", n.kind);
    row.column("push_rate", n.pushRate);
    row.column("certificate_ends", n.certificateEnds);
}

template <class V>
void visitColumns(V& row, Maybe<RegistryAccess> auto& a) {
    row.key("node", a.node);
    row.column("push_user", a.user);
    row.column("push_password", a.password);
    row.column("pull_user", a.pullUser);
    row.column("pull_password", a.pullPassword);
    row.column("ca_pem", a.caPem);
}

template <class V>
void visitColumns(V& row, Maybe<Release> auto& r) {
    row.key("id", r.id);
    row.column("product", r.product);
    row.column("version", r.version);
    row.column("channel", r.channel);
    row.column("notes", r.notes);
    row.column("state", r.state);
    row.json("packages_json", r.packages);
    row.column("manifest_digest", r.manifestDigest);
    row.json("approvals_json", r.approvals);
    row.json("prerequisites_json", r.prerequisites);
    row.column("created_by", r.createdBy);
    row.column("created_at", r.createdAt);
    row.column("withdrawn_at", r.withdrawnAt);
    row.column("dropped_at", r.droppedAt);
}

template <class V>
void visitColumns(V& row, Maybe<Rollout> auto& r) {
    row.key("id", r.id);
    row.column("name", r.name);
    row.column("release_id", r.release);
    row.column("audience", r.audience);
    row.json("phases_json", r.phases);
    row.column("issue_time", r.issueTime);
    row.column("update_time", r.updateTime);
    row.json("schedule_json", r.schedule);
    row.column("permit_validity", r.permitValidity);
    row.column("install_timeout", r.installTimeout);
    row.column("offline_install", r.offlineInstall);
    row.column("install_mode", r.installMode);
    row.column("force_time", r.forceTime);
    row.column("confirmation", r.confirmation);
    row.column("priority", r.priority);
    row.column("sync_at_least", r.syncGate.atLeast);
    row.column("breaker_count", r.breaker.count);
    row.column("breaker_percent", r.breaker.percent);
    row.column("retry_count", r.retry.count);
    row.column("retry_back_off", r.retry.backOff);
    row.column("takes_later", r.takesLater);
    row.column("leaves_silent", r.leavesSilent);
    row.column("rollback_of", r.rollbackOf);
    row.column("rollback_cause", r.rollbackCause);
    row.column("state", r.state);
    row.column("state_reason", r.stateReason);
    row.column("paused_by_breaker", r.pausedByBreaker);
    row.column("failures_accepted", r.failuresAccepted);
    row.column("current_phase", r.currentPhase);
    row.column("created_by", r.createdBy);
    row.column("created_at", r.createdAt);
    row.column("started_at", r.startedAt);
    row.column("ended_at", r.endedAt);
}

template <class V>
void visitColumns(V& row, Maybe<PhaseMembers> auto& m) {
    row.key("rollout", m.rollout);
    row.key("phase", m.phase);
    row.blob("bitmap", m.bitmap);
}

template <class V>
void visitColumns(V& row, Maybe<Deployment> auto& d) {
    row.key("id", d.id);
    row.column("rollout", d.rollout);
    row.column("terminal", d.terminal);
    row.column("phase", d.phase);
    row.column("state", d.state);
    row.column("wait_reason", d.waitReason);
    row.column("next_try", d.nextTry);
    row.column("percent", d.percent);
    row.column("attempt", d.attempt);
    row.column("permitted_at", d.permittedAt);
    row.column("permit_sequence", d.permitSequence);
    row.column("cancel_requested", d.cancelRequested);
    row.column("awaits_confirmation", d.awaitsConfirmation);
    row.column("is_excluded", d.excluded);
    row.column("cause", d.cause);
    row.column("message", d.message);
    row.column("log_tail", d.logTail);
    row.column("from_version", d.fromVersion);
    row.column("created_at", d.createdAt);
    row.column("changed_at", d.changedAt);
}

template <class V>
void visitColumns(V& row, Maybe<NodeCopy> auto& c) {
    row.key("node", c.node);
    row.key("release_id", c.release);
    row.column("state", c.state);
    row.column("bytes_sent", c.bytesSent);
    row.column("bytes_total", c.bytesTotal);
    row.column("attempts", c.attempts);
    row.column("last_error", c.lastError);
    row.column("changed_at", c.changedAt);
    row.column("next_try", c.nextTry);
    row.column("rate", c.rate);
}

template <class V>
void visitColumns(V& row, Maybe<AuditEntry> auto& e) {
    row.key("sequence", e.sequence);
    row.column("at", e.at);
    row.column("actor", e.actor);
    row.column("action", e.action);
    row.column("subject", e.subject);
    row.column("detail", e.detail);
    row.column("hash", e.hash);
}

template <class V>
void visitColumns(V& row, Maybe<FeedbackEntry> auto& e) {
    row.key("sequence", e.sequence);
    row.column("deployment", e.deployment);
    row.column("at", e.at);
    row.column("status", e.status);
    row.column("message", e.message);
}

template <class V>
void visitColumns(V& row, Maybe<JoinTicket> auto& t) {
    row.key("id", t.id);
    row.column("role", t.role);
    row.column("secret_hash", t.secretHash);
    row.column("cluster", t.cluster);
    row.column("not_after", t.notAfter);
    row.column("used_by", t.usedBy);
    row.column("created_by", t.createdBy);
    row.column("uses", t.uses);
    row.column("used", t.used);
    row.column("approval", t.approval);
    row.column("replaces_terminal", t.replaces);
}

template <class V>
void visitColumns(V& row, Maybe<PendingTerminal> auto& t) {
    row.key("id", t.id);
    row.column("controller_id", t.controllerId);
    row.column("name", t.name);
    row.column("platform", t.platform);
    row.column("cluster", t.cluster);
    row.column("token_hash", t.tokenHash);
    row.column("address", t.address);
    row.column("asked_at", t.askedAt);
    row.column("last_asked", t.lastAsked);
}

template <class V>
void visitColumns(V& row, Maybe<SavedAudience> auto& a) {
    row.key("id", a.id);
    row.column("name", a.name);
    row.column("filter", a.filter);
    row.column("description", a.description);
    row.column("changed_by", a.changedBy);
    row.column("changed_at", a.changedAt);
}

template <class V>
void visitColumns(V& row, Maybe<TerminalDiagnostics> auto& d) {
    row.key("terminal", d.terminal);
    row.column("request", d.request);
    row.column("requested_by", d.requestedBy);
    row.column("requested_at", d.requestedAt);
    row.column("ended_at", d.endedAt);
    row.column("problem", d.problem);
    row.column("bundle_at", d.bundleAt);
    row.column("bundle_size", d.bundleSize);
}

template <class V>
void visitColumns(V& row, Maybe<Account> auto& a) {
    row.key("id", a.id);
    row.column("name", a.name);
    row.column("role", a.role);
    row.column("password_hash", a.passwordHash);
    row.column("disabled", a.disabled);
    row.column("created_at", a.createdAt);
    row.column("password_at", a.passwordAt);
}

template <class V>
void visitColumns(V& row, Maybe<ApiToken> auto& t) {
    row.key("id", t.id);
    row.column("name", t.name);
    row.column("role", t.role);
    row.column("token_hash", t.tokenHash);
    row.column("created_at", t.createdAt);
    row.column("not_after", t.notAfter);
    row.column("account", t.account);
}

template <class V>
void visitColumns(V& row, Maybe<Setting> auto& s) {
    row.key("name", s.key);
    row.blob("value", s.value);
}

}  // namespace signalbox::store
