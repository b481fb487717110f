// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/node_links.h"

#include "core/registry/foreign_client.h"
#include "core/registry/manifest.h"
#include "core/trust/access_token.h"

namespace signalbox::manager {
namespace {

constexpr Seconds kOwnToken{3600};

trust::AccessToken plan(const Engine& engine, std::string subject, Seconds valid) {
    trust::AccessToken token;
    token.issuer = engine.identity.managerId();
    token.subject = std::move(subject);
    token.audience = "signalbox-node";
    token.notBefore = engine.clock.now() - Seconds(60);
    token.notAfter = engine.clock.now() + valid;
    return token;
}

}  // namespace

std::string NodeLinks::tokenFor(std::string subject, std::string repository, std::vector<std::string> actions,
                                Seconds valid) const {
    trust::AccessToken token = plan(m_engine, std::move(subject), valid);
    token.access.push_back({std::move(repository), std::move(actions)});
    return trust::signAccessToken(token, m_engine.identity.tokenKey());
}

std::string NodeLinks::terminalToken(std::string subject, std::string repository, Seconds valid) const {
    trust::AccessToken token = plan(m_engine, std::move(subject), valid);
    token.access.push_back({std::move(repository), {"pull"}});
    token.access.push_back({std::string(registry::kMetadataRepository), {"pull"}});
    return trust::signAccessToken(token, m_engine.identity.tokenKey());
}

std::string NodeLinks::blobToken(std::string subject, std::string repository, const Digest& digest,
                                 Seconds valid) const {
    trust::AccessToken token = plan(m_engine, std::move(subject), valid);
    token.access.push_back({std::move(repository), {"pull"}});
    token.blob = digest.text();
    return trust::signAccessToken(token, m_engine.identity.tokenKey());
}

Result<registry::Target> NodeLinks::to(const Node& node, std::string repository) {
    registry::Target target;
    TRY(target.registry, http::parseUrl(node.url));
    target.repository = std::move(repository);
    if (node.kind == NodeKind::registry) {
        TRY(target.client, foreign(node, target.registry));
        return target;
    }
    target.token = tokenFor("distributor", target.repository.empty() ? "*" : target.repository,
                            {"pull", "push", "delete"}, kOwnToken);
    return target;
}

Result<std::shared_ptr<http::Client>> NodeLinks::foreign(const Node& node, const http::Url& url) {
    const auto found = m_engine.world.registries.find(node.id);
    const RegistryAccess access = found == m_engine.world.registries.end() ? RegistryAccess() : found->second;
    Foreign& known = m_foreign[node.id];
    const bool same = known.client && known.url == node.url && known.user == access.user &&
                      known.password == access.password && known.caPem == access.caPem;
    if (same) return known.client;
    registry::ForeignAccess way;
    way.registry = url;
    way.user = access.user;
    way.password = access.password;
    way.caPem = access.caPem;
    TRY(known.client, registry::openForeign(m_client, std::move(way)));
    known.url = node.url;
    known.user = access.user;
    known.password = access.password;
    known.caPem = access.caPem;
    return known.client;
}

}  // namespace signalbox::manager
