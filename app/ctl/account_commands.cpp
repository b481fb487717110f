// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/plain_text.h"
#include "app/ctl/show.h"
#include "core/model/names.h"

namespace signalbox::ctl {
namespace {

namespace calls = adminclient::calls;
using adminclient::AccountInfo;

struct SessionArguments {
    std::int64_t id = 0;
};

struct AccountArguments {
    std::string name;
    std::string role;
    std::vector<std::string> products;
    std::vector<std::string> clusters;
    bool none = false;
    bool yes = false;
};

std::string listOf(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + plain(name);
    return text;
}

std::string limitsText(const std::vector<std::string>& products, const std::vector<std::string>& clusters) {
    if (products.empty() && clusters.empty()) return "none";
    std::string text = products.empty() ? "" : "products " + listOf(products);
    if (!clusters.empty()) text += (text.empty() ? "" : "; ") + ("clusters " + listOf(clusters));
    return text;
}

void printAccount(Context& context, const AccountInfo& account) {
    context.screen.print(listing({{"account", account.name},
                                  {"role", std::string(nameOf(account.role))},
                                  {"state", account.disabled ? "locked" : "open"},
                                  {"limits", limitsText(account.products, account.clusters)},
                                  {"created", when(account.createdAt)},
                                  {"password set", when(account.passwordAt)}}));
}

Result<ExitCode> listAccounts(Context& context, const NoArguments&) {
    const auto row = [](const AccountInfo& account) {
        return std::vector<std::string>{account.name, std::string(nameOf(account.role)),
                                        account.disabled ? "locked" : "open", when(account.createdAt)};
    };
    const auto pages = [](adminclient::PageRequest page) { return calls::accounts(page); };
    Table table({{"NAME"}, {"ROLE"}, {"STATE"}, {"CREATED"}});
    return showList<AccountInfo>(context, pages, 0, std::move(table), row, "There is no account.");
}

Result<ExitCode> showAccount(Context& context, const AccountArguments& arguments) {
    const auto print = [&context](const AccountInfo& account) { printAccount(context, account); };
    return showAnswer<AccountInfo>(context, calls::account(arguments.name), print);
}

Result<ExitCode> createAccount(Context& context, const AccountArguments& arguments) {
    TRY(const std::string password, context.screen.secret("Password of " + plain(arguments.name) + ": "));
    const AccountRole role = fromName<AccountRole>(arguments.role).value_or(AccountRole::viewer);
    const auto print = [&context](const AccountInfo& account) { printAccount(context, account); };
    return showAnswer<AccountInfo>(context, calls::createAccount(arguments.name, role, password), print);
}

Result<ExitCode> change(Context& context, const std::string& name, boost::json::object changes) {
    const auto print = [&context](const AccountInfo& account) { printAccount(context, account); };
    return showAnswer<AccountInfo>(context, calls::changeAccount(name, std::move(changes)), print);
}

Result<ExitCode> setRole(Context& context, const AccountArguments& arguments) {
    return change(context, arguments.name, {{"role", arguments.role}});
}
Result<ExitCode> limit(Context& context, const AccountArguments& arguments) {
    if (arguments.products.empty() && arguments.clusters.empty() && !arguments.none)
        return makeError(BaseErrc::invalidArgument, "say what to: --product, --cluster, or --none");
    const boost::json::array products(arguments.products.begin(), arguments.products.end());
    const boost::json::array clusters(arguments.clusters.begin(), arguments.clusters.end());
    return change(context, arguments.name, {{"products", products}, {"clusters", clusters}});
}
Result<ExitCode> lock(Context& context, const AccountArguments& arguments) {
    return change(context, arguments.name, {{"disabled", true}});
}
Result<ExitCode> unlock(Context& context, const AccountArguments& arguments) {
    return change(context, arguments.name, {{"disabled", false}});
}
Result<ExitCode> setPassword(Context& context, const AccountArguments& arguments) {
    TRY(const std::string password, context.screen.secret("New password of " + plain(arguments.name) + ": "));
    return change(context, arguments.name, {{"password", password}});
}

Result<ExitCode> deleteAccount(Context& context, const AccountArguments& arguments) {
    CHECK(context.screen.confirm("Delete the account " + plain(arguments.name) + "? Its sessions end at once.",
                                 arguments.yes));
    return showAnswer<adminclient::Nothing>(
        context, calls::deleteAccount(arguments.name),
        [&](const adminclient::Nothing&) { context.screen.print("Deleted account " + plain(arguments.name) + ".\n"); });
}

Result<ExitCode> logIn(Context& context, const AccountArguments& arguments) {
    TRY(const std::string password, context.screen.secret("Password of " + plain(arguments.name) + ": "));
    using adminclient::SessionInfo;
    return showAnswer<SessionInfo>(context, calls::logIn(arguments.name, password), [&](const SessionInfo& session) {
        context.screen.note("Until " + when(session.notAfter) + "; for SIGNALBOX_TOKEN:");
        context.screen.print(plain(session.token) + "\n");
    });
}

Result<ExitCode> logOut(Context& context, const NoArguments&) {
    return showAnswer<adminclient::Nothing>(context, calls::logOut(), [&](const adminclient::Nothing&) {
        context.screen.print("The session has ended.\n");
    });
}

Result<ExitCode> whoAmI(Context& context, const NoArguments&) {
    using adminclient::WhoAmI;
    return showAnswer<WhoAmI>(context, calls::whoAmI(), [&](const WhoAmI& who) {
        context.screen.print(listing({{"name", who.name},
                                      {"role", std::string(nameOf(who.role))},
                                      {"kind", who.kind},
                                      {"limits", limitsText(who.products, who.clusters)},
                                      {"ends", who.notAfter ? when(who.notAfter) : "never"}}));
    });
}

Result<ExitCode> listSessions(Context& context, const NoArguments&) {
    using adminclient::TokenInfo;
    const auto row = [](const TokenInfo& session) {
        return std::vector<std::string>{std::to_string(session.id), when(session.createdAt), when(session.notAfter)};
    };
    const auto pages = [](adminclient::PageRequest) { return calls::ownSessions(); };
    Table table({{"ID", Table::Align::right}, {"OPENED"}, {"ENDS"}});
    return showList<TokenInfo>(context, pages, 0, std::move(table), row, "There is no session.");
}

Result<ExitCode> endSession(Context& context, const SessionArguments& arguments) {
    return showAnswer<adminclient::Nothing>(
        context, calls::endOwnSession(arguments.id), [&](const adminclient::Nothing&) {
            context.screen.print("Session " + std::to_string(arguments.id) + " has ended.\n");
        });
}

Result<ExitCode> changeOwnPassword(Context& context, const NoArguments&) {
    TRY(const std::string before, context.screen.secret("Old password: "));
    TRY(const std::string after, context.screen.secret("New password: "));
    const auto print = [&context](const AccountInfo& account) { printAccount(context, account); };
    return showAnswer<AccountInfo>(context, calls::changeOwnPassword(before, after), print);
}

void withName(CLI::App& command, AccountArguments& arguments) {
    command.add_option("NAME", arguments.name, "The account")->required();
}

void withRole(CLI::App& command, AccountArguments& arguments) {
    withName(command, arguments);
    command.add_option("--role", arguments.role, "viewer, operator, approver or administrator")
        ->required()
        ->check(CLI::IsMember({"viewer", "operator", "approver", "administrator"}));
}

void withLimits(CLI::App& command, AccountArguments& arguments) {
    withName(command, arguments);
    CLI::Option* const none = command.add_flag("--none", arguments.none, "No limit any more");
    command.add_option("--product", arguments.products, "It may change this product, once for each")
        ->allow_extra_args(false)
        ->excludes(none);
    command.add_option("--cluster", arguments.clusters, "It may change this cluster, once for each")
        ->allow_extra_args(false)
        ->excludes(none);
}

void withYes(CLI::App& command, AccountArguments& arguments) {
    withName(command, arguments);
    command.add_flag("--yes", arguments.yes, "Do not ask");
}

}  // namespace

void addAccountCommands(CLI::App& app, Chosen& chosen) {
    CLI::App* group = addGroup(app, "account", "People who log in; passwords are read from standard input");
    using Arguments = AccountArguments;
    addCommand<NoArguments>(*group, chosen, "list", "The accounts", {}, listAccounts);
    addCommand<Arguments>(*group, chosen, "show", "One account", withName, showAccount);
    addCommand<Arguments>(*group, chosen, "create", "Make an account", withRole, createAccount);
    addCommand<Arguments>(*group, chosen, "role", "Give it another role", withRole, setRole);
    addCommand<Arguments>(*group, chosen, "limit", "Limit what it may change to products and clusters", withLimits,
                          limit);
    addCommand<Arguments>(*group, chosen, "password", "Give it another password", withName, setPassword);
    addCommand<Arguments>(*group, chosen, "lock", "Let it log in no more", withName, lock);
    addCommand<Arguments>(*group, chosen, "unlock", "Let it log in again", withName, unlock);
    addCommand<Arguments>(*group, chosen, "delete", "Remove an account", withYes, deleteAccount);
    addCommand<NoArguments>(*group, chosen, "sessions", "The open sessions of the one logged in", {}, listSessions);
    const auto session = [](CLI::App& command, SessionArguments& arguments) {
        command.add_option("ID", arguments.id, "The session, as account sessions numbers it")->required();
    };
    addCommand<SessionArguments>(*group, chosen, "end-session", "End one of them, on another machine say", session,
                                 endSession);
    addCommand<NoArguments>(*group, chosen, "own-password", "Change the password of the one logged in", {},
                            changeOwnPassword);
    addCommand<Arguments>(app, chosen, "login", "Open a session and print its token", withName, logIn);
    addCommand<NoArguments>(app, chosen, "logout", "End the session", {}, logOut);
    addCommand<NoArguments>(app, chosen, "whoami", "Name and role of the token in use", {}, whoAmI);
}

}  // namespace signalbox::ctl
