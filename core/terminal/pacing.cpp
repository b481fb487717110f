// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/pacing.h"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>

namespace signalbox::terminal {

void Wake::notify() {
    m_notified = true;
    m_timer.cancel();
}

Task<void> Wake::wait(Milliseconds most) {
    if (!m_notified) {
        m_timer.expires_after(most);
        const auto [error] = co_await m_timer.async_wait(asio::as_tuple(asio::use_awaitable));
        if (error && !m_notified) co_return makeError(BaseErrc::cancelled, "wait");
    }
    m_notified = false;
    co_return Result<void>();
}

double Pacing::random() {  // xorshift32 (Marsaglia 2003): spreads load, keeps no secret
    m_state ^= m_state << 13;
    m_state ^= m_state >> 17;
    m_state ^= m_state << 5;
    return static_cast<double>(m_state) / 4294967295.0;
}

Milliseconds Pacing::afterSuccess() {
    m_errors = 0;
    return Milliseconds(static_cast<std::int64_t>(static_cast<double>(m_interval.count()) * (0.9 + 0.2 * random())));
}

Milliseconds Pacing::afterError() {
    const Milliseconds longest = std::clamp(m_interval * 5, Milliseconds(10000), Milliseconds(900000));
    const Milliseconds delay = std::min(m_interval * (std::int64_t(1) << std::min(m_errors, 20U)) / 2, longest);
    ++m_errors;
    return Milliseconds(static_cast<std::int64_t>(static_cast<double>(delay.count()) * (0.9 + 0.2 * random())));
}

Milliseconds Pacing::spread() {
    const double most = std::min(static_cast<double>(m_interval.count()) / 10, 5000.0);
    return Milliseconds(static_cast<std::int64_t>(most * random()));
}

}  // namespace signalbox::terminal
