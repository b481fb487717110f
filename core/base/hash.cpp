// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <memory>
#include <stdexcept>

namespace signalbox {
namespace {

/// Fetched once: OpenSSL 3 looks a method that was not up again at each use, which costs more than hashing a token.
const EVP_MD* fetchedOnce(const char* name) {
    const EVP_MD* method = EVP_MD_fetch(nullptr, name, nullptr);
    if (!method) throw std::runtime_error(std::string("OpenSSL does not offer ") + name);
    return method;
}

const EVP_MD* sha256Method() {
    static const EVP_MD* const method = fetchedOnce("SHA256");
    return method;
}

const EVP_MD* digestOf(Hasher::Algorithm algorithm) {
    switch (algorithm) {
        case Hasher::Algorithm::sha1:
            return EVP_sha1();
        case Hasher::Algorithm::sha256:
            return sha256Method();
        case Hasher::Algorithm::sha512:
            return EVP_sha512();
        case Hasher::Algorithm::md5:
            return EVP_md5();
    }
    return sha256Method();
}

constexpr std::string_view kBase64Url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

}  // namespace

void Hasher::Free::operator()(evp_md_ctx_st* context) const {
    EVP_MD_CTX_free(context);
}

Hasher::Hasher(Algorithm algorithm) : m_context(EVP_MD_CTX_new()) {
    if (!m_context || EVP_DigestInit_ex(m_context.get(), digestOf(algorithm), nullptr) != 1)
        throw std::runtime_error("OpenSSL offers no digest");
}

void Hasher::update(Bytes bytes) {
    EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size());
}

std::string Hasher::finishHex() {
    std::array<std::byte, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<unsigned char*>(digest.data()), &length);
    return toHex(Bytes(digest).first(length));
}

Sha256 sha256(Bytes bytes) {
    Sha256 digest{};
    thread_local const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                                       &EVP_MD_CTX_free);
    const bool done = context && EVP_DigestInit_ex(context.get(), sha256Method(), nullptr) == 1 &&
                      EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) == 1 &&
                      EVP_DigestFinal_ex(context.get(), digest.data(), nullptr) == 1;
    if (!done) throw std::runtime_error("OpenSSL cannot hash");
    return digest;
}

std::string sha256Hex(Bytes bytes) {
    const Sha256 digest = sha256(bytes);
    return toHex(std::as_bytes(std::span(digest)));
}

std::string toHex(Bytes bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex(bytes.size() * 2, '0');
    char* into = hex.data();
    for (const std::byte b : bytes) {
        *into++ = digits[static_cast<std::size_t>(b) >> 4];
        *into++ = digits[static_cast<std::size_t>(b) & 15];
    }
    return hex;
}

std::string toBase64Url(Bytes bytes) {
    std::string text;
    text.reserve((bytes.size() * 4 + 2) / 3);
    std::uint32_t held = 0;
    int bits = 0;
    for (const std::byte b : bytes) {
        held = (held << 8) | static_cast<std::uint32_t>(b);
        for (bits += 8; bits >= 6; bits -= 6)
            text += kBase64Url[(held >> (bits - 6)) & 63];
    }
    if (bits > 0) text += kBase64Url[(held << (6 - bits)) & 63];
    return text;
}

Result<std::string> fromBase64Url(std::string_view text) {
    std::string bytes;
    bytes.reserve(text.size() * 3 / 4);
    std::uint32_t held = 0;
    int bits = 0;
    for (const char c : text) {
        const auto value = kBase64Url.find(c);
        if (value == std::string_view::npos) return makeError(BaseErrc::malformed, "not base64url");
        held = (held << 6) | static_cast<std::uint32_t>(value);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>((held >> bits) & 255);
        }
    }
    if (bits >= 6 || (held & ((1U << bits) - 1)) != 0) return makeError(BaseErrc::malformed, "base64url cut short");
    return bytes;
}

std::string randomBytes(std::size_t count) {
    std::string bytes(count, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(count)) != 1)
        throw std::runtime_error("the system gives no random bytes");
    return bytes;
}

bool equalConstantTime(std::string_view a, std::string_view b) {
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace signalbox
