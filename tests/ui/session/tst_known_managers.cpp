// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include "ui/session/known_managers.h"
#include "ui/session/preferences.h"

using namespace signalbox::ui;

namespace {

KnownManager munich() {
    return {QStringLiteral("Munich"), QStringLiteral("https://munich.example:8444"), QStringLiteral("0a1b2c3d"),
            QStringLiteral("-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n"), QStringLiteral("anna")};
}

/// The managers that a file holds.
struct Kept {
    Preferences preferences;
    KnownManagers known{preferences};

    explicit Kept(const QTemporaryDir& folder)
        : preferences(QDir(folder.path()).filePath(QStringLiteral("console.ini"))) {}
};

}  // namespace

class KnownManagersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void remembersThemAndWhichCameLast() {
        const QTemporaryDir folder;
        {
            Kept kept(folder);
            KnownManagers& known = kept.known;
            KnownManager other = munich();
            other.name = QStringLiteral("Osaka");
            known.remember(munich());
            known.remember(other);
            known.chose({LastChoice::Kind::known, QStringLiteral("Osaka")});
        }
        const Kept keptAgain(folder);
        const KnownManagers& again = keptAgain.known;
        QCOMPARE(again.all().size(), 2);
        QCOMPARE(again.all().first(), munich());
        QCOMPARE(again.last().name, QStringLiteral("Osaka"));
    }

    void oneOfTheSameNameIsReplaced() {
        const QTemporaryDir folder;
        Kept kept(folder);
        KnownManagers& known = kept.known;
        known.remember(munich());
        KnownManager moved = munich();
        moved.url = QStringLiteral("https://10.0.0.7:8444");
        known.remember(moved);
        QCOMPARE(known.all(), QList<KnownManager>{moved});
    }

    void oneThatIsForgottenIsNoLastChoice() {
        const QTemporaryDir folder;
        Kept kept(folder);
        KnownManagers& known = kept.known;
        known.remember(munich());
        known.chose({LastChoice::Kind::known, QStringLiteral("Munich")});
        known.forget(QStringLiteral("Munich"));
        QCOMPARE(known.last().kind, LastChoice::Kind::none);
    }

    void aSecretIsBoundToTheAuthority() {
        KnownManager impostor = munich();
        impostor.fingerprint = QStringLiteral("ffff");
        QVERIFY(impostor.secretKey() != munich().secretKey());
    }

    void aFingerprintIsComparedWhole() {
        const QString hex = QStringLiteral("0a1b2c3d4e5f");
        QCOMPARE(groupedFingerprint(hex), QStringLiteral("0A1B 2C3D 4E5F"));
        QVERIFY(isFingerprint(QStringLiteral(" 0A:1B:2c:3d 4e-5F\n"), hex));
        QVERIFY(!isFingerprint(QStringLiteral("0A1B 2C3D"), hex));
        QVERIFY(!isFingerprint(QString(), QString()));
    }
};

QTEST_GUILESS_MAIN(KnownManagersTest)
#include "tst_known_managers.moc"
