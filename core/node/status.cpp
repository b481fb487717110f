// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/node/status.h"

#include <system_error>

#include "core/base/file_system.h"
#include "core/node/data_lock.h"
#include "core/node/disk_floor.h"
#include "core/node/tool_accounts.h"
#include "core/trust/certificate.h"

namespace signalbox::node {

namespace {

constexpr std::size_t kMostKeepFree = 64;

}  // namespace

Result<NodeStatus> readStatus(const std::filesystem::path& data) {
    NodeStatus status;
    TRY(status.identity, loadIdentity(data));
    std::error_code error;
    if (const auto folder = data / "registry"; std::filesystem::exists(folder / "uploads", error)) {
        TRY(status.usage, registry::BlobStore::usageOf(folder));
    }
    const auto space = std::filesystem::space(data, error);
    if (!error) status.freeBytes = space.available;
    const auto text = readFile(data / kKeepFreeFile, kMostKeepFree);
    const auto keep = KeepFree::parse(text ? *text : "0");
    if (keep && !error) status.keepFreeBytes = keep->of(space.capacity);
    status.scrub = ScrubState::read(data / "registry");
    if (const auto certificate = trust::inspectCertificate(status.identity.certificatePem)) {
        status.certificateEnds = certificate->notAfter;
        status.renewalFrom = trust::renewalTime(*certificate);
    }
    if (const auto accounts = ToolAccounts::load(data)) status.accounts = accounts->all().size();
    status.running = DataLock::isTaken(data);
    return status;
}

}  // namespace signalbox::node
