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
                                      {"authority", "sha256:" + status.caFingerprint},
                                      {"last backup", ago(status.backup.lastSuccess)}}));
        for (const adminclient::AlarmInfo& alarm : status.alarms)
            context.screen.print(context.screen.bold("! ") + plain(alarm.text, 1024) + "\n");
        if (status.certificates.empty()) return;
        Table table({{"CERTIFICATE OF"}, {"UNTIL"}});
        for (const auto& certificate : status.certificates)
            table.add({certificate.holder, when(certificate.notAfter)});
        context.screen.print("\n");
        context.screen.print(table, "");
    };
    return showAnswer<adminclient::ManagerStatus>(context, calls::status(), text);
}

Result<ExitCode> showHealth(Context& context, const NoArguments&) {
    return showAnswer<adminclient::Health>(context, calls::ready(), [&](const adminclient::Health& health) {
        context.screen.print(plain(health.status) + "\n");
        for (const std::string& kind : health.alarms)
            context.screen.print("! " + plain(kind) + "\n");
    });
}

Result<ExitCode> showMetrics(Context& context, const NoArguments&) {
    constexpr std::size_t kMost = 16 << 20;
    TRY(Session * session, context.session());
    std::string text;
    CHECK(session->download("/metrics", [&text](std::string_view piece) -> Result<void> {
        text += piece;
        if (text.size() > kMost) return makeError(BaseErrc::tooLarge, "figures above 16 MiB");
        return {};
    }));
    if (context.screen.json())
        context.screen.document({{"text", text}});
    else
        context.screen.print(plainLines(text, text.size()));
    return ExitCode::ok;
}

}  // namespace

void addStatusCommands(CLI::App& app, Chosen& chosen) {
    addCommand<NoArguments>(app, chosen, "status", "What the manager is and how much it looks after", {}, showStatus);
    addCommand<NoArguments>(app, chosen, "health",
                            "Whether the manager can serve; exit code 6 where it does not answer", {}, showHealth);
    addCommand<NoArguments>(app, chosen, "metrics", "Its figures in Prometheus' text format", {}, showMetrics);
}

}  // namespace signalbox::ctl
