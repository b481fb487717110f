// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/stream.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/this_coro.hpp>
#include <cerrno>
#include <climits>

#include "core/http/platform.h"
#include "core/http/stream_bio.h"
#include "core/http/tls.h"

namespace signalbox::http {
namespace {

IoResult plainOutcome(const boost::system::error_code& error, std::size_t bytes, IoState wanted) {
    if (!error) return {IoState::done, bytes, {}};
    if (error == asio::error::would_block || error == asio::error::try_again) return {wanted, 0, {}};
    if (error == asio::error::eof) return {IoState::eof, 0, {}};
    return {IoState::failed, 0, error};
}

}  // namespace

Stream::Stream(asio::ip::tcp::socket socket) : m_socket(std::move(socket)) {}

Stream::~Stream() {
    if (!m_tls) return;
    // Without this OpenSSL makes the session of a connection that was not shut down unfit to be resumed.
    SSL_set_shutdown(m_tls, SSL_SENT_SHUTDOWN | SSL_RECEIVED_SHUTDOWN);
    SSL_free(m_tls);
}

Result<void> Stream::prepare() {
    boost::system::error_code error;
    m_socket.non_blocking(true, error);
    if (!error) m_socket.set_option(asio::ip::tcp::no_delay(true), error);
    if (error) return makeError(error, "preparing a connection");
    return {};
}

Result<void> Stream::secure(ssl_ctx_st* context, bool server) {
    ERR_clear_error();
    m_tls = SSL_new(context);
    BIO* const bio = m_tls ? newStreamBio(*this) : nullptr;
    if (!bio) return makeError(TlsErrc::handshakeFailed, "making a TLS connection");
    SSL_set_bio(m_tls, bio, bio);
    if (server)
        SSL_set_accept_state(m_tls);
    else
        SSL_set_connect_state(m_tls);
    return {};
}

IoResult Stream::tlsOutcome(int returned) {
    const int cause = errno;
    switch (SSL_get_error(m_tls, returned)) {
        case SSL_ERROR_WANT_READ:
            return {IoState::wantRead, 0, {}};
        case SSL_ERROR_WANT_WRITE:
            return {IoState::wantWrite, 0, {}};
        case SSL_ERROR_ZERO_RETURN:
            return {IoState::eof, 0, {}};
        case SSL_ERROR_SYSCALL:
            if (cause == 0) return {IoState::failed, 0, TlsErrc::truncated};
            return {IoState::failed, 0, {cause, boost::system::system_category()}};
        default:
            break;
    }
    m_tlsError = ERR_peek_error();
    if (ERR_GET_REASON(m_tlsError) == SSL_R_UNEXPECTED_EOF_WHILE_READING)
        return {IoState::failed, 0, TlsErrc::truncated};
    if (ERR_GET_REASON(m_tlsError) == SSL_R_CERTIFICATE_VERIFY_FAILED)
        return {IoState::failed, 0, verificationError(SSL_get_verify_result(m_tls))};
    // A server that refuses our certificate says so, in TLS 1.3, after the handshake: reasons from there on are alerts.
    const bool refused = ERR_GET_REASON(m_tlsError) >= SSL_AD_REASON_OFFSET;
    const bool agreed = SSL_is_init_finished(m_tls) && !refused;
    return {IoState::failed, 0, agreed ? TlsErrc::protocolError : TlsErrc::handshakeFailed};
}

std::string Stream::failureText() const {
    if (m_tlsError == 0) return {};
    char text[256] = {};
    ERR_error_string_n(m_tlsError, text, sizeof text);
    return text;
}

IoResult Stream::tryHandshake() {
    ERR_clear_error();
    errno = 0;
    const int returned = SSL_do_handshake(m_tls);
    if (returned == 1) return {};
    return tlsOutcome(returned);
}

IoResult Stream::tryRead(std::span<char> into) {
    if (m_tls) {
        ERR_clear_error();
        errno = 0;
        const int returned =
            SSL_read(m_tls, into.data(), static_cast<int>(std::min<std::size_t>(into.size(), INT_MAX)));
        if (returned > 0) return {IoState::done, static_cast<std::size_t>(returned), {}};
        return tlsOutcome(returned);
    }
    return readSocket(into);
}

IoResult Stream::readSocket(std::span<char> into) {
    if (m_earlyBegin < m_earlyEnd) {
        const std::size_t count = std::min<std::size_t>(into.size(), m_earlyEnd - m_earlyBegin);
        std::copy_n(m_early.begin() + m_earlyBegin, count, into.begin());
        m_earlyBegin = static_cast<std::uint16_t>(m_earlyBegin + count);
        return {IoState::done, count, {}};
    }
    if (m_atEnd) return {IoState::eof, 0, {}};
    boost::system::error_code error;
    const std::size_t bytes = m_socket.read_some(asio::buffer(into.data(), into.size()), error);
    m_atEnd = error == asio::error::eof;
    return plainOutcome(error, bytes, IoState::wantRead);
}

IoResult Stream::writeSocket(std::span<const char> from) {
    boost::system::error_code error;
    const std::size_t bytes = m_socket.write_some(asio::buffer(from.data(), from.size()), error);
    return plainOutcome(error, bytes, IoState::wantWrite);
}

IoResult Stream::trySendFile(int descriptor, std::uint64_t offset, std::size_t count) {
    if (m_tls) return {IoState::failed, 0, BaseErrc::unsupported};
    return sendFilePart(m_socket.native_handle(), descriptor, offset, count);
}

bool Stream::holdsBytes() const {
    return m_earlyBegin < m_earlyEnd || (m_tls && SSL_has_pending(m_tls) == 1);
}

IoResult Stream::tryWrite(std::span<const char> from) {
    if (from.empty()) return {};
    if (m_tls) {
        ERR_clear_error();
        errno = 0;
        const int returned =
            SSL_write(m_tls, from.data(), static_cast<int>(std::min<std::size_t>(from.size(), INT_MAX)));
        if (returned > 0) return {IoState::done, static_cast<std::size_t>(returned), {}};
        return tlsOutcome(returned);
    }
    return writeSocket(from);
}

void Stream::finishSending() {
    ERR_clear_error();
    if (m_tls && SSL_is_init_finished(m_tls)) SSL_shutdown(m_tls);
    ERR_clear_error();
    boost::system::error_code ignored;  // a peer that is gone needs no goodbye
    m_socket.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
}

Task<void> Stream::connect(asio::ip::tcp::endpoint endpoint) {
    boost::system::error_code error;
    co_await m_socket.async_connect(endpoint, asio::redirect_error(asio::use_awaitable, error));
    if (m_interrupted) co_return makeError(m_why, "connecting");
    if (error == asio::error::operation_aborted) co_return makeError(BaseErrc::cancelled, "connecting");
    if (error) co_return makeError(error, "connecting");
    co_return prepare();
}

void Stream::interrupt(BaseErrc why) {
    if (m_interrupted && m_why == BaseErrc::cancelled) return;
    m_interrupted = true;
    m_why = why;
    boost::system::error_code ignored;  // nothing waits: the flag alone does it
    m_socket.cancel(ignored);
}

std::optional<Error> Stream::whyNotToWait(const asio::cancellation_state& cancellation) const {
    if (m_interrupted) return makeError(m_why, "waiting for the peer");
    // A cancellation that came while nothing was waited for would be lost on the next operation.
    if (cancellation.cancelled() != asio::cancellation_type::none)
        return makeError(BaseErrc::cancelled, "waiting for the peer");
    return std::nullopt;
}

Task<void> Stream::wait(IoState state) {
    const auto cancellation = co_await asio::this_coro::cancellation_state;
    if (auto why = whyNotToWait(cancellation)) co_return std::move(*why);
    const auto direction =
        state == IoState::wantRead ? asio::ip::tcp::socket::wait_read : asio::ip::tcp::socket::wait_write;
    boost::system::error_code error;
    co_await m_socket.async_wait(direction, asio::redirect_error(asio::use_awaitable, error));
    if (m_interrupted) co_return makeError(m_why, "waiting for the peer");
    if (error == asio::error::operation_aborted) co_return makeError(BaseErrc::cancelled, "waiting for the peer");
    if (error) co_return makeError(error, "waiting for the peer");
    co_return Result<void>();
}

Task<void> Stream::waitForBytes() {
    if (m_earlyBegin < m_earlyEnd || m_atEnd) co_return Result<void>();
    const auto cancellation = co_await asio::this_coro::cancellation_state;
    if (auto why = whyNotToWait(cancellation)) co_return std::move(*why);
    // async_wait() would arm the poller anew each time; a read that found nothing leaves it armed.
    boost::system::error_code error;
    const std::size_t count =
        co_await m_socket.async_receive(asio::buffer(m_early), asio::redirect_error(asio::use_awaitable, error));
    m_earlyBegin = 0;
    m_earlyEnd = static_cast<std::uint16_t>(count);
    m_atEnd = error == asio::error::eof;
    if (m_interrupted) co_return makeError(m_why, "waiting for the peer");
    if (error == asio::error::operation_aborted) co_return makeError(BaseErrc::cancelled, "waiting for the peer");
    if (error && !m_atEnd) co_return makeError(error, "waiting for the peer");
    co_return Result<void>();
}

}  // namespace signalbox::http
