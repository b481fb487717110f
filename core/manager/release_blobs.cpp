// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/release_blobs.h"

#include <algorithm>

namespace signalbox::manager {

std::vector<ReleaseBlob> blobsOf(const Release& release) {
    std::vector<ReleaseBlob> blobs;
    const auto add = [&blobs](const Digest& digest, std::uint64_t size) {
        const auto same = [&digest](const ReleaseBlob& blob) { return blob.digest == digest; };
        if (std::none_of(blobs.begin(), blobs.end(), same)) blobs.push_back({digest, size});
    };
    for (const Package& package : release.packages) {
        add(package.configDigest, package.configSize);
        add(package.digest, package.size);
    }
    return blobs;
}

std::uint64_t totalOf(const std::vector<ReleaseBlob>& blobs) {
    std::uint64_t sum = 0;
    for (const ReleaseBlob& blob : blobs)
        sum += blob.size;
    return sum;
}

}  // namespace signalbox::manager
