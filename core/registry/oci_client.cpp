// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/oci_client.h"

#include <algorithm>
#include <memory>
#include <optional>

#include "core/base/log.h"
#include "core/registry/blob_push.h"
#include "core/registry/grammar.h"
#include "core/registry/manifest.h"
#include "core/registry/oci_request.h"

namespace signalbox::registry {
namespace {

constexpr int kMostRedirects = 5;
constexpr std::size_t kMostManifestBytes = std::size_t{4} << 20;
constexpr int kMostPullTries = 32;
constexpr std::uint64_t kMostRange = std::uint64_t{16} << 20;

bool isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// Receives one try of a pull: checks the head, skips what a 200 repeats, bounds what comes.
class PullReceiver {
public:
    PullReceiver(std::uint64_t offset, std::uint64_t size, const std::function<Result<void>(Bytes)>& sink)
        : m_offset(offset), m_size(size), m_sink(sink) {}

    [[nodiscard]] bool begin(int status, const http::Headers& headers) {
        if (status == 200) m_skip = m_offset;
        if (status == 206) m_problem = checkRange(headers);
        return status == 200 || status == 206;
    }

    [[nodiscard]] Result<void> take(Bytes bytes) {
        if (m_problem) return *m_problem;
        const auto skipped = static_cast<std::size_t>(std::min<std::uint64_t>(m_skip, bytes.size()));
        m_skip -= skipped;
        bytes = bytes.subspan(skipped);
        if (bytes.empty()) return {};
        if (bytes.size() > m_size - m_offset) {
            m_problem = makeError(BaseErrc::corrupt, "more than " + std::to_string(m_size) + " bytes come");
            return *m_problem;
        }
        if (auto taken = m_sink(bytes); !taken) {
            m_problem = taken.error();
            return taken;
        }
        m_offset += bytes.size();
        return {};
    }

    [[nodiscard]] std::uint64_t offset() const { return m_offset; }
    /// What no further try would mend.
    [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }

private:
    [[nodiscard]] std::optional<Error> checkRange(const http::Headers& headers) const {
        const auto range = parseContentRange(headers.value("Content-Range"));
        if (!range) return range.error();
        if (range->range.first != m_offset)
            return makeError(BaseErrc::malformed, "a part from another byte than asked for");
        if (range->size && *range->size != m_size)
            return makeError(BaseErrc::corrupt,
                             "it is " + std::to_string(*range->size) + " bytes there, not " + std::to_string(m_size));
        return std::nullopt;
    }

