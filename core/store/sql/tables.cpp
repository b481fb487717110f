// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/tables.h"

#include <algorithm>
#include <deque>
#include <future>
#include <iterator>
#include <limits>
#include <thread>

#include "core/store/sql/row.h"

namespace signalbox::store {
namespace {

constexpr std::int64_t kMostLoadThreads = 4;
constexpr std::int64_t kTerminalsAPart = 4096;
constexpr std::int64_t kLargeTable = 20'000;  ///< ids from which connections of their own pay

template <class T>
Result<void> runWith(Database& database, const std::string& sql, const T& row) {
    TRY(Statement * statement, database.prepare(sql));
    RowBinder binder(*statement);
    visitColumns(binder, row);
    return statement->run();
}

template <class T>
Result<void> upsert(Database& database, const T& row) {
    static const std::string sql = namesOf<T>().upsert(kTable<T>);
    return runWith(database, sql, row);
}

/// For logs: what is there is never replaced.
template <class T>
Result<void> append(Database& database, const T& row) {
    static const std::string sql = namesOf<T>().insert(kTable<T>);
    return runWith(database, sql, row);
}

Result<void> runWithIds(Database& database, std::string_view sql, std::initializer_list<std::int64_t> ids) {
    TRY(Statement * statement, database.prepare(sql));
    for (const std::int64_t id : ids)
        statement->bind(id);
    return statement->run();
}

struct Apply {
    Database& database;

