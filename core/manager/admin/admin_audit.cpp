// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json/array.hpp>
#include <limits>

#include "core/manager/admin/admin_resources.h"
#include "core/manager/release_trust.h"
#include "core/model/audit_file.h"
#include "core/model/json.h"

namespace signalbox::manager {
namespace {

namespace json = boost::json;
using Reply = Task<http::Response>;

constexpr std::size_t kAtOnce = 500;  // entries read and hashed before others get their turn

/// The audit log: in pages, as a file, and whether its hashes hold.
class AuditResource {
public:
    AuditResource(Engine& engine, store::Store& store) : m_engine(engine), m_store(store) {}

    Reply list(http::Exchange& exchange, const Actor&) {
        CO_TRY(const PageRequest page, pageOf(exchange.request));
        const std::string order = http::queryValue(exchange.request.query, "order").value_or("oldest");
        if (order != "oldest" && order != "newest")
            co_return makeError(BaseErrc::malformed, "order: oldest or newest is wanted");
        CO_CHECK(co_await m_engine.ledger.durable());
        const std::int64_t before = page.after == 0 ? std::numeric_limits<std::int64_t>::max() : page.after;
        std::vector<AuditEntry> entries;
        if (order == "newest") {
            CO_TRY(entries, co_await m_store.auditBefore(before, page.limit));
        } else {
            CO_TRY(entries, co_await m_store.audit(page.after, page.limit));
        }
        json::array items;
        for (const AuditEntry& entry : entries)
            items.push_back(toJson(entry));
        const bool more = entries.size() == page.limit && entries.back().sequence > (order == "newest" ? 1 : 0);
        co_return pageAnswer(exchange, std::move(items),
                             more ? json::value(entries.back().sequence) : json::value(nullptr),
                             static_cast<std::uint64_t>(m_engine.ledger.lastAudit()));
    }

    Reply exportLog(http::Exchange& exchange, const Actor&) {
        CO_TRY(const PageRequest page, pageOf(exchange.request));
        CO_CHECK(co_await m_engine.ledger.durable());
        AuditFileHead head;
        head.managerId = m_engine.identity.managerId();
        head.exportedAt = m_engine.clock.now();
        head.after = page.after;
        if (const auto since = http::queryValue(exchange.request.query, "since")) {
            const auto from = fromRfc3339(*since);
            if (!from) co_return makeError(BaseErrc::malformed, "since: a time such as 2026-11-25T00:00:00Z is wanted");
            CO_TRY(head.after, co_await lastBefore(*from));
        }
        if (head.after > 0) {
            CO_TRY(const std::vector<AuditEntry> before, co_await m_store.audit(head.after - 1, 1));
            if (before.empty() || before.front().sequence != head.after)
                co_return makeError(BaseErrc::notFound, "there is no entry " + std::to_string(head.after));
            head.before = before.front().hash;
        }
        const std::int64_t last = m_engine.ledger.lastAudit();
        http::Response response;
        response.headers.set("Content-Type", "application/jsonl");
        response.headers.set("Cache-Control", "no-store");
        response.body =
            http::StreamBody([this, head, last](http::StreamWriter& writer) { return stream(writer, head, last); });
        co_return response;
    }

    Reply verify(http::Exchange&, const Actor&) {
        CO_CHECK(co_await m_engine.ledger.durable());
        const std::int64_t last = m_engine.ledger.lastAudit();
        AuditChain chain;
        std::string problem;
        const std::vector<ReleaseTrust::Anchor> anchors = ReleaseTrust(m_engine).auditAnchors();
        while (chain.length() < last && problem.empty()) {
            CO_TRY(const std::vector<AuditEntry> entries, co_await m_store.audit(chain.length(), kAtOnce));
            if (entries.empty()) problem = "entry " + std::to_string(chain.length() + 1) + " is missing";
            for (const AuditEntry& entry : entries) {
                if (const auto taken = chain.take(entry); !taken && problem.empty()) problem = taken.error().context;
                if (problem.empty()) problem = contradictionOf(anchors, entry);
            }
        }
        for (const ReleaseTrust::Anchor& anchor : anchors)
            if (anchor.at.sequence > last && problem.empty())
                problem = "the log ends before entry " + std::to_string(anchor.at.sequence) + ", which signatures of " +
                          anchor.role + " version " + std::to_string(anchor.version) + " name";
        co_return jsonAnswer(200, {{"intact", problem.empty()},
                                   {"entries", chain.length()},
                                   {"head", chain.head()},
                                   {"anchors", anchors.size()},
                                   {"problem", problem}});
    }

private:
    /// An entry that people's signatures name with another hash: the log was made anew.
    static std::string contradictionOf(const std::vector<ReleaseTrust::Anchor>& anchors, const AuditEntry& entry) {
        for (const ReleaseTrust::Anchor& anchor : anchors)
            if (anchor.at.sequence == entry.sequence && anchor.at.hash != entry.hash)
                return "entry " + std::to_string(entry.sequence) + " is another than the one that signatures of " +
                       anchor.role + " version " + std::to_string(anchor.version) + " name";
        return {};
    }

    /// The newest entry before a moment; 0: none.
    Task<std::int64_t> lastBefore(TimePoint moment) {
        std::int64_t low = 0;
        std::int64_t high = m_engine.ledger.lastAudit();
        while (low < high) {
            const std::int64_t middle = low + (high - low + 1) / 2;
            CO_TRY(const std::vector<AuditEntry> found, co_await m_store.audit(middle - 1, 1));
            if (!found.empty() && found.front().at < moment)
                low = middle;
            else
                high = middle - 1;
        }
        co_return low;
    }

    Task<void> stream(http::StreamWriter& writer, AuditFileHead head, std::int64_t last) {
        std::string chunk = auditFileHead(head);
        std::int64_t sequence = head.after;
        std::string hash = head.before;
        while (sequence < last) {
            CO_TRY(const std::vector<AuditEntry> entries, co_await m_store.audit(sequence, kAtOnce));
            if (entries.empty()) break;
            for (const AuditEntry& entry : entries) {
                if (entry.sequence > last) break;
                chunk += auditFileLine(entry);
                sequence = entry.sequence;
                hash = entry.hash;
            }
            CO_CHECK(co_await writer.write(std::move(chunk)));
            chunk.clear();
        }
        chunk += auditFileEnd(sequence - head.after, hash);
        CO_CHECK(co_await writer.write(std::move(chunk)));
        co_return Result<void>();
    }

    Engine& m_engine;
    store::Store& m_store;
};

}  // namespace

void addAuditRoutes(AdminRoutes& routes, Engine& engine, store::Store& store) {
    const auto resource = std::make_shared<AuditResource>(engine, store);
    using Method = Reply (AuditResource::*)(http::Exchange&, const Actor&);
    const auto add = [&](const char* pattern, Method handler) {
        routes.add("GET", pattern, Right::view, [resource, handler](http::Exchange& exchange, const Actor& actor) {
            return ((*resource).*handler)(exchange, actor);
        });
    };
    add("/api/v1/audit", &AuditResource::list);
    add("/api/v1/audit/export", &AuditResource::exportLog);
    add("/api/v1/audit/verify", &AuditResource::verify);
}

}  // namespace signalbox::manager
