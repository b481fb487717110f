// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/ddi/ddi_door.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/serialize.hpp>

#include "core/base/hash.h"
#include "core/base/log.h"
#include "core/manager/ddi/ddi_feedback.h"
#include "core/manager/inventory.h"
#include "core/manager/rollouts.h"
#include "core/model/json.h"
#include "core/model/names.h"
#include "core/registry/manifest.h"
#include "core/trust/key.h"

namespace signalbox::manager {
namespace {

namespace json = boost::json;

constexpr std::size_t kMaxBody = 256 << 10;
constexpr std::string_view kTargetToken = "TargetToken ";

bool isOurs(const http::Request& request) {
    const std::string_view agent = request.headers.value("User-Agent");
    return agent.starts_with("signalbox-terminal/") || agent.starts_with("signalbox-fleet/");
}

http::Response jsonAnswer(int status, const json::object& body) {
    return http::jsonResponse(status, json::serialize(body));
}

/// hawkBit's shape of an error (ExceptionInfo).
http::Response errorAnswer(int status, const Error& error) {
    return jsonAnswer(status, {{"exceptionClass", "SignalboxException"},
                               {"errorCode", "signalbox.error." + std::to_string(status)},
                               {"message", error.text()}});
}

http::Response problem(int status, const Error& error) {
    return http::jsonResponse(
        status, json::serialize(json::object{{"type", "about:blank"}, {"status", status}, {"detail", error.text()}}),
        "application/problem+json");
}

int joinStatusOf(const Error& error) {
    if (error.code == BaseErrc::denied) return 403;
    if (error.code == BaseErrc::alreadyExists) return 409;
    return 400;
}

/// Row and wording of the feedback table: what the answer to an error of ours is.
http::Response feedbackError(const Error& error) {
    if (error.code == BaseErrc::wrongState) return http::emptyResponse(410);
    if (error.code == BaseErrc::notFound) return errorAnswer(404, error);
    if (error.code == BaseErrc::tooLarge) return errorAnswer(429, error);
    return errorAnswer(400, error);
}

std::string hmsText(Seconds span) {
    const auto seconds = std::clamp<std::int64_t>(span.count(), 1, 86399);
    return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

/// A positive number without sign or blanks; 0 for anything else.
std::int64_t idOf(const std::string& text) {
    if (text.empty() || text.size() > 10) return 0;
    std::int64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return 0;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::string textAt(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

/// DDI's If-Match (protocols/ddi.md, 1.6): a list with the SHA-1, quoted or not, or '*'.
bool matches(std::optional<std::string_view> condition, std::string_view sha1) {
    if (!condition) return true;
    std::string_view rest = *condition;
    while (!rest.empty()) {
        std::string_view item = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(rest.size(), item.size() + 1));
        const auto begin = item.find_first_not_of(" \t\"");
        item = begin == std::string_view::npos ? "" : item.substr(begin, item.find_last_not_of(" \t\"") - begin + 1);
        if (item == "*" || item == sha1) return true;
    }
    return false;
}

}  // namespace

http::Router DdiDoor::router() {
    http::Router router;
    const std::string root = "/{tenant}/controller/v1/{id}";
    using Method = Answer (DdiDoor::*)(http::Exchange&);
    const auto add = [&](const char* method, const std::string& pattern, Method handler) {
        router.add(
            method, pattern, [this, handler](http::Exchange& exchange) { return (this->*handler)(exchange); },
            kMaxBody);
    };
    add("GET", root, &DdiDoor::poll);
    add("GET", root + "/deploymentBase/{action}", &DdiDoor::deploymentBase);
    add("POST", root + "/deploymentBase/{action}/feedback", &DdiDoor::deploymentFeedback);
    add("PUT", root + "/configData", &DdiDoor::configData);
    add("GET", root + "/cancelAction/{action}", &DdiDoor::cancelAction);
    add("POST", root + "/cancelAction/{action}/feedback", &DdiDoor::cancelFeedback);
    add("GET", root + "/softwaremodules/{module}/artifacts/{file}", &DdiDoor::artifact);
    add("POST", "/join/terminal", &DdiDoor::joinTerminal);
    add("POST", "/join/node", &DdiDoor::joinNode);
    return router;
}

TerminalId DdiDoor::authenticate(const http::Exchange& exchange) const {
    const std::string_view header = exchange.request.headers.value("Authorization");
    if (!header.starts_with(kTargetToken) || header.size() > kTargetToken.size() + 128) return {};
    if (exchange.parameters.size() < 2) return {};
    std::string tenant = exchange.parameters[0];
    std::transform(tenant.begin(), tenant.end(), tenant.begin(), [](unsigned char c) { return std::toupper(c); });
    if (tenant != "DEFAULT") return {};
    const TerminalId id = m_engine.world.fleet.findByControllerId(exchange.parameters[1]);
    if (!id) return {};
    const std::string hash = sha256Hex(bytesOf(header.substr(kTargetToken.size())));
    if (!m_engine.world.fleet.tokenMatches(id, hash)) return {};
    m_engine.world.fleet.touch(id, m_engine.clock.now());
    m_engine.world.heardOf.insert(id);
    return id;
}

std::string DdiDoor::base(const http::Exchange& exchange) const {
    const std::string_view host = exchange.request.headers.value("Host");
    const std::string origin =
        host.empty() ? m_engine.options.ddiUrl
                     : std::string(exchange.request.peer.tls ? "https://" : "http://") + std::string(host);
    return origin + "/" + http::encodePercent(exchange.parameters[0]) + "/controller/v1/" +
           http::encodePercent(exchange.parameters[1]);
}

std::string DdiDoor::sleepText(TerminalId terminal) const {
    Seconds sleep = m_engine.options.pollInterval;
    const Deployment* open = m_engine.world.activeDeployment(terminal);
    if (open) {
        const Clearance clear = Deployments(m_engine).clearance(*open);
        if (clear.until) sleep = std::min(sleep, std::chrono::ceil<Seconds>(*clear.until - m_engine.clock.now()));
    }
    return hmsText(sleep);
}

DdiDoor::Answer DdiDoor::whenDurable(http::Response response) {
    const auto stored = co_await m_engine.ledger.durable();
    if (!stored) co_return errorAnswer(503, stored.error());
    if (m_changed) m_changed();
    co_return response;
}

DdiDoor::Answer DdiDoor::poll(http::Exchange& exchange) {
    const TerminalId id = authenticate(exchange);
    if (!id) co_return http::emptyResponse(401);
    Inventory(m_engine).sawTerminal(id, exchange.request.peer.address);
    const Deployment* due = Deployments(m_engine).due(id, isOurs(exchange.request));
    json::object links{{"configData", {{"href", base(exchange) + "/configData"}}}};
    if (due) {
        const std::string action = std::to_string(due->id.value);
        if (due->cancelRequested)
            links["cancelAction"] = {{"href", base(exchange) + "/cancelAction/" + action}};
        else
            // DDI's `c` only has to change when the deployment does.
            links["deploymentBase"] = {
                {"href", base(exchange) + "/deploymentBase/" + action +
                             "?c=" + std::to_string(due->changedAt.time_since_epoch().count() & 0x7fffffff)}};
    }
    json::object body{{"config", {{"polling", {{"sleep", sleepText(id)}}}}}, {"_links", std::move(links)}};
    http::Response response = jsonAnswer(200, body);
    if (!due) co_return response;
    auto durable = co_await whenDurable(std::move(response));
    co_return durable;
}

Result<json::object> DdiDoor::additions(const Deployment& deployment, const Clearance& clear) {
    const Rollout& rollout = m_engine.world.rollouts.at(deployment.rollout).rollout;
    const Release& release = m_engine.world.releases.at(rollout.release);
    const Package* package = Deployments(m_engine).packageOf(deployment);
    const auto terminal = m_engine.world.fleet.terminal(deployment.terminal);
    const std::string repository = registry::repositoryOf(release.product);
    json::array chain;
    for (const Node& node : Deployments(m_engine).chainOf(*terminal, release.id))
        chain.push_back({{"node", node.name}, {"url", node.url}});
    json::object ours{{"attempt", deployment.attempt},
                      {"product", release.product},
                      {"version", release.version},
                      {"channel", release.channel},
                      {"releaseDigest", release.manifestDigest.text()},
                      {"manifestDigest", package->manifestDigest.text()},
                      {"repository", repository},
                      {"chain", std::move(chain)},
                      {"token", m_distributor.accessToken(terminal->controllerId, repository, {"pull"},
                                                          m_engine.options.accessTokenValidity)}};
    if (clear.granted) {
        TRY(const std::string permit, Deployments(m_engine).permitFor(deployment.id));
        ours["permit"] = permit;
    } else {
        Deployments(m_engine).recallPermit(deployment.id);
        ours["hold"] = {{"reason", clear.holdReason},
                        {"until", clear.until ? json::value(toRfc3339(*clear.until)) : json::value(nullptr)}};
    }
    return ours;
}

Result<json::object> DdiDoor::deploymentDocument(const http::Exchange& exchange, const Deployment& deployment,
                                                 bool ours) {
    const Rollout& rollout = m_engine.world.rollouts.at(deployment.rollout).rollout;
    const Release release = m_engine.world.releases.at(rollout.release);
    const Package* package = Deployments(m_engine).packageOf(deployment);
    if (!package) return makeError(BaseErrc::notFound, "the release has no package for this platform any more");
    const Clearance clear = Deployments(m_engine).clearance(deployment);
    const std::string href = base(exchange) + "/softwaremodules/" + std::to_string(release.id.value) + "/artifacts/" +
                             http::encodePercent(package->fileName);
    json::object artifact{
        {"filename", package->fileName},
        {"size", package->size},
        {"hashes", {{"sha1", package->sha1}, {"md5", package->md5}, {"sha256", package->digest.hex()}}},
        {"_links", {{"download-http", {{"href", href}}}, {"download", {{"href", href}}}}}};
    json::object chunk{{"part", "bApp"},
                       {"version", release.version},
                       {"name", release.product},
                       {"artifacts", json::array{std::move(artifact)}}};
    json::object document{{"id", std::to_string(deployment.id.value)},
                          {"deployment",
                           {{"download", "forced"},
                            {"update", clear.granted ? "forced" : "skip"},
                            {"chunks", json::array{std::move(chunk)}}}}};
    if (ours) {
        TRY(document["signalbox"], additions(deployment, clear));
    } else if (clear.granted) {
        CHECK(Deployments(m_engine).permitFor(deployment.id));  // noted as issued: it may install from here
    }
    return document;
}

DdiDoor::Answer DdiDoor::deploymentBase(http::Exchange& exchange) {
    const TerminalId id = authenticate(exchange);
    if (!id) co_return http::emptyResponse(401);
    const DeploymentId action{idOf(exchange.parameters[2])};
    const bool ours = isOurs(exchange.request);
    const Deployment* deployment = m_engine.world.deployment(action);
    const bool shown = deployment && deployment->terminal == id && !isFinal(deployment->state) &&
                       !deployment->cancelRequested && deployment->state != DeploymentState::waiting;
    if (!shown) co_return http::emptyResponse(404);
    if (!ours && !Deployments(m_engine).clearance(*deployment).granted) co_return http::emptyResponse(404);
    auto document = deploymentDocument(exchange, *deployment, ours);
    if (!document) co_return errorAnswer(404, document.error());
    auto durable = co_await whenDurable(jsonAnswer(200, *document));
    co_return durable;
}

DdiDoor::Answer DdiDoor::deploymentFeedback(http::Exchange& exchange) {
    const TerminalId id = authenticate(exchange);
    if (!id) co_return http::emptyResponse(401);
    const auto feedback = parseActionFeedback(exchange.body);
    if (!feedback) co_return errorAnswer(400, feedback.error());
    const DeploymentId action{idOf(exchange.parameters[2])};
    const auto taken = Deployments(m_engine).report(id, action, feedback->report);
    if (!taken) co_return feedbackError(taken.error());
    auto durable = co_await whenDurable(http::emptyResponse(200));
    co_return durable;
}

DdiDoor::Answer DdiDoor::configData(http::Exchange& exchange) {
    const TerminalId id = authenticate(exchange);
    if (!id) co_return http::emptyResponse(401);
    const auto description = parseConfigData(exchange.body);
    if (!description) co_return errorAnswer(400, description.error());
    const auto taken = Inventory(m_engine).describe(id, *description);
    if (!taken) co_return errorAnswer(taken.error().code == BaseErrc::tooLarge ? 429 : 400, taken.error());
    auto durable = co_await whenDurable(http::emptyResponse(200));
    co_return durable;
}

DdiDoor::Answer DdiDoor::cancelAction(http::Exchange& exchange) {
    const TerminalId id = authenticate(exchange);
    if (!id) co_return http::emptyResponse(401);
    const Deployment* deployment = m_engine.world.deployment({idOf(exchange.parameters[2])});
    const bool cancelling =
        deployment && deployment->terminal == id && !isFinal(deployment->state) && deployment->cancelRequested;
    if (!cancelling) co_return http::emptyResponse(404);
    const std::string action = std::to_string(deployment->id.value);
    http::Response response = jsonAnswer(200, {{"id", action}, {"cancelAction", {{"stopId", action}}}});
    auto durable = co_await whenDurable(std::move(response));
    co_return durable;
}

DdiDoor::Answer DdiDoor::cancelFeedback(http::Exchange& exchange) {
    const TerminalId id = authenticate(exchange);
    if (!id) co_return http::emptyResponse(401);
    const auto feedback = parseActionFeedback(exchange.body);
    if (!feedback) co_return errorAnswer(400, feedback.error());
    const DeploymentId action{idOf(exchange.parameters[2])};
    const Deployment* deployment = m_engine.world.deployment(action);
    if (!deployment || deployment->terminal != id) co_return http::emptyResponse(404);
    const bool closed = feedback->execution == "closed";
    const bool rejected = feedback->execution == "rejected" || (closed && feedback->finished == "failure");
    if (!deployment->cancelRequested || isFinal(deployment->state)) co_return http::emptyResponse(405);
    if (!closed && !rejected) co_return http::emptyResponse(200);  // it is still at it
    const auto taken = Deployments(m_engine).cancelAnswered(id, action, closed && !rejected, feedback->report.message);
    if (!taken) co_return feedbackError(taken.error());
    auto durable = co_await whenDurable(http::emptyResponse(200));
    co_return durable;
}

DdiDoor::Answer DdiDoor::artifact(http::Exchange& exchange) {
    const TerminalId id = authenticate(exchange);
    if (!id) co_return http::emptyResponse(401);
    const Deployment* deployment = m_engine.world.activeDeployment(id);
    if (!deployment || deployment->cancelRequested) co_return http::emptyResponse(404);
    const Package* package = Deployments(m_engine).packageOf(*deployment);
    const Rollout& rollout = m_engine.world.rollouts.at(deployment->rollout).rollout;
    if (!package || rollout.release.value != idOf(exchange.parameters[2]) ||
        package->fileName != exchange.parameters[3])
        co_return http::emptyResponse(404);
    if (!matches(exchange.request.headers.find("If-Match"), package->sha1)) co_return http::emptyResponse(412);
    auto file = m_engine.blobs.open(package->digest);
    if (!file) co_return errorAnswer(404, file.error());
    http::Response response =
        http::fileResponse(exchange.request, std::move(*file), "application/octet-stream", "\"" + package->sha1 + "\"");
    if (const auto* sent = std::get_if<http::FileBody>(&response.body)) m_engine.packageBytesSent += sent->length;
    co_return response;
}

DdiDoor::Answer DdiDoor::joinTerminal(http::Exchange& exchange) {
    const auto body = parseJson(exchange.body, kMaxBody);
    if (!body) co_return problem(400, body.error());
    if (!body->is_object()) co_return problem(400, makeError(BaseErrc::malformed, "an object is wanted"));
    const json::object& object = body->get_object();
    const auto secret = fromBase64Url(textAt(object, "secret"));
    if (!secret) co_return problem(400, makeError(BaseErrc::malformed, "secret: base64url is wanted"));
    Joining::TerminalRequest request;
    request.address = exchange.request.peer.address;
    request.secret = *secret;
    request.controllerId = textAt(object, "controllerId");
    request.name = textAt(object, "name");
    request.platform = textAt(object, "platform");
    request.tokenHash = textAt(object, "tokenHash");
    const auto joined = Joining(m_engine).joinTerminal(request);
    if (!joined && joined.error().code == BaseErrc::unavailable) {
        http::Response waits = problem(202, joined.error());
        waits.headers.set("Retry-After", std::to_string(m_engine.options.pollInterval.count()));
        auto asked = co_await whenDurable(std::move(waits));
        co_return asked;
    }
    if (!joined) co_return problem(joinStatusOf(joined.error()), joined.error());
    json::object answer{{"controllerId", joined->controllerId},
                        {"managerUrl", m_engine.options.ddiUrl},
                        {"tenant", "DEFAULT"},
                        {"ca", m_engine.identity.authority().certificatePem()},
                        {"permitKey", m_engine.identity.permitKey().publicKey().toPem()},
                        {"pollSeconds", m_engine.options.pollInterval.count()}};
    auto durable = co_await whenDurable(jsonAnswer(200, answer));
    co_return durable;
}

DdiDoor::Answer DdiDoor::joinNode(http::Exchange& exchange) {
    const auto body = parseJson(exchange.body, kMaxBody);
    if (!body) co_return problem(400, body.error());
    if (!body->is_object()) co_return problem(400, makeError(BaseErrc::malformed, "an object is wanted"));
    const json::object& object = body->get_object();
    const auto secret = fromBase64Url(textAt(object, "secret"));
    if (!secret) co_return problem(400, makeError(BaseErrc::malformed, "secret: base64url is wanted"));
    Joining::NodeRequest request;
    request.secret = *secret;
    request.name = textAt(object, "name");
    request.url = textAt(object, "url");
    request.signingRequest = textAt(object, "csr");
    const auto joined = Joining(m_engine).joinNode(request);
    if (!joined) co_return problem(joinStatusOf(joined.error()), joined.error());
    json::object answer{{"name", joined->node.name},
                        {"cluster", joined->cluster},
                        {"certificate", joined->certificatePem},
                        {"ca", m_engine.identity.authority().certificatePem()},
                        {"tokenKey", m_engine.identity.tokenKey().publicKey().toPem()},
                        {"issuer", m_engine.identity.managerId()},
                        {"tokenRealm", m_engine.options.ddiUrl + "/token"}};
    auto durable = co_await whenDurable(jsonAnswer(200, answer));
    co_return durable;
}

}  // namespace signalbox::manager
