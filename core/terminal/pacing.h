// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/steady_timer.hpp>
#include <cstdint>

#include "core/base/tasks.h"

namespace signalbox::terminal {

/// Lets one coroutine sleep until another, on the same thread, has something for it.
class Wake {
public:
    explicit Wake(const asio::any_io_executor& executor) : m_timer(executor) {}
    void notify();
    /// Returns at once where notify() was called since the last wait.
    [[nodiscard]] Task<void> wait(Milliseconds most);

private:
    asio::steady_timer m_timer;
    bool m_notified = false;
};

/// When to poll: the interval the manager told, within ±10 %, so that a fleet started at once does not stay in step;
/// after errors half of it, doubled each time up to five intervals (at least 10 s, at most 15 min).
class Pacing {
public:
    explicit Pacing(std::uint32_t seed) : m_state(seed | 1U) {}
    void setInterval(Seconds interval) { m_interval = interval; }
    [[nodiscard]] Milliseconds afterSuccess();
    [[nodiscard]] Milliseconds afterError();
    /// A moment to add to a time that is the same for many terminals: up to a tenth of the interval, at most 5 s.
    [[nodiscard]] Milliseconds spread();

private:
    [[nodiscard]] double random();  ///< 0 to 1

    Milliseconds m_interval{300000};
    unsigned m_errors = 0;
    std::uint32_t m_state;
};

}  // namespace signalbox::terminal
