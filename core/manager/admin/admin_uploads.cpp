// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>
#include <vector>

#include "core/manager/admin/admin_resources.h"
#include "core/manager/retention.h"

namespace signalbox::manager {
namespace {

namespace json = boost::json;
using Reply = Task<http::Response>;

constexpr std::size_t kMaxChunk = 64 << 20;
constexpr std::size_t kBuffer = 1 << 20;

/// Marks an upload as being worked on for as long as the frame lives, a cancelled one included.
class InUse {
public:
    InUse(std::set<std::string>& ids, std::string id)
        : m_ids(ids), m_id(std::move(id)), m_taken(ids.insert(m_id).second) {}
    ~InUse() {
        if (m_taken) m_ids.erase(m_id);
    }
    InUse(const InUse&) = delete;
    InUse& operator=(const InUse&) = delete;

    [[nodiscard]] Result<void> check() const {
        if (m_taken) return {};
        return makeError(BaseErrc::wrongState, "another request is working on this upload");
    }

private:
    std::set<std::string>& m_ids;
    std::string m_id;
    bool m_taken;
};

/// Uploads that go on where they were, after a dropped connection or a restart of the manager alike.
class UploadResource {
public:
    explicit UploadResource(Engine& engine) : m_engine(engine) {}

    Reply begin(http::Exchange&, const Actor&) {
        registry::BlobStore& blobs = m_engine.blobs;
        auto work = [&blobs]() -> Result<std::string> {
            TRY(const auto upload, blobs.beginUpload());
            return upload->id();
        };
        CO_TRY(const std::string id, co_await m_engine.pool.run(std::move(work)));
        co_return jsonAnswer(201, {{"id", id}, {"offset", 0}});
    }

    Task<std::uint64_t> offsetOf(std::string id) {
        registry::BlobStore& blobs = m_engine.blobs;
        auto work = [&blobs, id]() -> Result<std::uint64_t> {
            TRY(const auto upload, blobs.resumeUpload(id));
            return upload->offset();
        };
        auto offset = co_await m_engine.pool.run(std::move(work));
        co_return offset;
    }

    Reply show(http::Exchange& exchange, const Actor&) {
        CO_TRY(const std::uint64_t offset, co_await offsetOf(exchange.parameters[0]));
        co_return jsonAnswer(200, {{"id", exchange.parameters[0]}, {"offset", offset}});
    }

    Reply append(http::Exchange& exchange, const Actor&) {
        const std::string id = exchange.parameters[0];
        const InUse use(m_busy, id);
        CO_CHECK(use.check());
        auto answer = co_await appendAlone(exchange, id);
        co_return answer;
    }

    Reply finish(http::Exchange& exchange, const Actor&) {
        CO_TRY(BodyReaderJson body, BodyReaderJson::parse(exchange));
        const std::string wanted = body.requiredText("digest");
        CO_CHECK(body.check());
        CO_TRY(const Digest digest, Digest::parse(wanted));
        if (digest.algorithm() != "sha256") co_return makeError(BaseErrc::unsupported, "digest: sha256 is wanted");
        const std::string id = exchange.parameters[0];
        holdBlob(m_engine, digest);
        // What is hashed must not grow meanwhile.
        const InUse use(m_busy, id);
        CO_CHECK(use.check());
        registry::BlobStore& blobs = m_engine.blobs;
        auto work = [&blobs, id, digest]() -> Result<std::uint64_t> {
            // Asked again after a lost answer: it is there.
            if (const auto size = blobs.size(digest)) {
                const auto cancelled = blobs.cancelUpload(id);
                if (!cancelled && cancelled.error().code != BaseErrc::notFound) return cancelled.error();
                return *size;
            }
            TRY(auto upload, blobs.resumeUpload(id));
            const std::uint64_t size = upload->offset();
            CHECK(blobs.finishUpload(std::move(upload), digest));
            return size;
        };
        CO_TRY(const std::uint64_t size, co_await m_engine.pool.run(std::move(work)));
        co_return jsonAnswer(200, {{"digest", digest.text()}, {"size", size}});
    }

    Reply cancel(http::Exchange& exchange, const Actor&) {
        const InUse use(m_busy, exchange.parameters[0]);
        CO_CHECK(use.check());
        CO_CHECK(m_engine.blobs.cancelUpload(exchange.parameters[0]));
        co_return http::emptyResponse(204);
    }

