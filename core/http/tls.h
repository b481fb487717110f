// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "core/base/result.h"

struct ssl_ctx_st;
struct stack_st_X509;

namespace signalbox::http {

/// Why a TLS connection or its set-up failed. The certificate… ones are the client's about the server.
enum class TlsErrc {
    badPem = 1,            ///< a certificate or key of ours cannot be read, or they do not belong together
    handshakeFailed,       ///< no common version or cipher, the peer refused us, or it speaks no TLS
    protocolError,         ///< bytes after the handshake that are no TLS
    truncated,             ///< the peer left without saying goodbye: what came may be cut
    certificateUntrusted,  ///< no chain up to what we trust
    certificateExpired,    ///< or not valid yet
    certificateWrongHost,  ///< for another name or address
    certificateWrongRole,  ///< does not carry the required role
    certificateWrongPin    ///< the pinned certificate is not in the chain
};
const boost::system::error_category& tlsCategory();
inline boost::system::error_code make_error_code(TlsErrc e) {
    return {static_cast<int>(e), tlsCategory()};
}
/// The code for an X509_V_ERR_… of a verification that failed.
[[nodiscard]] TlsErrc verificationError(long x509Result);

/// Which protocol versions a door takes: 1.3 between our own programs, 1.2 with AEAD ciphers for other DDI clients.
enum class TlsFloor { tls13, tls12 };

struct TlsServerOptions {
    std::string certificateChainPem;
    std::string privateKeyPem;
    TlsFloor floor = TlsFloor::tls13;
    /// Not empty: client certificates of this CA are asked for and verified (but not demanded); who came is in
    /// Peer::certificateName and Peer::certificateRole.
    std::string clientCaPem;
};

/// A server's OpenSSL context with stateless session tickets, shared by threads. Immutable but for its certificate and
/// whose clients it trusts, which renewCertificate() and renewClientTrust() (tls_renewal.h) replace: whoever makes a
/// session of it holds renewing() meanwhile.
class TlsServerContext {
public:
    [[nodiscard]] static Result<std::shared_ptr<const TlsServerContext>> make(const TlsServerOptions& options);
    ~TlsServerContext();
    TlsServerContext(const TlsServerContext&) = delete;
    TlsServerContext& operator=(const TlsServerContext&) = delete;
    [[nodiscard]] ssl_ctx_st* native() const { return m_context; }
    [[nodiscard]] std::mutex& renewing() const { return m_renewing; }
    /// Whose client certificates are good now; null: none is asked for.
    [[nodiscard]] std::shared_ptr<stack_st_X509> clientAuthorities() const;
    void setClientAuthorities(std::shared_ptr<stack_st_X509> authorities) const;

private:
    TlsServerContext() = default;
    ssl_ctx_st* m_context = nullptr;
    mutable std::mutex m_renewing;
    mutable std::shared_ptr<stack_st_X509> m_clientAuthorities;
};

struct TlsClientOptions {
    std::string caPem;  ///< trusted certificates; empty: the system's
    /// Not empty: the server's certificate must carry this role in its SAN, as URI "urn:signalbox:role:<role>"
    /// (trust/certificate.h); the host name or address is checked in any case.
    std::string requiredRole;
    /// Not empty: some certificate of the chain the server sends must have this lower-case hex SHA-256 over its DER
    /// form and the chain must verify up to it; caPem is then not needed (joining, where only a fingerprint is known).
    std::string pinnedFingerprint;
    std::string certificateChainPem;  ///< our own, where the server asks for one
    std::string privateKeyPem;
    TlsFloor floor = TlsFloor::tls13;
};

/// A client's OpenSSL context; sessions are resumed. Immutable, shared by threads.
class TlsClientContext {
public:
    [[nodiscard]] static Result<std::shared_ptr<const TlsClientContext>> make(TlsClientOptions options);
    ~TlsClientContext();
    TlsClientContext(const TlsClientContext&) = delete;
    TlsClientContext& operator=(const TlsClientContext&) = delete;
    [[nodiscard]] ssl_ctx_st* native() const { return m_context; }
    [[nodiscard]] const TlsClientOptions& options() const { return m_options; }

private:
    TlsClientContext() = default;
    ssl_ctx_st* m_context = nullptr;
    TlsClientOptions m_options;
};

}  // namespace signalbox::http

template <>
struct boost::system::is_error_code_enum<signalbox::http::TlsErrc> : std::true_type {};
