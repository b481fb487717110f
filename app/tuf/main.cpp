// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>

#include "app/tuf/commands.h"
#include "core/base/log.h"

namespace {

using signalbox::Result;
using signalbox::app::TufArguments;

constexpr int kExitFailed = 1;  // nothing else is used: the framework's conformance suite knows 0 and 1

constexpr const char* kFooter = "Exit codes: 0 done, 1 failed. Options stand before the command.";

Result<void> run(const CLI::App& cli, const TufArguments& arguments) {
    if (cli.got_subcommand("init")) return signalbox::app::initTuf(arguments);
    if (cli.got_subcommand("refresh")) return signalbox::app::refreshTuf(arguments);
    return signalbox::app::downloadTuf(arguments);
}

/// What the command needs beside itself; empty where all is there.
std::string missingOption(const CLI::App& cli, const TufArguments& arguments) {
    if (arguments.metadataDir.empty()) return "--metadata-dir";
    if (cli.got_subcommand("init")) return {};
    if (arguments.metadataUrl.empty()) return "--metadata-url";
    if (cli.got_subcommand("refresh")) return {};
    if (arguments.targetNames.empty()) return "--target-name";
    if (arguments.targetDir.empty()) return "--target-dir";
    return arguments.targetBaseUrl.empty() ? "--target-base-url" : "";
}

}  // namespace

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);
    CLI::App cli("A client of The Update Framework 1.0.34: what a repository says, verified from a trusted root.",
                 "signalbox-tuf");
    cli.footer(kFooter);
    cli.set_version_flag("--version", SIGNALBOX_VERSION);
    cli.require_subcommand(1);
    TufArguments arguments;
    cli.add_option("--metadata-url", arguments.metadataUrl, "Where the metadata lies; ends in /");
    cli.add_option("--metadata-dir", arguments.metadataDir, "Folder of what is believed");
    cli.add_option("--target-name", arguments.targetNames, "A target's path; may be given several times")
        ->expected(1)
        ->take_all();
    cli.add_option("--target-dir", arguments.targetDir, "Folder that targets are brought to");
    cli.add_option("--target-base-url", arguments.targetBaseUrl, "Where the targets lie; ends in /");
    cli.add_option("--ca-file", arguments.caFile, "Authorities of https servers instead of the system's");
    CLI::App* const init = cli.add_subcommand("init", "Trust a root; asks nobody");
    init->add_option("TRUSTED_ROOT", arguments.trustedRoot, "The root's file")->required();
    cli.add_subcommand("refresh", "Bring metadata up to date");
    cli.add_subcommand("download", "Bring metadata up to date, then targets");
    try {
        cli.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return cli.exit(error) == 0 ? 0 : kExitFailed;
    }
    signalbox::configureLog(signalbox::LogLevel::warning);
    if (const std::string missing = missingOption(cli, arguments); !missing.empty()) {
        std::fprintf(stderr, "signalbox-tuf: %s is needed\n", missing.c_str());
        return kExitFailed;
    }
    const auto done = run(cli, arguments);
    if (done) return 0;
    std::fprintf(stderr, "signalbox-tuf: %s\n", signalbox::printable(done.error().text()).c_str());
    return kExitFailed;
}
