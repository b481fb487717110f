// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/file_output.h"
#include "app/ctl/plain_text.h"
#include "app/ctl/show.h"
#include "app/ctl/time_text.h"

namespace signalbox::ctl {
namespace {

namespace calls = adminclient::calls;
using adminclient::AuthorityCertificate;
using adminclient::AuthorityInfo;

struct AuthorityArguments {
    std::string output;
    bool force = false;
    bool yes = false;
};

std::string textOf(const std::optional<AuthorityCertificate>& certificate) {
    if (!certificate) return "-";
    return plain(certificate->fingerprint) + ", until " + localTime(certificate->notAfter);
}

std::string waitingText(const AuthorityInfo& authority) {
    if (authority.nodesWaiting.empty()) return "none of " + std::to_string(authority.nodes);
    std::string names;
    for (const std::string& name : authority.nodesWaiting)
        names += (names.empty() ? "" : ", ") + plain(name);
    return std::to_string(authority.nodesWaiting.size()) + " of " + std::to_string(authority.nodes) + ": " + names;
}

void print(Context& context, const AuthorityInfo& authority) {
    context.screen.print(listing({{"state", authority.state},
                                  {"issues certificates", textOf(authority.current)},
                                  {"will issue them", textOf(authority.next)},
                                  {"issued them before", textOf(authority.previous)},
                                  {"nodes waited for", waitingText(authority)},
                                  {"terminals waited for", std::to_string(authority.terminalsWaiting) + " of " +
                                                               std::to_string(authority.terminals)},
                                  {"of them other DDI clients", std::to_string(authority.otherClientsWaiting)},
                                  {"open join codes that end", std::to_string(authority.openCodes)}}));
}

Result<ExitCode> show(Context& context, const AuthorityArguments& arguments) {
    if (arguments.output.empty())
        return showAnswer<AuthorityInfo>(context, calls::authority(),
                                         [&](const AuthorityInfo& authority) { print(context, authority); });
    TRY(Session* const session, context.session());
    TRY(const auto both, session->askBoth(calls::authority()));
    TRY(FileOutput file, FileOutput::create(arguments.output, 0644));
    CHECK(file.write(both.second.pem));
    CHECK(file.keep());
    return ExitCode::ok;
}

Result<ExitCode> planNext(Context& context, const NoArguments&) {
    return showAnswer<AuthorityInfo>(context, calls::planAuthority(),
                                     [&](const AuthorityInfo& authority) { print(context, authority); });
}

Result<ExitCode> abandon(Context& context, const NoArguments&) {
    return showAnswer<AuthorityInfo>(context, calls::abandonAuthority(),
                                     [&](const AuthorityInfo& authority) { print(context, authority); });
}

Result<ExitCode> use(Context& context, const AuthorityArguments& arguments) {
    if (arguments.force)
        CHECK(context.screen.confirm(
            "Nodes and terminals that do not know the next authority must join again with a new code. Go on?",
            arguments.yes));
    return showAnswer<AuthorityInfo>(context, calls::useAuthority(arguments.force),
                                     [&](const AuthorityInfo& authority) { print(context, authority); });
}

Result<ExitCode> retire(Context& context, const AuthorityArguments& arguments) {
    if (arguments.force)
        CHECK(context.screen.confirm("Nodes with a certificate of the authority before must join again. Go on?",
                                     arguments.yes));
    return showAnswer<AuthorityInfo>(context, calls::retireAuthority(arguments.force),
                                     [&](const AuthorityInfo& authority) { print(context, authority); });
}

}  // namespace

void addAuthorityCommands(CLI::App& app, Chosen& chosen) {
    CLI::App* group = addGroup(app, "authority", "The manager's certificate authority, and another one in its place");
    const auto written = [](CLI::App& command, AuthorityArguments& arguments) {
        command.add_option("--output", arguments.output, "Write the certificates to trust into this file instead");
    };
    const auto forced = [](CLI::App& command, AuthorityArguments& arguments) {
        command.add_flag("--force", arguments.force, "Also where someone is left behind");
        command.add_flag("--yes", arguments.yes, "Do not ask");
    };
    addCommand<AuthorityArguments>(*group, chosen, "show", "Who issues certificates, and who is waited for", written,
                                   show);
    addCommand<NoArguments>(*group, chosen, "plan",
                            "Make the next one; nodes and terminals are told, and it is used once all know it", {},
                            planNext);
    addCommand<NoArguments>(*group, chosen, "abandon", "Forget the next one", {}, abandon);
    addCommand<AuthorityArguments>(*group, chosen, "use", "Issue certificates by the next one from now on", forced,
                                   use);
    addCommand<AuthorityArguments>(*group, chosen, "retire", "Trust the one before no more", forced, retire);
}

}  // namespace signalbox::ctl
