// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include "ui/shell/page.h"

class QHBoxLayout;
class QVBoxLayout;

namespace signalbox::ui {

class DataTable;
class EmptyState;
class Notice;
class PagedModelBase;

/// A page of a table with the one row that is chosen in detail beside it; something else where there is nothing yet. It
/// chooses the first row by itself, and one that was asked for as soon as it has been read.
class ListPage : public Page {
    Q_OBJECT
protected:
    using Page::Page;

    /// To be called once, by the constructor of the page. Model and table belong to one another already.
    void makeFrame(PagedModelBase* model, DataTable* table, QWidget* detail);
    /// Above the table.
    [[nodiscard]] QHBoxLayout* top() { return m_top; }
    /// Between the buttons above and the table.
    void putAbove(QWidget* widget);
    [[nodiscard]] DataTable* table() { return m_table; }
    [[nodiscard]] EmptyState* empty() { return m_empty; }
    [[nodiscard]] Notice* notice() { return m_notice; }
    /// The row with this id, now or when it has been read.
    void wantRow(qlonglong id);
    [[nodiscard]] bool hasChosen() const;
    /// Another row is the chosen one, or it was read anew, or none is left.
    virtual void chosen() = 0;

private:
    void answered();

    PagedModelBase* m_model = nullptr;
    DataTable* m_table = nullptr;
    QWidget* m_content = nullptr;
    QVBoxLayout* m_inside = nullptr;
    QHBoxLayout* m_top = nullptr;
    EmptyState* m_empty = nullptr;
    Notice* m_notice = nullptr;
    bool m_failed = false;  ///< what the notice says is that reading failed
    qlonglong m_wanted = 0;
};

}  // namespace signalbox::ui
