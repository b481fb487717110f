// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tuf/hex.h"

namespace signalbox::tuf {
namespace {

int valueOf(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

Result<std::string> bytesOfHex(std::string_view hex) {
    if (hex.size() % 2 != 0) return makeError(BaseErrc::malformed, "an odd number of hex digits");
    std::string bytes;
    bytes.reserve(hex.size() / 2);
    for (std::size_t at = 0; at < hex.size(); at += 2) {
        const int high = valueOf(hex[at]);
        const int low = valueOf(hex[at + 1]);
        if (high < 0 || low < 0) return makeError(BaseErrc::malformed, "a character that is no hex digit");
        bytes += static_cast<char>(high * 16 + low);
    }
    return bytes;
}

}  // namespace signalbox::tuf
