// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/resource.h>
#include <unistd.h>

#include <QTest>
#include <boost/asio/steady_timer.hpp>
#include <map>
#include <thread>

#include "tests/support/http_certificates.h"
#include "tests/support/http_servers.h"

using namespace signalbox;
using namespace signalbox::http;
using namespace signalbox::test;

namespace {

constexpr Milliseconds kShort{60};

/// Short where a deadline is to bite, long elsewhere.
ServerOptions patient() {
    ServerOptions options;
    options.headerDeadline = options.idleDeadline = options.progressDeadline = Seconds(30);
    return options;
}

asio::awaitable<Response> hello(Exchange&) {
    co_return textResponse(200, "hello");
}

asio::awaitable<Response> echo(Exchange& exchange) {
    co_return textResponse(200, exchange.body);
}

asio::awaitable<Response> swallow(Exchange& exchange) {
    std::vector<std::byte> piece(4096);
    for (;;) {
        auto count = co_await exchange.stream->read(piece);
        if (!count) co_return textResponse(200, "the handler gave up");
        if (*count == 0) co_return textResponse(200, "whole");
    }
}

Task<void> endlessly(StreamWriter& writer, std::shared_ptr<std::atomic<bool>> ended) {
    for (;;) {
        auto written = co_await writer.write(std::string(100'000, 'x'));
        if (written) continue;
        *ended = true;
        co_return written;
    }
}

Task<void> eventThenSilence(StreamWriter& writer) {
    CO_CHECK(co_await writer.write("data: first\n\n"));
    CO_CHECK(co_await sleepFor(Seconds(1000)));
    co_return Result<void>();
}

asio::awaitable<Response> streaming(StreamBody body) {
    Response response;
    response.body = std::move(body);
    co_return response;
}

/// Handlers that wait until the test opens the gate.
class Gate {
public:
    explicit Gate() = default;
    asio::awaitable<Response> pass() {
        ++m_waiting;
        while (!m_open) {
            auto slept = co_await sleepFor(Milliseconds(5));
            if (!slept) co_return textResponse(200, "cancelled");
        }
        co_return textResponse(200, "passed");
    }
    void open() { m_open = true; }
    [[nodiscard]] int waiting() const { return m_waiting; }

private:
    std::atomic<bool> m_open = false;
    std::atomic<int> m_waiting = 0;
};

std::string statusOf(const std::string& response) {
    return response.substr(0, response.find("\r\n"));
}

constexpr std::string_view kHello = "GET /hello HTTP/1.1\r\nHost: h\r\n\r\n";
constexpr std::string_view kGate = "GET /gate HTTP/1.1\r\nHost: h\r\n\r\n";

}  // namespace

/// Deadlines, caps and stopping.
class TestServerLimits : public QObject {
    Q_OBJECT

    std::shared_ptr<std::atomic<bool>> m_ended = std::make_shared<std::atomic<bool>>(false);

    [[nodiscard]] Router routes(Gate* gate = nullptr) const {
        Router router;
        router.add("GET", "/hello", hello);
        router.add("POST", "/echo", echo);
        router.add("POST", "/swallow", swallow, 100'000'000, BodyPolicy::streamed);
        const auto endless = [ended = m_ended](Exchange&) {
            StreamBody body = [ended](StreamWriter& writer) { return endlessly(writer, ended); };
            return streaming(std::move(body));
        };
        router.add("GET", "/endless", endless);
        const auto events = [](Exchange&) {
            StreamBody body = [](StreamWriter& writer) { return eventThenSilence(writer); };
            return streaming(std::move(body));
        };
        router.add("GET", "/events", events);
        if (gate) router.add("GET", "/gate", [gate](Exchange&) { return gate->pass(); });
        return router;
    }

private Q_SLOTS:
    void answers408ToAHeadThatStops() {
        ServerOptions options = patient();
        options.headerDeadline = kShort;
        HttpServerThread server(routes(), options);
        QCOMPARE(statusOf(rawExchange(server.port(), "GET /hello HTTP/1.1\r\nHos")),
                 std::string("HTTP/1.1 408 Request Timeout"));
    }

    void answers408ToALaterHeadThatStops() {
        ServerOptions options = patient();
        options.headerDeadline = kShort;
        HttpServerThread server(routes(), options);
        RawConnection connection(server.port());
        connection.send(kHello);
        QCOMPARE(statusOf(connection.readResponse()), std::string("HTTP/1.1 200 OK"));
        connection.send("GET /hel");
        QCOMPARE(statusOf(connection.readAll().value_or("")), std::string("HTTP/1.1 408 Request Timeout"));
    }

    void closesSilentConnectionsWithoutAWord() {
        ServerOptions options = patient();
        options.headerDeadline = kShort;
        HttpServerThread server(routes(), options);
        QCOMPARE(rawExchange(server.port(), ""), std::string());
    }

    void closesAfterTheIdleDeadline() {
        ServerOptions options = patient();
        options.idleDeadline = kShort;
        HttpServerThread server(routes(), options);
        RawConnection connection(server.port());
        connection.send(kHello);
        QCOMPARE(statusOf(connection.readResponse()), std::string("HTTP/1.1 200 OK"));
        QCOMPARE(connection.readAll().value_or("still open"), std::string());
    }

    void closesAHandshakeThatStops() {
        const HttpAuthority authority;
        const Identity identity = authority.issueLocal();
        TlsServerOptions tls;
        tls.certificateChainPem = identity.certificatePem;
        tls.privateKeyPem = identity.keyPem;
        ServerOptions options = patient();
        options.headerDeadline = kShort;
        options.tls = TlsServerContext::make(tls).value();
        HttpServerThread server(routes(), options);
        QCOMPARE(rawExchange(server.port(), "\x16\x03\x01"), std::string());
    }

    void answers408ToABodyThatStops() {
        ServerOptions options = patient();
        options.progressDeadline = kShort;
        HttpServerThread server(routes(), options);
        for (const char* target : {"/echo", "/swallow"}) {
            const auto response =
                rawExchange(server.port(),
                            "POST " + std::string(target) + " HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nabc");
            QCOMPARE(statusOf(response), std::string("HTTP/1.1 408 Request Timeout"));
        }
    }

    void dropsAReaderThatStops() {
        ServerOptions options = patient();
        options.progressDeadline = kShort;
        HttpServerThread server(routes(), options);
        RawConnection connection(server.port());
        connection.send("GET /endless HTTP/1.1\r\nHost: h\r\n\r\n");
        QTRY_VERIFY(*m_ended);
        QTRY_COMPARE(server.connections(), std::size_t{0});
    }

    void keepsAStreamWhoseHandlerIsSilent() {
        ServerOptions options = patient();
        options.headerDeadline = options.idleDeadline = options.progressDeadline = Milliseconds(20);
        HttpServerThread server(routes(), options);
        RawConnection stream(server.port());
        stream.send("GET /events HTTP/1.1\r\nHost: h\r\n\r\n");
        QVERIFY(stream.readUntil("first\n\n").find("data: first") != std::string::npos);
        // Another connection runs into its deadline meanwhile, several times over.
        for (int i = 0; i < 3; ++i)
            QCOMPARE(rawExchange(server.port(), ""), std::string());
        QCOMPARE(server.connections(), std::size_t{1});
    }

    void boundsConnectionsByClosingTheLongestIdle() {
        ServerOptions options = patient();
        options.maxConnections = 2;
        HttpServerThread server(routes(), options);
        RawConnection first(server.port());
        first.send(kHello);
        QCOMPARE(statusOf(first.readResponse()), std::string("HTTP/1.1 200 OK"));
        RawConnection second(server.port());
        second.send(kHello);
        QCOMPARE(statusOf(second.readResponse()), std::string("HTTP/1.1 200 OK"));
        RawConnection third(server.port());
        third.send(kHello);
        QCOMPARE(statusOf(third.readResponse()), std::string("HTTP/1.1 200 OK"));
        QCOMPARE(first.readAll().value_or("still open"), std::string());
        second.send(kHello);
        QCOMPARE(statusOf(second.readResponse()), std::string("HTTP/1.1 200 OK"));
        QCOMPARE(server.connections(), std::size_t{2});
    }

    void refusesConnectionsWhenAllAreBusy() {
        Gate gate;
        ServerOptions options = patient();
        options.maxConnections = 2;
        HttpServerThread server(routes(&gate), options);
        RawConnection first(server.port());
        RawConnection second(server.port());
        first.send(kGate);
        second.send(kGate);
        QTRY_COMPARE(gate.waiting(), 2);
        RawConnection third(server.port());
        QCOMPARE(third.readAll().value_or(""), std::string());
        gate.open();
        QVERIFY(first.readResponse().ends_with("passed"));
        QVERIFY(second.readResponse().ends_with("passed"));
    }

    void givesUpAnIdleConnectionWhenDescriptorsRunOut() {
        HttpServerThread server(routes(), patient());
        RawConnection idle(server.port());
        idle.send(kHello);
        (void)idle.readResponse();
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
        const int next = ::dup(0);
        ::close(next);
        // Room for the client's end of one connection, not for the server's.
        rlimit tight = before;
        tight.rlim_cur = static_cast<rlim_t>(next) + 1;
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &tight), 0);
        RawConnection late(server.port());
        late.send(kHello);
        const auto response = late.readResponse();
        ::setrlimit(RLIMIT_NOFILE, &before);
        QCOMPARE(statusOf(response), std::string("HTTP/1.1 200 OK"));
        QCOMPARE(idle.readAll().value_or("still open"), std::string());
    }

