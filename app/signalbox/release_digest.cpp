// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signalbox/release_digest.h"

#include <string>

#include "core/package/recipe_file.h"
#include "core/registry/manifest.h"

namespace signalbox {

Digest releaseDigest(const Release& release) {
    Release made = release;
    for (Package& package : made.packages) {
        const std::string recipe = package::recipeToJson(package.recipe);
        package.configDigest = Digest::ofContent(recipe);
        package.configSize = recipe.size();
        const std::string manifest = registry::buildManifest(made, package);
        package.manifestDigest = Digest::ofContent(manifest);
        package.manifestSize = manifest.size();
    }
    return Digest::ofContent(registry::buildIndex(made));
}

}  // namespace signalbox
