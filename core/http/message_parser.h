// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/http/message.h"

namespace signalbox::http {

/// How the length of a body is told (RFC 9112 section 6).
struct Framing {
    enum class Kind { none, length, chunked, untilClose };
    Kind kind = Kind::none;
    std::uint64_t length = 0;
};

struct RequestHead {
    Request request;
    Framing framing;
    bool http11 = true;
    bool keepAlive = true;
    bool expectsContinue = false;
};

struct ResponseHead {
    int status = 0;
    Headers headers;
    Framing framing;
    bool keepAlive = true;
};

/// Finds the end of a head in bytes that arrive piece by piece, looking at each byte once.
class HeadScanner {
public:
    enum class State { needMore, complete, badLineEnd, tooLong };
    /// `bytes` is everything received for this head so far; complete: size() is the length of the head, its empty line
    /// included. Empty lines before the first line are passed over (RFC 9112 section 2.2): leading() is their length.
    [[nodiscard]] State scan(std::string_view bytes, std::size_t most);
    [[nodiscard]] std::size_t leading() const { return m_leading; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool started() const { return m_scanned > m_leading; }

private:
    std::size_t m_leading = 0;
    std::size_t m_scanned = 0;
    std::size_t m_lineStart = 0;
    std::size_t m_size = 0;
};

/// Why a head is refused; status is what a server answers.
struct HeadProblem {
    int status = 400;
    std::string_view detail;  ///< static text
};

/// Reads one whole request head (without leading empty lines, with its last empty line). nullopt: `into` is filled.
/// The connection, the tests and the fuzzer come through here.
[[nodiscard]] std::optional<HeadProblem> parseRequestHead(std::string_view head, RequestHead& into);

/// Reads one whole response head; `toHead` when it answers a HEAD. BaseErrc::malformed names the problem.
[[nodiscard]] Result<ResponseHead> parseResponseHead(std::string_view head, bool toHead);

/// Takes the chunked coding off (RFC 9112 section 7.1); trailers are read and dropped. Holds no data.
class ChunkDecoder {
public:
    /// One step: consumes some of `in`; `data` is the part of it that is payload, possibly empty. BaseErrc::malformed,
    /// or BaseErrc::tooLarge for overlong extensions or trailers.
    struct Step {
        std::size_t consumed = 0;
        std::string_view data;
    };
    [[nodiscard]] Result<Step> take(std::string_view in, std::size_t mostData);
    [[nodiscard]] bool finished() const { return m_state == State::finished; }

private:
    enum class State { size, extension, sizeEnd, data, dataEnd, dataEndLine, trailer, trailerLine, last, finished };
    [[nodiscard]] Result<void> takeByte(char c);
    [[nodiscard]] Result<void> takeSizeByte(char c);
    void afterSize();

    State m_state = State::size;
    std::uint64_t m_left = 0;
    int m_digits = 0;
    std::size_t m_overhead = 0;
};

}  // namespace signalbox::http
