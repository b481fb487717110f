// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fact_list.h"

#include <QFormLayout>
#include <QLabel>

#include "ui/widgets/controls.h"

namespace signalbox::ui {

FactList::FactList(QWidget* parent) : QWidget(parent) {
    m_layout = new QFormLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(14);
    m_layout->setVerticalSpacing(5);
    m_layout->setLabelAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
}

void FactList::setFacts(const QList<Fact>& facts) {
    while (m_layout->rowCount() > facts.size())
        m_layout->removeRow(m_layout->rowCount() - 1);
    for (int row = 0; row < facts.size(); ++row) {
        if (row == m_layout->rowCount()) {
            auto* const name = hintLabel({});
            name->setWordWrap(false);
            m_layout->addRow(name, plainLabel());
        }
        auto* const name = qobject_cast<QLabel*>(m_layout->itemAt(row, QFormLayout::LabelRole)->widget());
        auto* const value = qobject_cast<QLabel*>(m_layout->itemAt(row, QFormLayout::FieldRole)->widget());
        if (name->text() != facts.at(row).name) name->setText(facts.at(row).name);
        if (value->text() != facts.at(row).value) value->setText(facts.at(row).value);
        value->setToolTip(plainToolTip(facts.at(row).toolTip));
        value->setAccessibleName(facts.at(row).name);
    }
}

}  // namespace signalbox::ui
