// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trust/access_token.h"

#include <algorithm>
#include <boost/json/array.hpp>

#include "core/trust/json_members.h"
#include "core/trust/jws.h"

namespace signalbox::trust {
namespace {

namespace json = boost::json;

constexpr std::string_view kType = "JWT";
constexpr Seconds kLeeway{60};
constexpr std::int64_t kLatest = 253402300799;  // 9999-12-31T23:59:59Z

std::int64_t numericDate(TimePoint time) {
    return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

Result<TimePoint> timeMember(const json::object& claims, std::string_view name) {
    TRY(const std::int64_t seconds, integerMember(claims, name));
    if (seconds < 0 || seconds > kLatest)
        return makeError(BaseErrc::malformed, "member '" + std::string(name) + "' is no time");
    return TimePoint(Seconds(seconds));
}

/// RFC 7519 section 4.1.3: one audience or an array of them.
bool isFor(const json::object& claims, std::string_view audience) {
    const json::value* value = claims.if_contains("aud");
    if (value == nullptr) return false;
    const auto same = [audience](const json::value& one) {
        return one.is_string() && std::string_view(one.get_string()) == audience;
    };
    if (value->is_array()) return std::any_of(value->get_array().begin(), value->get_array().end(), same);
    return same(*value);
}

Result<std::vector<AccessToken::Grant>> grantsOf(const json::object& claims) {
    TRY(const json::array* entries, arrayMember(claims, "access"));
    std::vector<AccessToken::Grant> grants;
    for (const json::value& entry : *entries) {
        if (!entry.is_object()) return makeError(BaseErrc::malformed, "member 'access' must hold objects");
        TRY(const std::string type, stringMember(entry.get_object(), "type"));
        if (type != "repository") continue;
        AccessToken::Grant grant;
        TRY(grant.repository, stringMember(entry.get_object(), "name"));
        TRY(const json::array* actions, arrayMember(entry.get_object(), "actions"));
        for (const json::value& action : *actions) {
            if (!action.is_string()) return makeError(BaseErrc::malformed, "member 'actions' must hold strings");
            grant.actions.emplace_back(action.get_string());
        }
        grants.push_back(std::move(grant));
    }
    return grants;
}

json::array accessOf(const std::vector<AccessToken::Grant>& grants) {
    json::array access;
    for (const AccessToken::Grant& grant : grants) {
        json::object entry;
        entry["type"] = "repository";
        entry["name"] = grant.repository;
        entry["actions"] = json::array(grant.actions.begin(), grant.actions.end());
        access.push_back(std::move(entry));
    }
    return access;
}

}  // namespace

bool AccessToken::allows(std::string_view repository, std::string_view action) const {
    return std::any_of(access.begin(), access.end(), [&](const Grant& grant) {
        return (grant.repository == "*" || grant.repository == repository) &&
               std::find(grant.actions.begin(), grant.actions.end(), action) != grant.actions.end();
    });
}

std::string signAccessToken(const AccessToken& token, const PrivateKey& key) {
    json::object claims;
    claims["iss"] = token.issuer;
    claims["sub"] = token.subject;
    claims["aud"] = token.audience;
    claims["exp"] = numericDate(token.notAfter);
    claims["nbf"] = numericDate(token.notBefore);
    claims["iat"] = numericDate(token.notBefore);
    claims["jti"] = toBase64Url(bytesOf(randomBytes(16)));
    claims["access"] = accessOf(token.access);
    if (!token.blob.empty()) claims["blob"] = token.blob;
    return signJws(claims, kType, key);
}

Result<AccessToken> verifyAccessToken(std::string_view text, std::string_view audience, const PublicKey& key,
                                      TimePoint now) {
    TRY(const json::object claims, verifyJws(text, kType, key));
    AccessToken token;
    TRY(token.issuer, stringMember(claims, "iss"));
    TRY(token.subject, stringMember(claims, "sub"));
    TRY(token.notBefore, timeMember(claims, "nbf"));
    TRY(token.notAfter, timeMember(claims, "exp"));
    TRY(token.access, grantsOf(claims));
    if (claims.contains("blob")) {
        TRY(token.blob, stringMember(claims, "blob"));
    }
    if (!isFor(claims, audience)) return makeError(BaseErrc::denied, "token is for another service");
    if (now + kLeeway < token.notBefore) return makeError(BaseErrc::denied, "token is not valid yet");
    if (now - kLeeway >= token.notAfter) return makeError(BaseErrc::denied, "token has expired");
    token.audience = audience;
    return token;
}

}  // namespace signalbox::trust
