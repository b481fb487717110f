// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/clock.h"
#include "core/model/terminal.h"

namespace signalbox::manager {

/// Notices that two machines use one terminal's identity, as a cloned disk image does: they speak in turns, so what
/// differs between them goes back and forth. In memory only: whoever is cloned is noticed again after a restart.
class CloneWatch {
public:
    /// Whether `address`, from which the terminal polls at `now`, makes it suspect: addresses used before come back
    /// several times within a short span. A terminal that moves, or two that share an address, do not do that.
    [[nodiscard]] bool sawAddress(TerminalId terminal, std::string_view address, TimePoint now);
    /// Whether the change of its instance number makes it suspect: to one it had before. (A new one alone is a system
    /// installed anew.)
    [[nodiscard]] bool sawInstance(TerminalId terminal, const std::string& before, const std::string& after);
    void forget(TerminalId terminal);

private:
    struct Turns {
        std::uint32_t before = 0;  ///< the address before the last
        std::uint32_t count = 0;
        TimePoint since;
    };
    std::vector<std::uint32_t> m_lastAddress;  ///< by terminal; a hash, 0: none yet
    std::unordered_map<TerminalId, Turns> m_turns;
    std::unordered_map<TerminalId, std::vector<std::string>> m_instances;  ///< those it had, of the few that change
};

}  // namespace signalbox::manager
