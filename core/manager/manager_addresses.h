// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/manager/engine.h"

namespace signalbox::manager {

/// Where terminals look for their manager when it does not answer: told to them beforehand, so that they find it on
/// another host. Our own agent keeps the list and tries it in order, always with the authority it joined with.
class ManagerAddresses {
public:
    explicit ManagerAddresses(Engine& engine) : m_engine(engine) {}

    /// Those that an administrator named.
    [[nodiscard]] std::vector<std::string> planned() const;
    /// What terminals are told: where the manager is now, then those. Empty: nobody ever named any, and terminals keep
    /// what they joined with.
    [[nodiscard]] std::vector<std::string> told() const;
    [[nodiscard]] std::optional<TimePoint> changedAt() const;
    /// How many terminals have polled since.
    [[nodiscard]] std::uint64_t heardSince() const;

    /// At most 8 origins such as https://manager.example:8443; BaseErrc::invalidArgument names the one that is none.
    [[nodiscard]] Result<void> set(const std::vector<std::string>& urls, std::string_view actor);

private:
    Engine& m_engine;
};

}  // namespace signalbox::manager
