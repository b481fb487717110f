// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/plan_text.h"

#include <charconv>
#include <cmath>
#include <set>

#include "app/ctl/time_text.h"
#include "core/base/log.h"

namespace signalbox::ctl {
namespace {

Error invalid(std::string what) {
    return makeError(BaseErrc::invalidArgument, std::move(what));
}

std::optional<double> number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value) || value < 0)
        return std::nullopt;
    return value;
}

Result<PhaseSize> parseSize(std::string_view text) {
    const bool percent = text.ends_with('%');
    const auto amount = number(percent ? text.substr(0, text.size() - 1) : text);
    const bool fits = amount && (percent ? *amount <= 100 : *amount == std::trunc(*amount) && *amount <= 4294967295.0);
    if (!fits || *amount <= 0)
        return invalid("size=" + printable(text, 64) + ": a count such as 25 or a share such as 10% is expected");
    return PhaseSize{percent ? PhaseSize::Unit::percent : PhaseSize::Unit::count, *amount};
}

Result<double> parsePercent(std::string_view text) {
    const auto amount = number(text.ends_with('%') ? text.substr(0, text.size() - 1) : text);
    if (!amount || *amount > 100)
        return invalid("success=" + printable(text, 64) + ": a share from 0 to 100 is expected");
    return *amount;
}

Result<void> setMember(Phase& phase, std::string_view name, std::string_view value) {
    if (name == "name") {
        phase.name = value;
    } else if (name == "size") {
        TRY(phase.size, parseSize(value));
    } else if (name == "success") {
        TRY(phase.gate.successPercent, parsePercent(value));
    } else if (name == "wait") {
        TRY(phase.gate.wait, parseDuration(value));
    } else if (name == "filter") {
        phase.filter = std::string(value);
    } else if (name == "by-hand" && value.empty()) {
        phase.gate.byHand = true;
    } else {
        return invalid("'" + printable(name, 64) +
                       "' is no part of a phase: name=, size=, success=, wait=, by-hand and filter= are");
    }
    return {};
}

}  // namespace

Result<Phase> parsePhase(std::string_view text) {
    Phase phase;
    std::set<std::string_view> seen;
    std::string_view rest = text;
    for (;;) {
        // A filter may hold commas, so it is the last one and takes the rest.
        const std::size_t comma = rest.starts_with("filter=") ? std::string_view::npos : rest.find(',');
        const std::string_view member = rest.substr(0, comma);
        const std::size_t equals = member.find('=');
        const std::string_view name = member.substr(0, equals);
        const std::string_view value =
            equals == std::string_view::npos ? std::string_view() : member.substr(equals + 1);
        if (!seen.insert(name).second) return invalid("phase: " + printable(name, 64) + " is given twice");
        if (auto set = setMember(phase, name, value); !set) return std::move(set).error().within("phase");
        if (comma == std::string_view::npos) break;
        rest.remove_prefix(comma + 1);
    }
    if (phase.name.empty()) return invalid("phase: a name=… is needed in '" + printable(text, 128) + "'");
    return phase;
}

Result<Window> parseWindow(std::string_view text) {
    const std::size_t first = text.find(' ');
    const std::size_t second = text.find(' ', first == std::string_view::npos ? first : first + 1);
    if (first == std::string_view::npos)
        return invalid("'" + printable(text, 64) +
                       "' is no window: begin, length and rule, for example "
                       "\"2026-11-24T22:00 4h FREQ=DAILY\", are");
    Window window;
    window.begin = text.substr(0, first);
    TRY(window.duration,
        parseDuration(text.substr(first + 1, second == std::string_view::npos ? second : second - first - 1)));
    if (second != std::string_view::npos) window.rule = text.substr(second + 1);
    return window;
}

Result<Freeze> parseFreeze(std::string_view text) {
    const std::string_view days = text.substr(0, text.find(' '));
    Freeze freeze;
    if (days.size() < text.size()) freeze.name = text.substr(days.size() + 1);
    const std::size_t dots = days.find("..");
    freeze.from = days.substr(0, dots);
    freeze.to = dots == std::string_view::npos ? freeze.from : std::string(days.substr(dots + 2));
    if (freeze.from.empty() || freeze.to.empty())
        return invalid("'" + printable(text, 64) + "' is no freeze: 2026-12-20..2027-01-02 and a name are");
    return freeze;
}

Result<Prerequisite> parsePrerequisite(std::string_view text) {
    const std::size_t sign = text.find(">=");
    if (sign == std::string_view::npos || sign == 0 || sign + 2 == text.size())
        return invalid("'" + printable(text, 64) + "' is no prerequisite: product>=version is");
    return Prerequisite{std::string(text.substr(0, sign)), std::string(text.substr(sign + 2))};
}

Result<std::uint32_t> parseMinCopies(std::string_view text) {
    if (text == "all") return 0U;
    const auto count = parseId(text);
    if (!count || *count > 100000) return invalid("'" + printable(text, 64) + "': all or a count from 1 is expected");
    return static_cast<std::uint32_t>(*count);
}

Result<std::uint64_t> parseBandwidth(std::string_view text) {
    if (text == "none" || text == "0") return std::uint64_t{0};
    std::uint64_t unit = 1;
    std::string_view number = text;
    for (const auto& [letter, factor] :
         {std::pair('k', 1000ULL), std::pair('M', 1000'000ULL), std::pair('G', 1000'000'000ULL)})
        if (text.ends_with(letter)) {
            unit = factor;
            number.remove_suffix(1);
        }
    const auto count = parseId(number);
    constexpr std::uint64_t kMost = std::uint64_t{1} << 40;
    if (!count || static_cast<std::uint64_t>(*count) > kMost / unit)
        return invalid("'" + printable(text, 64) + "': bytes a second such as 64k, 2M or 1G, or none, are expected");
    return static_cast<std::uint64_t>(*count) * unit;
}

Result<std::map<std::string, std::optional<std::string>>> parseTagChanges(const std::vector<std::string>& texts) {
    std::map<std::string, std::optional<std::string>> changes;
    for (const std::string& text : texts) {
        const bool removes = text.starts_with('-');
        const std::size_t equals = text.find('=');
        const std::string key = removes ? text.substr(1) : text.substr(0, equals);
        if (key.empty() || (removes && equals != std::string::npos))
            return invalid("'" + printable(text, 64) + "' is no tag: key=value, key or, to remove it, -key is");
        if (removes) {
            changes[key] = std::nullopt;
        } else {
            changes[key] = equals == std::string::npos ? std::string() : text.substr(equals + 1);
        }
    }
    return changes;
}

std::optional<std::pair<std::string, std::string>> parseProductVersion(std::string_view text) {
    const std::size_t slash = text.rfind('/');
    if (slash == std::string_view::npos || slash == 0 || slash + 1 == text.size()) return std::nullopt;
    return std::pair(std::string(text.substr(0, slash)), std::string(text.substr(slash + 1)));
}

std::optional<std::int64_t> parseId(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value <= 0) return std::nullopt;
    return value;
}

}  // namespace signalbox::ctl
