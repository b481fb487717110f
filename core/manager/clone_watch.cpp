// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/clone_watch.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace signalbox::manager {
namespace {

constexpr std::uint32_t kSuspiciousTurns = 4;  // a terminal with a cable and a radio may take two or three
constexpr Seconds kSpan{3600};
constexpr std::size_t kInstancesKept = 8;

std::uint32_t shortHash(std::string_view address) {
    const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(address));
    return hash == 0 ? 1 : hash;
}

}  // namespace

bool CloneWatch::sawAddress(TerminalId terminal, std::string_view address, TimePoint now) {
    const auto row = static_cast<std::size_t>(terminal.value);
    if (row >= m_lastAddress.size()) m_lastAddress.resize(std::max(row + 1, m_lastAddress.size() * 3 / 2));
    const std::uint32_t current = shortHash(address);
    const std::uint32_t last = std::exchange(m_lastAddress[row], current);
    if (last == 0 || last == current) return false;
    Turns& turns = m_turns[terminal];
    const bool isBack = turns.before == current;
    turns.before = last;
    if (!isBack || now - turns.since > kSpan) {
        turns.count = isBack ? 1 : 0;
        turns.since = now;
        return false;
    }
    if (++turns.count < kSuspiciousTurns) return false;
    m_turns.erase(terminal);
    return true;
}

bool CloneWatch::sawInstance(TerminalId terminal, const std::string& before, const std::string& after) {
    if (before.empty() || before == after) return false;
    std::vector<std::string>& had = m_instances[terminal];
    const bool isBack = std::find(had.begin(), had.end(), after) != had.end();
    if (std::find(had.begin(), had.end(), before) == had.end()) had.push_back(before);
    if (had.size() > kInstancesKept) had.erase(had.begin());
    return isBack;
}

void CloneWatch::forget(TerminalId terminal) {
    m_turns.erase(terminal);
    m_instances.erase(terminal);
}

}  // namespace signalbox::manager
