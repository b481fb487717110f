// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "core/model/digest.h"
#include "core/package/listing.h"

namespace signalbox::approver {

/// One package of a release by what is in it.
struct PackageContents {
    std::string platform;
    std::string recipe;  ///< JSON
    Digest package;
    std::uint64_t packageSize = 0;
    std::vector<package::ListedEntry> files;  ///< of what is no archive: the package itself, by its name
};

/// Reads releases on this machine: index, manifests, recipes and packages are brought from wherever, and believed by
/// their digests only. Blocking; packages lie in `scratch` meanwhile, which is removed.
class ReleaseContents {
public:
    /// Brings a blob, of at most `most` bytes, into a new file.
    using Fetch =
        std::function<Result<void>(const Digest& digest, const std::filesystem::path& into, std::uint64_t most)>;

    ReleaseContents(Fetch fetch, std::filesystem::path scratch)
        : m_fetch(std::move(fetch)), m_scratch(std::move(scratch)) {}

    /// Of the release whose index has this digest, by platform. BaseErrc::corrupt where bytes are not what their digest
    /// says, and the errors of `fetch` and of what reads manifests and packages.
    [[nodiscard]] Result<std::vector<PackageContents>> read(const Digest& index) const;

private:
    [[nodiscard]] Result<std::filesystem::path> bring(const Digest& digest, std::uint64_t most) const;
    [[nodiscard]] Result<std::string> bringText(const Digest& digest) const;
    [[nodiscard]] Result<PackageContents> readPackage(const Digest& manifest, std::string platform) const;

    Fetch m_fetch;
    std::filesystem::path m_scratch;
};

}  // namespace signalbox::approver
