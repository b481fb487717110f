// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/base/result.h"

namespace signalbox::store {

/// Keeps a database file to one process and one user. What the operating system does differently is in
/// file_guard_<system>.cpp.
class FileGuard {
public:
    /// Makes the file with mode 0600 where there is none (and its name durable), takes an existing one with its -wal
    /// and -shm back to 0600, and holds a lock on "<file>.lock" that the system releases however the process ends.
    /// BaseErrc::notFound for a missing folder, BaseErrc::unavailable when the lock is held,
    /// BaseErrc::invalidArgument when it is no regular file; else the system's error. All name the path.
    [[nodiscard]] static Result<FileGuard> take(const std::filesystem::path& file);

    FileGuard(FileGuard&& other) noexcept;
    FileGuard& operator=(FileGuard&&) = delete;
    ~FileGuard();

private:
    explicit FileGuard(int lock) : m_lock(lock) {}
    int m_lock;  ///< descriptor
};

}  // namespace signalbox::store
