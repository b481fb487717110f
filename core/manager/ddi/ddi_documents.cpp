// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/ddi/ddi_documents.h"

#include <algorithm>

#include "core/manager/chain.h"
#include "core/manager/ddi/ddi_answers.h"
#include "core/manager/deployments.h"
#include "core/manager/diagnostics.h"
#include "core/manager/eligibility.h"
#include "core/manager/install_rules.h"
#include "core/manager/manager_addresses.h"
#include "core/manager/permits.h"
#include "core/manager/release_trust.h"
#include "core/model/json.h"
#include "core/registry/manifest.h"

namespace signalbox::manager {

namespace json = boost::json;

namespace {

/// A registry of another maker takes no token of ours: what an administrator gave terminals for it goes with it.
json::object chainEntry(const World& world, const Node& node) {
    json::object entry{{"node", node.name}, {"url", node.url}};
    if (node.kind != NodeKind::registry) return entry;
    json::object way;
    if (const auto access = world.registries.find(node.id); access != world.registries.end()) {
        if (!access->second.pullUser.empty())
            way = {{"user", access->second.pullUser}, {"password", access->second.pullPassword}};
        if (!access->second.caPem.empty()) way["ca"] = access->second.caPem;
    }
    entry["registry"] = std::move(way);
    return entry;
}

}  // namespace

json::object DdiDocuments::link(std::string_view path) const {
    return {{"href", m_base + std::string(path)}};
}

std::string DdiDocuments::actionPath(std::string_view resource, const Deployment& deployment) {
    return "/" + std::string(resource) + "/" + std::to_string(deployment.id.value) +
           "?c=" + std::to_string(deployment.changedAt.time_since_epoch().count() & 0x7fffffff);
}

const Release& DdiDocuments::releaseOf(const Deployment& deployment) const {
    return m_engine.world.releases.at(m_engine.world.rollouts.at(deployment.rollout).rollout.release);
}

std::string DdiDocuments::sleepText(TerminalId terminal) const {
    Seconds sleep = m_engine.options.pollInterval;
    if (const Deployment* open = m_engine.world.activeDeployment(terminal)) {
        const Clearance clear = InstallRules(m_engine).clearance(*open);
        if (clear.until) sleep = std::min(sleep, std::chrono::ceil<Seconds>(*clear.until - m_engine.clock.now()));
    }
    return hmsText(sleep);
}

json::object DdiDocuments::root(TerminalId terminal, const Deployment* due) const {
    json::object links;
    if (due && due->cancelRequested)
        links["cancelAction"] = link("/cancelAction/" + std::to_string(due->id.value));  // a query would break clients
    else if (due && due->awaitsConfirmation)
        links["confirmationBase"] = link(actionPath("confirmationBase", *due));
    else if (due)
        links["deploymentBase"] = link(actionPath("deploymentBase", *due));
    if (!m_ours)
        if (const Deployment* last = Deployments(m_engine).lastInstalled(terminal))
            links["installedBase"] = link("/installedBase/" + std::to_string(last->id.value));
    // Only while they are wanted: SWUpdate sends its own instead of installing as long as the link is there.
    if (m_engine.world.fleet.attributesWanted(terminal)) links["configData"] = link("/configData");
    json::object document{{"config", {{"polling", {{"sleep", sleepText(terminal)}}}}}, {"_links", std::move(links)}};
    if (!m_ours) return document;
    json::object ours;
    if (const auto urls = ManagerAddresses(m_engine).told(); !urls.empty())
        ours["managerUrls"] = json::array(urls.begin(), urls.end());
    if (const std::int64_t request = Diagnostics(m_engine).wantedOf(terminal))
        ours["diagnostics"] = {{"request", request}};
    if (!ours.empty()) document["signalbox"] = std::move(ours);
    return document;
}

json::array DdiDocuments::artifacts(const Release& release, const Package& package) const {
    const std::string path =
        "/softwaremodules/" + std::to_string(release.id.value) + "/artifacts/" + http::encodePercent(package.fileName);
    json::object links{{"download", link(path)},
                       {"download-http", link(path)},
                       {"md5sum", link(path + ".MD5SUM")},
                       {"md5sum-http", link(path + ".MD5SUM")}};
    return {json::object{{"filename", package.fileName},
                         {"size", package.size},
                         {"hashes", {{"sha1", package.sha1}, {"md5", package.md5}, {"sha256", package.digest.hex()}}},
                         {"_links", std::move(links)}}};
}

json::object DdiDocuments::chunk(const Release& release, const Package& package) const {
    return {{"part", "bApp"},
            {"version", release.version},
            {"name", release.product},
            {"artifacts", artifacts(release, package)}};
}

json::object DdiDocuments::handling(const Deployment& deployment, bool granted) const {
    const Rollout& rollout = m_engine.world.rollouts.at(deployment.rollout).rollout;
    const bool forceDue = rollout.forceTime && m_engine.clock.now() >= *rollout.forceTime;
    const bool soft =
        rollout.installMode == InstallMode::soft || (rollout.installMode == InstallMode::timeForced && !forceDue);
    const char* download = soft ? "attempt" : "forced";
    return {{"download", download}, {"update", granted ? download : "skip"}};
}

Result<json::object> DdiDocuments::deployment(const Deployment& deployment) const {
    const Package* package = packageOf(m_engine.world, deployment);
    if (!package) return makeError(BaseErrc::notFound, "the release has no package for this platform any more");
    const Clearance clear = InstallRules(m_engine).clearance(deployment);
    json::object handled = handling(deployment, clear.granted);
    handled["chunks"] = json::array{chunk(releaseOf(deployment), *package)};
    json::object document{{"id", std::to_string(deployment.id.value)}, {"deployment", std::move(handled)}};
    if (m_ours) {
        TRY(document["signalbox"], additions(deployment, clear));
    } else if (clear.granted) {
        CHECK(Permits(m_engine).permitFor(deployment.id));  // noted as issued: it may install from here
    }
    return document;
}

Result<json::object> DdiDocuments::installed(const Deployment& deployment) const {
    const Package* package = packageOf(m_engine.world, deployment);
    if (!package) return makeError(BaseErrc::notFound, "the release has no package for this platform any more");
    json::object handled = handling(deployment, true);
    handled["chunks"] = json::array{chunk(releaseOf(deployment), *package)};
    return json::object{{"id", std::to_string(deployment.id.value)}, {"deployment", std::move(handled)}};
}

Result<json::object> DdiDocuments::confirmation(const Deployment& deployment) const {
    TRY(json::object document, installed(deployment));
    document["confirmation"] = std::move(document["deployment"]);
    document.erase("deployment");
    return document;
}

json::object DdiDocuments::confirmationBase(TerminalId terminal) const {
    const AutoConfirm word = m_engine.world.fleet.terminal(terminal)->autoConfirm;
    json::object told{{"active", word.active}, {"activatedAt", 0}};
    if (word.activatedAt) told["activatedAt"] = word.activatedAt->time_since_epoch().count();
    if (word.active && !word.initiator.empty()) told["initiator"] = word.initiator;
    if (word.active && !word.remark.empty()) told["remark"] = word.remark;
    json::object links;
    const char* other = word.active ? "deactivateAutoConfirm" : "activateAutoConfirm";
    links[other] = link("/confirmationBase/" + std::string(other));
    const Deployment* open = m_engine.world.activeDeployment(terminal);
    if (open && open->awaitsConfirmation && !open->cancelRequested)
        links["confirmationBase"] = link(actionPath("confirmationBase", *open));
    return {{"autoConfirm", std::move(told)}, {"_links", std::move(links)}};
}

Result<json::object> DdiDocuments::additions(const Deployment& deployment, const Clearance& clear) const {
    const Release& release = releaseOf(deployment);
    const Package* package = packageOf(m_engine.world, deployment);
    const auto terminal = m_engine.world.fleet.terminal(deployment.terminal);
    const std::string repository = registry::repositoryOf(release.product);
    json::array chain;
    for (const Node& node : chainOf(m_engine.world, *terminal, release.id))
        chain.push_back(chainEntry(m_engine.world, node));
    json::object ours{{"now", toRfc3339(m_engine.clock.now())},
                      {"attempt", deployment.attempt},
                      {"product", release.product},
                      {"version", release.version},
                      {"channel", release.channel},
                      {"releaseDigest", release.manifestDigest.text()},
                      {"manifestDigest", package->manifestDigest.text()},
                      {"repository", repository},
                      {"chain", std::move(chain)},
                      {"token", m_distributor.terminalToken(terminal->controllerId, repository,
                                                            m_engine.options.accessTokenValidity)}};
    if (package->unpackedSize > 0) ours["unpackedSize"] = package->unpackedSize;
    const auto cluster = m_engine.world.clusters.find(terminal->cluster);
    if (cluster != m_engine.world.clusters.end() && cluster->second.bandwidthLimit > 0)
        ours["bandwidthLimit"] = cluster->second.bandwidthLimit;
    if (ReleaseTrust(m_engine).established()) ours["metadata"] = m_engine.options.ddiUrl + "/tuf/";
    if (clear.granted) {
        TRY(const std::string permit, Permits(m_engine).permitFor(deployment.id));
        ours["permit"] = permit;
    } else {
        Permits(m_engine).recallPermit(deployment.id);
        ours["hold"] = {{"reason", clear.holdReason},
                        {"until", clear.until ? json::value(toRfc3339(*clear.until)) : json::value(nullptr)}};
    }
    return ours;
}

}  // namespace signalbox::manager
