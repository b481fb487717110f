// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/console_pilot.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QTest>
#include <algorithm>

namespace signalbox::test {
namespace {

constexpr int kPatience = 60000;
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

bool press(QWidget* button) {
    if (!button || !QTest::qWaitFor([&] { return button->isVisible() && button->isEnabled(); }, kPatience))
        return false;
    QTest::mouseClick(button, Qt::LeftButton, Qt::NoModifier, QPoint(button->height() / 2, button->height() / 2));
    return true;
}

bool press(const QString& name) {
    return QTest::qWaitFor([&] { return control(name) != nullptr; }, kPatience) && press(control(name));
}

bool type(const QString& name, const QString& text) {
    if (!QTest::qWaitFor([&] { return control(name) != nullptr; }, kPatience)) return false;
    QWidget* const found = control(name);
    QTest::mouseClick(found, Qt::LeftButton);
    QTest::keyClick(found, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(found, text);
    if (shownText(name) == text) return true;
    qWarning("%s shows “%s”", qPrintable(name), qPrintable(shownText(name)));
    return false;
}

bool choose(const QString& name, const QString& text) {
    if (!QTest::qWaitFor([&] { return control(name) != nullptr; }, kPatience)) return false;
    auto* const box = qobject_cast<QComboBox*>(control(name));
    if (!box) return false;
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Home);
    for (int row = 0; row + 1 < box->count() && box->currentText() != text; ++row)
        QTest::keyClick(box, Qt::Key_Down);
    return box->currentText() == text;
}

bool goTo(const QString& page) {
    auto* const navigation = qobject_cast<QListWidget*>(control(QStringLiteral("navigation")));
    for (int row = 0; navigation && row < navigation->count(); ++row) {
        QListWidgetItem* const item = navigation->item(row);
        if (item->data(Qt::UserRole).toString() != page) continue;
        navigation->scrollToItem(item);
        QTest::mouseClick(navigation->viewport(), Qt::LeftButton, Qt::NoModifier,
                          navigation->visualItemRect(item).center());
        return QTest::qWaitFor([&] { return inSight(page) != nullptr; }, kPatience);
    }
    return false;
}

bool chooseFile(const QString& path) {
    const QString edit = QStringLiteral("fileNameEdit");
    if (!QTest::qWaitFor([&] { return control(edit) != nullptr; }, kPatience)) return false;
    const QPointer<QFileDialog> dialog = qobject_cast<QFileDialog*>(control(edit)->window());
    dialog->setDirectory(QFileInfo(path).path());
    if (!type(edit, QFileInfo(path).fileName())) return false;
    if (!QTest::qWaitFor([&] { return dialog->selectedFiles() == QStringList{path}; }, kPatience)) return false;
    QTest::keyClick(control(edit), Qt::Key_Return);
    return QTest::qWaitFor([&] { return !dialog || !dialog->isVisible(); }, kPatience);
}

QString shownText(const QString& name) {
    QWidget* const found = inSight(name);
    if (const auto* const label = qobject_cast<QLabel*>(found)) return label->text();
    if (const auto* const edit = qobject_cast<QLineEdit*>(found)) return edit->text();
    if (const auto* const button = qobject_cast<QAbstractButton*>(found)) return button->text();
    if (const auto* const spin = qobject_cast<QAbstractSpinBox*>(found)) return spin->text();
    return {};
}

QString writtenIn(const QString& name) {
    const QWidget* const found = inSight(name);
    if (!found) return {};
    QStringList lines;
    const QList<QLabel*> labels = found->findChildren<QLabel*>();
    for (const QLabel* const label : labels)
        if (label->isVisible()) lines.append(label->text());
    return lines.join(QLatin1Char('\n'));
}

bool shows(const QString& name, const QString& part) {
    return QTest::qWaitFor([&] { return shownText(name).contains(part) || writtenIn(name).contains(part); }, kPatience);
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
