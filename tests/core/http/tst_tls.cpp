// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <openssl/ssl.h>

#include <QTest>

#include "core/http/tls_renewal.h"
#include "tests/support/http_certificates.h"
#include "tests/support/http_servers.h"

using namespace signalbox;
using namespace signalbox::http;
using namespace signalbox::test;

namespace {

asio::awaitable<Response> hello(Exchange&) {
    co_return textResponse(200, "hello");
}

asio::awaitable<Response> helloAndClose(Exchange&) {
    Response response = textResponse(200, "hello");
    response.headers.set("Connection", "close");
    co_return response;
}

asio::awaitable<Response> nameOf(Exchange& exchange) {
    Response response = textResponse(200, exchange.request.peer.certificateName);
    response.headers.set("Connection", "close");
    co_return response;
}

Router routes() {
    Router router;
    router.add("GET", "/", hello);
    router.add("GET", "/close", helloAndClose);
    router.add("GET", "/name", nameOf);
    return router;
}

TlsClientOptions trusting(const std::string& caPem) {
    TlsClientOptions options;
    options.caPem = caPem;
    return options;
}

}  // namespace

/// Who is trusted, what is refused, and that sessions are resumed.
class TestTls : public QObject {
    Q_OBJECT

    HttpAuthority m_authority{"the CA"};
    HttpAuthority m_stranger{"another CA"};

    [[nodiscard]] std::shared_ptr<const TlsServerContext> contextOf(const Identity& identity,
                                                                    TlsFloor floor = TlsFloor::tls13,
                                                                    bool sendCa = false) const {
        TlsServerOptions options;
        options.certificateChainPem = identity.certificatePem + (sendCa ? m_authority.pem() : "");
        options.privateKeyPem = identity.keyPem;
        options.floor = floor;
        options.clientCaPem = m_authority.pem();
        return TlsServerContext::make(options).value();
    }

    [[nodiscard]] static ServerOptions over(std::shared_ptr<const TlsServerContext> context) {
        ServerOptions options;
        options.tls = std::move(context);
        return options;
    }

    [[nodiscard]] static Result<ClientResponse> get(const std::string& url, TlsClientOptions tls) {
        auto context = TlsClientContext::make(std::move(tls));
        if (!context) return std::move(context).error();
        ClientOptions options;
        options.tls = std::move(*context);
        asio::io_context io;
        const auto client = makeClient(io, std::move(options));
        ClientRequest request;
        request.url = parseUrl(url).value();
        return runTask(io, client->send(std::move(request)));
    }

    /// The error of a GET at a server that shows `identity`.
    [[nodiscard]] boost::system::error_code errorAt(const Identity& identity, TlsClientOptions tls,
                                                    bool sendCa = false) const {
        HttpServerThread server(routes(), over(contextOf(identity, TlsFloor::tls13, sendCa)));
        const auto response = get(server.url("/"), std::move(tls));
        return response ? boost::system::error_code() : response.error().code;
    }

private Q_SLOTS:
    void trustsItsAuthority() {
        QCOMPARE(errorAt(m_authority.issueLocal(), trusting(m_authority.pem())), boost::system::error_code());
    }

    void refusesAnotherAuthority() {
        QCOMPARE(errorAt(m_authority.issueLocal(), trusting(m_stranger.pem())),
                 make_error_code(TlsErrc::certificateUntrusted));
    }

    void refusesTheSystemsAuthoritiesForOurs() {
        QCOMPARE(errorAt(m_authority.issueLocal(), trusting({})), make_error_code(TlsErrc::certificateUntrusted));
    }

    void refusesAnotherHost() {
        Subject subject;
        subject.hosts = {"elsewhere.example"};
        subject.addresses = {"192.0.2.1"};
        QCOMPARE(errorAt(m_authority.issue(subject), trusting(m_authority.pem())),
                 make_error_code(TlsErrc::certificateWrongHost));
    }

