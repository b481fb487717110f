// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/pulse.h"
#include "core/http/client.h"
#include "core/manager/distributor.h"
#include "core/manager/engine.h"
#include "core/registry/oci_client.h"

namespace signalbox::manager {

/// Brings back from nodes what the manager itself lacks of approved and published releases, as after a restore of a
/// backup without packages. The manager's one thread.
class BlobRefill {
public:
    BlobRefill(Engine& engine, const Distributor& distributor, http::Client& client)
        : m_engine(engine), m_distributor(distributor), m_client(client) {}

    /// Until nothing is missing, or `pulse` stops; what no node gives is asked for again after `interval`.
    [[nodiscard]] Task<void> run(Pulse& pulse, Milliseconds interval);

private:
    struct Missing {
        ReleaseId release;
        Digest digest;
        std::uint64_t size = 0;
        bool isManifest = false;
    };
    [[nodiscard]] std::vector<Missing> missing() const;
    /// From the nodes that hold a proven copy, one after another.
    [[nodiscard]] Task<void> fetch(Missing wanted);
    [[nodiscard]] Task<void> fetchManifest(const registry::Target& target, Digest digest);
    [[nodiscard]] Task<void> fetchBlob(const registry::Target& target, Digest digest, std::uint64_t size);

    Engine& m_engine;
    const Distributor& m_distributor;
    http::Client& m_client;
};

}  // namespace signalbox::manager
