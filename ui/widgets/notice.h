// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

#include "ui/widgets/theme.h"

class QLabel;
class QPushButton;

namespace signalbox::ui {

/// A strip that says what is wrong or goes on, and perhaps what to do; hidden while there is nothing to say.
class Notice : public QFrame {
    Q_OBJECT
public:
    explicit Notice(QWidget* parent = nullptr);

    void say(Tone tone, const QString& text, const QString& toolTip = {}, const QString& action = {});

Q_SIGNALS:
    void acted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_icon = nullptr;
    QLabel* m_text = nullptr;
    QPushButton* m_action = nullptr;
    Tone m_tone = Tone::neutral;
};

}  // namespace signalbox::ui
