// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/ctl/exit_code.h"
#include "app/ctl/screen.h"
#include "app/ctl/session.h"

namespace CLI {
class App;
}

namespace signalbox::ctl {

/// What every command can be told.
struct GlobalOptions {
    std::string profile;
    std::string url;
    std::string token;
    std::string ca;
    bool json = false;
};

/// What a command works with. The manager is connected to when it is first needed.
class Context {
public:
    Context(GlobalOptions options, Interrupt& interrupt) : m_options(std::move(options)), m_interrupt(interrupt) {
        screen.setJson(m_options.json);
    }

    /// BaseErrc::invalidArgument where no manager is named, and what is wrong with profile, address, token or CA.
    [[nodiscard]] Result<Session*> session();

    Screen screen;

private:
    GlobalOptions m_options;
    Interrupt& m_interrupt;
    std::unique_ptr<Session> m_session;
};

/// A command that was chosen on the command line, with its arguments.
using Action = std::function<Result<ExitCode>(Context&)>;
/// Filled by the parser with the command to run.
struct Chosen {
    Action run;
};

/// The groups of commands, a file each.
void addStatusCommands(CLI::App& app, Chosen& chosen);
void addClusterCommands(CLI::App& app, Chosen& chosen);
void addNodeCommands(CLI::App& app, Chosen& chosen);
void addJoinCodeCommands(CLI::App& app, Chosen& chosen);
void addTerminalCommands(CLI::App& app, Chosen& chosen);
void addAudienceCommands(CLI::App& app, Chosen& chosen);
void addProductCommands(CLI::App& app, Chosen& chosen);
void addReleaseCommands(CLI::App& app, Chosen& chosen);
void addReleaseImport(CLI::App& release, Chosen& chosen);
void addRolloutCommands(CLI::App& app, Chosen& chosen);
void addRolloutCreate(CLI::App& rollout, Chosen& chosen);
void addRolloutWatch(CLI::App& rollout, Chosen& chosen);
void addDeploymentCommands(CLI::App& app, Chosen& chosen);
void addAuditCommands(CLI::App& app, Chosen& chosen);
void addAuditFileCommands(CLI::App& audit, Chosen& chosen);
void addBackupCommands(CLI::App& app, Chosen& chosen);
void addAccountCommands(CLI::App& app, Chosen& chosen);
void addPendingCommands(CLI::App& app, Chosen& chosen);
void addDiagnoseCommand(CLI::App& terminal, Chosen& chosen);
void addTerminalLifeCommands(CLI::App& terminal, Chosen& chosen);
void addSettingsCommands(CLI::App& app, Chosen& chosen);
void addAuthorityCommands(CLI::App& app, Chosen& chosen);
void addTokenCommands(CLI::App& app, Chosen& chosen);
void addKeyCommands(CLI::App& app, Chosen& chosen);
void addTrustCommands(CLI::App& app, Chosen& chosen);
void addWatchCommands(CLI::App& app, Chosen& chosen);
void addCompletionCommands(CLI::App& app, Chosen& chosen);

}  // namespace signalbox::ctl
