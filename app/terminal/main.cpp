// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>

#include "app/terminal/commands.h"
#include "core/base/log.h"
#include "core/base/log_format.h"

namespace {

using namespace signalbox;

constexpr const char* kFooter =
    R"(Exit codes: 0 done, 1 failed, 2 wrong usage, 3 not in a state for it (not joined, joined
already, or another process works on the folder), 4 the manager refused the code, 5 the manager cannot be reached,
70 a bug.

An agent that is root runs a recipe's commands as the user the recipe names. Without such a user it
refuses the deployment, unless DIR/terminal.toml lists the product: allow_root = ["product"].)";

void addJoin(CLI::App& app, app::JoinArguments& arguments) {
    CLI::App* join =
        app.add_subcommand("join", "Join a manager with a one-time code; after a lost answer, run it again");
    join->add_option("CODE", arguments.code, "The join code, sbj1.…")->required();
    join->add_option("--data", arguments.data, "The agent's folder: identity, token, journal, feedback, downloads")
        ->required();
    join->add_option("--root", arguments.root, "Products are installed below this folder, each with a link 'current'")
        ->required();
    join->add_option("--id", arguments.id, "The terminal's id with the manager, for good; else the host's name");
    join->add_option("--name", arguments.name, "What people call it; else the id");
    join->add_option("--platform", arguments.platform, "Which packages fit; else e.g. linux-amd64");
    join->add_option("--allow-root", arguments.allowRoot,
                     "A product whose recipes may run commands as root; repeatable");
    join->add_option("--channel", arguments.channels,
                     "A channel whose releases this machine takes, whatever the manager says; repeatable; else all");
    join->add_option("--proxy", arguments.proxy,
                     "http://[user:password@]host:port on the way to manager and nodes; kept in terminal.toml")
        ->envname("SIGNALBOX_PROXY");
    join->add_option("--no-proxy", arguments.noProxy, "A host, .domain or network reached without it; repeatable");
}

void addRun(CLI::App& app, app::RunArguments& arguments) {
    CLI::App* run = app.add_subcommand(
        "run", "Poll the manager and install what it permits. SIGTERM ends it; what it was doing is taken up again");
    run->add_option("--data", arguments.data, "The agent's folder")->required();
}

void addStatus(CLI::App& app, app::StatusArguments& arguments) {
    CLI::App* status = app.add_subcommand("status", "Show identity, versions and the deployment, from disk");
    status->add_option("--data", arguments.data, "The agent's folder")->required();
    status->add_flag("--json", arguments.json, "One JSON object");
}

void addLog(CLI::App& app, app::LogArguments& arguments) {
    CLI::App* log = app.add_subcommand(
        "log",
        "Show what the agent did and why: deployments, downloads, installations, failures. The newest 1 MiB is kept");
    log->add_option("--data", arguments.data, "The agent's folder")->required();
    log->add_flag("--follow", arguments.follow, "Go on with what comes, until it is interrupted");
    log->add_option("--since", arguments.since, "Only from there on: 2026-11-21T19:30:00Z, or a span: 30m, 12h, 7d");
    log->add_flag("--json", arguments.json, "One JSON object a line: time, level, room, text");
}

void addDiagnose(CLI::App& app, app::DiagnoseArguments& arguments) {
    CLI::App* diagnose = app.add_subcommand(
        "diagnose",
        "Check what an upgrade needs, one by one: settings, agent, folder, disk, feedback, manager and its "
        "certificate, token, clock, proxy, nodes. Exit code 1 where something failed");
    diagnose->add_option("--data", arguments.data, "The agent's folder")->required();
    diagnose->add_flag("--json", arguments.json, "One JSON object");
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App cli(
        "signalbox-terminal: keeps the software of this machine at the versions its Signalbox manager permits");
    cli.set_version_flag("--version", std::string("signalbox-terminal ") + SIGNALBOX_VERSION);
    cli.require_subcommand(1);
    cli.footer(kFooter);
    std::string level = "info";
    std::string format = "text";
    cli.add_option("--log-level", level, "debug, info, warning or error")
        ->check(CLI::IsMember({"debug", "info", "warning", "error"}));
    cli.add_option("--log-format", format, "text, or json: one object a line [text]")
        ->check(CLI::IsMember({"text", "json"}));
    app::JoinArguments join;
    app::RunArguments run;
    app::StatusArguments status;
    app::LogArguments log;
    app::DiagnoseArguments diagnose;
    addJoin(cli, join);
    addRun(cli, run);
    addStatus(cli, status);
    addLog(cli, log);
    addDiagnose(cli, diagnose);
    try {
        cli.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = cli.exit(error);
        return code == 0 ? app::kExitOk : app::kExitUsage;
    }
    configureLog(logLevelFromText(level));
    setLogFormat(logFormatFromText(format));
    if (cli.got_subcommand("join")) return app::runJoin(join);
    if (cli.got_subcommand("run")) return app::runAgent(run);
    if (cli.got_subcommand("log")) return app::runLog(log);
    if (cli.got_subcommand("diagnose")) return app::runDiagnose(diagnose);
    return app::runStatus(status);
}
