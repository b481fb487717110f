// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/client.h"

#include <algorithm>
#include <boost/asio/error.hpp>
#include <boost/asio/this_coro.hpp>

#include "core/http/connection_pool.h"
#include "core/http/message_writer.h"
#include "core/http/platform.h"

namespace signalbox::http {
namespace {

constexpr std::size_t kMostHead = 64 * 1024;  // of a response
constexpr std::size_t kHeadRead = 4096;       // what is read at once for a head
constexpr std::size_t kTogether = 64 * 1024;  // a head and a body up to this size go out in one write
constexpr std::size_t kPacedPiece = 16 * 1024;
constexpr int kMostInterim = 16;  // 1xx responses before the answer

/// One request on one connection.
class RequestRun {
public:
    RequestRun(ClientConnection& connection, const ClientRequest& request, const ClientOptions& options)
        : m_channel(connection.channel),
          m_forwarder(connection.forwarder),
          m_request(request),
          m_progress(options.progressDeadline) {}

    [[nodiscard]] Task<ClientResponse> run();
    /// Some byte of the answer came.
    [[nodiscard]] bool answered() const { return m_answered; }
    /// The connection can take the next request.
    [[nodiscard]] bool reusable() const { return m_reusable; }

private:
    [[nodiscard]] Task<void> sendRequest();
    [[nodiscard]] Task<void> sendFromSource();
    [[nodiscard]] Task<void> push(std::string_view bytes);
    [[nodiscard]] bool answersEarly();
    [[nodiscard]] Task<ResponseHead> readHead();
    [[nodiscard]] Task<ResponseHead> readFinalHead();
    [[nodiscard]] Task<std::string> readBody(IncomingBody& body);
    [[nodiscard]] Task<void> readIntoSink(IncomingBody& body);

    Channel& m_channel;
    const Proxy* m_forwarder;
    const ClientRequest& m_request;
    Milliseconds m_progress;
    bool m_answered = false;
    bool m_reusable = false;
    bool m_cut = false;  ///< the request was not sent to its end
};

Task<ClientResponse> RequestRun::run() {
    CO_CHECK(co_await sendRequest());
    CO_TRY(ResponseHead head, co_await readFinalHead());
    if (m_forwarder && head.status == 407)
        co_return makeError(ProxyErrc::authenticationRequired, "proxy " + m_forwarder->shown());
    IncomingBody body(m_channel, head.framing, m_progress);
    ClientResponse response;
    response.status = head.status;
    response.headers = std::move(head.headers);
    const bool toSink = m_request.sink && m_request.wantsSink && m_request.wantsSink(head.status, response.headers);
    if (toSink) {
        CO_CHECK(co_await readIntoSink(body));
    } else {
        CO_TRY(response.body, co_await readBody(body));
    }
    m_reusable = head.keepAlive && body.finished() && m_channel.input().empty() && !m_cut;
    co_return response;
}

Task<void> RequestRun::sendRequest() {
    std::string head;
    CO_CHECK(writeRequestHead(head, m_request, m_forwarder));
    if (m_request.bodySource) {
        CO_CHECK(co_await push(head));
        auto sent = co_await sendFromSource();
        co_return sent;
    }
    const bool together = m_request.body.size() <= kTogether;
    if (together) head += m_request.body;
    CO_CHECK(co_await push(head));
    std::string_view rest = together ? std::string_view() : std::string_view(m_request.body);
    while (!rest.empty() && !answersEarly()) {
        CO_CHECK(co_await push(rest.substr(0, kPieceSize)));
        rest.remove_prefix(std::min(rest.size(), kPieceSize));
    }
    m_cut = m_cut || !rest.empty();
    co_return Result<void>();
}

Task<void> RequestRun::sendFromSource() {
    std::uint64_t left = m_request.bodyLength;
    const std::uint64_t most = m_request.sendPace ? kPacedPiece : kPieceSize;
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(left, most));
    const auto piece = std::make_unique_for_overwrite<std::byte[]>(size);
    while (left > 0 && !answersEarly()) {
        const auto room = static_cast<std::size_t>(std::min<std::uint64_t>(left, size));
        CO_TRY(const std::size_t count, m_request.bodySource(std::span(piece.get(), room)));
        if (count == 0 || count > room)
            co_return makeError(BaseErrc::invalidArgument, "the body ended before its length");
        CO_CHECK(co_await push(std::string_view(reinterpret_cast<const char*>(piece.get()), count)));
        left -= count;
        if (m_request.sendPace) CO_CHECK(co_await m_request.sendPace(count));
    }
    m_cut = m_cut || left > 0;
    co_return Result<void>();
}

/// Writes; a server that closes while we send may have answered before (413 …): that is for the reader to find out.
Task<void> RequestRun::push(std::string_view bytes) {
    auto sent = co_await m_channel.write(bytes, m_progress);
    if (sent || sent.error().code == BaseErrc::timedOut || sent.error().code == BaseErrc::cancelled) co_return sent;
    m_cut = true;
    co_return Result<void>();
}

/// Whether the server answers before the whole body was sent, or is gone.
bool RequestRun::answersEarly() {
    if (m_cut) return true;
    char first[kHeadRead];
    const IoResult tried = m_channel.stream().tryRead(std::span(first));
    if (tried.state == IoState::wantRead || tried.state == IoState::wantWrite) return false;
    m_channel.input().append(first, tried.bytes);
    return true;
}

Task<ResponseHead> RequestRun::readHead() {
    std::string& input = m_channel.input();
    HeadScanner scanner;
    for (;;) {
        if (!input.empty()) {
            m_answered = true;
            const auto state = scanner.scan(input, kMostHead);
            if (state == HeadScanner::State::tooLong) co_return makeError(BaseErrc::tooLarge, "response head");
            if (state == HeadScanner::State::badLineEnd) co_return makeError(BaseErrc::malformed, "response head");
            if (state == HeadScanner::State::complete) break;
        }
        const std::size_t had = input.size();
        input.resize(had + kHeadRead);
        auto count = co_await m_channel.readSome(std::span(input).subspan(had), m_progress);
        input.resize(had + (count ? *count : 0));
        if (!count) co_return std::move(count).error();
        if (*count == 0) co_return makeError(asio::error::eof, "the server closed before its answer");
    }
    const auto text = std::string_view(input).substr(scanner.leading(), scanner.size());
    auto head = parseResponseHead(text, m_request.method == "HEAD");
    m_channel.dropInput(scanner.leading() + scanner.size());
    co_return head;
}

Task<ResponseHead> RequestRun::readFinalHead() {
    for (int interim = 0; interim <= kMostInterim; ++interim) {
        auto head = co_await readHead();
        if (!head || head->status >= 200) co_return head;
        if (head->status == 101) break;
    }
    co_return makeError(BaseErrc::malformed, "no final response");
}

Task<std::string> RequestRun::readBody(IncomingBody& body) {
    std::string whole;
    const std::size_t most = m_request.maxBody;
    while (!body.finished()) {
        if (body.left().value_or(0) > most - whole.size()) co_return makeError(BaseErrc::tooLarge, "response body");
        const std::size_t had = whole.size();
        std::size_t room = std::min(most - had + 1, std::clamp<std::size_t>(had, kHeadRead, kPieceSize));
        room = static_cast<std::size_t>(std::min<std::uint64_t>(body.left().value_or(room), room));
        whole.resize(had + room);
        auto count = co_await body.read(std::span(whole).subspan(had));
        whole.resize(had + (count ? *count : 0));
        if (!count) co_return std::move(count).error();
        if (whole.size() > most) co_return makeError(BaseErrc::tooLarge, "response body");
    }
    co_return whole;
}

Task<void> RequestRun::readIntoSink(IncomingBody& body) {
    const std::uint64_t most = m_request.pace ? kPacedPiece : kPieceSize;
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(body.left().value_or(most), most));
    const auto piece = std::make_unique_for_overwrite<char[]>(size);
    while (!body.finished()) {
        CO_TRY(const std::size_t count, co_await body.read(std::span(piece.get(), size)));
        if (count == 0) continue;
        CO_CHECK(m_request.sink(std::as_bytes(std::span(piece.get(), count))));
        if (m_request.pace) CO_CHECK(co_await m_request.pace(count));
    }
    co_return Result<void>();
}

