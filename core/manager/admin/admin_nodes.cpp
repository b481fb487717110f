// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json/array.hpp>

#include "core/base/log.h"
#include "core/manager/admin/admin_resources.h"
#include "core/manager/inventory.h"
#include "core/manager/joining.h"
#include "core/manager/node_inventory.h"
#include "core/model/json.h"
#include "core/model/names.h"

namespace signalbox::manager {
namespace {

namespace json = boost::json;
using Reply = Task<http::Response>;

/// Clusters, nodes and join codes.
class NodeResource {
public:
    NodeResource(Engine& engine, Distributor& distributor) : m_engine(engine), m_distributor(distributor) {}

    Reply listClusters(http::Exchange& exchange, const Actor&) {
        CO_TRY(const PageRequest page, pageOf(exchange.request));
        co_return mapPage(exchange, page, m_engine.world.clusters,
                          [](const Cluster& cluster) { return toJson(cluster); });
    }

    Reply createCluster(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        std::string name = body.requiredText("name");
        std::string rule = body.text("rule");
        CO_CHECK(body.check());
        CO_TRY(const Cluster cluster, Inventory(m_engine).createCluster(std::move(name), actor.name, std::move(rule)));
        co_return jsonAnswer(201, toJson(cluster));
    }

    Reply editCluster(http::Exchange& exchange, const Actor& actor) {
        const Cluster* known = m_engine.world.clusterByName(exchange.parameters[0]);
        if (!known) co_return makeError(BaseErrc::notFound, "there is no such cluster");
        if (auto problem = preconditionProblem(exchange, entityTag(toJson(*known)))) co_return *problem;
        CO_TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        Inventory::ClusterEdit edit;
        if (body.has("rule")) edit.rule = body.text("rule");
        if (body.has("bandwidthLimit"))
            edit.bandwidthLimit = static_cast<std::uint64_t>(body.number("bandwidthLimit", 0, INT64_MAX, 0));
        CO_CHECK(body.check());
        CO_TRY(const Cluster cluster,
               Inventory(m_engine).editCluster(exchange.parameters[0], std::move(edit), actor.name));
        http::Response response = jsonAnswer(200, toJson(cluster));
        response.headers.set("ETag", entityTag(toJson(cluster)));
        co_return response;
    }

    Reply removeCluster(http::Exchange& exchange, const Actor& actor) {
        CO_CHECK(Inventory(m_engine).removeCluster(exchange.parameters[0], actor.name));
        co_return http::emptyResponse(204);
    }

    json::object nodeJson(const NodeEntry& entry) const {
        json::object object = toJson(entry.node);
        const auto cluster = m_engine.world.clusters.find(entry.node.cluster);
        object["clusterName"] = cluster == m_engine.world.clusters.end() ? "" : cluster->second.name;
        object["online"] = entry.online;
        object["lastSeen"] = entry.lastSeen ? json::value(toRfc3339(*entry.lastSeen)) : json::value(nullptr);
        object["blobBytesSent"] = entry.blobBytesSent;
        object["damagedBlobs"] = entry.damaged;
        object["freeBytes"] = entry.freeBytes ? json::value(*entry.freeBytes) : json::value(nullptr);
        object["diskFull"] = entry.diskFull;
        object["problem"] = entry.problem;
        if (const auto access = m_engine.world.registries.find(entry.node.id);
            access != m_engine.world.registries.end())
            object["registry"] = {{"user", access->second.user},
                                  {"pullUser", access->second.pullUser},
                                  {"ownAuthority", !access->second.caPem.empty()}};
        json::array copies;
        for (const auto& [key, copy] : m_engine.world.copies)
            if (key.first == entry.node.id) copies.push_back(toJson(copy));
        object["copies"] = std::move(copies);
        return object;
    }

    Reply listNodes(http::Exchange& exchange, const Actor&) {
        CO_TRY(const PageRequest page, pageOf(exchange.request));
        co_return mapPage(exchange, page, m_engine.world.nodes,
                          [this](const NodeEntry& entry) { return nodeJson(entry); });
    }

    Result<const NodeEntry*> find(const std::string& name) const {
        const NodeEntry* entry = m_engine.world.nodeByName(name);
        if (!entry) return makeError(BaseErrc::notFound, "there is no node '" + printable(name) + "'");
        return entry;
    }

    Reply showNode(http::Exchange& exchange, const Actor&) {
        CO_TRY(const NodeEntry* entry, find(exchange.parameters[0]));
        co_return jsonAnswer(200, nodeJson(*entry));
    }

    Reply removeNode(http::Exchange& exchange, const Actor& actor) {
        CO_CHECK(Inventory(m_engine).removeNode(exchange.parameters[0], actor.name));
        co_return http::emptyResponse(204);
    }

    static RegistryAccess accessOf(BodyReaderJson& body) {
        RegistryAccess access;
        access.user = body.text("user");
        access.password = body.text("password");
        access.pullUser = body.text("pullUser");
        access.pullPassword = body.text("pullPassword");
        access.caPem = body.text("ca");
        return access;
    }

    Result<http::Response> nodeAnswer(int status, const Node& node) const {
        return jsonAnswer(status, nodeJson(m_engine.world.nodes.at(node.id)));
    }

    Reply addRegistry(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        NodeInventory::NewRegistry wanted;
        wanted.name = body.requiredText("name");
        wanted.url = body.requiredText("url");
        wanted.cluster = body.text("cluster", "default");
        wanted.access = accessOf(body);
        const json::value* plain = body.find("plainHttp");
        if (plain && !plain->is_bool()) co_return makeError(BaseErrc::malformed, "plainHttp: true or false is wanted");
        wanted.plainHttp = plain && plain->get_bool();
        CO_CHECK(body.check());
        CO_TRY(const Node node, NodeInventory(m_engine).addRegistry(std::move(wanted), actor.name));
        co_return nodeAnswer(201, node);
    }

