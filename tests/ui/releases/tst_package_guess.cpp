// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "ui/releases/package_guess.h"

using namespace signalbox::ui;
using Content = PackageGuess::Content;

Q_DECLARE_METATYPE(Content)

class PackageGuessTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsWhatAPackageIs_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<bool>("folder");
        QTest::addColumn<Content>("content");
        QTest::addColumn<QString>("product");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("platform");
        const QByteArray zstd("\x28\xb5\x2f\xfd");
        const QByteArray none;
        const auto add = [](const char* name, const QByteArray& head, bool folder, Content content, const char* product,
                            const char* version, const char* platform) {
            QTest::newRow(name) << QString::fromLatin1(name) << head << folder << content
                                << QString::fromLatin1(product) << QString::fromLatin1(version)
                                << QString::fromLatin1(platform);
        };
        add("kiosk-2.0", none, true, Content::folder, "kiosk", "2.0", "");
        add("kiosk", none, true, Content::folder, "kiosk", "", "");
        add("kiosk-2.0-linux-amd64.tar.zst", zstd, false, Content::archive, "kiosk", "2.0", "linux-amd64");
        add("my-till_v1.12.3_aarch64.tar.gz", "\x1f\x8b", false, Content::archive, "my-till", "1.12.3", "linux-arm64");
        add("firmware-7.swu", "070702", false, Content::image, "firmware", "7", "");
        add("bundle-2.1.raucb", "hsqs", false, Content::image, "bundle", "2.1", "");
        add("kiosk_2.0-1_amd64.deb", "!<arch>\n", false, Content::system, "kiosk", "2.0-1", "linux-amd64");
        add("disguised-1.0.tar.zst", "!<arch>\n", false, Content::system, "disguised", "1.0", "");
        add("empty-1.0.tar.zst", none, false, Content::unknown, "empty", "1.0", "");
        QByteArray rpm("\xed\xab\xee\xdb");
        rpm.append(6, '\0').append("kiosk-2.0-1").append(100, '\0');
        add("renamed.x86_64.rpm", rpm, false, Content::system, "kiosk", "2.0-1", "linux-amd64");
        add("kiosk-2.0-1.aarch64.rpm", "\xed\xab\xee\xdb", false, Content::system, "kiosk", "2.0-1", "linux-arm64");
        add("till-5.1-x64.msi", "\xd0\xcf\x11\xe0", false, Content::system, "till", "5.1", "windows-amd64");
        add("signage-3.2.apk", "PK\x03\x04", false, Content::system, "signage", "3.2", "");
        add("notes.txt", "hello", false, Content::unknown, "notes.txt", "", "");
    }
    void tellsWhatAPackageIs() {
        QFETCH(QString, name);
        QFETCH(QByteArray, head);
        QFETCH(bool, folder);
        const PackageGuess guess = guessPackage(name, head, folder);
        QTEST(guess.content, "content");
        QTEST(guess.product, "product");
        QTEST(guess.version, "version");
        QTEST(guess.platform, "platform");
    }
};

QTEST_MAIN(PackageGuessTest)
#include "tst_package_guess.moc"
