// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/base/pulse.h"
#include "core/registry/blob_store.h"

namespace signalbox::node {

/// Where the scrubber is; kept in <folder>/scrub.json.
struct ScrubState {
    std::string after;                  ///< the digest it checked last; empty: a round begins
    std::uint64_t rounds = 0;           ///< since the node was set up
    std::optional<TimePoint> roundEnd;  ///< of the last whole round
    std::uint64_t damaged = 0;          ///< found since the node was set up

    /// Nothing there is a beginning.
    [[nodiscard]] static ScrubState read(const std::filesystem::path& folder);
};

/// Reads every blob again at a set pace, for ever, and takes away those whose content is no longer what their digest
/// says: nobody is served them, and the manager, who sees the count grow, sends them anew. Reading is on the pool;
/// everything else on the thread of the caller of run().
class Scrubber {
public:
    Scrubber(FileSystem& files, registry::BlobStore& blobs, BlockingPool& pool, const Clock& clock,
             std::filesystem::path folder);

    /// Until `pulse` stops; `bytesPerSecond` above 0. A task of a kind with watchNodes: an error is a bug of the disk.
    [[nodiscard]] Task<void> run(Pulse& pulse, std::uint64_t bytesPerSecond);
    /// One whole round from where it is; what run() repeats.
    [[nodiscard]] Task<void> round(Pulse& pulse, std::uint64_t bytesPerSecond);
    /// Any thread.
    [[nodiscard]] std::uint64_t damaged() const { return m_damaged; }

private:
    [[nodiscard]] Task<void> check(Digest digest, Pulse& pulse, std::uint64_t bytesPerSecond);
    [[nodiscard]] Task<void> takeAway(Digest digest, std::string found);
    [[nodiscard]] Task<void> save();

    FileSystem& m_files;
    registry::BlobStore& m_blobs;
    BlockingPool& m_pool;
    const Clock& m_clock;
    std::filesystem::path m_folder;
    ScrubState m_state;
    TimePoint m_saved;
    std::atomic<std::uint64_t> m_damaged = 0;
};

}  // namespace signalbox::node
