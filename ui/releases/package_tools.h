// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>

#include "core/base/result.h"
#include "core/model/recipe.h"

namespace signalbox::ui {

/// What an import needs of rooms that the console does not link; wired in app/signalbox. Both block, any thread.
struct PackageTools {
    /// Packs a folder into a file. `progress` gets the bytes done and says whether to go on.
    std::function<Result<void>(const std::filesystem::path& folder, const std::filesystem::path& file,
                               const std::function<bool(std::uint64_t)>& progress)>
        packFolder;
    /// A recipe as it is written in TOML.
    std::function<Result<Recipe>(std::string_view text)> readRecipe;
};

}  // namespace signalbox::ui
