// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

namespace signalbox::ui {

/// `system` follows the operating system where Qt can tell.
enum class ThemeChoice { system, light, dark, highContrast };

/// What a status says at a glance. Never by its colour alone: an icon and a text go with it.
enum class Tone { neutral, busy, good, waiting, warning, bad, unknown };

/// Style, palette and style sheet of the application. To be called once before the first window, and again whenever
/// the choice changes; follows later changes of the operating system by itself.
void applyTheme(ThemeChoice choice);
/// The choice as applyTheme() had it last.
[[nodiscard]] ThemeChoice currentTheme();
[[nodiscard]] QString themeName(ThemeChoice choice);  ///< as it is kept in the settings: "dark"
[[nodiscard]] ThemeChoice themeOfName(const QString& name);

[[nodiscard]] bool isDark(const QPalette& palette);
/// From the Okabe-Ito set, made to stand out from the palette's base.
[[nodiscard]] QColor toneColor(Tone tone, const QPalette& palette);
/// Behind a status: the tone, faint.
[[nodiscard]] QColor toneBackground(Tone tone, const QPalette& palette);

}  // namespace signalbox::ui
