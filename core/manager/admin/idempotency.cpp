// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/admin/idempotency.h"

namespace signalbox::manager {
namespace {

constexpr std::size_t kMaxKept = 2000;
constexpr std::size_t kMaxAnswer = 64 << 10;
constexpr Seconds kKeptFor{24 * 3600};

}  // namespace

void Idempotency::makeRoom() {
    while (!m_order.empty()) {
        const auto& [at, key] = m_order.front();
        const bool over = m_clock.now() - at > kKeptFor;
        if (!over && m_order.size() < kMaxKept) return;
        const auto entry = m_entries.find(key);
        // What is under way, or was begun anew since, stays.
        if (entry != m_entries.end() && entry->second.at == at && entry->second.answer) m_entries.erase(entry);
        m_order.pop_front();
    }
}

Idempotency::State Idempotency::begin(const std::string& key, const std::string& request) {
    makeRoom();
    const auto known = m_entries.find(key);
    if (known == m_entries.end()) {
        m_entries[key] = {request, m_clock.now(), std::nullopt};
        m_order.emplace_back(m_clock.now(), key);
        return State::fresh;
    }
    if (known->second.request != request) return State::otherRequest;
    return known->second.answer ? State::answered : State::underWay;
}

http::Response Idempotency::answerOf(const std::string& key) const {
    return *m_entries.at(key).answer;
}

void Idempotency::end(const std::string& key, const http::Response& answer) {
    const auto* body = std::get_if<std::string>(&answer.body);
    const auto entry = m_entries.find(key);
    if (entry == m_entries.end()) return;
    // An error of ours may be gone the next time.
    if (!body || body->size() > kMaxAnswer || answer.status >= 500)
        m_entries.erase(entry);
    else
        entry->second.answer = answer;
}

}  // namespace signalbox::manager
