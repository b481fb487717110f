// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/file_system.h"
#include "core/trust/access_token.h"

namespace signalbox::node {

/// One that a tool (skopeo, oras, curl) logs in with by HTTP Basic.
struct ToolAccount {
    std::string name;          ///< [A-Za-z0-9_][A-Za-z0-9._-]{0,127}
    std::string passwordHash;  ///< SHA-256 in hex: enough for 32 random bytes, and fast at every request
    trust::AccessToken::Grant grant;
};

/// The accounts of one node, in `tool-accounts` (mode 0600) of its data folder, a line each: name, hash, actions joined
/// by ",", repository. A value; blocking where it reads or saves.
class ToolAccounts {
public:
    /// Empty where there is no file; BaseErrc::malformed names the line.
    [[nodiscard]] static Result<ToolAccounts> load(const std::filesystem::path& data);
    /// What the file holds, for parse(); empty where there is none.
    [[nodiscard]] static Result<std::string> textIn(const std::filesystem::path& data);
    [[nodiscard]] static Result<ToolAccounts> parse(std::string_view text);
    [[nodiscard]] Result<void> save(FileSystem& files, const std::filesystem::path& data) const;

    /// The password, made here and kept nowhere; BaseErrc::alreadyExists, BaseErrc::invalidArgument.
    [[nodiscard]] Result<std::string> add(const std::string& name, trust::AccessToken::Grant grant);
    [[nodiscard]] Result<void> remove(const std::string& name);  ///< BaseErrc::notFound
    [[nodiscard]] const std::vector<ToolAccount>& all() const { return m_accounts; }
    /// What "Authorization: Basic `credentials`" may do; BaseErrc::denied.
    [[nodiscard]] Result<trust::AccessToken> check(std::string_view credentials) const;

private:
    std::vector<ToolAccount> m_accounts;
};

}  // namespace signalbox::node
