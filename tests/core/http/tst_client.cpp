// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/socket.h>

#include <QTest>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/error.hpp>

#include "tests/support/http_servers.h"

using namespace signalbox;
using namespace signalbox::http;
using namespace signalbox::test;

namespace {

constexpr Milliseconds kShort{60};

ClientRequest requestFor(const std::string& url, const std::string& method = "GET") {
    ClientRequest request;
    request.url = parseUrl(url).value();
    request.method = method;
    return request;
}

/// A server that reads one head for each text and answers with it, then closes.
std::function<void(int)> saying(std::vector<std::string> answers) {
    return [answers = std::move(answers)](int socket) {
        for (const auto& answer : answers) {
            if (readHeadFrom(socket).empty()) return;
            writeTo(socket, answer);
        }
    };
}

/// Holds the connection until the client closes it.
void waitForClose(int socket) {
    char c = 0;
    while (::recv(socket, &c, 1, 0) > 0)
        continue;
}

asio::awaitable<Response> hello(Exchange&) {
    co_return textResponse(200, "hello");
}

asio::awaitable<Response> refuse(Exchange&) {
    co_return textResponse(403, "no");
}

}  // namespace

/// The client against servers that behave badly.
class TestClient : public QObject {
    Q_OBJECT

    [[nodiscard]] static Result<ClientResponse> ask(ClientRequest request, ClientOptions options = {}) {
        asio::io_context io;
        const auto client = makeClient(io, std::move(options));
        return runTask(io, client->send(std::move(request)));
    }

    [[nodiscard]] static Result<ClientResponse> askOf(const std::string& answer, const std::string& method = "GET") {
        RawServer server(saying({answer}));
        return ask(requestFor(server.url("/"), method));
    }

private Q_SLOTS:
    void keepsConnections() {
        Router router;
        router.add("GET", "/", hello);
        HttpServerThread server(std::move(router));
        asio::io_context io;
        const auto client = makeClient(io, {});
        for (int i = 0; i < 5; ++i) {
            const auto response = runTask(io, client->send(requestFor(server.url("/"))));
            QCOMPARE(response.value().body, std::string("hello"));
        }
        QCOMPARE(server.connections(), std::size_t{1});
    }

