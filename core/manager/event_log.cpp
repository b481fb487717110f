// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/event_log.h"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/json/serialize.hpp>

namespace signalbox::manager {
namespace {

/// In the list for as long as the frame lives, a cancelled one included.
class Waiting {
public:
    Waiting(std::list<asio::steady_timer*>& list, asio::steady_timer* timer)
        : m_list(list), m_place(list.insert(list.end(), timer)) {}
    ~Waiting() { m_list.erase(m_place); }
    Waiting(const Waiting&) = delete;
    Waiting& operator=(const Waiting&) = delete;

private:
    std::list<asio::steady_timer*>& m_list;
    std::list<asio::steady_timer*>::iterator m_place;
};

}  // namespace

void EventLog::append(std::string_view type, const boost::json::object& data) {
    m_events.push_back({++m_last, std::string(type), boost::json::serialize(data)});
    if (m_events.size() > m_kept) m_events.pop_front();
    wakeAll();
}

bool EventLog::reachesBackTo(std::int64_t sequence) const {
    if (sequence > m_last) return false;
    return sequence == m_last || (!m_events.empty() && m_events.front().sequence <= sequence + 1);
}

Task<std::vector<Event>> EventLog::after(std::int64_t sequence, Milliseconds patience) {
    if (sequence >= m_last) {
        const auto executor = co_await asio::this_coro::executor;
        asio::steady_timer timer(executor, patience);
        const Waiting waiting(m_waiting, &timer);
        co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
    }
    const auto isBefore = [](std::int64_t wanted, const Event& event) { return wanted < event.sequence; };
    const auto first = std::upper_bound(m_events.begin(), m_events.end(), sequence, isBefore);
    co_return std::vector<Event>(first, m_events.end());
}

void EventLog::wakeAll() {
    for (asio::steady_timer* timer : m_waiting)
        timer->cancel();
}

}  // namespace signalbox::manager
