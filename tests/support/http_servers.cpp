// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/http_servers.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <boost/asio/post.hpp>
#include <charconv>
#include <stdexcept>

namespace signalbox::test {
namespace {

sockaddr_in local(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

void limitReads(int socket) {
    const timeval limit{10, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
}

}  // namespace

HttpServerThread::HttpServerThread(http::Router router, http::ServerOptions options)
    : m_tls(options.tls != nullptr),
      m_server(std::make_unique<http::Server>(m_io, std::move(router), std::move(options))) {
    m_server->listen("127.0.0.1", 0).value();
    m_port = m_server->port();
    m_thread = std::thread([this] { m_io.run(); });
}

HttpServerThread::~HttpServerThread() {
    if (!m_stopping) beginStop(Milliseconds(0));
    m_thread.join();
    m_server.reset();
}

std::string HttpServerThread::url(const std::string& target) const {
    return (m_tls ? "https" : "http") + std::string("://127.0.0.1:") + std::to_string(m_port) + target;
}

template <class T>
T HttpServerThread::ask(std::function<T()> question) {
    std::promise<T> promise;
    auto future = promise.get_future();
    asio::post(m_io, [&] { promise.set_value(question()); });
    return future.get();
}

std::size_t HttpServerThread::connections() {
    return ask<std::size_t>([this] { return m_server->connections(); });
}

std::uint64_t HttpServerThread::bodyBytesSent() {
    return ask<std::uint64_t>([this] { return m_server->bodyBytesSent(); });
}

void HttpServerThread::beginStop(Milliseconds grace) {
    m_stopping = true;
    auto done = [this](const std::exception_ptr&, const Result<void>&) { m_stopped.set_value(); };
    asio::post(m_io, [this, grace, done] { asio::co_spawn(m_io, m_server->stop(grace), done); });
}

bool HttpServerThread::waitStopped() {
    return m_stop.wait_for(Seconds(10)) == std::future_status::ready;
}

RawConnection::RawConnection(std::uint16_t port) : m_socket(::socket(AF_INET, SOCK_STREAM, 0)) {
    limitReads(m_socket);
    const sockaddr_in address = local(port);
    if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("the test cannot connect");
}

RawConnection::~RawConnection() {
    ::close(m_socket);
}

bool RawConnection::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

void RawConnection::finish() {
    ::shutdown(m_socket, SHUT_WR);
}

std::size_t RawConnection::readSome(char* into, std::size_t most) {
    const ssize_t count = ::recv(m_socket, into, most, 0);
    return count > 0 ? static_cast<std::size_t>(count) : 0;
}

std::optional<std::string> RawConnection::readAll() {
    std::string all = std::move(m_held);
    std::array<char, 65536> buffer{};
    for (;;) {
        const ssize_t count = ::recv(m_socket, buffer.data(), buffer.size(), 0);
        if (count < 0) return std::nullopt;
        if (count == 0) return all;
        all.append(buffer.data(), static_cast<std::size_t>(count));
    }
}

std::string RawConnection::readUntil(std::string_view mark) {
    std::array<char, 65536> buffer{};
    while (m_held.find(mark) == std::string::npos) {
        const std::size_t count = readSome(buffer.data(), buffer.size());
        if (count == 0) break;
        m_held.append(buffer.data(), count);
    }
    const auto found = m_held.find(mark);
    const std::size_t end = found == std::string::npos ? m_held.size() : found + mark.size();
    std::string taken = m_held.substr(0, end);
    m_held.erase(0, end);
    return taken;
}

std::string RawConnection::readResponse() {
    std::string response = readUntil("\r\n\r\n");
    const auto at = response.find("Content-Length: ");
    std::size_t length = 0;
    if (at != std::string::npos) std::from_chars(response.data() + at + 16, response.data() + response.size(), length);
    std::array<char, 65536> buffer{};
    while (m_held.size() < length) {
        const std::size_t count = readSome(buffer.data(), buffer.size());
        if (count == 0) break;
        m_held.append(buffer.data(), count);
    }
    response += m_held.substr(0, length);
    m_held.erase(0, length);
    return response;
}

std::string rawExchange(std::uint16_t port, std::string_view request) {
    RawConnection connection(port);
    connection.send(request);
    return connection.readAll().value_or("the server did not close");
}

RawServer::RawServer(std::function<void(int)> serve)
    : m_serve(std::move(serve)), m_listener(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address = local(0);
    socklen_t size = sizeof address;
    if (::bind(m_listener, reinterpret_cast<const sockaddr*>(&address), size) != 0 || ::listen(m_listener, 16) != 0 ||
        ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        throw std::runtime_error("the test cannot listen");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] {
        for (;;) {
            const int socket = ::accept(m_listener, nullptr, nullptr);
            if (socket < 0) return;
            ++m_accepted;
            limitReads(socket);
            m_serve(socket);
            ::close(socket);
        }
    });
}

RawServer::~RawServer() {
    ::shutdown(m_listener, SHUT_RDWR);
    m_thread.join();
    ::close(m_listener);
}

std::string RawServer::url(const std::string& target) const {
    return "http://127.0.0.1:" + std::to_string(m_port) + target;
}

std::string readHeadFrom(int socket) {
    std::string head;
    char c = 0;
    while (!head.ends_with("\r\n\r\n") && ::recv(socket, &c, 1, 0) == 1)
        head += c;
    return head;
}

void writeTo(int socket, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0) return;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

}  // namespace signalbox::test
