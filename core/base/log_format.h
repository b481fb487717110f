// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace signalbox {

/// Lines for people, or one JSON object a line for programs: {"time", "level", "room", "text"}, time in UTC.
enum class LogFormat { text, json };
/// "json"; anything else is text.
[[nodiscard]] LogFormat logFormatFromText(std::string_view text);
/// Called once from main(), after configureLog().
void setLogFormat(LogFormat format);

}  // namespace signalbox
