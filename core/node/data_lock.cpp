// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/node/data_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

namespace signalbox::node {

Result<std::unique_ptr<DataLock>> DataLock::take(const std::filesystem::path& data) {
    const std::filesystem::path path = data / "lock";
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) return systemError("opening " + path.string());
    std::unique_ptr<DataLock> lock(new DataLock(descriptor));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return lock;
    if (errno == EWOULDBLOCK) return makeError(BaseErrc::unavailable, "another signalbox-node serves " + data.string());
    return systemError("locking " + path.string());
}

bool DataLock::isTaken(const std::filesystem::path& data) {
    const int descriptor = ::open((data / "lock").c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0) return false;
    const bool taken = ::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    ::close(descriptor);
    return taken;
}

DataLock::~DataLock() {
    ::close(m_descriptor);
}

}  // namespace signalbox::node
