// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/dry_run_text.h"
#include "app/ctl/plain_text.h"
#include "app/ctl/release_text.h"
#include "app/ctl/rollout_text.h"
#include "app/ctl/show.h"
#include "core/model/names.h"

namespace signalbox::ctl {
namespace {

namespace calls = adminclient::calls;
using adminclient::RolloutDetail;

struct RolloutArguments {
    std::int64_t id = 0;
    std::string state;
    std::string reason;
    std::size_t limit = kListed;
    std::string release;
    std::string cause;
    bool csv = false;
    bool yes = false;
};

Result<ExitCode> listRollouts(Context& context, const RolloutArguments& arguments) {
    const auto row = [](const Rollout& rollout) {
        const std::string phase =
            rollout.state == RolloutState::running
                ? std::to_string(rollout.currentPhase + 1) + " of " + std::to_string(rollout.phases.size())
                : "";
        return std::vector<std::string>{std::to_string(rollout.id.value),
                                        rollout.name,
                                        std::to_string(rollout.release.value),
                                        std::string(nameOf(rollout.state)),
                                        phase,
                                        when(rollout.updateTime),
                                        rollout.audience,
                                        rollout.stateReason};
    };
    const auto pages = [&](adminclient::PageRequest page) { return calls::rollouts(arguments.state, page); };
    Table table({{"ID", Table::Align::right},
                 {"NAME"},
                 {"RELEASE", Table::Align::right},
                 {"STATE"},
                 {"PHASE"},
                 {"UPDATE TIME"},
                 {"AUDIENCE"},
                 {"REASON"}});
    return showList<Rollout>(context, pages, arguments.limit, std::move(table), row, "There is no rollout yet.");
}

Result<ExitCode> showRollout(Context& context, const RolloutArguments& arguments) {
    const auto text = [&](const RolloutDetail& detail) { printRollout(context, detail); };
    return showAnswer<RolloutDetail>(context, calls::rollout({arguments.id}), text);
}

/// Sends a change and says what state the rollout is in now.
Result<ExitCode> change(Context& context, const adminclient::Call<Rollout>& call) {
    return showAnswer<Rollout>(context, call, [&](const Rollout& rollout) {
        context.screen.print("rollout " + std::to_string(rollout.id.value) + " " + plain(rollout.name) + ": " +
                             std::string(nameOf(rollout.state)) + "\n");
    });
}

Result<ExitCode> startRollout(Context& context, const RolloutArguments& arguments) {
    return change(context, calls::startRollout({arguments.id}));
}
Result<ExitCode> pauseRollout(Context& context, const RolloutArguments& arguments) {
    return change(context, calls::pauseRollout({arguments.id}, arguments.reason));
}
Result<ExitCode> resumeRollout(Context& context, const RolloutArguments& arguments) {
    return change(context, calls::resumeRollout({arguments.id}));
}
Result<ExitCode> openGate(Context& context, const RolloutArguments& arguments) {
    return change(context, calls::openGate({arguments.id}));
}

Result<ExitCode> dryRunRollout(Context& context, const RolloutArguments& arguments) {
    return showDryRun(context, calls::dryRun(RolloutId{arguments.id}), arguments.csv);
}

Result<ExitCode> rollBack(Context& context, const RolloutArguments& arguments) {
    TRY(Session * session, context.session());
    TRY(const Release release, findRelease(*session, arguments.release));
    const auto cause = fromName<FailureCause>(arguments.cause.empty() ? "none" : arguments.cause);
    if (!cause) return makeError(BaseErrc::invalidArgument, "--cause: no such cause: '" + arguments.cause + "'");
    return showAnswer<Rollout>(context, calls::rollBack({arguments.id}, release.id, *cause), [&](const Rollout& made) {
        const std::string id = std::to_string(made.id.value);
        context.screen.print("Made the draft rollout " + id + ", " + plain(made.name) + ".\n");
        context.screen.note("\nNext: signalboxctl rollout dry-run " + id + ", then start " + id);
    });
}

Result<ExitCode> stopRollout(Context& context, const RolloutArguments& arguments) {
    CHECK(context.screen.confirm("Stop rollout " + std::to_string(arguments.id) + " for good?", arguments.yes));
    return change(context, calls::stopRollout({arguments.id}, arguments.reason));
}

Result<ExitCode> deleteRollout(Context& context, const RolloutArguments& arguments) {
    const std::string id = std::to_string(arguments.id);
    CHECK(context.screen.confirm("Delete the draft rollout " + id + "?", arguments.yes));
    return showAnswer<adminclient::Nothing>(
        context, calls::deleteRollout({arguments.id}),
        [&](const adminclient::Nothing&) { context.screen.print("Deleted rollout " + id + ".\n"); });
}

void printGroup(Context& context, const adminclient::FailureGroup& group) {
    std::string terminals;
    for (const std::string& id : group.terminals)
        terminals += (terminals.empty() ? "" : " ") + id;
    if (group.count > group.terminals.size()) terminals += " …";
    std::string suspects;
    for (const auto& suspect : group.suspects)
        suspects += (suspects.empty() ? "" : ", ") + suspect.what + " " + suspect.value + " (" +
                    std::to_string(suspect.failed) + " of " + std::to_string(suspect.ended) + " failed)";
    context.screen.print(listing({{std::to_string(group.count) + " x",
                                   std::string(nameOf(group.cause)) + ", " + std::string(nameOf(group.state))},
                                  {"taken out", group.excluded > 0 ? std::to_string(group.excluded) : ""},
                                  {"first", when(group.firstSeen)},
                                  {"last", when(group.lastSeen)},
                                  {"said", group.message},
                                  {"log", group.lastLine},
                                  {"suspects", suspects.empty() ? "none: it fails everywhere alike" : suspects},
                                  {"terminals", terminals}}) +
                         "\n");
}

Result<ExitCode> showFailures(Context& context, const RolloutArguments& arguments) {
    const auto text = [&](const adminclient::Failures& failures) {
        if (failures.groups.empty()) context.screen.note("Nothing has failed.");
        for (const auto& group : failures.groups)
            printGroup(context, group);
    };
    return showAnswer<adminclient::Failures>(context, calls::failures({arguments.id}), text);
}

Result<ExitCode> retryFailures(Context& context, const RolloutArguments& arguments) {
    const auto call = calls::retryFailures({arguments.id}, arguments.cause);
    return showAnswer<adminclient::Count>(context, call, [&](const adminclient::Count& answer) {
        context.screen.print(std::to_string(answer.count) + " are offered it again.\n");
    });
}

Result<ExitCode> excludeFailures(Context& context, const RolloutArguments& arguments) {
    const auto call = calls::excludeFailures({arguments.id}, arguments.cause);
    return showAnswer<adminclient::Count>(context, call, [&](const adminclient::Count& answer) {
        context.screen.print(std::to_string(answer.count) + " are taken out of the rollout.\n");
        context.screen.note("Gates and breaker count them no longer. Undone by: signalboxctl rollout include " +
                            std::to_string(arguments.id));
    });
}

Result<ExitCode> includeFailures(Context& context, const RolloutArguments& arguments) {
    const auto call = calls::includeFailures({arguments.id}, arguments.cause);
    return showAnswer<adminclient::Count>(context, call, [&](const adminclient::Count& answer) {
        context.screen.print(std::to_string(answer.count) + " are in the rollout again; their failures count.\n");
    });
}

Result<ExitCode> planPrerequisites(Context& context, const RolloutArguments& arguments) {
    using Drafts = adminclient::Page<Rollout>;
    return showAnswer<Drafts>(context, calls::createPrerequisites({arguments.id}), [&](const Drafts& made) {
        if (made.items.empty()) context.screen.note("Its release needs nothing.");
        for (const Rollout& draft : made.items)
            context.screen.print("Made the draft rollout " + std::to_string(draft.id.value) + ", " + plain(draft.name) +
                                 ".\n");
    });
}

Result<ExitCode> writeCalendar(Context& context, const RolloutArguments& arguments) {
    constexpr std::size_t kMost = 4 << 20;
    TRY(Session * session, context.session());
    std::string text;
    CHECK(session->download(calls::calendarTarget({arguments.id}), [&text](std::string_view piece) -> Result<void> {
        text += piece;
        if (text.size() > kMost) return makeError(BaseErrc::tooLarge, "a calendar above 4 MiB");
        return {};
    }));
    if (context.screen.json())
        context.screen.document({{"text", text}});
    else
        context.screen.print(text);
    return ExitCode::ok;
}

Result<ExitCode> listDeployments(Context& context, const RolloutArguments& arguments) {
    using adminclient::DeploymentDetail;
    const auto row = [](const DeploymentDetail& detail) {
        const Deployment& deployment = detail.deployment;
        std::string state(nameOf(deployment.state));
        if (deployment.state == DeploymentState::downloading) state += " " + std::to_string(deployment.percent) + " %";
        const std::string why = deployment.cause == FailureCause::none
                                    ? deployment.waitReason
                                    : std::string(nameOf(deployment.cause)) + ": " + deployment.message;
        return std::vector<std::string>{deployment.id ? std::to_string(deployment.id.value) : "",
                                        detail.controllerId,
                                        std::to_string(deployment.phase + 1),
                                        state,
                                        std::to_string(deployment.attempt),
                                        deployment.id ? ago(deployment.changedAt) : "",
                                        why};
    };
    const auto pages = [&](adminclient::PageRequest page) {
        return calls::deployments({arguments.id}, arguments.state, page);
    };
    Table table({{"ID", Table::Align::right},
                 {"TERMINAL", Table::Align::left, 12},
                 {"PHASE", Table::Align::right},
                 {"STATE", Table::Align::left, 11},
                 {"TRY", Table::Align::right, 3},
                 {"CHANGED"},
                 {"WHY", Table::Align::left, 16}});
    return showList<DeploymentDetail>(context, pages, arguments.limit, std::move(table), row, "No terminal is in it.");
}

void withId(CLI::App& command, RolloutArguments& arguments) {
    command.add_option("ID", arguments.id, "The rollout")->required()->check(CLI::PositiveNumber);
}

void declareList(CLI::App& command, RolloutArguments& arguments) {
    command.add_option("--state", arguments.state, "Only in these states, separated by commas");
    command.add_option("--limit", arguments.limit, "How many; 0 for all")->capture_default_str();
}

void declareDeployments(CLI::App& command, RolloutArguments& arguments) {
    withId(command, arguments);
    command.add_option("--state", arguments.state, "Only in these states, separated by commas");
    command.add_option("--limit", arguments.limit, "How many; 0 for all")->capture_default_str();
}

void declareDryRun(CLI::App& command, RolloutArguments& arguments) {
    withId(command, arguments);
    command.add_flag("--csv", arguments.csv, "As CSV");
}

void declareRollBack(CLI::App& command, RolloutArguments& arguments) {
    withId(command, arguments);
    command.add_option("--to", arguments.release, "The older release: its number or product/version")->required();
    command.add_option("--cause", arguments.cause, "Exactly those that failed so, as rollBackFailed");
}

void declareRetry(CLI::App& command, RolloutArguments& arguments) {
    withId(command, arguments);
    command.add_option("--cause", arguments.cause, "Only those that failed so, as runCheckFailed");
}

void declareReason(CLI::App& command, RolloutArguments& arguments) {
    withId(command, arguments);
    command.add_option("--reason", arguments.reason, "Shown with the state");
}

void declareStop(CLI::App& command, RolloutArguments& arguments) {
    declareReason(command, arguments);
    command.add_flag("--yes", arguments.yes, "Do not ask");
}

void declareDelete(CLI::App& command, RolloutArguments& arguments) {
    withId(command, arguments);
    command.add_flag("--yes", arguments.yes, "Do not ask");
}

}  // namespace

void addRolloutCommands(CLI::App& app, Chosen& chosen) {
    CLI::App* group = addGroup(app, "rollout", "Rollouts: one release taken to one audience");
    using Arguments = RolloutArguments;
    addCommand<Arguments>(*group, chosen, "list", "The rollouts", declareList, listRollouts);
    addCommand<Arguments>(*group, chosen, "show", "Its plan and how far it is", withId, showRollout);
    addRolloutCreate(*group, chosen);
    addCommand<Arguments>(*group, chosen, "dry-run", "What it would do if it started now", declareDryRun,
                          dryRunRollout);
    addCommand<Arguments>(*group, chosen, "rollback", "Plan to take its terminals back to an older release",
                          declareRollBack, rollBack);
    addCommand<Arguments>(*group, chosen, "start", "Let it begin at its issue time", withId, startRollout);
    addCommand<Arguments>(*group, chosen, "pause", "Give no permits until it is resumed", declareReason, pauseRollout);
    addCommand<Arguments>(*group, chosen, "resume", "Go on after a pause", withId, resumeRollout);
    addCommand<Arguments>(*group, chosen, "stop", "End it for good", declareStop, stopRollout);
    addCommand<Arguments>(*group, chosen, "open-gate", "Open the current phase's gate by hand", withId, openGate);
    addRolloutWatch(*group, chosen);
    addCommand<Arguments>(*group, chosen, "failures", "What failed, by cause", withId, showFailures);
    addCommand<Arguments>(*group, chosen, "retry", "Offer it again to those that failed", declareRetry, retryFailures);
    addCommand<Arguments>(*group, chosen, "exclude", "Take those that failed out of it", declareRetry, excludeFailures);
    addCommand<Arguments>(*group, chosen, "include", "Undo that", declareRetry, includeFailures);
    addCommand<Arguments>(*group, chosen, "prerequisites", "Plan rollouts of what its release needs first", withId,
                          planPrerequisites);
    addCommand<Arguments>(*group, chosen, "deployments", "The terminals' parts in it", declareDeployments,
                          listDeployments);
    addCommand<Arguments>(*group, chosen, "ics", "Its windows and freezes for a calendar (RFC 5545)", withId,
                          writeCalendar);
    addCommand<Arguments>(*group, chosen, "delete", "Remove a draft", declareDelete, deleteRollout);
}

}  // namespace signalbox::ctl
