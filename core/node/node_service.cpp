// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/node/node_service.h"

#include "core/base/log.h"
#include "core/node/oci_error.h"
#include "core/node/stored_manifest.h"
#include "core/registry/grammar.h"

namespace signalbox::node {
namespace {

constexpr std::size_t kBodyPiece = 65536;
constexpr std::string_view kBlob = "/v2/{name...}/blobs/{digest}";
constexpr std::string_view kManifest = "/v2/{name...}/manifests/{reference}";
constexpr std::string_view kTags = "/v2/{name...}/tags/list";
constexpr std::string_view kReferrers = "/v2/{name...}/referrers/{digest}";
constexpr std::string_view kUploads = "/v2/{name...}/blobs/uploads/";
constexpr std::string_view kUploadsBare = "/v2/{name...}/blobs/uploads";
constexpr std::string_view kUpload = "/v2/{name...}/blobs/uploads/{id}";

/// Reads a small body whole; the route streams so that nothing is taken in from strangers.
Task<std::string> readBody(http::BodyReader& body, std::size_t most) {
    std::string whole;
    while (true) {
        const std::size_t before = whole.size();
        if (before > most) co_return makeError(BaseErrc::tooLarge, "body");
        whole.resize(before + kBodyPiece);
        const auto into = std::as_writable_bytes(std::span(whole)).subspan(before);
        CO_TRY(const std::size_t got, co_await body.read(into));
        whole.resize(before + got);
        if (got == 0) co_return whole;
    }
}

}  // namespace

Result<std::unique_ptr<NodeService>> NodeService::open(FileSystem& files, const Clock& clock, NodeOptions options) {
    CHECK(files.makeDirectories(options.folder));
    TRY(auto blobs, registry::BlobStore::open(files, options.folder));
    TRY(auto repositories, Repositories::open(files, *blobs, options.folder));
    return std::unique_ptr<NodeService>(
        new NodeService(files, clock, std::move(options), std::move(blobs), std::move(repositories)));
}

NodeService::NodeService(FileSystem& files, const Clock& clock, NodeOptions options,
                         std::unique_ptr<registry::BlobStore> blobs, std::unique_ptr<Repositories> repositories)
    : m_clock(clock),
      m_options(std::move(options)),
      m_access(m_options.access, clock),
      m_blobs(std::move(blobs)),
      m_repositories(std::move(repositories)),
      m_floor(m_options.folder, m_options.keepFree),
      m_sessions(*m_blobs, m_options.maxUploads),
      m_api(*m_repositories),
      m_disk(m_options.diskThreads),
      m_scrubber(files, *m_blobs, m_scrubbing, clock, m_options.folder),
      m_uploads(m_sessions, *m_repositories, m_access, m_floor, m_disk, m_writer) {}

NodeService::~NodeService() {
    close();
}

void NodeService::close() {
    if (std::exchange(m_closed, true)) return;
    m_disk.join();
    m_writer.join();
    m_scrubbing.join();
}

Task<void> NodeService::sweep() {
    auto work = [this] { return m_sessions.removeAbandoned(m_clock.now() - m_options.uploadAge); };
    CO_TRY(const std::size_t removed, co_await m_disk.run(std::move(work)));
    if (removed > 0) logInfo("node", "removed {} abandoned uploads", removed);
    co_return Result<void>();
}

http::Router NodeService::router() {
    http::Router router;
    const auto reads = [this](Read what) { return [this, what](http::Exchange& e) { return read(e, what); }; };
    const auto removes = [this](Write what) { return [this, what](http::Exchange& e) { return remove(e, what); }; };
    const auto atRoot = [this](http::Exchange& e) { return root(e); };
    router.add("GET", "/v2/", atRoot);
    router.add("GET", "/v2", atRoot);
    if (m_options.hearManager) {
        const auto hears = [this](http::Exchange& e) { return hear(e); };
        router.add("PUT", "/signalbox/manager", hears, kMostWordBytes, http::BodyPolicy::streamed);
    }
    router.add("GET", kBlob, reads(&RegistryApi::readBlob));
    router.add("GET", kManifest, reads(&RegistryApi::readManifest));
    router.add("GET", kTags, reads(&RegistryApi::readTags));
    router.add("GET", kReferrers, reads(&RegistryApi::readReferrers));
    router.add("DELETE", kManifest, removes(&RegistryApi::removeManifest));
    router.add("DELETE", kBlob, removes(&RegistryApi::removeBlob));
    router.add(
        "PUT", kManifest, [this](http::Exchange& e) { return putManifest(e); }, kMostManifestBytes,
        http::BodyPolicy::streamed);
    addUploads(router);
    return router;
}

void NodeService::addUploads(http::Router& router) {
    const auto most = static_cast<std::size_t>(m_options.maxBlob);
    const auto streamed = http::BodyPolicy::streamed;
    const auto begins = [this](http::Exchange& e) { return beginUpload(e); };
    router.add("POST", kUploads, begins, most, streamed);
    router.add("POST", kUploadsBare, begins, most, streamed);
    router.add(
        "PATCH", kUpload, [this](http::Exchange& e) { return appendUpload(e); }, most, streamed);
    router.add(
        "PUT", kUpload, [this](http::Exchange& e) { return finishUpload(e); }, most, streamed);
    router.add("GET", kUpload, [this](http::Exchange& e) { return uploadStatus(e); });
    router.add("DELETE", kUpload, [this](http::Exchange& e) { return cancelUpload(e); });
}

std::optional<http::Response> NodeService::refuse(const http::Exchange& exchange, std::string_view action) const {
    const std::string& name = exchange.parameters.front();
    if (!registry::isRepositoryName(name)) return ociError(400, OciCode::nameInvalid, "no repository name", name);
    return m_access.refuse(exchange.request, name, action);
}

RegistryCall NodeService::callOf(const http::Exchange& exchange) {
    RegistryCall call;
    call.request = exchange.request;
    call.repository = exchange.parameters.front();
    if (exchange.parameters.size() > 1) call.reference = exchange.parameters[1];
    return call;
}

NodeService::Answer NodeService::root(http::Exchange& exchange) {
    if (auto refused = m_access.refuseStranger(exchange.request)) co_return std::move(*refused);
    auto look = [this] { return m_floor.space(); };
    const auto space = co_await m_disk.run(std::move(look));
    http::Response response = http::jsonResponse(200, "{}");
    response.headers.set("Docker-Distribution-API-Version", "registry/2.0");
    if (!m_access.isManager(exchange.request)) co_return response;
    response.headers.set("Signalbox-Blob-Bytes-Sent", std::to_string(m_blobBytesSent.load()));
    response.headers.set("Signalbox-Blobs-Damaged", std::to_string(m_scrubber.damaged()));
    if (space) {
        response.headers.set("Signalbox-Disk-Free", std::to_string(space->free));
        response.headers.set("Signalbox-Disk-Keep", std::to_string(space->keep));
    }
    co_return response;
}

NodeService::Answer NodeService::hear(http::Exchange& exchange) {
    if (!m_access.isManager(exchange.request))
        co_return ociError(403, OciCode::denied, "only the manager, by its certificate, tells a node whom to trust",
                           "");
    auto body = co_await readBody(*exchange.stream, kMostWordBytes);
    if (!body) co_return ociError(400, OciCode::unsupported, "the body broke off", body.error().text());
    const auto word = parseManagerWord(*body);
    if (!word) co_return ociError(400, OciCode::unsupported, "this is no word of a manager", word.error().text());
    auto work = [this, word = *word] { return m_options.hearManager(word); };
    const auto kept = co_await m_writer.run(std::move(work));
    if (!kept) {
        logError("node", "what the manager told cannot be kept: {}", kept.error().text());
        co_return ociError(500, OciCode::unsupported, "it could not be kept", "");
    }
    m_access.setTokenRealm(word->tokenRealm);
    co_return http::jsonResponse(200, nodeTrustText(*kept));
}

NodeService::Answer NodeService::read(http::Exchange& exchange, Read what) {
    if (auto refused = refuse(exchange, "pull")) co_return std::move(*refused);
    auto work = [this, what, call = callOf(exchange)] { return (m_api.*what)(call); };
    auto response = co_await m_disk.run(std::move(work));
    if (const auto* file = std::get_if<http::FileBody>(&response.body)) m_blobBytesSent += file->length;
    co_return response;
}

NodeService::Answer NodeService::remove(http::Exchange& exchange, Write what) {
    if (auto refused = refuse(exchange, "delete")) co_return std::move(*refused);
    auto work = [this, what, call = callOf(exchange)] { return (m_api.*what)(call); };
    auto response = co_await m_writer.run(std::move(work));
    co_return response;
}

NodeService::Answer NodeService::putManifest(http::Exchange& exchange) {
    if (auto refused = refuse(exchange, "push")) co_return std::move(*refused);
    RegistryCall call = callOf(exchange);
    auto body = co_await readBody(*exchange.stream, kMostManifestBytes);
    if (!body && body.error().code == BaseErrc::tooLarge)
        co_return ociError(413, OciCode::sizeInvalid, "the manifest is too large");
    if (!body) co_return ociError(400, OciCode::manifestInvalid, "the body broke off");
    call.body = std::move(*body);
    auto work = [this, call = std::move(call)]() mutable { return m_api.putManifest(std::move(call)); };
    auto response = co_await m_writer.run(std::move(work));
    co_return response;
}

NodeService::Answer NodeService::beginUpload(http::Exchange& exchange) {
    if (auto refused = refuse(exchange, "push")) co_return std::move(*refused);
    auto response = co_await m_uploads.begin(exchange, exchange.parameters[0]);
    co_return response;
}

NodeService::Answer NodeService::appendUpload(http::Exchange& exchange) {
    if (auto refused = refuse(exchange, "push")) co_return std::move(*refused);
    auto response = co_await m_uploads.append(exchange, exchange.parameters[0], exchange.parameters[1]);
    co_return response;
}

NodeService::Answer NodeService::finishUpload(http::Exchange& exchange) {
    if (auto refused = refuse(exchange, "push")) co_return std::move(*refused);
    auto response = co_await m_uploads.finish(exchange, exchange.parameters[0], exchange.parameters[1]);
    co_return response;
}

NodeService::Answer NodeService::uploadStatus(http::Exchange& exchange) {
    if (auto refused = refuse(exchange, "push")) co_return std::move(*refused);
    auto response = co_await m_uploads.status(exchange.parameters[0], exchange.parameters[1]);
    co_return response;
}

NodeService::Answer NodeService::cancelUpload(http::Exchange& exchange) {
    if (auto refused = refuse(exchange, "push")) co_return std::move(*refused);
    auto response = co_await m_uploads.cancel(exchange.parameters[1]);
    co_return response;
}

}  // namespace signalbox::node
