// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/manager/engine.h"

namespace signalbox::manager {

/// What a terminal is shown when it polls. Changes are put into the ledger; the caller awaits Ledger::durable() before
/// it answers.
class Offers {
public:
    explicit Offers(Engine& engine) : m_engine(engine) {}

    /// Its open deployment, made now if a rollout has one for it. `ours` is false for clients that take a held-back
    /// deployment for a done one: they see it only when it may be installed.
    [[nodiscard]] const Deployment* due(TerminalId terminal, bool ours);
    /// How a terminal's part in a rollout begins; without an id yet.
    [[nodiscard]] Deployment firstPart(const RolloutEntry& entry, const Terminal& terminal, std::uint32_t phase) const;

private:
    [[nodiscard]] const Deployment* offerNew(TerminalId terminal, bool ours);
    /// An open deployment that no package fits any more, or that a newer rollout takes over before it was permitted.
    void endWhatCannotBe(TerminalId terminal);

    Engine& m_engine;
};

}  // namespace signalbox::manager
