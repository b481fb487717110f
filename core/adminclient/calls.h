// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/adminclient/answers.h"
#include "core/base/result.h"

namespace signalbox::adminclient {

/// One request of the admin API, before it is sent.
struct Request {
    std::string method;
    std::string target;  ///< path and query, percent-encoded: "/api/v1/nodes?limit=10"
    std::optional<boost::json::value> body;
    std::string text = {};     ///< instead of `body`: CSV
    std::string ifMatch = {};  ///< the ETag that an edit demands; "*": whatever it is
};

/// A request and how its answer is read. Errors of read(): BaseErrc::malformed naming the member.
template <class T>
struct Call {
    Request request;
    Result<T> (*read)(const boost::json::value& answer) = nullptr;
};

/// Which part of a list.
struct PageRequest {
    std::int64_t after = 0;  ///< only what has a higher id
    int limit = 100;         ///< 1 to 1000
};

/// The calls of the admin API (core/manager/admin/openapi.yaml), as values: nothing is sent.
namespace calls {

[[nodiscard]] Call<ManagerStatus> status();
/// Whether it can serve.
[[nodiscard]] Call<Health> ready();

[[nodiscard]] Call<Page<Cluster>> clusters(PageRequest page = {});
[[nodiscard]] Call<Cluster> createCluster(std::string_view name, std::string_view rule = {});
[[nodiscard]] Call<Cluster> changeClusterRule(std::string_view name, std::string_view rule);
/// Bytes a second that each of its terminals may download packages with; 0: any.
[[nodiscard]] Call<Cluster> changeClusterBandwidth(std::string_view name, std::uint64_t limit);
[[nodiscard]] Call<Nothing> deleteCluster(std::string_view name);

[[nodiscard]] Call<Page<NodeDetail>> nodes(PageRequest page = {});
[[nodiscard]] Call<NodeDetail> node(std::string_view name);
[[nodiscard]] Call<Nothing> deleteNode(std::string_view name);
/// A registry of another maker as a node; `access` has what openapi.yaml's RegistryAccess has.
[[nodiscard]] Call<NodeDetail> addRegistry(std::string_view name, std::string_view url, std::string_view cluster,
                                           bool plainHttp, boost::json::object access);
[[nodiscard]] Call<NodeDetail> setRegistryAccess(std::string_view node, boost::json::object access);
[[nodiscard]] Call<NodeDetail> changeNode(std::string_view node, boost::json::object changes);
[[nodiscard]] Call<NodeDetail> verifyNode(std::string_view node);
[[nodiscard]] Call<NodeToken> createNodeToken(std::string_view node, std::string_view repository,
                                              const std::vector<std::string>& actions, Seconds valid);
/// `uses` terminals may join with each; with `approval` they wait for an administrator.
[[nodiscard]] Call<JoinCodes> createJoinCodes(JoinRole role, std::string_view cluster, int count, Seconds valid,
                                              int uses = 1, bool approval = false);
[[nodiscard]] Call<JoinCodes> createReplacementCode(std::string_view controllerId, Seconds valid);
[[nodiscard]] Call<JoiningInfo> joining();
[[nodiscard]] Call<JoiningInfo> changeJoining(bool withoutCode);
[[nodiscard]] Call<Page<PendingInfo>> pendingTerminals(PageRequest page = {});
[[nodiscard]] Call<Count> approvePending(const std::vector<std::int64_t>& ids);
[[nodiscard]] Call<Count> refusePending(const std::vector<std::int64_t>& ids);
[[nodiscard]] Call<Imported> importTerminals(std::string csv, bool tokens, bool dryRun);

/// `state`: active, retired, cloneSuspected or all; empty: active.
[[nodiscard]] Call<Page<Terminal>> terminals(std::string_view filter, PageRequest page = {},
                                             std::string_view state = {});
[[nodiscard]] Call<TerminalDetail> terminal(std::string_view controllerId);
[[nodiscard]] Call<NewTerminal> createTerminal(std::string_view controllerId, std::string_view name,
                                               std::string_view platform, std::string_view cluster);
/// `changes`: "name", "cluster", "tags" (a tag that is null is removed).
[[nodiscard]] Call<Terminal> changeTerminal(std::string_view controllerId, boost::json::object changes);
[[nodiscard]] Call<Nothing> deleteTerminal(std::string_view controllerId);
/// `action`: retire, revoke-token or clear-clone.
[[nodiscard]] Call<Terminal> actOnTerminal(std::string_view controllerId, std::string_view action);
/// Asks the terminal to check itself at its next poll.
[[nodiscard]] Call<DiagnosticsInfo> askDiagnostics(std::string_view controllerId);
[[nodiscard]] Call<DiagnosticsInfo> diagnostics(std::string_view controllerId);
/// What it sent last, as it sent it.
[[nodiscard]] Call<boost::json::object> diagnosticsBundle(std::string_view controllerId);
[[nodiscard]] Call<Nothing> forgetDiagnostics(std::string_view controllerId);
/// `product`: whether its releases may go there, too; empty: any.
[[nodiscard]] Call<AudienceCheck> checkAudience(std::string_view filter, std::string_view product = {});
/// What can stand at the end of it.
[[nodiscard]] Call<Completions> completeAudience(std::string_view text);
[[nodiscard]] Call<Page<SavedAudience>> savedAudiences(PageRequest page = {});
[[nodiscard]] Call<SavedAudience> savedAudience(std::string_view name);
/// `isThere`: replaces it whatever it says now; else it must be new.
[[nodiscard]] Call<SavedAudience> saveAudience(std::string_view name, std::string_view filter,
                                               std::string_view description, bool isThere);
[[nodiscard]] Call<Nothing> deleteAudience(std::string_view name);

[[nodiscard]] Call<UploadState> createUpload();
[[nodiscard]] Call<UploadState> upload(std::string_view id);
[[nodiscard]] Call<Blob> finishUpload(std::string_view id, const Digest& digest);
[[nodiscard]] Call<Nothing> deleteUpload(std::string_view id);
[[nodiscard]] Call<Blob> blob(const Digest& digest);
/// Of the call that sends a piece; its body is bytes (Client::sendBytes).
[[nodiscard]] std::string uploadPieceTarget(std::string_view id, std::uint64_t offset);
[[nodiscard]] Result<UploadState> readUploadState(const boost::json::value& answer);

[[nodiscard]] Call<Page<Release>> releases(std::string_view product, PageRequest page = {});
[[nodiscard]] Call<Release> release(ReleaseId id);
[[nodiscard]] Call<Release> createRelease(std::string_view product, std::string_view version, std::string_view channel,
                                          std::string_view notes, const std::vector<Prerequisite>& prerequisites = {});
[[nodiscard]] Call<Release> changeReleaseNotes(ReleaseId id, std::string_view notes);
[[nodiscard]] Call<Nothing> deleteRelease(ReleaseId id);
[[nodiscard]] Call<Release> setPackage(ReleaseId id, std::string_view platform, std::string_view fileName,
                                       const Digest& digest, const Recipe& recipe);
[[nodiscard]] Call<Release> removePackage(ReleaseId id, std::string_view platform);
[[nodiscard]] Call<Release> submitRelease(ReleaseId id);
[[nodiscard]] Call<Release> approveRelease(ReleaseId id, const Digest& manifestDigest, std::string_view comment);
[[nodiscard]] Call<Release> refuseRelease(ReleaseId id, const Digest& manifestDigest, std::string_view comment);
/// Whose signatures releases need (openapi.yaml, trust).
[[nodiscard]] Call<TrustState> trust();
/// The bytes of a published metadata file.
[[nodiscard]] Call<TrustFile> trustFile(std::string_view name);
[[nodiscard]] Call<StagedTrust> stagedTrust(std::string_view role);
[[nodiscard]] Call<StagedTrust> stageTrust(std::string_view role, const boost::json::object& content);
[[nodiscard]] Call<StagedTrust> renewTrust(std::string_view role);
[[nodiscard]] Call<Nothing> dropStagedTrust(std::string_view role);
[[nodiscard]] Call<SignedTrust> signTrust(std::string_view role, std::string_view keyId, std::string_view signature);
[[nodiscard]] Call<Release> withdrawRelease(ReleaseId id, std::string_view comment);
/// What becomes of its packages, before and after it is withdrawn.
[[nodiscard]] Call<ReleaseRetention> releaseRetention(ReleaseId id);

[[nodiscard]] Call<Page<ProductInfo>> products();
[[nodiscard]] Call<ProductInfo> restrictProduct(std::string_view name, bool restricted);

/// `states`: names separated by commas; empty: all.
[[nodiscard]] Call<Page<Rollout>> rollouts(std::string_view states, PageRequest page = {});
[[nodiscard]] Call<RolloutDetail> rollout(RolloutId id);
[[nodiscard]] Call<Rollout> createRollout(const Rollout& rollout);
[[nodiscard]] Call<Nothing> deleteRollout(RolloutId id);
[[nodiscard]] Call<DryRun> dryRun(RolloutId id);
[[nodiscard]] Call<DryRun> dryRun(const Rollout& plan);
/// `cause`: only to those that failed so; none: to those on which the rollout succeeded.
[[nodiscard]] Call<Rollout> rollBack(RolloutId id, ReleaseId to, FailureCause cause = FailureCause::none);
/// Drafts of what the rollout's release needs first.
[[nodiscard]] Call<Page<Rollout>> createPrerequisites(RolloutId id);
/// Of its windows and freezes as a calendar (Client::download).
[[nodiscard]] std::string calendarTarget(RolloutId id);
[[nodiscard]] Call<Rollout> startRollout(RolloutId id);
[[nodiscard]] Call<Rollout> pauseRollout(RolloutId id, std::string_view reason);
[[nodiscard]] Call<Rollout> resumeRollout(RolloutId id);
[[nodiscard]] Call<Rollout> stopRollout(RolloutId id, std::string_view reason);
[[nodiscard]] Call<Rollout> openGate(RolloutId id);
[[nodiscard]] Call<Page<DeploymentDetail>> deployments(RolloutId id, std::string_view states, PageRequest page = {});
/// `cause`: its name; empty: all that failed.
[[nodiscard]] Call<Count> retryFailures(RolloutId id, std::string_view cause);
/// Takes them out of the rollout, and back in.
[[nodiscard]] Call<Count> excludeFailures(RolloutId id, std::string_view cause);
[[nodiscard]] Call<Count> includeFailures(RolloutId id, std::string_view cause);
/// The one of that terminal.
[[nodiscard]] Call<Page<DeploymentDetail>> deploymentOf(RolloutId id, std::string_view controllerId);
[[nodiscard]] Call<Failures> failures(RolloutId id);

[[nodiscard]] Call<DeploymentDetail> deployment(DeploymentId id);
[[nodiscard]] Call<Page<FeedbackEntry>> feedback(DeploymentId id, PageRequest page = {});
[[nodiscard]] Call<DeploymentDetail> cancelDeployment(DeploymentId id);
[[nodiscard]] Call<DeploymentDetail> resetDeployment(DeploymentId id);

[[nodiscard]] Call<Page<AuditEntry>> audit(PageRequest page = {});
/// Newest first; `after` goes downwards, 0 is the newest.
[[nodiscard]] Call<Page<AuditEntry>> newestAudit(PageRequest page = {});

[[nodiscard]] Call<StorageSettings> storageSettings();
[[nodiscard]] Call<StorageSettings> changeStorageSettings(boost::json::object changes);
/// Of the call whose answer is the log as a file (Client::download).
[[nodiscard]] std::string auditExportTarget(std::optional<TimePoint> since);
/// Whether the manager's own log holds.
/// For Client::download(): bytes that whoever reads them holds against the digest.
[[nodiscard]] std::string blobContentTarget(const Digest& digest);
[[nodiscard]] Call<AuditVerdict> verifyAudit();

[[nodiscard]] Call<BackupsInfo> backups();
[[nodiscard]] Call<BackupsInfo> startBackup();
[[nodiscard]] Call<Nothing> deleteBackup(std::string_view name);
/// Of the call whose answer is that backup (Client::download).
[[nodiscard]] std::string backupTarget(std::string_view name);
[[nodiscard]] Call<BackupSettingsInfo> backupSettings();
/// `changes`: "folder", "everySeconds", "keep", "packages", "passphrase".
[[nodiscard]] Call<BackupSettingsInfo> changeBackupSettings(boost::json::object changes);

[[nodiscard]] Call<ManagerAddressesInfo> managerAddresses();
[[nodiscard]] Call<ManagerAddressesInfo> changeManagerAddresses(const std::vector<std::string>& urls);

[[nodiscard]] Call<AuthorityInfo> authority();
[[nodiscard]] Call<AuthorityInfo> planAuthority();
[[nodiscard]] Call<AuthorityInfo> abandonAuthority();
/// `force`: also where someone is left behind.
[[nodiscard]] Call<AuthorityInfo> useAuthority(bool force);
[[nodiscard]] Call<AuthorityInfo> retireAuthority(bool force);

[[nodiscard]] Call<DdiSettings> ddiSettings();
/// Members that are left out stay as they are.
[[nodiscard]] Call<DdiSettings> changeDdiSettings(boost::json::object changes);
[[nodiscard]] Call<GatewayToken> makeGatewayToken();
[[nodiscard]] Call<Nothing> removeGatewayToken();

[[nodiscard]] Call<Page<TokenInfo>> ownSessions();
[[nodiscard]] Call<Nothing> endOwnSession(std::int64_t id);
[[nodiscard]] Call<Page<TokenInfo>> tokens(PageRequest page = {});
/// `valid`: none for no end.
[[nodiscard]] Call<TokenInfo> createToken(std::string_view name, AccountRole role, std::optional<Seconds> valid = {},
                                          const std::vector<std::string>& products = {},
                                          const std::vector<std::string>& clusters = {});
[[nodiscard]] Call<Nothing> deleteToken(std::int64_t id);

[[nodiscard]] Call<SessionInfo> logIn(std::string_view name, std::string_view password);
[[nodiscard]] Call<Nothing> logOut();
[[nodiscard]] Call<WhoAmI> whoAmI();
[[nodiscard]] Call<AccountInfo> changeOwnPassword(std::string_view oldPassword, std::string_view newPassword);
[[nodiscard]] Call<Page<AccountInfo>> accounts(PageRequest page = {});
[[nodiscard]] Call<AccountInfo> account(std::string_view name);
[[nodiscard]] Call<AccountInfo> createAccount(std::string_view name, AccountRole role, std::string_view password);
/// `changes`: "role", "disabled", "password". Whatever its state is.
[[nodiscard]] Call<AccountInfo> changeAccount(std::string_view name, boost::json::object changes);
[[nodiscard]] Call<Nothing> deleteAccount(std::string_view name);

}  // namespace calls
}  // namespace signalbox::adminclient
