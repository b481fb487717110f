// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollouts/phase_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/widgets/controls.h"

namespace signalbox::ui {

namespace {

enum PhaseColumn { kName, kAmount, kUnit, kSuccess, kWait, kByHand, kColumns };
constexpr double kMostTerminals = 10000000;

Phase made(const QString& name, double percentage, double success, Seconds wait) {
    Phase phase;
    phase.name = name.toStdString();
    phase.size = {PhaseSize::Unit::percent, percentage};
    phase.gate.successPercent = success;
    phase.gate.wait = wait;
    return phase;
}

}  // namespace

PhaseEditor::PhaseEditor(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("phaseEditor"));
    m_pattern = named(new QComboBox, "phasePattern", tr("Pattern of phases", "accessible name"));
    m_pattern->addItems({tr("A pilot of 10 %, then all", "pattern of phases"),
                         tr("5 %, 25 %, then all", "pattern of phases"), tr("All at once", "pattern of phases")});
    m_table = named(new QTableWidget(0, kColumns), "phaseTable", tr("Phases", "accessible name"));
    m_table->setHorizontalHeaderLabels({tr("Phase", "column"), tr("Size", "column"),
                                        tr("Of", "column, unit of the size"), tr("Must succeed", "column"),
                                        tr("Then wait", "column"), tr("Gate", "column")});
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 18);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    const int widths[] = {125, 75, 120, 125, 115};
    for (int column = 0; column < kByHand; ++column)
        m_table->setColumnWidth(column, widths[column]);
    auto* const add = button("addPhase", tr("&Add phase", "button"), QStringLiteral("add"));
    m_remove = button("removePhase", tr("&Remove phase", "button"), QStringLiteral("remove"));
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(m_pattern);
    buttons->addStretch(1);
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(buttons);
    layout->addWidget(m_table);
    connect(m_pattern, &QComboBox::activated, this, &PhaseEditor::applyPattern);
    connect(add, &QPushButton::clicked, this, &PhaseEditor::insertPhase);
    connect(m_remove, &QPushButton::clicked, this, &PhaseEditor::removePhase);
    applyPattern(0);
}

void PhaseEditor::applyPattern(int index) {
    constexpr Seconds kHour{3600};
    const Phase rest = made(tr("all", "name of a phase"), 100, 100, {});
    if (index == 0) setPhases({made(tr("pilot", "name of a phase"), 10, 95, kHour), rest});
    if (index == 1)
        setPhases({made(tr("pilot", "name of a phase"), 5, 95, kHour),
                   made(tr("quarter", "name of a phase"), 25, 95, kHour), rest});
    if (index == 2) setPhases({rest});
}

void PhaseEditor::setPhases(const std::vector<Phase>& phases) {
    m_table->setRowCount(0);
    for (const Phase& phase : phases)
        addRow(phase, m_table->rowCount());
    showLast();
}

void PhaseEditor::addRow(const Phase& phase, int row) {
    m_table->insertRow(row);
    m_table->setCellWidget(row, kName,
                           named(new QLineEdit(QString::fromStdString(phase.name)), "phaseName",
                                 tr("Name of the phase", "accessible name")));
    auto* const amount = named(new QDoubleSpinBox, "phaseAmount", tr("Size of the phase", "accessible name"));
    amount->setDecimals(0);
    amount->setRange(1, kMostTerminals);
    amount->setValue(phase.size.amount);
    m_table->setCellWidget(row, kAmount, amount);
    auto* const unit = named(new QComboBox, "phaseUnit", tr("Unit of the size", "accessible name"));
    unit->addItems({tr("% of all", "size of a phase"), tr("terminals", "size of a phase")});
    unit->setCurrentIndex(phase.size.unit == PhaseSize::Unit::percent ? 0 : 1);
    m_table->setCellWidget(row, kUnit, unit);
    auto* const success = named(new QDoubleSpinBox, "phaseSuccess", tr("Share that must succeed", "accessible name"));
    success->setDecimals(0);
    success->setRange(0, 100);
    success->setSuffix(tr(" %", "percent, after a number"));
    success->setValue(phase.gate.successPercent);
    m_table->setCellWidget(row, kSuccess, success);
    auto* const wait = named(new QSpinBox, "phaseWait", tr("Wait before the next phase", "accessible name"));
    wait->setRange(0, 60 * 24 * 30);
    wait->setSuffix(tr(" min", "minutes, after a number"));
    wait->setValue(static_cast<int>(phase.gate.wait.count() / 60));
    m_table->setCellWidget(row, kWait, wait);
    auto* const byHand = named(new QCheckBox(tr("opened by hand", "gate of a phase")), "phaseByHand",
                               tr("Gate is opened by hand", "accessible name"));
    byHand->setChecked(phase.gate.byHand);
    m_table->setCellWidget(row, kByHand, byHand);
}

void PhaseEditor::insertPhase() {
    const int row = qMax(0, m_table->rowCount() - 1);
    addRow(made(tr("phase %1", "name of a phase").arg(row + 1), 25, 95, Seconds(3600)), row);
    showLast();
    m_table->cellWidget(row, kName)->setFocus();
}

void PhaseEditor::removePhase() {
    const int current = m_table->currentRow();
    if (m_table->rowCount() > 1) m_table->removeRow(current >= 0 && current < m_table->rowCount() - 1 ? current : 0);
    showLast();
}

/// The last phase has no size and no gate to set.
void PhaseEditor::showLast() {
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const bool last = row + 1 == m_table->rowCount();
        for (int column = kAmount; column < kColumns; ++column)
            m_table->cellWidget(row, column)->setVisible(!last);
        if (last) m_table->setItem(row, kUnit, new QTableWidgetItem(tr("the rest", "size of the last phase")));
    }
    m_remove->setEnabled(m_table->rowCount() > 1);
}

std::vector<Phase> PhaseEditor::phases() const {
    std::vector<Phase> phases;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        Phase phase;
        phase.name = qobject_cast<QLineEdit*>(m_table->cellWidget(row, kName))->text().trimmed().toStdString();
        if (row + 1 < m_table->rowCount()) {
            const bool percents = qobject_cast<QComboBox*>(m_table->cellWidget(row, kUnit))->currentIndex() == 0;
            phase.size = {percents ? PhaseSize::Unit::percent : PhaseSize::Unit::count,
                          qobject_cast<QDoubleSpinBox*>(m_table->cellWidget(row, kAmount))->value()};
            phase.gate.successPercent = qobject_cast<QDoubleSpinBox*>(m_table->cellWidget(row, kSuccess))->value();
            phase.gate.wait = Seconds(60) * qobject_cast<QSpinBox*>(m_table->cellWidget(row, kWait))->value();
            phase.gate.byHand = qobject_cast<QCheckBox*>(m_table->cellWidget(row, kByHand))->isChecked();
        }
        phases.push_back(std::move(phase));
    }
    return phases;
}

}  // namespace signalbox::ui
