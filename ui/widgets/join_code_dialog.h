// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "core/model/records.h"
#include "ui/session/manager_link.h"

class QCheckBox;
class QComboBox;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace signalbox::ui {

class Notice;

/// Makes codes by which nodes or terminals join, and shows the commands to run on them.
class JoinCodeDialog : public QDialog {
    Q_OBJECT
public:
    /// Deletes itself when it is closed.
    JoinCodeDialog(ManagerLink& link, JoinRole role, QWidget* parent);

    /// What is run on the machine that joins; `number`: of the code, from 1; `id`: of a terminal whose it must be.
    [[nodiscard]] static QString commandFor(JoinRole role, const QString& code, int number, const QString& id = {});

private:
    void readClusters();
    void make();
    void put(const adminclient::JoinCodes& codes);

    ManagerLink& m_link;
    JoinRole m_role;
    QComboBox* m_cluster = nullptr;
    QSpinBox* m_count = nullptr;
    QSpinBox* m_uses = nullptr;
    QSpinBox* m_hours = nullptr;
    QCheckBox* m_approval = nullptr;
    QPushButton* m_make = nullptr;
    QPushButton* m_copy = nullptr;
    QPlainTextEdit* m_commands = nullptr;
    Notice* m_notice = nullptr;
};

}  // namespace signalbox::ui
