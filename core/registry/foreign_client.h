// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>

#include "core/base/steady_clock.h"
#include "core/http/client.h"
#include "core/registry/challenge.h"

namespace signalbox::registry {

/// How to come to a registry of another maker.
struct ForeignAccess {
    http::Url registry;  ///< its origin
    std::string user;    ///< empty: as nobody
    std::string password;
    std::string caPem;  ///< whom to trust that it is the registry; empty: whom the system trusts
};

/// A client for a registry of another maker: where it is answered 401 it logs in as the registry asks, by HTTP Basic or
/// with a token had from the realm that the registry names (protocols/oci.md), and asks again. A body that was streamed
/// cannot be sent twice: BaseErrc::unavailable then, and the next try is logged in. User and password go to the
/// registry's origin and to its realm only, and never without TLS unless the registry itself has none. One thread.
class ForeignClient final : public http::Client {
public:
    ForeignClient(std::shared_ptr<http::Client> client, ForeignAccess access);

    [[nodiscard]] Task<http::ClientResponse> send(http::ClientRequest request) override;

private:
    struct Token {
        std::string authorization;
        TimePoint notAfter;
    };
    /// Whether it is worth asking again.
    [[nodiscard]] Task<bool> logIn(std::string repository, const http::ClientResponse& refusal);
    [[nodiscard]] Task<Token> fetchToken(Challenge bearer);

    const std::shared_ptr<http::Client> m_client;
    const ForeignAccess m_access;
    const SteadyClock m_clock;
    bool m_basic = false;                   ///< the registry takes it
    std::map<std::string, Token> m_tokens;  ///< by repository
};

/// A client for `access` with the thread and the options of `like`; BaseErrc::unsupported where `like` cannot make one.
[[nodiscard]] Result<std::shared_ptr<http::Client>> openForeign(const http::Client& like, ForeignAccess access);

}  // namespace signalbox::registry
