// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/manager/identity.h"
#include "core/manager/ledger.h"
#include "core/manager/world.h"
#include "core/registry/blob_store.h"

namespace signalbox::manager {

struct EngineOptions {
    Seconds pollInterval{300};
    std::string ddiUrl;  ///< "https://host:port" that terminals and nodes reach
    Seconds accessTokenValidity{6 * 3600};
    std::filesystem::path diagnosticsFolder{};  ///< bundles that terminals sent
};

/// When the manager's own certificates end.
struct CertificateEnds {
    TimePoint authority = {};
    TimePoint doors = {};
};

/// What every part of the manager works on. Its parts (Releases, Rollouts, Deployments …) hold a reference to it and
/// no state of their own. All on the manager's one thread; only `blobs` may be used from the pool.
struct Engine {
    World& world;
    Ledger& ledger;
    const Clock& clock;
    Identity& identity;  ///< changed by Authorities alone
    registry::BlobStore& blobs;
    BlockingPool& pool;
    EngineOptions options;
    CertificateEnds certificates = {};
    std::uint64_t packageBytesSent = 0;  ///< by the DDI door itself, to clients that know no nodes, since the start
    std::map<std::string, TimePoint> blobsHeld{};  ///< by digest: until when nobody takes it away (holdBlob)
};

}  // namespace signalbox::manager
