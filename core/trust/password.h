// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace signalbox::trust {

/// scrypt's parameters (RFC 7914): 128 * blockSize * 2^logCost bytes of memory, `parallel` times that much work.
struct ScryptCost {
    std::uint32_t logCost = 15;
    std::uint32_t blockSize = 8;
    std::uint32_t parallel = 3;  ///< OWASP's advice for 32 MiB
};

/// `size` bytes from a passphrase; slow and hungry on purpose, so on a pool. BaseErrc::invalidArgument for a cost
/// beyond 1 GiB.
[[nodiscard]] Result<std::string> scryptKey(std::string_view passphrase, std::string_view salt, ScryptCost cost,
                                            std::size_t size);

/// "$scrypt$ln=15,r=8,p=3$salt$hash" (PHC string format, base64 without padding), with a fresh salt.
[[nodiscard]] Result<std::string> hashPassword(std::string_view password, ScryptCost cost = {});
/// In a time that does not depend on where they differ. False also where `phc` is no such text.
[[nodiscard]] bool passwordMatches(std::string_view phc, std::string_view password);

}  // namespace signalbox::trust
