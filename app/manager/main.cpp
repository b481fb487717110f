// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <cstdio>
#include <string>

#include "app/manager/backup_commands.h"
#include "core/base/log.h"
#include "core/base/log_format.h"
#include "core/manager/manager.h"

namespace {

using signalbox::Result;
using signalbox::Seconds;
namespace asio = boost::asio;

constexpr int kExitError = 1;
constexpr int kExitUsage = 2;

constexpr const char* kFooter =
    "The first start makes DATA with everything in it: database, packages, the certificate authority, and\n"
    "DATA/admin.json, by which signalboxctl reaches this manager. What is given of --ddi-listen, --ddi-url,\n"
    "--admin-listen and --poll-interval is remembered for later starts.\n"
    "Exit codes: 0 stopped, 1 could not start, 2 wrong usage, 70 failed while running (start it again: nothing that\n"
    "was answered is lost).";

void stopOnSignal(asio::signal_set& signals, signalbox::manager::Manager& manager, asio::io_context& io) {
    signals.async_wait([&manager, &io](const boost::system::error_code& error, int number) {
        if (error) return;
        signalbox::logInfo("manager", "signal {}, stopping", number);
        signalbox::spawnSession(io.get_executor(), "stop", manager.stop());
    });
}

int run(const signalbox::manager::ManagerOptions& options) {
    std::signal(SIGPIPE, SIG_IGN);
    const signalbox::SystemClock clock;
    asio::io_context io(1);
    auto manager = signalbox::manager::Manager::start(io, options, clock);
    if (!manager) {
        std::fprintf(stderr, "signalbox-manager: %s\n", manager.error().text().c_str());
        return kExitError;
    }
    signalbox::logInfo("manager", "terminals and nodes reach {}, administrators {}", (*manager)->ddiUrl(),
                       (*manager)->adminUrl());
    asio::signal_set signals(io, SIGINT, SIGTERM);
    stopOnSignal(signals, **manager, io);
    io.run();
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);  // Qt Sql looks for its drivers by it
    CLI::App cli("Signalbox's engine: decides which terminal gets what, from where, when.", "signalbox-manager");
    cli.footer(kFooter);
    cli.set_version_flag("--version", SIGNALBOX_VERSION);
    cli.require_subcommand(1);
    CLI::App* const runCommand = cli.add_subcommand("run", "Serve until SIGTERM");
    runCommand->footer(kFooter);

    signalbox::manager::ManagerOptions options;
    std::string data;
    std::string level = "info";
    std::string format = "text";
    std::string logFile;
    std::string ddiListen;
    std::string ddiUrl;
    std::string adminListen;
    int pollSeconds = 0;
    runCommand->add_option("--data", data, "Folder of everything the manager keeps")->required();
    runCommand->add_option("--ddi-listen", ddiListen, "Where terminals and nodes come in [0.0.0.0:8443]");
    runCommand->add_option("--ddi-url", ddiUrl, "The https address by which they reach it [https://<host name>:8443]");
    runCommand->add_option("--admin-listen", adminListen, "Where consoles and signalboxctl come in [127.0.0.1:8444]");
    runCommand->add_option("--poll-interval", pollSeconds, "Seconds between two polls of a terminal [300]")
        ->check(CLI::Range(1, 86399));
    runCommand->add_option("--log-level", level, "debug, info, warning or error [info]")
        ->check(CLI::IsMember({"debug", "info", "warning", "error"}));
    runCommand->add_option("--log-format", format, "text, or json: one object a line [text]")
        ->check(CLI::IsMember({"text", "json"}));
    runCommand->add_option("--log-file", logFile, "Write the log there instead of to standard error");
    const signalbox::app::BackupCommands backups(cli);
    try {
        cli.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return cli.exit(error) == 0 ? 0 : kExitUsage;
    }
    if (const auto code = backups.run()) return *code;
    signalbox::configureLog(signalbox::logLevelFromText(level), logFile);
    signalbox::setLogFormat(signalbox::logFormatFromText(format));
    options.data = data;
    options.watchClock = true;
    if (!ddiListen.empty()) options.ddiListen = ddiListen;
    if (!ddiUrl.empty()) options.ddiUrl = ddiUrl;
    if (!adminListen.empty()) options.adminListen = adminListen;
    if (pollSeconds > 0) options.pollInterval = Seconds(pollSeconds);
    return run(options);
}
