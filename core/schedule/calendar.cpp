// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schedule/calendar.h"

#include <libical/ical.h>

#include <algorithm>
#include <charconv>
#include <limits>

#include "core/base/log.h"

namespace signalbox::schedule {
namespace {

constexpr std::size_t kMostWindows = 32;
constexpr std::size_t kMostFreezes = 64;
constexpr std::size_t kMostRule = 512;    // bytes
constexpr int kMostSteps = 100'000;       // of one rule in one search
constexpr std::size_t kMostSpans = 1000;  // looked at in one search: ten years of a weekly rule, and freezes
constexpr std::size_t kMostZones = 1000;  // remembered answers
constexpr Seconds kLeastSpan{60};
constexpr Seconds kMostSpan{31 * 86400};
constexpr Seconds kHorizon{std::int64_t(3653) * 86400};
constexpr TimePoint kForever = TimePoint(Milliseconds(std::numeric_limits<std::int64_t>::max() / 2));

Error wrong(const std::string& where, const std::string& wanted) {
    return makeError(BaseErrc::invalidArgument, where + ": " + wanted);
}

icaltimezone* zoneOf(std::string_view name) {
    if (name.empty() || name == "UTC") return icaltimezone_get_utc_timezone();
    // Names become paths below the system's zones.
    const bool plain = name.size() <= 64 && name.find("..") == std::string_view::npos && name.front() != '/' &&
                       std::all_of(name.begin(), name.end(), [](char c) {
                           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                                  c == '/' || c == '_' || c == '-' || c == '+';
                       });
    return plain ? icaltimezone_get_builtin_timezone(std::string(name).c_str()) : nullptr;
}

/// Digits at fixed places, "yyyy-mm-dd" or "yyyy-mm-ddThh:mm"; nothing else.
std::optional<icaltimetype> wallTime(std::string_view text, bool dateOnly) {
    const std::string_view form = dateOnly ? "0000-00-00" : "0000-00-00T00:00";
    if (text.size() != form.size()) return std::nullopt;
    std::string digits;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isDigit = text[i] >= '0' && text[i] <= '9';
        if (form[i] == '0' ? !isDigit : text[i] != form[i]) return std::nullopt;
        if (form[i] != '-' && form[i] != ':') digits += text[i];
    }
    if (!dateOnly) digits += "00";
    const icaltimetype time = icaltime_from_string(digits.c_str());
    const icaltimetype normal = icaltime_normalize(time);  // the 31st of a shorter month becomes another day
    if (icaltime_is_null_time(time) || icaltime_compare(time, normal) != 0) return std::nullopt;
    if (time.year < 1970 || time.year > 9000 || time.hour > 23 || time.minute > 59) return std::nullopt;
    return time;
}

TimePoint instant(icaltimetype time, icaltimezone* zone) {
    time.is_date = 0;
    const time_t seconds = icaltime_as_timet_with_zone(time, zone);
    const auto wallOf = [zone](time_t at) { return icaltime_as_timet(icaltime_from_timet_with_zone(at, 0, zone)); };
    const time_t wanted = icaltime_as_timet(time);
    // Of a wall time that the clock skips libical makes one before the jump, of one that comes twice the second.
    if (wallOf(seconds) != wanted) return TimePoint(Seconds(seconds + wanted - wallOf(seconds)));
    for (const time_t jump : {7200, 3600, 1800})
        if (wallOf(seconds - jump) == wanted) return TimePoint(Seconds(seconds - jump));
    return TimePoint(Seconds(seconds));
}

icaltimetype inZone(TimePoint time, icaltimezone* zone) {
    const auto seconds = std::chrono::floor<Seconds>(time.time_since_epoch()).count();
    return icaltime_from_timet_with_zone(static_cast<time_t>(seconds), 0, zone);
}

Result<icalrecurrencetype> recurrenceOf(const std::string& rule, const std::string& where) {
    const std::string wanted = "a rule such as FREQ=WEEKLY;BYDAY=SA,SU is wanted (RFC 5545, 3.3.10)";
    if (rule.size() > kMostRule || printable(rule, kMostRule) != rule) return wrong(where, wanted);
    icalerror_clear_errno();
    const icalrecurrencetype recurrence = icalrecurrencetype_from_string(rule.c_str());
    if (recurrence.freq == ICAL_NO_RECURRENCE || icalerrno != ICAL_NO_ERROR) return wrong(where, wanted);
    if (recurrence.freq < ICAL_HOURLY_RECURRENCE) return wrong(where, "FREQ must be HOURLY or rarer");
    return recurrence;
}

Result<void> checkWindow(const Window& window, const std::string& where) {
    if (!wallTime(window.begin, false))
        return wrong(where + ".begin", "a wall time such as 2026-11-24T22:00 is wanted");
    if (window.duration < kLeastSpan || window.duration > kMostSpan)
        return wrong(where + ".duration", "a minute to 31 days are wanted");
    if (!window.rule.empty()) CHECK(recurrenceOf(window.rule, where + ".rule"));
    return {};
}

Result<void> checkFreeze(const Freeze& freeze, const std::string& where) {
    const auto from = wallTime(freeze.from, true);
    const auto to = wallTime(freeze.to, true);
    if (!from) return wrong(where + ".from", "a day such as 2026-12-20 is wanted");
    if (!to) return wrong(where + ".to", "a day such as 2026-12-31 is wanted");
    if (icaltime_compare(*to, *from) < 0) return wrong(where + ".to", "it is before 'from'");
    return {};
}

Span spanOf(const Freeze& freeze, icaltimezone* zone) {
    icaltimetype after = *wallTime(freeze.to, true);
    icaltime_adjust(&after, 1, 0, 0, 0);
    return {instant(*wallTime(freeze.from, true), zone), instant(after, zone)};
}

/// The window's spans that end after `now`, in order, as long as `take` returns true.
template <class Take>
void forEachSpan(const Window& window, TimePoint now, icaltimezone* zone, const Take& take) {
    const icaltimetype first = *wallTime(window.begin, false);
    const auto spanFrom = [&](const icaltimetype& begin) {
        const TimePoint at = instant(begin, zone);
        return Span{at, at + window.duration};
    };
    if (window.rule.empty()) {
        if (const Span once = spanFrom(first); once.end > now) take(once);
        return;
    }
    const icalrecurrencetype recurrence = icalrecurrencetype_from_string(window.rule.c_str());
    icalrecur_iterator* iterator = icalrecur_iterator_new(recurrence, first);
    if (iterator == nullptr) return;
    // A rule with COUNT must be walked from its begin.
    if (recurrence.count == 0) {
        icaltimetype start = inZone(now - window.duration, zone);
        start.zone = nullptr;
        if (icaltime_compare(start, first) > 0) icalrecur_iterator_set_start(iterator, start);
    }
    for (int step = 0; step < kMostSteps; ++step) {
        const icaltimetype begin = icalrecur_iterator_next(iterator);
        if (icaltime_is_null_time(begin)) break;
        const Span span = spanFrom(begin);
        if (span.begin > now + kHorizon) break;
        if (span.end > now && !take(span)) break;
    }
    icalrecur_iterator_free(iterator);
}

/// What of `span` ends after `now` when `frozen` is cut out, the first piece; empty spans end at their begin.
Span firstPiece(Span span, const std::vector<Span>& frozen, TimePoint now) {
    span.begin = std::min(std::max(span.begin, TimePoint()), span.end);
    for (const Span& cut : frozen) {  // in order
        if (cut.end <= span.begin || cut.begin >= span.end) continue;
        if (cut.begin > span.begin && cut.begin > now) {
            span.end = cut.begin;
            break;
        }
        span.begin = std::min(cut.end, span.end);
    }
    return span;
}

}  // namespace

