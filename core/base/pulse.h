// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/steady_timer.hpp>

#include "core/base/tasks.h"

namespace signalbox {

/// What a loop waits on between two rounds: time, a wake-up, or the end. One thread, that of its executor; outlives the
/// loop that waits on it.
class Pulse {
public:
    explicit Pulse(const asio::any_io_executor& executor) : m_timer(executor) {}

    /// Resumes after `duration`, after wake(), or at once when one came since the last wait. BaseErrc::cancelled after
    /// stop().
    [[nodiscard]] Task<void> wait(Milliseconds duration);
    void wake();
    void stop();
    [[nodiscard]] bool stopped() const { return m_stopped; }

private:
    asio::steady_timer m_timer;
    bool m_woken = false;
    bool m_stopped = false;
};

}  // namespace signalbox
