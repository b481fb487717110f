// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QGuiApplication>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>
#include <array>

#include "ui/widgets/contrast_style.h"

namespace signalbox::ui {

namespace {

struct Colors {
    QRgb window, base, alternate, text, button, faint, line, highlight, highlightedText, link, disabled;
};
constexpr Colors kLight{0xfff3f4f6, 0xffffffff, 0xfff8f9fa, 0xff1d2125, 0xfffcfcfd, 0xff69727b,
                        0xffd3d7dc, 0xff0067a5, 0xffffffff, 0xff0067a5, 0xff69727b};
constexpr Colors kDark{0xff202428, 0xff171a1d, 0xff1c2023, 0xffe4e7ea, 0xff2b3035, 0xff98a1aa,
                       0xff3b4249, 0xff2f7db8, 0xffffffff, 0xff6cbcf0, 0xff98a1aa};
constexpr Colors kContrast{0xff000000, 0xff000000, 0xff101010, 0xffffffff, 0xff000000, 0xffe0e0e0,
                           0xffffffff, 0xfffff000, 0xff000000, 0xff6cd4ff, 0xff8f8f8f};

constexpr std::array<const char*, 4> kNames{"system", "light", "dark", "high-contrast"};

struct Current {
    ThemeChoice choice = ThemeChoice::system;
    QPalette ofSystem;
    bool known = false;
};
Current& current() {
    static Current theme;
    return theme;
}

QPalette paletteOf(const Colors& c) {
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb color) { palette.setColor(role, QColor(color)); };
    set(QPalette::Window, c.window);
    set(QPalette::WindowText, c.text);
    set(QPalette::Base, c.base);
    set(QPalette::AlternateBase, c.alternate);
    set(QPalette::Text, c.text);
    set(QPalette::Button, c.button);
    set(QPalette::ButtonText, c.text);
    set(QPalette::BrightText, c.highlightedText);
    set(QPalette::ToolTipBase, c.base);
    set(QPalette::ToolTipText, c.text);
    set(QPalette::PlaceholderText, c.faint);
    set(QPalette::Highlight, c.highlight);
    set(QPalette::HighlightedText, c.highlightedText);
    set(QPalette::Link, c.link);
    set(QPalette::LinkVisited, c.link);
    set(QPalette::Mid, c.line);
    set(QPalette::Midlight, c.line);
    set(QPalette::Light, c.base);
    palette.setColor(QPalette::Dark, QColor(c.line).darker(130));
    palette.setColor(QPalette::Shadow, QColor(c.line).darker(200));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(c.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(c.line));
    return palette;
}

bool systemIsDark() {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
    return isDark(current().ofSystem);
#endif
}

const Colors& colorsOf(ThemeChoice choice) {
    switch (choice) {
        case ThemeChoice::light:
            return kLight;
        case ThemeChoice::dark:
            return kDark;
        case ThemeChoice::highContrast:
            return kContrast;
        case ThemeChoice::system:
            break;
    }
    return systemIsDark() ? kDark : kLight;
}

/// What the palette cannot say. palette(…) keeps it right in every theme.
QString styleSheet() {
    return QStringLiteral(
        "QToolTip { border: 1px solid palette(mid); padding: 3px; }"
        "QFrame[card=\"true\"] { background: palette(base); border: 1px solid palette(mid); border-radius: 6px; }"
        "QHeaderView::section { background: palette(window); border: 0; border-bottom: 1px solid palette(mid);"
        " padding: 5px 8px; font-weight: 600; }"
        "QTableView, QTreeView { border: 1px solid palette(mid); border-radius: 4px; }"
        "#navigation { border: 0; border-right: 1px solid palette(mid); background: palette(window); outline: 0; }"
        "#navigation::item { padding: 7px 10px; border-radius: 5px; margin: 1px 6px; }"
        "#navigation::item:selected { background: palette(highlight); color: palette(highlighted-text); }"
        "#header { border: 0; border-bottom: 1px solid palette(mid); background: palette(base); }"
        "#header QLabel { border: 0; }");
}

}  // namespace

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < 128;
}

void applyTheme(ThemeChoice choice) {
    Current& theme = current();
    if (!theme.known) {
        theme.known = true;
        theme.ofSystem = QGuiApplication::palette();
        QApplication::setStyle(new ContrastStyle(QStyleFactory::create(QStringLiteral("Fusion"))));
        qApp->setStyleSheet(styleSheet());
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
        QObject::connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, qApp, [] {
            if (currentTheme() == ThemeChoice::system) applyTheme(ThemeChoice::system);
        });
#endif
    }
    theme.choice = choice;
    QApplication::setPalette(paletteOf(colorsOf(choice)));
    // A style sheet keeps the colours that it was made with.
    const QString sheet = qApp->styleSheet();
    qApp->setStyleSheet({});
    qApp->setStyleSheet(sheet);
}

ThemeChoice currentTheme() {
    return current().choice;
}

QString themeName(ThemeChoice choice) {
    return QString::fromLatin1(kNames.at(static_cast<std::size_t>(choice)));
}

ThemeChoice themeOfName(const QString& name) {
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (name == QLatin1String(kNames.at(i))) return static_cast<ThemeChoice>(i);
    return ThemeChoice::system;
}

QColor toneColor(Tone tone, const QPalette& palette) {
    const bool dark = isDark(palette);
    switch (tone) {
        case Tone::neutral:
            return palette.color(QPalette::WindowText);
        case Tone::busy:
            return dark ? QColor(0x56, 0xb4, 0xe9) : QColor(0x00, 0x72, 0xb2);
        case Tone::good:
            return dark ? QColor(0x1f, 0xc2, 0x94) : QColor(0x00, 0x9e, 0x73);
        case Tone::waiting:
            return palette.color(QPalette::PlaceholderText);
        case Tone::warning:
            return dark ? QColor(0xe6, 0x9f, 0x00) : QColor(0xc7, 0x82, 0x00);
        case Tone::bad:
            return dark ? QColor(0xf2, 0x7a, 0x2a) : QColor(0xd5, 0x5e, 0x00);
        case Tone::unknown:
            return palette.color(QPalette::PlaceholderText);
    }
    return {};
}

QColor toneBackground(Tone tone, const QPalette& palette) {
    QColor color = toneColor(tone, palette);
    color.setAlpha(tone == Tone::neutral || tone == Tone::waiting || tone == Tone::unknown ? 26 : 38);
    return color;
}

}  // namespace signalbox::ui
