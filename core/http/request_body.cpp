// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/request_body.h"

#include "core/http/connection.h"
#include "core/http/message_writer.h"

namespace signalbox::http {

Task<std::size_t> RequestBody::read(std::span<std::byte> into) {
    if (m_failure) co_return Error(*m_failure);
    auto count = co_await readSome(std::span(reinterpret_cast<char*>(into.data()), into.size()));
    if (!count) m_failure = count.error();
    co_return count;
}

Task<std::size_t> RequestBody::readSome(std::span<char> into) {
    if (m_body.finished()) co_return std::size_t{0};
    CO_CHECK(co_await m_connection.sendContinue());
    auto count = co_await m_body.read(into);
    if (!count) co_return count;
    m_total += *count;
    if (m_total > m_most) co_return makeError(BaseErrc::tooLarge, "request body");
    co_return count;
}

Task<void> ResponseStream::write(std::string chunk) {
    if (chunk.empty()) co_return Result<void>();
    m_counter += chunk.size();
    if (m_chunked) chunk = asChunk(chunk);
    auto sent = co_await m_channel.write(chunk, m_progress);
    co_return sent;
}

}  // namespace signalbox::http
