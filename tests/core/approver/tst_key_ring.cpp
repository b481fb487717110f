// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "core/approver/key_file.h"
#include "core/approver/key_ring.h"

using namespace signalbox;
using namespace signalbox::approver;

class KeyRingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void givesBackWhatItTook() {
        const std::vector<trust::PrivateKey> keys{trust::PrivateKey::generate(), trust::PrivateKey::generate()};
        const auto read = readKeyRing(keyRingText(keys));
        QVERIFY(read);
        QCOMPARE(read->size(), std::size_t{2});
        QCOMPARE(keyIdOf(read->front()), keyIdOf(keys.front()));
        QCOMPARE(keyIdOf(read->back()), keyIdOf(keys.back()));
        const auto none = readKeyRing("");
        QVERIFY(none && none->empty());
    }

    void refusesWhatIsNoKeyRing() {
        const std::string one = keyRingText({trust::PrivateKey::generate()});
        const auto codeOf = [](const std::string& text) { return readKeyRing(text).error().code; };
        QCOMPARE(codeOf("password"), make_error_code(BaseErrc::malformed));
        QCOMPARE(codeOf(one.substr(0, one.size() - 1)), make_error_code(BaseErrc::malformed));
        QCOMPARE(codeOf(one + one.substr(30)), make_error_code(BaseErrc::malformed));
        std::string many;
        for (std::size_t i = 0; i <= kMostKeys; ++i)
            many += one;
        QCOMPARE(codeOf(many), make_error_code(BaseErrc::tooLarge));
    }

    void aKeyIsCopiedIntoAFileThatItsPassphraseOpens() {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("kit.key")).toStdString();
        const trust::PrivateKey key = trust::PrivateKey::generate();
        QCOMPARE(writeKeyFile(nativeFileSystem(), file, key, "short").error().code,
                 make_error_code(BaseErrc::invalidArgument));
        QVERIFY(writeKeyFile(nativeFileSystem(), file, key, "a passphrase"));
        QCOMPARE(writeKeyFile(nativeFileSystem(), file, key, "a passphrase").error().code,
                 make_error_code(BaseErrc::alreadyExists));
        QCOMPARE(openKeyFile(file, "another one").error().code, make_error_code(BaseErrc::denied));
        const auto opened = openKeyFile(file, "a passphrase");
        QVERIFY(opened);
        QCOMPARE(keyIdOf(*opened), keyIdOf(key));
    }
};

QTEST_GUILESS_MAIN(KeyRingTest)
#include "tst_key_ring.moc"
