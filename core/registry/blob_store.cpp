// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/blob_store.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <system_error>

namespace signalbox::registry {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kIdBytes = 16;
constexpr std::size_t kReadPiece = std::size_t{1} << 20;
constexpr std::array<std::string_view, 2> kAlgorithms{"sha256", "sha512"};

bool isUploadId(std::string_view id) {
    const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return id.size() == 2 * kIdBytes && std::all_of(id.begin(), id.end(), isHex);
}

Error errorOf(const std::error_code& error, std::string_view doing, const fs::path& path) {
    return makeError(boost::system::error_code(error.value(), boost::system::system_category()),
                     std::string(doing) + " " + path.string());
}

Result<http::FileBody> openRegular(const fs::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0) {
        if (errno == ENOENT) return makeError(BaseErrc::notFound, "no " + path.string());
        return systemError("opening " + path.string());
    }
    http::FileBody body;
    body.descriptor = std::shared_ptr<const int>(new int(descriptor), [](const int* held) {
        ::close(*held);
        delete held;
    });
    struct stat facts {};
    if (::fstat(descriptor, &facts) != 0) return systemError("looking at " + path.string());
    if (!S_ISREG(facts.st_mode)) return makeError(BaseErrc::corrupt, path.string() + " is no regular file");
    body.length = static_cast<std::uint64_t>(facts.st_size);
    return body;
}

Result<std::string> hashFile(const fs::path& path, std::string_view algorithm) {
    TRY(const http::FileBody file, openRegular(path));
    Hasher hasher(algorithm == "sha512" ? Hasher::Algorithm::sha512 : Hasher::Algorithm::sha256);
    std::vector<std::byte> piece(kReadPiece);
    while (true) {
        const ssize_t got = ::read(*file.descriptor, piece.data(), piece.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return systemError("reading " + path.string());
        if (got == 0) return hasher.finishHex();
        hasher.update(Bytes(piece).first(static_cast<std::size_t>(got)));
    }
}

/// Hashes on the way as long as it saw every byte from the first one.
class FileUpload final : public Upload {
public:
    FileUpload(std::string id, fs::path path, std::unique_ptr<FileWriter> writer, std::uint64_t offset)
        : m_id(std::move(id)), m_path(std::move(path)), m_writer(std::move(writer)), m_offset(offset) {
        if (offset == 0) m_hasher.emplace(Hasher::Algorithm::sha256);
    }

    [[nodiscard]] const std::string& id() const override { return m_id; }
    [[nodiscard]] std::uint64_t offset() const override { return m_offset; }

    Result<void> append(Bytes bytes) override {
        if (auto written = m_writer->write(bytes); !written) {
            m_hasher.reset();
            std::error_code error;
            const auto size = fs::file_size(m_path, error);
            if (!error) m_offset = size;
            return std::move(written).error().within("upload " + m_id);
        }
        if (m_hasher) m_hasher->update(bytes);
        m_offset += bytes.size();
        return {};
    }

    Result<void> sync() override { return m_writer->sync(); }

    /// Hex of the whole; the upload takes nothing afterwards.
    [[nodiscard]] Result<std::string> finishHash(std::string_view algorithm) {
        if (m_hasher && algorithm == "sha256") return m_hasher->finishHex();
        return hashFile(m_path, algorithm);
    }

    [[nodiscard]] const fs::path& path() const { return m_path; }

private:
    std::string m_id;
    fs::path m_path;
    std::unique_ptr<FileWriter> m_writer;
    std::uint64_t m_offset;
    std::optional<Hasher> m_hasher;
};

Result<void> addFiles(const fs::path& folder, std::uint64_t& count, std::uint64_t& bytes) {
    std::error_code error;
    fs::recursive_directory_iterator entries(folder, error);
    if (error) return errorOf(error, "listing", folder);
    for (; entries != fs::recursive_directory_iterator(); entries.increment(error)) {
        if (!entries->is_regular_file(error)) continue;
        const auto size = entries->file_size(error);
        if (error) continue;  // finished or removed while we walk
        ++count;
        bytes += size;
    }
    if (error) return errorOf(error, "listing", folder);
    return {};
}

}  // namespace

