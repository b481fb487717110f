// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QTest>

#include "ui/rollouts/phase_editor.h"

using namespace signalbox;
using namespace signalbox::ui;

class PhaseEditorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void beginsWithAPilotThatMustSucceed() {
        PhaseEditor editor;
        const std::vector<Phase> phases = editor.phases();
        QCOMPARE(phases.size(), std::size_t(2));
        QCOMPARE(phases[0].size.amount, 10.0);
        QCOMPARE(phases[0].gate.successPercent, 95.0);
        QCOMPARE(phases[1].size.amount, 100.0);
    }

    void givesBackWhatItWasGiven() {
        Phase first;
        first.name = "shop";
        first.size = {PhaseSize::Unit::count, 7};
        first.gate = {80, Seconds(1800), true};
        Phase rest;
        rest.name = "rest";
        PhaseEditor editor;
        editor.setPhases({first, rest});
        const std::vector<Phase> phases = editor.phases();
        QCOMPARE(phases.size(), std::size_t(2));
        QCOMPARE(phases[0].name, first.name);
        QVERIFY(phases[0].size.unit == PhaseSize::Unit::count);
        QCOMPARE(phases[0].size.amount, 7.0);
        QCOMPARE(phases[0].gate.successPercent, 80.0);
        QCOMPARE(phases[0].gate.wait.count(), 1800);
        QVERIFY(phases[0].gate.byHand);
        QCOMPARE(phases[1].name, rest.name);
    }

    void putsANewPhaseBeforeTheRest() {
        PhaseEditor editor;
        QTest::mouseClick(editor.findChild<QPushButton*>(QStringLiteral("addPhase")), Qt::LeftButton);
        const std::vector<Phase> phases = editor.phases();
        QCOMPARE(phases.size(), std::size_t(3));
        QCOMPARE(phases[2].size.amount, 100.0);
        QVERIFY(phases[1].name != phases[2].name);
    }

    void keepsAtLeastOnePhase() {
        PhaseEditor editor;
        auto* const remove = editor.findChild<QPushButton*>(QStringLiteral("removePhase"));
        for (int i = 0; i < 5; ++i)
            QTest::mouseClick(remove, Qt::LeftButton);
        QCOMPARE(editor.phases().size(), std::size_t(1));
        QVERIFY(!remove->isEnabled());
    }
};

QTEST_MAIN(PhaseEditorTest)
#include "tst_phase_editor.moc"
