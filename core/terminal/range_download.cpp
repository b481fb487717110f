// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/range_download.h"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>

#include "core/base/log.h"

namespace signalbox::terminal {

RangeDownload::RangeDownload(const asio::any_io_executor& executor, registry::OciClient& client, Plan plan,
                             Callbacks callbacks)
    : m_client(client),
      m_plan(std::move(plan)),
      m_callbacks(std::move(callbacks)),
      m_handedOn(m_plan.offset),
      m_unasked(m_plan.offset),
      m_executor(executor),
      m_changed(executor, asio::steady_timer::time_point::max()) {}

void RangeDownload::startAnother() {
    if (m_nextNode >= m_plan.nodes.size()) return;
    const std::size_t node = m_nextNode++;
    ++m_workers;
    m_stops.emplace_back();
    auto ended = [self = shared_from_this()](const std::exception_ptr& thrown, const Result<void>&) {
        if (thrown) std::rethrow_exception(thrown);
        --self->m_workers;
        self->wake();
    };
    asio::co_spawn(m_executor, work(shared_from_this(), node),
                   asio::bind_cancellation_slot(m_stops.back().slot(), std::move(ended)));
}

void RangeDownload::stopWorkers() {
    for (asio::cancellation_signal& stop : m_stops)
        stop.emit(asio::cancellation_type::terminal);
    wake();
}

RangeDownload::Flight RangeDownload::begin(std::uint64_t first, std::uint64_t length) {
    Flight flight;
    flight.first = first;
    flight.length = length;
    flight.landedBefore = m_landed;
    m_flights[first] = flight;
    return flight;
}

/// What a node that is free fetches; nothing where it is to wait.
std::optional<RangeDownload::Flight> RangeDownload::next() {
    if (!m_lost.empty()) {
        const Flight again = m_lost.front();
        m_lost.pop_front();
        return begin(again.first, again.length);
    }
    const std::uint64_t window = std::uint64_t{2} * m_plan.sources * m_plan.rangeSize;
    if (m_unasked < m_plan.blob.size && m_unasked - m_handedOn < window) {
        const std::uint64_t first = m_unasked;
        m_unasked += std::min(m_plan.rangeSize, m_plan.blob.size - first);
        return begin(first, m_unasked - first);
    }
    if (m_flights.empty()) return std::nullopt;
    // Where as many ranges came as there are nodes since this one was asked for, its node is much slower than others.
    Flight& oldest = m_flights.begin()->second;
    if (oldest.twice || m_landed - oldest.landedBefore < m_plan.sources) return std::nullopt;
    oldest.twice = true;
    return oldest;
}

void RangeDownload::landed(std::uint64_t first, std::string bytes) {
    ++m_landed;
    m_callbacks.received(bytes.size());
    if (m_flights.erase(first) > 0) m_early[first] = std::move(bytes);
    while (!m_end && !m_early.empty() && m_early.begin()->first == m_handedOn) {
        const std::string piece = std::move(m_early.begin()->second);
        m_early.erase(m_early.begin());
        if (auto taken = m_callbacks.sink(bytesOf(piece)); !taken) m_end = taken.error();
        m_handedOn += piece.size();
    }
    wake();
}

void RangeDownload::lost(const Flight& flight) {
    const auto found = m_flights.find(flight.first);
    if (found == m_flights.end()) return;  // another node gave it
    if (found->second.twice) {
        found->second.twice = false;  // another node is at it
    } else {
        m_lost.push_back(flight);
        m_flights.erase(found);
    }
    wake();
}

Task<void> RangeDownload::work(std::shared_ptr<RangeDownload> self, std::size_t node) {
    co_await asio::this_coro::throw_if_cancelled(false);
    const std::string from = self->m_plan.nodes[node].node;
    const registry::Target target = self->m_plan.nodes[node].target;
    const registry::Descriptor blob = self->m_plan.blob;
    while (!self->over()) {
        if (self->m_callbacks.cancelled()) {
            self->m_end = makeError(BaseErrc::cancelled, "download");
            break;
        }
        const std::optional<Flight> flight = self->next();
        if (!flight) {
            const auto [woken] = co_await self->m_changed.async_wait(asio::as_tuple(asio::use_awaitable));
            static_cast<void>(woken);
            continue;
        }
        auto bytes = co_await self->m_client.pullRange(target, blob.digest, flight->first, flight->length, blob.size);
        if (bytes) {
            self->landed(flight->first, std::move(*bytes));
            continue;
        }
        if (self->over()) break;
        logInfo("terminal", "node {} is left out: {}", from, bytes.error().text());
        self->lost(*flight);
        self->startAnother();
        break;
    }
    co_return Result<void>();
}

Task<bool> RangeDownload::run(std::shared_ptr<RangeDownload> self) {
    const bool threw = co_await asio::this_coro::throw_if_cancelled();
    co_await asio::this_coro::throw_if_cancelled(false);
    for (unsigned started = 0; started < self->m_plan.sources; ++started)
        self->startAnother();
    while (self->m_workers > 0) {
        const auto [woken] = co_await self->m_changed.async_wait(asio::as_tuple(asio::use_awaitable));
        static_cast<void>(woken);
        const auto state = co_await asio::this_coro::cancellation_state;
        if (state.cancelled() != asio::cancellation_type::none && !self->m_end)
            self->m_end = makeError(BaseErrc::cancelled, "download");
        if (self->over()) self->stopWorkers();
    }
    co_await asio::this_coro::throw_if_cancelled(threw);
    if (self->m_end) co_return *self->m_end;
    co_return self->over();
}

}  // namespace signalbox::terminal
