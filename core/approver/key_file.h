// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

#include "core/base/file_system.h"
#include "core/trust/key.h"

namespace signalbox::approver {

inline constexpr std::size_t kLeastPassphrase = 8;  ///< bytes

/// Makes a key and writes it to a file that is not there yet, mode 0600. Slow on purpose. BaseErrc::alreadyExists;
/// BaseErrc::invalidArgument for a passphrase of less than kLeastPassphrase bytes. Blocking.
[[nodiscard]] Result<trust::PublicKey> createKeyFile(FileSystem& files, const std::filesystem::path& path,
                                                     std::string_view passphrase);
/// The same with a key that is there already, for a copy that is kept apart.
[[nodiscard]] Result<void> writeKeyFile(FileSystem& files, const std::filesystem::path& path,
                                        const trust::PrivateKey& key, std::string_view passphrase);
/// BaseErrc::denied where the passphrase does not open it. Slow on purpose; blocking.
[[nodiscard]] Result<trust::PrivateKey> openKeyFile(const std::filesystem::path& path, std::string_view passphrase);
/// Of a key file or of a file with the public key alone. Blocking.
[[nodiscard]] Result<trust::PublicKey> readPublicKey(const std::filesystem::path& path);

}  // namespace signalbox::approver
