// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <cstdint>
#include <type_traits>

#include "core/model/records.h"
#include "core/model/release.h"
#include "core/model/rollout.h"
#include "core/model/terminal.h"

/// The members of each value, once for reading and writing: members(visitor, value) calls visitor(name, member, bound)
/// for each. Rooms whose API answers hold more than these values add members() of their own to this namespace.
namespace signalbox::shape {

/// The most bytes of a text or entries of a list, or the range of a number.
struct Bound {
    std::int64_t least = 0;
    std::int64_t most = 0;
};
inline constexpr Bound kUnbounded{0, INT64_MAX};
inline constexpr Bound kName{0, 256};
inline constexpr Bound kLine{0, 4096};
inline constexpr Bound kText{0, 64 << 10};
inline constexpr Bound kCount32{0, UINT32_MAX};
inline constexpr Bound kPercent{0, 100};
inline constexpr Bound kDuration{0, std::int64_t(100) * 366 * 86400};  ///< seconds
inline constexpr Bound kPriority{-1000, 1000};
inline constexpr Bound kFewEntries{0, 256};
inline constexpr Bound kManyEntries{0, 1024};

/// T is Value or const Value: one function serves both directions.
template <class T, class Value>
concept Either = std::same_as<std::remove_const_t<T>, Value>;

template <class Visitor>
void members(Visitor& visit, Either<Command> auto& command) {
    visit("arguments", command.arguments, kFewEntries);
    visit("timeoutSeconds", command.timeout, kDuration);
}

template <class Visitor>
void members(Visitor& visit, Either<PlacedFile> auto& file) {
    visit("from", file.from, kLine);
    visit("to", file.to, kLine);
    visit("mode", file.mode, kName);
    visit("owner", file.owner, kName);
    visit("group", file.group, kName);
}

template <class Visitor>
void members(Visitor& visit, Either<RebootRule> auto& rule) {
    visit("when", rule.when);
    visit("exitCode", rule.exitCode, kCount32);
    visit("file", rule.file, kLine);
}

template <class Visitor>
void members(Visitor& visit, Either<Recipe> auto& recipe) {
    visit("kind", recipe.kind);
    visit("install", recipe.install);
    visit("rollBack", recipe.rollBack);
    visit("restart", recipe.restart);
    visit("runCheck", recipe.runCheck);
    visit("user", recipe.user, kName);
    visit("files", recipe.files, kFewEntries);
    visit("reboot", recipe.reboot);
}

template <class Visitor>
void members(Visitor& visit, Either<AutoConfirm> auto& word) {
    visit("active", word.active);
    visit("initiator", word.initiator, kName);
    visit("remark", word.remark, kLine);
    visit("activatedAt", word.activatedAt);
}

template <class Visitor>
void members(Visitor& visit, Either<Terminal> auto& terminal) {
    visit("id", terminal.id);
    visit("controllerId", terminal.controllerId, kName);
    visit("name", terminal.name, kLine);
    visit("platform", terminal.platform, kName);
    visit("cluster", terminal.cluster);
    visit("tags", terminal.tags, kManyEntries);
    visit("attributes", terminal.attributes, kManyEntries);
    visit("installed", terminal.installed, kManyEntries);
    visit("joinedAt", terminal.joinedAt);
    visit("lastContact", terminal.lastContact);
    visit("permitSequence", terminal.permitSequence, kUnbounded);
    visit("retiredAt", terminal.retiredAt);
    visit("cloneSeenAt", terminal.cloneSeenAt);
    visit("attributesWanted", terminal.attributesWanted);
    visit("byGateway", terminal.byGateway);
    visit("autoConfirm", terminal.autoConfirm);
}

template <class Visitor>
void members(Visitor& visit, Either<DdiSettings> auto& settings) {
    visit("targetToken", settings.targetToken);
    visit("gatewayToken", settings.gatewayToken);
    visit("clientCaPem", settings.clientCaPem, kText);
    visit("proxies", settings.proxies, kFewEntries);
    visit("proxyAuthorities", settings.proxyAuthorities, kFewEntries);
    visit("newCluster", settings.newCluster, kName);
    visit("newPlatform", settings.newPlatform, kName);
}

template <class Visitor>
void members(Visitor& visit, Either<Cluster> auto& cluster) {
    visit("id", cluster.id);
    visit("name", cluster.name, kName);
    visit("createdAt", cluster.createdAt);
    visit("rule", cluster.rule, kText);
    visit("bandwidthLimit", cluster.bandwidthLimit, kUnbounded);
}

template <class Visitor>
void members(Visitor& visit, Either<Node> auto& node) {
    visit("id", node.id);
    visit("name", node.name, kName);
    visit("cluster", node.cluster);
    visit("url", node.url, kLine);
    visit("weight", node.weight, kUnbounded);
    visit("joinedAt", node.joinedAt);
    visit("kind", node.kind);
    visit("pushRate", node.pushRate, kUnbounded);
    visit("certificateEnds", node.certificateEnds);
}

template <class Visitor>
void members(Visitor& visit, Either<Package> auto& package) {
    visit("platform", package.platform, kName);
    visit("recipe", package.recipe);
    visit("fileName", package.fileName, kLine);
    visit("mediaType", package.mediaType, kName);
    visit("digest", package.digest);
    visit("size", package.size, kUnbounded);
    visit("sha1", package.sha1, kName);
    visit("md5", package.md5, kName);
    visit("configDigest", package.configDigest);
    visit("configSize", package.configSize, kUnbounded);
    visit("manifestDigest", package.manifestDigest);
    visit("manifestSize", package.manifestSize, kUnbounded);
    visit("unpackedSize", package.unpackedSize, kUnbounded);
}

template <class Visitor>
void members(Visitor& visit, Either<Approval> auto& approval) {
    visit("by", approval.by, kName);
    visit("at", approval.at);
    visit("manifestDigest", approval.manifestDigest);
    visit("approved", approval.approved);
    visit("comment", approval.comment, kText);
}

template <class Visitor>
void members(Visitor& visit, Either<Prerequisite> auto& prerequisite) {
    visit("product", prerequisite.product, kName);
    visit("minVersion", prerequisite.minVersion, kName);
}

template <class Visitor>
void members(Visitor& visit, Either<Release> auto& release) {
    visit("id", release.id);
    visit("product", release.product, kName);
    visit("version", release.version, kName);
    visit("channel", release.channel, kName);
    visit("notes", release.notes, kText);
    visit("state", release.state);
    visit("packages", release.packages, kFewEntries);
    visit("manifestDigest", release.manifestDigest);
    visit("approvals", release.approvals, kManyEntries);
    visit("prerequisites", release.prerequisites, kFewEntries);
    visit("createdBy", release.createdBy, kName);
    visit("createdAt", release.createdAt);
    visit("withdrawnAt", release.withdrawnAt);
    visit("droppedAt", release.droppedAt);
}

template <class Visitor>
void members(Visitor& visit, Either<PhaseSize> auto& size) {
    visit("unit", size.unit);
    visit("amount", size.amount, size.unit == PhaseSize::Unit::percent ? kPercent : kCount32);
}

template <class Visitor>
void members(Visitor& visit, Either<PhaseGate> auto& gate) {
    visit("successPercent", gate.successPercent, kPercent);
    visit("waitSeconds", gate.wait, kDuration);
    visit("byHand", gate.byHand);
}

template <class Visitor>
void members(Visitor& visit, Either<Phase> auto& phase) {
    visit("name", phase.name, kName);
    visit("filter", phase.filter, kText);
    visit("size", phase.size);
    visit("gate", phase.gate);
    visit("startedAt", phase.startedAt);
    visit("reachedAt", phase.reachedAt);
    visit("openedByHand", phase.openedByHand);
}

template <class Visitor>
void members(Visitor& visit, Either<Window> auto& window) {
    visit("begin", window.begin, kName);
    visit("rule", window.rule, kLine);
    visit("durationSeconds", window.duration, kDuration);
}

template <class Visitor>
void members(Visitor& visit, Either<Freeze> auto& freeze) {
    visit("name", freeze.name, kName);
    visit("from", freeze.from, kName);
    visit("to", freeze.to, kName);
}

template <class Visitor>
void members(Visitor& visit, Either<Schedule> auto& schedule) {
    visit("windows", schedule.windows, kFewEntries);
    visit("freezes", schedule.freezes, kFewEntries);
    visit("timeZone", schedule.timeZone, kName);
    visit("updateLocal", schedule.updateLocal, kName);
    visit("deadline", schedule.deadline);
    visit("missed", schedule.missed);
}

template <class Visitor>
void members(Visitor& visit, Either<Breaker> auto& breaker) {
    visit("count", breaker.count, kCount32);
    visit("percent", breaker.percent, kPercent);
}

template <class Visitor>
void members(Visitor& visit, Either<RetryPolicy> auto& retry) {
    visit("count", retry.count, kCount32);
    visit("backOffSeconds", retry.backOff, kDuration);
}

template <class Visitor>
void members(Visitor& visit, Either<SyncGate> auto& gate) {
    visit("atLeast", gate.atLeast, kCount32);
}

template <class Visitor>
void members(Visitor& visit, Either<Rollout> auto& rollout) {
    visit("id", rollout.id);
    visit("name", rollout.name, kName);
    visit("release", rollout.release);
    visit("audience", rollout.audience, kText);
    visit("phases", rollout.phases, kFewEntries);
    visit("issueTime", rollout.issueTime);
    visit("updateTime", rollout.updateTime);
    visit("schedule", rollout.schedule);
    visit("permitValiditySeconds", rollout.permitValidity, kDuration);
    visit("installTimeoutSeconds", rollout.installTimeout, kDuration);
    visit("offlineInstall", rollout.offlineInstall);
    visit("installMode", rollout.installMode);
    visit("forceTime", rollout.forceTime);
    visit("confirmation", rollout.confirmation);
    visit("priority", rollout.priority, kPriority);
    visit("syncGate", rollout.syncGate);
    visit("breaker", rollout.breaker);
    visit("retry", rollout.retry);
    visit("takesLater", rollout.takesLater);
    visit("leavesSilentSeconds", rollout.leavesSilent, kDuration);
    visit("rollbackOf", rollout.rollbackOf);
    visit("rollbackCause", rollout.rollbackCause);
    visit("state", rollout.state);
    visit("stateReason", rollout.stateReason, kLine);
    visit("pausedByBreaker", rollout.pausedByBreaker);
    visit("failuresAccepted", rollout.failuresAccepted);
    visit("currentPhase", rollout.currentPhase, kCount32);
    visit("createdBy", rollout.createdBy, kName);
    visit("createdAt", rollout.createdAt);
    visit("startedAt", rollout.startedAt);
    visit("endedAt", rollout.endedAt);
}

template <class Visitor>
void members(Visitor& visit, Either<Deployment> auto& deployment) {
    visit("id", deployment.id);
    visit("rollout", deployment.rollout);
    visit("terminal", deployment.terminal);
    visit("phase", deployment.phase, kCount32);
    visit("state", deployment.state);
    visit("waitReason", deployment.waitReason, kLine);
    visit("nextTry", deployment.nextTry);
    visit("percent", deployment.percent, kPercent);
    visit("attempt", deployment.attempt, kCount32);
    visit("permittedAt", deployment.permittedAt);
    visit("permitSequence", deployment.permitSequence, kUnbounded);
    visit("cancelRequested", deployment.cancelRequested);
    visit("awaitsConfirmation", deployment.awaitsConfirmation);
    visit("excluded", deployment.excluded);
    visit("cause", deployment.cause);
    visit("message", deployment.message, kText);
    visit("logTail", deployment.logTail, kText);
    visit("fromVersion", deployment.fromVersion, kName);
    visit("createdAt", deployment.createdAt);
    visit("changedAt", deployment.changedAt);
}

template <class Visitor>
void members(Visitor& visit, Either<NodeCopy> auto& copy) {
    visit("node", copy.node);
    visit("release", copy.release);
    visit("state", copy.state);
    visit("bytesSent", copy.bytesSent, kUnbounded);
    visit("bytesTotal", copy.bytesTotal, kUnbounded);
    visit("attempts", copy.attempts, kCount32);
    visit("lastError", copy.lastError, kText);
    visit("changedAt", copy.changedAt);
    visit("nextTry", copy.nextTry);
    visit("rate", copy.rate, kUnbounded);
}

template <class Visitor>
void members(Visitor& visit, Either<SavedAudience> auto& audience) {
    visit("id", audience.id, kUnbounded);
    visit("name", audience.name, kName);
    visit("filter", audience.filter, kText);
    visit("description", audience.description, kLine);
    visit("changedBy", audience.changedBy, kName);
    visit("changedAt", audience.changedAt);
}

template <class Visitor>
void members(Visitor& visit, Either<AuditEntry> auto& entry) {
    visit("sequence", entry.sequence, kUnbounded);
    visit("at", entry.at);
    visit("actor", entry.actor, kLine);
    visit("action", entry.action, kName);
    visit("subject", entry.subject, kLine);
    visit.jsonText("detail", entry.detail, kText);
    visit("hash", entry.hash, kName);
}

template <class Visitor>
void members(Visitor& visit, Either<FeedbackEntry> auto& entry) {
    visit("sequence", entry.sequence, kUnbounded);
    visit("deployment", entry.deployment);
    visit("at", entry.at);
    visit("status", entry.status, kName);
    visit("message", entry.message, kText);
}

}  // namespace signalbox::shape
