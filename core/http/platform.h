// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

#include "core/base/result.h"
#include "core/http/stream.h"

namespace signalbox::http {

/// What differs between operating systems; one file each implements it (platform_posix.cpp).

/// From here on writing to a closed connection is an error, not the end of the process. Any number of calls.
void ignoreBrokenPipes();
/// Reads at an offset of a file, not moving its position; 0 is the end.
[[nodiscard]] Result<std::size_t> readFileAt(int descriptor, std::span<char> into, std::uint64_t offset);
/// Some bytes of a file to a non-blocking socket without a copy of ours; see Stream::trySendFile.
[[nodiscard]] IoResult sendFilePart(int socket, int descriptor, std::uint64_t offset, std::size_t count);
/// How many descriptors the process may have, after it was given all that the system allows it. Any number of calls.
[[nodiscard]] std::size_t descriptorsAllowed();
/// Whether an accept failed because the process or the system has no descriptors or memory left.
[[nodiscard]] bool isExhaustion(const boost::system::error_code& error);

}  // namespace signalbox::http
