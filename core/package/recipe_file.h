// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/model/recipe.h"

namespace signalbox::package {

/// The recipe as an administrator writes it, in TOML:
///   kind = "tree"                                             or "image", which takes nothing else, "script", "file",
///   user = "kiosk"                                            "deb"
///   [[file]]    from = "kiosk.conf"   to = "/etc/kiosk.conf"  of a file only, and needed there; mode, owner, group
///   [install]   command = ["./install"]                       of a script only, and needed there
///   [roll-back] command = ["./undo"]                          of a script only; none: it is not taken back
///   [restart]   command = ["systemctl", "restart", "kiosk"]   timeout = "60s"
///   [run-check] command = ["./bin/check"]                     timeout = "30s"
///   [reboot]    when = "always"                               or "exit-code" with exit-code = 194, "file" with file =
///                                                             "/run/reboot-required", "never"
/// BaseErrc::malformed names line, column and what was expected; unknown keys are errors.
[[nodiscard]] Result<Recipe> parseRecipeToml(std::string_view text);

/// The recipe as it lies on nodes (canonical JSON: sorted keys, no white space).
[[nodiscard]] std::string recipeToJson(const Recipe& recipe);
/// BaseErrc::malformed names the member; unknown members are ignored, an unknown kind is BaseErrc::unsupported.
[[nodiscard]] Result<Recipe> recipeFromJson(std::string_view json);

/// Whether terminals will take it, as recipeFromJson() would say of it. BaseErrc::malformed names the member as the
/// admin API does ("restart.arguments[0]").
[[nodiscard]] Result<void> checkRecipe(const Recipe& recipe);

}  // namespace signalbox::package
