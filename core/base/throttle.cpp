// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/throttle.h"

#include <algorithm>
#include <cmath>

namespace signalbox {
namespace {

constexpr double kMostAtOnce = 0.5;  // seconds' worth

}  // namespace

Milliseconds Throttle::take(std::uint64_t bytes) {
    if (m_rate == 0) return Milliseconds(0);
    const auto rate = static_cast<double>(m_rate);
    const TimePoint now = m_clock.now();
    if (m_last && now > *m_last) {
        const double gained = rate * static_cast<double>((now - *m_last).count()) / 1000.0;
        // Debt is paid by the time that passed; a jump of the clock pays no more than all of it.
        m_level = std::min(m_level + gained, rate * kMostAtOnce);
    }
    m_last = now;
    m_level -= static_cast<double>(bytes);
    if (m_level >= 0) return Milliseconds(0);
    return Milliseconds(static_cast<std::int64_t>(std::ceil(-m_level * 1000.0 / rate)));
}

}  // namespace signalbox
