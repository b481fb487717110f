// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "core/base/file_system.h"
#include "core/base/hash.h"
#include "core/trust/certificate.h"
#include "tests/support/trust_errors.h"

using namespace signalbox;
using namespace signalbox::trust;
using signalbox::test::codeOf;

namespace {

using std::chrono::days;

const TimePoint kNow = std::chrono::floor<Seconds>(SystemClock().now());

const CertificateAuthority& authority() {
    static const CertificateAuthority instance = CertificateAuthority::create("Signalbox test", kNow).value();
    return instance;
}

std::string aRequest() {
    return makeSigningRequest(PrivateKey::generate(), "whatever").value();
}

Subject aNode() {
    return {"node-1", Role::node, {"node-1.example.org", "192.0.2.7", "fd00::7", "localhost"}};
}

/// What the openssl program says of files in a folder; its exit code and both outputs.
class OpensslProgram {
public:
    void write(const char* name, const std::string& content) const {
        QVERIFY(replaceFile(nativeFileSystem(), path(name).toStdString(), bytesOf(content)));
    }
    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    int run(const QStringList& arguments) {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral("openssl"), arguments);
        if (!process.waitForFinished()) return -1;
        m_output = process.readAll();
        return process.exitCode();
    }
    [[nodiscard]] bool says(const char* text) const { return m_output.contains(text); }
    [[nodiscard]] const QByteArray& output() const { return m_output; }

private:
    QTemporaryDir m_folder;
    QByteArray m_output;
};

}  // namespace

class TestCertificate final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensslVerifiesTheChain();
    void opensslVerifiesHostNamesAndAddresses();
    void opensslReadsTheExtensionsOfALeaf();
    void opensslReadsTheExtensionsOfTheAuthority();
    void anIssuedCertificateCannotIssue();
    void infoHasNameRoleAndTimes();
    void infoNamesEachRole();
    void aForeignCertificateHasNoRole();
    void fingerprintIsSha256OfDer();
    void answerIsLeafThenAuthority();
    void keepsTheRequestsKeyAndIgnoresItsName();
    void serialsArePositiveAndDiffer();
    void validityEndsWithTheAuthoritys();
    void authoritySurvivesPem();
    void refusesToLoadAnotherKey();
    void refusesToLoadALeafAsAuthority();
    void refusesARequestThatDoesNotVerify();
    void refusesRequests_data();
    void refusesRequests();
    void refusesHosts_data();
    void refusesHosts();
    void refusesCommonNames_data();
    void refusesCommonNames();
    void takesCommonNamesUpTo256Bytes();
    void refusesValidityUnderADay();
    void refusesToInspectGarbage();
    void readsAuthoritiesInTheirOrder();
    void knowsWhoIssuedWhat();
};

void TestCertificate::opensslVerifiesTheChain() {
    OpensslProgram openssl;
    openssl.write("ca.pem", authority().certificatePem());
    openssl.write("leaf.pem", authority().issue(aRequest(), aNode(), kNow).value());
    for (const char* purpose : {"sslserver", "sslclient"}) {
        const int code = openssl.run({QStringLiteral("verify"), QStringLiteral("-x509_strict"),
                                      QStringLiteral("-purpose"), QString::fromLatin1(purpose),
                                      QStringLiteral("-CAfile"), openssl.path("ca.pem"), openssl.path("leaf.pem")});
        QVERIFY2(code == 0, openssl.output().constData());
    }
    openssl.write("other.pem", CertificateAuthority::create("Signalbox test", kNow).value().certificatePem());
    QVERIFY(openssl.run({QStringLiteral("verify"), QStringLiteral("-CAfile"), openssl.path("other.pem"),
                         openssl.path("leaf.pem")}) != 0);
}

