// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/sql_store.h"

#include "core/store/sql/completion.h"
#include "core/store/sql/database.h"
#include "core/store/sql/tables.h"

namespace signalbox::store {
namespace {

/// Runs `query(database)` on the reader's thread.
template <class T>
Task<T> readWith(Reader& reader, std::function<Result<T>(Database&)> query) {
    auto start = [&reader, query = std::move(query)](Completion<T> done) {
        reader.submit([query, done = std::move(done)](Result<Database*> database) {
            done(database ? query(**database) : Result<T>(std::move(database).error()));
        });
    };
    std::function<void(Completion<T>)> starter(std::move(start));
    auto result = co_await awaitCompletion<T>(std::move(starter));
    co_return result;
}

}  // namespace

Result<void> Backend::copyTo(const std::string& file) const {
    return makeError(BaseErrc::unsupported, file + ": this database is copied with its own programs");
}

SqlStore::SqlStore(std::unique_ptr<Backend> backend)
    : m_backend(std::move(backend)), m_writer(*m_backend), m_reader(*m_backend), m_copier(*m_backend) {}

SqlStore::~SqlStore() {
    SqlStore::close();
}

Result<std::unique_ptr<Store>> SqlStore::open(std::unique_ptr<Backend> backend) {
    auto store = std::make_unique<SqlStore>(std::move(backend));
    CHECK(store->m_writer.start());
    return std::unique_ptr<Store>(std::move(store));
}

Result<Contents> Store::load() {
    std::vector<Terminal> terminals;
    TRY(Contents contents, load([&terminals](Terminal&& terminal) { terminals.push_back(std::move(terminal)); }));
    contents.terminals = std::move(terminals);
    return contents;
}

Result<Contents> SqlStore::load(const TakeTerminal& take) {
    if (!m_backend) return makeError(BaseErrc::wrongState, "the store is closed");
    return readContents(*m_backend, take);
}

Task<void> SqlStore::commit(std::vector<Change> changes) {
    auto start = [this, changes = std::move(changes)](Completion<void> done) mutable {
        m_writer.submit(std::move(changes), std::move(done));
    };
    std::function<void(Completion<void>)> starter(std::move(start));
    auto result = co_await awaitCompletion<void>(std::move(starter));
    co_return result;
}

Task<std::vector<FeedbackEntry>> SqlStore::feedback(DeploymentId deployment, std::int64_t after, std::size_t limit) {
    auto query = [=](Database& database) { return readFeedback(database, deployment, after, limit); };
    return readWith<std::vector<FeedbackEntry>>(m_reader, std::move(query));
}

Task<std::vector<AuditEntry>> SqlStore::audit(std::int64_t after, std::size_t limit) {
    auto query = [=](Database& database) { return readAudit(database, after, limit); };
    return readWith<std::vector<AuditEntry>>(m_reader, std::move(query));
}

Task<std::vector<AuditEntry>> SqlStore::auditBefore(std::int64_t before, std::size_t limit) {
    auto query = [=](Database& database) { return readAuditBefore(database, before, limit); };
    return readWith<std::vector<AuditEntry>>(m_reader, std::move(query));
}

Task<void> SqlStore::copyTo(std::string file) {
    auto start = [this, file = std::move(file)](Completion<void> done) {
        m_copier.submit([this, file, done = std::move(done)](const Result<Database*>& database) {
            done(database ? m_backend->copyTo(file) : Result<void>(database.error()));
        });
    };
    std::function<void(Completion<void>)> starter(std::move(start));
    auto result = co_await awaitCompletion<void>(std::move(starter));
    co_return result;
}

void SqlStore::close() {
    m_writer.stop();
    m_copier.stop();
    m_reader.stop();
    m_backend.reset();  // the lock goes last
}

}  // namespace signalbox::store
