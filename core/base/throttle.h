// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "core/base/clock.h"

namespace signalbox {

/// The lower of two limits in bytes a second, of which 0 is none.
[[nodiscard]] constexpr std::uint64_t lowerLimit(std::uint64_t one, std::uint64_t other) {
    return one == 0 || (other != 0 && other < one) ? other : one;
}

/// A token bucket: bytes a second on average, half a second's worth at once. What several transfers take adds up. A
/// clock that jumps gives nothing away: back counts as no time, forth as half a second. One thread.
class Throttle {
public:
    /// 0 bytes a second: no limit.
    Throttle(const Clock& clock, std::uint64_t bytesPerSecond) : m_clock(clock), m_rate(bytesPerSecond) {}

    [[nodiscard]] bool limits() const { return m_rate > 0; }
    [[nodiscard]] std::uint64_t rate() const { return m_rate; }
    /// From the next take() on; what was taken before counts at the new rate.
    void setRate(std::uint64_t bytesPerSecond) { m_rate = bytesPerSecond; }
    /// Takes `bytes` that came; how long to wait before more may come.
    [[nodiscard]] Milliseconds take(std::uint64_t bytes);

private:
    const Clock& m_clock;
    std::uint64_t m_rate;
    double m_level = 0;  ///< bytes that may still come at once; below 0: too many came
    std::optional<TimePoint> m_last;
};

}  // namespace signalbox
