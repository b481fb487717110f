// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/manager/event_log.h"
#include "core/store/store.h"

namespace signalbox::manager {

/// Where every change of the World is written down, in order: to the store, the audit chain and the event log. The rule
/// that keeps the promise "an answered 200 is on disk": change the World and put() the same change, then, before any
/// answer that shows it, co_await durable(). The manager's one thread.
///
/// One commit is under way at a time; what is put meanwhile goes into the next, all of it or nothing. A change may rest
/// on any before it (an audit entry always does), so what came after a lost one must not reach the disk alone.
class Ledger {
public:
    Ledger(store::Store& store, const Clock& clock, EventLog& events, AuditEntry lastAudit)
        : m_store(store), m_clock(clock), m_events(events), m_lastAudit(std::move(lastAudit)) {}

    void put(store::Change change) { m_pending.push_back(std::move(change)); }
    /// One entry of the audit log, chained to the one before.
    void audit(std::string_view actor, std::string_view action, std::string_view subject,
               const boost::json::object& detail = {});
    void event(std::string_view type, const boost::json::object& data) { m_events.append(type, data); }

    /// Resumes when everything put so far is on disk. An error means that it is not: the World in memory is then
    /// replaced by what the store holds (onLoss), and the caller answers 503.
    [[nodiscard]] Task<void> durable();
    /// The sequence of the newest audit entry.
    [[nodiscard]] std::int64_t lastAudit() const { return m_lastAudit.sequence; }
    /// And its hash; empty before the first.
    [[nodiscard]] const std::string& lastAuditHash() const { return m_lastAudit.hash; }
    [[nodiscard]] bool idle() const { return m_pending.empty() && !m_writing; }
    void onLoss(std::function<void(const Error&)> reload) { m_onLoss = std::move(reload); }
    /// After a reload: the chain goes on from what is on disk; what waited is dropped.
    void restart(AuditEntry lastAudit);

    [[nodiscard]] static std::string chainHash(std::string_view before, const AuditEntry& entry);

private:
    /// Callers that wait for the same commit.
    struct Group {
        explicit Group(const asio::any_io_executor& executor)
            : ended(executor, std::chrono::steady_clock::time_point::max()) {}
        asio::steady_timer ended;  ///< cancelled when done
        bool done = false;
        bool stored = false;
    };

    [[nodiscard]] Task<void> write();
    void end(const std::shared_ptr<Group>& group, bool stored);

    store::Store& m_store;
    const Clock& m_clock;
    EventLog& m_events;
    std::vector<store::Change> m_pending;
    std::shared_ptr<Group> m_writing;  ///< whose changes the store has now
    std::shared_ptr<Group> m_next;     ///< whose changes are in m_pending
    AuditEntry m_lastAudit;
    std::function<void(const Error&)> m_onLoss;
};

}  // namespace signalbox::manager
