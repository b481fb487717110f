// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <archive.h>

namespace signalbox::package {

struct FreeReader {
    void operator()(archive* a) const { archive_read_free(a); }
};

/// What packages may be: tar, compressed by what libarchive has inside. Some of its other filters would run programs.
inline void supportPackages(archive* a) {
    archive_read_support_filter_none(a);
    for (const auto support :
         {archive_read_support_filter_zstd, archive_read_support_filter_gzip, archive_read_support_filter_xz,
          archive_read_support_filter_bzip2, archive_read_support_filter_lzma, archive_read_support_filter_lz4})
        support(a);
    archive_read_support_format_tar(a);
}

}  // namespace signalbox::package
