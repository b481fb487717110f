// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QPushButton>
#include <QTest>
#include <string>

#include "tests/support/adminclient_server.h"
#include "ui/widgets/role_guard.h"

using namespace signalbox;
using namespace signalbox::ui;
using signalbox::test::AdminServer;

namespace {

/// A button and an action that need an operator, and a manager that takes us for whom a test says.
struct Guarded {
    std::string role = "viewer";
    AdminServer server{[this](const AdminServer::Received& request) -> AdminServer::Answer {
        if (request.target.starts_with("/api/v1/events"))
            return {200, ":\n\n", "text/event-stream", AdminServer::End::stream};
        return {200, R"({"name":"anna","kind":"session","role":")" + role + R"("})"};
    }};
    ManagerLink link;
    QPushButton button;
    QAction action;

    Guarded() {
        button.setToolTip(QStringLiteral("What it does"));
        needsRole(&button, link, AccountRole::operator_);
        needsRole(&action, link, AccountRole::operator_);
    }
    bool open(const std::string& as) {
        role = as;
        link.close();
        return link.open(server.profile()).has_value() && QTest::qWaitFor([this] { return link.who().has_value(); });
    }
};

}  // namespace

class RoleGuardTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void knowsWhatEachRoleMay() {
        QVERIFY(mayDo(AccountRole::viewer, AccountRole::viewer));
        QVERIFY(!mayDo(AccountRole::viewer, AccountRole::operator_));
        QVERIFY(mayDo(AccountRole::operator_, AccountRole::operator_));
        QVERIFY(!mayDo(AccountRole::operator_, AccountRole::approver));
        QVERIFY(!mayDo(AccountRole::approver, AccountRole::operator_));
        QVERIFY(!mayDo(AccountRole::operator_, AccountRole::administrator));
        QVERIFY(mayDo(AccountRole::administrator, AccountRole::approver));
    }

    void aViewerSeesItOffWithTheReason() {
        Guarded guarded;
        QVERIFY(guarded.open("viewer"));
        QVERIFY(!guarded.button.isEnabled() && !guarded.action.isEnabled());
        QVERIFY(guarded.button.toolTip().contains(QStringLiteral("anna")));
        QVERIFY(guarded.button.accessibleDescription().contains(QStringLiteral("anna")));
    }

    void aPageThatEnablesItIsOverruled() {
        Guarded guarded;
        QVERIFY(guarded.open("viewer"));
        guarded.button.setEnabled(true);
        guarded.action.setEnabled(true);
        QVERIFY(!guarded.button.isEnabled() && !guarded.action.isEnabled());
    }

    void withTheRoleItIsAsThePageWantsIt() {
        Guarded guarded;
        QVERIFY(guarded.open("operator"));
        QVERIFY(guarded.button.isEnabled());
        guarded.button.setEnabled(false);
        QVERIFY(!guarded.button.isEnabled());
        guarded.button.setEnabled(true);
        QVERIFY(guarded.button.isEnabled());
    }

    void whatThePageWantedComesBackWithTheRole() {
        Guarded guarded;
        QVERIFY(guarded.open("viewer"));
        QVERIFY(guarded.open("administrator"));
        QVERIFY(guarded.button.isEnabled() && guarded.action.isEnabled());
        QCOMPARE(guarded.button.toolTip(), QStringLiteral("What it does"));
        guarded.button.setEnabled(false);
        QVERIFY(guarded.open("viewer"));
        QVERIFY(guarded.open("administrator"));
        QVERIFY(!guarded.button.isEnabled());
    }
};

QTEST_MAIN(RoleGuardTest)
#include "tst_role_guard.moc"
