// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/package/archive.h"

namespace signalbox::package {

/// A file or link of a package, by what is in it.
struct ListedEntry {
    std::string path;
    std::uint64_t size = 0;  ///< of a file
    std::string sha256;      ///< of a file, lower-case hex
    std::string link;        ///< where a link leads; empty: it is a file
    bool executable = false;
    std::string content;  ///< of a file that was asked for
};

struct ListingLimits {
    std::uint64_t maxBytes = std::uint64_t(64) << 30;
    std::size_t maxEntries = 500'000;
    std::size_t maxContent = 1 << 20;        ///< of one file; above that it is not given
    std::size_t maxAllContent = 16u << 20u;  ///< of all files together
};

/// Whether the content of a file is wanted, by its path.
using WantsContent = std::function<bool(const std::string& path)>;

/// What unpackTree() would make of a package, sorted by path, without folders; nothing is written. Errors:
/// BaseErrc::malformed where it is no such archive or a path leaves it, BaseErrc::tooLarge above the limits. Blocking;
/// reads all of it.
[[nodiscard]] Result<std::vector<ListedEntry>> listPackage(const PackageReader& read, const WantsContent& wants = {},
                                                           const ListingLimits& limits = {});

}  // namespace signalbox::package
