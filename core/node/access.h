// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/http/message.h"
#include "core/node/tool_accounts.h"
#include "core/trust/key.h"

namespace signalbox::node {

/// The service name that stands in tokens for nodes as their audience.
inline constexpr std::string_view kNodeAudience = "signalbox-node";
/// Whom the manager makes tokens of its own for.
inline constexpr std::string_view kManagerSubject = "distributor";

struct AccessOptions {
    trust::PublicKey tokenKey;  ///< the manager's, received when the node joined
    std::string tokenRealm;     ///< where a client gets a token
    std::string issuer;         ///< who must have issued it; empty: not checked
    ToolAccounts accounts;      ///< who may come by HTTP Basic
    /// The manager's own token counts only beside its certificate: so for every node that serves TLS.
    bool managerShowsCertificate = false;
    bool anonymous = false;  ///< everyone may do everything: tests on loopback only
};

/// Decides on the node alone who may do what. Any thread.
class Access {
public:
    Access(AccessOptions options, const Clock& clock);

    /// From now on these may come by HTTP Basic.
    void setAccounts(ToolAccounts accounts);

    /// nullopt: granted. 401 with a challenge without a token that holds, 403 when it holds but grants something else.
    [[nodiscard]] std::optional<http::Response> refuse(const http::Request& request, std::string_view repository,
                                                       std::string_view action) const;
    /// For "/v2/" itself: any token that holds will do.
    [[nodiscard]] std::optional<http::Response> refuseStranger(const http::Request& request) const;
    /// Whether the manager itself asks, by its certificate; where none is shown, anyone whom the rest lets in.
    [[nodiscard]] bool isManager(const http::Request& request) const;
    /// Where "Authorization" of a client without a token leads.
    void setTokenRealm(std::string realm);
    /// Whether the request's token also grants `action` on another repository.
    [[nodiscard]] bool alsoGrants(const http::Request& request, std::string_view repository,
                                  std::string_view action) const;

private:
    [[nodiscard]] std::shared_ptr<const ToolAccounts> accounts() const;
    [[nodiscard]] std::string tokenRealm() const;
    [[nodiscard]] Result<trust::AccessToken> tokenOf(const http::Request& request) const;
    [[nodiscard]] http::Response challenge(std::string_view scope, std::string_view why) const;

    const AccessOptions m_options;
    const Clock& m_clock;
    mutable std::mutex m_changing;  ///< of what follows, which is replaced while others check
    std::shared_ptr<const ToolAccounts> m_accounts;
    std::string m_tokenRealm;
};

}  // namespace signalbox::node
