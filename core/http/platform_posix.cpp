// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#ifdef __linux__
#include <sys/sendfile.h>
#endif
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <limits>

#include "core/http/message.h"
#include "core/http/platform.h"

namespace signalbox::http {

void ignoreBrokenPipes() {
    std::signal(SIGPIPE, SIG_IGN);
}

Result<std::size_t> readFileAt(int descriptor, std::span<char> into, std::uint64_t offset) {
    for (;;) {
        const ssize_t count = ::pread(descriptor, into.data(), into.size(), static_cast<off_t>(offset));
        if (count >= 0) return static_cast<std::size_t>(count);
        if (errno != EINTR) return systemError("reading a file body");
    }
}

IoResult sendFilePart(int socket, int descriptor, std::uint64_t offset, std::size_t count) {
#ifdef __linux__
    auto at = static_cast<off_t>(offset);
    for (;;) {
        const ssize_t sent = ::sendfile(socket, descriptor, &at, count);
        if (sent > 0) return {IoState::done, static_cast<std::size_t>(sent), {}};
        if (sent == 0) return {IoState::failed, 0, BaseErrc::corrupt};  // it became shorter
        if (errno == EINTR) continue;
        if (errno == EAGAIN) return {IoState::wantWrite, 0, {}};
        if (errno == EINVAL || errno == ENOSYS) return {IoState::failed, 0, BaseErrc::unsupported};
        return {IoState::failed, 0, {errno, boost::system::system_category()}};
    }
#else
    static_cast<void>(socket), static_cast<void>(descriptor), static_cast<void>(offset), static_cast<void>(count);
    return {IoState::failed, 0, BaseErrc::unsupported};
#endif
}

std::size_t descriptorsAllowed() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return 256;  // the least that POSIX systems come with
    rlimit most = limit;
    most.rlim_cur = most.rlim_max;
    if (most.rlim_cur != limit.rlim_cur && ::setrlimit(RLIMIT_NOFILE, &most) == 0) limit = most;
    return limit.rlim_cur == RLIM_INFINITY ? std::numeric_limits<std::size_t>::max()
                                           : static_cast<std::size_t>(limit.rlim_cur);
}

bool isExhaustion(const boost::system::error_code& error) {
    if (error.category() != boost::system::system_category()) return false;
    return error.value() == EMFILE || error.value() == ENFILE || error.value() == ENOBUFS || error.value() == ENOMEM;
}

Result<FileBody> openFileBody(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
        if (errno == ENOENT || errno == ENOTDIR) return makeError(BaseErrc::notFound, path);
        return systemError("opening " + path);
    }
    const auto closing = [](const int* held) {
        ::close(*held);
        delete held;
    };
    std::shared_ptr<const int> owner(new int(descriptor), closing);
    struct stat facts {};
    if (::fstat(descriptor, &facts) != 0) return systemError("looking at " + path);
    if (!S_ISREG(facts.st_mode)) return makeError(BaseErrc::invalidArgument, path + " is no regular file");
    return FileBody{std::move(owner), 0, static_cast<std::uint64_t>(facts.st_size)};
}

}  // namespace signalbox::http
