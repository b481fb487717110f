// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <memory>
#include <vector>

#include "core/base/clock.h"

namespace signalbox::http {

class Sweeper;

/// Something that may run out of time. Its sweeper looks at it every now and then; setting a deadline costs one store.
/// One thread.
class Deadlined {
public:
    Deadlined(const Deadlined&) = delete;
    Deadlined& operator=(const Deadlined&) = delete;

    /// Late by up to one sweep interval.
    void expireIn(Milliseconds duration);
    void neverExpire();

protected:
    explicit Deadlined(std::shared_ptr<Sweeper> sweeper);
    virtual ~Deadlined();
    /// The deadline passed and is now off. Must not destroy deadlined things; waking a coroutine is fine.
    virtual void onDeadline() = 0;

private:
    friend class Sweeper;
    std::shared_ptr<Sweeper> m_sweeper;
    std::size_t m_index = 0;
    static constexpr auto kNever = std::chrono::steady_clock::time_point::max();
    std::chrono::steady_clock::time_point m_at = kNever;
};

/// One timer for all deadlines of a server or a client; it runs only while a deadline
/// stands, so that it keeps no io_context running for nothing. One thread.
class Sweeper : public std::enable_shared_from_this<Sweeper> {
public:
    Sweeper(boost::asio::io_context& io, Milliseconds interval) : m_timer(io), m_interval(interval) {}
    /// A sweep interval fit for the shortest of some deadlines.
    [[nodiscard]] static Milliseconds intervalFor(Milliseconds shortest);

private:
    friend class Deadlined;
    void add(Deadlined& entry);
    void remove(Deadlined& entry);
    void deadlineSet();
    void deadlineGone();
    void arm();
    void sweep();

    boost::asio::steady_timer m_timer;
    Milliseconds m_interval;
    std::vector<Deadlined*> m_entries;
    std::size_t m_standing = 0;  ///< deadlines that are set
};

}  // namespace signalbox::http
