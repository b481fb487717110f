// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/trust/key.h"

namespace signalbox::approver {

inline constexpr std::size_t kMostKeys = 8;  ///< of one person at one computer: keychains have small entries

/// The keys of one person as one text, for the operating system's keychain and nothing else: they are not encrypted.
[[nodiscard]] std::string keyRingText(const std::vector<trust::PrivateKey>& keys);
/// BaseErrc::malformed where that is none; BaseErrc::tooLarge above kMostKeys.
[[nodiscard]] Result<std::vector<trust::PrivateKey>> readKeyRing(std::string_view text);

/// What metadata calls a key.
[[nodiscard]] std::string keyIdOf(const trust::PublicKey& key);
[[nodiscard]] inline std::string keyIdOf(const trust::PrivateKey& key) {
    return keyIdOf(key.publicKey());
}

}  // namespace signalbox::approver
