// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "core/backup/sealed_file.h"
#include "core/base/clock.h"
#include "core/base/file_system.h"
#include "core/base/result.h"
#include "core/store/store.h"

/// Backups of a manager's data folder: everything it is (database with its keys, packages, profile) in one encrypted
/// file. All of this blocks and may take minutes; none of it needs the manager to stop. Qt Sql must be usable.
namespace signalbox::backup {

/// What a backup holds.
struct BackupInfo {
    std::string version;  ///< of the program that made it
    TimePoint createdAt;
    std::string managerId;
    std::int64_t auditSequence = 0;  ///< of the newest entry in it
    std::string auditHash;
    std::uint64_t terminals = 0;
    std::uint64_t releases = 0;
    std::uint64_t rollouts = 0;
    std::uint64_t blobs = 0;
    std::uint64_t blobBytes = 0;
};

struct BackupOptions {
    std::filesystem::path data;  ///< the manager's folder; the manager may run
    std::filesystem::path file;  ///< must not be there
    std::string passphrase;      ///< at least kLeastPassphrase bytes
    KeyCost keyCost = {};
    bool blobs = true;  ///< packages too; left out, a restored manager has only what nodes hold
    /// Told how many of about how many bytes are taken; false gives it up (BaseErrc::cancelled). On the caller's
    /// thread.
    std::function<bool(std::uint64_t done, std::uint64_t total)> progress = {};
};

/// Writes the backup beside its name and renames it when it is whole. Errors: the system's, BaseErrc::alreadyExists,
/// BaseErrc::notFound where `data` is no manager's.
[[nodiscard]] Result<BackupInfo> createBackup(FileSystem& files, const BackupOptions& options, const Clock& clock);

/// Reads all of it: nothing was changed or cut off, and each blob has its digest. Errors of SealedReader, and
/// BaseErrc::corrupt for a blob.
[[nodiscard]] Result<BackupInfo> verifyBackup(const std::filesystem::path& file, const std::string& passphrase);

/// Makes the folder `data` out of a backup: it is there whole, or not at all. It must not be there, or be empty
/// (BaseErrc::alreadyExists). What terminals and nodes may have seen after the backup is not given out a second time:
/// deployments are counted on from far above, permits too. Terminals are asked anew what they run.
[[nodiscard]] Result<BackupInfo> restoreBackup(FileSystem& files, const std::filesystem::path& file,
                                               const std::string& passphrase, const std::filesystem::path& data);

/// Runs `use` with the database of a backup and its facts, from a folder of its own that is removed afterwards.
[[nodiscard]] Result<void> withDatabaseOf(
    const std::filesystem::path& file, const std::string& passphrase,
    const std::function<Result<void>(const BackupInfo& info, const std::string& database)>& use);

}  // namespace signalbox::backup
