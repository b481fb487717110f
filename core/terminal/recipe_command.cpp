// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/recipe_command.h"

namespace signalbox::terminal {

std::vector<std::string> plainEnvironment() {
    return {"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8", "HOME=/"};
}

CommandSpec recipeCommand(const VersionFolder& versions, const InstallJob& job, const Recipe& recipe,
                          const Command& command, OfVersion version) {
    const bool old = version == OfVersion::old;
    CommandSpec spec;
    spec.arguments = command.arguments;
    spec.timeout = command.timeout;
    spec.workingDirectory = versions.treePath(job.product, old ? job.previous : job.tree);
    spec.environment = plainEnvironment();
    spec.environment.push_back("SIGNALBOX_PRODUCT=" + job.product);
    spec.environment.push_back("SIGNALBOX_VERSION=" + (old ? job.previousVersion : job.version));
    spec.environment.push_back("SIGNALBOX_ROOT=" + versions.root().string());
    spec.user = recipe.user;
    return spec;
}

}  // namespace signalbox::terminal
