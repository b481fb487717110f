// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/terminal/command_runner.h"
#include "core/terminal/data_folder.h"
#include "core/terminal/dpkg.h"
#include "core/terminal/version_folder.h"

namespace signalbox::terminal {

/// Finds what is on this machine already: packages of the system (dpkg, rpm) and version files that terminal.toml names
/// ([[adopt]]), and trees of ours whose agent's folder was lost. What has a run check and fails it does not count as
/// there, so that a rollout mends it. Blocking; the pool's thread.
class Adoption {
public:
    Adoption(CommandRunner& commands, const VersionFolder& versions, const Settings& settings);

    /// Versions by product, as terminal.toml's rules find them; problems are logged.
    [[nodiscard]] std::map<std::string, std::string> find();

    /// Of products installed by us as Debian packages, what dpkg has now where that is another version. "": it is gone,
    /// or several packages are there in other versions.
    [[nodiscard]] std::map<std::string, std::string> changed(const InstalledProducts& ours);

    /// Whole products below the root folder that `known` lacks: their link, their tree and their note are there, and
    /// their run check passes where they have one.
    [[nodiscard]] InstalledProducts ownTrees(const InstalledProducts& known);

private:
    [[nodiscard]] Result<std::map<std::string, std::string>> versionsOf(const AdoptRule& rule);
    [[nodiscard]] Result<std::vector<DebPackage>> rpmPackages(const std::string& pattern);
    [[nodiscard]] bool passes(const std::string& product, CommandSpec check);
    [[nodiscard]] bool runs(const std::string& product, const InstalledProduct& installed);

    CommandRunner& m_commands;
    const VersionFolder& m_versions;
    const Settings& m_settings;
    Dpkg m_dpkg;
};

}  // namespace signalbox::terminal
