// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json/array.hpp>

#include "core/manager/admin/admin_resources.h"
#include "core/manager/dry_run.h"
#include "core/manager/follow_up_plans.h"
#include "core/model/json.h"
#include "core/model/names.h"

namespace signalbox::manager {
namespace {

namespace json = boost::json;
using Reply = Task<http::Response>;

json::value timeJson(const std::optional<TimePoint>& time) {
    return time ? json::value(toRfc3339(*time)) : json::value(nullptr);
}

json::array groupsJson(const std::vector<DryRunGroup>& groups) {
    json::array list;
    for (const DryRunGroup& group : groups)
        list.push_back({{"reason", group.reason},
                        {"count", group.count},
                        {"terminals", json::array(group.terminals.begin(), group.terminals.end())}});
    return list;
}

json::object dryRunJson(const DryRun& report) {
    json::array phases;
    for (const DryRunPhase& phase : report.phases)
        phases.push_back({{"name", phase.name},
                          {"terminals", phase.terminals},
                          {"bytes", phase.bytes},
                          {"from", timeJson(phase.from)},
                          {"finish", timeJson(phase.finish)},
                          {"afterHand", phase.afterHand}});
    json::array nodes;
    for (const DryRunNode& node : report.nodes)
        nodes.push_back({{"name", node.name},
                         {"clusterName", node.cluster},
                         {"online", node.online},
                         {"terminals", node.terminals},
                         {"bytes", node.bytes}});
    return {{"at", toRfc3339(report.at)},
            {"matched", report.matched},
            {"members", report.members},
            {"bytes", report.bytes},
            {"excluded", groupsJson(report.excluded)},
            {"held", groupsJson(report.held)},
            {"missed", groupsJson(report.missed)},
            {"withoutNode", groupsJson(report.noNodes)},
            {"phases", std::move(phases)},
            {"nodes", std::move(nodes)},
            {"finish", timeJson(report.finish)}};
}

/// What is asked and made of rollouts before they start.
class PlanResource {
public:
    explicit PlanResource(Engine& engine) : m_engine(engine) {}

    Reply dryRunOfDraft(http::Exchange& exchange, const Actor&) {
        CO_TRY(const std::int64_t id, idParameter(exchange, 0));
        const auto found = m_engine.world.rollouts.find({id});
        if (found == m_engine.world.rollouts.end())
            co_return makeError(BaseErrc::notFound, "there is no rollout " + std::to_string(id));
        CO_TRY(const DryRun report, dryRun(m_engine, found->second.rollout));
        co_return jsonAnswer(200, dryRunJson(report));
    }

    Reply dryRunOfPlan(http::Exchange& exchange, const Actor&) {
        CO_TRY(const BodyReaderJson body, BodyReaderJson::parse(exchange));
        CO_TRY(Rollout plan, rolloutFromJson(body.object()));
        plan.id = {};
        if (plan.name.empty()) plan.name = "plan";
        if (plan.phases.empty()) plan.phases.emplace_back().name = "all";
        const auto report = dryRun(m_engine, plan);
        if (!report) co_return audienceProblem(m_engine.world, plan, report.error());
        co_return jsonAnswer(200, dryRunJson(*report));
    }

    Reply rollBack(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const std::int64_t id, idParameter(exchange, 0));
        CO_TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        const ReleaseId release{body.number("release", 0, INT64_MAX, 0)};
        const std::string name = body.text("cause", "none");
        CO_CHECK(body.check());
        const auto cause = fromName<FailureCause>(name);
        if (!cause) co_return makeError(BaseErrc::malformed, "cause: no such cause");
        CO_TRY(const Rollout made, FollowUpPlans(m_engine).rollBack({id}, release, actor.name, *cause));
        co_return jsonAnswer(201, toJson(made));
    }

    Reply prerequisites(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const std::int64_t id, idParameter(exchange, 0));
        CO_TRY(const std::vector<Rollout> made, FollowUpPlans(m_engine).prerequisites({id}, actor.name));
        json::array items;
        for (const Rollout& rollout : made)
            items.push_back(toJson(rollout));
        const std::size_t total = items.size();
        co_return jsonAnswer(201, {{"items", std::move(items)}, {"next", nullptr}, {"total", total}});
    }

private:
    Engine& m_engine;
};

}  // namespace

void addPlanRoutes(AdminRoutes& routes, Engine& engine) {
    const auto resource = std::make_shared<PlanResource>(engine);
    using Method = Reply (PlanResource::*)(http::Exchange&, const Actor&);
    const auto add = [&](const char* method, const char* pattern, Right right, Method handler) {
        routes.add(method, pattern, right, [resource, handler](http::Exchange& exchange, const Actor& actor) {
            return ((*resource).*handler)(exchange, actor);
        });
    };
    add("POST", "/api/v1/rollouts/dry-run", Right::view, &PlanResource::dryRunOfPlan);
    add("GET", "/api/v1/rollouts/{id}/dry-run", Right::view, &PlanResource::dryRunOfDraft);
    add("POST", "/api/v1/rollouts/{id}/roll-back", Right::operate, &PlanResource::rollBack);
    add("POST", "/api/v1/rollouts/{id}/prerequisites", Right::operate, &PlanResource::prerequisites);
}

}  // namespace signalbox::manager
