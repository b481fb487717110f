// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/load_connection.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>

namespace signalbox::bench {
namespace {

constexpr std::size_t kPiece = 256 * 1024;
constexpr std::size_t kMostHead = 64 * 1024;
std::array<char, kPiece> scratch;

void replaceAll(std::string& text, std::string_view name, const std::string& value) {
    for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + value.size()))
        text.replace(at, name.size(), value);
}

}  // namespace

std::string LoadPlan::nextRequest() {
    std::string request = text;
    const auto number = from + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(to - from + 1));
    replaceAll(request, "{n}", std::to_string(number));
    if (rangeSize > 0) {
        const std::uint64_t first = random() % (rangeOf - rangeSize + 1);
        replaceAll(request, "{range}", std::to_string(first) + "-" + std::to_string(first + rangeSize - 1));
    }
    return request;
}

void LoadOutcome::fail(const std::string& what) {
    if (++errors == 1) firstError = what;
}

LoadConnection::~LoadConnection() {
    close();
    SSL_SESSION_free(m_session);
}

void LoadConnection::close() {
    if (m_tls) {
        SSL_shutdown(m_tls);
        SSL_free(m_tls);
        ERR_clear_error();
    }
    if (m_socket >= 0) ::close(m_socket);
    m_tls = nullptr;
    m_socket = -1;
}

void LoadConnection::keepSession(ssl_session_st* session) {
    SSL_SESSION_free(m_session);
    m_session = session;
}

bool LoadConnection::open(int epoll) {
    m_epoll = epoll;
    m_begun = std::chrono::steady_clock::now();
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (m_socket < 0) return false;
    const int on = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_plan.port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 && errno != EINPROGRESS)
        return false;
    if (m_plan.tls) {
        m_tls = SSL_new(m_plan.tls);
        SSL_set_app_data(m_tls, this);
        SSL_set_fd(m_tls, m_socket);
        SSL_set_connect_state(m_tls);
        if (m_session) SSL_set_session(m_tls, m_session);
    }
    m_stage = Stage::connecting;
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT | EPOLLET;
    event.data.ptr = this;
    return ::epoll_ctl(epoll, EPOLL_CTL_ADD, m_socket, &event) == 0;
}

void LoadConnection::drive(bool once) {
    const std::uint64_t before = m_answers;
    for (;;) {
        const Step went = step();
        if (went == Step::blocked) return;
        if (went == Step::ended) {
            m_outcome.fail("a connection ended, stage " + std::to_string(static_cast<int>(m_stage)));
            close();
            return;
        }
        if (once && m_answers > before) return;
    }
}

LoadConnection::Step LoadConnection::step() {
    switch (m_stage) {
        case Stage::connecting: {
            int error = 0;
            socklen_t size = sizeof error;
            sockaddr_in peer{};
            socklen_t peerSize = sizeof peer;
            ::getsockopt(m_socket, SOL_SOCKET, SO_ERROR, &error, &size);
            if (error != 0) return Step::ended;
            if (::getpeername(m_socket, reinterpret_cast<sockaddr*>(&peer), &peerSize) != 0) return Step::blocked;
            if (m_tls) {
                m_stage = Stage::handshake;
            } else {
                beginRequest();
            }
            return Step::onward;
        }
        case Stage::handshake:
            return handshake();
        case Stage::sending:
            return send();
        case Stage::head:
        case Stage::body:
            return receive();
    }
    return Step::ended;
}

LoadConnection::Step LoadConnection::handshake() {
    const int returned = SSL_do_handshake(m_tls);
    if (returned == 1) {
        if (SSL_session_reused(m_tls)) ++m_outcome.resumed;
        beginRequest();
        return Step::onward;
    }
    return tlsOutcome(returned) == 0 ? Step::blocked : Step::ended;
}

void LoadConnection::beginRequest() {
    m_request = m_plan.nextRequest();
    m_sent = 0;
    m_head.clear();
    m_stage = Stage::sending;
    if (!m_plan.fresh) m_begun = std::chrono::steady_clock::now();
}

LoadConnection::Step LoadConnection::send() {
    const long count = tryWrite(m_request.data() + m_sent, m_request.size() - m_sent);
    if (count <= 0) return count == 0 ? Step::blocked : Step::ended;
    m_sent += static_cast<std::size_t>(count);
    if (m_sent == m_request.size()) m_stage = Stage::head;
    return Step::onward;
}

LoadConnection::Step LoadConnection::receive() {
    const long count = tryRead(scratch.data(), scratch.size());
    if (count <= 0) return count == 0 ? Step::blocked : Step::ended;
    std::uint64_t ofBody = static_cast<std::uint64_t>(count);
    if (m_stage == Stage::head) {
        m_head.append(scratch.data(), ofBody);
        const auto end = m_head.find("\r\n\r\n");
        if (end == std::string::npos) return m_head.size() > kMostHead ? Step::ended : Step::onward;
        ofBody = m_head.size() - end - 4;
        m_head.resize(end + 2);
        if (!takeHead()) return Step::ended;
        m_stage = Stage::body;
    }
    if (ofBody > m_left) return Step::ended;
    m_left -= ofBody;
    m_outcome.bodyBytes += ofBody;
    if (m_left == 0) endAnswer();
    return m_socket < 0 ? Step::ended : Step::onward;
}

bool LoadConnection::takeHead() {
    const std::string status = m_head.substr(0, 12);
    if (status != "HTTP/1.1 200" && status != "HTTP/1.1 206") {
        m_outcome.fail("an answer was " + status);
        return false;
    }
    m_left = 0;
    constexpr std::string_view kLength = "\r\nContent-Length: ";
    for (std::size_t at = m_head.find("\r\n"); at != std::string::npos; at = m_head.find("\r\n", at + 2)) {
        if (::strncasecmp(m_head.data() + at, kLength.data(), kLength.size()) != 0) continue;
        std::from_chars(m_head.data() + at + kLength.size(), m_head.data() + m_head.size(), m_left);
        return true;
    }
    return false;
}

void LoadConnection::endAnswer() {
    ++m_answers;
    ++m_outcome.requests;
    const auto spent = std::chrono::steady_clock::now() - m_begun;
    m_outcome.microseconds.push_back(
        static_cast<std::uint32_t>(std::chrono::duration_cast<std::chrono::microseconds>(spent).count()));
    if (!m_plan.fresh) {
        beginRequest();
        return;
    }
    close();
    if (!open(m_epoll)) m_outcome.fail("a connection could not be opened");
}

long LoadConnection::tlsOutcome(int returned) {
    const int error = SSL_get_error(m_tls, returned);
    if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE) return 0;
    ERR_clear_error();
    return -1;
}

long LoadConnection::tryRead(char* into, std::size_t size) {
    if (m_tls) {
        const int returned = SSL_read(m_tls, into, static_cast<int>(size));
        return returned > 0 ? returned : tlsOutcome(returned);
    }
    const ssize_t returned = ::recv(m_socket, into, size, 0);
    if (returned > 0) return returned;
    return returned < 0 && errno == EAGAIN ? 0 : -1;
}

long LoadConnection::tryWrite(const char* from, std::size_t size) {
    if (m_tls) {
        const int returned = SSL_write(m_tls, from, static_cast<int>(size));
        return returned > 0 ? returned : tlsOutcome(returned);
    }
    const ssize_t returned = ::send(m_socket, from, size, MSG_NOSIGNAL);
    if (returned > 0) return returned;
    return returned < 0 && errno == EAGAIN ? 0 : -1;
}

}  // namespace signalbox::bench
