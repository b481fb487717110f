// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/tasks.h"
#include "core/node/identity.h"
#include "core/trust/join_code.h"
#include "core/trust/key.h"

namespace signalbox::http {
class Client;
}

namespace signalbox::node {

struct JoinRequest {
    trust::JoinCode code;
    std::string name;
    ListenAddress listen;
    std::string url;      ///< how others reach it
    std::string cluster;  ///< not empty: the cluster that the code must be for
    /// Not empty: one of these must be the manager's authority, instead of the code's (a node that asks again).
    std::vector<std::string> authorities{};
};

/// Asks the manager (POST <managerUrl>/join/node) for a certificate. `client` must be pinned to the code's fingerprint.
/// BaseErrc::denied when the manager refuses code or name, BaseErrc::malformed for an answer that does not hold
/// together (certificate not of our key or not a node's, CA not the code's), transport's errors otherwise.
[[nodiscard]] Task<NodeIdentity> joinManager(http::Client& client, JoinRequest request);

/// The same over a connection of its own; blocks.
[[nodiscard]] Result<NodeIdentity> joinManagerNow(JoinRequest request);

/// The manager's answer {"name","cluster","certificate","ca","tokenKey","issuer","tokenRealm"}, checked against what
/// was asked and the key the certificate must be for.
[[nodiscard]] Result<NodeIdentity> readJoinAnswer(std::string_view json, const JoinRequest& request,
                                                  const trust::PrivateKey& key);

}  // namespace signalbox::node
