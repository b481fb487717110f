// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/accounts.h"

#include <algorithm>
#include <vector>

#include "core/base/log.h"
#include "core/manager/limits.h"
#include "core/model/names.h"

namespace signalbox::manager {
namespace {

constexpr std::size_t kLeastPassword = 10;
constexpr std::size_t kMostPassword = 1024;
constexpr std::size_t kMaxAccounts = 10000;
constexpr std::size_t kMaxSessions = 20;  // of an account
constexpr Seconds kSessionValidity{12 * 3600};

}  // namespace

Result<void> Accounts::checkPassword(std::string_view password) {
    if (password.size() >= kLeastPassword && password.size() <= kMostPassword) return {};
    return makeError(BaseErrc::invalidArgument, "password: 10 to 1024 bytes are wanted");
}

Result<Account> Accounts::create(std::string name, AccountRole role, std::string passwordHash, std::string_view actor) {
    if (name.empty() || name.size() > 64 || printable(name, 64) != name)
        return makeError(BaseErrc::invalidArgument, "name: 1 to 64 bytes without control characters are wanted");
    if (m_engine.world.accounts.size() >= kMaxAccounts) return makeError(BaseErrc::tooLarge, "too many accounts");
    const auto isToken = [&name](const auto& entry) { return entry.second.name == name; };
    if (m_engine.world.accountByName(name) ||
        std::any_of(m_engine.world.tokens.begin(), m_engine.world.tokens.end(), isToken))
        return makeError(BaseErrc::alreadyExists, "there is an account or a token '" + name + "'");
    Account account;
    account.id = m_engine.world.nextAccount();
    account.name = std::move(name);
    account.role = role;
    account.passwordHash = std::move(passwordHash);
    account.createdAt = account.passwordAt = m_engine.clock.now();
    m_engine.world.accounts[account.id] = account;
    m_engine.ledger.put(account);
    m_engine.ledger.audit(actor, "account.create", "account:" + account.name, {{"role", nameOf(role)}});
    return account;
}

Result<Account> Accounts::find(std::string_view name) const {
    const Account* account = m_engine.world.accountByName(name);
    if (!account) return makeError(BaseErrc::notFound, "there is no account '" + printable(name) + "'");
    return *account;
}

Result<Account> Accounts::edit(std::string_view name, const Edit& edit, std::string_view actor,
                               std::int64_t keptSession) {
    TRY(Account account, find(name));
    const bool loses = (edit.role && *edit.role != AccountRole::administrator) || (edit.disabled && *edit.disabled);
    if (account.role == AccountRole::administrator && !account.disabled && loses && !administratorsBut(0, account.id))
        return makeError(BaseErrc::wrongState, "nobody could administer afterwards");
    boost::json::object detail;
    if (edit.role) {
        account.role = *edit.role;
        detail["role"] = nameOf(account.role);
    }
    if (edit.disabled) {
        account.disabled = *edit.disabled;
        detail["disabled"] = account.disabled;
    }
    if (edit.passwordHash) {
        account.passwordHash = *edit.passwordHash;
        account.passwordAt = m_engine.clock.now();
        detail["password"] = "changed";
    }
    m_engine.world.accounts[account.id] = account;
    m_engine.ledger.put(account);
    closeSessions(account.id, keptSession);
    m_engine.ledger.audit(actor, "account.edit", "account:" + account.name, detail);
    return account;
}

Result<void> Accounts::remove(std::string_view name, std::string_view actor) {
    TRY(const Account account, find(name));
    if (!administratorsBut(0, account.id)) return makeError(BaseErrc::wrongState, "nobody could administer afterwards");
    closeSessions(account.id);
    LimitBook(m_engine).forget(limitHolder(account));
    m_engine.world.accounts.erase(account.id);
    m_engine.ledger.put(store::AccountRemoved{account.id});
    m_engine.ledger.audit(actor, "account.delete", "account:" + account.name);
    return {};
}

Inventory::NewToken Accounts::addToken(ApiToken token) {
    Inventory::NewToken made;
    made.secret = "sbt_" + toBase64Url(bytesOf(randomBytes(32)));
    made.token = std::move(token);
    made.token.id = m_engine.world.nextToken();
    made.token.tokenHash = sha256Hex(bytesOf(made.secret));
    made.token.createdAt = m_engine.clock.now();
    m_engine.world.tokens[made.token.id] = made.token;
    m_engine.ledger.put(made.token);
    return made;
}

Inventory::NewToken Accounts::openSession(const Account& account) {
    std::vector<std::int64_t> open;
    for (const auto& [id, token] : m_engine.world.tokens)
        if (token.account == account.id) open.push_back(id);
    if (open.size() >= kMaxSessions) {
        m_engine.world.tokens.erase(open.front());
        m_engine.ledger.put(store::ApiTokenRemoved{open.front()});
    }
    ApiToken session;
    session.name = account.name;
    session.role = account.role;
    session.account = account.id;
    session.notAfter = m_engine.clock.now() + kSessionValidity;
    m_engine.ledger.audit(account.name, "session.open", "account:" + account.name);
    return addToken(std::move(session));
}

void Accounts::closeSessions(std::int64_t account, std::int64_t kept) {
    std::erase_if(m_engine.world.tokens, [&](const auto& entry) {
        if (entry.second.account != account || entry.first == kept) return false;
        m_engine.ledger.put(store::ApiTokenRemoved{entry.first});
        return true;
    });
}

void Accounts::dropTokensThatAreOver() {
    std::erase_if(m_engine.world.tokens, [this](const auto& entry) {
        if (!entry.second.notAfter || *entry.second.notAfter >= m_engine.clock.now()) return false;
        if (entry.second.account == 0) LimitBook(m_engine).forget(limitHolder(entry.second));
        m_engine.ledger.put(store::ApiTokenRemoved{entry.first});
        return true;
    });
}

bool Accounts::administratorsBut(std::int64_t token, std::int64_t account) const {
    // What ends by itself does not count: a session, a token with an end.
    const auto lastingToken = [token](const auto& entry) {
        const ApiToken& known = entry.second;
        return entry.first != token && known.role == AccountRole::administrator && !known.notAfter;
    };
    const auto usableAccount = [account](const auto& entry) {
        return entry.first != account && entry.second.role == AccountRole::administrator && !entry.second.disabled;
    };
    return std::any_of(m_engine.world.tokens.begin(), m_engine.world.tokens.end(), lastingToken) ||
           std::any_of(m_engine.world.accounts.begin(), m_engine.world.accounts.end(), usableAccount);
}

}  // namespace signalbox::manager
