// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tuf/repository.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/trust/canonical_json.h"
#include "core/trust/json_members.h"
#include "core/tuf/delegation.h"
#include "core/tuf/hex.h"
#include "core/tuf/local_metadata.h"
#include "core/tuf/metadata_writer.h"
#include "core/tuf/strict_json.h"
#include "core/tuf/trusted_metadata.h"

namespace signalbox::tuf {
namespace {

constexpr std::string_view kRoot = "root";
constexpr std::string_view kTargets = "targets";

std::string fileName(std::string_view role, std::int64_t version) {
    return std::to_string(version) + "." + encodedRole(role) + ".json";
}

/// Different keys of a role whose signatures verify.
std::uint32_t countSigners(const Staged& staged, const std::string& canonical, const Keys& keys, const Role& role) {
    std::set<std::string_view> signers;
    for (const Signature& signature : staged.signatures) {
        const auto key = keys.find(signature.keyId);
        const auto bytes = bytesOfHex(signature.hex);
        if (bytes && key != keys.end() && role.keyIds.contains(signature.keyId) &&
            key->second.verifies(bytesOf(canonical), bytesOf(*bytes)))
            signers.insert(key->second.material());
    }
    return static_cast<std::uint32_t>(signers.size());
}

}  // namespace

Seconds Validity::of(std::string_view role) const {
    if (role == kRoot) return root;
    return role == kTargets ? targets : delegated;
}

const Targets* Repository::targets(std::string_view role) const {
    const auto found = m_targets.find(role);
    return found == m_targets.end() ? nullptr : &found->second;
}

/// Who delegates to products: what is about to be published, where there is something.
const Targets* Repository::delegator() const {
    return m_stagedTargets ? &*m_stagedTargets : targets(kTargets);
}

std::map<std::string, TimePoint> Repository::ends() const {
    std::map<std::string, TimePoint> ends;
    if (m_root) ends.emplace(kRoot, m_root->expires);
    if (m_snapshot) ends.emplace("snapshot", m_snapshot->expires);
    if (m_timestamp) ends.emplace("timestamp", m_timestamp->expires);
    for (const auto& [role, content] : m_targets)
        ends.emplace(role, content.expires);
    return ends;
}

Result<void> Repository::restore(std::string_view role, std::string bytes) {
    TRY(const SignedDocument document, SignedDocument::parse(bytes));
    if (role == kRoot) {
        TRY(m_root, readRoot(document.content()));
    } else if (role == "snapshot") {
        TRY(m_snapshot, readSnapshot(document.content()));
    } else if (role == "timestamp") {
        TRY(m_timestamp, readTimestamp(document.content()));
    } else {
        TRY(Targets content, readTargets(document.content()));
        m_targets.insert_or_assign(std::string(role), std::move(content));
    }
    m_bytes.insert_or_assign(std::string(role), std::move(bytes));
    return {};
}

Result<void> Repository::restoreStaged(const std::string& role, std::string bytes) {
    TRY(const SignedDocument document, SignedDocument::parse(bytes));
    Staged staged;
    staged.content = document.content();
    TRY(const boost::json::object whole, parseStrictObject(bytes));
    for (const boost::json::value& entry : whole.at("signatures").get_array()) {
        Signature signature;
        TRY(signature.keyId, trust::stringMember(entry.get_object(), "keyid"));
        TRY(signature.hex, trust::stringMember(entry.get_object(), "sig"));
        staged.signatures.push_back(std::move(signature));
    }
    if (role == kRoot) {
        TRY(m_stagedRoot, readRoot(staged.content));
    } else {
        TRY(Targets content, readTargets(staged.content));
        if (role == kTargets) m_stagedTargets = std::move(content);
    }
    m_staged.insert_or_assign(role, std::move(staged));
    return {};
}

Result<void> Repository::stageRoot(Root root, TimePoint now) {
    root.version = m_root ? m_root->version + 1 : 1;
    root.expires = now + m_validity.root;
    root.consistentSnapshot = true;
    boost::json::object content = contentOf(root);
    TRY(m_stagedRoot, readRoot(content));  // a root that nobody could read is not staged
    m_staged.insert_or_assign(std::string(kRoot), Staged{std::move(content), {}});
    return {};
}

Result<void> Repository::stageTargets(const std::string& role, Targets targets, TimePoint now) {
    const Targets* const published = this->targets(role);
    targets.version = published ? published->version + 1 : 1;
    targets.expires = now + m_validity.of(role);
    if (role != kTargets && (!delegator() || !delegatedRole(delegator()->delegations, role)))
        return makeError(BaseErrc::wrongState, "nobody delegates to " + role);
    boost::json::object content = contentOf(targets);
    TRY(Targets read, readTargets(content));
    if (role == kTargets) m_stagedTargets = std::move(read);
    m_staged.insert_or_assign(role, Staged{std::move(content), {}});
    return {};
}

Result<std::vector<Repository::Needs>> Repository::needsOf(const std::string& role) const {
    std::vector<Needs> needs;
    const auto ofRoot = [&needs](const std::optional<Root>& root, std::string_view name) {
        if (root) needs.push_back({&root->keys, &root->roles.find(name)->second});
    };
    if (role == kRoot) {
        ofRoot(m_root, kRoot);
        ofRoot(m_stagedRoot, kRoot);
    } else if (role == kTargets) {
        ofRoot(m_stagedRoot ? m_stagedRoot : m_root, kTargets);
    } else if (const Targets* const by = delegator()) {
        const Role* const delegated = delegatedRole(by->delegations, role);
        if (delegated) needs.push_back({&by->delegations.keys, delegated});
    }
    if (needs.empty()) return makeError(BaseErrc::wrongState, "nobody may sign " + role);
    return needs;
}

Result<std::string> Repository::toSign(const std::string& role) const {
    const auto staged = m_staged.find(role);
    if (staged == m_staged.end()) return makeError(BaseErrc::notFound, "nothing is staged for " + role);
    return trust::canonicalJson(staged->second.content);
}

Result<void> Repository::addSignature(const std::string& role, Signature signature) {
    TRY(const std::string canonical, toSign(role));
    TRY(const std::vector<Needs> needs, needsOf(role));
    Staged& staged = m_staged.find(role)->second;
    const auto same = [&signature](const Signature& other) { return other.keyId == signature.keyId; };
    if (std::any_of(staged.signatures.begin(), staged.signatures.end(), same))
        return makeError(BaseErrc::alreadyExists, "key " + signature.keyId + " has signed " + role);
    const Staged alone{{}, {signature}};
    const auto counts = [&](const Needs& need) { return countSigners(alone, canonical, *need.keys, *need.role) == 1; };
    if (!std::any_of(needs.begin(), needs.end(), counts))
        return makeError(BaseErrc::denied,
                         "key " + signature.keyId + " is none of " + role + ", or its signature is of something else");
    staged.signatures.push_back(std::move(signature));
    return {};
}

/// The threshold that is farthest away counts.
Result<SignatureCount> Repository::count(const std::string& role) const {
    TRY(const std::string canonical, toSign(role));
    TRY(const std::vector<Needs> needs, needsOf(role));
    SignatureCount least;
    for (const Needs& need : needs) {
        const std::uint32_t have = countSigners(m_staged.find(role)->second, canonical, *need.keys, *need.role);
        const SignatureCount here{std::min(have, need.role->threshold), need.role->threshold};
        if (least.need == 0 || here.need - here.have > least.need - least.have) least = here;
    }
    return least;
}

Result<Repository::Event> Repository::collect() const {
    Event event;
    for (const auto& [role, staged] : m_staged) {
        TRY(const SignatureCount count, this->count(role));
        if (count.have < count.need) continue;
        if (role == kRoot) {
            event.root = m_stagedRoot;
        } else {
            TRY(Targets content, readTargets(staged.content));
            event.targets.emplace(role, std::move(content));
        }
        event.bytes.emplace(role, documentText(staged.content, staged.signatures));
    }
    if (event.bytes.empty()) return makeError(BaseErrc::wrongState, "nothing that is staged has enough signatures");
    return event;
}

Result<std::vector<PublishedFile>> Repository::publish(const Signer& online, TimePoint now) {
    TRY(Event event, collect());
    return finish(std::move(event), true, online, now);
}

Result<std::vector<PublishedFile>> Repository::signAgain(const Signer& online, TimePoint now) {
    if (!m_snapshot) return makeError(BaseErrc::wrongState, "nothing was published yet");
    const bool old = m_jumped || m_snapshot->expires - now < m_validity.snapshot / 2;
    return finish(Event(), old, online, now);
}

void Repository::jumpAhead(std::int64_t by) {
    if (m_snapshot) m_snapshot->version += by;
    if (m_timestamp) m_timestamp->version += by;
    m_jumped = true;
}

Result<std::vector<PublishedFile>> Repository::finish(Event event, bool newSnapshot, const Signer& online,
                                                      TimePoint now) {
    Snapshot snapshot = m_snapshot.value_or(Snapshot());
    std::string snapshotBytes = m_bytes.contains("snapshot") ? m_bytes.find("snapshot")->second : std::string();
    const auto sign = [&online](const boost::json::object& content) -> Result<std::string> {
        TRY(const std::string canonical, trust::canonicalJson(content));
        TRY(Signature signature, online.sign(canonical));
        return documentText(content, {std::move(signature)});
    };
    if (newSnapshot) {
        ++snapshot.version;
        snapshot.expires = now + m_validity.snapshot;
        for (const auto& [role, content] : event.targets)
            snapshot.files[role + ".json"] = describe(event.bytes.find(role)->second, content.version);
        TRY(snapshotBytes, sign(contentOf(snapshot)));
    }
    Timestamp timestamp = m_timestamp.value_or(Timestamp());
    ++timestamp.version;
    timestamp.expires = now + m_validity.timestamp;
    timestamp.snapshot = describe(snapshotBytes, snapshot.version);
    TRY(std::string timestampBytes, sign(contentOf(timestamp)));
    CHECK(checkAsClient(event, snapshotBytes, timestampBytes, now));

    std::vector<PublishedFile> files;
    if (event.root) files.push_back({fileName(kRoot, event.root->version), event.bytes.find(kRoot)->second});
    for (const bool top : {false, true})
        for (const auto& [role, content] : event.targets)
            if ((role == kTargets) == top)
                files.push_back({fileName(role, content.version), event.bytes.find(role)->second});
    if (newSnapshot) files.push_back({fileName("snapshot", snapshot.version), snapshotBytes});
    files.push_back({"timestamp.json", timestampBytes});

    m_jumped = false;
    event.bytes.insert_or_assign("snapshot", std::move(snapshotBytes));
    event.bytes.insert_or_assign("timestamp", std::move(timestampBytes));
    for (auto& [role, bytes] : event.bytes) {
        m_staged.erase(role);
        if (role == kRoot) m_stagedRoot.reset();
        if (role == kTargets) m_stagedTargets.reset();
        CHECK(restore(role, std::move(bytes)));
    }
    return files;
}

/// As a terminal that trusts what was published before, or this root where it is the first.
Result<void> Repository::checkAsClient(const Event& event, const std::string& snapshot, const std::string& timestamp,
                                       TimePoint now) const {
    const auto bytesOfRole = [&](std::string_view role) {
        const auto fresh = event.bytes.find(role);
        if (fresh != event.bytes.end()) return fresh->second;
        const auto known = m_bytes.find(role);
        return known == m_bytes.end() ? std::string() : known->second;
    };
    TrustedMetadata client(now);
    const auto trusted = m_bytes.find(kRoot);
    CHECK(client.pinRoot(trusted == m_bytes.end() ? bytesOfRole(kRoot) : trusted->second));
    if (event.root && trusted != m_bytes.end()) CHECK(client.nextRoot(bytesOfRole(kRoot)));
    CHECK(client.checkRootIsFresh());
    if (m_timestamp && !client.onlineKeysRotated()) {
        CHECK(client.rememberTimestamp(m_bytes.find("timestamp")->second));
        CHECK(client.rememberSnapshot(m_bytes.find("snapshot")->second));
    }
    CHECK(client.newTimestamp(timestamp));
    CHECK(client.newSnapshot(snapshot));
    CHECK(client.addTargets(kTargets, kRoot, bytesOfRole(kTargets)));
    for (const DelegatedRole& role : client.targets(kTargets)->delegations.roles) {
        if (!client.fileOf(role.name)) continue;  // it has not said anything yet
        const Result<void> believed = client.addTargets(role.name, kTargets, bytesOfRole(role.name));
        // A product whose approvals have ended stops its own installs, not everybody's.
        const bool ended = !believed && believed.error().code == BaseErrc::timedOut;
        if (!believed && (!ended || event.targets.contains(role.name))) return believed.error();
    }
    return {};
}

}  // namespace signalbox::tuf
