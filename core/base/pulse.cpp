// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/pulse.h"

#include <boost/asio/as_tuple.hpp>

namespace signalbox {

Task<void> Pulse::wait(Milliseconds duration) {
    if (!m_woken && !m_stopped) {
        m_timer.expires_after(duration);
        co_await m_timer.async_wait(asio::as_tuple(asio::use_awaitable));
    }
    m_woken = false;
    if (m_stopped) co_return makeError(BaseErrc::cancelled, "stopping");
    co_return Result<void>();
}

void Pulse::wake() {
    m_woken = true;
    m_timer.cancel();
}

void Pulse::stop() {
    m_stopped = true;
    m_timer.cancel();
}

}  // namespace signalbox
