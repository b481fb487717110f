// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QTest>
#include <optional>

#include "ui/session/secret_keeper.h"

using namespace signalbox;
using signalbox::ui::SecretKeeper;

namespace {

constexpr int kPatience = 20000;
const QString kKey = QStringLiteral("0a1b/anna");
const QString kSecret = QStringLiteral("pass word ü 密码 that stands in no file");

/// A keeper, and the answers as values.
struct Kept {
    SecretKeeper keeper;
    QObject context;

    std::optional<Result<QString>> read() {
        std::optional<Result<QString>> got;
        keeper.read(kKey, &context, [&](Result<QString> answer) { got = std::move(answer); });
        static_cast<void>(QTest::qWaitFor([&] { return got.has_value(); }, kPatience));
        return got;
    }
    std::optional<Result<void>> write(const QString& secret) {
        std::optional<Result<void>> got;
        keeper.write(kKey, secret, &context, [&](Result<void> answer) { got = std::move(answer); });
        static_cast<void>(QTest::qWaitFor([&] { return got.has_value(); }, kPatience));
        return got;
    }
    std::optional<Result<void>> remove() {
        std::optional<Result<void>> got;
        keeper.remove(kKey, &context, [&](Result<void> answer) { got = std::move(answer); });
        static_cast<void>(QTest::qWaitFor([&] { return got.has_value(); }, kPatience));
        return got;
    }
};

/// The test runs twice: within a session that has a keychain, and in one that has none.
bool hasKeychain() {
    return qEnvironmentVariableIsSet("SIGNALBOX_TEST_KEYCHAIN");
}

}  // namespace

class SecretKeeperTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsASecretAndGivesItBack() {
        if (!hasKeychain()) return;
        Kept kept;
        const auto before = kept.read();
        QVERIFY(before && !*before);
        QCOMPARE(before->error().code, make_error_code(BaseErrc::notFound));
        const auto written = kept.write(kSecret);
        QVERIFY(written && *written);
        const auto after = kept.read();
        QVERIFY(after && *after);
        QCOMPARE(**after, kSecret);
    }

    void aSecretThatIsRemovedIsGone() {
        if (!hasKeychain()) return;
        Kept kept;
        const auto written = kept.write(kSecret);
        QVERIFY(written && *written);
        const auto removed = kept.remove();
        QVERIFY(removed && *removed);
        const auto after = kept.read();
        QVERIFY(after && !*after);
        const auto again = kept.remove();
        QVERIFY(again && *again);
    }

    void whoIsGoneBeforeTheAnswerIsNotAnswered() {
        bool isAnswered = false;
        {
            Kept gone;
            gone.keeper.read(kKey, &gone.context, [&isAnswered](const Result<QString>&) { isAnswered = true; });
        }
        Kept kept;
        QVERIFY(kept.read());
        QVERIFY(!isAnswered);
    }

    void whereThereIsNoKeychainItSaysSoAndWritesNoFile() {
        if (hasKeychain()) return;
        Kept kept;
        const auto written = kept.write(kSecret);
        QVERIFY(written && !*written);
        QCOMPARE(written->error().code, make_error_code(BaseErrc::unavailable));
        const auto read = kept.read();
        QVERIFY(read && !*read);
        QDirIterator files(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(!file.readAll().contains(kSecret.toUtf8()));
        }
    }
};

QTEST_GUILESS_MAIN(SecretKeeperTest)
#include "tst_secret_keeper.moc"
