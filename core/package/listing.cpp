// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/package/listing.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <span>
#include <utility>

#include "core/base/hash.h"
#include "core/package/archive_source.h"
#include "core/package/entry_path.h"
#include "core/package/utf8_locale.h"

namespace signalbox::package {
namespace {

constexpr std::size_t kPiece = 1 << 16;
constexpr unsigned kAnyExecute = 0111;

/// Reads packages entry by entry.
class Lister {
public:
    Lister(const PackageReader& read, const WantsContent& wants, const ListingLimits& limits)
        : m_source(read), m_wants(wants), m_limits(limits) {}

    Result<std::vector<ListedEntry>> list() {
        CHECK(m_source.open());
        for (std::size_t entries = 0;; ++entries) {
            archive_entry* entry = nullptr;
            const int status = archive_read_next_header(m_source.get(), &entry);
            if (status == ARCHIVE_EOF) break;
            if (status != ARCHIVE_OK) return m_source.unreadable();
            if (entries >= m_limits.maxEntries)
                return makeError(BaseErrc::tooLarge,
                                 "the package has more than " + std::to_string(m_limits.maxEntries) + " entries");
            CHECK(take(entry));
        }
        std::sort(m_listed.begin(), m_listed.end(),
                  [](const ListedEntry& a, const ListedEntry& b) { return a.path < b.path; });
        return std::move(m_listed);
    }

private:
    Result<void> take(archive_entry* entry) {
        const char* const name = archive_entry_pathname(entry);
        TRY(std::string path, entryPath(name ? name : ""));
        if (archive_entry_filetype(entry) == AE_IFDIR) return {};
        ListedEntry listed;
        listed.path = std::move(path);
        if (const char* const hardLink = archive_entry_hardlink(entry)) {
            TRY(listed.link, entryPath(hardLink));
        } else if (archive_entry_filetype(entry) == AE_IFLNK) {
            const char* const target = archive_entry_symlink(entry);
            listed.link = target ? target : "";
            CHECK(checkLinkTarget(listed.path, listed.link));
        } else {
            listed.executable = (archive_entry_perm(entry) & kAnyExecute) != 0;
            CHECK(readContent(listed));
        }
        m_listed.push_back(std::move(listed));
        return {};
    }

    Result<void> readContent(ListedEntry& listed) {
        Hasher hasher;
        bool keep = m_wants && m_wants(listed.path);
        for (;;) {
            const la_ssize_t got = archive_read_data(m_source.get(), m_piece.data(), m_piece.size());
            if (got < 0) return m_source.unreadable();
            if (got == 0) break;
            const Bytes bytes = Bytes(m_piece).first(static_cast<std::size_t>(got));
            hasher.update(bytes);
            listed.size += bytes.size();
            m_bytes += bytes.size();
            if (m_bytes > m_limits.maxBytes)
                return makeError(BaseErrc::tooLarge, "the package unpacks to more than is looked at");
            keep = keep && listed.size <= m_limits.maxContent && m_kept + listed.size <= m_limits.maxAllContent;
            if (keep) listed.content += textOf(bytes);
        }
        if (!keep) listed.content.clear();
        m_kept += listed.content.size();
        listed.sha256 = hasher.finishHex();
        return {};
    }

    ArchiveSource m_source;
    const WantsContent& m_wants;
    const ListingLimits& m_limits;
    std::vector<std::byte> m_piece = std::vector<std::byte>(kPiece);
    std::vector<ListedEntry> m_listed;
    std::uint64_t m_bytes = 0;
    std::size_t m_kept = 0;
};

}  // namespace

Result<std::vector<ListedEntry>> listPackage(const PackageReader& read, const WantsContent& wants,
                                             const ListingLimits& limits) {
    const Utf8Locale utf8;
    return Lister(read, wants, limits).list();
}

}  // namespace signalbox::package
