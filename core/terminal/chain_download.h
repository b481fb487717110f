// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>

#include "core/model/recipe.h"
#include "core/registry/manifest.h"
#include "core/registry/oci_client.h"
#include "core/terminal/offer.h"

namespace signalbox::terminal {

/// Where a package's bytes go. It hashes them on the way.
class PackageSink {
public:
    virtual ~PackageSink() = default;
    /// How many bytes it holds; a download goes on from there.
    [[nodiscard]] virtual std::uint64_t held() const = 0;
    [[nodiscard]] virtual Result<void> write(Bytes bytes) = 0;
    /// Forgets everything it holds.
    [[nodiscard]] virtual Result<void> restart() = 0;
    /// Lower-case hex digest of what it holds; afterwards only restart() may follow.
    [[nodiscard]] virtual std::string finishHex() = 0;
};

/// What a package's manifest and recipe say.
struct PackageContent {
    Recipe recipe;
    std::string recipeJson;
    registry::Descriptor layer;
};

struct DownloadPolicy {
    unsigned rounds = 6;  ///< along the whole chain without a byte gained, before it is given up
    Milliseconds firstBackOff{1000};
    Milliseconds longestBackOff{60000};
    std::uint64_t largestPackage = std::uint64_t(64) << 30;
    unsigned sources = 4;                                ///< nodes that send ranges of one package at once
    std::uint64_t rangesAbove = std::uint64_t(8) << 20;  ///< bytes to come, below which one node does
    std::uint64_t rangeSize = std::uint64_t(512) << 10;
};

/// Downloads one package: a large one first in ranges from several nodes at once, then, and a small one only, along an
/// offer's chain: the next node on any failure, from the byte that was reached; the chain again after a pause; a node
/// whose bytes do not have their digest is not asked again. Everything is addressed and verified by digest. Errors
/// carry nodesUnreachable, digestMismatch, manifestInvalid or unsupported, or are the sink's own; BaseErrc::cancelled
/// when `cancelled` said so. One object for one offer.
class ChainDownload {
public:
    struct Callbacks {
        std::function<bool()> cancelled;                                       ///< asked between pieces
        std::function<void(std::uint64_t held, std::uint64_t size)> progress;  ///< after each piece
        /// Called before the chain is tried again: a newer offer with fresh token and chain, or an error when the old
        /// one must do. BaseErrc::notFound or ::cancelled end the download.
        std::function<Task<Offer>()> renew;
        /// Set: awaited after each piece that came; keeps a pace.
        std::function<Task<void>(std::size_t bytes)> pace{};
    };

    ChainDownload(http::Client& client, DownloadPolicy policy, Offer offer, Callbacks callbacks);

    [[nodiscard]] Task<PackageContent> content();
    /// The index of the whole release, as it was approved.
    [[nodiscard]] Task<std::string> releaseIndex();
    [[nodiscard]] Task<void> package(registry::Descriptor layer, PackageSink& sink);

    /// Package bytes that came from nodes, whether they were good or not.
    [[nodiscard]] std::uint64_t bytesReceived() const { return m_received; }

private:
    using Fetch = std::function<Task<void>(registry::Target)>;
    [[nodiscard]] Result<registry::Target> targetOf(const ChainNode& node);
    [[nodiscard]] Task<void> along(Fetch fetch);
    [[nodiscard]] Task<bool> round(const Fetch& fetch);
    [[nodiscard]] Task<void> renewOffer();
    [[nodiscard]] Task<void> fetchManifest(registry::Target target, Digest digest, std::string& into);
    [[nodiscard]] Task<void> fetchSmall(registry::Target target, registry::Descriptor what, std::string& into);
    [[nodiscard]] Task<void> inRanges(registry::Descriptor layer, PackageSink& sink);
    [[nodiscard]] Task<void> fetchPackage(registry::Target target, registry::Descriptor layer, PackageSink& sink);
    [[nodiscard]] bool isCancelled() const { return m_callbacks.cancelled && m_callbacks.cancelled(); }
    [[nodiscard]] Error gaveUp() const;

    http::Client& m_client;
    registry::OciClient m_registry;
    std::map<std::string, std::shared_ptr<http::Client>> m_foreign;  ///< by node
    DownloadPolicy m_policy;
    Offer m_offer;
    Callbacks m_callbacks;
    std::set<std::string> m_wrong;  ///< nodes whose bytes did not verify
    std::string m_lastError;
    Error m_end;  ///< set: no other node can help
    std::uint64_t m_received = 0;
    unsigned m_joinedWrong = 0;  ///< times that bytes of several answers did not make the package
};

}  // namespace signalbox::terminal
