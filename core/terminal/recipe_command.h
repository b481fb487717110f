// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/terminal/installer.h"
#include "core/terminal/version_folder.h"

namespace signalbox::terminal {

/// What every program that the agent starts has in its environment, and nothing else.
[[nodiscard]] std::vector<std::string> plainEnvironment();

/// A command of the job's recipe as it is run: as the recipe's user, in the tree of the new version or, `old`, of the
/// previous one, with PATH, LANG, HOME=/, SIGNALBOX_PRODUCT, SIGNALBOX_VERSION and SIGNALBOX_ROOT.
enum class OfVersion { fresh, old };
[[nodiscard]] CommandSpec recipeCommand(const VersionFolder& versions, const InstallJob& job, const Recipe& recipe,
                                        const Command& command, OfVersion version = OfVersion::fresh);

}  // namespace signalbox::terminal
