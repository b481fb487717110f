// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "ui/session/autostart.h"

using namespace signalbox::ui;

class AutostartTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8()); }

    void isOffUntilItIsWantedAndGoesAgain() {
        QVERIFY(!startsAtLogIn());
        QVERIFY(setStartsAtLogIn(true, QStringLiteral("/usr/bin/signalbox")));
        QVERIFY(startsAtLogIn());
        QVERIFY(setStartsAtLogIn(false, {}));
        QVERIFY(!startsAtLogIn());
        QVERIFY(setStartsAtLogIn(false, {}));
    }

    void aPathWithWhatIsSpecialStaysOneArgument() {
        QVERIFY(setStartsAtLogIn(true, QStringLiteral("/opt/my $tools/50%/signalbox")));
        QFile file(m_folder.filePath(QStringLiteral("autostart/signalbox.desktop")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY2(text.contains("\nExec=\"/opt/my \\\\$tools/50%%/signalbox\" --background\n"), text.constData());
    }

    void saysThatItCouldNotBeWritten() {
        QFile inTheWay(m_folder.filePath(QStringLiteral("file")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        qputenv("XDG_CONFIG_HOME", inTheWay.fileName().toUtf8());
        QVERIFY(!setStartsAtLogIn(true, QStringLiteral("/usr/bin/signalbox")));
        qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8());
    }
};

QTEST_GUILESS_MAIN(AutostartTest)
#include "tst_autostart.moc"
