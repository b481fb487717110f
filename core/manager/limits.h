// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/manager/engine.h"

namespace signalbox::manager {

/// What somebody may change is limited to, on top of the role. Where both are empty there is no limit; where one of
/// them is, nothing of that kind may be changed, but for rollouts, which have a product and an audience: there it is no
/// limit.
struct Limits {
    std::vector<std::string> products{};
    std::vector<std::string> clusters{};
    [[nodiscard]] bool none() const { return products.empty() && clusters.empty(); }
    friend bool operator==(const Limits&, const Limits&) = default;
};

/// Whom limits belong to: the account of a session, else the token itself.
[[nodiscard]] std::string limitHolder(const ApiToken& token);
[[nodiscard]] std::string limitHolder(const Account& account);

/// The limits of people and tokens. Changes are put into the ledger.
class LimitBook {
public:
    explicit LimitBook(Engine& engine) : m_engine(engine) {}

    [[nodiscard]] Limits of(const std::string& holder) const;
    /// BaseErrc::invalidArgument for what is no product's name, too many, or limits of an administrator;
    /// BaseErrc::notFound for a cluster that is not there.
    [[nodiscard]] Result<void> check(const Limits& limits, AccountRole role) const;
    /// Of limits that were checked; `subject` is whom the audit log names.
    void set(const std::string& holder, const std::string& subject, const Limits& limits, std::string_view actor);
    void forget(const std::string& holder);

private:
    Engine& m_engine;
};

/// Whether an audience, as it stands, takes nobody outside these clusters: `cluster` is compared with them in each of
/// its alternatives.
[[nodiscard]] bool isWithin(std::string_view audience, const std::vector<std::string>& clusters);

}  // namespace signalbox::manager
