// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/release_trust.h"

#include <algorithm>
#include <boost/json/array.hpp>

#include "core/base/log.h"
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
// Settings. A published file lies under its name; a role's present bytes and what is staged for it under the role.
constexpr std::string_view kFile = "tuf.file.";
constexpr std::string_view kPublished = "tuf.published.";
constexpr std::string_view kStaged = "tuf.staged.";
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

/// The delegation that products have: their approvers alone speak of them.
Result<void> checkDelegations(const tuf::Targets& targets) {
    if (!targets.targets.empty())
        return makeError(BaseErrc::invalidArgument, "targets: holds no releases itself, only who approves which");
    if (targets.delegations.succinct)
        return makeError(BaseErrc::invalidArgument, "targets.delegations: hash bins are not used here");
    for (const tuf::DelegatedRole& role : targets.delegations.roles) {
        const bool named = role.name.starts_with(kRolePrefix) && role.name.size() > kRolePrefix.size();
        const std::string product = named ? role.name.substr(kRolePrefix.size()) : std::string();
        const std::vector<std::string> paths{product + "/*/*", product + "/*/*/*"};
        if (!named || !role.terminating || role.paths != paths)
            return makeError(BaseErrc::invalidArgument,
                             "targets.delegations: '" + printable(role.name) +
                                 "' must be p-PRODUCT, terminating, with the paths PRODUCT/*/* and PRODUCT/*/*/*");
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
        CHECK(repository.stageRoot(std::move(root), now));
    } else if (role == kTargets) {
        TRY(tuf::Targets targets, tuf::readTargets(whole));
        CHECK(checkDelegations(targets));
        CHECK(repository.stageTargets(role, std::move(targets), now));
    } else {
        return makeError(BaseErrc::invalidArgument, "role: root or targets; a product's goes with its releases");
    }
    keepStaged(role);
    m_engine.ledger.audit(actor, "trust.stage", "trust:" + role);
    m_engine.ledger.event("trust", {{"role", role}});
    return {};
}

Result<void> ReleaseTrust::renew(const std::string& role, std::string_view actor) {
    tuf::Repository& repository = m_engine.world.trust;
    const TimePoint now = m_engine.clock.now();
    if (repository.staged().contains(role))
        return makeError(BaseErrc::wrongState, role + " waits for signatures already; with them it is renewed, too");
    if (role == kRoot && repository.root()) {
        CHECK(repository.stageRoot(*repository.root(), now));
    } else if (const tuf::Targets* const targets = repository.targets(role)) {
        CHECK(repository.stageTargets(role, *targets, now));
    } else {
        return makeError(BaseErrc::notFound, "nothing is published of " + printable(role));
    }
    keepStaged(role);
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

Result<void> ReleaseTrust::sign(const std::string& role, tuf::Signature signature, std::string_view actor) {
    const tuf::KeyId key = signature.keyId;
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
    return hash != target->second.hashes.end() && hash->second == release.manifestDigest.hex();
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
        if (!size) return makeError(BaseErrc::notFound, "no blob " + release.manifestDigest.text());
        json::array hardware;
        for (const Package& package : release.packages)
            hardware.push_back(json::string(package.platform));
        tuf::Target target;
        target.length = *size;
        target.hashes["sha256"] = release.manifestDigest.hex();
        target.custom = {{kCounter, ++counter},
                         {"hw", std::move(hardware)},
                         {"channel", release.channel},
                         {"mediaType", registry::kImageIndexType}};
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
