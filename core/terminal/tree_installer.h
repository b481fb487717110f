// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/terminal/installer.h"
#include "core/terminal/version_folder.h"

namespace signalbox::terminal {

/// Install kind `tree`: the package is unpacked beside the others, and the link is switched. The other kinds begin so,
/// too.
class TreeInstaller : public Installer {
public:
    explicit TreeInstaller(VersionFolder& versions) : m_versions(versions) {}

    [[nodiscard]] Result<CommandOutcome> prepare(const InstallJob& job) override;
    [[nodiscard]] Result<void> switchTo(const InstallJob& job) override;
    [[nodiscard]] Result<CommandOutcome> finish(const InstallJob& job) override;
    [[nodiscard]] Result<void> keep(const InstallJob& job) override;
    [[nodiscard]] std::string rollBack(const InstallJob& job) override;
    [[nodiscard]] Result<CommandOutcome> undo(const InstallJob& job) override;
    [[nodiscard]] Result<void> switchBack(const InstallJob& job) override;
    [[nodiscard]] Result<void> discard(const InstallJob& job) override;

protected:
    [[nodiscard]] VersionFolder& versions() const { return m_versions; }
    [[nodiscard]] std::filesystem::path treeOf(const InstallJob& job) const {
        return m_versions.treePath(job.product, job.tree);
    }

private:
    VersionFolder& m_versions;
};

}  // namespace signalbox::terminal
