// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/docker_registry.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QStandardPaths>
#include <fstream>

#include "tests/support/node_host.h"

namespace signalbox::test {
namespace {

// bcrypt at its lowest cost, as each request is checked by it.
constexpr const char* kPasswords =
    "pusher:$2b$04$YRrIeIGaB/FU7PGAn6r9LumGqGbwlvIOhhLdVDi6XiPQgqEaWwkRq\n"
    "puller:$2b$04$vjFgtpFKfUdB6HeAUdtLM.btHJmWZarZornf7MDO8GLdP9tae4I.S\n";

}  // namespace

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

void damageFile(const std::filesystem::path& path) {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    const auto middle = static_cast<std::streamoff>(std::filesystem::file_size(path) / 2);
    file.seekg(middle);
    const char was = static_cast<char>(file.get());
    file.seekp(middle);
    file.put(static_cast<char>(was ^ 1));
}

DockerRegistry::DockerRegistry(Access access) : m_folder(quickFolder()), m_port(freePort()) {
    const std::string folder = m_folder.path().toStdString();
    std::ofstream config(this->config().toStdString());
    config << "version: 0.1\nstorage:\n  filesystem:\n    rootdirectory: " << folder
           << "/data\n  delete:\n    enabled: true\nhttp:\n  addr: 127.0.0.1:" << m_port
           << "\n  secret: of-the-test\n  relativeurls: true\n";
    if (access == Access::passwords) {
        std::ofstream(folder + "/passwords") << kPasswords;
        config << "auth:\n  htpasswd:\n    realm: test\n    path: " << folder << "/passwords\n";
    }
    config.close();
    start();
}

DockerRegistry::~DockerRegistry() {
    stop();
}

bool DockerRegistry::isInstalled() {
    return !QStandardPaths::findExecutable(QStringLiteral("docker-registry")).isEmpty();
}

void DockerRegistry::start() {
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(QStringLiteral("docker-registry"), {QStringLiteral("serve"), config()});
    QByteArray said;
    while (!said.contains("listening on") && m_process.waitForReadyRead(20000))
        said += m_process.readAll();
}

void DockerRegistry::stop() {
    m_process.kill();
    m_process.waitForFinished(10000);
}

registry::Target DockerRegistry::target() const {
    registry::Target target;
    target.registry = http::parseUrl(url()).value();
    target.repository = "signalbox/till";
    return target;
}

std::filesystem::path DockerRegistry::fileOf(const Digest& digest) const {
    const std::string hex(digest.hex());
    return std::filesystem::path(m_folder.path().toStdString()) / "data/docker/registry/v2/blobs/sha256" /
           hex.substr(0, 2) / hex / "data";
}

void DockerRegistry::collectGarbage() {
    QProcess collector;
    collector.start(QStringLiteral("docker-registry"), {QStringLiteral("garbage-collect"), config()});
    collector.waitForFinished(20000);
}

}  // namespace signalbox::test
