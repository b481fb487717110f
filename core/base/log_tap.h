// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "core/base/log.h"

namespace signalbox {

/// Sees every line from LogLevel::info up beside the place where the log goes, whatever level is written there. Must
/// not log itself.
class LogTap {
public:
    virtual ~LogTap() = default;
    /// Any thread. `text` is printable() already.
    virtual void take(LogLevel level, std::string_view room, std::string_view text) = 0;
};

/// One a process; nullptr takes it away. It outlives every thread that logs.
void setLogTap(LogTap* tap);

}  // namespace signalbox
