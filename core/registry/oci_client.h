// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/http/client.h"
#include "core/model/digest.h"

namespace signalbox::registry {

/// One repository on one registry.
struct Target {
    http::Url registry;      ///< its origin
    std::string repository;  ///< "signalbox/<product>"
    std::string token;       ///< Bearer; empty: none
    /// Set: this one is asked instead of OciClient's own (openForeign).
    std::shared_ptr<http::Client> client{};
};

struct OciClientOptions {
    std::uint64_t chunk = std::uint64_t{16} << 20;  ///< bytes a PATCH
    int tries = 6;                                  ///< failures in a row, without a byte gained, before giving up
    Milliseconds backOff{200};                      ///< before the second try, doubled each time
    /// Set: awaited after each piece of a blob that is pulled.
    std::function<Task<void>(std::size_t bytes)> pace{};
    /// Set: awaited after each piece of a blob that is pushed.
    std::function<Task<void>(std::size_t bytes)> pushPace{};
    /// Whether HEAD shows that a blob need not be pushed. A registry may show what it has under its name, whatever is
    /// in it.
    bool believesHead = true;
};

/// A client of the OCI Distribution specification (1.1; protocols/oci.md, "A good client"). One thread, the client's.
/// Errors: transport's own; by status BaseErrc::denied (401, 403), notFound (404), tooLarge (413), wrongState (416),
/// unavailable (408, 429, 5xx: worth another try later), the system's ENOSPC (507), invalidArgument (other 4xx);
/// BaseErrc::corrupt where bytes do not match their digest; BaseErrc::malformed for an answer outside the protocol.
class OciClient {
public:
    explicit OciClient(http::Client& client, OciClientOptions options = {}) : m_client(client), m_options(options) {}

    /// HEAD: is it there, with which size; BaseErrc::notFound else.
    [[nodiscard]] Task<std::uint64_t> headBlob(const Target& target, Digest digest);
    [[nodiscard]] Task<std::uint64_t> headManifest(const Target& target, std::string reference);

    /// Reads `length` bytes at `offset` of what is pushed. Blocking disk reads of at most 1 MiB each.
    using BlobSource = std::function<Result<std::size_t>(std::uint64_t offset, std::span<std::byte> into)>;
    /// bytes on the node so far
    using Progress = std::function<void(std::uint64_t done)>;
    /// POST, PATCH in chunks of 16 MiB, PUT; skips what HEAD shows is there; resumes within the call after a dropped
    /// connection where the registry says at which byte, a bounded number of times. An error of `source` ends it.
    [[nodiscard]] Task<void> pushBlob(const Target& target, Digest digest, std::uint64_t size, BlobSource source,
                                      Progress progress);
    [[nodiscard]] Task<void> pushManifest(const Target& target, std::string reference, std::string mediaType,
                                          std::string content);

    /// What is not there is removed. BaseErrc::unsupported where the registry removes nothing.
    [[nodiscard]] Task<void> removeBlob(const Target& target, Digest digest);
    [[nodiscard]] Task<void> removeManifest(const Target& target, Digest digest);

    /// Reads the blob back and hashes it: BaseErrc::corrupt where it has another size or content, BaseErrc::notFound
    /// where it is not there.
    [[nodiscard]] Task<void> readBack(const Target& target, Digest digest, std::uint64_t size);

    /// The manifest of that digest, verified; at most 4 MiB.
    [[nodiscard]] Task<std::string> pullManifest(const Target& target, Digest digest);
    /// The manifest under a tag, whatever it is: nothing vouches for a tag. At most 64 KiB.
    [[nodiscard]] Task<std::string> pullTagged(const Target& target, std::string tag);
    /// Bytes from `offset` to the end into `sink`, in order; 200 for 206 is taken (the beginning is skipped). Goes on
    /// where a connection broke as long as each try gained something; one that gains nothing ends it, so that the
    /// caller takes the next node. The caller verifies the whole.
    [[nodiscard]] Task<void> pullBlob(const Target& target, Digest digest, std::uint64_t offset, std::uint64_t size,
                                      std::function<Result<void>(Bytes)> sink);

    /// Exactly the `length` bytes at `first` of a blob of `size` bytes, in one try; `length` is at most 16 MiB.
    /// BaseErrc::unsupported where the registry gives no parts.
    [[nodiscard]] Task<std::string> pullRange(const Target& target, Digest digest, std::uint64_t first,
                                              std::uint64_t length, std::uint64_t size);

private:
    [[nodiscard]] http::Client& clientOf(const Target& target) const;
    [[nodiscard]] Task<void> remove(const Target& target, std::string what);
    [[nodiscard]] Task<http::ClientResponse> fetch(const Target& target, http::ClientRequest request);

    http::Client& m_client;
    OciClientOptions m_options;
};

}  // namespace signalbox::registry
