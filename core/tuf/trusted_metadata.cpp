// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tuf/trusted_metadata.h"

#include <algorithm>
#include <utility>

#include "core/tuf/delegation.h"

namespace signalbox::tuf {
namespace {

Error otherVersion(std::string_view role, std::int64_t version, std::int64_t wanted) {
    return makeError(BaseErrc::wrongState, std::string(role) + ": version " + std::to_string(version) + " came, " +
                                               std::to_string(wanted) + " was announced");
}

Error goesBack(std::string_view what, std::int64_t version, std::int64_t known) {
    return makeError(BaseErrc::wrongState, std::string(what) + ": version " + std::to_string(version) +
                                               " is older than " + std::to_string(known) + ", which was there before");
}

/// A key that was the role's and is no longer.
bool lostAKey(const Root& before, const Root& after, std::string_view role) {
    const auto& old = before.roles.find(role)->second.keyIds;
    const auto& now = after.roles.find(role)->second.keyIds;
    return !std::includes(now.begin(), now.end(), old.begin(), old.end());
}

}  // namespace

Result<void> TrustedMetadata::verifyTop(const SignedDocument& document, std::string_view role) const {
    const Root& root = m_root->content;
    return document.verify(root.keys, root.roles.find(role)->second, role);
}

Result<void> TrustedMetadata::checkEnd(const Header& header, std::string_view role) const {
    if (header.expires > m_now) return {};
    return makeError(BaseErrc::timedOut, std::string(role) + " ended at " + toRfc3339(header.expires));
}

Result<void> TrustedMetadata::pinRoot(std::string bytes) {
    TRY(SignedDocument document, SignedDocument::parse(std::move(bytes)));
    TRY(Root root, readRoot(document.content()));
    CHECK(document.verify(root.keys, root.roles.find("root")->second, "root"));
    m_root.emplace(Believed<Root>{std::move(document), std::move(root)});
    return {};
}

Result<void> TrustedMetadata::nextRoot(std::string bytes) {
    TRY(SignedDocument document, SignedDocument::parse(std::move(bytes)));
    TRY(Root root, readRoot(document.content()));
    CHECK(verifyTop(document, "root"));
    CHECK(document.verify(root.keys, root.roles.find("root")->second, "root"));
    const Root& before = m_root->content;
    if (root.version != before.version + 1) return otherVersion("root", root.version, before.version + 1);
    if (lostAKey(before, root, "timestamp") || lostAKey(before, root, "snapshot")) m_onlineKeysRotated = true;
    m_root.emplace(Believed<Root>{std::move(document), std::move(root)});
    return {};
}

Result<void> TrustedMetadata::checkRootIsFresh() const {
    return checkEnd(m_root->content, "root");
}

Result<void> TrustedMetadata::rememberTimestamp(std::string bytes) {
    TRY(SignedDocument document, SignedDocument::parse(std::move(bytes)));
    TRY(Timestamp timestamp, readTimestamp(document.content()));
    CHECK(verifyTop(document, "timestamp"));
    m_timestamp.emplace(Believed<Timestamp>{std::move(document), std::move(timestamp)});
    return {};
}

Result<TimestampNews> TrustedMetadata::newTimestamp(std::string bytes) {
    TRY(SignedDocument document, SignedDocument::parse(std::move(bytes)));
    TRY(Timestamp timestamp, readTimestamp(document.content()));
    CHECK(verifyTop(document, "timestamp"));
    if (m_timestamp) {
        const Timestamp& known = m_timestamp->content;
        if (timestamp.version < known.version) return goesBack("timestamp", timestamp.version, known.version);
        if (timestamp.version == known.version) {
            CHECK(checkEnd(known, "timestamp"));
            return TimestampNews::none;
        }
        if (timestamp.snapshot.version < known.snapshot.version)
            return goesBack("timestamp: snapshot", timestamp.snapshot.version, known.snapshot.version);
    }
    CHECK(checkEnd(timestamp, "timestamp"));
    m_timestamp.emplace(Believed<Timestamp>{std::move(document), std::move(timestamp)});
    return TimestampNews::newer;
}

Result<void> TrustedMetadata::rememberSnapshot(std::string bytes) {
    TRY(SignedDocument document, SignedDocument::parse(std::move(bytes)));
    TRY(Snapshot snapshot, readSnapshot(document.content()));
    CHECK(verifyTop(document, "snapshot"));
    m_snapshot.emplace(Believed<Snapshot>{std::move(document), std::move(snapshot)});
    return {};
}

bool TrustedMetadata::snapshotIsCurrent() const {
    if (!m_snapshot) return false;
    const MetaFile& announced = m_timestamp->content.snapshot;
    const auto& [document, snapshot] = *m_snapshot;
    return snapshot.version == announced.version && snapshot.expires > m_now &&
           checkFile(announced, bytesOf(document.bytes()), "snapshot").has_value();
}

Result<void> TrustedMetadata::checkNothingGoesBack(const Snapshot& snapshot) const {
    for (const auto& [name, known] : m_snapshot->content.files) {
        const auto now = snapshot.files.find(name);
        if (now == snapshot.files.end())
            return makeError(BaseErrc::wrongState, "snapshot: " + name + " is no longer named");
        if (now->second.version < known.version)
            return goesBack("snapshot: " + name, now->second.version, known.version);
    }
    return {};
}

Result<void> TrustedMetadata::newSnapshot(std::string bytes) {
    const MetaFile& announced = m_timestamp->content.snapshot;
    CHECK(checkFile(announced, bytesOf(bytes), "snapshot"));
    TRY(SignedDocument document, SignedDocument::parse(std::move(bytes)));
    TRY(Snapshot snapshot, readSnapshot(document.content()));
    CHECK(verifyTop(document, "snapshot"));
    if (snapshot.version != announced.version) return otherVersion("snapshot", snapshot.version, announced.version);
    if (m_snapshot) CHECK(checkNothingGoesBack(snapshot));
    CHECK(checkEnd(snapshot, "snapshot"));
    m_snapshot.emplace(Believed<Snapshot>{std::move(document), std::move(snapshot)});
    return {};
}

Result<void> TrustedMetadata::verifyTargets(const SignedDocument& document, std::string_view role,
                                            std::string_view delegator) const {
    if (role == "targets") return verifyTop(document, role);
    const Targets* const by = targets(delegator);
    const Role* const needs = by ? delegatedRole(by->delegations, role) : nullptr;
    if (!needs)
        return makeError(BaseErrc::denied, std::string(delegator) + " does not delegate to " + std::string(role));
    return document.verify(by->delegations.keys, *needs, role);
}

Result<void> TrustedMetadata::addTargets(std::string_view role, std::string_view delegator, std::string bytes) {
    const MetaFile* const announced = fileOf(role);
    if (!announced) return makeError(BaseErrc::notFound, "the snapshot names no " + std::string(role) + ".json");
    CHECK(checkFile(*announced, bytesOf(bytes), role));
    TRY(SignedDocument document, SignedDocument::parse(std::move(bytes)));
    TRY(Targets content, readTargets(document.content()));
    CHECK(verifyTargets(document, role, delegator));
    if (content.version != announced->version) return otherVersion(role, content.version, announced->version);
    CHECK(checkEnd(content, role));
    m_targets.insert_or_assign(std::string(role), Believed<Targets>{std::move(document), std::move(content)});
    return {};
}

Result<void> TrustedMetadata::checkTargets(std::string_view role, std::string_view delegator) const {
    const auto found = m_targets.find(role);
    if (found == m_targets.end()) return makeError(BaseErrc::notFound, std::string(role) + " was not added");
    return verifyTargets(found->second.document, role, delegator);
}

const Targets* TrustedMetadata::targets(std::string_view role) const {
    const auto found = m_targets.find(role);
    return found == m_targets.end() ? nullptr : &found->second.content;
}

const MetaFile* TrustedMetadata::fileOf(std::string_view role) const {
    const auto& files = m_snapshot->content.files;
    const auto found = files.find(std::string(role) + ".json");
    return found == files.end() ? nullptr : &found->second;
}

}  // namespace signalbox::tuf
