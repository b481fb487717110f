// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/approver/key_ring.h"

#include <utility>

#include "core/tuf/signer.h"

namespace signalbox::approver {
namespace {

constexpr std::string_view kEnd = "-----END PRIVATE KEY-----\n";
constexpr std::size_t kMostText = 16384;

}  // namespace

std::string keyRingText(const std::vector<trust::PrivateKey>& keys) {
    std::string text;
    for (const trust::PrivateKey& key : keys)
        text += key.toPem();
    return text;
}

Result<std::vector<trust::PrivateKey>> readKeyRing(std::string_view text) {
    if (text.size() > kMostText) return makeError(BaseErrc::tooLarge, "the keys are more than people have");
    std::vector<trust::PrivateKey> keys;
    while (!text.empty()) {
        const std::size_t end = text.find(kEnd);
        if (end == std::string_view::npos) return makeError(BaseErrc::malformed, "the end of a key is missing");
        if (keys.size() == kMostKeys) return makeError(BaseErrc::tooLarge, "the keys are more than people have");
        TRY(trust::PrivateKey key, trust::PrivateKey::fromPem(text.substr(0, end + kEnd.size())));
        keys.push_back(std::move(key));
        text.remove_prefix(end + kEnd.size());
    }
    return keys;
}

std::string keyIdOf(const trust::PublicKey& key) {
    return tuf::keyIdOf(tuf::keyJson(key));
}

}  // namespace signalbox::approver
