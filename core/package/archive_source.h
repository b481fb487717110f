// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <archive.h>

#include <cerrno>
#include <cstddef>
#include <memory>
#include <vector>

#include "core/base/log.h"
#include "core/package/archive.h"
#include "core/package/archive_filters.h"

namespace signalbox::package {

/// What libarchive reads a package from.
class ArchiveSource {
public:
    explicit ArchiveSource(const PackageReader& read) : m_read(read), m_archive(archive_read_new()) {}

    [[nodiscard]] Result<void> open() {
        supportPackages(m_archive.get());
        if (archive_read_open(m_archive.get(), this, nullptr, readMore, nullptr) != ARCHIVE_OK) return unreadable();
        return {};
    }
    [[nodiscard]] archive* get() const { return m_archive.get(); }
    [[nodiscard]] Error unreadable() const {
        const char* said = archive_error_string(m_archive.get());
        return makeError(BaseErrc::malformed, "archive: " + printable(said == nullptr ? "" : said, 512));
    }

private:
    static la_ssize_t readMore(archive* a, void* data, const void** into) {
        auto& source = *static_cast<ArchiveSource*>(data);
        const auto got = source.m_read(source.m_offset, source.m_buffer);
        if (!got) {
            archive_set_error(a, EIO, "%s", "the package cannot be read");
            return ARCHIVE_FATAL;
        }
        source.m_offset += *got;
        *into = source.m_buffer.data();
        return static_cast<la_ssize_t>(*got);
    }

    static constexpr std::size_t kBuffer = 1 << 18;

    const PackageReader& m_read;
    std::uint64_t m_offset = 0;
    std::vector<std::byte> m_buffer = std::vector<std::byte>(kBuffer);
    std::unique_ptr<archive, FreeReader> m_archive;
};

}  // namespace signalbox::package
