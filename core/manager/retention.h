// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/manager/engine.h"

namespace signalbox::manager {

/// Takes the packages of withdrawn releases away once their retention time is over and nothing needs them: a rollout
/// that is under way or planned, a deployment that has not ended, an upgrade that may have to be rolled back to them.
/// Changes are put into the ledger.
class Retention {
public:
    explicit Retention(Engine& engine) : m_engine(engine) {}

    /// nullopt: the release is not withdrawn, or is dropped already.
    [[nodiscard]] std::optional<TimePoint> dropsAt(const Release& release) const;
    /// Who needs the packages of a withdrawn release; empty: nobody.
    [[nodiscard]] std::string neededBy(const Release& release) const;

    /// Marks what is to go; whether anything was marked. The distributor takes marked releases off the nodes.
    [[nodiscard]] bool mark();
    /// Takes the bytes of marked releases off this machine, on the manager's thread, so that nobody begins to use one
    /// meanwhile. Call it once marks are durable; again does no harm. What another release has, and what someone was
    /// told of within the hour, stays until a later call.
    void removeBytes();

private:
    [[nodiscard]] bool isUsed(const Digest& digest) const;

    Engine& m_engine;
};

/// Someone was told that the blob is here, or works with it: it is kept for an hour at least.
void holdBlob(Engine& engine, const Digest& digest);

}  // namespace signalbox::manager
