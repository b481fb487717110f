// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <clocale>
#include <iostream>

#include "app/ctl/arguments.h"
#include "app/ctl/command_line.h"
#include "app/ctl/completion.h"
#include "app/ctl/known_names.h"
#include "app/ctl/plain_text.h"

namespace {

using namespace signalbox;
using namespace signalbox::ctl;

const char* const kFooter =
    "The manager writes admin.json into its data folder on first start: name that with --profile or "
    "SIGNALBOX_PROFILE.\n"
    "Exit codes: 0 done, 1 something else went wrong, 2 the command line or what it names is wrong, 3 not found,\n"
    "4 refused by the manager, 5 the rollout did not finish, 6 the manager does not answer or is not trusted,\n"
    "130 interrupted.";

void addGlobalOptions(CLI::App& app, GlobalOptions& options) {
    app.add_option("--profile", options.profile, "The manager's admin.json ($SIGNALBOX_PROFILE)");
    app.add_option("--url", options.url, "The manager, https://host:port ($SIGNALBOX_URL)");
    app.add_option("--token", options.token, "API token; others on this machine can see it, better $SIGNALBOX_TOKEN");
    app.add_option("--ca", options.ca, "The manager's authority in PEM ($SIGNALBOX_CA)");
    app.add_flag("--json", options.json, "Print one JSON document instead of text");
    app.set_version_flag("--version", "signalboxctl " SIGNALBOX_VERSION);
}

void addAllCommands(CLI::App& app, Chosen& chosen) {
    addStatusCommands(app, chosen);
    addClusterCommands(app, chosen);
    addNodeCommands(app, chosen);
    addJoinCodeCommands(app, chosen);
    addTerminalCommands(app, chosen);
    addAudienceCommands(app, chosen);
    addProductCommands(app, chosen);
    addReleaseCommands(app, chosen);
    addRolloutCommands(app, chosen);
    addDeploymentCommands(app, chosen);
    addAuditCommands(app, chosen);
    addBackupCommands(app, chosen);
    addAccountCommands(app, chosen);
    addPendingCommands(app, chosen);
    addSettingsCommands(app, chosen);
    addAuthorityCommands(app, chosen);
    addTokenCommands(app, chosen);
    addKeyCommands(app, chosen);
    addTrustCommands(app, chosen);
    addWatchCommands(app, chosen);
    addCompletionCommands(app, chosen);
}

int run(const GlobalOptions& options, const Action& action, Interrupt& interrupt) {
    Context context(options, interrupt);
    const Result<ExitCode> result = action(context);
    if (result) return static_cast<int>(*result);
    if (Interrupt::happened()) return static_cast<int>(ExitCode::interrupted);
    context.screen.error(plainLines(errorText(result.error())));
    if (const auto hint = hintFor(result.error()); !hint.empty()) context.screen.note(hint);
    return static_cast<int>(exitCodeOf(result.error()));
}

/// Answers a shell: the words of the command line so far, the last one begun.
int answerShell(const CLI::App& app, const std::vector<std::string>& words, Interrupt& interrupt) {
    Context context(GlobalOptions{}, interrupt);
    const auto names = [&context](std::string_view kind) { return knownNames(context, kind); };
    std::cout << candidateLines(complete(app, words, names));
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    std::setlocale(LC_CTYPE, "");
    QCoreApplication application(argc, argv);
    Interrupt interrupt;
    GlobalOptions options;
    Chosen chosen;
    CLI::App app("Upgrades fleets of terminals through a Signalbox manager.", "signalboxctl");
    app.require_subcommand(1);
    app.fallthrough();
    app.footer(kFooter);
    addGlobalOptions(app, options);
    addAllCommands(app, chosen);
    if (argc > 1 && argv[1] == kCompleteCommand)
        return answerShell(app, std::vector<std::string>(argv + 2, argv + argc), interrupt);
    try {
        app.parse(parserArguments(std::vector<std::string>(argv, argv + argc)));
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : static_cast<int>(ExitCode::usage);
    }
    return run(options, chosen.run, interrupt);
}
