// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/plain_text.h"
#include "app/ctl/plan_text.h"
#include "app/ctl/show.h"

namespace signalbox::ctl {
namespace {

namespace calls = adminclient::calls;

struct ClusterArguments {
    std::string name;
    std::string rule;
    std::string limit;
    bool yes = false;
};

Result<ExitCode> listClusters(Context& context, const NoArguments&) {
    const auto row = [](const Cluster& cluster) {
        return std::vector<std::string>{std::to_string(cluster.id.value), cluster.name, when(cluster.createdAt),
                                        cluster.bandwidthLimit == 0 ? "" : byteCount(cluster.bandwidthLimit) + "/s",
                                        cluster.rule};
    };
    const auto pages = [](adminclient::PageRequest page) { return calls::clusters(page); };
    Table table({{"ID", Table::Align::right}, {"CLUSTER"}, {"CREATED"}, {"LIMIT"}, {"RULE"}});
    return showList<Cluster>(context, pages, 0, std::move(table), row, "There is no cluster yet.");
}

Result<ExitCode> createCluster(Context& context, const ClusterArguments& arguments) {
    return showAnswer<Cluster>(
        context, calls::createCluster(arguments.name, arguments.rule),
        [&](const Cluster& cluster) { context.screen.print("Created cluster " + plain(cluster.name) + ".\n"); });
}

Result<ExitCode> changeRule(Context& context, const ClusterArguments& arguments) {
    auto shown = showAnswer<Cluster>(
        context, calls::changeClusterRule(arguments.name, arguments.rule), [&](const Cluster& cluster) {
            context.screen.print(cluster.rule.empty()
                                     ? "Terminals are put into " + plain(cluster.name) + " by hand.\n"
                                     : plain(cluster.name) + " takes the terminals of: " + plain(cluster.rule) + "\n");
        });
    if (!shown) return explainFilter(context, shown.error(), arguments.rule);
    return shown;
}

Result<ExitCode> limitBandwidth(Context& context, const ClusterArguments& arguments) {
    TRY(const std::uint64_t limit, parseBandwidth(arguments.limit));
    const auto call = calls::changeClusterBandwidth(arguments.name, limit);
    return showAnswer<Cluster>(context, call, [&](const Cluster& cluster) {
        context.screen.print(cluster.bandwidthLimit == 0
                                 ? "The terminals of " + plain(cluster.name) + " download as fast as they can.\n"
                                 : "Each terminal of " + plain(cluster.name) + " downloads at most " +
                                       byteCount(cluster.bandwidthLimit) + " a second.\n");
    });
}

Result<ExitCode> deleteCluster(Context& context, const ClusterArguments& arguments) {
    CHECK(context.screen.confirm("Delete the cluster " + plain(arguments.name) + "?", arguments.yes));
    return showAnswer<adminclient::Nothing>(
        context, calls::deleteCluster(arguments.name),
        [&](const adminclient::Nothing&) { context.screen.print("Deleted cluster " + plain(arguments.name) + ".\n"); });
}

}  // namespace

void addClusterCommands(CLI::App& app, Chosen& chosen) {
    CLI::App* group = addGroup(app, "cluster", "Clusters of download nodes");
    const auto named = [](CLI::App& command, ClusterArguments& arguments) {
        command.add_option("NAME", arguments.name, "The cluster")->required();
    };
    const auto created = [named](CLI::App& command, ClusterArguments& arguments) {
        named(command, arguments);
        command.add_option("--rule", arguments.rule, "RSQL of the terminals that belong to it");
    };
    const auto ruled = [named](CLI::App& command, ClusterArguments& arguments) {
        named(command, arguments);
        command.add_option("RULE", arguments.rule, "RSQL, for example \"tag.site==munich\"; \"\" for none")->required();
    };
    const auto limited = [named](CLI::App& command, ClusterArguments& arguments) {
        named(command, arguments);
        command.add_option("LIMIT", arguments.limit, "Bytes a second of packages, 64k or 2M; none for no limit")
            ->required();
    };
    const auto deleted = [named](CLI::App& command, ClusterArguments& arguments) {
        named(command, arguments);
        command.add_flag("--yes", arguments.yes, "Do not ask");
    };
    addCommand<NoArguments>(*group, chosen, "list", "The clusters", {}, listClusters);
    addCommand<ClusterArguments>(*group, chosen, "create", "Make a cluster", created, createCluster);
    addCommand<ClusterArguments>(*group, chosen, "rule", "Say which terminals belong to a cluster", ruled, changeRule);
    addCommand<ClusterArguments>(*group, chosen, "bandwidth", "Limit how fast each terminal of a cluster downloads",
                                 limited, limitBandwidth);
    addCommand<ClusterArguments>(*group, chosen, "delete", "Remove a cluster that nothing belongs to", deleted,
                                 deleteCluster);
}

}  // namespace signalbox::ctl
