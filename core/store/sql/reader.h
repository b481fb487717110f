// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "core/base/result.h"
#include "core/store/sql/dialect.h"

namespace signalbox::store {

/// A thread with a connection of its own for what is read while others write. It connects when first asked.
class Reader {
public:
    /// Given an open connection, or why there is none.
    using Job = std::function<void(Result<Database*>)>;

    /// The backend must live longer.
    explicit Reader(const Backend& backend);
    ~Reader();
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    /// Any thread; the job runs on the reader's. After stop() it is called at once, with BaseErrc::wrongState.
    void submit(Job job);
    /// Blocking: runs what waits, then disconnects. Again: nothing.
    void stop();

private:
    void run();
    [[nodiscard]] Job take();

    const Backend& m_backend;
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<Job> m_waiting;  ///< under m_mutex
    bool m_stopping = false;    ///< under m_mutex
    std::thread m_thread;
};

}  // namespace signalbox::store
