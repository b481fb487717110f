// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <optional>

#include "core/adminclient/event_stream.h"
#include "tests/support/adminclient_server.h"

using namespace signalbox;
using namespace signalbox::adminclient;
using signalbox::test::AdminServer;
using std::chrono::milliseconds;

namespace {

AdminServer::Answer stream(std::string first = {}) {
    return {200, std::move(first), "text/event-stream", AdminServer::End::stream};
}

/// A stream and all it said.
struct Followed {
    std::unique_ptr<Client> client;
    EventStream stream;
    std::vector<Event> events;
    int connections = 0;
    int gaps = 0;
    std::vector<milliseconds> pauses;
    std::optional<Error> failure;

    explicit Followed(const AdminServer& server, milliseconds silence = milliseconds(10000))
        : client(Client::make(server.profile()).value()),
          stream(*client, {silence, milliseconds(5), milliseconds(40)}) {
        QObject::connect(&stream, &EventStream::event, [this](const Event& event) { events.push_back(event); });
        QObject::connect(&stream, &EventStream::connected, [this] { ++connections; });
        QObject::connect(&stream, &EventStream::gap, [this] { ++gaps; });
        QObject::connect(&stream, &EventStream::interrupted,
                         [this](const Error&, milliseconds pause) { pauses.push_back(pause); });
        QObject::connect(&stream, &EventStream::failed, [this](const Error& error) { failure = error; });
    }
};

std::string lastId(const AdminServer::Received& request) {
    const auto found = request.headers.find("last-event-id");
    return found == request.headers.end() ? "none" : found->second;
}

}  // namespace

class EventStreamTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsEventsAsTheyCome() {
        AdminServer server([](const auto&) { return stream(": hello\n\n"); });
        Followed followed(server);
        followed.stream.start();
        QTRY_COMPARE(followed.connections, 1);
        server.push("id: 12\nevent: rol");
        server.push("lout\ndata: {\"id\":7}\n\n");
        QTRY_COMPARE(followed.events.size(), 1U);
        QCOMPARE(followed.events[0].sequence, 12);
        QCOMPARE(followed.events[0].type, std::string("rollout"));
        QCOMPARE(followed.events[0].data, std::string("{\"id\":7}"));
        QCOMPARE(lastId(server.requests().at(0)), std::string("none"));
    }

    void goesOnAfterTheLastEventWhenTheConnectionBreaks() {
        AdminServer server([](const auto&) { return stream(": hello\n\n"); });
        Followed followed(server);
        followed.stream.start();
        QTRY_COMPARE(followed.connections, 1);
        server.push("id: 12\ndata: a\n\n");
        QTRY_COMPARE(followed.events.size(), 1U);
        server.dropStreams();
        QTRY_COMPARE(followed.connections, 2);
        QCOMPARE(lastId(server.requests().at(1)), std::string("12"));
        server.push("id: 13\ndata: b\n\n");
        QTRY_COMPARE(followed.events.size(), 2U);
    }

    void startsWhereItIsTold() {
        AdminServer server([](const auto&) { return stream(": hello\n\n"); });
        Followed followed(server);
        followed.stream.start(41);
        QTRY_COMPARE(followed.connections, 1);
        QCOMPARE(lastId(server.requests().at(0)), std::string("41"));
    }

    void pausesGrowWhileNothingComes() {
        AdminServer server([](const auto&) { return AdminServer::Answer{503, "{}"}; });
        Followed followed(server);
        followed.stream.start();
        QTRY_VERIFY(followed.pauses.size() >= 5);
        QVERIFY(followed.pauses[0] == milliseconds(5) && followed.pauses[1] == milliseconds(10));
        QVERIFY(followed.pauses[3] == milliseconds(40) && followed.pauses[4] == milliseconds(40));
        QVERIFY(!followed.failure);
    }

    void aSilentConnectionIsDropped() {
        AdminServer server([](const auto&) { return stream(": hello\n\n"); });
        Followed followed(server, milliseconds(150));
        followed.stream.start();
        QTRY_VERIFY(followed.connections >= 2);
    }

    void lostEventsAreAGap() {
        AdminServer server([](const auto&) { return stream("event: reset\ndata: {}\n\n"); });
        Followed followed(server);
        followed.stream.start(3);
        QTRY_COMPARE(followed.gaps, 1);
        QVERIFY(followed.events.empty());
    }

    void aRefusalEndsIt() {
        AdminServer server([](const auto&) { return AdminServer::Answer{401, R"({"code":"denied"})"}; });
        Followed followed(server);
        followed.stream.start();
        QTRY_VERIFY(followed.failure);
        QVERIFY(followed.failure->code == BaseErrc::denied);
        QCOMPARE(server.requests().size(), 1U);
    }

    void nothingComesAfterStop() {
        AdminServer server([](const auto&) { return stream(": hello\n\n"); });
        Followed followed(server);
        followed.stream.start();
        QTRY_COMPARE(followed.connections, 1);
        followed.stream.stop();
        server.push("data: x\n\n");
        server.dropStreams();
        QCoreApplication::processEvents(QEventLoop::AllEvents, 100);
        QVERIFY(followed.events.empty() && followed.pauses.empty());
    }
};

QTEST_GUILESS_MAIN(EventStreamTest)
#include "tst_event_stream.moc"
