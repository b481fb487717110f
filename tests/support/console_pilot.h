// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QString>
#include <QTemporaryDir>
#include <QTimer>
#include <QWidget>

#include "app/signalbox/console.h"

namespace signalbox::test {

/// A visible, enabled control by its objectName, wherever it is; nullptr where there is none.
[[nodiscard]] QWidget* control(const QString& name);
/// Waits until it is there, and presses it with the mouse as a person would.
[[nodiscard]] bool press(const QString& name);
[[nodiscard]] bool press(QWidget* button);
/// Replaces the text of an input by typing.
[[nodiscard]] bool type(const QString& name, const QString& text);
/// Chooses one of a combo box by keyboard.
[[nodiscard]] bool choose(const QString& name, const QString& text);
/// Clicks a page's entry in the navigation.
[[nodiscard]] bool goTo(const QString& page);
/// Types a name into the file dialog that is open, which then shows its folder, and accepts it.
[[nodiscard]] bool chooseFile(const QString& path);
/// What a label, input or button shows; empty where there is none in sight.
[[nodiscard]] QString shownText(const QString& name);
/// All that is written in a widget, one label a line; empty where there is none in sight.
[[nodiscard]] QString writtenIn(const QString& name);
/// Waits until its text, or that of a label in it, contains `part`.
[[nodiscard]] bool shows(const QString& name, const QString& part);

/// How long the event loop did not come round at most.
class StallMeter {
public:
    StallMeter();
    [[nodiscard]] qint64 worstMs() const { return m_worst; }
    void reset();

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_worst = 0;
};

/// The options of a console of its own in `folder`.
[[nodiscard]] ConsoleOptions consoleIn(const QTemporaryDir& folder, const QString& programs);

}  // namespace signalbox::test
