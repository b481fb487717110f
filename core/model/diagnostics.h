// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/model/terminal.h"

namespace signalbox {

/// What was asked of a terminal about its own health, and the bundle that is kept of it. One a terminal.
struct TerminalDiagnostics {
    TerminalId terminal;
    std::int64_t request = 0;  ///< counts up: an answer names it
    std::string requestedBy;
    TimePoint requestedAt;
    std::optional<TimePoint> endedAt;   ///< answered, or given up; none: it is awaited
    std::string problem;                ///< why there is no answer to this request; empty: there is none to tell
    std::optional<TimePoint> bundleAt;  ///< of the bundle that is kept; may have answered an earlier request
    std::uint64_t bundleSize = 0;       ///< bytes
};

}  // namespace signalbox
