// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/manager/ledger.h"
#include "core/manager/world.h"
#include "core/trust/certificate.h"
#include "core/trust/key.h"

namespace signalbox::manager {

/// Settings that hold the authorities; where there is none the value is empty.
inline constexpr const char* kCaCertificate = "ca.certificate";
inline constexpr const char* kCaKey = "ca.key";
inline constexpr const char* kNextCaCertificate = "ca.next.certificate";
inline constexpr const char* kNextCaKey = "ca.next.key";
inline constexpr const char* kPreviousCaCertificate = "ca.previous.certificate";

/// Who the manager is: its certificate authority and the keys that sign node access tokens, permits and
/// metadata. Made on first start, kept in the store's settings. Only the authorities change, by Authorities.
class Identity {
public:
    /// From the world's settings, or new (put into `ledger`; the caller waits until it is durable).
    [[nodiscard]] static Result<Identity> loadOrCreate(World& world, Ledger& ledger, TimePoint now);

    [[nodiscard]] const std::string& managerId() const { return m_managerId; }
    /// The one that issues certificates.
    [[nodiscard]] const trust::CertificateAuthority& authority() const { return m_authority; }
    /// The one that will: it is told everywhere first. nullopt: none is planned.
    [[nodiscard]] const std::optional<trust::CertificateAuthority>& nextAuthority() const { return m_next; }
    /// The certificate of the one that did, while it is trusted still; empty: none.
    [[nodiscard]] const std::string& previousAuthority() const { return m_previousPem; }
    /// Whom everyone is told to trust, in one PEM text: the one that issues first.
    [[nodiscard]] const std::string& authoritiesPem() const { return m_authoritiesPem; }
    /// Their fingerprints, with commas between: what terminals say of themselves in the same form.
    [[nodiscard]] const std::string& authorityList() const { return m_authorityList; }
    [[nodiscard]] bool changesAuthority() const { return m_next || !m_previousPem.empty(); }
    /// What the certificate says, where one of those we trust issued it; BaseErrc::denied.
    [[nodiscard]] Result<trust::CertificateInfo> checkIssued(std::string_view pem, TimePoint now) const;
    /// Reads the authorities anew, after the settings changed.
    [[nodiscard]] Result<void> takeAuthorities(const World& world);
    [[nodiscard]] const trust::PrivateKey& tokenKey() const { return m_tokenKey; }
    [[nodiscard]] const trust::PrivateKey& permitKey() const { return m_permitKey; }
    /// Signs snapshot and timestamp of The Update Framework.
    [[nodiscard]] const trust::PrivateKey& metadataKey() const { return m_metadataKey; }

    /// A fresh key and certificate with the role manager for these hosts.
    struct ServerCertificate {
        std::string chainPem;
        std::string keyPem;
    };
    [[nodiscard]] Result<ServerCertificate> issueServerCertificate(const std::vector<std::string>& hosts,
                                                                   TimePoint now) const;

private:
    Identity(std::string managerId, trust::CertificateAuthority authority, trust::PrivateKey tokenKey,
             trust::PrivateKey permitKey, trust::PrivateKey metadataKey)
        : m_managerId(std::move(managerId)),
          m_authority(std::move(authority)),
          m_tokenKey(std::move(tokenKey)),
          m_permitKey(std::move(permitKey)),
          m_metadataKey(std::move(metadataKey)) {}

    std::string m_managerId;
    trust::CertificateAuthority m_authority;
    std::optional<trust::CertificateAuthority> m_next;
    std::string m_previousPem;
    std::string m_authoritiesPem;
    std::string m_authorityList;
    trust::PrivateKey m_tokenKey;
    trust::PrivateKey m_permitKey;
    trust::PrivateKey m_metadataKey;
};

}  // namespace signalbox::manager
