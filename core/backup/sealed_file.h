// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/file_system.h"
#include "core/base/hash.h"
#include "core/base/result.h"

struct crypto_secretstream_xchacha20poly1305_state;

namespace signalbox::backup {

inline constexpr std::size_t kLeastPassphrase = 12;  ///< bytes

/// What it costs to try a passphrase (Argon2id); it stands in the file. The default is libsodium's "moderate".
struct KeyCost {
    unsigned long long passes = 3;
    std::size_t memory = std::size_t{256} << 20;  ///< bytes
};

/// Writes one encrypted file: libsodium's secretstream (XChaCha20-Poly1305) in pieces of 64 KiB under a key that
/// Argon2id makes of a passphrase. Who changes, cuts, reorders or prolongs it is found out. Memory is bounded;
/// blocking.
class SealedWriter {
public:
    /// BaseErrc::invalidArgument for a passphrase below kLeastPassphrase bytes. The file must not be there
    /// (BaseErrc::alreadyExists).
    [[nodiscard]] static Result<std::unique_ptr<SealedWriter>> create(FileSystem& files,
                                                                      const std::filesystem::path& path,
                                                                      std::string_view passphrase, KeyCost cost = {});
    ~SealedWriter();
    [[nodiscard]] Result<void> write(Bytes bytes);
    /// Ends it; durable afterwards.
    [[nodiscard]] Result<void> finish();

private:
    SealedWriter() = default;
    [[nodiscard]] Result<void> seal(bool last);

    std::unique_ptr<FileWriter> m_file;
    std::unique_ptr<crypto_secretstream_xchacha20poly1305_state> m_state;
    std::string m_head;  ///< until the first piece: it is bound to it
    std::string m_piece;
};

/// Reads what SealedWriter wrote. BaseErrc::denied for a wrong passphrase or a changed file, BaseErrc::corrupt for one
/// that was cut off, BaseErrc::malformed for one that is no backup.
class SealedReader {
public:
    [[nodiscard]] static Result<std::unique_ptr<SealedReader>> open(const std::filesystem::path& path,
                                                                    std::string_view passphrase);
    ~SealedReader();
    /// The next piece; empty at the end. Valid until the next call.
    [[nodiscard]] Result<std::string_view> next();

private:
    SealedReader() = default;

    std::ifstream m_file;
    std::unique_ptr<crypto_secretstream_xchacha20poly1305_state> m_state;
    std::string m_head;
    std::string m_piece;
    bool m_ended = false;
};

}  // namespace signalbox::backup
