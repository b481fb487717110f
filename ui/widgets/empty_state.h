// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace signalbox::ui {

/// Stands where there is nothing to show: says why, what to do next, and holds the button for it.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget* parent = nullptr);

    /// `action` empty: no button.
    void show(const QString& iconName, const QString& title, const QString& text, const QString& action = {});

    /// For who may press it.
    [[nodiscard]] QPushButton* button() const { return m_action; }

Q_SIGNALS:
    void acted();

private:
    QLabel* m_icon = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_text = nullptr;
    QPushButton* m_action = nullptr;
};

}  // namespace signalbox::ui
