// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/http/message_parser.h"
#include "core/http/stream.h"
#include "core/http/sweeper.h"

namespace signalbox::http {

/// Reads, writes and their pieces are at most this large.
constexpr std::size_t kPieceSize = 256 * 1024;

/// A connection with a deadline and with the bytes that were received and not yet used. One thread.
class Channel final : public Deadlined {
public:
    Channel(asio::ip::tcp::socket socket, std::shared_ptr<Sweeper> sweeper)
        : Deadlined(std::move(sweeper)), m_stream(std::move(socket)) {}

    [[nodiscard]] Stream& stream() { return m_stream; }
    [[nodiscard]] std::string& input() { return m_input; }
    /// Takes `count` used bytes off the input; an empty input holds no memory.
    void dropInput(std::size_t count);

    /// Waits at most `deadline`: BaseErrc::timedOut.
    [[nodiscard]] Task<void> waitFor(IoState state, Milliseconds deadline);
    /// The whole handshake within the deadline.
    [[nodiscard]] Task<void> handshake(Milliseconds deadline);
    /// Some bytes straight from the stream, 0 at its end; each wait at most `progress`.
    [[nodiscard]] Task<std::size_t> readSome(std::span<char> into, Milliseconds progress);
    /// All of `bytes`; each wait at most `progress`. `bytes` must live until it returns.
    [[nodiscard]] Task<void> write(std::string_view bytes, Milliseconds progress);
    /// As many of `bytes` as go out without waiting, none where others are to run first or after an error: write()
    /// sees to both.
    [[nodiscard]] std::size_t writeNow(std::string_view bytes);
    /// All of a part of a file, straight from it; each wait at most `progress`. BaseErrc::unsupported, with nothing
    /// sent, where this connection or system cannot.
    [[nodiscard]] Task<void> sendFile(int descriptor, std::uint64_t offset, std::uint64_t length,
                                      Milliseconds progress);
    /// The error of an IoResult that failed, with OpenSSL's words.
    [[nodiscard]] Error failure(const IoResult& result, std::string doing) const;

private:
    void onDeadline() override { m_stream.interrupt(BaseErrc::timedOut); }
    [[nodiscard]] asio::awaitable<void> letOthersRun();
    [[nodiscard]] bool turnIsOver(std::size_t bytes);

    Stream m_stream;
    std::string m_input;
    std::size_t m_turn = 0;  ///< what was moved since others could run
};

/// The body of one message coming in on a channel, its framing taken off.
class IncomingBody {
public:
    IncomingBody(Channel& channel, Framing framing, Milliseconds progress);

    /// Some bytes, 0 at the end of the body. BaseErrc::malformed for bad chunks, BaseErrc::timedOut, asio's eof when
    /// the peer leaves before the end.
    [[nodiscard]] Task<std::size_t> read(std::span<char> into);
    [[nodiscard]] bool finished() const { return m_finished; }
    /// Bytes still to come where that is known.
    [[nodiscard]] std::optional<std::uint64_t> left() const;

private:
    [[nodiscard]] Task<std::size_t> readChunked(std::span<char> into);
    [[nodiscard]] Task<std::size_t> readRaw(std::span<char> into);

    Channel& m_channel;
    Framing m_framing;
    Milliseconds m_progress;
    ChunkDecoder m_chunks;
    bool m_finished;
};

}  // namespace signalbox::http
