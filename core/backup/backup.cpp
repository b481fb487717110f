// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backup/backup.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <optional>

#include "core/backup/backup_archive.h"
#include "core/model/digest.h"
#include "core/model/json_reader.h"
#include "core/model/json_writer.h"
#include "core/registry/blob_store.h"

namespace signalbox::backup {

template <class Visitor>
void members(Visitor& visit, shape::Either<BackupInfo> auto& info) {
    visit("version", info.version, shape::kName);
    visit("createdAt", info.createdAt);
    visit("managerId", info.managerId, shape::kName);
    visit("auditSequence", info.auditSequence, shape::kUnbounded);
    visit("auditHash", info.auditHash, shape::kName);
    visit("terminals", info.terminals, shape::kUnbounded);
    visit("releases", info.releases, shape::kUnbounded);
    visit("rollouts", info.rollouts, shape::kUnbounded);
    visit("blobs", info.blobs, shape::kUnbounded);
    visit("blobBytes", info.blobBytes, shape::kUnbounded);
}

namespace {

namespace fs = std::filesystem;

constexpr const char* kInfo = "backup.json";
constexpr const char* kDatabase = "signalbox.sqlite";
constexpr const char* kBlobs = "blobs/";
constexpr const char* kProfile = "admin.json";
constexpr const char* kAuthority = "ca.pem";
constexpr std::size_t kMaxInfo = 65536;
constexpr std::int64_t kJump = 1'000'000;  // permits and deployments that a lost manager may have given out

/// A folder that goes with its owner, beside `near`, so that a rename stays on one file system.
class ScratchFolder {
public:
    static Result<ScratchFolder> beside(FileSystem& files, const fs::path& near) {
        const fs::path path = near.string() + "." + toHex(bytesOf(randomBytes(6))) + ".tmp";
        CHECK(files.makeDirectories(path));
        CHECK(files.setMode(path, 0700));
        return ScratchFolder(path);
    }
    ScratchFolder() = default;
    ScratchFolder(ScratchFolder&& other) noexcept : m_path(std::exchange(other.m_path, {})) {}
    ScratchFolder& operator=(ScratchFolder&& other) noexcept {
        std::swap(m_path, other.m_path);
        return *this;
    }
    ~ScratchFolder() {
        std::error_code ignored;
        if (!m_path.empty()) fs::remove_all(m_path, ignored);
    }
    [[nodiscard]] const fs::path& path() const { return m_path; }
    void keep() { m_path.clear(); }

private:
    explicit ScratchFolder(fs::path path) : m_path(std::move(path)) {}
    fs::path m_path;
};

/// What the database says of itself; it is closed again.
Result<BackupInfo> factsOf(const fs::path& database) {
    TRY(const auto opened, store::openSqliteStore(database.string()));
    BackupInfo info;
    info.version = SIGNALBOX_VERSION;
    // Counted as they are read: a large fleet as values would be gigabytes.
    const auto loaded = opened->load([&info](Terminal&&) { ++info.terminals; });
    opened->close();
    if (!loaded) return loaded.error();
    for (const store::Setting& setting : loaded->settings)
        if (setting.key == "manager.id") info.managerId = setting.value;
    info.auditSequence = loaded->lastAudit.sequence;
    info.auditHash = loaded->lastAudit.hash;
    info.releases = loaded->releases.size();
    info.rollouts = loaded->rollouts.size();
    return info;
}

std::string blobName(const Digest& digest) {
    return kBlobs + std::string(digest.algorithm()) + "/" + std::string(digest.hex());
}

/// The digest that a name in the archive stands for.
Result<Digest> digestOfName(std::string_view name) {
    name.remove_prefix(std::string_view(kBlobs).size());
    const auto slash = name.find('/');
    if (slash == std::string_view::npos)
        return makeError(BaseErrc::malformed, "'" + std::string(name) + "' is no blob");
    return Digest::parse(std::string(name.substr(0, slash)) + ":" + std::string(name.substr(slash + 1)));
}

/// Puts each file where it belongs below a folder, or nowhere; blobs must have their digest.
class Taker final : public EntrySink {
public:
    /// `into` empty: everything is looked at and nothing kept. `blobs`: keep these too.
    Taker(FileSystem& files, fs::path into, bool blobs) : m_files(files), m_into(std::move(into)), m_keepBlobs(blobs) {}

    [[nodiscard]] const std::optional<BackupInfo>& info() const { return m_info; }

