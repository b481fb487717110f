// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <fstream>

#include "core/base/file_system.h"
#include "tests/support/http_certificates.h"
#include "tests/support/http_servers.h"

using namespace signalbox;
using namespace signalbox::http;
using namespace signalbox::test;

namespace {

asio::awaitable<Response> digestOf(Exchange& exchange) {
    Hasher hasher;
    std::vector<std::byte> piece(256 * 1024);
    for (;;) {
        auto count = co_await exchange.stream->read(piece);
        if (!count) co_return textResponse(500, count.error().text());
        if (*count == 0) break;
        hasher.update(Bytes(piece).first(*count));
    }
    co_return textResponse(200, hasher.finishHex());
}

asio::awaitable<Response> serveFile(Exchange& exchange, std::string path) {
    auto file = openFileBody(path);
    if (!file) co_return textResponse(404, "none");
    co_return fileResponse(exchange.request, std::move(*file), "application/octet-stream", "\"v1\"");
}

Task<void> threeEvents(StreamWriter& writer) {
    for (int i = 0; i < 3; ++i)
        CO_CHECK(co_await writer.write("data: " + std::to_string(i) + "\n\n"));
    co_return Result<void>();
}

asio::awaitable<Response> events(Exchange&) {
    Response response;
    StreamBody body = [](StreamWriter& writer) { return threeEvents(writer); };
    response.body = std::move(body);
    co_return response;
}

}  // namespace

/// The server as curl sees it, plain and over TLS.
class TestCurl : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    HttpAuthority m_authority;
    std::string m_file;
    std::string m_content;
    std::unique_ptr<HttpServerThread> m_plain;
    std::unique_ptr<HttpServerThread> m_tls;

    [[nodiscard]] Router routes() const {
        Router router;
        const auto file = [path = m_file](Exchange& exchange) { return serveFile(exchange, path); };
        router.add("GET", "/file", file);
        router.add("GET", "/events", events);
        router.add("PUT", "/digest", digestOf, 100'000'000, BodyPolicy::streamed);
        router.add("PUT", "/small", digestOf, 1000, BodyPolicy::streamed);
        return router;
    }

    /// curl's standard output; what it thinks of the exchange is its exit code.
    [[nodiscard]] QByteArray curl(const HttpServerThread& server, const QStringList& arguments, const char* target,
                                  int expected = 0) const {
        QProcess process;
        QStringList all{QStringLiteral("-sS"),
                        QStringLiteral("--max-time"),
                        QStringLiteral("20"),
                        QStringLiteral("--noproxy"),
                        QStringLiteral("*"),
                        QStringLiteral("--cacert"),
                        m_folder.filePath(QStringLiteral("ca.pem"))};
        all << arguments << QString::fromStdString(server.url(target));
        process.start(QStringLiteral("curl"), all);
        if (!process.waitForFinished(25000) || process.exitCode() != expected)
            qWarning() << process.exitCode() << process.readAllStandardError();
        return process.readAllStandardOutput();
    }

    void bothDoors() {
        QTest::addColumn<bool>("tls");
        QTest::newRow("plain") << false;
        QTest::newRow("TLS") << true;
    }
    [[nodiscard]] const HttpServerThread& door() const {
        QFETCH(const bool, tls);
        return tls ? *m_tls : *m_plain;
    }

private Q_SLOTS:
    void initTestCase() {
        QCOMPARE(QProcess::execute(QStringLiteral("curl"), {QStringLiteral("-sV")}), 0);
        m_content = randomBytes(3'000'000);
        m_file = m_folder.filePath(QStringLiteral("file")).toStdString();
        std::ofstream(m_file, std::ios::binary) << m_content;
        std::ofstream(m_folder.filePath(QStringLiteral("ca.pem")).toStdString()) << m_authority.pem();
        const Identity identity = m_authority.issueLocal();
        TlsServerOptions tls;
        tls.certificateChainPem = identity.certificatePem;
        tls.privateKeyPem = identity.keyPem;
        ServerOptions options;
        options.tls = TlsServerContext::make(tls).value();
        m_plain = std::make_unique<HttpServerThread>(routes());
        m_tls = std::make_unique<HttpServerThread>(routes(), options);
    }
    void cleanupTestCase() {
        m_plain.reset();
        m_tls.reset();
    }

    void downloads_data() { bothDoors(); }
    void downloads() { QVERIFY(curl(door(), {}, "/file") == QByteArray::fromStdString(m_content)); }

    void downloadsRanges_data() { bothDoors(); }
    void downloadsRanges() {
        const auto part = curl(door(), {QStringLiteral("-r"), QStringLiteral("1000-1999")}, "/file");
        QCOMPARE(part, QByteArray::fromStdString(m_content.substr(1000, 1000)));
    }

    void resumes_data() { bothDoors(); }
    void resumes() {
        const QString path = m_folder.filePath(QStringLiteral("part"));
        std::ofstream(path.toStdString(), std::ios::binary) << m_content.substr(0, 1'234'567);
        (void)curl(door(), {QStringLiteral("-C"), QStringLiteral("-"), QStringLiteral("-o"), path}, "/file");
        QVERIFY(readFile(path.toStdString(), 10'000'000).value() == m_content);
    }

    void uploads_data() { bothDoors(); }
    void uploads() {
        const auto digest = curl(door(), {QStringLiteral("-T"), QString::fromStdString(m_file)}, "/digest");
        QCOMPARE(digest, QByteArray::fromStdString(sha256Hex(bytesOf(m_content))));
    }

    void uploadsInChunks_data() { bothDoors(); }
    void uploadsInChunks() {
        const auto digest = curl(door(),
                                 {QStringLiteral("-H"), QStringLiteral("Transfer-Encoding: chunked"),
                                  QStringLiteral("-T"), QString::fromStdString(m_file)},
                                 "/digest");
        QCOMPARE(digest, QByteArray::fromStdString(sha256Hex(bytesOf(m_content))));
    }

    void seesThatAnUploadIsTooLarge_data() { bothDoors(); }
    void seesThatAnUploadIsTooLarge() {
        for (const char* expectation : {"Expect:", "Expect: 100-continue"}) {
            const auto status =
                curl(door(),
                     {QStringLiteral("-o"), QStringLiteral("/dev/null"), QStringLiteral("-w"),
                      QStringLiteral("%{http_code}"), QStringLiteral("-H"), QString::fromLatin1(expectation),
                      QStringLiteral("-T"), QString::fromStdString(m_file)},
                     "/small");
            QCOMPARE(status, QByteArray("413"));
        }
    }

    void readsEvents_data() { bothDoors(); }
    void readsEvents() { QCOMPARE(curl(door(), {}, "/events"), QByteArray("data: 0\n\ndata: 1\n\ndata: 2\n\n")); }

    void speaksHttp10_data() { bothDoors(); }
    void speaksHttp10() {
        QCOMPARE(curl(door(), {QStringLiteral("--http1.0")}, "/events"),
                 QByteArray("data: 0\n\ndata: 1\n\ndata: 2\n\n"));
    }

    void asksForTheHead_data() { bothDoors(); }
    void asksForTheHead() {
        const auto head = curl(door(), {QStringLiteral("-I")}, "/file");
        QVERIFY(head.contains("\r\nContent-Length: 3000000\r\n"));
        QVERIFY(head.contains("\r\nAccept-Ranges: bytes\r\n"));
    }
};

QTEST_GUILESS_MAIN(TestCurl)
#include "tst_curl.moc"
