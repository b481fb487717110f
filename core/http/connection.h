// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/cancellation_signal.hpp>
#include <boost/intrusive/list.hpp>
#include <memory>
#include <string>

#include "core/http/channel.h"
#include "core/http/message_writer.h"
#include "core/http/server.h"

namespace signalbox::http {

struct ServerState;
using SessionHook = boost::intrusive::list_base_hook<boost::intrusive::tag<struct SessionTag>,
                                                     boost::intrusive::link_mode<boost::intrusive::auto_unlink>>;
using IdleHook = boost::intrusive::list_base_hook<boost::intrusive::tag<struct IdleTag>,
                                                  boost::intrusive::link_mode<boost::intrusive::auto_unlink>>;

/// One client's connection: handshake, then request after request. All on its io_context's thread.
class Connection final : public SessionHook, public IdleHook {
public:
    Connection(std::shared_ptr<ServerState> server, asio::ip::tcp::socket socket, std::string address);

    /// The session; the connection is over when it returns.
    [[nodiscard]] static Task<void> run(std::shared_ptr<Connection> self);

    /// Ends an idle connection at once; a busy one after its request, by ServerState::stopping.
    void endIfIdle();
    /// Ends it now, whatever its handler waits for.
    void abort();
    [[nodiscard]] asio::cancellation_signal& cancellation() { return m_cancellation; }

private:
    enum class Heard { request, problem, nothing };

    [[nodiscard]] Result<void> startTls(const TlsServerContext& tls);
    [[nodiscard]] Task<void> serve();
    [[nodiscard]] Task<Heard> readHead();
    [[nodiscard]] Task<bool> receiveHead();
    [[nodiscard]] Heard takeHead();
    [[nodiscard]] Task<void> answer();
    [[nodiscard]] asio::awaitable<Response> respond(Exchange& exchange, IncomingBody& body, const Router::Match& match);
    [[nodiscard]] asio::awaitable<Response> callHandler(Exchange& exchange, const Router::Route& route);
    [[nodiscard]] Task<void> readWhole(Exchange& exchange, IncomingBody& body, std::size_t most);
    [[nodiscard]] Response bodyErrorPage(const Error& error);
    [[nodiscard]] Task<void> sendContinue();
    [[nodiscard]] Task<void> send(Response response, bool toHead);
    [[nodiscard]] Task<void> sendText(std::string head, std::string body);
    [[nodiscard]] Task<void> sendFile(std::string head, FileBody file);
    [[nodiscard]] Task<void> sendStream(std::string head, StreamBody body);
    [[nodiscard]] Task<void> sendProblem();
    void settleBody(const IncomingBody& body);
    [[nodiscard]] Task<void> drain(IncomingBody& body);
    [[nodiscard]] Task<void> linger();

    friend class RequestBody;

    std::shared_ptr<ServerState> m_server;
    Channel m_channel;
    asio::cancellation_signal m_cancellation;
    Peer m_peer;
    RequestHead m_head;
    HeadScanner m_scanner;
    HeadProblem m_problem;
    bool m_idle = true;         ///< no byte of a request was received
    bool m_first = true;        ///< before the first request
    bool m_close = false;       ///< after this answer
    bool m_mustLinger = false;  ///< the client may still be sending
    bool m_continueSent = false;
};

/// What all connections of a server share. One thread; lives as long as the last of them.
struct ServerState {
    using Sessions = boost::intrusive::list<Connection, boost::intrusive::base_hook<SessionHook>,
                                            boost::intrusive::constant_time_size<false>>;
    using Idle = boost::intrusive::list<Connection, boost::intrusive::base_hook<IdleHook>,
                                        boost::intrusive::constant_time_size<false>>;

    ServerState(asio::io_context& io, Router routes, ServerOptions settings);
    [[nodiscard]] Response errorPage(int status, std::string_view detail) const;

    Router router;
    ServerOptions options;
    std::shared_ptr<Sweeper> sweeper;
    std::unique_ptr<char[]> scratch;  ///< where heads are received first; not held across a wait
    DateText date;
    std::uint64_t bodyBytesSent = 0;
    std::size_t count = 0;
    bool stopping = false;
    Sessions sessions;
    Idle idle;  ///< between requests, the longest waiting first
};

}  // namespace signalbox::http
