// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/ddi/join_door.h"

#include <boost/json/serialize.hpp>

#include "core/base/hash.h"
#include "core/manager/authorities.h"
#include "core/manager/ddi/ddi_answers.h"
#include "core/manager/release_trust.h"
#include "core/model/json.h"

namespace signalbox::manager {
namespace {

namespace json = boost::json;

constexpr std::size_t kMostBody = 64 << 10;

http::Response problem(int status, const Error& error) {
    const json::object body{{"type", "about:blank"}, {"status", status}, {"detail", error.text()}};
    return http::jsonResponse(status, json::serialize(body), "application/problem+json");
}

http::Response refusal(const Error& error) {
    if (error.code == BaseErrc::denied) return problem(403, error);
    if (error.code == BaseErrc::alreadyExists) return problem(409, error);
    return problem(400, error);
}

/// A request's object with the code's secret, decoded.
struct JoinBody {
    json::object object;
    std::string secret;

    [[nodiscard]] static Result<JoinBody> parse(std::string_view text) {
        TRY(json::value value, parseJson(text, kMostBody));
        if (!value.is_object()) return makeError(BaseErrc::malformed, "an object is wanted");
        JoinBody body{std::move(value.get_object()), {}};
        const auto secret = fromBase64Url(textAt(body.object, "secret"));
        if (!secret) return makeError(BaseErrc::malformed, "secret: base64url is wanted");
        body.secret = *secret;
        return body;
    }
};

}  // namespace

void JoinDoor::addRoutes(http::Router& router) {
    const auto terminal = [this](http::Exchange& exchange) { return joinTerminal(exchange); };
    const auto node = [this](http::Exchange& exchange) { return joinNode(exchange); };
    router.add("POST", "/join/terminal", terminal, kMostBody);
    const auto renewal = [this](http::Exchange& exchange) { return renewNode(exchange); };
    router.add("POST", "/join/node", node, kMostBody);
    router.add("POST", "/renew/node", renewal, kMostBody);
}

JoinDoor::Answer JoinDoor::whenDurable(json::object answer) {
    const auto stored = co_await m_engine.ledger.durable();
    if (!stored) co_return problem(503, stored.error());
    if (m_changed) m_changed();
    co_return ddiAnswer(answer);
}

JoinDoor::Answer JoinDoor::joinTerminal(http::Exchange& exchange) {
    const auto body = JoinBody::parse(exchange.body);
    if (!body) co_return problem(400, body.error());
    Joining::TerminalRequest request;
    request.secret = body->secret;
    request.controllerId = textAt(body->object, "controllerId");
    request.name = textAt(body->object, "name");
    request.platform = textAt(body->object, "platform");
    request.tokenHash = textAt(body->object, "tokenHash");
    request.address = exchange.request.peer.address;
    const auto joined = Joining(m_engine).joinTerminal(request);
    if (!joined && joined.error().code == BaseErrc::unavailable) {
        const auto stored = co_await m_engine.ledger.durable();
        if (!stored) co_return problem(503, stored.error());
        http::Response waits = problem(202, joined.error());
        waits.headers.set("Retry-After", std::to_string(m_engine.options.pollInterval.count()));
        co_return waits;
    }
    if (!joined) co_return refusal(joined.error());
    json::object answer{{"controllerId", joined->controllerId},
                        {"managerUrl", m_engine.options.ddiUrl},
                        {"tenant", "DEFAULT"},
                        {"ca", m_engine.identity.authoritiesPem()},
                        {"permitKey", m_engine.identity.permitKey().publicKey().toPem()},
                        {"pollSeconds", m_engine.options.pollInterval.count()}};
    if (const std::string* const root = ReleaseTrust(m_engine).file("1.root.json")) answer["trustedRoot"] = *root;
    auto durable = co_await whenDurable(std::move(answer));
    co_return durable;
}

JoinDoor::Answer JoinDoor::joinNode(http::Exchange& exchange) {
    const auto body = JoinBody::parse(exchange.body);
    if (!body) co_return problem(400, body.error());
    Joining::NodeRequest request;
    request.secret = body->secret;
    request.name = textAt(body->object, "name");
    request.url = textAt(body->object, "url");
    request.signingRequest = textAt(body->object, "csr");
    const auto joined = Joining(m_engine).joinNode(request);
    if (!joined) co_return refusal(joined.error());
    auto answer = co_await told(*joined);
    co_return answer;
}

JoinDoor::Answer JoinDoor::renewNode(http::Exchange& exchange) {
    const auto body = parseJson(exchange.body, kMostBody);
    if (!body || !body->is_object()) co_return problem(400, makeError(BaseErrc::malformed, "an object is wanted"));
    const json::object& object = body->get_object();
    const auto renewed = Joining(m_engine).renewNode(textAt(object, "certificate"), textAt(object, "request"));
    if (!renewed) co_return refusal(renewed.error());
    auto answer = co_await told(*renewed);
    co_return answer;
}

/// What a node must know to serve.
JoinDoor::Answer JoinDoor::told(const Joining::JoinedNode& joined) {
    json::object answer{{"name", joined.node.name},
                        {"cluster", joined.cluster},
                        {"certificate", joined.certificatePem},
                        {"ca", m_engine.identity.authoritiesPem()},
                        {"tokenKey", m_engine.identity.tokenKey().publicKey().toPem()},
                        {"issuer", m_engine.identity.managerId()},
                        {"tokenRealm", tokenRealmOf(m_engine)}};
    auto durable = co_await whenDurable(std::move(answer));
    co_return durable;
}

}  // namespace signalbox::manager
