// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "core/http/proxy.h"
#include "tests/support/http_certificates.h"
#include "tests/support/http_servers.h"

using namespace signalbox;
using namespace signalbox::http;
using namespace signalbox::test;

namespace {

std::uint16_t freePort() {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const bool bound = ::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
                       ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    ::close(socket);
    return bound ? ntohs(address.sin_port) : std::uint16_t{0};
}

/// Debian's tinyproxy on loopback, for one user.
class TinyProxy {
public:
    TinyProxy() {
        QFile config(m_folder.filePath(QStringLiteral("tinyproxy.conf")));
        if (!config.open(QIODevice::WriteOnly)) return;
        const QByteArray port = QByteArray::number(m_port);
        const QByteArray text = "Port " + port + "\nListen 127.0.0.1\nTimeout 60\nMaxClients 20\nAllow 127.0.0.1\n" +
                                "BasicAuth till secret-1\nLogLevel Info\n";
        config.write(text);
        config.close();
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral("tinyproxy"), {QStringLiteral("-d"), QStringLiteral("-c"), config.fileName()});
        while (!m_said.contains("Starting main loop") && m_process.waitForReadyRead(20000))
            m_said += m_process.readAll();
    }
    ~TinyProxy() {
        m_process.kill();
        m_process.waitForFinished(10000);
    }
    [[nodiscard]] ClientOptions options(const std::string& credentials = "till:secret%2D1@") const {
        ClientOptions options;
        options.proxy = Proxy::parse("http://" + credentials + "127.0.0.1:" + std::to_string(m_port)).value();
        return options;
    }
    /// Everything it logged until `mark` came.
    [[nodiscard]] QByteArray saidUntil(const QByteArray& mark) {
        while (!m_said.contains(mark) && m_process.waitForReadyRead(20000))
            m_said += m_process.readAll();
        return m_said;
    }

private:
    QTemporaryDir m_folder;
    std::uint16_t m_port = freePort();
    QProcess m_process;
    QByteArray m_said;
};

asio::awaitable<Response> hello(Exchange&) {
    co_return textResponse(200, "hello");
}

Router greeting() {
    Router router;
    router.add("GET", "/", hello);
    return router;
}

Result<ClientResponse> ask(const std::string& url, ClientOptions options) {
    asio::io_context io;
    const auto client = makeClient(io, std::move(options));
    ClientRequest request;
    request.url = parseUrl(url).value();
    return runTask(io, client->send(std::move(request)));
}

ClientOptions over(const RawServer& proxy) {
    ClientOptions options;
    options.proxy = Proxy::parse("http://u:p@127.0.0.1:" + std::to_string(proxy.port())).value();
    return options;
}

}  // namespace

/// The client's way over a proxy; tinyproxy where the proxy is a good one.
class TestProxy : public QObject {
    Q_OBJECT

    [[nodiscard]] std::shared_ptr<const TlsClientContext> trusting() const {
        TlsClientOptions options;
        options.caPem = m_authority.pem();
        return TlsClientContext::make(std::move(options)).value();
    }
    [[nodiscard]] std::shared_ptr<const TlsServerContext> served() const {
        const Identity identity = m_authority.issueLocal();
        TlsServerOptions options;
        options.certificateChainPem = identity.certificatePem;
        options.privateKeyPem = identity.keyPem;
        return TlsServerContext::make(options).value();
    }

