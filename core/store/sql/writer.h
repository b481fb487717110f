// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "core/store/sql/completion.h"
#include "core/store/sql/dialect.h"
#include "core/store/store.h"

namespace signalbox::store {

/// The one thread that writes. It takes all callers that wait, up to a bound, into one transaction with a savepoint
/// each, commits, and then gives each caller its own result: one fsync for all of them.
class Writer {
public:
    /// The backend must live longer.
    explicit Writer(const Backend& backend);
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Blocking: connects and brings the schema up to date. Once, before anything else.
    [[nodiscard]] Result<void> start();

    /// Any thread. Calls done with BaseErrc::wrongState after stop().
    void submit(std::vector<Change> changes, Completion<void> done);

    /// Blocking: commits what waits, then disconnects. Again: nothing.
    void stop();

private:
    struct Request {
        std::vector<Change> changes;
        Completion<void> done;
        Result<void> result;
    };

    void run(const std::function<void(Result<void>)>& started);
    [[nodiscard]] std::vector<Request> take();

    const Backend& m_backend;
    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<Request> m_waiting;  ///< under m_mutex
    bool m_stopping = true;         ///< under m_mutex
};

}  // namespace signalbox::store
