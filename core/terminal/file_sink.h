// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include "core/base/file_system.h"
#include "core/terminal/chain_download.h"

namespace signalbox::terminal {

/// A package being downloaded into a file. What an earlier run left there is hashed at the start and kept.
class FileSink final : public PackageSink {
public:
    /// Blocking: reads what is there.
    [[nodiscard]] static Result<std::unique_ptr<FileSink>> open(FileSystem& files, std::filesystem::path path,
                                                                Hasher::Algorithm algorithm);

    [[nodiscard]] std::uint64_t held() const override { return m_held; }
    [[nodiscard]] Result<void> write(Bytes bytes) override;
    [[nodiscard]] Result<void> restart() override;
    [[nodiscard]] std::string finishHex() override { return m_hasher.finishHex(); }
    /// Makes everything durable, the name included. Blocking.
    [[nodiscard]] Result<void> sync();

private:
    FileSink(FileSystem& files, std::filesystem::path path, Hasher::Algorithm algorithm)
        : m_files(files), m_path(std::move(path)), m_algorithm(algorithm), m_hasher(algorithm) {}

    FileSystem& m_files;
    std::filesystem::path m_path;
    Hasher::Algorithm m_algorithm;
    Hasher m_hasher;
    std::unique_ptr<FileWriter> m_writer;
    std::uint64_t m_held = 0;
};

/// Lower-case hex digest of a file's content, and its size; BaseErrc::notFound where there is none. Blocking.
struct FileDigest {
    std::string hex;
    std::uint64_t size = 0;
};
[[nodiscard]] Result<FileDigest> digestFile(const std::filesystem::path& path, Hasher::Algorithm algorithm);

}  // namespace signalbox::terminal
