// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/dry_run_text.h"

#include "app/ctl/plain_text.h"
#include "app/ctl/show.h"
#include "app/ctl/table.h"

namespace signalbox::ctl {
namespace {

using adminclient::DryRun;
using adminclient::DryRunGroup;

std::string isoOrNone(const std::optional<TimePoint>& time) {
    return time ? toRfc3339(*time) : "";
}

/// RFC 4180; what a spreadsheet would take for a formula is made text.
std::string field(std::string text) {
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) text.insert(0, "'");
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

std::string line(const std::vector<std::string>& cells) {
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i)
        text += (i == 0 ? "" : ",") + field(cells[i]);
    return text + "\r\n";
}

std::string csvOf(const DryRun& report) {
    std::string text = line({"kind", "name", "terminals", "bytes", "from", "finish"});
    text += line({"rollout", "", std::to_string(report.members), std::to_string(report.bytes), toRfc3339(report.at),
                  isoOrNone(report.finish)});
    for (const auto& phase : report.phases)
        text += line({"phase", phase.name, std::to_string(phase.terminals), std::to_string(phase.bytes),
                      isoOrNone(phase.from), isoOrNone(phase.finish)});
    for (const auto& node : report.nodes)
        text += line({"node", node.name, std::to_string(node.terminals), std::to_string(node.bytes), "", ""});
    const std::pair<const char*, const std::vector<DryRunGroup>*> groups[] = {{"excluded", &report.excluded},
                                                                              {"held", &report.held},
                                                                              {"missed", &report.missed},
                                                                              {"withoutNode", &report.withoutNode}};
    for (const auto& [kind, list] : groups)
        for (const DryRunGroup& group : *list)
            text += line({kind, group.reason, std::to_string(group.count), "", "", ""});
    return text;
}

std::string groupsText(const std::vector<DryRunGroup>& groups) {
    std::string text;
    for (const DryRunGroup& group : groups)
        text += (text.empty() ? "" : ", ") + std::to_string(group.count) + " " + group.reason;
    return text;
}

/// "1204 match, 37 excluded: 22 not heard of for 30 days, 15 wrong platform".
std::string matchText(const DryRun& report) {
    std::uint64_t excluded = 0;
    for (const DryRunGroup& group : report.excluded)
        excluded += group.count;
    std::string text = std::to_string(report.matched) + " match";
    if (excluded > 0) text += ", " + std::to_string(excluded) + " excluded: " + groupsText(report.excluded);
    return text;
}

void print(Context& context, const DryRun& report) {
    std::vector<std::pair<std::string, std::string>> entries{{"terminals", matchText(report)},
                                                             {"bytes", byteCount(report.bytes)}};
    if (!report.held.empty()) entries.emplace_back("wait first", groupsText(report.held));
    if (!report.missed.empty()) entries.emplace_back("miss it", groupsText(report.missed));
    if (!report.withoutNode.empty()) entries.emplace_back("no node", groupsText(report.withoutNode));
    entries.emplace_back("done at the earliest", report.finish ? when(report.finish) : "cannot be said");
    context.screen.print(listing(entries) + "\n");
    Table phases({{"PHASE"}, {"TERMINALS", Table::Align::right}, {"BYTES", Table::Align::right}, {"FROM"}, {"DONE"}});
    for (const auto& phase : report.phases)
        phases.add({phase.name, std::to_string(phase.terminals), byteCount(phase.bytes), when(phase.from),
                    when(phase.finish) + (phase.afterHand ? " (after a gate by hand)" : "")});
    context.screen.print(phases, "");
    if (report.nodes.empty()) return;
    Table nodes({{"NODE"}, {"CLUSTER"}, {"TERMINALS", Table::Align::right}, {"BYTES", Table::Align::right}, {"NOW"}});
    for (const auto& node : report.nodes)
        nodes.add({node.name, node.clusterName, std::to_string(node.terminals), byteCount(node.bytes),
                   node.online ? "online" : "out of reach"});
    context.screen.print("\n");
    context.screen.print(nodes, "");
}

}  // namespace

Result<ExitCode> showDryRun(Context& context, const adminclient::Call<DryRun>& call, bool csv) {
    return showAnswer<DryRun>(context, call, [&](const DryRun& report) {
        if (csv)
            context.screen.print(csvOf(report));
        else
            print(context, report);
    });
}

}  // namespace signalbox::ctl
