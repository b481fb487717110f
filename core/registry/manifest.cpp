// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/manifest.h"

#include <algorithm>
#include <boost/json.hpp>

#include "core/base/hash.h"

namespace signalbox::registry {
namespace {

namespace json = boost::json;

constexpr std::size_t kMostManifestBytes = std::size_t{4} << 20;
constexpr std::size_t kMostProductBytes = 100;
constexpr std::string_view kEmptyType = "application/vnd.oci.empty.v1+json";
constexpr std::string_view kTitleKey = "org.opencontainers.image.title";
constexpr std::string_view kVersionKey = "org.opencontainers.image.version";
constexpr std::string_view kChannelKey = "vnd.signalbox.channel";
constexpr std::string_view kNeedsKey = "vnd.signalbox.needs";
constexpr std::string_view kPlatformKey = "vnd.signalbox.platform";

json::object describe(std::string_view mediaType, const Digest& digest, std::uint64_t size) {
    json::object descriptor;
    descriptor["mediaType"] = mediaType;
    descriptor["digest"] = digest.text();
    descriptor["size"] = size;
    return descriptor;
}

json::object annotate(const Release& release) {
    json::object annotations;
    annotations[kTitleKey] = release.product;
    annotations[kVersionKey] = release.version;
    annotations[kChannelKey] = release.channel;
    std::string needs;
    for (const Prerequisite& prerequisite : release.prerequisites)
        needs += (needs.empty() ? "" : " ") + prerequisite.product + ">=" + prerequisite.minVersion;
    if (!needs.empty()) annotations[kNeedsKey] = needs;
    return annotations;
}

Error malformed(std::string_view member, std::string_view what) {
    return makeError(BaseErrc::malformed, "manifest: " + std::string(member) + " " + std::string(what));
}

Result<Descriptor> readDescriptor(const json::value* value, const std::string& member) {
    const json::object* object = value ? value->if_object() : nullptr;
    if (!object) return malformed(member, "is missing or no object");
    const auto text = [&](std::string_view key) {
        const json::value* found = object->if_contains(key);
        return found ? found->if_string() : nullptr;
    };
    const json::string* mediaType = text("mediaType");
    if (!mediaType) return malformed(member + ".mediaType", "is missing or no text");
    const json::string* digest = text("digest");
    if (!digest) return malformed(member + ".digest", "is missing or no text");
    auto parsed = Digest::parse(*digest);
    if (!parsed) return malformed(member + ".digest", "is no digest");
    const json::value* size = object->if_contains("size");
    const std::int64_t* bytes = size ? size->if_int64() : nullptr;
    if (!bytes || *bytes < 0) return malformed(member + ".size", "is missing or no byte count");
    return Descriptor{std::string(*mediaType), std::move(*parsed), static_cast<std::uint64_t>(*bytes)};
}

Result<PackageManifest> readImageManifest(std::string_view text) {
    if (text.size() > kMostManifestBytes) return makeError(BaseErrc::tooLarge, "manifest above 4 MiB");
    boost::system::error_code error;
    const json::value root = json::parse(json::string_view(text.data(), text.size()), error);
    if (error) return makeError(BaseErrc::malformed, "manifest is no JSON: " + error.message());
    const json::object* manifest = root.if_object();
    if (!manifest) return malformed("the whole", "is no object");
    const json::value* version = manifest->if_contains("schemaVersion");
    if (!version || *version != 2) return malformed("schemaVersion", "is not 2");
    if (const json::value* type = manifest->if_contains("mediaType");
        type && (!type->is_string() || type->get_string() != kImageManifestType))
        return malformed("mediaType", "is not that of an image manifest");

    PackageManifest parsed;
    TRY(parsed.config, readDescriptor(manifest->if_contains("config"), "config"));
    const json::value* layers = manifest->if_contains("layers");
    const json::array* list = layers ? layers->if_array() : nullptr;
    if (!list || list->size() != 1) return malformed("layers", "is not a list of one");
    TRY(parsed.layer, readDescriptor(&list->front(), "layers[0]"));
    return parsed;
}

}  // namespace

std::string buildManifest(const Release& release, const Package& package) {
    json::object layer = describe(package.mediaType.empty() ? kTreePackageType : std::string_view(package.mediaType),
                                  package.digest, package.size);
    if (!package.fileName.empty()) layer["annotations"] = json::object{{kTitleKey, package.fileName}};
    json::object annotations = annotate(release);
    annotations[kPlatformKey] = package.platform;

    json::object manifest;
    manifest["schemaVersion"] = 2;
    manifest["mediaType"] = kImageManifestType;
    manifest["config"] = describe(kRecipeType, package.configDigest, package.configSize);
    manifest["layers"] = json::array{std::move(layer)};
    manifest["annotations"] = std::move(annotations);
    return json::serialize(manifest);
}

std::string buildIndex(const Release& release) {
    std::vector<const Package*> packages;
    for (const Package& package : release.packages)
        packages.push_back(&package);
    std::sort(packages.begin(), packages.end(), [](const Package* a, const Package* b) {
        return std::tie(a->platform, a->manifestDigest) < std::tie(b->platform, b->manifestDigest);
    });
    json::array manifests;
    for (const Package* package : packages) {
        json::object entry = describe(kImageManifestType, package->manifestDigest, package->manifestSize);
        entry["annotations"] = json::object{{kPlatformKey, package->platform}};
        manifests.push_back(std::move(entry));
    }
    json::object index;
    index["schemaVersion"] = 2;
    index["mediaType"] = kImageIndexType;
    index["manifests"] = std::move(manifests);
    index["annotations"] = annotate(release);
    return json::serialize(index);
}

Result<PackageManifest> parseManifest(std::string_view text) {
    TRY(PackageManifest parsed, readImageManifest(text));
    if (parsed.config.mediaType != kRecipeType)
        return makeError(BaseErrc::unsupported, "manifest: config is no recipe but " + parsed.config.mediaType);
    return parsed;
}

std::string buildFileManifest(std::string_view mediaType, const Digest& file, std::uint64_t size) {
    json::object manifest;
    manifest["schemaVersion"] = 2;
    manifest["mediaType"] = kImageManifestType;
    manifest["config"] = describe(kEmptyType, Digest::ofContent(kEmptyConfig), kEmptyConfig.size());
    manifest["layers"] = json::array{describe(mediaType, file, size)};
    return json::serialize(manifest);
}

Result<Descriptor> parseFileManifest(std::string_view text) {
    TRY(PackageManifest parsed, readImageManifest(text));
    return std::move(parsed.layer);
}

std::string metadataTag(std::string_view fileName) {
    constexpr std::size_t kMostTag = 128;
    const auto isPlain = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '.' ||
               c == '-';
    };
    const bool isTag = !fileName.empty() && fileName.size() <= kMostTag && fileName.front() != '.' &&
                       fileName.front() != '-' && std::all_of(fileName.begin(), fileName.end(), isPlain);
    return isTag ? std::string(fileName) : "sha256-" + sha256Hex(bytesOf(fileName));
}

