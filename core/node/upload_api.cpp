// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/node/upload_api.h"

#include <memory>
#include <vector>

#include "core/base/log.h"
#include "core/node/oci_error.h"
#include "core/registry/grammar.h"

namespace signalbox::node {
namespace {

/// What goes to disk at once; one such buffer a request.
constexpr std::size_t kPiece = std::size_t{1} << 20;

std::string locationOf(const std::string& repository, const std::string& id) {
    return "/v2/" + repository + "/blobs/uploads/" + id;
}

/// An answer that says where the upload stands: "0-0" also when it is empty.
http::Response standing(int status, const std::string& repository, const std::string& id, std::uint64_t offset) {
    http::Response response = http::emptyResponse(status);
    response.headers.set("Location", locationOf(repository, id));
    response.headers.set("Range", "0-" + std::to_string(offset == 0 ? 0 : offset - 1));
    response.headers.set("Docker-Upload-UUID", id);
    return response;
}

http::Response outOfOrder(const std::string& repository, const std::string& id, std::uint64_t offset) {
    http::Response response =
        ociError(416, OciCode::blobUploadInvalid, "the chunk does not begin where the upload ends",
                 "the upload has " + std::to_string(offset) + " bytes");
    response.headers.set("Location", locationOf(repository, id));
    response.headers.set("Range", "0-" + std::to_string(offset == 0 ? 0 : offset - 1));
    return response;
}

http::Response created(const std::string& repository, const Digest& digest) {
    http::Response response = http::emptyResponse(201);
    response.headers.set("Location", "/v2/" + repository + "/blobs/" + digest.text());
    response.headers.set("Docker-Content-Digest", digest.text());
    return response;
}

http::Response badDigest(std::string_view text) {
    return ociError(400, OciCode::digestInvalid, "no digest of a known algorithm", text);
}

/// What an error of an upload means to its client.
http::Response uploadFailure(const Error& error) {
    if (error.code == BaseErrc::notFound)
        return ociError(404, OciCode::blobUploadUnknown, "no such upload", error.context);
    if (error.code == BaseErrc::wrongState)
        return ociError(409, OciCode::blobUploadInvalid, "another request has taken the upload over");
    if (error.code == BaseErrc::unavailable)
        return ociError(429, OciCode::tooManyRequests, "too many uploads are open", error.context);
    if (error.code == BaseErrc::corrupt)
        return ociError(400, OciCode::digestInvalid, "the content has another digest", error.context);
    if (error.code == BaseErrc::tooLarge) return ociError(413, OciCode::sizeInvalid, "the body is too large");
    return internalError(error);
}

/// A body that breaks off is the client's affair: what came is kept.
http::Response bodyFailure(const Error& error) {
    if (error.code == BaseErrc::tooLarge) return ociError(413, OciCode::sizeInvalid, "the body is too large");
    return ociError(400, OciCode::blobUploadInvalid, "the body broke off", error.code.message());
}

struct Placed {
    bool given = false;
    bool fits = true;        ///< begins at the offset
    bool wellFormed = true;  ///< and has the length that the body has
};

Placed placeChunk(const http::Exchange& exchange, std::uint64_t offset) {
    Placed placed;
    const auto header = exchange.request.headers.find("Content-Range");
    if (!header) return placed;
    placed.given = true;
    const auto range = registry::parseChunkRange(*header);
    const auto length = exchange.stream->length();
    placed.wellFormed = range && (!length || *length == range->last - range->first + 1);
    placed.fits = range && range->first == offset;
    return placed;
}

/// nullopt: the chunk goes where its Content-Range says, or has none.
std::optional<http::Response> refuseChunk(const http::Exchange& exchange, const std::string& repository,
                                          const std::string& id, std::uint64_t offset) {
    const Placed placed = placeChunk(exchange, offset);
    if (!placed.fits && placed.wellFormed) return outOfOrder(repository, id, offset);
    if (!placed.wellFormed)
        return ociError(400, OciCode::sizeInvalid, "Content-Range is malformed or not as long as the body");
    return std::nullopt;
}

}  // namespace

std::optional<http::Response> UploadApi::refuseFull(std::uint64_t bytes) const {
    if (m_floor.hasRoomFor(bytes)) return std::nullopt;
    return ociError(507, OciCode::denied, "the node's disk is at its limit: it takes no more uploads");
}

Task<UploadLease> UploadApi::take(std::string id) {
    auto work = [this, id = std::move(id)] { return m_sessions.take(id); };
    auto lease = co_await m_disk.run(std::move(work));
    co_return lease;
}

Task<void> UploadApi::link(std::string repository, Digest digest) {
    auto work = [this, repository = std::move(repository), digest = std::move(digest)] {
        return m_repositories.linkBlob(repository, digest);
    };
    auto linked = co_await m_writer.run(std::move(work));
    co_return linked;
}

asio::awaitable<UploadApi::Received> UploadApi::receive(http::BodyReader& body, UploadLease lease) {
    Received received;
    const auto buffer = std::make_shared<std::vector<std::byte>>(kPiece);
    bool ended = false;
    while (!ended) {
        std::size_t held = 0;
        while (!ended && held < kPiece) {
            auto got = co_await body.read(std::span(*buffer).subspan(held));
            if (!got) received.failure = bodyFailure(got.error());
            ended = !got || *got == 0;
            if (got) held += *got;
        }
        if (held == 0) break;
        if (auto refused = refuseFull(held)) {
            received.failure = std::move(refused);
            break;
        }
        auto work = [lease, buffer, held]() mutable { return lease.append(Bytes(*buffer).first(held)); };
        auto appended = co_await m_disk.run(std::move(work));
        if (appended) continue;
        received.failure = uploadFailure(appended.error());
        co_return received;
    }
    const auto offset = lease.offset();
    if (offset)
        received.offset = *offset;
    else if (!received.failure)
        received.failure = uploadFailure(offset.error());
    co_return received;
}

asio::awaitable<http::Response> UploadApi::close(UploadLease lease, std::string repository, Digest digest) {
    auto work = [lease, digest]() mutable { return lease.finish(digest); };
    auto finished = co_await m_disk.run(std::move(work));
    if (!finished) co_return uploadFailure(finished.error());
    auto linked = co_await link(repository, digest);
    if (!linked) co_return uploadFailure(linked.error());
    co_return created(repository, digest);
}

asio::awaitable<http::Response> UploadApi::begin(http::Exchange& exchange, std::string repository) {
    const std::string& query = exchange.request.query;
    const auto mount = http::queryValue(query, "mount");
    const auto from = http::queryValue(query, "from");
    if (mount && from && registry::isRepositoryName(*from)) {
        const auto digest = Digest::parse(*mount);
        if (!digest) co_return badDigest(*mount);
        const bool held =
            m_repositories.hasBlob(*from, *digest) && m_access.alsoGrants(exchange.request, *from, "pull");
        if (held) {
            auto linked = co_await link(repository, *digest);
            if (linked) co_return created(repository, *digest);
        }
    }
    if (auto refused = refuseFull(exchange.stream->length().value_or(0))) co_return std::move(*refused);
    const auto wanted = http::queryValue(query, "digest");
    const auto digest = wanted ? Digest::parse(*wanted) : Result<Digest>(Digest());
    if (!digest) co_return badDigest(*wanted);

    auto work = [this] { return m_sessions.begin(); };
    auto lease = co_await m_disk.run(std::move(work));
    if (!lease) co_return uploadFailure(lease.error());
    if (!wanted) co_return standing(202, repository, lease->id(), 0);
    auto received = co_await receive(*exchange.stream, *lease);
    if (received.failure) {
        auto giveUp = [held = *lease]() mutable { return held.cancel(); };
        auto cancelled = co_await m_disk.run(std::move(giveUp));
        if (!cancelled) logWarning("node", "{}", cancelled.error().text());
        co_return std::move(*received.failure);
    }
    auto response = co_await close(*lease, repository, *digest);
    co_return response;
}

asio::awaitable<http::Response> UploadApi::append(http::Exchange& exchange, std::string repository, std::string id) {
    auto lease = co_await take(id);
    if (!lease) co_return uploadFailure(lease.error());
    const auto offset = lease->offset();
    if (!offset) co_return uploadFailure(offset.error());
    if (auto refused = refuseChunk(exchange, repository, id, *offset)) co_return std::move(*refused);
    if (auto refused = refuseFull(exchange.stream->length().value_or(0))) co_return std::move(*refused);
    auto received = co_await receive(*exchange.stream, *lease);
    if (received.failure) co_return std::move(*received.failure);
    co_return standing(202, repository, id, received.offset);
}

asio::awaitable<http::Response> UploadApi::finish(http::Exchange& exchange, std::string repository, std::string id) {
    const auto wanted = http::queryValue(exchange.request.query, "digest");
    if (!wanted) co_return badDigest("the query has no digest");
    const auto digest = Digest::parse(*wanted);
    if (!digest) co_return badDigest(*wanted);
    auto lease = co_await take(id);
    if (!lease) co_return uploadFailure(lease.error());
    const auto offset = lease->offset();
    if (!offset) co_return uploadFailure(offset.error());
    if (auto refused = refuseChunk(exchange, repository, id, *offset)) co_return std::move(*refused);
    if (auto refused = refuseFull(exchange.stream->length().value_or(0))) co_return std::move(*refused);
    auto received = co_await receive(*exchange.stream, *lease);
    if (received.failure) co_return std::move(*received.failure);
    auto response = co_await close(*lease, repository, *digest);
    co_return response;
}

asio::awaitable<http::Response> UploadApi::status(std::string repository, std::string id) {
    auto lease = co_await take(id);
    if (!lease) co_return uploadFailure(lease.error());
    const auto offset = lease->offset();
    if (!offset) co_return uploadFailure(offset.error());
    co_return standing(204, repository, id, *offset);
}

asio::awaitable<http::Response> UploadApi::cancel(std::string id) {
    auto lease = co_await take(id);
    if (!lease) co_return uploadFailure(lease.error());
    auto work = [held = *lease]() mutable { return held.cancel(); };
    auto cancelled = co_await m_disk.run(std::move(work));
    if (!cancelled) co_return uploadFailure(cancelled.error());
    co_return http::emptyResponse(204);
}

}  // namespace signalbox::node
