// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/http/server.h"

using namespace signalbox;
using namespace signalbox::http;

namespace {

asio::awaitable<Response> nothing(Exchange&) {
    co_return emptyResponse(204);
}

std::string joinedOf(const std::vector<std::string>& parts) {
    std::string all;
    for (const auto& part : parts)
        all += (all.empty() ? "" : "|") + part;
    return all;
}

}  // namespace

class TestRouter : public QObject {
    Q_OBJECT

    Router m_router;

    void add(const std::string& method, const std::string& pattern) { m_router.add(method, pattern, nothing); }

    /// "METHOD /pattern parameters" of the route that was found.
    [[nodiscard]] std::string found(std::string_view method, std::string_view path) const {
        const Router::Match match = m_router.match(method, path);
        if (!match.route) return match.allow.empty() ? "none" : "allow " + match.allow;
        std::string pattern;
        for (const Router::Part& part : match.route->parts)
            pattern += "/" + part.text;
        return match.route->method + " " + pattern + " " + joinedOf(match.parameters);
    }

private Q_SLOTS:
    void initTestCase() {
        add("GET", "/");
        add("GET", "/v2/");
        add("GET", "/v2/{name...}/blobs/{digest}");
        add("POST", "/v2/{name...}/blobs/uploads/");
        add("PATCH", "/v2/{name...}/blobs/uploads/{id}");
        add("GET", "/v2/{name...}/tags/list");
        add("GET", "/things/{id}");
        add("GET", "/things/special");
        add("PUT", "/things/{id}");
        add("GET", "/{tenant}/controller/v1/{id}");
        add("HEAD", "/both");
        add("GET", "/both");
        add("GET", "/files/{path...}");
    }

    void findsTheRouteOfAPath_data() {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* method, const char* path, const char* expected) {
            QTest::newRow(name) << QString::fromLatin1(method) << QString::fromLatin1(path)
                                << QString::fromLatin1(expected);
        };
        row("root", "GET", "/", "GET / ");
        row("trailing slash counts", "GET", "/v2/", "GET /v2/ ");
        row("without it nothing", "GET", "/v2", "none");
        row("many segments", "GET", "/v2/a/b/c/blobs/sha256:1", "GET /v2/{name...}/blobs/{digest} a/b/c|sha256:1");
        row("one segment as many", "GET", "/v2/a/tags/list", "GET /v2/{name...}/tags/list a");
        row("many need one", "GET", "/v2/tags/list", "none");
        row("empty last segment", "POST", "/v2/a/b/blobs/uploads/", "POST /v2/{name...}/blobs/uploads/ a/b");
        row("literal wins", "GET", "/things/special", "GET /things/special ");
        row("parameter", "GET", "/things/7", "GET /things/{id} 7");
        row("other method of the literal", "PUT", "/things/special", "PUT /things/{id} special");
        row("decoded", "GET", "/things/a%20b%2Fc", "GET /things/{id} a b/c");
        row("bad escape", "GET", "/things/%zz", "none");
        row("NUL", "GET", "/things/%00", "none");
        row("empty parameter", "GET", "/things/", "none");
        row("empty segment within many", "GET", "/files/a//b", "none");
        row("many at the end", "GET", "/files/a/b", "GET /files/{path...} a/b");
        row("HEAD falls back to GET", "HEAD", "/things/7", "GET /things/{id} 7");
        row("its own HEAD first", "HEAD", "/both", "HEAD /both ");
        row("leading parameter", "GET", "/default/controller/v1/t1", "GET /{tenant}/controller/v1/{id} default|t1");
        row("wrong method", "DELETE", "/things/7", "allow GET, HEAD, PUT");
        row("unknown path", "GET", "/else", "none");
    }
    void findsTheRouteOfAPath() {
        QFETCH(const QString, method);
        QFETCH(const QString, path);
        QFETCH(const QString, expected);
        QCOMPARE(QString::fromStdString(found(method.toStdString(), path.toStdString())), expected);
    }

    void keepsTheLimitsOfARoute() {
        Router router;
        router.add("PUT", "/x", nothing, 77, BodyPolicy::streamed);
        const auto match = router.match("PUT", "/x");
        QVERIFY(match.route);
        QCOMPARE(match.route->maxBody, std::size_t{77});
        QVERIFY(match.route->policy == BodyPolicy::streamed);
    }
};

QTEST_GUILESS_MAIN(TestRouter)
#include "tst_router.moc"
