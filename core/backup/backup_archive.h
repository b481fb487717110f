// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/backup/sealed_file.h"
#include "core/base/result.h"

struct archive;

namespace signalbox::backup {

/// Files one after another, as tar and zstd, into a sealed file. Blocking.
class ArchiveWriter {
public:
    [[nodiscard]] static Result<std::unique_ptr<ArchiveWriter>> make(std::unique_ptr<SealedWriter> into);
    ~ArchiveWriter();
    [[nodiscard]] Result<void> add(std::string_view name, std::string_view content);
    /// Called with the bytes of files that were taken more; false gives it up (BaseErrc::cancelled).
    void watch(std::function<bool(std::uint64_t bytes)> watcher) { m_watcher = std::move(watcher); }
    /// BaseErrc::corrupt where the file changes its size meanwhile.
    [[nodiscard]] Result<void> addFile(std::string_view name, const std::filesystem::path& file);
    [[nodiscard]] Result<void> finish();

private:
    ArchiveWriter() = default;
    [[nodiscard]] Result<void> begin(std::string_view name, std::uint64_t size);
    [[nodiscard]] Error failure(std::string_view doing) const;

    std::unique_ptr<SealedWriter> m_into;
    archive* m_archive = nullptr;
    std::optional<Error> m_sealing;  ///< what libarchive cannot carry
    std::function<bool(std::uint64_t)> m_watcher;
};

/// What is done with one file of a backup: gets its bytes piece by piece.
class EntrySink {
public:
    virtual ~EntrySink() = default;
    [[nodiscard]] virtual Result<void> begin(const std::string& name, std::uint64_t size) = 0;
    [[nodiscard]] virtual Result<void> piece(Bytes bytes) = 0;
    [[nodiscard]] virtual Result<void> end() = 0;
};

/// Reads all of it. Names are relative, without "..", and of regular files only; anything else is BaseErrc::malformed.
[[nodiscard]] Result<void> readArchive(SealedReader& from, EntrySink& sink);

}  // namespace signalbox::backup
