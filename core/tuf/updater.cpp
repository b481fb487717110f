// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tuf/updater.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "core/base/log.h"
#include "core/tuf/delegation.h"

namespace signalbox::tuf {
namespace {

// Bounds in bytes where no length was announced, and of steps: what an endless answer can cost.
constexpr std::size_t kMaxRoot = 512000;
constexpr std::size_t kMaxTimestamp = 16384;
constexpr std::size_t kMaxSnapshot = 2000000;
constexpr std::size_t kMaxTargets = 5000000;
constexpr int kMaxRootRotations = 256;
constexpr std::size_t kMaxDelegations = 32;

/// What is announced, but never more than the bound.
std::size_t boundOf(const MetaFile& announced, std::size_t most) {
    return announced.length ? static_cast<std::size_t>(std::min<std::uint64_t>(*announced.length, most)) : most;
}

Error missing(const std::string& name) {
    return makeError(BaseErrc::notFound, name + " is not there");
}

struct Step {
    std::string role;
    std::string delegator;
    friend auto operator<=>(const Step&, const Step&) = default;
};

}  // namespace

Task<void> Updater::refresh() {
    CO_CHECK(pinRoot());
    CO_CHECK(co_await refreshRoot());
    CO_CHECK(co_await refreshTimestamp());
    CO_CHECK(co_await refreshSnapshot());
    CO_CHECK(co_await loadTargets("targets", "root"));
    co_return Result<void>();
}

Result<void> Updater::pinRoot() {
    TRY(std::optional<std::string> bytes, m_local.read("root", kMaxRoot));
    if (!bytes) return makeError(BaseErrc::notFound, "there is no trusted root.json");
    if (auto done = m_trusted.pinRoot(std::move(*bytes)); !done) return std::move(done).error().within("trusted root");
    return {};
}

std::string Updater::versioned(std::string_view role, std::int64_t version) const {
    const std::string name = encodedRole(role) + ".json";
    return m_trusted.root().consistentSnapshot ? std::to_string(version) + "." + name : name;
}

Task<void> Updater::refreshRoot() {
    for (int rotations = 0; rotations < kMaxRootRotations; ++rotations) {
        const std::string name = std::to_string(m_trusted.root().version + 1) + ".root.json";
        CO_TRY(std::optional<std::string> bytes, co_await m_source.fetch(name, kMaxRoot));
        if (!bytes) break;
        CO_CHECK(m_trusted.nextRoot(*bytes));
        // Forgotten before the root that says so is kept: a kill between the two must not leave them standing.
        if (m_trusted.onlineKeysRotated()) {
            CO_CHECK(m_local.forget("timestamp"));
            CO_CHECK(m_local.forget("snapshot"));
        }
        CO_CHECK(m_local.write("root", *bytes));
    }
    co_return m_trusted.checkRootIsFresh();
}

Task<void> Updater::refreshTimestamp() {
    CO_TRY(std::optional<std::string> known, m_local.read("timestamp", kMaxTimestamp));
    if (known) {
        // What the present root does not vouch for is no memory.
        if (const auto remembered = m_trusted.rememberTimestamp(std::move(*known)); !remembered)
            logInfo("tuf", "the timestamp kept is not used: {}", remembered.error().text());
    }
    CO_TRY(std::optional<std::string> bytes, co_await m_source.fetch("timestamp.json", kMaxTimestamp));
    if (!bytes) co_return missing("timestamp.json");
    CO_TRY(const TimestampNews news, m_trusted.newTimestamp(*bytes));
    if (news == TimestampNews::newer) CO_CHECK(m_local.write("timestamp", *bytes));
    co_return Result<void>();
}

Task<void> Updater::refreshSnapshot() {
    CO_TRY(std::optional<std::string> known, m_local.read("snapshot", kMaxSnapshot));
    if (known) {
        if (const auto remembered = m_trusted.rememberSnapshot(std::move(*known)); !remembered)
            logInfo("tuf", "the snapshot kept is not used: {}", remembered.error().text());
    }
    if (m_trusted.snapshotIsCurrent()) co_return Result<void>();
    const MetaFile& announced = m_trusted.timestamp().snapshot;
    const std::string name = versioned("snapshot", announced.version);
    CO_TRY(std::optional<std::string> bytes, co_await m_source.fetch(name, boundOf(announced, kMaxSnapshot)));
    if (!bytes) co_return missing(name);
    CO_CHECK(m_trusted.newSnapshot(*bytes));
    CO_CHECK(m_local.write("snapshot", *bytes));
    co_return Result<void>();
}

Task<void> Updater::loadTargets(std::string role, std::string delegator) {
    if (m_trusted.targets(role)) co_return m_trusted.checkTargets(role, delegator);
    const MetaFile* const announced = m_trusted.fileOf(role);
    if (!announced) co_return makeError(BaseErrc::notFound, "the snapshot names no " + role + ".json");
    CO_TRY(std::optional<std::string> known, m_local.read(role, kMaxTargets));
    if (known && m_trusted.addTargets(role, delegator, std::move(*known))) co_return Result<void>();
    const std::string name = versioned(role, announced->version);
    CO_TRY(std::optional<std::string> bytes, co_await m_source.fetch(name, boundOf(*announced, kMaxTargets)));
    if (!bytes) co_return missing(name);
    CO_CHECK(m_trusted.addTargets(role, delegator, *bytes));
    CO_CHECK(m_local.write(role, *bytes));
    co_return Result<void>();
}

Task<Target> Updater::find(std::string path) {
    std::vector<Step> open{{"targets", "root"}};  // the next one is the last
    std::set<Step> seen;
    while (!open.empty() && seen.size() <= kMaxDelegations) {
        const Step step = std::move(open.back());
        open.pop_back();
        if (!seen.insert(step).second) continue;
        CO_CHECK(co_await loadTargets(step.role, step.delegator));
        const Targets& targets = *m_trusted.targets(step.role);
        if (const auto found = targets.targets.find(path); found != targets.targets.end()) co_return found->second;
        const std::vector<Delegate> delegates = delegatesFor(targets.delegations, path);
        // Who comes after a terminating role is not asked, wherever it was delegated to.
        if (!delegates.empty() && delegates.back().terminating) open.clear();
        for (auto delegate = delegates.rbegin(); delegate != delegates.rend(); ++delegate)
            open.push_back({delegate->name, step.role});
    }
    co_return makeError(BaseErrc::notFound, "no role that may speak of '" + path + "' names it");
}

}  // namespace signalbox::tuf
