// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cerrno>
#include <memory>

#include "core/base/log.h"
#include "core/package/archive.h"
#include "core/package/archive_filters.h"
#include "core/package/entry_path.h"
#include "core/package/tree_writer.h"
#include "core/package/utf8_locale.h"

namespace signalbox::package {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlock = 1 << 18;
constexpr std::uint64_t kRatioFrom = 64 << 20;  // smaller trees of one repeated byte are harmless

/// Reads one archive into one TreeWriter; used once.
class Unpacker {
public:
    Unpacker(TreeWriter& tree, const UnpackLimits& limits)
        : m_tree(tree), m_limits(limits), m_archive(archive_read_new()) {}

    Result<void> run(const fs::path& path) {
        const Utf8Locale utf8;
        CHECK(open(path));
        for (;;) {
            archive_entry* entry = nullptr;
            const int status = archive_read_next_header(m_archive.get(), &entry);
            if (status == ARCHIVE_EOF) break;
            if (status != ARCHIVE_OK) return failure("reading an entry's header");
            CHECK(add(entry));
            if (m_tree.size() > m_limits.maxEntries)
                return makeError(BaseErrc::tooLarge,
                                 "archive has more than " + std::to_string(m_limits.maxEntries) + " entries");
        }
        return {};
    }

private:
    Result<void> open(const fs::path& path) {
        std::error_code error;
        m_packedSize = fs::file_size(path, error);
        if (error)
            return makeError(boost::system::error_code(error.value(), boost::system::system_category()),
                             "archive " + path.string());
        archive* a = m_archive.get();
        supportPackages(a);
        if (archive_read_open_filename(a, path.c_str(), kBlock) != ARCHIVE_OK) return failure("opening");
        return {};
    }

    Error failure(std::string_view doing) {
        const int number = archive_errno(m_archive.get());
        const char* said = archive_error_string(m_archive.get());
        std::string context = "archive: " + std::string(doing) + ": " + printable(said == nullptr ? "" : said, 512);
        if (number == EIO || number == ENOMEM || number == EACCES)
            return makeError(boost::system::error_code(number, boost::system::system_category()), std::move(context));
        return makeError(BaseErrc::malformed, std::move(context));
    }

    static Error malformed(std::string_view name, std::string_view why) {
        return makeError(BaseErrc::malformed, "archive entry '" + printable(name, 256) + "' " + std::string(why));
    }

    Result<void> add(archive_entry* entry) {
        const char* name = archive_entry_pathname(entry);
        if (name == nullptr) return malformed("", "has no name that can be read");
        TRY(const std::string path, entryPath(name));
        const char* hardLink = archive_entry_hardlink(entry);
        const bool isFile = hardLink == nullptr && archive_entry_filetype(entry) == AE_IFREG;
        // Content that is skipped would be unpacked without a count.
        if (!isFile && archive_entry_size(entry) > 0) return malformed(name, "has content but is no file");
        if (hardLink != nullptr) {
            TRY(const std::string existing, entryPath(hardLink));
            return m_tree.addHardLink(path, existing);
        }
        switch (archive_entry_filetype(entry)) {
            case AE_IFREG:
                return addFile(entry, path);
            case AE_IFDIR:
                return m_tree.addDirectory(path, archive_entry_perm(entry));
            case AE_IFLNK:
                return addSymlink(entry, path);
            default:
                return malformed(name, "is neither file, folder nor link");
        }
    }

    Result<void> addSymlink(archive_entry* entry, const std::string& path) {
        const char* target = archive_entry_symlink(entry);
        if (target == nullptr) return malformed(path, "is a link whose target cannot be read");
        return m_tree.addSymlink(path, target);
    }

    Result<void> addFile(archive_entry* entry, const std::string& path) {
        const auto size = archive_entry_size(entry);
        if (size < 0) return malformed(path, "has a negative size");
        CHECK(checkTotal(path, static_cast<std::uint64_t>(size)));
        CHECK(m_tree.beginFile(path, archive_entry_perm(entry)));
        const std::uint64_t end = m_unpacked + static_cast<std::uint64_t>(size);
        for (;;) {
            const la_ssize_t got = archive_read_data(m_archive.get(), m_buffer.get(), kBlock);
            if (got == 0) break;
            if (got < 0) return failure("content of '" + printable(path, 256) + "'");
            if (static_cast<std::uint64_t>(got) > end - m_unpacked) return malformed(path, "is longer than it says");
            CHECK(write(static_cast<std::size_t>(got)));
        }
        // libarchive gives the holes of a sparse file as zeros, but for one at the end of a file.
        if (m_unpacked < end) std::fill_n(m_buffer.get(), kBlock, std::byte(0));
        while (m_unpacked < end) {
            CHECK(write(static_cast<std::size_t>(std::min<std::uint64_t>(kBlock, end - m_unpacked))));
        }
        return m_tree.endFile();
    }

    Result<void> write(std::size_t size) {
        m_unpacked += size;
        return m_tree.write(Bytes(m_buffer.get(), size));
    }

    /// Whether `more` bytes may come.
    Result<void> checkTotal(const std::string& path, std::uint64_t more) {
        const std::uint64_t room = m_limits.maxBytes - m_unpacked;  // never negative: nothing above was let through
        const std::uint64_t total = m_unpacked + std::min(more, room);
        if (more > room || (total > kRatioFrom && total / std::max<std::uint64_t>(m_limits.maxRatio, 1) > m_packedSize))
            return makeError(BaseErrc::tooLarge, "archive unpacks to too much at '" + printable(path, 256) + "'");
        return {};
    }

    TreeWriter& m_tree;
    const UnpackLimits& m_limits;
    std::unique_ptr<archive, FreeReader> m_archive;
    std::unique_ptr<std::byte[]> m_buffer = std::make_unique<std::byte[]>(kBlock);
    std::uint64_t m_packedSize = 0;
    std::uint64_t m_unpacked = 0;
};

}  // namespace

Result<void> unpackTree(FileSystem& files, const fs::path& archive, const fs::path& into, const UnpackLimits& limits) {
    TreeWriter tree(files, into);
    CHECK(tree.open());
    auto unpacked = Unpacker(tree, limits).run(archive);
    if (unpacked) unpacked = tree.finish();
    if (!unpacked) tree.abandon();
    return unpacked;
}

}  // namespace signalbox::package
