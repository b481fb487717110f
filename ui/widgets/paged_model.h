// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <algorithm>
#include <chrono>
#include <functional>
#include <iterator>
#include <utility>
#include <vector>

#include "core/adminclient/answers.h"
#include "core/adminclient/calls.h"
#include "ui/session/manager_link.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/paged_model_base.h"
#include "ui/widgets/status.h"

namespace signalbox::ui {

/// One column of a PagedModel. `text` is what is shown, sorted and copied; the rest is set where it is wanted.
template <class Row>
class Column {
public:
    template <class T>
    using Of = std::function<T(const Row&)>;

    /// `width`: at first, in device-independent pixels.
    Column(QString title_, int width_, Of<QVariant> text_)
        : title(std::move(title_)), width(width_), text(std::move(text_)) {}

    /// Instead of the text.
    Column badge(Of<Status> of) && { return status = std::move(of), std::move(*this); }
    Column hint(Of<QString> of) && { return toolTip = std::move(of), std::move(*this); }
    Column sortedBy(Of<QVariant> of) && { return sortKey = std::move(of), std::move(*this); }
    /// 0 to 100, below the badge.
    Column bar(Of<QVariant> of) && { return progress = std::move(of), std::move(*this); }
    Column rightAligned() && { return isNumber = true, std::move(*this); }

    QString title;
    int width;
    Of<QVariant> text;
    Of<Status> status;
    Of<QString> toolTip;
    Of<QVariant> sortKey;
    Of<QVariant> progress;
    bool isNumber = false;
};

/// Whether a list comes with ascending ids, or with descending ones.
enum class Ids { ascending, descending };

/// A list of the manager, read page by page as the view scrolls. Rows are held by value in the order of their ids,
/// which are never changed; reading anew inserts, removes and changes exactly what is different, so that selection and
/// place stay. A model that derives from it names its columns.
template <class Row>
class PagedModel : public PagedModelBase {
public:
    using PageOf = std::function<adminclient::Call<adminclient::Page<Row>>(adminclient::PageRequest)>;

    PagedModel(ManagerLink& link, std::vector<Column<Row>> columns, std::int64_t (*idOf)(const Row&),
               Ids order = Ids::ascending, QObject* parent = nullptr)
        : PagedModelBase(parent), m_link(link), m_columns(std::move(columns)), m_idOf(idOf), m_order(order) {
        m_again.setSingleShot(true);
        m_again.setInterval(std::chrono::milliseconds(1000));
        connect(&m_again, &QTimer::timeout, this, [this] {
            if (std::exchange(m_stale, false)) refresh();
        });
    }

    /// Another list: all rows go, and its first page is read.
    void setSource(PageOf pageOf) {
        clear();
        m_pageOf = std::move(pageOf);
        refresh();
    }
    /// The whole list instead of what is scrolled to: for short ones, that are sorted here.
    void readWhole() { m_whole = true; }
    void clear() {
        ++m_question;
        m_reading = false;
        m_stale = false;
        beginResetModel();
        m_rows.clear();
        m_fresh.clear();
        m_more = false;
        m_total = -1;
        endResetModel();
    }
    /// Reads what is loaded anew, at least one page; once a second at most.
    void refresh() {
        if (!m_pageOf) return;
        if (m_reading || m_again.isActive()) {
            m_stale = true;
            return;
        }
        m_again.start();
        m_fresh.clear();
        m_refreshing = true;
        read(0);
    }

    [[nodiscard]] const Row* at(const QModelIndex& index) const {
        return index.isValid() && index.row() < static_cast<int>(m_rows.size()) ? &m_rows[index.row()] : nullptr;
    }
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] const std::vector<Column<Row>>& columns() const { return m_columns; }
    [[nodiscard]] bool reading() const override { return m_reading; }
    [[nodiscard]] int rowOfId(std::int64_t id) const override {
        const auto it = lowerBound(id);
        return it != m_rows.end() && m_idOf(*it) == id ? static_cast<int>(it - m_rows.begin()) : -1;
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
        if (role == Qt::DisplayRole) return m_columns[section].title;
        if (role == Qt::TextAlignmentRole) return alignment(m_columns[section]);
        return {};
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        const Row* const row = at(index);
        if (!row) return {};
        const Column<Row>& column = m_columns[index.column()];
        switch (role) {
            case Qt::DisplayRole:
                return column.status ? QVariant(column.status(*row).text) : column.text(*row);
            case Qt::ToolTipRole:
                return column.toolTip ? plainToolTip(column.toolTip(*row)) : QVariant();
            case Qt::TextAlignmentRole:
                return alignment(column);
            case ToneRole:
                return column.status ? QVariant(static_cast<int>(column.status(*row).tone)) : QVariant();
            case IconNameRole:
                return column.status ? QVariant(column.status(*row).icon) : QVariant();
            case ProgressRole:
                return column.progress ? column.progress(*row) : QVariant();
            case IdRole:
                return QVariant::fromValue<qlonglong>(m_idOf(*row));
            case SortRole:
                return column.sortKey ? column.sortKey(*row) : data(index, Qt::DisplayRole);
            default:
                return {};
        }
    }
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override {
        return !parent.isValid() && m_more && !m_reading;
    }
    void fetchMore(const QModelIndex& parent) override {
        if (canFetchMore(parent)) read(m_idOf(m_rows.back()));
    }

private:
    static constexpr int kPage = 200;
    static constexpr int kRefreshPage = 1000;