    Reply showBlob(http::Exchange& exchange, const Actor&) {
        CO_TRY(const Digest digest, Digest::parse(exchange.parameters[0]));
        const auto size = m_engine.blobs.size(digest);
        if (!size) co_return makeError(BaseErrc::notFound, "no blob " + digest.text());
        holdBlob(m_engine, digest);
        co_return jsonAnswer(200, {{"digest", digest.text()}, {"size", *size}});
    }

    /// For who is to approve it: they look at the bytes themselves.
    Reply readBlob(http::Exchange& exchange, const Actor&) {
        CO_TRY(const Digest digest, Digest::parse(exchange.parameters[0]));
        if (!m_engine.blobs.size(digest)) co_return makeError(BaseErrc::notFound, "no blob " + digest.text());
        holdBlob(m_engine, digest);
        CO_TRY(http::FileBody file, m_engine.blobs.open(digest));
        http::Response response;
        response.headers.set("Content-Type", "application/octet-stream");
        response.headers.set("Cache-Control", "no-store");
        response.body = std::move(file);
        co_return response;
    }

private:
    Reply appendAlone(http::Exchange& exchange, std::string id) {
        registry::BlobStore& blobs = m_engine.blobs;
        auto open = [&blobs, id]() -> Result<std::shared_ptr<registry::Upload>> {
            TRY(auto upload, blobs.resumeUpload(id));
            return std::shared_ptr<registry::Upload>(std::move(upload));
        };
        CO_TRY(const std::shared_ptr<registry::Upload> upload, co_await m_engine.pool.run(std::move(open)));
        const std::string offset = http::queryValue(exchange.request.query, "offset").value_or("");
        if (offset != std::to_string(upload->offset())) {
            http::Response conflict = jsonAnswer(409, {{"code", "wrongState"}, {"offset", upload->offset()}});
            co_return conflict;
        }
        auto buffer = std::make_shared<std::vector<std::byte>>(kBuffer);
        for (;;) {
            std::size_t filled = 0;
            while (filled < buffer->size()) {
                const std::span<std::byte> rest = std::span(*buffer).subspan(filled);
                CO_TRY(const std::size_t got, co_await exchange.stream->read(rest));
                if (got == 0) break;
                filled += got;
            }
            if (filled == 0) break;
            auto write = [upload, buffer, filled]() { return upload->append(Bytes(*buffer).first(filled)); };
            CO_CHECK(co_await m_engine.pool.run(std::move(write)));
        }
        auto sync = [upload]() { return upload->sync(); };
        CO_CHECK(co_await m_engine.pool.run(std::move(sync)));
        co_return jsonAnswer(200, {{"offset", upload->offset()}});
    }

    Engine& m_engine;
    std::set<std::string> m_busy;
};

}  // namespace

void addUploadRoutes(AdminRoutes& routes, Engine& engine) {
    const auto resource = std::make_shared<UploadResource>(engine);
    using Method = Reply (UploadResource::*)(http::Exchange&, const Actor&);
    const auto add = [&](const char* method, const char* pattern, Right right, Method handler,
                         std::size_t maxBody = 65536, http::BodyPolicy policy = http::BodyPolicy::whole) {
        const auto call = [resource, handler](http::Exchange& exchange, const Actor& actor) {
            return ((*resource).*handler)(exchange, actor);
        };
        routes.add(method, pattern, right, call, maxBody, policy);
    };
    add("POST", "/api/v1/uploads", Right::operate, &UploadResource::begin);
    add("GET", "/api/v1/uploads/{id}", Right::operate, &UploadResource::show);
    add("PATCH", "/api/v1/uploads/{id}", Right::operate, &UploadResource::append, kMaxChunk,
        http::BodyPolicy::streamed);
    add("POST", "/api/v1/uploads/{id}/finish", Right::operate, &UploadResource::finish);
    add("DELETE", "/api/v1/uploads/{id}", Right::operate, &UploadResource::cancel);
    add("GET", "/api/v1/blobs/{digest}", Right::view, &UploadResource::showBlob);
    add("GET", "/api/v1/blobs/{digest}/content", Right::view, &UploadResource::readBlob);
}

}  // namespace signalbox::manager
