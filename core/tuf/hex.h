// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace signalbox::tuf {

/// The bytes that hex digits of either case stand for; BaseErrc::malformed.
[[nodiscard]] Result<std::string> bytesOfHex(std::string_view hex);

}  // namespace signalbox::tuf
