// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signalbox/pages.h"

#include "core/package/archive.h"
#include "core/package/recipe_file.h"
#include "ui/activity/activity_page.h"
#include "ui/approvals/approvals_page.h"
#include "ui/failures/failures_page.h"
#include "ui/nodes/nodes_page.h"
#include "ui/overview/overview_page.h"
#include "ui/releases/releases_page.h"
#include "ui/rollouts/rollouts_page.h"
#include "ui/terminals/terminals_page.h"

namespace signalbox {

void addPages(ui::MainWindow& window, ui::ManagerLink& link, const ui::SettingsParts& settings) {
    const ui::PackageTools tools{[](const auto& folder, const auto& file, const auto& progress) {
                                     return package::packTree(folder, file, progress);
                                 },
                                 [](std::string_view text) { return package::parseRecipeToml(text); }};
    window.addPage(new ui::OverviewPage(link));
    window.addPage(new ui::ReleasesPage(link, window.tasks(), tools, settings.releaseDigest));
    window.addPage(new ui::ApprovalsPage(link, settings.releaseDigest));
    window.addPage(new ui::RolloutsPage(link, settings.preferences));
    window.addPage(new ui::TerminalsPage(link, window.tasks()));
    window.addPage(new ui::NodesPage(link));
    window.addPage(new ui::FailuresPage(link, window.tasks()));
    window.addPage(new ui::ActivityPage(link));
    window.addPage(new ui::SettingsPage(link, settings));
}

}  // namespace signalbox
