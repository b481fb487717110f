// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/signed_releases.h"

#include <boost/json/array.hpp>
#include <utility>

#include "core/trust/canonical_json.h"
#include "core/tuf/metadata_writer.h"

namespace signalbox::test {

std::string documentBy(const boost::json::object& content, const std::vector<const Person*>& signers) {
    const std::string canonical = trust::canonicalJson(content).value();
    std::vector<tuf::Signature> signatures;
    for (const Person* const signer : signers)
        signatures.push_back(signer->signer().sign(canonical).value());
    return tuf::documentText(content, signatures);
}

SignedReleases::SignedReleases(std::string product, TimePoint now)
    : m_product(std::move(product)), m_role("p-" + m_product) {
    m_repository.stageRoot(rootOf({&holder}, 1, online), now).value();
    holder.signs(m_repository, "root").value();
    m_repository.stageTargets("targets", targetsFor(m_product, {&anna, &bert, &cleo}, 2), now).value();
    holder.signs(m_repository, "targets").value();
    take(m_repository.publish(online.signer(), now).value());
}

void SignedReleases::take(const std::vector<tuf::PublishedFile>& published) {
    for (const tuf::PublishedFile& file : published)
        files[file.name] = file.bytes;
}

tuf::Targets SignedReleases::releases() const {
    const tuf::Targets* const known = m_repository.targets(m_role);
    return known ? *known : tuf::Targets();
}

std::string SignedReleases::pathOf(const Entry& entry) const {
    return m_product + "/" + entry.channel + "/" + entry.version + ".json";
}

tuf::Target SignedReleases::targetOf(const Entry& entry) {
    tuf::Target target;
    target.length = entry.size;
    target.hashes["sha256"] = entry.digest;
    target.custom = {{"release_counter", entry.counter},
                     {"channel", entry.customChannel.empty() ? entry.channel : entry.customChannel},
                     {"hw", boost::json::array(entry.hardware.begin(), entry.hardware.end())}};
    if (!entry.notAfter.empty()) target.custom["not_after"] = entry.notAfter;
    return target;
}

void SignedReleases::approve(const Entry& entry, TimePoint now) {
    tuf::Targets wanted = releases();
    wanted.targets[pathOf(entry)] = targetOf(entry);
    m_repository.stageTargets(m_role, std::move(wanted), now).value();
    anna.signs(m_repository, m_role).value();
    cleo.signs(m_repository, m_role).value();
    take(m_repository.publish(online.signer(), now).value());
}

void SignedReleases::signAgain(TimePoint now) {
    take(m_repository.signAgain(online.signer(), now).value());
}

boost::json::object SignedReleases::published(std::string_view role) const {
    return tuf::SignedDocument::parse(m_repository.published().find(role)->second).value().content();
}

std::string SignedReleases::timestampThatEnded(TimePoint now) const {
    tuf::Timestamp timestamp = tuf::readTimestamp(published("timestamp")).value();
    ++timestamp.version;
    timestamp.expires = now - Seconds(3600);
    return documentBy(tuf::contentOf(timestamp), {&online});
}

void SignedReleases::forge(const Entry& entry, const std::vector<const Person*>& signers, TimePoint now,
                           const Person* manager) {
    const Person* const signsDaily = manager ? manager : &online;
    tuf::Targets role = releases();
    ++role.version;
    role.expires = now + Seconds(std::chrono::days(30));
    role.targets[pathOf(entry)] = targetOf(entry);
    const std::string bytes = documentBy(tuf::contentOf(role), signers);
    tuf::Snapshot snapshot = tuf::readSnapshot(published("snapshot")).value();
    ++snapshot.version;
    snapshot.files[m_role + ".json"] = tuf::describe(bytes, role.version);
    const std::string snapshotBytes = documentBy(tuf::contentOf(snapshot), {signsDaily});
    tuf::Timestamp timestamp = tuf::readTimestamp(published("timestamp")).value();
    ++timestamp.version;
    timestamp.snapshot = tuf::describe(snapshotBytes, snapshot.version);
    files[std::to_string(role.version) + "." + m_role + ".json"] = bytes;
    files[std::to_string(snapshot.version) + ".snapshot.json"] = snapshotBytes;
    files["timestamp.json"] = documentBy(tuf::contentOf(timestamp), {signsDaily});
}

}  // namespace signalbox::test
