// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/http_servers.h"

using namespace signalbox;
using namespace signalbox::http;
using namespace signalbox::test;

namespace {

asio::awaitable<Response> echo(Exchange& exchange) {
    co_return textResponse(200, exchange.request.method + " " + exchange.request.path + " " + exchange.body);
}

asio::awaitable<Response> ignoreBody(Exchange&) {
    co_return textResponse(200, "ignored");
}

asio::awaitable<Response> readStreamed(Exchange& exchange) {
    std::string all;
    std::vector<std::byte> piece(1000);
    for (;;) {
        auto count = co_await exchange.stream->read(piece);
        if (!count) co_return textResponse(599, count.error().text());
        if (*count == 0) break;
        all += textOf(Bytes(piece).first(*count));
    }
    const auto length = exchange.stream->length();
    co_return textResponse(200, (length ? std::to_string(*length) : "?") + " " + all);
}

asio::awaitable<Response> noContent(Exchange&) {
    co_return emptyResponse(204);
}

asio::awaitable<Response> throwing(Exchange& exchange) {
    co_return textResponse(200, std::string(exchange.parameters.at(0)));  // has none: a bug
}

Task<void> twoPieces(StreamWriter& writer) {
    CO_CHECK(co_await writer.write("one "));
    CO_CHECK(co_await writer.write("two"));
    co_return Result<void>();
}

asio::awaitable<Response> streamed(Exchange&) {
    Response response;
    StreamBody body = [](StreamWriter& writer) { return twoPieces(writer); };
    response.body = std::move(body);
    co_return response;
}

Router routes() {
    Router router;
    router.add("GET", "/echo", echo);
    router.add("POST", "/echo", echo, 1000);
    router.add("POST", "/ignore", ignoreBody, 100'000'000, BodyPolicy::streamed);
    router.add("POST", "/stream", readStreamed, 5000, BodyPolicy::streamed);
    router.add("GET", "/none", noContent);
    router.add("GET", "/throw", throwing);
    router.add("GET", "/streamed", streamed);
    return router;
}

std::string statusOf(const std::string& response) {
    return response.substr(0, response.find("\r\n"));
}

std::string bodyOf(const std::string& response) {
    const auto end = response.find("\r\n\r\n");
    return end == std::string::npos ? "" : response.substr(end + 4);
}

}  // namespace

/// RFC 9112 as bytes over a real connection.
class TestServerProtocol : public QObject {
    Q_OBJECT

    std::unique_ptr<HttpServerThread> m_server;

