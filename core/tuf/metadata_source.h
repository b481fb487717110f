// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/base/tasks.h"
#include "core/http/client.h"

namespace signalbox::tuf {

/// Where metadata files come from: nothing of what it gives is believed. One thread.
class MetadataSource {
public:
    virtual ~MetadataSource() = default;
    /// A file by its name, "3.root.json"; nothing where there is no such file. BaseErrc::tooLarge above `most` bytes.
    [[nodiscard]] virtual Task<std::optional<std::string>> fetch(std::string name, std::size_t most) = 0;
};

/// Files below a URL that ends in `/`. 403 and 404 stand for no such file; every other answer but 200 is
/// BaseErrc::unavailable.
class HttpMetadataSource final : public MetadataSource {
public:
    /// BaseErrc::malformed where the URL is none.
    [[nodiscard]] static Result<HttpMetadataSource> make(http::Client& client, std::string_view baseUrl);
    [[nodiscard]] Task<std::optional<std::string>> fetch(std::string name, std::size_t most) override;

private:
    HttpMetadataSource(http::Client& client, http::Url base) : m_client(client), m_base(std::move(base)) {}

    http::Client& m_client;
    http::Url m_base;
};

/// Files of a folder, such as a USB stick brings. Reads in place.
class FolderMetadataSource final : public MetadataSource {
public:
    explicit FolderMetadataSource(std::filesystem::path folder) : m_folder(std::move(folder)) {}
    [[nodiscard]] Task<std::optional<std::string>> fetch(std::string name, std::size_t most) override;

private:
    std::filesystem::path m_folder;
};

}  // namespace signalbox::tuf
