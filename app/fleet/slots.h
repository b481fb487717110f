// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstddef>
#include <deque>

#include "core/base/tasks.h"

namespace signalbox::fleet_sim {

/// So many at once, the others in the order in which they came. One thread.
class Slots {
public:
    Slots(asio::io_context& io, std::size_t count) : m_io(io), m_free(count) {}

    [[nodiscard]] Task<void> take() {
        if (m_free > 0) {
            --m_free;
            co_return Result<void>();
        }
        asio::steady_timer turn(m_io, asio::steady_timer::time_point::max());
        m_waiting.push_back(&turn);
        co_await turn.async_wait(asio::as_tuple(asio::use_awaitable));
        co_return Result<void>();
    }
    /// The one that has waited longest goes on in its place.
    void giveBack() {
        if (m_waiting.empty()) {
            ++m_free;
            return;
        }
        m_waiting.front()->cancel();
        m_waiting.pop_front();
    }
    /// Nobody waits any longer: the end is near.
    void letAllIn() {
        for (asio::steady_timer* const turn : m_waiting)
            turn->cancel();
        m_waiting.clear();
    }

private:
    asio::io_context& m_io;
    std::size_t m_free;
    std::deque<asio::steady_timer*> m_waiting;
};

}  // namespace signalbox::fleet_sim
