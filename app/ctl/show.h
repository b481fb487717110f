// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include "app/ctl/commands.h"

namespace signalbox::ctl {

/// Sends a call and shows its answer: as JSON, or as `text` makes of it.
template <class T>
[[nodiscard]] Result<ExitCode> showAnswer(Context& context, const adminclient::Call<T>& call,
                                          const std::function<void(const T&)>& text) {
    TRY(Session * session, context.session());
    TRY(const auto both, session->askBoth(call));
    if (context.screen.json()) {
        context.screen.document(both.first.is_null() ? boost::json::value(boost::json::object()) : both.first);
    } else {
        text(both.second);
    }
    return ExitCode::ok;
}

/// Reads a list and shows it: as {"items": […], "total": n}, or as a table of one row an entry.
template <class T, class PageOf>
[[nodiscard]] Result<ExitCode> showList(Context& context, const PageOf& pageOf, std::size_t most, Table table,
                                        const std::function<std::vector<std::string>(const T&)>& row,
                                        const std::string& whenEmpty) {
    TRY(Session * session, context.session());
    TRY(Listed<T> all, (session->askAll<T>(pageOf, most)));
    if (context.screen.json()) {
        context.screen.document({{"items", std::move(all.raw)}, {"total", all.total}});
        return ExitCode::ok;
    }
    for (const T& item : all.items)
        table.add(row(item));
    context.screen.print(table, whenEmpty);
    if (all.total > static_cast<std::int64_t>(all.items.size()))
        context.screen.note("… " + std::to_string(all.items.size()) + " of " + std::to_string(all.total) +
                            "; --limit 0 lists all");
    return ExitCode::ok;
}

inline constexpr std::size_t kListed = 1000;  ///< entries a list shows unless told otherwise

/// Moments for people; "" where there is none.
[[nodiscard]] std::string when(const std::optional<TimePoint>& time);
/// How long ago; `otherwise` where there is none.
[[nodiscard]] std::string ago(const std::optional<TimePoint>& time, const std::string& otherwise = "never");
/// "site=munich vip".
[[nodiscard]] std::string labels(const std::map<std::string, std::string>& labels);

/// A list that a filter chose failed: the filter with its mistake underlined, where the manager says where it is.
[[nodiscard]] Error explainFilter(Context& context, Error error, const std::string& filter);

}  // namespace signalbox::ctl
