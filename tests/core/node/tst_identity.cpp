// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <fstream>

#include "core/node/identity.h"
#include "tests/support/trust_errors.h"

using namespace signalbox;
using namespace signalbox::node;
using signalbox::test::codeOf;

namespace {

NodeIdentity anIdentity() {
    NodeIdentity identity;
    identity.name = "node \"one\"";
    identity.cluster = "north\nwest";
    identity.listen = {"127.0.0.1", 8443};
    identity.url = "https://node:8443";
    identity.issuer = "manager";
    identity.tokenRealm = "https://manager:8080/token";
    identity.keyPem = "key";
    identity.certificatePem = "certificate";
    identity.caPem = "ca";
    identity.tokenKeyPem = "token key";
    return identity;
}

}  // namespace

class TestIdentity : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void loadsWhatItSaved() {
        const QTemporaryDir folder;
        const std::filesystem::path data = std::filesystem::path(folder.path().toStdString()) / "made" / "here";
        QVERIFY(saveIdentity(nativeFileSystem(), data, anIdentity()));
        const NodeIdentity loaded = loadIdentity(data).value();
        QCOMPARE(loaded.name, anIdentity().name);
        QCOMPARE(loaded.cluster, anIdentity().cluster);
        QCOMPARE(loaded.listen.text(), std::string("127.0.0.1:8443"));
        QCOMPARE(loaded.url, anIdentity().url);
        QCOMPARE(loaded.tokenRealm, anIdentity().tokenRealm);
        QCOMPARE(loaded.issuer, anIdentity().issuer);
        QCOMPARE(loaded.keyPem, anIdentity().keyPem);
        QCOMPARE(loaded.certificatePem, anIdentity().certificatePem);
        QCOMPARE(loaded.caPem, anIdentity().caPem);
        QCOMPARE(loaded.tokenKeyPem, anIdentity().tokenKeyPem);
    }

    void keepsTheKeyToItself() {
        const QTemporaryDir folder;
        const std::filesystem::path data = folder.path().toStdString();
        QVERIFY(saveIdentity(nativeFileSystem(), data, anIdentity()));
        const auto mode = std::filesystem::status(data / "identity" / "key.pem").permissions();
        QCOMPARE(static_cast<unsigned>(mode & std::filesystem::perms::mask), 0600U);
    }

    void replacesNone() {
        const QTemporaryDir folder;
        const std::filesystem::path data = folder.path().toStdString();
        QVERIFY(saveIdentity(nativeFileSystem(), data, anIdentity()));
        QCOMPARE(codeOf(saveIdentity(nativeFileSystem(), data, anIdentity())),
                 make_error_code(BaseErrc::alreadyExists));
    }

    void takesAHalfWrittenOneForNone() {
        const QTemporaryDir folder;
        const std::filesystem::path data = folder.path().toStdString();
        std::filesystem::create_directories(data / "identity.new");
        std::ofstream(data / "identity.new" / "node.toml") << "name = ";
        QCOMPARE(codeOf(loadIdentity(data)), make_error_code(BaseErrc::notFound));
        QVERIFY(saveIdentity(nativeFileSystem(), data, anIdentity()));
        QVERIFY(loadIdentity(data));
    }

    void saysWhatIsWrongWithTheFile() {
        const QTemporaryDir folder;
        const std::filesystem::path data = folder.path().toStdString();
        QVERIFY(saveIdentity(nativeFileSystem(), data, anIdentity()));
        for (const char* text : {"name =", "name = 1", "name = \"a\"\nlisten = \"nowhere\""}) {
            std::ofstream(data / "identity" / "node.toml") << text;
            QCOMPARE(codeOf(loadIdentity(data)), make_error_code(BaseErrc::malformed));
        }
    }

    void readsListenAddresses() {
        QCOMPARE(parseListenAddress("0.0.0.0:0").value().text(), std::string("0.0.0.0:0"));
        QCOMPARE(parseListenAddress("[::1]:443").value().text(), std::string("[::1]:443"));
        QVERIFY(parseListenAddress("[::1]:443").value().isLoopback());
        QVERIFY(parseListenAddress("127.3.2.1:1").value().isLoopback());
        QVERIFY(!parseListenAddress("0.0.0.0:1").value().isLoopback());
        for (const char* text :
             {"", "1.2.3.4", "1.2.3.4:", "1.2.3.4:65536", "::1:443", "host:1", "[1.2.3.4]:1", "1.2.3:1"})
            QCOMPARE(codeOf(parseListenAddress(text)), make_error_code(BaseErrc::malformed));
    }
};

QTEST_GUILESS_MAIN(TestIdentity)
#include "tst_identity.moc"
