// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adminclient/calls.h"

#include <QByteArray>
#include <QUrl>
#include <boost/json/array.hpp>

#include "core/adminclient/answer_members.h"
#include "core/model/json.h"
#include "core/model/json_reader.h"

namespace signalbox::adminclient::calls {
namespace {

constexpr std::string_view kRoot = "/api/v1/";

/// One segment of a path or one value of a query.
std::string encoded(std::string_view text) {
    return QUrl::toPercentEncoding(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))).toStdString();
}

std::string joined(std::initializer_list<std::string_view> parts) {
    std::string target(kRoot);
    for (const std::string_view part : parts)
        target += part;
    return target;
}

template <class T>
std::string of(std::string_view collection, Id<T> id, std::string_view action = {}) {
    return joined({collection, "/", std::to_string(id.value), action});
}

/// The target with the page's and any other parameters; those without a value are left out.
std::string listed(std::string target, PageRequest page, std::string_view name = {}, std::string_view value = {}) {
    target += "?limit=" + std::to_string(page.limit);
    if (page.after > 0) target += "&after=" + std::to_string(page.after);
    if (!value.empty()) target += "&" + std::string(name) + "=" + encoded(value);
    return target;
}

template <class T>
Call<T> get(std::string target) {
    return {{"GET", std::move(target), std::nullopt, {}, {}}, &shape::Reader::read<T>};
}
template <class T>
Call<T> send(std::string method, std::string target, boost::json::object body = {}) {
    return {{std::move(method), std::move(target), boost::json::value(std::move(body)), {}, {}},
            &shape::Reader::read<T>};
}
Result<Nothing> readNothing(const boost::json::value&) {
    return Nothing();
}
Result<boost::json::object> readObject(const boost::json::value& answer) {
    if (!answer.is_object()) return makeError(BaseErrc::malformed, "an object is wanted");
    return answer.get_object();
}
Call<Nothing> remove(std::string target) {
    return {{"DELETE", std::move(target), std::nullopt, {}, {}}, &readNothing};
}

boost::json::object withText(std::string_view name, std::string_view text) {
    boost::json::object body;
    if (!text.empty()) body[name] = text;
    return body;
}

}  // namespace

Call<ManagerStatus> status() {
    return get<ManagerStatus>(joined({"status"}));
}

Call<Health> ready() {
    return get<Health>("/health/ready");
}

Call<Page<Cluster>> clusters(PageRequest page) {
    return get<Page<Cluster>>(listed(joined({"clusters"}), page));
}
Call<Cluster> createCluster(std::string_view name, std::string_view rule) {
    return send<Cluster>("POST", joined({"clusters"}), {{"name", name}, {"rule", rule}});
}
Call<Cluster> changeClusterRule(std::string_view name, std::string_view rule) {
    return send<Cluster>("PATCH", joined({"clusters/", encoded(name)}), {{"rule", rule}});
}
Call<Cluster> changeClusterBandwidth(std::string_view name, std::uint64_t limit) {
    return send<Cluster>("PATCH", joined({"clusters/", encoded(name)}), {{"bandwidthLimit", limit}});
}
Call<Nothing> deleteCluster(std::string_view name) {
    return remove(joined({"clusters/", encoded(name)}));
}

