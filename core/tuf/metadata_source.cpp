// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tuf/metadata_source.h"

#include <utility>

#include "core/base/file_system.h"

namespace signalbox::tuf {

Result<HttpMetadataSource> HttpMetadataSource::make(http::Client& client, std::string_view baseUrl) {
    TRY(http::Url base, http::parseUrl(baseUrl));
    return HttpMetadataSource(client, std::move(base));
}

Task<std::optional<std::string>> HttpMetadataSource::fetch(std::string name, std::size_t most) {
    http::ClientRequest request;
    request.url = m_base;
    request.url.target += name;
    request.maxBody = most;
    CO_TRY(http::ClientResponse response, co_await m_client.send(std::move(request)));
    if (response.status == 403 || response.status == 404) co_return std::optional<std::string>();
    if (response.status != 200)
        co_return makeError(BaseErrc::unavailable, name + ": answer " + std::to_string(response.status));
    co_return std::optional(std::move(response.body));
}

Task<std::optional<std::string>> FolderMetadataSource::fetch(std::string name, std::size_t most) {
    auto content = readFile(m_folder / name, most);
    if (content) co_return std::optional(std::move(*content));
    if (content.error().code == BaseErrc::notFound) co_return std::optional<std::string>();
    co_return std::move(content).error();
}

}  // namespace signalbox::tuf
