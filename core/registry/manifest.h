// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/digest.h"
#include "core/model/release.h"

namespace signalbox::registry {

inline constexpr std::string_view kImageManifestType = "application/vnd.oci.image.manifest.v1+json";
inline constexpr std::string_view kImageIndexType = "application/vnd.oci.image.index.v1+json";
/// Our own media types, so that no tool recompresses a layer.
inline constexpr std::string_view kRecipeType = "application/vnd.signalbox.recipe.v1+json";
inline constexpr std::string_view kTreePackageType = "application/vnd.signalbox.package.tree.v1.tar+zstd";

/// The OCI manifest of one package (config: its recipe; one layer: its file), byte for byte the same for the same
/// package. Fills nothing in: digests and sizes of recipe and file must be set.
[[nodiscard]] std::string buildManifest(const Release& release, const Package& package);
/// The OCI index over a release's package manifests: product, version, channel as annotations, platform per entry.
[[nodiscard]] std::string buildIndex(const Release& release);

struct Descriptor {
    std::string mediaType;
    Digest digest;
    std::uint64_t size = 0;
};
struct PackageManifest {
    Descriptor config;
    Descriptor layer;
};
/// What a terminal reads out of a package's manifest; BaseErrc::malformed names the member.
[[nodiscard]] Result<PackageManifest> parseManifest(std::string_view json);

struct ListedPackage {
    Digest manifest;
    std::string platform;
};
/// The packages that a release's index lists; BaseErrc::malformed names the member.
[[nodiscard]] Result<std::vector<ListedPackage>> packagesOf(std::string_view index);

/// A small file under a tag of its own: a manifest with the file as its one layer and nothing for a config. Signed
/// metadata (protocols/tuf.md) lies so in the repository kMetadataRepository.
inline constexpr std::string_view kMetadataRepository = "tuf";
inline constexpr std::string_view kMetadataType = "application/vnd.signalbox.tuf.v1+json";
inline constexpr std::string_view kEmptyConfig = "{}";  ///< its bytes
[[nodiscard]] std::string buildFileManifest(std::string_view mediaType, const Digest& file, std::uint64_t size);
/// The file that such a manifest names; BaseErrc::malformed names the member.
[[nodiscard]] Result<Descriptor> parseFileManifest(std::string_view json);
/// The tag of a metadata file: its name where that is one, else a hash of it.
[[nodiscard]] std::string metadataTag(std::string_view fileName);

/// "signalbox/<product>", the product in the lower-case letters that repository names may have.
[[nodiscard]] std::string repositoryOf(std::string_view product);

}  // namespace signalbox::registry
