// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/manager/engine.h"
#include "core/manager/inventory.h"

namespace signalbox::manager {

/// People who log in, and their sessions. Passwords are hashed and compared by the caller, on the pool; here are only
/// hashes. Changes are put into the ledger; the caller awaits Ledger::durable().
class Accounts {
public:
    explicit Accounts(Engine& engine) : m_engine(engine) {}

    /// BaseErrc::invalidArgument for one that is too short or too long to be safe.
    [[nodiscard]] static Result<void> checkPassword(std::string_view password);

    [[nodiscard]] Result<Account> create(std::string name, AccountRole role, std::string passwordHash,
                                         std::string_view actor);
    struct Edit {
        std::optional<AccountRole> role;
        std::optional<bool> disabled;
        std::optional<std::string> passwordHash;
    };
    /// A new role, password or a lock ends the account's sessions, but not `keptSession`.
    [[nodiscard]] Result<Account> edit(std::string_view name, const Edit& edit, std::string_view actor,
                                       std::int64_t keptSession = 0);
    [[nodiscard]] Result<void> remove(std::string_view name, std::string_view actor);
    [[nodiscard]] Result<Account> find(std::string_view name) const;

    /// A token that ends by itself; the oldest of an account makes room for it.
    [[nodiscard]] Inventory::NewToken openSession(const Account& account);
    /// Ends all of an account but `kept`.
    void closeSessions(std::int64_t account, std::int64_t kept = 0);
    /// Removes tokens and sessions whose time is over.
    void dropTokensThatAreOver();

    /// Whether somebody could still administer without that token or that account.
    [[nodiscard]] bool administratorsBut(std::int64_t token, std::int64_t account) const;
    /// Gives it id, secret and time and puts it down.
    [[nodiscard]] Inventory::NewToken addToken(ApiToken token);

private:
    Engine& m_engine;
};

}  // namespace signalbox::manager
