// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>
#include <QProcess>
#include <QTest>

#include "core/model/json.h"
#include "tests/support/http_servers.h"
#include "tests/support/manager_host.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

unsigned modeOf(const std::filesystem::path& path) {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 ? info.st_mode & 0777U : 0U;
}

/// A real signalbox-manager on loopback, killed with the test.
class Program {
public:
    explicit Program(const QString& data) {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(
            QStringLiteral(SIGNALBOX_MANAGER_PROGRAM),
            {QStringLiteral("run"), QStringLiteral("--data"), data, QStringLiteral("--ddi-listen"),
             QStringLiteral("127.0.0.1:0"), QStringLiteral("--ddi-url"), QStringLiteral("https://127.0.0.1"),
             QStringLiteral("--admin-listen"), QStringLiteral("127.0.0.1:0")});
        // "terminals and nodes reach <url>, administrators <url>" says that it is there.
        while (m_adminUrl.empty() && m_process.waitForReadyRead(20000)) {
            m_output += m_process.readAll();
            m_ddiUrl = after("terminals and nodes reach ", ",");
            m_adminUrl = after("administrators ", "\n");
        }
    }
    ~Program() {
        if (m_process.state() != QProcess::NotRunning) killHard();
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    void killHard() {
        m_process.kill();
        m_process.waitForFinished(10000);
    }
    int terminate() {
        m_process.terminate();
        m_process.waitForFinished(20000);
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    [[nodiscard]] const std::string& ddiUrl() const { return m_ddiUrl; }
    [[nodiscard]] const std::string& adminUrl() const { return m_adminUrl; }

private:
    [[nodiscard]] std::string after(const char* mark, const char* end) const {
        const auto begin = m_output.indexOf(mark);
        const auto stop = begin < 0 ? -1 : m_output.indexOf(end, begin);
        if (stop < 0) return {};
        const auto from = begin + qsizetype(qstrlen(mark));
        return m_output.mid(from, stop - from).toStdString();
    }

    QProcess m_process;
    QByteArray m_output;
    std::string m_ddiUrl;
    std::string m_adminUrl;
};

/// Asks a manager in another process.
class Caller {
public:
    explicit Caller(const std::filesystem::path& data) {
        const auto profile = parseJson(readFile(data / "admin.json", 65536).value()).value();
        token = std::string(profile.at("token").as_string());
        http::TlsClientOptions tls;
        tls.caPem = readFile(data / "ca.pem", 65536).value();
        tls.requiredRole = "manager";
        http::ClientOptions options;
        options.tls = http::TlsClientContext::make(std::move(tls)).value();
        m_client = http::makeClient(m_io, std::move(options));
    }
    Result<http::ClientResponse> send(const std::string& method, const std::string& url,
                                      const std::string& authorization, const std::string& body = {}) {
        http::ClientRequest request;
        request.method = method;
        request.url = http::parseUrl(url).value();
        request.headers.set("Authorization", authorization);
        request.body = body;
        return runTask(m_io, m_client->send(std::move(request)));
    }
    HostAnswer admin(const Program& program, const std::string& method, const std::string& path,
                     const std::string& body = {}) {
        const auto response = send(method, program.adminUrl() + path, "Bearer " + token, body).value();
        HostAnswer answer{response.status, response.headers, response.body, nullptr};
        if (auto json = parseJson(response.body, 16 << 20)) answer.json = std::move(*json);
        return answer;
    }

    std::string token;

private:
    asio::io_context m_io;
    std::unique_ptr<http::Client> m_client;
};

}  // namespace

/// The manager as a whole: first start, later starts, and what a kill leaves.
class TestManager : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void renewsItsCertificateWhileItServes() {
        ManagerHost host;
        const TimePoint now = host.clock.now();
        host.clock.set(now - Seconds(300LL * 86400));
        host.restart();
        host.clock.set(now);
        const auto newest = [&host] { return host.admin("GET", "/api/v1/audit?order=newest&limit=1"); };
        QTRY_COMPARE_WITH_TIMEOUT(newest().text("items/0/action"), std::string("certificate.renew"), 20000);
        http::TlsClientOptions tls;
        tls.caPem = readFile(host.data() / "ca.pem", 65536).value();
        tls.requiredRole = "manager";
        tls.pinnedFingerprint = newest().text("items/0/detail/fingerprint");
        http::ClientOptions options;
        options.tls = http::TlsClientContext::make(std::move(tls)).value();
        const auto client = http::makeClient(host.io, std::move(options));
        for (const std::string& url : {host.manager().adminUrl(), host.manager().ddiUrl()}) {
            http::ClientRequest request;
            request.url = http::parseUrl(url + "/nothing").value();
            const auto answer = runTask(host.io, client->send(std::move(request)));
            QVERIFY2(answer, answer ? "" : answer.error().text().c_str());
        }
    }

    void startsOnAnEmptyFolder() {
        ManagerHost host;
        QCOMPARE(host.admin("GET", "/api/v1/status").status, 200);
        QCOMPARE(host.admin("GET", "/api/v1/clusters").text("items/0/name"), std::string("default"));
        QCOMPARE(modeOf(host.data()), 0700U);
        QCOMPARE(modeOf(host.data() / "admin.json"), 0600U);
        QCOMPARE(modeOf(host.data() / "signalbox.sqlite"), 0600U);
    }

