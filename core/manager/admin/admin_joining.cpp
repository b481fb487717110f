// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json/array.hpp>

#include "core/manager/admin/admin_resources.h"
#include "core/manager/inventory.h"
#include "core/manager/join_queue.h"
#include "core/manager/terminal_import.h"
#include "core/model/json.h"

namespace signalbox::manager {
namespace {

namespace json = boost::json;
using Reply = Task<http::Response>;

constexpr std::size_t kMaxImport = 32 << 20;

/// The queue of those who want to join, import, and the ends of a terminal's life.
class JoiningResource {
public:
    explicit JoiningResource(Engine& engine) : m_engine(engine) {}

    json::object pendingJson(const PendingTerminal& waiting) const {
        const auto cluster = m_engine.world.clusters.find(waiting.cluster);
        return {{"id", waiting.id},
                {"controllerId", waiting.controllerId},
                {"name", waiting.name},
                {"platform", waiting.platform},
                {"clusterName", cluster == m_engine.world.clusters.end() ? "" : cluster->second.name},
                {"address", waiting.address},
                {"askedAt", toRfc3339(waiting.askedAt)},
                {"lastAsked", toRfc3339(waiting.lastAsked)}};
    }

    Reply list(http::Exchange& exchange, const Actor&) {
        CO_TRY(const PageRequest page, pageOf(exchange.request));
        co_return mapPage(exchange, page, m_engine.world.pending,
                          [this](const PendingTerminal& waiting) { return pendingJson(waiting); });
    }

    static Result<std::vector<std::int64_t>> idsOf(const http::Exchange& exchange) {
        TRY(const BodyReaderJson body, BodyReaderJson::parse(exchange));
        const json::value* ids = body.find("ids");
        if (!ids || !ids->is_array() || ids->get_array().size() > 10000)
            return makeError(BaseErrc::malformed, "ids: a list of at most 10000 numbers is wanted");
        std::vector<std::int64_t> numbers;
        for (const json::value& id : ids->get_array()) {
            if (!id.is_int64()) return makeError(BaseErrc::malformed, "ids: a list of numbers is wanted");
            numbers.push_back(id.get_int64());
        }
        return numbers;
    }

    Reply approve(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const std::vector<std::int64_t> ids, idsOf(exchange));
        CO_CHECK(JoinQueue(m_engine).approve(ids, actor.name));
        co_return jsonAnswer(200, {{"count", ids.size()}});
    }

    Reply refuse(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const std::vector<std::int64_t> ids, idsOf(exchange));
        CO_CHECK(JoinQueue(m_engine).refuse(ids, actor.name));
        co_return jsonAnswer(200, {{"count", ids.size()}});
    }

    json::object settingsJson() const { return {{"withoutCode", JoinQueue(m_engine).open()}}; }

    Reply showSettings(http::Exchange&, const Actor&) { co_return jsonAnswer(200, settingsJson()); }

    Reply editSettings(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const BodyReaderJson body, BodyReaderJson::parse(exchange));
        const json::value* open = body.find("withoutCode");
        if (!open || !open->is_bool()) co_return makeError(BaseErrc::malformed, "withoutCode: true or false is wanted");
        JoinQueue(m_engine).setOpen(open->get_bool(), actor.name);
        co_return jsonAnswer(200, settingsJson());
    }

    Reply import(http::Exchange& exchange, const Actor& actor) {
        const bool tokens = http::queryValue(exchange.request.query, "tokens").value_or("") == "true";
        const bool dryRun = http::queryValue(exchange.request.query, "dryRun").value_or("") == "true";
        CO_TRY(const std::vector<ImportedTerminal> wanted, parseTerminalCsv(exchange.body));
        if (dryRun) co_return jsonAnswer(200, {{"count", wanted.size()}, {"tokens", json::array()}});
        CO_TRY(const ImportResult result, importTerminals(m_engine, wanted, tokens, actor.name));
        json::array made;
        for (const Joining::NewTerminal& terminal : result.terminals)
            if (tokens) made.push_back({{"controllerId", terminal.terminal.controllerId}, {"token", terminal.token}});
        co_return jsonAnswer(201, {{"count", result.terminals.size()}, {"tokens", std::move(made)}});
    }

    Reply replacementCode(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        const Seconds valid(body.number("validSeconds", 60, 30 * 86400, 86400));
        CO_CHECK(body.check());
        CO_TRY(const std::string code,
               Joining(m_engine).createReplacementCode(exchange.parameters[0], valid, actor.name));
        co_return jsonAnswer(
            201, {{"codes", json::array{json::value(code)}}, {"notAfter", toRfc3339(m_engine.clock.now() + valid)}});
    }

    Reply retire(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const Terminal terminal, Inventory(m_engine).retireTerminal(exchange.parameters[0], actor.name));
        co_return jsonAnswer(200, toJson(terminal));
    }

    Reply revoke(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const Terminal terminal, Inventory(m_engine).revokeTerminal(exchange.parameters[0], actor.name));
        co_return jsonAnswer(200, toJson(terminal));
    }

    Reply clearClone(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const Terminal terminal, Inventory(m_engine).clearClone(exchange.parameters[0], actor.name));
        co_return jsonAnswer(200, toJson(terminal));
    }

private:
    Engine& m_engine;
};

}  // namespace

void addJoiningRoutes(AdminRoutes& routes, Engine& engine) {
    const auto resource = std::make_shared<JoiningResource>(engine);
    using Method = Reply (JoiningResource::*)(http::Exchange&, const Actor&);
    const auto add = [&](const char* method, const char* pattern, Right right, Method handler,
                         std::size_t maxBody = 1 << 20) {
        const auto call = [resource, handler](http::Exchange& exchange, const Actor& actor) {
            return ((*resource).*handler)(exchange, actor);
        };
        routes.add(method, pattern, right, call, maxBody);
    };
    add("GET", "/api/v1/joining", Right::view, &JoiningResource::showSettings);
    add("PATCH", "/api/v1/joining", Right::administer, &JoiningResource::editSettings);
    add("GET", "/api/v1/pending-terminals", Right::view, &JoiningResource::list);
    add("POST", "/api/v1/pending-terminals/approve", Right::operate, &JoiningResource::approve);
    add("POST", "/api/v1/pending-terminals/refuse", Right::operate, &JoiningResource::refuse);
    add("POST", "/api/v1/terminal-imports", Right::operate, &JoiningResource::import, kMaxImport);
    add("POST", "/api/v1/terminals/{id}/replacement-code", Right::administer, &JoiningResource::replacementCode);
    add("POST", "/api/v1/terminals/{id}/retire", Right::operate, &JoiningResource::retire);
    add("POST", "/api/v1/terminals/{id}/revoke-token", Right::operate, &JoiningResource::revoke);
    add("POST", "/api/v1/terminals/{id}/clear-clone", Right::operate, &JoiningResource::clearClone);
}

}  // namespace signalbox::manager
