// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/clock.h"

namespace signalbox::fleet_sim {

/// What the field is like. Shares and rates are 0 to 1.
struct FieldConditions {
    double slowLinks = 0;                       ///< share of terminals
    std::uint64_t slowRate = 32 << 10;          ///< bytes a second of each slow link
    double wrongClocks = 0;                     ///< share of terminals
    Seconds clockError{std::chrono::hours(1)};  ///< the most that a wrong clock is ahead or behind
    double offline = 0;                         ///< of contacts: the terminal is off, for one to ten intervals
    Seconds hang{std::chrono::minutes(10)};     ///< how long an attempt that hangs is silent
};

/// What one terminal is like, for good: the same for the same seed and terminal.
struct Surroundings {
    std::uint64_t bytesPerSecond = 0;  ///< 0: as fast as it comes
    Milliseconds clockError{0};        ///< to be added to the right time
};
[[nodiscard]] Surroundings surroundingsOf(const FieldConditions& conditions, std::uint64_t seed,
                                          std::string_view terminal);

/// How many intervals a terminal is off instead of making its contact number `contact`; 0: it makes it.
[[nodiscard]] unsigned intervalsOff(const FieldConditions& conditions, std::uint64_t seed, std::string_view terminal,
                                    std::uint64_t contact);

/// A clock that is wrong by the same time always.
class WrongClock final : public Clock {
public:
    WrongClock(const Clock& right, Milliseconds error) : m_right(right), m_error(error) {}
    [[nodiscard]] TimePoint now() const override { return m_right.now() + m_error; }

private:
    const Clock& m_right;
    Milliseconds m_error;
};

}  // namespace signalbox::fleet_sim
