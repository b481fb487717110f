// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/foreign_client.h"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include "core/base/log.h"

namespace signalbox::registry {
namespace {

constexpr std::size_t kMostTokenAnswer = 65536;
constexpr std::size_t kMostToken = 16384;
constexpr std::size_t kMostTokens = 256;
constexpr Seconds kShortestToken{10};
constexpr Seconds kLongestToken{3600};
constexpr Seconds kUsualToken{60};  // what the token protocol says where a registry says nothing
constexpr Seconds kTokenSlack{5};

std::string basicAuthorization(const std::string& user, const std::string& password) {
    std::string coded = toBase64Url(bytesOf(user + ":" + password));
    std::replace(coded.begin(), coded.end(), '-', '+');
    std::replace(coded.begin(), coded.end(), '_', '/');
    while (coded.size() % 4 != 0)
        coded += '=';
    return "Basic " + coded;
}

/// "a/b" of "/v2/a/b/blobs/…"; empty where the path names none.
std::string repositoryIn(std::string_view target) {
    constexpr std::string_view kRoot = "/v2/";
    if (!target.starts_with(kRoot)) return {};
    target.remove_prefix(kRoot.size());
    const auto blobs = target.rfind("/blobs/");
    const auto manifests = target.rfind("/manifests/");
    if (blobs == std::string_view::npos && manifests == std::string_view::npos) return {};
    const bool isBlob = manifests == std::string_view::npos || (blobs != std::string_view::npos && blobs > manifests);
    return std::string(target.substr(0, isBlob ? blobs : manifests));
}

Result<std::string> tokenIn(const boost::json::value& answer) {
    for (const char* name : {"token", "access_token"}) {
        const auto* object = answer.if_object();
        const boost::json::value* value = object ? object->if_contains(name) : nullptr;
        if (!value || !value->is_string()) continue;
        std::string token(value->get_string());
        const bool clean =
            !token.empty() && token.size() <= kMostToken && token.find_first_of(" \t\r\n") == std::string::npos;
        if (clean) return token;
    }
    return makeError(BaseErrc::malformed, "the realm's answer holds no token");
}

Seconds validityIn(const boost::json::value& answer) {
    const auto* object = answer.if_object();
    const boost::json::value* value = object ? object->if_contains("expires_in") : nullptr;
    if (!value || !value->is_number()) return kUsualToken;
    boost::system::error_code error;
    const auto seconds = value->to_number<std::int64_t>(error);
    return error ? kUsualToken : std::clamp(Seconds(seconds), kShortestToken, kLongestToken);
}

}  // namespace

ForeignClient::ForeignClient(std::shared_ptr<http::Client> client, ForeignAccess access)
    : m_client(std::move(client)), m_access(std::move(access)) {}

Task<http::ClientResponse> ForeignClient::send(http::ClientRequest request) {
    if (request.url.origin() != m_access.registry.origin()) {
        auto elsewhere = co_await m_client->send(std::move(request));
        co_return elsewhere;
    }
    const std::string repository = repositoryIn(request.url.target);
    const bool streams = static_cast<bool>(request.bodySource);
    for (bool again = false;; again = true) {
        const auto token = m_tokens.find(repository);
        if (token != m_tokens.end() && m_clock.now() < token->second.notAfter)
            request.headers.set("Authorization", token->second.authorization);
        else if (m_basic)
            request.headers.set("Authorization", basicAuthorization(m_access.user, m_access.password));
        http::ClientRequest sent = request;
        CO_TRY(http::ClientResponse response, co_await m_client->send(std::move(sent)));
        if (response.status != 401 || again) co_return response;
        CO_TRY(const bool open, co_await logIn(repository, response));
        if (!open) co_return response;
        if (streams) co_return makeError(BaseErrc::unavailable, "the registry wanted a log-in first");
    }
}

Task<bool> ForeignClient::logIn(std::string repository, const http::ClientResponse& refusal) {
    std::vector<Challenge> challenges;
    for (const auto& [name, value] : refusal.headers.all()) {
        http::Headers one;
        one.set(name, value);
        if (!one.find("WWW-Authenticate")) continue;
        for (Challenge& challenge : parseChallenges(value))
            challenges.push_back(std::move(challenge));
    }
    const auto named = [&](std::string_view scheme) {
        return std::find_if(challenges.begin(), challenges.end(),
                            [scheme](const Challenge& challenge) { return challenge.scheme == scheme; });
    };
    if (const auto bearer = named("bearer"); bearer != challenges.end()) {
        CO_TRY(Token token, co_await fetchToken(*bearer));
        if (m_tokens.size() >= kMostTokens) m_tokens.clear();
        m_tokens[repository] = std::move(token);
        co_return true;
    }
    const bool opens = named("basic") != challenges.end() && !m_access.user.empty() && !m_basic;
    m_basic = m_basic || opens;
    co_return opens;
}

Task<ForeignClient::Token> ForeignClient::fetchToken(Challenge bearer) {
    http::ClientRequest request;
    CO_TRY(request.url, http::parseUrl(bearer.parameters["realm"]));
    if (request.url.scheme != "https" && m_access.registry.scheme == "https")
        co_return makeError(BaseErrc::denied,
                            "the registry wants a log-in without TLS, at " + printable(request.url.origin()));
    for (const char* name : {"service", "scope"}) {
        const auto value = bearer.parameters.find(name);
        if (value == bearer.parameters.end()) continue;
        request.url.target += request.url.target.find('?') == std::string::npos ? '?' : '&';
        request.url.target += std::string(name) + "=" + http::encodePercent(value->second);
    }
    if (!m_access.user.empty())
        request.headers.set("Authorization", basicAuthorization(m_access.user, m_access.password));
    request.maxBody = kMostTokenAnswer;
    const std::string where = request.url.origin();
    CO_TRY(const http::ClientResponse response, co_await m_client->send(std::move(request)));
    if (response.status != 200)
        co_return makeError(response.status == 401 || response.status == 403 ? BaseErrc::denied : BaseErrc::unavailable,
                            "the log-in at " + where + " was answered " + std::to_string(response.status));
    boost::system::error_code error;
    const boost::json::value answer = boost::json::parse(response.body, error);
    if (error) co_return makeError(BaseErrc::malformed, "the answer of " + where + " is no JSON");
    CO_TRY(const std::string token, tokenIn(answer));
    co_return Token{"Bearer " + token, m_clock.now() + validityIn(answer) - kTokenSlack};
}

Result<std::shared_ptr<http::Client>> openForeign(const http::Client& like, ForeignAccess access) {
    std::shared_ptr<const http::TlsClientContext> tls;
    if (access.registry.scheme == "https") {
        http::TlsClientOptions options;
        options.caPem = access.caPem;
        options.floor = http::TlsFloor::tls12;
        TRY(tls, http::TlsClientContext::make(std::move(options)));
    }
    TRY(std::shared_ptr<http::Client> client, like.trusting(std::move(tls)));
    return std::shared_ptr<http::Client>(std::make_shared<ForeignClient>(std::move(client), std::move(access)));
}

}  // namespace signalbox::registry
