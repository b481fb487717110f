// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/trust/key.h"

namespace signalbox::trust {

/// What a node asks its manager before its certificate ends: another one, for a new key.
struct NodeRenewal {
    std::string issuer;          ///< the manager it asks, so that no other takes it
    std::string node;            ///< its name
    std::string signingRequest;  ///< PEM, for the new key
};

/// A JWS by the key of the certificate that the node still has.
[[nodiscard]] std::string signNodeRenewal(const NodeRenewal& renewal, const PrivateKey& presentKey);
/// BaseErrc::malformed; BaseErrc::denied where another key signed it.
[[nodiscard]] Result<NodeRenewal> verifyNodeRenewal(std::string_view text, const PublicKey& presentKey);

}  // namespace signalbox::trust
