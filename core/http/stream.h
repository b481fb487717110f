// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <memory>
#include <span>
#include <string>

#include "core/base/hash.h"
#include "core/base/tasks.h"

struct ssl_st;
struct ssl_ctx_st;

namespace signalbox::http {

/// How a try at the socket went. wantRead, wantWrite: nothing could be done now, wait for that first.
enum class IoState { done, wantRead, wantWrite, eof, failed };
struct IoResult {
    IoState state = IoState::done;
    std::size_t bytes = 0;
    boost::system::error_code code;  ///< failed: why
};

/// A non-blocking connection, plain or TLS, the same type for both. The try… functions never wait and never allocate;
/// wait() is the only place where a coroutine sleeps. Closing is the destructor. One thread.
class Stream {
public:
    explicit Stream(asio::ip::tcp::socket socket);
    ~Stream();
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;

    /// Non-blocking, no delay. An error: the peer is gone already.
    [[nodiscard]] Result<void> prepare();
    /// Turns TLS on; handshake() comes next.
    [[nodiscard]] Result<void> secure(ssl_ctx_st* context, bool server);
    /// Connects a new socket; interrupt() ends it too.
    [[nodiscard]] Task<void> connect(asio::ip::tcp::endpoint endpoint);
    [[nodiscard]] IoResult tryHandshake();
    [[nodiscard]] IoResult tryRead(std::span<char> into);
    [[nodiscard]] IoResult tryWrite(std::span<const char> from);
    /// Tells the peer that nothing more comes, as far as this goes without waiting.
    void finishSending();
    /// Ends waits now and each later one at once, with `why`; safe while a coroutine waits.
    void interrupt(BaseErrc why);
    /// Forgets an interruption by time; one for good (BaseErrc::cancelled) stays.
    void resume() { m_interrupted = m_interrupted && m_why != BaseErrc::timedOut; }
    [[nodiscard]] bool interrupted() const { return m_interrupted; }

    /// Until the socket is ready for what `state` wants. Errors: why it was interrupted, BaseErrc::cancelled when the
    /// coroutine is cancelled, or the system's.
    [[nodiscard]] Task<void> wait(IoState state);

    [[nodiscard]] asio::ip::tcp::socket& socket() { return m_socket; }
    [[nodiscard]] ssl_st* tls() const { return m_tls; }
    /// OpenSSL's words for the last failure, for the log; empty otherwise.
    [[nodiscard]] std::string failureText() const;

private:
    [[nodiscard]] IoResult tlsOutcome(int returned);

    asio::ip::tcp::socket m_socket;
    ssl_st* m_tls = nullptr;
    unsigned long m_tlsError = 0;
    BaseErrc m_why = BaseErrc::cancelled;
    bool m_interrupted = false;
};

}  // namespace signalbox::http
