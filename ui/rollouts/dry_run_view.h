// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "core/adminclient/answers.h"
#include "ui/session/manager_link.h"

class QLabel;
class QPushButton;
class QTableWidget;

namespace signalbox::ui {

class Notice;

/// What a plan would do if it started now: its phases with times and bytes, whom it leaves out or makes wait and why,
/// what each node sends.
class DryRunView : public QWidget {
    Q_OBJECT
public:
    explicit DryRunView(ManagerLink& link, QWidget* parent = nullptr);

    /// Asks the manager; changes nothing.
    void run(const Rollout& plan);
    [[nodiscard]] const std::optional<adminclient::DryRun>& report() const { return m_report; }

Q_SIGNALS:
    void answered();

private:
    void put(const adminclient::DryRun& report);
    void putPhases(const adminclient::DryRun& report);
    void putGroups(const adminclient::DryRun& report);
    void putNodes(const adminclient::DryRun& report);

    ManagerLink& m_link;
    std::optional<adminclient::DryRun> m_report;
    QString m_name;
    adminclient::PendingCall m_call;
    QLabel* m_words = nullptr;
    Notice* m_notice = nullptr;
    QTableWidget* m_phases = nullptr;
    QTableWidget* m_groups = nullptr;
    QTableWidget* m_nodes = nullptr;
    QPushButton* m_export = nullptr;
};

/// "1,204 match, 37 are left out: 22 …, 15 …": in one line.
[[nodiscard]] QString excludedText(const adminclient::DryRun& report);
/// All of it as a table for spreadsheets.
[[nodiscard]] QString dryRunCsv(const adminclient::DryRun& report);

}  // namespace signalbox::ui
