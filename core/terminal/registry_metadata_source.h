// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/registry/oci_client.h"
#include "core/tuf/metadata_source.h"

namespace signalbox::terminal {

/// Metadata files on a node or in a registry of another maker: one tag a file (registry::metadataTag), each a manifest
/// with one layer. One thread.
class RegistryMetadataSource final : public tuf::MetadataSource {
public:
    /// `target` is the repository of metadata on that node.
    RegistryMetadataSource(http::Client& client, registry::Target target)
        : m_registry(client, oneTry()), m_target(std::move(target)) {}
    [[nodiscard]] Task<std::optional<std::string>> fetch(std::string name, std::size_t most) override;

private:
    [[nodiscard]] static registry::OciClientOptions oneTry();

    registry::OciClient m_registry;
    registry::Target m_target;
};

}  // namespace signalbox::terminal
