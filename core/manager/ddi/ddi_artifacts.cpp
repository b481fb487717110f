// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/ddi/ddi_artifacts.h"

#include <algorithm>

#include "core/manager/chain.h"
#include "core/manager/ddi/ddi_answers.h"
#include "core/manager/eligibility.h"
#include "core/registry/manifest.h"

namespace signalbox::manager {
namespace {

constexpr std::string_view kMd5Suffix = ".MD5SUM";
constexpr Seconds kUrlValidity{600};
constexpr std::size_t kRedirectsANode = 2;          // before the client is taken for one that follows none
constexpr std::size_t kMostRemembered = 1'000'000;  // clients that were redirected and said nothing since

bool sameFile(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
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

/// As a quoted-string (RFC 6266); a name's quotes and backslashes are escaped.
std::string attachment(std::string_view name) {
    std::string text = "attachment;filename=\"";
    for (const char c : name) {
        if (c == '"' || c == '\\') text += '\\';
        text += c;
    }
    return text + '"';
}

}  // namespace

std::optional<std::string> DdiArtifacts::nextNodeUrl(const Deployment& deployment, const Package& package) {
    const auto terminal = m_engine.world.fleet.terminal(deployment.terminal);
    const Release& release = m_engine.world.releases.at(m_engine.world.rollouts.at(deployment.rollout).rollout.release);
    std::vector<Node> chain = chainOf(m_engine.world, *terminal, release.id);
    // What this client is not told: how to come to a registry of another maker, and no URL of ours opens it.
    std::erase_if(chain, [](const Node& node) { return node.kind == NodeKind::registry; });
    if (m_redirects.size() >= kMostRemembered) m_redirects.clear();
    const std::size_t turn = m_redirects[deployment.id]++;
    if (turn >= chain.size() * kRedirectsANode) return std::nullopt;
    const std::string repository = registry::repositoryOf(release.product);
    const std::string token = m_distributor.blobToken(terminal->controllerId, repository, package.digest, kUrlValidity);
    return chain[turn % chain.size()].url + "/v2/" + repository + "/blobs/" + package.digest.text() +
           "?access_token=" + token;
}

http::Response DdiArtifacts::file(const http::Request& request, const Deployment& deployment, std::string_view name) {
    const Package* package = packageOf(m_engine.world, deployment);
    if (!package) return http::emptyResponse(404);
    if (sameFile(name, package->fileName + std::string(kMd5Suffix))) {
        http::Response sum = http::textResponse(200, package->md5 + "  " + package->fileName);
        sum.headers.set("Content-Disposition", attachment(package->fileName + std::string(kMd5Suffix)));
        return sum;
    }
    if (!sameFile(name, package->fileName)) return http::emptyResponse(404);
    if (!matches(request.headers.find("If-Match"), package->sha1)) return http::emptyResponse(412);
    if (request.method == "GET")
        if (const auto url = nextNodeUrl(deployment, *package)) {
            http::Response elsewhere = http::emptyResponse(302);
            elsewhere.headers.set("Location", *url);
            elsewhere.headers.set("Cache-Control", "no-store");
            return elsewhere;
        }
    auto content = m_engine.blobs.open(package->digest);
    if (!content) return ddiError(404, content.error());
    http::Response response =
        http::fileResponse(request, std::move(*content), "application/octet-stream", '"' + package->sha1 + '"');
    response.headers.set("Content-Disposition", attachment(package->fileName));
    response.headers.set("X-Content-Type-Options", "nosniff");
    if (const auto* sent = std::get_if<http::FileBody>(&response.body)) m_engine.packageBytesSent += sent->length;
    return response;
}

}  // namespace signalbox::manager
