// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/steady_timer.hpp>
#include <boost/json/object.hpp>
#include <deque>
#include <list>
#include <string_view>
#include <vector>

#include "core/base/tasks.h"
#include "core/model/records.h"

namespace signalbox::manager {

/// The newest events, for consoles that listen: a bounded ring that readers wait on. The manager's one thread.
class EventLog {
public:
    /// Sequences begin above `before`. Give one that grows from start to start (a time), so that a reader's last
    /// sequence of an earlier process is not taken for one of this.
    explicit EventLog(std::size_t kept = 10000, std::int64_t before = 0) : m_kept(kept), m_last(before) {}

    void append(std::string_view type, const boost::json::object& data);
    [[nodiscard]] std::int64_t last() const { return m_last; }
    /// Whether everything after `sequence` is still here.
    [[nodiscard]] bool reachesBackTo(std::int64_t sequence) const;
    /// Waits at most `patience` for events after `sequence`; none in that time gives an empty list.
    [[nodiscard]] Task<std::vector<Event>> after(std::int64_t sequence, Milliseconds patience);
    /// Wakes all who wait, for a stop.
    void wakeAll();

private:
    std::size_t m_kept;
    std::int64_t m_last;
    std::deque<Event> m_events;
    std::list<asio::steady_timer*> m_waiting;
};

}  // namespace signalbox::manager
