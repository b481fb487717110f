// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/terminal/dpkg.h"
#include "core/terminal/tree_installer.h"

namespace signalbox::terminal {

/// Install kind `deb`: the tree holds the .deb files, the system's dpkg installs them behind the switch, and the tree
/// of the version before stays, so that its packages can be put back. What dpkg had before stands in the tree in
/// `packages-before`. Taken back is what each package was: not there, then removed; or of the version that the tree
/// before holds. Where neither fits (it came by other ways) there is no roll-back, and the job says so.
class DebInstaller final : public TreeInstaller {
public:
    DebInstaller(VersionFolder& versions, FileSystem& files, CommandRunner& commands, std::filesystem::path system)
        : TreeInstaller(versions), m_files(files), m_dpkg(commands, std::move(system)) {}

    [[nodiscard]] Result<CommandOutcome> prepare(const InstallJob& job) override;
    [[nodiscard]] Result<CommandOutcome> finish(const InstallJob& job) override;
    [[nodiscard]] std::string rollBack(const InstallJob& job) override;
    [[nodiscard]] Result<CommandOutcome> undo(const InstallJob& job) override;

private:
    /// How the packages of a job are taken back.
    struct WayBack {
        std::vector<DebPackage> install;
        std::vector<std::string> remove;
        std::vector<std::string> purge;
    };
    [[nodiscard]] Result<WayBack> wayBack(const InstallJob& job);
    [[nodiscard]] Result<void> demandInstalled(const std::vector<DebPackage>& packages);
    [[nodiscard]] Result<CommandOutcome> installAll(const std::vector<DebPackage>& packages);

    FileSystem& m_files;
    Dpkg m_dpkg;
};

}  // namespace signalbox::terminal
