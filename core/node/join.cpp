// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/node/join.h"

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/json.hpp>

#include "core/base/log.h"
#include "core/http/client.h"
#include "core/http/tls.h"
#include "core/trust/certificate.h"
#include "core/trust/json_members.h"

namespace signalbox::node {
namespace {

constexpr std::size_t kMostAnswerBytes = 65536;

std::string bodyOf(const JoinRequest& request, const std::string& signingRequest) {
    boost::json::object body;
    body["secret"] = toBase64Url(bytesOf(request.code.secret));
    body["name"] = request.name;
    body["url"] = request.url;
    body["csr"] = signingRequest;
    if (!request.cluster.empty()) body["cluster"] = request.cluster;
    return boost::json::serialize(body);
}

Error refusal(const http::ClientResponse& response) {
    const bool ours = response.status >= 400 && response.status < 500 && response.status != 429;
    return makeError(ours ? BaseErrc::denied : BaseErrc::unavailable,
                     "the manager answered " + std::to_string(response.status) + ": " + printable(response.body, 300));
}

Result<void> checkTrust(const NodeIdentity& identity, const JoinRequest& request) {
    TRY(const auto ca, trust::inspectCertificate(identity.caPem));
    const std::vector<std::string>& known = request.authorities;
    const bool isKnown = known.empty() ? ca.fingerprint == request.code.fingerprint
                                       : std::find(known.begin(), known.end(), ca.fingerprint) != known.end();
    if (!isKnown) return makeError(BaseErrc::malformed, "the manager's CA is not the one that the join code names");
    TRY(const auto own, trust::inspectCertificate(identity.certificatePem));
    if (own.role != trust::roleName(trust::Role::node))
        return makeError(BaseErrc::malformed, "the certificate is not a node's");
    CHECK(trust::PublicKey::fromPem(identity.tokenKeyPem));
    // Also that certificate and key belong together.
    http::TlsServerOptions tls;
    tls.certificateChainPem = identity.certificatePem;
    tls.privateKeyPem = identity.keyPem;
    CHECK(http::TlsServerContext::make(tls));
    return {};
}

}  // namespace

Result<NodeIdentity> readJoinAnswer(std::string_view json, const JoinRequest& request, const trust::PrivateKey& key) {
    TRY(const boost::json::object answer, trust::parseJsonObject(json, "the manager's answer"));
    NodeIdentity identity;
    TRY(identity.name, trust::stringMember(answer, "name"));
    TRY(identity.cluster, trust::stringMember(answer, "cluster"));
    TRY(identity.certificatePem, trust::stringMember(answer, "certificate"));
    TRY(identity.caPem, trust::stringMember(answer, "ca"));
    TRY(identity.tokenKeyPem, trust::stringMember(answer, "tokenKey"));
    TRY(identity.issuer, trust::stringMember(answer, "issuer"));
    TRY(identity.tokenRealm, trust::stringMember(answer, "tokenRealm"));
    if (!request.cluster.empty() && identity.cluster != request.cluster)
        return makeError(BaseErrc::denied, "the code is for the cluster '" + printable(identity.cluster, 80) + "'");
    if (identity.tokenRealm.find_first_of("\"\\\r\n") != std::string::npos)
        return makeError(BaseErrc::malformed, "tokenRealm is no URL");
    identity.listen = request.listen;
    identity.url = request.url;
    identity.keyPem = key.toPem();
    CHECK(checkTrust(identity, request));
    return identity;
}

Task<NodeIdentity> joinManager(http::Client& client, JoinRequest request) {
    const trust::PrivateKey key = trust::PrivateKey::generate();
    CO_TRY(const std::string signingRequest, trust::makeSigningRequest(key, request.name));
    http::ClientRequest post;
    post.method = "POST";
    CO_TRY(post.url, http::parseUrl(request.code.managerUrl + "/join/node"));
    post.headers.set("Content-Type", "application/json");
    post.body = bodyOf(request, signingRequest);
    post.maxBody = kMostAnswerBytes;
    auto response = co_await client.send(std::move(post));
    if (!response) co_return std::move(response).error().within("asking " + request.code.managerUrl);
    if (response->status != 200 && response->status != 201) co_return refusal(*response);
    co_return readJoinAnswer(response->body, request, key);
}

Result<NodeIdentity> joinManagerNow(JoinRequest request) {
    http::TlsClientOptions tls;
    tls.pinnedFingerprint = request.code.fingerprint;
    tls.requiredRole = std::string(trust::roleName(trust::Role::manager));
    http::ClientOptions options;
    TRY(options.tls, http::TlsClientContext::make(std::move(tls)));
    Result<NodeIdentity> joined;
    asio::io_context io;
    const auto client = http::makeClient(io, std::move(options));
    auto store = [&joined](const std::exception_ptr& thrown, Result<NodeIdentity> result) {
        if (thrown) std::rethrow_exception(thrown);
        joined = std::move(result);
    };
    asio::co_spawn(io, joinManager(*client, std::move(request)), std::move(store));
    io.run();
    return joined;
}

}  // namespace signalbox::node
