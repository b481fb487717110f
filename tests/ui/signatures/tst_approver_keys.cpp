// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDirIterator>
#include <QTest>
#include <optional>

#include "ui/signatures/approver_keys.h"

using namespace signalbox;
using signalbox::ui::ApproverKeys;

namespace {

constexpr int kPatience = 20000;

/// The keys, and the answers as values.
struct Kept {
    ApproverKeys keys;
    QObject context;

    std::optional<Result<ApproverKeys::Keys>> read() {
        std::optional<Result<ApproverKeys::Keys>> got;
        keys.read(&context, [&](Result<ApproverKeys::Keys> answer) { got = std::move(answer); });
        static_cast<void>(QTest::qWaitFor([&] { return got.has_value(); }, kPatience));
        return got;
    }
    std::optional<Result<void>> add(const trust::PrivateKey& key) {
        std::optional<Result<void>> got;
        keys.add(key, &context, [&](Result<void> answer) { got = std::move(answer); });
        static_cast<void>(QTest::qWaitFor([&] { return got.has_value(); }, kPatience));
        return got;
    }
    std::optional<Result<void>> remove(const std::string& id) {
        std::optional<Result<void>> got;
        keys.remove(id, &context, [&](Result<void> answer) { got = std::move(answer); });
        static_cast<void>(QTest::qWaitFor([&] { return got.has_value(); }, kPatience));
        return got;
    }
};

/// The test runs twice: within a session that has a keychain, and in one that has none.
bool hasKeychain() {
    return qEnvironmentVariableIsSet("SIGNALBOX_TEST_KEYCHAIN");
}

QByteArray filesBelow(const QString& folder) {
    QByteArray all;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly)) all += file.readAll();
    }
    return all;
}

}  // namespace

class ApproverKeysTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keysAreKeptInTheKeychainAndInNoFile() {
        if (!hasKeychain()) return;
        Kept kept;
        const auto before = kept.read();
        QVERIFY(before && *before && (*before)->empty());
        const auto first = trust::PrivateKey::generate();
        const auto second = trust::PrivateKey::generate();
        for (const auto& key : {first, second, first}) {
            const auto added = kept.add(key);
            QVERIFY(added && *added);
        }
        const auto after = kept.read();
        QVERIFY(after && *after);
        QCOMPARE((*after)->size(), std::size_t{2});
        QCOMPARE(approver::keyIdOf((*after)->back()), approver::keyIdOf(second));
        const QByteArray inside = QByteArray::fromStdString(first.toPem()).split('\n').at(1);
        const QByteArray files = filesBelow(QDir::homePath());
        QVERIFY(!files.contains(inside) && !files.contains("BEGIN PRIVATE KEY"));
        const auto removed = kept.remove(approver::keyIdOf(first));
        QVERIFY(removed && *removed);
        const auto again = kept.remove(approver::keyIdOf(first));
        QVERIFY(again && !*again);
        QCOMPARE(again->error().code, make_error_code(BaseErrc::notFound));
        const auto left = kept.read();
        QVERIFY(left && *left);
        QCOMPARE((*left)->size(), std::size_t{1});
    }

    void whereThereIsNoKeychainNothingIsKeptAndItSaysSo() {
        if (hasKeychain()) return;
        Kept kept;
        const auto added = kept.add(trust::PrivateKey::generate());
        QVERIFY(added && !*added);
        QCOMPARE(added->error().code, make_error_code(BaseErrc::unavailable));
        QVERIFY(!filesBelow(QDir::homePath()).contains("PRIVATE KEY"));
    }
};

QTEST_GUILESS_MAIN(ApproverKeysTest)
#include "tst_approver_keys.moc"
