// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/contact_time.h"

#include <charconv>
#include <optional>
#include <string>

namespace signalbox::fleet {
namespace {

constexpr std::size_t kMostDigits = 9;

std::optional<Seconds> unitOf(char letter) {
    switch (letter) {
        case 's':
            return Seconds(1);
        case 'm':
            return std::chrono::minutes(1);
        case 'h':
            return std::chrono::hours(1);
        case 'd':
            return std::chrono::days(1);
        case 'w':
            return std::chrono::weeks(1);
        default:
            return std::nullopt;
    }
}

std::optional<Seconds> spanOf(std::string_view text) {
    if (text.size() < 2 || text.size() > kMostDigits + 1) return std::nullopt;
    const auto unit = unitOf(text.back());
    std::uint32_t number = 0;
    const char* end = text.data() + text.size() - 1;
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    if (!unit || error != std::errc() || stopped != end) return std::nullopt;
    return *unit * std::int64_t{number};
}

}  // namespace

Result<TimePoint> contactTime(std::string_view text, TimePoint now) {
    if (const auto span = spanOf(text)) return now - *span;
    auto time = fromRfc3339(text);
    if (time) return time;
    return makeError(BaseErrc::invalidArgument, "lastContact: '" + std::string(text.substr(0, 64)) +
                                                    "' is no RFC 3339 time and no span such as 30d, 12h or 15m");
}

}  // namespace signalbox::fleet
