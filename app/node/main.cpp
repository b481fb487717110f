// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>

#include "app/node/commands.h"
#include "core/base/log.h"
#include "core/base/log_format.h"

namespace {

using namespace signalbox;

constexpr const char* kFooter =
    R"(Exit codes: 0 done, 1 failed, 2 wrong usage, 3 not in a state for it (not joined, joined
already, or served by another process), 4 the manager refused the code, 5 the manager cannot be reached, 70 a bug.)";

void addJoin(CLI::App& app, app::JoinArguments& arguments) {
    CLI::App* join =
        app.add_subcommand("join",
                           "Join a manager's cluster with a one-time code; nothing stays if it fails. A node whose "
                           "certificate has ended comes back so: it needs code and --data only");
    join->add_option("CODE", arguments.code, "The join code, sbj1.…, from \"signalboxctl node code\"")->required();
    join->add_option("--data", arguments.data, "The node's folder: identity, blobs, uploads")->required();
    join->add_option("--name", arguments.name, "The node's name, unique with the manager");
    join->add_option("--listen", arguments.listen, "Numeric address and port to serve on, e.g. 0.0.0.0:8443");
    join->add_option("--url", arguments.url, "How terminals and the manager reach it, https://host:port");
    join->add_option("--cluster", arguments.cluster, "Join only if the code is for this cluster");
}

void addRun(CLI::App& app, app::RunArguments& arguments) {
    CLI::App* run =
        app.add_subcommand("run", "Serve; prints \"listening on …\"; SIGTERM lets requests in flight finish");
    run->add_option("--data", arguments.data, "The node's folder")->required();
    run->add_option("--listen", arguments.listen, "Address and port instead of those joined with; port 0 picks one");
    run->add_option("--threads", arguments.threads, "Network threads; 0 is one a core")->check(CLI::Range(0, 64));
    run->add_option("--scrub-rate", arguments.scrubMebibytes,
                    "MiB a second at which blobs are read again to find damaged ones; 0: never")
        ->check(CLI::Range(0, 10000))
        ->capture_default_str();
    run->add_option("--keep-free", arguments.keepFree,
                    "MiB, or a share as 5%, of the disk that stay free: uploads that would take them are refused")
        ->capture_default_str();
    run->add_flag("--anonymous-access", arguments.anonymous, "Ask for no tokens; loopback addresses only, for tests");
    run->add_flag("--plain", arguments.plain,
                  "Serve without TLS; loopback addresses only, for tests. With --anonymous-access and --listen a node "
                  "need not have joined");
}

void addStatus(CLI::App& app, app::StatusArguments& arguments) {
    CLI::App* status = app.add_subcommand("status", "Show configuration, disk used, blobs and open uploads, from disk");
    status->add_option("--data", arguments.data, "The node's folder")->required();
    status->add_flag("--json", arguments.json, "One JSON object");
}

void addAccount(CLI::App& app, app::AccountArguments& arguments) {
    CLI::App* account = app.add_subcommand("account", "Accounts by which tools such as skopeo log in to this node");
    account->require_subcommand(1);
    CLI::App* add = account->add_subcommand("add", "Make one; its password is printed this once");
    add->add_option("--repository", arguments.repository, "The one it is for; * for all")->capture_default_str();
    add->add_flag("--push", arguments.push, "It may also push and delete");
    CLI::App* remove = account->add_subcommand("remove", "Remove one");
    CLI::App* list = account->add_subcommand("list", "List them");
    for (CLI::App* command : {add, remove})
        command->add_option("NAME", arguments.name, "The account's name")->required();
    for (CLI::App* command : {add, remove, list})
        command->add_option("--data", arguments.data, "The node's folder")->required();
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App cli("signalbox-node: a download node, an OCI registry whose content a Signalbox manager decides");
    cli.set_version_flag("--version", std::string("signalbox-node ") + SIGNALBOX_VERSION);
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
    app::AccountArguments account;
    addJoin(cli, join);
    addRun(cli, run);
    addStatus(cli, status);
    addAccount(cli, account);
    try {
        cli.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = cli.exit(error);
        return code == 0 ? app::kExitOk : app::kExitUsage;
    }
    configureLog(logLevelFromText(level));
    setLogFormat(logFormatFromText(format));
    if (cli.got_subcommand("join")) return app::runJoin(join);
    if (cli.got_subcommand("run")) return app::runServe(run);
    const CLI::App* accounts = cli.get_subcommand("account");
    if (accounts->got_subcommand("add")) return app::runAccountAdd(account);
    if (accounts->got_subcommand("remove")) return app::runAccountRemove(account);
    if (accounts->got_subcommand("list")) return app::runAccountList(account);
    return app::runStatus(status);
}