Call<Page<NodeDetail>> nodes(PageRequest page) {
    return get<Page<NodeDetail>>(listed(joined({"nodes"}), page));
}
Call<NodeDetail> node(std::string_view name) {
    return get<NodeDetail>(joined({"nodes/", encoded(name)}));
}
Call<Nothing> deleteNode(std::string_view name) {
    return remove(joined({"nodes/", encoded(name)}));
}
Call<NodeDetail> addRegistry(std::string_view name, std::string_view url, std::string_view cluster, bool plainHttp,
                             boost::json::object access) {
    access["name"] = name;
    access["url"] = url;
    access["cluster"] = cluster;
    access["plainHttp"] = plainHttp;
    return send<NodeDetail>("POST", joined({"nodes"}), std::move(access));
}
Call<NodeDetail> setRegistryAccess(std::string_view node, boost::json::object access) {
    return send<NodeDetail>("PUT", joined({"nodes/", encoded(node), "/registry"}), std::move(access));
}
Call<NodeDetail> changeNode(std::string_view node, boost::json::object changes) {
    return send<NodeDetail>("PATCH", joined({"nodes/", encoded(node)}), std::move(changes));
}
Call<NodeDetail> verifyNode(std::string_view node) {
    return send<NodeDetail>("POST", joined({"nodes/", encoded(node), "/verify"}));
}
Call<NodeToken> createNodeToken(std::string_view node, std::string_view repository,
                                const std::vector<std::string>& actions, Seconds valid) {
    return send<NodeToken>("POST", joined({"nodes/", encoded(node), "/token"}),
                           {{"repository", repository},
                            {"actions", boost::json::array(actions.begin(), actions.end())},
                            {"validSeconds", static_cast<std::int64_t>(valid.count())}});
}
Call<JoinCodes> createJoinCodes(JoinRole role, std::string_view cluster, int count, Seconds valid, int uses,
                                bool approval) {
    return send<JoinCodes>("POST", joined({"join-codes"}),
                           {{"role", nameOf(role)},
                            {"cluster", cluster},
                            {"count", count},
                            {"uses", uses},
                            {"approval", approval},
                            {"validSeconds", static_cast<std::int64_t>(valid.count())}});
}
Call<JoinCodes> createReplacementCode(std::string_view controllerId, Seconds valid) {
    return send<JoinCodes>("POST", joined({"terminals/", encoded(controllerId), "/replacement-code"}),
                           {{"validSeconds", static_cast<std::int64_t>(valid.count())}});
}
Call<JoiningInfo> joining() {
    return get<JoiningInfo>(joined({"joining"}));
}
Call<JoiningInfo> changeJoining(bool withoutCode) {
    return send<JoiningInfo>("PATCH", joined({"joining"}), {{"withoutCode", withoutCode}});
}
Call<Page<PendingInfo>> pendingTerminals(PageRequest page) {
    return get<Page<PendingInfo>>(listed(joined({"pending-terminals"}), page));
}
Call<Count> approvePending(const std::vector<std::int64_t>& ids) {
    return send<Count>("POST", joined({"pending-terminals/approve"}),
                       {{"ids", boost::json::array(ids.begin(), ids.end())}});
}
Call<Count> refusePending(const std::vector<std::int64_t>& ids) {
    return send<Count>("POST", joined({"pending-terminals/refuse"}),
                       {{"ids", boost::json::array(ids.begin(), ids.end())}});
}
Call<Imported> importTerminals(std::string csv, bool tokens, bool dryRun) {
    Call<Imported> call = send<Imported>("POST", joined({"terminal-imports", "?tokens=", tokens ? "true" : "false",
                                                         "&dryRun=", dryRun ? "true" : "false"}));
    call.request.body.reset();
    call.request.text = std::move(csv);
    return call;
}