    void sendsAGetAgainWhenTheKeptConnectionWasClosed() {
        // Closes each connection upon its second request, without a byte of an answer.
        RawServer server([](int socket) {
            (void)readHeadFrom(socket);
            writeTo(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            (void)readHeadFrom(socket);
        });
        asio::io_context io;
        const auto client = makeClient(io, {});
        QCOMPARE(runTask(io, client->send(requestFor(server.url("/"))))->body, std::string("ok"));
        QCOMPARE(runTask(io, client->send(requestFor(server.url("/"))))->body, std::string("ok"));
        QCOMPARE(server.accepted(), 2);
    }

    void sendsNoPostAgain() {
        RawServer server([](int socket) {
            (void)readHeadFrom(socket);
            writeTo(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            (void)readHeadFrom(socket);
        });
        asio::io_context io;
        const auto client = makeClient(io, {});
        QVERIFY(runTask(io, client->send(requestFor(server.url("/"), "POST"))));
        const auto second = runTask(io, client->send(requestFor(server.url("/"), "POST")));
        QCOMPARE(second.error().code, make_error_code(asio::error::eof));
    }

    void sendsAGetOnlyOnceAgain() {
        std::atomic<int> served = 0;
        RawServer server([&served](int socket) {
            (void)readHeadFrom(socket);
            if (served++ > 0) return;
            writeTo(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            (void)readHeadFrom(socket);
        });
        asio::io_context io;
        const auto client = makeClient(io, {});
        QVERIFY(runTask(io, client->send(requestFor(server.url("/")))));
        QCOMPARE(runTask(io, client->send(requestFor(server.url("/")))).error().code,
                 make_error_code(asio::error::eof));
        QCOMPARE(server.accepted(), 2);
    }

    void opensANewConnectionWhereTheServerSaidClose() {
        RawServer server(saying({"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"}));
        asio::io_context io;
        const auto client = makeClient(io, {});
        QVERIFY(runTask(io, client->send(requestFor(server.url("/"), "POST"))));
        QVERIFY(runTask(io, client->send(requestFor(server.url("/"), "POST"))));
        QCOMPARE(server.accepted(), 2);
    }

    void readsABodyThatEndsWithTheConnection() {
        QCOMPARE(askOf("HTTP/1.0 200 OK\r\n\r\nall of it")->body, std::string("all of it"));
    }

    void readsChunks() {
        QCOMPARE(askOf("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")->body,
                 std::string("abcde"));
    }

    void passesOverInterimResponses() {
        const auto response = askOf(
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
            "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");
        QCOMPARE(response->status, 201);
        QVERIFY(!response->headers.find("Link"));
    }

    void boundsInterimResponses() {
        std::string answer;
        for (int i = 0; i < 100; ++i)
            answer += "HTTP/1.1 100 Continue\r\n\r\n";
        QCOMPARE(askOf(answer).error().code, make_error_code(BaseErrc::malformed));
    }

    void reportsAnyStatusAsAResponse() {
        QCOMPARE(askOf("HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n")->status, 302);
        QCOMPARE(askOf("HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n")->status, 500);
    }

    void expectsNoBodyOfAHead() {
        const auto response = askOf("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n", "HEAD");
        QVERIFY(response->headers.value("Content-Length") == "100");
    }

    void tellsGarbage() {
        QCOMPARE(askOf("SSH-2.0-OpenSSH\r\n\r\n").error().code, make_error_code(BaseErrc::malformed));
        QCOMPARE(askOf("HTTP/1.1 200 OK\nContent-Length: 0\n\n").error().code, make_error_code(BaseErrc::malformed));
        QCOMPARE(askOf("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n").error().code,
                 make_error_code(BaseErrc::malformed));
    }

    void boundsTheHead() {
        QCOMPARE(askOf("HTTP/1.1 200 OK\r\nX: " + std::string(100'000, 'x')).error().code,
                 make_error_code(BaseErrc::tooLarge));
        std::string fields = "HTTP/1.1 200 OK\r\n";
        for (int i = 0; i < 200; ++i)
            fields += "X: y\r\n";
        QCOMPARE(askOf(fields + "\r\n").error().code, make_error_code(BaseErrc::tooLarge));
    }

    void boundsTheBody_data() {
        QTest::addColumn<QByteArray>("answer");
        const std::string body(2000, 'x');
        QTest::newRow("told") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n");
        QTest::newRow("chunked") << QByteArray::fromStdString(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7d0\r\n" + body + "\r\n0\r\n\r\n");
        QTest::newRow("until close") << QByteArray::fromStdString("HTTP/1.1 200 OK\r\n\r\n" + body);
    }
    void boundsTheBody() {
        QFETCH(const QByteArray, answer);
        RawServer server(saying({answer.toStdString()}));
        ClientRequest request = requestFor(server.url("/"));
        request.maxBody = 1999;
        QCOMPARE(ask(std::move(request)).error().code, make_error_code(BaseErrc::tooLarge));
        ClientRequest enough = requestFor(server.url("/"));
        enough.maxBody = 2000;
        const auto response = ask(std::move(enough));
        QVERIFY(response || response.error().code == asio::error::eof);
    }

    void tellsABodyThatWasCut() {
        QCOMPARE(askOf("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc").error().code,
                 make_error_code(asio::error::eof));
        QCOMPARE(askOf("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab").error().code,
                 make_error_code(asio::error::eof));
    }

    void timesOutWhenTheServerNeverAnswers() {
        RawServer server(waitForClose);
        ClientOptions options;
        options.progressDeadline = kShort;
        QCOMPARE(ask(requestFor(server.url("/")), options).error().code, make_error_code(BaseErrc::timedOut));
    }

    void timesOutInMidBody() {
        RawServer server([](int socket) {
            (void)readHeadFrom(socket);
            writeTo(socket, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
            waitForClose(socket);
        });
        ClientOptions options;
        options.progressDeadline = kShort;
        QCOMPARE(ask(requestFor(server.url("/")), options).error().code, make_error_code(BaseErrc::timedOut));
    }

    void tellsARefusedConnection() {
        std::uint16_t port = 0;
        {
            RawServer gone(waitForClose);
            port = gone.port();
        }
        const auto response = ask(requestFor("http://127.0.0.1:" + std::to_string(port) + "/"));
        QCOMPARE(response.error().code, make_error_code(asio::error::connection_refused));
    }

    void findsLocalhostByName() {
        RawServer server(saying({"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"}));
        const auto response = ask(requestFor("http://localhost:" + std::to_string(server.port()) + "/"));
        QCOMPARE(response.value().body, std::string("ok"));
    }

    void tellsAnUnknownName() {
        // No label has 64 bytes (RFC 1035, 2.3.4), so no name server is asked: one that is silent would end in a
        // timeout.
        const auto response = ask(requestFor("http://" + std::string(64, 'a') + ".invalid/"));
        QVERIFY(!response);
        QVERIFY(response.error().code.category() == asio::error::get_netdb_category());
    }

    void readsAnAnswerThatComesBeforeTheBodyWasSent() {
        Router router;
        router.add("PUT", "/", refuse, 1000);
        HttpServerThread server(std::move(router));
        ClientRequest request = requestFor(server.url("/"), "PUT");
        request.bodyLength = 500'000'000;
        request.bodySource = [](std::span<std::byte> into) -> Result<std::size_t> { return into.size(); };
        const auto response = ask(std::move(request));
        QVERIFY2(response, response ? "" : response.error().text().c_str());
        QCOMPARE(response->status, 413);
    }

    void endsWhenTheSourceEndsEarly() {
        RawServer server(waitForClose);
        ClientRequest request = requestFor(server.url("/"), "PUT");
        request.bodyLength = 100;
        request.bodySource = [](std::span<std::byte>) -> Result<std::size_t> { return std::size_t{0}; };
        QCOMPARE(ask(std::move(request)).error().code, make_error_code(BaseErrc::invalidArgument));
    }

    void endsWithTheErrorOfTheSourceOrTheSink() {
        RawServer server(saying({"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"}));
        ClientRequest up = requestFor(server.url("/"), "PUT");
        up.bodyLength = 100;
        up.bodySource = [](std::span<std::byte>) -> Result<std::size_t> { return makeError(BaseErrc::corrupt); };
        QCOMPARE(ask(std::move(up)).error().code, make_error_code(BaseErrc::corrupt));
        ClientRequest down = requestFor(server.url("/"));
        down.wantsSink = [](int, const Headers&) { return true; };
        down.sink = [](Bytes) -> Result<void> { return makeError(BaseErrc::denied); };
        QCOMPARE(ask(std::move(down)).error().code, make_error_code(BaseErrc::denied));
    }

    void givesTheBodyOfAnErrorToTheResponseWhenTheSinkIsNotWanted() {
        RawServer server(saying({"HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\nnone"}));
        ClientRequest request = requestFor(server.url("/"));
        request.wantsSink = [](int status, const Headers&) { return status == 200; };
        request.sink = [](Bytes) -> Result<void> { return makeError(BaseErrc::denied); };
        QCOMPARE(ask(std::move(request))->body, std::string("none"));
    }

    void closesTheConnectionWhenItsCallerIsCancelled() {
        std::promise<void> closed;
        RawServer server([&closed](int socket) {
            (void)readHeadFrom(socket);
            waitForClose(socket);
            closed.set_value();
        });
        asio::io_context io;
        const auto client = makeClient(io, {});
        asio::cancellation_signal signal;
        std::optional<Result<ClientResponse>> outcome;
        auto done = [&outcome](const std::exception_ptr& exception, Result<ClientResponse> result) {
            if (!exception) outcome.emplace(std::move(result));
        };
        asio::co_spawn(io, client->send(requestFor(server.url("/"))),
                       asio::bind_cancellation_slot(signal.slot(), std::move(done)));
        while (server.accepted() == 0)
            io.run_one_for(Milliseconds(10));
        io.poll();
        signal.emit(asio::cancellation_type::terminal);
        while (!outcome && !io.stopped())
            io.run_one_for(Milliseconds(10));
        QVERIFY(outcome.has_value());
        QCOMPARE(outcome->error().code, make_error_code(BaseErrc::cancelled));
        QVERIFY(closed.get_future().wait_for(Seconds(10)) == std::future_status::ready);
    }

    void letsTheLoopRunDryBetweenRequests() {
        Router router;
        router.add("GET", "/", hello);
        HttpServerThread server(std::move(router));
        asio::io_context io;
        const auto client = makeClient(io, {});
        QVERIFY(runTask(io, client->send(requestFor(server.url("/")))));
        io.restart();
        io.run();  // hangs where a kept connection kept it busy
        QCOMPARE(server.connections(), std::size_t{1});
    }

    void outlivesItsClientObject() {
        RawServer server(saying({"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"}));
        asio::io_context io;
        auto client = makeClient(io, {});
        auto task = client->send(requestFor(server.url("/")));
        client.reset();
        QCOMPARE(runTask(io, std::move(task))->body, std::string("ok"));
    }
};

QTEST_GUILESS_MAIN(TestClient)
#include "tst_client.moc"
