// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/http/channel.h"
#include "core/http/server.h"

namespace signalbox::http {

class Connection;

/// The body of a streamed request as its handler sees it. Lives while the handler runs.
class RequestBody final : public BodyReader {
public:
    RequestBody(Connection& connection, IncomingBody& body, std::uint64_t most)
        : m_connection(connection), m_body(body), m_length(body.left()), m_most(most) {}

    [[nodiscard]] Task<std::size_t> read(std::span<std::byte> into) override;
    [[nodiscard]] std::optional<std::uint64_t> length() const override { return m_length; }
    /// The error that ended reading, if one did.
    [[nodiscard]] const std::optional<Error>& failure() const { return m_failure; }

private:
    [[nodiscard]] Task<std::size_t> readSome(std::span<char> into);

    Connection& m_connection;
    IncomingBody& m_body;
    std::optional<std::uint64_t> m_length;
    std::uint64_t m_most;
    std::uint64_t m_total = 0;
    std::optional<Error> m_failure;
};

/// A response body of unknown length going out: chunks, or bare bytes to an HTTP/1.0 client.
class ResponseStream final : public StreamWriter {
public:
    ResponseStream(Channel& channel, Milliseconds progress, bool chunked, std::uint64_t& counter)
        : m_channel(channel), m_progress(progress), m_chunked(chunked), m_counter(counter) {}

    [[nodiscard]] Task<void> write(std::string chunk) override;

private:
    Channel& m_channel;
    Milliseconds m_progress;
    bool m_chunked;
    std::uint64_t& m_counter;
};

}  // namespace signalbox::http