class PooledClient final : public Client {
public:
    PooledClient(asio::io_context& io, ClientOptions options)
        : m_io(io), m_pool(std::make_shared<ConnectionPool>(io, std::move(options))) {}

    [[nodiscard]] Task<ClientResponse> send(ClientRequest request) override {
        return guarded(m_pool, std::move(request));
    }
    [[nodiscard]] Result<std::shared_ptr<Client>> trusting(std::shared_ptr<const TlsClientContext> tls) const override {
        ClientOptions options = m_pool->options();
        options.tls = std::move(tls);
        return std::shared_ptr<Client>(std::make_shared<PooledClient>(m_io, std::move(options)));
    }

private:
    [[nodiscard]] static Task<ClientResponse> guarded(std::shared_ptr<ConnectionPool> pool, ClientRequest request);
    [[nodiscard]] static Task<ClientResponse> run(std::shared_ptr<ConnectionPool> pool, ClientRequest request);

    asio::io_context& m_io;
    std::shared_ptr<ConnectionPool> m_pool;
};

/// Whether a request that failed on a kept connection may go out again on a new one (RFC 9110 section 9.2.2).
bool mayRepeat(const ClientRequest& request, const Error& error) {
    return (request.method == "GET" || request.method == "HEAD") && !request.bodySource &&
           error.code != BaseErrc::timedOut && error.code != BaseErrc::cancelled;
}

/// A cancelled caller gets BaseErrc::cancelled, not an exception; its own setting is put back.
Task<ClientResponse> PooledClient::guarded(std::shared_ptr<ConnectionPool> pool, ClientRequest request) {
    const bool threw = co_await asio::this_coro::throw_if_cancelled();
    co_await asio::this_coro::throw_if_cancelled(false);
    auto response = co_await run(std::move(pool), std::move(request));
    co_await asio::this_coro::throw_if_cancelled(threw);
    co_return response;
}

Task<ClientResponse> PooledClient::run(std::shared_ptr<ConnectionPool> pool, ClientRequest request) {
    std::unique_ptr<ClientConnection> connection = pool->takeIdle(request.url.origin());
    if (connection) {
        RequestRun kept(*connection, request, pool->options());
        auto response = co_await kept.run();
        if (response && kept.reusable()) pool->keep(std::move(connection));
        if (response || kept.answered() || !mayRepeat(request, response.error())) co_return response;
    }
    CO_TRY(connection, co_await pool->connect(request.url));
    RequestRun fresh(*connection, request, pool->options());
    auto response = co_await fresh.run();
    if (response && fresh.reusable()) pool->keep(std::move(connection));
    if (!response) co_return std::move(response).error().within(request.method + " at " + request.url.origin());
    co_return response;
}

}  // namespace

Result<std::shared_ptr<Client>> Client::trusting(std::shared_ptr<const TlsClientContext>) const {
    return makeError(BaseErrc::unsupported, "this client trusts whom it trusts");
}

std::unique_ptr<Client> makeClient(asio::io_context& io, ClientOptions options) {
    ignoreBrokenPipes();
    return std::make_unique<PooledClient>(io, std::move(options));
}

}  // namespace signalbox::http
