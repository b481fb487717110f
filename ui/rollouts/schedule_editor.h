// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/model/schedule.h"

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QPushButton;
class QTableWidget;

namespace signalbox::ui {

/// When terminals may install: recurring windows, days on which nothing is touched, a deadline, and whose clock that
/// is.
class ScheduleEditor : public QWidget {
    Q_OBJECT
public:
    explicit ScheduleEditor(QWidget* parent = nullptr);

    [[nodiscard]] Schedule schedule() const;
    /// Rules that the editor cannot show as days are kept as they are.
    void setSchedule(const Schedule& schedule);
    /// Why it cannot be so; empty: it can.
    [[nodiscard]] QString wrong() const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QWidget* makeWindows();
    [[nodiscard]] QWidget* makeFreezes();
    [[nodiscard]] QWidget* makeDeadline();
    void applyPattern(int index);
    void addWindow(const Window& window);
    void addFreeze(const Freeze& freeze);
    void showTables();

    QComboBox* m_pattern = nullptr;
    QTableWidget* m_windows = nullptr;
    QPushButton* m_addWindow = nullptr;
    QPushButton* m_removeWindow = nullptr;
    QTableWidget* m_freezes = nullptr;
    QPushButton* m_removeFreeze = nullptr;
    QComboBox* m_zone = nullptr;
    QCheckBox* m_hasDeadline = nullptr;
    QDateTimeEdit* m_deadline = nullptr;
    QComboBox* m_missed = nullptr;
    QString m_updateLocal;  ///< kept as it was given
};

/// "every night from 22:00 for 7 h", in words for the plan.
[[nodiscard]] QString windowText(const Window& window);

}  // namespace signalbox::ui
