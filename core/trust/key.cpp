// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trust/key.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>

#include <array>
#include <stdexcept>

#include "core/trust/openssl_error.h"

namespace signalbox::trust {
namespace {

constexpr std::size_t kMaxPem = 16384;
constexpr int kScalar = 32;  // bytes of r and of s

using ContextPtr = OpensslPtr<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using DigestContextPtr = OpensslPtr<EVP_MD_CTX, EVP_MD_CTX_free>;
using AlgorithmPtr = OpensslPtr<X509_ALGOR, X509_ALGOR_free>;
using KeyInfoPtr = OpensslPtr<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free>;
using SealedKeyPtr = OpensslPtr<X509_SIG, X509_SIG_free>;
using SignaturePtr = OpensslPtr<ECDSA_SIG, ECDSA_SIG_free>;

/// SubjectPublicKeyInfo of every P-256 key with a named curve and an uncompressed point begins so (RFC 5480) and is 91
/// bytes long. Demanding it gives each key one encoding and so one id.
constexpr std::array<unsigned char, 27> kSpkiPrefix = {0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48,
                                                       0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86, 0x48,
                                                       0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00, 0x04};
constexpr std::size_t kSpkiSize = 91;

std::shared_ptr<evp_pkey_st> share(EVP_PKEY* key) {
    return {key, EVP_PKEY_free};
}

std::string spkiOf(EVP_PKEY* key) {
    unsigned char* der = nullptr;
    const int size = key == nullptr ? 0 : i2d_PUBKEY(key, &der);
    const OpensslPtr<unsigned char, [](unsigned char* p) { OPENSSL_free(p); }> owner(der);
    return size > 0 ? std::string(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size)) : std::string();
}

bool isP256(EVP_PKEY* key) {
    const std::string spki = spkiOf(key);
    const std::string_view prefix(reinterpret_cast<const char*>(kSpkiPrefix.data()), kSpkiPrefix.size());
    return spki.size() == kSpkiSize && std::string_view(spki).starts_with(prefix);
}

[[noreturn]] void bug(const char* what) {
    throw std::logic_error(what);
}

/// The DER form that OpenSSL verifies of the 64 bytes r || s.
std::string derOfSignature(Bytes signature) {
    const auto* bytes = reinterpret_cast<const unsigned char*>(signature.data());
    const SignaturePtr parsed(ECDSA_SIG_new());
    BIGNUM* r = BN_bin2bn(bytes, kScalar, nullptr);
    BIGNUM* s = BN_bin2bn(bytes + kScalar, kScalar, nullptr);
    if (!parsed || ECDSA_SIG_set0(parsed.get(), r, s) != 1) throw std::bad_alloc();
    std::string der(80, '\0');
    auto* out = reinterpret_cast<unsigned char*>(der.data());
    const int size = i2d_ECDSA_SIG(parsed.get(), &out);
    der.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
    return der;
}

}  // namespace

PublicKey::PublicKey(EVP_PKEY* owned) : m_key(share(owned)) {
    if (m_key) m_id = sha256Hex(bytesOf(spkiOf(native())));
}

Result<PublicKey> PublicKey::fromPem(std::string_view pem) {
    if (pem.size() > kMaxPem) return makeError(BaseErrc::tooLarge, "public key above 16 KiB");
    const BioPtr bio = bioOver(pem);
    PublicKey key(PEM_read_bio_PUBKEY(bio.get(), nullptr, noPassphrase, nullptr));
    if (!key.m_key) return opensslError(BaseErrc::malformed, "no public key in PEM");
    if (!isP256(key.native())) return opensslError(BaseErrc::unsupported, "the public key is not ECDSA P-256");
    return key;
}

std::string PublicKey::toPem() const {
    if (!m_key) return {};
    const BioPtr bio(BIO_new(BIO_s_mem()));
    if (!bio || PEM_write_bio_PUBKEY(bio.get(), native()) != 1) bug("a public key cannot be written");
    return contentOf(bio.get());
}

Result<void> PublicKey::verify(Bytes message, Bytes signature) const {
    if (!m_key) return makeError(BaseErrc::denied, "no key to verify with");
    if (signature.size() != 2 * kScalar) return makeError(BaseErrc::denied, "signature is not 64 bytes");
    const std::string der = derOfSignature(signature);
    const DigestContextPtr context(EVP_MD_CTX_new());
    if (!context || EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, native()) != 1)
        return opensslError(BaseErrc::denied, "verifying a signature");
    const int verified = EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char*>(der.data()), der.size(),
                                          reinterpret_cast<const unsigned char*>(message.data()), message.size());
    if (verified != 1) return opensslError(BaseErrc::denied, "the signature does not verify");
    return {};
}

/// The public half by way of its encoding, so that it never has the private one inside.
PrivateKey::PrivateKey(EVP_PKEY* owned) : m_key(share(owned)) {
    const std::string spki = spkiOf(native());
    const auto* in = reinterpret_cast<const unsigned char*>(spki.data());
    if (!spki.empty()) m_public = PublicKey(d2i_PUBKEY(nullptr, &in, static_cast<long>(spki.size())));
}

