// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "core/base/result.h"

namespace signalbox::app {

/// The exit codes of signalbox-node, as --help lists them.
enum ExitCode { kExitOk = 0, kExitFailed = 1, kExitUsage = 2, kExitState = 3, kExitRefused = 4, kExitUnreachable = 5 };

struct JoinArguments {
    std::string code;
    std::string data;
    std::string name;
    std::string listen;
    std::string url;
    std::string cluster;
};
[[nodiscard]] int runJoin(const JoinArguments& arguments);

struct RunArguments {
    std::string data;
    std::string listen;
    std::size_t threads = 0;
    std::uint64_t scrubMebibytes = 10;
    std::string keepFree = "256";
    bool anonymous = false;
    bool plain = false;
};
[[nodiscard]] int runServe(const RunArguments& arguments);

struct AccountArguments {
    std::string data;
    std::string name;
    std::string repository = "*";
    bool push = false;
};
[[nodiscard]] int runAccountAdd(const AccountArguments& arguments);
[[nodiscard]] int runAccountRemove(const AccountArguments& arguments);
[[nodiscard]] int runAccountList(const AccountArguments& arguments);

struct StatusArguments {
    std::string data;
    bool json = false;
};
[[nodiscard]] int runStatus(const StatusArguments& arguments);

}  // namespace signalbox::app
