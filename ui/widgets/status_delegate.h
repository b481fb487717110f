// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace signalbox::ui {

/// Draws cells that have a ToneRole as a badge: icon and text on the tone's faint ground, and a bar below the text
/// where there is a ProgressRole (0 to 100). Other cells as always.
class StatusDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintText(QPainter* painter, QStyleOptionViewItem& cell, const QModelIndex& index) const;
};

}  // namespace signalbox::ui
