// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace signalbox::ui {

/// Fusion, which derives its frames from the window's colour and so draws none that can be seen on black: in the theme
/// of high contrast every control gets a frame in the colour of the text, and the one with the focus a double one. In a
/// dark one, places to write in get a fainter frame.
class ContrastStyle : public QProxyStyle {
    Q_OBJECT
public:
    explicit ContrastStyle(QStyle* base) : QProxyStyle(base) {}

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
};

}  // namespace signalbox::ui
