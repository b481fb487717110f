// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/manager/ledger.h"
#include "core/manager/world.h"
#include "core/trust/certificate.h"
#include "core/trust/key.h"

namespace signalbox::manager {

/// Who the manager is: its certificate authority and the keys that sign node access tokens, permits and
/// metadata. Made on first
/// start, kept in the store's settings. Immutable afterwards.
class Identity {
public:
    /// From the world's settings, or new (put into `ledger`; the caller waits until it is durable).
    [[nodiscard]] static Result<Identity> loadOrCreate(World& world, Ledger& ledger, TimePoint now);

    [[nodiscard]] const std::string& managerId() const { return m_managerId; }
    [[nodiscard]] const trust::CertificateAuthority& authority() const { return m_authority; }
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
    trust::PrivateKey m_tokenKey;
    trust::PrivateKey m_permitKey;
    trust::PrivateKey m_metadataKey;
};

}  // namespace signalbox::manager
