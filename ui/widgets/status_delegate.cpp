// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/status_delegate.h"

#include <QApplication>
#include <QPainter>

#include "ui/widgets/icon.h"
#include "ui/widgets/status.h"

namespace signalbox::ui {

namespace {

constexpr int kGap = 6;
constexpr int kMarginX = 6;
constexpr int kTextInset = 4;
constexpr int kMarginY = 4;

}  // namespace

void StatusDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QVariant toneValue = index.data(ToneRole);
    QStyleOptionViewItem cell = option;
    if (!toneValue.isValid()) return paintText(painter, cell, index);
    initStyleOption(&cell, index);
    const QString text = cell.text;
    cell.text.clear();
    cell.icon = {};
    QStyle* const style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const bool selected = cell.state.testFlag(QStyle::State_Selected);
    const auto tone = static_cast<Tone>(toneValue.toInt());
    const int size = cell.fontMetrics.height();
    const int width =
        qMin(cell.rect.width() - 2 * kMarginX, size + 3 * kGap + cell.fontMetrics.horizontalAdvance(text));
    const QRect logical(cell.rect.left() + kMarginX, cell.rect.top() + kMarginY, width,
                        cell.rect.height() - 2 * kMarginY);
    const QRect badge = QStyle::visualRect(cell.direction, cell.rect, logical);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    if (!selected) {
        painter->setBrush(toneBackground(tone, cell.palette));
        painter->drawRoundedRect(badge, 4, 4);
    }
    const QVariant progress = index.data(ProgressRole);
    if (progress.isValid()) {
        QColor filled = toneColor(tone, cell.palette);
        filled.setAlpha(150);
        painter->setBrush(selected ? cell.palette.color(QPalette::HighlightedText) : filled);
        const int done = badge.width() * qBound(0, progress.toInt(), 100) / 100;
        painter->drawRect(QStyle::visualRect(cell.direction, badge, QRect(badge.left(), badge.bottom() - 2, done, 3)));
    }
    const QRect iconRect = QStyle::visualRect(
        cell.direction, badge, QRect(badge.left() + kGap, badge.center().y() - size / 2 + 1, size, size));
    icon(index.data(IconNameRole).toString(), tone)
        .paint(painter, iconRect, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
    const QRect textRect = QStyle::visualRect(cell.direction, badge, badge.adjusted(size + 2 * kGap, 0, -2, 0));
    painter->setPen(cell.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->setFont(cell.font);
    painter->drawText(textRect, Qt::AlignVCenter | Qt::AlignLeading,
                      cell.fontMetrics.elidedText(text, Qt::ElideRight, textRect.width()));
    painter->restore();
}

/// As always, but in line with the headings.
void StatusDelegate::paintText(QPainter* painter, QStyleOptionViewItem& cell, const QModelIndex& index) const {
    initStyleOption(&cell, index);
    QStyle* const style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);
    cell.rect.adjust(kTextInset, 0, -kTextInset, 0);
    cell.backgroundBrush = Qt::NoBrush;
    cell.state.setFlag(QStyle::State_HasFocus, false);
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
}

QSize StatusDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (index.data(ToneRole).isValid()) size.rwidth() += option.fontMetrics.height() + 3 * kGap + 2 * kMarginX;
    size.setHeight(qMax(size.height(), option.fontMetrics.height() + 2 * kMarginY + 4));
    return size;
}

}  // namespace signalbox::ui
