// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/model/recipe.h"
#include "core/package/text_rules.h"

namespace signalbox::package {

// What holds for a recipe in TOML and in JSON alike.
constexpr std::size_t kMaxRecipe = 65536;    // bytes of the JSON
constexpr std::size_t kMaxArguments = 256;   // of a command
constexpr std::size_t kMaxArgument = 4096;   // bytes
constexpr std::size_t kMaxUserName = 64;     // bytes
constexpr std::int64_t kMaxTimeout = 86400;  // seconds

/// What is run belongs to the kinds that our agent installs.
[[nodiscard]] inline bool hasItsCommands(const Recipe& recipe) {
    return recipe.kind != InstallKind::image ||
           (recipe.restart.arguments.empty() && recipe.runCheck.arguments.empty() && recipe.user.empty());
}

/// A script needs what it is installed by; no other kind has that.
[[nodiscard]] inline bool hasItsScript(const Recipe& recipe) {
    const bool installs = !recipe.install.arguments.empty();
    if (recipe.kind == InstallKind::script) return installs;
    return !installs && recipe.rollBack.arguments.empty();
}

/// No control characters: approvers read what they sign, and canonical JSON stays JSON. A script of several lines is a
/// file of the package.
[[nodiscard]] inline bool isArgument(std::string_view text) {
    return text.size() <= kMaxArgument && isPlainText(text);
}

/// A name of the operating system's; what would be an option, a path or a field separator is none.
[[nodiscard]] inline bool isUserName(std::string_view text) {
    const auto fits = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' ||
               c == '.' || c == '$';
    };
    return !text.empty() && text.size() <= kMaxUserName && text.front() != '-' &&
           std::all_of(text.begin(), text.end(), fits);
}

}  // namespace signalbox::package
