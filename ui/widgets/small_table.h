// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include "ui/widgets/status.h"

class QTableWidget;
class QTableWidgetItem;

namespace signalbox::ui {

/// A table of whole rows for short lists that are put anew as a whole: one row is chosen at a time, nothing is edited.
[[nodiscard]] QTableWidget* smallTable(const char* objectName, const QString& accessibleName,
                                       const QStringList& headings);
/// Made no higher than that many rows.
void limitRows(QTableWidget* table, int rows);

/// Outside text stays plain.
[[nodiscard]] QTableWidgetItem* textCell(const QString& text, const QString& toolTip = {});
[[nodiscard]] QTableWidgetItem* statusCell(const Status& status, const QString& toolTip = {});
/// At the trailing side.
[[nodiscard]] QTableWidgetItem* numberCell(const QString& text);
void setCells(QTableWidget* table, int row, const QList<QTableWidgetItem*>& cells);

}  // namespace signalbox::ui
