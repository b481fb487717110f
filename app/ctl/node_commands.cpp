// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/plain_text.h"
#include "app/ctl/show.h"
#include "app/ctl/time_text.h"
#include "core/model/names.h"

namespace signalbox::ctl {
namespace {

namespace calls = adminclient::calls;
using adminclient::NodeDetail;

struct NodeArguments {
    std::string name;
    bool yes = false;
    std::string repository = "*";
    std::vector<std::string> actions{"pull"};
    std::string valid = "1h";
};

std::string onlineText(const std::optional<bool>& online) {
    return !online ? "not seen yet" : *online ? "yes" : "no";
}

std::string copiesText(const std::vector<NodeCopy>& copies) {
    std::size_t proven = 0;
    for (const NodeCopy& copy : copies)
        proven += copy.state == CopyState::proven ? 1 : 0;
    return std::to_string(proven) + " of " + std::to_string(copies.size());
}

Result<ExitCode> listNodes(Context& context, const NoArguments&) {
    const auto row = [](const NodeDetail& node) {
        return std::vector<std::string>{node.node.name,          node.clusterName,        node.node.url,
                                        onlineText(node.online), copiesText(node.copies), ago(node.lastSeen)};
    };
    const auto pages = [](adminclient::PageRequest page) { return calls::nodes(page); };
    Table table({{"NODE"}, {"CLUSTER"}, {"ADDRESS", Table::Align::left, 16}, {"ONLINE"}, {"PROVEN"}, {"LAST SEEN"}});
    return showList<NodeDetail>(context, pages, 0, std::move(table), row,
                                "There is no node yet: signalboxctl join-code create --role node");
}

void printNode(Context& context, const NodeDetail& node) {
    context.screen.print(listing({{"node", node.node.name},
                                  {"cluster", node.clusterName},
                                  {"address", node.node.url},
                                  {"weight", std::to_string(node.node.weight)},
                                  {"online", onlineText(node.online)},
                                  {"last seen", ago(node.lastSeen)},
                                  {"joined", when(node.node.joinedAt)}}));
    if (node.copies.empty()) return;
    Table table({{"RELEASE", Table::Align::right},
                 {"COPY"},
                 {"SENT", Table::Align::right},
                 {"OF", Table::Align::right},
                 {"CHANGED"},
                 {"LAST ERROR", Table::Align::left, 16}});
    for (const NodeCopy& copy : node.copies)
        table.add({std::to_string(copy.release.value), std::string(nameOf(copy.state)), byteCount(copy.bytesSent),
                   byteCount(copy.bytesTotal), ago(copy.changedAt), copy.lastError});
    context.screen.print("\n");
    context.screen.print(table, "");
}

Result<ExitCode> showNode(Context& context, const NodeArguments& arguments) {
    const auto text = [&](const NodeDetail& node) { printNode(context, node); };
    return showAnswer<NodeDetail>(context, calls::node(arguments.name), text);
}

Result<ExitCode> removeNode(Context& context, const NodeArguments& arguments) {
    CHECK(context.screen.confirm("Take the node " + plain(arguments.name) + " out of service?", arguments.yes));
    return showAnswer<adminclient::Nothing>(
        context, calls::deleteNode(arguments.name),
        [&](const adminclient::Nothing&) { context.screen.print("Removed node " + plain(arguments.name) + ".\n"); });
}

Result<ExitCode> makeToken(Context& context, const NodeArguments& arguments) {
    TRY(const Seconds valid, parseDuration(arguments.valid));
    const auto call = calls::createNodeToken(arguments.name, arguments.repository, arguments.actions, valid);
    return showAnswer<adminclient::NodeToken>(context, call, [&](const adminclient::NodeToken& token) {
        context.screen.note("For " + plain(token.url) + ", valid until " + localTime(token.notAfter) + ":");
        context.screen.print(plain(token.token, 65536) + "\n");
    });
}

}  // namespace

void addNodeCommands(CLI::App& app, Chosen& chosen) {
    CLI::App* group = addGroup(app, "node", "Download nodes");
    const auto named = [](CLI::App& command, NodeArguments& arguments) {
        command.add_option("NAME", arguments.name, "The node")->required();
    };
    const auto removed = [named](CLI::App& command, NodeArguments& arguments) {
        named(command, arguments);
        command.add_flag("--yes", arguments.yes, "Do not ask");
    };
    const auto token = [named](CLI::App& command, NodeArguments& arguments) {
        named(command, arguments);
        command.add_option("--repository", arguments.repository, "Of this repository; * for all")
            ->capture_default_str();
        command.add_option("--action", arguments.actions, "pull or push; both if given twice")
            ->allow_extra_args(false)
            ->check(CLI::IsMember({"pull", "push"}))
            ->capture_default_str();
        command.add_option("--valid", arguments.valid, "How long, for example 10m")->capture_default_str();
    };
    addCommand<NoArguments>(*group, chosen, "list", "The nodes", {}, listNodes);
    addCommand<NodeArguments>(*group, chosen, "show", "One node and what lies on it", named, showNode);
    addCommand<NodeArguments>(*group, chosen, "remove", "Take a node out of service", removed, removeNode);
    addCommand<NodeArguments>(*group, chosen, "token", "An access token for a node's registry (skopeo and the like)",
                              token, makeToken);
}

}  // namespace signalbox::ctl