Call<Page<Terminal>> terminals(std::string_view filter, PageRequest page, std::string_view state) {
    std::string target = listed(joined({"terminals"}), page, "filter", filter);
    if (!state.empty()) target += "&state=" + encoded(state);
    return get<Page<Terminal>>(std::move(target));
}
Call<TerminalDetail> terminal(std::string_view controllerId) {
    return get<TerminalDetail>(joined({"terminals/", encoded(controllerId)}));
}
Call<NewTerminal> createTerminal(std::string_view controllerId, std::string_view name, std::string_view platform,
                                 std::string_view cluster) {
    return send<NewTerminal>(
        "POST", joined({"terminals"}),
        {{"controllerId", controllerId}, {"name", name}, {"platform", platform}, {"cluster", cluster}});
}
Call<Terminal> changeTerminal(std::string_view controllerId, boost::json::object changes) {
    return send<Terminal>("PATCH", joined({"terminals/", encoded(controllerId)}), std::move(changes));
}
Call<Nothing> deleteTerminal(std::string_view controllerId) {
    return remove(joined({"terminals/", encoded(controllerId)}));
}
Call<Terminal> actOnTerminal(std::string_view controllerId, std::string_view action) {
    return send<Terminal>("POST", joined({"terminals/", encoded(controllerId), "/", action}));
}
Call<DiagnosticsInfo> askDiagnostics(std::string_view controllerId) {
    return send<DiagnosticsInfo>("POST", joined({"terminals/", encoded(controllerId), "/diagnostics"}));
}
Call<DiagnosticsInfo> diagnostics(std::string_view controllerId) {
    return get<DiagnosticsInfo>(joined({"terminals/", encoded(controllerId), "/diagnostics"}));
}
Call<boost::json::object> diagnosticsBundle(std::string_view controllerId) {
    return {{"GET", joined({"terminals/", encoded(controllerId), "/diagnostics/bundle"}), std::nullopt, {}, {}},
            &readObject};
}
Call<Nothing> forgetDiagnostics(std::string_view controllerId) {
    return remove(joined({"terminals/", encoded(controllerId), "/diagnostics"}));
}
Call<AudienceCheck> checkAudience(std::string_view filter, std::string_view product) {
    return send<AudienceCheck>("POST", joined({"audiences/check"}), {{"filter", filter}, {"product", product}});
}
Call<Completions> completeAudience(std::string_view text) {
    return get<Completions>(joined({"audiences/complete?text=", encoded(text)}));
}
Call<Page<SavedAudience>> savedAudiences(PageRequest page) {
    return get<Page<SavedAudience>>(listed(joined({"audiences"}), page));
}
Call<SavedAudience> savedAudience(std::string_view name) {
    return get<SavedAudience>(joined({"audiences/saved/", encoded(name)}));
}
Call<SavedAudience> saveAudience(std::string_view name, std::string_view filter, std::string_view description,
                                 bool isThere) {
    auto call = send<SavedAudience>("PUT", joined({"audiences/saved/", encoded(name)}),
                                    {{"filter", filter}, {"description", description}});
    if (isThere) call.request.ifMatch = "*";
    return call;
}
Call<Nothing> deleteAudience(std::string_view name) {
    return remove(joined({"audiences/saved/", encoded(name)}));
}

Call<UploadState> createUpload() {
    return send<UploadState>("POST", joined({"uploads"}));
}
Call<UploadState> upload(std::string_view id) {
    return get<UploadState>(joined({"uploads/", encoded(id)}));
}
Call<Blob> finishUpload(std::string_view id, const Digest& digest) {
    return send<Blob>("POST", joined({"uploads/", encoded(id), "/finish"}), {{"digest", digest.text()}});
}
Call<Nothing> deleteUpload(std::string_view id) {
    return remove(joined({"uploads/", encoded(id)}));
}
Call<Blob> blob(const Digest& digest) {
    return get<Blob>(joined({"blobs/", digest.text()}));
}
std::string uploadPieceTarget(std::string_view id, std::uint64_t offset) {
    return joined({"uploads/", encoded(id), "?offset=", std::to_string(offset)});
}
Result<UploadState> readUploadState(const boost::json::value& answer) {
    return shape::Reader::read<UploadState>(answer);
}

Call<Page<Release>> releases(std::string_view product, PageRequest page) {
    return get<Page<Release>>(listed(joined({"releases"}), page, "product", product));
}
Call<Release> release(ReleaseId id) {
    return get<Release>(of("releases", id));
}
Call<Release> createRelease(std::string_view product, std::string_view version, std::string_view channel,
                            std::string_view notes, const std::vector<Prerequisite>& prerequisites) {
    boost::json::object body{{"product", product}, {"version", version}};
    boost::json::array needs;
    for (const Prerequisite& one : prerequisites)
        needs.push_back({{"product", one.product}, {"minVersion", one.minVersion}});
    if (!needs.empty()) body["prerequisites"] = std::move(needs);
    if (!channel.empty()) body["channel"] = channel;
    if (!notes.empty()) body["notes"] = notes;
    return send<Release>("POST", joined({"releases"}), std::move(body));
}
Call<Release> changeReleaseNotes(ReleaseId id, std::string_view notes) {
    return send<Release>("PATCH", of("releases", id), {{"notes", notes}});
}
Call<Nothing> deleteRelease(ReleaseId id) {
    return remove(of("releases", id));
}
Call<Release> setPackage(ReleaseId id, std::string_view platform, std::string_view fileName, const Digest& digest,
                         const Recipe& recipe) {
    return send<Release>(
        "POST", of("releases", id, "/packages"),
        {{"platform", platform}, {"fileName", fileName}, {"digest", digest.text()}, {"recipe", toJson(recipe)}});
}
Call<Release> removePackage(ReleaseId id, std::string_view platform) {
    return {{"DELETE", of("releases", id, "/packages/") + encoded(platform), std::nullopt, {}, {}},
            &shape::Reader::read<Release>};
}
Call<Release> submitRelease(ReleaseId id) {
    return send<Release>("POST", of("releases", id, "/submit"));
}
Call<Release> approveRelease(ReleaseId id, const Digest& manifestDigest, std::string_view comment) {
    boost::json::object body = withText("comment", comment);
    body["manifestDigest"] = manifestDigest.text();
    return send<Release>("POST", of("releases", id, "/approve"), std::move(body));
}
Call<Release> refuseRelease(ReleaseId id, const Digest& manifestDigest, std::string_view comment) {
    boost::json::object body = withText("comment", comment);
    body["manifestDigest"] = manifestDigest.text();
    return send<Release>("POST", of("releases", id, "/refuse"), std::move(body));
}
Call<ReleaseRetention> releaseRetention(ReleaseId id) {
    return get<ReleaseRetention>(of("releases", id));
}
Call<Release> withdrawRelease(ReleaseId id, std::string_view comment) {
    return send<Release>("POST", of("releases", id, "/withdraw"), withText("comment", comment));
}

