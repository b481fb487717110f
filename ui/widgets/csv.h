// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace signalbox::ui {

/// What a spreadsheet would take for a formula stays text, and a cell stays one line.
[[nodiscard]] QString plainCell(const QString& text);
/// One line of RFC 4180, its end included.
[[nodiscard]] QString csvLine(const QStringList& cells);
/// Asks for a file and writes `text` there, away from the GUI thread; says so where that does not work. Does not block.
void saveText(QWidget* parent, const QString& title, const QString& fileName, const QString& text);

}  // namespace signalbox::ui
