// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>

#include "core/http/server.h"
#include "core/node/access.h"
#include "core/node/disk_floor.h"
#include "core/node/manager_word.h"
#include "core/node/registry_api.h"
#include "core/node/repositories.h"
#include "core/node/scrubber.h"
#include "core/node/upload_api.h"
#include "core/node/upload_sessions.h"

namespace signalbox::node {

struct NodeOptions {
    std::filesystem::path folder;  ///< blobs, uploads and repositories; made where missing
    AccessOptions access;
    KeepFree keepFree;             ///< uploads are refused before less than this is left
    std::size_t maxUploads = 512;  ///< open at once
    std::size_t diskThreads = 4;
    std::uint64_t maxBlob = std::uint64_t{64} << 30;  ///< bytes in one request
    std::chrono::hours uploadAge{24};                 ///< an upload nobody wrote to for so long is removed
    HearManager hearManager{};                        ///< null: the manager has nothing to tell this node
};

/// A download node without its sockets: an OCI registry on disk. Servers on any number of threads may serve router().
/// Outlives them; close() after the last has stopped.
class NodeService {
public:
    [[nodiscard]] static Result<std::unique_ptr<NodeService>> open(FileSystem& files, const Clock& clock,
                                                                   NodeOptions options);
    NodeService(const NodeService&) = delete;
    NodeService& operator=(const NodeService&) = delete;
    ~NodeService();

    [[nodiscard]] http::Router router();
    /// Removes abandoned uploads.
    [[nodiscard]] Task<void> sweep();
    /// Has a thread of its own: reading slowly holds up nobody.
    [[nodiscard]] Scrubber& scrubber() { return m_scrubber; }
    /// Tools that may come from now on. Any thread.
    void setAccounts(ToolAccounts accounts) { m_access.setAccounts(std::move(accounts)); }
    /// Waits for work on disk.
    void close();

private:
    using Read = http::Response (RegistryApi::*)(const RegistryCall&) const;
    using Write = http::Response (RegistryApi::*)(const RegistryCall&);
    using Answer = asio::awaitable<http::Response>;

    NodeService(FileSystem& files, const Clock& clock, NodeOptions options, std::unique_ptr<registry::BlobStore> blobs,
                std::unique_ptr<Repositories> repositories);

    void addUploads(http::Router& router);
    [[nodiscard]] std::optional<http::Response> refuse(const http::Exchange& exchange, std::string_view action) const;
    [[nodiscard]] static RegistryCall callOf(const http::Exchange& exchange);

    [[nodiscard]] Answer root(http::Exchange& exchange);
    [[nodiscard]] Answer hear(http::Exchange& exchange);
    [[nodiscard]] Answer read(http::Exchange& exchange, Read what);
    [[nodiscard]] Answer remove(http::Exchange& exchange, Write what);
    [[nodiscard]] Answer putManifest(http::Exchange& exchange);
    [[nodiscard]] Answer beginUpload(http::Exchange& exchange);
    [[nodiscard]] Answer appendUpload(http::Exchange& exchange);
    [[nodiscard]] Answer finishUpload(http::Exchange& exchange);
    [[nodiscard]] Answer uploadStatus(http::Exchange& exchange);
    [[nodiscard]] Answer cancelUpload(http::Exchange& exchange);

    const Clock& m_clock;
    const NodeOptions m_options;
    Access m_access;
    std::unique_ptr<registry::BlobStore> m_blobs;
    std::unique_ptr<Repositories> m_repositories;
    const DiskFloor m_floor;
    UploadSessions m_sessions;
    RegistryApi m_api;
    BlockingPool m_disk;
    BlockingPool m_writer{1};
    BlockingPool m_scrubbing{1};
    Scrubber m_scrubber;
    UploadApi m_uploads;
    /// Since the start, as begun to be sent; told to the manager at "/v2/".
    std::atomic<std::uint64_t> m_blobBytesSent = 0;
    bool m_closed = false;
};

}  // namespace signalbox::node
