// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/trust/key.h"

namespace signalbox::trust {

/// What a certificate's holder is; stands in the SAN as URI "urn:signalbox:role:<role>".
enum class Role { manager, node, terminal };
[[nodiscard]] std::string_view roleName(Role role);

/// A PKCS#10 request in PEM signed by `key`, with this CN.
[[nodiscard]] Result<std::string> makeSigningRequest(const PrivateKey& key, std::string_view commonName);

/// Names the key that a request is for, as PublicKey::id does. BaseErrc::malformed; its signature must verify.
[[nodiscard]] Result<std::string> requestedKeyId(std::string_view signingRequestPem);

struct Subject {
    std::string commonName;
    Role role = Role::terminal;
    std::vector<std::string> hosts;  ///< DNS names and IP addresses for the SAN
};

struct CertificateInfo {
    std::string commonName;
    std::string role;         ///< empty where it carries none
    std::string fingerprint;  ///< lower-case hex SHA-256 of the DER form
    TimePoint notBefore;
    TimePoint notAfter;
};
/// Of the first certificate in `pem`.
[[nodiscard]] Result<CertificateInfo> inspectCertificate(std::string_view pem);
/// The key of the first certificate in `pem`.
[[nodiscard]] Result<PublicKey> certificateKey(std::string_view pem);

/// Of each authority in `pem`, in its order. BaseErrc::malformed where there is none, more than four, or a certificate
/// that is no authority's.
[[nodiscard]] Result<std::vector<CertificateInfo>> inspectAuthorities(std::string_view pem);
/// Who issued the first certificate of a chain, as its second says: the fingerprint; BaseErrc::malformed.
[[nodiscard]] Result<std::string> issuerFingerprint(std::string_view chainPem);
/// What the first certificate in `pem` says, when the authority issued it and it is good at `now`; BaseErrc::denied.
[[nodiscard]] Result<CertificateInfo> checkIssued(std::string_view authorityPem, std::string_view pem, TimePoint now);

/// When a certificate is to be replaced: a third of its time is left then.
[[nodiscard]] TimePoint renewalTime(const CertificateInfo& certificate);

/// The manager's own certificate authority (P-256, self-signed, 20 years; issues 397 days at most by default).
class CertificateAuthority {
public:
    [[nodiscard]] static Result<CertificateAuthority> create(std::string_view name, TimePoint now);
    [[nodiscard]] static Result<CertificateAuthority> load(std::string certificatePem, std::string_view keyPem);

    [[nodiscard]] const std::string& certificatePem() const { return m_certificatePem; }
    [[nodiscard]] std::string keyPem() const { return m_key.toPem(); }
    /// Lower-case hex SHA-256 of the certificate's DER form: what join codes carry.
    [[nodiscard]] std::string fingerprint() const;

    /// A certificate for the request's public key with our subject (what the request says of names is ignored); the
    /// request's own signature must verify. Leaf only, serverAuth and clientAuth. The answer is leaf then CA in PEM.
    [[nodiscard]] Result<std::string> issue(std::string_view signingRequestPem, const Subject& subject, TimePoint now,
                                            std::chrono::days validity = std::chrono::days(397)) const;

    /// What the first certificate in `pem` says, when this authority issued it and it is good at `now`;
    /// BaseErrc::denied.
    [[nodiscard]] Result<CertificateInfo> checkIssued(std::string_view pem, TimePoint now) const;

private:
    std::string m_certificatePem;
    PrivateKey m_key;
};

}  // namespace signalbox::trust
