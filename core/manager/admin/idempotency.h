// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/http/message.h"

namespace signalbox::manager {

/// Answers kept under their Idempotency-Key, so that a request sent again after a lost answer is answered the same and
/// done once. Bounded in number, size and time; in memory, since answers hold secrets that are shown once: after a
/// restart a name that is taken tells the client. One thread.
class Idempotency {
public:
    explicit Idempotency(const Clock& clock) : m_clock(clock) {}

    enum class State { fresh, underWay, otherRequest, answered };
    /// `key` names caller and call too, `request` is a digest of what was sent. fresh: carry it out, then end() or
    /// forget().
    [[nodiscard]] State begin(const std::string& key, const std::string& request);
    [[nodiscard]] http::Response answerOf(const std::string& key) const;
    void end(const std::string& key, const http::Response& answer);
    void forget(const std::string& key) { m_entries.erase(key); }

private:
    struct Entry {
        std::string request;
        TimePoint at;
        std::optional<http::Response> answer;
    };
    void makeRoom();

    const Clock& m_clock;
    std::map<std::string, Entry> m_entries;
    std::deque<std::pair<TimePoint, std::string>> m_order;
};

}  // namespace signalbox::manager
