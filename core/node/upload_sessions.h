// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "core/registry/blob_store.h"

namespace signalbox::node {

/// An upload that requests of several connections may reach. The last one that took it owns it: an earlier one, whose
/// client may have left without our knowing, gets BaseErrc::wrongState from then on and changes nothing more. So an
/// offset once told stays true until its receiver sends something. Blocking; any thread.
class UploadLease {
public:
    [[nodiscard]] const std::string& id() const;
    [[nodiscard]] Result<std::uint64_t> offset() const;
    [[nodiscard]] Result<void> append(Bytes bytes);
    /// As BlobStore::finishUpload(); whatever comes of it, the upload is over.
    [[nodiscard]] Result<void> finish(const Digest& digest);
    [[nodiscard]] Result<void> cancel();

private:
    friend class UploadSessions;
    struct Session;
    UploadLease(std::shared_ptr<Session> session, std::uint64_t turn) : m_session(std::move(session)), m_turn(turn) {}

    std::shared_ptr<Session> m_session;
    std::uint64_t m_turn;
};

/// The open uploads of a node: kept open between requests, so that the hash goes on where it was, and picked up from
/// disk after a restart. A mutex, not one writer: sessions belong to no thread, as their connections come and go.
class UploadSessions {
public:
    UploadSessions(registry::BlobStore& blobs, std::size_t most) : m_blobs(blobs), m_most(most) {}

    /// BaseErrc::unavailable when `most` are open.
    [[nodiscard]] Result<UploadLease> begin();
    /// BaseErrc::notFound.
    [[nodiscard]] Result<UploadLease> take(const std::string& id);
    /// Removes what nobody wrote to since `before`, and says how many.
    [[nodiscard]] Result<std::size_t> removeAbandoned(TimePoint before);

private:
    [[nodiscard]] UploadLease lease(std::shared_ptr<UploadLease::Session> session);
    void forget(const std::string& id);
    friend struct UploadLease::Session;

    registry::BlobStore& m_blobs;
    const std::size_t m_most;
    std::mutex m_mutex;
    std::map<std::string, std::shared_ptr<UploadLease::Session>> m_sessions;
};

}  // namespace signalbox::node
