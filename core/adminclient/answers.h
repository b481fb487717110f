// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/model/digest.h"
#include "core/model/records.h"
#include "core/model/release.h"
#include "core/model/rollout.h"
#include "core/model/terminal.h"

/// What the admin API answers beyond the model's own values.
namespace signalbox::adminclient {

/// One page of a list.
template <class T>
struct Page {
    std::vector<T> items;
    std::optional<std::int64_t> next;  ///< what to pass as `after` for the next page; none: this is the last
    std::int64_t total = 0;
};

/// The answer of a call that has nothing to say.
struct Nothing {};

/// Something of the manager itself that people must see to.
struct AlarmInfo {
    std::string kind;
    std::string subject;
    std::string text;
    std::optional<TimePoint> at;
};

struct BackupSummary {
    bool running = false;
    std::optional<TimePoint> lastSuccess;
    std::optional<TimePoint> nextDue;
    bool overdue = false;
};

struct BackupSettingsInfo {
    std::string folder;
    std::int64_t everySeconds = 0;
    std::int64_t keep = 0;
    bool packages = true;
    bool passphraseSet = false;
};

struct BackupRunInfo {
    TimePoint startedAt;
    std::string startedBy;
    std::uint64_t bytesDone = 0;
    std::uint64_t bytesTotal = 0;  ///< 0: not known yet
};

struct BackupFileInfo {
    std::string name;
    std::uint64_t size = 0;
    TimePoint createdAt;
};

struct BackupsInfo {
    std::optional<BackupRunInfo> running;
    std::optional<TimePoint> lastSuccess;
    std::string lastFile;
    std::optional<TimePoint> lastFailure;
    std::string lastError;
    std::optional<TimePoint> nextDue;
    bool overdue = false;
    std::vector<BackupFileInfo> files;  ///< the newest first
};

struct ManagerStatus {
    std::string version;
    std::string managerId;
    TimePoint startedAt;
    std::string ddiUrl;
    std::string adminUrl;
    std::int64_t terminals = 0;
    std::int64_t nodes = 0;
    std::int64_t rolloutsActive = 0;
    std::string caFingerprint;  ///< lower-case hex SHA-256
    /// Until when whom others must trust has a certificate for it.
    struct Certificate {
        std::string holder;  ///< "authority", "manager", "node:<name>"
        TimePoint notAfter;
    };
    std::vector<Certificate> certificates = {};
    BackupSummary backup = {};
    std::vector<AlarmInfo> alarms = {};
};

struct NodeDetail {
    Node node;
    std::string clusterName;
    std::vector<NodeCopy> copies;
    std::optional<bool> online;  ///< none: nobody has looked yet
    std::optional<TimePoint> lastSeen;
    bool diskFull = false;
    std::optional<std::uint64_t> freeBytes;  ///< none: it does not tell
    std::string problem;                     ///< why it is out of reach
    std::int64_t blobBytesSent = 0;          ///< since it was started
    std::int64_t damagedBlobs = 0;           ///< found by the node itself, ever
    /// Of a registry of another maker.
    struct Registry {
        std::string user;
        std::string pullUser;
        bool ownAuthority = false;
    };
    std::optional<Registry> registry;
};

/// What becomes of a release's packages.
struct ReleaseRetention {
    std::optional<TimePoint> dropsAt;
    std::optional<TimePoint> droppedAt;
    std::string neededBy;
};

struct StorageSettings {
    std::int64_t retentionSeconds = 0;
    std::int64_t registryCheckSeconds = 0;
};

/// Who must sign for a role, as published.
struct TrustRole {
    std::string role;
    TimePoint ends;
    std::int64_t need = 0;
    std::vector<std::string> keyIds;
    std::vector<std::string> owners{};  ///< of those keys, in their order; "" where nobody said so
    std::string rules{};                ///< of a product's approvers; "": none beside who and how many
};

/// What waits for signatures.
struct StagedTrust {
    std::string role;
    std::int64_t have = 0;
    std::int64_t need = 0;
    std::vector<std::string> signers;  ///< key ids
    std::string content;               ///< what is signed, as JSON; empty in lists
};

/// A published metadata file.
struct TrustFile {
    std::string name;
    std::string content;
};

struct SignedTrust {
    bool published = false;
    std::int64_t have = 0;
    std::int64_t need = 0;
};

struct TrustState {
    bool established = false;
    std::string onlineKeyId;
    std::string onlineKeyPem;
    std::vector<TrustRole> roles;
    std::vector<StagedTrust> staged;
};

struct NodeToken {
    std::string token;
    TimePoint notAfter;
    std::string url;  ///< of the node
};

/// Only in the answer that makes it.
struct GatewayToken {
    std::string token;
};

struct JoinCodes {
    std::vector<std::string> codes;
    TimePoint notAfter;
};

struct TerminalDetail {
    Terminal terminal;
    std::string clusterName;
    std::vector<Deployment> deployments;  ///< newest first
};

struct NewTerminal {
    Terminal terminal;
    std::string token;
};

struct AudienceCheck {
    std::int64_t count = 0;
    std::vector<std::string> sample;  ///< controller ids
};

struct Completion {
    std::string text;
    std::optional<std::uint64_t> count;  ///< of a value: terminals that have it
};

/// What can stand from byte `begin` to `end` of a filter that is typed.
struct Completions {
    std::string wanted;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    std::vector<Completion> items;
};

struct Health {
    std::string status;
    std::vector<std::string> alarms;  ///< their kinds
};

struct UploadState {
    std::string id;
    std::uint64_t offset = 0;
};

struct Blob {
    Digest digest;
    std::uint64_t size = 0;
};

constexpr std::size_t kDeploymentStates = static_cast<std::size_t>(DeploymentState::superseded) + 1;

struct PhaseProgress {
    std::string name;
    std::uint64_t terminals = 0;
    std::array<std::uint64_t, kDeploymentStates> inState{};  ///< by DeploymentState

