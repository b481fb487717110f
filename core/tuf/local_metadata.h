// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/file_system.h"
#include "core/base/result.h"

namespace signalbox::tuf {

/// A role's name as a file or in a URL: everything but letters, digits and `_.-~` percent-encoded.
[[nodiscard]] std::string encodedRole(std::string_view role);

/// The folder of what is believed: `<role>.json`, byte for byte as it came, each replaced as a whole. Blocking.
class LocalMetadata {
public:
    /// The folder must be there.
    LocalMetadata(FileSystem& files, std::filesystem::path folder) : m_files(files), m_folder(std::move(folder)) {}

    /// Nothing where there is no such file. BaseErrc::tooLarge above `most` bytes.
    [[nodiscard]] Result<std::optional<std::string>> read(std::string_view role, std::size_t most) const;
    [[nodiscard]] Result<void> write(std::string_view role, std::string_view bytes);
    [[nodiscard]] Result<void> forget(std::string_view role);

private:
    [[nodiscard]] std::filesystem::path pathOf(std::string_view role) const;

    FileSystem& m_files;
    std::filesystem::path m_folder;
};

}  // namespace signalbox::tuf
