// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/resource.h>

#include <QTemporaryDir>
#include <QTest>
#include <boost/asio/error.hpp>
#include <fstream>

#include "core/base/file_system.h"
#include "tests/support/http_certificates.h"
#include "tests/support/http_servers.h"
#include "tests/support/sanitizers.h"

using namespace signalbox;
using namespace signalbox::http;
using namespace signalbox::test;

namespace {

constexpr std::size_t kLarge = 50'000'000;

/// Byte `i` of the test's endless pattern.
char patternByte(std::uint64_t i) {
    return static_cast<char>((i * 31 + (i >> 12)) & 0xff);
}

std::string patternText(std::uint64_t first, std::size_t count) {
    std::string text(count, '\0');
    for (std::size_t i = 0; i < count; ++i)
        text[i] = patternByte(first + i);
    return text;
}

constexpr bool kFreedMemoryIsKept = test::kSanitized;  // in the sanitizer's quarantine

/// The most memory this process has had resident, server and client together.
long peakKilobytes() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

asio::awaitable<Response> echo(Exchange& exchange) {
    co_return textResponse(200, exchange.request.method + " " + exchange.body);
}

asio::awaitable<Response> whoIsThere(Exchange& exchange) {
    const Peer& peer = exchange.request.peer;
    co_return textResponse(200, peer.address + " " + peer.certificateName + " " + peer.certificateRole + " " +
                                    peer.certificateFingerprint);
}

/// Answers with the digest of a streamed body.
asio::awaitable<Response> digestOf(Exchange& exchange) {
    Hasher hasher;
    std::vector<std::byte> piece(256 * 1024);
    for (;;) {
        auto count = co_await exchange.stream->read(piece);
        if (!count) co_return textResponse(500, count.error().text());
        if (*count == 0) break;
        hasher.update(Bytes(piece).first(*count));
    }
    co_return textResponse(200, hasher.finishHex());
}

Task<void> countTo(StreamWriter& writer, int last) {
    for (int i = 1; i <= last; ++i)
        CO_CHECK(co_await writer.write("data: " + std::to_string(i) + "\n\n"));
    co_return Result<void>();
}

asio::awaitable<Response> events(Exchange&) {
    Response response;
    response.headers.set("Content-Type", "text/event-stream");
    StreamBody body = [](StreamWriter& writer) { return countTo(writer, 1000); };
    response.body = std::move(body);
    co_return response;
}

ClientRequest requestFor(const std::string& url) {
    ClientRequest request;
    request.url = parseUrl(url).value();
    return request;
}

}  // namespace

/// Our client against our server, plain and over TLS: the same behaviour both ways.
class TestExchange : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::string m_file;
    HttpAuthority m_authority;
    Identity m_identity = m_authority.issueLocal("node");

    [[nodiscard]] Router router() const {
        Router routes;
        routes.add("GET", "/echo", echo);
        routes.add("POST", "/echo", echo, 8 << 20);
        routes.add("GET", "/peer", whoIsThere);
        routes.add("PUT", "/digest", digestOf, 100'000'000, BodyPolicy::streamed);
        routes.add("GET", "/events", events);
        const auto file = [path = m_file](Exchange& exchange) { return serveFile(exchange, path); };
        routes.add("GET", "/file", file);
        const auto shrunk = [path = m_file](Exchange& exchange) { return serveShrunkFile(exchange, path); };
        routes.add("GET", "/shrunk", shrunk);
        return routes;
    }

    static asio::awaitable<Response> serveFile(Exchange& exchange, std::string path) {
        auto file = openFileBody(path);
        if (!file) co_return textResponse(404, "none");
        co_return fileResponse(exchange.request, std::move(*file), "application/octet-stream", "\"v1\"");
    }

    /// As if the file had lost its end after it was opened.
    static asio::awaitable<Response> serveShrunkFile(Exchange&, std::string path) {
        Response response;
        FileBody file = openFileBody(path).value();
        file.offset = file.length - 10;
        file.length = 1000;
        response.body = std::move(file);
        co_return response;
    }

    [[nodiscard]] HttpServerThread startServer(bool tls) const {
        ServerOptions options;
        if (tls) options.tls = serverContext();
        return HttpServerThread(router(), std::move(options));
    }

    [[nodiscard]] std::shared_ptr<const TlsServerContext> serverContext() const {
        TlsServerOptions options;
        options.certificateChainPem = m_identity.certificatePem;
        options.privateKeyPem = m_identity.keyPem;
        options.clientCaPem = m_authority.pem();
        return TlsServerContext::make(options).value();
    }

    [[nodiscard]] ClientOptions clientOptions() const {
        TlsClientOptions tls;
        tls.caPem = m_authority.pem();
        ClientOptions options;
        options.tls = TlsClientContext::make(std::move(tls)).value();
        return options;
    }

    static void plainAndTls() {
        QTest::addColumn<bool>("tls");
        QTest::newRow("plain") << false;
        QTest::newRow("TLS") << true;
    }

