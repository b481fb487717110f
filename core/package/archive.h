// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>

#include "core/base/file_system.h"
#include "core/base/result.h"

namespace signalbox::package {

/// bytes of file content handled so far; return false to cancel (BaseErrc::cancelled)
using PackProgress = std::function<bool(std::uint64_t done)>;

/// Packs a folder as tar (pax) + zstd, byte for byte the same for the same tree: entries sorted, owner 0, times 0,
/// modes kept. Regular files, directories, symbolic and hard links; anything else is an error naming the path.
/// Blocking. `to` is replaced.
[[nodiscard]] Result<void> packTree(const std::filesystem::path& folder, const std::filesystem::path& to,
                                    const PackProgress& progress = {});

struct UnpackLimits {
    std::uint64_t maxBytes = std::uint64_t(64) << 30;
    std::uint64_t maxEntries = 2'000'000;
    std::uint64_t maxRatio = 1000;  ///< unpacked to packed bytes, judged from 64 MiB on
};

/// Unpacks tar of any compression that libarchive knows into the new folder `into` and syncs every file and directory
/// (what it returns from is durable). No path leaves `into`: absolute paths, "..", and anything below or through a
/// symbolic link the archive made are errors (BaseErrc::malformed naming the entry), and so are devices, hard links to
/// what is not in the archive, names above 4096 bytes, and what exceeds the limits (BaseErrc::tooLarge). Symbolic links
/// may point anywhere below `into` only. setuid and setgid bits are dropped. Blocking.
[[nodiscard]] Result<void> unpackTree(FileSystem& files, const std::filesystem::path& archive,
                                      const std::filesystem::path& into, const UnpackLimits& limits = {});

/// Fills some of a buffer from an offset of a package; 0 is its end.
using PackageReader = std::function<Result<std::size_t>(std::uint64_t offset, std::span<std::byte> into)>;
/// What unpackTree() would take on a disk with blocks of 4 KiB, by what the archive says; nothing is written. Errors:
/// BaseErrc::malformed where it is no such archive, BaseErrc::tooLarge above the limits. Blocking; reads all of it.
[[nodiscard]] Result<std::uint64_t> unpackedSize(const PackageReader& read, const UnpackLimits& limits = {});

}  // namespace signalbox::package
