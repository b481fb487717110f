// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/trust/openssl_error.h"

namespace signalbox::trust {

using X509Ptr = OpensslPtr<X509, X509_free>;
using RequestPtr = OpensslPtr<X509_REQ, X509_REQ_free>;

/// The first certificate of `pem` (at most 256 KiB); BaseErrc::malformed.
[[nodiscard]] Result<X509Ptr> readCertificate(std::string_view pem);
/// All of them, at most 16; BaseErrc::malformed where there is none or one of them cannot be read.
[[nodiscard]] Result<std::vector<X509Ptr>> readCertificates(std::string_view pem);
[[nodiscard]] Result<std::string> pemOf(X509* certificate);
/// Lower-case hex SHA-256 of the DER form.
[[nodiscard]] std::string fingerprintOf(const X509* certificate);
[[nodiscard]] Result<TimePoint> timeOf(const ASN1_TIME* time);
[[nodiscard]] std::string commonNameOf(const X509* certificate);

/// Sets a name of nothing but a CN. BaseErrc::invalidArgument unless it is 1 to 256 bytes of UTF-8 without control
/// characters. RFC 5280 ends a CN at 64 bytes, but a terminal's controller id, which stands there, may have 256 (DDI);
/// no verifier enforces that bound, OpenSSL's neither.
[[nodiscard]] Result<void> setCommonName(X509_NAME* name, std::string_view commonName);

/// Version 3, a random positive serial, the given validity (its end cut at year 9999) and issuer's name.
[[nodiscard]] Result<void> setFrame(X509* certificate, const X509_NAME* issuer, TimePoint notBefore,
                                    TimePoint notAfter);

/// Adds an extension in OpenSSL's configuration syntax; `value` never comes from outside.
[[nodiscard]] Result<void> addExtension(X509* certificate, X509* issuer, int nid, const char* value);

/// Adds the subject alternative name: one URI, and DNS names and IP addresses as `hosts` has them.
/// BaseErrc::invalidArgument names a host that is neither.
[[nodiscard]] Result<void> addAlternativeNames(X509* certificate, const std::string& uri,
                                               const std::vector<std::string>& hosts);

/// The URIs of the subject alternative name.
[[nodiscard]] std::vector<std::string> alternativeUris(const X509* certificate);

}  // namespace signalbox::trust
