// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>

#include "core/base/clock.h"
#include "core/base/pulse.h"
#include "core/http/client.h"
#include "core/node/identity.h"

namespace signalbox::node {

/// Sees to it that a node's certificate does not end while it serves: when a third of its time is left it asks the
/// manager for another one, for a new key, under the present one (POST <manager>/renew/node), and again with growing
/// pauses while the manager is away; at once when the manager's authority is another one. One thread.
class CertificateKeeper {
public:
    struct Parts {
        FileSystem& files;
        const Clock& clock;
        http::Client& manager;  ///< trusts the manager alone
        std::filesystem::path data;
    };
    /// Called with what is to be shown, and whom to trust, from now on, once it is on disk.
    using Use = std::function<Result<void>(const NodeIdentity&)>;

    CertificateKeeper(Parts parts, NodeIdentity identity, Use use);

    /// Looks once a minute until `pulse` stops, and logs what failed.
    [[nodiscard]] Task<void> run(Pulse& pulse);
    /// Renews when it is time, and after a failure not before the pause is over. Errors are the manager's, the way's or
    /// the disk's: tried again later. BaseErrc::wrongState once the certificate has ended: only joining again helps.
    [[nodiscard]] Task<void> look();

private:
    [[nodiscard]] bool takeFromDisk();
    [[nodiscard]] bool isOfEarlierAuthority() const;
    [[nodiscard]] Task<void> renew(TimePoint ends);

    Parts m_parts;
    NodeIdentity m_identity;
    Use m_use;
    int m_failures = 0;
    TimePoint m_notBefore;  ///< of the next try
};

}  // namespace signalbox::node
