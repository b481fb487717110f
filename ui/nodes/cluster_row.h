// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

#include "core/adminclient/answers.h"
#include "core/model/terminal.h"
#include "ui/session/manager_link.h"

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace signalbox::ui {

/// A cluster in one line: whether all of it is in sync, and its nodes as the chain that terminals are given, the next
/// one being taken where one fails.
class ClusterRow : public QWidget {
    Q_OBJECT
public:
    explicit ClusterRow(ManagerLink& link, QWidget* parent = nullptr);

    /// `nodes`: of all clusters.
    void put(const Cluster& cluster, const std::vector<adminclient::NodeDetail>& nodes);

Q_SIGNALS:
    void nodeWanted(qlonglong id);
    void removeWanted(const QString& cluster);

private:
    void putChain(const std::vector<const adminclient::NodeDetail*>& nodes);

    QString m_name;
    QStringList m_shown;  ///< what the chain says: it is made anew only where that changes
    QLabel* m_light = nullptr;
    QLabel* m_text = nullptr;
    QHBoxLayout* m_chain = nullptr;
    QPushButton* m_remove = nullptr;
};

}  // namespace signalbox::ui