Call<Page<ProductInfo>> products() {
    return get<Page<ProductInfo>>(joined({"products"}));
}
Call<ProductInfo> restrictProduct(std::string_view name, bool restricted) {
    return send<ProductInfo>("PATCH", joined({"products/", encoded(name)}), {{"restricted", restricted}});
}

Call<TrustState> trust() {
    return get<TrustState>(joined({"trust"}));
}
Call<TrustFile> trustFile(std::string_view name) {
    return get<TrustFile>(joined({"trust/files/", encoded(name)}));
}
Call<StagedTrust> stagedTrust(std::string_view role) {
    return get<StagedTrust>(joined({"trust/staged/", encoded(role)}));
}
Call<StagedTrust> stageTrust(std::string_view role, const boost::json::object& content) {
    return send<StagedTrust>("PUT", joined({"trust/staged/", encoded(role)}), content);
}
Call<StagedTrust> renewTrust(std::string_view role) {
    return send<StagedTrust>("POST", joined({"trust/staged/", encoded(role), "/renew"}));
}
Call<Nothing> dropStagedTrust(std::string_view role) {
    return remove(joined({"trust/staged/", encoded(role)}));
}
Call<SignedTrust> signTrust(std::string_view role, std::string_view keyId, std::string_view signature) {
    return send<SignedTrust>("POST", joined({"trust/staged/", encoded(role), "/signatures"}),
                             {{"keyid", keyId}, {"sig", signature}});
}

Call<Page<Rollout>> rollouts(std::string_view states, PageRequest page) {
    return get<Page<Rollout>>(listed(joined({"rollouts"}), page, "states", states));
}
Call<RolloutDetail> rollout(RolloutId id) {
    return get<RolloutDetail>(of("rollouts", id));
}
Call<Rollout> createRollout(const Rollout& rollout) {
    return send<Rollout>("POST", joined({"rollouts"}), toJson(rollout));
}
Call<Nothing> deleteRollout(RolloutId id) {
    return remove(of("rollouts", id));
}
Call<DryRun> dryRun(RolloutId id) {
    return get<DryRun>(of("rollouts", id, "/dry-run"));
}
Call<DryRun> dryRun(const Rollout& plan) {
    return send<DryRun>("POST", joined({"rollouts/dry-run"}), toJson(plan));
}
Call<Rollout> rollBack(RolloutId id, ReleaseId to, FailureCause cause) {
    return send<Rollout>("POST", of("rollouts", id, "/roll-back"), {{"release", to.value}, {"cause", nameOf(cause)}});
}
Call<Page<Rollout>> createPrerequisites(RolloutId id) {
    return send<Page<Rollout>>("POST", of("rollouts", id, "/prerequisites"));
}
std::string calendarTarget(RolloutId id) {
    return of("rollouts", id, "/schedule.ics");
}
Call<Rollout> startRollout(RolloutId id) {
    return send<Rollout>("POST", of("rollouts", id, "/start"));
}
Call<Rollout> pauseRollout(RolloutId id, std::string_view reason) {
    return send<Rollout>("POST", of("rollouts", id, "/pause"), withText("reason", reason));
}
Call<Rollout> resumeRollout(RolloutId id) {
    return send<Rollout>("POST", of("rollouts", id, "/resume"));
}
Call<Rollout> stopRollout(RolloutId id, std::string_view reason) {
    return send<Rollout>("POST", of("rollouts", id, "/stop"), withText("reason", reason));
}
Call<Rollout> openGate(RolloutId id) {
    return send<Rollout>("POST", of("rollouts", id, "/open-gate"));
}
Call<Page<DeploymentDetail>> deployments(RolloutId id, std::string_view states, PageRequest page) {
    return get<Page<DeploymentDetail>>(listed(of("rollouts", id, "/deployments"), page, "state", states));
}
Call<Count> retryFailures(RolloutId id, std::string_view cause) {
    return send<Count>("POST", of("rollouts", id, "/failures/retry"), withText("cause", cause));
}
Call<Count> excludeFailures(RolloutId id, std::string_view cause) {
    return send<Count>("POST", of("rollouts", id, "/failures/exclude"), withText("cause", cause));
}
Call<Count> includeFailures(RolloutId id, std::string_view cause) {
    return send<Count>("POST", of("rollouts", id, "/failures/include"), withText("cause", cause));
}
Call<Page<DeploymentDetail>> deploymentOf(RolloutId id, std::string_view controllerId) {
    return get<Page<DeploymentDetail>>(of("rollouts", id, "/deployments?terminal=") + encoded(controllerId));
}
Call<Failures> failures(RolloutId id) {
    return get<Failures>(of("rollouts", id, "/failures"));
}

