// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/filter/expression.h"
#include "core/manager/engine.h"

namespace signalbox::manager {

/// An audience's text as an expression that the fleet can select by: saved audiences in it (`audience==name`) are
/// replaced by what they stand for now. BaseErrc::malformed as filter::parse, BaseErrc::invalidArgument for a name that
/// is not known, another operator than == and =in= beside it, or saved audiences that stand for each other.
[[nodiscard]] Result<filter::Expression> parseAudience(const World& world, std::string_view text);
/// Whom it matches now.
[[nodiscard]] Result<fleet::TerminalSet> selectAudience(const World& world, std::string_view text, TimePoint now);
/// Whether the text names that saved audience, itself or by way of others.
[[nodiscard]] bool usesAudience(const World& world, std::string_view text, std::string_view name);

/// Audiences that have a name. Changes are put into the ledger.
class Audiences {
public:
    explicit Audiences(Engine& engine) : m_engine(engine) {}

    /// Makes it, or replaces what it stands for: rollouts that name it take that from their issue time on.
    [[nodiscard]] Result<SavedAudience> save(std::string name, std::string filter, std::string description,
                                             std::string_view actor);
    /// BaseErrc::wrongState: a rollout that is not over, a cluster or another audience names it.
    [[nodiscard]] Result<void> remove(std::string_view name, std::string_view actor);
    [[nodiscard]] Result<SavedAudience> get(std::string_view name) const;

private:
    Engine& m_engine;
};

}  // namespace signalbox::manager
