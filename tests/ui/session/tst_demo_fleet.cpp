// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <optional>

#include "core/adminclient/client.h"
#include "ui/session/demo_fleet.h"

using namespace signalbox;
using namespace signalbox::ui;

namespace {

constexpr int kPatience = 150000;

}  // namespace

class DemoFleetTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fillsItselfAndIsGoneWhenItEnds() {
        const QTemporaryDir home;
        DemoOptions options;
        options.programs = QStringLiteral(SIGNALBOX_PROGRAMS);
        options.folder = QDir(home.path()).filePath(QStringLiteral("demo"));
        options.terminals = 20;
        DemoFleet demo(options);
        demo.start();
        const auto over = [&] { return demo.state() == DemoState::running || demo.state() == DemoState::failed; };
        QVERIFY(QTest::qWaitFor(over, kPatience));
        QVERIFY2(demo.state() == DemoState::running, demo.error() ? demo.error()->text().c_str() : "");

        auto client = adminclient::Client::make(*demo.profile());
        QVERIFY(client);
        std::optional<adminclient::Page<Rollout>> rollouts;
        QObject context;
        (*client)->send<adminclient::Page<Rollout>>(adminclient::calls::rollouts(""), &context,
                                                    [&](Result<adminclient::Page<Rollout>> page) {
                                                        if (page) rollouts = std::move(page).value();
                                                    });
        QTRY_VERIFY_WITH_TIMEOUT(rollouts, kPatience);
        const auto in = [&](RolloutState state) {
            return std::any_of(rollouts->items.begin(), rollouts->items.end(),
                               [state](const Rollout& rollout) { return rollout.state == state; });
        };
        QVERIFY(in(RolloutState::finished) && in(RolloutState::paused) && in(RolloutState::scheduled));

        const QString manager = QDir(options.folder).filePath(QStringLiteral("manager"));
        QVERIFY(managerRuns(manager));
        demo.end();
        QTRY_COMPARE_WITH_TIMEOUT(demo.state(), DemoState::idle, kPatience);
        QVERIFY(!managerRuns(manager));
        QVERIFY(!QDir(options.folder).exists());
    }

    void saysThatAProgramIsMissing() {
        const QTemporaryDir home;
        DemoOptions options;
        options.programs = QStringLiteral("/nowhere");
        options.folder = QDir(home.path()).filePath(QStringLiteral("demo"));
        DemoFleet demo(options);
        demo.start();
        QTRY_COMPARE_WITH_TIMEOUT(demo.state(), DemoState::failed, kPatience);
        QCOMPARE(demo.error()->code, make_error_code(StartErrc::programMissing));
    }
};

QTEST_GUILESS_MAIN(DemoFleetTest)
#include "tst_demo_fleet.moc"
