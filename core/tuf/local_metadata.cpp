// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tuf/local_metadata.h"

#include <fmt/format.h>

namespace signalbox::tuf {

std::string encodedRole(std::string_view role) {
    constexpr std::string_view kPlain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~";  // RFC 3986, unreserved
    std::string encoded;
    for (const char c : role) {
        if (kPlain.find(c) != std::string_view::npos) {
            encoded += c;
        } else {
            encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return encoded;
}

std::filesystem::path LocalMetadata::pathOf(std::string_view role) const {
    return m_folder / (encodedRole(role) + ".json");
}

Result<std::optional<std::string>> LocalMetadata::read(std::string_view role, std::size_t most) const {
    auto content = readFile(pathOf(role), most);
    if (content) return std::optional(std::move(*content));
    if (content.error().code == BaseErrc::notFound) return std::optional<std::string>();
    return std::move(content).error();
}

Result<void> LocalMetadata::write(std::string_view role, std::string_view bytes) {
    return replaceFile(m_files, pathOf(role), bytesOf(bytes));
}

Result<void> LocalMetadata::forget(std::string_view role) {
    CHECK(m_files.remove(pathOf(role)));
    return m_files.syncDirectory(m_folder);
}

}  // namespace signalbox::tuf
