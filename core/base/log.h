// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace signalbox {

enum class LogLevel { debug, info, warning, error };

/// Sets the least level that is written and, where `file` is not empty, the file it goes to instead of stderr. Called
/// once from main(). Lines: time, level, room, text; control characters from outside are escaped.
void configureLog(LogLevel least, const std::string& file = {});
/// "debug", "info", "warning" or "error"; anything else is info.
[[nodiscard]] LogLevel logLevelFromText(std::string_view text);
[[nodiscard]] bool logs(LogLevel level);
/// Any thread. `room` is the folder of core/ that speaks.
void writeLog(LogLevel level, std::string_view room, std::string_view text);

template <class... Args>
void logDebug(std::string_view room, fmt::format_string<Args...> format, Args&&... args) {
    if (logs(LogLevel::debug)) writeLog(LogLevel::debug, room, fmt::format(format, std::forward<Args>(args)...));
}
template <class... Args>
void logInfo(std::string_view room, fmt::format_string<Args...> format, Args&&... args) {
    writeLog(LogLevel::info, room, fmt::format(format, std::forward<Args>(args)...));
}
template <class... Args>
void logWarning(std::string_view room, fmt::format_string<Args...> format, Args&&... args) {
    writeLog(LogLevel::warning, room, fmt::format(format, std::forward<Args>(args)...));
}
template <class... Args>
void logError(std::string_view room, fmt::format_string<Args...> format, Args&&... args) {
    writeLog(LogLevel::error, room, fmt::format(format, std::forward<Args>(args)...));
}

/// `text`, controls and bytes that are no UTF-8 as \xNN, cut at `most` bytes: a peer's words, safe for a terminal.
[[nodiscard]] std::string printable(std::string_view text, std::size_t most = 512);

}  // namespace signalbox