Result<std::unique_ptr<BlobStore>> BlobStore::open(FileSystem& files, fs::path folder) {
    // All shard folders exist and are durable before the first blob: then a rename and one directory sync are enough.
    for (const std::string_view algorithm : kAlgorithms) {
        const fs::path shards = folder / "blobs" / algorithm;
        for (unsigned shard = 0; shard < 256; ++shard) {
            const std::array<std::byte, 1> name{static_cast<std::byte>(shard)};
            CHECK(files.makeDirectories(shards / toHex(name)));
        }
        CHECK(files.syncDirectory(shards));
    }
    CHECK(files.makeDirectories(folder / "uploads"));
    CHECK(files.syncDirectory(folder / "blobs"));
    CHECK(files.syncDirectory(folder));
    return std::unique_ptr<BlobStore>(new BlobStore(files, std::move(folder)));
}

fs::path BlobStore::pathOf(const Digest& digest) const {
    return m_folder / "blobs" / digest.algorithm() / digest.hex().substr(0, 2) / digest.hex();
}

fs::path BlobStore::uploadPath(const std::string& id) const {
    return m_folder / "uploads" / id;
}

Result<std::unique_ptr<Upload>> BlobStore::beginUpload() {
    std::string id = toHex(bytesOf(randomBytes(kIdBytes)));
    fs::path path = uploadPath(id);
    TRY(auto writer, m_files.append(path, 0));
    return std::unique_ptr<Upload>(std::make_unique<FileUpload>(std::move(id), std::move(path), std::move(writer), 0));
}

Result<std::unique_ptr<Upload>> BlobStore::resumeUpload(const std::string& id) {
    if (!isUploadId(id)) return makeError(BaseErrc::notFound, "'" + id.substr(0, 64) + "' is no upload");
    fs::path path = uploadPath(id);
    std::error_code error;
    const std::uint64_t offset = fs::file_size(path, error);
    if (error == std::errc::no_such_file_or_directory) return makeError(BaseErrc::notFound, "upload " + id);
    if (error) return errorOf(error, "looking at", path);
    TRY(auto writer, m_files.append(path, offset));
    return std::unique_ptr<Upload>(std::make_unique<FileUpload>(id, std::move(path), std::move(writer), offset));
}

Result<void> BlobStore::finishUpload(std::unique_ptr<Upload> upload, const Digest& digest) {
    if (digest.empty()) return makeError(BaseErrc::invalidArgument, "finishing an upload without a digest");
    auto& file = dynamic_cast<FileUpload&>(*upload);
    TRY(const std::string hex, file.finishHash(digest.algorithm()));
    if (hex != digest.hex()) {
        CHECK(m_files.remove(file.path()));
        return makeError(BaseErrc::corrupt, "upload " + file.id() + " of " + std::to_string(file.offset()) +
                                                " bytes is " + std::string(digest.algorithm()) + ":" + hex + ", not " +
                                                digest.text());
    }
    const fs::path path = pathOf(digest);
    if (size(digest)) {
        CHECK(m_files.remove(file.path()));
    } else {
        CHECK(file.sync());
        CHECK(m_files.rename(file.path(), path));
    }
    // Also where it was there: whoever renamed it may not have come as far as this.
    return m_files.syncDirectory(path.parent_path());
}

Result<void> BlobStore::cancelUpload(const std::string& id) {
    if (!isUploadId(id)) return makeError(BaseErrc::notFound, "'" + id.substr(0, 64) + "' is no upload");
    std::error_code error;
    if (!fs::exists(uploadPath(id), error)) return makeError(BaseErrc::notFound, "upload " + id);
    return m_files.remove(uploadPath(id));
}

