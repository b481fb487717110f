// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <atomic>
#include <memory>

#include "core/base/log_format.h"
#include "core/base/log_tap.h"
#include "core/base/utf8.h"

namespace signalbox {
namespace {

spdlog::level::level_enum spdlogLevel(LogLevel level) {
    switch (level) {
        case LogLevel::debug:
            return spdlog::level::debug;
        case LogLevel::info:
            return spdlog::level::info;
        case LogLevel::warning:
            return spdlog::level::warn;
        case LogLevel::error:
            return spdlog::level::err;
    }
    return spdlog::level::info;
}

spdlog::logger& logger() {
    static const std::shared_ptr<spdlog::logger> instance = [] {
        auto made = std::make_shared<spdlog::logger>("signalbox", std::make_shared<spdlog::sinks::stderr_sink_mt>());
        made->set_pattern("%Y-%m-%dT%H:%M:%S.%e %l %v");
        made->flush_on(spdlog::level::info);
        return made;
    }();
    return *instance;
}

std::atomic<LogFormat> format{LogFormat::text};
std::atomic<LogTap*> tapped{nullptr};

/// printable() has made control characters and broken UTF-8 plain already.
std::string jsonText(std::string_view text) {
    std::string json = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') json += '\\';
        json += c;
    }
    return json + "\"";
}

}  // namespace

LogFormat logFormatFromText(std::string_view text) {
    return text == "json" ? LogFormat::json : LogFormat::text;
}

void setLogFormat(LogFormat wanted) {
    format = wanted;
    if (wanted != LogFormat::json) return;
    logger().set_formatter(std::make_unique<spdlog::pattern_formatter>(
        R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})", spdlog::pattern_time_type::utc));
}

void configureLog(LogLevel least, const std::string& file) {
    if (!file.empty()) {
        auto sink = std::make_shared<spdlog::sinks::basic_file_sink_mt>(file);
        sink->set_pattern("%Y-%m-%dT%H:%M:%S.%e %l %v");
        logger().sinks() = {std::move(sink)};
    }
    logger().set_level(spdlogLevel(least));
}

void setLogTap(LogTap* tap) {
    tapped = tap;
}

LogLevel logLevelFromText(std::string_view text) {
    if (text == "debug") return LogLevel::debug;
    if (text == "warning") return LogLevel::warning;
    if (text == "error") return LogLevel::error;
    return LogLevel::info;
}

bool logs(LogLevel level) {
    return logger().should_log(spdlogLevel(level));
}

void writeLog(LogLevel level, std::string_view room, std::string_view text) {
    const std::string safe = printable(text, 4096);
    if (LogTap* const tap = tapped; tap && level != LogLevel::debug) tap->take(level, room, safe);
    if (format == LogFormat::json)
        logger().log(spdlogLevel(level), R"("room":{},"text":{})", jsonText(printable(room)), jsonText(safe));
    else
        logger().log(spdlogLevel(level), "{}: {}", room, safe);
}

std::string printable(std::string_view text, std::size_t most) {
    std::string safe;
    safe.reserve(std::min(text.size(), most));
    std::string_view rest = text;
    for (;;) {
        if (rest.empty()) return safe;
        const std::string_view before = rest;
        const auto point = takeCodePoint(rest);
        if (!point) rest.remove_prefix(1);
        const std::string_view taken = before.substr(0, before.size() - rest.size());
        if (text.size() - rest.size() > most) return safe + "…";
        if (point && !isControl(*point)) {
            safe += taken;
            continue;
        }
        for (const char c : taken)
            safe += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    }
}

}  // namespace signalbox
