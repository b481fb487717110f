// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "core/base/file_system.h"
#include "core/base/tasks.h"
#include "core/http/client.h"
#include "core/tuf/metadata.h"

namespace signalbox::tuf {

/// Brings target files below a URL that ends in `/` into a folder, each verified before it has its name there. One
/// thread; disk work in place.
class TargetDownload {
public:
    /// `hashInName`: the repository has consistent snapshots, so a file is asked for as `<hash>.<name>`.
    TargetDownload(http::Client& client, http::Url base, FileSystem& files, std::filesystem::path folder,
                   bool hashInName)
        : m_client(client),
          m_base(std::move(base)),
          m_files(files),
          m_folder(std::move(folder)),
          m_hashInName(hashInName) {}

    /// The file's name is the path, percent-encoded. A file that is there already and has the right bytes is not asked
    /// for. BaseErrc::corrupt for other bytes than the target's, BaseErrc::tooLarge above 256 MiB.
    [[nodiscard]] Task<void> bring(std::string path, Target target);

private:
    [[nodiscard]] http::Url urlOf(std::string_view path, const Target& target) const;

    http::Client& m_client;
    http::Url m_base;
    FileSystem& m_files;
    std::filesystem::path m_folder;
    bool m_hashInName;
};

}  // namespace signalbox::tuf
