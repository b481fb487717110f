// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trust/x509_parts.h"

#include <openssl/err.h>
#include <openssl/pem.h>

#include <algorithm>
#include <ctime>

#include "core/base/hash.h"

namespace signalbox::trust {
namespace {

constexpr std::size_t kMaxPem = 262144;
constexpr std::size_t kMaxCommonName = 256;
constexpr std::time_t kLatest = 253402300799;  // 9999-12-31T23:59:59Z, the last that X.509 can say
constexpr int kSerialBytes = 16;

using NamesPtr = OpensslPtr<GENERAL_NAMES, GENERAL_NAMES_free>;
using NamePtr = OpensslPtr<GENERAL_NAME, GENERAL_NAME_free>;
using TimePtr = OpensslPtr<ASN1_TIME, ASN1_TIME_free>;
using ExtensionPtr = OpensslPtr<X509_EXTENSION, X509_EXTENSION_free>;

const unsigned char* unsignedOf(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

/// UTF-8 in its shortest form, without control characters.
bool isPlainText(std::string_view text) {
    while (!text.empty()) {
        unsigned long point = 0;
        const int size = UTF8_getc(unsignedOf(text), static_cast<int>(text.size()), &point);
        if (size <= 0 || point < 0x20 || (point >= 0x7f && point < 0xa0)) return false;
        text.remove_prefix(static_cast<std::size_t>(size));
    }
    return true;
}

bool isDnsName(std::string_view text) {
    if (text.empty() || text.size() > 253) return false;
    std::size_t label = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i == text.size() || text[i] == '.') {
            if (label == 0 || label > 63 || text[i - 1] == '-' || text[i - label] == '-') return false;
            label = 0;
            continue;
        }
        const char c = text[i];
        const bool fits = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
        if (!fits) return false;
        ++label;
    }
    return true;
}

Result<void> addText(GENERAL_NAMES* names, int type, std::string_view text) {
    NamePtr name(GENERAL_NAME_new());
    ASN1_IA5STRING* value = ASN1_IA5STRING_new();
    if (!name || value == nullptr || ASN1_STRING_set(value, text.data(), static_cast<int>(text.size())) != 1)
        return opensslError(BaseErrc::invalidArgument, "alternative name");
    GENERAL_NAME_set0_value(name.get(), type, value);
    if (sk_GENERAL_NAME_push(names, name.get()) == 0)
        return opensslError(BaseErrc::invalidArgument, "alternative name");
    static_cast<void>(name.release());
    return {};
}

Result<void> addHost(GENERAL_NAMES* names, const std::string& host) {
    ASN1_OCTET_STRING* address = host.find('\0') == std::string::npos ? a2i_IPADDRESS(host.c_str()) : nullptr;
    ERR_clear_error();
    if (address == nullptr) {
        if (!isDnsName(host))
            return makeError(BaseErrc::invalidArgument,
                             "'" + host.substr(0, 256) + "' is neither a DNS name nor an IP address");
        return addText(names, GEN_DNS, host);
    }
    NamePtr name(GENERAL_NAME_new());
    if (!name) return opensslError(BaseErrc::invalidArgument, "alternative name");
    GENERAL_NAME_set0_value(name.get(), GEN_IPADD, address);
    if (sk_GENERAL_NAME_push(names, name.get()) == 0)
        return opensslError(BaseErrc::invalidArgument, "alternative name");
    static_cast<void>(name.release());
    return {};
}

std::time_t secondsOf(TimePoint time) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
    return std::min<std::time_t>(seconds, kLatest);
}

/// A random positive number of 127 bits with the highest set, so that none is short.
Result<void> setSerial(X509* certificate) {
    std::string bytes = randomBytes(kSerialBytes);
    bytes[0] = static_cast<char>((static_cast<unsigned char>(bytes[0]) & 0x7f) | 0x40);
    const OpensslPtr<BIGNUM, BN_free> number(BN_bin2bn(unsignedOf(bytes), kSerialBytes, nullptr));
    if (!number || BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) == nullptr)
        return opensslError(BaseErrc::invalidArgument, "serial number");
    return {};
}

}  // namespace

Result<X509Ptr> readCertificate(std::string_view pem) {
    if (pem.size() > kMaxPem) return makeError(BaseErrc::tooLarge, "certificate above 256 KiB");
    const BioPtr bio = bioOver(pem);
    X509Ptr certificate(PEM_read_bio_X509(bio.get(), nullptr, noPassphrase, nullptr));
    if (!certificate) return opensslError(BaseErrc::malformed, "no certificate in PEM");
    return certificate;
}

Result<std::vector<X509Ptr>> readCertificates(std::string_view pem) {
    constexpr std::size_t kMost = 16;
    if (pem.size() > kMaxPem) return makeError(BaseErrc::tooLarge, "certificates above 256 KiB");
    ERR_clear_error();
    const BioPtr bio = bioOver(pem);
    std::vector<X509Ptr> certificates;
    for (;;) {
        X509Ptr certificate(PEM_read_bio_X509(bio.get(), nullptr, noPassphrase, nullptr));
        if (!certificate) break;
        if (certificates.size() == kMost) return makeError(BaseErrc::malformed, "more than 16 certificates");
        certificates.push_back(std::move(certificate));
    }
    const bool atEnd = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
    if (certificates.empty() || !atEnd) return opensslError(BaseErrc::malformed, "no certificates in PEM");
    ERR_clear_error();
    return certificates;
}

