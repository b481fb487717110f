// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/channel.h"

#include <algorithm>
#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>
#include <cstring>

namespace signalbox::http {
namespace {

constexpr std::size_t kChunkedRead = 16 * 1024;  // what is read at once while chunks are taken apart
// A peer that is as fast as we are would never let us wait: after this much the other sessions of the thread run.
constexpr std::size_t kTurn = 1 << 20;
constexpr std::size_t kCallCost = 16 * 1024;  // of the turn, for a call however small

}  // namespace

void Channel::dropInput(std::size_t count) {
    if (count >= m_input.size())
        std::string().swap(m_input);
    else
        m_input.erase(0, count);
}

Error Channel::failure(const IoResult& result, std::string doing) const {
    std::string words = m_stream.failureText();
    if (!words.empty()) doing += ": " + words;
    return makeError(result.code, std::move(doing));
}

Task<void> Channel::waitFor(IoState state, Milliseconds deadline) {
    expireIn(deadline);
    m_turn = 0;
    auto waited = co_await m_stream.wait(state);
    neverExpire();
    co_return waited;
}

bool Channel::turnIsOver(std::size_t bytes) {
    m_turn += bytes + kCallCost;
    return m_turn >= kTurn;
}

asio::awaitable<void> Channel::letOthersRun() {
    m_turn = 0;
    co_await asio::post(m_stream.socket().get_executor(), asio::use_awaitable);
}

Task<void> Channel::handshake(Milliseconds deadline) {
    expireIn(deadline);
    for (;;) {
        const IoResult tried = m_stream.tryHandshake();
        if (tried.state == IoState::done) break;
        if (tried.state == IoState::eof) co_return makeError(asio::error::eof, "TLS handshake");
        if (tried.state == IoState::failed) co_return failure(tried, "TLS handshake");
        auto waited = co_await m_stream.wait(tried.state);
        if (!waited) co_return std::move(waited).error().within("TLS handshake");
    }
    neverExpire();
    co_return Result<void>();
}

Task<std::size_t> Channel::readSome(std::span<char> into, Milliseconds progress) {
    for (;;) {
        const IoResult tried = m_stream.tryRead(into);
        if (tried.state == IoState::done) {
            if (turnIsOver(tried.bytes)) co_await letOthersRun();
            co_return tried.bytes;
        }
        if (tried.state == IoState::eof) co_return std::size_t{0};
        if (tried.state == IoState::failed) co_return failure(tried, "reading");
        CO_CHECK(co_await waitFor(tried.state, progress));
    }
}

std::size_t Channel::writeNow(std::string_view bytes) {
    if (turnIsOver(bytes.size())) return 0;
    const IoResult tried = m_stream.tryWrite(std::span(bytes.data(), bytes.size()));
    return tried.state == IoState::done ? tried.bytes : 0;
}

Task<void> Channel::write(std::string_view bytes, Milliseconds progress) {
    while (!bytes.empty()) {
        const IoResult tried = m_stream.tryWrite(std::span(bytes.data(), bytes.size()));
        bytes.remove_prefix(tried.bytes);
        if (tried.state == IoState::done) {
            if (turnIsOver(tried.bytes)) co_await letOthersRun();
            continue;
        }
        if (tried.state == IoState::eof) co_return makeError(asio::error::eof, "writing");
        if (tried.state == IoState::failed) co_return failure(tried, "writing");
        CO_CHECK(co_await waitFor(tried.state, progress));
    }
    co_return Result<void>();
}

Task<void> Channel::sendFile(int descriptor, std::uint64_t offset, std::uint64_t length, Milliseconds progress) {
    while (length > 0) {
        const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(length, kTurn));
        const IoResult tried = m_stream.trySendFile(descriptor, offset, most);
        offset += tried.bytes;
        length -= tried.bytes;
        if (tried.state == IoState::done) {
            if (turnIsOver(tried.bytes)) co_await letOthersRun();
            continue;
        }
        if (tried.state == IoState::failed) co_return failure(tried, "sending a file");
        CO_CHECK(co_await waitFor(tried.state, progress));
    }
    co_return Result<void>();
}

IncomingBody::IncomingBody(Channel& channel, Framing framing, Milliseconds progress)
    : m_channel(channel), m_framing(framing), m_progress(progress), m_finished(framing.kind == Framing::Kind::none) {}

std::optional<std::uint64_t> IncomingBody::left() const {
    if (m_finished) return 0;
    if (m_framing.kind != Framing::Kind::length) return std::nullopt;
    return m_framing.length;
}

Task<std::size_t> IncomingBody::read(std::span<char> into) {
    if (m_finished || into.empty()) co_return std::size_t{0};
    if (m_framing.kind == Framing::Kind::chunked) {
        auto chunked = co_await readChunked(into);
        co_return chunked;
    }
    if (m_framing.kind == Framing::Kind::length)
        into = into.first(static_cast<std::size_t>(std::min<std::uint64_t>(into.size(), m_framing.length)));
    CO_TRY(const std::size_t count, co_await readRaw(into));
    if (m_framing.kind == Framing::Kind::untilClose) {
        m_finished = count == 0;
        co_return count;
    }
    if (count == 0) co_return makeError(asio::error::eof, "the peer left in mid-body");
    m_framing.length -= count;
    m_finished = m_framing.length == 0;
    co_return count;
}

Task<std::size_t> IncomingBody::readRaw(std::span<char> into) {
    std::string& input = m_channel.input();
    if (!input.empty()) {
        const std::size_t count = std::min(into.size(), input.size());
        std::memcpy(into.data(), input.data(), count);
        m_channel.dropInput(count);
        co_return count;
    }
    auto count = co_await m_channel.readSome(into, m_progress);
    co_return count;
}

Task<std::size_t> IncomingBody::readChunked(std::span<char> into) {
    std::string& input = m_channel.input();
    for (;;) {
        std::size_t used = 0;
        std::size_t filled = 0;
        while (used < input.size() && filled < into.size() && !m_chunks.finished()) {
            CO_TRY(const auto step, m_chunks.take(std::string_view(input).substr(used), into.size() - filled));
            std::copy(step.data.begin(), step.data.end(), into.begin() + static_cast<std::ptrdiff_t>(filled));
            filled += step.data.size();
            used += step.consumed;
        }
        m_channel.dropInput(used);
        m_finished = m_chunks.finished();
        if (filled > 0 || m_finished) co_return filled;
        input.resize(kChunkedRead);
        auto count = co_await m_channel.readSome(std::span(input.data(), input.size()), m_progress);
        input.resize(count ? *count : 0);
        if (!count) co_return std::move(count).error();
        if (*count == 0) co_return makeError(asio::error::eof, "the peer left in mid-body");
    }
}

}  // namespace signalbox::http
