// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/data_table.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <algorithm>

#include "ui/widgets/controls.h"
#include "ui/widgets/csv.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/paged_model_base.h"
#include "ui/widgets/status_delegate.h"

namespace signalbox::ui {

DataTable::DataTable(const char* objectName, const QString& accessibleName, QWidget* parent) : QTableView(parent) {
    named(this, objectName, accessibleName);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setItemDelegate(new StatusDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 14);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
        if (isVisible()) Q_EMIT widthsChanged();
    });
    connect(this, &QTableView::doubleClicked, this, &DataTable::rowActivated);
}

void DataTable::makeSorted(PagedModelBase* model, int column, Qt::SortOrder order) {
    m_sorted = new QSortFilterProxyModel(this);
    m_sorted->setSourceModel(model);
    m_sorted->setSortRole(PagedModelBase::SortRole);
    m_sorted->setSortLocaleAware(true);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    setModel(m_sorted);
    setSortingEnabled(true);
    sortByColumn(column, order);
}

void DataTable::setWidths(const QList<int>& widths) {
    if (!model() || widths.size() != model()->columnCount()) return;
    for (int i = 0; i < widths.size(); ++i)
        setColumnWidth(i, widths.at(i));
}

QList<int> DataTable::widths() const {
    QList<int> widths;
    for (int i = 0; model() && i < model()->columnCount(); ++i)
        widths.append(columnWidth(i));
    return widths;
}

QModelIndex DataTable::sourceIndex(const QModelIndex& index) const {
    return m_sorted ? m_sorted->mapToSource(index) : index;
}

bool DataTable::selectId(std::int64_t id) {
    const auto* const source = qobject_cast<PagedModelBase*>(m_sorted ? m_sorted->sourceModel() : model());
    const int row = source ? source->rowOfId(id) : -1;
    if (row < 0) return false;
    QModelIndex index = source->index(row, 0);
    if (m_sorted) index = m_sorted->mapFromSource(index);
    setCurrentIndex(index);
    scrollTo(index);
    return true;
}

QList<qlonglong> DataTable::selectedIds() const {
    QList<qlonglong> ids;
    if (selectionModel())
        for (const QModelIndex& index : selectionModel()->selectedRows())
            ids.append(index.data(PagedModelBase::IdRole).toLongLong());
    return ids;
}

void DataTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) return copy();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT rowActivated();
        return;
    }
    QTableView::keyPressEvent(event);
}

void DataTable::contextMenuEvent(QContextMenuEvent* event) {
    if (!selectionModel() || !selectionModel()->hasSelection()) return;
    auto* const menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("tableMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(actions());
    if (!actions().isEmpty()) menu->addSeparator();
    QAction* const copyAction = menu->addAction(icon(QStringLiteral("copy")), tr("Copy rows", "table"));
    copyAction->setShortcut(QKeySequence::Copy);
    connect(copyAction, &QAction::triggered, this, &DataTable::copy);
    QAction* const saveAction = menu->addAction(icon(QStringLiteral("download")), tr("Save rows as CSV …", "table"));
    saveAction->setObjectName(QStringLiteral("saveRows"));
    connect(saveAction, &QAction::triggered, this, &DataTable::save);
    menu->popup(event->globalPos());
}

void DataTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) {
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT rowChosen();
}

QList<QStringList> DataTable::chosenCells() const {
    QList<QStringList> lines;
    if (!selectionModel()) return lines;
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const QModelIndex& a, const QModelIndex& b) { return a.row() < b.row(); });
    QStringList cells;
    for (int column = 0; column < model()->columnCount(); ++column)
        cells.append(model()->headerData(column, Qt::Horizontal).toString());
    lines.append(cells);
    for (const QModelIndex& row : rows) {
        cells.clear();
        for (int column = 0; column < model()->columnCount(); ++column)
            cells.append(row.siblingAtColumn(column).data().toString());
        lines.append(cells);
    }
    return lines;
}

void DataTable::copy() const {
    QStringList lines;
    const QList<QStringList> all = chosenCells();
    for (const QStringList& cells : all) {
        QStringList plain;
        for (const QString& cell : cells)
            plain.append(plainCell(cell));
        lines.append(plain.join(QLatin1Char('\t')));
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void DataTable::save() {
    QString text;
    const QList<QStringList> all = chosenCells();
    for (const QStringList& cells : all)
        text += csvLine(cells);
    saveText(this, tr("Save the chosen rows", "dialog"), objectName() + QStringLiteral(".csv"), text);
}

}  // namespace signalbox::ui