    [[nodiscard]] static QVariant alignment(const Column<Row>& column) {
        return QVariant(Qt::AlignVCenter | (column.isNumber ? Qt::AlignTrailing : Qt::AlignLeading));
    }
    [[nodiscard]] bool before(std::int64_t a, std::int64_t b) const {
        return m_order == Ids::ascending ? a < b : a > b;
    }
    [[nodiscard]] auto lowerBound(std::int64_t id) const {
        return std::lower_bound(m_rows.begin(), m_rows.end(), id,
                                [this](const Row& row, std::int64_t than) { return before(m_idOf(row), than); });
    }
    void read(std::int64_t after) {
        m_reading = true;
        const bool much = m_whole || (m_refreshing && m_rows.size() > kPage);
        const auto question = m_question;
        m_link.send<adminclient::Page<Row>>(m_pageOf({after, much ? kRefreshPage : kPage}), this,
                                            [this, question](Result<adminclient::Page<Row>> page) {
                                                if (question == m_question) take(std::move(page));
                                            });
    }
    /// Reading lasts until the rows are as they were read: whoever hears of them may ask for more at once.
    void take(Result<adminclient::Page<Row>> page) {
        if (!page) {
            m_reading = false;
            m_refreshing = false;
            m_fresh.clear();
            Q_EMIT failed(page.error());
            return;
        }
        m_total = page->total;
        const bool more = page->next.has_value() && !page->items.empty();
        if (!m_refreshing) {
            append(std::move(page->items));
            m_more = more;
        } else {
            std::move(page->items.begin(), page->items.end(), std::back_inserter(m_fresh));
            if (more && m_fresh.size() < m_rows.size()) return read(m_idOf(m_fresh.back()));
            m_refreshing = false;
            merge(more);
        }
        m_reading = false;
        Q_EMIT answered();
        if (m_whole && m_more && !m_reading) return fetchMore({});
        if (m_stale && !m_again.isActive()) m_again.start();
    }
    void append(std::vector<Row> rows) {
        // Events may have brought what this page has, too.
        std::erase_if(
            rows, [this](const Row& row) { return !m_rows.empty() && !before(m_idOf(m_rows.back()), m_idOf(row)); });
        if (rows.empty()) return;
        const int first = static_cast<int>(m_rows.size());
        beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
        std::move(rows.begin(), rows.end(), std::back_inserter(m_rows));
        endInsertRows();
    }
    /// The rows up to the last of m_fresh become m_fresh; those behind it stay where there are more.
    void merge(bool more) {
        std::size_t kept = m_rows.size();
        if (more) kept = static_cast<std::size_t>(lowerBound(m_idOf(m_fresh.back())) - m_rows.begin());
        if (more && kept < m_rows.size() && m_idOf(m_rows[kept]) == m_idOf(m_fresh.back())) ++kept;
        const bool behind = kept < m_rows.size();
        if (!behind) m_more = more;
        removeMissing(kept);
        insertNew();
        m_fresh.clear();
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, columnCount() - 1));
    }
    void removeMissing(std::size_t end) {
        const auto isFresh = [this](const Row& row) {
            const auto it =
                std::lower_bound(m_fresh.begin(), m_fresh.end(), m_idOf(row),
                                 [this](const Row& other, std::int64_t than) { return before(m_idOf(other), than); });
            return it != m_fresh.end() && m_idOf(*it) == m_idOf(row);
        };
        for (std::size_t last = end; last > 0;) {
            if (isFresh(m_rows[last - 1])) {
                --last;
                continue;
            }
            std::size_t first = last - 1;
            while (first > 0 && !isFresh(m_rows[first - 1]))
                --first;
            beginRemoveRows({}, static_cast<int>(first), static_cast<int>(last) - 1);
            m_rows.erase(m_rows.begin() + first, m_rows.begin() + last);
            endRemoveRows();
            last = first;
        }
    }
    void insertNew() {
        std::size_t place = 0;
        for (std::size_t i = 0; i < m_fresh.size();) {
            if (place < m_rows.size() && m_idOf(m_rows[place]) == m_idOf(m_fresh[i])) {
                m_rows[place++] = std::move(m_fresh[i++]);
                continue;
            }
            std::size_t end = i + 1;
            while (end < m_fresh.size() && (place == m_rows.size() || m_idOf(m_rows[place]) != m_idOf(m_fresh[end])))
                ++end;
            beginInsertRows({}, static_cast<int>(place), static_cast<int>(place + end - i) - 1);
            m_rows.insert(m_rows.begin() + place, std::make_move_iterator(m_fresh.begin() + i),
                          std::make_move_iterator(m_fresh.begin() + end));
            endInsertRows();
            place += end - i;
            i = end;
        }
    }

    ManagerLink& m_link;
    std::vector<Column<Row>> m_columns;
    std::int64_t (*m_idOf)(const Row&) = nullptr;
    Ids m_order;
    PageOf m_pageOf;
    std::vector<Row> m_rows;
    std::vector<Row> m_fresh;  ///< read anew so far
    QTimer m_again;
    unsigned m_question = 0;  ///< answers to earlier ones are dropped
    bool m_whole = false;
    bool m_more = false;
    bool m_reading = false;
    bool m_refreshing = false;
    bool m_stale = false;
};

}  // namespace signalbox::ui
