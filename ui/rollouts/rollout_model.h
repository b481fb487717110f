// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "core/model/rollout.h"
#include "ui/widgets/paged_model.h"

namespace signalbox::ui {

/// All rollouts, with their releases by name.
class RolloutModel final : public PagedModel<Rollout> {
public:
    explicit RolloutModel(ManagerLink& link, QObject* parent = nullptr);

    void setReleases(const std::vector<Release>& releases);
    [[nodiscard]] QString releaseName(ReleaseId id) const;

private:
    [[nodiscard]] std::vector<Column<Rollout>> rolloutColumns();

    std::map<ReleaseId, QString> m_releases;
};

/// One rollout's terminals, those that were offered nothing yet included; paged by terminal.
class DeploymentModel final : public PagedModel<adminclient::DeploymentDetail> {
public:
    explicit DeploymentModel(ManagerLink& link, QObject* parent = nullptr);
};

}  // namespace signalbox::ui
