// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/base/clock.h"

namespace signalbox::ctl {

/// "90s", "10m", "1h30m", "2d", "1w": units from large to small, each once. BaseErrc::invalidArgument names the text;
/// at most 100 years.
[[nodiscard]] Result<Seconds> parseDuration(std::string_view text);

/// "now", "+10m" (from now), RFC 3339 with an offset, or local time "2026-11-21 19:30" (this machine's zone).
/// BaseErrc::invalidArgument says what is possible; a local time that the zone leaves out is an error too.
[[nodiscard]] Result<TimePoint> parseTime(std::string_view text, TimePoint now);

/// "2026-11-21 19:30:41" in this machine's zone.
[[nodiscard]] std::string localTime(TimePoint time);
/// "12 s ago", "3 min ago", "5 h ago", "2026-11-01 08:00:00"; times to come are "in 3 min".
[[nodiscard]] std::string relativeTime(TimePoint time, TimePoint now);
/// "1 h 30 min", "45 s".
[[nodiscard]] std::string durationText(Seconds duration);

}  // namespace signalbox::ctl
