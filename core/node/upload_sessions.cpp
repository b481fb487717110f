// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/node/upload_sessions.h"

namespace signalbox::node {

struct UploadLease::Session {
    Session(UploadSessions& of, registry::BlobStore& store, std::unique_ptr<registry::Upload> opened)
        : sessions(of), blobs(store), id(opened->id()), upload(std::move(opened)) {}

    [[nodiscard]] Result<void> check(std::uint64_t asked) const {
        if (!upload) return makeError(BaseErrc::notFound, "upload " + id + " is over");
        if (asked != turn) return makeError(BaseErrc::wrongState, "upload " + id + " was taken by a later request");
        return {};
    }

    UploadSessions& sessions;
    registry::BlobStore& blobs;
    const std::string id;
    std::mutex mutex;                          ///< never held while sessions.m_mutex is asked for
    std::unique_ptr<registry::Upload> upload;  ///< null once over
    std::uint64_t turn = 0;

    void forget() { sessions.forget(id); }
};

const std::string& UploadLease::id() const {
    return m_session->id;
}

Result<std::uint64_t> UploadLease::offset() const {
    const std::lock_guard lock(m_session->mutex);
    CHECK(m_session->check(m_turn));
    return m_session->upload->offset();
}

Result<void> UploadLease::append(Bytes bytes) {
    const std::lock_guard lock(m_session->mutex);
    CHECK(m_session->check(m_turn));
    return m_session->upload->append(bytes);
}

Result<void> UploadLease::finish(const Digest& digest) {
    Result<void> finished;
    {
        const std::lock_guard lock(m_session->mutex);
        CHECK(m_session->check(m_turn));
        finished = m_session->blobs.finishUpload(std::move(m_session->upload), digest);
    }
    m_session->forget();
    return finished;
}

Result<void> UploadLease::cancel() {
    Result<void> cancelled;
    {
        const std::lock_guard lock(m_session->mutex);
        CHECK(m_session->check(m_turn));
        m_session->upload.reset();
        cancelled = m_session->blobs.cancelUpload(m_session->id);
    }
    m_session->forget();
    return cancelled;
}

UploadLease UploadSessions::lease(std::shared_ptr<UploadLease::Session> session) {
    std::uint64_t turn = 0;
    {
        const std::lock_guard lock(session->mutex);
        turn = ++session->turn;
    }
    return {std::move(session), turn};
}

Result<UploadLease> UploadSessions::begin() {
    TRY(const auto open, m_blobs.openUploads());
    if (open.size() >= m_most)
        return makeError(BaseErrc::unavailable, std::to_string(open.size()) + " uploads are open");
    TRY(auto upload, m_blobs.beginUpload());
    auto session = std::make_shared<UploadLease::Session>(*this, m_blobs, std::move(upload));
    {
        const std::lock_guard lock(m_mutex);
        m_sessions.emplace(session->id, session);
    }
    return lease(std::move(session));
}

Result<UploadLease> UploadSessions::take(const std::string& id) {
    std::shared_ptr<UploadLease::Session> session;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_sessions.find(id);
        if (found != m_sessions.end()) {
            session = found->second;
        } else {
            TRY(auto upload, m_blobs.resumeUpload(id));
            session = std::make_shared<UploadLease::Session>(*this, m_blobs, std::move(upload));
            m_sessions.emplace(id, session);
        }
    }
    return lease(std::move(session));
}

void UploadSessions::forget(const std::string& id) {
    const std::lock_guard lock(m_mutex);
    m_sessions.erase(id);
}

Result<std::size_t> UploadSessions::removeAbandoned(TimePoint before) {
    TRY(const auto open, m_blobs.openUploads());
    std::size_t removed = 0;
    for (const registry::OpenUpload& upload : open) {
        if (upload.lastWrite >= before) continue;
        auto taken = take(upload.id);
        if (!taken) continue;  // finished meanwhile
        CHECK(taken->cancel());
        ++removed;
    }
    return removed;
}

}  // namespace signalbox::node
