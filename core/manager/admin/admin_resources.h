// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/manager/admin/admin_routes.h"
#include "core/manager/backup_keeper.h"
#include "core/manager/distributor.h"

namespace signalbox::manager {

/// Each puts the routes of one group into the admin door; openapi.yaml beside this file tells what they take and give.
/// `adminUrl` is read at each call and outlives the routes.
void addStatusRoutes(AdminRoutes& routes, Engine& engine, const BackupKeeper& backups, const std::string& adminUrl);
void addBackupRoutes(AdminRoutes& routes, Engine& engine, BackupKeeper& backups);
void addNodeRoutes(AdminRoutes& routes, Engine& engine, Distributor& distributor);
void addTerminalRoutes(AdminRoutes& routes, Engine& engine);
void addDiagnosticsRoutes(AdminRoutes& routes, Engine& engine);
void addJoiningRoutes(AdminRoutes& routes, Engine& engine);
void addAccountRoutes(AdminRoutes& routes, Engine& engine);
void addHealthRoutes(AdminRoutes& routes, Engine& engine, const BackupKeeper& backups, store::Store& store);
void addSettingsRoutes(AdminRoutes& routes, Engine& engine);
void addAudienceRoutes(AdminRoutes& routes, Engine& engine);
void addUploadRoutes(AdminRoutes& routes, Engine& engine);
void addTrustRoutes(AdminRoutes& routes, Engine& engine);
void addReleaseRoutes(AdminRoutes& routes, Engine& engine);
void addRolloutRoutes(AdminRoutes& routes, Engine& engine);
void addFailureRoutes(AdminRoutes& routes, Engine& engine);
void addProductRoutes(AdminRoutes& routes, Engine& engine);
void addPlanRoutes(AdminRoutes& routes, Engine& engine);
void addDeploymentRoutes(AdminRoutes& routes, Engine& engine, store::Store& store);
void addRecordRoutes(AdminRoutes& routes, Engine& engine, EventLog& events);
void addAuditRoutes(AdminRoutes& routes, Engine& engine, store::Store& store);
void addAuthorityRoutes(AdminRoutes& routes, Engine& engine);

/// A filter's mistake with its place, for underlining.
[[nodiscard]] http::Response filterProblem(const std::string& filter, const Error& error);
/// What is wrong with a rollout's plan; of its audience with the place, also where the product is restricted.
[[nodiscard]] http::Response audienceProblem(const World& world, const Rollout& plan, const Error& error);

}  // namespace signalbox::manager
