// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/approver/release_contents.h"

#include <algorithm>
#include <fstream>
#include <memory>
#include <span>
#include <system_error>
#include <utility>

#include "core/approver/setting_lines.h"
#include "core/base/file_system.h"
#include "core/base/hash.h"
#include "core/package/recipe_file.h"
#include "core/registry/manifest.h"

namespace signalbox::approver {
namespace {

constexpr std::uint64_t kMaxText = 4 << 20;
constexpr std::uint64_t kMaxPackage = std::uint64_t(64) << 30;

/// A file that is not there any more once it was read.
class Brought {
public:
    explicit Brought(std::filesystem::path path) : m_path(std::move(path)) {}
    ~Brought() {
        std::error_code error;
        std::filesystem::remove(m_path, error);
    }
    Brought(const Brought&) = delete;
    Brought& operator=(const Brought&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

Result<std::string> hashOf(const std::filesystem::path& path) {
    constexpr std::size_t kPiece = 1 << 18;
    std::ifstream file(path, std::ios::binary);
    if (!file) return makeError(BaseErrc::notFound, path.string() + " cannot be read");
    Hasher hasher;
    std::vector<char> piece(kPiece);
    while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())) || file.gcount() > 0)
        hasher.update(bytesOf(std::string_view(piece.data(), static_cast<std::size_t>(file.gcount()))));
    if (file.bad()) return makeError(BaseErrc::unavailable, path.string() + " cannot be read");
    return hasher.finishHex();
}

Result<std::vector<package::ListedEntry>> list(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return makeError(BaseErrc::notFound, path.string() + " cannot be read");
    const package::PackageReader read = [&file](std::uint64_t offset,
                                                std::span<std::byte> into) -> Result<std::size_t> {
        file.clear();
        file.seekg(static_cast<std::streamoff>(offset));
        file.read(reinterpret_cast<char*>(into.data()), static_cast<std::streamsize>(into.size()));
        if (file.bad()) return makeError(BaseErrc::unavailable, "the package cannot be read");
        return static_cast<std::size_t>(file.gcount());
    };
    return package::listPackage(read, hasSettings);
}

}  // namespace

Result<std::filesystem::path> ReleaseContents::bring(const Digest& digest, std::uint64_t most) const {
    if (digest.algorithm() != "sha256") return makeError(BaseErrc::unsupported, "not SHA-256: " + digest.text());
    std::filesystem::path path = m_scratch / std::string(digest.hex());
    CHECK(m_fetch(digest, path, most));
    TRY(const std::string found, hashOf(path));
    if (found != digest.hex()) return makeError(BaseErrc::corrupt, "what came is not " + digest.text());
    return path;
}

Result<std::string> ReleaseContents::bringText(const Digest& digest) const {
    const Brought file(m_scratch / std::string(digest.hex()));
    CHECK(bring(digest, kMaxText));
    return readFile(file.path(), kMaxText);
}

Result<PackageContents> ReleaseContents::readPackage(const Digest& manifest, std::string platform) const {
    TRY(const std::string manifestText, bringText(manifest));
    TRY(const registry::PackageManifest parts, registry::parseManifest(manifestText));
    PackageContents contents;
    contents.platform = std::move(platform);
    contents.package = parts.layer.digest;
    contents.packageSize = parts.layer.size;
    TRY(contents.recipe, bringText(parts.config.digest));
    TRY(const Recipe recipe, package::recipeFromJson(contents.recipe));
    const Brought file(m_scratch / std::string(parts.layer.digest.hex()));
    CHECK(bring(parts.layer.digest, std::min(parts.layer.size, kMaxPackage)));
    if (recipe.kind == InstallKind::tree || recipe.kind == InstallKind::script) {
        TRY(contents.files, list(file.path()));
        return contents;
    }
    package::ListedEntry alone;
    alone.path = "the package";
    alone.size = parts.layer.size;
    alone.sha256 = std::string(parts.layer.digest.hex());
    contents.files.push_back(std::move(alone));
    return contents;
}

Result<std::vector<PackageContents>> ReleaseContents::read(const Digest& index) const {
    std::error_code error;
    std::filesystem::create_directories(m_scratch, error);
    if (error) return Error{error, m_scratch.string()};
    TRY(const std::string text, bringText(index));
    TRY(const std::vector<registry::ListedPackage> listed, registry::packagesOf(text));
    std::vector<PackageContents> contents;
    for (const registry::ListedPackage& package : listed) {
        auto one = readPackage(package.manifest, package.platform);
        if (!one) return std::move(one).error().within("package for " + package.platform);
        contents.push_back(std::move(*one));
    }
    return contents;
}

}  // namespace signalbox::approver