PrivateKey PrivateKey::generate() {
    PrivateKey key(EVP_EC_gen("P-256"));
    if (!key.m_key) bug("OpenSSL makes no P-256 key");
    return key;
}

Result<PrivateKey> PrivateKey::fromPem(std::string_view pem) {
    if (pem.size() > kMaxPem) return makeError(BaseErrc::tooLarge, "private key above 16 KiB");
    const BioPtr bio = bioOver(pem);
    PrivateKey key(PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassphrase, nullptr));
    if (!key.m_key) return opensslError(BaseErrc::malformed, "no unencrypted private key in PEM");
    if (!isP256(key.native())) return opensslError(BaseErrc::unsupported, "the private key is not ECDSA P-256");
    const ContextPtr context(EVP_PKEY_CTX_new(key.native(), nullptr));
    if (!context || EVP_PKEY_pairwise_check(context.get()) != 1)
        return opensslError(BaseErrc::malformed, "private and public half of the key differ");
    return key;
}

std::string PrivateKey::toPem() const {
    if (!m_key) return {};
    const BioPtr bio(BIO_new(BIO_s_secmem()));
    if (!bio || PEM_write_bio_PKCS8PrivateKey(bio.get(), native(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        bug("a private key cannot be written");
    return contentOf(bio.get());
}

Result<std::string> PrivateKey::toEncryptedPem(std::string_view passphrase) const {
    constexpr std::uint64_t kRounds = 1 << 14;  // what OpenSSL takes back without a limit of our own
    constexpr std::uint64_t kBlockSize = 8;
    constexpr std::uint64_t kParallel = 5;
    if (!m_key) bug("a private key cannot be written");
    std::string salt = randomBytes(16);
    AlgorithmPtr method(PKCS5_pbe2_set_scrypt(EVP_aes_256_cbc(), reinterpret_cast<unsigned char*>(salt.data()),
                                              static_cast<int>(salt.size()), nullptr, kRounds, kBlockSize, kParallel));
    const KeyInfoPtr plain(EVP_PKEY2PKCS8(native()));
    if (!method || !plain) return opensslError(BaseErrc::unsupported, "encrypting a private key");
    const SealedKeyPtr sealed(
        PKCS8_set0_pbe(passphrase.data(), static_cast<int>(passphrase.size()), plain.get(), method.get()));
    if (!sealed) return opensslError(BaseErrc::unsupported, "encrypting a private key");
    [[maybe_unused]] X509_ALGOR* const taken = method.release();  // the sealed key has it now
    const BioPtr bio(BIO_new(BIO_s_mem()));
    if (!bio || PEM_write_bio_PKCS8(bio.get(), sealed.get()) != 1) bug("a private key cannot be written");
    return contentOf(bio.get());
}

Result<PrivateKey> PrivateKey::fromEncryptedPem(std::string_view pem, std::string_view passphrase) {
    if (pem.size() > kMaxPem) return makeError(BaseErrc::tooLarge, "private key above 16 KiB");
    const BioPtr bio = bioOver(pem);
    const SealedKeyPtr sealed(PEM_read_bio_PKCS8(bio.get(), nullptr, noPassphrase, nullptr));
    if (!sealed) return opensslError(BaseErrc::malformed, "no encrypted private key in PEM");
    const KeyInfoPtr plain(PKCS8_decrypt(sealed.get(), passphrase.data(), static_cast<int>(passphrase.size())));
    if (!plain) return opensslError(BaseErrc::denied, "the passphrase does not open the key");
    PrivateKey key(EVP_PKCS82PKEY(plain.get()));
    if (!key.m_key) return opensslError(BaseErrc::malformed, "what the passphrase opens is no key");
    if (!isP256(key.native())) return opensslError(BaseErrc::unsupported, "the private key is not ECDSA P-256");
    return key;
}

std::string PrivateKey::sign(Bytes message) const {
    if (!m_key) bug("signing with no key");
    const DigestContextPtr context(EVP_MD_CTX_new());
    std::array<unsigned char, 80> der{};
    std::size_t size = der.size();
    if (!context || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, native()) != 1 ||
        EVP_DigestSign(context.get(), der.data(), &size, reinterpret_cast<const unsigned char*>(message.data()),
                       message.size()) != 1)
        bug("OpenSSL does not sign");
    const unsigned char* in = der.data();
    const SignaturePtr parsed(d2i_ECDSA_SIG(nullptr, &in, static_cast<long>(size)));
    std::string signature(2 * kScalar, '\0');
    auto* out = reinterpret_cast<unsigned char*>(signature.data());
    if (!parsed || BN_bn2binpad(ECDSA_SIG_get0_r(parsed.get()), out, kScalar) != kScalar ||
        BN_bn2binpad(ECDSA_SIG_get0_s(parsed.get()), out + kScalar, kScalar) != kScalar)
        bug("OpenSSL gave a signature that is none");
    return signature;
}

}  // namespace signalbox::trust
