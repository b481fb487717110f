// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/node/access.h"

#include <algorithm>

#include "core/node/oci_error.h"
#include "core/trust/access_token.h"
#include "core/trust/certificate.h"

namespace signalbox::node {
namespace {

constexpr std::string_view kBearer = "bearer ";
constexpr std::string_view kBasic = "basic ";

/// Whether a header's value begins with the scheme, without regard to case.
bool hasScheme(std::string_view header, std::string_view scheme) {
    const auto same = [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b); };
    return header.size() > scheme.size() && std::equal(scheme.begin(), scheme.end(), header.begin(), same);
}

/// The token of "Authorization: Bearer …" (RFC 6750; the scheme without regard to case), or the one in the URL of a
/// reading request (section 2.3), or empty.
std::string bearerOf(const http::Request& request) {
    const std::string_view header = request.headers.value("Authorization");
    const bool reads = request.method == "GET" || request.method == "HEAD";
    if (header.size() <= kBearer.size())
        return reads ? http::queryValue(request.query, "access_token").value_or("") : "";
    if (!hasScheme(header, kBearer)) return {};
    return std::string(header.substr(kBearer.size()));
}

/// One that the node's TLS verified against the manager's authority: a node's or terminal's has another role.
bool hasManagersCertificate(const http::Request& request) {
    return request.peer.certificateRole == trust::roleName(trust::Role::manager);
}

}  // namespace

Access::Access(AccessOptions options, const Clock& clock)
    : m_options(std::move(options)),
      m_clock(clock),
      m_accounts(std::make_shared<const ToolAccounts>(m_options.accounts)),
      m_tokenRealm(m_options.tokenRealm) {}

void Access::setAccounts(ToolAccounts accounts) {
    auto fresh = std::make_shared<const ToolAccounts>(std::move(accounts));
    const std::lock_guard lock(m_changing);
    m_accounts = std::move(fresh);
}

std::shared_ptr<const ToolAccounts> Access::accounts() const {
    const std::lock_guard lock(m_changing);
    return m_accounts;
}

void Access::setTokenRealm(std::string realm) {
    const std::lock_guard lock(m_changing);
    m_tokenRealm = std::move(realm);
}

std::string Access::tokenRealm() const {
    const std::lock_guard lock(m_changing);
    return m_tokenRealm;
}

Result<trust::AccessToken> Access::tokenOf(const http::Request& request) const {
    const std::string_view header = request.headers.value("Authorization");
    if (hasScheme(header, kBasic)) {
        const auto known = accounts();
        if (!known->all().empty()) return known->check(header.substr(kBasic.size()));
    }
    const std::string text = bearerOf(request);
    if (text.empty()) return makeError(BaseErrc::denied, "no token");
    TRY(auto token, trust::verifyAccessToken(text, kNodeAudience, m_options.tokenKey, m_clock.now()));
    if (!m_options.issuer.empty() && token.issuer != m_options.issuer)
        return makeError(BaseErrc::denied, "a token of another issuer");
    if (token.subject == kManagerSubject && m_options.managerShowsCertificate && !hasManagersCertificate(request))
        return makeError(BaseErrc::denied, "the manager's token without the manager's certificate");
    if (!token.blob.empty() && !request.path.ends_with("/blobs/" + token.blob))
        return makeError(BaseErrc::denied, "a token for another blob");
    return token;
}

http::Response Access::challenge(std::string_view scope, std::string_view why) const {
    std::string header = "Bearer realm=\"" + tokenRealm() + "\",service=\"" + std::string(kNodeAudience) + '"';
    if (!scope.empty()) header += ",scope=\"" + std::string(scope) + '"';
    http::Response response = ociError(401, OciCode::unauthorized, "a token is needed", why);
    // First, as tools take the first that they know.
    if (!accounts()->all().empty())
        response.headers.add("WWW-Authenticate", "Basic realm=\"" + std::string(kNodeAudience) + '"');
    response.headers.add("WWW-Authenticate", std::move(header));
    return response;
}

std::optional<http::Response> Access::refuse(const http::Request& request, std::string_view repository,
                                             std::string_view action) const {
    if (m_options.anonymous) return std::nullopt;
    const auto token = tokenOf(request);
    if (!token) {
        std::string scope = "repository:" + std::string(repository) + ":pull";
        if (action != "pull") scope += "," + std::string(action);
        return challenge(scope, token.error().text());
    }
    if (token->allows(repository, action)) return std::nullopt;
    return ociError(403, OciCode::denied, "the token does not grant this",
                    std::string(action) + " on " + std::string(repository));
}

std::optional<http::Response> Access::refuseStranger(const http::Request& request) const {
    if (m_options.anonymous) return std::nullopt;
    const auto token = tokenOf(request);
    if (!token) return challenge({}, token.error().text());
    return std::nullopt;
}

bool Access::isManager(const http::Request& request) const {
    return !m_options.managerShowsCertificate || hasManagersCertificate(request);
}

bool Access::alsoGrants(const http::Request& request, std::string_view repository, std::string_view action) const {
    if (m_options.anonymous) return true;
    const auto token = tokenOf(request);
    return token && token->allows(repository, action);
}

}  // namespace signalbox::node
