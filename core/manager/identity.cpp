// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/identity.h"

#include "core/base/hash.h"

namespace signalbox::manager {
namespace {

constexpr const char* kManagerId = "manager.id";
constexpr const char* kTokenKey = "token.key";
constexpr const char* kPermitKey = "permit.key";
constexpr const char* kMetadataKey = "metadata.key";

void putSetting(World& world, Ledger& ledger, const std::string& key, std::string value) {
    world.settings[key] = value;
    ledger.put(store::Setting{key, std::move(value)});
}

Result<void> createIdentity(World& world, Ledger& ledger, TimePoint now) {
    const std::string id = toBase64Url(bytesOf(randomBytes(12)));
    TRY(const auto authority, trust::CertificateAuthority::create("Signalbox manager " + id, now));
    putSetting(world, ledger, kManagerId, id);
    putSetting(world, ledger, kCaCertificate, authority.certificatePem());
    putSetting(world, ledger, kCaKey, authority.keyPem());
    putSetting(world, ledger, kTokenKey, trust::PrivateKey::generate().toPem());
    putSetting(world, ledger, kPermitKey, trust::PrivateKey::generate().toPem());
    ledger.audit("manager", "manager.create", "manager:" + id, {{"caFingerprint", authority.fingerprint()}});
    return {};
}

}  // namespace

Result<Identity> Identity::loadOrCreate(World& world, Ledger& ledger, TimePoint now) {
    if (!world.settings.contains(kManagerId)) CHECK(createIdentity(world, ledger, now));
    if (!world.settings.contains(kMetadataKey))  // a manager of before it had one
        putSetting(world, ledger, kMetadataKey, trust::PrivateKey::generate().toPem());
    TRY(auto authority, trust::CertificateAuthority::load(world.settings[kCaCertificate], world.settings[kCaKey]));
    TRY(auto tokenKey, trust::PrivateKey::fromPem(world.settings[kTokenKey]));
    TRY(auto permitKey, trust::PrivateKey::fromPem(world.settings[kPermitKey]));
    TRY(auto metadataKey, trust::PrivateKey::fromPem(world.settings[kMetadataKey]));
    Identity identity(world.settings[kManagerId], std::move(authority), std::move(tokenKey), std::move(permitKey),
                      std::move(metadataKey));
    CHECK(identity.takeAuthorities(world));
    return identity;
}

Result<void> Identity::takeAuthorities(const World& world) {
    const auto valueOf = [&world](const char* key) {
        const auto found = world.settings.find(key);
        return found == world.settings.end() ? std::string() : found->second;
    };
    TRY(auto authority, trust::CertificateAuthority::load(valueOf(kCaCertificate), valueOf(kCaKey)));
    std::optional<trust::CertificateAuthority> next;
    if (const std::string planned = valueOf(kNextCaCertificate); !planned.empty()) {
        TRY(next, trust::CertificateAuthority::load(planned, valueOf(kNextCaKey)));
    }
    std::string previous = valueOf(kPreviousCaCertificate);
    std::string all = authority.certificatePem() + (next ? next->certificatePem() : std::string()) + previous;
    TRY(const auto infos, trust::inspectAuthorities(all));
    m_authorityList.clear();
    for (const trust::CertificateInfo& info : infos)
        m_authorityList += (m_authorityList.empty() ? "" : ",") + info.fingerprint;
    m_authority = std::move(authority);
    m_next = std::move(next);
    m_previousPem = std::move(previous);
    m_authoritiesPem = std::move(all);
    return {};
}

Result<trust::CertificateInfo> Identity::checkIssued(std::string_view pem, TimePoint now) const {
    auto info = m_authority.checkIssued(pem, now);
    if (info || m_previousPem.empty()) return info;
    return trust::checkIssued(m_previousPem, pem, now);
}

Result<Identity::ServerCertificate> Identity::issueServerCertificate(const std::vector<std::string>& hosts,
                                                                     TimePoint now) const {
    const trust::PrivateKey key = trust::PrivateKey::generate();
    TRY(const std::string request, trust::makeSigningRequest(key, "manager"));
    trust::Subject subject;
    subject.commonName = "signalbox-manager";
    subject.role = trust::Role::manager;
    subject.hosts = hosts;
    TRY(std::string chain, m_authority.issue(request, subject, now));
    return ServerCertificate{std::move(chain), key.toPem()};
}

}  // namespace signalbox::manager
