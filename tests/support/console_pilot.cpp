// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/console_pilot.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <algorithm>

namespace signalbox::test {
namespace {

constexpr int kPatience = 20000;
constexpr int kTickMs = 5;

QWidget* inSight(const QString& name) {
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget* const window : windows) {
        if (!window->isVisible()) continue;
        if (window->objectName() == name) return window;
        const QList<QWidget*> found = window->findChildren<QWidget*>(name);
        for (QWidget* const each : found)
            if (each->isVisible()) return each;
    }
    return nullptr;
}

}  // namespace

QWidget* control(const QString& name) {
    QWidget* const found = inSight(name);
    return found && found->isEnabled() ? found : nullptr;
}

bool press(const QString& name) {
    if (!QTest::qWaitFor([&] { return control(name) != nullptr; }, kPatience)) return false;
    QWidget* const found = control(name);
    QTest::mouseClick(found, Qt::LeftButton, Qt::NoModifier, QPoint(found->height() / 2, found->height() / 2));
    return true;
}

bool type(const QString& name, const QString& text) {
    if (!QTest::qWaitFor([&] { return control(name) != nullptr; }, kPatience)) return false;
    QWidget* const found = control(name);
    QTest::mouseClick(found, Qt::LeftButton);
    QTest::keyClick(found, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(found, text);
    return shownText(name) == text;
}

QString shownText(const QString& name) {
    QWidget* const found = inSight(name);
    if (const auto* const label = qobject_cast<QLabel*>(found)) return label->text();
    if (const auto* const edit = qobject_cast<QLineEdit*>(found)) return edit->text();
    if (const auto* const button = qobject_cast<QAbstractButton*>(found)) return button->text();
    return {};
}

bool shows(const QString& name, const QString& part) {
    return QTest::qWaitFor([&] { return shownText(name).contains(part); }, kPatience);
}

StallMeter::StallMeter() {
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { m_worst = std::max(m_worst, m_since.restart()); });
    reset();
    m_timer.start(kTickMs);
}

void StallMeter::reset() {
    m_worst = 0;
    m_since.start();
}

ConsoleOptions consoleIn(const QTemporaryDir& folder, const QString& programs) {
    ConsoleOptions options;
    options.programs = programs;
    options.data = folder.path();
    options.settings = QDir(folder.path()).filePath(QStringLiteral("console.ini"));
    return options;
}

}  // namespace signalbox::test
