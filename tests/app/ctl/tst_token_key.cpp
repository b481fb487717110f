// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <filesystem>
#include <fstream>
#include <string>

#include "core/approver/token_key.h"
#include "core/tuf/signed_document.h"

using namespace signalbox;
using approver::TokenKey;

namespace {

constexpr const char* kPin = "123456";

/// Runs a program to its end; its exit code.
int run(const QString& program, const QStringList& arguments, QByteArray* output = nullptr) {
    QProcess process;
    process.start(program, arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(20000)) return -1;
    if (output) *output = process.readAllStandardOutput();
    return process.exitCode();
}

template <class T>
boost::system::error_code codeOf(const Result<T>& result) {
    return result ? boost::system::error_code() : result.error().code;
}

Result<std::string> goodPin(const std::string&) {
    return std::string(kPin);
}

}  // namespace

/// Keys on a real token: SoftHSM.
class TestTokenKey : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] std::filesystem::path path(const char* name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    [[nodiscard]] static std::string uri(const std::string& key, const std::string& token = "release") {
        return "pkcs11:token=" + token + ";object=" + key;
    }

private Q_SLOTS:
    void initTestCase() {
        std::filesystem::create_directories(path("tokens"));
        std::ofstream(path("softhsm2.conf"))
            << "directories.tokendir = " << path("tokens").string() << "\nobjectstore.backend = file\n";
        std::ofstream(path("pin")) << kPin << '\n';
        std::ofstream(path("wrong")) << "654321\n";
        qputenv("SOFTHSM2_CONF", QByteArray::fromStdString(path("softhsm2.conf").string()));
        for (const char* label : {"release", "other"})
            QCOMPARE(run(QStringLiteral("softhsm2-util"),
                         {QStringLiteral("--init-token"), QStringLiteral("--free"), QStringLiteral("--label"),
                          QString::fromLatin1(label), QStringLiteral("--pin"), QString::fromLatin1(kPin),
                          QStringLiteral("--so-pin"), QStringLiteral("00000000")}),
                     0);
    }

    void signsOnTheToken() {
        const auto made = TokenKey::create(uri("anna"), goodPin);
        QVERIFY2(made, made ? "" : made.error().text().c_str());
        const auto shown = TokenKey::readPublic(uri("anna"));
        QVERIFY2(shown, shown ? "" : shown.error().text().c_str());
        QCOMPARE(shown->id(), made->id());
        const auto key = TokenKey::open(uri("anna"), goodPin);
        QVERIFY2(key, key ? "" : key.error().text().c_str());
        QCOMPARE((*key)->publicKey().id(), made->id());
        const std::string text = "{\"a\":1}";
        const auto signature = (*key)->sign(text);
        QVERIFY2(signature, signature ? "" : signature.error().text().c_str());
        QCOMPARE(signature->keyId, tuf::keyIdOf(tuf::keyJson(*made)));
        // As the metadata's readers check it.
        std::ofstream(path("public.pem")) << made->toPem();
        std::ofstream(path("text")) << text;
        const auto der = QByteArray::fromHex(QByteArray::fromStdString(signature->hex));
        std::ofstream(path("signature"), std::ios::binary).write(der.constData(), der.size());
        const auto file = [this](const char* name) { return QString::fromStdString(path(name).string()); };
        QCOMPARE(run(QStringLiteral("openssl"),
                     {QStringLiteral("dgst"), QStringLiteral("-sha256"), QStringLiteral("-verify"), file("public.pem"),
                      QStringLiteral("-signature"), file("signature"), file("text")}),
                 0);
    }

    void namesOneKeyAndOneToken() {
        QVERIFY(TokenKey::create(uri("bert"), goodPin));
        QCOMPARE(codeOf(TokenKey::create(uri("bert"), goodPin)), make_error_code(BaseErrc::alreadyExists));
        QVERIFY(TokenKey::create(uri("bert", "other"), goodPin));
        QVERIFY(TokenKey::readPublic(uri("bert"))->id() != TokenKey::readPublic(uri("bert", "other"))->id());
        QCOMPARE(codeOf(TokenKey::readPublic(uri("nobody"))), make_error_code(BaseErrc::notFound));
        QCOMPARE(codeOf(TokenKey::readPublic(uri("bert", "none"))), make_error_code(BaseErrc::notFound));
        QCOMPARE(codeOf(TokenKey::readPublic("pkcs11:object=bert")), make_error_code(BaseErrc::invalidArgument));
        QCOMPARE(codeOf(TokenKey::readPublic(uri("bert") + "?module-path=/nowhere.so")),
                 make_error_code(BaseErrc::notFound));
    }

    void refusesAWrongPin() {
        QVERIFY(TokenKey::create(uri("cleo"), goodPin));
        const auto wrong = [](const std::string&) -> Result<std::string> { return std::string("654321"); };
        QCOMPARE(codeOf(TokenKey::open(uri("cleo"), wrong)), make_error_code(BaseErrc::denied));
        const auto gone = [](const std::string&) -> Result<std::string> { return makeError(BaseErrc::cancelled); };
        QCOMPARE(codeOf(TokenKey::open(uri("cleo"), gone)), make_error_code(BaseErrc::cancelled));
        QVERIFY(TokenKey::open(uri("cleo"), goodPin));
    }

    void takesNoPinInTheUri() {
        for (const char* more : {"?pin-value=123456", "?pin-source=file:/tmp/pin"})
            QCOMPARE(codeOf(TokenKey::open(uri("anna") + more, goodPin)), make_error_code(BaseErrc::invalidArgument));
        for (const char* bad : {"pkcs11:", "pkcs11:token=release", "pkcs11:token=%zz;object=a", "file:/anna.key", ""})
            QCOMPARE(codeOf(TokenKey::open(bad, goodPin)), make_error_code(BaseErrc::malformed));
    }

    void theProgramMakesAndShowsThem() {
        const auto ctl = [&](const char* command, const char* pinFile, QByteArray* output) {
            QStringList arguments{QStringLiteral("--json"), QStringLiteral("key"), QString::fromLatin1(command),
                                  QStringLiteral("--token"), QString::fromStdString(uri("dora"))};
            if (pinFile)
                arguments << QStringLiteral("--passphrase-file") << QString::fromStdString(path(pinFile).string());
            return run(QStringLiteral(SIGNALBOXCTL), arguments, output);
        };
        QByteArray made;
        QVERIFY(ctl("create", "wrong", &made) != 0);
        QCOMPARE(ctl("create", "pin", &made), 0);
        QByteArray shown;
        QCOMPARE(ctl("show", nullptr, &shown), 0);
        QCOMPARE(shown, made);
        QVERIFY(shown.contains("BEGIN PUBLIC KEY"));
        QVERIFY(ctl("create", "pin", &made) != 0);  // a key is never written over
    }
};

QTEST_GUILESS_MAIN(TestTokenKey)
#include "tst_token_key.moc"