    Result<void> begin(const std::string& name, std::uint64_t size) override {
        m_name = name;
        m_blob.reset();
        m_hasher.reset();
        m_text.clear();
        m_writer.reset();
        const bool isBlob = name.starts_with(kBlobs);
        if (isBlob) {
            TRY(const Digest digest, digestOfName(name));
            m_hasher.emplace(digest.algorithm() == "sha512" ? Hasher::Algorithm::sha512 : Hasher::Algorithm::sha256);
            m_blob = digest;
        } else if (name != kInfo && name != kDatabase && name != kProfile && name != kAuthority) {
            return makeError(BaseErrc::malformed, "the backup holds '" + name + "', which does not belong there");
        }
        if (name == kInfo && size > kMaxInfo)
            return makeError(BaseErrc::malformed, std::string(kInfo) + " is too large");
        if (name == kInfo || m_into.empty() || (isBlob && !m_keepBlobs)) return {};
        const fs::path path = isBlob ? blobPath() : m_into / name;
        CHECK(m_files.makeDirectories(path.parent_path()));
        TRY(m_writer, m_files.create(path, isBlob ? 0644U : 0600U));
        return {};
    }

    Result<void> piece(Bytes bytes) override {
        if (m_hasher) m_hasher->update(bytes);
        if (m_name == kInfo) m_text += textOf(bytes);
        return m_writer ? m_writer->write(bytes) : Result<void>();
    }

    Result<void> end() override {
        if (m_blob && m_hasher->finishHex() != m_blob->hex())
            return makeError(BaseErrc::corrupt, "the backup's " + m_blob->text() + " has other bytes");
        if (m_writer) CHECK(m_writer->sync());
        m_writer.reset();
        if (m_name != kInfo) return {};
        boost::system::error_code error;
        const boost::json::value value = boost::json::parse(m_text, error);
        if (error || !value.is_object()) return makeError(BaseErrc::malformed, std::string(kInfo) + " is unreadable");
        TRY(m_info, shape::Reader::read<BackupInfo>(value));
        return {};
    }

private:
    [[nodiscard]] fs::path blobPath() const {
        const std::string hex(m_blob->hex());
        return m_into / "blobs" / "blobs" / m_blob->algorithm() / hex.substr(0, 2) / hex;
    }

