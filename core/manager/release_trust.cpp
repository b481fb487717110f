// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/release_trust.h"

#include <algorithm>
#include <boost/json/array.hpp>

#include "core/approver/signed_records.h"
#include "core/base/log.h"
#include "core/manager/releases.h"
#include "core/model/names.h"
#include "core/registry/manifest.h"
#include "core/trust/key.h"
#include "core/tuf/delegation.h"
#include "core/tuf/local_metadata.h"
#include "core/tuf/metadata_writer.h"

namespace signalbox::manager {
namespace {

namespace json = boost::json;

constexpr std::string_view kRoot = "root";
constexpr std::string_view kTargets = "targets";
constexpr std::string_view kRolePrefix = "p-";
constexpr std::string_view kCounter = "release_counter";
constexpr std::string_view kNotAfter = "not_after";
// Settings. A published file lies under its name; a role's present bytes and what is staged for it under the role.
constexpr std::string_view kFile = "tuf.file.";
constexpr std::string_view kPublished = "tuf.published.";
constexpr std::string_view kStaged = "tuf.staged.";
constexpr std::string_view kRequester = "tuf.requester.";  // who asked for a release, by its id
constexpr std::int64_t kJump = 1000000;  // versions: more than daily signing comes to in a manager's life

/// Root first, then targets: each is read with the help of those before it.
int orderOf(std::string_view role) {
    return role == kRoot ? 0 : role == kTargets ? 1 : 2;
}

std::map<std::pair<int, std::string>, std::string> settingsBelow(const World& world, std::string_view prefix) {
    std::map<std::pair<int, std::string>, std::string> found;
    for (auto entry = world.settings.lower_bound(std::string(prefix));
         entry != world.settings.end() && entry->first.starts_with(prefix); ++entry) {
        std::string role = entry->first.substr(prefix.size());
        const int order = orderOf(role);
        if (!entry->second.empty()) found.emplace(std::pair(order, std::move(role)), entry->second);
    }
    return found;
}

bool isBehind(const World& world) {
    const auto found = world.settings.find(store::kMetadataBehind);
    return found != world.settings.end() && !found->second.empty();
}

std::int64_t counterOf(const tuf::Target& target) {
    const json::value* const counter = target.custom.if_contains(kCounter);
    return counter && counter->is_int64() ? counter->get_int64() : 0;
}

/// Its approval was for a time that has ended.
bool isOver(const tuf::Target& target, TimePoint now) {
    const json::value* const end = target.custom.if_contains(kNotAfter);
    if (!end || !end->is_string()) return false;
    const auto time = fromRfc3339(std::string_view(end->get_string()));
    return !time || *time <= now;
}

/// The delegation that products have: their approvers alone speak of them.
Result<void> checkDelegations(const tuf::Targets& targets) {
    if (!targets.targets.empty())
        return makeError(BaseErrc::invalidArgument, "targets: holds no releases itself, only who approves which");
    if (targets.delegations.succinct)
        return makeError(BaseErrc::invalidArgument, "targets.delegations: hash bins are not used here");
    for (const tuf::DelegatedRole& role : targets.delegations.roles) {
        const bool named = role.name.starts_with(kRolePrefix) && role.name.size() > kRolePrefix.size();
        const std::string product = named ? role.name.substr(kRolePrefix.size()) : std::string();
        TRY(const approver::ApprovalRules rules, approver::approvalRulesOf(targets, product));
        if (!named || !role.terminating || role.paths != approver::approverPaths(product, rules.channels))
            return makeError(BaseErrc::invalidArgument,
                             "targets.delegations: '" + printable(role.name) +
                                 "' must be p-PRODUCT, terminating, with the paths PRODUCT/*/* and PRODUCT/*/*/*, or " +
                                 "those two of each of its channels");
        for (const std::string& channel : rules.channels)
            CHECK(Releases::checkName("targets.delegations: a channel", channel));
        if (role.threshold > role.keyIds.size())
            return makeError(BaseErrc::invalidArgument, "targets.delegations: '" + role.name + "' needs " +
                                                            std::to_string(role.threshold) + " signatures and has " +
                                                            std::to_string(role.keyIds.size()) + " keys");
    }
    return {};
}

}  // namespace

std::string approversRole(std::string_view product) {
    return std::string(kRolePrefix) + std::string(product);
}

std::string targetPath(const Release& release) {
    return release.product + "/" + release.channel + "/" + release.version + ".json";
}

Result<void> ReleaseTrust::load(World& world) {
    for (const auto& [key, bytes] : settingsBelow(world, kPublished)) {
        auto restored = world.trust.restore(key.second, bytes);
        if (!restored) return std::move(restored).error().within("metadata of " + key.second);
    }
    for (const auto& [key, bytes] : settingsBelow(world, kStaged)) {
        auto restored = world.trust.restoreStaged(key.second, bytes);
        if (!restored) return std::move(restored).error().within("staged metadata of " + key.second);
    }
    if (isBehind(world)) world.trust.jumpAhead(kJump);
    return {};
}

void ReleaseTrust::putSetting(const std::string& key, std::string value) {
    m_engine.world.settings[key] = value;
    m_engine.ledger.put(store::Setting{key, std::move(value)});
}

const std::string* ReleaseTrust::file(std::string_view name) const {
    const auto found = m_engine.world.settings.find(std::string(kFile) + std::string(name));
    return found == m_engine.world.settings.end() || found->second.empty() ? nullptr : &found->second;
}

std::vector<tuf::PublishedFile> ReleaseTrust::files() const {
    std::vector<std::pair<std::pair<int, std::int64_t>, tuf::PublishedFile>> ranked;
    for (const auto& [key, bytes] : settingsBelow(m_engine.world, kFile)) {
        const std::string& name = key.second;
        const std::string role = name.substr(name.find('.') + 1);  // "json" for the timestamp
        const int rank = role == "root.json"       ? 0
                         : role == "targets.json"  ? 2
                         : role == "snapshot.json" ? 3
                         : role == "json"          ? 4
                                                   : 1;
        ranked.push_back({{rank, std::atoll(name.c_str())}, {name, bytes}});
    }
    std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<tuf::PublishedFile> files;
    files.reserve(ranked.size());
    for (auto& [rank, file] : ranked)
        files.push_back(std::move(file));
    return files;
}

Result<void> ReleaseTrust::stage(const std::string& role, const json::object& content, std::string_view actor) {
    tuf::Repository& repository = m_engine.world.trust;
    const TimePoint now = m_engine.clock.now();
    json::object whole = content;
    // What is set anew, so that nobody need give it.
    whole["version"] = 1;
    whole["expires"] = "2000-01-01T00:00:00Z";
    if (role == kRoot) {
        TRY(tuf::Root root, tuf::readRoot(whole));
        const tuf::KeyId online = tuf::keyIdOf(tuf::keyJson(m_engine.identity.metadataKey().publicKey()));
        for (const char* const name : {"snapshot", "timestamp"}) {
            if (root.roles.find(name)->second.keyIds.contains(online)) continue;
            return makeError(BaseErrc::invalidArgument, "root.roles." + std::string(name) + ": the manager's own key " +
                                                            online + " must be among");
        }
        CHECK(approver::keyOwnersOf(root));
        CHECK(repository.stageRoot(std::move(root), now));
    } else if (role == kTargets) {
        TRY(tuf::Targets targets, tuf::readTargets(whole));
        CHECK(checkDelegations(targets));
        CHECK(approver::keyOwnersOf(targets));
        anchorAudit(targets);
        CHECK(repository.stageTargets(role, std::move(targets), now));
    } else {
        return makeError(BaseErrc::invalidArgument, "role: root or targets; a product's goes with its releases");
    }
    keepStaged(role);
    CHECK(role == kRoot ? followRoot() : followTargets());
    m_engine.ledger.audit(actor, "trust.stage", "trust:" + role);
    m_engine.ledger.event("trust", {{"role", role}});
    return {};
}

/// Whoever signs it signs what the audit log was by then.
void ReleaseTrust::anchorAudit(tuf::Targets& content) const {
    const Ledger& ledger = m_engine.ledger;
    if (ledger.lastAudit() > 0) approver::setAuditAnchor(content, {ledger.lastAudit(), ledger.lastAuditHash()});
}

std::vector<ReleaseTrust::Anchor> ReleaseTrust::auditAnchors() const {
    std::vector<Anchor> anchors;
    for (const auto& [role, bytes] : repository().published()) {
        const tuf::Targets* const content = repository().targets(role);
        const auto anchor = content ? approver::auditAnchorOf(*content) : std::nullopt;
        if (anchor) anchors.push_back({role, content->version, *anchor});
    }
    return anchors;
}

/// What is published of it, once more.
Result<void> ReleaseTrust::stageAgain(const std::string& role) {
    tuf::Targets again = *repository().targets(role);
    anchorAudit(again);
    CHECK(m_engine.world.trust.stageTargets(role, std::move(again), m_engine.clock.now()));
    keepStaged(role);
    return {};
}

/// The signatures that are there do not do for those who are to be asked from now on: they sign it again, and then all
/// of it is published together.
Result<void> ReleaseTrust::followIn(const std::string& role, const tuf::Keys& keys, const tuf::Role& needs) {
    const auto published = repository().published().find(role);
    if (published == repository().published().end() || repository().staged().contains(role)) return {};
    TRY(const tuf::SignedDocument document, tuf::SignedDocument::parse(published->second));
    if (document.verify(keys, needs, role)) return {};
    return stageAgain(role);
}

Result<void> ReleaseTrust::followRoot() {
    TRY(const tuf::Root root, tuf::readRoot(repository().staged().at(std::string(kRoot)).content));
    return followIn(std::string(kTargets), root.keys, root.roles.find(kTargets)->second);
}

Result<void> ReleaseTrust::followTargets() {
    TRY(const tuf::Targets targets, tuf::readTargets(repository().staged().at(std::string(kTargets)).content));
    for (const tuf::DelegatedRole& role : targets.delegations.roles)
        CHECK(followIn(role.name, targets.delegations.keys, role));
    return {};
}

Result<void> ReleaseTrust::renew(const std::string& role, std::string_view actor) {
    tuf::Repository& repository = m_engine.world.trust;
    const TimePoint now = m_engine.clock.now();
    if (repository.staged().contains(role))
        return makeError(BaseErrc::wrongState, role + " waits for signatures already; with them it is renewed, too");
    if (role == kRoot && repository.root()) {
        CHECK(repository.stageRoot(*repository.root(), now));
        keepStaged(role);
    } else if (repository.targets(role)) {
        CHECK(stageAgain(role));
    } else {
        return makeError(BaseErrc::notFound, "nothing is published of " + printable(role));
    }
    m_engine.ledger.audit(actor, "trust.renew", "trust:" + role);
    m_engine.ledger.event("trust", {{"role", role}});
    return {};
}

Result<void> ReleaseTrust::drop(const std::string& role, std::string_view actor) {
    if (!repository().staged().contains(role) || orderOf(role) > 1)
        return makeError(BaseErrc::notFound, "nothing is staged for " + printable(role));
    m_engine.world.trust.drop(role);
    keepStaged(role);
    m_engine.ledger.audit(actor, "trust.drop", "trust:" + role);
    m_engine.ledger.event("trust", {{"role", role}});
    return {};
}

void ReleaseTrust::keepStaged(const std::string& role) {
    const auto staged = repository().staged().find(role);
    putSetting(std::string(kStaged) + role, staged == repository().staged().end()
                                                ? std::string()
                                                : tuf::documentText(staged->second.content, staged->second.signatures));
}

approver::ApprovalRules ReleaseTrust::rulesOf(const std::string& product) const {
    const tuf::Targets* const targets = repository().targets(kTargets);
    auto rules = targets ? approver::approvalRulesOf(*targets, product) : Result<approver::ApprovalRules>();
    return rules ? std::move(*rules) : approver::ApprovalRules();
}

void ReleaseTrust::noteRequester(ReleaseId id, std::string_view actor) {
    putSetting(std::string(kRequester) + std::to_string(id.value), std::string(actor));
}

/// Whoever asked for a release is not among those who approve it, where its product's rules say so.
Result<void> ReleaseTrust::checkRequester(const std::string& role, std::string_view actor) const {
    for (const auto& [id, release] : m_engine.world.releases) {
        if (release.state != ReleaseState::inReview || approversRole(release.product) != role) continue;
        if (rulesOf(release.product).ownRequests) continue;
        const auto noted = m_engine.world.settings.find(std::string(kRequester) + std::to_string(id.value));
        const bool asked = noted != m_engine.world.settings.end() && noted->second == actor;
        if (!asked && release.createdBy != actor) continue;
        return makeError(BaseErrc::denied, std::string(actor) + " asked for release " + std::to_string(id.value) +
                                               ": others must approve it");
    }
    return {};
}

Result<void> ReleaseTrust::checkChannel(const Release& release) const {
    if (!established() || !hasApprovers(release.product)) return {};
    const std::vector<std::string> channels = rulesOf(release.product).channels;
    if (channels.empty() || std::find(channels.begin(), channels.end(), release.channel) != channels.end()) return {};
    return makeError(BaseErrc::wrongState,
                     "nobody is named who approves releases of " + release.product + " on " + release.channel);
}

Result<void> ReleaseTrust::sign(const std::string& role, tuf::Signature signature, std::string_view actor) {
    const tuf::KeyId key = signature.keyId;
    CHECK(checkRequester(role, actor));
    CHECK(m_engine.world.trust.addSignature(role, std::move(signature)));
    keepStaged(role);
    m_engine.ledger.audit(actor, "trust.sign", "trust:" + role, {{"key", key}});
    noteSignature(role, key, actor);
    auto published = publish(actor);
    // Others have to sign yet, or another role first: the signature stays.
    if (!published && published.error().code != BaseErrc::wrongState && published.error().code != BaseErrc::denied)
        return published;
    m_engine.ledger.event("trust", {{"role", role}});
    return {};
}

/// Published, or staged with enough signatures.
bool ReleaseTrust::isComplete(std::string_view role) const {
    if (repository().published().contains(role)) return true;
    const auto count = repository().count(std::string(role));
    return count && count->have >= count->need;
}

Result<void> ReleaseTrust::publish(std::string_view actor) {
    if (!isComplete(kRoot) || !isComplete(kTargets))
        return makeError(BaseErrc::wrongState, "root and targets come first");
    const tuf::KeySigner online(m_engine.identity.metadataKey());
    std::vector<std::string> waiting;
    for (const auto& [role, staged] : repository().staged())
        waiting.push_back(role);
    TRY(const std::vector<tuf::PublishedFile> files, m_engine.world.trust.publish(online, m_engine.clock.now()));
    keep(files);
    if (isBehind(m_engine.world)) putSetting(store::kMetadataBehind, {});
    for (const std::string& role : waiting) {
        if (repository().staged().contains(role)) continue;
        keepStaged(role);
        m_engine.ledger.audit(actor, "trust.publish", "trust:" + role);
    }
    approveSigned(actor);
    return {};
}

/// Files keep their names for ever, but those of a role that were replaced twice: a client may be in the middle of
/// reading the one before. All roots stay.
void ReleaseTrust::keep(const std::vector<tuf::PublishedFile>& files) {
    for (const tuf::PublishedFile& file : files) {
        putSetting(std::string(kFile) + file.name, file.bytes);
        const auto dot = file.name.find('.');
        const std::int64_t version = std::atoll(file.name.c_str());
        const std::string rest = file.name.substr(dot);
        if (version > 2 && rest != ".root.json")
            putSetting(std::string(kFile) + std::to_string(version - 2) + rest, {});
    }
    for (const auto& [role, bytes] : repository().published())
        if (m_engine.world.settings[std::string(kPublished) + role] != bytes)
            putSetting(std::string(kPublished) + role, bytes);
}

bool ReleaseTrust::hasApprovers(const std::string& product) const {
    const tuf::Targets* const targets = repository().targets(kTargets);
    return targets && tuf::delegatedRole(targets->delegations, approversRole(product)) != nullptr;
}

bool ReleaseTrust::isTrusted(const Release& release) const {
    if (!established()) return true;
    const tuf::Targets* const signedTargets = repository().targets(approversRole(release.product));
    if (!signedTargets) return false;
    const auto target = signedTargets->targets.find(targetPath(release));
    if (target == signedTargets->targets.end()) return false;
    const auto hash = target->second.hashes.find("sha256");
    return hash != target->second.hashes.end() && hash->second == release.manifestDigest.hex() &&
           !isOver(target->second, m_engine.clock.now());
}

Result<void> ReleaseTrust::checkSigned(const Release& release) const {
    if (isTrusted(release)) return {};
    const std::string name = "release " + std::to_string(release.id.value);
    if (!hasApprovers(release.product))
        return makeError(BaseErrc::wrongState, name + " has no signatures, and nobody is named yet who approves " +
                                                   "releases of " + release.product + ": terminals would refuse it");
    return makeError(BaseErrc::wrongState,
                     name + " is not signed by the approvers of " + release.product +
                         ": terminals would refuse it. It is signed with the next release that is submitted");
}

/// Until when an approval that is asked for now holds; what waits for signatures already keeps its end.
std::optional<TimePoint> ReleaseTrust::approvalEnd(const Release& release) const {
    const std::int64_t days = rulesOf(release.product).approvalDays;
    if (days == 0) return std::nullopt;
    const auto staged = repository().staged().find(approversRole(release.product));
    const auto content = staged == repository().staged().end() ? Result<tuf::Targets>(tuf::Targets())
                                                               : tuf::readTargets(staged->second.content);
    if (content) {
        const auto known = content->targets.find(targetPath(release));
        const json::value* const end =
            known == content->targets.end() ? nullptr : known->second.custom.if_contains(kNotAfter);
        const bool same = end && end->is_string() && known->second.hashes.contains("sha256") &&
                          known->second.hashes.find("sha256")->second == release.manifestDigest.hex();
        const auto time = same ? fromRfc3339(std::string_view(end->get_string())) : Result<TimePoint>();
        if (same && time && *time > m_engine.clock.now()) return *time;
    }
    return m_engine.clock.now() + Seconds(std::chrono::days(days));
}

/// What was published, what is in review now, and what was approved before signatures were asked for.
Result<tuf::Targets> ReleaseTrust::wantedTargets(const std::string& product) const {
    const tuf::Targets* const published = repository().targets(approversRole(product));
    tuf::Targets wanted = published ? *published : tuf::Targets();
    std::int64_t counter = 0;
    for (const auto& [path, target] : wanted.targets)
        counter = std::max(counter, counterOf(target));
    for (const auto& [id, release] : m_engine.world.releases) {
        const bool approvedBefore =
            (release.state == ReleaseState::approved || release.state == ReleaseState::published) &&
            !isTrusted(release);
        if (release.product != product || (release.state != ReleaseState::inReview && !approvedBefore)) continue;
        const auto size = m_engine.blobs.size(release.manifestDigest);
        if (!size && approvedBefore) continue;  // its bytes are gone: nobody can check what they would sign
        if (!size) return makeError(BaseErrc::notFound, "no blob " + release.manifestDigest.text());
        json::array hardware;
        for (const Package& package : release.packages)
            hardware.push_back(json::string(package.platform));
        tuf::Target target;
        target.length = *size;
        target.hashes["sha256"] = release.manifestDigest.hex();
        // What was approved for a time that has ended is no newer for being approved again.
        const auto known = wanted.targets.find(targetPath(release));
        const bool again = approvedBefore && known != wanted.targets.end() && known->second.hashes == target.hashes;
        target.custom = {{kCounter, again ? counterOf(known->second) : ++counter},
                         {"hw", std::move(hardware)},
                         {"channel", release.channel},
                         {"mediaType", registry::kImageIndexType}};
        if (const auto end = approvalEnd(release)) target.custom[kNotAfter] = toRfc3339(*end);
        wanted.targets[targetPath(release)] = std::move(target);
    }
    return wanted;
}

Result<void> ReleaseTrust::restage(const std::string& product) {
    if (!established()) return {};
    const std::string role = approversRole(product);
    TRY(tuf::Targets wanted, wantedTargets(product));
    const tuf::Targets* const published = repository().targets(role);
    const bool nothingNew = published ? tuf::contentOf(wanted) == tuf::contentOf(*published) : wanted.targets.empty();
    const auto staged = repository().staged().find(role);
    if (nothingNew) {
        if (staged == repository().staged().end()) return {};
        const json::value* const same = staged->second.content.if_contains("targets");
        if (published && same && *same == tuf::contentOf(*published).at("targets")) return {};  // it is being renewed
        m_engine.world.trust.drop(role);
        keepStaged(role);
        return {};
    }
    if (!hasApprovers(product))
        return makeError(BaseErrc::wrongState, "nobody is named yet who approves releases of " + product);
    if (staged != repository().staged().end()) {
        const json::value* const known = staged->second.content.if_contains("targets");
        const json::object content = tuf::contentOf(wanted);
        if (known && *known == content.at("targets")) return {};
    }
    anchorAudit(wanted);
    CHECK(m_engine.world.trust.stageTargets(role, std::move(wanted), m_engine.clock.now()));
    keepStaged(role);
    return {};
}

/// The releases that a signature is about: those in review.
void ReleaseTrust::noteSignature(const std::string& role, const tuf::KeyId& key, std::string_view actor) {
    for (auto& [id, release] : m_engine.world.releases) {
        if (release.state != ReleaseState::inReview || approversRole(release.product) != role) continue;
        release.approvals.push_back(
            {std::string(actor), m_engine.clock.now(), release.manifestDigest, true, "signed with key " + key});
        m_engine.ledger.put(release);
        m_engine.ledger.event("release", {{"id", id.value}, {"state", nameOf(release.state)}});
    }
}

void ReleaseTrust::approveSigned(std::string_view actor) {
    for (auto& [id, release] : m_engine.world.releases) {
        if (release.state != ReleaseState::inReview || !isTrusted(release)) continue;
        release.state = ReleaseState::approved;
        m_engine.ledger.put(release);
        m_engine.ledger.audit(actor, "release.approve", "release:" + std::to_string(id.value),
                              {{"product", release.product},
                               {"version", release.version},
                               {"manifestDigest", release.manifestDigest.text()},
                               {"signatures", "enough"}});
        m_engine.ledger.event("release", {{"id", id.value}, {"state", nameOf(release.state)}});
    }
}

bool ReleaseTrust::signAgainIsDue() const {
    if (established() && isBehind(m_engine.world)) return true;
    constexpr auto kDaily = std::chrono::hours(24);
    const auto ends = repository().ends();
    const auto end = ends.find("timestamp");
    return end != ends.end() && end->second - m_engine.clock.now() < tuf::Validity().timestamp - kDaily;
}

Result<void> ReleaseTrust::signAgain() {
    const tuf::KeySigner online(m_engine.identity.metadataKey());
    TRY(const std::vector<tuf::PublishedFile> files, m_engine.world.trust.signAgain(online, m_engine.clock.now()));
    keep(files);
    if (isBehind(m_engine.world)) putSetting(store::kMetadataBehind, {});
    return {};
}

}  // namespace signalbox::manager
