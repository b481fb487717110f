// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/execution/outstanding_work.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/prefer.hpp>
#include <functional>
#include <memory>
#include <utility>

#include "core/base/tasks.h"

namespace signalbox::store {

/// Gives a waiting coroutine its result: called once, from any thread; it resumes on its own executor, which is kept
/// from running dry until then.
template <class T>
using Completion = std::function<void(Result<T>)>;

/// Suspends the calling coroutine until the completion that `start` is given is called. What was started cannot be
/// cancelled: a commit that was handed in is carried out.
template <class T>
[[nodiscard]] Task<T> awaitCompletion(std::function<void(Completion<T>)> start) {
    auto initiate = [](auto handler, const std::function<void(Completion<T>)>& begin) {
        auto executor = asio::prefer(asio::get_associated_executor(handler), asio::execution::outstanding_work.tracked);
        auto shared = std::make_shared<decltype(handler)>(std::move(handler));
        begin([shared, executor](Result<T> result) {
            asio::post(executor, [shared, result = std::move(result)]() mutable {
                auto resume = std::move(*shared);
                std::move(resume)(std::move(result));
            });
        });
    };
    auto result = co_await asio::async_initiate<const asio::use_awaitable_t<>, void(Result<T>)>(
        std::move(initiate), asio::use_awaitable, std::move(start));
    co_return result;
}

}  // namespace signalbox::store