    std::uint64_t m_offset;
    const std::uint64_t m_size;
    const std::function<Result<void>(Bytes)>& m_sink;
    std::uint64_t m_skip = 0;
    std::optional<Error> m_problem;
};

Result<std::uint64_t> lengthOf(const http::ClientResponse& response) {
    const auto length = parseNumber(response.headers.value("Content-Length"));
    if (!length) return makeError(BaseErrc::malformed, "an answer without Content-Length");
    return *length;
}

}  // namespace

http::Client& OciClient::clientOf(const Target& target) const {
    return target.client ? *target.client : m_client;
}

/// Sends and follows redirects; the token stays with the target's origin.
Task<http::ClientResponse> OciClient::fetch(const Target& target, http::ClientRequest request) {
    for (int redirects = 0;; ++redirects) {
        http::ClientRequest sent = request;
        CO_TRY(http::ClientResponse response, co_await clientOf(target).send(std::move(sent)));
        const auto location = response.headers.find("Location");
        if (!isRedirect(response.status) || !location) co_return response;
        if (redirects == kMostRedirects) co_return makeError(BaseErrc::malformed, "too many redirects");
        CO_TRY(http::Url next, http::resolveUrl(request.url, *location));
        if (request.url.scheme == "https" && next.scheme != "https")
            co_return makeError(BaseErrc::denied, "a redirect away from TLS, to " + printable(next.origin()));
        if (next.origin() != target.registry.origin()) request.headers.erase("Authorization");
        request.url = std::move(next);
    }
}

Task<std::uint64_t> OciClient::headBlob(const Target& target, Digest digest) {
    http::ClientRequest request = requestFor(target, "HEAD", urlOf(target, "blobs/" + digest.text()));
    const http::Url url = request.url;
    CO_TRY(const http::ClientResponse response, co_await fetch(target, std::move(request)));
    if (response.status != 200) co_return statusError("HEAD", url, response);
    co_return lengthOf(response);
}

Task<std::uint64_t> OciClient::headManifest(const Target& target, std::string reference) {
    http::ClientRequest request = requestFor(target, "HEAD", urlOf(target, "manifests/" + reference));
    request.headers.set("Accept", std::string(kImageManifestType) + ", " + std::string(kImageIndexType));
    const http::Url url = request.url;
    CO_TRY(const http::ClientResponse response, co_await fetch(target, std::move(request)));
    if (response.status != 200) co_return statusError("HEAD", url, response);
    co_return lengthOf(response);
}

Task<void> OciClient::pushBlob(const Target& target, Digest digest, std::uint64_t size, BlobSource source,
                               Progress progress) {
    BlobPush push(clientOf(target), m_options, target, std::move(digest), size, std::move(source), std::move(progress));
    auto pushed = co_await push.run();
    co_return pushed;
}

Task<void> OciClient::pushManifest(const Target& target, std::string reference, std::string mediaType,
                                   std::string content) {
    for (int tries = 1;; ++tries) {
        http::ClientRequest request = requestFor(target, "PUT", urlOf(target, "manifests/" + reference));
        request.headers.set("Content-Type", mediaType);
        request.body = content;
        const http::Url url = request.url;
        auto response = co_await clientOf(target).send(std::move(request));
        if (response && response->status == 201) co_return Result<void>();
        const bool answered = response.has_value();
        Error error = answered ? statusError("PUT", url, *response) : std::move(response).error();
        const bool final = error.code == BaseErrc::cancelled || (answered && error.code != BaseErrc::unavailable);
        if (final || tries >= m_options.tries) co_return error;
        CO_CHECK(co_await sleepFor(m_options.backOff * tries));
    }
}

Task<void> OciClient::remove(const Target& target, std::string what) {
    http::ClientRequest request = requestFor(target, "DELETE", urlOf(target, what));
    const http::Url url = request.url;
    CO_TRY(const http::ClientResponse response, co_await clientOf(target).send(std::move(request)));
    const int status = response.status;
    if (status == 202 || status == 200 || status == 204 || status == 404) co_return Result<void>();
    Error error = statusError("DELETE", url, response);
    if (status == 405 || status == 400 || status == 501) error.code = BaseErrc::unsupported;
    co_return error;
}

Task<void> OciClient::removeBlob(const Target& target, Digest digest) {
    auto removed = co_await remove(target, "blobs/" + digest.text());
    co_return removed;
}

Task<void> OciClient::removeManifest(const Target& target, Digest digest) {
    auto removed = co_await remove(target, "manifests/" + digest.text());
    co_return removed;
}

Task<void> OciClient::readBack(const Target& target, Digest digest, std::uint64_t size) {
    CO_TRY(const std::uint64_t there, co_await headBlob(target, digest));
    if (there != size)
        co_return makeError(BaseErrc::corrupt, digest.text() + " has " + std::to_string(there) + " bytes there, not " +
                                                   std::to_string(size));
    auto hasher = std::make_shared<Hasher>(digest.algorithm() == "sha512" ? Hasher::Algorithm::sha512
                                                                          : Hasher::Algorithm::sha256);
    std::function<Result<void>(Bytes)> sink = [hasher](Bytes bytes) -> Result<void> {
        hasher->update(bytes);
        return {};
    };
    CO_CHECK(co_await pullBlob(target, digest, 0, size, std::move(sink)));
    if (hasher->finishHex() != digest.hex())
        co_return makeError(BaseErrc::corrupt, "the bytes of " + digest.text() + " there do not have that digest");
    co_return Result<void>();
}

Task<std::string> OciClient::pullManifest(const Target& target, Digest digest) {
    http::ClientRequest request = requestFor(target, "GET", urlOf(target, "manifests/" + digest.text()));
    request.headers.set("Accept", std::string(kImageManifestType) + ", " + std::string(kImageIndexType));
    request.maxBody = kMostManifestBytes;
    const http::Url url = request.url;
    CO_TRY(http::ClientResponse response, co_await fetch(target, std::move(request)));
    if (response.status != 200) co_return statusError("GET", url, response);
    Hasher hasher(digest.algorithm() == "sha512" ? Hasher::Algorithm::sha512 : Hasher::Algorithm::sha256);
    hasher.update(bytesOf(response.body));
    if (hasher.finishHex() != digest.hex())
        co_return makeError(BaseErrc::corrupt, "the manifest that came is not " + digest.text());
    co_return std::move(response.body);
}

Task<std::string> OciClient::pullTagged(const Target& target, std::string tag) {
    constexpr std::size_t kMostTagged = 65536;
    http::ClientRequest request = requestFor(target, "GET", urlOf(target, "manifests/" + tag));
    request.headers.set("Accept", std::string(kImageManifestType));
    request.maxBody = kMostTagged;
    const http::Url url = request.url;
    CO_TRY(http::ClientResponse response, co_await fetch(target, std::move(request)));
    if (response.status != 200) co_return statusError("GET", url, response);
    co_return std::move(response.body);
}

Task<void> OciClient::pullBlob(const Target& target, Digest digest, std::uint64_t offset, std::uint64_t size,
                               std::function<Result<void>(Bytes)> sink) {
    for (int tries = 1; offset < size; ++tries) {
        http::ClientRequest request = requestFor(target, "GET", urlOf(target, "blobs/" + digest.text()));
        if (offset > 0) request.headers.set("Range", "bytes=" + std::to_string(offset) + "-");
        const http::Url url = request.url;
        auto receiver = std::make_shared<PullReceiver>(offset, size, sink);
        auto wantsSink = [receiver](int status, const http::Headers& headers) {
            return receiver->begin(status, headers);
        };
        auto take = [receiver](Bytes bytes) { return receiver->take(bytes); };
        request.wantsSink = std::move(wantsSink);
        request.sink = std::move(take);
        request.pace = m_options.pace;
        auto response = co_await fetch(target, std::move(request));
        if (receiver->problem()) co_return Error(*receiver->problem()).within("pulling " + digest.text());
        if (response && response->status != 200 && response->status != 206)
            co_return statusError("GET", url, *response);
        const bool gained = receiver->offset() > offset;
        offset = receiver->offset();
        if (offset == size) break;
        Error error = response ? makeError(BaseErrc::unavailable, "the body ends at byte " + std::to_string(offset))
                               : std::move(response).error();
        if (!gained || error.code == BaseErrc::cancelled || tries >= kMostPullTries)
            co_return std::move(error).within("pulling " + digest.text());
    }
    co_return Result<void>();
}

Task<std::string> OciClient::pullRange(const Target& target, Digest digest, std::uint64_t first, std::uint64_t length,
                                       std::uint64_t size) {
    if (length == 0 || length > kMostRange || first > size || length > size - first)
        co_return makeError(BaseErrc::invalidArgument, "range of a blob");
    http::ClientRequest request = requestFor(target, "GET", urlOf(target, "blobs/" + digest.text()));
    const std::uint64_t last = first + length - 1;
    request.headers.set("Range", "bytes=" + std::to_string(first) + "-" + std::to_string(last));
    std::string bytes;
    bool bounded = true;
    auto wantsSink = [](int status, const http::Headers&) { return status == 200 || status == 206; };
    auto take = [&](Bytes piece) -> Result<void> {
        bounded = piece.size() <= length - bytes.size();
        if (!bounded) return makeError(BaseErrc::unsupported, "more bytes come than were asked for");
        bytes += textOf(piece);
        return {};
    };
    request.wantsSink = std::move(wantsSink);
    request.sink = std::move(take);
    request.pace = m_options.pace;
    const http::Url url = request.url;
    CO_TRY(const http::ClientResponse response, co_await fetch(target, std::move(request)));
    if (response.status == 200) co_return makeError(BaseErrc::unsupported, "the registry gives no parts");
    if (response.status != 206) co_return statusError("GET", url, response);
    const auto range = parseContentRange(response.headers.value("Content-Range"));
    if (!range) co_return range.error();
    if (range->range.first != first || range->range.last != last)
        co_return makeError(BaseErrc::malformed, "another part than asked for");
    if (range->size && *range->size != size)
        co_return makeError(BaseErrc::corrupt, "it is " + std::to_string(*range->size) + " bytes there");
    if (bytes.size() != length) co_return makeError(BaseErrc::unavailable, "the part came short");
    co_return bytes;
}

}  // namespace signalbox::registry