    template <class T>
    Result<void> operator()(const T& row) const {
        return upsert(database, row);
    }
    Result<void> operator()(const Terminal& terminal) const {
        CHECK(upsert(database, terminal));
        if (terminal.lastContact) return upsert(database, TerminalContact{terminal.id, *terminal.lastContact});
        return runWithIds(database, "DELETE FROM terminal_contacts WHERE terminal = ?", {terminal.id.value});
    }
    Result<void> operator()(const TerminalContact& contact) const {
        // A contact may be written late: it brings no removed terminal back and never moves the time back.
        TRY(Statement * statement,
            database.prepare("INSERT INTO terminal_contacts (terminal, at) SELECT id, ? FROM terminals WHERE id = ?"
                             " ON CONFLICT (terminal) DO UPDATE SET at = excluded.at"
                             " WHERE excluded.at > terminal_contacts.at"));
        statement->bind(std::int64_t{contact.at.time_since_epoch().count()});
        statement->bind(contact.id.value);
        return statement->run();
    }
    Result<void> operator()(const TerminalRemoved& removed) const {
        CHECK(runWithIds(database, "DELETE FROM terminal_contacts WHERE terminal = ?", {removed.id.value}));
        return runWithIds(database, "DELETE FROM terminals WHERE id = ?", {removed.id.value});
    }
    Result<void> operator()(const NodeRemoved& removed) const {
        CHECK(runWithIds(database, "DELETE FROM registry_access WHERE node = ?", {removed.id.value}));
        return runWithIds(database, "DELETE FROM nodes WHERE id = ?", {removed.id.value});
    }
    Result<void> operator()(const ClusterRemoved& removed) const {
        return runWithIds(database, "DELETE FROM clusters WHERE id = ?", {removed.id.value});
    }
    Result<void> operator()(const ReleaseRemoved& removed) const {
        return runWithIds(database, "DELETE FROM releases WHERE id = ?", {removed.id.value});
    }
    Result<void> operator()(const RolloutRemoved& removed) const {
        CHECK(runWithIds(database, "DELETE FROM phase_members WHERE rollout = ?", {removed.id.value}));
        return runWithIds(database, "DELETE FROM rollouts WHERE id = ?", {removed.id.value});
    }
    Result<void> operator()(const ApiTokenRemoved& removed) const {
        return runWithIds(database, "DELETE FROM api_tokens WHERE id = ?", {removed.id});
    }
    Result<void> operator()(const AccountRemoved& removed) const {
        return runWithIds(database, "DELETE FROM accounts WHERE id = ?", {removed.id});
    }
    Result<void> operator()(const JoinTicketRemoved& removed) const {
        return runWithIds(database, "DELETE FROM join_tickets WHERE id = ?", {removed.id});
    }
    Result<void> operator()(const PendingTerminalRemoved& removed) const {
        return runWithIds(database, "DELETE FROM pending_terminals WHERE id = ?", {removed.id});
    }
    Result<void> operator()(const SavedAudienceRemoved& removed) const {
        return runWithIds(database, "DELETE FROM saved_audiences WHERE id = ?", {removed.id});
    }
    Result<void> operator()(const DiagnosticsRemoved& removed) const {
        return runWithIds(database, "DELETE FROM terminal_diagnostics WHERE terminal = ?", {removed.terminal.value});
    }
    Result<void> operator()(const CopyRemoved& removed) const {
        return runWithIds(database, "DELETE FROM node_copies WHERE node = ? AND release_id = ?",
                          {removed.node.value, removed.release.value});
    }
    Result<void> operator()(const AuditEntry& entry) const { return append(database, entry); }
    Result<void> operator()(const FeedbackEntry& entry) const { return append(database, entry); }
};

template <class T>
Result<void> readRow(const Statement& statement, T& row) {
    RowReader reader(statement);
    visitColumns(reader, row);
    if (reader.error().empty()) return {};
    return makeError(BaseErrc::corrupt, std::string(kTable<T>) + ", row " + std::to_string(statement.integer(0)) +
                                            ", column " + reader.error());
}

template <class T>
Result<std::vector<T>> readRows(Statement& statement) {
    std::vector<T> rows;
    CHECK(statement.run());
    Result<void> done;
    while (done && statement.next())
        done = readRow(statement, rows.emplace_back());
    if (done) done = statement.status();
    statement.finish();  // also after an error: an unfinished read keeps the log from being cut back
    if (!done) return std::move(done).error();
    return rows;
}

template <class T>
Result<void> readTable(Database& database, std::vector<T>& rows) {
    const RowNames names = namesOf<T>(&database.dialect());
    TRY(Statement * statement, database.prepare(names.select(kTable<T>) + " ORDER BY " + names.keys()));
    TRY(rows, readRows<T>(*statement));
    return {};
}

/// The rows from an id on and below another, on a connection of its own.
template <class T>
Result<std::vector<T>> readRange(const Backend& backend, std::int64_t from, std::int64_t below) {
    TRY(const auto database, backend.connect(Access::read));
    const RowNames names = namesOf<T>(&backend.dialect());
    TRY(Statement * statement, database->prepare(names.select(kTable<T>) + " WHERE id >= ? AND id < ? ORDER BY id"));
    statement->bind(from);
    statement->bind(below);
    return readRows<T>(*statement);
}

/// As readTable, but a large table in parts of its ids, each on a thread.
template <class T>
Result<void> readLargeTable(const Backend& backend, Database& database, std::vector<T>& rows) {
    TRY(const std::int64_t last, database.integer("SELECT MAX(id) FROM " + std::string(kTable<T>)));
    const std::int64_t threads = std::clamp<std::int64_t>(std::thread::hardware_concurrency(), 1, kMostLoadThreads);
    if (threads == 1 || last < kLargeTable) return readTable(database, rows);
    std::vector<std::future<Result<std::vector<T>>>> parts;
    for (std::int64_t i = 0; i < threads; ++i)
        parts.push_back(std::async(std::launch::async, readRange<T>, std::cref(backend), last * i / threads + 1,
                                   last * (i + 1) / threads + 1));
    Result<void> done;
    for (auto& part : parts) {
        auto read = part.get();
        if (!read) {
            done = std::move(read).error();
            continue;
        }
        rows.insert(rows.end(), std::make_move_iterator(read->begin()), std::make_move_iterator(read->end()));
    }
    return done;
}

/// The terminals from an id on and below another, with their last contacts, on a connection of its own.
Result<std::vector<Terminal>> readTerminals(const Backend& backend, std::int64_t from, std::int64_t below) {
    TRY(const auto database, backend.connect(Access::read));
    const RowNames names = namesOf<Terminal>(&backend.dialect());
    TRY(Statement * statement, database->prepare("SELECT " + names.selected() +
                                                 ", at FROM terminals LEFT JOIN terminal_contacts ON terminal = id"
                                                 " WHERE id >= ? AND id < ? ORDER BY id"));
    statement->bind(from);
    statement->bind(below);
    CHECK(statement->run());
    std::vector<Terminal> terminals;
    Result<void> done;
    while (done && statement->next()) {
        Terminal& terminal = terminals.emplace_back();
        done = readRow(*statement, terminal);
        const int contact = names.count();
        if (!statement->isNull(contact)) terminal.lastContact = TimePoint(Milliseconds(statement->integer(contact)));
    }
    if (done) done = statement->status();
    statement->finish();
    if (!done) return std::move(done).error();
    return terminals;
}

/// In parts that other threads read while this one takes those before; only a few parts are in memory at once.
Result<void> readAllTerminals(const Backend& backend, Database& database, const Store::TakeTerminal& take) {
    TRY(const std::int64_t last, database.integer("SELECT MAX(id) FROM terminals"));
    const std::size_t threads =
        std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, std::size_t{kMostLoadThreads});
    std::deque<std::future<Result<std::vector<Terminal>>>> parts;
    Result<void> done;
    for (std::int64_t next = 1; next <= last || !parts.empty();) {
        if (next <= last && parts.size() < threads) {
            parts.push_back(
                std::async(std::launch::async, readTerminals, std::cref(backend), next, next + kTerminalsAPart));
            next += kTerminalsAPart;
            continue;
        }
        auto read = parts.front().get();
        parts.pop_front();
        if (!done) continue;  // only waits for those that still read
        if (!read) {
            done = std::move(read).error();
            next = last + 1;
            continue;
        }
        for (Terminal& terminal : *read)
            take(std::move(terminal));
    }
    return done;
}

Result<void> readLogEnds(Database& database, Contents& contents) {
    TRY(Statement * last, database.prepare(namesOf<AuditEntry>().select("audit") + " ORDER BY sequence DESC LIMIT 1"));
    TRY(auto entries, readRows<AuditEntry>(*last));
    if (!entries.empty()) contents.lastAudit = std::move(entries.front());
    TRY(contents.lastFeedback, database.integer("SELECT MAX(sequence) FROM feedback"));
    return {};
}

std::int64_t bounded(std::size_t limit) {
    return static_cast<std::int64_t>(std::min<std::size_t>(limit, std::numeric_limits<std::int32_t>::max()));
}

}  // namespace

