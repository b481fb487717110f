// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "core/base/clock.h"

namespace signalbox {

/// `tree`: our agent unpacks and switches. `image`: the file goes as it is to a DDI client with an installer of its own
/// (.swu, .raucb); how it is checked and taken back is that client's affair.
enum class InstallKind { tree, image };

/// A program the recipe runs on the terminal: argv without a shell, its working directory the installed version.
struct Command {
    std::vector<std::string> arguments;  ///< empty: nothing is run
    Seconds timeout{60};
    friend bool operator==(const Command&, const Command&) = default;
};

/// How a package is installed, started, checked and taken back.
struct Recipe {
    InstallKind kind = InstallKind::tree;
    Command restart;   ///< after the switch, and again after a roll-back
    Command runCheck;  ///< exit code 0 keeps the version; none: the switch alone decides
    std::string user;  ///< whom commands run as; empty: the agent's own user
    friend bool operator==(const Recipe&, const Recipe&) = default;
};

}  // namespace signalbox
