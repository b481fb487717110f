// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/http/channel.h"
#include "core/http/client.h"
#include "core/http/tls_peer.h"

namespace signalbox::http {

/// A client's connection to one origin.
struct ClientConnection {
    ClientConnection(asio::ip::tcp::socket socket, std::shared_ptr<Sweeper> sweeper, std::string where)
        : channel(std::move(socket), std::move(sweeper)), origin(std::move(where)) {}

    SessionSink sessions;  ///< outlives the channel's TLS
    Channel channel;
    std::string origin;
    const Proxy* forwarder = nullptr;  ///< the pool's: requests go to it and not to the origin
    std::chrono::steady_clock::time_point idleSince;
};

/// The connections a client keeps, and the TLS sessions to resume. One thread.
class ConnectionPool {
public:
    ConnectionPool(asio::io_context& io, ClientOptions options);

    /// A kept connection that is still open, or null.
    [[nodiscard]] std::unique_ptr<ClientConnection> takeIdle(const std::string& origin);
    [[nodiscard]] Task<std::unique_ptr<ClientConnection>> connect(Url url);
    /// For a connection between requests.
    void keep(std::unique_ptr<ClientConnection> connection);
    [[nodiscard]] const ClientOptions& options() const { return m_options; }

private:
    struct FreeSession {
        void operator()(ssl_session_st* session) const;
    };
    using Session = std::unique_ptr<ssl_session_st, FreeSession>;

    [[nodiscard]] Task<std::unique_ptr<ClientConnection>> connectTo(asio::ip::tcp::endpoint endpoint,
                                                                    std::string origin);
    /// Asks the proxy for a tunnel to the URL's host.
    [[nodiscard]] Task<void> tunnel(ClientConnection& connection, const Url& url);
    [[nodiscard]] Result<void> secure(ClientConnection& connection, const Url& url);
    void remember(const std::string& origin, ssl_session_st* session);
    void dropOld();

    asio::io_context& m_io;
    ClientOptions m_options;
    std::shared_ptr<Sweeper> m_sweeper;
    std::map<std::string, Session> m_sessions;
    std::vector<std::unique_ptr<ClientConnection>> m_idle;
};

}  // namespace signalbox::http
