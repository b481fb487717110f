// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/node/tool_accounts.h"

#include <algorithm>

#include "core/base/hash.h"
#include "core/registry/grammar.h"

namespace signalbox::node {
namespace {

constexpr const char* kFile = "tool-accounts";
constexpr std::size_t kMostBytes = std::size_t{1} << 20;
constexpr std::size_t kMostCredentials = 1024;
constexpr std::size_t kPasswordBytes = 32;
constexpr std::size_t kHashDigits = 64;

/// What stands before the next `separator`, which goes too.
std::string_view takeUntil(std::string_view& left, char separator) {
    const std::string_view part = left.substr(0, left.find(separator));
    left.remove_prefix(std::min(left.size(), part.size() + 1));
    return part;
}

bool isGrant(const trust::AccessToken::Grant& grant) {
    const bool known = std::all_of(grant.actions.begin(), grant.actions.end(), [](const std::string& action) {
        return action == "pull" || action == "push" || action == "delete";
    });
    return known && !grant.actions.empty() && (grant.repository == "*" || registry::isRepositoryName(grant.repository));
}

bool isHash(std::string_view text) {
    return text.size() == kHashDigits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string joined(const std::vector<std::string>& actions) {
    std::string text;
    for (const std::string& action : actions)
        text += (text.empty() ? "" : ",") + action;
    return text;
}

/// "name:password" from base64 with its padding.
Result<std::string> decoded(std::string_view credentials) {
    std::string text(credentials.substr(0, credentials.find_last_not_of('=') + 1));
    std::replace(text.begin(), text.end(), '+', '-');
    std::replace(text.begin(), text.end(), '/', '_');
    return fromBase64Url(text);
}

}  // namespace

Result<ToolAccounts> ToolAccounts::load(const std::filesystem::path& data) {
    TRY(const std::string text, textIn(data));
    return parse(text);
}

Result<std::string> ToolAccounts::textIn(const std::filesystem::path& data) {
    auto text = readFile(data / kFile, kMostBytes);
    if (!text && text.error().code == BaseErrc::notFound) return std::string();
    return text;
}

Result<ToolAccounts> ToolAccounts::parse(std::string_view text) {
    ToolAccounts accounts;
    for (std::size_t line = 1; !text.empty(); ++line) {
        std::string_view left = takeUntil(text, '\n');
        ToolAccount account;
        account.name = takeUntil(left, ' ');
        account.passwordHash = takeUntil(left, ' ');
        std::string_view actions = takeUntil(left, ' ');
        while (!actions.empty())
            account.grant.actions.emplace_back(takeUntil(actions, ','));
        account.grant.repository = left;
        if (!registry::isTag(account.name) || !isHash(account.passwordHash) || !isGrant(account.grant))
            return makeError(BaseErrc::malformed, std::string(kFile) + ", line " + std::to_string(line));
        accounts.m_accounts.push_back(std::move(account));
    }
    return accounts;
}

Result<void> ToolAccounts::save(FileSystem& files, const std::filesystem::path& data) const {
    std::string text;
    for (const ToolAccount& account : m_accounts)
        text += account.name + ' ' + account.passwordHash + ' ' + joined(account.grant.actions) + ' ' +
                account.grant.repository + '\n';
    return replaceFile(files, data / kFile, bytesOf(text), 0600);
}

Result<std::string> ToolAccounts::add(const std::string& name, trust::AccessToken::Grant grant) {
    if (!registry::isTag(name)) return makeError(BaseErrc::invalidArgument, "no name of an account: " + name);
    if (!isGrant(grant)) return makeError(BaseErrc::invalidArgument, "no such repository or action");
    const auto same = [&](const ToolAccount& account) { return account.name == name; };
    if (std::any_of(m_accounts.begin(), m_accounts.end(), same))
        return makeError(BaseErrc::alreadyExists, "account " + name);
    std::string password = toBase64Url(bytesOf(randomBytes(kPasswordBytes)));
    m_accounts.push_back({name, sha256Hex(bytesOf(password)), std::move(grant)});
    return password;
}

Result<void> ToolAccounts::remove(const std::string& name) {
    if (std::erase_if(m_accounts, [&](const ToolAccount& account) { return account.name == name; }) == 0)
        return makeError(BaseErrc::notFound, "account " + name);
    return {};
}

Result<trust::AccessToken> ToolAccounts::check(std::string_view credentials) const {
    const auto refused = [] { return makeError(BaseErrc::denied, "no such account and password"); };
    if (credentials.size() > kMostCredentials) return refused();
    const auto text = decoded(credentials);
    if (!text) return refused();
    std::string_view password = *text;
    const std::string_view name = takeUntil(password, ':');
    const std::string hash = sha256Hex(bytesOf(password));
    for (const ToolAccount& account : m_accounts) {
        if (account.name != name || !equalConstantTime(account.passwordHash, hash)) continue;
        trust::AccessToken token;
        token.subject = account.name;
        token.access.push_back(account.grant);
        return token;
    }
    return refused();
}

}  // namespace signalbox::node
