// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/node/registry_api.h"

#include <algorithm>
#include <boost/json.hpp>

#include "core/node/oci_error.h"
#include "core/node/stored_manifest.h"
#include "core/registry/grammar.h"
#include "core/registry/manifest.h"

namespace signalbox::node {
namespace {

namespace json = boost::json;

constexpr std::size_t kMostTagsAPut = 64;
constexpr std::size_t kMostTagsAPage = 10000;
/// A digest names one content for ever.
constexpr std::string_view kForEver = "max-age=31536000, immutable";

http::Response unknownBlob(const RegistryCall& call) {
    return ociError(404, OciCode::blobUnknown, "the repository does not hold this blob", call.reference);
}

http::Response unknownManifest(const RegistryCall& call) {
    return ociError(404, OciCode::manifestUnknown, "the repository does not hold this manifest", call.reference);
}

http::Response badDigest(std::string_view text) {
    return ociError(400, OciCode::digestInvalid, "no digest of a known algorithm", text);
}

http::Response failure(const Error& error, const http::Response& whenMissing) {
    return error.code == BaseErrc::notFound ? whenMissing : internalError(error);
}

bool isDigestLike(std::string_view reference) {
    return reference.find(':') != std::string_view::npos;
}

/// "bytes=500-0": RFC 9110 calls it malformed and would have it ignored; clients of registries expect 416 (row 10).
bool isBackwards(std::string_view range) {
    if (!range.starts_with("bytes=")) return false;
    range.remove_prefix(6);
    const auto dash = range.find('-');
    if (dash == std::string_view::npos) return false;
    const auto first = registry::parseNumber(range.substr(0, dash));
    const auto last = registry::parseNumber(range.substr(dash + 1));
    return first && last && *last < *first;
}

http::Response rangeRefused(std::uint64_t size) {
    http::Response response = ociError(416, OciCode::sizeInvalid, "the range lies outside the blob");
    response.headers.set("Content-Range", "bytes */" + std::to_string(size));
    return response;
}

Digest digestLike(const Digest& wanted, std::string_view content) {
    if (wanted.algorithm() != "sha512") return Digest::ofContent(content);
    Hasher hasher(Hasher::Algorithm::sha512);
    hasher.update(bytesOf(content));
    return Digest::parse("sha512:" + hasher.finishHex()).value();
}

/// The Content-Type without parameters.
std::string_view mediaTypeOf(const http::Request& request) {
    std::string_view type = request.headers.value("Content-Type");
    type = type.substr(0, type.find(';'));
    while (!type.empty() && type.back() == ' ')
        type.remove_suffix(1);
    return type;
}

/// Fills in media type and subject, or gives the answer that refuses.
std::optional<http::Response> readInto(ManifestPut& put, const RegistryCall& call) {
    const auto facts = readManifestFacts(call.body);
    if (!facts) return ociError(400, OciCode::manifestInvalid, "no manifest", facts.error().context);
    const std::string_view said = mediaTypeOf(call.request);
    if (!said.empty() && !facts->mediaType.empty() && said != facts->mediaType)
        return ociError(400, OciCode::manifestInvalid, "Content-Type and the manifest's mediaType differ", said);
    put.mediaType = said.empty() ? facts->mediaType : std::string(said);
    if (!registry::isMediaType(put.mediaType))
        return ociError(400, OciCode::manifestInvalid, "no media type", put.mediaType);
    put.subject = facts->subject;
    return std::nullopt;
}

/// Fills in digest and tags from the reference and the query, or gives the answer that refuses.
std::optional<http::Response> addressInto(ManifestPut& put, const RegistryCall& call) {
    if (isDigestLike(call.reference)) {
        const auto wanted = Digest::parse(call.reference);
        if (!wanted) return badDigest(call.reference);
        put.digest = digestLike(*wanted, call.body);
        if (put.digest != *wanted)
            return ociError(400, OciCode::digestInvalid, "the manifest has another digest", put.digest.text());
        put.tags = http::queryValues(call.request.query, "tag");
    } else {
        put.digest = Digest::ofContent(call.body);
        put.tags = {call.reference};
    }
    if (put.tags.size() > kMostTagsAPut) return ociError(400, OciCode::tagInvalid, "too many tags");
    for (const std::string& tag : put.tags)
        if (!registry::isTag(tag)) return ociError(400, OciCode::tagInvalid, "no tag", tag);
    return std::nullopt;
}

std::string linkToNext(const RegistryCall& call, std::size_t count, const std::string& last) {
    return "</v2/" + call.repository + "/tags/list?n=" + std::to_string(count) + "&last=" + http::encodePercent(last) +
           ">; rel=\"next\"";
}

json::object describe(const StoredManifest& stored, const ManifestFacts& facts) {
    json::object entry;
    entry["mediaType"] = stored.mediaType;
    entry["digest"] = stored.digest.text();
    entry["size"] = stored.content.size();
    if (!facts.artifactType.empty()) entry["artifactType"] = facts.artifactType;
    boost::system::error_code error;
    if (!facts.annotations.empty()) entry["annotations"] = json::parse(facts.annotations, error);
    return entry;
}

}  // namespace

http::Response RegistryApi::readBlob(const RegistryCall& call) const {
    const auto digest = Digest::parse(call.reference);
    if (!digest) return badDigest(call.reference);
    auto file = m_repositories.openBlob(call.repository, *digest);
    if (!file) return failure(file.error(), unknownBlob(call));
    const std::uint64_t size = file->length;
    const bool backwards = isBackwards(call.request.headers.value("Range"));
    http::Response response = backwards ? rangeRefused(size)
                                        : http::fileResponse(call.request, std::move(*file), "application/octet-stream",
                                                             '"' + digest->text() + '"');
    response.headers.set("Docker-Content-Digest", digest->text());
    if (response.status < 300) response.headers.set("Cache-Control", std::string(kForEver));
    return response;
}

http::Response RegistryApi::readManifest(const RegistryCall& call) const {
    const bool byDigest = isDigestLike(call.reference);
    if (!byDigest && !registry::isTag(call.reference)) return unknownManifest(call);
    const auto digest =
        byDigest ? Digest::parse(call.reference) : m_repositories.resolveTag(call.repository, call.reference);
    if (!digest && byDigest) return badDigest(call.reference);
    if (!digest) return failure(digest.error(), unknownManifest(call));
    auto stored = m_repositories.manifest(call.repository, *digest);
    if (!stored) return failure(stored.error(), unknownManifest(call));
    http::Response response = http::textResponse(200, {}, stored->mediaType);
    response.headers.set("Content-Type", stored->mediaType);
    response.headers.set("Docker-Content-Digest", digest->text());
    response.headers.set("ETag", '"' + digest->text() + '"');
    response.headers.set("Cache-Control", byDigest ? std::string(kForEver) : "no-cache");
    if (call.request.method == "HEAD")
        response.contentLength = stored->content.size();
    else
        response.body = std::move(stored->content);
    return response;
}

http::Response RegistryApi::readTags(const RegistryCall& call) const {
    auto tags = m_repositories.tags(call.repository);
    if (!tags) return failure(tags.error(), ociError(404, OciCode::nameUnknown, "no such repository", call.repository));
    std::size_t count = kMostTagsAPage;
    if (const auto text = http::queryValue(call.request.query, "n")) {
        const auto wanted = registry::parseNumber(*text);
        if (!wanted) return ociError(400, OciCode::unsupported, "n is no number", *text);
        count = static_cast<std::size_t>(std::min<std::uint64_t>(*wanted, kMostTagsAPage));
    }
    auto from = tags->begin();
    if (const auto last = http::queryValue(call.request.query, "last"))
        from = std::upper_bound(tags->begin(), tags->end(), *last, Repositories::tagBefore);
    const std::size_t left = static_cast<std::size_t>(tags->end() - from);
    const auto to = from + static_cast<std::ptrdiff_t>(std::min(left, count));
    json::object list;
    list["name"] = call.repository;
    list["tags"] = json::array(from, to);
    http::Response response = http::jsonResponse(200, json::serialize(list));
    if (to != tags->end() && to != from) response.headers.set("Link", linkToNext(call, count, *std::prev(to)));
    return response;
}

http::Response RegistryApi::readReferrers(const RegistryCall& call) const {
    const auto digest = Digest::parse(call.reference);
    if (!digest) return badDigest(call.reference);
    const auto found = m_repositories.referrers(call.repository, *digest);
    if (!found) return internalError(found.error());
    const auto wanted = http::queryValue(call.request.query, "artifactType");
    json::array manifests;
    for (const Digest& referrer : *found) {
        const auto stored = m_repositories.manifest(call.repository, referrer);
        if (!stored) continue;  // removed meanwhile, or never finished
        const auto facts = readManifestFacts(stored->content);
        if (!facts || (wanted && facts->artifactType != *wanted)) continue;
        manifests.push_back(describe(*stored, *facts));
    }
    json::object index;
    index["schemaVersion"] = 2;
    index["mediaType"] = registry::kImageIndexType;
    index["manifests"] = std::move(manifests);
    http::Response response = http::jsonResponse(200, json::serialize(index), std::string(registry::kImageIndexType));
    if (wanted) response.headers.set("OCI-Filters-Applied", "artifactType");
    return response;
}

http::Response RegistryApi::putManifest(RegistryCall call) {
    ManifestPut put;
    if (auto refused = addressInto(put, call)) return std::move(*refused);
    if (auto refused = readInto(put, call)) return std::move(*refused);
    put.content = std::move(call.body);
    if (auto stored = m_repositories.putManifest(call.repository, put); !stored) return internalError(stored.error());
    http::Response response = http::emptyResponse(201);
    response.headers.set("Location", "/v2/" + call.repository + "/manifests/" + put.digest.text());
    response.headers.set("Docker-Content-Digest", put.digest.text());
    if (put.subject) response.headers.set("OCI-Subject", put.subject->text());
    if (isDigestLike(call.reference))
        for (const std::string& tag : put.tags)
            response.headers.add("OCI-Tag", tag);
    return response;
}

http::Response RegistryApi::removeManifest(const RegistryCall& call) {
    Result<void> removed;
    if (isDigestLike(call.reference)) {
        const auto digest = Digest::parse(call.reference);
        if (!digest) return badDigest(call.reference);
        removed = m_repositories.removeManifest(call.repository, *digest);
    } else {
        if (!registry::isTag(call.reference)) return unknownManifest(call);
        removed = m_repositories.removeTag(call.repository, call.reference);
    }
    if (!removed) return failure(removed.error(), unknownManifest(call));
    return http::emptyResponse(202);
}

http::Response RegistryApi::removeBlob(const RegistryCall& call) {
    const auto digest = Digest::parse(call.reference);
    if (!digest) return badDigest(call.reference);
    const auto removed = m_repositories.removeBlob(call.repository, *digest);
    if (!removed) return failure(removed.error(), unknownBlob(call));
    return http::emptyResponse(202);
}

}  // namespace signalbox::node
