// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <memory>
#include <optional>

#include "core/adminclient/problem.h"
#include "core/trust/certificate.h"
#include "tests/support/adminclient_server.h"
#include "ui/session/manager_switch.h"
#include "ui/session/preferences.h"

using namespace signalbox;
using namespace signalbox::ui;
using signalbox::test::AdminServer;

namespace {

const QString kPassword = QStringLiteral("correct horse battery");

/// A manager where anna has an account, whose log-in gives the token "opened".
AdminServer::Answer answerOf(const AdminServer::Received& request) {
    const auto token = request.headers.find("authorization");
    const bool isIn = token != request.headers.end() && token->second == "Bearer opened";
    if (request.target == "/api/v1/login") {
        if (request.body.find(kPassword.toStdString()) == std::string::npos)
            return {403, R"({"code":"denied","title":"wrong"})", "application/problem+json"};
        return {201, R"({"token":"opened","notAfter":"2030-01-01T00:00:00Z","name":"anna","role":"administrator"})"};
    }
    if (!isIn) return {401, R"({"code":"denied","title":"no"})", "application/problem+json"};
    if (request.target == "/api/v1/account") return {200, R"({"name":"anna","role":"operator","kind":"session"})"};
    if (request.target == "/api/v1/logout") return {204};
    if (request.target == "/api/v1/events") return {200, ":\n\n", "text/event-stream", AdminServer::End::stream};
    return {200, "{}"};
}

/// A console without windows, on a computer without a keychain.
struct Console {
    QTemporaryDir folder;
    QString file = QDir(folder.path()).filePath(QStringLiteral("console.ini"));
    ManagerLink link;
    std::unique_ptr<Preferences> preferences = std::make_unique<Preferences>(file);
    KnownManagers known{*preferences};
    SecretKeeper secrets;
    EmbeddedManager embedded{EmbeddedOptions()};
    ManagerSwitch choice{link, known, secrets, embedded};
    QObject context;
    std::optional<Result<void>> outcome;

    void logIn(const KnownManager& manager, const Credentials& credentials, bool keep) {
        outcome.reset();
        choice.logIn(manager, credentials, keep, &context, [this](Result<void> got) { outcome = std::move(got); });
        static_cast<void>(QTest::qWaitFor([this] { return outcome.has_value(); }, 20000));
    }
    [[nodiscard]] boost::system::error_code code() const {
        return outcome && !*outcome ? outcome->error().code : boost::system::error_code();
    }
};

KnownManager managerAt(const AdminServer& server, const std::string& caPem) {
    KnownManager manager;
    manager.name = QStringLiteral("Munich");
    manager.url = QString::fromStdString(server.url());
    manager.caPem = QString::fromStdString(caPem);
    manager.fingerprint = QString::fromStdString(trust::inspectCertificate(caPem).value().fingerprint);
    return manager;
}

}  // namespace

class ManagerSwitchTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus"); }

    void aNewConsoleWantsItsFirstRun() {
        Console console;
        QSignalSpy wanted(&console.choice, &ManagerSwitch::firstRunWanted);
        console.choice.openLast();
        QCOMPARE(wanted.count(), 1);
    }

    void logsInWithNameAndPasswordAndKeepsNoSecretInAFile() {
        AdminServer server(answerOf);
        Console console;
        console.logIn(managerAt(server, server.caPem()), {QStringLiteral("anna"), kPassword}, false);
        QTRY_COMPARE(console.link.state(), LinkState::live);
        QCOMPARE(console.known.last().name, QStringLiteral("Munich"));
        QCOMPARE(console.known.all().first().account, QStringLiteral("anna"));
        QFile settings(console.file);
        console.preferences.reset();  // what is kept is on the disk then
        QVERIFY(settings.open(QIODevice::ReadOnly));
        const QByteArray kept = settings.readAll();
        QVERIFY(kept.contains("Munich"));
        QVERIFY(!kept.contains(kPassword.toUtf8()) && !kept.contains("opened"));
    }

    void nothingIsSentToAnotherAuthority() {
        AdminServer server(answerOf);
        const AdminServer compared(answerOf);
        Console console;
        console.logIn(managerAt(server, compared.caPem()), {QStringLiteral("anna"), kPassword}, false);
        QCOMPARE(console.code(), make_error_code(adminclient::AdminErrc::untrusted));
        QVERIFY(server.requests().empty());
        QVERIFY(console.known.all().isEmpty());
    }

    void aWrongPasswordRemembersNothing() {
        AdminServer server(answerOf);
        Console console;
        console.logIn(managerAt(server, server.caPem()), {QStringLiteral("anna"), QStringLiteral("guess")}, false);
        QCOMPARE(console.code(), make_error_code(BaseErrc::denied));
        QVERIFY(console.known.all().isEmpty());
        QCOMPARE(console.link.state(), LinkState::closed);
    }

    void aTokenLogsInToo() {
        AdminServer server(answerOf);
        Console console;
        console.logIn(managerAt(server, server.caPem()), {QString(), QStringLiteral("opened")}, false);
        QTRY_COMPARE(console.link.state(), LinkState::live);
        QVERIFY(console.known.all().first().account.isEmpty());
    }

    void whereThereIsNoKeychainTheSecretIsAskedForEachTime() {
        AdminServer server(answerOf);
        Console console;
        console.logIn(managerAt(server, server.caPem()), {QStringLiteral("anna"), kPassword}, true);
        QCOMPARE(console.code(), make_error_code(BaseErrc::unavailable));
        QTRY_COMPARE(console.link.state(), LinkState::live);
        QSignalSpy wanted(&console.choice, &ManagerSwitch::secretWanted);
        console.choice.openLast();
        QTRY_COMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().at(1).value<Error>().code, make_error_code(BaseErrc::unavailable));
    }

    void itSaysWhomTheManagerTakesUsFor() {
        AdminServer server(answerOf);
        Console console;
        console.logIn(managerAt(server, server.caPem()), {QStringLiteral("anna"), kPassword}, false);
        QTRY_VERIFY(console.link.who());
        QCOMPARE(console.link.who()->name, std::string("anna"));
        QCOMPARE(console.link.who()->role, AccountRole::operator_);
        console.link.close();
        QVERIFY(!console.link.who());
    }

    void whoLogsOutIsOutAndTheManagerStaysInTheList() {
        AdminServer server(answerOf);
        Console console;
        console.logIn(managerAt(server, server.caPem()), {QStringLiteral("anna"), kPassword}, false);
        QTRY_COMPARE(console.link.state(), LinkState::live);
        console.choice.logOut();
        QTRY_COMPARE(console.link.state(), LinkState::closed);
        QCOMPARE(server.count("POST", "/api/v1/logout"), 1);
        QCOMPARE(console.known.all().size(), 1);
    }

    void oneThatIsForgottenIsLeft() {
        AdminServer server(answerOf);
        Console console;
        console.logIn(managerAt(server, server.caPem()), {QString(), QStringLiteral("opened")}, false);
        QTRY_COMPARE(console.link.state(), LinkState::live);
        console.choice.forget(QStringLiteral("Munich"));
        QCOMPARE(console.link.state(), LinkState::closed);
        QCOMPARE(console.choice.current().kind, CurrentManager::Kind::none);
        QVERIFY(console.known.all().isEmpty());
    }
};

QTEST_GUILESS_MAIN(ManagerSwitchTest)
#include "tst_manager_switch.moc"
