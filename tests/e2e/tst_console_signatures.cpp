// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <signal.h>
#include <unistd.h>

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QWizard>
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "core/approver/key_file.h"
#include "core/base/file_system.h"
#include "core/trust/canonical_json.h"
#include "core/tuf/metadata_writer.h"
#include "tests/support/console_pilot.h"
#include "tests/support/console_shell.h"
#include "tests/support/tuf_people.h"
#include "ui/signatures/approver_keys.h"
#include "ui/signatures/sign_dialog.h"
#include "ui/signatures/trust_reader.h"

using namespace signalbox;
using namespace signalbox::test;
using adminclient::TrustRole;
using adminclient::TrustState;
using ui::ApproverKeys;

namespace calls = adminclient::calls;

namespace {

constexpr int kPatience = 60000;
const QString kProduct = QStringLiteral("kiosk");
const QString kPlatform = QStringLiteral("linux-amd64");
const QString kPassphrase = QStringLiteral("kit that lies in a safe");

QByteArray contentOf(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A root that strangers signed.
std::string foreignRoot() {
    const Person holder;
    const Person online;
    tuf::Root root = rootOf({&holder}, 1, online);
    root.version = 1;
    root.consistentSnapshot = true;
    root.expires = SystemClock().now() + std::chrono::hours(24);
    const boost::json::object content = tuf::contentOf(root);
    return tuf::documentText(content, {holder.signer().sign(trust::canonicalJson(content).value()).value()});
}

/// The names of files that contain it.
QStringList filesWith(const QByteArray& part, const QString& folder) {
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext())
        if (const QString name = files.next(); contentOf(name).contains(part)) found.append(name);
    return found;
}

}  // namespace

/// One person's signatures from the first start on, with the keychain of the session: made, used, lost and brought back
/// from the recovery kit, while a terminal goes on. One story: each slot begins where the one before ended.
class ConsoleSignaturesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QTemporaryDir m_packages;
    QTemporaryDir m_nodeHome;
    QTemporaryDir m_terminalHome;
    std::unique_ptr<Console> m_console;
    std::vector<std::unique_ptr<ConsoleShell>> m_shells;
    std::string m_firstKey;

    [[nodiscard]] QString manager() const { return QDir(m_folder.path()).filePath(QStringLiteral("manager")); }
    [[nodiscard]] QString kit() const { return QDir(m_folder.path()).filePath(QStringLiteral("kit.key")); }
    [[nodiscard]] pid_t managerProcess() const {
        return contentOf(QDir(manager()).filePath(QStringLiteral("manager.pid"))).toInt();
    }
    [[nodiscard]] QByteArray installed() const {
        return contentOf(m_terminalHome.filePath(QStringLiteral("signalbox/kiosk/current/content")));
    }

    bool paste(const QString& name, const QString& home) {
        QGuiApplication::clipboard()->clear();
        if (!press(name)) return false;
        QString command = onThisMachine(QGuiApplication::clipboard()->text());
        if (::geteuid() == 0)
            command.replace(QStringLiteral("--root ~/signalbox"),
                            QStringLiteral("--root ~/signalbox --allow-root ") + kProduct);
        m_shells.push_back(std::make_unique<ConsoleShell>(home, QStringLiteral(SIGNALBOX_PROGRAMS), command));
        return true;
    }
    bool importVersion(const QString& version) {
        const QString tree = m_packages.filePath(kProduct + QLatin1Char('-') + version);
        QFile content(tree + QStringLiteral("/content"));
        if (!QDir().mkpath(tree) || !content.open(QIODevice::WriteOnly)) return false;
        content.write(version.toUtf8());
        content.close();
        return goTo(QStringLiteral("releasesPage")) && press(QStringLiteral("importRelease")) &&
               press(QStringLiteral("importFolder")) && chooseFile(tree) &&
               shows(QStringLiteral("importDialog"), QStringLiteral("A folder")) &&
               type(QStringLiteral("importPlatform"), kPlatform) && press(QStringLiteral("importStart")) &&
               shows(QStringLiteral("releasesPage"), version);
    }
    static bool sign(const QString& part) {
        const auto isShown = [&part] {
            const auto* const text = qobject_cast<QPlainTextEdit*>(control(QStringLiteral("signStatement")));
            return text && text->toPlainText().contains(part);
        };
        return QTest::qWaitFor(isShown, kPatience) && press(QStringLiteral("signLooked")) &&
               press(QStringLiteral("signDo"));
    }
    bool signInReview(const QString& version) {
        return goTo(QStringLiteral("approvalsPage")) && press(QStringLiteral("approve")) &&
               sign(QStringLiteral("kiosk/stable/") + version) &&
               shows(QStringLiteral("approvalsPage"), QStringLiteral("Nothing waits for approval"));
    }
    bool rollOut() {
        if (!goTo(QStringLiteral("releasesPage")) || !press(QStringLiteral("rollOutRelease"))) return false;
        const auto next = [] {
            auto* const wizard = qobject_cast<QWizard*>(control(QStringLiteral("rolloutWizard")));
            return wizard && press(wizard->button(QWizard::NextButton));
        };
        return shows(QStringLiteral("wizardName"), kProduct) && next() &&
               type(QStringLiteral("wizardAudienceText"), QStringLiteral("platform==") + kPlatform) &&
               shows(QStringLiteral("wizardCount"), QStringLiteral("1 terminal")) && next() && next() &&
               choose(QStringLiteral("phasePattern"), QStringLiteral("All at once")) && next() &&
               press(QStringLiteral("wizardStart")) && press(QStringLiteral("qt_wizard_finish")) &&
               shows(QStringLiteral("rolloutNotice"), QStringLiteral("Finished"));
    }
    std::optional<TrustState> trust() {
        std::optional<TrustState> got;
        m_console->link().send<TrustState>(calls::trust(), this, [&got](Result<TrustState> state) {
            if (state) got = std::move(state).value();
        });
        static_cast<void>(QTest::qWaitFor([&got] { return got.has_value(); }, kPatience));
        return got;
    }
    bool holds(const std::string& role, const std::string& key) {
        const auto state = trust();
        if (!state) return false;
        return std::any_of(state->roles.begin(), state->roles.end(), [&](const TrustRole& each) {
            return each.role == role && std::count(each.keyIds.begin(), each.keyIds.end(), key) > 0;
        });
    }
    std::filesystem::path trustFolder() {
        std::filesystem::path folder;
        m_console->link().send<adminclient::ManagerStatus>(calls::status(), this,
                                                           [&folder](const Result<adminclient::ManagerStatus>& status) {
                                                               if (status)
                                                                   folder = ui::trustFolder(status->managerId).value();
                                                           });
        static_cast<void>(QTest::qWaitFor([&folder] { return !folder.empty(); }, kPatience));
        return folder;
    }
    std::optional<ApproverKeys::Keys> ownKeys() {
        ApproverKeys keychain;
        std::optional<ApproverKeys::Keys> got;
        keychain.read(this, [&got](Result<ApproverKeys::Keys> keys) {
            if (keys) got = std::move(keys).value();
        });
        static_cast<void>(QTest::qWaitFor([&got] { return got.has_value(); }, kPatience));
        return got;
    }