    [[nodiscard]] std::string exchange(std::string_view bytes) const { return rawExchange(m_server->port(), bytes); }

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<HttpServerThread>(routes()); }
    void cleanupTestCase() { m_server.reset(); }

    void refusesWhatIsNotStrict_data() {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("status");
        const auto row = [](const char* name, const char* request, const char* status) {
            QTest::newRow(name) << QByteArray(request) << QByteArray(status);
        };
        const char* const bad = "HTTP/1.1 400 Bad Request";
        row("length beside chunked",
            "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", bad);
        row("chunked beside length",
            "POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n", bad);
        row("two lengths", "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", bad);
        row("two lengths in one", "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 3, 4\r\n\r\nabcd", bad);
        row("negative length", "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: -3\r\n\r\nabc", bad);
        row("signed length", "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: +3\r\n\r\nabc", bad);
        row("hex length", "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 0x3\r\n\r\nabc", bad);
        row("huge length", "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999999999999999999\r\n\r\n", bad);
        row("empty length", "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length:\r\n\r\n", bad);
        row("space before colon", "GET /echo HTTP/1.1\r\nHost : h\r\n\r\n", bad);
        row("space before colon of a length", "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length : 3\r\n\r\nabc", bad);
        row("space before the name", "GET /echo HTTP/1.1\r\nHost: h\r\n X: y\r\nBad Name: x\r\n\r\n", bad);
        row("no colon", "GET /echo HTTP/1.1\r\nHost: h\r\nnothing\r\n\r\n", bad);
        row("empty name", "GET /echo HTTP/1.1\r\nHost: h\r\n: x\r\n\r\n", bad);
        row("control in a value", "GET /echo HTTP/1.1\r\nHost: h\r\nX: a\x01b\r\n\r\n", bad);
        row("carriage return in a value", "GET /echo HTTP/1.1\r\nHost: h\r\nX: a\rb\r\n\r\n", bad);
        row("no Host", "GET /echo HTTP/1.1\r\n\r\n", bad);
        row("empty Host", "GET /echo HTTP/1.1\r\nHost:\r\n\r\n", bad);
        row("two Hosts", "GET /echo HTTP/1.1\r\nHost: h\r\nHost: h\r\n\r\n", bad);
        row("Host with a path", "GET /echo HTTP/1.1\r\nHost: h/x\r\n\r\n", bad);
        row("Host with userinfo", "GET /echo HTTP/1.1\r\nHost: u@h\r\n\r\n", bad);
        row("Host with a bad port", "GET /echo HTTP/1.1\r\nHost: h:8x\r\n\r\n", bad);
        row("Host with a space", "GET /echo HTTP/1.1\r\nHost: a b\r\n\r\n", bad);
        row("bare line feeds", "GET /echo HTTP/1.1\nHost: h\n\n", bad);
        row("no target", "GET HTTP/1.1\r\nHost: h\r\n\r\n", bad);
        row("relative target", "GET echo HTTP/1.1\r\nHost: h\r\n\r\n", bad);
        row("authority target", "CONNECT h:1 HTTP/1.1\r\nHost: h\r\n\r\n", bad);
        row("fragment in the target", "GET /echo#x HTTP/1.1\r\nHost: h\r\n\r\n", bad);
        row("two spaces", "GET  /echo HTTP/1.1\r\nHost: h\r\n\r\n", bad);
        row("no version", "GET /echo\r\nHost: h\r\n\r\n", bad);
        row("garbage", "\x16\x03\x01\x02\r\n\r\n", bad);
        row("bad method", "GE(T /echo HTTP/1.1\r\nHost: h\r\n\r\n", bad);
        row("chunked in HTTP/1.0", "POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", bad);
        row("bad chunk", "POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", bad);
        row("bad chunk while streamed", "POST /stream HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            bad);
        row("unknown coding", "POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
            "HTTP/1.1 501 Not Implemented");
        row("unknown version", "GET /echo HTTP/2.0\r\nHost: h\r\n\r\n", "HTTP/1.1 505 HTTP Version Not Supported");
        row("unknown expectation", "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nExpect: x\r\n\r\n",
            "HTTP/1.1 417 Expectation Failed");
    }
    void refusesWhatIsNotStrict() {
        QFETCH(const QByteArray, request);
        QFETCH(const QByteArray, status);
        const std::string response = exchange(request.toStdString());
        QCOMPARE(QByteArray::fromStdString(statusOf(response)), status);
        QVERIFY(response.find("\r\nConnection: close\r\n") != std::string::npos);
    }

    void takesEqualLengthsTwice() {
        const auto response = exchange(
            "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc");
        QCOMPARE(bodyOf(response), std::string("POST /echo abc"));
    }

    void answersPipelinedRequestsInOrder() {
        const auto response = exchange(
            "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc\r\n"
            "POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nde\r\n1\r\nf\r\n0\r\n\r\n"
            "GET /echo HTTP/1.1\r\nHost: h\r\n\r\nGET /echo HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        const auto first = response.find("POST /echo abc");
        const auto second = response.find("POST /echo def");
        const auto third = response.find("GET /echo ");
        QVERIFY(first < second && second < third && third != std::string::npos);
        QVERIFY(response.find("GET /echo ", third + 1) != std::string::npos);
    }

    void takesARequestByteByByte() {
        RawConnection connection(m_server->port());
        for (const char c : std::string("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc"))
            connection.send(std::string_view(&c, 1));
        QCOMPARE(bodyOf(connection.readResponse()), std::string("POST /echo abc"));
    }

    void sendsContinueOnlyWhenTheBodyIsWanted() {
        RawConnection connection(m_server->port());
        connection.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
        QCOMPARE(connection.readUntil("\r\n\r\n"), std::string("HTTP/1.1 100 Continue\r\n\r\n"));
        connection.send("abc");
        QCOMPARE(bodyOf(connection.readResponse()), std::string("POST /echo abc"));
        connection.send("POST /stream HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
        QCOMPARE(connection.readUntil("\r\n\r\n"), std::string("HTTP/1.1 100 Continue\r\n\r\n"));
        connection.send("def");
        QCOMPARE(bodyOf(connection.readResponse()), std::string("3 def"));
    }

    void answersWithoutContinueWhenTheBodyIsNotWanted() {
        for (const char* target : {"/ignore", "/missing"}) {
            const auto response = exchange("POST " + std::string(target) +
                                           " HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
            QVERIFY(response.find("100 Continue") == std::string::npos);
            QVERIFY(response.find("\r\nConnection: close\r\n") != std::string::npos);
        }
    }

    void servesHttp10AndCloses() {
        const auto response = exchange("GET /echo HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        QCOMPARE(statusOf(response), std::string("HTTP/1.1 200 OK"));
        QVERIFY(response.find("\r\nConnection: close\r\n") != std::string::npos);
        QCOMPARE(bodyOf(response), std::string("GET /echo "));
    }

    void sendsStreamsInChunks() {
        const auto response = exchange("GET /streamed HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        QVERIFY(response.find("\r\nTransfer-Encoding: chunked\r\n") != std::string::npos);
        QCOMPARE(bodyOf(response), std::string("4\r\none \r\n3\r\ntwo\r\n0\r\n\r\n"));
    }

    void sendsStreamsBareToHttp10() {
        const auto response = exchange("GET /streamed HTTP/1.0\r\n\r\n");
        QVERIFY(response.find("Transfer-Encoding") == std::string::npos);
        QCOMPARE(bodyOf(response), std::string("one two"));
    }

    void answersHeadWithoutABody() {
        for (const char* target : {"/echo", "/streamed"}) {
            const auto response =
                exchange("HEAD " + std::string(target) + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
            QCOMPARE(statusOf(response), std::string("HTTP/1.1 200 OK"));
            QCOMPARE(bodyOf(response), std::string());
        }
        const auto missing = exchange("HEAD /missing HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        QCOMPARE(statusOf(missing), std::string("HTTP/1.1 404 Not Found"));
        QCOMPARE(bodyOf(missing), std::string());
    }

    void sendsNoLengthWith204() {
        const auto response = exchange("GET /none HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        QCOMPARE(statusOf(response), std::string("HTTP/1.1 204 No Content"));
        QVERIFY(response.find("Content-Length") == std::string::npos);
    }

    void answers404And405() {
        const auto missing = exchange("GET /missing HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        QCOMPARE(statusOf(missing), std::string("HTTP/1.1 404 Not Found"));
        const auto method = exchange("DELETE /echo HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        QCOMPARE(statusOf(method), std::string("HTTP/1.1 405 Method Not Allowed"));
        QVERIFY(method.find("\r\nAllow: GET, HEAD, POST\r\n") != std::string::npos);
    }

    void keepsTheConnectionAfterAnUnreadShortBody() {
        RawConnection connection(m_server->port());
        connection.send("POST /ignore HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\n" + std::string(1000, 'x'));
        QCOMPARE(bodyOf(connection.readResponse()), std::string("ignored"));
        connection.send("POST /missing HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
        QCOMPARE(statusOf(connection.readResponse()), std::string("HTTP/1.1 404 Not Found"));
        connection.send("GET /echo HTTP/1.1\r\nHost: h\r\n\r\n");
        QCOMPARE(bodyOf(connection.readResponse()), std::string("GET /echo "));
    }

    void closesAfterAnUnreadLongBody() {
        const auto response = exchange("POST /ignore HTTP/1.1\r\nHost: h\r\nContent-Length: 1000000\r\n\r\n" +
                                       std::string(1'000'000, 'x'));
        QCOMPARE(bodyOf(response), std::string("ignored"));
        QVERIFY(response.find("\r\nConnection: close\r\n") != std::string::npos);
    }

    void answers500WhenAHandlerThrows() {
        const auto response = exchange("GET /throw HTTP/1.1\r\nHost: h\r\n\r\n");
        QCOMPARE(statusOf(response), std::string("HTTP/1.1 500 Internal Server Error"));
    }

    void answers413BeforeTheBodyWasSent() {
        const auto response = exchange("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 1001\r\n\r\n");
        QCOMPARE(statusOf(response), std::string("HTTP/1.1 413 Content Too Large"));
    }

    void answers413ToChunksThatBecomeTooMany() {
        for (const char* target : {"/echo", "/stream"}) {
            std::string request =
                "POST " + std::string(target) + " HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
            for (int i = 0; i < 60; ++i)
                request += "64\r\n" + std::string(100, 'x') + "\r\n";
            const auto response = exchange(request);
            QCOMPARE(statusOf(response), std::string("HTTP/1.1 413 Content Too Large"));
        }
    }

    void answers431ToALongHead() {
        const auto response = exchange("GET /echo HTTP/1.1\r\nHost: h\r\nX: " + std::string(9000, 'x') + "\r\n\r\n");
        QCOMPARE(statusOf(response), std::string("HTTP/1.1 431 Request Header Fields Too Large"));
    }

    void answers431ToManyFields() {
        std::string request = "GET /echo HTTP/1.1\r\nHost: h\r\n";
        for (int i = 0; i < 101; ++i)
            request += "X: y\r\n";
        QCOMPARE(statusOf(exchange(request + "\r\n")), std::string("HTTP/1.1 431 Request Header Fields Too Large"));
    }

    void survivesAClientThatLeavesInMidBody() {
        {
            RawConnection connection(m_server->port());
            connection.send("POST /stream HTTP/1.1\r\nHost: h\r\nContent-Length: 3000\r\n\r\nabc");
            connection.finish();
            QCOMPARE(statusOf(connection.readAll().value_or("")), std::string("HTTP/1.1 400 Bad Request"));
        }
        QCOMPARE(bodyOf(exchange("GET /echo HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")),
                 std::string("GET /echo "));
    }
};

QTEST_GUILESS_MAIN(TestServerProtocol)
#include "tst_server_protocol.moc"
