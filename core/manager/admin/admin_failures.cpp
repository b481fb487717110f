// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json/array.hpp>

#include "core/manager/admin/admin_resources.h"
#include "core/manager/failure_actions.h"
#include "core/manager/failure_report.h"
#include "core/model/names.h"

namespace signalbox::manager {
namespace {

namespace json = boost::json;
using Reply = Task<http::Response>;

json::object groupJson(const FailureGroup& group) {
    json::array suspects;
    for (const Suspect& suspect : group.suspects)
        suspects.push_back(
            {{"what", suspect.what}, {"value", suspect.value}, {"failed", suspect.failed}, {"ended", suspect.ended}});
    return {{"cause", nameOf(group.cause)},
            {"state", nameOf(group.state)},
            {"count", group.count},
            {"excluded", group.excluded},
            {"firstSeen", toRfc3339(group.first)},
            {"lastSeen", toRfc3339(group.last)},
            {"message", group.message},
            {"lastLine", group.lastLine},
            {"suspects", std::move(suspects)},
            {"terminals", json::array(group.terminals.begin(), group.terminals.end())}};
}

/// A rollout's failures in groups, and what is done about a group.
class FailureResource {
public:
    explicit FailureResource(Engine& engine) : m_engine(engine) {}

    Reply list(http::Exchange& exchange, const Actor&) {
        CO_TRY(const std::int64_t id, idParameter(exchange, 0));
        const auto found = m_engine.world.rollouts.find({id});
        if (found == m_engine.world.rollouts.end())
            co_return makeError(BaseErrc::notFound, "there is no rollout " + std::to_string(id));
        json::array list;
        for (const FailureGroup& group : failuresOf(m_engine.world, found->second))
            list.push_back(groupJson(group));
        co_return jsonAnswer(200, {{"groups", std::move(list)}});
    }

    using Action = Result<std::uint64_t> (FailureActions::*)(RolloutId, std::optional<FailureCause>, std::string_view);

    /// How many terminals it was done to.
    Reply act(http::Exchange& exchange, const Actor& actor, Action action) {
        CO_TRY(const std::int64_t id, idParameter(exchange, 0));
        CO_TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        const std::string name = body.text("cause");
        CO_CHECK(body.check());
        const auto cause = fromName<FailureCause>(name);
        if (!name.empty() && !cause) co_return makeError(BaseErrc::malformed, "cause: no such cause");
        FailureActions actions(m_engine);
        CO_TRY(const std::uint64_t count, (actions.*action)({id}, cause, actor.name));
        co_return jsonAnswer(200, {{"count", count}});
    }

private:
    Engine& m_engine;
};

}  // namespace

void addFailureRoutes(AdminRoutes& routes, Engine& engine) {
    const auto resource = std::make_shared<FailureResource>(engine);
    routes.add("GET", "/api/v1/rollouts/{id}/failures", Right::view,
               [resource](http::Exchange& exchange, const Actor& actor) { return resource->list(exchange, actor); });
    const auto add = [&](const char* pattern, FailureResource::Action action) {
        routes.add("POST", pattern, Right::operate, [resource, action](http::Exchange& exchange, const Actor& actor) {
            return resource->act(exchange, actor, action);
        });
    };
    add("/api/v1/rollouts/{id}/failures/retry", &FailureActions::retry);
    add("/api/v1/rollouts/{id}/failures/exclude", &FailureActions::exclude);
    add("/api/v1/rollouts/{id}/failures/include", &FailureActions::include);
}

}  // namespace signalbox::manager