Result<std::string> pemOf(X509* certificate) {
    const BioPtr bio(BIO_new(BIO_s_mem()));
    if (!bio || PEM_write_bio_X509(bio.get(), certificate) != 1)
        return opensslError(BaseErrc::invalidArgument, "writing a certificate");
    return contentOf(bio.get());
}

std::string fingerprintOf(const X509* certificate) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    X509_digest(certificate, EVP_sha256(), digest.data(), &size);
    return toHex(std::as_bytes(std::span(digest)).first(size));
}

Result<TimePoint> timeOf(const ASN1_TIME* time) {
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1) return opensslError(BaseErrc::malformed, "time of a certificate");
    const std::chrono::year_month_day date{std::chrono::year(parts.tm_year + 1900),
                                           std::chrono::month(static_cast<unsigned>(parts.tm_mon + 1)),
                                           std::chrono::day(static_cast<unsigned>(parts.tm_mday))};
    return TimePoint(std::chrono::sys_days(date).time_since_epoch() + std::chrono::hours(parts.tm_hour) +
                     std::chrono::minutes(parts.tm_min) + std::chrono::seconds(parts.tm_sec));
}

std::string commonNameOf(const X509* certificate) {
    X509_NAME* name = X509_get_subject_name(certificate);
    const int index = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
    if (index < 0) return {};
    unsigned char* text = nullptr;
    const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, index)));
    const OpensslPtr<unsigned char, [](unsigned char* p) { OPENSSL_free(p); }> owner(text);
    ERR_clear_error();
    return size > 0 ? std::string(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)) : std::string();
}

Result<void> setCommonName(X509_NAME* name, std::string_view commonName) {
    if (commonName.empty() || commonName.size() > kMaxCommonName || !isPlainText(commonName))
        return makeError(BaseErrc::invalidArgument,
                         "a common name is 1 to 256 bytes of UTF-8 without control characters");
    // The type without MBSTRING_FLAG: OpenSSL then applies no table of lengths.
    if (X509_NAME_add_entry_by_NID(name, NID_commonName, V_ASN1_UTF8STRING, unsignedOf(commonName),
                                   static_cast<int>(commonName.size()), -1, 0) != 1)
        return opensslError(BaseErrc::invalidArgument, "common name");
    return {};
}

Result<void> setFrame(X509* certificate, const X509_NAME* issuer, TimePoint notBefore, TimePoint notAfter) {
    CHECK(setSerial(certificate));
    const TimePtr begin(ASN1_TIME_set(nullptr, secondsOf(notBefore)));
    const TimePtr end(ASN1_TIME_set(nullptr, secondsOf(notAfter)));
    if (!begin || !end || X509_set_version(certificate, X509_VERSION_3) != 1 ||
        X509_set1_notBefore(certificate, begin.get()) != 1 || X509_set1_notAfter(certificate, end.get()) != 1 ||
        X509_set_issuer_name(certificate, issuer) != 1)
        return opensslError(BaseErrc::invalidArgument, "times or issuer of a certificate");
    return {};
}

Result<void> addExtension(X509* certificate, X509* issuer, int nid, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const ExtensionPtr extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
    if (!extension || X509_add_ext(certificate, extension.get(), -1) != 1)
        return opensslError(BaseErrc::invalidArgument, std::string("certificate extension ") + OBJ_nid2sn(nid));
    return {};
}

Result<void> addAlternativeNames(X509* certificate, const std::string& uri, const std::vector<std::string>& hosts) {
    const NamesPtr names(GENERAL_NAMES_new());
    if (!names) return opensslError(BaseErrc::invalidArgument, "alternative names");
    CHECK(addText(names.get(), GEN_URI, uri));
    for (const std::string& host : hosts)
        CHECK(addHost(names.get(), host));
    if (X509_add1_ext_i2d(certificate, NID_subject_alt_name, names.get(), 0, X509V3_ADD_DEFAULT) != 1)
        return opensslError(BaseErrc::invalidArgument, "alternative names");
    return {};
}

std::vector<std::string> alternativeUris(const X509* certificate) {
    const NamesPtr names(
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    std::vector<std::string> uris;
    for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()); ++i) {
        int type = 0;
        const void* value = GENERAL_NAME_get0_value(sk_GENERAL_NAME_value(names.get(), i), &type);
        if (type != GEN_URI) continue;
        const auto* text = static_cast<const ASN1_IA5STRING*>(value);
        uris.emplace_back(reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)),
                          static_cast<std::size_t>(ASN1_STRING_length(text)));
    }
    ERR_clear_error();
    return uris;
}

}  // namespace signalbox::trust
