// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "core/http/message.h"

namespace signalbox::registry {

/// Reads at `offset` of an opened blob, not moving any position: any thread. 0 is the end. Blocking.
[[nodiscard]] Result<std::size_t> readAt(const http::FileBody& file, std::uint64_t offset, std::span<std::byte> into);

}  // namespace signalbox::registry
