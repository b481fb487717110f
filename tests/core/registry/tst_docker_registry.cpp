// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QStandardPaths>
#include <QTest>
#include <fstream>

#include "core/registry/manifest.h"
#include "tests/support/node_host.h"
#include "tests/support/trust_errors.h"

using namespace signalbox;
using namespace signalbox::test;
using namespace signalbox::registry;

namespace {

constexpr std::uint64_t kChunk = 1 << 20;

/// A port that was free a moment ago.
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

/// Debian's docker-registry on loopback with a configuration of its own.
class DockerRegistry {
public:
    DockerRegistry() {
        std::ofstream config(m_folder.filePath(QStringLiteral("config.yml")).toStdString());
        config << "version: 0.1\nstorage:\n  filesystem:\n    rootdirectory: " << m_folder.path().toStdString()
               << "/data\n  delete:\n    enabled: true\nhttp:\n  addr: 127.0.0.1:" << m_port
               << "\n  secret: of-the-test\n  relativeurls: true\n";
        config.close();
        start();
    }
    ~DockerRegistry() { stop(); }

    void start() {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral("docker-registry"),
                        {QStringLiteral("serve"), m_folder.filePath(QStringLiteral("config.yml"))});
        QByteArray said;
        while (!said.contains("listening on") && m_process.waitForReadyRead(20000))
            said += m_process.readAll();
    }
    void stop() {
        m_process.kill();
        m_process.waitForFinished(10000);
    }
    [[nodiscard]] Target target() const {
        return {http::parseUrl("http://127.0.0.1:" + std::to_string(m_port)).value(), "signalbox/till", {}};
    }

private:
    QTemporaryDir m_folder{quickFolder()};
    std::uint16_t m_port = freePort();
    QProcess m_process;
};

struct Fixture {
    DockerRegistry registry;
    NodeProbe probe;
    OciClient client{probe.client(), OciClientOptions{kChunk, 6, Milliseconds(50)}};
    std::string content = patternOf(5 * kChunk + 77);
    Digest digest = Digest::ofContent(content);
};

}  // namespace

/// Our client against a registry of another hand.
class TestDockerRegistry : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(!QStandardPaths::findExecutable(QStringLiteral("docker-registry")).isEmpty(),
                 "docker-registry is not installed");
    }

    void pushesAndPullsBlobs() {
        Fixture f;
        const Target target = f.registry.target();
        QVERIFY(f.probe.run(f.client.pushBlob(target, f.digest, f.content.size(), sourceOf(f.content), {})));
        QCOMPARE(f.probe.run(f.client.headBlob(target, f.digest)).value(), std::uint64_t{f.content.size()});
        std::string pulled;
        auto sink = [&pulled](Bytes bytes) -> Result<void> {
            pulled += textOf(bytes);
            return {};
        };
        QVERIFY(f.probe.run(f.client.pullBlob(target, f.digest, 4321, f.content.size(), sink)));
        QVERIFY(pulled == f.content.substr(4321));
    }

    void pushesAndPullsManifests() {
        Fixture f;
        const Target target = f.registry.target();
        const std::string recipe = "{}";
        QVERIFY(f.probe.run(f.client.pushBlob(target, f.digest, f.content.size(), sourceOf(f.content), {})));
        QVERIFY(f.probe.run(f.client.pushBlob(target, Digest::ofContent(recipe), 2, sourceOf(recipe), {})));
        Release release;
        release.product = "till";
        Package package;
        package.digest = f.digest;
        package.size = f.content.size();
        package.configDigest = Digest::ofContent(recipe);
        package.configSize = 2;
        const std::string text = buildManifest(release, package);
        const Digest digest = Digest::ofContent(text);
        QVERIFY(f.probe.run(f.client.pushManifest(target, digest.text(), std::string(kImageManifestType), text)));
        QCOMPARE(f.probe.run(f.client.pullManifest(target, digest)).value(), text);
    }

    void finishesThoughTheRegistryDiesInMidPush() {
        Fixture f;
        bool killed = false;
        const auto whole = sourceOf(f.content);
        auto source = [&](std::uint64_t offset, std::span<std::byte> into) -> Result<std::size_t> {
            if (!killed && offset > 2 * kChunk + kChunk / 2) {
                killed = true;
                f.registry.stop();
                f.registry.start();
            }
            return whole(offset, into);
        };
        const Target target = f.registry.target();
        QVERIFY(f.probe.run(f.client.pushBlob(target, f.digest, f.content.size(), source, {})));
        QVERIFY(killed);
        QCOMPARE(f.probe.run(f.client.headBlob(target, f.digest)).value(), std::uint64_t{f.content.size()});
    }

    void saysWhenContentIsNotOfItsDigest() {
        Fixture f;
        QCOMPARE(codeOf(f.probe.run(f.client.pushBlob(f.registry.target(), Digest::ofContent("other"), f.content.size(),
                                                      sourceOf(f.content), {}))),
                 make_error_code(BaseErrc::corrupt));
    }
};

QTEST_GUILESS_MAIN(TestDockerRegistry)
#include "tst_docker_registry.moc"