bool isZone(std::string_view name) {
    return zoneOf(name) != nullptr;
}

Result<TimePoint> instantOf(std::string_view text, std::string_view zoneName) {
    const auto time = wallTime(text, false);
    if (!time) return wrong("'" + printable(text, 64) + "'", "a wall time such as 2026-11-24T22:00 is wanted");
    icaltimezone* zone = zoneOf(zoneName);
    if (!zone) return wrong("'" + printable(zoneName, 64) + "'", "a time zone such as Europe/Berlin is wanted");
    return instant(*time, zone);
}

Calendar::Calendar(Schedule schedule) : m_schedule(std::move(schedule)) {}
Calendar::~Calendar() = default;

Result<std::shared_ptr<const Calendar>> Calendar::make(Schedule schedule) {
    if (schedule.windows.size() > kMostWindows) return wrong("windows", "at most 32 are possible");
    if (schedule.freezes.size() > kMostFreezes) return wrong("freezes", "at most 64 are possible");
    if (!schedule.timeZone.empty() && !isZone(schedule.timeZone))
        return wrong("timeZone", "a time zone such as Europe/Berlin is wanted");
    if (!schedule.updateLocal.empty() && !wallTime(schedule.updateLocal, false))
        return wrong("updateLocal", "a wall time such as 2026-11-24T03:00 is wanted");
    for (std::size_t i = 0; i < schedule.windows.size(); ++i)
        CHECK(checkWindow(schedule.windows[i], "windows[" + std::to_string(i) + "]"));
    for (std::size_t i = 0; i < schedule.freezes.size(); ++i)
        CHECK(checkFreeze(schedule.freezes[i], "freezes[" + std::to_string(i) + "]"));
    return std::shared_ptr<const Calendar>(new Calendar(std::move(schedule)));
}

std::optional<TimePoint> Calendar::updateTime(const std::string& zone) const {
    if (m_schedule.updateLocal.empty()) return std::nullopt;
    const std::string& wanted = m_schedule.timeZone.empty() ? zone : m_schedule.timeZone;
    auto time = instantOf(m_schedule.updateLocal, isZone(wanted) ? wanted : "UTC");
    return time ? std::optional(*time) : std::nullopt;
}

