// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/ledger.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/json/serialize.hpp>

#include "core/base/log.h"
#include "core/model/audit_chain.h"

namespace signalbox::manager {

std::string Ledger::chainHash(std::string_view before, const AuditEntry& entry) {
    return auditHash(before, entry);
}

void Ledger::audit(std::string_view actor, std::string_view action, std::string_view subject,
                   const boost::json::object& detail) {
    AuditEntry entry;
    entry.sequence = m_lastAudit.sequence + 1;
    entry.at = m_clock.now();
    entry.actor = actor;
    entry.action = action;
    entry.subject = subject;
    entry.detail = boost::json::serialize(detail);
    entry.hash = chainHash(m_lastAudit.hash, entry);
    m_lastAudit = entry;
    put(std::move(entry));
}

Task<void> Ledger::durable() {
    if (idle()) co_return Result<void>();
    const auto executor = co_await asio::this_coro::executor;
    // Nothing new: what is under way is what this answer may rest on.
    std::shared_ptr<Group> group = m_pending.empty() ? m_writing : m_next;
    if (!group) {
        group = std::make_shared<Group>(executor);
        m_next = group;
        if (!m_writing) spawnRoot(executor, "ledger", write());
    }
    while (!group->done) {
        co_await group->ended.async_wait(asio::as_tuple(asio::use_awaitable));
        if (!group->done) co_return makeError(BaseErrc::cancelled, "nobody waits for the change any more");
    }
    if (!group->stored) co_return makeError(BaseErrc::unavailable, "the change could not be stored");
    co_return Result<void>();
}

Task<void> Ledger::write() {
    while (m_next) {
        m_writing = std::move(m_next);
        m_next.reset();
        std::vector<store::Change> changes = std::move(m_pending);
        m_pending.clear();
        const auto committed = co_await m_store.commit(std::move(changes));
        const auto written = std::move(m_writing);
        m_writing.reset();
        if (!committed) {
            logError("manager", "a change could not be stored, going back to what is on disk: {}",
                     committed.error().text());
            if (m_onLoss) m_onLoss(committed.error());
        }
        end(written, committed.has_value());
    }
    co_return Result<void>();
}

void Ledger::end(const std::shared_ptr<Group>& group, bool stored) {
    group->done = true;
    group->stored = stored;
    group->ended.cancel();
}

void Ledger::restart(AuditEntry lastAudit) {
    m_pending.clear();
    if (const auto lost = std::move(m_next)) end(lost, false);
    m_next.reset();
    m_lastAudit = std::move(lastAudit);
}

}  // namespace signalbox::manager
