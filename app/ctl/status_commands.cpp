// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/plain_text.h"
#include "app/ctl/show.h"

namespace signalbox::ctl {
namespace {

namespace calls = adminclient::calls;

Result<ExitCode> showStatus(Context& context, const NoArguments&) {
    const auto text = [&](const adminclient::ManagerStatus& status) {
        context.screen.print(listing({{"manager", status.managerId},
                                      {"version", status.version},
                                      {"running since", when(status.startedAt)},
                                      {"for terminals", status.ddiUrl},
                                      {"for administrators", status.adminUrl},
                                      {"terminals", std::to_string(status.terminals)},
                                      {"nodes", std::to_string(status.nodes)},
                                      {"rollouts under way", std::to_string(status.rolloutsActive)},
                                      {"authority", "sha256:" + status.caFingerprint}}));
        if (status.certificates.empty()) return;
        Table table({{"CERTIFICATE OF"}, {"UNTIL"}});
        for (const auto& certificate : status.certificates)
            table.add({certificate.holder, when(certificate.notAfter)});
        context.screen.print("\n");
        context.screen.print(table, "");
    };
    return showAnswer<adminclient::ManagerStatus>(context, calls::status(), text);
}

}  // namespace

void addStatusCommands(CLI::App& app, Chosen& chosen) {
    addCommand<NoArguments>(app, chosen, "status", "What the manager is and how much it looks after", {}, showStatus);
}

}  // namespace signalbox::ctl
