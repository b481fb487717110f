// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/model/recipe.h"

namespace signalbox::terminal {

/// One program to run: no shell, nothing of the agent's environment.
struct CommandSpec {
    std::vector<std::string> arguments;
    std::filesystem::path workingDirectory;
    Milliseconds timeout{60000};
    std::vector<std::string> environment;  ///< "NAME=value"
    std::string user;                      ///< empty: as the agent itself
    bool endGroup = false;                 ///< what it leaves running is ended with it
};

struct CommandOutcome {
    enum class End { exited, signalled, timedOut };
    End end = End::exited;
    int code = 0;         ///< exit code, or the signal
    std::string logTail;  ///< the last 8 KiB of both its outputs
    [[nodiscard]] bool good() const { return end == End::exited && code == 0; }
    /// "exit code 3", "ended by signal 11", "took longer than its time"
    [[nodiscard]] std::string text() const;
};

/// Runs programs; an interface, so that tests and other systems stand in. Blocking: call from a pool.
class CommandRunner {
public:
    virtual ~CommandRunner() = default;
    /// An error means it could not be started. At the time-out its whole process group is ended.
    [[nodiscard]] virtual Result<CommandOutcome> run(const CommandSpec& spec) = 0;
    /// May a recipe's commands run on this machine as it asks? BaseErrc::denied says why not. The rule: an agent that
    /// is not root runs them as itself and can run nothing as another user; an agent that is root runs them as the user
    /// the recipe names, and as root (named, or no user named) only for products that `allowRoot` lists. What an agent
    /// that is root does by itself (files at stated paths, the system's packages, a reboot) needs to be listed, too.
    [[nodiscard]] virtual Result<void> mayRun(const Recipe& recipe, std::string_view product,
                                              const std::vector<std::string>& allowRoot) const = 0;
};

}  // namespace signalbox::terminal
