// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/http/message.h"
#include "core/http/proxy.h"
#include "core/http/tls.h"

namespace signalbox::http {

/// An absolute http or https URL (RFC 3986), without userinfo.
struct Url {
    std::string scheme;  ///< "http" or "https"
    std::string host;    ///< without brackets
    std::uint16_t port = 0;
    std::string target = "/";  ///< path and query

    [[nodiscard]] std::string origin() const;  ///< "https://host:port"
    [[nodiscard]] std::string text() const;
};
[[nodiscard]] Result<Url> parseUrl(std::string_view text);
/// A reference (absolute, "//host/x", "/x", "x") against the URL it was found at; keeps the query verbatim.
[[nodiscard]] Result<Url> resolveUrl(const Url& base, std::string_view reference);

struct ClientRequest {
    std::string method = "GET";
    Url url;
    Headers headers;
    std::string body;
    /// Set: the body comes from here instead, with exactly bodyLength bytes; called with a buffer until it has been
    /// filled in total (returns how many bytes it put).
    std::function<Result<std::size_t>(std::span<std::byte>)> bodySource;
    std::uint64_t bodyLength = 0;
    /// Bound of ClientResponse::body.
    std::size_t maxBody = 4 << 20;
    /// Set: called with the head when it is complete and, if it returns true, the body goes to `sink` piece by piece
    /// (at most 256 KiB each) instead of ClientResponse::body; an error from sink ends the transfer with it.
    std::function<bool(int status, const Headers& headers)> wantsSink;
    std::function<Result<void>(Bytes)> sink;
    /// Set: awaited after each piece that went to `sink`; pieces are small then, so that a pace is kept evenly.
    std::function<Task<void>(std::size_t bytes)> pace;
    /// Set: awaited after each piece of bodySource that was sent; pieces are small then, too.
    std::function<Task<void>(std::size_t bytes)> sendPace;
};

struct ClientResponse {
    int status = 0;
    Headers headers;
    std::string body;
};

struct ClientOptions {
    std::shared_ptr<const TlsClientContext> tls;  ///< for https
    std::optional<Proxy> proxy;                   ///< on the way to all but its exceptions
    Milliseconds connectDeadline{10000};          ///< name, TCP and TLS, each
    Milliseconds progressDeadline{30000};         ///< without a byte moving
    std::size_t maxIdlePerOrigin = 4;
    Milliseconds idleKeep{10000};  ///< below the server's idle deadline
};

/// An HTTP/1.1 client; one thread, many requests at once. Follows no redirects: the caller decides (a token must not
/// follow to another host). A request on a kept connection that the server closed before one byte of the answer is sent
/// again once on a new one when its method is GET or HEAD. Errors: connect, TLS and time-outs from OpenSSL, system or
/// BaseErrc, a proxy's own as ProxyErrc; a status is never an error. Interface, so that tests can stand in.
class Client {
public:
    virtual ~Client() = default;
    [[nodiscard]] virtual Task<ClientResponse> send(ClientRequest request) = 0;
    /// Another one on the same thread with the same options that trusts by `tls` (null: it speaks no TLS) instead.
    /// BaseErrc::unsupported where there is no such thing.
    [[nodiscard]] virtual Result<std::shared_ptr<Client>> trusting(std::shared_ptr<const TlsClientContext> tls) const;
};

[[nodiscard]] std::unique_ptr<Client> makeClient(asio::io_context& io, ClientOptions options);

}  // namespace signalbox::http
