// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <boost/asio/cancellation_state.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <memory>
#include <optional>
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
    /// Sends from a file straight to a plain connection, the file being read by the system; state failed with
    /// BaseErrc::unsupported on TLS and where the system cannot, with BaseErrc::corrupt at the file's end.
    [[nodiscard]] IoResult trySendFile(int descriptor, std::uint64_t offset, std::size_t count);
    /// Whether something was received that tryRead() has not given yet: the socket does not tell of it.
    [[nodiscard]] bool holdsBytes() const;
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
    /// Until something was received, or the peer has left: as wait(IoState::wantRead), but for long waits, and one call
    /// to the system cheaper.
    [[nodiscard]] Task<void> waitForBytes();

    // Beneath TLS, which uses them; bytes that waitForBytes() received come first.
    [[nodiscard]] IoResult readSocket(std::span<char> into);
    [[nodiscard]] IoResult writeSocket(std::span<const char> from);
    [[nodiscard]] bool atEnd() const { return m_atEnd; }

    [[nodiscard]] asio::ip::tcp::socket& socket() { return m_socket; }
    [[nodiscard]] ssl_st* tls() const { return m_tls; }
    /// OpenSSL's words for the last failure, for the log; empty otherwise.
    [[nodiscard]] std::string failureText() const;

private:
    [[nodiscard]] IoResult tlsOutcome(int returned);
    [[nodiscard]] std::optional<Error> whyNotToWait(const asio::cancellation_state& cancellation) const;

    asio::ip::tcp::socket m_socket;
    ssl_st* m_tls = nullptr;
    unsigned long m_tlsError = 0;
    BaseErrc m_why = BaseErrc::cancelled;
    bool m_interrupted = false;
    bool m_atEnd = false;  ///< the peer sends nothing any more
    std::uint16_t m_earlyBegin = 0;
    std::uint16_t m_earlyEnd = 0;
    std::array<char, 512> m_early;  ///< received by waitForBytes(); a poll fits in
};

}  // namespace signalbox::http
