// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QComboBox>
#include <QMainWindow>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>

#include "tests/support/adminclient_server.h"
#include "ui/failures/failures_page.h"
#include "ui/shell/task_log.h"

using namespace signalbox;
using namespace signalbox::ui;
using signalbox::test::AdminServer;

namespace {

constexpr int kPatience = 20000;

/// The page on a manager whose rollout failed on eight terminals for one cause.
struct Shown {
    int excluded = 3;
    AdminServer server{[this](const AdminServer::Received& request) { return answer(request); }};
    ManagerLink link;
    QMainWindow window;
    TaskLog* tasks = new TaskLog(&window);
    FailuresPage* page = new FailuresPage(link, *tasks);

    Shown() {
        window.setCentralWidget(page);
        window.resize(1200, 800);
    }
    AdminServer::Answer answer(const AdminServer::Received& request) {
        const auto isFor = [&request](const char* target) { return request.target.starts_with(target); };
        if (isFor("/api/v1/events")) return {200, ":\n\n", "text/event-stream", AdminServer::End::stream};
        if (isFor("/api/v1/account")) return {200, R"({"name":"anna","kind":"session","role":"operator"})"};
        if (isFor("/api/v1/rollouts/7/failures/exclude")) {
            excluded = 8;
            return {200, R"({"count":5})"};
        }
        if (isFor("/api/v1/rollouts/7/failures/include")) {
            excluded = 0;
            return {200, R"({"count":3})"};
        }
        if (isFor("/api/v1/rollouts/7/failures"))
            return {200, R"({"groups":[{"cause":"runCheckFailed","state":"rolledBack","count":8,"excluded":)" +
                             std::to_string(excluded) +
                             R"(,"firstSeen":"2026-11-24T10:00:00Z","lastSeen":"2026-11-24T11:00:00Z","message":"",)"
                             R"("lastLine":"","suspects":[],"terminals":["k1"]}]})"};
        if (isFor("/api/v1/rollouts/7/roll-back"))
            return {201, R"({"id":9,"name":"back","release":1,"state":"draft"})"};
        if (isFor("/api/v1/rollouts"))
            return {200, R"({"items":[{"id":7,"name":"Kiosks to 3","release":3,"state":"running"}],"total":1})"};
        if (isFor("/api/v1/releases/3"))
            return {200, R"({"id":3,"product":"kiosk","version":"3.0","channel":"stable","state":"published"})"};
        if (isFor("/api/v1/releases"))
            return {200,
                    R"({"items":[{"id":1,"product":"kiosk","version":"2.9","channel":"stable","state":"approved"},)"
                    R"({"id":2,"product":"kiosk","version":"2.10","channel":"stable","state":"published"},)"
                    R"({"id":3,"product":"kiosk","version":"3.0","channel":"stable","state":"published"},)"
                    R"({"id":4,"product":"kiosk","version":"1.0","channel":"beta","state":"approved"}],"total":4})"};
        return {200, "{}"};
    }
    bool open() {
        window.show();
        if (!link.open(server.profile())) return false;
        if (!QTest::qWaitFor([this] { return link.who().has_value(); }, kPatience)) return false;
        page->open(QStringLiteral("7"));
        return QTest::qWaitFor([this] { return find<QPushButton>("excludeGroup")->isEnabled(); }, kPatience);
    }
    template <class T>
    T* find(const char* name) {
        return window.findChild<T*>(QString::fromLatin1(name));
    }
    bool press(const char* name) {
        const auto isReady = [&] {
            auto* const button = find<QPushButton>(name);
            return button && button->isVisible() && button->isEnabled();
        };
        if (!QTest::qWaitFor(isReady, kPatience)) return false;
        QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton);
        return true;
    }
    QString question() {
        auto* const box = window.findChild<QMessageBox*>(QStringLiteral("question"));
        return box ? box->text() : QString();
    }
    QByteArray sent(const std::string& target) const {
        for (const auto& request : server.requests())
            if (request.method == "POST" && request.target == target) return QByteArray::fromStdString(request.body);
        return {};
    }
};

}  // namespace

class FailuresPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aGroupIsLeftOutAfterAQuestionThatSaysHowMany() {
        Shown shown;
        QVERIFY(shown.open());
        QVERIFY(shown.press("excludeGroup"));
        QVERIFY(shown.question().contains(QStringLiteral("5")));
        QVERIFY(shown.sent("/api/v1/rollouts/7/failures/exclude").isEmpty());
        QVERIFY(shown.press("questionYes"));
        QTRY_COMPARE_WITH_TIMEOUT(shown.sent("/api/v1/rollouts/7/failures/exclude"),
                                  QByteArray(R"({"cause":"runCheckFailed"})"), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!shown.find<QPushButton>("excludeGroup")->isEnabled(), kPatience);
    }

    void itIsTakenBackIn() {
        Shown shown;
        QVERIFY(shown.open());
        QVERIFY(shown.press("includeGroup"));
        QVERIFY(shown.question().contains(QStringLiteral("3")));
        QVERIFY(shown.press("questionYes"));
        QTRY_COMPARE_WITH_TIMEOUT(shown.sent("/api/v1/rollouts/7/failures/include"),
                                  QByteArray(R"({"cause":"runCheckFailed"})"), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!shown.find<QPushButton>("includeGroup")->isVisible(), kPatience);
    }

    void aGroupGoesBackToAnOlderReleaseOfItsChannel() {
        Shown shown;
        QVERIFY(shown.open());
        QSignalSpy opened(shown.page, &Page::openPage);
        QVERIFY(shown.press("rollBackGroup"));
        QTRY_COMPARE_WITH_TIMEOUT(shown.find<QComboBox>("groupRollBackTo")->count(), 2, kPatience);
        QCOMPARE(shown.find<QComboBox>("groupRollBackTo")->currentText(), QStringLiteral("kiosk 2.10"));
        QVERIFY(shown.press("groupRollBackDo"));
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, kPatience);
        QCOMPARE(opened.first().at(1).toString(), QStringLiteral("9"));
        QCOMPARE(shown.sent("/api/v1/rollouts/7/roll-back"), QByteArray(R"({"release":2,"cause":"runCheckFailed"})"));
    }
};

QTEST_MAIN(FailuresPageTest)
#include "tst_failures_page.moc"
