// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/plain_text.h"
#include "app/ctl/show.h"
#include "app/ctl/time_text.h"
#include "core/base/file_system.h"
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

struct RegistryArguments {
    std::string name;
    std::string url;
    std::string cluster = "default";
    std::string user;
    std::string passwordFile;
    std::string pullUser;
    std::string pullPasswordFile;
    std::string caFile;
    bool insecureHttp = false;
};

struct ChangeArguments {
    std::string name;
    std::optional<std::int64_t> weight;
    std::optional<std::uint64_t> pushRate;
};

std::string diskText(const NodeDetail& node) {
    if (node.diskFull) return "full";
    return node.freeBytes ? byteCount(*node.freeBytes) + " free" : "-";
}

std::string certificateText(const NodeDetail& node) {
    if (!node.node.certificateEnds) return "-";
    const bool ended = SystemClock().now() >= *node.node.certificateEnds;
    return (ended ? "ended " : "") + localTime(*node.node.certificateEnds);
}

std::string rateText(std::uint64_t bytesPerSecond) {
    return bytesPerSecond == 0 ? "-" : byteCount(bytesPerSecond) + "/s";
}

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
                                        onlineText(node.online), copiesText(node.copies), diskText(node),
                                        certificateText(node),   ago(node.lastSeen)};
    };
    const auto pages = [](adminclient::PageRequest page) { return calls::nodes(page); };
    Table table({{"NODE"},
                 {"CLUSTER"},
                 {"ADDRESS", Table::Align::left, 16},
                 {"ONLINE"},
                 {"PROVEN"},
                 {"DISK"},
                 {"CERTIFICATE UNTIL"},
                 {"LAST SEEN"}});
    return showList<NodeDetail>(context, pages, 0, std::move(table), row,
                                "There is no node yet: signalboxctl join-code create --role node");
}

void printNode(Context& context, const NodeDetail& node) {
    std::vector<std::pair<std::string, std::string>> lines{
        {"node", node.node.name},
        {"cluster", node.clusterName},
        {"address", node.node.url},
        {"kind", node.node.kind == NodeKind::registry ? "a registry of another maker" : "a node of this manager"},
        {"weight", std::to_string(node.node.weight)},
        {"online", onlineText(node.online)},
        {"last seen", ago(node.lastSeen)},
        {"joined", when(node.node.joinedAt)},
        {"certificate until", certificateText(node)},
        {"disk", diskText(node)},
        {"sent to at most", node.node.pushRate == 0 ? "no limit" : rateText(node.node.pushRate)}};
    if (node.registry) {
        const std::string& own = node.registry->user;
        const std::string& pull = node.registry->pullUser;
        lines.emplace_back("manager logs in as", own.empty() ? "nobody" : own);
        lines.emplace_back("terminals log in as", pull.empty() ? "nobody" : pull);
    }
    if (!node.problem.empty()) lines.emplace_back("problem", node.problem);
    context.screen.print(listing(lines));
    if (node.copies.empty()) return;
    Table table({{"RELEASE", Table::Align::right},
                 {"COPY"},
                 {"SENT", Table::Align::right},
                 {"OF", Table::Align::right},
                 {"RATE", Table::Align::right},
                 {"TRIES", Table::Align::right},
                 {"NEXT TRY"},
                 {"CHANGED"},
                 {"LAST ERROR", Table::Align::left, 16}});
    for (const NodeCopy& copy : node.copies)
        table.add({std::to_string(copy.release.value), std::string(nameOf(copy.state)), byteCount(copy.bytesSent),
                   byteCount(copy.bytesTotal), rateText(copy.rate), std::to_string(copy.attempts),
                   ago(copy.nextTry, "-"), ago(copy.changedAt), copy.lastError});
    context.screen.print("\n");
    context.screen.print(table, "");
}

Result<ExitCode> showNode(Context& context, const NodeArguments& arguments) {
    const auto text = [&](const NodeDetail& node) { printNode(context, node); };
    return showAnswer<NodeDetail>(context, calls::node(arguments.name), text);
}

/// The file's first line.
Result<std::string> passwordIn(const std::string& file) {
    constexpr std::size_t kMostFile = 8192;
    TRY(const std::string text, readFile(file, kMostFile));
    return text.substr(0, text.find_first_of("\r\n"));
}

Result<boost::json::object> accessOf(const RegistryArguments& arguments) {
    constexpr std::size_t kMostPem = 32 << 10;
    boost::json::object access{{"user", arguments.user}, {"pullUser", arguments.pullUser}};
    if (!arguments.passwordFile.empty()) {
        TRY(access["password"], passwordIn(arguments.passwordFile));
    }
    if (!arguments.pullPasswordFile.empty()) {
        TRY(access["pullPassword"], passwordIn(arguments.pullPasswordFile));
    }
    if (!arguments.caFile.empty()) {
        TRY(access["ca"], readFile(arguments.caFile, kMostPem));
    }
    return access;
}

