// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

#include "core/trust/key.h"
#include "tests/support/adminclient_server.h"
#include "ui/signatures/setup_panel.h"

using namespace signalbox;
using namespace signalbox::ui;
using signalbox::test::AdminServer;

namespace {

constexpr int kPatience = 30000;

/// The panel on a manager that refuses what is staged, in a session that has no keychain.
struct Shown {
    std::string online = trust::PrivateKey::generate().publicKey().toPem();
    QTemporaryDir folder;
    AdminServer server{[this](const AdminServer::Received& request) { return answer(request); }};
    ManagerLink link;
    SetupPanel panel{link};
    QPushButton go{&panel};

    AdminServer::Answer answer(const AdminServer::Received& request) const {
        if (request.target.starts_with("/api/v1/events"))
            return {200, ":\n\n", "text/event-stream", AdminServer::End::stream};
        if (request.target.starts_with("/api/v1/account"))
            return {200, R"({"name":"anna","kind":"session","role":"administrator"})"};
        if (request.target != "/api/v1/trust") return {409, R"({"code":"wrongState"})", "application/problem+json"};
        std::string pem = online;
        for (std::size_t at = pem.find('\n'); at != std::string::npos; at = pem.find('\n', at))
            pem.replace(at, 1, "\\n");
        return {200,
                R"({"established":false,"onlineKeyId":"k","onlineKeyPem":")" + pem + R"(","roles":[],"staged":[]})"};
    }
    bool open() {
        panel.drive(&go);
        panel.show();
        return bool(link.open(server.profile())) &&
               QTest::qWaitFor([this] { return link.who().has_value(); }, kPatience);
    }
    void type(const char* name, const QString& text) {
        panel.findChild<QLineEdit*>(QString::fromLatin1(name))->setText(text);
    }
    void fillKit() {
        type("kitFile", file("kit.key"));
        type("kitPassphrase", QStringLiteral("long enough"));
        type("kitAgain", QStringLiteral("long enough"));
    }
    [[nodiscard]] QString file(const char* name) const { return folder.filePath(QString::fromLatin1(name)); }
    [[nodiscard]] static QByteArray contentOf(const QString& name) {
        QFile opened(name);
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }
    bool says(const QString& part) {
        const auto* const notice = panel.findChild<QWidget*>(QStringLiteral("setupNotice"));
        const auto isSaid = [&] {
            const QList<QLabel*> labels = notice->findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(),
                               [&part](const QLabel* each) { return each->text().contains(part); });
        };
        return QTest::qWaitFor(isSaid, kPatience);
    }
    [[nodiscard]] std::ptrdiff_t staged() const {
        const auto requests = server.requests();
        return std::count_if(requests.begin(), requests.end(), [](const auto& each) { return each.method == "PUT"; });
    }
};

}  // namespace

class SetupPanelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void passphrasesAreLongEnoughAndTheSameTwice() {
        Shown shown;
        QVERIFY(shown.open());
        QVERIFY(!shown.go.isEnabled());
        shown.fillKit();
        QVERIFY(shown.go.isEnabled());
        shown.type("kitAgain", QStringLiteral("long enougH"));
        QVERIFY(!shown.go.isEnabled());
        shown.type("kitPassphrase", QStringLiteral("short"));
        shown.type("kitAgain", QStringLiteral("short"));
        QVERIFY(!shown.go.isEnabled());
    }

    void whereThereIsNoKeychainItSaysSoAndAFileBehindAPassphraseDoes() {
        Shown shown;
        QVERIFY(shown.open());
        shown.fillKit();
        shown.go.click();
        QVERIFY(shown.says(QStringLiteral("no keychain")));
        QVERIFY(!QFile::exists(shown.file("kit.key")));
        QCOMPARE(shown.staged(), 0);
        shown.panel.findChild<QComboBox*>(QStringLiteral("keyPlace"))->setCurrentIndex(1);
        QVERIFY(!shown.go.isEnabled());
        shown.type("ownKeyFile", shown.file("own.key"));
        shown.type("ownKeyPassphrase", QStringLiteral("also long enough"));
        shown.go.click();
        QTRY_COMPARE_WITH_TIMEOUT(shown.staged(), 1, kPatience);
        for (const char* const name : {"own.key", "kit.key"})
            QVERIFY(Shown::contentOf(shown.file(name)).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----"));
    }

    void whatWentWellIsNotDoneAgainWhenItIsTriedAgain() {
        Shown shown;
        QVERIFY(shown.open());
        shown.fillKit();
        shown.panel.findChild<QComboBox*>(QStringLiteral("keyPlace"))->setCurrentIndex(1);
        shown.type("ownKeyFile", shown.file("own.key"));
        shown.type("ownKeyPassphrase", QStringLiteral("also long enough"));
        shown.go.click();
        QTRY_COMPARE_WITH_TIMEOUT(shown.staged(), 1, kPatience);
        const QByteArray own = Shown::contentOf(shown.file("own.key"));
        const QByteArray kit = Shown::contentOf(shown.file("kit.key"));
        QTRY_VERIFY_WITH_TIMEOUT(shown.go.isEnabled(), kPatience);
        shown.go.click();
        QTRY_COMPARE_WITH_TIMEOUT(shown.staged(), 2, kPatience);
        QCOMPARE(Shown::contentOf(shown.file("own.key")), own);
        QCOMPARE(Shown::contentOf(shown.file("kit.key")), kit);
    }
};

QTEST_MAIN(SetupPanelTest)
#include "tst_setup_panel.moc"
