// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cstring>

#include "core/registry/grammar.h"
#include "core/registry/oci_client.h"
#include "tests/support/http_servers.h"
#include "tests/support/trust_errors.h"

using namespace signalbox;
using namespace signalbox::test;
using namespace signalbox::registry;

namespace {

constexpr std::size_t kChunk = 1000;

std::string contentOf(std::size_t size) {
    std::string text;
    while (text.size() < size)
        text += "line " + std::to_string(text.size()) + "\n";
    text.resize(size);
    return text;
}

OciClient::BlobSource sourceOf(const std::string& content) {
    return [&content](std::uint64_t offset, std::span<std::byte> into) -> Result<std::size_t> {
        const std::size_t count = std::min<std::size_t>(into.size(), content.size() - offset);
        std::memcpy(into.data(), content.data() + offset, count);
        return count;
    };
}

/// A registry that misbehaves as it is told to; only its server's thread touches it while it serves.
struct OddRegistry {
    std::string held;              ///< the bytes of the upload
    std::vector<std::string> log;  ///< "METHOD target [Content-Range]"
    std::string authorization;     ///< of the last request
    int failPatches = 0;           ///< so many are answered 503 after their bytes were dropped
    int refuseRanges = 0;          ///< so many are answered 416
    int forgetSessions = 0;        ///< so many GETs of the session are answered 404
    bool tellNothing = false;      ///< GET of the session says 0-0 whatever it holds
    bool wholeForRange = false;    ///< 200 for a ranged GET
    bool shiftRange = false;       ///< 206 from another byte
    std::string redirect;          ///< blobs are elsewhere
    std::string blob;

    http::Response session(int status) {
        http::Response response = http::emptyResponse(status);
        response.headers.set("Location", "s?state=a%2Fb&n=" + std::to_string(log.size()));
        const std::size_t size = tellNothing && status == 204 ? 0 : held.size();
        response.headers.set("Range", "0-" + std::to_string(size == 0 ? 0 : size - 1));
        return response;
    }

    http::Response answer(http::Exchange& e) {
        const http::Request& r = e.request;
        log.push_back(r.method + " " + r.target + " " + std::string(r.headers.value("Content-Range")));
        authorization = r.headers.value("Authorization");
        const bool upload = r.path.find("/uploads/") != std::string::npos;
        if (!upload) return answerBlob(r);
        if (r.method == "POST") {
            held.clear();
            return session(202);
        }
        if (r.query.find("state=a%2Fb") == std::string::npos) return http::emptyResponse(400);
        if (r.method == "GET") return forgetSessions-- > 0 ? http::emptyResponse(404) : session(204);
        if (r.method == "PUT") return close(r);
        if (failPatches-- > 0) return http::emptyResponse(503);
        if (refuseRanges-- > 0) return http::emptyResponse(416);
        const auto range = parseChunkRange(r.headers.value("Content-Range"));
        if (!range || range->first != held.size()) return http::emptyResponse(416);
        held += e.body;
        return session(202);
    }

    http::Response close(const http::Request& r) {
        const auto digest = http::queryValue(r.query, "digest");
        if (digest != Digest::ofContent(held).text()) return http::emptyResponse(400);
        blob = held;
        return http::emptyResponse(201);
    }

    http::Response answerBlob(const http::Request& r) {
        if (!redirect.empty() && r.method == "GET") {
            http::Response response = http::emptyResponse(307);
            response.headers.set("Location", redirect);
            return response;
        }
        if (blob.empty()) return http::emptyResponse(404);
        http::Response response = http::textResponse(200, blob);
        const auto from = r.headers.find("Range");
        if (!from || wholeForRange) return response;
        std::size_t first = std::stoul(std::string(from->substr(6)));
        if (shiftRange) ++first;
        response.status = 206;
        response.headers.set("Content-Range", "bytes " + std::to_string(first) + "-" + std::to_string(blob.size() - 1) +
                                                  "/" + std::to_string(blob.size()));
        response.body = blob.substr(first);
        return response;
    }
};

asio::awaitable<http::Response> answerBy(OddRegistry* registry, http::Exchange& exchange) {
    co_return registry->answer(exchange);
}

http::Router routerOf(OddRegistry& registry) {
    http::Router router;
    const auto handler = [odd = &registry](http::Exchange& e) { return answerBy(odd, e); };
    for (const char* method : {"GET", "POST", "PATCH", "PUT"}) {
        router.add(method, "/v2/{name...}/blobs/uploads/", handler);
        router.add(method, "/v2/{name...}/blobs/uploads/{id}", handler);
        router.add(method, "/v2/{name...}/blobs/{digest}", handler);
        router.add(method, "/elsewhere", handler);
    }
    return router;
}

/// One odd registry and our client to it.
struct Fixture {
    OddRegistry registry;
    HttpServerThread server{routerOf(registry)};
    asio::io_context io;
    std::unique_ptr<http::Client> http = http::makeClient(io, {});
    OciClientOptions options{kChunk, 4, Milliseconds(1)};
    std::string content = contentOf(3500);
    Digest digest = Digest::ofContent(content);

