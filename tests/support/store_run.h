// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/io_context.hpp>
#include <exception>

#include "core/base/tasks.h"

namespace signalbox::test {

/// Runs a task to its end on a loop of its own.
template <class T>
Result<T> runTask(Task<T> task) {
    asio::io_context loop;
    Result<T> result = makeError(BaseErrc::unset, "the task never ended");
    auto done = [&result](const std::exception_ptr& exception, Result<T> ended) {
        if (exception) std::rethrow_exception(exception);
        result = std::move(ended);
    };
    asio::co_spawn(loop, std::move(task), done);
    loop.run();
    return result;
}

}  // namespace signalbox::test
