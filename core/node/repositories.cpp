// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/node/repositories.h"

#include <algorithm>
#include <system_error>

#include "core/node/stored_manifest.h"
#include "core/registry/grammar.h"

namespace signalbox::node {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostLinkBytes = 512;

fs::path under(const fs::path& folder, std::string_view kind, const Digest& digest) {
    return folder / kind / digest.algorithm() / digest.hex();
}

bool isFile(const fs::path& path) {
    std::error_code error;
    return fs::is_regular_file(path, error);
}

bool isFolder(const fs::path& path) {
    std::error_code error;
    return fs::is_directory(path, error);
}

Error errorOf(const std::error_code& error, const fs::path& path) {
    return makeError(boost::system::error_code(error.value(), boost::system::system_category()),
                     "listing " + path.string());
}

/// The names in a folder; none where it does not exist.
Result<std::vector<std::string>> namesIn(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    if (error == std::errc::no_such_file_or_directory) return names;
    if (error) return errorOf(error, folder);
    for (; entries != fs::directory_iterator(); entries.increment(error))
        names.push_back(entries->path().filename().string());
    if (error) return errorOf(error, folder);
    return names;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

Result<std::unique_ptr<Repositories>> Repositories::open(FileSystem& files, registry::BlobStore& blobs,
                                                         fs::path folder) {
    // Half-written files of the last run.
    CHECK(files.remove(folder / "tmp"));
    CHECK(files.makeDirectories(folder / "tmp"));
    CHECK(files.makeDirectories(folder / "repositories"));
    CHECK(files.syncDirectory(folder));
    return std::unique_ptr<Repositories>(new Repositories(files, blobs, std::move(folder)));
}

fs::path Repositories::repository(const std::string& name) const {
    return m_folder / "repositories" / name;
}

/// Makes `path` and what is missing above it, each name durable before the next one exists, so that a folder that is
/// there vouches for the way to it.
Result<void> Repositories::makeFolder(const fs::path& path) {
    if (!isFolder(path)) {
        CHECK(makeFolder(path.parent_path()));
        CHECK(m_files.makeDirectories(path));
    }
    return path == m_folder ? Result<void>() : m_files.syncDirectory(path.parent_path());
}

/// Not replaceFile(): its temporary name beside the file could be another tag.
Result<void> Repositories::writeFile(const fs::path& path, std::string_view content) {
    CHECK(makeFolder(path.parent_path()));
    const fs::path beside = m_folder / "tmp" / toHex(bytesOf(randomBytes(16)));
    {
        TRY(const auto writer, m_files.create(beside, 0644));
        CHECK(writer->write(bytesOf(content)));
        if (!content.empty()) CHECK(writer->sync());
    }
    CHECK(m_files.rename(beside, path));
    return m_files.syncDirectory(path.parent_path());
}

Result<void> Repositories::removeFile(const fs::path& path) {
    if (!isFile(path)) return makeError(BaseErrc::notFound, "no " + path.string());
    CHECK(m_files.remove(path));
    return m_files.syncDirectory(path.parent_path());
}

bool Repositories::exists(const std::string& name) const {
    return isFolder(repository(name) / "_manifests") || isFolder(repository(name) / "_blobs");
}

bool Repositories::hasBlob(const std::string& name, const Digest& digest) const {
    // The link alone does not do: the scrubber takes damaged content away.
    return isFile(under(repository(name), "_blobs", digest)) && m_blobs.size(digest).has_value();
}

Result<http::FileBody> Repositories::openBlob(const std::string& name, const Digest& digest) const {
    if (!hasBlob(name, digest)) return makeError(BaseErrc::notFound, name + " holds no " + digest.text());
    return m_blobs.open(digest);
}

Result<Digest> Repositories::resolveTag(const std::string& name, const std::string& tag) const {
    TRY(const std::string text, readFile(repository(name) / "_tags" / tag, kMostLinkBytes));
    auto digest = Digest::parse(text);
    if (!digest) return makeError(BaseErrc::corrupt, "tag " + tag + " of " + name);
    return digest;
}

Result<StoredManifest> Repositories::manifest(const std::string& name, const Digest& digest) const {
    TRY(std::string mediaType, readFile(under(repository(name), "_manifests", digest), kMostLinkBytes));
    TRY(std::string content, m_blobs.read(digest, kMostManifestBytes));
    return StoredManifest{digest, std::move(mediaType), std::move(content)};
}

Result<std::vector<std::string>> Repositories::tags(const std::string& name) const {
    if (!exists(name)) return makeError(BaseErrc::notFound, "no repository " + name);
    TRY(std::vector<std::string> names, namesIn(repository(name) / "_tags"));
    std::sort(names.begin(), names.end(), tagBefore);
    return names;
}

bool Repositories::tagBefore(const std::string& a, const std::string& b) {
    const auto less = [](char x, char y) { return lower(x) < lower(y); };
    if (std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), less)) return true;
    if (std::lexicographical_compare(b.begin(), b.end(), a.begin(), a.end(), less)) return false;
    return a < b;
}

