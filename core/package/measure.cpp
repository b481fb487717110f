// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <vector>

#include "core/base/log.h"
#include "core/package/archive.h"
#include "core/package/archive_filters.h"
#include "core/package/utf8_locale.h"

namespace signalbox::package {
namespace {

constexpr std::size_t kBuffer = 1 << 18;
constexpr std::uint64_t kDiskBlock = 4096;

/// What libarchive reads from.
struct Source {
    const PackageReader& read;
    std::uint64_t offset = 0;
    std::vector<std::byte> buffer = std::vector<std::byte>(kBuffer);
};

la_ssize_t readMore(archive* a, void* data, const void** into) {
    auto& source = *static_cast<Source*>(data);
    const auto got = source.read(source.offset, source.buffer);
    if (!got) {
        archive_set_error(a, EIO, "%s", "the package cannot be read");
        return ARCHIVE_FATAL;
    }
    source.offset += *got;
    *into = source.buffer.data();
    return static_cast<la_ssize_t>(*got);
}

Error unreadable(archive* a) {
    const char* said = archive_error_string(a);
    return makeError(BaseErrc::malformed, "archive: " + printable(said == nullptr ? "" : said, 512));
}

}  // namespace

Result<std::uint64_t> unpackedSize(const PackageReader& read, const UnpackLimits& limits) {
    const Utf8Locale utf8;
    const std::unique_ptr<archive, FreeReader> reader(archive_read_new());
    supportPackages(reader.get());
    Source source{read};
    if (archive_read_open(reader.get(), &source, nullptr, readMore, nullptr) != ARCHIVE_OK)
        return unreadable(reader.get());
    std::uint64_t size = 0;
    for (std::uint64_t entries = 0;; ++entries) {
        archive_entry* entry = nullptr;
        const int status = archive_read_next_header(reader.get(), &entry);
        if (status == ARCHIVE_EOF) return size;
        if (status != ARCHIVE_OK) return unreadable(reader.get());
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
