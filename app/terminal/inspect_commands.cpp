// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What tells of an agent beside it: log and diagnose.
#include <fmt/core.h>

#include <boost/asio/io_context.hpp>
#include <boost/json/serialize.hpp>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <optional>
#include <system_error>
#include <thread>

#include "app/terminal/clients.h"
#include "app/terminal/commands.h"
#include "core/base/log.h"
#include "core/terminal/activity_log.h"
#include "core/terminal/diagnosis.h"

namespace signalbox::app {
namespace {

namespace fs = std::filesystem;

constexpr Milliseconds kFollowInterval{300};

int fail(int code, const std::string& text) {
    fmt::print(stderr, "signalbox-terminal: {}\n", printable(text, 2000));
    return code;
}

/// kExitOk: somebody joined there, and this user may look.
int requireJoined(const std::string& data) {
    std::error_code error;
    const bool joined = fs::exists(fs::path(data) / "identity.json", error);
    if (error) return fail(kExitFailed, data + ": " + error.message() + "; look as the agent's own user");
    if (!joined) return fail(kExitState, data + " holds no terminal that has joined");
    return kExitOk;
}

/// "2026-11-21 19:30:41" in this machine's zone.
std::string localTime(TimePoint at) {
    const std::time_t seconds = std::chrono::system_clock::to_time_t(at);
    std::tm parts{};
    if (::localtime_r(&seconds, &parts) == nullptr) return toRfc3339(at);
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday,
                       parts.tm_hour, parts.tm_min, parts.tm_sec);
}

void print(const terminal::ActivityLine& line, bool json) {
    if (json)
        fmt::print("{}\n", terminal::activityJson(line));
    else
        fmt::print("{} {:<7} {}\n", localTime(line.at), printable(line.level, 16), printable(line.text, 4096));
}

Task<void> examine(terminal::DiagnosisParts parts, const terminal::DataFolder& folder,
                   std::optional<terminal::Diagnosis>& into) {
    auto diagnosis = co_await terminal::diagnose(parts, folder, kUserAgent);
    into = std::move(diagnosis);
    co_return Result<void>();
}

}  // namespace

int runLog(const LogArguments& arguments) {
    if (const int code = requireJoined(arguments.data); code != kExitOk) return code;
    TimePoint since{};
    if (!arguments.since.empty()) {
        const auto parsed = terminal::activitySince(arguments.since, SystemClock().now());
        if (!parsed) return fail(kExitUsage, "--since: " + parsed.error().context);
        since = *parsed;
    }
    terminal::ActivityReader reader(arguments.data);
    for (;;) {
        for (const terminal::ActivityLine& line : reader.next())
            if (line.at >= since) print(line, arguments.json);
        std::fflush(stdout);
        if (!arguments.follow) return kExitOk;
        std::this_thread::sleep_for(kFollowInterval);
    }
}

int runDiagnose(const DiagnoseArguments& arguments) {
    if (const int code = requireJoined(arguments.data); code != kExitOk) return code;
    const terminal::DataFolder folder(nativeFileSystem(), arguments.data);
    // What cannot be read is a finding, and the rest is looked at all the same.
    auto identity = folder.identity();
    auto settings = folder.settings();
    terminal::Settings used = settings ? std::move(*settings) : terminal::Settings();
    if (!terminal::proxyOf(used)) used.proxy.clear();
    asio::io_context io(1);
    auto clients = makeClients(io, identity ? *identity : terminal::Identity(), used);
    if (!clients) return fail(kExitFailed, clients.error().text());
    const SystemClock clock;
    std::optional<terminal::Diagnosis> diagnosis;
    const terminal::DiagnosisParts parts{clock, nativeFileSystem(), *clients->manager, *clients->nodes};
    spawnSession(io.get_executor(), "diagnose", examine(parts, folder, diagnosis));
    while (!diagnosis && io.run_one() > 0) {
    }
    if (!diagnosis) return fail(kExitFailed, "the diagnosis came to no end");
    if (arguments.json)
        fmt::print("{}\n", boost::json::serialize(terminal::diagnosisJson(*diagnosis)));
    else
        fmt::print("{}", terminal::diagnosisText(*diagnosis));
    return diagnosis->good() ? kExitOk : kExitFailed;
}

}  // namespace signalbox::app