    void refusesAnotherHostByName() {
        Subject subject;
        subject.hosts = {"elsewhere.example"};
        HttpServerThread server(routes(), over(contextOf(m_authority.issue(subject))));
        const auto response =
            get("https://localhost:" + std::to_string(server.port()) + "/", trusting(m_authority.pem()));
        QCOMPARE(response.error().code, make_error_code(TlsErrc::certificateWrongHost));
    }

    void findsTheHostByName() {
        HttpServerThread server(routes(), over(contextOf(m_authority.issueLocal())));
        QVERIFY(get("https://localhost:" + std::to_string(server.port()) + "/", trusting(m_authority.pem())));
    }

    void showsARenewedCertificate() {
        const auto context = contextOf(m_stranger.issueLocal());
        const Identity renewed = m_authority.issueLocal();
        QVERIFY(renewCertificate(*context, renewed.certificatePem + m_authority.pem(), renewed.keyPem));
        HttpServerThread server(routes(), over(context));
        QVERIFY(get(server.url("/"), trusting(m_authority.pem())));
    }

    void keepsItsCertificateWhenTheNewOneIsBad() {
        const auto context = contextOf(m_authority.issueLocal());
        const Identity other = m_stranger.issueLocal();
        const Identity another = m_stranger.issueLocal();
        for (const auto& [chain, key] :
             {std::pair(other.certificatePem, another.keyPem), std::pair(std::string("no PEM"), other.keyPem),
              std::pair(other.certificatePem, std::string("no PEM"))})
            QCOMPARE(renewCertificate(*context, chain, key).error().code, make_error_code(TlsErrc::badPem));
        HttpServerThread server(routes(), over(context));
        QVERIFY(get(server.url("/"), trusting(m_authority.pem())));
    }

    void refusesAnExpiredCertificate() {
        Subject subject;
        subject.addresses = {"127.0.0.1"};
        subject.expired = true;
        QCOMPARE(errorAt(m_authority.issue(subject), trusting(m_authority.pem())),
                 make_error_code(TlsErrc::certificateExpired));
    }

    void demandsTheRole_data() {
        QTest::addColumn<QString>("has");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("same") << "node"
                              << "node" << true;
        QTest::newRow("none wanted") << "node"
                                     << "" << true;
        QTest::newRow("another") << "terminal"
                                 << "node" << false;
        QTest::newRow("none") << ""
                              << "node" << false;
        QTest::newRow("longer") << "node2"
                                << "node" << false;
    }
    void demandsTheRole() {
        QFETCH(const QString, has);
        QFETCH(const QString, wanted);
        QFETCH(const bool, accepted);
        TlsClientOptions tls = trusting(m_authority.pem());
        tls.requiredRole = wanted.toStdString();
        const auto expected = accepted ? boost::system::error_code() : make_error_code(TlsErrc::certificateWrongRole);
        QCOMPARE(errorAt(m_authority.issueLocal(has.toStdString()), std::move(tls)), expected);
    }

    void trustsThePinnedCertificateItself() {
        const Identity identity = m_authority.issueLocal();
        TlsClientOptions tls;
        tls.pinnedFingerprint = identity.fingerprint;
        QCOMPARE(errorAt(identity, std::move(tls)), boost::system::error_code());
    }

    void trustsThePinnedAuthorityThatIsSent() {
        TlsClientOptions tls;
        tls.pinnedFingerprint = m_authority.fingerprint();
        tls.requiredRole = "manager";
        QCOMPARE(errorAt(m_authority.issueLocal("manager"), std::move(tls), true), boost::system::error_code());
    }

    void refusesAnotherPin() {
        TlsClientOptions tls;
        tls.pinnedFingerprint = m_stranger.fingerprint();
        tls.caPem = m_authority.pem();
        QCOMPARE(errorAt(m_authority.issueLocal(), std::move(tls), true),
                 make_error_code(TlsErrc::certificateWrongPin));
    }

