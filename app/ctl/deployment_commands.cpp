// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/plain_text.h"
#include "app/ctl/show.h"
#include "core/model/names.h"

namespace signalbox::ctl {
namespace {

namespace calls = adminclient::calls;
using adminclient::DeploymentDetail;

struct DeploymentArguments {
    std::int64_t id = 0;
    std::int64_t rollout = 0;
    std::string terminal;
    bool yes = false;
};

void printDeployment(Context& context, const DeploymentDetail& detail) {
    const Deployment& deployment = detail.deployment;
    std::vector<std::pair<std::string, std::string>> entries{
        {"deployment", std::to_string(deployment.id.value)},
        {"terminal", detail.controllerId},
        {"rollout", std::to_string(deployment.rollout.value)},
        {"phase", std::to_string(deployment.phase + 1)},
        {"state", std::string(nameOf(deployment.state))},
        {"attempt", std::to_string(deployment.attempt)},
        {"permit given", deployment.permittedAt ? when(deployment.permittedAt) : "no"},
        {"changed", when(deployment.changedAt)}};
    if (deployment.state == DeploymentState::downloading)
        entries.emplace_back("downloaded", std::to_string(deployment.percent) + " %");
    if (!deployment.waitReason.empty()) entries.emplace_back("waits because", deployment.waitReason);
    if (deployment.nextTry) entries.emplace_back("looked at again", ago(deployment.nextTry));
    if (deployment.cause != FailureCause::none) entries.emplace_back("cause", std::string(nameOf(deployment.cause)));
    if (!deployment.fromVersion.empty()) entries.emplace_back("version before", deployment.fromVersion);
    if (!deployment.message.empty()) entries.emplace_back("message", deployment.message);
    context.screen.print(listing(entries));
    if (!deployment.logTail.empty()) context.screen.print("\n" + plainLines(deployment.logTail) + "\n");
}

Result<ExitCode> show(Context& context, const adminclient::Call<DeploymentDetail>& call) {
    const auto text = [&](const DeploymentDetail& deployment) { printDeployment(context, deployment); };
    return showAnswer<DeploymentDetail>(context, call, text);
}

Result<ExitCode> showDeployment(Context& context, const DeploymentArguments& arguments) {
    return show(context, calls::deployment({arguments.id}));
}

void printWait(Context& context, const DeploymentDetail& detail) {
    if (!detail.wait) {
        context.screen.print("It is over: " + std::string(nameOf(detail.deployment.state)) + ".\n");
        return;
    }
    context.screen.print(listing({{"terminal", detail.controllerId},
                                  {"state", std::string(nameOf(detail.deployment.state))},
                                  {"waits because", detail.wait->reason},
                                  {"rule", detail.wait->rule},
                                  {"tried next", detail.wait->next ? when(detail.wait->next) : "when that changes"},
                                  {"goes on when", detail.wait->changes}}));
}

Result<ExitCode> whyWaiting(Context& context, const DeploymentArguments& arguments) {
    const auto text = [&](const DeploymentDetail& detail) { printWait(context, detail); };
    if (arguments.id > 0) return showAnswer<DeploymentDetail>(context, calls::deployment({arguments.id}), text);
    if (arguments.rollout == 0 || arguments.terminal.empty())
        return makeError(BaseErrc::invalidArgument, "a deployment, or --rollout and --terminal, are wanted");
    using Parts = adminclient::Page<DeploymentDetail>;
    return showAnswer<Parts>(context, calls::deploymentOf({arguments.rollout}, arguments.terminal),
                             [&](const Parts& parts) {
                                 for (const DeploymentDetail& detail : parts.items)
                                     printWait(context, detail);
                             });
}

Result<ExitCode> listFeedback(Context& context, const DeploymentArguments& arguments) {
    const auto row = [](const FeedbackEntry& entry) {
        return std::vector<std::string>{when(entry.at), entry.status, entry.message};
    };
    const auto pages = [&](adminclient::PageRequest page) { return calls::feedback({arguments.id}, page); };
    Table table({{"RECEIVED", Table::Align::left, 19}, {"STATUS"}, {"MESSAGE", Table::Align::left, 16}});
    return showList<FeedbackEntry>(context, pages, 0, std::move(table), row, "The terminal has said nothing yet.");
}

Result<ExitCode> cancelDeployment(Context& context, const DeploymentArguments& arguments) {
    const std::string id = std::to_string(arguments.id);
    CHECK(context.screen.confirm("Call deployment " + id + " off?", arguments.yes));
    return show(context, calls::cancelDeployment({arguments.id}));
}

Result<ExitCode> resetDeployment(Context& context, const DeploymentArguments& arguments) {
    return show(context, calls::resetDeployment({arguments.id}));
}

}  // namespace

void addDeploymentCommands(CLI::App& app, Chosen& chosen) {
    CLI::App* group = addGroup(app, "deployment", "Deployments: one terminal's part in a rollout");
    const auto withId = [](CLI::App& command, DeploymentArguments& arguments) {
        command.add_option("ID", arguments.id, "The deployment")->required()->check(CLI::PositiveNumber);
    };
    const auto asked = [withId](CLI::App& command, DeploymentArguments& arguments) {
        withId(command, arguments);
        command.add_flag("--yes", arguments.yes, "Do not ask");
    };
    using Arguments = DeploymentArguments;
    addCommand<Arguments>(*group, chosen, "show", "Where it stands and why", withId, showDeployment);
    const auto why = [](CLI::App& command, DeploymentArguments& arguments) {
        command.add_option("ID", arguments.id, "The deployment")->check(CLI::PositiveNumber);
        command.add_option("--rollout", arguments.rollout, "Or of this rollout …")->check(CLI::PositiveNumber);
        command.add_option("--terminal", arguments.terminal, "… the part of this terminal");
    };
    addCommand<Arguments>(*group, chosen, "why", "Why it waits, when it is tried next and what changes that", why,
                          whyWaiting);
    addCommand<Arguments>(*group, chosen, "feedback", "What the terminal said, in order", withId, listFeedback);
    addCommand<Arguments>(*group, chosen, "cancel", "Call it off", asked, cancelDeployment);
    addCommand<Arguments>(*group, chosen, "reset", "Offer a failed one again", withId, resetDeployment);
}

}  // namespace signalbox::ctl
