// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/approver/key_file.h"

#include <system_error>

namespace signalbox::approver {
namespace {

constexpr std::size_t kMaxFile = 16384;

}  // namespace

Result<trust::PublicKey> createKeyFile(FileSystem& files, const std::filesystem::path& path,
                                       std::string_view passphrase) {
    const trust::PrivateKey key = trust::PrivateKey::generate();
    CHECK(writeKeyFile(files, path, key, passphrase));
    return key.publicKey();
}

Result<void> writeKeyFile(FileSystem& files, const std::filesystem::path& path, const trust::PrivateKey& key,
                          std::string_view passphrase) {
    if (passphrase.size() < kLeastPassphrase)
        return makeError(BaseErrc::invalidArgument,
                         "the passphrase: at least " + std::to_string(kLeastPassphrase) + " bytes are wanted");
    std::error_code error;
    if (std::filesystem::exists(path, error) || error)
        return makeError(BaseErrc::alreadyExists, path.string() + " is there already; a key is never written over");
    TRY(const std::string sealed, key.toEncryptedPem(passphrase));
    return replaceFile(files, path, bytesOf(sealed + key.publicKey().toPem()), 0600);
}

Result<trust::PrivateKey> openKeyFile(const std::filesystem::path& path, std::string_view passphrase) {
    TRY(const std::string text, readFile(path, kMaxFile));
    auto key = trust::PrivateKey::fromEncryptedPem(text, passphrase);
    if (!key) return std::move(key).error().within(path.string());
    return key;
}

Result<trust::PublicKey> readPublicKey(const std::filesystem::path& path) {
    TRY(const std::string text, readFile(path, kMaxFile));
    auto key = trust::PublicKey::fromPem(text);
    if (!key) return std::move(key).error().within(path.string());
    return key;
}

}  // namespace signalbox::approver
