// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include "core/base/tasks.h"
#include "core/http/client.h"
#include "core/http/server.h"

namespace signalbox::test {

/// Runs `io` until `task` is over, or until a watchdog of 20 seconds bites (BaseErrc::timedOut).
template <class T>
[[nodiscard]] Result<T> runTask(asio::io_context& io, Task<T> task) {
    std::optional<Result<T>> outcome;
    auto done = [&outcome](const std::exception_ptr& exception, Result<T> result) {
        if (exception) std::rethrow_exception(exception);
        outcome.emplace(std::move(result));
    };
    asio::co_spawn(io, std::move(task), std::move(done));
    const auto end = std::chrono::steady_clock::now() + Seconds(20);
    io.restart();
    while (!outcome && !io.stopped() && std::chrono::steady_clock::now() < end)
        io.run_one_for(Milliseconds(100));
    if (!outcome) return makeError(BaseErrc::timedOut, "watchdog of the test");
    return std::move(*outcome);
}

/// A server on a thread of its own, on 127.0.0.1. What handlers refer to must outlive it.
class HttpServerThread {
public:
    explicit HttpServerThread(http::Router router, http::ServerOptions options = {});
    ~HttpServerThread();
    HttpServerThread(const HttpServerThread&) = delete;
    HttpServerThread& operator=(const HttpServerThread&) = delete;

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] std::string url(const std::string& target) const;
    [[nodiscard]] asio::io_context& io() { return m_io; }
    /// Read on the server's thread.
    [[nodiscard]] std::size_t connections();
    [[nodiscard]] std::uint64_t bodyBytesSent();
    /// Starts Server::stop and returns at once; stopped() tells when it is over.
    void beginStop(Milliseconds grace);
    [[nodiscard]] bool waitStopped();

private:
    template <class T>
    [[nodiscard]] T ask(std::function<T()> question);

    asio::io_context m_io;
    bool m_tls = false;
    std::unique_ptr<http::Server> m_server;
    std::uint16_t m_port = 0;
    std::promise<void> m_stopped;
    std::future<void> m_stop = m_stopped.get_future();
    bool m_stopping = false;
    std::thread m_thread;
};

/// A blocking TCP connection that speaks raw bytes; reads give up after 10 seconds.
class RawConnection {
public:
    explicit RawConnection(std::uint16_t port);
    ~RawConnection();
    RawConnection(const RawConnection&) = delete;
    RawConnection& operator=(const RawConnection&) = delete;

    /// False when the peer is gone.
    bool send(std::string_view bytes);
    /// Says that nothing more comes.
    void finish();
    /// Everything until the peer closes; nullopt when it does not.
    [[nodiscard]] std::optional<std::string> readAll();
    /// Until `mark` was received (and everything that came with it); what came before the peer closed otherwise.
    [[nodiscard]] std::string readUntil(std::string_view mark);
    /// One response with a Content-Length, head and body.
    [[nodiscard]] std::string readResponse();
    /// At most `most` bytes, 0 at the end.
    [[nodiscard]] std::size_t readSome(char* into, std::size_t most);

private:
    int m_socket = -1;
    std::string m_held;
};

/// Sends `request` and returns everything the server says until it closes.
[[nodiscard]] std::string rawExchange(std::uint16_t port, std::string_view request);

/// Posix-listens on 127.0.0.1 and runs `serve(socket)` for each connection on a thread: servers that misbehave.
class RawServer {
public:
    explicit RawServer(std::function<void(int socket)> serve);
    ~RawServer();
    RawServer(const RawServer&) = delete;
    RawServer& operator=(const RawServer&) = delete;

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] std::string url(const std::string& target) const;
    [[nodiscard]] int accepted() const { return m_accepted; }

private:
    std::function<void(int)> m_serve;
    int m_listener = -1;
    std::uint16_t m_port = 0;
    std::atomic<int> m_accepted = 0;
    std::thread m_thread;
};

/// Reads a request head from a blocking socket; empty when the peer left.
std::string readHeadFrom(int socket);
void writeTo(int socket, std::string_view bytes);

}  // namespace signalbox::test
