// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>
#include <memory>
#include <set>

#include "tests/support/adminclient_server.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/paged_model.h"

using namespace signalbox;
using namespace signalbox::ui;
using signalbox::test::AdminServer;
namespace calls = adminclient::calls;

namespace {

/// A list of terminals that a test changes, and the door that pages through it as the manager's does.
struct Terminals {
    std::set<int> ids;
    int status = 200;
    int asked = 0;

    void fill(int from, int to) {
        for (int id = from; id <= to; ++id)
            ids.insert(id);
    }
    AdminServer::Answer answer(const AdminServer::Received& request) {
        if (request.target.starts_with("/api/v1/events"))
            return {200, {}, "text/event-stream", AdminServer::End::stream};
        ++asked;
        if (status != 200) return {status, R"({"code":"denied","detail":"no"})", "application/problem+json"};
        const QUrlQuery query(QUrl(QString::fromStdString(request.target)));
        const int limit = query.queryItemValue(QStringLiteral("limit")).toInt();
        std::string items;
        int count = 0;
        int last = 0;
        auto it = ids.upper_bound(query.queryItemValue(QStringLiteral("after")).toInt());
        for (; it != ids.end() && count < limit; ++it, ++count) {
            last = *it;
            items += (items.empty() ? "" : ",") + ("{\"id\":" + std::to_string(last)) + ",\"controllerId\":\"t" +
                     std::to_string(last) + "\"}";
        }
        const std::string next = it == ids.end() ? "null" : std::to_string(last);
        return {200, "{\"items\":[" + items + "],\"next\":" + next + ",\"total\":" + std::to_string(ids.size()) + "}"};
    }
};

class Model final : public PagedModel<Terminal> {
public:
    explicit Model(ManagerLink& link)
        : PagedModel(link,
                     {Column<Terminal>(
                         QStringLiteral("Id"), 100,
                         [](const Terminal& each) { return QVariant(QString::fromStdString(each.controllerId)); })},
                     [](const Terminal& each) { return each.id.value; }) {}
    void start() {
        setSource([](adminclient::PageRequest page) { return calls::terminals({}, page); });
    }
};

/// A model on a real HTTPS door, watched for every rule that a model must keep.
struct Watched {
    Terminals terminals;
    AdminServer server{[this](const AdminServer::Received& request) { return terminals.answer(request); }};
    ManagerLink link;
    Model model{link};
    std::unique_ptr<QAbstractItemModelTester> tester;
    QSignalSpy answered{&model, &Model::answered};

    /// The tester reads on by itself, so it is not there where a test scrolls.
    bool startTested() {
        tester =
            std::make_unique<QAbstractItemModelTester>(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        return start();
    }
    bool start() {
        if (!link.open(server.profile())) return false;
        model.start();
        return answered.wait();
    }
    QString last() const { return model.index(model.rowCount() - 1, 0).data().toString(); }
};

}  // namespace

class PagedModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAPageOnlyWhenOneScrollsToIt() {
        Watched watched;
        watched.terminals.fill(1, 500);
        QVERIFY(watched.start());
        QCOMPARE(watched.model.rowCount(), 200);
        QCOMPARE(watched.model.total(), 500);
        QVERIFY(watched.model.canFetchMore({}));
        watched.model.fetchMore({});
        QVERIFY(watched.answered.wait());
        QCOMPARE(watched.model.rowCount(), 400);
        watched.model.fetchMore({});
        QVERIFY(watched.answered.wait());
        QCOMPARE(watched.model.rowCount(), 500);
        QVERIFY(!watched.model.canFetchMore({}));
        QCOMPARE(watched.last(), QStringLiteral("t500"));
    }

    void insertsAndRemovesExactlyWhatIsDifferent() {
        Watched watched;
        watched.terminals.fill(1, 300);
        QVERIFY(watched.startTested());
        watched.model.fetchMore({});
        QTRY_COMPARE(watched.model.rowCount(), 300);
        QSignalSpy reset(&watched.model, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(&watched.model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&watched.model, &QAbstractItemModel::rowsRemoved);
        watched.terminals.ids.erase(10);
        watched.terminals.ids.erase(11);
        watched.terminals.ids.erase(290);
        watched.terminals.fill(301, 303);
        watched.model.refresh();
        QTRY_VERIFY(watched.model.rowOfId(303) >= 0);
        QCOMPARE(watched.model.rowCount(), 300);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(removed.count(), 2);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(watched.model.rowOfId(12), 9);
        QCOMPARE(watched.model.rowOfId(10), -1);
        QCOMPARE(watched.last(), QStringLiteral("t303"));
    }

    void keepsWhatIsBehindThePageThatWasReadAnew() {
        Watched watched;
        watched.terminals.fill(1, 3000);
        QVERIFY(watched.start());
        watched.model.fetchMore({});
        QVERIFY(watched.answered.wait());
        watched.terminals.ids.erase(1);
        watched.model.refresh();
        QTRY_COMPARE(watched.model.rowOfId(1), -1);
        QVERIFY(watched.model.canFetchMore({}));
        const int before = watched.model.rowCount();
        watched.model.fetchMore({});
        QVERIFY(watched.answered.wait());
        QVERIFY(watched.model.rowCount() > before);
        for (int row = 0; row < watched.model.rowCount(); ++row)
            QCOMPARE(watched.model.rows()[row].id.value, row + 2);
    }

    void keepsTheSelectionWhileRowsComeAndGo() {
        Watched watched;
        watched.terminals.fill(1, 50);
        QVERIFY(watched.startTested());
        DataTable table("table", QStringLiteral("Table"));
        table.show(&watched.model);
        QVERIFY(table.selectId(20));
        watched.terminals.ids.erase(3);
        watched.terminals.fill(51, 60);
        watched.model.refresh();
        QTRY_COMPARE(watched.model.rowCount(), 59);
        QCOMPARE(table.selectedIds(), QList<qlonglong>{20});
        QCOMPARE(table.currentIndex().row(), 18);
    }

    void readsAtMostOnceASecondAndMissesNothing() {
        Watched watched;
        watched.terminals.fill(1, 5);
        QVERIFY(watched.start());
        const int before = watched.terminals.asked;
        watched.terminals.fill(6, 7);
        for (int i = 0; i < 50; ++i)
            watched.model.refresh();
        QTRY_COMPARE(watched.model.rowCount(), 7);
        QVERIFY(watched.terminals.asked - before <= 2);
    }

    void saysWhyNothingCame() {
        Watched watched;
        watched.terminals.status = 403;
        QSignalSpy failed(&watched.model, &Model::failed);
        QVERIFY(watched.link.open(watched.server.profile()));
        watched.model.start();
        QVERIFY(failed.wait());
        QCOMPARE(failed.at(0).at(0).value<Error>().code, make_error_code(BaseErrc::denied));
        QCOMPARE(watched.model.rowCount(), 0);
    }

    void dropsAnswersToAnEarlierQuestion() {
        Watched watched;
        watched.terminals.fill(1, 5);
        QVERIFY(watched.link.open(watched.server.profile()));
        watched.model.start();
        watched.model.clear();
        watched.terminals.ids = {8};
        watched.model.start();
        QTRY_COMPARE(watched.model.total(), 1);
        QCOMPARE(watched.last(), QStringLiteral("t8"));
    }
};

QTEST_MAIN(PagedModelTest)
#include "tst_paged_model.moc"
