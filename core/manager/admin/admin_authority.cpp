// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json/array.hpp>

#include "core/manager/admin/admin_resources.h"
#include "core/manager/authorities.h"

namespace signalbox::manager {
namespace {

namespace json = boost::json;
using Reply = Task<http::Response>;

json::value certificateJson(const std::string& pem) {
    const auto info = trust::inspectCertificate(pem);
    if (!info) return nullptr;
    return {{"fingerprint", info->fingerprint}, {"notAfter", toRfc3339(info->notAfter)}};
}

/// The manager's certificate authority, and how another one takes its place.
class AuthorityResource {
public:
    explicit AuthorityResource(Engine& engine) : m_engine(engine) {}

    [[nodiscard]] json::object toJson() const {
        const Identity& identity = m_engine.identity;
        const Authorities::Progress progress = Authorities(m_engine).progress();
        const auto& next = identity.nextAuthority();
        const std::string& previous = identity.previousAuthority();
        const auto& waiting = progress.nodesWaiting;
        return {{"state", next               ? "planned"
                          : previous.empty() ? "settled"
                                             : "retiring"},
                {"current", certificateJson(identity.authority().certificatePem())},
                {"next", next ? certificateJson(next->certificatePem()) : json::value(nullptr)},
                {"previous", previous.empty() ? json::value(nullptr) : certificateJson(previous)},
                {"pem", identity.authoritiesPem()},
                {"nodes", progress.nodes},
                {"nodesWaiting", json::array(waiting.begin(), waiting.end())},
                {"terminals", progress.terminals},
                {"terminalsWaiting", progress.terminalsWaiting},
                {"otherClientsWaiting", progress.otherClients},
                {"openCodes", progress.openCodes}};
    }

    Reply show(http::Exchange&, const Actor&) { co_return jsonAnswer(200, toJson()); }

    Reply plan(http::Exchange&, const Actor& actor) {
        CO_CHECK(Authorities(m_engine).plan(actor.name));
        co_return jsonAnswer(201, toJson());
    }

    Reply abandon(http::Exchange&, const Actor& actor) {
        CO_CHECK(Authorities(m_engine).abandon(actor.name));
        co_return jsonAnswer(200, toJson());
    }

    Reply use(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        const bool force = body.truth("force");
        CO_CHECK(body.check());
        CO_CHECK(Authorities(m_engine).use(force, actor.name));
        co_return jsonAnswer(200, toJson());
    }

    Reply retire(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        const bool force = body.truth("force");
        CO_CHECK(body.check());
        CO_CHECK(Authorities(m_engine).retire(force, actor.name));
        co_return jsonAnswer(200, toJson());
    }

private:
    Engine& m_engine;
};

}  // namespace

void addAuthorityRoutes(AdminRoutes& routes, Engine& engine) {
    const auto resource = std::make_shared<AuthorityResource>(engine);
    using Method = Reply (AuthorityResource::*)(http::Exchange&, const Actor&);
    const auto add = [&](const char* method, const char* pattern, Right right, Method handler) {
        routes.add(method, pattern, right, [resource, handler](http::Exchange& exchange, const Actor& actor) {
            return ((*resource).*handler)(exchange, actor);
        });
    };
    add("GET", "/api/v1/authority", Right::view, &AuthorityResource::show);
    add("POST", "/api/v1/authority/next", Right::administer, &AuthorityResource::plan);
    add("DELETE", "/api/v1/authority/next", Right::administer, &AuthorityResource::abandon);
    add("POST", "/api/v1/authority/use", Right::administer, &AuthorityResource::use);
    add("POST", "/api/v1/authority/retire", Right::administer, &AuthorityResource::retire);
}

}  // namespace signalbox::manager