    void aLaterStartKeepsIdentityAndTokens() {
        ManagerHost host;
        const std::string token = host.addTerminal("t1");
        const auto before = host.admin("GET", "/api/v1/status");
        const std::string adminToken = host.adminToken();
        host.restart();
        const auto after = host.admin("GET", "/api/v1/status");
        QCOMPARE(after.text("managerId"), before.text("managerId"));
        QCOMPARE(after.text("caFingerprint"), before.text("caFingerprint"));
        QCOMPARE(host.adminToken(), adminToken);
        QCOMPARE(host.ddi("GET", "t1", token).status, 200);
        QCOMPARE(host.admin("GET", "/api/v1/tokens").number("total"), std::int64_t(1));
    }

    void theProfileFollowsTheAdminDoor() {
        ManagerHost host;
        host.restart();
        const auto profile = parseJson(readFile(host.data() / "admin.json", 65536).value()).value();
        QCOMPARE(std::string(profile.at("url").as_string()), host.manager().adminUrl());
        QCOMPARE(modeOf(host.data() / "admin.json"), 0600U);
    }

    void aSecondOneOnTheSameDataIsRefused() {
        ManagerHost host;
        asio::io_context io;
        manager::ManagerOptions options;
        options.data = host.data();
        options.ddiListen = options.adminListen = "127.0.0.1:0";
        const auto second = manager::Manager::start(io, options, host.clock);
        QVERIFY(!second);
        QVERIFY(second.error().code == BaseErrc::unavailable);
        QCOMPARE(host.admin("GET", "/api/v1/status").status, 200);
    }

    void badAddressesAreRefused() {
        for (const char* text : {"", "x", ":1", "1.2.3.4:", "1.2.3.4:99999", "1.2.3.4:-1", "1.2.3.4:8x"})
            QVERIFY2(!manager::parseAddress(text), text);
        QCOMPARE(manager::parseAddress("[::1]:8443").value().host, std::string("::1"));
        QCOMPARE(manager::parseAddress("0.0.0.0:8443").value().port, std::uint16_t(8443));
    }

    void eventsOfAnEarlierProcessAreNotResumed() {
        ManagerHost host;
        http::ClientRequest request;
        const auto before = host.clock.now().time_since_epoch().count() * 1000 + 1;
        host.clock.advance(Seconds(1));
        host.restart();
        request.url = http::parseUrl(host.manager().adminUrl() + "/api/v1/events").value();
        request.headers.set("Authorization", "Bearer " + host.adminToken());
        request.headers.set("Last-Event-ID", std::to_string(before));
        request.wantsSink = [](int, const http::Headers&) { return true; };
        std::string heard;
        request.sink = [&heard](Bytes bytes) -> Result<void> {
            heard += textOf(bytes);
            return makeError(BaseErrc::cancelled, "enough");
        };
        [[maybe_unused]] const auto ended = runTask(host.io, host.client().send(std::move(request)));
        QVERIFY(heard.starts_with("event: reset"));
    }

    void aKillLosesNothingThatWasAnswered() {
        const QTemporaryDir folder(managerFolderTemplate());
        const std::filesystem::path data = folder.path().toStdString();
        auto program = std::make_unique<Program>(folder.path());
        QVERIFY(!program->adminUrl().empty());
        Caller caller(data);
        const std::string token =
            caller.admin(*program, "POST", "/api/v1/terminals", R"({"controllerId":"t1","platform":"p"})")
                .text("token");
        QVERIFY(!token.empty());
        for (int round = 1; round <= 4; ++round) {
            for (int i = 0; i < 5; ++i) {
                const std::string value = std::to_string(round) + "." + std::to_string(i);
                const auto answer = caller.send("PUT", program->ddiUrl() + "/DEFAULT/controller/v1/t1/configData",
                                                "TargetToken " + token, "{\"data\":" + jsonOf({{"last", value}}) + "}");
                QCOMPARE(answer.value().status, 200);
                const auto cluster =
                    caller.admin(*program, "POST", "/api/v1/clusters", jsonOf({{"name", "c" + value}}));
                QCOMPARE(cluster.status, 201);
            }
            program->killHard();
            program = std::make_unique<Program>(folder.path());
            QVERIFY(!program->adminUrl().empty());
            QCOMPARE(caller.admin(*program, "GET", "/api/v1/terminals/t1").text("attributes/last"),
                     std::to_string(round) + ".4");
            QCOMPARE(caller.admin(*program, "GET", "/api/v1/clusters").number("total"), std::int64_t(1 + 5 * round));
        }
        QCOMPARE(program->terminate(), 0);
    }

    void aSecondProcessSaysSoAndChangesNothing() {
        const QTemporaryDir folder(managerFolderTemplate());
        Program first(folder.path());
        QVERIFY(!first.adminUrl().empty());
        QProcess second;
        second.setProcessChannelMode(QProcess::MergedChannels);
        second.start(QStringLiteral(SIGNALBOX_MANAGER_PROGRAM),
                     {QStringLiteral("run"), QStringLiteral("--data"), folder.path(), QStringLiteral("--ddi-listen"),
                      QStringLiteral("127.0.0.1:0"), QStringLiteral("--admin-listen"), QStringLiteral("127.0.0.1:0")});
        QVERIFY(second.waitForFinished(20000));
        QCOMPARE(second.exitCode(), 1);
        QVERIFY(!second.readAll().isEmpty());
        Caller caller(folder.path().toStdString());
        QCOMPARE(caller.admin(first, "GET", "/api/v1/status").status, 200);
    }
};

QTEST_GUILESS_MAIN(TestManager)
#include "tst_manager.moc"
