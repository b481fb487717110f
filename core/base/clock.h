// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace signalbox {

/// A moment in UTC, in milliseconds.
using TimePoint = std::chrono::sys_time<std::chrono::milliseconds>;
using Milliseconds = std::chrono::milliseconds;
using Seconds = std::chrono::seconds;

/// Where the time comes from; injected, so that tests decide what time it is. Any thread.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual TimePoint now() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] TimePoint now() const override;
};

/// RFC 3339 in UTC with milliseconds: "2026-11-21T19:40:41.000Z".
[[nodiscard]] std::string toRfc3339(TimePoint time);
/// Accepts any offset and up to nine digits of a second's fraction; BaseErrc::malformed names the text.
[[nodiscard]] Result<TimePoint> fromRfc3339(std::string_view text);

}  // namespace signalbox
