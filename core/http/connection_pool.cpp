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
constexpr std::size_t kMostProxyHead = 16 * 1024;

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

Task<void> ConnectionPool::tunnel(ClientConnection& connection, const Url& url) {
    const std::string request = connectRequest(*m_options.proxy, url.host, url.port);
    Channel& channel = connection.channel;
    CO_CHECK(co_await channel.write(request, m_options.connectDeadline));
    std::string& input = channel.input();
    HeadScanner scanner;
    for (auto state = HeadScanner::State::needMore; state != HeadScanner::State::complete;) {
        const std::size_t had = input.size();
        input.resize(had + 1024);
        auto count = co_await channel.readSome(std::span(input).subspan(had), m_options.connectDeadline);
        input.resize(had + (count ? *count : 0));
        if (!count) co_return std::move(count).error().within("proxy " + m_options.proxy->shown());
        state = scanner.scan(input, kMostProxyHead);
        const bool broken = state == HeadScanner::State::tooLong || state == HeadScanner::State::badLineEnd;
        if (*count == 0 || broken) co_return makeError(ProxyErrc::badAnswer, m_options.proxy->shown());
    }
    auto answer = readConnectAnswer(std::string_view(input).substr(scanner.leading(), scanner.size()));
    if (!answer) co_return std::move(answer).error().within("proxy " + m_options.proxy->shown());
    channel.dropInput(scanner.leading() + scanner.size());
    // The server speaks second in TLS: bytes now are the proxy's own, and must not be taken for the server's.
    if (!input.empty()) co_return makeError(ProxyErrc::badAnswer, m_options.proxy->shown());
    co_return Result<void>();
}

Task<std::unique_ptr<ClientConnection>> ConnectionPool::connect(Url url) {
    const std::string origin = url.origin();
    const Proxy* proxy = m_options.proxy && m_options.proxy->leadsTo(url.host, url.port) ? &*m_options.proxy : nullptr;
    const std::string host = proxy ? proxy->host() : url.host;
    const std::uint16_t port = proxy ? proxy->port() : url.port;
    CO_TRY(const auto endpoints, co_await lookUp(m_io, host, port, m_options.connectDeadline));
    Error last = makeError(BaseErrc::notFound, "no address of " + host);
    std::size_t tries = 0;
    for (const auto& endpoint : endpoints) {
        if (++tries > kMostAddresses || last.code == BaseErrc::cancelled) break;
        auto connected = co_await connectTo(endpoint, origin);
        if (!connected) {
            last = std::move(connected).error();
            continue;
        }
        std::unique_ptr<ClientConnection> connection = std::move(*connected);
        if (proxy && url.scheme == "http") connection->forwarder = proxy;
        if (url.scheme == "https") {
            if (proxy) CO_CHECK(co_await tunnel(*connection, url));
            CO_CHECK(secure(*connection, url));
            auto agreed = co_await connection->channel.handshake(m_options.connectDeadline);
            if (!agreed) co_return std::move(agreed).error().within(origin);
        }
        co_return connection;
    }
    co_return std::move(last).within(origin);
}

}  // namespace signalbox::http
