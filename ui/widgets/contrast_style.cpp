// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/contrast_style.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

#include "ui/widgets/theme.h"

namespace signalbox::ui {

namespace {

/// `isField`: a place to write or choose in, which is to be seen in a dark theme, too.
void drawFrame(const QStyleOption* option, QPainter* painter, bool isField) {
    const bool isContrast = currentTheme() == ThemeChoice::highContrast;
    if (!isContrast && !(isField && isDark(option->palette))) return;
    const bool isOn = option->state.testFlag(QStyle::State_Enabled);
    const bool hasFocus = isOn && option->state.testFlag(QStyle::State_HasFocus);
    painter->save();
    painter->setBrush(Qt::NoBrush);
    const QRect frame = option->rect.adjusted(0, 0, -1, -1);
    painter->setPen(isContrast
                        ? option->palette.color(isOn ? QPalette::Active : QPalette::Disabled, QPalette::WindowText)
                    : hasFocus ? option->palette.color(QPalette::Highlight)
                               : option->palette.color(QPalette::Mid));
    painter->drawRect(frame);
    if (hasFocus && isContrast) {
        painter->setPen(option->palette.color(QPalette::Highlight));
        painter->drawRect(frame);
        painter->drawRect(frame.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

}  // namespace

void ContrastStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                  const QWidget* widget) const {
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    switch (element) {
        case PE_PanelButtonCommand: {
            const auto* const button = qstyleoption_cast<const QStyleOptionButton*>(option);
            const bool isFlat = button && button->features.testFlag(QStyleOptionButton::Flat);
            if (!isFlat || option->state.testFlag(State_HasFocus)) drawFrame(option, painter, false);
            return;
        }
        case PE_Frame:
        case PE_FrameLineEdit:
            return drawFrame(option, painter, true);
        case PE_FrameGroupBox:
        case PE_IndicatorCheckBox:
        case PE_IndicatorRadioButton:
            return drawFrame(option, painter, false);
        default:
            return;
    }
}

void ContrastStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                       const QWidget* widget) const {
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_ComboBox || control == CC_SpinBox) drawFrame(option, painter, true);
}

}  // namespace signalbox::ui
