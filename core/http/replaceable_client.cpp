// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/replaceable_client.h"

namespace signalbox::http {

Result<void> ReplaceableClient::trustBy(std::shared_ptr<const TlsClientContext> tls) {
    TRY(m_client, m_client->trusting(std::move(tls)));
    return {};
}

Task<ClientResponse> ReplaceableClient::send(ClientRequest request) {
    const std::shared_ptr<Client> client = m_client;
    auto response = co_await client->send(std::move(request));
    co_return response;
}

Result<std::shared_ptr<Client>> ReplaceableClient::trusting(std::shared_ptr<const TlsClientContext> tls) const {
    return m_client->trusting(std::move(tls));
}

}  // namespace signalbox::http
