// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/ddi/ddi_door.h"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <charconv>

#include "core/manager/authorities.h"
#include "core/manager/ddi/ddi_answers.h"
#include "core/manager/ddi/ddi_feedback.h"
#include "core/manager/diagnostics.h"
#include "core/manager/eligibility.h"
#include "core/manager/install_rules.h"
#include "core/manager/inventory.h"
#include "core/manager/manager_addresses.h"
#include "core/manager/offers.h"
#include "core/manager/release_trust.h"
#include "core/model/json.h"
#include "core/model/names.h"

namespace signalbox::manager {
namespace {

namespace json = boost::json;

constexpr std::size_t kMaxBody = 256 << 10;
constexpr std::int64_t kMostHistory = 100;  // messages of one answer (protocols/ddi.md, 1.1)
constexpr std::size_t kMostFeedback = 1000;

bool isOurs(const http::Request& request) {
    const std::string_view agent = request.headers.value("User-Agent");
    return agent.starts_with("signalbox-terminal/") || agent.starts_with("signalbox-fleet/");
}

/// A request that carries something must carry JSON.
bool speaksJson(const http::Exchange& exchange) {
    if (exchange.body.empty()) return true;
    const std::string_view type = exchange.request.headers.value("Content-Type", "application/json");
    const std::string_view media = type.substr(0, type.find(';'));
    return media == "application/json" || media == "application/hal+json";
}

/// Whether the client takes JSON (RFC 9110 section 12.5.1; weights are not looked at).
bool takesJson(const http::Request& request) {
    const std::string_view accept = request.headers.value("Accept", "*/*");
    for (const char* form : {"application/json", "application/hal+json", "application/*", "*/*"})
        if (accept.find(form) != std::string_view::npos) return true;
    return false;
}

/// How many messages `actionHistory` asks for.
std::int64_t historyWanted(const http::Request& request) {
    const std::string text = http::queryValue(request.query, "actionHistory").value_or("0");
    std::int64_t wanted = 0;
    std::from_chars(text.data(), text.data() + text.size(), wanted);
    return wanted < 0 ? kMostHistory : std::min(wanted, kMostHistory);
}

/// hawkBit's word for where an action stands.
const char* actionStatus(const Deployment& deployment) {
    if (deployment.state == DeploymentState::succeeded) return "FINISHED";
    if (deployment.state == DeploymentState::cancelled) return "CANCELED";
    if (isFinal(deployment.state)) return "ERROR";
    if (deployment.cancelRequested) return "CANCELING";
    if (deployment.awaitsConfirmation) return "WAIT_FOR_CONFIRMATION";
    if (deployment.state == DeploymentState::downloading) return "DOWNLOAD";
    return deployment.state == DeploymentState::downloaded ? "DOWNLOADED" : "RUNNING";
}

}  // namespace

void DdiDoor::onChange(std::function<void()> changed) {
    m_joining.onChange(changed);
    m_changed = std::move(changed);
}

void DdiDoor::add(http::Router& router, const char* method, const std::string& pattern, Method handler) {
    const auto enterWith = [this, handler](http::Exchange& exchange) { return enter(exchange, handler); };
    router.add(method, "/{tenant}/controller/v1/{id}" + pattern, enterWith, kMaxBody);
}

http::Router DdiDoor::router() {
    http::Router router;
    add(router, "GET", "", &DdiDoor::poll);
    add(router, "GET", "/deploymentBase/{action}", &DdiDoor::deploymentBase);
    add(router, "POST", "/deploymentBase/{action}/feedback", &DdiDoor::deploymentFeedback);
    add(router, "PUT", "/configData", &DdiDoor::configData);
    add(router, "GET", "/cancelAction/{action}", &DdiDoor::cancelAction);
    add(router, "POST", "/cancelAction/{action}/feedback", &DdiDoor::cancelFeedback);
    add(router, "GET", "/installedBase/{action}", &DdiDoor::installedBase);
    add(router, "PUT", "/installedBase", &DdiDoor::putInstalled);
    add(router, "GET", "/confirmationBase", &DdiDoor::confirmationBase);
    add(router, "GET", "/confirmationBase/{action}", &DdiDoor::confirmationAction);
    add(router, "POST", "/confirmationBase/{action}/feedback", &DdiDoor::confirmationFeedback);
    add(router, "POST", "/confirmationBase/activateAutoConfirm", &DdiDoor::activateAutoConfirm);
    add(router, "POST", "/confirmationBase/deactivateAutoConfirm", &DdiDoor::deactivateAutoConfirm);
    add(router, "GET", "/softwaremodules/{module}/artifacts", &DdiDoor::artifacts);
    add(router, "GET", "/softwaremodules/{module}/artifacts/{file}", &DdiDoor::artifact);
    add(router, "POST", "/diagnostics/{request}", &DdiDoor::diagnostics);
    m_joining.addRoutes(router);
    router.add("GET", "/tuf/{file}", [this](http::Exchange& exchange) { return metadata(exchange); });
    return router;
}

DdiDoor::Answer DdiDoor::enter(http::Exchange& exchange, Method handler) {
    if (exchange.parameters.size() > 1 && exchange.parameters[1].size() > 256)
        co_return ddiError(400, makeError(BaseErrc::invalidArgument, "the controller id is longer than 256 bytes"));
    const TerminalId terminal = m_access.authenticate(exchange);
    if (!terminal) co_return http::emptyResponse(401);
    if (!speaksJson(exchange)) co_return http::emptyResponse(415);
    const bool isFile = handler == &DdiDoor::artifact;
    if (!isFile && !takesJson(exchange.request)) co_return http::emptyResponse(406);
    const Call call{exchange, terminal, isOurs(exchange.request)};
    auto response = co_await (this->*handler)(call);
    if (!isFile) addETag(exchange.request, response);
    co_return response;
}

/// For everybody: nothing in it is secret, and nobody believes it for where it came from.
DdiDoor::Answer DdiDoor::metadata(http::Exchange& exchange) {
    const std::string* const bytes = ReleaseTrust(m_engine).file(exchange.parameters[0]);
    if (!bytes) co_return http::emptyResponse(404);
    http::Response response = http::jsonResponse(200, *bytes);
    const bool changes = exchange.parameters[0] == "timestamp.json";
    response.headers.set("Cache-Control", changes ? "no-store" : "public, max-age=31536000, immutable");
    co_return response;
}

DdiDocuments DdiDoor::documents(const Call& call) {
    const std::string base = m_access.originOf(call.exchange.request) + "/" +
                             http::encodePercent(call.exchange.parameters[0]) + "/controller/v1/" +
                             http::encodePercent(call.exchange.parameters[1]);
    return {m_engine, m_distributor, base, call.ours};
}

const Deployment* DdiDoor::named(const Call& call) const {
    const Deployment* deployment = m_engine.world.deployment({numberIn(call.exchange.parameters[2])});
    return deployment && deployment->terminal == call.terminal ? deployment : nullptr;
}

DdiDoor::Answer DdiDoor::whenDurable(http::Response response) {
    const auto stored = co_await m_engine.ledger.durable();
    if (!stored) co_return ddiError(503, stored.error());
    if (m_changed) m_changed();
    co_return response;
}

DdiDoor::Answer DdiDoor::withHistory(const Call& call, DeploymentId id, json::object document) {
    const std::int64_t wanted = historyWanted(call.exchange.request);
    const Deployment* deployment = m_engine.world.deployment(id);
    if (wanted > 0 && deployment) {
        const char* status = actionStatus(*deployment);
        const auto entries = co_await m_store.feedback(id, 0, kMostFeedback);
        if (!entries) co_return ddiError(503, entries.error());
        json::array messages;
        for (auto entry = entries->rbegin(); entry != entries->rend(); ++entry)
            if (!entry->message.empty() && std::ssize(messages) < wanted) messages.emplace_back(entry->message);
        document["actionHistory"] = {{"status", status}, {"messages", std::move(messages)}};
    }
    auto durable = co_await whenDurable(ddiAnswer(document));
    co_return durable;
}

/// Then the answer is the same for every terminal, as nearly all are.
bool DdiDoor::hasNothingToTell(const Call& call) const {
    if (m_engine.world.activeDeployment(call.terminal) || m_engine.world.fleet.attributesWanted(call.terminal))
        return false;
    if (m_engine.world.diagnosticsAwaited.contains(call.terminal)) return false;
    return call.ours || !Deployments(m_engine).lastInstalled(call.terminal);
}

const http::Response& DdiDoor::quietAnswer(bool ours) {
    std::vector<std::string> urls;
    if (ours) urls = ManagerAddresses(m_engine).told();
    QuietAnswer& quiet = ours ? m_quietOurs : m_quiet;
    if (quiet.sleep == m_engine.options.pollInterval && quiet.managerUrls == urls) return quiet.response;
    const boost::json::object polling{{"sleep", hmsText(m_engine.options.pollInterval)}};
    boost::json::object document{{"config", {{"polling", polling}}}, {"_links", boost::json::object()}};
    if (!urls.empty()) document["signalbox"] = {{"managerUrls", boost::json::array(urls.begin(), urls.end())}};
    quiet = {m_engine.options.pollInterval, std::move(urls), ddiAnswer(document)};
    setETag(quiet.response);
    return quiet.response;
}

DdiDoor::Answer DdiDoor::poll(Call call) {
    Inventory(m_engine).sawTerminal(call.terminal, call.exchange.request.peer.address);
    Diagnostics(m_engine).polled(call.terminal, call.ours);
    const std::string_view trusted = call.exchange.request.headers.value("Signalbox-Authorities");
    const bool tellsAuthorities = call.ours && Authorities(m_engine).heard(call.terminal, trusted);
    const Deployment* due = Offers(m_engine).due(call.terminal, call.ours);
    if (!due && !tellsAuthorities && hasNothingToTell(call)) co_return quietAnswer(call.ours);
    json::object document = documents(call).root(call.terminal, due);
    if (tellsAuthorities) {
        json::value& ours = document["signalbox"];
        if (!ours.is_object()) ours.emplace_object();
        ours.get_object()["authorities"] = m_engine.identity.authoritiesPem();
    }
    http::Response response = ddiAnswer(document);
    if (!due) co_return response;
    auto durable = co_await whenDurable(std::move(response));
    co_return durable;
}

DdiDoor::Answer DdiDoor::deploymentBase(Call call) {
    const Deployment* deployment = named(call);
    const bool shown = deployment && !isFinal(deployment->state) && !deployment->cancelRequested &&
                       !deployment->awaitsConfirmation && deployment->state != DeploymentState::waiting &&
                       InstallRules(m_engine).mayBeShown(*deployment, call.ours);
    if (!shown) co_return http::emptyResponse(404);
    auto document = documents(call).deployment(*deployment);
    if (!document) co_return ddiError(404, document.error());
    const DeploymentId id = deployment->id;
    auto answer = co_await withHistory(call, id, std::move(*document));
    co_return answer;
}

DdiDoor::Answer DdiDoor::deploymentFeedback(Call call) {
    const auto feedback = parseActionFeedback(call.exchange.body);
    if (!feedback) co_return ddiError(400, feedback.error());
    const Deployment* deployment = named(call);
    if (!deployment || deployment->awaitsConfirmation) co_return http::emptyResponse(404);
    const DeploymentId id = deployment->id;
    m_artifacts.progressed(id);
    const auto taken = Deployments(m_engine).report(call.terminal, id, feedback->report);
    if (!taken) co_return ddiError(taken.error());
    auto durable = co_await whenDurable(http::emptyResponse(200));
    co_return durable;
}

DdiDoor::Answer DdiDoor::configData(Call call) {
    const auto description = parseConfigData(call.exchange.body);
    if (!description) co_return ddiError(400, description.error());
    const auto taken = Inventory(m_engine).describe(call.terminal, *description);
    if (!taken) co_return ddiError(taken.error().code == BaseErrc::tooLarge ? 429 : 400, taken.error());
    auto durable = co_await whenDurable(http::emptyResponse(200));
    co_return durable;
}

/// Of our own agent: what it was asked for at a poll.
DdiDoor::Answer DdiDoor::diagnostics(Call call) {
    Diagnostics diagnostics(m_engine);
    const std::int64_t request = numberIn(call.exchange.parameters[2]);
    const auto taken = co_await diagnostics.take(call.terminal, request, std::move(call.exchange.body));
    if (!taken) co_return ddiError(taken.error());
    auto durable = co_await whenDurable(http::emptyResponse(200));
    co_return durable;
}

DdiDoor::Answer DdiDoor::cancelAction(Call call) {
    const Deployment* deployment = named(call);
    if (!deployment || isFinal(deployment->state) || !deployment->cancelRequested) co_return http::emptyResponse(404);
    const std::string action = std::to_string(deployment->id.value);
    http::Response response = ddiAnswer({{"id", action}, {"cancelAction", {{"stopId", action}}}});
    auto durable = co_await whenDurable(std::move(response));
    co_return durable;
}

DdiDoor::Answer DdiDoor::cancelFeedback(Call call) {
    const auto feedback = parseActionFeedback(call.exchange.body);
    if (!feedback) co_return ddiError(400, feedback.error());
    const Deployment* deployment = named(call);
    if (!deployment) co_return http::emptyResponse(404);
    if (!deployment->cancelRequested || isFinal(deployment->state)) co_return http::emptyResponse(405);
    const bool closed = feedback->execution == "closed";
    const bool rejected = feedback->execution == "rejected" || (closed && feedback->finished == "failure");
    if (!closed && !rejected) co_return http::emptyResponse(200);  // it is still at it
    const auto taken = Deployments(m_engine).cancelAnswered(call.terminal, deployment->id, closed && !rejected,
                                                            feedback->report.message);
    if (!taken) co_return ddiError(taken.error());
    auto durable = co_await whenDurable(http::emptyResponse(200));
    co_return durable;
}

DdiDoor::Answer DdiDoor::installedBase(Call call) {
    const Deployment* deployment = named(call);
    if (!deployment || deployment->state != DeploymentState::succeeded) co_return http::emptyResponse(404);
    auto document = documents(call).installed(*deployment);
    if (!document) co_return ddiError(404, document.error());
    const DeploymentId id = deployment->id;
    auto answer = co_await withHistory(call, id, std::move(*document));
    co_return answer;
}

DdiDoor::Answer DdiDoor::putInstalled(Call call) {
    const auto body = parseJson(call.exchange.body, kMaxBody);
    if (!body || !body->is_object())
        co_return ddiError(400, makeError(BaseErrc::malformed, "an object with name and version is wanted"));
    const std::string name = textAt(body->get_object(), "name");
    const std::string version = textAt(body->get_object(), "version");
    if (name.empty() || version.empty())
        co_return ddiError(400, makeError(BaseErrc::malformed, "name and version are wanted"));
    const auto known = [&](const auto& entry) {
        return entry.second.product == name && entry.second.version == version;
    };
    const auto& releases = m_engine.world.releases;
    if (std::none_of(releases.begin(), releases.end(), known)) co_return http::emptyResponse(404);
    const bool isNew = Deployments(m_engine).noteInstalled(call.terminal, name, version);
    const int status = isNew ? 201 : 200;
    auto durable = co_await whenDurable(http::emptyResponse(status));
    co_return durable;
}

DdiDoor::Answer DdiDoor::confirmationBase(Call call) {
    [[maybe_unused]] const Deployment* due = Offers(m_engine).due(call.terminal, call.ours);
    auto durable = co_await whenDurable(ddiAnswer(documents(call).confirmationBase(call.terminal)));
    co_return durable;
}

DdiDoor::Answer DdiDoor::confirmationAction(Call call) {
    const Deployment* deployment = named(call);
    const bool awaited = deployment && deployment->awaitsConfirmation && !deployment->cancelRequested;
    if (!awaited) co_return http::emptyResponse(404);
    auto document = documents(call).confirmation(*deployment);
    if (!document) co_return ddiError(404, document.error());
    const DeploymentId id = deployment->id;
    auto answer = co_await withHistory(call, id, std::move(*document));
    co_return answer;
}

DdiDoor::Answer DdiDoor::confirmationFeedback(Call call) {
    const auto word = parseConfirmation(call.exchange.body);
    if (!word) co_return ddiError(400, word.error());
    const Deployment* deployment = named(call);
    if (!deployment) co_return http::emptyResponse(404);
    if (isFinal(deployment->state)) co_return http::emptyResponse(410);
    const auto taken = Deployments(m_engine).confirm(deployment->id, word->confirmed, word->message);
    if (!taken) co_return http::emptyResponse(404);
    auto durable = co_await whenDurable(http::emptyResponse(200));
    co_return durable;
}

DdiDoor::Answer DdiDoor::activateAutoConfirm(Call call) {
    AutoConfirm word;
    word.active = true;
    if (!call.exchange.body.empty()) {
        const auto body = parseJson(call.exchange.body, kMaxBody);
        if (!body || !body->is_object()) co_return ddiError(400, makeError(BaseErrc::malformed, "an object is wanted"));
        word.initiator = textAt(body->get_object(), "initiator").substr(0, 64);
        word.remark = textAt(body->get_object(), "remark").substr(0, 255);
    }
    const auto taken = Deployments(m_engine).setAutoConfirm(call.terminal, std::move(word));
    if (!taken) co_return ddiError(409, taken.error());
    auto durable = co_await whenDurable(http::emptyResponse(200));
    co_return durable;
}

DdiDoor::Answer DdiDoor::deactivateAutoConfirm(Call call) {
    [[maybe_unused]] const auto taken = Deployments(m_engine).setAutoConfirm(call.terminal, AutoConfirm());
    auto durable = co_await whenDurable(http::emptyResponse(200));
    co_return durable;
}

DdiDoor::Answer DdiDoor::artifacts(Call call) {
    const ReleaseId wanted{numberIn(call.exchange.parameters[2])};
    const Deployment* open = m_engine.world.activeDeployment(call.terminal);
    const Deployment* last = Deployments(m_engine).lastInstalled(call.terminal);
    for (const Deployment* deployment : {open, last}) {
        if (!deployment || m_engine.world.rollouts.at(deployment->rollout).rollout.release != wanted) continue;
        const Package* package = packageOf(m_engine.world, *deployment);
        if (!package) continue;
        const json::array list = documents(call).artifacts(m_engine.world.releases.at(wanted), *package);
        co_return http::jsonResponse(200, json::serialize(list));
    }
    co_return http::emptyResponse(404);
}

DdiDoor::Answer DdiDoor::artifact(Call call) {
    const Deployment* open = m_engine.world.activeDeployment(call.terminal);
    if (!open || open->cancelRequested || open->awaitsConfirmation) co_return http::emptyResponse(404);
    if (m_engine.world.rollouts.at(open->rollout).rollout.release.value != numberIn(call.exchange.parameters[2]))
        co_return http::emptyResponse(404);
    co_return m_artifacts.file(call.exchange.request, *open, call.exchange.parameters[3]);
}

}  // namespace signalbox::manager
