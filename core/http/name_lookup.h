// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <string>
#include <vector>

#include "core/base/tasks.h"

namespace signalbox::http {

/// The addresses of a host name, or the one a numeric host is, in the system's order. Waits no longer than `deadline`
/// even where the system's resolver does (it runs on a thread of Asio's). Errors: the resolver's, BaseErrc::timedOut,
/// BaseErrc::cancelled.
[[nodiscard]] Task<std::vector<asio::ip::tcp::endpoint>> lookUp(asio::io_context& io, std::string host,
                                                                std::uint16_t port, Milliseconds deadline);

}  // namespace signalbox::http
