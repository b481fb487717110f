// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/connection_pool.h"

#include <openssl/ssl.h>

#include <algorithm>

#include "core/http/name_lookup.h"

namespace signalbox::http {
namespace {

constexpr std::size_t kMostSessions = 64;  // origins whose TLS sessions are remembered
constexpr std::size_t kMostAddresses = 8;  // of one name that are tried

}  // namespace

void ConnectionPool::FreeSession::operator()(ssl_session_st* session) const {
    SSL_SESSION_free(session);
}

ConnectionPool::ConnectionPool(asio::io_context& io, ClientOptions options) : m_io(io), m_options(std::move(options)) {
    const auto shortest = std::min(m_options.connectDeadline, m_options.progressDeadline);
    m_sweeper = std::make_shared<Sweeper>(io, Sweeper::intervalFor(shortest));
}

void ConnectionPool::dropOld() {
    const auto oldest = std::chrono::steady_clock::now() - m_options.idleKeep;
    std::erase_if(m_idle, [oldest](const auto& connection) { return connection->idleSince < oldest; });
}

std::unique_ptr<ClientConnection> ConnectionPool::takeIdle(const std::string& origin) {
    dropOld();
    for (std::size_t i = m_idle.size(); i-- > 0;) {
        if (m_idle[i]->origin != origin) continue;
        std::unique_ptr<ClientConnection> connection = std::move(m_idle[i]);
        m_idle.erase(m_idle.begin() + static_cast<std::ptrdiff_t>(i));
        // Bytes or an end between requests: the server is done with this connection.
        char unexpected = 0;
        const IoResult tried = connection->channel.stream().tryRead(std::span(&unexpected, 1));
        if (tried.state == IoState::wantRead) return connection;
    }
    return nullptr;
}

void ConnectionPool::keep(std::unique_ptr<ClientConnection> connection) {
    dropOld();
    const auto same = std::count_if(m_idle.begin(), m_idle.end(),
                                    [&](const auto& kept) { return kept->origin == connection->origin; });
    if (static_cast<std::size_t>(same) >= m_options.maxIdlePerOrigin) return;
    connection->channel.neverExpire();
    connection->idleSince = std::chrono::steady_clock::now();
    m_idle.push_back(std::move(connection));
}

void ConnectionPool::remember(const std::string& origin, ssl_session_st* session) {
    if (m_sessions.size() >= kMostSessions && !m_sessions.contains(origin)) m_sessions.erase(m_sessions.begin());
    m_sessions[origin] = Session(session);
}

Result<void> ConnectionPool::secure(ClientConnection& connection, const Url& url) {
    if (!m_options.tls) return makeError(BaseErrc::invalidArgument, "https without a TLS context");
    Stream& stream = connection.channel.stream();
    CHECK(stream.secure(m_options.tls->native(), false));
    CHECK(expectHost(stream.tls(), url.host));
    const auto known = m_sessions.find(connection.origin);
    if (known != m_sessions.end()) SSL_set_session(stream.tls(), known->second.get());
    connection.sessions = [this, origin = connection.origin](ssl_session_st* session) { remember(origin, session); };
    sendSessionsTo(stream.tls(), &connection.sessions);
    return {};
}

Task<std::unique_ptr<ClientConnection>> ConnectionPool::connectTo(asio::ip::tcp::endpoint endpoint,
                                                                  std::string origin) {
    auto connection = std::make_unique<ClientConnection>(asio::ip::tcp::socket(m_io), m_sweeper, std::move(origin));
    connection->channel.expireIn(m_options.connectDeadline);
    CO_CHECK(co_await connection->channel.stream().connect(endpoint));
    connection->channel.neverExpire();
    co_return connection;
}

Task<std::unique_ptr<ClientConnection>> ConnectionPool::connect(Url url) {
    const std::string origin = url.origin();
    CO_TRY(const auto endpoints, co_await lookUp(m_io, url.host, url.port, m_options.connectDeadline));
    Error last = makeError(BaseErrc::notFound, "no address of " + url.host);
    std::size_t tries = 0;
    for (const auto& endpoint : endpoints) {
        if (++tries > kMostAddresses || last.code == BaseErrc::cancelled) break;
        auto connected = co_await connectTo(endpoint, origin);
        if (!connected) {
            last = std::move(connected).error();
            continue;
        }
        std::unique_ptr<ClientConnection> connection = std::move(*connected);
        if (url.scheme == "https") {
            CO_CHECK(secure(*connection, url));
            auto agreed = co_await connection->channel.handshake(m_options.connectDeadline);
            if (!agreed) co_return std::move(agreed).error().within(origin);
        }
        co_return connection;
    }
    co_return std::move(last).within(origin);
}

}  // namespace signalbox::http
