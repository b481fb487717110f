// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/plain_text.h"
#include "app/ctl/plan_text.h"
#include "app/ctl/show.h"
#include "core/model/names.h"

namespace signalbox::ctl {
namespace {

namespace calls = adminclient::calls;
using adminclient::TerminalDetail;

struct TerminalArguments {
    std::string id;
    std::string name;
    std::string platform;
    std::string cluster = "default";
    std::string filter;
    std::string state;
    std::size_t limit = kListed;
    std::vector<std::string> changes;
    std::vector<std::string> removed;
    bool yes = false;
};

Result<ExitCode> listTerminals(Context& context, const TerminalArguments& arguments) {
    const auto row = [](const Terminal& terminal) {
        return std::vector<std::string>{terminal.controllerId,      terminal.name,         terminal.platform,
                                        labels(terminal.installed), labels(terminal.tags), ago(terminal.lastContact)};
    };
    const auto pages = [&](adminclient::PageRequest page) {
        return calls::terminals(arguments.filter, page, arguments.state);
    };
    Table table(
        {{"TERMINAL", Table::Align::left, 12}, {"NAME"}, {"PLATFORM"}, {"INSTALLED"}, {"TAGS"}, {"LAST CONTACT"}});
    auto shown = showList<Terminal>(
        context, pages, arguments.limit, std::move(table), row,
        arguments.filter.empty() ? "No terminal has joined yet." : "No terminal matches this filter.");
    if (!shown) return explainFilter(context, shown.error(), arguments.filter);
    return shown;
}

void printTerminal(Context& context, const TerminalDetail& detail) {
    const Terminal& terminal = detail.terminal;
    context.screen.print(listing({{"terminal", terminal.controllerId},
                                  {"name", terminal.name},
                                  {"platform", terminal.platform},
                                  {"cluster", detail.clusterName},
                                  {"installed", labels(terminal.installed)},
                                  {"tags", labels(terminal.tags)},
                                  {"attributes", labels(terminal.attributes)},
                                  {"joined", when(terminal.joinedAt)},
                                  {"last contact", ago(terminal.lastContact)},
                                  {"retired", when(terminal.retiredAt)},
                                  {"clone suspected", when(terminal.cloneSeenAt)}}));
    if (detail.deployments.empty()) return;
    Table table({{"DEPLOYMENT", Table::Align::right},
                 {"ROLLOUT", Table::Align::right},
                 {"STATE"},
                 {"CAUSE"},
                 {"CHANGED"},
                 {"MESSAGE", Table::Align::left, 16}});
    for (const Deployment& deployment : detail.deployments)
        table.add({std::to_string(deployment.id.value), std::to_string(deployment.rollout.value),
                   std::string(nameOf(deployment.state)),
                   deployment.cause == FailureCause::none ? "" : std::string(nameOf(deployment.cause)),
                   ago(deployment.changedAt), deployment.message});
    context.screen.print("\n");
    context.screen.print(table, "");
}

Result<ExitCode> showTerminal(Context& context, const TerminalArguments& arguments) {
    const auto text = [&](const TerminalDetail& terminal) { printTerminal(context, terminal); };
    return showAnswer<TerminalDetail>(context, calls::terminal(arguments.id), text);
}

Result<ExitCode> createTerminal(Context& context, const TerminalArguments& arguments) {
    const auto call = calls::createTerminal(arguments.id, arguments.name.empty() ? arguments.id : arguments.name,
                                            arguments.platform, arguments.cluster);
    return showAnswer<adminclient::NewTerminal>(context, call, [&](const adminclient::NewTerminal& made) {
        context.screen.note("Created " + plain(made.terminal.controllerId) +
                            ". Its token, which cannot be shown again:");
        context.screen.print(plain(made.token) + "\n");
    });
}

Result<ExitCode> change(Context& context, const std::string& id, boost::json::object changes) {
    return showAnswer<Terminal>(context, calls::changeTerminal(id, std::move(changes)), [&](const Terminal& terminal) {
        context.screen.print(
            listing({{"terminal", terminal.controllerId}, {"name", terminal.name}, {"tags", labels(terminal.tags)}}));
    });
}

Result<ExitCode> tagTerminal(Context& context, const TerminalArguments& arguments) {
    std::vector<std::string> texts = arguments.changes;
    for (const std::string& key : arguments.removed)
        texts.push_back("-" + key);
    TRY(const auto wanted, parseTagChanges(texts));
    if (wanted.empty()) return makeError(BaseErrc::invalidArgument, "no tag is given: key=value, key or -key");
    boost::json::object tags;
    for (const auto& [key, value] : wanted)
        tags[key] = value ? boost::json::value(boost::json::string(*value)) : boost::json::value(nullptr);
    return change(context, arguments.id, {{"tags", std::move(tags)}});
}

Result<ExitCode> renameTerminal(Context& context, const TerminalArguments& arguments) {
    return change(context, arguments.id, {{"name", arguments.name}});
}

Result<ExitCode> moveTerminal(Context& context, const TerminalArguments& arguments) {
    return change(context, arguments.id, {{"cluster", arguments.cluster}});
}

Result<ExitCode> removeTerminal(Context& context, const TerminalArguments& arguments) {
    CHECK(context.screen.confirm("Forget the terminal " + plain(arguments.id) + "? It has to join anew afterwards.",
                                 arguments.yes));
    return showAnswer<adminclient::Nothing>(
        context, calls::deleteTerminal(arguments.id),
        [&](const adminclient::Nothing&) { context.screen.print("Removed terminal " + plain(arguments.id) + ".\n"); });
}

void withId(CLI::App& command, TerminalArguments& arguments) {
    command.add_option("ID", arguments.id, "The terminal's controller id")->required();
}

void declareList(CLI::App& command, TerminalArguments& arguments) {
    command.add_option("--filter", arguments.filter, "RSQL, for example \"tag.site==munich;platform==linux-*\"");
    command.add_option("--state", arguments.state, "active, retired, cloneSuspected or all")
        ->check(CLI::IsMember({"active", "retired", "cloneSuspected", "all"}));
    command.add_option("--limit", arguments.limit, "How many; 0 for all")->capture_default_str();
}

void declareCreate(CLI::App& command, TerminalArguments& arguments) {
    withId(command, arguments);
    command.add_option("--name", arguments.name, "What people call it");
    command.add_option("--platform", arguments.platform, "Which packages fit, for example linux-amd64")->required();
    command.add_option("--cluster", arguments.cluster, "Whose nodes it downloads from")->capture_default_str();
}

void declareTag(CLI::App& command, TerminalArguments& arguments) {
    withId(command, arguments);
    command.add_option("TAG", arguments.changes, "key=value or key sets a tag, -key removes it");
    command.add_option("--remove", arguments.removed, "The same as -key")->allow_extra_args(false);
}

void declareRename(CLI::App& command, TerminalArguments& arguments) {
    withId(command, arguments);
    command.add_option("NAME", arguments.name, "What people shall call it")->required();
}

void declareMove(CLI::App& command, TerminalArguments& arguments) {
    withId(command, arguments);
    command.add_option("CLUSTER", arguments.cluster, "Whose nodes it shall download from")->required();
}

void declareRemove(CLI::App& command, TerminalArguments& arguments) {
    withId(command, arguments);
    command.add_flag("--yes", arguments.yes, "Do not ask");
}

}  // namespace

void addTerminalCommands(CLI::App& app, Chosen& chosen) {
    CLI::App* group = addGroup(app, "terminal", "Terminals: the machines that are upgraded");
    using Arguments = TerminalArguments;
    addCommand<Arguments>(*group, chosen, "list", "The terminals", declareList, listTerminals);
    addCommand<Arguments>(*group, chosen, "show", "One terminal and its latest deployments", withId, showTerminal);
    addCommand<Arguments>(*group, chosen, "create", "For a DDI client that cannot join with a code", declareCreate,
                          createTerminal);
    addCommand<Arguments>(*group, chosen, "tag", "Set and remove tags", declareTag, tagTerminal);
    addCommand<Arguments>(*group, chosen, "rename", "Change its name", declareRename, renameTerminal);
    addCommand<Arguments>(*group, chosen, "move", "Put it into another cluster", declareMove, moveTerminal);
    addDiagnoseCommand(*group, chosen);
    addTerminalLifeCommands(*group, chosen);
    addCommand<Arguments>(*group, chosen, "remove", "Forget a terminal", declareRemove, removeTerminal);
}

}  // namespace signalbox::ctl
