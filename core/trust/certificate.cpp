// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trust/certificate.h"

#include <openssl/pem.h>

#include <algorithm>
#include <array>

#include "core/trust/x509_parts.h"

namespace signalbox::trust {
namespace {

constexpr std::size_t kMaxRequest = 65536;
constexpr std::size_t kMostAuthorities = 4;
constexpr std::string_view kRolePrefix = "urn:signalbox:role:";
constexpr std::chrono::minutes kClockSkew{5};  // a certificate is valid at once where a clock is behind
constexpr std::chrono::days kAuthorityValidity{20 * 365 + 5};

/// The request in PEM, its own signature verified.
Result<RequestPtr> readRequest(std::string_view pem) {
    if (pem.size() > kMaxRequest) return makeError(BaseErrc::tooLarge, "signing request above 64 KiB");
    const BioPtr bio = bioOver(pem);
    RequestPtr request(PEM_read_bio_X509_REQ(bio.get(), nullptr, noPassphrase, nullptr));
    if (!request) return opensslError(BaseErrc::malformed, "no signing request in PEM");
    EVP_PKEY* key = X509_REQ_get0_pubkey(request.get());
    if (key == nullptr) return opensslError(BaseErrc::malformed, "no key in the signing request");
    const BioPtr keyBio(BIO_new(BIO_s_mem()));
    if (!keyBio || PEM_write_bio_PUBKEY(keyBio.get(), key) != 1)
        return opensslError(BaseErrc::malformed, "key of the signing request");
    auto ours = PublicKey::fromPem(contentOf(keyBio.get()));
    if (!ours) return std::move(ours).error().within("signing request");
    if (X509_REQ_verify(request.get(), key) != 1)
        return opensslError(BaseErrc::denied, "the signing request's own signature does not verify");
    return request;
}

Result<void> sign(X509* certificate, const PrivateKey& key) {
    if (X509_sign(certificate, key.native(), EVP_sha256()) <= 0)
        return opensslError(BaseErrc::invalidArgument, "signing a certificate");
    return {};
}

Result<X509Ptr> makeAuthority(const PrivateKey& key, std::string_view name, TimePoint now) {
    X509Ptr certificate(X509_new());
    if (!certificate) return opensslError(BaseErrc::invalidArgument, "new certificate");
    X509* raw = certificate.get();
    CHECK(setCommonName(X509_get_subject_name(raw), name));
    CHECK(setFrame(raw, X509_get_subject_name(raw), now - kClockSkew, now + kAuthorityValidity));
    if (X509_set_pubkey(raw, key.native()) != 1) return opensslError(BaseErrc::invalidArgument, "authority's key");
    CHECK(addExtension(raw, raw, NID_basic_constraints, "critical,CA:TRUE,pathlen:0"));
    CHECK(addExtension(raw, raw, NID_key_usage, "critical,keyCertSign,cRLSign"));
    CHECK(addExtension(raw, raw, NID_subject_key_identifier, "hash"));
    CHECK(addExtension(raw, raw, NID_authority_key_identifier, "keyid:always"));
    CHECK(sign(raw, key));
    return certificate;
}

Result<void> addLeafExtensions(X509* leaf, X509* authority, const Subject& subject) {
    CHECK(addExtension(leaf, authority, NID_basic_constraints, "critical,CA:FALSE"));
    CHECK(addExtension(leaf, authority, NID_key_usage, "critical,digitalSignature"));
    CHECK(addExtension(leaf, authority, NID_ext_key_usage, "serverAuth,clientAuth"));
    CHECK(addExtension(leaf, authority, NID_subject_key_identifier, "hash"));
    CHECK(addExtension(leaf, authority, NID_authority_key_identifier, "keyid:always"));
    return addAlternativeNames(leaf, std::string(kRolePrefix) + std::string(roleName(subject.role)), subject.hosts);
}

/// The role that the certificate carries; none, an unknown one or more than one is empty.
std::string roleOf(const X509* certificate) {
    std::string found;
    for (const std::string& uri : alternativeUris(certificate)) {
        if (!uri.starts_with(kRolePrefix)) continue;
        const std::string role = uri.substr(kRolePrefix.size());
        const auto isNamed = [&role](Role known) { return roleName(known) == role; };
        constexpr std::array roles = {Role::manager, Role::node, Role::terminal};
        if (!found.empty() || std::none_of(roles.begin(), roles.end(), isNamed)) return {};
        found = role;
    }
    return found;
}

Result<CertificateInfo> infoOf(const X509* certificate) {
    CertificateInfo info;
    info.commonName = commonNameOf(certificate);
    info.role = roleOf(certificate);
    info.fingerprint = fingerprintOf(certificate);
    TRY(info.notBefore, timeOf(X509_get0_notBefore(certificate)));
    TRY(info.notAfter, timeOf(X509_get0_notAfter(certificate)));
    return info;
}

}  // namespace

std::string_view roleName(Role role) {
    switch (role) {
        case Role::manager:
            return "manager";
        case Role::node:
            return "node";
        case Role::terminal:
            return "terminal";
    }
    return "";
}

Result<std::string> makeSigningRequest(const PrivateKey& key, std::string_view commonName) {
    const RequestPtr request(X509_REQ_new());
    if (!request) return opensslError(BaseErrc::invalidArgument, "new signing request");
    CHECK(setCommonName(X509_REQ_get_subject_name(request.get()), commonName));
    if (X509_REQ_set_version(request.get(), X509_REQ_VERSION_1) != 1 ||
        X509_REQ_set_pubkey(request.get(), key.native()) != 1 ||
        X509_REQ_sign(request.get(), key.native(), EVP_sha256()) <= 0)
        return opensslError(BaseErrc::invalidArgument, "making a signing request");
    const BioPtr bio(BIO_new(BIO_s_mem()));
    if (!bio || PEM_write_bio_X509_REQ(bio.get(), request.get()) != 1)
        return opensslError(BaseErrc::invalidArgument, "writing a signing request");
    return contentOf(bio.get());
}

Result<CertificateAuthority> CertificateAuthority::create(std::string_view name, TimePoint now) {
    CertificateAuthority authority;
    authority.m_key = PrivateKey::generate();
    auto certificate = makeAuthority(authority.m_key, name, now);
    if (!certificate) return std::move(certificate).error().within("making a certificate authority");
    TRY(authority.m_certificatePem, pemOf(certificate->get()));
    return authority;
}

Result<CertificateAuthority> CertificateAuthority::load(std::string certificatePem, std::string_view keyPem) {
    CertificateAuthority authority;
    TRY(const X509Ptr certificate, readCertificate(certificatePem));
    TRY(authority.m_key, PrivateKey::fromPem(keyPem));
    if (X509_check_private_key(certificate.get(), authority.m_key.native()) != 1)
        return opensslError(BaseErrc::corrupt, "the authority's key is not its certificate's");
    if (X509_check_ca(certificate.get()) != 1)
        return opensslError(BaseErrc::corrupt, "the certificate is not an authority's");
    TRY(authority.m_certificatePem, pemOf(certificate.get()));
    return authority;
}

std::string CertificateAuthority::fingerprint() const {
    const auto certificate = readCertificate(m_certificatePem);
    return certificate ? fingerprintOf(certificate->get()) : std::string();
}

Result<std::string> CertificateAuthority::issue(std::string_view signingRequestPem, const Subject& subject,
                                                TimePoint now, std::chrono::days validity) const {
    if (validity < std::chrono::days(1)) return makeError(BaseErrc::invalidArgument, "validity under a day");
    TRY(const RequestPtr request, readRequest(signingRequestPem));
    TRY(const X509Ptr authority, readCertificate(m_certificatePem));
    TRY(const TimePoint authorityEnd, timeOf(X509_get0_notAfter(authority.get())));
    if (now >= authorityEnd) return makeError(BaseErrc::wrongState, "the certificate authority has expired");
    const X509Ptr leaf(X509_new());
    if (!leaf) return opensslError(BaseErrc::invalidArgument, "new certificate");
    CHECK(setCommonName(X509_get_subject_name(leaf.get()), subject.commonName));
    CHECK(setFrame(leaf.get(), X509_get_subject_name(authority.get()), now - kClockSkew,
                   std::min(TimePoint(now + validity), authorityEnd)));
    if (X509_set_pubkey(leaf.get(), X509_REQ_get0_pubkey(request.get())) != 1)
        return opensslError(BaseErrc::invalidArgument, "certificate's key");
    CHECK(addLeafExtensions(leaf.get(), authority.get(), subject));
    CHECK(sign(leaf.get(), m_key));
    TRY(const std::string pem, pemOf(leaf.get()));
    return pem + m_certificatePem;
}

Result<CertificateInfo> CertificateAuthority::checkIssued(std::string_view pem, TimePoint now) const {
    return trust::checkIssued(m_certificatePem, pem, now);
}

Result<std::vector<CertificateInfo>> inspectAuthorities(std::string_view pem) {
    TRY(const std::vector<X509Ptr> certificates, readCertificates(pem));
    if (certificates.size() > kMostAuthorities) return makeError(BaseErrc::malformed, "more than four authorities");
    std::vector<CertificateInfo> authorities;
    for (const X509Ptr& certificate : certificates) {
        if (X509_check_ca(certificate.get()) != 1)
            return makeError(BaseErrc::malformed, "a certificate that is no authority's");
        TRY(CertificateInfo info, infoOf(certificate.get()));
        authorities.push_back(std::move(info));
    }
    return authorities;
}

Result<std::string> issuerFingerprint(std::string_view chainPem) {
    TRY(const std::vector<X509Ptr> chain, readCertificates(chainPem));
    if (chain.size() < 2) return makeError(BaseErrc::malformed, "a certificate without its authority's");
    return fingerprintOf(chain[1].get());
}

Result<CertificateInfo> checkIssued(std::string_view authorityPem, std::string_view pem, TimePoint now) {
    TRY(const X509Ptr certificate, readCertificate(pem));
    TRY(const X509Ptr authority, readCertificate(authorityPem));
    EVP_PKEY* key = X509_get0_pubkey(authority.get());
    if (key == nullptr || X509_check_issued(authority.get(), certificate.get()) != X509_V_OK ||
        X509_verify(certificate.get(), key) != 1)
        return opensslError(BaseErrc::denied, "the certificate is of another authority");
    TRY(CertificateInfo info, inspectCertificate(pem));
    if (now < info.notBefore || now >= info.notAfter)
        return makeError(BaseErrc::denied, "the certificate is good from " + toRfc3339(info.notBefore) + " until " +
                                               toRfc3339(info.notAfter));
    return info;
}

Result<PublicKey> certificateKey(std::string_view pem) {
    TRY(const X509Ptr certificate, readCertificate(pem));
    EVP_PKEY* key = X509_get0_pubkey(certificate.get());
    const BioPtr bio(BIO_new(BIO_s_mem()));
    if (key == nullptr || !bio || PEM_write_bio_PUBKEY(bio.get(), key) != 1)
        return opensslError(BaseErrc::malformed, "key of the certificate");
    return PublicKey::fromPem(contentOf(bio.get()));
}

TimePoint renewalTime(const CertificateInfo& certificate) {
    return certificate.notAfter - (certificate.notAfter - certificate.notBefore) / 3;
}

Result<std::string> requestedKeyId(std::string_view signingRequestPem) {
    TRY(const RequestPtr request, readRequest(signingRequestPem));
    unsigned char* der = nullptr;
    const int size = i2d_PUBKEY(X509_REQ_get0_pubkey(request.get()), &der);
    if (size <= 0) return opensslError(BaseErrc::malformed, "request's key");
    std::string id = sha256Hex(std::as_bytes(std::span(der, static_cast<std::size_t>(size))));
    OPENSSL_free(der);
    return id;
}

Result<CertificateInfo> inspectCertificate(std::string_view pem) {
    TRY(const X509Ptr certificate, readCertificate(pem));
    return infoOf(certificate.get());
}

}  // namespace signalbox::trust
