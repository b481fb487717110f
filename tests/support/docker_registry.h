// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <cstdint>
#include <filesystem>
#include <string>

#include "core/model/digest.h"
#include "core/registry/oci_client.h"

namespace signalbox::test {

/// A port that was free a moment ago.
[[nodiscard]] std::uint16_t freePort();

/// A bit flips in the middle.
void damageFile(const std::filesystem::path& path);

/// Debian's docker-registry on loopback, without TLS, with a configuration of its own.
class DockerRegistry {
public:
    enum class Access { everyone, passwords };
    /// With passwords: "pusher" with "push-secret", "puller" with "pull-secret"; it does not tell apart who may push.
    explicit DockerRegistry(Access access = Access::everyone);
    ~DockerRegistry();
    DockerRegistry(const DockerRegistry&) = delete;
    DockerRegistry& operator=(const DockerRegistry&) = delete;

    [[nodiscard]] static bool isInstalled();
    void start();
    void stop();
    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port); }
    [[nodiscard]] registry::Target target() const;
    /// Where the bytes of a blob lie, whether they do or not.
    [[nodiscard]] std::filesystem::path fileOf(const Digest& digest) const;
    /// What it offers to get rid of blobs that no manifest names.
    void collectGarbage();

private:
    [[nodiscard]] QString config() const { return m_folder.filePath(QStringLiteral("config.yml")); }

    QTemporaryDir m_folder;
    std::uint16_t m_port;
    QProcess m_process;
};

}  // namespace signalbox::test