    void refusesAChainThatDoesNotLeadToThePin() {
        // The pinned authority is sent beside a certificate that it did not sign.
        TlsClientOptions tls;
        tls.pinnedFingerprint = m_authority.fingerprint();
        QCOMPARE(errorAt(m_stranger.issueLocal(), std::move(tls), true),
                 make_error_code(TlsErrc::certificateUntrusted));
    }

    void checksTheHostOfAPinnedCertificateToo() {
        Subject subject;
        subject.hosts = {"elsewhere.example"};
        const Identity identity = m_authority.issue(subject);
        TlsClientOptions tls;
        tls.pinnedFingerprint = identity.fingerprint;
        QCOMPARE(errorAt(identity, std::move(tls)), make_error_code(TlsErrc::certificateWrongHost));
    }

    void refusesAClientOfAnotherAuthority() {
        const Identity mine = m_stranger.issueLocal("terminal");
        TlsClientOptions tls = trusting(m_authority.pem());
        tls.certificateChainPem = mine.certificatePem;
        tls.privateKeyPem = mine.keyPem;
        QVERIFY(errorAt(m_authority.issueLocal(), std::move(tls)));
    }

    void takesClientsOfAnotherAuthorityOnceToldTo() {
        const auto server = contextOf(m_authority.issueLocal());
        HttpServerThread thread(routes(), over(server));
        const auto nameOf = [&](const HttpAuthority& authority) {
            const Identity mine = authority.issue({"manager-1", "manager", {}, {}, false});
            TlsClientOptions tls = trusting(m_authority.pem());
            tls.certificateChainPem = mine.certificatePem;
            tls.privateKeyPem = mine.keyPem;
            const auto response = get(thread.url("/name"), std::move(tls));
            return response ? response->body : std::string();
        };
        QCOMPARE(nameOf(m_stranger), std::string());
        QVERIFY(renewClientTrust(*server, m_authority.pem() + m_stranger.pem()));
        QCOMPARE(nameOf(m_stranger), std::string("manager-1"));
        QCOMPARE(nameOf(m_authority), std::string("manager-1"));
        QCOMPARE(renewClientTrust(*server, "no PEM").error().code, make_error_code(TlsErrc::badPem));
        QVERIFY(renewClientTrust(*server, m_stranger.pem()));
        QCOMPARE(nameOf(m_authority), std::string());
        QCOMPARE(nameOf(m_stranger), std::string("manager-1"));
    }

    void resumesSessions() {
        const Identity mine = m_authority.issue({"terminal-1", "terminal", {}, {}, false});
        TlsClientOptions tls = trusting(m_authority.pem());
        tls.certificateChainPem = mine.certificatePem;
        tls.privateKeyPem = mine.keyPem;
        const auto serverContext = contextOf(m_authority.issueLocal());
        HttpServerThread server(routes(), over(serverContext));
        ClientOptions options;
        options.tls = TlsClientContext::make(std::move(tls)).value();
        asio::io_context io;
        const auto client = makeClient(io, options);
        for (int i = 0; i < 3; ++i) {
            ClientRequest request;
            request.url = parseUrl(server.url("/name")).value();
            const auto response = runTask(io, client->send(std::move(request)));
            QVERIFY2(response, response ? "" : response.error().text().c_str());
            QCOMPARE(response->body, std::string("terminal-1"));
        }
        QCOMPARE(SSL_CTX_sess_accept_good(serverContext->native()), 3L);
        QCOMPARE(SSL_CTX_sess_hits(serverContext->native()), 2L);
    }

