// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/follow_up_plans.h"

#include <algorithm>

#include "core/filter/expression.h"
#include "core/manager/rollout_audience.h"
#include "core/manager/rollouts.h"
#include "core/model/names.h"

namespace signalbox::manager {
namespace {

constexpr std::size_t kMostPrerequisites = 16;  // of prerequisites, too
constexpr std::int64_t kHighestPriority = 1000;

bool mayBeIssued(const Release& release) {
    return release.state == ReleaseState::approved || release.state == ReleaseState::published;
}

filter::Expression compare(std::string product, filter::Operator op, std::string value) {
    filter::Comparison comparison;
    comparison.field = {filter::FieldKind::installed, std::move(product)};
    comparison.op = op;
    comparison.values.push_back(std::move(value));
    return {std::move(comparison)};
}

/// `audience;(installed.p=lt=v,installed.p!=*)`: those of it that have not got it, or nothing of it.
Result<std::string> lacking(const std::string& audience, const Prerequisite& wanted) {
    filter::Or lacks;
    lacks.operands.push_back(compare(wanted.product, filter::Operator::less, wanted.minVersion));
    lacks.operands.push_back(compare(wanted.product, filter::Operator::notEqual, "*"));
    TRY(filter::Expression whole, filter::parse(audience));
    if (std::holds_alternative<filter::All>(whole.node)) return filter::print({std::move(lacks)});
    filter::And both;
    both.operands.push_back(std::move(whole));
    both.operands.push_back({std::move(lacks)});
    return filter::print({std::move(both)});
}

/// Below the version of the dependent, where that is of the same product.
const Release* newestMeeting(const World& world, const Prerequisite& wanted, const Release& dependent) {
    const Release* best = nullptr;
    for (const auto& [id, release] : world.releases) {
        if (release.product != wanted.product || !mayBeIssued(release)) continue;
        if (filter::compareNatural(release.version, wanted.minVersion) < 0) continue;
        const bool tooNew =
            release.product == dependent.product && filter::compareNatural(release.version, dependent.version) >= 0;
        if (!tooNew && (!best || filter::compareNatural(release.version, best->version) > 0)) best = &release;
    }
    return best;
}

/// The same plan for another release.
Rollout planLike(const Rollout& model, const Release& release, std::string_view what) {
    Rollout plan = model;
    plan.name = (std::string(what) + ": " + release.product + " " + release.version).substr(0, 200);
    plan.release = release.id;
    plan.rollbackOf = {};
    plan.rollbackCause = FailureCause::none;
    return plan;
}

Result<void> checkOlder(const Release& release, const Release& brought) {
    if (release.product != brought.product)
        return makeError(BaseErrc::invalidArgument,
                         "release: it is of " + release.product + ", not " + brought.product);
    if (filter::compareNatural(release.version, brought.version) >= 0)
        return makeError(BaseErrc::invalidArgument,
                         "release: " + release.version + " is not older than " + brought.version);
    if (!mayBeIssued(release))
        return makeError(BaseErrc::wrongState, "the release is " + std::string(nameOf(release.state)));
    return {};
}

/// Of a rollout, to an older release, at once and as far as it went.
Rollout planBack(const Rollout& rollout, const Release& release) {
    Rollout plan = planLike(rollout, release, "roll back");
    plan.rollbackOf = rollout.id;
    plan.issueTime.reset();
    plan.updateTime.reset();
    plan.schedule.deadline.reset();
    plan.schedule.updateLocal.clear();
    plan.forceTime.reset();
    plan.takesLater = false;
    plan.installMode = plan.installMode == InstallMode::timeForced ? InstallMode::forced : plan.installMode;
    return plan;
}

}  // namespace

Result<Rollout> FollowUpPlans::rollBack(RolloutId id, ReleaseId to, std::string_view actor, FailureCause cause) {
    const World& world = m_engine.world;
    const auto found = world.rollouts.find(id);
    if (found == world.rollouts.end())
        return makeError(BaseErrc::notFound, "there is no rollout " + std::to_string(id.value));
    const auto target = world.releases.find(to);
    if (target == world.releases.end())
        return makeError(BaseErrc::notFound, "there is no release " + std::to_string(to.value));
    const Rollout& rollout = found->second.rollout;
    const Release& brought = world.releases.at(rollout.release);
    CHECK(checkOlder(target->second, brought));
    const bool isOpen = rollout.state == RolloutState::running || rollout.state == RolloutState::issuing;
    if (isOpen && cause == FailureCause::none)
        return makeError(BaseErrc::wrongState,
                         "the rollout still brings " + brought.version + "; pause or stop it first");
    if (rollout.installMode == InstallMode::downloadOnly)
        return makeError(BaseErrc::wrongState, "the rollout installed nothing");
    Rollout plan = planBack(rollout, target->second);
    plan.rollbackCause = cause;
    // What a terminal that failed runs now nobody knows for sure.
    plan.audience = cause == FailureCause::none
                        ? filter::print(compare(brought.product, filter::Operator::in, brought.version))
                        : std::string();
    if (cause != FailureCause::none) plan.name = (plan.name + " (" + std::string(nameOf(cause)) + ")").substr(0, 200);
    TRY(const RolloutAudience audience, audienceOf(world, plan, m_engine.clock.now()));
    if (audience.matched.empty())
        return makeError(BaseErrc::wrongState, cause == FailureCause::none
                                                   ? "no terminal runs " + brought.version + " by this rollout"
                                                   : "no terminal failed so: " + std::string(nameOf(cause)));
    if (audience.members.empty())
        return makeError(BaseErrc::wrongState,
                         "release " + target->second.version + " has no package for any of the terminals");
    return Rollouts(m_engine).create(std::move(plan), actor);
}

Result<std::vector<Rollout>> FollowUpPlans::prerequisites(RolloutId id, std::string_view actor) {
    const auto found = m_engine.world.rollouts.find(id);
    if (found == m_engine.world.rollouts.end())
        return makeError(BaseErrc::notFound, "there is no rollout " + std::to_string(id.value));
    const Rollout model = found->second.rollout;
    // Nothing is made before all of them are found.
    std::vector<Rollout> plans;
    std::vector<const Release*> toDo{&m_engine.world.releases.at(model.release)};
    while (!toDo.empty()) {
        const Release& dependent = *toDo.back();
        toDo.pop_back();
        for (const Prerequisite& wanted : dependent.prerequisites) {
            const Release* release = newestMeeting(m_engine.world, wanted, dependent);
            if (!release)
                return makeError(BaseErrc::wrongState,
                                 "no approved release of " + wanted.product + " is " + wanted.minVersion + " or newer");
            const auto isIt = [release](const Rollout& plan) { return plan.release == release->id; };
            if (std::any_of(plans.begin(), plans.end(), isIt)) continue;
            if (plans.size() >= kMostPrerequisites)
                return makeError(BaseErrc::wrongState, "at most 16 releases may have to go before");
            Rollout plan = planLike(model, *release, "first");
            TRY(plan.audience, lacking(model.audience, wanted));
            plan.priority = std::min(kHighestPriority, model.priority + 1 + static_cast<std::int64_t>(plans.size()));
            plans.push_back(std::move(plan));
            toDo.push_back(release);
        }
    }
    std::reverse(plans.begin(), plans.end());
    for (const Rollout& plan : plans)
        CHECK(Rollouts::check(m_engine, plan));
    std::vector<Rollout> made;
    for (Rollout& plan : plans) {
        TRY(Rollout draft, Rollouts(m_engine).create(std::move(plan), actor));
        made.push_back(std::move(draft));
    }
    return made;
}

}  // namespace signalbox::manager
