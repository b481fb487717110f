// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/rollout_audience.h"

#include "core/manager/audiences.h"
#include "core/manager/phase_plan.h"
#include "core/manager/products.h"

namespace signalbox::manager {
namespace {

/// Those whose platform the release has a package for.
Result<fleet::TerminalSet> fitting(const World& world, const Release& release, TimePoint now) {
    if (release.packages.empty()) return fleet::TerminalSet();
    filter::Comparison ofPlatform;
    ofPlatform.field.kind = filter::FieldKind::platform;
    ofPlatform.op = filter::Operator::in;
    for (const Package& package : release.packages)
        ofPlatform.values.push_back(package.platform);
    return world.fleet.select({ofPlatform}, world.fleetContext(now));
}

/// Those that were heard of within the span; the ones never heard of have joined and not come back.
Result<fleet::TerminalSet> heardWithin(const World& world, Seconds span, TimePoint now) {
    filter::Comparison contact;
    contact.field.kind = filter::FieldKind::lastContact;
    contact.op = filter::Operator::greaterOrEqual;
    contact.values.push_back(toRfc3339(now - span));
    return world.fleet.select({contact}, world.fleetContext(now));
}

std::string spanText(Seconds span) {
    constexpr std::int64_t kDay = 86400;
    if (span.count() % kDay == 0) return std::to_string(span.count() / kDay) + " days";
    return std::to_string(span.count() / 3600) + " hours";
}

/// Those on which the rollout succeeded, or whose part in it ended with that cause.
fleet::TerminalSet endedIn(const World& world, RolloutId rollout, FailureCause cause) {
    fleet::TerminalSet set;
    const auto entry = world.rollouts.find(rollout);
    if (entry == world.rollouts.end()) return set;
    for (const auto& [terminal, id] : entry->second.deployments) {
        const Deployment& part = *world.deployment(id);
        const bool isIt = cause == FailureCause::none ? part.state == DeploymentState::succeeded
                                                      : isFinal(part.state) && part.cause == cause;
        if (isIt) set.add(terminal);
    }
    return set;
}

/// A restricted product goes where tags say. A roll-back of it goes to those that were chosen by tags before.
Result<void> checkRestriction(const World& world, const Rollout& rollout) {
    const std::string& product = world.releases.at(rollout.release).product;
    if (!isRestricted(world, product)) return {};
    if (const auto before = world.rollouts.find(rollout.rollbackOf); before != world.rollouts.end())
        if (world.releases.at(before->second.rollout.release).product == product) return {};
    return checkTagsOnly(world, rollout.audience);
}

void keepOnly(RolloutAudience& audience, const fleet::TerminalSet& kept, std::string reason) {
    fleet::TerminalSet out = audience.members;
    out -= kept;
    if (out.empty()) return;
    audience.members &= kept;
    audience.leftOut.push_back({std::move(reason), std::move(out)});
}

}  // namespace

Result<RolloutAudience> audienceOf(const World& world, const Rollout& rollout, TimePoint now) {
    RolloutAudience audience;
    TRY(audience.matched, selectAudience(world, rollout.audience, now));
    CHECK(checkRestriction(world, rollout));
    if (rollout.rollbackOf) audience.matched &= endedIn(world, rollout.rollbackOf, rollout.rollbackCause);
    audience.members = audience.matched;
    TRY(const fleet::TerminalSet fits, fitting(world, world.releases.at(rollout.release), now));
    keepOnly(audience, fits, "wrong platform");
    if (rollout.leavesSilent > Seconds(0)) {
        TRY(const fleet::TerminalSet heard, heardWithin(world, rollout.leavesSilent, now));
        keepOnly(audience, heard, "not heard of for " + spanText(rollout.leavesSilent));
    }
    return audience;
}

Result<std::vector<fleet::TerminalSet>> phasesOf(const World& world, const Rollout& rollout,
                                                 const fleet::TerminalSet& members, TimePoint now) {
    std::vector<std::optional<fleet::TerminalSet>> chosen;
    for (std::size_t i = 0; i < rollout.phases.size(); ++i) {
        const Phase& phase = rollout.phases[i];
        chosen.emplace_back();
        if (!phase.filter) continue;
        auto matched = selectAudience(world, *phase.filter, now);
        if (!matched) return std::move(matched).error().within("phases[" + std::to_string(i) + "].filter");
        chosen.back() = std::move(*matched);
    }
    return planPhases(members, rollout.phases, rollout.id, chosen);
}

}  // namespace signalbox::manager