    void asksForAllDescriptorsThatTheSystemAllows() {
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
        rlimit few = before;
        few.rlim_cur = std::min<rlim_t>(before.rlim_max, 300);
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &few), 0);
        HttpServerThread server(routes(), patient());
        rlimit after{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &after), 0);
        QCOMPARE(after.rlim_cur, before.rlim_max);
    }

    void stopDrainsOpenSessions() {
        Gate gate;
        HttpServerThread server(routes(&gate), patient());
        constexpr int count = 20;
        std::vector<std::unique_ptr<RawConnection>> busy;
        for (int i = 0; i < count; ++i) {
            busy.push_back(std::make_unique<RawConnection>(server.port()));
            busy.back()->send(kGate);
        }
        RawConnection idle(server.port());
        idle.send(kHello);
        (void)idle.readResponse();
        QTRY_COMPARE(gate.waiting(), count);
        server.beginStop(Seconds(30));
        QCOMPARE(idle.readAll().value_or("still open"), std::string());
        gate.open();
        for (const auto& connection : busy) {
            const auto response = connection->readAll().value_or("still open");
            QVERIFY(response.find("\r\nConnection: close\r\n") != std::string::npos);
            QVERIFY(response.ends_with("passed"));
        }
        QVERIFY(server.waitStopped());
    }

    void stopCancelsWhatOutlivesTheGrace() {
        HttpServerThread server(routes(), patient());
        RawConnection stream(server.port());
        stream.send("GET /events HTTP/1.1\r\nHost: h\r\n\r\n");
        QVERIFY(stream.readUntil("first\n\n").find("data: first") != std::string::npos);
        RawConnection upload(server.port());
        upload.send("POST /swallow HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nabc");
        RawConnection half(server.port());
        half.send("GET /he");
        server.beginStop(kShort);
        QVERIFY(server.waitStopped());
    }

    void takesNoConnectionsAfterStop() {
        HttpServerThread server(routes(), patient());
        server.beginStop(Milliseconds(0));
        QVERIFY(server.waitStopped());
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, RawConnection(server.port()));
    }

    void tellsAPortThatIsTaken() {
        HttpServerThread taken(routes(), patient());
        asio::io_context io;
        Server second(io, Router(), {});
        const auto listened = second.listen("127.0.0.1", taken.port());
        QVERIFY(!listened);
        QVERIFY(listened.error().code == boost::system::errc::address_in_use);
        QVERIFY(listened.error().context.find(std::to_string(taken.port())) != std::string::npos);
    }

    void dealsConnectionsToOtherThreadsInTurn() {
        asio::io_context firstIo(1);
        asio::io_context secondIo(1);
        Router who;
        who.add("GET", "/who", [](Exchange&) -> asio::awaitable<Response> {
            co_return textResponse(200, std::to_string(std::hash<std::thread::id>()(std::this_thread::get_id())));
        });
        Server first(firstIo, who, patient());
        Server second(secondIo, who, patient());
        first.dealTo({&second});
        QVERIFY(first.listen("127.0.0.1", 0));
        std::thread firstThread([&] { firstIo.run(); });
        std::thread secondThread([&] { secondIo.run(); });
        std::map<std::string, int> answers;
        for (int i = 0; i < 8; ++i) {
            const std::string answer =
                rawExchange(first.port(), "GET /who HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
            ++answers[answer.substr(answer.rfind('\n'))];
        }
        const RawConnection open(first.port());
        spawnSession(firstIo.get_executor(), "stop", first.stop(Milliseconds(100)));
        spawnSession(secondIo.get_executor(), "stop", second.stop(Milliseconds(100)));
        firstThread.join();  // both run dry: nothing keeps them
        secondThread.join();
        QCOMPARE(answers.size(), std::size_t{2});
        QCOMPARE(answers.begin()->second, 4);
    }

    void asksTheDoorForItsErrorPages() {
        ServerOptions options = patient();
        options.errorPage = [](int status, std::string_view) { return jsonResponse(status, "{\"mine\":true}"); };
        HttpServerThread server(routes(), options);
        for (const char* request : {"GET /missing HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n", "bad\r\n\r\n",
                                    "PUT /hello HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"})
            QVERIFY(rawExchange(server.port(), request).ends_with("{\"mine\":true}"));
    }

    void diesQuietlyWithItsIoContext() {
        // Sessions that still run are destroyed with the io_context; the sanitizers watch.
        auto io = std::make_unique<asio::io_context>();
        auto server = std::make_unique<Server>(*io, routes(), patient());
        QVERIFY(server->listen("127.0.0.1", 0));
        RawConnection idle(server->port());
        RawConnection stream(server->port());
        stream.send("GET /events HTTP/1.1\r\nHost: h\r\n\r\n");
        while (server->connections() < 2)
            io->run_one();
        io->poll();
        server.reset();
        io.reset();
    }
};

QTEST_GUILESS_MAIN(TestServerLimits)
#include "tst_server_limits.moc"
