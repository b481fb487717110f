// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/base/file_system.h"
#include "core/http/client.h"
#include "core/terminal/offer.h"
#include "core/tuf/metadata_source.h"

namespace signalbox::terminal {

/// Whom this terminal believes that a release was approved: metadata of The Update Framework, verified from a root that
/// was pinned once and is followed from there (protocols/tuf.md). Once a root is pinned, nothing is installed without
/// signatures, whatever the manager says. Files in one folder, byte for byte as they came. One thread; small files, in
/// place.
class ApprovalCheck {
public:
    /// `manager` and `nodes` trust those. What is given outlives it.
    ApprovalCheck(FileSystem& files, std::filesystem::path folder, http::Client& manager, http::Client& nodes,
                  const Clock& clock)
        : m_files(files), m_folder(std::move(folder)), m_manager(manager), m_nodes(nodes), m_clock(clock) {}

    [[nodiscard]] bool pinned() const;
    /// The first root, as joining or the manager's door gave it. BaseErrc::alreadyExists: one is pinned.
    [[nodiscard]] Result<void> pin(const std::string& root);

    /// Refreshes what is believed and finds the release of `offer` among it: its digest, its channel, this platform, a
    /// counter that is not below `least`. The first nodes of the chain are asked, then the manager's door; a source
    /// whose metadata is old, mixed or away is passed over for the next, and the door has the last word. Gives the
    /// counter; 0 where neither terminal nor manager know of signatures. Errors carry FailureCause::notApproved, or say
    /// that nothing could be brought (BaseErrc::unavailable and what the connection says): then nothing is decided.
    [[nodiscard]] Task<std::int64_t> verify(Offer offer, std::string platform, std::int64_t least);

private:
    /// What is to be installed, and where.
    struct Question {
        Offer offer;
        std::string platform;
        std::int64_t least = 0;
    };
    [[nodiscard]] Task<void> pinFirst(std::string baseUrl);
    [[nodiscard]] Task<std::int64_t> ask(tuf::MetadataSource& source, const Question& question);
    [[nodiscard]] Task<std::int64_t> askNode(ChainNode node, const Question& question);
    [[nodiscard]] Task<std::int64_t> askManager(const Question& question);
    [[nodiscard]] Result<void> checkClock() const;
    [[nodiscard]] Result<void> noteTime();

    FileSystem& m_files;
    std::filesystem::path m_folder;
    http::Client& m_manager;
    http::Client& m_nodes;
    const Clock& m_clock;
};

/// Whether a release's index lists this package for this platform. Errors carry FailureCause::notApproved.
[[nodiscard]] Result<void> checkListed(std::string_view index, const Offer& offer, std::string_view platform);

}  // namespace signalbox::terminal
