// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct bio_st;

namespace signalbox::http {

class Stream;

/// What OpenSSL reads from and writes to: the stream's socket, and before it the bytes that the stream received while
/// it waited. The stream lives longer. nullptr: out of memory.
[[nodiscard]] bio_st* newStreamBio(Stream& stream);

}  // namespace signalbox::http
