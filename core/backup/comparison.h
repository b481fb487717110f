// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/backup/backup.h"

namespace signalbox::backup {

/// One thing that is not as the backup has it and cannot have become so by the manager's own rules.
struct Finding {
    enum class Kind {
        auditRewritten,   ///< the audit log no longer holds what it held
        releaseChanged,   ///< other packages under an approval that was given
        releaseMissing,   ///< one that was approved is gone
        approvalChanged,  ///< other people, or another digest, than approved it then
        blobDamaged       ///< a package on disk has other bytes
    };
    Kind kind = Kind::auditRewritten;
    std::string subject;  ///< "release 3: kiosk 2.0"
    std::string detail;
};
[[nodiscard]] std::string_view nameOf(Finding::Kind kind);

struct Comparison {
    BackupInfo backup;
    std::vector<Finding> findings;  ///< empty: all is as it was, or has changed as it may
    std::uint64_t releasesCompared = 0;
    std::uint64_t blobsRead = 0;
};

/// Checks a manager's upgrade information against a stored backup, while the manager may run: who changes the database
/// or packages by hand cannot change the backup too. Every package on disk is read and hashed. Blocking.
[[nodiscard]] Result<Comparison> compareWithBackup(const std::filesystem::path& file, const std::string& passphrase,
                                                   const std::filesystem::path& data);

}  // namespace signalbox::backup
