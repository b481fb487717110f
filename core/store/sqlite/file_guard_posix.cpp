// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>

#include "core/base/file_system.h"
#include "core/store/sqlite/file_guard.h"

namespace signalbox::store {
namespace {

constexpr mode_t kOwnerOnly = 0600;

Result<void> tighten(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
        if (errno == ENOENT) return {};
        return systemError(path);
    }
    if (!S_ISREG(status.st_mode)) return makeError(BaseErrc::invalidArgument, path + " is no regular file");
    if ((status.st_mode & 07777) != kOwnerOnly && ::chmod(path.c_str(), kOwnerOnly) != 0) return systemError(path);
    return {};
}

/// Never opens a file that is there: closing any descriptor of it would drop SQLite's own locks.
Result<void> makeWhereNone(const std::filesystem::path& file) {
    const int made = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, kOwnerOnly);
    if (made < 0) {
        if (errno == EEXIST) return {};
        return systemError(file.string());
    }
    ::close(made);
    return nativeFileSystem().syncDirectory(file.has_parent_path() ? file.parent_path() : ".");
}

}  // namespace

Result<FileGuard> FileGuard::take(const std::filesystem::path& file) {
    const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored))
        return makeError(BaseErrc::notFound, "folder " + folder.string());

    const std::string lockPath = file.string() + ".lock";
    FileGuard guard(::open(lockPath.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, kOwnerOnly));
    if (guard.m_lock < 0) return systemError(lockPath);
    if (::flock(guard.m_lock, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK)
            return makeError(BaseErrc::unavailable, file.string() + " is open in another process");
        return systemError(lockPath);
    }
    CHECK(makeWhereNone(file));
    for (const char* suffix : {"", "-wal", "-shm"})
        CHECK(tighten(file.string() + suffix));
    return guard;
}

FileGuard::FileGuard(FileGuard&& other) noexcept : m_lock(std::exchange(other.m_lock, -1)) {}

FileGuard::~FileGuard() {
    if (m_lock >= 0) ::close(m_lock);
}

}  // namespace signalbox::store
