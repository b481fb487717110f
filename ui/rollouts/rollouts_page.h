// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/list_page.h"

class QAction;

namespace signalbox::ui {

class Preferences;
class RolloutModel;
class RolloutView;
struct WizardStart;

/// All rollouts, one of them as it runs.
class RolloutsPage : public ListPage {
    Q_OBJECT
public:
    RolloutsPage(ManagerLink& link, const Preferences& preferences, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Rollouts", "page"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("page-rollouts"); }
    /// A rollout's number, "new", or "new:<number of a release>".
    void open(const QString& what) override;

protected:
    void refresh(Topics topics) override;
    void clear() override;
    void chosen() override;

private:
    void makeActions();
    void readReleases();
    void plan(WizardStart start);

    const Preferences& m_preferences;
    RolloutModel* m_model = nullptr;
    RolloutView* m_view = nullptr;
};

}  // namespace signalbox::ui
