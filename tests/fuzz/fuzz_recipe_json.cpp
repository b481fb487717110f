// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A recipe in JSON: no crash, and one canonical form for what is accepted.
#include <cstdint>
#include <cstdlib>

#include "core/package/recipe_file.h"

using namespace signalbox;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto recipe = package::recipeFromJson({reinterpret_cast<const char*>(data), size});
    if (!recipe) return 0;
    const std::string json = package::recipeToJson(*recipe);
    const auto again = package::recipeFromJson(json);
    if (!again || !(*again == *recipe) || package::recipeToJson(*again) != json) std::abort();
    return 0;
}