void TestCertificate::opensslVerifiesHostNamesAndAddresses() {
    OpensslProgram openssl;
    openssl.write("ca.pem", authority().certificatePem());
    openssl.write("leaf.pem", authority().issue(aRequest(), aNode(), kNow).value());
    const auto verify = [&openssl](const char* option, const char* value) {
        return openssl.run({QStringLiteral("verify"), QString::fromLatin1(option), QString::fromLatin1(value),
                            QStringLiteral("-CAfile"), openssl.path("ca.pem"), openssl.path("leaf.pem")});
    };
    QCOMPARE(verify("-verify_hostname", "node-1.example.org"), 0);
    QCOMPARE(verify("-verify_hostname", "localhost"), 0);
    QCOMPARE(verify("-verify_ip", "192.0.2.7"), 0);
    QCOMPARE(verify("-verify_ip", "fd00::7"), 0);
    QVERIFY(verify("-verify_hostname", "node-2.example.org") != 0);
    QVERIFY(verify("-verify_hostname", "node-1") != 0);
    QVERIFY(verify("-verify_ip", "192.0.2.8") != 0);
}

void TestCertificate::opensslReadsTheExtensionsOfALeaf() {
    OpensslProgram openssl;
    openssl.write("leaf.pem", authority().issue(aRequest(), aNode(), kNow).value());
    const int code = openssl.run({QStringLiteral("x509"), QStringLiteral("-noout"), QStringLiteral("-text"),
                                  QStringLiteral("-in"), openssl.path("leaf.pem")});
    QCOMPARE(code, 0);
    for (const char* text :
         {"Version: 3 (0x2)", "ecdsa-with-SHA256", "Issuer: CN = Signalbox test", "Subject: CN = node-1",
          "NIST CURVE: P-256", "Basic Constraints: critical", "CA:FALSE", "Key Usage: critical", "Digital Signature",
          "TLS Web Server Authentication, TLS Web Client Authentication", "X509v3 Subject Key Identifier",
          "X509v3 Authority Key Identifier",
          "URI:urn:signalbox:role:node, DNS:node-1.example.org, IP Address:192.0.2.7, IP "
          "Address:FD00:0:0:0:0:0:0:7, DNS:localhost"})
        QVERIFY2(openssl.says(text), text);
}

void TestCertificate::opensslReadsTheExtensionsOfTheAuthority() {
    OpensslProgram openssl;
    openssl.write("ca.pem", authority().certificatePem());
    const int code = openssl.run({QStringLiteral("x509"), QStringLiteral("-noout"), QStringLiteral("-text"),
                                  QStringLiteral("-in"), openssl.path("ca.pem")});
    QCOMPARE(code, 0);
    for (const char* text : {"Basic Constraints: critical", "CA:TRUE, pathlen:0", "Key Usage: critical",
                             "Certificate Sign, CRL Sign", "X509v3 Subject Key Identifier"})
        QVERIFY2(openssl.says(text), text);
}

void TestCertificate::anIssuedCertificateCannotIssue() {
    const PrivateKey key = PrivateKey::generate();
    const auto leaf = authority().issue(makeSigningRequest(key, "x").value(), aNode(), kNow);
    QVERIFY(leaf);
    QVERIFY(codeOf(CertificateAuthority::load(*leaf, key.toPem())) == BaseErrc::corrupt);
}

void TestCertificate::infoHasNameRoleAndTimes() {
    const auto info = inspectCertificate(authority().issue(aRequest(), aNode(), kNow, days(30)).value());
    QVERIFY(info);
    QCOMPARE(info->commonName, std::string("node-1"));
    QCOMPARE(info->role, std::string("node"));
    QVERIFY(info->notBefore == kNow - std::chrono::minutes(5));
    QVERIFY(info->notAfter == kNow + days(30));
}

void TestCertificate::infoNamesEachRole() {
    for (const Role role : {Role::manager, Role::node, Role::terminal}) {
        const auto info = inspectCertificate(authority().issue(aRequest(), {"x", role, {}}, kNow).value());
        QVERIFY(info);
        QCOMPARE(info->role, std::string(roleName(role)));
    }
}

