// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/model/release.h"
#include "core/model/rollout.h"
#include "core/model/terminal.h"

namespace signalbox::test {

/// aTerminal("till-1").on("linux-amd64").tagged("site", "north")
struct TerminalBuilder {
    std::string id;
    std::string platform = "linux-amd64";
    std::string cluster = "default";
    std::map<std::string, std::string> tags;
    std::map<std::string, std::string> installed;

    TerminalBuilder& on(std::string name) { return platform = std::move(name), *this; }
    TerminalBuilder& in(std::string name) { return cluster = std::move(name), *this; }
    TerminalBuilder& tagged(const std::string& key, std::string value) { return tags[key] = std::move(value), *this; }
    TerminalBuilder& running(const std::string& product, std::string version) {
        return installed[product] = std::move(version), *this;
    }
};
[[nodiscard]] inline TerminalBuilder aTerminal(std::string id) {
    TerminalBuilder builder;
    builder.id = std::move(id);
    return builder;
}

/// aRelease("1.0").with("linux-arm64").inState(ReleaseState::draft); approved and for linux-amd64 otherwise. Its
/// digests are well-formed, but there are no bytes behind them.
struct ReleaseBuilder {
    std::string version;
    std::string product = "till-software";
    std::vector<std::string> platforms{"linux-amd64"};
    ReleaseState state = ReleaseState::approved;
    std::vector<Prerequisite> prerequisites;

    ReleaseBuilder& with(std::string platform) { return platforms.push_back(std::move(platform)), *this; }
    ReleaseBuilder& of(std::string name) { return product = std::move(name), *this; }
    ReleaseBuilder& needing(std::string name, std::string least) {
        return prerequisites.push_back({std::move(name), std::move(least)}), *this;
    }
    ReleaseBuilder& inState(ReleaseState wanted) { return state = wanted, *this; }
};
[[nodiscard]] inline ReleaseBuilder aRelease(std::string version = "1.0") {
    ReleaseBuilder builder;
    builder.version = std::move(version);
    return builder;
}

[[nodiscard]] inline Phase aPhase(std::string name, PhaseSize size, PhaseGate gate = {}) {
    Phase phase;
    phase.name = std::move(name);
    phase.size = size;
    phase.gate = gate;
    return phase;
}
[[nodiscard]] inline PhaseSize terminals(double count) {
    return {PhaseSize::Unit::count, count};
}
[[nodiscard]] inline PhaseSize percent(double share) {
    return {PhaseSize::Unit::percent, share};
}

/// aRollout(release).phases({…}).breaker(2, 0).retries(0)
struct RolloutBuilder {
    Rollout rollout;

    RolloutBuilder& to(std::string audience) { return rollout.audience = std::move(audience), *this; }
    RolloutBuilder& phases(std::vector<Phase> list) { return rollout.phases = std::move(list), *this; }
    RolloutBuilder& breaker(std::uint32_t count, double share = 0) {
        rollout.breaker = {count, share};
        return *this;
    }
    RolloutBuilder& retries(std::uint32_t count, Seconds backOff = Seconds(300)) {
        rollout.retry = {count, backOff};
        return *this;
    }
    RolloutBuilder& issuedAt(TimePoint time) { return rollout.issueTime = time, *this; }
    RolloutBuilder& updatedAt(TimePoint time) { return rollout.updateTime = time, *this; }
    RolloutBuilder& offline() { return rollout.offlineInstall = true, *this; }
    RolloutBuilder& silentAtMost(Seconds span) { return rollout.installTimeout = span, *this; }
    RolloutBuilder& permitsFor(Seconds span) { return rollout.permitValidity = span, *this; }
    RolloutBuilder& provenOn(std::uint32_t copies) { return rollout.syncGate.atLeast = copies, *this; }
};
[[nodiscard]] inline RolloutBuilder aRollout(ReleaseId release) {
    RolloutBuilder builder;
    builder.rollout.name = "rollout";
    builder.rollout.release = release;
    builder.rollout.retry.count = 0;
    return builder;
}

}  // namespace signalbox::test
