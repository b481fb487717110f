// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <boost/json/array.hpp>
#include <map>

#include "core/base/log.h"
#include "core/manager/admin/admin_resources.h"
#include "core/manager/admin/deployment_json.h"
#include "core/manager/deployments.h"
#include "core/manager/rollouts.h"
#include "core/model/json.h"
#include "core/model/names.h"

namespace signalbox::manager {
namespace {

namespace json = boost::json;
using Reply = Task<http::Response>;

/// The states of `?name=a,b`; empty: all.
template <class State>
Result<std::vector<State>> statesOf(const http::Request& request, std::string_view name) {
    std::vector<State> states;
    const auto text = http::queryValue(request.query, name);
    if (!text || text->empty()) return states;
    std::size_t begin = 0;
    while (begin <= text->size()) {
        const std::size_t end = std::min(text->find(',', begin), text->size());
        const auto state = fromName<State>(std::string_view(*text).substr(begin, end - begin));
        if (!state) return makeError(BaseErrc::malformed, std::string(name) + ": no such state");
        states.push_back(*state);
        begin = end + 1;
    }
    return states;
}

/// A terminal of the audience that was not offered anything yet.
json::object notOffered(const Engine& engine, const RolloutEntry& entry, TerminalId id) {
    Deployment waiting;
    waiting.rollout = entry.rollout.id;
    waiting.terminal = id;
    waiting.phase = entry.phaseOf(id).value_or(0);
    return deploymentJson(engine, waiting);
}

class RolloutResource {
public:
    explicit RolloutResource(Engine& engine) : m_engine(engine) {}

    Result<const RolloutEntry*> find(const http::Exchange& exchange) const {
        TRY(const std::int64_t id, idParameter(exchange, 0));
        const auto found = m_engine.world.rollouts.find({id});
        if (found == m_engine.world.rollouts.end())
            return makeError(BaseErrc::notFound, "there is no rollout " + std::to_string(id));
        return &found->second;
    }

    json::object progressJson(const RolloutEntry& entry) const {
        json::array phases;
        for (std::size_t i = 0; i < entry.counts.size(); ++i) {
            const PhaseCounts& counts = entry.counts[i];
            json::object phase{{"name", entry.rollout.phases[i].name}, {"terminals", counts.terminals}};
            for (std::size_t state = 0; state < kDeploymentStates; ++state)
                phase[nameOf(static_cast<DeploymentState>(state))] = counts.inState[state];
            phases.push_back(std::move(phase));
        }
        json::array copies;
        for (const auto& [key, copy] : m_engine.world.copies) {
            if (key.second != entry.rollout.release) continue;
            json::object object = toJson(copy);
            const auto node = m_engine.world.nodes.find(key.first);
            object["nodeName"] = node == m_engine.world.nodes.end() ? "" : node->second.node.name;
            copies.push_back(std::move(object));
        }
        const Rollouts::SyncState sync = Rollouts(m_engine).syncState(entry);
        return {{"audience", entry.terminals()},
                {"permitsOut", entry.permitsOut},
                {"phases", std::move(phases)},
                {"copies", std::move(copies)},
                {"syncGate", {{"open", sync.open}, {"proven", sync.proven}, {"needed", sync.needed}}}};
    }

    json::object rolloutJson(const RolloutEntry& entry) const {
        json::object object = toJson(entry.rollout);
        const auto release = m_engine.world.releases.find(entry.rollout.release);
        if (release != m_engine.world.releases.end()) {
            object["product"] = release->second.product;
            object["version"] = release->second.version;
        }
        object["progress"] = progressJson(entry);
        return object;
    }

    Reply list(http::Exchange& exchange, const Actor&) {
        CO_TRY(const PageRequest page, pageOf(exchange.request));
        CO_TRY(std::vector<RolloutState> wanted, statesOf<RolloutState>(exchange.request, "states"));
        CO_TRY(const std::vector<RolloutState> only, statesOf<RolloutState>(exchange.request, "state"));
        wanted.insert(wanted.end(), only.begin(), only.end());
        json::array items;
        json::value next = nullptr;
        std::size_t total = 0;
        std::int64_t last = 0;
        for (const auto& [id, entry] : m_engine.world.rollouts) {
            const auto isIt = [&entry = entry](RolloutState state) { return state == entry.rollout.state; };
            if (!wanted.empty() && std::none_of(wanted.begin(), wanted.end(), isIt)) continue;
            ++total;
            if (id.value <= page.after) continue;
            if (items.size() == page.limit) {
                next = last;
                continue;
            }
            items.push_back(rolloutJson(entry));
            last = id.value;
        }
        co_return pageAnswer(exchange, std::move(items), next, total);
    }

