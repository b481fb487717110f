// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/io_context.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/http/message.h"
#include "core/http/tls.h"

namespace signalbox::http {

/// The body of a streamed request. The caller reads until 0; what it leaves unread is drained within a bound or the
/// connection is closed. 100 Continue is sent before the first read when the client expects it.
class BodyReader {
public:
    virtual ~BodyReader() = default;
    /// Fills some of `into`; 0 is the end. BaseErrc::tooLarge above the route's bound, BaseErrc::timedOut without
    /// progress.
    [[nodiscard]] virtual Task<std::size_t> read(std::span<std::byte> into) = 0;
    /// Content-Length where the client said one.
    [[nodiscard]] virtual std::optional<std::uint64_t> length() const = 0;
};

/// One request being answered. Lives until the response was sent, on its connection's thread.
struct Exchange {
    Request request;
    std::vector<std::string> parameters;  ///< decoded values of the route's {…} in order
    std::string body;                     ///< whole, unless the route streams
    BodyReader* stream = nullptr;         ///< set where the route streams
};

using Handler = std::function<asio::awaitable<Response>(Exchange&)>;

enum class BodyPolicy { whole, streamed };

/// Finds the handler of a request. Patterns: "/v2/{name...}/blobs/{digest}": {x} is one segment, {x...} one or more
/// (at most one such in a pattern). Literal segments win over parameters; of equals the first added wins. A path that
/// matches with another method answers 405 with Allow; HEAD falls back to GET. Built before serving, then immutable.
class Router {
public:
    void add(std::string method, std::string_view pattern, Handler handler, std::size_t maxBody = 1 << 20,
             BodyPolicy policy = BodyPolicy::whole);

    /// What stands between two slashes of a pattern: itself, any one segment, or one and more.
    enum class Kind : std::uint8_t { literal, segment, rest };
    struct Part {
        Kind kind = Kind::literal;
        std::string text;
    };
    struct Route {
        std::string method;
        std::vector<Part> parts;
        bool hasRest = false;
        Handler handler;
        std::size_t maxBody;
        BodyPolicy policy;
    };
    struct Match {
        const Route* route = nullptr;  ///< null: nothing matches
        std::vector<std::string> parameters;
        std::string allow;  ///< not empty: the path is known, the method is not
    };
    [[nodiscard]] Match match(std::string_view method, std::string_view path) const;

private:
    std::vector<Route> m_routes;
};

struct ServerOptions {
    std::string name = "http";                    ///< for the log
    std::shared_ptr<const TlsServerContext> tls;  ///< null: plain
    std::size_t maxConnections = 20000;           ///< at most three quarters of the process's descriptors
    std::size_t maxHeader = 8192;
    Milliseconds headerDeadline{10000};    ///< head and handshake
    Milliseconds idleDeadline{15000};      ///< between requests
    Milliseconds progressDeadline{30000};  ///< a body, either way, without a byte moving
    /// Answers for what no route matches and for errors the server itself finds (400, 404, 405, 408, 413, 431, 500):
    /// a body in the door's own form. Null: a line of text.
    std::function<Response(int status, std::string_view detail)> errorPage;
};

/// An HTTP/1.1 server (RFC 9110, 9112) on one io_context, all on that io_context's thread; HTTP/1.0 with
/// Connection: close works. Strict: conflicting lengths, length with Transfer-Encoding, spaces before the colon, bad
/// Host are 400. The shape and its reasons: shared/protocols/http.md, summed up in this folder's README.
class Server {
public:
    Server(asio::io_context& io, Router router, ServerOptions options);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// How several threads serve one port, on any system: connections that this server takes go to it and to `others`
    /// in turn, each on its own io_context. Before listen(), which is not for the others; they keep their io_contexts
    /// from running dry until they are stopped, and live until this one was.
    void dealTo(const std::vector<Server*>& others);
    /// Binds and listens at once; port 0 picks one. An error names address and port.
    [[nodiscard]] Result<void> listen(const std::string& address, std::uint16_t port);
    [[nodiscard]] std::uint16_t port() const;
    /// Closes the acceptor, lets requests in flight finish until `grace` is over, then cancels; returns when no session
    /// is left.
    [[nodiscard]] Task<void> stop(Milliseconds grace = Milliseconds(5000));
    [[nodiscard]] std::size_t connections() const;
    /// Payload bytes sent in bodies since the start.
    [[nodiscard]] std::uint64_t bodyBytesSent() const;

private:
    class Impl;
    std::shared_ptr<Impl> m_impl;
};

}  // namespace signalbox::http