    FileSystem& m_files;
    fs::path m_into;
    bool m_keepBlobs;
    std::optional<BackupInfo> m_info;
    std::string m_name;
    std::optional<Digest> m_blob;
    std::optional<Hasher> m_hasher;
    std::string m_text;
    std::unique_ptr<FileWriter> m_writer;
};

Result<BackupInfo> takeOut(FileSystem& files, const fs::path& file, const std::string& passphrase, const fs::path& into,
                           bool blobs) {
    TRY(const auto reader, SealedReader::open(file, passphrase));
    Taker taker(files, into, blobs);
    CHECK(readArchive(*reader, taker));
    if (!taker.info()) return makeError(BaseErrc::corrupt, "the backup has no " + std::string(kInfo));
    return *taker.info();
}

Result<void> write(FileSystem& files, const BackupOptions& options, const ScratchFolder& scratch, BackupInfo& info) {
    TRY(const auto blobs, registry::BlobStore::open(files, options.data / "blobs"));
    TRY(const std::vector<Digest> digests, blobs->list());
    std::vector<std::pair<Digest, fs::path>> kept;
    for (const Digest& digest : digests) {
        const std::string hex(digest.hex());
        if (!options.blobs) break;
        kept.emplace_back(digest, options.data / "blobs" / "blobs" / digest.algorithm() / hex.substr(0, 2) / hex);
        ++info.blobs;
        info.blobBytes += blobs->size(digest).value_or(0);
    }
    const fs::path beside = scratch.path() / "backup";
    TRY(auto sealed, SealedWriter::create(files, beside, options.passphrase, options.keyCost));
    TRY(const auto archive, ArchiveWriter::make(std::move(sealed)));
    if (options.progress) {
        std::error_code ignored;
        const std::uint64_t total = fs::file_size(scratch.path() / kDatabase, ignored) + info.blobBytes;
        archive->watch([&options, total, done = std::uint64_t(0)](std::uint64_t bytes) mutable {
            done += bytes;
            return options.progress(done, total);
        });
    }
    CHECK(archive->add(kInfo, boost::json::serialize(shape::Writer::write(info))));
    CHECK(archive->addFile(kDatabase, scratch.path() / kDatabase));
    for (const char* const name : {kAuthority, kProfile})
        if (std::error_code ignored; fs::exists(options.data / name, ignored))
            CHECK(archive->addFile(name, options.data / name));
    for (const auto& [digest, path] : kept) {
        std::error_code ignored;
        if (!fs::exists(path, ignored)) continue;  // dropped meanwhile: no release of the database names it
        CHECK(archive->addFile(blobName(digest), path));
    }
    CHECK(archive->finish());
    CHECK(files.rename(beside, options.file));
    const fs::path folder = options.file.parent_path();
    return files.syncDirectory(folder.empty() ? fs::path(".") : folder);
}

/// Nothing that the lost manager gave out after the backup may be given out again.
Result<void> jumpAhead(const fs::path& database) {
    TRY(const auto opened, store::openSqliteStore(database.string()));
    auto loaded = opened->load();
    if (!loaded) return std::move(loaded).error();
    std::vector<store::Change> changes;
    std::int64_t last = 0;
    for (const Deployment& deployment : loaded->deployments)
        last = std::max(last, deployment.id.value);
    for (const store::Setting& setting : loaded->settings)
        if (setting.key == store::kDeploymentsFrom)
            last = std::max<std::int64_t>(last, std::atoll(setting.value.c_str()));
    changes.emplace_back(store::Setting{store::kDeploymentsFrom, std::to_string(last + kJump)});
    changes.emplace_back(store::Setting{store::kMetadataBehind, "restored"});
    for (Terminal& terminal : loaded->terminals) {
        terminal.permitSequence += kJump;
        terminal.attributesWanted = true;  // what it runs may be newer than what the backup knows
        changes.emplace_back(std::move(terminal));
    }
    asio::io_context io(1);
    Result<void> stored = makeError(BaseErrc::unset);
    const auto done = [&stored](const std::exception_ptr&, Result<void> result) { stored = std::move(result); };
    asio::co_spawn(io, opened->commit(std::move(changes)), done);
    io.run();
    opened->close();
    return stored;
}

}  // namespace

Result<BackupInfo> createBackup(FileSystem& files, const BackupOptions& options, const Clock& clock) {
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(options.file, ignored)))
        return makeError(BaseErrc::alreadyExists, options.file.string());
    if (!fs::exists(options.data / kDatabase, ignored))
        return makeError(BaseErrc::notFound, options.data.string() + " is no manager's data folder");
    TRY(const ScratchFolder scratch, ScratchFolder::beside(files, options.file));
    // The database first: a blob that comes later is not named in it, and one that goes is not needed by it.
    CHECK(store::copySqliteFile((options.data / kDatabase).string(), (scratch.path() / kDatabase).string()));
    TRY(BackupInfo info, factsOf(scratch.path() / kDatabase));
    info.createdAt = clock.now();
    CHECK(write(files, options, scratch, info));
    return info;
}

Result<BackupInfo> verifyBackup(const fs::path& file, const std::string& passphrase) {
    return takeOut(nativeFileSystem(), file, passphrase, {}, false);
}

Result<BackupInfo> restoreBackup(FileSystem& files, const fs::path& file, const std::string& passphrase,
                                 const fs::path& data) {
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(data, ignored)) && !fs::is_empty(data, ignored))
        return makeError(BaseErrc::alreadyExists, data.string() + " is not empty");
    TRY(ScratchFolder scratch, ScratchFolder::beside(files, data));
    TRY(const BackupInfo info, takeOut(files, file, passphrase, scratch.path(), true));
    CHECK(jumpAhead(scratch.path() / kDatabase));
    TRY(const auto blobs, registry::BlobStore::open(files, scratch.path() / "blobs"));  // makes what is missing
    CHECK(files.syncDirectory(scratch.path()));
    if (fs::exists(data, ignored)) CHECK(files.remove(data));
    CHECK(files.rename(scratch.path(), data));
    scratch.keep();
    const fs::path folder = data.parent_path();
    CHECK(files.syncDirectory(folder.empty() ? fs::path(".") : folder));
    return info;
}

Result<void> withDatabaseOf(const fs::path& file, const std::string& passphrase,
                            const std::function<Result<void>(const BackupInfo&, const std::string&)>& use) {
    FileSystem& files = nativeFileSystem();
    TRY(const ScratchFolder scratch, ScratchFolder::beside(files, file));
    TRY(const BackupInfo info, takeOut(files, file, passphrase, scratch.path(), false));
    return use(info, (scratch.path() / kDatabase).string());
}

}  // namespace signalbox::backup
