// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/plain_text.h"
#include "app/ctl/show.h"

namespace signalbox::ctl {
namespace {

namespace calls = adminclient::calls;

struct AudienceArguments {
    std::string filter;
    std::string product;
    std::string name;
    std::string description;
    bool yes = false;
};

Result<ExitCode> checkAudience(Context& context, const AudienceArguments& arguments) {
    const auto text = [&](const adminclient::AudienceCheck& check) {
        context.screen.print(std::to_string(check.count) + (check.count == 1 ? " terminal\n" : " terminals\n"));
        for (const std::string& id : check.sample)
            context.screen.print("  " + plain(id) + "\n");
        if (check.count > static_cast<std::int64_t>(check.sample.size())) context.screen.print("  …\n");
    };
    auto shown = showAnswer<adminclient::AudienceCheck>(
        context, calls::checkAudience(arguments.filter, arguments.product), text);
    if (!shown) return explainFilter(context, shown.error(), arguments.filter);
    return shown;
}

Result<ExitCode> listAudiences(Context& context, const NoArguments&) {
    const auto row = [](const SavedAudience& saved) {
        return std::vector<std::string>{saved.name, saved.filter, saved.description, saved.changedBy,
                                        when(saved.changedAt)};
    };
    const auto pages = [](adminclient::PageRequest page) { return calls::savedAudiences(page); };
    Table table({{"NAME"}, {"FILTER"}, {"DESCRIPTION"}, {"BY"}, {"CHANGED"}});
    return showList<SavedAudience>(context, pages, 0, std::move(table), row, "No audience is saved yet.");
}

Result<ExitCode> saveAudience(Context& context, const AudienceArguments& arguments) {
    TRY(Session * session, context.session());
    const auto known = session->ask(calls::savedAudience(arguments.name));
    const auto call = calls::saveAudience(arguments.name, arguments.filter, arguments.description, known.has_value());
    auto shown = showAnswer<SavedAudience>(context, call, [&](const SavedAudience& saved) {
        context.screen.print("Saved. Use it as audience==" + plain(saved.name) + " or --saved " + plain(saved.name) +
                             ".\n");
    });
    if (!shown) return explainFilter(context, shown.error(), arguments.filter);
    return shown;
}

Result<ExitCode> showAudience(Context& context, const AudienceArguments& arguments) {
    return showAnswer<SavedAudience>(context, calls::savedAudience(arguments.name), [&](const SavedAudience& saved) {
        context.screen.print(listing({{"audience", saved.name},
                                      {"filter", saved.filter},
                                      {"description", saved.description},
                                      {"by", saved.changedBy},
                                      {"changed", when(saved.changedAt)}}));
    });
}

Result<ExitCode> completeAudience(Context& context, const AudienceArguments& arguments) {
    using adminclient::Completions;
    return showAnswer<Completions>(context, calls::completeAudience(arguments.filter), [&](const Completions& found) {
        Table table({{"CAN STAND THERE"}, {"TERMINALS", Table::Align::right}});
        for (const adminclient::Completion& item : found.items)
            table.add({item.text, item.count ? std::to_string(*item.count) : ""});
        context.screen.print(table, "Nothing that the manager knows can stand there.");
    });
}

Result<ExitCode> deleteAudience(Context& context, const AudienceArguments& arguments) {
    CHECK(context.screen.confirm("Delete the audience " + plain(arguments.name) + "?", arguments.yes));
    return showAnswer<adminclient::Nothing>(
        context, calls::deleteAudience(arguments.name),
        [&](const adminclient::Nothing&) { context.screen.print("Deleted " + plain(arguments.name) + ".\n"); });
}

}  // namespace

void addAudienceCommands(CLI::App& app, Chosen& chosen) {
    CLI::App* group = addGroup(app, "audience", "Audiences: which terminals a filter matches");
    const auto declare = [](CLI::App& command, AudienceArguments& arguments) {
        command.add_option("FILTER", arguments.filter, "RSQL, for example \"tag.site==munich\"")->required();
        command.add_option("--product", arguments.product, "Whether its releases may go there, too");
    };
    const auto begun = [](CLI::App& command, AudienceArguments& arguments) {
        command.add_option("TEXT", arguments.filter, "RSQL as far as it is typed");
    };
    const auto named = [](CLI::App& command, AudienceArguments& arguments) {
        command.add_option("NAME", arguments.name, "The audience")->required();
    };
    addCommand<AudienceArguments>(*group, chosen, "check", "How many terminals a filter matches, and a few of them",
                                  declare, checkAudience);
    const auto saved = [](CLI::App& command, AudienceArguments& arguments) {
        command.add_option("NAME", arguments.name, "What it is called")->required();
        command.add_option("FILTER", arguments.filter, "RSQL")->required();
        command.add_option("--description", arguments.description, "What it is for");
    };
    const auto deleted = [](CLI::App& command, AudienceArguments& arguments) {
        command.add_option("NAME", arguments.name, "The audience")->required();
        command.add_flag("--yes", arguments.yes, "Do not ask");
    };
    addCommand<AudienceArguments>(*group, chosen, "save", "Give a filter a name, or a name another filter", saved,
                                  saveAudience);
    addCommand<NoArguments>(*group, chosen, "list", "The saved audiences", {}, listAudiences);
    addCommand<AudienceArguments>(*group, chosen, "show", "A saved audience", named, showAudience);
    addCommand<AudienceArguments>(*group, chosen, "complete", "What can stand at the end of a filter that is begun",
                                  begun, completeAudience);
    addCommand<AudienceArguments>(*group, chosen, "delete", "Forget a saved audience that nothing names", deleted,
                                  deleteAudience);
}

}  // namespace signalbox::ctl
