// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/registry/blob_store.h"

namespace signalbox::node {

struct StoredManifest {
    Digest digest;
    std::string mediaType;
    std::string content;
};

struct ManifestPut {
    Digest digest;  ///< of content; the caller has checked it
    std::string mediaType;
    std::string content;
    std::vector<std::string> tags;
    std::optional<Digest> subject;
};

/// Which repository holds which blobs, manifests and tags, as plain files over one BlobStore:
///   repositories/<name>/_blobs/<algorithm>/<hex>                   empty
///   repositories/<name>/_manifests/<algorithm>/<hex>               its media type
///   repositories/<name>/_tags/<tag>                                a digest
///   repositories/<name>/_referrers/<algorithm>/<hex>/<alg>-<hex>   empty: the latter has the former as subject
/// No component of a repository's name starts with "_". What a method has answered is durable.
/// Blocking. Reading methods: any thread; the others: one thread at a time (the node's writer). Names, tags and
/// digests must have been checked against the grammar. Content that no repository links any more is removed with its
/// last link.
class Repositories {
public:
    [[nodiscard]] static Result<std::unique_ptr<Repositories>> open(FileSystem& files, registry::BlobStore& blobs,
                                                                    std::filesystem::path folder);

    [[nodiscard]] bool exists(const std::string& name) const;
    [[nodiscard]] bool hasBlob(const std::string& name, const Digest& digest) const;
    /// BaseErrc::notFound.
    [[nodiscard]] Result<http::FileBody> openBlob(const std::string& name, const Digest& digest) const;
    [[nodiscard]] Result<Digest> resolveTag(const std::string& name, const std::string& tag) const;
    [[nodiscard]] Result<StoredManifest> manifest(const std::string& name, const Digest& digest) const;
    /// In the order of the specification: without regard to case, then by byte.
    [[nodiscard]] Result<std::vector<std::string>> tags(const std::string& name) const;
    [[nodiscard]] static bool tagBefore(const std::string& a, const std::string& b);
    /// Manifests of the repository whose subject is `digest`.
    [[nodiscard]] Result<std::vector<Digest>> referrers(const std::string& name, const Digest& digest) const;

    /// BaseErrc::notFound when the store does not hold the content.
    [[nodiscard]] Result<void> linkBlob(const std::string& name, const Digest& digest);
    [[nodiscard]] Result<void> putManifest(const std::string& name, const ManifestPut& put);
    /// These three: BaseErrc::notFound.
    [[nodiscard]] Result<void> removeTag(const std::string& name, const std::string& tag);
    [[nodiscard]] Result<void> removeManifest(const std::string& name, const Digest& digest);
    [[nodiscard]] Result<void> removeBlob(const std::string& name, const Digest& digest);

private:
    Repositories(FileSystem& files, registry::BlobStore& blobs, std::filesystem::path folder)
        : m_files(files), m_blobs(blobs), m_folder(std::move(folder)) {}

    [[nodiscard]] std::filesystem::path repository(const std::string& name) const;
    [[nodiscard]] Result<void> makeFolder(const std::filesystem::path& path);
    [[nodiscard]] Result<void> writeFile(const std::filesystem::path& path, std::string_view content);
    [[nodiscard]] Result<void> removeFile(const std::filesystem::path& path);
    [[nodiscard]] Result<void> dropContent(const Digest& digest);
    [[nodiscard]] Result<std::vector<std::filesystem::path>> allRepositories() const;

    FileSystem& m_files;
    registry::BlobStore& m_blobs;
    std::filesystem::path m_folder;
};

}  // namespace signalbox::node
