// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/result.h"

namespace signalbox::registry {

/// The words of OCI Distribution 1.1, both ends of the wire. All bounded, all pure.

/// Path components of lower-case letters, digits and single separators, joined by "/"; at most 255 bytes.
[[nodiscard]] bool isRepositoryName(std::string_view text);
/// [A-Za-z0-9_][A-Za-z0-9._-]{0,127}
[[nodiscard]] bool isTag(std::string_view text);
/// A media type of RFC 6838 form, "type/subtype", at most 255 bytes and without parameters.
[[nodiscard]] bool isMediaType(std::string_view text);

/// Decimal digits only, no sign, no overflow.
[[nodiscard]] std::optional<std::uint64_t> parseNumber(std::string_view text);

/// Both ends inclusive.
struct ChunkRange {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    friend bool operator==(const ChunkRange&, const ChunkRange&) = default;
};
/// "a-b" as Content-Range of a chunk and as Range of an upload's answers; HTTP's "bytes a-b/n" and "bytes=a-b" are
/// taken too, since registries differ. BaseErrc::malformed for anything else and for b < a.
[[nodiscard]] Result<ChunkRange> parseChunkRange(std::string_view text);

/// What "Content-Range: bytes a-b/n" of a 206 says; n is absent for "*".
struct ContentRange {
    ChunkRange range;
    std::optional<std::uint64_t> size;
};
[[nodiscard]] Result<ContentRange> parseContentRange(std::string_view text);

}  // namespace signalbox::registry
