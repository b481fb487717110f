// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

namespace signalbox {

/// For what takes a while: nobody sets it. Its moments mean nothing but their distance.
class SteadyClock final : public Clock {
public:
    [[nodiscard]] TimePoint now() const override {
        return TimePoint(std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch()));
    }
};

}  // namespace signalbox
