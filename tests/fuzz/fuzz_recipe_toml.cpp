// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A recipe in TOML: no crash, and what is accepted survives the form that lies on nodes.
#include <cstdint>
#include <cstdlib>

#include "core/package/recipe_file.h"

using namespace signalbox;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto recipe = package::parseRecipeToml({reinterpret_cast<const char*>(data), size});
    if (!recipe) return 0;
    const auto again = package::recipeFromJson(package::recipeToJson(*recipe));
    if (!again || !(*again == *recipe)) std::abort();
    return 0;
}