Result<std::vector<Digest>> Repositories::referrers(const std::string& name, const Digest& digest) const {
    TRY(std::vector<std::string> names, namesIn(under(repository(name), "_referrers", digest)));
    std::sort(names.begin(), names.end());
    std::vector<Digest> found;
    for (std::string& text : names) {
        if (const auto dash = text.find('-'); dash != std::string::npos) text[dash] = ':';
        auto parsed = Digest::parse(text);
        if (parsed) found.push_back(std::move(*parsed));
    }
    return found;
}

Result<void> Repositories::linkBlob(const std::string& name, const Digest& digest) {
    if (!m_blobs.size(digest)) return makeError(BaseErrc::notFound, "no content " + digest.text());
    return writeFile(under(repository(name), "_blobs", digest), {});
}

Result<void> Repositories::putManifest(const std::string& name, const ManifestPut& put) {
    if (!m_blobs.size(put.digest)) {
        TRY(auto upload, m_blobs.beginUpload());
        CHECK(upload->append(bytesOf(put.content)));
        CHECK(m_blobs.finishUpload(std::move(upload), put.digest));
    }
    // The referrer's link goes first: one without its manifest is skipped by readers.
    if (put.subject) {
        const std::string link = std::string(put.digest.algorithm()) + "-" + std::string(put.digest.hex());
        CHECK(writeFile(under(repository(name), "_referrers", *put.subject) / link, {}));
    }
    CHECK(writeFile(under(repository(name), "_manifests", put.digest), put.mediaType));
    for (const std::string& tag : put.tags)
        CHECK(writeFile(repository(name) / "_tags" / tag, put.digest.text()));
    return {};
}

Result<void> Repositories::removeTag(const std::string& name, const std::string& tag) {
    return removeFile(repository(name) / "_tags" / tag);
}

Result<void> Repositories::removeManifest(const std::string& name, const Digest& digest) {
    TRY(const StoredManifest stored, manifest(name, digest));
    TRY(const std::vector<std::string> names, namesIn(repository(name) / "_tags"));
    for (const std::string& tag : names) {
        const auto points = resolveTag(name, tag);
        if (points && *points == digest) CHECK(removeTag(name, tag));
    }
    CHECK(removeFile(under(repository(name), "_manifests", digest)));
    if (const auto facts = readManifestFacts(stored.content); facts && facts->subject) {
        const std::string link = std::string(digest.algorithm()) + "-" + std::string(digest.hex());
        CHECK(m_files.remove(under(repository(name), "_referrers", *facts->subject) / link));
    }
    return dropContent(digest);
}

Result<void> Repositories::removeBlob(const std::string& name, const Digest& digest) {
    CHECK(removeFile(under(repository(name), "_blobs", digest)));
    return dropContent(digest);
}

Result<void> Repositories::dropContent(const Digest& digest) {
    TRY(const std::vector<fs::path> all, allRepositories());
    const auto links = [&](const fs::path& folder) {
        return isFile(under(folder, "_blobs", digest)) || isFile(under(folder, "_manifests", digest));
    };
    if (std::any_of(all.begin(), all.end(), links)) return {};
    return m_blobs.remove(digest);
}

Result<std::vector<fs::path>> Repositories::allRepositories() const {
    std::vector<fs::path> all;
    std::error_code error;
    fs::recursive_directory_iterator entries(m_folder / "repositories", error);
    if (error) return errorOf(error, m_folder / "repositories");
    for (; entries != fs::recursive_directory_iterator(); entries.increment(error)) {
        if (entries->path().filename().string().starts_with('_')) {
            entries.disable_recursion_pending();
            continue;
        }
        all.push_back(entries->path());
    }
    if (error) return errorOf(error, m_folder / "repositories");
    return all;
}

}  // namespace signalbox::node
