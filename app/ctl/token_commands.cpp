// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/plain_text.h"
#include "app/ctl/show.h"
#include "app/ctl/time_text.h"
#include "core/model/names.h"

namespace signalbox::ctl {
namespace {

namespace calls = adminclient::calls;
using adminclient::TokenInfo;

struct TokenArguments {
    std::int64_t id = 0;
    std::string name;
    std::string role = "viewer";
    std::string valid;
    std::vector<std::string> products;
    std::vector<std::string> clusters;
    bool yes = false;
};

Result<ExitCode> listTokens(Context& context, const NoArguments&) {
    const auto row = [](const TokenInfo& token) {
        return std::vector<std::string>{
            std::to_string(token.id),        token.name,
            std::string(nameOf(token.role)), token.kind,
            when(token.createdAt),           token.notAfter ? when(token.notAfter) : "never"};
    };
    const auto pages = [](adminclient::PageRequest page) { return calls::tokens(page); };
    Table table({{"ID", Table::Align::right}, {"NAME"}, {"ROLE"}, {"KIND"}, {"CREATED"}, {"ENDS"}});
    return showList<TokenInfo>(context, pages, 0, std::move(table), row, "There is no token.");
}

Result<ExitCode> createToken(Context& context, const TokenArguments& arguments) {
    const AccountRole role = fromName<AccountRole>(arguments.role).value_or(AccountRole::viewer);
    std::optional<Seconds> valid;
    if (!arguments.valid.empty()) {
        TRY(valid, parseDuration(arguments.valid));
    }
    return showAnswer<TokenInfo>(
        context, calls::createToken(arguments.name, role, valid, arguments.products, arguments.clusters),
        [&](const TokenInfo& token) {
            context.screen.note("Token " + std::to_string(token.id) + " of " + plain(token.name) +
                                ", which cannot be shown again:");
            context.screen.print(plain(token.token) + "\n");
        });
}

Result<ExitCode> deleteToken(Context& context, const TokenArguments& arguments) {
    const std::string id = std::to_string(arguments.id);
    CHECK(context.screen.confirm("Revoke token " + id + "? Whoever uses it is locked out at once.", arguments.yes));
    return showAnswer<adminclient::Nothing>(
        context, calls::deleteToken(arguments.id),
        [&](const adminclient::Nothing&) { context.screen.print("Revoked token " + id + ".\n"); });
}

}  // namespace

void addTokenCommands(CLI::App& app, Chosen& chosen) {
    CLI::App* group = addGroup(app, "token", "API tokens of people and programs");
    const auto created = [](CLI::App& command, TokenArguments& arguments) {
        command.add_option("NAME", arguments.name, "Whom the audit log names")->required();
        command.add_option("--product", arguments.products, "It may change this product only, once for each")
            ->allow_extra_args(false);
        command.add_option("--cluster", arguments.clusters, "It may change this cluster only, once for each")
            ->allow_extra_args(false);
        command.add_option("--role", arguments.role, "viewer, operator, approver or administrator")
            ->check(CLI::IsMember({"viewer", "operator", "approver", "administrator"}))
            ->capture_default_str();
        command.add_option("--valid", arguments.valid, "How long, for example 90d; left out, without end");
    };
    const auto deleted = [](CLI::App& command, TokenArguments& arguments) {
        command.add_option("ID", arguments.id, "The token")->required()->check(CLI::PositiveNumber);
        command.add_flag("--yes", arguments.yes, "Do not ask");
    };
    addCommand<NoArguments>(*group, chosen, "list", "The tokens, without their secrets", {}, listTokens);
    addCommand<TokenArguments>(*group, chosen, "create", "Make a token", created, createToken);
    addCommand<TokenArguments>(*group, chosen, "delete", "Revoke a token", deleted, deleteToken);
}

}  // namespace signalbox::ctl
