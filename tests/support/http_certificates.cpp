// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/http_certificates.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <array>
#include <stdexcept>

#include "core/base/hash.h"

namespace signalbox::test {
namespace {

void demand(bool done) {
    if (!done) throw std::runtime_error("OpenSSL could not make a test certificate");
}

template <class Write>
std::string pemOf(Write write) {
    BIO* bio = BIO_new(BIO_s_mem());
    demand(write(bio) == 1);
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    std::string pem(data, static_cast<std::size_t>(size));
    BIO_free(bio);
    return pem;
}

std::string pemOf(X509* certificate) {
    return pemOf([certificate](BIO* bio) { return PEM_write_bio_X509(bio, certificate); });
}

std::string fingerprintOf(const X509* certificate) {
    std::array<unsigned char, 32> digest{};
    demand(X509_digest(certificate, EVP_sha256(), digest.data(), nullptr) == 1);
    return toHex(std::as_bytes(std::span(digest)));
}

void addExtension(X509* certificate, X509* issuer, int kind, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str());
    demand(extension != nullptr && X509_add_ext(certificate, extension, -1) == 1);
    X509_EXTENSION_free(extension);
}

/// An unsigned certificate of `name` for `key`.
X509* blank(const std::string& name, EVP_PKEY* key, bool expired) {
    X509* certificate = X509_new();
    X509_set_version(certificate, 2);
    const std::string serial = randomBytes(8);
    BIGNUM* number = BN_bin2bn(reinterpret_cast<const unsigned char*>(serial.data()), 8, nullptr);
    BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate));
    BN_free(number);
    constexpr long day = 24 * 3600;
    X509_gmtime_adj(X509_getm_notBefore(certificate), expired ? -20 * day : -day);
    X509_gmtime_adj(X509_getm_notAfter(certificate), expired ? -10 * day : 10 * day);
    X509_set_pubkey(certificate, key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
    return certificate;
}

std::string alternativeNames(const Subject& subject) {
    std::string names;
    const auto add = [&names](const char* kind, const std::string& value) {
        names += (names.empty() ? "" : ",") + std::string(kind) + ":" + value;
    };
    for (const auto& host : subject.hosts)
        add("DNS", host);
    for (const auto& address : subject.addresses)
        add("IP", address);
    if (!subject.role.empty()) add("URI", "urn:signalbox:role:" + subject.role);
    return names;
}

}  // namespace

HttpAuthority::HttpAuthority(const std::string& name) : m_key(EVP_EC_gen("P-256")) {
    demand(m_key != nullptr);
    m_certificate = blank(name, m_key, false);
    X509_set_issuer_name(m_certificate, X509_get_subject_name(m_certificate));
    addExtension(m_certificate, m_certificate, NID_basic_constraints, "critical,CA:TRUE");
    addExtension(m_certificate, m_certificate, NID_key_usage, "critical,keyCertSign,cRLSign");
    demand(X509_sign(m_certificate, m_key, EVP_sha256()) > 0);
    m_pem = pemOf(m_certificate);
    m_fingerprint = fingerprintOf(m_certificate);
}

HttpAuthority::~HttpAuthority() {
    X509_free(m_certificate);
    EVP_PKEY_free(m_key);
}

Identity HttpAuthority::issue(const Subject& subject) const {
    EVP_PKEY* key = EVP_EC_gen("P-256");
    demand(key != nullptr);
    X509* certificate = blank(subject.name, key, subject.expired);
    X509_set_issuer_name(certificate, X509_get_subject_name(m_certificate));
    addExtension(certificate, m_certificate, NID_basic_constraints, "critical,CA:FALSE");
    const std::string names = alternativeNames(subject);
    if (!names.empty()) addExtension(certificate, m_certificate, NID_subject_alt_name, names);
    demand(X509_sign(certificate, m_key, EVP_sha256()) > 0);
    Identity identity;
    identity.certificatePem = pemOf(certificate);
    identity.keyPem =
        pemOf([key](BIO* bio) { return PEM_write_bio_PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr); });
    identity.fingerprint = fingerprintOf(certificate);
    X509_free(certificate);
    EVP_PKEY_free(key);
    return identity;
}

Identity HttpAuthority::issueLocal(const std::string& role) const {
    Subject subject;
    subject.role = role;
    subject.hosts = {"localhost"};
    subject.addresses = {"127.0.0.1", "::1"};
    return issue(subject);
}

}  // namespace signalbox::test
