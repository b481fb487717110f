// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/adminclient_server.h"
#include "ui/session/known_managers.h"
#include "ui/session/manager_switch.h"
#include "ui/session/preferences.h"
#include "ui/settings/settings_page.h"
#include "ui/widgets/theme.h"

using namespace signalbox;
using namespace signalbox::ui;
using signalbox::test::AdminServer;

namespace {

constexpr int kPatience = 20000;
const QString kPassword = QStringLiteral("correct horse battery");

/// The page in a window, on a manager that answers as a test says.
struct Shown {
    std::string role = "administrator";
    QTemporaryDir folder;
    AdminServer server{[this](const AdminServer::Received& request) { return answer(request); }};
    Preferences preferences{QDir(folder.path()).filePath(QStringLiteral("console.ini"))};
    ManagerLink link;
    KnownManagers known{preferences};
    SecretKeeper secrets;
    EmbeddedManager embedded{EmbeddedOptions()};
    ManagerSwitch choice{link, known, secrets, embedded};
    SettingsPage page{link, {choice, known, preferences, {}, {QStringLiteral("en"), QStringLiteral("de")}}};

    AdminServer::Answer answer(const AdminServer::Received& request) const {
        const auto isFor = [&request](const char* target) { return request.target.starts_with(target); };
        if (isFor("/api/v1/events")) return {200, ":\n\n", "text/event-stream", AdminServer::End::stream};
        if (isFor("/api/v1/account/password"))
            return request.body.find("wrong") == std::string::npos
                       ? AdminServer::Answer{200, R"({"name":"anna","role":"viewer"})"}
                       : AdminServer::Answer{403, R"({"code":"denied"})", "application/problem+json"};
        if (isFor("/api/v1/accounts") && request.method == "GET")
            return {200,
                    R"({"items":[{"name":"anna","role":"administrator"},{"name":"ben","role":"viewer"}],"total":2})"};
        if (isFor("/api/v1/accounts")) return {200, R"({"name":"ben","role":"operator"})"};
        if (isFor("/api/v1/account")) return {200, R"({"name":"anna","kind":"session","role":")" + role + R"("})"};
        if (request.method == "POST" && isFor("/api/v1/tokens"))
            return {201, R"({"id":9,"name":"build","role":"operator","kind":"token","token":"sbt.secret"})"};
        if (request.method == "DELETE") return {204};
        if (isFor("/api/v1/tokens"))
            return {200, R"({"items":[{"id":3,"name":"monitor","role":"viewer","kind":"token"},)"
                         R"({"id":4,"name":"ben","role":"viewer","kind":"session"},)"
                         R"({"id":5,"name":"ben","role":"viewer","kind":"session"}],"total":3})"};
        if (isFor("/api/v1/settings/ddi/gateway-token")) return {201, R"({"token":"gateway.secret"})"};
        if (isFor("/api/v1/settings/ddi"))
            return {200, R"({"targetToken":true,"gatewayToken":false,"proxies":["10.0.0.1"],"newCluster":"default"})"};
        if (isFor("/api/v1/joining")) return {200, R"({"withoutCode":false})"};
        if (isFor("/api/v1/status"))
            return {200, R"({"version":"1","adminUrl":"https://m:8444","caFingerprint":"0a1b2c3d"})"};
        return {200, R"({"items":[{"id":1,"name":"default"}],"total":1})"};
    }
    bool open(const char* section) {
        page.resize(1000, 800);
        page.show();
        if (!link.open(server.profile())) return false;
        if (!QTest::qWaitFor([this] { return link.who().has_value(); }, kPatience)) return false;
        page.open(QString::fromLatin1(section));
        return QTest::qWaitFor([&] { return find<QWidget>(section)->isVisible(); }, kPatience);
    }
    template <class T>
    T* find(const char* name) {
        return page.findChild<T*>(QString::fromLatin1(name));
    }
    /// As a person does it: waits until it can be pressed.
    bool press(const char* name) {
        const auto isReady = [&] {
            auto* const button = find<QAbstractButton>(name);
            return button && button->isVisible() && button->isEnabled();
        };
        if (!QTest::qWaitFor(isReady, kPatience)) return false;
        auto* const button = find<QAbstractButton>(name);
        QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(button->height() / 2, button->height() / 2));
        return true;
    }
    bool type(const char* name, const QString& text) {
        const auto isThere = [&] { return find<QLineEdit>(name) && find<QLineEdit>(name)->isVisible(); };
        if (!QTest::qWaitFor(isThere, kPatience)) return false;
        find<QLineEdit>(name)->selectAll();
        QTest::keyClicks(find<QLineEdit>(name), text);
        return true;
    }
    bool choose(const char* table, int row) {
        const auto isThere = [&] { return find<QTableWidget>(table)->rowCount() > row; };
        if (!QTest::qWaitFor(isThere, kPatience)) return false;
        find<QTableWidget>(table)->selectRow(row);
        return true;
    }
    QList<QByteArray> sent(const std::string& method, const std::string& target) const {
        QList<QByteArray> bodies;
        for (const auto& request : server.requests())
            if (request.method == method && request.target == target)
                bodies.append(QByteArray::fromStdString(request.body));
        return bodies;
    }
};

}  // namespace

class SettingsPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void themeAndWhatIsNotifiedHoldAtOnceAndAreKept() {
        Shown shown;
        QVERIFY(shown.open("generalSettings"));
        auto* const theme = shown.find<QComboBox>("settingsTheme");
        theme->setFocus();
        QTest::keyClick(theme, Qt::Key_End);
        QCOMPARE(currentTheme(), ThemeChoice::highContrast);
        QCOMPARE(shown.preferences.value(preference::theme()).toString(), QStringLiteral("high-contrast"));
        QVERIFY(shown.press("notifyBreaker"));
        QCOMPARE(shown.preferences.value(preference::notify(QStringLiteral("breaker"))).toBool(), false);
        shown.find<QSpinBox>("typedAbove")->setValue(7);
        QCOMPARE(shown.preferences.value(preference::typedAbove()).toInt(), 7);
        applyTheme(ThemeChoice::light);
    }

    void theFingerprintIsShownToBeTold() {
        Shown shown;
        QVERIFY(shown.open("managerSettings"));
        QVERIFY(shown.press("copyFingerprint"));
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("0A1B 2C3D"));
    }

    void anAccountIsAddedWithARoleAndAPasswordThatIsLongEnough() {
        Shown shown;
        QVERIFY(shown.open("accountSettings"));
        QVERIFY(shown.press("addAccount"));
        QVERIFY(shown.type("newAccountName", QStringLiteral("cem")));
        QVERIFY(shown.type("newAccountPassword", QStringLiteral("short")));
        QVERIFY(shown.type("newAccountAgain", QStringLiteral("short")));
        QVERIFY(!shown.find<QPushButton>("newAccountDo")->isEnabled());
        QVERIFY(shown.type("newAccountPassword", kPassword));
        QVERIFY(!shown.find<QPushButton>("newAccountDo")->isEnabled());
        QVERIFY(shown.type("newAccountAgain", kPassword));
        QVERIFY(shown.press("newAccountDo"));
        QTRY_COMPARE_WITH_TIMEOUT(shown.sent("POST", "/api/v1/accounts").size(), 1, kPatience);
        QCOMPARE(shown.sent("POST", "/api/v1/accounts").first(),
                 QByteArray(R"({"name":"cem","role":"operator","password":"correct horse battery"})"));
    }

    void anAccountIsLockedSignedOutAndRemoved() {
        Shown shown;
        QVERIFY(shown.open("accountSettings"));
        QVERIFY(shown.choose("accountTable", 1));
        QVERIFY(shown.press("lockAccount"));
        QTRY_COMPARE_WITH_TIMEOUT(shown.sent("PATCH", "/api/v1/accounts/ben").size(), 1, kPatience);
        QCOMPARE(shown.sent("PATCH", "/api/v1/accounts/ben").first(), QByteArray(R"({"disabled":true})"));
        QVERIFY(shown.press("signOut"));
        QVERIFY(shown.press("questionYes"));
        QTRY_COMPARE_WITH_TIMEOUT(shown.sent("DELETE", "/api/v1/tokens/4").size(), 1, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(shown.sent("DELETE", "/api/v1/tokens/5").size(), 1, kPatience);
        QVERIFY(shown.sent("DELETE", "/api/v1/tokens/3").isEmpty());  // a program's
        QVERIFY(shown.press("removeAccount"));
        QVERIFY(shown.press("questionYes"));
        QTRY_COMPARE_WITH_TIMEOUT(shown.sent("DELETE", "/api/v1/accounts/ben").size(), 1, kPatience);
    }

    void aTokenIsShownOnceAndRevoked() {
        Shown shown;
        QVERIFY(shown.open("tokenSettings"));
        QVERIFY(shown.press("makeToken"));
        QVERIFY(shown.type("newTokenName", QStringLiteral("build")));
        QVERIFY(shown.press("newTokenDo"));
        QVERIFY(shown.press("secretCopy"));
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("sbt.secret"));
        QCOMPARE(shown.sent("POST", "/api/v1/tokens").first(),
                 QByteArray(R"({"name":"build","role":"viewer","validSeconds":7776000})"));
        QCOMPARE(shown.find<QTableWidget>("tokenTable")->rowCount(), 1);  // sessions are no tokens
        QVERIFY(shown.choose("tokenTable", 0));
        QVERIFY(shown.press("revokeToken"));
        QVERIFY(shown.press("questionYes"));
        QTRY_COMPARE_WITH_TIMEOUT(shown.sent("DELETE", "/api/v1/tokens/3").size(), 1, kPatience);
    }

    void theDoorIsChangedAsAWholeAndOnlyWhenSaved() {
        Shown shown;
        QVERIFY(shown.open("doorSettings"));
        auto* const proxies = shown.find<QPlainTextEdit>("doorProxies");
        QTRY_COMPARE_WITH_TIMEOUT(proxies->toPlainText(), QStringLiteral("10.0.0.1"), kPatience);
        QVERIFY(!shown.find<QPushButton>("doorSave")->isEnabled());
        proxies->appendPlainText(QStringLiteral("10.0.0.2\n"));
        QVERIFY(shown.press("doorDrop"));
        QCOMPARE(proxies->toPlainText(), QStringLiteral("10.0.0.1"));
        proxies->appendPlainText(QStringLiteral("10.0.0.2\n"));
        QVERIFY(shown.press("targetToken"));
        QVERIFY(shown.sent("PATCH", "/api/v1/settings/ddi").isEmpty());
        QVERIFY(shown.press("doorSave"));
        QTRY_COMPARE_WITH_TIMEOUT(shown.sent("PATCH", "/api/v1/settings/ddi").size(), 1, kPatience);
        const QByteArray body = shown.sent("PATCH", "/api/v1/settings/ddi").first();
        QVERIFY(body.contains(R"("targetToken":false)") && body.contains(R"("proxies":["10.0.0.1","10.0.0.2"])"));
    }

    void aGatewayTokenIsShownOnceAndTerminalsMayWaitWithoutACode() {
        Shown shown;
        QVERIFY(shown.open("doorSettings"));
        QVERIFY(shown.press("makeGatewayToken"));
        QVERIFY(shown.press("secretCopy"));
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("gateway.secret"));
        QVERIFY(shown.press("joinWithoutCode"));
        QTRY_COMPARE_WITH_TIMEOUT(shown.sent("PATCH", "/api/v1/joining").size(), 1, kPatience);
        QCOMPARE(shown.sent("PATCH", "/api/v1/joining").first(), QByteArray(R"({"withoutCode":true})"));
    }

    void oneChangesOnesOwnPassword() {
        Shown shown;
        shown.role = "viewer";
        QVERIFY(shown.open("profileSettings"));
        QVERIFY(shown.type("passwordOld", QStringLiteral("wrong")));
        QVERIFY(shown.type("passwordNew", kPassword));
        QVERIFY(shown.type("passwordAgain", kPassword));
        QVERIFY(shown.press("passwordChange"));
        QTRY_VERIFY_WITH_TIMEOUT(shown.find<QWidget>("passwordNotice")->isVisible(), kPatience);
        QCOMPARE(shown.find<QLineEdit>("passwordNew")->text(), kPassword);  // it can be tried again
        QVERIFY(shown.type("passwordOld", QStringLiteral("the right one")));
        QVERIFY(shown.press("passwordChange"));
        QTRY_VERIFY_WITH_TIMEOUT(shown.find<QLineEdit>("passwordNew")->text().isEmpty(), kPatience);
    }

    void aViewerReadsNoAccountsAndSeesWhy() {
        Shown shown;
        shown.role = "viewer";
        QVERIFY(shown.open("accountSettings"));
        QTRY_VERIFY_WITH_TIMEOUT(shown.find<QWidget>("accountNotice")->isVisible(), kPatience);
        QVERIFY(!shown.find<QPushButton>("addAccount")->isEnabled());
        QVERIFY(shown.sent("GET", "/api/v1/accounts?limit=500").isEmpty());
    }
};

QTEST_MAIN(SettingsPageTest)
#include "tst_settings_page.moc"
