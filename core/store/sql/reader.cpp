// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/reader.h"

#include "core/store/sql/database.h"

namespace signalbox::store {

Reader::Reader(const Backend& backend) : m_backend(backend), m_thread([this] { run(); }) {}

Reader::~Reader() {
    stop();
}

void Reader::submit(Job job) {
    {
        const std::lock_guard lock(m_mutex);
        if (!m_stopping) {
            m_waiting.push_back(std::move(job));
            m_arrived.notify_one();
            return;
        }
    }
    job(makeError(BaseErrc::wrongState, "the store is closed"));
}

void Reader::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_arrived.notify_one();
    }
    if (m_thread.joinable()) m_thread.join();
}

Reader::Job Reader::take() {
    std::unique_lock lock(m_mutex);
    m_arrived.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
    if (m_waiting.empty()) return {};
    Job job = std::move(m_waiting.front());
    m_waiting.pop_front();
    return job;
}

void Reader::run() {
    std::unique_ptr<Database> database;
    for (;;) {
        // Of this turn only: what a job holds keeps its caller's loop from running dry.
        const Job job = take();
        if (!job) return;
        auto connected = database ? Result<std::unique_ptr<Database>>() : m_backend.connect(Access::read);
        if (!database && connected) database = std::move(*connected);
        if (database)
            job(database.get());
        else
            job(std::move(connected).error());
    }
}

}  // namespace signalbox::store
