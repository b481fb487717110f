// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/tasks.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <cstdlib>
#include <exception>

#include "core/base/log.h"

namespace signalbox {
namespace {

constexpr int kExitSoftware = 70;  // EX_SOFTWARE of sysexits.h

std::string whatOf(const std::exception_ptr& exception) {
    try {
        std::rethrow_exception(exception);
    } catch (const std::exception& e) {
        return e.what();
    } catch (...) {
        return "unknown exception";
    }
}

}  // namespace

void spawnSession(const asio::any_io_executor& executor, std::string name, Task<void> task) {
    auto done = [name = std::move(name)](const std::exception_ptr& exception, const Result<void>& result) {
        if (exception)
            logError("tasks", "{} threw: {}", name, whatOf(exception));
        else if (!result)
            logInfo("tasks", "{} ended: {}", name, result.error().text());
    };
    asio::co_spawn(executor, std::move(task), std::move(done));
}

void spawnRoot(const asio::any_io_executor& executor, std::string name, Task<void> task) {
    auto done = [name = std::move(name)](const std::exception_ptr& exception, const Result<void>& result) {
        if (!exception && result) return;
        if (!exception && result.error().code == BaseErrc::cancelled) return;
        logError("tasks", "{} failed, the process ends: {}", name,
                 exception ? whatOf(exception) : result.error().text());
        std::_Exit(kExitSoftware);
    };
    asio::co_spawn(executor, std::move(task), std::move(done));
}

Task<void> sleepFor(Milliseconds duration) {
    const auto executor = co_await asio::this_coro::executor;
    asio::steady_timer timer(executor, duration);
    const auto [error] = co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
    if (error) co_return makeError(BaseErrc::cancelled, "sleep");
    co_return Result<void>();
}

}  // namespace signalbox
