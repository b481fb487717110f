// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <cstdint>

#include "core/base/result.h"

namespace signalbox::ui {

/// What PagedModel tells, whatever its rows are.
class PagedModelBase : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    enum Role { IdRole = Qt::UserRole + 1, SortRole };

    /// How many the manager has; -1 while that is not known.
    [[nodiscard]] std::int64_t total() const { return m_total; }
    [[nodiscard]] virtual bool reading() const = 0;
    /// -1: none of the rows that are loaded.
    [[nodiscard]] virtual int rowOfId(std::int64_t id) const = 0;

Q_SIGNALS:
    void answered();  ///< something was read, rows and total are as they say
    void failed(const signalbox::Error& error);

protected:
    std::int64_t m_total = -1;
};

}  // namespace signalbox::ui
