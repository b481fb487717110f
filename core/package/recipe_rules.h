// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
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
constexpr std::size_t kMaxFiles = 64;        // that a recipe places
constexpr std::size_t kMaxPath = 1024;       // bytes
constexpr std::uint64_t kMaxExitCode = 65535;

/// What is run belongs to the kinds that our agent installs.
[[nodiscard]] inline bool hasItsCommands(const Recipe& recipe) {
    return recipe.kind != InstallKind::image ||
           (recipe.restart.arguments.empty() && recipe.runCheck.arguments.empty() && recipe.user.empty() &&
            recipe.reboot.when == RebootWhen::never);
}

/// A script needs what it is installed by; no other kind has that.
[[nodiscard]] inline bool hasItsScript(const Recipe& recipe) {
    const bool installs = !recipe.install.arguments.empty();
    if (recipe.kind == InstallKind::script) return installs;
    return !installs && recipe.rollBack.arguments.empty();
}

/// What a kind `file` needs, and no other has; two files for one place are none.
[[nodiscard]] inline bool hasItsFiles(const Recipe& recipe) {
    if (recipe.kind != InstallKind::file) return recipe.files.empty();
    std::set<std::string_view> places;
    for (const PlacedFile& file : recipe.files)
        if (!places.insert(file.to).second) return false;
    return !recipe.files.empty() && recipe.files.size() <= kMaxFiles;
}

/// Names between single slashes, none of them a dot or two.
[[nodiscard]] inline bool isPlainPath(std::string_view path) {
    if (path.empty() || path.size() > kMaxPath || !isPlainText(path)) return false;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view name = path.substr(begin, end - begin);
        if (name.empty() || name.size() > 240 || name == "." || name == "..") return false;
        begin = end + 1;
    }
    return true;
}

/// From the root, such as /etc/kiosk.conf.
[[nodiscard]] inline bool isAbsolutePath(std::string_view path) {
    return path.starts_with('/') && isPlainPath(path.substr(1));
}

/// "644" or "0644": setuid, setgid and sticky go with no package.
[[nodiscard]] inline bool isFileMode(std::string_view mode) {
    if (mode.size() == 4 && mode.front() == '0') mode.remove_prefix(1);
    return mode.size() == 3 && std::all_of(mode.begin(), mode.end(), [](char c) { return c >= '0' && c <= '7'; });
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
