// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

namespace signalbox::test {

/// A clock that stands still until the test moves it. It starts at the real time, so that certificates made by it hold.
class FakeClock final : public Clock {
public:
    FakeClock() : m_now(SystemClock().now()) {}
    [[nodiscard]] TimePoint now() const override { return m_now; }
    void advance(Milliseconds by) { m_now += by; }
    void set(TimePoint to) { m_now = to; }

private:
    TimePoint m_now;
};

}  // namespace signalbox::test
