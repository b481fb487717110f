// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/plain_text.h"
#include "app/ctl/show.h"
#include "app/ctl/time_text.h"
#include "core/model/json.h"

#include <algorithm>
#include <boost/json/serialize.hpp>

namespace signalbox::ctl {
namespace {

namespace calls = adminclient::calls;

struct AuditArguments {
    bool follow = false;
    std::int64_t after = 0;
    std::size_t limit = 100;
};

/// The entries after `after`, in order; at most `limit` of the newest (0: all), read from the end of the log.
Result<Listed<AuditEntry>> newest(Session& session, std::int64_t after, std::size_t limit) {
    Listed<AuditEntry> kept;
    adminclient::PageRequest page{0, 1000};
    for (bool more = true; more;) {
        if (limit > 0) page.limit = static_cast<int>(std::min<std::size_t>(1000, limit - kept.items.size()));
        TRY(auto both, session.askBoth(calls::newestAudit(page)));
        auto& [raw, got] = both;
        moveItems(raw, kept.raw);
        std::move(got.items.begin(), got.items.end(), std::back_inserter(kept.items));
        while (!kept.items.empty() && kept.items.back().sequence <= after) {
            kept.items.pop_back();
            kept.raw.pop_back();
            got.next.reset();
        }
        more = got.next && (limit == 0 || kept.items.size() < limit);
        if (more && page.after != 0 && *got.next >= page.after)
            return makeError(adminclient::AdminErrc::badAnswer, "a list that does not end");
        if (more) page.after = *got.next;
    }
    std::reverse(kept.items.begin(), kept.items.end());
    std::reverse(kept.raw.begin(), kept.raw.end());
    return kept;
}

std::string lineOf(const AuditEntry& entry) {
    return localTime(entry.at) + "  " + plain(entry.actor, 64) + "  " + plain(entry.action, 64) + "  " +
           plain(entry.subject, 128) + "  " + plain(entry.detail, 1024) + "\n";
}

Result<ExitCode> follow(Context& context, Session& session, std::int64_t after) {
    constexpr auto kPause = std::chrono::seconds(1);
    for (;;) {
        auto more = newest(session, after, 0);
        if (!more && !adminclient::mayHealByItself(more.error())) return std::move(more).error();
        if (more) {
            for (std::size_t i = 0; i < more->items.size(); ++i) {
                const bool json = context.screen.json();
                context.screen.print(json ? boost::json::serialize(more->raw[i]) + "\n" : lineOf(more->items[i]));
                after = more->items[i].sequence;
            }
        }
        CHECK(session.wait(kPause));
    }
}

Result<ExitCode> listAudit(Context& context, const AuditArguments& arguments) {
    TRY(Session * session, context.session());
    TRY(Listed<AuditEntry> entries, newest(*session, arguments.after, arguments.limit));
    if (arguments.follow) {
        const std::int64_t from = entries.items.empty() ? arguments.after : entries.items.front().sequence - 1;
        return follow(context, *session, from);
    }
    if (context.screen.json()) {
        const auto total = static_cast<std::int64_t>(entries.items.size());
        context.screen.document({{"items", std::move(entries.raw)}, {"total", total}});
        return ExitCode::ok;
    }
    Table table({{"NO", Table::Align::right},
                 {"TIME", Table::Align::left, 19},
                 {"WHO"},
                 {"DID"},
                 {"TO"},
                 {"DETAIL", Table::Align::left, 16}});
    for (const AuditEntry& entry : entries.items)
        table.add({std::to_string(entry.sequence), localTime(entry.at), entry.actor, entry.action, entry.subject,
                   entry.detail});
    context.screen.print(table, "Nothing has been recorded.");
    return ExitCode::ok;
}

}  // namespace

void addAuditCommands(CLI::App& app, Chosen& chosen) {
    CLI::App* group = addGroup(app, "audit", "Who did what, and when");
    const auto declare = [](CLI::App& command, AuditArguments& arguments) {
        command.add_flag("--follow", arguments.follow,
                         "Go on with what comes, until Ctrl-C (--json: one object a line)");
        command.add_option("--after", arguments.after, "Only entries with a higher number")
            ->check(CLI::NonNegativeNumber);
        command.add_option("--limit", arguments.limit, "How many of the newest; 0 for all")->capture_default_str();
    };
    addCommand<AuditArguments>(*group, chosen, "list", "The audit log", declare, listAudit);
    addAuditFileCommands(*group, chosen);
}

}  // namespace signalbox::ctl
