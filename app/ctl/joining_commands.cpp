// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/plain_text.h"
#include "app/ctl/show.h"
#include "app/ctl/time_text.h"
#include "core/base/file_system.h"

namespace signalbox::ctl {
namespace {

namespace calls = adminclient::calls;
using adminclient::Count;
using adminclient::PendingInfo;

struct JoiningArguments {
    std::vector<std::int64_t> ids;
    bool all = false;
    std::string file;
    bool tokens = false;
    bool dryRun = false;
    std::string id;
    std::string valid = "1d";
    std::string setting;
    bool yes = false;
};

Result<ExitCode> listPending(Context& context, const JoiningArguments&) {
    const auto row = [](const PendingInfo& waiting) {
        return std::vector<std::string>{std::to_string(waiting.id), waiting.controllerId, waiting.name,
                                        waiting.platform,           waiting.clusterName,  waiting.address,
                                        ago(waiting.askedAt)};
    };
    const auto pages = [](adminclient::PageRequest page) { return calls::pendingTerminals(page); };
    Table table({{"NO", Table::Align::right},
                 {"TERMINAL", Table::Align::left, 12},
                 {"NAME"},
                 {"PLATFORM"},
                 {"CLUSTER"},
                 {"FROM"},
                 {"ASKED"}});
    return showList<PendingInfo>(context, pages, 0, std::move(table), row, "No terminal waits.");
}

/// The numbers given, or with --all those of everyone who waits.
Result<std::vector<std::int64_t>> chosenIds(Context& context, const JoiningArguments& arguments) {
    if (!arguments.all) {
        if (arguments.ids.empty()) return makeError(BaseErrc::invalidArgument, "give numbers, or --all");
        return arguments.ids;
    }
    TRY(Session * session, context.session());
    const auto pages = [](adminclient::PageRequest page) { return calls::pendingTerminals(page); };
    TRY(const Listed<PendingInfo> waiting, (session->askAll<PendingInfo>(pages, 0)));
    std::vector<std::int64_t> ids;
    for (const PendingInfo& one : waiting.items)
        ids.push_back(one.id);
    if (ids.empty()) return makeError(BaseErrc::notFound, "no terminal waits");
    return ids;
}

Result<ExitCode> approve(Context& context, const JoiningArguments& arguments) {
    TRY(const std::vector<std::int64_t> ids, chosenIds(context, arguments));
    return showAnswer<Count>(context, calls::approvePending(ids), [&](const Count& count) {
        context.screen.print("Let " + std::to_string(count.count) + " join.\n");
    });
}

Result<ExitCode> refuse(Context& context, const JoiningArguments& arguments) {
    TRY(const std::vector<std::int64_t> ids, chosenIds(context, arguments));
    return showAnswer<Count>(context, calls::refusePending(ids), [&](const Count& count) {
        context.screen.print("Refused " + std::to_string(count.count) + ".\n");
    });
}

Result<ExitCode> setQueue(Context& context, const JoiningArguments& arguments) {
    using adminclient::JoiningInfo;
    const auto call = arguments.setting.empty() ? calls::joining() : calls::changeJoining(arguments.setting == "open");
    return showAnswer<JoiningInfo>(context, call, [&](const JoiningInfo& joining) {
        context.screen.print(joining.withoutCode ? "Terminals without a code may wait in the queue.\n"
                                                 : "Terminals without a code are refused.\n");
    });
}

Result<ExitCode> importFile(Context& context, const JoiningArguments& arguments) {
    constexpr std::size_t kMost = 32 << 20;
    TRY(std::string csv, readFile(arguments.file, kMost));
    if (csv.empty()) return makeError(BaseErrc::invalidArgument, arguments.file + " is empty");
    using adminclient::Imported;
    const auto call = calls::importTerminals(std::move(csv), arguments.tokens, arguments.dryRun);
    return showAnswer<Imported>(context, call, [&](const Imported& imported) {
        const std::string count = std::to_string(imported.count) + " terminals";
        context.screen.note(arguments.dryRun ? count + " would be imported" : "Imported " + count);
        for (const adminclient::ImportedToken& token : imported.tokens)
            context.screen.print(plain(token.controllerId) + "," + plain(token.token) + "\n");
    });
}

Result<ExitCode> replace(Context& context, const JoiningArguments& arguments) {
    TRY(const Seconds valid, parseDuration(arguments.valid));
    using adminclient::JoinCodes;
    return showAnswer<JoinCodes>(context, calls::createReplacementCode(arguments.id, valid),
                                 [&](const JoinCodes& codes) {
                                     context.screen.note("For new hardware of " + plain(arguments.id) + ", until " +
                                                         localTime(codes.notAfter) + ":");
                                     for (const std::string& code : codes.codes)
                                         context.screen.print(plain(code) + "\n");
                                 });
}

Result<ExitCode> act(Context& context, const JoiningArguments& arguments, const std::string& action,
                     const std::string& done) {
    return showAnswer<Terminal>(context, calls::actOnTerminal(arguments.id, action), [&](const Terminal& terminal) {
        context.screen.print(done + plain(terminal.controllerId) + ".\n");
    });
}

Result<ExitCode> retire(Context& context, const JoiningArguments& arguments) {
    CHECK(context.screen.confirm("Retire the terminal " + plain(arguments.id) + "? It is offered nothing any more.",
                                 arguments.yes));
    return act(context, arguments, "retire", "Retired ");
}

Result<ExitCode> revoke(Context& context, const JoiningArguments& arguments) {
    CHECK(context.screen.confirm("Revoke the token of " + plain(arguments.id) + "? It has to be let in anew.",
                                 arguments.yes));
    return act(context, arguments, "revoke-token", "Revoked the token of ");
}

Result<ExitCode> clearClone(Context& context, const JoiningArguments& arguments) {
    return act(context, arguments, "clear-clone", "No clone any more: ");
}

void withIds(CLI::App& command, JoiningArguments& arguments) {
    command.add_option("NO", arguments.ids, "Their numbers in the queue");
    command.add_flag("--all", arguments.all, "Everyone who waits");
}

void withId(CLI::App& command, JoiningArguments& arguments) {
    command.add_option("ID", arguments.id, "The terminal's controller id")->required();
}

void withYes(CLI::App& command, JoiningArguments& arguments) {
    withId(command, arguments);
    command.add_flag("--yes", arguments.yes, "Do not ask");
}

void declareImport(CLI::App& command, JoiningArguments& arguments) {
    command.add_option("FILE", arguments.file, "CSV with controllerId, platform, name, cluster, tag.<key> …")
        ->required();
    command.add_flag("--tokens", arguments.tokens, "Make a DDI token for each and print them as CSV");
    command.add_flag("--dry-run", arguments.dryRun, "Only check the file");
}

void declareReplace(CLI::App& command, JoiningArguments& arguments) {
    withId(command, arguments);
    command.add_option("--valid", arguments.valid, "How long, for example 30m or 2d")->capture_default_str();
}

void declareQueue(CLI::App& command, JoiningArguments& arguments) {
    command.add_option("SETTING", arguments.setting, "open or closed; left out, what it is")
        ->check(CLI::IsMember({"open", "closed"}));
}

}  // namespace

void addPendingCommands(CLI::App& app, Chosen& chosen) {
    CLI::App* group = addGroup(app, "pending", "Terminals that wait to be let in");
    using Arguments = JoiningArguments;
    addCommand<Arguments>(*group, chosen, "list", "Who waits", {}, listPending);
    addCommand<Arguments>(*group, chosen, "approve", "Let them join, all or none", withIds, approve);
    addCommand<Arguments>(*group, chosen, "refuse", "Do not let them join", withIds, refuse);
    addCommand<Arguments>(*group, chosen, "queue", "Whether terminals without a code may wait", declareQueue, setQueue);
}

void addTerminalLifeCommands(CLI::App& terminal, Chosen& chosen) {
    using Arguments = JoiningArguments;
    addCommand<Arguments>(terminal, chosen, "import", "Add the terminals of a file, all or none", declareImport,
                          importFile);
    addCommand<Arguments>(terminal, chosen, "replace", "A code for new hardware of a terminal", declareReplace,
                          replace);
    addCommand<Arguments>(terminal, chosen, "retire", "Keep its record, offer it nothing any more", withYes, retire);
    addCommand<Arguments>(terminal, chosen, "revoke", "Refuse whoever has its token", withYes, revoke);
    addCommand<Arguments>(terminal, chosen, "clear-clone", "It is no clone", withId, clearClone);
}

}  // namespace signalbox::ctl
