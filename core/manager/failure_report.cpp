// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/failure_report.h"

#include <algorithm>
#include <map>

#include "core/manager/chain.h"

namespace signalbox::manager {
namespace {

constexpr std::size_t kMostNamed = 20;
constexpr std::size_t kMostSuspects = 5;
constexpr std::size_t kMostExamined = 20'000;
constexpr std::uint64_t kLeastFailures = 3;  // fewer say nothing
constexpr double kLeastLift = 2;             // so many times the share of the others

using Trait = std::pair<std::string, std::string>;
using GroupKey = std::pair<FailureCause, DeploymentState>;

std::string lastLineOf(std::string_view text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
        text.remove_suffix(1);
    const auto at = text.rfind('\n');
    return std::string(at == std::string_view::npos ? text : text.substr(at + 1));
}

std::vector<Trait> traitsOf(const World& world, const RolloutEntry& entry, const Terminal& terminal,
                            const Deployment& deployment) {
    std::vector<Trait> traits{{"platform", terminal.platform}};
    if (!deployment.fromVersion.empty()) traits.emplace_back("version before", deployment.fromVersion);
    if (const auto cluster = world.clusters.find(terminal.cluster); cluster != world.clusters.end())
        traits.emplace_back("cluster", cluster->second.name);
    // Where it was told to begin; nobody writes down where it ended.
    if (const auto chain = chainOf(world, terminal, entry.rollout.release); chain.size() > 1)
        traits.emplace_back("node", chain.front().name);
    if (const auto model = terminal.attributes.find("model"); model != terminal.attributes.end())
        traits.emplace_back("model", model->second);
    if (const auto site = terminal.tags.find("site"); site != terminal.tags.end())
        traits.emplace_back("site", site->second);
    return traits;
}

/// How the parts that ended share out over traits.
struct Examined {
    std::uint64_t all = 0;
    std::map<Trait, std::uint64_t> ended;
    std::map<GroupKey, std::map<Trait, std::uint64_t>> failed;
    std::map<GroupKey, std::uint64_t> allFailed;
};

Examined examine(const World& world, const RolloutEntry& entry) {
    Examined examined;
    for (const auto& [id, part] : entry.deployments) {
        const Deployment* deployment = world.deployment(part);
        if (!deployment || !isFinal(deployment->state)) continue;
        const auto terminal = world.fleet.terminal(id);
        if (!terminal) continue;
        if (++examined.all > kMostExamined) break;
        const GroupKey key{deployment->cause, deployment->state};
        const bool failed = deployment->cause != FailureCause::none;
        if (failed) ++examined.allFailed[key];
        for (const Trait& trait : traitsOf(world, entry, *terminal, *deployment)) {
            ++examined.ended[trait];
            if (failed) ++examined.failed[key][trait];
        }
    }
    return examined;
}

std::vector<Suspect> suspectsOf(const Examined& examined, const GroupKey& key) {
    std::vector<std::pair<double, Suspect>> found;
    const auto failed = examined.failed.find(key);
    if (failed == examined.failed.end()) return {};
    const std::uint64_t allFailed = examined.allFailed.at(key);
    for (const auto& [trait, count] : failed->second) {
        const std::uint64_t ended = examined.ended.at(trait);
        const std::uint64_t others = examined.all - ended;
        if (count < kLeastFailures || others == 0) continue;
        const double share = static_cast<double>(count) / static_cast<double>(ended);
        // Half a failure among the others: none at all must not make everything a suspect without measure.
        const double rest = std::max(static_cast<double>(allFailed - count), 0.5) / static_cast<double>(others);
        if (share >= kLeastLift * rest) found.push_back({share / rest, {trait.first, trait.second, count, ended}});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<Suspect> suspects;
    for (auto& [lift, suspect] : found)
        if (suspects.size() < kMostSuspects) suspects.push_back(std::move(suspect));
    return suspects;
}

}  // namespace

std::vector<FailureGroup> failuresOf(const World& world, const RolloutEntry& entry) {
    std::map<GroupKey, FailureGroup> groups;
    for (const auto& [id, part] : entry.deployments) {
        const Deployment* deployment = world.deployment(part);
        if (!deployment || deployment->cause == FailureCause::none) continue;
        FailureGroup& group = groups[{deployment->cause, deployment->state}];
        group.cause = deployment->cause;
        group.state = deployment->state;
        if (group.count == 0 || deployment->changedAt < group.first) group.first = deployment->changedAt;
        if (deployment->changedAt >= group.last) {
            group.last = deployment->changedAt;
            group.message = deployment->message;
            group.lastLine = lastLineOf(deployment->logTail);
        }
        ++group.count;
        if (deployment->excluded) ++group.excluded;
        if (group.terminals.size() >= kMostNamed) continue;
        if (const auto terminal = world.fleet.terminal(id)) group.terminals.push_back(terminal->controllerId);
    }
    const Examined examined = groups.empty() ? Examined() : examine(world, entry);
    std::vector<FailureGroup> list;
    for (auto& [key, group] : groups) {
        std::sort(group.terminals.begin(), group.terminals.end());
        group.suspects = suspectsOf(examined, key);
        list.push_back(std::move(group));
    }
    std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.count > b.count; });
    return list;
}

}  // namespace signalbox::manager
