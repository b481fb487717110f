// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/connection.h"

#include <algorithm>
#include <boost/asio/this_coro.hpp>
#include <exception>
#include <utility>

#include "core/base/log.h"
#include "core/http/platform.h"
#include "core/http/request_body.h"
#include "core/http/text.h"
#include "core/http/tls_peer.h"

namespace signalbox::http {
namespace {

constexpr std::size_t kScratch = 16 * 1024;
constexpr std::size_t kMostDrained = 256 * 1024;  // of a body that its handler left unread
constexpr std::size_t kMostLingered = 4 << 20;    // after an early answer, so that the client can read it
constexpr Milliseconds kLinger{2000};
constexpr std::size_t kDirectPiece = 1 << 20;  // of a file, between two looks at what was sent
constexpr std::size_t kTogether = 64 * 1024;   // a head and a body up to this size go out in one write

}  // namespace

ServerState::ServerState(asio::io_context& io, Router routes, ServerOptions settings)
    : router(std::move(routes)), options(std::move(settings)), scratch(std::make_unique<char[]>(kScratch)) {
    const auto shortest = std::min({options.headerDeadline, options.idleDeadline, options.progressDeadline});
    sweeper = std::make_shared<Sweeper>(io, Sweeper::intervalFor(shortest));
}

Response ServerState::errorPage(int status, std::string_view detail) const {
    if (options.errorPage) return options.errorPage(status, detail);
    return textResponse(status, std::string(detail) + "\n");
}

Connection::Connection(std::shared_ptr<ServerState> server, asio::ip::tcp::socket socket, std::string address)
    : m_server(std::move(server)), m_channel(std::move(socket), m_server->sweeper) {
    m_peer.address = std::move(address);
}

void Connection::endIfIdle() {
    if (!m_idle) return;
    IdleHook::unlink();
    m_channel.stream().interrupt(BaseErrc::cancelled);
}

void Connection::abort() {
    m_channel.stream().interrupt(BaseErrc::cancelled);
    m_cancellation.emit(asio::cancellation_type::terminal);
}

/// A session has its own references to certificate and key from here on.
Result<void> Connection::startTls(const TlsServerContext& tls) {
    const std::lock_guard lock(tls.renewing());
    return m_channel.stream().secure(tls.native(), true);
}

Task<void> Connection::run(std::shared_ptr<Connection> self) {
    co_await asio::this_coro::throw_if_cancelled(false);
    CO_CHECK(self->m_channel.stream().prepare());
    if (const auto& tls = self->m_server->options.tls) {
        CO_CHECK(self->startTls(*tls));
        CO_CHECK(co_await self->m_channel.handshake(self->m_server->options.headerDeadline));
        describePeer(self->m_channel.stream().tls(), self->m_peer);
    }
    auto served = co_await self->serve();
    if (served) self->m_channel.stream().finishSending();
    if (served && self->m_mustLinger) served = co_await self->linger();
    co_return served;
}

Task<void> Connection::serve() {
    while (!m_close) {
        CO_TRY(const Heard heard, co_await readHead());
        if (heard == Heard::nothing) break;
        if (heard == Heard::problem) {
            CO_CHECK(co_await sendProblem());
        } else {
            CO_CHECK(co_await answer());
        }
        m_first = false;
        if (m_server->stopping) m_close = true;
    }
    co_return Result<void>();
}

/// Looks at what was received: a whole head, a bad one, or nothing yet.
Connection::Heard Connection::takeHead() {
    std::string& input = m_channel.input();
    const auto state = m_scanner.scan(input, m_server->options.maxHeader);
    if (state == HeadScanner::State::needMore) return Heard::nothing;
    if (state == HeadScanner::State::tooLong || state == HeadScanner::State::badLineEnd) {
        const bool tooLong = state == HeadScanner::State::tooLong;
        m_problem = tooLong ? HeadProblem{431, "request head too large"} : HeadProblem{400, "bad line end in the head"};
        return Heard::problem;
    }
    const auto problem =
        parseRequestHead(std::string_view(input).substr(m_scanner.leading(), m_scanner.size()), m_head);
    m_channel.dropInput(m_scanner.leading() + m_scanner.size());
    if (!problem) return Heard::request;
    m_problem = *problem;
    return Heard::problem;
}

Task<Connection::Heard> Connection::readHead() {
    m_scanner = {};
    m_head = {};
    const ServerOptions& options = m_server->options;
    m_channel.expireIn(m_first ? options.headerDeadline : options.idleDeadline);
    bool begun = m_first;
    for (;;) {
        if (!m_channel.input().empty()) {
            m_idle = false;
            if (!begun) m_channel.expireIn(options.headerDeadline);
            begun = true;
            const Heard heard = takeHead();
            if (heard != Heard::nothing) {
                m_channel.neverExpire();
                co_return heard;
            }
        }
        auto open = co_await receiveHead();
        if (!open && open.error().code == BaseErrc::timedOut && m_scanner.started()) {
            m_channel.stream().resume();
            m_problem = {408, "the request head did not arrive in time"};
            co_return Heard::problem;
        }
        const bool quiet = !open && m_idle;  // a client that leaves between requests is no news
        if (quiet || (open && !*open)) co_return Heard::nothing;
        if (!open) co_return std::move(open).error();
    }
}

/// Appends some bytes to the input; false when the client has left.
Task<bool> Connection::receiveHead() {
    // Between two requests of a client there is nothing to read as a rule: a try would cost more than it gains.
    bool waitFirst = !m_first && m_channel.input().empty() && !m_channel.stream().holdsBytes();
    for (;;) {
        IoResult tried{IoState::wantRead, 0, {}};
        if (!std::exchange(waitFirst, false))
            tried = m_channel.stream().tryRead(std::span(m_server->scratch.get(), kScratch));
        if (tried.state == IoState::done) {
            IdleHook::unlink();
            m_channel.input().append(m_server->scratch.get(), tried.bytes);
            co_return true;
        }
        if (tried.state == IoState::eof) co_return false;
        if (tried.state == IoState::failed) co_return m_channel.failure(tried, "reading a request");
        m_idle = m_channel.input().empty();
        if (m_idle && m_server->stopping) co_return false;
        if (m_idle && !IdleHook::is_linked()) m_server->idle.push_back(*this);
        const bool longWait = m_idle && tried.state == IoState::wantRead;
        auto waiting = longWait ? m_channel.stream().waitForBytes() : m_channel.stream().wait(tried.state);
        auto waited = co_await std::move(waiting);
        if (!waited) {
            IdleHook::unlink();
            co_return std::move(waited).error();
        }
    }
}

Task<void> Connection::sendProblem() {
    m_close = true;
    m_mustLinger = true;
    Response page = m_server->errorPage(m_problem.status, m_problem.detail);
    const bool toHead = m_head.request.method == "HEAD";
    auto sent = co_await send(std::move(page), toHead);
    co_return sent;
}

Task<void> Connection::answer() {
    m_close = !m_head.keepAlive;
    m_continueSent = false;
    Exchange exchange;
    exchange.request = std::move(m_head.request);
    exchange.request.peer = m_peer;
    Router::Match match = m_server->router.match(exchange.request.method, exchange.request.path);
    exchange.parameters = std::move(match.parameters);
    IncomingBody body(m_channel, m_head.framing, m_server->options.progressDeadline);
    Response response = co_await respond(exchange, body, match);
    settleBody(body);
    if (m_server->stopping) m_close = true;
    const bool toHead = exchange.request.method == "HEAD";
    CO_CHECK(co_await send(std::move(response), toHead));
    if (!m_close && !body.finished()) CO_CHECK(co_await drain(body));
    co_return Result<void>();
}

asio::awaitable<Response> Connection::respond(Exchange& exchange, IncomingBody& body, const Router::Match& match) {
    if (!match.route) {
        const bool known = !match.allow.empty();
        Response page = known ? m_server->errorPage(405, "the method is not for this path")
                              : m_server->errorPage(404, "nothing is here");
        if (known) page.headers.set("Allow", match.allow);
        co_return page;
    }
    const Router::Route& route = *match.route;
    if (body.left().value_or(0) > route.maxBody) {
        m_close = true;
        co_return m_server->errorPage(413, "the body is larger than this path takes");
    }
    if (route.policy == BodyPolicy::whole) {
        if (!body.finished()) {
            auto whole = co_await readWhole(exchange, body, route.maxBody);
            if (!whole) co_return bodyErrorPage(whole.error());
        }
        Response answered = co_await callHandler(exchange, route);
        co_return answered;
    }
    RequestBody reader(*this, body, route.maxBody);
    exchange.stream = &reader;
    Response streamed = co_await callHandler(exchange, route);
    exchange.stream = nullptr;
    if (reader.failure()) co_return bodyErrorPage(*reader.failure());
    co_return streamed;
}

asio::awaitable<Response> Connection::callHandler(Exchange& exchange, const Router::Route& route) {
    try {
        Response answered = co_await route.handler(exchange);
        co_return answered;
    } catch (const std::exception& e) {
        logError("http", "{}: {} {} threw: {}", m_server->options.name, exchange.request.method,
                 exchange.request.target, e.what());
    }
    m_close = true;
    co_return m_server->errorPage(500, "internal error");
}

/// The answer to a request whose body failed, whatever the handler said about it.
Response Connection::bodyErrorPage(const Error& error) {
    m_close = true;
    m_channel.stream().resume();
    if (error.code == BaseErrc::tooLarge) return m_server->errorPage(413, "the body is larger than this path takes");
    if (error.code == BaseErrc::timedOut) return m_server->errorPage(408, "the body stopped arriving");
    return m_server->errorPage(400, "the body did not arrive whole");
}

Task<void> Connection::readWhole(Exchange& exchange, IncomingBody& body, std::size_t most) {
    CO_CHECK(co_await sendContinue());
    std::string& whole = exchange.body;
    while (!body.finished()) {
        const std::size_t had = whole.size();
        const std::size_t room = std::min(most - had + 1, std::max<std::size_t>(had, 4096));
        const auto expected = static_cast<std::size_t>(std::min<std::uint64_t>(body.left().value_or(room), room));
        whole.resize(had + expected);
        auto count = co_await body.read(std::span(whole).subspan(had));
        whole.resize(had + (count ? *count : 0));
        if (!count) co_return std::move(count).error();
        if (whole.size() > most) co_return makeError(BaseErrc::tooLarge, "request body");
    }
    co_return Result<void>();
}

Task<void> Connection::sendContinue() {
    if (!m_head.expectsContinue || m_continueSent) co_return Result<void>();
    m_continueSent = true;
    auto sent = co_await m_channel.write("HTTP/1.1 100 Continue\r\n\r\n", m_server->options.progressDeadline);
    co_return sent;
}

/// Decides what becomes of a body that was not read to its end: drained when it is short and on its way, else the
/// connection ends.
void Connection::settleBody(const IncomingBody& body) {
    if (body.finished()) return;
    const bool heldBack = m_head.expectsContinue && !m_continueSent;
    if (heldBack || body.left().value_or(0) > kMostDrained) m_close = true;
    if (m_close) m_mustLinger = true;
}

Task<void> Connection::drain(IncomingBody& body) {
    std::size_t total = 0;
    const auto piece = std::make_unique_for_overwrite<char[]>(kScratch);
    while (!body.finished()) {
        CO_TRY(const std::size_t count, co_await body.read(std::span(piece.get(), kScratch)));
        total += count;
        if (total <= kMostDrained) continue;
        m_close = true;
        m_mustLinger = true;
        break;
    }
    co_return Result<void>();
}

/// Reads on for a while after the last answer: closing with unread bytes would reset the connection and take the
/// answer from the client.
Task<void> Connection::linger() {
    m_channel.input() = {};
    m_channel.expireIn(std::min(kLinger, m_server->options.progressDeadline));
    std::size_t total = 0;
    while (total < kMostLingered) {
        const IoResult tried = m_channel.stream().tryRead(std::span(m_server->scratch.get(), kScratch));
        total += tried.bytes;
        if (tried.state == IoState::done) continue;
        if (tried.state == IoState::eof || tried.state == IoState::failed) break;
        auto waited = co_await m_channel.stream().wait(tried.state);
        if (!waited) break;
    }
    co_return Result<void>();
}

Task<void> Connection::send(Response response, bool toHead) {
    const bool bodyless = toHead || response.status == 204 || response.status == 304;
    if (equalNoCase(response.headers.value("Connection"), "close")) m_close = true;
    HeadPlan plan;
    const auto* text = std::get_if<std::string>(&response.body);
    const auto* file = std::get_if<FileBody>(&response.body);
    if (text) plan.length = toHead && response.contentLength ? *response.contentLength : text->size();
    if (file) plan.length = file->length;
    if (!text && !file) {
        plan.chunked = m_head.http11;
        if (!plan.chunked) m_close = true;
    }
    if (response.status == 204 || response.status == 304) plan = {};
    plan.close = m_close;
    std::string head;
    head.reserve(256 + (text && text->size() <= kTogether ? text->size() : 0));
    writeResponseHead(head, response, plan, m_server->date.now());
    if (bodyless) {
        auto sent = co_await m_channel.write(head, m_server->options.progressDeadline);
        co_return sent;
    }
    if (text && text->size() <= kTogether) {
        m_server->bodyBytesSent += text->size();
        head += *text;
        const std::size_t written = m_channel.writeNow(head);
        if (written == head.size()) co_return Result<void>();
        const std::string_view rest = std::string_view(head).substr(written);
        auto sent = co_await m_channel.write(rest, m_server->options.progressDeadline);
        co_return sent;
    }
    if (text) {
        auto sent = co_await sendText(std::move(head), std::move(std::get<std::string>(response.body)));
        co_return sent;
    }
    if (file) {
        auto sent = co_await sendFile(std::move(head), std::move(std::get<FileBody>(response.body)));
        co_return sent;
    }
    auto sent = co_await sendStream(std::move(head), std::move(std::get<StreamBody>(response.body)));
    co_return sent;
}

Task<void> Connection::sendText(std::string head, std::string body) {
    const auto progress = m_server->options.progressDeadline;
    m_server->bodyBytesSent += body.size();
    CO_CHECK(co_await m_channel.write(head, progress));
    auto sent = co_await m_channel.write(body, progress);
    co_return sent;
}

/// The head and what fits beside it in one write, then pieces. Without TLS the system sends the rest from the file.
Task<void> Connection::sendFile(std::string head, FileBody file) {
    const auto progress = m_server->options.progressDeadline;
    bool direct = m_channel.stream().tls() == nullptr;
    const std::size_t pieceSize = direct ? kTogether : kPieceSize;
    const std::size_t size = head.size() + static_cast<std::size_t>(std::min<std::uint64_t>(file.length, pieceSize));
    const auto piece = std::make_unique_for_overwrite<char[]>(size);
    std::copy(head.begin(), head.end(), piece.get());
    std::size_t filled = head.size();
    do {
        std::uint64_t count = std::min<std::uint64_t>(file.length, kDirectPiece);
        if (direct && filled == 0) {
            auto sent = co_await m_channel.sendFile(*file.descriptor, file.offset, count, progress);
            direct = sent || sent.error().code != BaseErrc::unsupported;
            if (direct && !sent) co_return std::move(sent).error();
        }
        if (!direct || filled > 0) {
            const auto room = static_cast<std::size_t>(std::min<std::uint64_t>(file.length, size - filled));
            CO_TRY(count, readFileAt(*file.descriptor, std::span(piece.get() + filled, room), file.offset));
            if (count == 0 && file.length > 0)
                co_return makeError(BaseErrc::corrupt, "a file became shorter while it was sent");
            CO_CHECK(co_await m_channel.write(std::string_view(piece.get(), filled + count), progress));
        }
        file.offset += count;
        file.length -= count;
        m_server->bodyBytesSent += count;
        filled = 0;
    } while (file.length > 0);
    co_return Result<void>();
}

Task<void> Connection::sendStream(std::string head, StreamBody body) {
    const auto progress = m_server->options.progressDeadline;
    CO_CHECK(co_await m_channel.write(head, progress));
    ResponseStream writer(m_channel, progress, m_head.http11, m_server->bodyBytesSent);
    CO_CHECK(co_await body(writer));
    if (m_head.http11) CO_CHECK(co_await m_channel.write(kLastChunk, progress));
    co_return Result<void>();
}

}  // namespace signalbox::http