    Reply create(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const BodyReaderJson body, BodyReaderJson::parse(exchange));
        CO_TRY(const Rollout wanted, rolloutFromJson(body.object()));
        const auto rollout = Rollouts(m_engine).create(wanted, actor.name);
        if (!rollout) co_return audienceProblem(m_engine.world, wanted, rollout.error());
        co_return jsonAnswer(201, rolloutJson(m_engine.world.rollouts.at(rollout->id)));
    }

    Reply show(http::Exchange& exchange, const Actor&) {
        CO_TRY(const RolloutEntry* entry, find(exchange));
        co_return jsonAnswer(200, rolloutJson(*entry));
    }

    Reply calendar(http::Exchange& exchange, const Actor&) {
        CO_TRY(const RolloutEntry* entry, find(exchange));
        const Rollout& rollout = entry->rollout;
        std::string text =
            entry->calendar->ics(rollout.name, "rollout-" + std::to_string(rollout.id.value), m_engine.clock.now());
        co_return http::textResponse(200, std::move(text), "text/calendar; charset=utf-8");
    }

    Reply remove(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const std::int64_t id, idParameter(exchange, 0));
        CO_CHECK(Rollouts(m_engine).remove({id}, actor.name));
        co_return http::emptyResponse(204);
    }

    Reply act(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const std::int64_t number, idParameter(exchange, 0));
        const RolloutId id{number};
        CO_TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        const std::string reason = body.text("reason");
        CO_CHECK(body.check());
        const std::string& verb = exchange.parameters[1];
        Rollouts rollouts(m_engine);
        Result<Rollout> done = makeError(BaseErrc::notFound, "there is no action '" + printable(verb) + "'");
        if (verb == "start") done = rollouts.start(id, actor.name);
        if (verb == "pause") done = rollouts.pause(id, reason, actor.name);
        if (verb == "resume") done = rollouts.resume(id, actor.name);
        if (verb == "stop") done = rollouts.stop(id, reason, actor.name);
        if (verb == "open-gate") done = rollouts.openGate(id, actor.name);
        if (!done) co_return std::move(done).error();
        co_return jsonAnswer(200, rolloutJson(m_engine.world.rollouts.at(id)));
    }

    /// Keyed by terminal id, so that paging is steady while deployments are made.
    Reply deployments(http::Exchange& exchange, const Actor&) {
        CO_TRY(const RolloutEntry* entry, find(exchange));
        CO_TRY(const PageRequest page, pageOf(exchange.request));
        CO_TRY(const std::vector<DeploymentState> states, statesOf<DeploymentState>(exchange.request, "state"));
        const auto wanted = [&states](DeploymentState state) {
            return states.empty() || std::find(states.begin(), states.end(), state) != states.end();
        };
        fleet::TerminalSet members;
        for (const fleet::TerminalSet& phase : entry->members)
            members |= phase;
        if (const auto only = http::queryValue(exchange.request.query, "terminal")) {
            const TerminalId id = m_engine.world.fleet.findByControllerId(*only);
            if (!members.contains(id))
                co_return makeError(BaseErrc::notFound, "the rollout has no terminal '" + printable(*only) + "'");
            members = fleet::TerminalSet();
            members.add(id);
        }
        json::array items;
        json::value next = nullptr;
        std::uint64_t total = 0;
        std::int64_t last = 0;
        members.forEach([&](TerminalId id) {
            const auto place = entry->deployments.find(id);
            const Deployment* made =
                place == entry->deployments.end() ? nullptr : m_engine.world.deployment(place->second);
            if (!wanted(made ? made->state : DeploymentState::waiting)) return true;
            ++total;
            if (id.value <= page.after) return true;
            if (items.size() == page.limit) {
                next = last;
                return true;
            }
            items.push_back(made ? deploymentJson(m_engine, *made) : notOffered(m_engine, *entry, id));
            last = id.value;
            return true;
        });
        co_return pageAnswer(exchange, std::move(items), next, total);
    }

