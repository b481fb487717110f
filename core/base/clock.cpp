// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <fmt/chrono.h>

#include <charconv>

namespace signalbox {
namespace {

/// Reads a fixed number of digits and moves past them.
bool takeDigits(std::string_view& text, std::size_t count, int& value) {
    if (text.size() < count) return false;
    for (std::size_t i = 0; i < count; ++i)
        if (text[i] < '0' || text[i] > '9') return false;
    std::from_chars(text.data(), text.data() + count, value);
    text.remove_prefix(count);
    return true;
}

/// `wanted` or, where that is a small letter, its capital.
bool takeChar(std::string_view& text, char wanted) {
    const bool isLetter = wanted >= 'a' && wanted <= 'z';
    if (text.empty() || (text.front() != wanted && (!isLetter || text.front() != wanted - 0x20))) return false;
    text.remove_prefix(1);
    return true;
}

bool takeFraction(std::string_view& text, int& milliseconds) {
    milliseconds = 0;
    if (text.empty() || text.front() != '.') return true;
    text.remove_prefix(1);
    int scale = 100;
    std::size_t digits = 0;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        milliseconds += (text.front() - '0') * scale;
        scale /= 10;
        text.remove_prefix(1);
        if (++digits > 9) return false;
    }
    return digits > 0;
}

bool takeOffset(std::string_view& text, std::chrono::minutes& offset) {
    if (takeChar(text, 'z')) {
        offset = {};
        return true;
    }
    if (text.empty() || (text.front() != '+' && text.front() != '-')) return false;
    const int sign = text.front() == '-' ? -1 : 1;
    text.remove_prefix(1);
    int hours = 0;
    int minutes = 0;
    if (!takeDigits(text, 2, hours) || !takeChar(text, ':') || !takeDigits(text, 2, minutes)) return false;
    if (hours > 23 || minutes > 59) return false;
    offset = std::chrono::minutes(sign * (hours * 60 + minutes));
    return true;
}

}  // namespace

TimePoint SystemClock::now() const {
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::string toRfc3339(TimePoint time) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
    const auto milliseconds = (time - seconds).count();
    return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z", fmt::gmtime(seconds.time_since_epoch().count()), milliseconds);
}

Result<TimePoint> fromRfc3339(std::string_view text) {
    const std::string_view whole = text;
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int milliseconds = 0;
    std::chrono::minutes offset{};
    const bool shape =
        takeDigits(text, 4, year) && takeChar(text, '-') && takeDigits(text, 2, month) && takeChar(text, '-') &&
        takeDigits(text, 2, day) && (takeChar(text, 't') || takeChar(text, ' ')) && takeDigits(text, 2, hour) &&
        takeChar(text, ':') && takeDigits(text, 2, minute) && takeChar(text, ':') && takeDigits(text, 2, second) &&
        takeFraction(text, milliseconds) && takeOffset(text, offset) && text.empty();
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!shape || !date.ok() || hour > 23 || minute > 59 || second > 60)
        return makeError(BaseErrc::malformed,
                         "'" + std::string(whole.substr(0, 64)) + "' is no time of the form 2026-11-21T19:40:41Z");
    return TimePoint(std::chrono::sys_days(date).time_since_epoch() + std::chrono::hours(hour) +
                     std::chrono::minutes(minute) + std::chrono::seconds(second) +
                     std::chrono::milliseconds(milliseconds) - offset);
}

}  // namespace signalbox
