// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/terminal/tree_installer.h"

namespace signalbox::terminal {

/// Install kind `script`: a tree with a program that installs it, and perhaps one that undoes that, both run in the
/// tree.
class ScriptInstaller final : public TreeInstaller {
public:
    ScriptInstaller(VersionFolder& versions, CommandRunner& commands) : TreeInstaller(versions), m_commands(commands) {}

    [[nodiscard]] Result<CommandOutcome> finish(const InstallJob& job) override;
    [[nodiscard]] std::string rollBack(const InstallJob& job) override;
    [[nodiscard]] Result<CommandOutcome> undo(const InstallJob& job) override;

private:
    CommandRunner& m_commands;
};

}  // namespace signalbox::terminal