Result<void> apply(Database& database, const Change& change) {
    return std::visit(Apply{database}, change);
}

Result<Contents> readContents(const Backend& backend, const Store::TakeTerminal& take) {
    TRY(const auto connection, backend.connect(Access::read));
    Database& database = *connection;
    Contents contents;
    CHECK(readAllTerminals(backend, database, take));
    CHECK(readTable(database, contents.clusters));
    CHECK(readTable(database, contents.nodes));
    CHECK(readTable(database, contents.registryAccess));
    CHECK(readTable(database, contents.releases));
    CHECK(readTable(database, contents.rollouts));
    CHECK(readTable(database, contents.phaseMembers));
    CHECK(readLargeTable(backend, database, contents.deployments));
    CHECK(readTable(database, contents.copies));
    CHECK(readTable(database, contents.joinTickets));
    CHECK(readTable(database, contents.apiTokens));
    CHECK(readTable(database, contents.accounts));
    CHECK(readTable(database, contents.pendingTerminals));
    CHECK(readTable(database, contents.savedAudiences));
    CHECK(readTable(database, contents.diagnostics));
    CHECK(readTable(database, contents.settings));
    CHECK(readLogEnds(database, contents));
    return contents;
}

Result<std::vector<FeedbackEntry>> readFeedback(Database& database, DeploymentId deployment, std::int64_t after,
                                                std::size_t limit) {
    static const std::string sql = namesOf<FeedbackEntry>().select("feedback") +
                                   " WHERE deployment = ? AND sequence > ? ORDER BY sequence LIMIT ?";
    TRY(Statement * statement, database.prepare(sql));
    statement->bind(deployment.value);
    statement->bind(after);
    statement->bind(bounded(limit));
    return readRows<FeedbackEntry>(*statement);
}

Result<std::vector<AuditEntry>> readAudit(Database& database, std::int64_t after, std::size_t limit) {
    static const std::string sql =
        namesOf<AuditEntry>().select("audit") + " WHERE sequence > ? ORDER BY sequence LIMIT ?";
    TRY(Statement * statement, database.prepare(sql));
    statement->bind(after);
    statement->bind(bounded(limit));
    return readRows<AuditEntry>(*statement);
}

Result<std::vector<AuditEntry>> readAuditBefore(Database& database, std::int64_t before, std::size_t limit) {
    static const std::string sql =
        namesOf<AuditEntry>().select("audit") + " WHERE sequence < ? ORDER BY sequence DESC LIMIT ?";
    TRY(Statement * statement, database.prepare(sql));
    statement->bind(before);
    statement->bind(bounded(limit));
    return readRows<AuditEntry>(*statement);
}

}  // namespace signalbox::store
