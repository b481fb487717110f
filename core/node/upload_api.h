// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/http/server.h"
#include "core/node/access.h"
#include "core/node/disk_floor.h"
#include "core/node/repositories.h"
#include "core/node/upload_sessions.h"

namespace signalbox::node {

/// The upload half of OCI Distribution 1.1 (rows 12 to 23 of protocols/oci.md): bodies go from the connection to disk
/// piece by piece, disk and hash work on `disk`, links on `writer` (one thread). Every method gets a checked repository
/// name and an exchange that was let in. Any thread.
class UploadApi {
public:
    UploadApi(UploadSessions& sessions, Repositories& repositories, const Access& access, const DiskFloor& floor,
              BlockingPool& disk, BlockingPool& writer)
        : m_sessions(sessions),
          m_repositories(repositories),
          m_access(access),
          m_floor(floor),
          m_disk(disk),
          m_writer(writer) {}

    [[nodiscard]] asio::awaitable<http::Response> begin(http::Exchange& exchange, std::string repository);
    [[nodiscard]] asio::awaitable<http::Response> append(http::Exchange& exchange, std::string repository,
                                                         std::string id);
    [[nodiscard]] asio::awaitable<http::Response> finish(http::Exchange& exchange, std::string repository,
                                                         std::string id);
    [[nodiscard]] asio::awaitable<http::Response> status(std::string repository, std::string id);
    [[nodiscard]] asio::awaitable<http::Response> cancel(std::string id);

private:
    /// The answer where `bytes` more would take the disk below what stays free.
    [[nodiscard]] std::optional<http::Response> refuseFull(std::uint64_t bytes) const;
    [[nodiscard]] Task<UploadLease> take(std::string id);
    struct Received {
        std::uint64_t offset = 0;               ///< after the body
        std::optional<http::Response> failure;  ///< what came before it is kept
    };
    [[nodiscard]] asio::awaitable<Received> receive(http::BodyReader& body, UploadLease lease);
    [[nodiscard]] asio::awaitable<http::Response> close(UploadLease lease, std::string repository, Digest digest);
    [[nodiscard]] Task<void> link(std::string repository, Digest digest);

    UploadSessions& m_sessions;
    Repositories& m_repositories;
    const Access& m_access;
    const DiskFloor& m_floor;
    BlockingPool& m_disk;
    BlockingPool& m_writer;
};

}  // namespace signalbox::node
