// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backup/backup_archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <cerrno>
#include <fstream>
#include <optional>
#include <vector>

namespace signalbox::backup {
namespace {

constexpr std::size_t kPiece = 1 << 20;
constexpr const char* kZstdLevel = "3";
constexpr std::size_t kMostName = 512;  // bytes

struct FreeEntry {
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};
struct FreeReader {
    void operator()(archive* reader) const { archive_read_free(reader); }
};

/// What libarchive's callbacks work with.
struct Feeding {
    SealedReader& from;
    std::optional<Error> error;
};

la_ssize_t feed(archive* reader, void* context, const void** into) {
    auto& feeding = *static_cast<Feeding*>(context);
    const auto piece = feeding.from.next();
    if (!piece) {
        feeding.error = piece.error();
        archive_set_error(reader, EIO, "unsealing failed");
        return ARCHIVE_FATAL;
    }
    *into = piece->data();
    return static_cast<la_ssize_t>(piece->size());
}

bool isSafeName(const std::string& name) {
    const std::filesystem::path path(name);
    if (name.empty() || name.size() > kMostName || path.is_absolute()) return false;
    for (const auto& part : path)
        if (part == ".." || part == "." || part.empty()) return false;
    return true;
}

Error readFailure(archive* reader, const Feeding& feeding) {
    if (feeding.error) return *feeding.error;
    const char* const text = archive_error_string(reader);
    return makeError(BaseErrc::malformed, std::string("the backup's archive: ") + (text ? text : "unreadable"));
}

Result<void> readEntry(archive* reader, archive_entry* entry, const Feeding& feeding, EntrySink& sink) {
    const char* const text = archive_entry_pathname(entry);
    const std::string name = text ? text : "";
    if (!isSafeName(name) || archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry))
        return makeError(BaseErrc::malformed, "the backup holds '" + name + "', which does not belong there");
    CHECK(sink.begin(name, static_cast<std::uint64_t>(archive_entry_size(entry))));
    std::vector<char> buffer(kPiece);
    for (;;) {
        const la_ssize_t got = archive_read_data(reader, buffer.data(), buffer.size());
        if (got < 0) return readFailure(reader, feeding);
        if (got == 0) return sink.end();
        CHECK(sink.piece(bytesOf(std::string_view(buffer.data(), static_cast<std::size_t>(got)))));
    }
}

}  // namespace

ArchiveWriter::~ArchiveWriter() {
    if (m_archive) archive_write_free(m_archive);
}

Error ArchiveWriter::failure(std::string_view doing) const {
    if (m_sealing) return *m_sealing;
    const char* const text = archive_error_string(m_archive);
    return makeError(BaseErrc::unavailable, std::string(doing) + ": " + (text ? text : "libarchive failed"));
}

Result<std::unique_ptr<ArchiveWriter>> ArchiveWriter::make(std::unique_ptr<SealedWriter> into) {
    std::unique_ptr<ArchiveWriter> writer(new ArchiveWriter());
    writer->m_into = std::move(into);
    writer->m_archive = archive_write_new();
    archive* const made = writer->m_archive;
    const auto seal = [](archive* writing, void* context, const void* bytes, std::size_t size) -> la_ssize_t {
        auto& self = *static_cast<ArchiveWriter*>(context);
        const auto sealed = self.m_into->write(bytesOf(std::string_view(static_cast<const char*>(bytes), size)));
        if (sealed) return static_cast<la_ssize_t>(size);
        self.m_sealing = sealed.error();
        archive_set_error(writing, EIO, "sealing failed");
        return -1;
    };
    if (archive_write_set_format_pax_restricted(made) != ARCHIVE_OK ||
        archive_write_add_filter_zstd(made) != ARCHIVE_OK ||
        archive_write_set_filter_option(made, "zstd", "compression-level", kZstdLevel) != ARCHIVE_OK ||
        // No zeros after the end: they are no zstd.
        archive_write_set_bytes_in_last_block(made, 1) != ARCHIVE_OK ||
        archive_write_open(made, writer.get(), nullptr, seal, nullptr) != ARCHIVE_OK)
        return writer->failure("beginning the backup");
    return writer;
}

Result<void> ArchiveWriter::begin(std::string_view name, std::uint64_t size) {
    const std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
    archive_entry_set_pathname(entry.get(), std::string(name).c_str());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0600);
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(size));
    if (archive_write_header(m_archive, entry.get()) != ARCHIVE_OK) return failure(name);
    return {};
}

Result<void> ArchiveWriter::add(std::string_view name, std::string_view content) {
    CHECK(begin(name, content.size()));
    if (archive_write_data(m_archive, content.data(), content.size()) != static_cast<la_ssize_t>(content.size()))
        return failure(name);
    return {};
}

Result<void> ArchiveWriter::addFile(std::string_view name, const std::filesystem::path& file) {
    std::ifstream from(file, std::ios::binary);
    std::error_code error;
    const std::uint64_t size = std::filesystem::file_size(file, error);
    if (!from || error) return makeError(BaseErrc::notFound, file.string());
    CHECK(begin(name, size));
    std::vector<char> buffer(kPiece);
    std::uint64_t written = 0;
    while (from.read(buffer.data(), static_cast<std::streamsize>(buffer.size())), from.gcount() > 0) {
        const auto got = static_cast<std::size_t>(from.gcount());
        if (archive_write_data(m_archive, buffer.data(), got) != static_cast<la_ssize_t>(got)) return failure(name);
        written += got;
        if (m_watcher && !m_watcher(got)) return makeError(BaseErrc::cancelled, "the backup was given up");
    }
    if (written != size) return makeError(BaseErrc::corrupt, file.string() + " changed while it was read");
    return {};
}

Result<void> ArchiveWriter::finish() {
    if (archive_write_close(m_archive) != ARCHIVE_OK) return failure("ending the backup");
    return m_into->finish();
}

Result<void> readArchive(SealedReader& from, EntrySink& sink) {
    Feeding feeding{from, {}};
    const std::unique_ptr<archive, FreeReader> reader(archive_read_new());
    archive_read_support_format_tar(reader.get());
    archive_read_support_filter_zstd(reader.get());
    if (archive_read_open(reader.get(), &feeding, nullptr, feed, nullptr) != ARCHIVE_OK)
        return readFailure(reader.get(), feeding);
    for (;;) {
        archive_entry* entry = nullptr;
        const int status = archive_read_next_header(reader.get(), &entry);
        if (status == ARCHIVE_EOF) break;
        if (status != ARCHIVE_OK) return readFailure(reader.get(), feeding);
        CHECK(readEntry(reader.get(), entry, feeding, sink));
    }
    // libarchive stops at tar's end; the seal of the last piece is the proof that nothing is missing.
    for (;;) {
        TRY(const std::string_view left, from.next());
        if (left.empty()) return {};
    }
}

}  // namespace signalbox::backup
