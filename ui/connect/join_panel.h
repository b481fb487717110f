// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <string>

#include "ui/session/manager_link.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace signalbox::ui {

/// The commands by which a first node and a first terminal join, and who has joined so far, as it happens.
class JoinPanel : public QWidget {
    Q_OBJECT
public:
    explicit JoinPanel(ManagerLink& link, QWidget* parent = nullptr);

    /// Makes the join codes, once there is a connection.
    void begin();
    [[nodiscard]] bool isComplete() const { return m_nodes > 0 && m_terminals > 0; }

Q_SIGNALS:
    void completed();

private:
    struct Row {
        QLineEdit* command = nullptr;
        QPushButton* copy = nullptr;
        QLabel* state = nullptr;
    };
    Row addRow(const char* name, const QString& heading, const QString& hint);
    void makeCode(JoinRole role, const std::string& cluster);
    void look();
    void show(const Row& row, std::int64_t count, const QString& name, bool isNode);

    ManagerLink& m_link;
    Row m_node;
    Row m_terminal;
    std::int64_t m_nodes = 0;
    std::int64_t m_terminals = 0;
    bool m_begun = false;
    bool m_asked = false;
};

/// To be pasted on the machine that joins.
[[nodiscard]] QString joinCommand(JoinRole role, const std::string& code);

}  // namespace signalbox::ui
