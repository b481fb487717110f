// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Signed tokens: the bytes as a token of each kind, and as the payload of one that is signed rightly.
#include <cstdint>
#include <cstdlib>

#include "core/trust/access_token.h"
#include "core/trust/jws.h"
#include "core/trust/permit.h"

using namespace signalbox;

namespace {

std::string signedAs(std::string_view type, std::string_view payload, const trust::PrivateKey& key,
                     const std::string& keyId) {
    const std::string header = R"({"alg":"ES256","typ":")" + std::string(type) + R"(","kid":")" + keyId + "\"}";
    const std::string text = toBase64Url(bytesOf(header)) + "." + toBase64Url(bytesOf(payload));
    return text + "." + toBase64Url(bytesOf(key.sign(bytesOf(text))));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const trust::PrivateKey key = trust::PrivateKey::generate();
    static const trust::PublicKey publicKey = key.publicKey();
    static const std::string keyId = publicKey.id();
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    // The fuzzer cannot sign: nothing it makes up may verify.
    if (trust::verifyJws(bytes, "JWT", publicKey)) std::abort();
    if (trust::verifyPermit(bytes, publicKey)) std::abort();
    const TimePoint now{Seconds(1795290041)};
    static_cast<void>(trust::verifyAccessToken(signedAs("JWT", bytes, key, keyId), "signalbox-node", publicKey, now));
    const auto permit = trust::verifyPermit(signedAs("signalbox-permit+jwt", bytes, key, keyId), publicKey);
    if (permit && !trust::verifyPermit(trust::signPermit(*permit, key), publicKey)) std::abort();
    return 0;
}
