// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/plain_text.h"
#include "app/ctl/show.h"

namespace signalbox::ctl {
namespace {

struct AudienceArguments {
    std::string filter;
};

Result<ExitCode> checkAudience(Context& context, const AudienceArguments& arguments) {
    const auto text = [&](const adminclient::AudienceCheck& check) {
        context.screen.print(std::to_string(check.count) + (check.count == 1 ? " terminal\n" : " terminals\n"));
        for (const std::string& id : check.sample)
            context.screen.print("  " + plain(id) + "\n");
        if (check.count > static_cast<std::int64_t>(check.sample.size())) context.screen.print("  …\n");
    };
    auto shown =
        showAnswer<adminclient::AudienceCheck>(context, adminclient::calls::checkAudience(arguments.filter), text);
    if (!shown) return explainFilter(context, shown.error(), arguments.filter);
    return shown;
}

}  // namespace

void addAudienceCommands(CLI::App& app, Chosen& chosen) {
    CLI::App* group = addGroup(app, "audience", "Audiences: which terminals a filter matches");
    const auto declare = [](CLI::App& command, AudienceArguments& arguments) {
        command.add_option("FILTER", arguments.filter, "RSQL, for example \"tag.site==munich\"")->required();
    };
    addCommand<AudienceArguments>(*group, chosen, "check", "How many terminals a filter matches, and a few of them",
                                  declare, checkAudience);
}

}  // namespace signalbox::ctl
