// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "core/base/clock.h"

namespace signalbox::fleet {

/// An RFC 3339 time, or a span before `now`: up to nine digits and s, m, h, d or w ("30d", "15m").
/// BaseErrc::invalidArgument for anything else.
[[nodiscard]] Result<TimePoint> contactTime(std::string_view text, TimePoint now);

}  // namespace signalbox::fleet
