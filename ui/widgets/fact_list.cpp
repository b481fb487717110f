// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fact_list.h"

#include <QGridLayout>
#include <QLabel>

#include "ui/widgets/controls.h"

namespace signalbox::ui {

FactList::FactList(QWidget* parent) : QWidget(parent) {
    m_layout = new QGridLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(14);
    m_layout->setVerticalSpacing(5);
    m_layout->setColumnStretch(1, 1);
}

void FactList::setFacts(const QList<Fact>& facts) {
    while (m_rows.size() > facts.size()) {
        const auto row = m_rows.takeLast();
        delete row.first;
        delete row.second;
    }
    for (int row = 0; row < facts.size(); ++row) {
        if (row == m_rows.size()) {
            auto* const name = hintLabel({});
            name->setWordWrap(false);
            m_rows.append(std::pair<QLabel*, QLabel*>(name, plainLabel()));
            m_layout->addWidget(name, row, 0, Qt::AlignTop);
            m_layout->addWidget(m_rows.last().second, row, 1);
        }
        const auto& [name, value] = m_rows.at(row);
        if (name->text() != facts.at(row).name) name->setText(facts.at(row).name);
        if (value->text() != facts.at(row).value) value->setText(facts.at(row).value);
        value->setToolTip(plainToolTip(facts.at(row).toolTip));
        value->setAccessibleName(facts.at(row).name);
    }
}

}  // namespace signalbox::ui
