// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <archive.h>
#include <archive_entry.h>

#include <algorithm>

#include "core/package/archive.h"
#include "core/package/archive_source.h"
#include "core/package/utf8_locale.h"

namespace signalbox::package {
namespace {

constexpr std::uint64_t kDiskBlock = 4096;

}  // namespace

Result<std::uint64_t> unpackedSize(const PackageReader& read, const UnpackLimits& limits) {
    const Utf8Locale utf8;
    ArchiveSource source(read);
    CHECK(source.open());
    std::uint64_t size = 0;
    for (std::uint64_t entries = 0;; ++entries) {
        archive_entry* entry = nullptr;
        const int status = archive_read_next_header(source.get(), &entry);
        if (status == ARCHIVE_EOF) return size;
        if (status != ARCHIVE_OK) return source.unreadable();
        const auto told = archive_entry_size(entry);
        if (told < 0) return makeError(BaseErrc::malformed, "archive: an entry has a negative size");
        const auto bytes = static_cast<std::uint64_t>(told);
        if (entries >= limits.maxEntries || bytes > limits.maxBytes || size > limits.maxBytes)
            return makeError(BaseErrc::tooLarge, "the package unpacks to more than terminals take");
        // A file takes whole blocks, and a folder or link about one.
        size += std::max((bytes + kDiskBlock - 1) / kDiskBlock, std::uint64_t{1}) * kDiskBlock;
    }
}

}  // namespace signalbox::package
