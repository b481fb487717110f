// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/releases.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/log.h"
#include "core/filter/expression.h"
#include "core/manager/release_trust.h"
#include "core/model/names.h"
#include "core/package/archive.h"
#include "core/package/recipe_file.h"
#include "core/registry/blob_reader.h"
#include "core/registry/manifest.h"

namespace signalbox::manager {
namespace {

constexpr std::size_t kMaxText = 16384;
constexpr std::size_t kMaxPackages = 64;
constexpr std::size_t kMaxPrerequisites = 16;

Result<void> checkPrerequisites(const Releases::New& wanted) {
    if (wanted.prerequisites.size() > kMaxPrerequisites)
        return makeError(BaseErrc::tooLarge, "prerequisites: at most 16");
    for (const Prerequisite& prerequisite : wanted.prerequisites) {
        CHECK(Releases::checkName("prerequisites.product", prerequisite.product));
        CHECK(Releases::checkName("prerequisites.minVersion", prerequisite.minVersion));
        if (prerequisite.product == wanted.product &&
            filter::compareNatural(prerequisite.minVersion, wanted.version) >= 0)
            return makeError(BaseErrc::invalidArgument, "prerequisites: a release cannot need itself or a newer one");
    }
    return {};
}

std::string subjectOf(ReleaseId id) {
    return "release:" + std::to_string(id.value);
}

struct Checksums {
    std::string sha1;
    std::string md5;
    std::uint64_t size = 0;
};

/// Reads the blob once. Blocking.
Result<Checksums> checksumsOf(const registry::BlobStore& blobs, const Digest& digest) {
    TRY(const http::FileBody file, blobs.open(digest));
    TRY(const std::uint64_t size, [&]() -> Result<std::uint64_t> {
        const auto known = blobs.size(digest);
        if (!known) return makeError(BaseErrc::notFound, "no blob " + digest.text());
        return *known;
    }());
    Hasher sha1(Hasher::Algorithm::sha1);
    Hasher md5(Hasher::Algorithm::md5);
    std::vector<std::byte> buffer(1 << 18);
    for (std::uint64_t done = 0; done < size;) {
        TRY(const std::size_t got, registry::readAt(file, done, buffer));
        if (got == 0) return makeError(BaseErrc::corrupt, "blob " + digest.text() + " is cut short");
        sha1.update(Bytes(buffer).first(got));
        md5.update(Bytes(buffer).first(got));
        done += got;
    }
    return Checksums{sha1.finishHex(), md5.finishHex(), size};
}

/// 0 where it is no archive that an agent unpacks; that agent says so. Blocking.
std::uint64_t unpackedSizeOf(const registry::BlobStore& blobs, const Digest& digest) {
    const auto file = blobs.open(digest);
    if (!file) return 0;
    const auto size = package::unpackedSize(
        [&file](std::uint64_t offset, std::span<std::byte> into) { return registry::readAt(*file, offset, into); });
    return size ? *size : 0;
}

/// Puts recipe and manifest of one package beside its file and fills in what points to them. Blocking.
Result<Package> storePackage(registry::BlobStore& blobs, const Release& release, Package package) {
    TRY(Checksums sums, checksumsOf(blobs, package.digest));
    package.size = sums.size;
    package.sha1 = std::move(sums.sha1);
    package.md5 = std::move(sums.md5);
    package.mediaType = registry::kTreePackageType;
    if (package.unpackedSize == 0 && package.recipe.kind != InstallKind::image)
        package.unpackedSize = unpackedSizeOf(blobs, package.digest);
    const std::string recipe = package::recipeToJson(package.recipe);
    TRY(package.configDigest, blobs.put(bytesOf(recipe)));
    package.configSize = recipe.size();
    const std::string manifest = registry::buildManifest(release, package);
    TRY(package.manifestDigest, blobs.put(bytesOf(manifest)));
    package.manifestSize = manifest.size();
    return package;
}

}  // namespace

Result<void> Releases::checkName(std::string_view what, std::string_view name) {
    const auto isAlphanumeric = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    const auto isAllowed = [&](char c) {
        return isAlphanumeric(c) || std::string_view("._-+~:").find(c) != std::string_view::npos;
    };
    if (name.empty() || name.size() > 64 || !isAlphanumeric(name.front()) ||
        !std::all_of(name.begin(), name.end(), isAllowed))
        return makeError(BaseErrc::invalidArgument,
                         std::string(what) +
                             ": 1 to 64 letters, digits or . _ - + ~ : are wanted, beginning with a letter or digit");
    return {};
}

Result<void> Releases::restageWith(const Release& release) {
    Release& kept = m_engine.world.releases[release.id];
    const Release before = std::exchange(kept, release);
    auto staged = ReleaseTrust(m_engine).restage(release.product);
    if (!staged) kept = before;
    return staged;
}

void Releases::save(const Release& release, std::string_view actor, std::string_view action,
                    boost::json::object detail) {
    detail["product"] = release.product;
    detail["version"] = release.version;
    detail["state"] = nameOf(release.state);
    m_engine.world.releases[release.id] = release;
    m_engine.ledger.put(release);
    m_engine.ledger.audit(actor, action, subjectOf(release.id), detail);
    m_engine.ledger.event("release", {{"id", release.id.value}, {"state", nameOf(release.state)}});
}

Result<Release> Releases::get(ReleaseId id) const {
    const auto found = m_engine.world.releases.find(id);
    if (found == m_engine.world.releases.end())
        return makeError(BaseErrc::notFound, "there is no release " + std::to_string(id.value));
    return found->second;
}

Result<Release> Releases::create(const New& wanted, std::string_view actor) {
    CHECK(checkName("product", wanted.product));
    CHECK(checkName("version", wanted.version));
    CHECK(checkName("channel", wanted.channel));
    if (wanted.notes.size() > kMaxText) return makeError(BaseErrc::tooLarge, "notes: at most 16 KiB");
    CHECK(checkPrerequisites(wanted));
    for (const auto& [id, release] : m_engine.world.releases)
        if (release.product == wanted.product && release.version == wanted.version && release.channel == wanted.channel)
            return makeError(BaseErrc::alreadyExists, wanted.product + " " + wanted.version + " on " + wanted.channel +
                                                          " is release " + std::to_string(id.value));
    Release release;
    release.id = m_engine.world.nextRelease();
    release.product = wanted.product;
    release.version = wanted.version;
    release.channel = wanted.channel;
    release.notes = wanted.notes;
    release.prerequisites = wanted.prerequisites;
    release.createdBy = actor;
    release.createdAt = m_engine.clock.now();
    save(release, actor, "release.create");
    return release;
}

Result<Release> Releases::setNotes(ReleaseId id, std::string notes, std::string_view actor) {
    TRY(Release release, get(id));
    if (notes.size() > kMaxText) return makeError(BaseErrc::tooLarge, "notes: at most 16 KiB");
    release.notes = std::move(notes);
    save(release, actor, "release.edit");
    return release;
}

Result<void> Releases::remove(ReleaseId id, std::string_view actor) {
    TRY(const Release release, get(id));
    if (release.state != ReleaseState::draft)
        return makeError(BaseErrc::wrongState, "only drafts are deleted; withdraw the release instead");
    for (const auto& [rolloutId, entry] : m_engine.world.rollouts)
        if (entry.rollout.release == id)
            return makeError(BaseErrc::wrongState, "rollout " + std::to_string(rolloutId.value) + " uses it");
    m_engine.world.releases.erase(id);
    m_engine.ledger.put(store::ReleaseRemoved{id});
    m_engine.ledger.audit(actor, "release.delete", subjectOf(id));
    m_engine.ledger.event("release", {{"id", id.value}, {"state", "deleted"}});
    return {};
}

Task<Release> Releases::storeManifests(Release release) {
    registry::BlobStore& blobs = m_engine.blobs;
    auto work = [&blobs, release = std::move(release)]() mutable -> Result<Release> {
        if (release.packages.empty()) {
            release.manifestDigest = {};
            return release;
        }
        for (Package& package : release.packages) {
            if (!package.manifestDigest.empty()) continue;
            TRY(package, storePackage(blobs, release, package));
        }
        TRY(release.manifestDigest, blobs.put(bytesOf(registry::buildIndex(release))));
        return release;
    };
    auto stored = co_await m_engine.pool.run(std::move(work));
    co_return stored;
}

Result<void> Releases::carryOver(Release& edited, const Digest& before) const {
    TRY(const Release now, get(edited.id));
    if (now.manifestDigest != before || now.state == ReleaseState::published || now.state == ReleaseState::withdrawn)
        return makeError(BaseErrc::wrongState, "the release was changed meanwhile; try again");
    edited.approvals = now.approvals;
    edited.notes = now.notes;
    return {};
}

Task<Release> Releases::setPackage(ReleaseId id, NewPackage wanted, std::string actor) {
    CO_CHECK(checkName("platform", wanted.platform));
    CO_CHECK(package::checkRecipe(wanted.recipe));
    if (wanted.fileName.empty() || wanted.fileName.size() > 255 || wanted.fileName.find('/') != std::string::npos ||
        printable(wanted.fileName) != wanted.fileName)
        co_return makeError(BaseErrc::invalidArgument, "fileName: a plain file name of at most 255 bytes is wanted");
    CO_TRY(Release release, get(id));
    if (release.state == ReleaseState::published || release.state == ReleaseState::withdrawn)
        co_return makeError(BaseErrc::wrongState,
                            "the release is " + std::string(nameOf(release.state)) + "; make a new version instead");
    const auto samePlatform = [&](const Package& package) { return package.platform == wanted.platform; };
    std::erase_if(release.packages, samePlatform);
    if (release.packages.size() >= kMaxPackages) co_return makeError(BaseErrc::tooLarge, "at most 64 packages");
    Package package;
    package.platform = wanted.platform;
    package.fileName = wanted.fileName;
    package.digest = wanted.digest;
    package.recipe = wanted.recipe;
    release.packages.push_back(std::move(package));
    const auto byPlatform = [](const Package& a, const Package& b) { return a.platform < b.platform; };
    std::sort(release.packages.begin(), release.packages.end(), byPlatform);
    release.state = ReleaseState::draft;
    const Digest before = release.manifestDigest;
    CO_TRY(release, co_await storeManifests(std::move(release)));
    // Someone may have edited it while the pool worked.
    CO_CHECK(carryOver(release, before));
    CO_CHECK(restageWith(release));
    save(release, actor, "release.setPackage",
         {{"platform", wanted.platform},
          {"digest", wanted.digest.text()},
          {"manifestDigest", release.manifestDigest.text()}});
    co_return release;
}

Task<Release> Releases::removePackage(ReleaseId id, std::string platform, std::string actor) {
    CO_TRY(Release release, get(id));
    if (release.state == ReleaseState::published || release.state == ReleaseState::withdrawn)
        co_return makeError(BaseErrc::wrongState, "the release is " + std::string(nameOf(release.state)));
    const auto samePlatform = [&](const Package& package) { return package.platform == platform; };
    if (std::erase_if(release.packages, samePlatform) == 0)
        co_return makeError(BaseErrc::notFound, "the release has no package for " + printable(platform));
    release.state = ReleaseState::draft;
    const Digest before = release.manifestDigest;
    CO_TRY(release, co_await storeManifests(std::move(release)));
    CO_CHECK(carryOver(release, before));
    CO_CHECK(restageWith(release));
    save(release, actor, "release.removePackage", {{"platform", platform}});
    co_return release;
}

Result<Release> Releases::submit(ReleaseId id, std::string_view actor) {
    TRY(Release release, get(id));
    if (release.state != ReleaseState::draft)
        return makeError(BaseErrc::wrongState, "the release is " + std::string(nameOf(release.state)));
    if (release.packages.empty()) return makeError(BaseErrc::wrongState, "the release has no package yet");
    ReleaseTrust trust(m_engine);
    if (trust.established() && !trust.hasApprovers(release.product))
        return makeError(BaseErrc::wrongState, "nobody is named yet who approves releases of " + release.product);
    CHECK(trust.checkChannel(release));
    release.state = ReleaseState::inReview;
    CHECK(restageWith(release));
    if (trust.established()) trust.noteRequester(id, actor);
    save(release, actor, "release.submit", {{"manifestDigest", release.manifestDigest.text()}});
    return release;
}

Result<Release> Releases::decide(ReleaseId id, const Digest& seen, bool approved, std::string comment,
                                 std::string_view actor) {
    TRY(Release release, get(id));
    if (release.state != ReleaseState::inReview)
        return makeError(BaseErrc::wrongState,
                         "the release is " + std::string(nameOf(release.state)) + ", not in review");
    if (seen != release.manifestDigest)
        return makeError(BaseErrc::wrongState, "the release is now " + release.manifestDigest.text() +
                                                   ", not what was looked at; look again");
    if (comment.size() > kMaxText) return makeError(BaseErrc::tooLarge, "comment: at most 16 KiB");
    ReleaseTrust trust(m_engine);
    if (approved && trust.established())
        return makeError(BaseErrc::wrongState,
                         "releases are approved by signatures here: sign it with an approver's key");
    release.approvals.push_back({std::string(actor), m_engine.clock.now(), seen, approved, comment});
    release.state = approved ? ReleaseState::approved : ReleaseState::draft;
    CHECK(restageWith(release));
    save(release, actor, approved ? "release.approve" : "release.refuse",
         {{"manifestDigest", seen.text()}, {"comment", comment}});
    return release;
}

Result<Release> Releases::approve(ReleaseId id, const Digest& seen, std::string comment, std::string_view actor) {
    return decide(id, seen, true, std::move(comment), actor);
}

Result<Release> Releases::refuse(ReleaseId id, const Digest& seen, std::string comment, std::string_view actor) {
    return decide(id, seen, false, std::move(comment), actor);
}

Result<Release> Releases::withdraw(ReleaseId id, std::string comment, std::string_view actor) {
    TRY(Release release, get(id));
    if (release.state != ReleaseState::approved && release.state != ReleaseState::published)
        return makeError(BaseErrc::wrongState, "the release is " + std::string(nameOf(release.state)));
    release.state = ReleaseState::withdrawn;
    release.withdrawnAt = m_engine.clock.now();
    save(release, actor, "release.withdraw", {{"comment", comment.substr(0, kMaxText)}});
    return release;
}

void Releases::published(ReleaseId id) {
    const auto found = m_engine.world.releases.find(id);
    if (found == m_engine.world.releases.end() || found->second.state != ReleaseState::approved) return;
    Release release = found->second;
    release.state = ReleaseState::published;
    save(release, "manager", "release.publish");
}

}  // namespace signalbox::manager