Call<DeploymentDetail> deployment(DeploymentId id) {
    return get<DeploymentDetail>(of("deployments", id));
}
Call<Page<FeedbackEntry>> feedback(DeploymentId id, PageRequest page) {
    return get<Page<FeedbackEntry>>(listed(of("deployments", id, "/feedback"), page));
}
Call<DeploymentDetail> cancelDeployment(DeploymentId id) {
    return send<DeploymentDetail>("POST", of("deployments", id, "/cancel"));
}
Call<DeploymentDetail> resetDeployment(DeploymentId id) {
    return send<DeploymentDetail>("POST", of("deployments", id, "/reset"));
}

Call<Page<AuditEntry>> audit(PageRequest page) {
    return get<Page<AuditEntry>>(listed(joined({"audit"}), page));
}

Call<Page<AuditEntry>> newestAudit(PageRequest page) {
    return get<Page<AuditEntry>>(listed(joined({"audit"}), page, "order", "newest"));
}

Call<StorageSettings> storageSettings() {
    return get<StorageSettings>(joined({"settings/storage"}));
}
Call<StorageSettings> changeStorageSettings(boost::json::object changes) {
    return send<StorageSettings>("PATCH", joined({"settings/storage"}), std::move(changes));
}

std::string auditExportTarget(std::optional<TimePoint> since) {
    return joined({"audit/export"}) + (since ? "?since=" + encoded(toRfc3339(*since)) : "");
}
std::string blobContentTarget(const Digest& digest) {
    return joined({"blobs/", digest.text(), "/content"});
}
Call<AuditVerdict> verifyAudit() {
    return get<AuditVerdict>(joined({"audit/verify"}));
}

Call<BackupsInfo> backups() {
    return get<BackupsInfo>(joined({"backups"}));
}
Call<BackupsInfo> startBackup() {
    return send<BackupsInfo>("POST", joined({"backups"}));
}
Call<Nothing> deleteBackup(std::string_view name) {
    return remove(joined({"backups/", encoded(name)}));
}
std::string backupTarget(std::string_view name) {
    return joined({"backups/", encoded(name), "/content"});
}
Call<BackupSettingsInfo> backupSettings() {
    return get<BackupSettingsInfo>(joined({"settings/backup"}));
}
Call<BackupSettingsInfo> changeBackupSettings(boost::json::object changes) {
    return send<BackupSettingsInfo>("PATCH", joined({"settings/backup"}), std::move(changes));
}

Call<ManagerAddressesInfo> managerAddresses() {
    return get<ManagerAddressesInfo>(joined({"settings/addresses"}));
}
Call<ManagerAddressesInfo> changeManagerAddresses(const std::vector<std::string>& urls) {
    return send<ManagerAddressesInfo>("PATCH", joined({"settings/addresses"}),
                                      {{"urls", boost::json::array(urls.begin(), urls.end())}});
}

