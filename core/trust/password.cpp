// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trust/password.h"

#include <openssl/core_names.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "core/base/hash.h"
#include "core/trust/openssl_error.h"

namespace signalbox::trust {
namespace {

constexpr std::uint64_t kMostMemory = std::uint64_t(1) << 30;
constexpr std::size_t kSaltBytes = 16;
constexpr std::size_t kHashBytes = 32;
constexpr std::string_view kScheme = "scrypt";

using KdfPtr = OpensslPtr<EVP_KDF, EVP_KDF_free>;
using KdfContextPtr = OpensslPtr<EVP_KDF_CTX, EVP_KDF_CTX_free>;

/// PHC's base64 has the standard alphabet, ours the one for URLs.
std::string toPhc(std::string_view bytes) {
    std::string text = toBase64Url(bytesOf(bytes));
    for (char& c : text)
        c = c == '-' ? '+' : c == '_' ? '/' : c;
    return text;
}
Result<std::string> fromPhc(std::string_view text) {
    std::string url(text);
    for (char& c : url) {
        if (c == '-' || c == '_') return makeError(BaseErrc::malformed, "base64");
        c = c == '+' ? '-' : c == '/' ? '_' : c;
    }
    return fromBase64Url(url);
}

struct Phc {
    ScryptCost cost;
    std::string salt;
    std::string hash;
};

/// "ln=15,r=8,p=3".
bool readCost(std::string_view text, ScryptCost& cost) {
    const std::array wanted{std::pair(std::string_view("ln="), &cost.logCost),
                            std::pair(std::string_view("r="), &cost.blockSize),
                            std::pair(std::string_view("p="), &cost.parallel)};
    for (const auto& [name, value] : wanted) {
        if (!text.starts_with(name)) return false;
        text.remove_prefix(name.size());
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *value);
        if (error != std::errc()) return false;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (text.starts_with(',')) text.remove_prefix(1);
    }
    return text.empty();
}

std::optional<Phc> readPhc(std::string_view text) {
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('$', begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    Phc phc;
    if (parts.size() != 5 || !parts[0].empty() || parts[1] != kScheme || !readCost(parts[2], phc.cost))
        return std::nullopt;
    auto salt = fromPhc(parts[3]);
    auto hash = fromPhc(parts[4]);
    if (!salt || !hash || hash->size() != kHashBytes) return std::nullopt;
    phc.salt = std::move(*salt);
    phc.hash = std::move(*hash);
    return phc;
}

}  // namespace

Result<std::string> scryptKey(std::string_view passphrase, std::string_view salt, ScryptCost cost, std::size_t size) {
    const bool fits = cost.logCost >= 1 && cost.logCost <= 24 && cost.blockSize >= 1 && cost.blockSize <= 64 &&
                      cost.parallel >= 1 && cost.parallel <= 16;
    std::uint64_t rounds = fits ? std::uint64_t(1) << cost.logCost : 0;
    if (!fits || 128 * rounds * cost.blockSize > kMostMemory)
        return makeError(BaseErrc::invalidArgument, "these scrypt parameters are not allowed");
    const KdfPtr kdf(EVP_KDF_fetch(nullptr, "SCRYPT", nullptr));
    const KdfContextPtr context(kdf ? EVP_KDF_CTX_new(kdf.get()) : nullptr);
    if (!context) return opensslError(BaseErrc::unsupported, "scrypt");
    std::uint32_t blockSize = cost.blockSize;
    std::uint32_t parallel = cost.parallel;
    std::uint64_t memory = 2 * kMostMemory;
    const auto octets = [](const char* name, std::string_view bytes) {
        return OSSL_PARAM_construct_octet_string(name, const_cast<char*>(bytes.data()), bytes.size());
    };
    const std::array parameters{octets(OSSL_KDF_PARAM_PASSWORD, passphrase),
                                octets(OSSL_KDF_PARAM_SALT, salt),
                                OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_N, &rounds),
                                OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_R, &blockSize),
                                OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_P, &parallel),
                                OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_MAXMEM, &memory),
                                OSSL_PARAM_construct_end()};
    std::string key(size, '\0');
    if (EVP_KDF_derive(context.get(), reinterpret_cast<unsigned char*>(key.data()), key.size(), parameters.data()) != 1)
        return opensslError(BaseErrc::invalidArgument, "scrypt");
    return key;
}

Result<std::string> hashPassword(std::string_view password, ScryptCost cost) {
    const std::string salt = randomBytes(kSaltBytes);
    TRY(const std::string hash, scryptKey(password, salt, cost, kHashBytes));
    return "$scrypt$ln=" + std::to_string(cost.logCost) + ",r=" + std::to_string(cost.blockSize) +
           ",p=" + std::to_string(cost.parallel) + "$" + toPhc(salt) + "$" + toPhc(hash);
}

bool passwordMatches(std::string_view phc, std::string_view password) {
    const auto known = readPhc(phc);
    if (!known) return false;
    const auto hash = scryptKey(password, known->salt, known->cost, known->hash.size());
    return hash && equalConstantTime(*hash, known->hash);
}

}  // namespace signalbox::trust
