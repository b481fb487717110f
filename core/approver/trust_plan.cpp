// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/approver/trust_plan.h"

#include <algorithm>

#include "core/approver/signed_records.h"
#include "core/tuf/metadata_writer.h"
#include "core/tuf/signer.h"

namespace signalbox::approver {
namespace {

Result<void> checkThreshold(const tuf::Role& role, std::string_view what) {
    if (role.threshold >= 1 && role.threshold <= role.keyIds.size()) return {};
    return makeError(BaseErrc::invalidArgument, std::string(what) + ": " + std::to_string(role.threshold) +
                                                    " signatures of " + std::to_string(role.keyIds.size()) +
                                                    " keys cannot be asked for");
}

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
    CHECK(checkThreshold(role, what));
    return role;
}

Result<void> apply(const Change& change, tuf::Role& role, tuf::Keys& keys, std::string_view what) {
    for (const std::string& id : change.leave)
        if (role.keyIds.erase(id) == 0)
            return makeError(BaseErrc::notFound, std::string(what) + ": there is no key " + id);
    for (const trust::PublicKey& key : change.join) {
        const boost::json::object json = tuf::keyJson(key);
        const tuf::KeyId id = tuf::keyIdOf(json);
        if (!role.keyIds.insert(id).second)
            return makeError(BaseErrc::invalidArgument, std::string(what) + ": key " + id + " is there already");
        TRY(tuf::VerificationKey read, tuf::VerificationKey::fromJson(json));
        keys.insert_or_assign(id, std::move(read));
    }
    role.threshold = change.threshold;
    return checkThreshold(role, what);
}

tuf::DelegatedRole productRole(std::string_view product) {
    tuf::DelegatedRole role;
    role.name = "p-" + std::string(product);
    role.terminating = true;
    role.paths = {std::string(product) + "/*/*", std::string(product) + "/*/*/*"};
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
    tuf::DelegatedRole role = productRole(product);
    TRY(KeyOwners owners, keyOwnersOf(now));
    TRY(static_cast<tuf::Role&>(role), roleOf(approvers, now.delegations.keys, owners, product));
    role.paths = approverPaths(product, rules.channels);
    const std::string& name = role.name;
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

Result<boost::json::object> withHolders(tuf::Root now, const Change& change) {
    CHECK(apply(change, now.roles["root"], now.keys, "root"));
    tuf::Role& targets = now.roles["targets"];
    targets.keyIds = now.roles["root"].keyIds;
    targets.threshold = now.roles["root"].threshold;
    std::erase_if(now.keys, [&now](const auto& entry) {
        return std::none_of(now.roles.begin(), now.roles.end(),
                            [&entry](const auto& role) { return role.second.keyIds.contains(entry.first); });
    });
    return tuf::contentOf(now);
}

Result<boost::json::object> withApprovers(tuf::Targets now, std::string_view product, const Change& change) {
    auto& roles = now.delegations.roles;
    const std::string name = "p-" + std::string(product);
    const auto found =
        std::find_if(roles.begin(), roles.end(), [&name](const auto& role) { return role.name == name; });
    tuf::DelegatedRole role = found == roles.end() ? productRole(product) : *found;
    CHECK(apply(change, role, now.delegations.keys, product));
    if (found == roles.end())
        roles.push_back(std::move(role));
    else
        *found = std::move(role);
    dropUnused(now.delegations);
    return tuf::contentOf(now);
}

Result<boost::json::object> withKeyReplaced(tuf::Targets now, std::string_view leaves, const trust::PublicKey& joins) {
    const boost::json::object json = tuf::keyJson(joins);
    const tuf::KeyId id = tuf::keyIdOf(json);
    TRY(const tuf::VerificationKey key, tuf::VerificationKey::fromJson(json));
    for (tuf::DelegatedRole& role : now.delegations.roles) {
        if (role.keyIds.erase(std::string(leaves)) == 0) continue;
        role.keyIds.insert(id);
        now.delegations.keys.insert_or_assign(id, key);
        CHECK(checkThreshold(role, role.name));
    }
    dropUnused(now.delegations);
    return tuf::contentOf(now);
}

}  // namespace signalbox::approver
