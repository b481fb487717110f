// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

class QSortFilterProxyModel;

namespace signalbox::ui {

class PagedModelBase;

/// A table of whole rows: keys, copying as text that spreadsheets take, a menu. The window remembers its widths.
class DataTable : public QTableView {
    Q_OBJECT
public:
    /// `objectName` also names its widths in the preferences.
    explicit DataTable(const char* objectName, const QString& accessibleName, QWidget* parent = nullptr);

    /// In the order that the manager gives, which is the only one a list has that is read page by page.
    template <class Model>
    void show(Model* model) {
        setModel(model);
        setWidths(widthsOf(*model));
    }
    /// Sorted by any column: for lists that are read whole.
    template <class Model>
    void showSorted(Model* model, int column, Qt::SortOrder order) {
        makeSorted(model, column, order);
        setWidths(widthsOf(*model));
    }
    /// Of the columns; what setWidths() does not fit is left as it is.
    [[nodiscard]] QList<int> widths() const;
    void setWidths(const QList<int>& widths);
    /// The row of this id, selected and in sight; false where it is not loaded.
    bool selectId(std::int64_t id);
    /// Of the selected rows.
    [[nodiscard]] QList<qlonglong> selectedIds() const;
    /// Of the model behind a sorted view.
    [[nodiscard]] QModelIndex sourceIndex(const QModelIndex& index) const;

Q_SIGNALS:
    void rowChosen();      ///< another row is the current one, or none
    void rowActivated();   ///< Enter or a double click
    void widthsChanged();  ///< by whoever drags a column

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

private:
    template <class Model>
    [[nodiscard]] static QList<int> widthsOf(const Model& model) {
        QList<int> widths;
        for (const auto& column : model.columns())
            widths.append(column.width);
        return widths;
    }
    void makeSorted(PagedModelBase* model, int column, Qt::SortOrder order);
    /// The headings and the selected rows, top to bottom.
    [[nodiscard]] QList<QStringList> chosenCells() const;
    void copy() const;
    void save();

    QSortFilterProxyModel* m_sorted = nullptr;
};

}  // namespace signalbox::ui
