// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

class QAction;

namespace signalbox::ui {

class DataTable;
class EmptyState;
class Notice;
class RolloutModel;
class RolloutView;

/// All rollouts, one of them as it runs.
class RolloutsPage : public Page {
    Q_OBJECT
public:
    explicit RolloutsPage(ManagerLink& link, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Rollouts", "page"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("page-rollouts"); }
    /// A rollout's number, "new", or "new:<number of a release>".
    void open(const QString& what) override;

protected:
    void refresh(Topics topics) override;
    void clear() override;

private:
    void makeActions();
    void readReleases();
    void answered();
    void chosen();
    void plan(ReleaseId release);

    RolloutModel* m_model = nullptr;
    DataTable* m_table = nullptr;
    RolloutView* m_view = nullptr;
    EmptyState* m_empty = nullptr;
    Notice* m_notice = nullptr;
    QWidget* m_content = nullptr;
    qlonglong m_wanted = 0;  ///< to be selected when it has been read
};

}  // namespace signalbox::ui
