// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include "ui/session/preferences.h"

using namespace signalbox::ui;

namespace {

QString fileIn(const QTemporaryDir& folder) {
    return QDir(folder.path()).filePath(QStringLiteral("console.ini"));
}

}  // namespace

class PreferencesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsValuesFromOneStartToTheNext() {
        const QTemporaryDir folder;
        {
            Preferences first(fileIn(folder));
            first.set(QStringLiteral("theme"), QStringLiteral("dark"));
            first.set(QStringLiteral("columns/table"), QVariantList{120, 80});
        }
        const Preferences second(fileIn(folder));
        QCOMPARE(second.value(QStringLiteral("theme")).toString(), QStringLiteral("dark"));
        const QVariantList widths = second.value(QStringLiteral("columns/table")).toList();
        QCOMPARE(widths.size(), 2);
        QCOMPARE(widths.first().toInt(), 120);
        QCOMPARE(second.value(QStringLiteral("other"), 7).toInt(), 7);
    }

    void writesByItselfAMomentLater() {
        const QTemporaryDir folder;
        Preferences preferences(fileIn(folder));
        preferences.set(QStringLiteral("a/b"), 1);
        QVERIFY(!QFile::exists(fileIn(folder)));  // nothing is written by whoever sets it
        QTRY_VERIFY(QFile::exists(fileIn(folder)));
        QTRY_COMPARE(Preferences(fileIn(folder)).value(QStringLiteral("a/b")).toInt(), 1);
    }

    void aGroupThatIsRemovedIsGone() {
        const QTemporaryDir folder;
        {
            Preferences first(fileIn(folder));
            first.set(QStringLiteral("managers/1/name"), QStringLiteral("Munich"));
            first.set(QStringLiteral("managersOther"), 1);
        }
        {
            Preferences second(fileIn(folder));
            second.remove(QStringLiteral("managers"));
            QVERIFY(!second.value(QStringLiteral("managers/1/name")).isValid());
            second.set(QStringLiteral("managers/2/name"), QStringLiteral("Osaka"));
        }
        const Preferences third(fileIn(folder));
        QVERIFY(!third.value(QStringLiteral("managers/1/name")).isValid());
        QCOMPARE(third.value(QStringLiteral("managers/2/name")).toString(), QStringLiteral("Osaka"));
        QCOMPARE(third.value(QStringLiteral("managersOther")).toInt(), 1);
    }

    void leavesWhatAnotherConsoleWroteMeanwhile() {
        const QTemporaryDir folder;
        {
            Preferences ours(fileIn(folder));
            Preferences(fileIn(folder)).set(QStringLiteral("theirs"), 2);
            ours.set(QStringLiteral("ours"), 1);
        }
        const Preferences both(fileIn(folder));
        QCOMPARE(both.value(QStringLiteral("ours")).toInt(), 1);
        QCOMPARE(both.value(QStringLiteral("theirs")).toInt(), 2);
    }
};

QTEST_GUILESS_MAIN(PreferencesTest)
#include "tst_preferences.moc"
