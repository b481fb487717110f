// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "core/node/identity.h"
#include "core/node/scrubber.h"
#include "core/registry/blob_store.h"

namespace signalbox::node {

/// In the data folder: the KeepFree that the node is or was last served with.
inline constexpr const char* kKeepFreeFile = "keep-free";

/// What a node's folder says of it, whether it runs or not.
struct NodeStatus {
    NodeIdentity identity;
    registry::StoreUsage usage;
    std::uint64_t freeBytes = 0;      ///< on that disk
    std::uint64_t keepFreeBytes = 0;  ///< of them, as it is or was last served with: uploads end there
    bool running = false;             ///< some process serves it
    ScrubState scrub;
    std::optional<TimePoint> certificateEnds;
    std::optional<TimePoint> renewalFrom;  ///< when the node asks the manager for another one, while it runs
    std::size_t accounts = 0;              ///< of tools
};
/// Reads only. BaseErrc::notFound where no node has joined.
[[nodiscard]] Result<NodeStatus> readStatus(const std::filesystem::path& data);

}  // namespace signalbox::node
