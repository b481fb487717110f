// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/http/message_parser.h"
#include "core/http/text.h"

namespace signalbox::http {
namespace {

constexpr std::size_t kMostOverhead = 4096;  // of one chunk's extensions, or of all trailers
constexpr int kMostDigits = 15;              // keeps sums of sizes within 64 bits

Error badChunk(const char* what) {
    return makeError(BaseErrc::malformed, std::string("chunked body: ") + what);
}

}  // namespace

void ChunkDecoder::afterSize() {
    m_digits = 0;
    m_overhead = 0;
    m_state = m_left > 0 ? State::data : State::trailer;
}

Result<void> ChunkDecoder::takeSizeByte(char c) {
    const char lower = lowerCase(c);
    const bool digit = c >= '0' && c <= '9';
    if (digit || (lower >= 'a' && lower <= 'f')) {
        if (++m_digits > kMostDigits) return badChunk("size too large");
        m_left = m_left * 16 + static_cast<std::uint64_t>(digit ? c - '0' : lower - 'a' + 10);
        return {};
    }
    if (m_digits == 0) return badChunk("no size");
    if (c == '\r')
        m_state = State::sizeEnd;
    else if (c == ';' || c == ' ' || c == '\t')
        m_state = State::extension;
    else
        return badChunk("bad size");
    return {};
}

Result<void> ChunkDecoder::takeByte(char c) {
    const bool returns = c == '\r';
    const bool feeds = c == '\n';
    if (++m_overhead > kMostOverhead) return makeError(BaseErrc::tooLarge, "chunked body: extensions or trailers");
    switch (m_state) {
        case State::size:
            return takeSizeByte(c);
        case State::extension:
            if (feeds) return badChunk("bare line feed");
            if (returns) m_state = State::sizeEnd;
            return {};
        case State::sizeEnd:
            if (!feeds) return badChunk("bad line end");
            afterSize();
            return {};
        case State::dataEnd:
            if (!returns) return badChunk("longer than its size");
            m_state = State::dataEndLine;
            return {};
        case State::dataEndLine:
            if (!feeds) return badChunk("bad line end");
            m_state = State::size;
            m_overhead = 0;
            return {};
        case State::trailer:
            if (feeds) return badChunk("bare line feed");
            m_state = returns ? State::last : State::trailerLine;
            return {};
        case State::trailerLine:
            if (feeds) m_state = State::trailer;
            return {};
        case State::last:
            if (!feeds) return badChunk("bad line end");
            m_state = State::finished;
            return {};
        case State::data:
        case State::finished:
            break;
    }
    return badChunk("bytes after the end");
}

Result<ChunkDecoder::Step> ChunkDecoder::take(std::string_view in, std::size_t mostData) {
    Step step;
    while (step.consumed < in.size() && m_state != State::finished) {
        if (m_state == State::data) {
            const std::size_t room = std::min(in.size() - step.consumed, mostData);
            const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(room, m_left));
            step.data = in.substr(step.consumed, count);
            step.consumed += count;
            m_left -= count;
            if (m_left == 0) m_state = State::dataEnd;
            return step;
        }
        CHECK(takeByte(in[step.consumed]));
        ++step.consumed;
    }
    return step;
}

}  // namespace signalbox::http
