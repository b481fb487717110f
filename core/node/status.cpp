// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/node/status.h"

#include <system_error>

#include "core/node/data_lock.h"

namespace signalbox::node {

Result<NodeStatus> readStatus(const std::filesystem::path& data) {
    NodeStatus status;
    TRY(status.identity, loadIdentity(data));
    std::error_code error;
    if (const auto folder = data / "registry"; std::filesystem::exists(folder / "uploads", error)) {
        TRY(status.usage, registry::BlobStore::usageOf(folder));
    }
    status.freeBytes = std::filesystem::space(data, error).available;
    if (error) status.freeBytes = 0;
    status.scrub = ScrubState::read(data / "registry");
    status.running = DataLock::isTaken(data);
    return status;
}

}  // namespace signalbox::node
