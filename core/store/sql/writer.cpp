// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/writer.h"

#include <future>
#include <span>

#include "core/base/log.h"
#include "core/store/sql/database.h"
#include "core/store/sql/migrations.h"
#include "core/store/sql/tables.h"

namespace signalbox::store {
namespace {

// A group is bounded so that its first caller does not wait for ever and a failed one is repeated at a bounded cost.
constexpr std::size_t kMostCallers = 2048;
constexpr std::size_t kMostChanges = 16384;

Result<void> applyAll(Database& database, const std::vector<Change>& changes) {
    for (const Change& change : changes)
        CHECK(apply(database, change));
    return {};
}

/// Success also when the changes failed but were undone behind their savepoint; `result` tells. An error says that
/// the transaction as a whole is lost: some failures (a full disk in SQLite, a lost connection) take it with them.
Result<void> applyBehindSavepoint(Database& database, const std::vector<Change>& changes, Result<void>& result) {
    CHECK(database.execute("SAVEPOINT caller"));
    result = applyAll(database, changes);
    if (!result && !database.execute("ROLLBACK TO SAVEPOINT caller")) return result.error();
    return database.execute("RELEASE SAVEPOINT caller");
}

void rollBack(Database& database) {
    // It fails where the failure before has already ended the transaction; then there is nothing to undo.
    [[maybe_unused]] const auto undone = database.execute("ROLLBACK");
}

/// What became of a group's transaction.
enum class Outcome { committed, lostOnTheWay, commitFailed };

template <class Requests>
Outcome commitTogether(Database& database, Requests requests, Error& why) {
    Result<void> done = database.execute("BEGIN");
    Outcome outcome = Outcome::lostOnTheWay;
    for (auto& request : requests)
        if (done) done = applyBehindSavepoint(database, request.changes, request.result);
    if (done) {
        outcome = Outcome::commitFailed;
        done = database.execute("COMMIT");
    }
    if (done) return Outcome::committed;
    why = std::move(done).error();
    rollBack(database);
    return outcome;
}

template <class Requests>
void giveAll(Requests requests, const Error& why) {
    for (auto& request : requests)
        if (request.result) request.result = why;
}

/// Leaves every request with its own result.
template <class Requests>
void commitGroup(Database& database, Requests requests) {
    Error why;
    const Outcome outcome = commitTogether(database, requests, why);
    if (outcome == Outcome::committed) return;
    logError("store", "a group of {} commits failed: {}", requests.size(), why.text());
    if (outcome == Outcome::commitFailed || requests.size() == 1) return giveAll(requests, why);
    // One of them took the transaction with it: each alone, so that it harms no other.
    for (std::size_t i = 0; i < requests.size(); ++i)
        commitGroup(database, requests.subspan(i, 1));
}

}  // namespace

Writer::Writer(const Backend& backend) : m_backend(backend) {}

Writer::~Writer() {
    stop();
}

Result<void> Writer::start() {
    std::promise<Result<void>> started;
    m_stopping = false;
    m_thread = std::thread([this, &started] { run([&started](Result<void> result) { started.set_value(result); }); });
    return started.get_future().get();
}

void Writer::submit(std::vector<Change> changes, Completion<void> done) {
    {
        const std::lock_guard lock(m_mutex);
        if (!m_stopping) {
            m_waiting.push_back({std::move(changes), std::move(done), {}});
            if (m_waiting.size() == 1) m_arrived.notify_one();
            return;
        }
    }
    done(makeError(BaseErrc::wrongState, "the store is closed"));
}

void Writer::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_arrived.notify_one();
    }
    if (m_thread.joinable()) m_thread.join();
}

std::vector<Writer::Request> Writer::take() {
    std::unique_lock lock(m_mutex);
    m_arrived.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
    std::vector<Request> group;
    std::size_t changes = 0;
    while (!m_waiting.empty() && group.size() < kMostCallers && changes < kMostChanges) {
        changes += m_waiting.front().changes.size();
        group.push_back(std::move(m_waiting.front()));
        m_waiting.pop_front();
    }
    return group;
}

void Writer::run(const std::function<void(Result<void>)>& started) {
    auto connection = m_backend.connect(Access::write);
    Result<void> ready =
        connection ? migrate(**connection, migrations(), SystemClock().now()) : Result<void>(connection.error());
    if (!ready && connection) connection->reset();
    const bool usable = ready.has_value();
    started(std::move(ready));
    if (!usable) return;

    Database& database = **connection;
    for (;;) {
        // Of this turn only: what a request holds keeps its caller's loop from running dry.
        auto group = take();
        if (group.empty()) return;
        commitGroup(database, std::span(group));
        for (Request& request : group)
            request.done(std::move(request.result));
    }
}

}  // namespace signalbox::store
