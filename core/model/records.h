// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/model/rollout.h"
#include "core/model/terminal.h"

namespace signalbox {

/// One thing anyone did, hash-chained: hash = SHA-256 over the entry before's hash and this entry's canonical JSON.
struct AuditEntry {
    std::int64_t sequence = 0;  ///< from 1, without gaps
    TimePoint at;
    std::string actor;    ///< an account's name, "terminal:<id>", "node:<name>" or "manager"
    std::string action;   ///< "release.approve", "rollout.pause" …
    std::string subject;  ///< "release:3", "rollout:7" …
    std::string detail;   ///< JSON object
    std::string hash;     ///< lower-case hex
};

/// What a terminal said of a deployment, kept for its time-line.
struct FeedbackEntry {
    std::int64_t sequence = 0;  ///< of all feedback, from 1
    DeploymentId deployment;
    TimePoint at;  ///< when it reached us
    std::string status;
    std::string message;
};

/// An event for the consoles: what changed, not its content.
struct Event {
    std::int64_t sequence = 0;
    std::string type;  ///< "rollout", "deployment", "node", "release", "terminal", "copy"
    std::string data;  ///< JSON object
};

enum class JoinRole { node, terminal };

/// A code that lets nodes or terminals join.
struct JoinTicket {
    std::int64_t id = 0;
    JoinRole role = JoinRole::terminal;
    std::string secretHash;  ///< lower-case hex SHA-256
    ClusterId cluster;
    TimePoint notAfter;
    std::string usedBy;  ///< name of who used it last; empty: not yet
    std::string createdBy;
    std::uint32_t uses = 1;  ///< how many may join with it
    std::uint32_t used = 0;
    bool approval = false;  ///< who joins with it waits until an administrator says yes
    TerminalId replaces;    ///< not 0: only for new hardware of this terminal
};

/// A terminal that wants to join and waits until an administrator says yes.
struct PendingTerminal {
    std::int64_t id = 0;
    std::string controllerId;
    std::string name;
    std::string platform;
    ClusterId cluster;
    std::string tokenHash;  ///< lower-case hex SHA-256
    std::string address;    ///< where it asked from
    TimePoint askedAt;
    TimePoint lastAsked;
};

enum class AccountRole { viewer, operator_, approver, administrator };

/// An audience that has a name, for other audiences and rollouts: `audience==name`.
struct SavedAudience {
    std::int64_t id = 0;
    std::string name;    ///< unique, also without the case of ASCII letters
    std::string filter;  ///< RSQL
    std::string description;
    std::string changedBy;
    TimePoint changedAt;
};

/// A person who logs in with a name and a password.
struct Account {
    std::int64_t id = 0;
    std::string name;  ///< unique, and no API token has it either: whom the audit log names
    AccountRole role = AccountRole::viewer;
    std::string passwordHash;  ///< PHC text, memory-hard
    bool disabled = false;
    TimePoint createdAt;
    TimePoint passwordAt;  ///< when it was last set
};

/// Which clients the DDI door lets in beside those with a token of their own, as an administrator set it.
struct DdiSettings {
    bool targetToken = true;    ///< each terminal by its own
    bool gatewayToken = false;  ///< one is set: who has it speaks for any terminal
    /// PEM, verified on our own TLS: the certificate's CN is the controllerId. Empty: none are asked for. Holds from
    /// the manager's next start.
    std::string clientCaPem;
    /// Addresses of reverse proxies whose X-Forwarded-Proto, X-Forwarded-Host, X-Controller-Id and X-Authority are
    /// believed.
    std::vector<std::string> proxies;
    std::vector<std::string> proxyAuthorities;  ///< that X-Authority must name one of; empty: that way in is off
    std::string newCluster = "default";         ///< of terminals that a gateway or a certificate brings
    std::string newPlatform;                    ///< theirs; empty: they must be known already
};

/// A token for the admin API: a program's, or a session that a log-in opened.
struct ApiToken {
    std::int64_t id = 0;
    std::string name;  ///< whom the audit log names
    AccountRole role = AccountRole::administrator;
    std::string tokenHash;  ///< lower-case hex SHA-256
    TimePoint createdAt;
    std::optional<TimePoint> notAfter;
    std::int64_t account = 0;  ///< of a session: whose
};

}  // namespace signalbox
