// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/node/certificate_keeper.h"

#include <algorithm>
#include <boost/asio/this_coro.hpp>
#include <boost/json/serialize.hpp>

#include "core/base/log.h"
#include "core/node/join.h"
#include "core/trust/certificate.h"
#include "core/trust/node_renewal.h"

namespace signalbox::node {
namespace {

constexpr Milliseconds kBetweenLooks{60000};
constexpr Seconds kFirstPause{60};
constexpr Seconds kLongestPause{3600};
constexpr int kMostDoublings = 6;
constexpr std::size_t kMostAnswerBytes = 65536;
constexpr std::string_view kTokenPath = "/token";

/// Where the manager answers nodes: beside the place where tokens are had.
Result<http::Url> renewalUrl(const NodeIdentity& identity) {
    TRY(http::Url url, http::parseUrl(identity.tokenRealm));
    if (!std::string_view(url.target).ends_with(kTokenPath))
        return makeError(BaseErrc::malformed, "token-realm: '" + identity.tokenRealm + "' is not the manager's");
    url.target = url.target.substr(0, url.target.size() - kTokenPath.size()) + "/renew/node";
    return url;
}

/// With a new key, and the certificate that the manager issues for it under the present one.
Task<NodeIdentity> askManager(http::Client& manager, NodeIdentity identity) {
    CO_TRY(const trust::PrivateKey present, trust::PrivateKey::fromPem(identity.keyPem));
    const trust::PrivateKey fresh = trust::PrivateKey::generate();
    trust::NodeRenewal renewal;
    renewal.issuer = identity.issuer;
    renewal.node = identity.name;
    CO_TRY(renewal.signingRequest, trust::makeSigningRequest(fresh, identity.name));
    const boost::json::object body{{"certificate", identity.certificatePem},
                                   {"request", trust::signNodeRenewal(renewal, present)}};
    http::ClientRequest post;
    post.method = "POST";
    CO_TRY(post.url, renewalUrl(identity));
    post.headers.set("Content-Type", "application/json");
    post.body = boost::json::serialize(body);
    post.maxBody = kMostAnswerBytes;
    const std::string where = post.url.origin();
    auto response = co_await manager.send(std::move(post));
    if (!response) co_return std::move(response).error().within("asking " + where);
    if (response->status != 200)
        co_return makeError(BaseErrc::unavailable, "the manager answered " + std::to_string(response->status) + ": " +
                                                       printable(response->body, 300));
    JoinRequest expected;
    expected.listen = identity.listen;
    expected.url = identity.url;
    CO_TRY(const auto authorities, trust::inspectAuthorities(identity.caPem));
    for (const trust::CertificateInfo& authority : authorities)
        expected.authorities.push_back(authority.fingerprint);
    co_return readJoinAnswer(response->body, expected, fresh);
}

}  // namespace

CertificateKeeper::CertificateKeeper(Parts parts, NodeIdentity identity, Use use)
    : m_parts(std::move(parts)), m_identity(std::move(identity)), m_use(std::move(use)) {}

Task<void> CertificateKeeper::run(Pulse& pulse) {
    co_await asio::this_coro::throw_if_cancelled(false);
    for (;;) {
        const auto looked = co_await look();
        if (pulse.stopped()) co_return Result<void>();
        if (!looked) logError("node", "renewing the certificate: {}", looked.error().text());
        CO_CHECK(co_await pulse.wait(kBetweenLooks));
    }
}

Task<void> CertificateKeeper::look() {
    if (takeFromDisk()) CO_CHECK(m_use(m_identity));
    CO_TRY(const trust::CertificateInfo present, trust::inspectCertificate(m_identity.certificatePem));
    const TimePoint now = m_parts.clock.now();
    const bool isDue = isOfEarlierAuthority() || now >= trust::renewalTime(present);
    if (!isDue || now < m_notBefore) co_return Result<void>();
    auto renewed = co_await renew(present.notAfter);
    if (renewed) {
        m_failures = 0;
        m_notBefore = {};
        co_return renewed;
    }
    const Seconds pause =
        std::min(kLongestPause, kFirstPause * (std::int64_t{1} << std::min(m_failures, kMostDoublings)));
    ++m_failures;
    m_notBefore = m_parts.clock.now() + pause;
    co_return std::move(renewed).error().within("good until " + toRfc3339(present.notAfter) + ", next try at " +
                                                toRfc3339(m_notBefore));
}

/// Whether someone joined again meanwhile, or the manager told where it is or whom to trust.
bool CertificateKeeper::takeFromDisk() {
    auto there = loadIdentity(m_parts.data);
    if (!there) return false;
    if (there->tokenRealm != m_identity.tokenRealm || there->caPem != m_identity.caPem) m_notBefore = {};
    const bool isOther = there->certificatePem != m_identity.certificatePem || there->caPem != m_identity.caPem;
    m_identity = std::move(*there);
    return isOther;
}

/// The manager issues certificates by another authority since: the first of those to trust.
bool CertificateKeeper::isOfEarlierAuthority() const {
    const auto issuer = trust::issuerFingerprint(m_identity.certificatePem);
    const auto first = trust::inspectCertificate(m_identity.caPem);
    return issuer && first && *issuer != first->fingerprint;
}

Task<void> CertificateKeeper::renew(TimePoint ends) {
    if (m_parts.clock.now() >= ends)
        co_return makeError(BaseErrc::wrongState,
                            "the certificate has ended; join again with a new code: signalbox-node join CODE --data " +
                                m_parts.data.string());
    CO_TRY(NodeIdentity renewed, co_await askManager(m_parts.manager, m_identity));
    CO_CHECK(saveCertificate(m_parts.files, m_parts.data, renewed));
    m_identity.keyPem = std::move(renewed.keyPem);
    m_identity.certificatePem = std::move(renewed.certificatePem);
    CO_CHECK(m_use(m_identity));
    CO_TRY(const trust::CertificateInfo info, trust::inspectCertificate(m_identity.certificatePem));
    logInfo("node", "a new certificate, good until {}", toRfc3339(info.notAfter));
    co_return Result<void>();
}

}  // namespace signalbox::node
