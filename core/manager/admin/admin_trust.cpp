// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json/array.hpp>

#include "core/base/log.h"
#include "core/manager/admin/admin_resources.h"
#include "core/manager/release_trust.h"
#include "core/model/json.h"
#include "core/tuf/delegation.h"

namespace signalbox::manager {
namespace {

namespace json = boost::json;
using Reply = Task<http::Response>;

json::object keysOf(const tuf::Keys& keys, const tuf::Role& role) {
    json::object found;
    for (const tuf::KeyId& id : role.keyIds)
        if (const auto key = keys.find(id); key != keys.end()) found[id] = key->second.json();
    return found;
}

/// In the order of its keys; "" where nobody said whose it is.
json::array ownersOf(const tuf::Header& by, const tuf::Role& role) {
    const auto owners = approver::keyOwnersOf(by);
    json::array found;
    for (const tuf::KeyId& id : role.keyIds) {
        const bool known = owners && owners->contains(id);
        found.push_back(json::string(known ? owners->find(id)->second : std::string()));
    }
    return found;
}

/// In words, as they are signed.
std::string rulesOf(const tuf::Repository& repository, const std::string& role) {
    const tuf::Targets* const targets = repository.targets("targets");
    if (!targets || !role.starts_with("p-")) return {};
    const auto rules = approver::approvalRulesOf(*targets, std::string_view(role).substr(2));
    return rules ? approver::textOf(*rules) : std::string();
}

/// Whose signatures releases need, and which they have (core/manager/release_trust.h).
class TrustResource {
public:
    explicit TrustResource(Engine& engine) : m_engine(engine) {}

    Reply show(http::Exchange&, const Actor&) {
        const ReleaseTrust trust(m_engine);
        json::array roles;
        for (const auto& [role, end] : trust.repository().ends())
            roles.push_back(roleJson(trust.repository(), role, end));
        json::array staged;
        for (const auto& [role, content] : trust.repository().staged())
            staged.push_back(stagedJson(trust.repository(), role, content));
        const trust::PublicKey online = m_engine.identity.metadataKey().publicKey();
        co_return jsonAnswer(200, {{"established", trust.established()},
                                   {"onlineKeyId", tuf::keyIdOf(tuf::keyJson(online))},
                                   {"onlineKeyPem", online.toPem()},
                                   {"roles", std::move(roles)},
                                   {"staged", std::move(staged)}});
    }

    Reply file(http::Exchange& exchange, const Actor&) {
        const std::string* const bytes = ReleaseTrust(m_engine).file(exchange.parameters[0]);
        if (!bytes) co_return makeError(BaseErrc::notFound, "no metadata file " + printable(exchange.parameters[0]));
        // As a text: its hash is over these bytes.
        co_return jsonAnswer(200, {{"name", exchange.parameters[0]}, {"content", *bytes}});
    }

    Reply showStaged(http::Exchange& exchange, const Actor&) {
        const std::string& role = exchange.parameters[0];
        const tuf::Repository& repository = ReleaseTrust(m_engine).repository();
        const auto staged = repository.staged().find(role);
        if (staged == repository.staged().end())
            co_return makeError(BaseErrc::notFound, "nothing is staged for " + printable(role));
        json::object answer = stagedJson(repository, role, staged->second);
        answer["signed"] = staged->second.content;
        co_return jsonAnswer(200, answer);
    }

    Reply stage(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const BodyReaderJson body, BodyReaderJson::parse(exchange));
        const std::string role = exchange.parameters[0];
        CO_CHECK(ReleaseTrust(m_engine).stage(role, body.object(), actor.name));
        auto answer = co_await showStaged(exchange, actor);
        co_return answer;
    }

    Reply renew(http::Exchange& exchange, const Actor& actor) {
        const std::string role = exchange.parameters[0];
        CO_CHECK(ReleaseTrust(m_engine).renew(role, actor.name));
        auto answer = co_await showStaged(exchange, actor);
        co_return answer;
    }

    Reply drop(http::Exchange& exchange, const Actor& actor) {
        CO_CHECK(ReleaseTrust(m_engine).drop(exchange.parameters[0], actor.name));
        co_return http::emptyResponse(204);
    }

    Reply sign(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        tuf::Signature signature;
        signature.keyId = body.requiredText("keyid");
        signature.hex = body.requiredText("sig");
        CO_CHECK(body.check());
        ReleaseTrust trust(m_engine);
        const std::string role = exchange.parameters[0];
        CO_CHECK(trust.sign(role, std::move(signature), actor.name));
        const bool published = !trust.repository().staged().contains(role);
        json::object answer{{"role", role}, {"published", published}};
        if (const auto count = trust.repository().count(role)) {
            answer["have"] = count->have;
            answer["need"] = count->need;
        }
        co_return jsonAnswer(200, answer);
    }

private:
    /// Who must sign it, as published.
    static json::object roleJson(const tuf::Repository& repository, const std::string& role, TimePoint end) {
        json::object object{{"role", role}, {"ends", toRfc3339(end)}};
        const tuf::Keys* keys = &repository.root()->keys;
        const tuf::Header* by = &*repository.root();
        const tuf::Role* needed = nullptr;
        if (const auto top = repository.root()->roles.find(role); top != repository.root()->roles.end()) {
            needed = &top->second;
        } else if (const tuf::Targets* const targets = repository.targets("targets")) {
            keys = &targets->delegations.keys;
            by = targets;
            needed = tuf::delegatedRole(targets->delegations, role);
        }
        if (needed) {
            object["need"] = needed->threshold;
            object["keyIds"] = json::array(needed->keyIds.begin(), needed->keyIds.end());
            object["keys"] = keysOf(*keys, *needed);
            object["owners"] = ownersOf(*by, *needed);
            object["rules"] = rulesOf(repository, role);
        }
        return object;
    }

    static json::object stagedJson(const tuf::Repository& repository, const std::string& role,
                                   const tuf::Staged& staged) {
        json::array signers;
        for (const tuf::Signature& signature : staged.signatures)
            signers.push_back(json::string(signature.keyId));
        json::object object{{"role", role}, {"signers", std::move(signers)}};
        if (const auto count = repository.count(role)) {
            object["have"] = count->have;
            object["need"] = count->need;
        }
        return object;
    }

    Engine& m_engine;
};

}  // namespace

void addTrustRoutes(AdminRoutes& routes, Engine& engine) {
    const auto resource = std::make_shared<TrustResource>(engine);
    using Method = Reply (TrustResource::*)(http::Exchange&, const Actor&);
    const auto add = [&](const char* method, const char* pattern, Right right, Method handler) {
        routes.add(method, pattern, right, [resource, handler](http::Exchange& exchange, const Actor& actor) {
            return ((*resource).*handler)(exchange, actor);
        });
    };
    add("GET", "/api/v1/trust", Right::view, &TrustResource::show);
    add("GET", "/api/v1/trust/files/{name}", Right::view, &TrustResource::file);
    add("GET", "/api/v1/trust/staged/{role}", Right::view, &TrustResource::showStaged);
    add("PUT", "/api/v1/trust/staged/{role}", Right::administer, &TrustResource::stage);
    add("DELETE", "/api/v1/trust/staged/{role}", Right::administer, &TrustResource::drop);
    add("POST", "/api/v1/trust/staged/{role}/renew", Right::administer, &TrustResource::renew);
    add("POST", "/api/v1/trust/staged/{role}/signatures", Right::approve, &TrustResource::sign);
}

}  // namespace signalbox::manager
