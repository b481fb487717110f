// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <utility>

#include "core/base/clock.h"

namespace signalbox::manager {

/// Notices that somebody set the wall clock, by a clock that nobody can set. Small corrections (a minute) are none.
class ClockWatch {
public:
    using Steady = std::chrono::steady_clock::time_point;

    /// How far the wall clock was set forward (or back, below 0) since the last look; nullopt: it was not.
    [[nodiscard]] std::optional<Milliseconds> look(TimePoint wall, Steady steady) {
        const auto before = std::exchange(m_last, std::pair(wall, steady));
        if (!before) return std::nullopt;
        const Milliseconds by =
            (wall - before->first) - std::chrono::duration_cast<Milliseconds>(steady - before->second);
        constexpr Milliseconds kLeast{60'000};
        return by > kLeast || by < -kLeast ? std::optional(by) : std::nullopt;
    }

private:
    std::optional<std::pair<TimePoint, Steady>> m_last;
};

}  // namespace signalbox::manager