void TestCertificate::aForeignCertificateHasNoRole() {
    OpensslProgram openssl;
    QCOMPARE(openssl.run({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                          QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-keyout"),
                          openssl.path("key.pem"), QStringLiteral("-out"), openssl.path("cert.pem"),
                          QStringLiteral("-subj"), QStringLiteral("/O=x/CN=two roles"), QStringLiteral("-addext"),
                          QStringLiteral("subjectAltName=URI:urn:signalbox:role:manager,URI:urn:signalbox:role:node")}),
             0);
    const auto info = inspectCertificate(readFile(openssl.path("cert.pem").toStdString(), 65536).value());
    QVERIFY(info);
    QCOMPARE(info->commonName, std::string("two roles"));
    QCOMPARE(info->role, std::string());
}

void TestCertificate::fingerprintIsSha256OfDer() {
    OpensslProgram openssl;
    openssl.write("ca.pem", authority().certificatePem());
    QCOMPARE(openssl.run({QStringLiteral("x509"), QStringLiteral("-noout"), QStringLiteral("-fingerprint"),
                          QStringLiteral("-sha256"), QStringLiteral("-in"), openssl.path("ca.pem")}),
             0);
    QByteArray said = openssl.output().trimmed().toLower().replace(":", "");
    said = said.mid(said.indexOf('=') + 1);
    QCOMPARE(authority().fingerprint(), said.toStdString());
    QCOMPARE(inspectCertificate(authority().certificatePem())->fingerprint, authority().fingerprint());
}

void TestCertificate::answerIsLeafThenAuthority() {
    const std::string answer = authority().issue(aRequest(), aNode(), kNow).value();
    QVERIFY(answer.ends_with(authority().certificatePem()));
    QCOMPARE(inspectCertificate(answer)->commonName, std::string("node-1"));
    QCOMPARE(QByteArray::fromStdString(answer).count("BEGIN CERTIFICATE"), 2);
}

void TestCertificate::keepsTheRequestsKeyAndIgnoresItsName() {
    const PrivateKey key = PrivateKey::generate();
    OpensslProgram openssl;
    openssl.write("leaf.pem", authority().issue(makeSigningRequest(key, "manager").value(), aNode(), kNow).value());
    QCOMPARE(openssl.run({QStringLiteral("x509"), QStringLiteral("-noout"), QStringLiteral("-pubkey"),
                          QStringLiteral("-subject"), QStringLiteral("-in"), openssl.path("leaf.pem")}),
             0);
    QVERIFY(openssl.says(key.publicKey().toPem().c_str()));
    QVERIFY(openssl.says("CN = node-1"));
    QVERIFY(!openssl.says("manager"));
}

void TestCertificate::serialsArePositiveAndDiffer() {
    OpensslProgram openssl;
    const std::string request = aRequest();
    QSet<QByteArray> seen;
    for (int i = 0; i < 8; ++i) {
        openssl.write("leaf.pem", authority().issue(request, aNode(), kNow).value());
        QCOMPARE(openssl.run({QStringLiteral("x509"), QStringLiteral("-noout"), QStringLiteral("-serial"),
                              QStringLiteral("-in"), openssl.path("leaf.pem")}),
                 0);
        const QByteArray serial = openssl.output().trimmed().mid(7);
        QCOMPARE(serial.size(), 32);
        QVERIFY(serial.at(0) >= '4' && serial.at(0) <= '7');
        seen.insert(serial);
    }
    QCOMPARE(seen.size(), 8);
}

void TestCertificate::validityEndsWithTheAuthoritys() {
    const TimePoint late = kNow + days(20 * 365);
    const auto info = inspectCertificate(authority().issue(aRequest(), aNode(), late).value());
    QVERIFY(info);
    QVERIFY(info->notAfter == inspectCertificate(authority().certificatePem())->notAfter);
    QVERIFY(codeOf(authority().issue(aRequest(), aNode(), late + days(30))) == BaseErrc::wrongState);
}

void TestCertificate::authoritySurvivesPem() {
    const auto again = CertificateAuthority::load(authority().certificatePem(), authority().keyPem());
    QVERIFY(again);
    QCOMPARE(again->fingerprint(), authority().fingerprint());
    QVERIFY(again->issue(aRequest(), aNode(), kNow));
}

void TestCertificate::refusesToLoadAnotherKey() {
    const auto loaded = CertificateAuthority::load(authority().certificatePem(), PrivateKey::generate().toPem());
    QVERIFY(codeOf(loaded) == BaseErrc::corrupt);
}

