// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/clients.h"

#include "core/trust/certificate.h"

namespace signalbox::app {
namespace {

Result<std::shared_ptr<const http::TlsClientContext>> trusting(const std::string& caPem, trust::Role role) {
    http::TlsClientOptions options;
    options.caPem = caPem;
    options.requiredRole = std::string(trust::roleName(role));
    return http::TlsClientContext::make(std::move(options));
}

}  // namespace

Result<Clients> makeClients(asio::io_context& io, const terminal::Identity& identity,
                            const terminal::Settings& settings) {
    http::ClientOptions options;
    TRY(options.proxy, terminal::proxyOf(settings));
    options.maxIdlePerOrigin = 1;
    Clients clients;
    TRY(options.tls, trusting(identity.caPem, trust::Role::manager));
    clients.manager = std::make_unique<http::ReplaceableClient>(http::makeClient(io, options));
    TRY(options.tls, trusting(identity.caPem, trust::Role::node));
    clients.nodes = std::make_unique<http::ReplaceableClient>(http::makeClient(io, options));
    return clients;
}

Result<void> trustBy(const Clients& clients, const std::string& caPem) {
    TRY(auto manager, trusting(caPem, trust::Role::manager));
    TRY(auto nodes, trusting(caPem, trust::Role::node));
    CHECK(clients.manager->trustBy(std::move(manager)));
    return clients.nodes->trustBy(std::move(nodes));
}

}  // namespace signalbox::app
