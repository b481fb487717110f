// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/script_installer.h"

#include "core/terminal/recipe_command.h"

namespace signalbox::terminal {

Result<CommandOutcome> ScriptInstaller::finish(const InstallJob& job) {
    return m_commands.run(recipeCommand(versions(), job, job.recipe, job.recipe.install));
}

std::string ScriptInstaller::rollBack(const InstallJob& job) {
    return job.recipe.rollBack.arguments.empty() ? "none" : "script";
}

/// Where the tree is gone, that was done before a kill.
Result<CommandOutcome> ScriptInstaller::undo(const InstallJob& job) {
    if (!versions().hasTree(job.product, job.tree)) return CommandOutcome{};
    if (job.recipe.rollBack.arguments.empty()) return makeError(BaseErrc::unsupported, "the recipe has no roll-back");
    CommandSpec spec = recipeCommand(versions(), job, job.recipe, job.recipe.rollBack);
    spec.endGroup = true;
    return m_commands.run(spec);
}

}  // namespace signalbox::terminal