std::optional<Span> Calendar::spanAt(TimePoint now, const std::string& zone) const {
    if (m_schedule.windows.empty() && m_schedule.freezes.empty()) return Span{TimePoint(), kForever};
    const std::string& wanted = m_schedule.timeZone.empty() ? zone : m_schedule.timeZone;
    const auto known = m_lastAnswers.find(wanted);
    if (known != m_lastAnswers.end() && known->second.asked <= now && now < known->second.span.end)
        return known->second.span;
    const auto found = search(now, wanted);
    if (!found) return found;
    if (m_lastAnswers.size() >= kMostZones) m_lastAnswers.clear();
    m_lastAnswers[wanted] = {now, *found};
    return found;
}

std::optional<Span> Calendar::search(TimePoint now, const std::string& zoneName) const {
    icaltimezone* zone = zoneOf(zoneName);
    if (!zone) zone = icaltimezone_get_utc_timezone();
    std::vector<Span> frozen;
    for (const Freeze& freeze : m_schedule.freezes)
        frozen.push_back(spanOf(freeze, zone));
    std::sort(frozen.begin(), frozen.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
    std::optional<Span> best;
    const auto consider = [&](const Span& span) {
        const Span piece = firstPiece(span, frozen, now);
        const bool isOpen = piece.end > piece.begin && piece.end > now;
        if (isOpen && (!best || piece.begin < best->begin || (piece.begin <= now && piece.end > best->end)))
            best = piece;
        return isOpen;
    };
    if (m_schedule.windows.empty()) consider({TimePoint(), kForever});
    for (const Window& window : m_schedule.windows) {
        std::size_t looked = 0;
        forEachSpan(window, now, zone, [&](const Span& span) {
            const bool found = consider(span);
            return !found && ++looked < kMostSpans;
        });
    }
    return best;
}

std::string Calendar::ics(std::string_view name, std::string_view uid, TimePoint now) const {
    icalcomponent* calendar = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
    icalcomponent_add_property(calendar, icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar, icalproperty_new_prodid("-//Signalbox//EN"));
    icaltimezone* zone = m_schedule.timeZone.empty() ? nullptr : zoneOf(m_schedule.timeZone);
    int number = 0;
    const auto add = [&](const std::string& summary, const icaltimetype& begin, icalproperty* end,
                         const std::string& rule) {
        icalcomponent* event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
        const std::string id = std::string(uid) + "-" + std::to_string(++number) + "@signalbox";
        icalcomponent_add_property(event, icalproperty_new_uid(id.c_str()));
        icaltimetype stamp = inZone(now, icaltimezone_get_utc_timezone());
        icalcomponent_add_property(event, icalproperty_new_dtstamp(stamp));
        icalcomponent_add_property(event, icalproperty_new_summary(summary.c_str()));
        icalproperty* start = icalproperty_new_dtstart(begin);
        if (zone && !begin.is_date && zone != icaltimezone_get_utc_timezone())
            icalproperty_add_parameter(start, icalparameter_new_tzid(m_schedule.timeZone.c_str()));
        icalcomponent_add_property(event, start);
        icalcomponent_add_property(event, end);
        if (!rule.empty())
            icalcomponent_add_property(event, icalproperty_new_rrule(icalrecurrencetype_from_string(rule.c_str())));
        icalcomponent_add_component(calendar, event);
    };
    if (zone && zone != icaltimezone_get_utc_timezone()) {
        icalcomponent* described = icalcomponent_new_clone(icaltimezone_get_component(zone));
        icalproperty* tzid = icalcomponent_get_first_property(described, ICAL_TZID_PROPERTY);
        if (tzid) icalproperty_set_tzid(tzid, m_schedule.timeZone.c_str());
        icalcomponent_add_component(calendar, described);
    }
    for (const Window& window : m_schedule.windows) {
        icaltimetype begin = *wallTime(window.begin, false);
        if (zone == icaltimezone_get_utc_timezone()) begin.zone = zone;
        icalproperty* duration =
            icalproperty_new_duration(icaldurationtype_from_int(static_cast<int>(window.duration.count())));
        add(std::string(name), begin, duration, window.rule);
    }
    for (const Freeze& freeze : m_schedule.freezes) {
        icaltimetype after = *wallTime(freeze.to, true);
        icaltime_adjust(&after, 1, 0, 0, 0);
        const std::string what = freeze.name.empty() ? "freeze" : freeze.name;
        add(std::string(name) + ": " + what, *wallTime(freeze.from, true), icalproperty_new_dtend(after), {});
    }
    char* text = icalcomponent_as_ical_string_r(calendar);
    std::string written(text);
    icalmemory_free_buffer(text);
    icalcomponent_free(calendar);
    return written;
}

}  // namespace signalbox::schedule
