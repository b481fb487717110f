// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/small_table.h"

#include <QHeaderView>
#include <QTableWidget>

#include "ui/widgets/controls.h"
#include "ui/widgets/status_delegate.h"

namespace signalbox::ui {

namespace {

constexpr int kRowMargin = 12;
constexpr int kFirstWidth = 130;  // device-independent pixels

}  // namespace

QTableWidget* smallTable(const char* objectName, const QString& accessibleName, const QStringList& headings) {
    auto* const table = named(new QTableWidget(0, static_cast<int>(headings.size())), objectName, accessibleName);
    table->setHorizontalHeaderLabels(headings);
    table->setItemDelegate(new StatusDelegate(table));
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultSectionSize(kFirstWidth);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + kRowMargin);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    return table;
}

void limitRows(QTableWidget* table, int rows) {
    table->setFixedHeight((rows + 1) * (table->fontMetrics().height() + kRowMargin + 1));
}

QTableWidgetItem* textCell(const QString& text, const QString& toolTip) {
    auto* const item = new QTableWidgetItem(text);
    item->setToolTip(plainToolTip(toolTip));
    return item;
}

QTableWidgetItem* statusCell(const Status& status, const QString& toolTip) {
    QTableWidgetItem* const item = textCell(status.text, toolTip);
    item->setData(ToneRole, static_cast<int>(status.tone));
    item->setData(IconNameRole, status.icon);
    return item;
}

QTableWidgetItem* numberCell(const QString& text) {
    QTableWidgetItem* const item = textCell(text);
    item->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    return item;
}

void setCells(QTableWidget* table, int row, const QList<QTableWidgetItem*>& cells) {
    for (int column = 0; column < cells.size(); ++column)
        table->setItem(row, column, cells.at(column));
}

}  // namespace signalbox::ui
