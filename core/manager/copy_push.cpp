// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/copy_push.h"

#include <algorithm>

#include "core/base/log.h"
#include "core/registry/blob_reader.h"
#include "core/registry/manifest.h"

namespace signalbox::manager {
namespace {

constexpr std::size_t kMaxManifest = 4 << 20;
constexpr Milliseconds kLongestWait{1000};
constexpr std::uint64_t kReadRate = 32 << 20;
constexpr std::uint64_t kSecondsAChunk = 5;
constexpr std::uint64_t kLeastChunk = 256 << 10;

}  // namespace

CopyPush::CopyPush(Engine& engine, NodeLinks& links, Node node, Release release, Progress progress)
    : m_engine(engine),
      m_links(links),
      m_node(std::move(node)),
      m_release(std::move(release)),
      m_progress(std::move(progress)),
      m_throttle(m_clock, m_node.pushRate),
      m_readThrottle(m_clock, kReadRate) {}

Result<registry::Target> CopyPush::target() {
    return m_links.to(m_node, registry::repositoryOf(m_release.product));
}

Task<void> CopyPush::keepPace(Throttle& throttle, std::size_t bytes) {
    for (Milliseconds left = throttle.take(bytes); left > Milliseconds(0); left -= kLongestWait)
        CO_CHECK(co_await sleepFor(std::min(left, kLongestWait)));
    co_return Result<void>();
}

registry::OciClientOptions CopyPush::options() {
    registry::OciClientOptions options;
    if (!m_throttle.limits()) return options;
    // Often enough acknowledged that one sees it move.
    options.chunk = std::clamp(m_node.pushRate * kSecondsAChunk, kLeastChunk, options.chunk);
    options.pushPace = [this](std::size_t bytes) { return keepPace(m_throttle, bytes); };
    return options;
}

Task<void> CopyPush::push() {
    std::uint64_t before = 0;
    for (const ReleaseBlob& blob : blobsOf(m_release)) {
        CO_CHECK(co_await pushBlob(blob, before, true));
        before += blob.size;
        if (!isForeign()) continue;
        const auto proven = co_await proveBlob(blob, true, false);
        if (proven) continue;
        if (proven.error().code != BaseErrc::corrupt) co_return proven.error();
        logWarning("manager", "node {}: {}; it is sent anew", m_node.name, proven.error().text());
        CO_CHECK(co_await clear(blob.digest));
        CO_CHECK(co_await pushBlob(blob, before - blob.size, false));
        auto again = co_await proveBlob(blob, true, false);
        if (!again && again.error().code == BaseErrc::corrupt)
            co_return std::move(again).error().within(
                "the registry keeps damaged bytes until its garbage is collected");
        if (!again) co_return std::move(again).error();
    }
    CO_CHECK(co_await pushManifests());
    if (!isForeign()) {
        auto proven = co_await prove(true);
        co_return proven;
    }
    auto proven = co_await proveManifests();
    co_return proven;
}

Task<void> CopyPush::pushBlob(ReleaseBlob blob, std::uint64_t before, bool believesHead) {
    registry::OciClientOptions how = options();
    how.believesHead = believesHead;
    registry::OciClient oci(m_links.client(), how);
    CO_TRY(const registry::Target there, target());
    CO_TRY(const http::FileBody file, m_engine.blobs.open(blob.digest));
    registry::OciClient::BlobSource source = [this, file](std::uint64_t offset, std::span<std::byte> into) {
        auto got = registry::readAt(file, offset, into);
        if (got) m_sent += *got;
        return got;
    };
    registry::OciClient::Progress progress = [this, before](std::uint64_t done) { m_progress(before + done, m_sent); };
    auto pushed = co_await oci.pushBlob(there, blob.digest, blob.size, std::move(source), std::move(progress));
    co_return pushed;
}

Task<void> CopyPush::pushManifests() {
    registry::OciClient oci(m_links.client());
    CO_TRY(const registry::Target there, target());
    for (const Package& package : m_release.packages) {
        CO_TRY(std::string manifest, m_engine.blobs.read(package.manifestDigest, kMaxManifest));
        CO_CHECK(co_await oci.pushManifest(there, package.manifestDigest.text(),
                                           std::string(registry::kImageManifestType), std::move(manifest)));
    }
    CO_TRY(std::string index, m_engine.blobs.read(m_release.manifestDigest, kMaxManifest));
    auto pushed = co_await oci.pushManifest(there, m_release.manifestDigest.text(),
                                            std::string(registry::kImageIndexType), std::move(index));
    co_return pushed;
}

Task<void> CopyPush::clear(Digest damaged) {
    registry::OciClient oci(m_links.client());
    CO_TRY(const registry::Target there, target());
    std::vector<Digest> manifests{m_release.manifestDigest};
    for (const Package& package : m_release.packages)
        manifests.push_back(package.manifestDigest);
    for (const Digest& manifest : manifests) {
        const auto removed = co_await oci.removeManifest(there, manifest);
        if (!removed && removed.error().code != BaseErrc::unsupported) co_return removed.error();
    }
    auto removed = co_await oci.removeBlob(there, damaged);
    if (!removed && removed.error().code == BaseErrc::unsupported) co_return Result<void>();
    co_return removed;
}

Task<void> CopyPush::proveBlob(ReleaseBlob blob, bool whole, bool paced) {
    registry::OciClientOptions how;
    if (paced) how.pace = [this](std::size_t bytes) { return keepPace(m_readThrottle, bytes); };
    registry::OciClient oci(m_links.client(), how);
    CO_TRY(const registry::Target there, target());
    if (isForeign() && whole) {
        auto read = co_await oci.readBack(there, blob.digest, blob.size);
        co_return read;
    }
    CO_TRY(const std::uint64_t size, co_await oci.headBlob(there, blob.digest));
    if (size != blob.size)
        co_return makeError(BaseErrc::corrupt,
                            "the node says that " + blob.digest.text() + " has " + std::to_string(size) + " bytes");
    co_return Result<void>();
}

Task<void> CopyPush::prove(bool whole) {
    for (const ReleaseBlob& blob : blobsOf(m_release))
        CO_CHECK(co_await proveBlob(blob, whole, true));
    auto proven = co_await proveManifests();
    co_return proven;
}

Task<void> CopyPush::proveManifests() {
    registry::OciClient oci(m_links.client());
    CO_TRY(const registry::Target there, target());
    if (!isForeign()) {
        CO_CHECK(co_await oci.headManifest(there, m_release.manifestDigest.text()));
        co_return Result<void>();
    }
    for (const Package& package : m_release.packages)
        CO_CHECK(co_await oci.pullManifest(there, package.manifestDigest));
    CO_CHECK(co_await oci.pullManifest(there, m_release.manifestDigest));
    co_return Result<void>();
}

Task<void> CopyPush::drop(std::vector<Release> others) {
    registry::OciClient oci(m_links.client());
    CO_TRY(const registry::Target there, target());
    const auto needed = [&others](const auto& uses) { return std::any_of(others.begin(), others.end(), uses); };
    const auto removed = [this](const Result<void>& outcome) -> Result<void> {
        // Such a registry keeps what it has; who runs it decides on its disk.
        if (!outcome && isForeign() && outcome.error().code == BaseErrc::unsupported) return {};
        return outcome;
    };
    const auto indexed = [this](const Release& other) { return other.manifestDigest == m_release.manifestDigest; };
    if (!needed(indexed)) {
        const auto outcome = co_await oci.removeManifest(there, m_release.manifestDigest);
        CO_CHECK(removed(outcome));
    }
    for (const Package& package : m_release.packages) {
        const auto joined = [&package](const Release& other) {
            return std::any_of(other.packages.begin(), other.packages.end(),
                               [&package](const Package& its) { return its.manifestDigest == package.manifestDigest; });
        };
        if (needed(joined)) continue;
        const auto outcome = co_await oci.removeManifest(there, package.manifestDigest);
        CO_CHECK(removed(outcome));
    }
    for (const ReleaseBlob& blob : blobsOf(m_release)) {
        const auto holds = [&blob](const Release& other) {
            const auto its = blobsOf(other);
            return std::any_of(its.begin(), its.end(),
                               [&blob](const ReleaseBlob& one) { return one.digest == blob.digest; });
        };
        if (needed(holds)) continue;
        const auto outcome = co_await oci.removeBlob(there, blob.digest);
        CO_CHECK(removed(outcome));
    }
    co_return Result<void>();
}

}  // namespace signalbox::manager
