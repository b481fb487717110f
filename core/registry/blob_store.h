// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/file_system.h"
#include "core/http/message.h"
#include "core/model/digest.h"

namespace signalbox::registry {

/// An upload under way: one append-only file, whose size is the offset; nothing else is remembered, so a restart loses
/// nothing. Blocking; one user at a time.
class Upload {
public:
    virtual ~Upload() = default;
    [[nodiscard]] virtual const std::string& id() const = 0;
    [[nodiscard]] virtual std::uint64_t offset() const = 0;
    [[nodiscard]] virtual Result<void> append(Bytes bytes) = 0;
    /// What was appended so far survives a power cut.
    [[nodiscard]] virtual Result<void> sync() = 0;
};

/// An upload nobody has finished or cancelled yet.
struct OpenUpload {
    std::string id;
    std::uint64_t size = 0;
    TimePoint lastWrite;
};

struct StoreUsage {
    std::uint64_t blobs = 0;
    std::uint64_t blobBytes = 0;
    std::uint64_t uploads = 0;
    std::uint64_t uploadBytes = 0;
};

/// Content-addressed files: blobs/<algorithm>/<two hex>/<hex>. What is named in blobs/ is whole, verified and synced.
/// Blocking; any thread; an upload belongs to one thread at a time.
class BlobStore {
public:
    [[nodiscard]] static Result<std::unique_ptr<BlobStore>> open(FileSystem& files, std::filesystem::path folder);

    [[nodiscard]] Result<std::unique_ptr<Upload>> beginUpload();
    /// BaseErrc::notFound for an id that was never given, was finished or cancelled.
    [[nodiscard]] Result<std::unique_ptr<Upload>> resumeUpload(const std::string& id);
    /// Verifies the digest over the whole, syncs, and moves it to its name; BaseErrc::corrupt (the upload is gone) when
    /// the content is another.
    [[nodiscard]] Result<void> finishUpload(std::unique_ptr<Upload> upload, const Digest& digest);
    [[nodiscard]] Result<void> cancelUpload(const std::string& id);
    [[nodiscard]] Result<std::vector<OpenUpload>> openUploads() const;

    /// A small whole blob at once.
    [[nodiscard]] Result<Digest> put(Bytes content);
    [[nodiscard]] std::optional<std::uint64_t> size(const Digest& digest) const;  ///< nullopt: not here
    [[nodiscard]] Result<http::FileBody> open(const Digest& digest) const;
    [[nodiscard]] Result<std::string> read(const Digest& digest, std::size_t most) const;
    /// Reads it all and hashes; BaseErrc::corrupt or notFound.
    [[nodiscard]] Result<void> verify(const Digest& digest) const;
    /// All of them, in the order of their texts.
    [[nodiscard]] Result<std::vector<Digest>> list() const;
    /// Nothing there is success.
    [[nodiscard]] Result<void> remove(const Digest& digest);
    /// Counts by walking the folders: for status displays, not for hot paths.
    [[nodiscard]] Result<StoreUsage> usage() const { return usageOf(m_folder); }
    [[nodiscard]] static Result<StoreUsage> usageOf(const std::filesystem::path& folder);

private:
    BlobStore(FileSystem& files, std::filesystem::path folder) : m_files(files), m_folder(std::move(folder)) {}
    [[nodiscard]] std::filesystem::path pathOf(const Digest& digest) const;
    [[nodiscard]] std::filesystem::path uploadPath(const std::string& id) const;

    FileSystem& m_files;
    std::filesystem::path m_folder;
};

}  // namespace signalbox::registry
