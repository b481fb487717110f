// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/digest.h"

#include <algorithm>

#include "core/base/hash.h"

namespace signalbox {

Result<Digest> Digest::parse(std::string_view text) {
    const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    const auto colon = text.find(':');
    const std::string_view algorithm = text.substr(0, colon);
    const std::string_view hex = colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
    const std::size_t wanted = algorithm == "sha256" ? 64 : algorithm == "sha512" ? 128 : 0;
    if (wanted == 0 || hex.size() != wanted || !std::all_of(hex.begin(), hex.end(), isHex))
        return makeError(BaseErrc::malformed, "'" + std::string(text.substr(0, 160)) + "' is no digest");
    return Digest(std::string(text));
}

Digest Digest::ofContent(std::string_view content) {
    return sha256OfHex(sha256Hex(bytesOf(content)));
}

std::string_view Digest::algorithm() const {
    return std::string_view(m_text).substr(0, m_text.find(':'));
}

std::string_view Digest::hex() const {
    const auto colon = m_text.find(':');
    return colon == std::string::npos ? std::string_view() : std::string_view(m_text).substr(colon + 1);
}

}  // namespace signalbox
