// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "core/base/file_system.h"
#include "core/base/result.h"

namespace signalbox::ctl {

/// A file that is there whole or not at all: written beside its name, put in place by keep().
class FileOutput {
public:
    [[nodiscard]] static Result<FileOutput> create(std::filesystem::path path, unsigned mode);
    FileOutput() = default;  ///< for Result: no file
    FileOutput(FileOutput&&) = default;
    FileOutput& operator=(FileOutput&&) = default;
    ~FileOutput();

    [[nodiscard]] Result<void> write(std::string_view piece);
    /// On disk, under its name; replaces what was there.
    [[nodiscard]] Result<void> keep();

private:
    std::filesystem::path m_path;
    std::filesystem::path m_beside;
    std::unique_ptr<FileWriter> m_writer;
};

}  // namespace signalbox::ctl