    [[nodiscard]] std::uint64_t in(DeploymentState state) const { return inState[static_cast<std::size_t>(state)]; }
};

struct CopyProgress {
    NodeCopy copy;
    std::string nodeName;
};

struct SyncProgress {
    bool open = false;
    std::uint64_t proven = 0;
    std::uint64_t needed = 0;
};

struct RolloutProgress {
    std::uint64_t audience = 0;
    std::uint64_t permitsOut = 0;
    std::vector<PhaseProgress> phases;
    std::vector<CopyProgress> copies;
    SyncProgress syncGate;
};

struct RolloutDetail {
    Rollout rollout;
    RolloutProgress progress;
};

/// What those that failed have in common more than the others.
struct FailureSuspect {
    std::string what;
    std::string value;
    std::uint64_t failed = 0;
    std::uint64_t ended = 0;
};

struct FailureGroup {
    FailureCause cause = FailureCause::none;
    DeploymentState state = DeploymentState::failed;
    std::uint64_t count = 0;
    std::uint64_t excluded = 0;  ///< of them: taken out of the rollout
    TimePoint firstSeen;
    TimePoint lastSeen;
    std::string message;
    std::string lastLine;  ///< of a log tail
    std::vector<FailureSuspect> suspects;
    std::vector<std::string> terminals;  ///< controller ids, not all
};

struct Failures {
    std::vector<FailureGroup> groups;
};

/// Why it does not go on.
struct WaitInfo {
    std::string rule;
    std::string reason;
    std::optional<TimePoint> next;
    std::string changes;
};

struct DeploymentDetail {
    Deployment deployment;
    std::string controllerId;
    std::optional<WaitInfo> wait;  ///< none: it is over
};

struct DryRunGroup {
    std::string reason;
    std::uint64_t count = 0;
    std::vector<std::string> terminals;  ///< controller ids, not all
};

struct DryRunPhase {
    std::string name;
    std::uint64_t terminals = 0;
    std::uint64_t bytes = 0;
    std::optional<TimePoint> from;
    std::optional<TimePoint> finish;
    bool afterHand = false;
};

struct DryRunNode {
    std::string name;
    std::string clusterName;
    bool online = false;
    std::uint64_t terminals = 0;
    std::uint64_t bytes = 0;
};

/// What a rollout would do if it started now.
struct DryRun {
    TimePoint at;
    std::uint64_t matched = 0;
    std::uint64_t members = 0;
    std::uint64_t bytes = 0;
    std::vector<DryRunGroup> excluded;
    std::vector<DryRunGroup> held;
    std::vector<DryRunGroup> missed;
    std::vector<DryRunGroup> withoutNode;
    std::vector<DryRunPhase> phases;
    std::vector<DryRunNode> nodes;
    std::optional<TimePoint> finish;
};

struct AccountInfo {
    std::string name;
    AccountRole role = AccountRole::viewer;
    bool disabled = false;
    TimePoint createdAt;
    TimePoint passwordAt;
    std::vector<std::string> products;  ///< that changes are limited to
    std::vector<std::string> clusters;  ///< likewise
};

/// What a log-in opened.
struct SessionInfo {
    std::string token;
    TimePoint notAfter;
    std::string name;
    AccountRole role = AccountRole::viewer;
};

/// Whose token is used.
struct WhoAmI {
    std::string name;
    AccountRole role = AccountRole::viewer;
    std::string kind;  ///< token or session
    std::optional<TimePoint> notAfter;
    std::vector<std::string> products;  ///< that changes are limited to
    std::vector<std::string> clusters;  ///< likewise
};

struct AuditVerdict {
    bool intact = false;
    std::int64_t entries = 0;
    std::string head;
    std::string problem;
    std::int64_t anchors = 0;  ///< signatures of people that name an entry of it
};

struct ManagerAddressesInfo {
    std::vector<std::string> urls;
    std::vector<std::string> told;  ///< where it is now, then those
    std::optional<TimePoint> changedAt;
    std::uint64_t heardSince = 0;  ///< terminals that have polled since
    std::uint64_t terminals = 0;
};

/// One of the manager's certificate authorities.
struct AuthorityCertificate {
    std::string fingerprint;
    TimePoint notAfter;
};

struct AuthorityInfo {
    std::string state;  ///< settled, planned, retiring
    AuthorityCertificate current;
    std::optional<AuthorityCertificate> next;
    std::optional<AuthorityCertificate> previous;
    std::string pem;  ///< of all that are to be trusted
    std::uint64_t nodes = 0;
    std::vector<std::string> nodesWaiting;
    std::uint64_t terminals = 0;
    std::uint64_t terminalsWaiting = 0;
    std::uint64_t otherClientsWaiting = 0;
    std::uint64_t openCodes = 0;
};

struct ProductInfo {
    std::string name;
    bool restricted = false;  ///< tags alone decide who gets it
    std::uint64_t releases = 0;
};

struct PendingInfo {
    std::int64_t id = 0;
    std::string controllerId;
    std::string name;
    std::string platform;
    std::string clusterName;
    std::string address;
    TimePoint askedAt;
    TimePoint lastAsked;
};

/// What a terminal was asked about itself.
struct DiagnosticsInfo {
    std::string state;  ///< requested, answered or failed
    std::int64_t request = 0;
    std::string requestedBy;
    TimePoint requestedAt;
    std::optional<TimePoint> endedAt;
    std::string problem;                ///< why it failed
    std::optional<TimePoint> bundleAt;  ///< of the bundle that is kept; may be of an earlier request
    std::uint64_t bundleSize = 0;
};

struct JoiningInfo {
    bool withoutCode = false;
};

struct Count {
    std::uint64_t count = 0;
};

struct ImportedToken {
    std::string controllerId;
    std::string token;
};

struct Imported {
    std::uint64_t count = 0;
    std::vector<ImportedToken> tokens;
};

struct TokenInfo {
    std::int64_t id = 0;
    std::string name;
    AccountRole role = AccountRole::viewer;
    std::string kind;  ///< token or session
    std::optional<TimePoint> createdAt;
    std::optional<TimePoint> notAfter;
    std::string token;                  ///< only in the answer that makes it
    std::vector<std::string> products;  ///< that changes are limited to
    std::vector<std::string> clusters;  ///< likewise
};

}  // namespace signalbox::adminclient
