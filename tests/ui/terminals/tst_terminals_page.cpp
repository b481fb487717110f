// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <algorithm>

#include "tests/support/adminclient_server.h"
#include "ui/shell/task_log.h"
#include "ui/terminals/terminals_page.h"
#include "ui/widgets/data_table.h"

using namespace signalbox;
using namespace signalbox::ui;
using signalbox::test::AdminServer;

namespace {

constexpr int kPatience = 20000;

/// The page in a window, on a manager with three terminals of which some wait to be let in.
struct Shown {
    std::string role = "operator";
    int pending = 2;
    AdminServer server{[this](const AdminServer::Received& request) { return answer(request); }};
    ManagerLink link;
    QMainWindow window;
    TaskLog* tasks = new TaskLog(&window);
    TerminalsPage* page = new TerminalsPage(link, *tasks);

    Shown() {
        window.setCentralWidget(page);
        window.resize(1200, 800);
    }
    AdminServer::Answer answer(const AdminServer::Received& request) {
        const auto isFor = [&request](const char* target) { return request.target.starts_with(target); };
        if (isFor("/api/v1/events")) return {200, ":\n\n", "text/event-stream", AdminServer::End::stream};
        if (isFor("/api/v1/account")) return {200, R"({"name":"anna","kind":"session","role":")" + role + R"("})"};
        if (isFor("/api/v1/pending-terminals/")) {
            pending = 0;
            return {200, R"({"count":2})"};
        }
        if (isFor("/api/v1/pending-terminals")) {
            const char* const items = R"({"id":1,"controllerId":"w1"},{"id":2,"controllerId":"w2"})";
            return {200, "{\"items\":[" + std::string(pending > 0 ? items : "") +
                             "],\"total\":" + std::to_string(pending) + "}"};
        }
        if (isFor("/api/v1/audiences")) return {200, R"({"count":3,"sample":[]})"};
        if (isFor("/api/v1/terminals?"))
            return {200, R"({"items":[{"id":1,"controllerId":"t1"},{"id":2,"controllerId":"t2"},)"
                         R"({"id":3,"controllerId":"t3"}],"total":3})"};
        if (request.method == "POST" && isFor("/api/v1/terminals/t2/replacement-code"))
            return {201, R"({"codes":["sbj1.code"],"notAfter":"2026-11-25T10:00:00Z"})"};
        return {200, R"({"id":2,"controllerId":"t2","name":"Till"})"};
    }
    bool open() {
        window.show();
        if (!link.open(server.profile())) return false;
        return QTest::qWaitFor([this] { return table()->model()->rowCount() == 3 && link.who(); }, kPatience);
    }
    DataTable* table() { return find<DataTable>("terminalTable"); }
    template <class T>
    T* find(const char* name) {
        return window.findChild<T*>(QString::fromLatin1(name));
    }
    template <class T>
    bool comes(const char* name) {
        return QTest::qWaitFor([&] { return find<T>(name) && find<T>(name)->isVisible(); }, kPatience);
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
    bool type(const char* name, const QString& text) {
        if (!comes<QLineEdit>(name)) return false;
        find<QLineEdit>(name)->selectAll();
        QTest::keyClicks(find<QLineEdit>(name), text);
        return true;
    }
    /// Bodies that were sent so.
    QList<QByteArray> sent(const std::string& method, const std::string& target) const {
        QList<QByteArray> bodies;
        for (const auto& request : server.requests())
            if (request.method == method && request.target == target)
                bodies.append(QByteArray::fromStdString(request.body));
        return bodies;
    }
};

}  // namespace

class TerminalsPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thoseThatWaitAreToldAndLetInTogether() {
        Shown shown;
        QVERIFY(shown.open());
        auto* const notice = shown.find<QWidget>("pendingNotice");
        QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), kPatience);
        QTest::mouseClick(notice->findChild<QPushButton*>(QStringLiteral("noticeAction")), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(shown.find<DataTable>("pendingTable")->model()->rowCount(), 2, kPatience);
        QVERIFY(!shown.find<QPushButton>("letIn")->isEnabled());
        QVERIFY(shown.press("chooseAllPending"));
        QVERIFY(shown.press("letIn"));
        QTRY_COMPARE_WITH_TIMEOUT(shown.sent("POST", "/api/v1/pending-terminals/approve").size(), 1, kPatience);
        QCOMPARE(shown.sent("POST", "/api/v1/pending-terminals/approve").first(), QByteArray(R"({"ids":[1,2]})"));
        QTRY_VERIFY_WITH_TIMEOUT(!shown.find<DataTable>("pendingTable")->isVisible(), kPatience);
    }

    void refusingAsksFirst() {
        Shown shown;
        QVERIFY(shown.open());
        shown.page->open(QStringLiteral("pending"));
        QTRY_COMPARE_WITH_TIMEOUT(shown.find<DataTable>("pendingTable")->model()->rowCount(), 2, kPatience);
        shown.find<DataTable>("pendingTable")->selectRow(1);
        QVERIFY(shown.press("refusePending"));
        QVERIFY(shown.press("questionYes"));
        QTRY_COMPARE_WITH_TIMEOUT(shown.sent("POST", "/api/v1/pending-terminals/refuse").size(), 1, kPatience);
        QCOMPARE(shown.sent("POST", "/api/v1/pending-terminals/refuse").first(), QByteArray(R"({"ids":[2]})"));
    }

    void aTagIsSetOnAllThatAreChosen() {
        Shown shown;
        QVERIFY(shown.open());
        shown.table()->selectAll();
        QVERIFY(shown.press("setTag"));
        QVERIFY(shown.type("tagKey", QStringLiteral("site")));
        QVERIFY(shown.type("tagValue", QStringLiteral("berlin")));
        QVERIFY(shown.press("tagDialogDo"));
        for (const char* const id : {"t1", "t2", "t3"}) {
            const std::string target = std::string("/api/v1/terminals/") + id;
            QTRY_COMPARE_WITH_TIMEOUT(shown.sent("PATCH", target).size(), 1, kPatience);
            QCOMPARE(shown.sent("PATCH", target).first(), QByteArray(R"({"tags":{"site":"berlin"}})"));
        }
        QTRY_COMPARE_WITH_TIMEOUT(shown.tasks->running(), 0, kPatience);
    }

    void oneIsRenamedAndGetsNewHardware() {
        Shown shown;
        shown.role = "administrator";
        QVERIFY(shown.open());
        shown.table()->selectRow(1);
        QTRY_VERIFY_WITH_TIMEOUT(shown.find<QAction>("renameTerminal")->isEnabled(), kPatience);
        shown.find<QAction>("renameTerminal")->trigger();
        QVERIFY(shown.type("renameName", QStringLiteral("Till at the door")));
        QVERIFY(shown.press("renameDialogDo"));
        QTRY_COMPARE_WITH_TIMEOUT(shown.sent("PATCH", "/api/v1/terminals/t2").size(), 1, kPatience);
        QCOMPARE(shown.sent("PATCH", "/api/v1/terminals/t2").first(), QByteArray(R"({"name":"Till at the door"})"));
        shown.find<QAction>("replaceTerminal")->trigger();
        QVERIFY(shown.press("questionYes"));
        QVERIFY(shown.comes<QLineEdit>("secretText"));
        QVERIFY(shown.find<QLineEdit>("secretText")->text().contains(QStringLiteral("sbj1.code")));
        QVERIFY(shown.find<QLineEdit>("secretText")->text().contains(QStringLiteral("--id 't2'")));
    }

    void severalAreRetiredAfterAQuestion() {
        Shown shown;
        QVERIFY(shown.open());
        shown.table()->selectAll();
        QVERIFY(shown.press("retireTerminal"));
        QVERIFY(shown.sent("POST", "/api/v1/terminals/t1/retire").isEmpty());
        QVERIFY(shown.press("questionYes"));
        for (const char* const id : {"t1", "t2", "t3"})
            QTRY_COMPARE_WITH_TIMEOUT(shown.sent("POST", std::string("/api/v1/terminals/") + id + "/retire").size(), 1,
                                      kPatience);
    }

    void aViewerSeesThemOffWithTheReason() {
        Shown shown;
        shown.role = "viewer";
        QVERIFY(shown.open());
        shown.table()->selectAll();
        for (const char* const name : {"setTag", "retireTerminal", "addTerminals", "moveTerminals"}) {
            QVERIFY2(!shown.find<QPushButton>(name)->isEnabled(), name);
            QVERIFY2(shown.find<QPushButton>(name)->toolTip().contains(QStringLiteral("anna")), name);
        }
        QVERIFY(!shown.find<QAction>("replaceTerminal")->isEnabled());
    }
};

QTEST_MAIN(TerminalsPageTest)
#include "tst_terminals_page.moc"
