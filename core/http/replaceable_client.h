// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/http/client.h"

namespace signalbox::http {

/// A client whose trust or certificate changes while others hold it: requests from then on go by the new one over new
/// connections, those under way finish by the old one. One thread.
class ReplaceableClient final : public Client {
public:
    explicit ReplaceableClient(std::shared_ptr<Client> client) : m_client(std::move(client)) {}

    /// From now on with the same options but `tls`.
    [[nodiscard]] Result<void> trustBy(std::shared_ptr<const TlsClientContext> tls);

    [[nodiscard]] Task<ClientResponse> send(ClientRequest request) override;
    [[nodiscard]] Result<std::shared_ptr<Client>> trusting(std::shared_ptr<const TlsClientContext> tls) const override;

private:
    std::shared_ptr<Client> m_client;
};

}  // namespace signalbox::http
