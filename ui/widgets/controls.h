// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QString>
#include <functional>

class QAction;
class QFrame;
class QPushButton;
class QVBoxLayout;
class QWidget;

/// Controls as every page makes them: named for tests and for screen readers.
namespace signalbox::ui {

/// objectName and accessible name in one go; gives `control` back.
template <class Control>
Control* named(Control* control, const char* objectName, const QString& accessibleName) {
    control->setObjectName(QString::fromLatin1(objectName));
    control->setAccessibleName(accessibleName);
    return control;
}

/// Tool tips take anything that looks like markup for markup: this keeps outside text plain.
[[nodiscard]] QString plainToolTip(const QString& text);
/// For text from outside: plain text, wrapped, to be selected and copied.
[[nodiscard]] QLabel* plainLabel(const QString& text = {}, QWidget* parent = nullptr);
/// Faint words that explain.
[[nodiscard]] QLabel* hintLabel(const QString& text, QWidget* parent = nullptr);
[[nodiscard]] QLabel* headingLabel(const QString& text, QWidget* parent = nullptr);
[[nodiscard]] QPushButton* button(const char* objectName, const QString& text, const QString& iconName,
                                  QWidget* parent = nullptr);
/// A frame with a heading, as the overview and details are made of; `body` gets its layout.
[[nodiscard]] QFrame* card(const QString& heading, QVBoxLayout*& body, QWidget* parent = nullptr);

/// What is asked before something is done that cannot simply be undone.
struct Question {
    QString title;
    QString text;    ///< what will happen, and to how much
    QString action;  ///< on the button that does it: "Stop rollout"
    QString typed;   ///< where not empty: this must be typed first
};
/// Does not block: `yes` is called later, once, if at all. Escape and Enter on nothing mean no.
void ask(QWidget* parent, const Question& question, std::function<void()> yes);
/// Says that something did not work, with the details behind a button. Does not block.
void tellError(QWidget* parent, const QString& what, const QString& why, const QString& details);

}  // namespace signalbox::ui
