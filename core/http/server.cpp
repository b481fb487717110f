// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/server.h"

#include <algorithm>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <exception>

#include "core/base/log.h"
#include "core/http/connection.h"
#include "core/http/platform.h"

namespace signalbox::http {
namespace {

constexpr Milliseconds kBackOff{100};  // after an accept that failed
constexpr int kAtOnce = 64;            // idle connections that give way when descriptors run out
constexpr int kBacklog = 4096;         // the system cuts it to its own bound

void logEnd(const std::string& name, const std::exception_ptr& exception, const Result<void>& result) {
    if (!exception) {
        if (!result) logDebug("http", "{}: a session ended: {}", name, result.error().text());
        return;
    }
    try {
        std::rethrow_exception(exception);
    } catch (const std::exception& e) {
        logError("http", "{}: a session threw: {}", name, e.what());
    }
}

}  // namespace

class Server::Impl : public std::enable_shared_from_this<Server::Impl> {
public:
    Impl(asio::io_context& io, Router router, ServerOptions options)
        : m_io(io),
          m_acceptor(io),
          m_backOff(io),
          m_emptied(io),
          m_state(std::make_shared<ServerState>(io, std::move(router), std::move(options))),
          // Files, databases, other doors and other servers need some of them too.
          m_most(std::min(m_state->options.maxConnections, descriptorsAllowed() / 4 * 3)) {}

    [[nodiscard]] Result<void> listen(const std::string& address, std::uint16_t port);
    [[nodiscard]] static Task<void> accept(std::shared_ptr<Impl> self);
    [[nodiscard]] static Task<void> stop(std::shared_ptr<Impl> self, Milliseconds grace);
    void dealTo(std::shared_ptr<Impl> other);
    void closeAcceptor();
    void abortAll();
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] const ServerState& state() const { return *m_state; }

private:
    [[nodiscard]] Result<void> open(const asio::ip::tcp::endpoint& endpoint);
    [[nodiscard]] std::shared_ptr<Impl> nextInTurn();
    void give(const std::shared_ptr<Impl>& to, asio::ip::tcp::socket socket);
    void take(asio::ip::tcp::socket socket);
    [[nodiscard]] bool makeRoom();
    void freeDescriptors();
    void leave();
    [[nodiscard]] asio::awaitable<void> waitEmpty();

    asio::io_context& m_io;
    asio::ip::tcp::acceptor m_acceptor;
    asio::steady_timer m_backOff;
    asio::steady_timer m_emptied;
    std::shared_ptr<ServerState> m_state;
    std::size_t m_most;                           ///< connections
    std::vector<std::shared_ptr<Impl>> m_others;  ///< that get connections from this one
    std::size_t m_turn = 0;
    std::optional<asio::executor_work_guard<asio::io_context::executor_type>> m_dealtTo;  ///< gets them from another
    std::uint16_t m_port = 0;
    bool m_full = false;  ///< told the log that the cap is reached
};

Result<void> Server::Impl::open(const asio::ip::tcp::endpoint& endpoint) {
    boost::system::error_code error;
    m_acceptor.open(endpoint.protocol(), error);
    if (error) return makeError(error);
    m_acceptor.set_option(asio::ip::tcp::acceptor::reuse_address(true), error);
    if (error) return makeError(error);
    m_acceptor.bind(endpoint, error);
    if (!error) m_acceptor.listen(kBacklog, error);
    if (!error) m_port = m_acceptor.local_endpoint(error).port();
    if (error) return makeError(error);
    return {};
}

Result<void> Server::Impl::listen(const std::string& address, std::uint16_t port) {
    const std::string what = "listening on " + address + " port " + std::to_string(port);
    boost::system::error_code error;
    const auto parsed = asio::ip::make_address(address, error);
    if (error) return makeError(BaseErrc::invalidArgument, what + ": no numeric address");
    if (m_acceptor.is_open()) return makeError(BaseErrc::wrongState, what + ": listens already");
    auto opened = open({parsed, port});
    if (!opened) {
        closeAcceptor();
        return std::move(opened).error().within(what);
    }
    spawnRoot(m_io.get_executor(), m_state->options.name + " accept", accept(shared_from_this()));
    return {};
}

Task<void> Server::Impl::accept(std::shared_ptr<Impl> self) {
    while (self->m_acceptor.is_open()) {
        const std::shared_ptr<Impl> next = self->nextInTurn();
        asio::ip::tcp::socket socket(next->m_io);
        boost::system::error_code error;
        co_await self->m_acceptor.async_accept(socket, asio::redirect_error(asio::use_awaitable, error));
        if (!self->m_acceptor.is_open()) break;
        if (!error) {
            self->give(next, std::move(socket));
            continue;
        }
        if (error == asio::error::connection_aborted) continue;  // the client left before it was taken
        logWarning("http", "{}: cannot take connections: {}", self->m_state->options.name, error.message());
        if (isExhaustion(error)) self->freeDescriptors();
        self->m_backOff.expires_after(kBackOff);
        co_await self->m_backOff.async_wait(asio::redirect_error(asio::use_awaitable, error));
    }
    co_return Result<void>();
}

