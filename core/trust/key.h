// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/base/hash.h"
#include "core/base/result.h"

struct evp_pkey_st;

namespace signalbox::trust {

/// A public key: verifies. Copyable (shared), any thread. ECDSA P-256 with SHA-256 (ES256, RFC 7518 section 3.4).
class PublicKey {
public:
    PublicKey() = default;
    [[nodiscard]] static Result<PublicKey> fromPem(std::string_view pem);
    [[nodiscard]] std::string toPem() const;
    /// Lower-case hex SHA-256 over the SubjectPublicKeyInfo in DER: names the key.
    [[nodiscard]] const std::string& id() const { return m_id; }
    /// `signature` is the 64 bytes r || s. BaseErrc::denied where it does not verify.
    [[nodiscard]] Result<void> verify(Bytes message, Bytes signature) const;
    [[nodiscard]] evp_pkey_st* native() const { return m_key.get(); }

private:
    friend class PrivateKey;
    explicit PublicKey(evp_pkey_st* owned);
    std::shared_ptr<evp_pkey_st> m_key;
    std::string m_id;  ///< every signature names it: to encode the key anew would cost more than to sign
};

/// A private P-256 key; signs. Copyable (shared), any thread.
class PrivateKey {
public:
    PrivateKey() = default;
    [[nodiscard]] static PrivateKey generate();
    [[nodiscard]] static Result<PrivateKey> fromPem(std::string_view pem);
    [[nodiscard]] std::string toPem() const;  ///< PKCS#8, not encrypted: the file is mode 0600
    /// PKCS#8 behind a passphrase: scrypt (16 MiB, five times) and AES-256-CBC (RFC 7914 section 7, RFC 8018). Slow on
    /// purpose.
    [[nodiscard]] Result<std::string> toEncryptedPem(std::string_view passphrase) const;
    /// BaseErrc::denied where the passphrase is another; BaseErrc::malformed where there is no encrypted key.
    [[nodiscard]] static Result<PrivateKey> fromEncryptedPem(std::string_view pem, std::string_view passphrase);
    [[nodiscard]] const PublicKey& publicKey() const { return m_public; }
    /// 64 bytes r || s.
    [[nodiscard]] std::string sign(Bytes message) const;
    [[nodiscard]] evp_pkey_st* native() const { return m_key.get(); }

private:
    explicit PrivateKey(evp_pkey_st* owned);
    std::shared_ptr<evp_pkey_st> m_key;
    PublicKey m_public;
};

}  // namespace signalbox::trust
