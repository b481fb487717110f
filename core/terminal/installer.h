// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/model/recipe.h"
#include "core/terminal/command_runner.h"

namespace signalbox::terminal {

/// One version on its way onto this machine.
struct InstallJob {
    std::string product;
    std::string version;
    std::string tree;      ///< the folder below versions/ that is made for it
    std::string previous;  ///< the folder that was current before; empty: none
    std::string previousVersion;
    std::filesystem::path package;  ///< on disk, its digest verified
    Recipe recipe;
    std::optional<Recipe> previousRecipe;  ///< of `previous`, where it is known
};

/// How packages of one kind get onto this machine and off again. The Deployer calls in this order:
///   prepare → switchTo → finish, then, when the run check passed, keep;
///   discard: before the switch, it is not wanted after all;
///   undo → switchBack → discard: behind the switch, it failed.
/// The process may be killed, or the power may go, at any instant: the step that was begun is then called again, or
/// discard() where switchTo() was not done whole. So each step may be repeated, and each but finish() and undo(), which
/// run programs, is durable when it returns. An error says that a step could not be done; an outcome that is not good,
/// that its program said no, and its log tail why. Blocking; the pool's thread.
class Installer {
public:
    virtual ~Installer() = default;

    /// Makes everything ready beside what runs. What people see, and what runs, stays as it is.
    [[nodiscard]] virtual Result<CommandOutcome> prepare(const InstallJob& job) = 0;
    /// Puts the new in the place of the old by renames; the old is kept. Then the product's link points to the tree.
    [[nodiscard]] virtual Result<void> switchTo(const InstallJob& job) = 0;
    /// What is left to programs: the package's own, or the system's installer.
    [[nodiscard]] virtual Result<CommandOutcome> finish(const InstallJob& job) = 0;
    /// The new version runs: the old one is cleared away, but for what the next roll-back needs.
    [[nodiscard]] virtual Result<void> keep(const InstallJob& job) = 0;

    /// How the job would be taken back on this machine: "previous version", "script", "removal" …, or "none".
    [[nodiscard]] virtual std::string rollBack(const InstallJob& job) = 0;
    /// Takes back what finish() did, whole or in part. BaseErrc::unsupported: there is no roll-back.
    [[nodiscard]] virtual Result<CommandOutcome> undo(const InstallJob& job) = 0;
    /// Takes back what switchTo() did.
    [[nodiscard]] virtual Result<void> switchBack(const InstallJob& job) = 0;
    /// Removes all that was made for the job; takes a switch back that was not done whole.
    [[nodiscard]] virtual Result<void> discard(const InstallJob& job) = 0;
};

}  // namespace signalbox::terminal
