// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace signalbox::app {

/// The exit codes of signalbox-terminal, as --help lists them.
enum ExitCode { kExitOk = 0, kExitFailed = 1, kExitUsage = 2, kExitState = 3, kExitRefused = 4, kExitUnreachable = 5 };

struct JoinArguments {
    std::string code;
    std::string data;
    std::string root;
    std::string id;        ///< empty: the host's name
    std::string name;      ///< empty: the id
    std::string platform;  ///< empty: "linux-amd64" or what this machine is
    std::vector<std::string> allowRoot;
    std::vector<std::string> channels;
    std::string proxy;
    std::vector<std::string> noProxy;
};
[[nodiscard]] int runJoin(const JoinArguments& arguments);

struct RunArguments {
    std::string data;
};
[[nodiscard]] int runAgent(const RunArguments& arguments);

struct StatusArguments {
    std::string data;
    bool json = false;
};
[[nodiscard]] int runStatus(const StatusArguments& arguments);

struct LogArguments {
    std::string data;
    bool json = false;
    bool follow = false;
    std::string since;
};
[[nodiscard]] int runLog(const LogArguments& arguments);

struct DiagnoseArguments {
    std::string data;
    bool json = false;
};
[[nodiscard]] int runDiagnose(const DiagnoseArguments& arguments);

}  // namespace signalbox::app