Call<AuthorityInfo> authority() {
    return get<AuthorityInfo>(joined({"authority"}));
}
Call<AuthorityInfo> planAuthority() {
    return send<AuthorityInfo>("POST", joined({"authority/next"}));
}
Call<AuthorityInfo> abandonAuthority() {
    return send<AuthorityInfo>("DELETE", joined({"authority/next"}));
}
Call<AuthorityInfo> useAuthority(bool force) {
    return send<AuthorityInfo>("POST", joined({"authority/use"}), {{"force", force}});
}
Call<AuthorityInfo> retireAuthority(bool force) {
    return send<AuthorityInfo>("POST", joined({"authority/retire"}), {{"force", force}});
}

Call<DdiSettings> ddiSettings() {
    return get<DdiSettings>(joined({"settings/ddi"}));
}
Call<DdiSettings> changeDdiSettings(boost::json::object changes) {
    return send<DdiSettings>("PATCH", joined({"settings/ddi"}), std::move(changes));
}
Call<GatewayToken> makeGatewayToken() {
    return send<GatewayToken>("POST", joined({"settings/ddi/gateway-token"}));
}
Call<Nothing> removeGatewayToken() {
    return remove(joined({"settings/ddi/gateway-token"}));
}

Call<Page<TokenInfo>> ownSessions() {
    return get<Page<TokenInfo>>(joined({"account/sessions"}));
}
Call<Nothing> endOwnSession(std::int64_t id) {
    return remove(joined({"account/sessions/", std::to_string(id)}));
}

Call<Page<TokenInfo>> tokens(PageRequest page) {
    return get<Page<TokenInfo>>(listed(joined({"tokens"}), page));
}
Call<TokenInfo> createToken(std::string_view name, AccountRole role, std::optional<Seconds> valid,
                            const std::vector<std::string>& products, const std::vector<std::string>& clusters) {
    boost::json::object body{{"name", name}, {"role", nameOf(role)}};
    if (valid) body["validSeconds"] = static_cast<std::int64_t>(valid->count());
    if (!products.empty()) body["products"] = boost::json::array(products.begin(), products.end());
    if (!clusters.empty()) body["clusters"] = boost::json::array(clusters.begin(), clusters.end());
    return send<TokenInfo>("POST", joined({"tokens"}), std::move(body));
}
Call<Nothing> deleteToken(std::int64_t id) {
    return remove(joined({"tokens/", std::to_string(id)}));
}

Call<SessionInfo> logIn(std::string_view name, std::string_view password) {
    return send<SessionInfo>("POST", joined({"login"}), {{"name", name}, {"password", password}});
}
Call<Nothing> logOut() {
    return {{"POST", joined({"logout"}), std::nullopt, {}, {}}, &readNothing};
}
Call<WhoAmI> whoAmI() {
    return get<WhoAmI>(joined({"account"}));
}
Call<AccountInfo> changeOwnPassword(std::string_view oldPassword, std::string_view newPassword) {
    return send<AccountInfo>("POST", joined({"account/password"}),
                             {{"oldPassword", oldPassword}, {"newPassword", newPassword}});
}
Call<Page<AccountInfo>> accounts(PageRequest page) {
    return get<Page<AccountInfo>>(listed(joined({"accounts"}), page));
}
Call<AccountInfo> account(std::string_view name) {
    return get<AccountInfo>(joined({"accounts/", encoded(name)}));
}
Call<AccountInfo> createAccount(std::string_view name, AccountRole role, std::string_view password) {
    return send<AccountInfo>("POST", joined({"accounts"}),
                             {{"name", name}, {"role", nameOf(role)}, {"password", password}});
}
Call<AccountInfo> changeAccount(std::string_view name, boost::json::object changes) {
    auto call = send<AccountInfo>("PATCH", joined({"accounts/", encoded(name)}), std::move(changes));
    call.request.ifMatch = "*";
    return call;
}
Call<Nothing> deleteAccount(std::string_view name) {
    return remove(joined({"accounts/", encoded(name)}));
}

}  // namespace signalbox::adminclient::calls
