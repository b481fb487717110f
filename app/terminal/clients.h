// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/http/replaceable_client.h"
#include "core/terminal/data_folder.h"

namespace signalbox::app {

inline constexpr const char* kUserAgent = "signalbox-terminal/" SIGNALBOX_VERSION;

/// The ways to the manager and to nodes, each trusting its role only.
struct Clients {
    std::unique_ptr<http::ReplaceableClient> manager;
    std::unique_ptr<http::ReplaceableClient> nodes;
};
/// Both trust these authorities from now on.
[[nodiscard]] Result<void> trustBy(const Clients& clients, const std::string& caPem);
[[nodiscard]] Result<Clients> makeClients(asio::io_context& io, const terminal::Identity& identity,
                                          const terminal::Settings& settings);

}  // namespace signalbox::app