    [[nodiscard]] Target target() { return {http::parseUrl(server.url("/")).value(), "a/b", "secret-token"}; }
    Result<void> push() {
        OciClient client(*http, options);
        return runTask(io, client.pushBlob(target(), digest, content.size(), sourceOf(content), {}));
    }
    Result<std::string> pull(std::uint64_t offset) {
        OciClient client(*http, options);
        std::string got;
        auto sink = [&got](Bytes bytes) -> Result<void> {
            got += textOf(bytes);
            return {};
        };
        CHECK(runTask(io, client.pullBlob(target(), digest, offset, content.size(), sink)));
        return got;
    }
    [[nodiscard]] int count(const std::string& method) const {
        return static_cast<int>(std::count_if(registry.log.begin(), registry.log.end(),
                                              [&](const std::string& line) { return line.starts_with(method + " "); }));
    }
};

}  // namespace

class TestOciClient : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sendsChunksAndKeepsTheQueryOfALocation() {
        Fixture f;
        QVERIFY(f.push());
        QCOMPARE(f.registry.blob, f.content);
        QCOMPARE(f.count("PATCH"), 4);
        QVERIFY(f.registry.log[2].find("/v2/a/b/blobs/uploads/s?state=a%2Fb&n=2 0-999") != std::string::npos);
        QCOMPARE(f.registry.authorization, std::string("Bearer secret-token"));
    }

    void asksForTheOffsetAfterAFailure() {
        Fixture f;
        f.registry.failPatches = 2;
        QVERIFY(f.push());
        QCOMPARE(f.registry.blob, f.content);
        QVERIFY(f.count("GET") + f.count("POST") >= 2);
    }

    void goesOnWhereTheRegistryStandsAfter416() {
        Fixture f;
        f.registry.refuseRanges = 1;
        QVERIFY(f.push());
        QCOMPARE(f.registry.blob, f.content);
    }

    void startsAgainWhenTheSessionIsGone() {
        Fixture f;
        f.registry.failPatches = 1;
        f.registry.forgetSessions = 1;
        QVERIFY(f.push());
        QCOMPARE(f.count("POST"), 2);
    }

    void takesZeroZeroForNothing() {
        Fixture f;
        f.registry.refuseRanges = 1;
        f.registry.tellNothing = true;
        QVERIFY(f.push());
        QCOMPARE(f.count("POST"), 2);
        QCOMPARE(f.registry.blob, f.content);
    }

    void givesUpAfterABoundedNumberOfTries() {
        Fixture f;
        f.registry.failPatches = 1000;
        QCOMPARE(codeOf(f.push()), make_error_code(BaseErrc::unavailable));
        QCOMPARE(f.count("PATCH"), f.options.tries);
    }

    void endsWhenTheRegistryAlwaysRefuses() {
        Fixture f;
        f.registry.refuseRanges = 1000;
        QCOMPARE(codeOf(f.push()), make_error_code(BaseErrc::wrongState));
    }

    void pullsFromAnOffset() {
        Fixture f;
        f.registry.blob = f.content;
        QCOMPARE(f.pull(1234).value(), f.content.substr(1234));
        QCOMPARE(f.pull(0).value(), f.content);
    }

    void asksForNothingBeyondTheEnd() {
        Fixture f;
        QCOMPARE(f.pull(f.content.size()).value(), std::string());
        QVERIFY(f.registry.log.empty());
    }

    void takesTheWholeForAPart() {
        Fixture f;
        f.registry.blob = f.content;
        f.registry.wholeForRange = true;
        QCOMPARE(f.pull(1234).value(), f.content.substr(1234));
    }

    void refusesAnotherPartThanAskedFor() {
        Fixture f;
        f.registry.blob = f.content;
        f.registry.shiftRange = true;
        QCOMPARE(codeOf(f.pull(1000)), make_error_code(BaseErrc::malformed));
    }

    void refusesMoreBytesThanThereAre() {
        Fixture f;
        f.registry.blob = f.content + "surplus";
        QCOMPARE(codeOf(f.pull(0)), make_error_code(BaseErrc::corrupt));
    }

    void saysWhenBytesAreMissing() {
        Fixture f;
        f.registry.blob = f.content.substr(0, 2000);
        QVERIFY(!f.pull(0));
    }

    void followsARedirectWithoutTheToken() {
        Fixture f;
        OddRegistry storage;
        storage.blob = f.content;
        HttpServerThread elsewhere(routerOf(storage));
        f.registry.redirect = elsewhere.url("/elsewhere");
        QCOMPARE(f.pull(500).value(), f.content.substr(500));
        QCOMPARE(storage.log.size(), std::size_t{1});
        QCOMPARE(storage.authorization, std::string());
    }

    void endsARedirectLoop() {
        Fixture f;
        f.registry.redirect = f.server.url("/v2/a/b/blobs/" + f.digest.text());
        QCOMPARE(codeOf(f.pull(0)), make_error_code(BaseErrc::malformed));
    }
};

QTEST_GUILESS_MAIN(TestOciClient)
#include "tst_oci_client.moc"
