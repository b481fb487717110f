// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <cstdint>
#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/model/digest.h"

/// How numbers, sizes and times are written for people, in their locale.
namespace signalbox::ui {

[[nodiscard]] inline QString toText(const std::string& text) {
    return QString::fromStdString(text);
}
/// In groups of eight, that can be compared by eye and that a line may break between.
[[nodiscard]] QString digestText(const Digest& digest);
[[nodiscard]] QString number(std::int64_t value);
[[nodiscard]] QString bytes(std::uint64_t value);
[[nodiscard]] QString percent(double value);  ///< 12.5 is "12.5 %"
[[nodiscard]] QString duration(Seconds value);
[[nodiscard]] QDateTime toDateTime(TimePoint time);
[[nodiscard]] TimePoint toTimePoint(const QDateTime& time);
/// In local time; a dash where there is none.
[[nodiscard]] QString localTime(const std::optional<TimePoint>& time);
/// For the tool tip of a local time; empty where there is none.
[[nodiscard]] QString utcTime(const std::optional<TimePoint>& time);
/// "12 s ago", "3 h ago", "in 5 min".
[[nodiscard]] QString relativeTime(const std::optional<TimePoint>& time);

}  // namespace signalbox::ui
