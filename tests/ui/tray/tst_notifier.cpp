// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "tests/support/adminclient_server.h"
#include "ui/tray/notifier.h"

using namespace signalbox;
using namespace signalbox::ui;
using signalbox::test::AdminServer;

namespace {

AdminServer::Answer answerOf(const AdminServer::Received& request) {
    if (request.target.starts_with("/api/v1/events"))
        return {200, ":\n\n", "text/event-stream", AdminServer::End::stream};
    if (request.target.starts_with("/api/v1/rollouts/7"))
        return {200, R"({"id":7,"name":"Tills","state":"paused","pausedByBreaker":true,"stateReason":"3 failed"})"};
    if (request.target.starts_with("/api/v1/rollouts/8"))
        return {200, R"({"id":8,"name":"Kiosks","state":"paused","pausedByBreaker":false})"};
    return {200, R"({"id":4,"product":"till","version":"5.2","state":"inReview"})"};
}

std::string happened(const char* type, const std::string& data) {
    return std::string("event: ") + type + "\ndata: " + data + "\n\n";
}

/// A console's notifier, and a manager that says what a test wants.
struct Watched {
    AdminServer server{answerOf};
    ManagerLink link;
    Notifier notifier{link};
    QSignalSpy told{&notifier, &Notifier::notify};

    [[nodiscard]] bool open() {
        notifier.setGatherTime(std::chrono::milliseconds(200));
        return link.open(server.profile()).has_value() &&
               QTest::qWaitFor([this] { return link.state() == LinkState::live; }, 20000);
    }
    [[nodiscard]] Notification at(int index) const { return told.at(index).first().value<Notification>(); }
};

}  // namespace

class NotifierTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void failuresOfARolloutAreToldInOne() {
        Watched watched;
        QVERIFY(watched.open());
        watched.server.push(happened("deployment", R"({"id":1,"rollout":7,"state":"failed"})") +
                            happened("deployment", R"({"id":2,"rollout":7,"state":"rolledBack"})") +
                            happened("deployment", R"({"id":2,"rollout":7,"state":"rolledBack"})") +
                            happened("deployment", R"({"id":3,"rollout":7,"state":"succeeded"})"));
        QTRY_COMPARE(watched.told.count(), 1);
        QVERIFY(watched.at(0).title.contains(QLatin1Char('2')));
        QVERIFY(watched.at(0).text.contains(QStringLiteral("Tills")));
        QVERIFY(watched.at(0).isBad);
    }

    void aBreakerIsToldAndAPauseByHandIsNot() {
        Watched watched;
        QVERIFY(watched.open());
        watched.server.push(happened("rollout", R"({"id":8,"state":"paused"})") +
                            happened("rollout", R"({"id":7,"state":"paused"})"));
        QTRY_COMPARE(watched.told.count(), 1);
        QCOMPARE(watched.at(0).what, QStringLiteral("7"));
    }

    void aReleaseThatWaitsForApprovalIsTold() {
        Watched watched;
        QVERIFY(watched.open());
        watched.server.push(happened("release", R"({"id":4,"state":"inReview"})"));
        QTRY_COMPARE(watched.told.count(), 1);
        QCOMPARE(watched.at(0).page, QStringLiteral("approvalsPage"));
    }
};

QTEST_GUILESS_MAIN(NotifierTest)
#include "tst_notifier.moc"