Result<ExitCode> addRegistry(Context& context, const RegistryArguments& arguments) {
    TRY(boost::json::object access, accessOf(arguments));
    const auto call =
        calls::addRegistry(arguments.name, arguments.url, arguments.cluster, arguments.insecureHttp, std::move(access));
    return showAnswer<NodeDetail>(context, call, [&](const NodeDetail& node) {
        printNode(context, node);
        if (arguments.insecureHttp)
            context.screen.note("Packages and names go to it without TLS: whoever listens reads along.");
    });
}

Result<ExitCode> setRegistryAccess(Context& context, const RegistryArguments& arguments) {
    TRY(boost::json::object access, accessOf(arguments));
    return showAnswer<NodeDetail>(context, calls::setRegistryAccess(arguments.name, std::move(access)),
                                  [&](const NodeDetail& node) { printNode(context, node); });
}

Result<ExitCode> changeNode(Context& context, const ChangeArguments& arguments) {
    boost::json::object changes;
    if (arguments.weight) changes["weight"] = *arguments.weight;
    if (arguments.pushRate) changes["pushRate"] = *arguments.pushRate;
    if (changes.empty()) return makeError(BaseErrc::invalidArgument, "say what is to change; --help lists it");
    return showAnswer<NodeDetail>(context, calls::changeNode(arguments.name, std::move(changes)),
                                  [&](const NodeDetail& node) { printNode(context, node); });
}

Result<ExitCode> verifyNode(Context& context, const NodeArguments& arguments) {
    return showAnswer<NodeDetail>(context, calls::verifyNode(arguments.name), [&](const NodeDetail&) {
        context.screen.print("Asked " + plain(arguments.name) + " for what should lie there; see node show.\n");
    });
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

void addRegistryCommands(CLI::App& group, Chosen& chosen) {
    const auto way = [](CLI::App& command, RegistryArguments& arguments) {
        command.add_option("--user", arguments.user, "The manager's name there, to push and to read back");
        command.add_option("--password-file", arguments.passwordFile, "A file whose first line is its password")
            ->needs("--user");
        command.add_option("--pull-user", arguments.pullUser,
                           "What terminals are given to download with; without it they come as nobody");
        command
            .add_option("--pull-password-file", arguments.pullPasswordFile, "A file whose first line is its password")
            ->needs("--pull-user");
        command.add_option("--ca-file", arguments.caFile,
                           "Certificates in PEM to trust that it is the registry, instead of the system's");
    };
    const auto registry = [way](CLI::App& command, RegistryArguments& arguments) {
        command.add_option("NAME", arguments.name, "What the node is to be called")->required();
        command.add_option("URL", arguments.url, "https://host:port")->required();
        command.add_option("--cluster", arguments.cluster, "Where it belongs")->capture_default_str();
        way(command, arguments);
        command.add_flag("--insecure-http", arguments.insecureHttp, "It may speak http; whoever listens reads along")
            ->excludes("--ca-file");
    };
    const auto access = [way](CLI::App& command, RegistryArguments& arguments) {
        command.add_option("NAME", arguments.name, "The node")->required();
        way(command, arguments);
    };
    addCommand<RegistryArguments>(group, chosen, "add-registry", "Take an OCI registry of another maker in as a node",
                                  registry, addRegistry);
    addCommand<RegistryArguments>(group, chosen, "access",
                                  "How to come to such a registry; what is not given is empty from now on", access,
                                  setRegistryAccess);
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
    const auto changed = [](CLI::App& command, ChangeArguments& arguments) {
        command.add_option("NAME", arguments.name, "The node")->required();
        command.add_option("--weight", arguments.weight, "Its share of terminals beside the other nodes'; 0: none");
        command
            .add_option("--push-rate", arguments.pushRate,
                        "At most so many bytes a second go to it, for example 2MB; 0: no limit")
            ->transform(CLI::AsSizeValue(true));
    };
    addRegistryCommands(*group, chosen);
    addCommand<ChangeArguments>(*group, chosen, "set", "Change its weight, or how fast it is sent packages", changed,
                                changeNode);
    addCommand<NodeArguments>(*group, chosen, "verify",
                              "Ask it for all that should lie there, and try again what waits for its next try", named,
                              verifyNode);
    addCommand<NodeArguments>(*group, chosen, "remove", "Take a node out of service", removed, removeNode);
    addCommand<NodeArguments>(*group, chosen, "token", "An access token for a node's registry (skopeo and the like)",
                              token, makeToken);
}

}  // namespace signalbox::ctl
