// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/manager/engine.h"

namespace signalbox::manager {

/// Signed leave to install, given when it is asked for. Changes are put into the ledger.
class Permits {
public:
    explicit Permits(Engine& engine) : m_engine(engine) {}

    /// Only where InstallRules::clearance grants it. At first issue put into the ledger, the same again when asked
    /// again, and a new one once that is over.
    [[nodiscard]] Result<std::string> permitFor(DeploymentId id);
    /// The terminal was just told to hold: the permit it had, if any, does not count any more, unless the rollout lets
    /// it install without asking again or it is installing already.
    void recallPermit(DeploymentId id);

private:
    Engine& m_engine;
};

}  // namespace signalbox::manager
