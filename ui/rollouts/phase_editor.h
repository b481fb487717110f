// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "core/model/rollout.h"

class QComboBox;
class QPushButton;
class QTableWidget;

namespace signalbox::ui {

/// The phases of a plan, from a pattern or row by row. The last one always takes the rest.
class PhaseEditor : public QWidget {
    Q_OBJECT
public:
    explicit PhaseEditor(QWidget* parent = nullptr);

    [[nodiscard]] std::vector<Phase> phases() const;
    void setPhases(const std::vector<Phase>& phases);

private:
    void applyPattern(int index);
    void addRow(const Phase& phase, int row);
    void insertPhase();
    void removePhase();
    void showLast();

    QComboBox* m_pattern = nullptr;
    QTableWidget* m_table = nullptr;
    QPushButton* m_remove = nullptr;
};

}  // namespace signalbox::ui