    Reply editNode(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        NodeInventory::Edit wanted;
        if (body.has("weight")) wanted.weight = body.number("weight", 0, INT64_MAX, 0);
        if (body.has("pushRate"))
            wanted.pushRate = static_cast<std::uint64_t>(body.number("pushRate", 0, INT64_MAX, 0));
        CO_CHECK(body.check());
        CO_TRY(const Node node, NodeInventory(m_engine).edit(exchange.parameters[0], wanted, actor.name));
        co_return nodeAnswer(200, node);
    }

    Reply setAccess(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        RegistryAccess access = accessOf(body);
        CO_CHECK(body.check());
        CO_TRY(const Node node,
               NodeInventory(m_engine).setAccess(exchange.parameters[0], std::move(access), actor.name));
        m_distributor.verify(node.id);
        co_return nodeAnswer(200, node);
    }

    Reply verifyNode(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const NodeEntry* entry, find(exchange.parameters[0]));
        m_engine.ledger.audit(actor.name, "node.verify", "node:" + entry->node.name);
        m_distributor.verify(entry->node.id);
        co_return jsonAnswer(202, nodeJson(*entry));
    }

    Reply nodeToken(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const NodeEntry* entry, find(exchange.parameters[0]));
        if (entry->node.kind == NodeKind::registry)
            co_return makeError(BaseErrc::wrongState, "a registry of another maker takes no tokens of this manager");
        CO_TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        const std::string repository = body.requiredText("repository");
        const Seconds valid(body.number("validSeconds", 60, 86400, 3600));
        CO_CHECK(body.check());
        std::vector<std::string> actions;
        const json::value* wanted = body.find("actions");
        if (wanted && wanted->is_array())
            for (const json::value& action : wanted->get_array()) {
                const bool known =
                    action.is_string() &&
                    (action.get_string() == "pull" || action.get_string() == "push" || action.get_string() == "delete");
                if (!known) co_return makeError(BaseErrc::malformed, "actions: pull, push or delete is wanted");
                actions.emplace_back(action.get_string());
            }
        if (actions.empty()) actions.emplace_back("pull");
        m_engine.ledger.audit(actor.name, "node.token", "node:" + entry->node.name, {{"repository", repository}});
        const std::string token = m_distributor.accessToken(actor.name, repository, std::move(actions), valid);
        co_return jsonAnswer(
            200, {{"token", token}, {"notAfter", toRfc3339(m_engine.clock.now() + valid)}, {"url", entry->node.url}});
    }

    Reply createCodes(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        Joining::NewCodes wanted;
        const auto role = fromName<JoinRole>(body.requiredText("role"));
        wanted.cluster = body.text("cluster", "default");
        wanted.count = static_cast<std::uint32_t>(body.number("count", 1, 10000, 1));
        wanted.valid = Seconds(body.number("validSeconds", 60, 30 * 86400, 3600));
        wanted.uses = static_cast<std::uint32_t>(body.number("uses", 1, 100000, 1));
        const json::value* approval = body.find("approval");
        if (approval && !approval->is_bool())
            co_return makeError(BaseErrc::malformed, "approval: true or false is wanted");
        wanted.approval = approval && approval->get_bool();
        CO_CHECK(body.check());
        if (!role) co_return makeError(BaseErrc::malformed, "role: node or terminal is wanted");
        wanted.role = *role;
        CO_TRY(const std::vector<std::string> codes, Joining(m_engine).createCodes(wanted, actor.name));
        const json::array texts(codes.begin(), codes.end());
        co_return jsonAnswer(201, {{"codes", texts}, {"notAfter", toRfc3339(m_engine.clock.now() + wanted.valid)}});
    }

private:
    Engine& m_engine;
    Distributor& m_distributor;
};

}  // namespace

void addNodeRoutes(AdminRoutes& routes, Engine& engine, Distributor& distributor) {
    const auto resource = std::make_shared<NodeResource>(engine, distributor);
    using Method = Reply (NodeResource::*)(http::Exchange&, const Actor&);
    const auto add = [&](const char* method, const char* pattern, Right right, Method handler) {
        routes.add(method, pattern, right, [resource, handler](http::Exchange& exchange, const Actor& actor) {
            return ((*resource).*handler)(exchange, actor);
        });
    };
    add("GET", "/api/v1/clusters", Right::view, &NodeResource::listClusters);
    add("POST", "/api/v1/clusters", Right::operate, &NodeResource::createCluster);
    add("PATCH", "/api/v1/clusters/{name}", Right::operate, &NodeResource::editCluster);
    add("DELETE", "/api/v1/clusters/{name}", Right::operate, &NodeResource::removeCluster);
    add("GET", "/api/v1/nodes", Right::view, &NodeResource::listNodes);
    add("GET", "/api/v1/nodes/{name}", Right::view, &NodeResource::showNode);
    add("DELETE", "/api/v1/nodes/{name}", Right::operate, &NodeResource::removeNode);
    add("POST", "/api/v1/nodes", Right::administer, &NodeResource::addRegistry);
    add("PATCH", "/api/v1/nodes/{name}", Right::operate, &NodeResource::editNode);
    add("PUT", "/api/v1/nodes/{name}/registry", Right::administer, &NodeResource::setAccess);
    add("POST", "/api/v1/nodes/{name}/verify", Right::operate, &NodeResource::verifyNode);
    add("POST", "/api/v1/nodes/{name}/token", Right::administer, &NodeResource::nodeToken);
    add("POST", "/api/v1/join-codes", Right::operate, &NodeResource::createCodes);
}

}  // namespace signalbox::manager