void Server::Impl::dealTo(std::shared_ptr<Impl> other) {
    other->m_dealtTo.emplace(other->m_io.get_executor());
    m_others.push_back(std::move(other));
}

std::shared_ptr<Server::Impl> Server::Impl::nextInTurn() {
    const std::size_t turn = m_turn++ % (m_others.size() + 1);
    return turn == 0 ? shared_from_this() : m_others[turn - 1];
}

void Server::Impl::give(const std::shared_ptr<Impl>& to, asio::ip::tcp::socket socket) {
    if (to.get() == this) {
        take(std::move(socket));
        return;
    }
    asio::post(to->m_io, [to, held = std::move(socket)]() mutable { to->take(std::move(held)); });
}

/// At the cap the connection that has been idle longest gives way; where none is idle the new one is closed.
bool Server::Impl::makeRoom() {
    if (m_state->count < m_most) {
        m_full = false;
        return true;
    }
    if (!m_full) logWarning("http", "{}: {} connections are the most it takes", m_state->options.name, m_state->count);
    m_full = true;
    if (m_state->idle.empty()) return false;
    m_state->idle.front().endIfIdle();
    return true;
}

/// Whoever waits to be accepted would wait long if they came free one by one.
void Server::Impl::freeDescriptors() {
    for (int i = 0; i < kAtOnce && !m_state->idle.empty(); ++i)
        m_state->idle.front().endIfIdle();
}

void Server::Impl::take(asio::ip::tcp::socket socket) {
    if (m_state->stopping || !makeRoom()) return;
    boost::system::error_code error;
    const auto remote = socket.remote_endpoint(error);
    if (error) return;
    auto connection = std::make_shared<Connection>(m_state, std::move(socket), remote.address().to_string());
    m_state->sessions.push_back(*connection);
    ++m_state->count;
    auto done = [self = shared_from_this(), connection](const std::exception_ptr& exception,
                                                        const Result<void>& result) {
        logEnd(self->m_state->options.name, exception, result);
        connection->SessionHook::unlink();
        self->leave();
    };
    // Not spawnSession: stop() needs each session's cancellation slot, and the list its end.
    asio::co_spawn(m_io, Connection::run(connection),
                   asio::bind_cancellation_slot(connection->cancellation().slot(), std::move(done)));
}

void Server::Impl::leave() {
    if (--m_state->count == 0) m_emptied.cancel();
}

void Server::Impl::closeAcceptor() {
    boost::system::error_code ignored;  // closing is all there is to do
    m_acceptor.close(ignored);
    m_backOff.cancel();
    m_dealtTo.reset();
}

void Server::Impl::abortAll() {
    m_state->stopping = true;
    // An abort may end a session within the call and take it off the list.
    for (auto at = m_state->sessions.begin(); at != m_state->sessions.end();)
        (at++)->abort();
}

asio::awaitable<void> Server::Impl::waitEmpty() {
    boost::system::error_code woken;
    if (m_state->count > 0) co_await m_emptied.async_wait(asio::redirect_error(asio::use_awaitable, woken));
}

Task<void> Server::Impl::stop(std::shared_ptr<Impl> self, Milliseconds grace) {
    self->closeAcceptor();
    ServerState& state = *self->m_state;
    state.stopping = true;
    for (Connection& connection : state.sessions)
        connection.endIfIdle();
    self->m_emptied.expires_after(grace);
    co_await self->waitEmpty();
    if (state.count > 0) logInfo("http", "{}: cancels {} sessions", state.options.name, state.count);
    self->abortAll();
    self->m_emptied.expires_at(std::chrono::steady_clock::time_point::max());
    co_await self->waitEmpty();
    co_return Result<void>();
}

Server::Server(asio::io_context& io, Router router, ServerOptions options)
    : m_impl(std::make_shared<Impl>(io, std::move(router), std::move(options))) {
    ignoreBrokenPipes();
}

Server::~Server() {
    m_impl->closeAcceptor();
    m_impl->abortAll();
}

void Server::dealTo(const std::vector<Server*>& others) {
    for (Server* other : others)
        m_impl->dealTo(other->m_impl);
}

Result<void> Server::listen(const std::string& address, std::uint16_t port) {
    return m_impl->listen(address, port);
}

std::uint16_t Server::port() const {
    return m_impl->port();
}

Task<void> Server::stop(Milliseconds grace) {
    return Impl::stop(m_impl, grace);
}

std::size_t Server::connections() const {
    return m_impl->state().count;
}

std::uint64_t Server::bodyBytesSent() const {
    return m_impl->state().bodyBytesSent;
}

}  // namespace signalbox::http
