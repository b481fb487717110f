// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/retention.h"

#include <algorithm>
#include <vector>

#include "core/base/log.h"
#include "core/manager/release_blobs.h"
#include "core/manager/storage_settings.h"
#include "core/model/names.h"

namespace signalbox::manager {
namespace {

constexpr Seconds kHeld{3600};

/// Everything of a release that lies in the blob store.
std::vector<Digest> digestsOf(const Release& release) {
    std::vector<Digest> digests;
    for (const ReleaseBlob& blob : blobsOf(release))
        digests.push_back(blob.digest);
    for (const Package& package : release.packages)
        digests.push_back(package.manifestDigest);
    digests.push_back(release.manifestDigest);
    std::erase_if(digests, [](const Digest& digest) { return digest.empty(); });
    return digests;
}

bool holdsPackages(const RolloutEntry& entry) {
    return entry.active() || entry.rollout.state == RolloutState::scheduled;
}

/// Cheap: most rollouts have ended, and nothing of them is open.
bool hasOpenDeployments(const RolloutEntry& entry) {
    return std::any_of(entry.counts.begin(), entry.counts.end(),
                       [](const PhaseCounts& counts) { return counts.ended() < counts.terminals; });
}

std::string nameFor(const RolloutEntry& entry) {
    return "rollout " + std::to_string(entry.rollout.id.value) + " (" + entry.rollout.name + ")";
}

}  // namespace

void holdBlob(Engine& engine, const Digest& digest) {
    const TimePoint now = engine.clock.now();
    std::erase_if(engine.blobsHeld, [now](const auto& held) { return held.second < now; });
    engine.blobsHeld[digest.text()] = now + kHeld;
}

std::optional<TimePoint> Retention::dropsAt(const Release& release) const {
    if (release.state != ReleaseState::withdrawn || !release.withdrawnAt || release.droppedAt) return std::nullopt;
    return *release.withdrawnAt + storageSettingsOf(m_engine.world).retention;
}

std::string Retention::neededBy(const Release& release) const {
    for (const auto& [id, entry] : m_engine.world.rollouts) {
        const bool ofThis = entry.rollout.release == release.id;
        if (ofThis && holdsPackages(entry)) return nameFor(entry);
        const auto other = m_engine.world.releases.find(entry.rollout.release);
        const bool sameProduct = other != m_engine.world.releases.end() && other->second.product == release.product;
        if ((!ofThis && !sameProduct) || !hasOpenDeployments(entry)) continue;
        for (const auto& [terminal, deploymentId] : entry.deployments) {
            const Deployment* deployment = m_engine.world.deployment(deploymentId);
            if (!deployment || isFinal(deployment->state)) continue;
            // Ended rollouts may have terminals that still install; others may have to go back to this version.
            if (ofThis || deployment->fromVersion == release.version)
                return "deployment " + std::to_string(deploymentId.value) + " of " + nameFor(entry);
        }
    }
    return {};
}

bool Retention::mark() {
    const TimePoint now = m_engine.clock.now();
    bool marked = false;
    for (auto& [id, release] : m_engine.world.releases) {
        if (release.state != ReleaseState::withdrawn || release.droppedAt) continue;
        if (!release.withdrawnAt) {  // withdrawn by a version that did not note when
            release.withdrawnAt = now;
            m_engine.ledger.put(release);
        }
        const auto due = dropsAt(release);
        if (!due || now < *due || !neededBy(release).empty()) continue;
        release.droppedAt = now;
        m_engine.ledger.put(release);
        m_engine.ledger.audit("manager", "release.drop", "release:" + std::to_string(id.value),
                              {{"product", release.product},
                               {"version", release.version},
                               {"withdrawnAt", toRfc3339(*release.withdrawnAt)},
                               {"bytes", totalOf(blobsOf(release))}});
        m_engine.ledger.event("release", {{"id", id.value}, {"state", nameOf(release.state)}});
        logInfo("manager", "the packages of release {} ({} {}) are dropped", id.value, release.product,
                release.version);
        marked = true;
    }
    return marked;
}

bool Retention::isUsed(const Digest& digest) const {
    const auto held = m_engine.blobsHeld.find(digest.text());
    if (held != m_engine.blobsHeld.end() && m_engine.clock.now() <= held->second) return true;
    const auto uses = [&digest](const auto& known) {
        if (known.second.droppedAt) return false;
        const auto digests = digestsOf(known.second);
        return std::find(digests.begin(), digests.end(), digest) != digests.end();
    };
    return std::any_of(m_engine.world.releases.begin(), m_engine.world.releases.end(), uses);
}

void Retention::removeBytes() {
    for (const auto& [id, release] : m_engine.world.releases) {
        if (!release.droppedAt) continue;
        for (const Digest& digest : digestsOf(release)) {
            if (!m_engine.blobs.size(digest) || isUsed(digest)) continue;
            const auto removed = m_engine.blobs.remove(digest);
            if (!removed)
                logWarning("manager", "{} of release {} stays: {}", digest.text(), id.value, removed.error().text());
        }
    }
}

}  // namespace signalbox::manager
