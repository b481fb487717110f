// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signalbox/cut_off.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QStyle>

namespace signalbox {
namespace {

QString nameOf(const QWidget& widget) {
    QStringList path;
    for (const QWidget* each = &widget; each; each = each->parentWidget())
        if (!each->objectName().isEmpty() && !each->objectName().startsWith(QLatin1String("qt_")))
            path.prepend(each->objectName());
    return path.join(QLatin1Char('/')) + QLatin1Char(' ') + QString::fromUtf8(widget.metaObject()->className());
}

QString wide(const QWidget& widget, const QString& text, int has, int needs) {
    return QStringLiteral("%1: “%2” has %3 of %4 pixels").arg(nameOf(widget), text).arg(has).arg(needs);
}

/// Empty where its text has room.
QString tightIn(const QWidget& widget) {
    const auto across = [&widget](const QString& text) {
        const int needs = widget.minimumSizeHint().width();
        return widget.width() < needs ? wide(widget, text, widget.width(), needs) : QString();
    };
    if (const auto* const label = qobject_cast<const QLabel*>(&widget)) {
        if (label->text().isEmpty()) return {};
        if (!label->wordWrap()) return across(label->text());
        const int needs = label->heightForWidth(label->width());
        return label->height() < needs ? wide(widget, label->text(), label->height(), needs) : QString();
    }
    if (const auto* const button = qobject_cast<const QPushButton*>(&widget)) return across(button->text());
    if (const auto* const box = qobject_cast<const QCheckBox*>(&widget)) return across(box->text());
    if (const auto* const choice = qobject_cast<const QRadioButton*>(&widget)) return across(choice->text());
    if (const auto* const edit = qobject_cast<const QLineEdit*>(&widget)) {
        constexpr int kInset = 6;
        constexpr int kIcon = 24;
        const QString text = edit->text().isEmpty() ? edit->placeholderText() : QString();
        const auto icons = static_cast<int>(edit->actions().size());
        const int needs = edit->fontMetrics().horizontalAdvance(text) + kInset + kIcon * icons;
        return !text.isEmpty() && edit->width() < needs ? wide(widget, text, edit->width(), needs) : QString();
    }
    if (const auto* const list = qobject_cast<const QListWidget*>(&widget)) {
        const int needs = list->sizeHintForColumn(0);
        const bool scrolls = list->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff;
        return !scrolls && list->viewport()->width() < needs ? wide(widget, {}, list->viewport()->width(), needs)
                                                             : QString();
    }
    return {};
}

QStringList tightHeadings(const QHeaderView& header) {
    QStringList wrong;
    for (int section = 0; section < header.count(); ++section) {
        if (header.isSectionHidden(section) || header.orientation() != Qt::Horizontal) continue;
        const QString text = header.model()->headerData(section, Qt::Horizontal).toString();
        const int margins = 2 * header.style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, &header);
        const int needs = header.fontMetrics().horizontalAdvance(text) + margins;
        if (header.sectionSize(section) < needs) wrong.append(wide(header, text, header.sectionSize(section), needs));
    }
    return wrong;
}

/// Whether it stands out to the left or right of what it is in; what scrolls is not looked at.
bool standsOut(const QWidget& widget) {
    const QWidget* const parent = widget.parentWidget();
    if (!parent || widget.isWindow()) return false;
    if (qobject_cast<const QAbstractScrollArea*>(parent->parentWidget())) return false;
    if (qobject_cast<const QAbstractScrollArea*>(parent)) return false;
    constexpr int kRounding = 1;  // QSplitter, from right to left
    return widget.x() < -kRounding || widget.x() + widget.width() > parent->width() + kRounding;
}

}  // namespace

QStringList cutOffIn(const QWidget& window) {
    QStringList wrong;
    const QList<QWidget*> all = window.findChildren<QWidget*>();
    for (const QWidget* const each : all) {
        if (!each->isVisible() || each->window() != &window) continue;
        if (const QString text = tightIn(*each); !text.isEmpty()) wrong.append(text);
        if (standsOut(*each))
            wrong.append(QStringLiteral("%1: from %2 on, %3 wide, stands out of %4")
                             .arg(nameOf(*each))
                             .arg(each->x())
                             .arg(each->width())
                             .arg(each->parentWidget()->width()));
        if (const auto* const header = qobject_cast<const QHeaderView*>(each)) wrong += tightHeadings(*header);
    }
    return wrong;
}

}  // namespace signalbox