Result<std::vector<OpenUpload>> BlobStore::openUploads() const {
    std::vector<OpenUpload> uploads;
    std::error_code error;
    fs::directory_iterator entries(m_folder / "uploads", error);
    if (error) return errorOf(error, "listing", m_folder / "uploads");
    for (; entries != fs::directory_iterator(); entries.increment(error)) {
        std::string id = entries->path().filename().string();
        struct stat facts {};
        if (!isUploadId(id) || ::stat(entries->path().c_str(), &facts) != 0) continue;
        const auto written = std::chrono::seconds(facts.st_mtim.tv_sec) +
                             std::chrono::duration_cast<Milliseconds>(std::chrono::nanoseconds(facts.st_mtim.tv_nsec));
        uploads.push_back({std::move(id), static_cast<std::uint64_t>(facts.st_size), TimePoint(written)});
    }
    if (error) return errorOf(error, "listing", m_folder / "uploads");
    return uploads;
}

Result<Digest> BlobStore::put(Bytes content) {
    Digest digest = Digest::sha256OfHex(sha256Hex(content));
    if (size(digest)) {
        CHECK(m_files.syncDirectory(pathOf(digest).parent_path()));
        return digest;
    }
    TRY(auto upload, beginUpload());
    CHECK(upload->append(content));
    CHECK(finishUpload(std::move(upload), digest));
    return digest;
}

std::optional<std::uint64_t> BlobStore::size(const Digest& digest) const {
    if (digest.empty()) return std::nullopt;
    std::error_code error;
    const std::uint64_t bytes = fs::file_size(pathOf(digest), error);
    if (error) return std::nullopt;
    return bytes;
}

Result<http::FileBody> BlobStore::open(const Digest& digest) const {
    if (digest.empty()) return makeError(BaseErrc::invalidArgument, "opening a blob without a digest");
    return openRegular(pathOf(digest));
}

Result<std::string> BlobStore::read(const Digest& digest, std::size_t most) const {
    if (digest.empty()) return makeError(BaseErrc::invalidArgument, "reading a blob without a digest");
    return readFile(pathOf(digest), most);
}

Result<void> BlobStore::verify(const Digest& digest) const {
    if (digest.empty()) return makeError(BaseErrc::invalidArgument, "verifying a blob without a digest");
    TRY(const std::string hex, hashFile(pathOf(digest), digest.algorithm()));
    if (hex != digest.hex()) return makeError(BaseErrc::corrupt, digest.text() + " is now " + hex);
    return {};
}

Result<std::vector<Digest>> BlobStore::list() const {
    std::vector<Digest> digests;
    std::error_code error;
    fs::recursive_directory_iterator at(m_folder / "blobs", error);
    for (const fs::recursive_directory_iterator end; !error && at != end; at.increment(error)) {
        if (at.depth() != 2) continue;
        const std::string algorithm = at->path().parent_path().parent_path().filename().string();
        if (auto digest = Digest::parse(algorithm + ":" + at->path().filename().string()))
            digests.push_back(std::move(*digest));
    }
    if (error) return makeError(error, "listing " + (m_folder / "blobs").string());
    const auto byText = [](const Digest& a, const Digest& b) { return a.text() < b.text(); };
    std::sort(digests.begin(), digests.end(), byText);
    return digests;
}

Result<void> BlobStore::remove(const Digest& digest) {
    if (digest.empty()) return makeError(BaseErrc::invalidArgument, "removing a blob without a digest");
    CHECK(m_files.remove(pathOf(digest)));
    return m_files.syncDirectory(pathOf(digest).parent_path());
}

Result<StoreUsage> BlobStore::usageOf(const fs::path& folder) {
    StoreUsage usage;
    CHECK(addFiles(folder / "blobs", usage.blobs, usage.blobBytes));
    CHECK(addFiles(folder / "uploads", usage.uploads, usage.uploadBytes));
    return usage;
}

}  // namespace signalbox::registry