private Q_SLOTS:
    void cleanupTestCase() {
        m_console.reset();
        m_shells.clear();
        if (managerProcess() > 1 && ui::isManagerOf(managerProcess(), manager())) ::kill(managerProcess(), SIGKILL);
    }

    void theFirstRunMakesTheKeyAndTheRecoveryKit() {
        ConsoleOptions options = consoleIn(m_folder, QStringLiteral(SIGNALBOX_PROGRAMS));
        options.managerArguments = {QStringLiteral("--poll-interval"), QStringLiteral("1")};
        m_console = std::make_unique<Console>(options);
        m_console->start();
        QVERIFY(press(QStringLiteral("manageHere")));
        QVERIFY(type(QStringLiteral("addressText"), QStringLiteral("127.0.0.1")));
        QVERIFY(press(QStringLiteral("addressStart")));
        QVERIFY(type(QStringLiteral("kitFile"), kit()));
        QVERIFY(type(QStringLiteral("kitPassphrase"), kPassphrase));
        QVERIFY(type(QStringLiteral("kitAgain"), kPassphrase));
        QVERIFY(press(QStringLiteral("keyMake")));
        QVERIFY(paste(QStringLiteral("nodeCopy"), m_nodeHome.path()));
        const auto keys = ownKeys();
        QVERIFY(keys && keys->size() == 1);
        m_firstKey = approver::keyIdOf(keys->front());
        QVERIFY(holds("root", m_firstKey));
        const auto spare = approver::openKeyFile(kit().toStdString(), kPassphrase.toStdString());
        QVERIFY(spare);
        QVERIFY(holds("root", approver::keyIdOf(*spare)));
        QVERIFY(approver::keyIdOf(*spare) != m_firstKey);
        QVERIFY(paste(QStringLiteral("terminalCopy"), m_terminalHome.path()));
        QVERIFY(shows(QStringLiteral("nodeState"), QStringLiteral("has joined")));
        QVERIFY(shows(QStringLiteral("terminalState"), QStringLiteral("has joined")));
        QVERIFY(press(QStringLiteral("joinDone")));
    }

    void noPrivateKeyOfAPersonLiesInAFile() {
        const auto keys = ownKeys();
        QVERIFY(keys && !keys->empty());
        const QByteArray inside = QByteArray::fromStdString(keys->front().toPem()).split('\n').at(1);
        QCOMPARE(filesWith(inside, m_folder.path()), QStringList());
        QCOMPARE(filesWith(inside, QDir::homePath()), QStringList());
        QVERIFY(contentOf(kit()).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----"));
    }

    void somebodyIsNamedWhoApprovesTheProductBeforeItGoesIntoReview() {
        QVERIFY(importVersion(QStringLiteral("1.0")));
        if (!control(QStringLiteral("memberDo"))) QVERIFY(press(QStringLiteral("submitRelease")));
        QVERIFY(press(QStringLiteral("memberDo")));
        QVERIFY(sign(QStringLiteral("Releases of kiosk: 1 of these 1 keys must sign")));
        QTRY_VERIFY_WITH_TIMEOUT(!control(QStringLiteral("signDialog")), kPatience);
        QVERIFY(press(QStringLiteral("submitRelease")));
        QVERIFY(shows(QStringLiteral("releasesPage"), QStringLiteral("An approver must look at it")));
    }

    void whatIsShownOtherThanSignedIsNotSigned() {
        ui::SignDialog dialog(
            m_console->link(), [](const Release&) { return Digest::ofContent("another recipe"); },
            {QStringLiteral("p-kiosk")}, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QVERIFY(shows(QStringLiteral("signNotice"), QStringLiteral("is not what would be signed")));
        QVERIFY(press(QStringLiteral("signLooked")));
        QVERIFY(!dialog.findChild<QPushButton*>(QStringLiteral("signDo"))->isEnabled());
    }

    void aManagerWithAnotherRootThanIsPinnedHereGetsNoSignature() {
        const std::filesystem::path pinned = trustFolder() / "root.json";
        const auto before = readFile(pinned, 1 << 20);
        QVERIFY(before);
        QVERIFY(replaceFile(nativeFileSystem(), pinned, bytesOf(foreignRoot()), 0600));
        ui::SignDialog dialog(m_console->link(), {}, {QStringLiteral("p-kiosk")}, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QVERIFY(shows(QStringLiteral("signNotice"), QStringLiteral("does not verify")));
        QVERIFY(press(QStringLiteral("signLooked")));
        QVERIFY(!dialog.findChild<QPushButton*>(QStringLiteral("signDo"))->isEnabled());
        QVERIFY(replaceFile(nativeFileSystem(), pinned, bytesOf(*before), 0600));
    }

    void aReleaseIsSignedAsItWasShownAndTheTerminalTakesIt() {
        QVERIFY(signInReview(QStringLiteral("1.0")));
        QVERIFY(holds("p-kiosk", m_firstKey));
        QVERIFY(rollOut());
        QTRY_COMPARE_WITH_TIMEOUT(installed(), QByteArray("1.0"), kPatience);
        QVERIFY(QFile::exists(m_terminalHome.filePath(QStringLiteral("signalbox-terminal/trust/p-kiosk.json"))));
    }

    void aLostKeyIsReplacedWithTheRecoveryKit() {
        ApproverKeys keychain;
        bool isLost = false;
        keychain.remove(m_firstKey, this, [&isLost](const Result<void>& gone) { isLost = gone.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(isLost, kPatience);
        QVERIFY(goTo(QStringLiteral("settingsPage")));
        m_console->window().showPage(QStringLiteral("settingsPage"), QStringLiteral("signatureSettings"));
        QVERIFY(press(QStringLiteral("replaceKey")));
        QTRY_VERIFY_WITH_TIMEOUT(control(QStringLiteral("lostKey")) &&
                                     qobject_cast<QComboBox*>(control(QStringLiteral("lostKey")))->count() == 2,
                                 kPatience);
        auto* const lost = qobject_cast<QComboBox*>(control(QStringLiteral("lostKey")));
        lost->setCurrentIndex(lost->findData(QString::fromStdString(m_firstKey)));
        QVERIFY(type(QStringLiteral("keyFile"), kit()));
        QVERIFY(type(QStringLiteral("keyPassphrase"), QStringLiteral("not this one")));
        QVERIFY(press(QStringLiteral("replaceDo")));
        QVERIFY(shows(QStringLiteral("replaceNotice"), QStringLiteral("does not open")));
        QVERIFY(type(QStringLiteral("keyPassphrase"), kPassphrase));
        QVERIFY(press(QStringLiteral("replaceDo")));
        QVERIFY(sign(QStringLiteral("with a later end")));
        QTRY_VERIFY_WITH_TIMEOUT(!control(QStringLiteral("signDialog")), kPatience);
        for (const char* const role : {"root", "targets", "p-kiosk"})
            QVERIFY(!holds(role, m_firstKey));
        const auto keys = ownKeys();
        QVERIFY(keys && keys->size() == 1);
        for (const char* const role : {"root", "targets", "p-kiosk"})
            QVERIFY(holds(role, approver::keyIdOf(keys->front())));
    }

    void theNewKeySignsAndTheTerminalNeedNotJoinAgain() {
        QVERIFY(importVersion(QStringLiteral("2.0")));
        QVERIFY(shows(QStringLiteral("releasesPage"), QStringLiteral("An approver must look at it")));
        QVERIFY(signInReview(QStringLiteral("2.0")));
        QVERIFY(rollOut());
        QTRY_COMPARE_WITH_TIMEOUT(installed(), QByteArray("2.0"), kPatience);
    }
};

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    ConsoleSignaturesTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_console_signatures.moc"