void TestCertificate::refusesToLoadALeafAsAuthority() {
    const PrivateKey key = PrivateKey::generate();
    const std::string leaf = authority().issue(makeSigningRequest(key, "x").value(), aNode(), kNow).value();
    QVERIFY(codeOf(CertificateAuthority::load(leaf, key.toPem())) == BaseErrc::corrupt);
}

void TestCertificate::refusesARequestThatDoesNotVerify() {
    // The last base64 line is within the signature.
    std::string request = aRequest();
    const std::size_t at = request.find("-----END") - 12;
    request[at] = request[at] == 'A' ? 'B' : 'A';
    QVERIFY(codeOf(authority().issue(request, aNode(), kNow)) == BaseErrc::denied);
}

void TestCertificate::refusesRequests_data() {
    QTest::addColumn<std::string>("request");
    QTest::addColumn<int>("code");
    QTest::newRow("empty") << std::string() << static_cast<int>(BaseErrc::malformed);
    QTest::newRow("text") << std::string("please") << static_cast<int>(BaseErrc::malformed);
    QTest::newRow("cut") << aRequest().substr(0, 120) << static_cast<int>(BaseErrc::malformed);
    QTest::newRow("a certificate") << authority().certificatePem() << static_cast<int>(BaseErrc::malformed);
    QTest::newRow("long") << std::string(70000, 'x') << static_cast<int>(BaseErrc::tooLarge);
    OpensslProgram openssl;
    openssl.run({QStringLiteral("req"), QStringLiteral("-new"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"),
                 QStringLiteral("-nodes"), QStringLiteral("-keyout"), openssl.path("key.pem"), QStringLiteral("-out"),
                 openssl.path("request.pem"), QStringLiteral("-subj"), QStringLiteral("/CN=x")});
    QTest::newRow("RSA") << readFile(openssl.path("request.pem").toStdString(), 65536).value()
                         << static_cast<int>(BaseErrc::unsupported);
}

void TestCertificate::refusesRequests() {
    QFETCH(const std::string, request);
    QFETCH(const int, code);
    QVERIFY(codeOf(authority().issue(request, aNode(), kNow)) == static_cast<BaseErrc>(code));
}

void TestCertificate::refusesHosts_data() {
    QTest::addColumn<std::string>("host");
    QTest::newRow("empty") << std::string();
    QTest::newRow("wildcard") << std::string("*.example.org");
    QTest::newRow("second name smuggled in") << std::string("a,URI:urn:signalbox:role:manager");
    QTest::newRow("nul") << std::string("a\0b", 3);
    QTest::newRow("nul after an address") << std::string("127.0.0.1\0x", 11);
    QTest::newRow("space") << std::string("a b");
    QTest::newRow("empty label") << std::string("a..b");
    QTest::newRow("dot at the end") << std::string("a.");
    QTest::newRow("hyphen first") << std::string("-a.b");
    QTest::newRow("hyphen last") << std::string("a-.b");
    QTest::newRow("label of 64") << std::string(64, 'a') + ".org";
    QTest::newRow("with port") << std::string("a.b:443");
    QTest::newRow("not ASCII") << std::string(
        "b\xc3\xbc"
        "cher.example");
}

void TestCertificate::refusesHosts() {
    QFETCH(const std::string, host);
    const auto leaf = authority().issue(aRequest(), {"x", Role::node, {host}}, kNow);
    QVERIFY(codeOf(leaf) == BaseErrc::invalidArgument);
}

void TestCertificate::refusesCommonNames_data() {
    QTest::addColumn<std::string>("name");
    QTest::newRow("empty") << std::string();
    QTest::newRow("long") << std::string(257, 'x');
    QTest::newRow("nul") << std::string("a\0b", 3);
    QTest::newRow("escape") << std::string("a\x1b[31m");
    QTest::newRow("C1 control") << std::string(
        "a\xc2\x9b"
        "31m");
    QTest::newRow("not UTF-8") << std::string("a\xff");
    QTest::newRow("UTF-8 cut") << std::string("a\xc3");
    QTest::newRow("UTF-8 overlong") << std::string("a\xc0\x80");
}

void TestCertificate::refusesCommonNames() {
    QFETCH(const std::string, name);
    QVERIFY(codeOf(authority().issue(aRequest(), {name, Role::terminal, {}}, kNow)) == BaseErrc::invalidArgument);
    QVERIFY(codeOf(makeSigningRequest(PrivateKey::generate(), name)) == BaseErrc::invalidArgument);
    QVERIFY(codeOf(CertificateAuthority::create(name, kNow)) == BaseErrc::invalidArgument);
}

void TestCertificate::takesCommonNamesUpTo256Bytes() {
    OpensslProgram openssl;
    openssl.write("ca.pem", authority().certificatePem());
    for (const std::string& name : {std::string(256, 'x'), std::string("Kasse 7 \xe2\x80\x93 M\xc3\xbcnchen")}) {
        const std::string leaf = authority().issue(aRequest(), {name, Role::terminal, {}}, kNow).value();
        QCOMPARE(inspectCertificate(leaf)->commonName, name);
        openssl.write("leaf.pem", leaf);
        QCOMPARE(openssl.run({QStringLiteral("verify"), QStringLiteral("-CAfile"), openssl.path("ca.pem"),
                              openssl.path("leaf.pem")}),
                 0);
    }
}

void TestCertificate::refusesValidityUnderADay() {
    QVERIFY(codeOf(authority().issue(aRequest(), aNode(), kNow, days(0))) == BaseErrc::invalidArgument);
    QVERIFY(codeOf(authority().issue(aRequest(), aNode(), kNow, days(-3))) == BaseErrc::invalidArgument);
}

void TestCertificate::refusesToInspectGarbage() {
    QVERIFY(codeOf(inspectCertificate("")) == BaseErrc::malformed);
    QVERIFY(codeOf(inspectCertificate(aRequest())) == BaseErrc::malformed);
    QVERIFY(codeOf(inspectCertificate(authority().certificatePem().substr(0, 200))) == BaseErrc::malformed);
    QVERIFY(codeOf(inspectCertificate(std::string(300000, 'x'))) == BaseErrc::tooLarge);
}

void TestCertificate::readsAuthoritiesInTheirOrder() {
    const auto other = CertificateAuthority::create("other", kNow).value();
    const std::string both = authority().certificatePem() + other.certificatePem();
    const auto read = inspectAuthorities(both);
    QVERIFY(read);
    QCOMPARE(read->size(), std::size_t(2));
    QCOMPARE(read->at(0).fingerprint, authority().fingerprint());
    QCOMPARE(read->at(1).fingerprint, other.fingerprint());
    const std::string leaf = authority().issue(aRequest(), aNode(), kNow).value();
    QVERIFY(codeOf(inspectAuthorities(leaf)) == BaseErrc::malformed);
    QVERIFY(codeOf(inspectAuthorities("")) == BaseErrc::malformed);
    QVERIFY(codeOf(inspectAuthorities(both + both + both)) == BaseErrc::malformed);
    QVERIFY(codeOf(inspectAuthorities(both + both.substr(0, 200))) == BaseErrc::malformed);
}

void TestCertificate::knowsWhoIssuedWhat() {
    const auto other = CertificateAuthority::create("other", kNow).value();
    const std::string leaf = authority().issue(aRequest(), aNode(), kNow).value();
    QCOMPARE(issuerFingerprint(leaf).value(), authority().fingerprint());
    QVERIFY(codeOf(issuerFingerprint(authority().certificatePem())) == BaseErrc::malformed);
    QVERIFY(checkIssued(authority().certificatePem(), leaf, kNow));
    QVERIFY(codeOf(checkIssued(other.certificatePem(), leaf, kNow)) == BaseErrc::denied);
    QVERIFY(codeOf(checkIssued(authority().certificatePem(), leaf, kNow + days(400))) == BaseErrc::denied);
}

QTEST_GUILESS_MAIN(TestCertificate)
#include "tst_certificate.moc"
