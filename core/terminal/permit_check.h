// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "core/terminal/offer.h"
#include "core/trust/permit.h"

namespace signalbox::terminal {

/// The last permit that was used, kept on disk before the installation it allows begins.
struct PermitUse {
    std::int64_t sequence = 0;
    std::int64_t deployment = 0;
    std::int64_t attempt = 0;
};

/// Signature by the pinned key; terminal, deployment, product and both digests those of the offer; the sequence higher
/// than the last used (or the same, for the same attempt of the same deployment: a restart asks for it again); not over
/// at `now`. A permit whose notBefore is to come is good: the caller waits. Errors carry FailureCause::permitInvalid.
[[nodiscard]] Result<trust::Permit> checkPermit(std::string_view permit, const trust::PublicKey& key,
                                                const Offer& offer, std::string_view terminal, const PermitUse& last,
                                                TimePoint now);

}  // namespace signalbox::terminal
