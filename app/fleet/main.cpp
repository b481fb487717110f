// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <cstdio>

#include "app/fleet/fleet.h"
#include "core/base/log.h"
#include "core/terminal/ddi_client.h"
#include "core/terminal/platform/platform.h"

namespace {

using namespace signalbox;

enum ExitCode { kExitOk = 0, kExitFailed = 1, kExitUsage = 2, kExitState = 3, kExitRefused = 4, kExitUnreachable = 5 };

constexpr const char* kFooter =
    R"(A summary is printed at the end; with --json it is one JSON object. Simulated terminals download and verify
packages and check permits as real ones do, and install nothing.

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 not in a state for it (too few codes, or another process works on the
folder), 4 the manager refused a code, 5 the manager cannot be reached, 70 a bug.)";

struct Arguments {
    fleet_sim::FleetOptions options;
    std::vector<std::string> broken;  ///< VERSION=RATE
    std::int64_t clockError = 0;
    std::int64_t hang = 0;
    std::int64_t duration = 0;
    std::int64_t untilIdle = 0;
};

void addRun(CLI::App& app, Arguments& arguments) {
    CLI::App* run = app.add_subcommand("run", "Join what has not joined, then live until the end that is asked for");
    fleet_sim::FleetOptions& options = arguments.options;
    run->add_option("--data", options.data, "Identities and versions, kept from run to run")->required();
    run->add_option("--codes", options.codes, "A file with one join code a line, for terminals that have not joined");
    run->add_option("--count", options.count, "How many terminals")->check(CLI::Range(1, 1000000));
    run->add_option("--platform", options.platform, "Their platform");
    run->add_option("--prefix", options.prefix, "Their ids are PREFIX-00001 and so on");
    run->add_option("--seed", options.seed, "The same seed gives the same outcomes");
    const CLI::Range share(0.0, 1.0);
    run->add_option("--download-failure-rate", options.rates.download, "0 to 1, of attempts")->check(share);
    run->add_option("--install-failure-rate", options.rates.install, "0 to 1, of attempts")->check(share);
    run->add_option("--run-check-failure-rate", options.rates.runCheck, "0 to 1, of attempts")->check(share);
    run->add_option("--fail", arguments.broken,
                    "VERSION=RATE: that share of terminals fails the run check of VERSION, each time; repeatable");
    fleet_sim::FieldConditions& field = options.conditions;
    run->add_option("--hang-rate", options.rates.hang, "0 to 1, of attempts: silent in mid-install for a time")
        ->check(share);
    run->add_option("--hang", arguments.hang, "For so many seconds (600)")->check(CLI::Range(1, 30 * 86400));
    run->add_option("--slow-links", field.slowLinks, "0 to 1, of terminals")->check(share);
    run->add_option("--slow-rate", field.slowRate, "Bytes a second of each slow link")->check(CLI::PositiveNumber);
    run->add_option("--wrong-clocks", field.wrongClocks, "0 to 1, of terminals: ahead or behind")->check(share);
    run->add_option("--clock-error", arguments.clockError, "By at most so many seconds (3600)")
        ->check(CLI::Range(1, 50 * 366 * 86400));
    run->add_option("--offline", field.offline, "0 to 1, of contacts: off for one to ten intervals instead")
        ->check(share);
    run->add_option("--duration", arguments.duration, "End after so many seconds")->check(CLI::PositiveNumber);
    run->add_option("--until-idle", arguments.untilIdle, "End when nothing happened for so many seconds")
        ->check(CLI::PositiveNumber);
    run->add_flag("--json", options.json, "One JSON object at the end");
}

/// False where one does not have the form VERSION=RATE.
bool readBroken(Arguments& arguments) {
    for (const std::string& text : arguments.broken) {
        const auto equals = text.rfind('=');
        double rate = -1;
        if (equals == std::string::npos || equals == 0) return false;
        const char* const end = text.data() + text.size();
        const auto [last, error] = std::from_chars(text.data() + equals + 1, end, rate);
        if (error != std::errc() || last != end || !(rate >= 0 && rate <= 1)) return false;
        arguments.options.rates.byVersion[text.substr(0, equals)] = rate;
    }
    return true;
}

int fail(int code, const std::string& text) {
    fmt::print(stderr, "signalbox-fleet: {}\n", printable(text, 2000));
    return code;
}

int exitCodeOf(const Error& error) {
    if (error.code == BaseErrc::notFound || error.code == BaseErrc::alreadyExists) return kExitState;
    if (error.code == BaseErrc::denied) return kExitRefused;
    return terminal::meansUnreachable(error) ? kExitUnreachable : kExitFailed;
}

int run(Arguments& arguments) {
    if (!readBroken(arguments))
        return fail(kExitUsage, "--fail: must have the form VERSION=RATE, the rate from 0 to 1");
    if (arguments.clockError > 0) arguments.options.conditions.clockError = Seconds(arguments.clockError);
    if (arguments.hang > 0) arguments.options.conditions.hang = Seconds(arguments.hang);
    if (arguments.duration > 0) arguments.options.duration = Seconds(arguments.duration);
    if (arguments.untilIdle > 0) arguments.options.untilIdle = Seconds(arguments.untilIdle);
    terminal::platform::prepareProcess();
    const auto summary = fleet_sim::runFleet(arguments.options);
    if (!summary) return fail(exitCodeOf(summary.error()), summary.error().text());
    const fleet_sim::FleetCounts& counts = summary->counts;
    if (arguments.options.json)
        fmt::print("{}\n", fleet_sim::summaryJson(*summary));
    else
        fmt::print("{} terminals: {} succeeded, {} rolled back, {} failed, {} cancelled; {} bytes from nodes\n",
                   summary->terminals, counts.succeeded, counts.rolledBack, counts.failed, counts.cancelled,
                   counts.bytes);
    std::fflush(stdout);
    return kExitOk;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App cli("signalbox-fleet: simulated terminals by the thousand, for demos and load");
    cli.set_version_flag("--version", std::string("signalbox-fleet ") + SIGNALBOX_VERSION);
    cli.require_subcommand(1);
    cli.footer(kFooter);
    std::string level = "warning";
    cli.add_option("--log-level", level, "debug, info, warning or error")
        ->check(CLI::IsMember({"debug", "info", "warning", "error"}));
    Arguments arguments;
    addRun(cli, arguments);
    try {
        cli.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = cli.exit(error);
        return code == 0 ? kExitOk : kExitUsage;
    }
    configureLog(logLevelFromText(level));
    return run(arguments);
}
