// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/model/release.h"

namespace signalbox::manager {

struct ReleaseBlob {
    Digest digest;
    std::uint64_t size = 0;
};

/// What of a release lies on a node as blobs: recipes and files, each once.
[[nodiscard]] std::vector<ReleaseBlob> blobsOf(const Release& release);
[[nodiscard]] std::uint64_t totalOf(const std::vector<ReleaseBlob>& blobs);

}  // namespace signalbox::manager
