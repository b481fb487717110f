// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "core/manager/joining.h"

namespace signalbox::manager {

/// Terminals that want to join and wait until an administrator says yes: those with a code that asks for it and, where
/// that is switched on, those without a code. Changes are put into the ledger; the caller awaits Ledger::durable().
class JoinQueue {
public:
    explicit JoinQueue(Engine& engine) : m_engine(engine) {}

    /// Whether terminals without a code may wait here.
    [[nodiscard]] bool open() const;
    void setOpen(bool open, std::string_view actor);

    /// Always an error: BaseErrc::unavailable while it waits (it asks again and joins once approved), ::denied when it
    /// was refused, ::alreadyExists when another machine waits or joined under this identity, ::tooLarge when the queue
    /// is full.
    [[nodiscard]] Error ask(const Joining::TerminalRequest& request, ClusterId cluster);
    /// All of them or none; the error names the one that is wrong.
    [[nodiscard]] Result<void> approve(const std::vector<std::int64_t>& ids, std::string_view actor);
    [[nodiscard]] Result<void> refuse(const std::vector<std::int64_t>& ids, std::string_view actor);
    /// Takes those out that have not asked for a long time.
    void dropSilent();

private:
    [[nodiscard]] Result<void> check(const std::vector<std::int64_t>& ids) const;
    void take(std::int64_t id);

    Engine& m_engine;
};

}  // namespace signalbox::manager
