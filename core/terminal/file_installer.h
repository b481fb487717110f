// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/terminal/tree_installer.h"

namespace signalbox::terminal {

/// Install kind `file`: a tree, of which the recipe's files are put at stated paths, each by one rename. Beside each
/// place lie the new file until the switch, and the old one until the run check passed:
///   /etc/.kiosk.conf.signalbox-new, /etc/.kiosk.conf.signalbox-old
/// What was at the places before stands in versions/<tree>.before; while that is there, the places can be put back. A
/// place always holds a whole file, the old or the new one; several are switched one after the other, and a cut between
/// them is put back at the next start. Files that the previous version's recipe placed and the new one's does not, go
/// with the switch.
class FileInstaller final : public TreeInstaller {
public:
    FileInstaller(VersionFolder& versions, FileSystem& files) : TreeInstaller(versions), m_files(files) {}

    [[nodiscard]] Result<CommandOutcome> prepare(const InstallJob& job) override;
    [[nodiscard]] Result<void> switchTo(const InstallJob& job) override;
    [[nodiscard]] Result<void> keep(const InstallJob& job) override;
    [[nodiscard]] std::string rollBack(const InstallJob& job) override;
    [[nodiscard]] Result<void> switchBack(const InstallJob& job) override;
    [[nodiscard]] Result<void> discard(const InstallJob& job) override;

private:
    [[nodiscard]] std::filesystem::path note(const InstallJob& job) const;
    [[nodiscard]] Result<void> makeParent(const std::filesystem::path& place);
    [[nodiscard]] Result<void> writeFresh(const InstallJob& job, const PlacedFile& file);
    [[nodiscard]] Result<std::string> keepOld(const std::filesystem::path& place);
    [[nodiscard]] Result<void> putBack(const InstallJob& job);
    [[nodiscard]] Result<void> syncAround(const std::vector<std::filesystem::path>& places);

    FileSystem& m_files;
};

}  // namespace signalbox::terminal
