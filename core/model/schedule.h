// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"

namespace signalbox {

/// A recurring span in which terminals may install, in wall time.
struct Window {
    std::string begin;  ///< of the first: "2026-11-24T22:00"
    std::string rule;   ///< RRULE of RFC 5545 (3.3.10), "FREQ=WEEKLY;BYDAY=SA,SU"; empty: once
    Seconds duration{3600};
    friend bool operator==(const Window&, const Window&) = default;
};

/// Days on which nothing is installed, the last one included.
struct Freeze {
    std::string name;
    std::string from;  ///< "2026-12-20"
    std::string to;
    friend bool operator==(const Freeze&, const Freeze&) = default;
};

/// What becomes of terminals that have not installed at a rollout's deadline.
enum class MissedWindow { wait, fail, install };

/// When terminals may install, beside the update time. Without windows: always, but for freezes.
struct Schedule {
    std::vector<Window> windows;
    std::vector<Freeze> freezes;
    std::string timeZone;     ///< IANA name; empty: each terminal's own (tag, else attribute `timezone`), else UTC
    std::string updateLocal;  ///< "2026-11-24T03:00" in each terminal's zone; empty: the rollout's update time alone
    std::optional<TimePoint> deadline;
    MissedWindow missed = MissedWindow::wait;  ///< after the deadline; `install` means windows hold no longer
    friend bool operator==(const Schedule&, const Schedule&) = default;
};

}  // namespace signalbox
