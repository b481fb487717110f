// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/approver/release_contents.h"
#include "core/approver/statement.h"

namespace signalbox::approver {

struct FileChange {
    package::ListedEntry before;
    package::ListedEntry after;
};

/// One value of a recipe or of a file of settings. "" before or after: it was not there, or is not there any more.
struct SettingChange {
    std::string file;  ///< "": the recipe
    std::string key;
    std::string before;
    std::string after;
    friend bool operator==(const SettingChange&, const SettingChange&) = default;
};

/// A package of one platform, held against that of another release.
struct PackageDifference {
    std::string platform;
    enum class Kind { changed, added, removed, same } kind = Kind::same;
    std::uint64_t sizeBefore = 0;  ///< of the package
    std::uint64_t sizeAfter = 0;
    std::vector<package::ListedEntry> added;
    std::vector<FileChange> changed;
    std::vector<package::ListedEntry> removed;
    std::size_t unchanged = 0;  ///< files
    std::vector<SettingChange> recipe;
    std::vector<SettingChange> settings;  ///< of files that changed and whose values can be told apart
};

/// By platform, those of `after` first, then what is gone.
[[nodiscard]] std::vector<PackageDifference> differenceOf(const std::vector<PackageContents>& before,
                                                          const std::vector<PackageContents>& after);

/// The release that is trusted now and that `line` is to be held against: the same one where its content is another,
/// else that of its channel with the highest counter, else of any channel; nullopt: no other is trusted yet.
[[nodiscard]] std::optional<ReleaseLine> predecessorOf(const ReleaseLine& line, const tuf::Targets* believed);

}  // namespace signalbox::approver
