// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/blob_push.h"

#include <algorithm>

#include "core/base/log.h"
#include "core/registry/grammar.h"
#include "core/registry/oci_request.h"

namespace signalbox::registry {
namespace {

constexpr int kMostRestarts = 3;
constexpr int kMostDoublings = 5;
constexpr std::size_t kReadPiece = std::size_t{1} << 20;

bool isRetried(const Error& error) {
    if (isDiskFull(error)) return false;
    if (error.code.category() != baseCategory()) return true;  // transport
    return error.code == BaseErrc::unavailable || error.code == BaseErrc::timedOut;
}

}  // namespace

BlobPush::BlobPush(http::Client& client, const OciClientOptions& options, const Target& target, Digest digest,
                   std::uint64_t size, OciClient::BlobSource source, OciClient::Progress progress)
    : m_client(client),
      m_options(options),
      m_target(target),
      m_digest(std::move(digest)),
      m_size(size),
      m_source(std::move(source)),
      m_progress(std::move(progress)) {}

Task<void> BlobPush::run() {
    while (true) {
        auto next = co_await step();
        if (next && *next == Step::done) co_return Result<void>();
        if (next) continue;
        if (m_sourceError) co_return std::move(*m_sourceError).within("reading " + m_digest.text());
        CO_CHECK(co_await failed(std::move(next).error()));
    }
}

/// Whether to go on after an error: waits, or returns it.
Task<void> BlobPush::failed(Error error) {
    ++m_failures;
    if (error.code == BaseErrc::cancelled || !isRetried(error) || m_failures >= m_options.tries)
        co_return std::move(error).within("pushing " + m_digest.text());
    logDebug("registry", "pushing {} at byte {}: {}; trying again", m_digest.text(), m_offset, error.text());
    m_inDoubt = m_location.has_value();
    const auto waited = m_options.backOff * (1 << std::min(m_failures - 1, kMostDoublings));
    CO_CHECK(co_await sleepFor(waited));
    co_return Result<void>();
}

Task<BlobPush::Step> BlobPush::step() {
    if (!m_location) {
        auto begun = co_await begin();
        co_return begun;
    }
    if (m_inDoubt) {
        auto asked = co_await askOffset();
        co_return asked;
    }
    if (m_offset < m_size) {
        auto sent = co_await sendChunk();
        co_return sent;
    }
    auto closed = co_await close();
    co_return closed;
}

Task<BlobPush::Step> BlobPush::lookForBlob() {
    http::ClientRequest request = requestFor(m_target, "HEAD", urlOf(m_target, "blobs/" + m_digest.text()));
    CO_TRY(const http::ClientResponse response, co_await m_client.send(std::move(request)));
    if (response.status == 404) co_return Step::goOn;
    if (response.status == 200 || response.status == 307) co_return Step::done;
    co_return statusError("HEAD", urlOf(m_target, "blobs/" + m_digest.text()), response);
}

Task<BlobPush::Step> BlobPush::begin() {
    if (m_options.believesHead) {
        CO_TRY(const Step there, co_await lookForBlob());
        if (there == Step::done) {
            gained(m_size);
            co_return Step::done;
        }
    }
    http::ClientRequest request = requestFor(m_target, "POST", urlOf(m_target, "blobs/uploads/"));
    const http::Url url = request.url;
    CO_TRY(const http::ClientResponse response, co_await m_client.send(std::move(request)));
    if (response.status != 202) co_return statusError("POST", url, response);
    CO_CHECK(takeLocation(url, response));
    m_offset = 0;
    m_inDoubt = false;
    m_resumed = false;
    co_return Step::goOn;
}

Task<BlobPush::Step> BlobPush::askOffset() {
    http::ClientRequest request = requestFor(m_target, "GET", *m_location);
    CO_TRY(const http::ClientResponse response, co_await m_client.send(std::move(request)));
    if (response.status >= 400 && response.status < 500 && response.status != 429 && response.status != 408) {
        if (response.status == 401 || response.status == 403) co_return statusError("GET", *m_location, response);
        startOver();
        co_return m_restarts > kMostRestarts ? Result<Step>(statusError("GET", urlOf(m_target, ""), response))
                                             : Result<Step>(Step::goOn);
    }
    if (response.status != 204 && response.status != 200) co_return statusError("GET", *m_location, response);
    const auto range = parseChunkRange(response.headers.value("Range"));
    // "0-0" is one byte or none: only a new session is sure.
    if (!range || range->first != 0 || range->last == 0 || range->last >= m_size) {
        startOver();
        if (m_restarts > kMostRestarts)
            co_return makeError(BaseErrc::malformed, "the registry does not say at which byte to go on");
        co_return Step::goOn;
    }
    CO_CHECK(takeLocation(*m_location, response));
    m_inDoubt = false;
    m_resumed = true;
    m_offset = range->last + 1;
    if (m_offset > m_furthest) gained(m_offset);
    co_return Step::goOn;
}

Task<BlobPush::Step> BlobPush::sendChunk() {
    const std::uint64_t length = std::min(m_options.chunk, m_size - m_offset);
    http::ClientRequest request = requestFor(m_target, "PATCH", *m_location);
    request.headers.set("Content-Type", "application/octet-stream");
    request.headers.set("Content-Range", std::to_string(m_offset) + "-" + std::to_string(m_offset + length - 1));
    request.bodyLength = length;
    const std::uint64_t end = m_offset + length;
    std::uint64_t position = m_offset;
    auto read = [this, position, end](std::span<std::byte> into) mutable -> Result<std::size_t> {
        const auto most = std::min<std::uint64_t>({into.size(), kReadPiece, end - position});
        auto got = m_source(position, into.first(static_cast<std::size_t>(most)));
        if (!got) m_sourceError = got.error();
        if (got && *got == 0 && most > 0)
            m_sourceError = makeError(BaseErrc::corrupt, "ends at byte " + std::to_string(position));
        if (m_sourceError) return *m_sourceError;
        position += *got;
        return got;
    };
    request.bodySource = std::move(read);
    request.sendPace = m_options.pushPace;
    CO_TRY(const http::ClientResponse response, co_await m_client.send(std::move(request)));
    if (response.status == 416 || response.status == 404) {
        // Not where we thought it to be, or gone: asked next, and counted so that it ends some time.
        if (++m_failures >= m_options.tries) co_return statusError("PATCH", *m_location, response);
        m_inDoubt = true;
        co_return Step::goOn;
    }
    if (response.status != 202) co_return statusError("PATCH", *m_location, response);
    CO_CHECK(takeLocation(*m_location, response));
    const auto range = parseChunkRange(response.headers.value("Range"));
    if (range && range->last + 1 != end) {
        m_inDoubt = true;
        co_return makeError(BaseErrc::unavailable, "the registry acknowledges other bytes than were sent");
    }
    gained(end);
    co_return Step::goOn;
}

Task<BlobPush::Step> BlobPush::close() {
    http::Url url = *m_location;
    url.target += (url.target.find('?') == std::string::npos ? "?" : "&") + ("digest=" + m_digest.text());
    http::ClientRequest request = requestFor(m_target, "PUT", url);
    request.headers.set("Content-Type", "application/octet-stream");
    auto response = co_await m_client.send(std::move(request));
    if (response && (response->status == 201 || response->status == 204)) {
        gained(m_size);
        co_return Step::done;
    }
    // The closing request may have been done without our hearing of it.
    if (!response || response->status == 404) {
        auto there = co_await lookForBlob();
        if (there && *there == Step::done) co_return Step::done;
    }
    if (!response) co_return std::move(response).error();
    if (response->status == 404 || (response->status == 400 && m_resumed)) {
        // 400 after a resume: a registry that ignores Content-Range has appended a chunk twice.
        startOver();
        if (m_restarts <= kMostRestarts) co_return Step::goOn;
    }
    if (response->status == 416 && ++m_failures < m_options.tries) {
        m_inDoubt = true;
        co_return Step::goOn;
    }
    Error error = statusError("PUT", url, *response);
    if (response->status == 400) error.code = BaseErrc::corrupt;
    co_return error;
}

Result<void> BlobPush::takeLocation(const http::Url& base, const http::ClientResponse& response) {
    const auto location = response.headers.find("Location");
    if (!location) return makeError(BaseErrc::malformed, "an upload's answer without Location");
    TRY(m_location, http::resolveUrl(base, *location));
    return {};
}

void BlobPush::startOver() {
    m_location.reset();
    m_inDoubt = false;
    m_offset = 0;
    ++m_restarts;
}

void BlobPush::gained(std::uint64_t offset) {
    m_offset = offset;
    if (offset > m_furthest || offset == m_size) m_failures = 0;
    m_furthest = std::max(m_furthest, offset);
    if (m_progress) m_progress(offset);
}

}  // namespace signalbox::registry
