// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"

struct evp_md_ctx_st;

namespace signalbox {

using Bytes = std::span<const std::byte>;
[[nodiscard]] inline Bytes bytesOf(std::string_view text) {
    return std::as_bytes(std::span(text));
}
[[nodiscard]] inline std::string_view textOf(Bytes bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

using Sha256 = std::array<std::uint8_t, 32>;

/// Hashes of any algorithm OpenSSL knows, fed piece by piece. Not thread-safe; movable.
class Hasher {
public:
    enum class Algorithm { sha1, sha256, sha512, md5 };
    explicit Hasher(Algorithm algorithm = Algorithm::sha256);

    void update(Bytes bytes);
    /// Lower-case hex of everything fed so far; the hasher is not to be used afterwards.
    [[nodiscard]] std::string finishHex();

private:
    struct Free {
        void operator()(evp_md_ctx_st* context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

[[nodiscard]] Sha256 sha256(Bytes bytes);
[[nodiscard]] std::string sha256Hex(Bytes bytes);

[[nodiscard]] std::string toHex(Bytes bytes);
[[nodiscard]] std::string toBase64Url(Bytes bytes);  ///< RFC 4648 section 5, no padding
/// BaseErrc::malformed for anything outside the alphabet, padding included.
[[nodiscard]] Result<std::string> fromBase64Url(std::string_view text);

/// `count` bytes from the system's cryptographic source.
[[nodiscard]] std::string randomBytes(std::size_t count);
/// Compares in a time that depends on the lengths only.
[[nodiscard]] bool equalConstantTime(std::string_view a, std::string_view b);

}  // namespace signalbox
