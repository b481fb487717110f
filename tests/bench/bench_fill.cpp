// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A manager's data folder with a large fleet in it: bench_fill <folder, not there yet> <terminals> [deployments].
// Terminal n is "till-<n>" with the token "bench-<n>"; the first `deployments` of them have deployment n of a rollout
// that runs. Then `signalbox-manager run --data <folder>`.
#include <cstdio>
#include <filesystem>

#include "core/base/hash.h"
#include "core/fleet/terminal_set.h"
#include "core/store/store.h"
#include "tests/bench/bench_terminal.h"
#include "tests/support/store_run.h"

using namespace signalbox;

namespace {

constexpr std::int64_t kClusters = 40;
constexpr std::int64_t kGroup = 10'000;

Package aPackage(const std::string& platform) {
    Package package;
    package.platform = platform;
    package.fileName = "till.tar.zst";
    package.mediaType = "application/vnd.signalbox.package.tar+zstd";
    package.digest = Digest::ofContent("package " + platform);
    package.size = 100'000'000;
    package.sha1 = std::string(40, '1');
    package.md5 = std::string(32, '5');
    package.configDigest = Digest::ofContent("config " + platform);
    package.configSize = 300;
    package.manifestDigest = Digest::ofContent("manifest " + platform);
    package.manifestSize = 600;
    return package;
}

/// A release and a rollout of it that runs, with the terminals 1 to `members` in its one phase.
std::vector<store::Change> aRunningRollout(std::int64_t members, TimePoint now) {
    Release release;
    release.id = {1};
    release.product = "till";
    release.version = "3.0";
    release.state = ReleaseState::published;
    release.packages = {aPackage("linux-amd64"), aPackage("linux-arm64")};
    release.manifestDigest = Digest::ofContent("index");
    release.createdBy = "bench";
    release.createdAt = now;
    Rollout rollout;
    rollout.id = {1};
    rollout.name = "bench";
    rollout.release = release.id;
    rollout.audience = "";
    Phase all;
    all.name = "all";
    all.startedAt = now;
    rollout.phases = {all};
    rollout.installTimeout = Seconds(86400);
    rollout.state = RolloutState::running;
    rollout.createdBy = "bench";
    rollout.createdAt = now;
    rollout.startedAt = now;
    store::PhaseMembers phase;
    phase.rollout = rollout.id;
    fleet::TerminalSet set;
    for (std::int64_t id = 1; id <= members; ++id)
        set.add({id});
    phase.bitmap = set.serialize();
    return {release, rollout, phase};
}

Deployment aDeployment(std::int64_t id, TimePoint now) {
    Deployment deployment;
    deployment.id = {id};
    deployment.rollout = {1};
    deployment.terminal = {id};
    deployment.state = DeploymentState::downloading;
    deployment.fromVersion = "2.0";
    deployment.createdAt = now;
    deployment.changedAt = now;
    return deployment;
}

Result<void> fill(store::Store& store, std::int64_t terminals, std::int64_t deployments) {
    const TimePoint now = SystemClock().now();
    std::vector<store::Change> changes;
    for (std::int64_t id = 1; id <= kClusters; ++id) {
        Cluster cluster;
        cluster.id = {id};
        cluster.name = id == 1 ? "default" : "cluster-" + std::to_string(id);
        cluster.createdAt = now;
        changes.emplace_back(std::move(cluster));
    }
    for (store::Change& change : deployments > 0 ? aRunningRollout(deployments, now) : std::vector<store::Change>())
        changes.push_back(std::move(change));
    for (std::int64_t id = 1; id <= terminals; ++id) {
        Terminal terminal = bench::aTerminal(id, now);
        terminal.tokenHash = sha256Hex(bytesOf("bench-" + std::to_string(id)));
        changes.emplace_back(std::move(terminal));
        if (id <= deployments) changes.emplace_back(aDeployment(id, now));
        if (id % kGroup != 0 && id != terminals) continue;
        CHECK(test::runTask(store.commit(std::move(changes))));
        changes.clear();
    }
    return {};
}

}  // namespace

int main(int argc, char** argv) {
    const std::int64_t terminals = argc > 2 ? std::atoll(argv[2]) : 0;
    const std::int64_t deployments = argc > 3 ? std::atoll(argv[3]) : 0;
    if (terminals < 1 || deployments > terminals) {
        std::fprintf(stderr, "bench_fill FOLDER TERMINALS [DEPLOYMENTS]\n");
        return 2;
    }
    const std::filesystem::path folder = argv[1];
    std::filesystem::create_directories(folder);
    auto store = store::openSqliteStore((folder / "signalbox.sqlite").string());
    auto filled = store ? fill(**store, terminals, deployments) : Result<void>(store.error());
    if (store) (*store)->close();
    if (filled) return 0;
    std::fprintf(stderr, "bench_fill: %s\n", filled.error().text().c_str());
    return 1;
}
