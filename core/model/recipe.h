// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"

namespace signalbox {

/// `tree`: our agent unpacks and switches. `image`: the file goes as it is to a DDI client with an installer of its own
/// (.swu, .raucb); how it is checked and taken back is that client's affair. `script`: unpacked and switched as a tree,
/// then a program of the package installs it. `file`: a tree of which some files go to stated paths. `deb`: Debian
/// packages, one as it is or several in an archive, that the system's dpkg installs.
enum class InstallKind { tree, image, script, file, deb };

/// A program the recipe runs on the terminal: argv without a shell, its working directory the installed version.
struct Command {
    std::vector<std::string> arguments;  ///< empty: nothing is run
    Seconds timeout{60};
    friend bool operator==(const Command&, const Command&) = default;
};

/// A file of the package that is put at a stated path of the terminal.
struct PlacedFile {
    std::string from;   ///< in the package
    std::string to;     ///< absolute
    std::string mode;   ///< permissions as octal text; empty: as in the package
    std::string owner;  ///< empty: the agent's own user
    std::string group;  ///< empty: the agent's own group
    friend bool operator==(const PlacedFile&, const PlacedFile&) = default;
};

enum class RebootWhen { never, always, exitCode, file };

/// Whether the machine is started again before the run check.
struct RebootRule {
    RebootWhen when = RebootWhen::never;
    std::uint64_t exitCode = 0;  ///< `exitCode`: of the installation or of `restart`, where it is no failure then
    std::string file;            ///< `file`: absolute; it is there after the installation and `restart`
    friend bool operator==(const RebootRule&, const RebootRule&) = default;
};

/// How a package is installed, started, checked and taken back.
struct Recipe {
    InstallKind kind = InstallKind::tree;
    Command install;   ///< of a script: run after the switch, before `restart`; may be run again after a power cut
    Command rollBack;  ///< of a script: undoes `install`, done whole or in part; none: there is no roll-back
    Command restart;   ///< after the switch, and again after a roll-back
    Command runCheck;  ///< exit code 0 keeps the version; none: the switch alone decides
    std::string user;  ///< whom commands run as; empty: the agent's own user
    std::vector<PlacedFile> files;  ///< of kind `file`
    RebootRule reboot;
    friend bool operator==(const Recipe&, const Recipe&) = default;
};

/// How a version that fails is taken back, in words for people.
[[nodiscard]] inline std::string_view rollBackOf(const Recipe& recipe) {
    if (recipe.kind == InstallKind::image) return "by the terminal's own client";
    if (recipe.kind == InstallKind::tree) return "previous version";
    if (recipe.kind == InstallKind::file) return "previous files";
    if (recipe.kind == InstallKind::deb) return "previous package, where the terminal still has it";
    return recipe.rollBack.arguments.empty() ? "none" : "script";
}

}  // namespace signalbox
