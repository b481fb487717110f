// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/approver/trust_plan.h"

#include <algorithm>

#include "core/approver/signed_records.h"
#include "core/tuf/metadata_writer.h"
#include "core/tuf/signer.h"

namespace signalbox::approver {
namespace {

Result<tuf::Role> roleOf(const Signers& signers, tuf::Keys& keys, KeyOwners& owners, std::string_view what) {
    tuf::Role role;
    role.threshold = signers.threshold;
    for (std::size_t i = 0; i < signers.keys.size(); ++i) {
        const boost::json::object json = tuf::keyJson(signers.keys[i]);
        const tuf::KeyId id = tuf::keyIdOf(json);
        if (!role.keyIds.insert(id).second)
            return makeError(BaseErrc::invalidArgument, std::string(what) + ": key " + id + " is named twice");
        TRY(tuf::VerificationKey read, tuf::VerificationKey::fromJson(json));
        keys.insert_or_assign(id, std::move(read));
        if (i < signers.names.size() && !signers.names[i].empty()) owners.insert_or_assign(id, signers.names[i]);
    }
    if (signers.threshold < 1 || signers.threshold > signers.keys.size())
        return makeError(BaseErrc::invalidArgument, std::string(what) + ": " + std::to_string(signers.threshold) +
                                                        " signatures of " + std::to_string(signers.keys.size()) +
                                                        " keys cannot be asked for");
    return role;
}

/// Keys that no role names any more go.
void dropUnused(tuf::Delegations& delegations) {
    std::erase_if(delegations.keys, [&delegations](const auto& entry) {
        return std::none_of(delegations.roles.begin(), delegations.roles.end(),
                            [&entry](const tuf::DelegatedRole& role) { return role.keyIds.contains(entry.first); });
    });
}

}  // namespace

Result<boost::json::object> rootContent(const Signers& root, const Signers& targets, const trust::PublicKey& online) {
    tuf::Root content;
    content.consistentSnapshot = true;
    KeyOwners owners;
    TRY(content.roles["root"], roleOf(root, content.keys, owners, "root"));
    TRY(content.roles["targets"], roleOf(targets, content.keys, owners, "targets"));
    const Signers manager{{online}, 1, {"the manager"}};
    TRY(content.roles["snapshot"], roleOf(manager, content.keys, owners, "snapshot"));
    TRY(content.roles["timestamp"], roleOf(manager, content.keys, owners, "timestamp"));
    setKeyOwners(content, owners);
    CHECK(keyOwnersOf(content));
    return tuf::contentOf(content);
}

boost::json::object targetsContent() {
    return tuf::contentOf(tuf::Targets());
}

Result<boost::json::object> withApprovers(tuf::Targets now, std::string_view product, const Signers& approvers,
                                          const ApprovalRules& rules) {
    const std::string name = "p-" + std::string(product);
    tuf::DelegatedRole role;
    TRY(KeyOwners owners, keyOwnersOf(now));
    TRY(static_cast<tuf::Role&>(role), roleOf(approvers, now.delegations.keys, owners, product));
    role.name = name;
    role.terminating = true;
    role.paths = approverPaths(product, rules.channels);
    std::erase_if(now.delegations.roles, [&name](const tuf::DelegatedRole& other) { return other.name == name; });
    now.delegations.roles.push_back(std::move(role));
    dropUnused(now.delegations);
    std::erase_if(owners, [&now](const auto& owner) { return !now.delegations.keys.contains(owner.first); });
    setKeyOwners(now, owners);
    CHECK(keyOwnersOf(now));
    setApprovalRules(now, std::string(product), rules);
    CHECK(approvalRulesOf(now, product));
    return tuf::contentOf(now);
}

}  // namespace signalbox::approver
