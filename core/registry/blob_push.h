// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/registry/oci_client.h"

namespace signalbox::registry {

/// One blob on its way up: the session's Location, the bytes that the registry acknowledged, and the failures since the
/// last one. Lives as long as run().
class BlobPush {
public:
    BlobPush(http::Client& client, const OciClientOptions& options, const Target& target, Digest digest,
             std::uint64_t size, OciClient::BlobSource source, OciClient::Progress progress);

    [[nodiscard]] Task<void> run();

private:
    enum class Step { goOn, done };

    [[nodiscard]] Task<Step> step();
    [[nodiscard]] Task<Step> begin();
    [[nodiscard]] Task<Step> askOffset();
    [[nodiscard]] Task<Step> sendChunk();
    [[nodiscard]] Task<Step> close();
    /// done: the registry has the blob.
    [[nodiscard]] Task<Step> lookForBlob();
    [[nodiscard]] Task<void> failed(Error error);

    [[nodiscard]] Result<void> takeLocation(const http::Url& base, const http::ClientResponse& response);
    void startOver();
    void gained(std::uint64_t offset);

    http::Client& m_client;
    const OciClientOptions& m_options;
    const Target& m_target;
    const Digest m_digest;
    const std::uint64_t m_size;
    const OciClient::BlobSource m_source;
    const OciClient::Progress m_progress;

    std::optional<http::Url> m_location;
    std::uint64_t m_offset = 0;  ///< acknowledged
    std::uint64_t m_furthest = 0;
    bool m_inDoubt = false;  ///< the registry must say where it is before anything is sent
    bool m_resumed = false;  ///< this session went on after a doubt
    int m_failures = 0;      ///< without m_furthest moving
    int m_restarts = 0;
    std::optional<Error> m_sourceError;
};

}  // namespace signalbox::registry
