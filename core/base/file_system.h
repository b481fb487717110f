// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/hash.h"
#include "core/base/result.h"

namespace signalbox {

/// A file being written. Nothing is durable before sync(). Closing (the destructor) does not sync.
class FileWriter {
public:
    virtual ~FileWriter() = default;
    [[nodiscard]] virtual Result<void> write(Bytes bytes) = 0;
    [[nodiscard]] virtual Result<void> sync() = 0;
};

/// Makes all that was written to one file system since it was opened durable, in one go.
class FileSystemBarrier {
public:
    virtual ~FileSystemBarrier() = default;
    /// On success every change to that file system that returned before is durable: content, names, modes. A failed
    /// write-back since the barrier was opened is an error, even one that nobody was waiting for.
    [[nodiscard]] virtual Result<void> sync() = 0;
};

/// Every change on disk that a promise about power cuts depends on goes through here, so that a recording
/// implementation can replay each prefix of it. Blocking: call from a pool or a program without a loop. Paths are
/// never followed through symbolic links in their last component. Errors carry the path.
class FileSystem {
public:
    virtual ~FileSystem() = default;

    /// Creates or truncates, with permission bits `mode` whatever the umask.
    [[nodiscard]] virtual Result<std::unique_ptr<FileWriter>> create(const std::filesystem::path& path,
                                                                     unsigned mode) = 0;
    /// Opens for appending, cut to `offset` bytes (fewer: BaseErrc::wrongState); creates it where `offset` is 0.
    [[nodiscard]] virtual Result<std::unique_ptr<FileWriter>> append(const std::filesystem::path& path,
                                                                     std::uint64_t offset) = 0;
    [[nodiscard]] virtual Result<void> makeDirectories(const std::filesystem::path& path) = 0;
    /// Exactly these permission bits.
    [[nodiscard]] virtual Result<void> setMode(const std::filesystem::path& path, unsigned mode) = 0;
    /// Of a file, or of a link itself; BaseErrc::unsupported where files have no owners of that kind (the default).
    [[nodiscard]] virtual Result<void> setOwner(const std::filesystem::path& path, unsigned user, unsigned group);
    [[nodiscard]] virtual Result<void> makeSymlink(const std::string& target, const std::filesystem::path& path) = 0;
    [[nodiscard]] virtual Result<void> makeHardLink(const std::filesystem::path& existing,
                                                    const std::filesystem::path& path) = 0;
    /// Replaces what is there, atomically.
    [[nodiscard]] virtual Result<void> rename(const std::filesystem::path& from, const std::filesystem::path& to) = 0;
    /// A file, link or whole tree; nothing there is success.
    [[nodiscard]] virtual Result<void> remove(const std::filesystem::path& path) = 0;
    /// Makes the names in a directory durable.
    [[nodiscard]] virtual Result<void> syncDirectory(const std::filesystem::path& path) = 0;
    /// A barrier for the file system that `directory` lies on, to be opened before the first write it stands for. Far
    /// cheaper than syncing thousands of files one by one. BaseErrc::unsupported where there is none (the default):
    /// then sync each file and directory.
    [[nodiscard]] virtual Result<std::unique_ptr<FileSystemBarrier>> openBarrier(
        const std::filesystem::path& directory);
};

/// The real one (POSIX here; what Windows needs goes beside it). Any thread.
[[nodiscard]] FileSystem& nativeFileSystem();

/// Writes beside, syncs, renames over `path` and syncs the directory: afterwards either the old or the new content is
/// there, whatever happens.
[[nodiscard]] Result<void> replaceFile(FileSystem& files, const std::filesystem::path& path, Bytes content,
                                       unsigned mode = 0644);

/// `to` with the content of `from`, not synced yet: that is what the writer is for.
[[nodiscard]] Result<std::unique_ptr<FileWriter>> copyFile(FileSystem& files, const std::filesystem::path& from,
                                                           const std::filesystem::path& to, unsigned mode);

/// The whole file; BaseErrc::tooLarge above `most` bytes, BaseErrc::notFound where there is none.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& path, std::size_t most);

}  // namespace signalbox
