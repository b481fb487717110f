// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/blob_reader.h"

#include <unistd.h>

#include <cerrno>

namespace signalbox::registry {

Result<std::size_t> readAt(const http::FileBody& file, std::uint64_t offset, std::span<std::byte> into) {
    for (;;) {
        const ssize_t got = ::pread(*file.descriptor, into.data(), into.size(), static_cast<off_t>(offset));
        if (got >= 0) return static_cast<std::size_t>(got);
        if (errno != EINTR) return systemError("reading a blob");
    }
}

}  // namespace signalbox::registry
