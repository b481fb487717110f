// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "core/manager/admin/admin_resources.h"
#include "core/manager/admin/deployment_json.h"
#include "core/manager/audiences.h"
#include "core/manager/inventory.h"
#include "core/manager/joining.h"
#include "core/model/json.h"

namespace signalbox::manager {
namespace {

namespace json = boost::json;
using Reply = Task<http::Response>;

class TerminalResource {
public:
    explicit TerminalResource(Engine& engine) : m_engine(engine) {}

    json::object terminalJson(const Terminal& terminal) const {
        json::object object = toJson(terminal);
        const auto cluster = m_engine.world.clusters.find(terminal.cluster);
        object["clusterName"] = cluster == m_engine.world.clusters.end() ? "" : cluster->second.name;
        const Deployment* open = m_engine.world.activeDeployment(terminal.id);
        object["openDeployment"] = open ? json::value(open->id.value) : json::value(nullptr);
        return object;
    }

    Result<fleet::TerminalSet> select(std::string_view filter, bool withRetired = false) const {
        TRY(const filter::Expression expression, parseAudience(m_engine.world, filter));
        fleet::Fleet::Context context = m_engine.world.fleetContext(m_engine.clock.now());
        context.withRetired = withRetired;
        return m_engine.world.fleet.select(expression, context);
    }

    /// What an edit may change.
    static std::string tagOf(const Terminal& terminal) {
        json::object tags;
        for (const auto& [key, value] : terminal.tags)
            tags[key] = value;
        return entityTag({{"id", terminal.id.value},
                          {"name", terminal.name},
                          {"cluster", terminal.cluster.value},
                          {"tags", std::move(tags)}});
    }
    http::Response terminalAnswer(const Terminal& terminal, const json::object& object) const {
        http::Response response = jsonAnswer(200, object);
        response.headers.set("ETag", tagOf(terminal));
        return response;
    }

    Reply list(http::Exchange& exchange, const Actor&) {
        CO_TRY(const PageRequest page, pageOf(exchange.request));
        const std::string filter = http::queryValue(exchange.request.query, "filter").value_or("");
        const std::string state = http::queryValue(exchange.request.query, "state").value_or("active");
        auto found = select(filter, state != "active");
        if (!found) co_return filterProblem(filter, found.error());
        if (state == "retired")
            *found &= m_engine.world.fleet.retired();
        else if (state == "cloneSuspected")
            *found &= m_engine.world.fleet.suspectedClones();
        else if (state != "active" && state != "all")
            co_return makeError(BaseErrc::malformed, "state: active, retired, cloneSuspected or all is wanted");
        json::array items;
        json::value next = nullptr;
        found->forEach([&](TerminalId id) {
            if (id.value <= page.after) return true;
            if (items.size() == page.limit) {
                next = items.back().as_object()["id"];
                return false;
            }
            items.push_back(terminalJson(*m_engine.world.fleet.terminal(id)));
            return true;
        });
        co_return pageAnswer(exchange, std::move(items), next, found->count());
    }

    Reply show(http::Exchange& exchange, const Actor&) {
        CO_TRY(const Terminal terminal, Inventory(m_engine).terminal(exchange.parameters[0]));
        json::object object = terminalJson(terminal);
        json::array deployments;
        for (const Deployment* deployment : m_engine.world.deploymentsOf(terminal.id)) {
            if (deployments.size() == 20) break;
            deployments.push_back(deploymentJson(m_engine, *deployment));
        }
        object["deployments"] = std::move(deployments);
        co_return terminalAnswer(terminal, object);
    }

    Reply create(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        std::string controllerId = body.requiredText("controllerId");
        std::string name = body.text("name");
        std::string platform = body.requiredText("platform");
        const std::string cluster = body.text("cluster", "default");
        CO_CHECK(body.check());
        CO_TRY(const Joining::NewTerminal made,
               Joining(m_engine).createTerminal(std::move(controllerId), std::move(name), std::move(platform), cluster,
                                                actor.name));
        co_return jsonAnswer(201, {{"terminal", terminalJson(made.terminal)}, {"token", made.token}});
    }

    Reply edit(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const Terminal before, Inventory(m_engine).terminal(exchange.parameters[0]));
        if (auto problem = preconditionProblem(exchange, tagOf(before))) co_return *problem;
        CO_TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        Inventory::TerminalEdit edit;
        if (body.has("name")) edit.name = body.text("name");
        if (body.has("cluster")) edit.cluster = body.text("cluster");
        CO_CHECK(body.check());
        if (const json::value* tags = body.find("tags")) {
            if (!tags->is_object()) co_return makeError(BaseErrc::malformed, "tags: an object is wanted");
            for (const auto& [key, value] : tags->get_object()) {
                if (!value.is_string() && !value.is_null())
                    co_return makeError(BaseErrc::malformed, "tags." + std::string(key) + ": text or null is wanted");
                edit.tags[std::string(key)] =
                    value.is_null() ? std::nullopt : std::optional(std::string(value.get_string()));
            }
        }
        CO_TRY(const Terminal terminal, Inventory(m_engine).editTerminal(exchange.parameters[0], edit, actor.name));
        co_return terminalAnswer(terminal, terminalJson(terminal));
    }

    Reply remove(http::Exchange& exchange, const Actor& actor) {
        CO_CHECK(Inventory(m_engine).removeTerminal(exchange.parameters[0], actor.name));
        co_return http::emptyResponse(204);
    }

private:
    Engine& m_engine;
};

}  // namespace

void addTerminalRoutes(AdminRoutes& routes, Engine& engine) {
    const auto resource = std::make_shared<TerminalResource>(engine);
    using Method = Reply (TerminalResource::*)(http::Exchange&, const Actor&);
    const auto add = [&](const char* method, const char* pattern, Right right, Method handler) {
        routes.add(method, pattern, right, [resource, handler](http::Exchange& exchange, const Actor& actor) {
            return ((*resource).*handler)(exchange, actor);
        });
    };
    add("GET", "/api/v1/terminals", Right::view, &TerminalResource::list);
    add("POST", "/api/v1/terminals", Right::operate, &TerminalResource::create);
    add("GET", "/api/v1/terminals/{id}", Right::view, &TerminalResource::show);
    add("PATCH", "/api/v1/terminals/{id}", Right::operate, &TerminalResource::edit);
    add("DELETE", "/api/v1/terminals/{id}", Right::operate, &TerminalResource::remove);
}

}  // namespace signalbox::manager