    HttpAuthority m_authority;

private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(!QStandardPaths::findExecutable(QStringLiteral("tinyproxy")).isEmpty(), "tinyproxy is not installed");
    }

    void tunnelsTlsThroughARealProxyWithCredentials() {
        TinyProxy proxy;
        ServerOptions serving;
        serving.tls = served();
        HttpServerThread server(greeting(), serving);
        ClientOptions options = proxy.options();
        options.tls = trusting();
        const auto response = ask(server.url("/"), options);
        QVERIFY2(response.has_value(), response ? "" : response.error().text().c_str());
        QCOMPARE(response->body, std::string("hello"));
        QVERIFY(proxy.saidUntil("CONNECT 127.0.0.1:").contains("CONNECT 127.0.0.1:"));
    }

    void forwardsPlainRequestsThroughARealProxy() {
        TinyProxy proxy;
        HttpServerThread server(greeting());
        const auto response = ask(server.url("/"), proxy.options());
        QVERIFY2(response.has_value(), response ? "" : response.error().text().c_str());
        QCOMPARE(response->body, std::string("hello"));
        QVERIFY(proxy.saidUntil("GET http://127.0.0.1:").contains("GET http://127.0.0.1:"));
    }

    void saysThatARealProxyWantsOtherCredentials() {
        TinyProxy proxy;
        HttpServerThread server(greeting());
        const auto plain = ask(server.url("/"), proxy.options(""));
        QCOMPARE(plain.error().code, make_error_code(ProxyErrc::authenticationRequired));
        ClientOptions options = proxy.options("till:mistaken@");
        options.tls = trusting();
        const auto secured = ask("https://127.0.0.1:" + std::to_string(server.port()) + "/", options);
        QCOMPARE(secured.error().code, make_error_code(ProxyErrc::authenticationRequired));
        QVERIFY(secured.error().text().find("mistaken") == std::string::npos);
    }

    void goesStraightToExceptions() {
        HttpServerThread server(greeting());
        ClientOptions options;
        options.proxy = Proxy::parse("http://127.0.0.1:1", {"127.0.0.0/8"}).value();
        QCOMPARE(ask(server.url("/"), options)->body, std::string("hello"));
    }

    void takesNoBytesOfTheProxyForTheServers() {
        RawServer proxy([](int socket) {
            (void)readHeadFrom(socket);
            writeTo(socket, "HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx");
        });
        ClientOptions options = over(proxy);
        options.tls = trusting();
        QCOMPARE(ask("https://till.example/", options).error().code, make_error_code(ProxyErrc::badAnswer));
    }

    void tellsARefusalFromAnAnswer() {
        RawServer proxy([](int socket) {
            (void)readHeadFrom(socket);
            writeTo(socket, "HTTP/1.0 403 Filtered\r\n\r\n");
        });
        ClientOptions options = over(proxy);
        options.tls = trusting();
        QCOMPARE(ask("https://till.example/", options).error().code, make_error_code(ProxyErrc::refused));
    }

    void boundsTheProxysHead() {
        RawServer proxy([](int socket) {
            (void)readHeadFrom(socket);
            writeTo(socket, "HTTP/1.1 200 OK\r\nX: " + std::string(40000, 'x'));
        });
        ClientOptions options = over(proxy);
        options.tls = trusting();
        QCOMPARE(ask("https://till.example/", options).error().code, make_error_code(ProxyErrc::badAnswer));
    }

    void refusesWhatIsNoProxy_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "socks5://h:1", "https://h:1", "http://", "http://u:secret@", "http://secret@h:0",
                                 "http://u:secret@h/path", "http://u%zz:secret@h", "http://u%3a:secret@h"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void refusesWhatIsNoProxy() {
        QFETCH(QString, text);
        const auto proxy = Proxy::parse(text.toStdString());
        QCOMPARE(proxy.error().code, make_error_code(BaseErrc::malformed));
        QVERIFY(proxy.error().text().find("secret") == std::string::npos);
    }

    void showsNoCredentials() {
        const auto proxy = Proxy::parse("http://Aladdin:open%20sesame@Proxy.example:3128/");
        QCOMPARE(proxy->shown(), std::string("http://proxy.example:3128"));
        QCOMPARE(proxy->authorization(), std::string("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="));
    }

    void knowsItsExceptions_data() {
        QTest::addColumn<QString>("entry");
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("over");
        const auto row = [](const char* entry, const char* host, bool over) {
            QTest::addRow("%s for %s", host, entry) << QString::fromLatin1(entry) << QString::fromLatin1(host) << over;
        };
        row("example.com", "example.com", false);
        row("example.com", "a.Example.com", false);
        row(".example.com", "a.example.com", false);
        row("*.example.com", "a.example.com", false);
        row("example.com", "badexample.com", true);
        row("example.com:443", "example.com", false);
        row("example.com:80", "example.com", true);
        row("10.0.0.0/8", "10.1.2.3", false);
        row("10.0.0.0/8", "11.1.2.3", true);
        row("10.0.0.0/8", "10.example", true);
        row("fd00::/8", "fd00::1", false);
        row("[::1]", "::1", false);
        row("::1", "::1", false);
        row("*", "anything", false);
    }
    void knowsItsExceptions() {
        QFETCH(QString, entry);
        QFETCH(QString, host);
        QFETCH(bool, over);
        const auto proxy = Proxy::parse("http://p:1", {entry.toStdString()});
        QCOMPARE(proxy->leadsTo(host.toStdString(), 443), over);
    }
};

QTEST_GUILESS_MAIN(TestProxy)
#include "tst_proxy.moc"
