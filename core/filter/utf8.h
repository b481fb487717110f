// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace signalbox::filter {

/// Where the first byte stands that is no UTF-8 (RFC 3629: no surrogates, no overlong forms); the size: nowhere.
[[nodiscard]] std::size_t firstInvalidUtf8(std::string_view text);

}  // namespace signalbox::filter
