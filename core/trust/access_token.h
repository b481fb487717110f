// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/trust/key.h"

namespace signalbox::trust {

/// What a bearer may do on a node: the token of the Docker registry token specification (claims iss, sub, aud, exp,
/// nbf, iat, jti, access), so that foreign registries can check it as well as our node.
struct AccessToken {
    struct Grant {
        std::string repository;            ///< a name, or "*" for all
        std::vector<std::string> actions;  ///< "pull", "push", "delete"
    };
    std::string issuer;    ///< the manager's id
    std::string subject;   ///< who it was made for: a terminal, "distributor", an admin's name
    std::string audience;  ///< the node's service name, "signalbox-node"
    TimePoint notBefore;
    TimePoint notAfter;
    std::vector<Grant> access;
    /// Not empty: good for reading the blob with this digest only. Stands in URLs that clients are redirected to.
    std::string blob;

    [[nodiscard]] bool allows(std::string_view repository, std::string_view action) const;
};

[[nodiscard]] std::string signAccessToken(const AccessToken& token, const PrivateKey& key);
/// BaseErrc::denied when the signature, the audience or the time (60 s of leeway) does not hold.
[[nodiscard]] Result<AccessToken> verifyAccessToken(std::string_view text, std::string_view audience,
                                                    const PublicKey& key, TimePoint now);

}  // namespace signalbox::trust
