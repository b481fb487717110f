// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/plain_text.h"
#include "app/ctl/show.h"
#include "app/ctl/time_text.h"
#include "core/model/names.h"

namespace signalbox::ctl {
namespace {

struct JoinCodeArguments {
    std::string role;
    std::string cluster = "default";
    int count = 1;
    std::string valid = "1h";
    int uses = 1;
    bool approval = false;
};

Result<ExitCode> createCodes(Context& context, const JoinCodeArguments& arguments) {
    TRY(const Seconds valid, parseDuration(arguments.valid));
    const JoinRole role = fromName<JoinRole>(arguments.role).value_or(JoinRole::terminal);
    const auto call = adminclient::calls::createJoinCodes(role, arguments.cluster, arguments.count, valid,
                                                          arguments.uses, arguments.approval);
    return showAnswer<adminclient::JoinCodes>(context, call, [&](const adminclient::JoinCodes& codes) {
        const std::string whom =
            arguments.uses == 1 ? "one " + arguments.role : std::to_string(arguments.uses) + " terminals";
        context.screen.note("Each for " + whom + ", until " + localTime(codes.notAfter) + ":");
        for (const std::string& code : codes.codes)
            context.screen.print(plain(code) + "\n");
    });
}

}  // namespace

void addJoinCodeCommands(CLI::App& app, Chosen& chosen) {
    CLI::App* group = addGroup(app, "join-code", "Codes with which nodes and terminals join");
    const auto declare = [](CLI::App& command, JoinCodeArguments& arguments) {
        command.add_option("--role", arguments.role, "node or terminal")
            ->required()
            ->check(CLI::IsMember({"node", "terminal"}));
        command.add_option("--cluster", arguments.cluster, "Where it belongs")->capture_default_str();
        command.add_option("--count", arguments.count, "How many codes")
            ->check(CLI::Range(1, 10000))
            ->capture_default_str();
        command.add_option("--uses", arguments.uses, "How many terminals may join with each")
            ->check(CLI::Range(1, 100000))
            ->capture_default_str();
        command.add_flag("--approval", arguments.approval, "Who joins with it waits until 'pending approve'");
        command.add_option("--valid", arguments.valid, "How long, for example 30m or 2d")->capture_default_str();
    };
    addCommand<JoinCodeArguments>(*group, chosen, "create", "Codes, one a line on standard output", declare,
                                  createCodes);
}

}  // namespace signalbox::ctl