    void takesTls12WithAeadOnlyWhereTheFloorAllows() {
        const Identity identity = m_authority.issueLocal();
        for (const TlsFloor floor : {TlsFloor::tls12, TlsFloor::tls13}) {
            HttpServerThread server(routes(), over(contextOf(identity, floor)));
            auto context = TlsClientContext::make([&] {
                               TlsClientOptions tls = trusting(m_authority.pem());
                               tls.floor = TlsFloor::tls12;
                               return tls;
                           }())
                               .value();
            SSL_CTX_set_max_proto_version(context->native(), TLS1_2_VERSION);
            ClientOptions options;
            options.tls = context;
            asio::io_context io;
            const auto client = makeClient(io, options);
            ClientRequest request;
            request.url = parseUrl(server.url("/")).value();
            const auto response = runTask(io, client->send(std::move(request)));
            if (floor == TlsFloor::tls12)
                QVERIFY2(response, response ? "" : response.error().text().c_str());
            else
                QCOMPARE(response.error().code, make_error_code(TlsErrc::handshakeFailed));
        }
    }

    void refusesCbcCiphers() {
        HttpServerThread server(routes(), over(contextOf(m_authority.issueLocal(), TlsFloor::tls12)));
        TlsClientOptions tls = trusting(m_authority.pem());
        tls.floor = TlsFloor::tls12;
        const auto context = TlsClientContext::make(std::move(tls)).value();
        SSL_CTX_set_max_proto_version(context->native(), TLS1_2_VERSION);
        SSL_CTX_set_cipher_list(context->native(), "ECDHE-ECDSA-AES128-SHA256:ECDHE-ECDSA-AES128-SHA");
        ClientOptions options;
        options.tls = context;
        asio::io_context io;
        const auto client = makeClient(io, options);
        ClientRequest request;
        request.url = parseUrl(server.url("/")).value();
        QCOMPARE(runTask(io, client->send(std::move(request))).error().code, make_error_code(TlsErrc::handshakeFailed));
    }

    void survivesPlainHttpAtATlsDoor() {
        HttpServerThread server(routes(), over(contextOf(m_authority.issueLocal())));
        (void)rawExchange(server.port(), "GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QVERIFY(get(server.url("/"), trusting(m_authority.pem())));
    }

    void tellsAServerThatSpeaksNoTls() {
        HttpServerThread server(routes());
        const auto response =
            get("https://127.0.0.1:" + std::to_string(server.port()) + "/", trusting(m_authority.pem()));
        QCOMPARE(response.error().code, make_error_code(TlsErrc::handshakeFailed));
    }

    void timesOutWhenTheHandshakeStops() {
        RawServer server([](int socket) { (void)readHeadFrom(socket); });
        ClientOptions options;
        options.tls = TlsClientContext::make(trusting(m_authority.pem())).value();
        options.connectDeadline = Milliseconds(60);
        asio::io_context io;
        const auto client = makeClient(io, options);
        ClientRequest request;
        request.url = parseUrl("https://127.0.0.1:" + std::to_string(server.port()) + "/").value();
        QCOMPARE(runTask(io, client->send(std::move(request))).error().code, make_error_code(BaseErrc::timedOut));
    }

    void refusesBadPem() {
        TlsServerOptions options;
        const Identity identity = m_authority.issueLocal();
        options.certificateChainPem = identity.certificatePem;
        options.privateKeyPem = "no key";
        QCOMPARE(TlsServerContext::make(options).error().code, make_error_code(TlsErrc::badPem));
        options.privateKeyPem = m_authority.issueLocal().keyPem;
        QCOMPARE(TlsServerContext::make(options).error().code, make_error_code(TlsErrc::badPem));
        options.certificateChainPem = "";
        QCOMPARE(TlsServerContext::make(options).error().code, make_error_code(TlsErrc::badPem));
        QCOMPARE(TlsClientContext::make(trusting("no certificate")).error().code, make_error_code(TlsErrc::badPem));
        const auto cut = m_authority.pem() + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        QCOMPARE(TlsClientContext::make(trusting(cut)).error().code, make_error_code(TlsErrc::badPem));
    }
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
