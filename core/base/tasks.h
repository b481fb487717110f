// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <string>
#include <type_traits>

#include "core/base/clock.h"
#include "core/base/result.h"

namespace signalbox {

namespace asio = boost::asio;

template <class T>
using Task = asio::awaitable<Result<T>>;

/// Starts a task that may fail without harm to others (one connection, one transfer): an error or an exception is
/// logged under `name` and the task is over.
void spawnSession(const asio::any_io_executor& executor, std::string name, Task<void> task);

/// Starts a task without which the process is useless (an accept loop, the scheduler): an error or an exception is
/// logged under `name` and the process ends with exit code 70, so that its supervisor starts it again.
void spawnRoot(const asio::any_io_executor& executor, std::string name, Task<void> task);

/// Sleeps on the calling coroutine's executor. BaseErrc::cancelled when cancelled.
[[nodiscard]] Task<void> sleepFor(Milliseconds duration);

/// Threads for work that blocks: disk, hashing, SQL, processes. run() resumes the caller on its own executor.
class BlockingPool {
public:
    explicit BlockingPool(std::size_t threads) : m_pool(threads) {}

    /// Runs `work()` (a plain function object, returning Result<T>) on a thread of the pool. Name the lambda first:
    /// auto work = [..] {..}; auto r = co_await pool.run(std::move(work));
    template <class Work>
    [[nodiscard]] asio::awaitable<std::invoke_result_t<Work&>> run(Work work) {
        auto result = co_await asio::co_spawn(m_pool.get_executor(), invoke(std::move(work)), asio::use_awaitable);
        co_return result;
    }

    /// Waits for what is running; what was posted before is still run.
    void join() { m_pool.join(); }

private:
    template <class Work>
    static asio::awaitable<std::invoke_result_t<Work&>> invoke(Work work) {
        co_return work();
    }

    asio::thread_pool m_pool;
};

}  // namespace signalbox
