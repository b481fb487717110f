// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

#include "core/base/result.h"

namespace signalbox::fleet {

/// Reads the portable Roaring format (github.com/RoaringBitmap/RoaringFormatSpec) and gives the values ascending, a
/// run at a time. Our own reader because the library's trusts what it reads: here every count, order and length is
/// checked. BaseErrc::malformed naming the byte; what was given before then is to be thrown away.
[[nodiscard]] Result<void> readPortableRoaring(std::string_view bytes,
                                               const std::function<void(std::span<const std::uint32_t>)>& take);

}  // namespace signalbox::fleet