Result<std::vector<ListedPackage>> packagesOf(std::string_view text) {
    if (text.size() > kMostManifestBytes) return makeError(BaseErrc::tooLarge, "index above 4 MiB");
    boost::system::error_code error;
    const json::value root = json::parse(json::string_view(text.data(), text.size()), error);
    const json::object* const index = error ? nullptr : root.if_object();
    if (!index) return malformed("the whole", "is no JSON object");
    const json::value* const manifests = index->if_contains("manifests");
    if (!manifests || !manifests->is_array()) return malformed("manifests", "is missing or no list");
    std::vector<ListedPackage> listed;
    for (const json::value& entry : manifests->get_array()) {
        TRY(const Descriptor descriptor, readDescriptor(&entry, "manifests[]"));
        const json::value* const annotations = entry.get_object().if_contains("annotations");
        const json::value* const platform =
            annotations && annotations->is_object() ? annotations->get_object().if_contains(kPlatformKey) : nullptr;
        if (!platform || !platform->is_string()) return malformed("manifests[].annotations", "name no platform");
        listed.push_back({descriptor.digest, std::string(platform->get_string())});
    }
    return listed;
}

std::string repositoryOf(std::string_view product) {
    std::string name;
    bool lossy = product.size() > kMostProductBytes;
    for (const char c : product.substr(0, kMostProductBytes)) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (static_cast<unsigned char>(c) >= 0x80) lossy = true;
        if (upper || kept)
            name += upper ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!name.empty() && name.back() != '-')
            name += '-';
    }
    while (!name.empty() && name.back() == '-')
        name.pop_back();
    if (name.empty() || lossy) {
        if (!name.empty()) name += '-';
        name += sha256Hex(bytesOf(product)).substr(0, 12);
    }
    return "signalbox/" + name;
}

}  // namespace signalbox::registry
