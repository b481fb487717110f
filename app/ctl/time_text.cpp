// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/time_text.h"

#include <array>
#include <charconv>
#include <ctime>

#include "core/base/log.h"

namespace signalbox::ctl {
namespace {

constexpr std::int64_t kMostSeconds = std::int64_t(100) * 366 * 86400;

struct Unit {
    char letter;
    std::int64_t seconds;
};
constexpr std::array<Unit, 5> kUnits{{{'w', 604800}, {'d', 86400}, {'h', 3600}, {'m', 60}, {'s', 1}}};

std::int64_t secondsOf(char letter) {
    for (const Unit& unit : kUnits)
        if (unit.letter == letter) return unit.seconds;
    return 0;
}

Error badDuration(std::string_view text) {
    return makeError(BaseErrc::invalidArgument,
                     "'" + printable(text, 64) + "' is no duration: write for example 45s, 10m, 1h30m or 2d");
}

Error badTime(std::string_view text) {
    return makeError(BaseErrc::invalidArgument,
                     "'" + printable(text, 64) +
                         "' is no time: write now, +10m, 2026-11-21T19:30:00Z or, in local time, 2026-11-21 19:30");
}

std::tm brokenDown(TimePoint time) {
    const std::time_t seconds = std::chrono::floor<Seconds>(time).time_since_epoch().count();
    std::tm local{};
    localtime_r(&seconds, &local);
    return local;
}

/// Two or four digits at `at`; -1 where there are none.
int digits(std::string_view text, std::size_t at, std::size_t count) {
    if (text.size() < at + count) return -1;
    int value = 0;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + count, value);
    return error == std::errc() && end == text.data() + at + count && text[at] != '-' ? value : -1;
}

/// "YYYY-MM-DD HH:MM" or with ":SS".
Result<TimePoint> parseLocal(std::string_view text) {
    const bool shaped = (text.size() == 16 || text.size() == 19) && text[4] == '-' && text[7] == '-' &&
                        text[10] == ' ' && text[13] == ':' && (text.size() == 16 || text[16] == ':');
    if (!shaped) return badTime(text);
    const int year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    const int hour = digits(text, 11, 2), minute = digits(text, 14, 2);
    const int second = text.size() == 19 ? digits(text, 17, 2) : 0;
    if (year < 0 || month < 0 || day < 0 || hour < 0 || minute < 0 || second < 0) return badTime(text);
    std::tm local{};
    local.tm_year = year - 1900;
    local.tm_mon = month - 1;
    local.tm_mday = day;
    local.tm_hour = hour;
    local.tm_min = minute;
    local.tm_sec = second;
    local.tm_isdst = -1;
    const std::time_t seconds = std::mktime(&local);
    const TimePoint time{Seconds(seconds)};
    if (localTime(time).substr(0, text.size()) != text)
        return makeError(BaseErrc::invalidArgument, "'" + std::string(text) + "': there is no such local time");
    return time;
}

}  // namespace

Result<Seconds> parseDuration(std::string_view text) {
    std::string_view rest = text;
    std::int64_t total = 0;
    std::int64_t before = kMostSeconds;
    if (rest.empty()) return badDuration(text);
    while (!rest.empty()) {
        std::int64_t count = 0;
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), count);
        const auto used = static_cast<std::size_t>(end - rest.data());
        if (error != std::errc() || rest.front() == '-' || used == rest.size()) return badDuration(text);
        const std::int64_t unit = secondsOf(rest[used]);
        if (unit == 0 || unit >= before) return badDuration(text);  // largest first, each once
        if (count > (kMostSeconds - total) / unit) return badDuration(text);
        total += count * unit;
        before = unit;
        rest.remove_prefix(used + 1);
    }
    return Seconds(total);
}

Result<TimePoint> parseTime(std::string_view text, TimePoint now) {
    if (text == "now") return now;
    if (text.starts_with('+')) {
        const auto duration = parseDuration(text.substr(1));
        if (!duration) return badTime(text);
        return now + *duration;
    }
    if (text.size() > 10 && text[10] == 'T') {
        const auto time = fromRfc3339(text);
        if (!time) return badTime(text);
        return *time;
    }
    return parseLocal(text);
}

std::string localTime(TimePoint time) {
    const std::tm local = brokenDown(time);
    std::array<char, 64> text{};
    const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M:%S", &local);
    return {text.data(), size};
}

std::string relativeTime(TimePoint time, TimePoint now) {
    const bool past = time <= now;
    const auto distance = std::chrono::duration_cast<Seconds>(past ? now - time : time - now).count();
    if (distance >= 2 * 86400) return localTime(time);
    const std::string amount = distance < 120    ? std::to_string(distance) + " s"
                               : distance < 7200 ? std::to_string(distance / 60) + " min"
                                                 : std::to_string(distance / 3600) + " h";
    return past ? amount + " ago" : "in " + amount;
}

std::string durationText(Seconds duration) {
    struct Name {
        std::int64_t seconds;
        const char* text;
    };
    constexpr std::array<Name, 4> kNames{{{86400, " d"}, {3600, " h"}, {60, " min"}, {1, " s"}}};
    std::int64_t rest = duration.count();
    std::string text;
    int parts = 0;
    for (const Name& name : kNames) {
        const std::int64_t count = rest / name.seconds;
        if (count == 0 || parts == 2) continue;
        text += (text.empty() ? "" : " ") + std::to_string(count) + name.text;
        rest -= count * name.seconds;
        ++parts;
    }
    return text.empty() ? "0 s" : text;
}

}  // namespace signalbox::ctl