private:
    Engine& m_engine;
};

class DeploymentResource {
public:
    DeploymentResource(Engine& engine, store::Store& store) : m_engine(engine), m_store(store) {}

    Reply show(http::Exchange& exchange, const Actor&) {
        CO_TRY(const std::int64_t id, idParameter(exchange, 0));
        const Deployment* deployment = m_engine.world.deployment({id});
        if (!deployment) co_return makeError(BaseErrc::notFound, "there is no deployment " + std::to_string(id));
        co_return jsonAnswer(200, deploymentJson(m_engine, *deployment));
    }

    Reply feedback(http::Exchange& exchange, const Actor&) {
        CO_TRY(const std::int64_t id, idParameter(exchange, 0));
        CO_TRY(const PageRequest page, pageOf(exchange.request));
        if (!m_engine.world.deployment({id}))
            co_return makeError(BaseErrc::notFound, "there is no deployment " + std::to_string(id));
        CO_CHECK(co_await m_engine.ledger.durable());
        const DeploymentId deployment{id};
        CO_TRY(const std::vector<FeedbackEntry> entries, co_await m_store.feedback(deployment, page.after, page.limit));
        json::array items;
        for (const FeedbackEntry& entry : entries)
            items.push_back(toJson(entry));
        const bool more = entries.size() == page.limit;
        const std::size_t total = items.size();
        co_return jsonAnswer(200, {{"items", std::move(items)},
                                   {"next", more ? json::value(entries.back().sequence) : json::value(nullptr)},
                                   {"total", total}});
    }

    Reply cancel(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const std::int64_t id, idParameter(exchange, 0));
        CO_TRY(const Deployment deployment, Deployments(m_engine).cancel({id}, actor.name));
        co_return jsonAnswer(200, deploymentJson(m_engine, deployment));
    }

    Reply reset(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const std::int64_t id, idParameter(exchange, 0));
        CO_TRY(const Deployment deployment, Deployments(m_engine).reset({id}, actor.name));
        co_return jsonAnswer(200, deploymentJson(m_engine, deployment));
    }

private:
    Engine& m_engine;
    store::Store& m_store;
};

}  // namespace

void addRolloutRoutes(AdminRoutes& routes, Engine& engine) {
    const auto resource = std::make_shared<RolloutResource>(engine);
    using Method = Reply (RolloutResource::*)(http::Exchange&, const Actor&);
    const auto add = [&](const char* method, const char* pattern, Right right, Method handler) {
        routes.add(method, pattern, right, [resource, handler](http::Exchange& exchange, const Actor& actor) {
            return ((*resource).*handler)(exchange, actor);
        });
    };
    add("GET", "/api/v1/rollouts", Right::view, &RolloutResource::list);
    add("POST", "/api/v1/rollouts", Right::operate, &RolloutResource::create);
    add("GET", "/api/v1/rollouts/{id}", Right::view, &RolloutResource::show);
    add("GET", "/api/v1/rollouts/{id}/schedule.ics", Right::view, &RolloutResource::calendar);
    add("DELETE", "/api/v1/rollouts/{id}", Right::operate, &RolloutResource::remove);
    add("GET", "/api/v1/rollouts/{id}/deployments", Right::view, &RolloutResource::deployments);
    add("POST", "/api/v1/rollouts/{id}/{action}", Right::operate, &RolloutResource::act);
}

void addDeploymentRoutes(AdminRoutes& routes, Engine& engine, store::Store& store) {
    const auto resource = std::make_shared<DeploymentResource>(engine, store);
    using Method = Reply (DeploymentResource::*)(http::Exchange&, const Actor&);
    const auto add = [&](const char* method, const char* pattern, Right right, Method handler) {
        routes.add(method, pattern, right, [resource, handler](http::Exchange& exchange, const Actor& actor) {
            return ((*resource).*handler)(exchange, actor);
        });
    };
    add("GET", "/api/v1/deployments/{id}", Right::view, &DeploymentResource::show);
    add("GET", "/api/v1/deployments/{id}/feedback", Right::view, &DeploymentResource::feedback);
    add("POST", "/api/v1/deployments/{id}/cancel", Right::operate, &DeploymentResource::cancel);
    add("POST", "/api/v1/deployments/{id}/reset", Right::operate, &DeploymentResource::reset);
}

}  // namespace signalbox::manager
