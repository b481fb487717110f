// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include "core/http/message.h"
#include "core/http/tls.h"

struct ssl_st;
struct ssl_ctx_st;
struct ssl_session_st;
struct x509_store_ctx_st;

namespace signalbox::http {

/// Reasons of our own for a refused certificate, beside OpenSSL's X509_V_ERR_….
constexpr int kVerifyWrongRole = 50;  // X509_V_ERR_APPLICATION_VERIFICATION
constexpr int kVerifyWrongPin = 69;   // X509_V_ERR_INVALID_CALL: never set by a verification itself

/// OpenSSL's certificate verification with the pin and the role on top; `options` is a TlsClientOptions.
[[nodiscard]] int verifyServer(x509_store_ctx_st* store, void* options);
/// OpenSSL's verification of a client's certificate against what the server trusts at this moment; `context` is a
/// TlsServerContext.
[[nodiscard]] int verifyClient(x509_store_ctx_st* store, void* context);
/// Says whom the client wants to talk to: server name indication, and the name or address to verify.
[[nodiscard]] Result<void> expectHost(ssl_st* tls, const std::string& host);
/// Fills the certificate fields of a peer whose certificate was verified.
void describePeer(ssl_st* tls, Peer& peer);

/// Called with each new session of a client connection; takes ownership of it.
using SessionSink = std::function<void(ssl_session_st*)>;
/// Makes a client context hand sessions out; once per context, before it is shared.
void handOutSessions(ssl_ctx_st* context);
/// Sessions that arrive on `tls` go to `sink`, which must outlive it.
void sendSessionsTo(ssl_st* tls, SessionSink* sink);

}  // namespace signalbox::http
