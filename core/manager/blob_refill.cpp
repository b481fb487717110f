// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/blob_refill.h"

#include <memory>

#include "core/base/log.h"
#include "core/registry/manifest.h"

namespace signalbox::manager {

std::vector<BlobRefill::Missing> BlobRefill::missing() const {
    std::vector<Missing> found;
    const auto want = [&](ReleaseId release, const Digest& digest, std::uint64_t size, bool isManifest) {
        if (!digest.empty() && !m_engine.blobs.size(digest)) found.push_back({release, digest, size, isManifest});
    };
    for (const auto& [id, release] : m_engine.world.releases) {
        if (release.state != ReleaseState::approved && release.state != ReleaseState::published) continue;
        want(id, release.manifestDigest, 0, true);
        for (const Package& package : release.packages) {
            want(id, package.manifestDigest, package.manifestSize, true);
            want(id, package.configDigest, package.configSize, false);
            want(id, package.digest, package.size, false);
        }
    }
    return found;
}

Task<void> BlobRefill::run(Pulse& pulse, Milliseconds interval) {
    for (std::size_t brought = 0;;) {
        const std::vector<Missing> wanted = missing();
        if (wanted.empty()) {
            if (brought > 0) {
                logInfo("manager", "{} blobs were brought back from nodes", brought);
                m_engine.ledger.audit("manager", "blobs.refill", "manager:" + m_engine.identity.managerId(),
                                      {{"blobs", brought}});
            }
            co_return Result<void>();
        }
        for (const Missing& one : wanted) {
            if (pulse.stopped()) co_return Result<void>();
            const auto fetched = co_await fetch(one);
            if (fetched) ++brought;
            if (!fetched)
                logWarning("manager", "{} is missing here, and no node gave it: {}", one.digest.text(),
                           fetched.error().text());
        }
        if (!missing().empty()) CO_CHECK(co_await pulse.wait(interval));
    }
}

Task<void> BlobRefill::fetch(Missing wanted) {
    const auto release = m_engine.world.releases.find(wanted.release);
    if (release == m_engine.world.releases.end()) co_return Result<void>();
    const std::string repository = registry::repositoryOf(release->second.product);
    std::vector<std::string> urls;
    for (const auto& [key, copy] : m_engine.world.copies) {
        const auto node = m_engine.world.nodes.find(key.first);
        const bool holds = key.second == wanted.release && copy.state == CopyState::proven;
        if (holds && node != m_engine.world.nodes.end()) urls.push_back(node->second.node.url);
    }
    Error last = makeError(BaseErrc::notFound, "no node holds a proven copy");
    for (const std::string& url : urls) {
        registry::Target target;
        CO_TRY(target.registry, http::parseUrl(url));
        target.repository = repository;
        target.token = m_distributor.accessToken("refill", repository, {"pull"}, Seconds(3600));
        Task<void> task =
            wanted.isManifest ? fetchManifest(target, wanted.digest) : fetchBlob(target, wanted.digest, wanted.size);
        const auto fetched = co_await std::move(task);
        if (fetched) co_return Result<void>();
        last = fetched.error();
    }
    co_return last;
}

Task<void> BlobRefill::fetchManifest(const registry::Target& target, Digest digest) {
    registry::OciClient oci(m_client);
    CO_TRY(std::string content, co_await oci.pullManifest(target, digest));
    registry::BlobStore& blobs = m_engine.blobs;
    auto keep = [&blobs, content = std::move(content)]() { return blobs.put(bytesOf(content)); };
    CO_CHECK(co_await m_engine.pool.run(std::move(keep)));
    co_return Result<void>();
}

Task<void> BlobRefill::fetchBlob(const registry::Target& target, Digest digest, std::uint64_t size) {
    registry::BlobStore& blobs = m_engine.blobs;
    auto begin = [&blobs]() { return blobs.beginUpload(); };
    CO_TRY(std::unique_ptr<registry::Upload> begun, co_await m_engine.pool.run(std::move(begin)));
    const std::string id = begun->id();
    const auto upload = std::make_shared<std::unique_ptr<registry::Upload>>(std::move(begun));
    registry::OciClient oci(m_client);
    std::function<Result<void>(Bytes)> sink = [upload](Bytes bytes) { return (*upload)->append(bytes); };
    const auto pulled = co_await oci.pullBlob(target, digest, 0, size, std::move(sink));
    auto finish = [&blobs, upload, digest, id, whole = pulled.has_value()]() -> Result<void> {
        if (whole) return blobs.finishUpload(std::move(*upload), digest);
        upload->reset();
        return blobs.cancelUpload(id);
    };
    CO_CHECK(co_await m_engine.pool.run(std::move(finish)));
    co_return pulled;
}

}  // namespace signalbox::manager
