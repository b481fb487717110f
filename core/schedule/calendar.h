// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/model/schedule.h"

namespace signalbox::schedule {

/// [begin, end).
struct Span {
    TimePoint begin;
    TimePoint end;
    friend bool operator==(const Span&, const Span&) = default;
};

/// Whether the system knows a time zone of that IANA name. The manager's one thread, as all of this room: libical loads
/// zones without a lock.
[[nodiscard]] bool isZone(std::string_view name);

/// A wall time "2026-11-24T22:00" in a zone. One that the clock skips is as much later as the clock jumps; of one that
/// comes twice the first counts. BaseErrc::invalidArgument where it is none.
[[nodiscard]] Result<TimePoint> instantOf(std::string_view wallTime, std::string_view zone);

/// A schedule that was checked, for asking.
class Calendar {
public:
    /// BaseErrc::invalidArgument names the window or freeze ("windows[1].rule: …") and what was expected. At most 32
    /// windows and 64 freezes; rules recur by the hour at most, spans last a minute to 31 days.
    [[nodiscard]] static Result<std::shared_ptr<const Calendar>> make(Schedule schedule);
    ~Calendar();
    Calendar(const Calendar&) = delete;
    Calendar& operator=(const Calendar&) = delete;

    /// The open span, or else the next one, with freezes cut out; nullopt: none comes (within ten years). `zone` is the
    /// terminal's, used where the schedule names none; an unknown one counts as UTC.
    [[nodiscard]] std::optional<Span> spanAt(TimePoint now, const std::string& zone) const;
    /// updateLocal in the zone, as above; nullopt where there is none.
    [[nodiscard]] std::optional<TimePoint> updateTime(const std::string& zone) const;
    [[nodiscard]] const Schedule& schedule() const { return m_schedule; }

    /// The windows and freezes as an iCalendar file (RFC 5545) for people's calendars.
    [[nodiscard]] std::string ics(std::string_view name, std::string_view uid, TimePoint now) const;

private:
    explicit Calendar(Schedule schedule);
    [[nodiscard]] std::optional<Span> search(TimePoint now, const std::string& zone) const;

    struct Answer {
        TimePoint asked;
        Span span;
    };
    Schedule m_schedule;
    mutable std::map<std::string, Answer, std::less<>>
        m_lastAnswers;  ///< by zone; holds from `asked` to the span's end
};

}  // namespace signalbox::schedule
