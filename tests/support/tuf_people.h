// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/tuf/repository.h"

namespace signalbox::test {

/// People with a key each, for repositories in tests.
class Person {
public:
    Person() : m_key(trust::PrivateKey::generate()), m_signer(m_key) {}

    [[nodiscard]] tuf::KeyId id() const { return tuf::keyIdOf(m_signer.key()); }
    [[nodiscard]] const tuf::Signer& signer() const { return m_signer; }
    [[nodiscard]] std::pair<const tuf::KeyId, tuf::VerificationKey> key() const {
        return {id(), tuf::VerificationKey::fromJson(m_signer.key()).value()};
    }
    [[nodiscard]] Result<void> signs(tuf::Repository& repository, const std::string& role) const {
        TRY(const std::string canonical, repository.toSign(role));
        TRY(tuf::Signature signature, m_signer.sign(canonical));
        return repository.addSignature(role, std::move(signature));
    }

private:
    trust::PrivateKey m_key;
    tuf::KeySigner m_signer;
};

[[nodiscard]] inline tuf::Role roleOf(const std::vector<const Person*>& people, std::uint32_t threshold) {
    tuf::Role role;
    role.threshold = threshold;
    for (const Person* const person : people)
        role.keyIds.insert(person->id());
    return role;
}

/// A root by which `holders` (any `threshold` of them) sign root and targets, and `online` the rest.
[[nodiscard]] inline tuf::Root rootOf(const std::vector<const Person*>& holders, std::uint32_t threshold,
                                      const Person& online) {
    tuf::Root root;
    for (const Person* const holder : holders)
        root.keys.insert(holder->key());
    root.keys.insert(online.key());
    root.roles = {{"root", roleOf(holders, threshold)},
                  {"targets", roleOf(holders, threshold)},
                  {"snapshot", roleOf({&online}, 1)},
                  {"timestamp", roleOf({&online}, 1)}};
    return root;
}

/// Targets that leave "<product>/*/*" to `approvers`, any `threshold` of them.
[[nodiscard]] inline tuf::Targets targetsFor(const std::string& product, const std::vector<const Person*>& approvers,
                                             std::uint32_t threshold) {
    tuf::Targets targets;
    tuf::DelegatedRole role;
    static_cast<tuf::Role&>(role) = roleOf(approvers, threshold);
    role.name = "p-" + product;
    role.terminating = true;
    role.paths = {product + "/*/*", product + "/*/*/*"};
    for (const Person* const approver : approvers)
        targets.delegations.keys.insert(approver->key());
    targets.delegations.roles.push_back(std::move(role));
    return targets;
}

/// A target with these bytes.
[[nodiscard]] inline tuf::Target targetOf(std::string_view bytes) {
    tuf::Target target;
    static_cast<tuf::FileFacts&>(target) = tuf::FileFacts{bytes.size(), {{"sha256", sha256Hex(bytesOf(bytes))}}};
    return target;
}

}  // namespace signalbox::test
