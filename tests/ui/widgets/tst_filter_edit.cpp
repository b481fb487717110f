// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/adminclient_server.h"
#include "ui/widgets/filter_edit.h"

using namespace signalbox;
using namespace signalbox::ui;
using signalbox::test::AdminServer;

namespace {

struct Edited {
    AdminServer server{[](const AdminServer::Received& request) -> AdminServer::Answer {
        if (request.target.starts_with("/api/v1/events"))
            return {200, {}, "text/event-stream", AdminServer::End::stream};
        return {200, R"({"count":1204,"sample":["t1"]})"};
    }};
    ManagerLink link;
    FilterEdit edit{link, "filter", QStringLiteral("Filter")};
    QSignalSpy changed{&edit, &FilterEdit::filterChanged};

    QLineEdit* line() { return edit.findChild<QLineEdit*>(); }
    QString status() { return edit.findChild<QLabel*>()->text(); }
};

}  // namespace

class FilterEditTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsTheManagersCountForTextThatIsRight() {
        Edited edited;
        QVERIFY(edited.link.open(edited.server.profile()));
        QTest::keyClicks(edited.line(), QStringLiteral("name==a"));
        QTRY_VERIFY(edited.edit.count().has_value());
        QCOMPARE(*edited.edit.count(), 1204);
        QCOMPARE(edited.changed.count(), 1);
        QCOMPARE(edited.changed.at(0).at(0).toString(), QStringLiteral("name==a"));
    }

    void asksNobodyAboutTextThatIsWrong() {
        Edited edited;
        QVERIFY(edited.link.open(edited.server.profile()));
        QTest::keyClicks(edited.line(), QStringLiteral("name=a"));
        QTRY_VERIFY(edited.status().startsWith(QStringLiteral("✗")));
        QVERIFY(!edited.edit.count().has_value());
        QCOMPARE(edited.changed.count(), 0);
        QCOMPARE(edited.server.count("POST", "/api/v1/audiences"), 0);
    }

    void keepsTheTextWhenAPartIsUnderlined() {
        Edited edited;
        edited.line()->setText(QStringLiteral("tag.ö==x;;name==b"));
        QTRY_VERIFY(edited.status().startsWith(QStringLiteral("✗")));
        QCOMPARE(edited.line()->text(), QStringLiteral("tag.ö==x;;name==b"));
    }
};

QTEST_MAIN(FilterEditTest)
#include "tst_filter_edit.moc"
