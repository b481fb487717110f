// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/trust/key.h"

namespace signalbox::trust {

/// Leave to install (DESIGN.md, the way of a release, 6): a JWS of type "signalbox-permit+jwt" by the manager's permit
/// key, which the terminal pinned when it joined.
struct Permit {
    std::int64_t deployment = 0;
    std::string terminal;  ///< controller id
    std::string product;
    std::string manifestDigest;  ///< "sha256:…" of the release's manifest for the terminal's platform
    std::string releaseDigest;   ///< "sha256:…" of the release's index, what people approved
    std::int64_t sequence = 0;   ///< grows with every permit of a terminal; an older one is refused
    TimePoint notBefore;         ///< the update time
    TimePoint notAfter;
    bool offline = false;  ///< may be used without reaching the manager at the update time
};

[[nodiscard]] std::string signPermit(const Permit& permit, const PrivateKey& key);
/// Signature and form only; BaseErrc::malformed or BaseErrc::denied.
[[nodiscard]] Result<Permit> verifyPermit(std::string_view text, const PublicKey& key);

}  // namespace signalbox::trust
