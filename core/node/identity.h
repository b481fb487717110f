// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/file_system.h"

namespace signalbox::node {

struct ListenAddress {
    std::string address;  ///< numeric, without brackets
    std::uint16_t port = 0;

    [[nodiscard]] bool isLoopback() const;
    [[nodiscard]] std::string text() const;
};
/// "127.0.0.1:8443" or "[::1]:8443"; BaseErrc::malformed.
[[nodiscard]] Result<ListenAddress> parseListenAddress(std::string_view text);

/// What a node is since it joined: DIR/identity/ with node.toml, key.pem (0600), certificate.pem, ca.pem and
/// token-key.pem. It is there as a whole or not at all. renewed.pem (0600), once it is there, holds key and certificate
/// instead of the first ones: one file, so that the two change together.
struct NodeIdentity {
    std::string name;
    std::string cluster;
    ListenAddress listen;
    std::string url;         ///< "https://host:port", where terminals and the manager reach it
    std::string issuer;      ///< of the access tokens it takes
    std::string tokenRealm;  ///< where tokens are had
    std::string keyPem;
    std::string certificatePem;  ///< chain, leaf first
    std::string caPem;
    std::string tokenKeyPem;  ///< public
};

[[nodiscard]] bool hasIdentity(const std::filesystem::path& data);
/// BaseErrc::notFound where the node has not joined; BaseErrc::malformed names file and key.
[[nodiscard]] Result<NodeIdentity> loadIdentity(const std::filesystem::path& data);
/// BaseErrc::alreadyExists where there is one. Makes `data` where it is missing.
[[nodiscard]] Result<void> saveIdentity(FileSystem& files, const std::filesystem::path& data,
                                        const NodeIdentity& identity);
/// Key and certificate of `identity` instead of those that are there.
[[nodiscard]] Result<void> saveCertificate(FileSystem& files, const std::filesystem::path& data,
                                           const NodeIdentity& identity);
/// Where the manager is and whom to trust, instead of what is there.
[[nodiscard]] Result<void> saveManager(FileSystem& files, const std::filesystem::path& data,
                                       const NodeIdentity& identity);
/// Of a node that joined again: also its addresses and whom to trust. BaseErrc::denied where another manager answered.
[[nodiscard]] Result<void> saveRejoined(FileSystem& files, const std::filesystem::path& data,
                                        const NodeIdentity& identity);

}  // namespace signalbox::node