private Q_SLOTS:
    void initTestCase() {
        m_file = m_folder.filePath(QStringLiteral("large")).toStdString();
        std::ofstream out(m_file, std::ios::binary);
        for (std::size_t at = 0; at < kLarge; at += 1'000'000)
            out << patternText(at, 1'000'000);
    }

    void sendsAndReceivesWholeBodies_data() { plainAndTls(); }
    void sendsAndReceivesWholeBodies() {
        QFETCH(const bool, tls);
        HttpServerThread server = startServer(tls);
        asio::io_context io;
        const auto client = makeClient(io, clientOptions());
        for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{70'000}, std::size_t{3'000'000}}) {
            ClientRequest request = requestFor(server.url("/echo"));
            request.method = "POST";
            request.body = patternText(size, size);
            const std::string sent = request.body;
            const auto response = runTask(io, client->send(std::move(request)));
            QVERIFY2(response, response ? "" : response.error().text().c_str());
            QCOMPARE(response->status, 200);
            QVERIFY(response->body == "POST " + sent);
        }
        QCOMPARE(server.connections(), std::size_t{1});
    }

    void takesRequestsOfEverySizeOnOneConnection_data() { plainAndTls(); }
    void takesRequestsOfEverySizeOnOneConnection() {  // shorter and longer than what a waiting connection receives into
        QFETCH(const bool, tls);
        HttpServerThread server = startServer(tls);
        asio::io_context io;
        const auto client = makeClient(io, clientOptions());
        for (std::size_t size = 1; size < 1200; size += 13) {
            ClientRequest request = requestFor(server.url("/echo"));
            request.method = "POST";
            request.headers.set("X-Fill", std::string(size, 'x'));
            request.body = patternText(size, size % 100);
            const std::string sent = request.body;
            const auto response = runTask(io, client->send(std::move(request)));
            QVERIFY2(response, response ? "" : response.error().text().c_str());
            QVERIFY(response->body == "POST " + sent);
        }
        QCOMPARE(server.connections(), std::size_t{1});
    }

    void streamsUploadsFromASource_data() { plainAndTls(); }
    void streamsUploadsFromASource() {
        QFETCH(const bool, tls);
        HttpServerThread server = startServer(tls);
        asio::io_context io;
        const auto client = makeClient(io, clientOptions());
        ClientRequest request = requestFor(server.url("/digest"));
        request.method = "PUT";
        request.bodyLength = kLarge;
        auto hasher = std::make_shared<Hasher>();
        auto given = std::make_shared<std::uint64_t>(0);
        request.bodySource = [hasher, given](std::span<std::byte> into) -> Result<std::size_t> {
            for (std::size_t i = 0; i < into.size(); ++i)
                into[i] = static_cast<std::byte>(patternByte(*given + i));
            *given += into.size();
            hasher->update(into);
            return into.size();
        };
        const long before = peakKilobytes();
        const auto response = runTask(io, client->send(std::move(request)));
        QVERIFY2(response, response ? "" : response.error().text().c_str());
        QCOMPARE(*given, std::uint64_t{kLarge});
        if (!kFreedMemoryIsKept) QVERIFY(peakKilobytes() - before < 8 * 1024);
        QCOMPARE(response->body, hasher->finishHex());
    }

    void downloadsAFileIntoASink_data() { plainAndTls(); }
    void downloadsAFileIntoASink() {
        QFETCH(const bool, tls);
        HttpServerThread server = startServer(tls);
        asio::io_context io;
        const auto client = makeClient(io, clientOptions());
        ClientRequest request = requestFor(server.url("/file"));
        auto received = std::make_shared<std::string>();
        auto largest = std::make_shared<std::size_t>(0);
        request.wantsSink = [](int status, const Headers&) { return status == 200; };
        request.sink = [received, largest](Bytes bytes) -> Result<void> {
            received->append(textOf(bytes));
            *largest = std::max(*largest, bytes.size());
            return {};
        };
        const auto response = runTask(io, client->send(std::move(request)));
        QVERIFY2(response, response ? "" : response.error().text().c_str());
        QCOMPARE(response->status, 200);
        QVERIFY(response->body.empty());
        QVERIFY(*largest <= 256 * 1024);
        QVERIFY(*received == patternText(0, kLarge));
        QCOMPARE(server.bodyBytesSent(), std::uint64_t{kLarge});
    }

    void downloadsARangeOfAFile_data() { plainAndTls(); }
    void downloadsARangeOfAFile() {
        QFETCH(const bool, tls);
        HttpServerThread server = startServer(tls);
        asio::io_context io;
        const auto client = makeClient(io, clientOptions());
        ClientRequest request = requestFor(server.url("/file"));
        request.headers.set("Range", "bytes=1000000-1999999");
        const auto response = runTask(io, client->send(std::move(request)));
        QVERIFY2(response, response ? "" : response.error().text().c_str());
        QCOMPARE(response->status, 206);
        QVERIFY(response->headers.value("content-range") == "bytes 1000000-1999999/50000000");
        QVERIFY(response->body == patternText(1'000'000, 1'000'000));
    }

    void dropsTheConnectionWhenAFileBecomesShorter() {
        HttpServerThread server = startServer(false);
        asio::io_context io;
        const auto client = makeClient(io, clientOptions());
        const auto response = runTask(io, client->send(requestFor(server.url("/shrunk"))));
        QCOMPARE(response.error().code, make_error_code(asio::error::eof));
    }

    void answersHeadWithTheHeadersOfGet() {
        HttpServerThread server = startServer(false);
        asio::io_context io;
        const auto client = makeClient(io, clientOptions());
        ClientRequest request = requestFor(server.url("/file"));
        request.method = "HEAD";
        const auto response = runTask(io, client->send(std::move(request)));
        QVERIFY2(response, response ? "" : response.error().text().c_str());
        QVERIFY(response->headers.value("Content-Length") == std::to_string(kLarge));
        QVERIFY(response->body.empty());
    }

    void streamsEventsInChunks_data() { plainAndTls(); }
    void streamsEventsInChunks() {
        QFETCH(const bool, tls);
        HttpServerThread server = startServer(tls);
        asio::io_context io;
        const auto client = makeClient(io, clientOptions());
        const auto response = runTask(io, client->send(requestFor(server.url("/events"))));
        QVERIFY2(response, response ? "" : response.error().text().c_str());
        QVERIFY(response->body.starts_with("data: 1\n\ndata: 2\n\n"));
        QVERIFY(response->body.ends_with("data: 1000\n\n"));
    }

    void tellsWhoShowedAClientCertificate() {
        HttpServerThread server = startServer(true);
        Subject subject;
        subject.name = "terminal-7";
        subject.role = "terminal";
        const Identity mine = m_authority.issue(subject);
        TlsClientOptions tls;
        tls.caPem = m_authority.pem();
        tls.certificateChainPem = mine.certificatePem;
        tls.privateKeyPem = mine.keyPem;
        ClientOptions options;
        options.tls = TlsClientContext::make(std::move(tls)).value();
        asio::io_context io;
        const auto client = makeClient(io, options);
        const auto response = runTask(io, client->send(requestFor(server.url("/peer"))));
        QVERIFY2(response, response ? "" : response.error().text().c_str());
        QCOMPARE(response->body, "127.0.0.1 terminal-7 terminal " + mine.fingerprint);
    }

    void leavesTheCertificateFieldsEmptyWithoutOne() {
        HttpServerThread server = startServer(true);
        asio::io_context io;
        const auto client = makeClient(io, clientOptions());
        const auto response = runTask(io, client->send(requestFor(server.url("/peer"))));
        QVERIFY2(response, response ? "" : response.error().text().c_str());
        QCOMPARE(response->body, std::string("127.0.0.1   "));
    }
};

QTEST_GUILESS_MAIN(TestExchange)
#include "tst_exchange.moc"
