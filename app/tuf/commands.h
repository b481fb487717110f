// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"

namespace signalbox::app {

struct TufArguments {
    std::string metadataUrl;  ///< ends in `/`
    std::string metadataDir;
    std::vector<std::string> targetNames;
    std::string targetDir;
    std::string targetBaseUrl;  ///< ends in `/`
    std::string caFile;
    std::string trustedRoot;
};

/// Takes a root for trusted; asks nobody.
[[nodiscard]] Result<void> initTuf(const TufArguments& arguments);
[[nodiscard]] Result<void> refreshTuf(const TufArguments& arguments);
/// Refreshes and brings the targets in their order; the first that fails ends it.
[[nodiscard]] Result<void> downloadTuf(const TufArguments& arguments);

}  // namespace signalbox::app
