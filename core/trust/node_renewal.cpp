// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trust/node_renewal.h"

#include "core/trust/json_members.h"
#include "core/trust/jws.h"

namespace signalbox::trust {
namespace {

constexpr std::string_view kType = "signalbox-node-renewal+jwt";

}  // namespace

std::string signNodeRenewal(const NodeRenewal& renewal, const PrivateKey& presentKey) {
    const boost::json::object payload{{"iss", renewal.issuer}, {"sub", renewal.node}, {"csr", renewal.signingRequest}};
    return signJws(payload, kType, presentKey);
}

Result<NodeRenewal> verifyNodeRenewal(std::string_view text, const PublicKey& presentKey) {
    TRY(const boost::json::object payload, verifyJws(text, kType, presentKey));
    NodeRenewal renewal;
    TRY(renewal.issuer, stringMember(payload, "iss"));
    TRY(renewal.node, stringMember(payload, "sub"));
    TRY(renewal.signingRequest, stringMember(payload, "csr"));
    return renewal;
}

}  // namespace signalbox::trust
