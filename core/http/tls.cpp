// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/tls.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <memory>

#include "core/http/tls_peer.h"
#include "core/http/tls_renewal.h"

namespace signalbox::http {
namespace {

class TlsCategory final : public boost::system::error_category {
public:
    [[nodiscard]] const char* name() const noexcept override { return "signalbox.tls"; }
    [[nodiscard]] std::string message(int value) const override {
        switch (static_cast<TlsErrc>(value)) {
            case TlsErrc::badPem:
                return "a certificate or key cannot be used";
            case TlsErrc::handshakeFailed:
                return "no TLS connection came about";
            case TlsErrc::protocolError:
                return "the peer broke the TLS protocol";
            case TlsErrc::truncated:
                return "the connection ended without a close";
            case TlsErrc::certificateUntrusted:
                return "the server's certificate is not trusted";
            case TlsErrc::certificateExpired:
                return "the server's certificate is not valid at this time";
            case TlsErrc::certificateWrongHost:
                return "the server's certificate is for another host";
            case TlsErrc::certificateWrongRole:
                return "the server's certificate does not carry the role";
            case TlsErrc::certificateWrongPin:
                return "the server does not have the expected fingerprint";
        }
        return "unknown error " + std::to_string(value);
    }
};

struct Release {
    void operator()(BIO* bio) const { BIO_free(bio); }
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(STACK_OF(X509) * chain) const { sk_X509_pop_free(chain, X509_free); }
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};

/// The error, with OpenSSL's reason; empties OpenSSL's queue.
Error badPem(std::string what) {
    char text[256] = {};
    ERR_error_string_n(ERR_peek_last_error(), text, sizeof text);
    ERR_clear_error();
    return makeError(TlsErrc::badPem, std::move(what) + ": " + text);
}

std::unique_ptr<BIO, Release> memoryOf(const std::string& pem) {
    return std::unique_ptr<BIO, Release>(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
}

/// Calls `each` with the certificates of `pem`; at least one must be there.
template <class Each>
Result<void> forEachCertificate(const std::string& pem, const char* what, Each each) {
    ERR_clear_error();
    const auto bio = memoryOf(pem);
    std::size_t count = 0;
    for (;;) {
        const std::unique_ptr<X509, Release> certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
        if (!certificate) break;
        if (!each(certificate.get(), count)) return badPem(what);
        ++count;
    }
    const bool atEnd = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
    if (count == 0 || !atEnd) return badPem(what);
    ERR_clear_error();
    return {};
}

/// Reads all of it before the context changes, so that one in use keeps what it has when this fails.
Result<void> useIdentity(SSL_CTX* context, const std::string& chainPem, const std::string& keyPem) {
    const std::unique_ptr<STACK_OF(X509), Release> chain(sk_X509_new_null());
    std::unique_ptr<X509, Release> leaf;
    const auto take = [&](X509* certificate, std::size_t index) {
        if (X509_up_ref(certificate) != 1) return false;
        std::unique_ptr<X509, Release> kept(certificate);
        if (index == 0) {
            leaf = std::move(kept);
            return true;
        }
        if (!chain || sk_X509_push(chain.get(), certificate) <= 0) return false;
        (void)kept.release();  // the chain's now
        return true;
    };
    CHECK(forEachCertificate(chainPem, "certificate chain", take));
    const auto bio = memoryOf(keyPem);
    const std::unique_ptr<EVP_PKEY, Release> key(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
    if (!key) return badPem("private key");
    if (X509_check_private_key(leaf.get(), key.get()) != 1) return badPem("private key of another certificate");
    if (SSL_CTX_use_cert_and_key(context, leaf.get(), key.get(), chain.get(), 1) != 1) return badPem("certificate");
    return {};
}

Result<void> trust(SSL_CTX* context, const std::string& caPem) {
    const auto use = [context](X509* certificate, std::size_t) {
        return X509_STORE_add_cert(SSL_CTX_get_cert_store(context), certificate) == 1;
    };
    return forEachCertificate(caPem, "trusted certificates", use);
}

/// A hint for clients that choose among several certificates; those of later authorities are taken all the same.
Result<void> nameAuthorities(SSL_CTX* context, const std::string& caPem) {
    const auto name = [context](X509* certificate, std::size_t) {
        return SSL_CTX_add_client_CA(context, certificate) == 1;
    };
    return forEachCertificate(caPem, "trusted certificates", name);
}

/// Versions, ciphers and modes that both sides share.
Result<void> harden(SSL_CTX* context, TlsFloor floor) {
    SSL_CTX_set_mode(context,
                     SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE |
                                     SSL_OP_PRIORITIZE_CHACHA);
    const int version = floor == TlsFloor::tls13 ? TLS1_3_VERSION : TLS1_2_VERSION;
    if (SSL_CTX_set_min_proto_version(context, version) != 1 ||
        SSL_CTX_set_cipher_list(context, "ECDHE+AESGCM:ECDHE+CHACHA20") != 1)
        return badPem("TLS set-up");
    return {};
}

}  // namespace

const boost::system::error_category& tlsCategory() {
    static const TlsCategory category;
    return category;
}

TlsErrc verificationError(long x509Result) {
    switch (x509Result) {
        case kVerifyWrongRole:
            return TlsErrc::certificateWrongRole;
        case kVerifyWrongPin:
            return TlsErrc::certificateWrongPin;
        case X509_V_ERR_HOSTNAME_MISMATCH:
        case X509_V_ERR_IP_ADDRESS_MISMATCH:
            return TlsErrc::certificateWrongHost;
        case X509_V_ERR_CERT_HAS_EXPIRED:
        case X509_V_ERR_CERT_NOT_YET_VALID:
            return TlsErrc::certificateExpired;
        default:
            return TlsErrc::certificateUntrusted;
    }
}

Result<std::shared_ptr<const TlsServerContext>> TlsServerContext::make(const TlsServerOptions& options) {
    std::shared_ptr<TlsServerContext> made(new TlsServerContext);
    made->m_context = SSL_CTX_new(TLS_server_method());
    SSL_CTX* context = made->m_context;
    if (!context) return badPem("TLS set-up");
    CHECK(harden(context, options.floor));
    CHECK(useIdentity(context, options.certificateChainPem, options.privateKeyPem));
    // Tickets carry the session, so nothing is kept here; the id binds them to doors of this program.
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(context, 1);
    // A record's head and its content by one call to the system instead of two; Stream::holdsBytes() knows of the rest.
    SSL_CTX_set_read_ahead(context, 1);
    constexpr unsigned char id[] = "signalbox";
    SSL_CTX_set_session_id_context(context, id, sizeof id - 1);
    if (!options.clientCaPem.empty()) {
        CHECK(nameAuthorities(context, options.clientCaPem));
        CHECK(renewClientTrust(*made, options.clientCaPem));
        SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
        SSL_CTX_set_cert_verify_callback(context, verifyClient, made.get());
    }
    return std::shared_ptr<const TlsServerContext>(std::move(made));
}

Result<void> renewCertificate(const TlsServerContext& context, const std::string& chainPem, const std::string& keyPem) {
    const std::lock_guard lock(context.renewing());
    return useIdentity(context.native(), chainPem, keyPem);
}

Result<void> renewClientTrust(const TlsServerContext& context, const std::string& caPem) {
    std::shared_ptr<STACK_OF(X509)> authorities(sk_X509_new_null(), Release());
    const auto keep = [&authorities](X509* certificate, std::size_t) {
        if (!authorities || X509_up_ref(certificate) != 1) return false;
        if (sk_X509_push(authorities.get(), certificate) > 0) return true;
        X509_free(certificate);
        return false;
    };
    CHECK(forEachCertificate(caPem, "trusted certificates", keep));
    context.setClientAuthorities(std::move(authorities));
    return {};
}

std::shared_ptr<stack_st_X509> TlsServerContext::clientAuthorities() const {
    const std::lock_guard lock(m_renewing);
    return m_clientAuthorities;
}

void TlsServerContext::setClientAuthorities(std::shared_ptr<stack_st_X509> authorities) const {
    const std::lock_guard lock(m_renewing);
    m_clientAuthorities = std::move(authorities);
}

TlsServerContext::~TlsServerContext() {
    SSL_CTX_free(m_context);
}

Result<std::shared_ptr<const TlsClientContext>> TlsClientContext::make(TlsClientOptions options) {
    std::shared_ptr<TlsClientContext> made(new TlsClientContext);
    made->m_context = SSL_CTX_new(TLS_client_method());
    made->m_options = std::move(options);
    SSL_CTX* context = made->m_context;
    if (!context) return badPem("TLS set-up");
    const TlsClientOptions& kept = made->m_options;
    CHECK(harden(context, kept.floor));
    if (!kept.certificateChainPem.empty()) CHECK(useIdentity(context, kept.certificateChainPem, kept.privateKeyPem));
    if (!kept.caPem.empty()) {
        CHECK(trust(context, kept.caPem));
    } else if (kept.pinnedFingerprint.empty() && SSL_CTX_set_default_verify_paths(context) != 1) {
        return badPem("the system's trusted certificates");
    }
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
    SSL_CTX_set_cert_verify_callback(context, verifyServer, &made->m_options);
    handOutSessions(context);
    return std::shared_ptr<const TlsClientContext>(std::move(made));
}

TlsClientContext::~TlsClientContext() {
    SSL_CTX_free(m_context);
}

}  // namespace signalbox::http
