// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adminclient/answers.h"
#include "core/model/json_members.h"
#include "core/model/names.h"

/// The members of the admin API's answers; see core/model/json_members.h. Internal to this room.
namespace signalbox::shape {

inline constexpr Bound kPageEntries{0, 100000};
inline constexpr Bound kCodes{0, 10000};
inline constexpr Bound kMetadata{0, 8 << 20};  ///< bytes of a metadata file

template <class Visitor, class T>
void members(Visitor& visit, adminclient::Page<T>& page) {
    visit("items", page.items, kPageEntries);
    visit("next", page.next, kUnbounded);
    visit("total", page.total, kUnbounded);
}

template <class Visitor>
void members(Visitor&, adminclient::Nothing&) {}

template <class Visitor>
void members(Visitor& visit, adminclient::ManagerStatus::Certificate& certificate) {
    visit("holder", certificate.holder, kLine);
    visit("notAfter", certificate.notAfter);
}

template <class Visitor>
void members(Visitor& visit, adminclient::AlarmInfo& alarm) {
    visit("kind", alarm.kind, kName);
    visit("subject", alarm.subject, kName);
    visit("text", alarm.text, kText);
    visit("at", alarm.at);
}

template <class Visitor>
void members(Visitor& visit, adminclient::BackupSummary& backup) {
    visit("running", backup.running);
    visit("lastSuccess", backup.lastSuccess);
    visit("nextDue", backup.nextDue);
    visit("overdue", backup.overdue);
}

template <class Visitor>
void members(Visitor& visit, adminclient::BackupSettingsInfo& settings) {
    visit("folder", settings.folder, kLine);
    visit("everySeconds", settings.everySeconds, kUnbounded);
    visit("keep", settings.keep, kUnbounded);
    visit("packages", settings.packages);
    visit("passphraseSet", settings.passphraseSet);
}

template <class Visitor>
void members(Visitor& visit, adminclient::BackupRunInfo& run) {
    visit("startedAt", run.startedAt);
    visit("startedBy", run.startedBy, kName);
    visit("bytesDone", run.bytesDone, kUnbounded);
    visit("bytesTotal", run.bytesTotal, kUnbounded);
}

template <class Visitor>
void members(Visitor& visit, adminclient::BackupFileInfo& file) {
    visit("name", file.name, kName);
    visit("size", file.size, kUnbounded);
    visit("createdAt", file.createdAt);
}

template <class Visitor>
void members(Visitor& visit, adminclient::BackupsInfo& backups) {
    visit("running", backups.running);
    visit("lastSuccess", backups.lastSuccess);
    visit("lastFile", backups.lastFile, kName);
    visit("lastFailure", backups.lastFailure);
    visit("lastError", backups.lastError, kText);
    visit("nextDue", backups.nextDue);
    visit("overdue", backups.overdue);
    visit("files", backups.files, kPageEntries);
}

template <class Visitor>
void members(Visitor& visit, adminclient::ManagerStatus& status) {
    visit("version", status.version, kName);
    visit("managerId", status.managerId, kName);
    visit("startedAt", status.startedAt);
    visit("ddiUrl", status.ddiUrl, kLine);
    visit("adminUrl", status.adminUrl, kLine);
    visit("terminals", status.terminals, kUnbounded);
    visit("nodes", status.nodes, kUnbounded);
    visit("rolloutsActive", status.rolloutsActive, kUnbounded);
    visit("caFingerprint", status.caFingerprint, kName);
    visit("certificates", status.certificates, kCodes);
    visit("backup", status.backup);
    visit("alarms", status.alarms, kFewEntries);
}

template <class Visitor>
void members(Visitor& visit, adminclient::NodeDetail::Registry& registry) {
    visit("user", registry.user, kLine);
    visit("pullUser", registry.pullUser, kLine);
    visit("ownAuthority", registry.ownAuthority);
}

template <class Visitor>
void members(Visitor& visit, adminclient::ReleaseRetention& retention) {
    visit("dropsAt", retention.dropsAt);
    visit("droppedAt", retention.droppedAt);
    visit("neededBy", retention.neededBy, kLine);
}

template <class Visitor>
void members(Visitor& visit, adminclient::StorageSettings& settings) {
    visit("retentionSeconds", settings.retentionSeconds, kUnbounded);
    visit("registryCheckSeconds", settings.registryCheckSeconds, kUnbounded);
}

template <class Visitor>
void members(Visitor& visit, adminclient::NodeDetail& node) {
    members(visit, node.node);
    visit("clusterName", node.clusterName, kName);
    visit("copies", node.copies, kCodes);
    visit("online", node.online);
    visit("lastSeen", node.lastSeen);
    visit("diskFull", node.diskFull);
    visit("freeBytes", node.freeBytes, kUnbounded);
    visit("problem", node.problem, kLine);
    visit("blobBytesSent", node.blobBytesSent, kUnbounded);
    visit("damagedBlobs", node.damagedBlobs, kUnbounded);
    visit("registry", node.registry);
}

template <class Visitor>
void members(Visitor& visit, adminclient::TrustRole& role) {
    visit("role", role.role, kName);
    visit("ends", role.ends);
    visit("need", role.need, kCount32);
    visit("keyIds", role.keyIds, kManyEntries);
    visit("owners", role.owners, kManyEntries);
    visit("rules", role.rules, kText);
}

template <class Visitor>
void members(Visitor& visit, adminclient::StagedTrust& staged) {
    visit("role", staged.role, kName);
    visit("have", staged.have, kCount32);
    visit("need", staged.need, kCount32);
    visit("signers", staged.signers, kManyEntries);
    visit.jsonText("signed", staged.content, kMetadata);
}

template <class Visitor>
void members(Visitor& visit, adminclient::TrustFile& file) {
    visit("name", file.name, kName);
    visit("content", file.content, kMetadata);
}

template <class Visitor>
void members(Visitor& visit, adminclient::SignedTrust& done) {
    visit("published", done.published);
    visit("have", done.have, kCount32);
    visit("need", done.need, kCount32);
}

template <class Visitor>
void members(Visitor& visit, adminclient::TrustState& state) {
    visit("established", state.established);
    visit("onlineKeyId", state.onlineKeyId, kName);
    visit("onlineKeyPem", state.onlineKeyPem, kLine);
    visit("roles", state.roles, kPageEntries);
    visit("staged", state.staged, kPageEntries);
}

template <class Visitor>
void members(Visitor& visit, adminclient::GatewayToken& token) {
    visit("token", token.token, kText);
}

template <class Visitor>
void members(Visitor& visit, adminclient::NodeToken& token) {
    visit("token", token.token, kText);
    visit("notAfter", token.notAfter);
    visit("url", token.url, kLine);
}

template <class Visitor>
void members(Visitor& visit, adminclient::JoinCodes& codes) {
    visit("codes", codes.codes, kCodes);
    visit("notAfter", codes.notAfter);
}

template <class Visitor>
void members(Visitor& visit, adminclient::TerminalDetail& terminal) {
    members(visit, terminal.terminal);
    visit("clusterName", terminal.clusterName, kName);
    visit("deployments", terminal.deployments, kPageEntries);
}

template <class Visitor>
void members(Visitor& visit, adminclient::NewTerminal& made) {
    visit("terminal", made.terminal);
    visit("token", made.token, kLine);
}

template <class Visitor>
void members(Visitor& visit, adminclient::AudienceCheck& check) {
    visit("count", check.count, kUnbounded);
    visit("sample", check.sample, kPageEntries);
}

template <class Visitor>
void members(Visitor& visit, adminclient::Completion& item) {
    visit("text", item.text, kText);
    visit("count", item.count, kUnbounded);
}

template <class Visitor>
void members(Visitor& visit, adminclient::Completions& found) {
    visit("wanted", found.wanted, kName);
    visit("begin", found.begin, kUnbounded);
    visit("end", found.end, kUnbounded);
    visit("items", found.items, kFewEntries);
}

template <class Visitor>
void members(Visitor& visit, adminclient::Health& health) {
    visit("status", health.status, kName);
    visit("alarms", health.alarms, kFewEntries);
}

template <class Visitor>
void members(Visitor& visit, adminclient::UploadState& state) {
    visit("id", state.id, kName);
    visit("offset", state.offset, kUnbounded);
}

template <class Visitor>
void members(Visitor& visit, adminclient::Blob& blob) {
    visit("digest", blob.digest);
    visit("size", blob.size, kUnbounded);
}

template <class Visitor>
void members(Visitor& visit, adminclient::PhaseProgress& phase) {
    visit("name", phase.name, kName);
    visit("terminals", phase.terminals, kUnbounded);
    for (std::size_t i = 0; i < phase.inState.size(); ++i)
        visit(nameOf(static_cast<DeploymentState>(i)), phase.inState[i], kUnbounded);
}

template <class Visitor>
void members(Visitor& visit, adminclient::CopyProgress& copy) {
    members(visit, copy.copy);
    visit("nodeName", copy.nodeName, kName);
}

template <class Visitor>
void members(Visitor& visit, adminclient::SyncProgress& gate) {
    visit("open", gate.open);
    visit("proven", gate.proven, kUnbounded);
    visit("needed", gate.needed, kUnbounded);
}

template <class Visitor>
void members(Visitor& visit, adminclient::RolloutProgress& progress) {
    visit("audience", progress.audience, kUnbounded);
    visit("permitsOut", progress.permitsOut, kUnbounded);
    visit("phases", progress.phases, kFewEntries);
    visit("copies", progress.copies, kCodes);
    visit("syncGate", progress.syncGate);
}

template <class Visitor>
void members(Visitor& visit, adminclient::RolloutDetail& rollout) {
    members(visit, rollout.rollout);
    visit("progress", rollout.progress);
}

template <class Visitor>
void members(Visitor& visit, adminclient::FailureSuspect& suspect) {
    visit("what", suspect.what, kLine);
    visit("value", suspect.value, kLine);
    visit("failed", suspect.failed, kUnbounded);
    visit("ended", suspect.ended, kUnbounded);
}

template <class Visitor>
void members(Visitor& visit, adminclient::FailureGroup& group) {
    visit("cause", group.cause);
    visit("state", group.state);
    visit("count", group.count, kUnbounded);
    visit("excluded", group.excluded, kUnbounded);
    visit("firstSeen", group.firstSeen);
    visit("lastSeen", group.lastSeen);
    visit("message", group.message, kText);
    visit("lastLine", group.lastLine, kText);
    visit("suspects", group.suspects, kPageEntries);
    visit("terminals", group.terminals, kPageEntries);
}

template <class Visitor>
void members(Visitor& visit, adminclient::AuditVerdict& verdict) {
    visit("intact", verdict.intact);
    visit("entries", verdict.entries, kUnbounded);
    visit("head", verdict.head, kName);
    visit("problem", verdict.problem, kText);
    visit("anchors", verdict.anchors, kUnbounded);
}

template <class Visitor>
void members(Visitor& visit, adminclient::ManagerAddressesInfo& addresses) {
    visit("urls", addresses.urls, kFewEntries);
    visit("told", addresses.told, kFewEntries);
    visit("changedAt", addresses.changedAt);
    visit("heardSince", addresses.heardSince, kUnbounded);
    visit("terminals", addresses.terminals, kUnbounded);
}

template <class Visitor>
void members(Visitor& visit, adminclient::AuthorityCertificate& certificate) {
    visit("fingerprint", certificate.fingerprint, kName);
    visit("notAfter", certificate.notAfter);
}

template <class Visitor>
void members(Visitor& visit, adminclient::AuthorityInfo& authority) {
    visit("state", authority.state, kName);
    visit("current", authority.current);
    visit("next", authority.next);
    visit("previous", authority.previous);
    visit("pem", authority.pem, kText);
    visit("nodes", authority.nodes, kUnbounded);
    visit("nodesWaiting", authority.nodesWaiting, kPageEntries);
    visit("terminals", authority.terminals, kUnbounded);
    visit("terminalsWaiting", authority.terminalsWaiting, kUnbounded);
    visit("otherClientsWaiting", authority.otherClientsWaiting, kUnbounded);
    visit("openCodes", authority.openCodes, kUnbounded);
}

template <class Visitor>
void members(Visitor& visit, adminclient::ProductInfo& product) {
    visit("name", product.name, kName);
    visit("restricted", product.restricted);
    visit("releases", product.releases, kUnbounded);
}

template <class Visitor>
void members(Visitor& visit, adminclient::Failures& failures) {
    visit("groups", failures.groups, kPageEntries);
}

template <class Visitor>
void members(Visitor& visit, adminclient::WaitInfo& wait) {
    visit("rule", wait.rule, kName);
    visit("reason", wait.reason, kText);
    visit("next", wait.next);
    visit("changes", wait.changes, kText);
}

template <class Visitor>
void members(Visitor& visit, adminclient::DryRunGroup& group) {
    visit("reason", group.reason, kLine);
    visit("count", group.count, kUnbounded);
    visit("terminals", group.terminals, kFewEntries);
}

template <class Visitor>
void members(Visitor& visit, adminclient::DryRunPhase& phase) {
    visit("name", phase.name, kName);
    visit("terminals", phase.terminals, kUnbounded);
    visit("bytes", phase.bytes, kUnbounded);
    visit("from", phase.from);
    visit("finish", phase.finish);
    visit("afterHand", phase.afterHand);
}

template <class Visitor>
void members(Visitor& visit, adminclient::DryRunNode& node) {
    visit("name", node.name, kName);
    visit("clusterName", node.clusterName, kName);
    visit("online", node.online);
    visit("terminals", node.terminals, kUnbounded);
    visit("bytes", node.bytes, kUnbounded);
}

template <class Visitor>
void members(Visitor& visit, adminclient::DryRun& report) {
    visit("at", report.at);
    visit("matched", report.matched, kUnbounded);
    visit("members", report.members, kUnbounded);
    visit("bytes", report.bytes, kUnbounded);
    visit("excluded", report.excluded, kFewEntries);
    visit("held", report.held, kFewEntries);
    visit("missed", report.missed, kFewEntries);
    visit("withoutNode", report.withoutNode, kFewEntries);
    visit("phases", report.phases, kFewEntries);
    visit("nodes", report.nodes, kPageEntries);
    visit("finish", report.finish);
}

template <class Visitor>
void members(Visitor& visit, adminclient::DeploymentDetail& deployment) {
    members(visit, deployment.deployment);
    visit("controllerId", deployment.controllerId, kName);
    visit("wait", deployment.wait);
}

template <class Visitor>
void members(Visitor& visit, adminclient::AccountInfo& account) {
    visit("name", account.name, kName);
    visit("role", account.role);
    visit("disabled", account.disabled);
    visit("createdAt", account.createdAt);
    visit("passwordAt", account.passwordAt);
    visit("products", account.products, kFewEntries);
    visit("clusters", account.clusters, kFewEntries);
}

template <class Visitor>
void members(Visitor& visit, adminclient::SessionInfo& session) {
    visit("token", session.token, kLine);
    visit("notAfter", session.notAfter);
    visit("name", session.name, kName);
    visit("role", session.role);
}

template <class Visitor>
void members(Visitor& visit, adminclient::WhoAmI& who) {
    visit("name", who.name, kName);
    visit("role", who.role);
    visit("kind", who.kind, kName);
    visit("notAfter", who.notAfter);
    visit("products", who.products, kFewEntries);
    visit("clusters", who.clusters, kFewEntries);
}

template <class Visitor>
void members(Visitor& visit, adminclient::PendingInfo& waiting) {
    visit("id", waiting.id, kUnbounded);
    visit("controllerId", waiting.controllerId, kName);
    visit("name", waiting.name, kLine);
    visit("platform", waiting.platform, kName);
    visit("clusterName", waiting.clusterName, kName);
    visit("address", waiting.address, kName);
    visit("askedAt", waiting.askedAt);
    visit("lastAsked", waiting.lastAsked);
}

template <class Visitor>
void members(Visitor& visit, adminclient::DiagnosticsInfo& info) {
    visit("state", info.state, kName);
    visit("request", info.request, kUnbounded);
    visit("requestedBy", info.requestedBy, kName);
    visit("requestedAt", info.requestedAt);
    visit("endedAt", info.endedAt);
    visit("problem", info.problem, kText);
    visit("bundleAt", info.bundleAt);
    visit("bundleSize", info.bundleSize, kUnbounded);
}

template <class Visitor>
void members(Visitor& visit, adminclient::JoiningInfo& joining) {
    visit("withoutCode", joining.withoutCode);
}

template <class Visitor>
void members(Visitor& visit, adminclient::Count& count) {
    visit("count", count.count, kUnbounded);
}

template <class Visitor>
void members(Visitor& visit, adminclient::ImportedToken& token) {
    visit("controllerId", token.controllerId, kName);
    visit("token", token.token, kLine);
}

template <class Visitor>
void members(Visitor& visit, adminclient::Imported& imported) {
    visit("count", imported.count, kUnbounded);
    visit("tokens", imported.tokens, Bound{0, 1000000});
}

template <class Visitor>
void members(Visitor& visit, adminclient::TokenInfo& token) {
    visit("id", token.id, kUnbounded);
    visit("name", token.name, kName);
    visit("role", token.role);
    visit("kind", token.kind, kName);
    visit("createdAt", token.createdAt);
    visit("notAfter", token.notAfter);
    visit("token", token.token, kLine);
    visit("products", token.products, kFewEntries);
    visit("clusters", token.clusters, kFewEntries);
}

}  // namespace signalbox::shape
