// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/tls_peer.h"

#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <boost/asio/ip/address.hpp>
#include <memory>

#include "core/base/hash.h"

namespace signalbox::http {
namespace {

constexpr std::string_view kRolePrefix = "urn:signalbox:role:";

std::string fingerprintOf(const X509* certificate) {
    std::array<unsigned char, 32> digest{};
    unsigned length = 0;
    if (X509_digest(certificate, EVP_sha256(), digest.data(), &length) != 1) return {};
    return toHex(std::as_bytes(std::span(digest)));
}

std::string_view textOfAsn1(const ASN1_STRING* text) {
    return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)),
            static_cast<std::size_t>(ASN1_STRING_length(text))};
}

/// The role in the subject alternative names; empty where there is none.
std::string roleOf(const X509* certificate) {
    const auto release = [](GENERAL_NAMES* names) { GENERAL_NAMES_free(names); };
    const std::unique_ptr<GENERAL_NAMES, decltype(release)> names(
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)), release);
    if (!names) return {};
    for (int i = 0; i < sk_GENERAL_NAME_num(names.get()); ++i) {
        const GENERAL_NAME* name = sk_GENERAL_NAME_value(names.get(), i);
        if (name->type != GEN_URI) continue;
        const std::string_view uri = textOfAsn1(name->d.uniformResourceIdentifier);
        if (uri.starts_with(kRolePrefix)) return std::string(uri.substr(kRolePrefix.size()));
    }
    return {};
}

std::string commonNameOf(const X509* certificate) {
    const X509_NAME* subject = X509_get_subject_name(certificate);
    const int at = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
    if (at < 0) return {};
    return std::string(textOfAsn1(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at))));
}

/// The certificate of the chain as sent that carries the pinned fingerprint.
X509* pinnedOf(X509_STORE_CTX* store, const std::string& fingerprint) {
    X509* leaf = X509_STORE_CTX_get0_cert(store);
    if (leaf && equalConstantTime(fingerprintOf(leaf), fingerprint)) return leaf;
    STACK_OF(X509)* sent = X509_STORE_CTX_get0_untrusted(store);
    for (int i = 0; i < sk_X509_num(sent); ++i) {
        X509* certificate = sk_X509_value(sent, i);
        if (equalConstantTime(fingerprintOf(certificate), fingerprint)) return certificate;
    }
    return nullptr;
}

int refuse(X509_STORE_CTX* store, int reason) {
    X509_STORE_CTX_set_error(store, reason);
    return 0;
}

int verifyAgainstPin(X509_STORE_CTX* store, const std::string& fingerprint) {
    X509* pinned = pinnedOf(store, fingerprint);
    if (!pinned) return refuse(store, kVerifyWrongPin);
    const auto release = [](STACK_OF(X509) * stack) { sk_X509_free(stack); };
    const std::unique_ptr<STACK_OF(X509), decltype(release)> anchors(sk_X509_new_null(), release);
    if (!anchors || sk_X509_push(anchors.get(), pinned) <= 0) return refuse(store, X509_V_ERR_OUT_OF_MEM);
    X509_STORE_CTX_set0_trusted_stack(store, anchors.get());
    X509_STORE_CTX_set_flags(store, X509_V_FLAG_PARTIAL_CHAIN);
    return X509_verify_cert(store);
}

int sinkIndex() {
    static const int index = SSL_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
    return index;
}

}  // namespace

int verifyServer(x509_store_ctx_st* store, void* options) {
    const auto& wanted = *static_cast<const TlsClientOptions*>(options);
    const int verified =
        wanted.pinnedFingerprint.empty() ? X509_verify_cert(store) : verifyAgainstPin(store, wanted.pinnedFingerprint);
    if (verified != 1) return 0;
    if (wanted.requiredRole.empty()) return 1;
    const X509* leaf = X509_STORE_CTX_get0_cert(store);
    return leaf && roleOf(leaf) == wanted.requiredRole ? 1 : refuse(store, kVerifyWrongRole);
}

int verifyClient(x509_store_ctx_st* store, void* context) {
    const std::shared_ptr<stack_st_X509> authorities =
        static_cast<const TlsServerContext*>(context)->clientAuthorities();
    if (!authorities) return refuse(store, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY);
    X509_STORE_CTX_set0_trusted_stack(store, authorities.get());
    return X509_verify_cert(store);
}

Result<void> expectHost(ssl_st* tls, const std::string& host) {
    boost::system::error_code notAnAddress;
    boost::asio::ip::make_address(host, notAnAddress);
    if (!notAnAddress) {
        if (X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(tls), host.c_str()) == 1) return {};
        return makeError(BaseErrc::invalidArgument, "address " + host);
    }
    SSL_set_hostflags(tls, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    // SSL_set_tlsext_host_name as a call: the macro casts in the old style.
    std::string indicated = host;
    const long named = SSL_ctrl(tls, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, indicated.data());
    if (SSL_set1_host(tls, host.c_str()) == 1 && named == 1) return {};
    return makeError(BaseErrc::invalidArgument, "host name " + host);
}

void describePeer(ssl_st* tls, Peer& peer) {
    peer.tls = true;
    const X509* certificate = SSL_get0_peer_certificate(tls);
    if (!certificate || SSL_get_verify_result(tls) != X509_V_OK) return;
    peer.certificateName = commonNameOf(certificate);
    peer.certificateRole = roleOf(certificate);
    peer.certificateFingerprint = fingerprintOf(certificate);
}

void handOutSessions(ssl_ctx_st* context) {
    const auto onSession = [](SSL* connection, SSL_SESSION* session) -> int {
        auto* to = static_cast<SessionSink*>(SSL_get_ex_data(connection, sinkIndex()));
        if (!to || !*to) return 0;
        (*to)(session);
        return 1;
    };
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL);
    SSL_CTX_sess_set_new_cb(context, onSession);
}

void sendSessionsTo(ssl_st* tls, SessionSink* sink) {
    SSL_set_ex_data(tls, sinkIndex(), sink);
}

}  // namespace signalbox::http
